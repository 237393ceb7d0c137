"""An old value put back on the card, as a change like any other (修订记录 keeps all three)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from model.cards.changing import card_to_change, change_card, require_changes
from model.cards.contents import contents_of
from model.cards.custody import ref_of
from model.cards.entering import clean_reason, enter
from model.cards.paths import RowPath, parts_of, row_path
from model.cards.permitted import required_fields
from model.cards.replay import RevisionLine, is_tick, states
from model.cards.revisions import CLEARED, seen_paths
from model.cards.row_rules import TICK_OF_TABLE
from model.cards.rows import RowKey
from model.cards.saving import Saved, refuse_lost_race
from model.cards.tables import CustomerCard, Revision
from model.errors import ClearedValueError, NotFoundError
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@act(Right.EDIT_CARD)
def restore_value(
    desk: Desk,
    ref: str,
    revision_id: int,
    now: datetime,
    *,
    reason: str = "",
    version: int | None = None,
    ticked: frozenset[str] = frozenset(),
) -> Saved:
    """Put back what stood there before one change.

    The value is typed anew, so to say: it is checked as the card is today, asks the same rights,
    and gets a line of its own in the history. A cell of a row that was taken out brings the row
    back as it was, under its number.

    Args:
        desk: who does it.
        ref: card number.
        revision_id: number of the line (`RevisionRow.id`) whose old value is wanted.
        now: office wall-clock time.
        reason: why, for the history.
        version: the version that the person had before him; None writes over what stands now.
        ticked: reasons of warnings that the person confirmed.

    Raises:
        NotFoundError: the card has no such change that this desk may see.
        ClearedValueError: the value was cleared on request (E17).
        MustProposeError, NotAllowedError: what this desk may not change directly.
        BadInputError: the value cannot stand on the card as it is now.
        Others as `edit_card`.
    """
    reason = clean_reason(reason)
    with writing():
        card, owner = card_to_change(desk, ref, now)
        if version is not None:
            refuse_lost_race(card, version)
        line = _line(card, revision_id)
        if not seen_paths(desk, card, now)(line.field):
            raise NotFoundError(kind="change", ref=str(revision_id))
        if line.state == CLEARED:
            raise ClearedValueError(ref=ref_of(card))
        before = contents_of(card)
        place = row_path(line.field)
        texts, again = {line.field: line.old_value or ""}, frozenset[RowKey]()
        if place is not None and not _stands(before.children.get(place.table, ()), place):
            texts, again = _brought_back(card, line), frozenset({(place.table, place.number)})
        never_empty = required_fields(before.kind)
        entered = enter(texts, before, now.date(), ticked, never_empty, again)
        require_changes(desk, owner, before, entered)
        return change_card(desk, card, before, entered, now, reason=reason)


def _line(card: CustomerCard, revision_id: int) -> Revision:
    """One change of this card; the line that opened it is none, and a tick has no old value.

    Raises:
        NotFoundError: there is none of that number.
    """
    line: Revision | None = Revision.get_or_none(
        Revision.id == revision_id, Revision.card == card.id, Revision.field != ""
    )
    if line is None or is_tick(line.field, line.new_value or ""):
        raise NotFoundError(kind="change", ref=str(revision_id))
    return line


def _stands(rows: Iterable[dict[str, object]], place: RowPath) -> bool:
    """Whether a row is on the card."""
    return any(row["row_no"] == place.number for row in rows)


def _brought_back(card: CustomerCard, line: Revision) -> dict[str, str]:
    """Path -> text of a row as it was when it was taken out, with one old value in its place.

    Its own tick stays away: another row carries it by now.
    """
    if line.old_value is None:
        return {}
    place = parts_of(line.field)
    cells = f"{place.table}#{place.row}."
    tick = cells + TICK_OF_TABLE.get(place.table, "")
    last: dict[str, str] = {}
    for state in states(_lines_of(card, cells)):
        row = {path: text for path, text in state.items() if path.startswith(cells)}
        last = row or last
    kept = {path: text for path, text in last.items() if path != tick}
    return {**kept, line.field: line.old_value}


def _lines_of(card: CustomerCard, prefix: str) -> Iterator[RevisionLine]:
    """The card's lines about one row, oldest first; the opening line too."""
    about = Revision.field.startswith(prefix) | (Revision.field == "")
    lines = (
        Revision.select(Revision.version, Revision.field, Revision.new_value)
        .where(Revision.card == card.id, about)
        .order_by(Revision.id)
    )
    return (RevisionLine(row.version, row.field, row.new_value) for row in lines)

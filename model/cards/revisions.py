"""The change history: every save leaves who changed what, when and why (修订记录)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.cards.contents import names_of_people
from model.cards.custody import card_of, ref_of
from model.cards.definition import CardKind
from model.cards.fields import has_field
from model.cards.passes import reader_of
from model.cards.paths import COLUMNS, TABLE_LABELS, row_path
from model.cards.permitted import hidden_columns, hidden_fields
from model.cards.tables import CustomerCard, Revision
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import District, Person
from model.storage.prepared import Prepared

_COLUMNS = (
    *(Revision.card, Revision.version, Revision.field, Revision.old_value, Revision.new_value),
    *(Revision.changed_at, Revision.changed_by, Revision.accepted_by),
    *(Revision.source, Revision.reason, Revision.state),
)
_ONE_MORE = Prepared(lambda value: Revision.insert(dict.fromkeys(_COLUMNS, value)))


ACCEPTED, CLEARED = "accepted", "cleared"
"""States of a line: a change that was made, and one whose values were cleared on request (E17)."""


@dataclass(frozen=True)
class Who:
    """Whose change it is: keys of who made or proposed it and of who accepted it (§5.7)."""

    changed_by: int
    accepted_by: int


@dataclass(frozen=True)
class RevisionRow:
    """One changed field, or one column of a row.

    Attributes:
        version: the version that the change made.
        field: its path (`model.cards.paths`); empty for the line that opened the card.
        old: what stood there, as the history keeps it; empty where nothing did.
        new: what stands there since.
        changed_at: office wall-clock time.
        changed_by: who made it, or proposed it.
        reason: why.
        source: where the news came from.
        id: number of the line, by which an old value is restored.
        accepted_by: who accepted it.
        state: `accepted`, or `cleared`: both values are gone (已依请求清除).
    """

    version: int
    field: str
    old: str
    new: str
    changed_at: datetime
    changed_by: str
    reason: str
    source: str
    id: int
    accepted_by: str
    state: str


def as_text(value: Any) -> str | None:
    """A value as the history keeps it: names for people and districts, ISO dates, exact amounts."""
    if value is None:
        return None
    if isinstance(value, Person | District):
        return str(value.name)
    if isinstance(value, tuple):
        return ",".join(value)
    return str(value)


def write_revisions(
    who: Who,
    card: CustomerCard,
    version: int,
    changes: Mapping[str, tuple[Any, Any]],
    now: datetime,
    *,
    reason: str,
    source: str,
) -> None:
    """Write one line per changed path, inside the caller's transaction."""
    people = (who.changed_by, who.accepted_by)
    for path, (old, new) in changes.items():
        values = (as_text(old), as_text(new), now, *people, source, reason, ACCEPTED)
        _ONE_MORE.run(card.id, version, path, *values)


def opening_line(
    desk: Desk, card_id: int, values: Mapping[str, Any], now: datetime, source: str
) -> dict[str, Any]:
    """The line that opens a card's history: all its first values as JSON, by path."""
    first = {name: as_text(value) for name, value in values.items() if value is not None}
    return {
        "card": card_id,
        "version": 1,
        "field": "",
        "old_value": None,
        "new_value": json.dumps(first, ensure_ascii=False, sort_keys=True),
        "changed_at": now,
        "changed_by": desk.person.id,
        "accepted_by": None,
        "source": source,
        "reason": "",
        "state": ACCEPTED,
    }


@act(Right.READ_CARD)
def history(desk: Desk, ref: str, now: datetime) -> list[RevisionRow]:
    """Every change of a card that this desk may see, newest first.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: not this rep's or team's customer.
    """
    card = card_of(ref)
    rows = _rows(desk, card, card.revisions, now)
    audit.note(
        desk, audit.Event.CARD_READ, now, kind="card", subject=ref_of(card), purpose="history",
        lines=len(rows),
    )  # fmt: skip
    return rows


@act(Right.READ_CARD)
def changed_since(desk: Desk, ref: str, since: datetime | None, now: datetime) -> list[RevisionRow]:
    """What was changed on a card after a moment, as far as this desk may see it, newest first.

    Args:
        desk: who asks.
        ref: card number.
        since: office wall-clock time, such as the last visit's; None for every change.
        now: office wall-clock time.

    Raises:
        As `history`.
    """
    card = card_of(ref)
    changes = card.revisions.where(Revision.field != "")
    if since is not None:
        changes = changes.where(Revision.changed_at > since)
    return _rows(desk, card, changes, now)


def _rows(desk: Desk, card: CustomerCard, lines: Any, now: datetime) -> list[RevisionRow]:
    """Lines as this desk may see them."""
    seen = seen_paths(desk, card, now)
    people = names_of_people()
    return [
        _row(row, people)
        for row in lines.order_by(Revision.id.desc())
        if not row.field or seen(row.field)
    ]


def seen_paths(desk: Desk, card: CustomerCard, now: datetime) -> Callable[[str], bool]:
    """Which paths of a card this desk may read now; what is no path is seen by nobody.

    Raises:
        As `passes.reader_of`; like it, not inside `reading()`.
    """
    owner = reader_of(desk, card, now)
    kind = CardKind(card.customer_kind)
    hidden = hidden_fields(desk, kind, owner) | {
        f"{table}.{column}"
        for table in TABLE_LABELS
        for column in hidden_columns(desk, table, owner)
    }

    def seen(path: str) -> bool:
        place = row_path(path)
        if place is None:
            return has_field(kind, path) and path not in hidden
        name = f"{place.table}.{place.column}"
        return place.column in COLUMNS[place.table] and name not in hidden

    return seen


def _row(row: Revision, people: dict[int, str]) -> RevisionRow:
    """A stored line as shown; the opening line shows no values of its own."""
    opening = not row.field
    return RevisionRow(
        row.version,
        row.field,
        row.old_value or "",
        "" if opening else row.new_value or "",
        row.changed_at,
        people.get(row.changed_by_id, ""),
        row.reason,
        row.source,
        row.id,
        people.get(row.accepted_by_id or 0, ""),
        row.state,
    )

"""A lost race told field by field: what another person saved, and what is typed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from model.cards.contents import contents_of, names_of_people
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.entering import check_cell
from model.cards.paths import REQUIRED, column_path, field_of, row_path
from model.cards.replay import is_tick, snapshot_of
from model.cards.revisions import as_text, seen_paths
from model.cards.row_entering import check_column
from model.cards.tables import CustomerCard, Revision
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import Right, act
from model.storage.database import reading

MASK = "•••"
"""Stands for what another person typed and this desk may not see."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One path that either side has changed since this desk read the card.

    Attributes:
        path: what was changed.
        base: what stood there when this desk read the card; values as the history keeps them.
        theirs: what stands there now.
        theirs_by: who changed it last; empty if nobody did.
        theirs_at: when; None if nobody did.
        mine: what it says here; as typed where the text cannot be taken.
        is_same: both say the same now.
    """

    path: str
    base: str
    theirs: str
    theirs_by: str
    theirs_at: datetime | None
    mine: str
    is_same: bool


@act(Right.READ_CARD)
def changes_behind(
    desk: Desk, ref: str, version: int, texts: Mapping[str, str], now: datetime
) -> tuple[Clash, ...]:
    """What both sides changed since a version, when a save came too late.

    Args:
        desk: who typed.
        ref: card or draft number.
        version: the version that he had before him.
        texts: path -> text as typed.
        now: office wall-clock time.

    Returns:
        Every path that either side changed, theirs first, in the order of saving and typing. What
        this desk may not see is masked: that somebody changed it is told, not to what.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: not this rep's or team's customer.
    """
    seen = seen_paths(desk, card_of(ref), now)
    with reading():
        card = card_of(ref)
        contents = contents_of(card)
        theirs = _theirs(card, version)
    source = (now.date(), str(setting_value("area_code")))
    stands = snapshot_of(contents)
    found = []
    for path in dict.fromkeys((*theirs, *texts)):
        cell = _cell(path)
        saved = theirs.get(cell)
        standing = stands.get(cell, "")
        base = saved.base if saved else standing
        mine = _kept(contents.kind, path, texts[path], *source) if path in texts else base
        if saved or mine != base:
            clash = Clash(
                path, base, standing, saved.by if saved else "", saved.at if saved else None,
                mine, is_same=standing == mine,
            )  # fmt: skip
            found.append(clash if seen(cell) else _masked(clash, path in texts))
    return tuple(found)


class _Saved(NamedTuple):
    """What another person saved in one place: what stood there first, who changed it last."""

    base: str
    by: str
    at: datetime


def _theirs(card: CustomerCard, version: int) -> dict[str, _Saved]:
    """Path -> what was saved after a version."""
    people = names_of_people()
    lines: Iterable[Revision] = card.revisions.where(
        Revision.version > version, Revision.field != ""
    ).order_by(Revision.id)
    found: dict[str, _Saved] = {}
    for line in lines:
        if not is_tick(line.field, line.new_value or ""):
            before = found.get(line.field)
            base = before.base if before else line.old_value or ""
            by = people.get(line.changed_by_id, "")
            found[line.field] = _Saved(base, by, line.changed_at)
    return found


def _cell(path: str) -> str:
    """The cell that stands for a path: a whole row is told by what names it."""
    place = row_path(path)
    if place is None or place.column:
        return path
    return column_path(place.table, place.row, REQUIRED[place.table][0])


def _kept(kind: CardKind, path: str, text: str, today: date, area_code: str) -> str:
    """A text as the history would keep it; as typed if it cannot be taken."""
    place = row_path(path)
    if place is not None and not place.column:
        return text
    try:
        known = field_of(kind, path)
    except KeyError:
        return text
    checked = (check_cell if place is None else check_column)(known, text, today, area_code)
    return text if checked.errors else as_text(checked.value) or ""


def _masked(clash: Clash, is_mine: bool) -> Clash:
    """The same without what this desk may not see: only that somebody changed it."""
    theirs = MASK if clash.theirs_at else ""
    mine = clash.mine if is_mine else ""
    return replace(clash, base="", theirs=theirs, mine=mine, is_same=False)

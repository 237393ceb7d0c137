"""The drawers and quick states beside the list, with how many cards stand in each. No widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gui.translators import words
from model.cards.listing import CardRow
from model.office.tables import DrawerKind
from model.office.teams import DrawerRow
from model.words import mark

Keep = Callable[[CardRow], bool]

ALL = "all"
PROPOSALS = "proposals"
"""Keys of all cards, and of the changes that wait to be decided."""
_NAMES = {
    DrawerKind.PENDING: mark("DrawerList", "Waiting for review"),
    DrawerKind.KEY_ACCOUNTS: mark("DrawerList", "Key accounts"),
    DrawerKind.INTERRUPTED: mark("DrawerList", "Interrupted"),
    DrawerKind.PROSPECTS: mark("DrawerList", "Prospects"),
    DrawerKind.DAMAGED: mark("DrawerList", "Damaged"),
    DrawerKind.VOID: mark("DrawerList", "Void"),
}
_ALL_CARDS = mark("DrawerList", "All cards")
_PROPOSED = mark("DrawerList", "Proposed changes")
_AWAY = frozenset({"out", "overdue"})


@dataclass(frozen=True)
class DrawerEntry:
    """One line beside the list.

    Attributes:
        key: by which it is remembered.
        name: as shown.
        count: cards in it.
        out: of these lent, and home in time so far.
        overdue: of these not back in time.
        keep: whether a card belongs to it.
    """

    key: str
    name: str
    count: int
    out: int
    overdue: int
    keep: Keep


_QUICK: tuple[tuple[str, str, Keep], ...] = (
    ("waiting", mark("DrawerList", "To be reviewed"), lambda row: row.stage == "waiting"),
    ("returned", mark("DrawerList", "Sent back"), lambda row: row.stage == "returned"),
    ("passed", mark("DrawerList", "To be filed"), lambda row: row.stage == "passed"),
    ("incomplete", mark("DrawerList", "Incomplete"), lambda row: row.incomplete),
    ("out", mark("DrawerList", "Out"), lambda row: row.state in _AWAY),
)


def drawer_entries(rows: Sequence[CardRow], drawers: Sequence[DrawerRow]) -> list[DrawerEntry]:
    """All cards first, then every drawer in the cabinet's order."""
    counts: Counter[int] = Counter()
    states: Counter[tuple[int, str]] = Counter()
    for row in rows:
        counts[row.drawer_no] += 1
        if row.state in _AWAY:
            states[row.drawer_no, row.state] += 1
    entries = [
        DrawerEntry(
            str(drawer.number),
            drawer_name(drawer),
            counts[drawer.number],
            states[drawer.number, "out"],
            states[drawer.number, "overdue"],
            _stands_in(drawer.number),
        )
        for drawer in drawers
    ]
    whole = DrawerEntry(
        ALL,
        words("DrawerList", _ALL_CARDS),
        len(rows),
        sum(entry.out for entry in entries),
        sum(entry.overdue for entry in entries),
        lambda row: True,
    )
    return [whole, *entries]


def _stands_in(number: int) -> Keep:
    return lambda row: row.drawer_no == number


def quick_entries(rows: Sequence[CardRow], proposals: int) -> list[DrawerEntry]:
    """What a clerk asks for most, across all drawers; first the proposed changes that wait."""
    proposed = DrawerEntry(
        PROPOSALS, words("DrawerList", _PROPOSED), proposals, 0, 0, lambda row: False
    )
    return [
        proposed,
        *(
            DrawerEntry(key, words("DrawerList", name), sum(map(keep, rows)), 0, 0, keep)
            for key, name, keep in _QUICK
        ),
    ]


def drawer_name(drawer: DrawerRow) -> str:
    """A drawer by its number, and its district or purpose."""
    name = drawer.district or words("DrawerList", _NAMES[drawer.kind])
    return f"{drawer.number:02d} {name}"

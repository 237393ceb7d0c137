"""What the page reads before it shows anything, in one go and off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gui.tasks import Report
from gui.today.kept_visit import is_visit
from model.cards.listing import CardRow, list_cards
from model.cards.proposals import Proposed, open_proposals
from model.cards.search import Hit, search
from model.cards.typing import KeptTyping, kept_typing
from model.errors import CabinetClosedError
from model.office.desk import Desk
from model.office.people import list_people
from model.office.rights import Role
from model.office.tables import PersonState
from model.office.teams import DrawerRow, list_districts, list_drawers

_MOST_HITS = 8


@dataclass(frozen=True)
class OfficeList:
    """Everything beside the card itself.

    Attributes:
        rows: the cards this desk may list.
        drawers: all drawers.
        reps: names of the reps who work here.
        districts: names of the districts.
        kept: this person's typing kept when the screen locked.
        proposals: the proposed changes that wait for this desk, or that it has made; none are
            read while the cabinet is not open.
    """

    rows: list[CardRow]
    drawers: list[DrawerRow]
    reps: tuple[str, ...]
    districts: tuple[str, ...]
    kept: list[KeptTyping]
    proposals: list[Proposed]


def read_office_list(desk: Desk, now: datetime) -> Callable[[Report], OfficeList]:
    """A job that reads it."""

    def read(report: Report) -> OfficeList:
        del report
        with desk.own_connection():
            people = list_people(desk)
            return OfficeList(
                list_cards(desk, now),
                list_drawers(desk),
                tuple(
                    person.name
                    for person in people
                    if person.role is Role.REP and person.state is not PersonState.GONE
                ),
                tuple(dict.fromkeys(district.name for district in list_districts(desk))),
                [one for one in kept_typing(desk) if not is_visit(one)],
                _proposals(desk, now),
            )

    return read


def _proposals(desk: Desk, now: datetime) -> list[Proposed]:
    try:
        return open_proposals(desk, now)
    except CabinetClosedError:
        return []


def find_elsewhere(desk: Desk, text: str, now: datetime) -> Callable[[Report], list[Hit]]:
    """A job that looks beyond the drawer, and beyond one's own customers."""

    def find(report: Report) -> list[Hit]:
        del report
        with desk.own_connection():
            return search(desk, text, now, limit=_MOST_HITS)

    return find

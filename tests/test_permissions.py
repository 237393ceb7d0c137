"""Nobody learns of a card what domain.md §5.6 keeps from him, by whichever door he tries.

Role × act × class of data × whose customer × where the card is × cabinet open or closed. What is
right is told in `permission_table`, apart from the program's own table; every class of data bears
words of its own (`permission_world`), which are looked for in all that a door gives.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from model.cards.definition import CardKind
from model.errors import CabinetError
from model.loans import closing, opening
from model.office import day, log_in, office_settings
from model.office.desk import Desk
from model.storage.cabinet import disconnect
from model.storage.database import database
from tests.conftest import NOW, PASSWORD
from tests.permission_doors import DOORS, Door, behind
from tests.permission_table import CLASSES, ROLES, Case
from tests.permission_world import Planted, Planter, found_in

PEOPLE = ("李明", "王芳", "周涛", "孙丽", "王秀兰", "赵刚", "钱进", "张总")
KEEPER = "王秀兰"
LEAST = 30_000
"""Fewer cases than this, and something is no longer tried."""


class World:
    """The planted cabinet, its desks, and the key in its door."""

    def __init__(self, desks: Mapping[str, Desk], cards: list[Planted]) -> None:
        self.desks = desks
        self.cards = cards
        self.by_state = {
            (card.relation, card.state): card for card in cards if card.kind is CardKind.COMPANY
        }

    def turn_key(self, *, is_open: bool) -> None:
        """开柜, or 锁柜 with all cards that are out."""
        if is_open == day.state_on(NOW.date()).is_open:
            return
        keeper = self.desks[KEEPER]
        if is_open:
            opening.open_cabinet(keeper, NOW)
            return
        away = [card.ref for card in self.cards if card.state.startswith(("out", "overdue"))]
        closing.close_cabinet(keeper, away, NOW)


@pytest.fixture(scope="module")
def world(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Made once: the doors leave it as it was."""
    cabinet = tmp_path_factory.mktemp("permissions") / "office.cabinet"
    shutil.copytree(office_template, cabinet)
    desks = {name: log_in.log_in(cabinet, name, PASSWORD, NOW) for name in PEOPLE}
    office_settings.change_setting(desks["张总"], "most_readings", "999", NOW)
    opening.open_cabinet(desks[KEEPER], NOW)
    planter = Planter(desks)
    planter.plant_all()
    yield World(desks, planter.cards)
    disconnect()


class _UndoneError(Exception):
    """Ends a transaction whose work is not wanted."""


def learnt(world: World, door: Door, card: Planted, person: str) -> set[str]:
    """The classes of data of a card that somebody learns by a door; what it writes is undone."""
    told: object = None
    try:
        with database.atomic():
            try:
                told = door.look(world.desks[person], card, world.by_state)
            except CabinetError as error:
                told = error.values
            raise _UndoneError
    except _UndoneError:
        # A clerk who decides on what was handed in has its paper before him (§5.6 A, DC2).
        decides = ROLES[person] == "clerk" and door.is_decided_on
        return found_in(told, card.no, "2P" if decides else "")


def test_nobody_learns_what_is_not_his(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, counted = [], 0
    for is_open in (True, False):
        world.turn_key(is_open=is_open)
        for card in world.cards:
            for name, door in DOORS.items():
                there = ceiling(world, door, card)
                for person in ROLES:
                    case = Case(person, card.relation, card.state, is_open)
                    found = learnt(world, door, card, person)
                    right = door.lets(case) & there
                    counted += len(CLASSES)
                    if found != right:
                        wrong.append((name, case, card.kind.value, sorted(found), sorted(right)))
    with capsys.disabled():
        print(f"\n{counted} cases of role, door, class, card and cabinet", end=" ")  # noqa: T201
    assert wrong[:20] == [], f"{len(wrong)} cases"
    assert counted >= LEAST


def ceiling(world: World, door: Door, card: Planted) -> frozenset[str]:
    """What the manager learns by a door while the cabinet is open: all that is behind it."""
    key = (id(door), card.no)
    if key not in _CEILINGS:
        _CEILINGS[key] = frozenset(learnt(world, door, card, "张总"))
        if card.kind is CardKind.COMPANY and card.state == "in":
            assert behind(door) <= _CEILINGS[key], door
    return _CEILINGS[key]


_CEILINGS: dict[tuple[int, int], frozenset[str]] = {}

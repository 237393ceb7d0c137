"""Nobody learns of a card what domain.md §5.6 keeps from him, by whichever door he tries.

Role × act × class of data × whose customer × where the card is × cabinet open or closed. What is
right is told in `permission_table`, apart from the program's own table; every class of data bears
words of its own (`permission_world`), which are looked for in all that a door gives.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

import main
from model.cards.definition import CardKind
from model.errors import CabinetError
from model.loans import closing, opening
from model.office import day, log_in, office_settings
from model.office.desk import Desk
from model.storage.cabinet import disconnect
from model.storage.database import database
from tests.conftest import NOW, PASSWORD
from tests.permission_doors import DOORS, LISTS, Door, behind
from tests.permission_table import CLASSES, ROLES, Case, may_list, may_print, may_see, may_see_draft
from tests.permission_world import Planted, Planter, found_by_card, found_in

PEOPLE = ("李明", "王芳", "周涛", "孙丽", "王秀兰", "赵刚", "钱进", "张总")
KEEPER = "王秀兰"
LEAST = 50_000
"""Fewer cases than this, and something is no longer tried."""


class World:
    """The planted cabinet, its desks, and the key in its door."""

    def __init__(self, cabinet: Path, desks: Mapping[str, Desk], planted: Planter) -> None:
        self.cabinet = cabinet
        self.desks = desks
        self.cards = cards = planted.cards
        self.drafts = planted.drafts
        self.by_state = {
            (card.relation, card.state): card for card in cards if card.kind is CardKind.COMPANY
        }

    @property
    def companies_in_use(self) -> set[int]:
        """Numbers of the cards of which every list tells something."""
        return {card.no for card in self.by_state.values() if card.state != "void"}

    def sit_down(self) -> None:
        """Everybody at his desk again, after somebody else has used the cabinet."""
        self.desks = sit_at_all(self.cabinet)

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
    desks = sit_at_all(cabinet)
    office_settings.change_setting(desks["张总"], "most_readings", "999", NOW)
    opening.open_cabinet(desks[KEEPER], NOW)
    planter = Planter(desks)
    planter.plant_all()
    planter.plant_drafts()
    yield World(cabinet, desks, planter)
    disconnect()


def sit_at_all(cabinet: Path) -> dict[str, Desk]:
    """A desk for everybody."""
    return {name: log_in.log_in(cabinet, name, PASSWORD, NOW) for name in PEOPLE}


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


@pytest.mark.parametrize("is_open", [True, False])
def test_a_draft_is_whole_to_who_fills_and_who_reviews_it(world: World, is_open: bool) -> None:
    world.turn_key(is_open=is_open)
    wrong = []
    for card in world.drafts:
        for person in ROLES:
            case = Case(person, card.relation, card.state, is_open)
            found = learnt(world, DOORS["card"], card, person)
            if found != may_see_draft(case):
                wrong.append((case, sorted(found)))
            listed = learnt(world, DOORS["list"], card, person)
            if listed != may_list(case):
                wrong.append((case, sorted(listed)))
    assert wrong == []


def test_lists_tell_no_more_than_the_cards(world: World) -> None:
    world.turn_key(is_open=True)
    wrong = []
    for name, listed in LISTS.items():
        for person in ROLES:
            decides = ROLES[person] == "clerk" and name == "open proposals"
            told = found_by_card(_told(listed, world.desks[person]), decides * "2P")
            if ROLES[person] == "manager" and name in {"list", "visits of a day", "open proposals"}:
                assert told.keys() >= world.companies_in_use, name
            for card in world.cards:
                right = may_see(Case(person, card.relation, card.state, is_open=True))
                if not told.get(card.no, set()) <= right:
                    wrong.append((name, person, card.relation, card.state, told[card.no] - right))
    assert wrong == []


def _told(look: Callable[[Desk], object], desk: Desk) -> object:
    try:
        return look(desk)
    except CabinetError as error:
        return error.values


@pytest.fixture
def type_in(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., str]]:
    """The command line in the same process: what it prints."""
    world.turn_key(is_open=True)
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.setattr(main, "_now", lambda: NOW)

    def typed(person: str, *words: str) -> str:
        main.main([*words, "--cabinet", str(world.cabinet), "--as", person, "--json"])
        return capsys.readouterr().out

    yield typed
    world.sit_down()


COMMANDS = {
    "show": (("card", "show", "{ref}", "--history"), may_see),
    "glance": (("card", "glance", "{ref}"), may_see),
    "search": (("search", "甲{no:02}"), may_list),
}


def test_the_command_line_is_such_a_door(world: World, type_in: Callable[..., str]) -> None:
    wrong, counted = [], 0
    for card in world.cards:
        if card.state not in {"in", "pass", "slip"} or card.kind is not CardKind.COMPANY:
            continue
        for name, (command, lets) in COMMANDS.items():
            words = [part.format(ref=card.ref, no=card.no) for part in command]
            there = found_in(type_in("张总", *words), card.no)
            for person in ROLES:
                case = Case(person, card.relation, card.state, is_open=True)
                found = found_in(type_in(person, *words), card.no)
                counted += len(CLASSES)
                if found != lets(case) & there:
                    wrong.append((name, case, sorted(found)))
            assert there, name
    assert wrong == []
    assert counted >= 9 * len(COMMANDS) * len(ROLES) * len(CLASSES)


@pytest.mark.parametrize("person", ROLES)
@pytest.mark.parametrize("relation", ["own", "other"])
def test_paper_and_files_hold_no_more(
    world: World, type_in: Callable[..., str], tmp_path: Path, person: str, relation: str
) -> None:
    """Searched by the text that a reader of the file finds."""
    card = world.by_state[relation, "in"]
    case = Case(person, relation, "in", is_open=True)
    terms = ("--receiver", "四川长江物流", "--reason", "投标", "--destroy")
    for what, more in (("card", ()), ("copy", terms)):
        file = tmp_path / f"{what}.pdf"
        type_in(person, "print", what, card.ref, *more, "--out", str(file))
        text = (
            "\n".join(page.extract_text() for page in PdfReader(file).pages)
            if file.exists()
            else ""
        )
        found = found_in(text, card.no)
        assert found <= may_print(case), what
        assert person != "张总" or found >= set("12345"), what
    book = tmp_path / "cards.xlsx"
    type_in(
        person, "export", str(book), "--card", card.ref, "--all-fields", "--to", "四川长江物流",
        "--purpose", "投标", "--destroy",
    )  # fmt: skip
    assert book.exists() == (person == "张总"), "others need an approval first"
    if book.exists():
        with ZipFile(book) as parts:
            cells = [parts.read(name) for name in parts.namelist()]
        assert found_in(cells, card.no) >= set("12345")


def ceiling(world: World, door: Door, card: Planted) -> frozenset[str]:
    """What the manager learns by a door while the cabinet is open: all that is behind it."""
    key = (id(door), card.no)
    if key not in _CEILINGS:
        _CEILINGS[key] = frozenset(learnt(world, door, card, "张总"))
        if card.kind is CardKind.COMPANY and card.state == "in":
            assert behind(door) <= _CEILINGS[key], door
    return _CEILINGS[key]


_CEILINGS: dict[tuple[int, int], frozenset[str]] = {}

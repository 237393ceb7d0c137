"""A small office made once, and copies of its cabinet to lend from: two teams, fourteen cards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from model.cards import drafts, reviewing
from model.cards.definition import CardKind
from model.cards.tables import CustodyState, CustomerCard
from model.exchange.importing import ImportOptions, import_cards
from model.office import log_in, office_settings, people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.rights import Role
from model.storage import cabinet
from model.storage.database import database, writing
from model.storage.vault import FLOOR_KDF

from .reference import MOST_CARDS, Card

T = TypeVar("T")

FOUNDED = datetime(2026, 1, 5, 8, 30)
MANAGER, KEEPER, CLERK = "张总", "王秀兰", "孙丽"
REPS = {"李明": "赵刚", "王芳": "赵刚", "周涛": "钱进"}
"""Each rep's supervisor."""

_PASSWORD = "correct-horse"
_OWNED = {"李明": 5, "王芳": 4, "周涛": 3}
_DISTRICTS = {"李明": "武侯", "王芳": "锦江", "周涛": "金牛"}


@dataclass(frozen=True)
class Template:
    """The cabinet as it was made, everybody's desk, and the cards by number."""

    folder: Path
    desks: dict[str, Desk]
    cards: tuple[Card, ...]

    def fresh(self) -> dict[str, Card]:
        """The cards as nobody has touched them."""
        return {card.ref: Card(card.ref, card.owner, card.state, card.place) for card in self.cards}


def make_template(folder: Path) -> Template:
    """Found the office: a draft, a void, a sealed and a lost card among the fourteen."""
    create(folder, Founders("华东办事处", MANAGER, KEEPER, _PASSWORD), FOUNDED, FLOOR_KDF)
    manager = log_in.log_in(folder, MANAGER, _PASSWORD, FOUNDED)
    for team, districts in (("一队", ("武侯", "锦江")), ("二队", ("金牛",))):
        teams.add_team(manager, team, "", FOUNDED)
        for district in districts:
            teams.add_district(manager, district, team, FOUNDED)
    office_settings.change_setting(manager, "most_cards", str(MOST_CARDS), FOUNDED)
    staff = [(CLERK, Role.CLERK, ""), *((rep, Role.REP, _team(rep)) for rep in REPS),
             ("赵刚", Role.SUPERVISOR, "一队"), ("钱进", Role.SUPERVISOR, "二队")]  # fmt: skip
    for name, role, team in staff:
        people.add_person(manager, name, role, team, _PASSWORD, FOUNDED)
    names = (MANAGER, KEEPER, *(name for name, _, _ in staff))
    desks = {name: log_in.log_in(folder, name, _PASSWORD, FOUNDED, name) for name in names}
    _fill(desks, folder.parent / "customers.csv")
    cards = tuple(_card(row) for row in CustomerCard.select())
    cabinet.disconnect()
    return Template(folder, desks, cards)


def _team(rep: str) -> str:
    return "二队" if rep == "周涛" else "一队"


def _fill(desks: dict[str, Desk], sheet: Path) -> None:
    rows = "".join(
        # Class A is due every week: most plans fill by themselves.
        f"{rep}的第{number}家公司,{rep},{_DISTRICTS[rep]},2025-12-{number:02d},A\n"
        for rep, count in _OWNED.items()
        for number in range(1, count + 1)
    )
    sheet.write_text(f"客户名称,业务员,片区,上次拜访,客户等级\n{rows}", encoding="utf-8")
    import_cards(desks[KEEPER], sheet, ImportOptions(), FOUNDED)
    for rep in ("李明", "王芳"):
        texts = {"full_name": f"{rep}的新客户", "district": _DISTRICTS[rep]}
        ref = drafts.create_card(desks[rep], CardKind.COMPANY, texts, FOUNDED).ref
    reviewing.reject(desks["赵刚"], ref, "没有这家客户", FOUNDED)
    _shelve(1, CustodyState.SEALED)
    _shelve(6, CustodyState.LOST)


def _shelve(id_: int, state: CustodyState) -> None:
    """Sealing and losing have no act yet."""
    with writing():
        CustomerCard.update(custody_state=state).where(CustomerCard.id == id_).execute()


def _card(row: CustomerCard) -> Card:
    place = (row.drawer_no, str(row.card_no or row.draft_no))
    return Card(place[1], row.rep.name, row.custody_state, place)


class Lending:
    """One copy of the cabinet with two PCs at its counter: the keeper's, and the other clerk's."""

    def __init__(self, template: Template, folder: Path) -> None:
        self.desks, self.folder = template.desks, folder
        shutil.copytree(template.folder, folder)
        cabinet.connect(folder, template.desks[MANAGER].keys, FOUNDED)
        self._other_pc = ThreadPoolExecutor(1)

    def at(self, name: str, job: Callable[[Desk], T]) -> T:
        """Somebody does something; the other clerk at a PC, and a connection, of her own."""
        if name != CLERK:
            return job(self.desks[name])
        return self._other_pc.submit(job, self.desks[name]).result()

    def at_once(self, job: Callable[[Desk], T]) -> list[T | Exception]:
        """Keeper and clerk do the same at the same moment; what each got, or why not."""
        other = self._other_pc.submit(_tried, job, self.desks[CLERK])
        return [_tried(job, self.desks[KEEPER]), other.result()]

    def close(self) -> None:
        """Everybody leaves."""
        self._other_pc.submit(database.close).result()
        self._other_pc.shutdown()
        cabinet.disconnect()
        shutil.rmtree(self.folder)


def _tried(job: Callable[[Desk], T], desk: Desk) -> T | Exception:
    try:
        return job(desk)
    except Exception as error:  # noqa: BLE001 - told to whoever compares
        return error

"""The office at ten to eight: past days behind it, and plans whose cards wait to be handed out.

Today's plans have twelve visits for each rep; those of the days that follow have fifteen, as many
cards as one rep may hold.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from model.cards.tables import CustodyState, CustomerCard
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import Person
from model.rounds.approval import approve_all
from model.rounds.planning import add_line, make_plan
from model.storage.database import writing
from model.storage.rows import rows_of
from model.upkeep.bench.figure import Measured, Sizes, timed
from model.upkeep.bench.office import at_desk, seated, shut, wall_clock
from model.upkeep.bench.past_days import VISITS, cards_of, write_past_days
from model.upkeep.bench.places import day_folder

MOST_CARDS = 15
"""What one rep may hold: the setting's own value."""
_MORNING = time(7, 50)


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make `day/office.cabinet` out of the sample office."""
    took, _ = timed(lambda: _make(folder, sizes))
    return Measured((), (("working_day", took / 1000, "s"),))


def mornings(today: date, checkouts: int) -> Iterator[datetime]:
    """The mornings after today on which fifteen cards wait for every rep; enough of them."""
    for ahead in range(1, -(-checkouts // len(rep_names())) + 1):
        yield datetime.combine(today + timedelta(days=ahead), _MORNING)


def rep_names() -> list[str]:
    """The reps by staff number, of the cabinet that is open."""
    return [name for _, name in _reps()]


def _reps() -> list[tuple[int, str]]:
    """(key, name) of the reps by staff number."""
    query = Person.select(Person.id, Person.name).where(Person.role == Role.REP)
    return [(key, name) for key, name in rows_of(query.order_by(Person.staff_no))]


def _make(folder: Path, sizes: Sizes) -> None:
    cabinet, now = day_folder(folder) / "office.cabinet", wall_clock()
    shutil.copytree(folder / "office.cabinet", cabinet)
    manager = at_desk(cabinet, Role.MANAGER, now)
    clerk = Person.get(Person.role == Role.CLERK)
    reps = [key for key, _ in _reps()]
    with writing():
        _give_customers(reps[0], sizes.customers)
        write_past_days(reps, clerk.id, sizes.loans, now.date())
    _plan(manager, now.date(), VISITS, now)
    for morning in mornings(now.date(), sizes.checkouts):
        _plan(manager, morning.date(), MOST_CARDS, now)
    shut(manager, now)
    shut(*seated(cabinet))


def _give_customers(rep: int, wanted: int) -> None:
    """Let the first rep have so many customers, taken from the others."""
    lacking = max(0, wanted - len(cards_of(rep)))
    others = CustomerCard.select(CustomerCard.id).where(CustomerCard.rep != rep)
    taken = [key for (key,) in rows_of(others.order_by(CustomerCard.id).limit(lacking))]
    with writing():
        for key in taken:
            CustomerCard.update(rep=rep).where(CustomerCard.id == key).execute()


def _plan(manager: Desk, day: date, visits: int, now: datetime) -> None:
    """Approved plans of a day for everyone: as suggested, and filled up by hand."""
    for key, rep in _reps():
        plan = make_plan(manager, rep, day, now)
        spare = _spare(key, {line.card_no for line in plan.lines})
        for card_no in islice(spare, visits - len(plan.lines)):
            add_line(manager, plan.plan_no, card_no, now)
    approve_all(manager, day, now)


def _spare(rep: int, planned: set[str]) -> Iterator[str]:
    """A rep's other customers, those not seen for the longest time first."""
    query = (
        CustomerCard.select(CustomerCard.card_no)
        .where((CustomerCard.rep == rep) & (CustomerCard.custody_state == CustodyState.IN_CABINET))
        .order_by(CustomerCard.last_visit_on, CustomerCard.id)
    )
    return (card_no for (card_no,) in rows_of(query) if card_no not in planned)

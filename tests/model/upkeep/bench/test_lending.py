"""The checkout's benchmark at a small size; nothing here looks at a time."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from model.cards.tables import CustomerCard, Loan, Reservation
from model.loans.checkouts import check_out
from model.loans.opening import open_cabinet
from model.loans.returns import take_back
from model.office import log_check
from model.rounds.tables import PlanLine, Promise, VisitRecord
from model.upkeep.bench import lending
from model.upkeep.bench.figure import Sizes
from model.upkeep.bench.lending import Twins, homecoming
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import day_folder
from model.upkeep.bench.working_day import MOST_CARDS, mornings, rep_names

TABLES = (CustomerCard, Loan, Reservation, PlanLine, VisitRecord, Promise)


def everything() -> dict[str, list[Any]]:
    """Every row of what an act of the counter writes, in the cabinet that is open."""
    return {table.__name__: list(table.select().order_by(table.id).tuples()) for table in TABLES}


def test_a_checkout_stands_beside_the_same_rows_written_bare(
    day_office: Path, day_sizes: Sizes
) -> None:
    found = lending.measure(day_office, day_sizes)
    (figure,) = found.figures
    assert (figure.name, figure.bound, figure.bound_of) == ("checkout", 6.0, "ratio")
    assert figure.figure > 0
    assert figure.baseline > 0
    beside = {name: value for name, value, _ in found.beside}
    assert beside["checkout_cards"] == MOST_CARDS
    assert beside.keys() == {
        "checkout_cards", "first_checkout", "checkout_p95", "bare_checkout_p95", "return",
        "bare_return",
    }  # fmt: skip


def test_written_bare_cards_loans_visits_and_the_log_are_the_same(day_office: Path) -> None:
    ours, bare = day_folder(day_office) / "office.cabinet", day_office / "bare.cabinet"
    desk, now = seated(ours)
    twins = Twins(desk, bare)
    morning = next(mornings(now.date(), 1))
    twins.both(partial(open_cabinet, desk, morning))
    first, second = rep_names()[:2]
    for rep in (first, second):
        _, _, out = twins.both(partial(check_out, desk, rep, morning))
    evening = morning + timedelta(hours=9)
    twins.both(partial(take_back, desk, second, homecoming(out, evening), evening))
    expected = everything()
    shut(desk, now)
    twins.close()

    desk, now = seated(bare)
    assert everything() == expected
    assert len([loan for loan in Loan.select().where(Loan.returned_at.is_null())]) == MOST_CARDS
    assert (
        VisitRecord.select().where(VisitRecord.visited_on == morning.date()).count() == MOST_CARDS
    )
    assert list(log_check.faults(desk.keys.log_key)) == []
    shut(desk, now)

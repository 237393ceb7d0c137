"""Everything about one day's plans, read in one go off the window's thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from gui.tasks import Report
from model.cards.finding import folded, query_key
from model.cards.listing import CardRow, list_cards
from model.office.desk import Desk
from model.rounds.planning import plans_on
from model.rounds.plans_shown import PlanView, Reason
from model.rounds.rep_list import list_reps
from model.rounds.suggesting import suggest_day


@dataclass(frozen=True)
class RepPlan:
    """One rep, and his plan of the day if there is one."""

    rep: str
    team: str
    plan: PlanView | None = None


@dataclass(frozen=True)
class PlanDay:
    """The reps of this desk on one day."""

    day: date
    reps: tuple[RepPlan, ...]

    def of(self, rep: str) -> RepPlan | None:
        """One rep's."""
        return next((one for one in self.reps if one.rep == rep), None)

    def with_plan(self, plan: PlanView) -> PlanDay:
        """The same day with another state of one plan."""
        return replace(
            self,
            reps=tuple(
                replace(one, plan=plan) if one.rep == plan.rep else one for one in self.reps
            ),
        )


@dataclass(frozen=True)
class Candidate:
    """A customer who could be visited.

    Attributes:
        card_no, name, abc_class, district: the customer.
        must_visit: 必访.
        score: points of the day; None for one whom no rule asks for.
        reasons: what the points are for.
        why_not: why the suggestion has no place for him; None where it has.
        search_key: what the filter looks in.
    """

    card_no: str
    name: str
    abc_class: str
    district: str
    must_visit: bool = False
    score: Decimal | None = None
    reasons: tuple[Reason, ...] = ()
    why_not: Reason | None = None
    search_key: str = ""


def read_plan_day(desk: Desk, day: date, now: datetime) -> Callable[[Report], PlanDay]:
    """A job that reads the plans of a day."""

    def read(report: Report) -> PlanDay:
        del report
        with desk.own_connection():
            plans = {plan.rep: plan for plan in plans_on(desk, day, now)}
            return PlanDay(
                day,
                tuple(RepPlan(rep.name, rep.team, plans.get(rep.name)) for rep in list_reps(desk)),
            )

    return read


def read_candidates(
    desk: Desk, rep: str, day: date, now: datetime
) -> Callable[[Report], tuple[Candidate, ...]]:
    """A job that reads whom the rules want a rep to visit, the most wanted first."""

    def read(report: Report) -> tuple[Candidate, ...]:
        del report
        with desk.own_connection():
            return candidates_of(suggest_day(desk, rep, day, now))

    return read


def candidates_of(suggested: PlanView) -> tuple[Candidate, ...]:
    """Everyone of a suggestion: who has no place in it, then who has."""
    without = [
        Candidate(
            one.card_no, one.name, one.abc_class, one.district, one.must_visit, one.score,
            one.reasons, one.why_not, folded(one.name),
        )
        for one in suggested.left_out
    ]  # fmt: skip
    placed = [
        Candidate(
            line.card_no, line.name, line.abc_class, line.district, line.must_visit, line.score,
            line.reasons, None, folded(line.name),
        )
        for line in suggested.lines
    ]  # fmt: skip
    return tuple(
        sorted([*placed, *without], key=lambda one: (not one.must_visit, -(one.score or 0)))
    )


def read_customers(desk: Desk, now: datetime) -> Callable[[Report], dict[str, list[CardRow]]]:
    """A job that reads the customers of every rep, for adding any of them by hand."""

    def read(report: Report) -> dict[str, list[CardRow]]:
        del report
        with desk.own_connection():
            found: dict[str, list[CardRow]] = defaultdict(list)
            for row in list_cards(desk, now):
                if row.state != "draft":
                    found[row.rep].append(row)
            return dict(found)

    return read


def with_customers(
    candidates: tuple[Candidate, ...], customers: Sequence[CardRow]
) -> tuple[Candidate, ...]:
    """The candidates as the filter finds them, and the rep's other customers after them."""
    keys = {row.ref: row.search_key for row in customers}
    known = {one.card_no for one in candidates}
    return (
        *(replace(one, search_key=keys.get(one.card_no, one.search_key)) for one in candidates),
        *(
            Candidate(row.ref, row.name, row.abc_class, row.district, search_key=row.search_key)
            for row in customers
            if row.ref not in known
        ),
    )


def narrowed(
    candidates: Sequence[Candidate], text: str, planned: Collection[str]
) -> list[Candidate]:
    """Who is shown: without a filter those whom a rule asks for, with one all that match.

    Args:
        candidates: of the rep.
        text: what is typed.
        planned: numbers of the cards that are on the plan already.
    """
    terms = query_key(text)
    return [
        one
        for one in candidates
        if one.card_no not in planned
        and (all(term in one.search_key for term in terms) if terms else one.score is not None)
    ]

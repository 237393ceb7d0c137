"""The day at a glance: each rep's plan, cards out and home, and what is in his way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from model.cards.tables import Loan
from model.errors import NotFoundError
from model.loans.blocks import Block, blocks, missing_records
from model.loans.open_loans import OpenLoan, open_loans
from model.office.day import state_on
from model.office.desk import Desk, Whose
from model.office.office_settings import setting_value
from model.office.rights import RIGHTS, Right, Role, act
from model.office.tables import Person, PersonState, Team
from model.rounds.plan_reading import STRUCK
from model.rounds.planning import plan_of
from model.rounds.plans_shown import PlanView
from model.rounds.reps import rep_called, whose_rep
from model.rounds.tables import DailyPlan, LineState, PlanLine, VisitRecord
from model.storage.database import reading
from model.storage.prepared import Prepared

_REPS = Prepared(
    lambda hole: (
        Person.select(Person.id, Person.staff_no, Person.name, Person.team, Team.name)
        .left_outer_join(Team)
        .where((Person.role == hole) & (Person.state != hole))
    )
)
_PLANS = Prepared(
    lambda hole: DailyPlan.select(
        DailyPlan.rep, DailyPlan.id, DailyPlan.plan_no, DailyPlan.state
    ).where(DailyPlan.plan_date == hole)
)
_LINES = Prepared(
    lambda hole: (
        PlanLine.select(
            PlanLine.plan,
            PlanLine.card,
            PlanLine.state,
            PlanLine.starts_at,
            PlanLine.travel_minutes,
        )
        .join(DailyPlan)
        .where(DailyPlan.plan_date == hole)
        .order_by(PlanLine.plan, PlanLine.seq)
    )
)
_LOANS = Prepared(
    lambda hole: (
        Loan.select(Loan.borrower, Loan.card, Loan.document, Loan.returned_at.is_null(False))
        .where(Loan.day == hole)
        .where(Loan.corrected_at.is_null())
    )
)
_RECORDS = Prepared(
    lambda hole: VisitRecord.select(VisitRecord.card, VisitRecord.visited_on).where(
        (VisitRecord.rep == hole) & (VisitRecord.visited_on >= hole)
    )
)


@dataclass(frozen=True)
class RepDay:
    """One rep's day so far.

    Attributes:
        rep: his name.
        staff_no: his number.
        team: his team.
        plan_no: today's plan, or empty.
        plan_state: `draft`, `approved`, or empty.
        visits: lines of the plan that were not struck.
        to_go: of these, cards that have not been handed out yet.
        out: cards that he holds now, whenever they were handed out.
        home: cards handed out today that are home again.
        overdue: of those he holds, how many are past their due time.
        missing_records: cards brought home without a visit record.
        block: why he may get no card.
        leaves_at: "09:00", when the plan has him leave; empty without a plan.
    """

    rep: str
    staff_no: int
    team: str
    plan_no: str
    plan_state: str
    visits: int
    to_go: int
    out: int
    home: int
    overdue: int
    missing_records: int
    block: Block
    leaves_at: str

    @property
    def waiting(self) -> int:
        """Cards that can go out now: their plan is approved, and nothing blocks the rep."""
        return self.to_go if self.plan_state == "approved" and not self.block.holds else 0


@dataclass(frozen=True)
class Board:
    """Everybody's day, by team and staff number."""

    day: date
    is_open: bool
    reps: tuple[RepDay, ...]


@dataclass(frozen=True)
class CardAway:
    """One card that is out: what the register knows of it.

    Attributes:
        document: the plan that it went out on.
        overdue: past its due time.
        has_record: a visit record of card, borrower and day is there already.
        day: the day on which it was handed out.
    """

    card_no: str
    name: str
    location: str
    loan_no: int
    document: str
    issued_at: datetime
    due_at: datetime
    overdue: bool
    has_record: bool
    day: date


@dataclass(frozen=True)
class RepDetail:
    """One rep's day with his plan of today and every card that he holds, in drawer order."""

    rep_day: RepDay
    plan: PlanView | None
    away: tuple[CardAway, ...]


class Rep(NamedTuple):
    """A rep, with his team."""

    id: int
    staff_no: int
    name: str
    team_id: int | None
    team: str | None


class _Line(NamedTuple):
    plan_id: int
    card_id: int
    state: str
    starts_at: str | None
    travel_minutes: int


class _Had(NamedTuple):
    """A loan of today that was not corrected."""

    borrower_id: int
    card_id: int
    document: str
    is_home: int


@act(Right.SEE_LOANS)
def day_board(desk: Desk, now: datetime) -> Board:
    """The day of every rep whom this desk may see: a rep himself, a supervisor his team's."""
    with reading():
        everybody = _Day(now, open_loans())
        reps = tuple(everybody.of(rep) for rep in reps_seen(desk))
        return Board(now.date(), state_on(now.date()).is_open, reps)


def reps_seen(desk: Desk) -> list[Rep]:
    """The reps whose loans this desk may see, by team and number."""
    everyone = [Rep(*row) for row in _REPS(Role.REP.value, PersonState.GONE.value).tuples()]
    reach = RIGHTS[Right.SEE_LOANS].of(desk.person.role)
    seen = [rep for rep in everyone if desk.reaches(reach, Whose(rep.id, rep.team_id))]
    return sorted(seen, key=lambda rep: (rep.team or "", rep.staff_no))


class _Day:
    """What the board asks once for everybody."""

    def __init__(self, now: datetime, loans: list[OpenLoan]) -> None:
        self._loans = defaultdict(list)
        for loan in loans:
            self._loans[loan.borrower_id].append(loan)
        self._now = now
        self._blocks = blocks(now, loans)
        self._missing = Counter(borrower for borrower, _, _ in missing_records())
        self._plans = {row[0]: row[1:] for row in _PLANS(now.date()).tuples()}
        self._lines = defaultdict(list)
        for row in _LINES(now.date()).tuples():
            self._lines[row[0]].append(_Line(*row))
        self._had = [_Had(*row) for row in _LOANS.bare(now.date())]

    def of(self, rep: Rep) -> RepDay:
        """One rep's day."""
        plan_id, plan_no, state = self._plans.get(rep.id, (0, "", ""))
        standing = [line for line in self._lines[plan_id] if line.state not in STRUCK]
        had = {loan.card_id for loan in self._had if plan_no and loan.document == plan_no}
        held = self._loans[rep.id]
        return RepDay(
            rep=rep.name,
            staff_no=rep.staff_no,
            team=rep.team or "",
            plan_no=plan_no,
            plan_state=state,
            visits=len(standing),
            to_go=sum(
                line.state == LineState.PLANNED and line.card_id not in had for line in standing
            ),
            out=len(held),
            home=sum(loan.borrower_id == rep.id and loan.is_home for loan in self._had),
            overdue=sum(loan.is_late(self._now) for loan in held),
            missing_records=self._missing[rep.id],
            block=self._blocks.get(rep.id, Block()),
            leaves_at=_leaves_at(standing) if plan_no else "",
        )


def _leaves_at(lines: Iterable[_Line]) -> str:
    """When the first visit has him leave; the office's time where nothing is timed."""
    first = next((line for line in lines if line.starts_at), None)
    if first is None or first.starts_at is None:
        return f"{setting_value('leaves_at'):%H:%M}"
    start = datetime.combine(date.min, time.fromisoformat(first.starts_at))
    return f"{start - timedelta(minutes=first.travel_minutes):%H:%M}"


@act(Right.SEE_LOANS)
def rep_day(desk: Desk, rep: str, now: datetime) -> RepDetail:
    """One rep's day, with his plan and every card that he holds.

    Raises:
        NotFoundError: nobody is called that, or he is no rep.
        NotAllowedError: another rep's, or another team's.
    """
    with reading():
        person = rep_called(rep)
        desk.require(Right.SEE_LOANS, whose_rep(person))
        found = next((one for one in reps_seen(desk) if one.id == person.id), None)
        if found is None:
            raise NotFoundError(kind="rep", ref=person.name)
        loans = open_loans()
        mine = [loan for loan in loans if loan.borrower_id == person.id]
        plan = plan_of(desk, rep, now.date(), now)
        return RepDetail(_Day(now, loans).of(found), plan, cards_away(mine, now))


def cards_away(loans: Sequence[OpenLoan], now: datetime) -> tuple[CardAway, ...]:
    """Open loans as people read them, in the order given."""
    recorded = _recorded(loans)
    return tuple(
        CardAway(
            loan.card_no, loan.name, loan.location, loan.loan_no, loan.document, loan.issued_at,
            loan.due_at, loan.is_late(now), (loan.borrower_id, loan.card_id, loan.day) in recorded,
            loan.day,
        )
        for loan in loans
    )  # fmt: skip


def _recorded(loans: Sequence[OpenLoan]) -> set[tuple[int, int, date]]:
    """(borrower, card, day) of the visit records since each borrower's oldest of these loans."""
    oldest: dict[int, date] = {}
    for loan in loans:
        oldest[loan.borrower_id] = min(loan.day, oldest.get(loan.borrower_id, loan.day))
    return {
        (borrower, card, day)
        for borrower, since in oldest.items()
        for card, day in _RECORDS(borrower, since).tuples()
    }

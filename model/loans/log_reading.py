"""Reading the log (日志): clerk and manager all of it, a supervisor what concerns his team.

DC7 of domain.md §5.6 A. A supervisor's lines are those that people of his team wrote, also those
who have left, and those about his team's cards and drafts, people, plans and visit records,
whoever wrote them. A rep reads his own loans in the register, and no line of the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from model.cards.tables import CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.log_lines import Keep, matching
from model.office.log_query import LogLine, LogQuery
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Person, PersonState
from model.progress import Progress, silent
from model.rounds.tables import DailyPlan, VisitRecord
from model.storage.database import reading
from model.storage.rows import rows_of


@dataclass(frozen=True)
class LogPage:
    """A page of the log.

    Attributes:
        lines: the newest first.
        more: whether older ones follow; the next page begins before the last line's number.
    """

    lines: tuple[LogLine, ...]
    more: bool


@dataclass(frozen=True)
class LogPerson:
    """Somebody whose lines stand in the log.

    Attributes:
        staff_no: staff number, never given twice.
        name: the name.
        role: the role.
        left_on: the day on which he left; None while he works here.
        has_left: whether he has left.
    """

    staff_no: int
    name: str
    role: str
    left_on: date | None
    has_left: bool


@act(Right.SEE_LOG)
def read_log(desk: Desk, wanted: LogQuery, progress: Progress = silent) -> LogPage:
    """One page of the log.

    Args:
        desk: a clerk, a supervisor or the manager.
        wanted: which lines.
        progress: told (lines looked at, 0); what it raises ends the search.
    """
    audit.flush(desk)
    with reading():
        found = list(islice(seen_lines(desk, wanted, progress), wanted.limit + 1))
    return LogPage(tuple(found[: wanted.limit]), len(found) > wanted.limit)


@act(Right.SEE_LOG)
def log_people(desk: Desk) -> tuple[LogPerson, ...]:
    """Everybody who ever had a key here, those who have left at the end."""
    del desk
    query = Person.select(
        Person.staff_no, Person.name, Person.role, Person.left_on, Person.state
    ).order_by(Person.staff_no)
    people = [
        LogPerson(no, name, role, left_on, state == PersonState.GONE)
        for no, name, role, left_on, state in rows_of(query)
    ]
    return tuple(sorted(people, key=lambda person: person.has_left))


@act(Right.SEE_LOG)
def head_of_log(desk: Desk) -> str:
    """Number and start of the hash of the last line, as printed on the day's register."""
    audit.flush(desk)
    return audit.log_head()


def seen_lines(desk: Desk, wanted: LogQuery, progress: Progress) -> Iterator[LogLine]:
    """The lines wanted that this desk may see, inside the caller's transaction."""
    keep = _whole if RIGHTS[Right.SEE_LOG].of(desk.person.role) is Reach.ALL else _team_only(desk)
    return matching(wanted, keep, progress)


def _whole(lines: Sequence[LogLine]) -> Sequence[LogLine]:
    return lines


def _team_only(desk: Desk) -> Keep:
    """What concerns the desk's team."""
    team = desk.person.team_id
    people = dict(rows_of(Person.select(Person.staff_no, Person.id).where(Person.team == team)))
    ids = list(people.values())
    numbers = {str(no) for no in people}

    def keep(lines: Sequence[LogLine]) -> Sequence[LogLine]:
        others = [line for line in lines if line.staff_no not in people]
        ours = {("person", no) for no in numbers} | _things(others, ids)
        return [
            line for line in lines if line.staff_no in people or (line.kind, line.subject) in ours
        ]

    return keep


def _things(lines: Sequence[LogLine], people: Sequence[int]) -> set[tuple[str, str]]:
    """Those of the lines' cards, plans and visit records that are some people's."""
    found: set[tuple[str, str]] = set()
    for kind, column, owner in (
        ("card", CustomerCard.card_no, CustomerCard.rep),
        ("card", CustomerCard.draft_no, CustomerCard.rep),
        ("plan", DailyPlan.plan_no, DailyPlan.rep),
        ("visit", VisitRecord.record_no, VisitRecord.rep),
    ):
        subjects = {line.subject for line in lines if line.kind == kind}
        if subjects:
            query = column.model.select(column).where(column.in_(subjects), owner.in_(people))
            found |= {(kind, no) for (no,) in rows_of(query)}
    return found

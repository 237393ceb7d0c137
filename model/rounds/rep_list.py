"""The reps for whom one desk may make plans."""

from __future__ import annotations

from dataclasses import dataclass

from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.office.tables import Person, PersonState, Team
from model.rounds.reps import whose_rep
from model.storage.database import reading


@dataclass(frozen=True)
class RepRow:
    """A rep who works here."""

    name: str
    staff_no: int
    team: str


@act(Right.MAKE_PLAN)
def list_reps(desk: Desk) -> list[RepRow]:
    """The reps whose plans this desk may see and make, by staff number."""
    query = (
        Person.select(Person, Team)
        .left_outer_join(Team)
        .where((Person.role == Role.REP) & (Person.state != PersonState.GONE))
        .order_by(Person.staff_no)
    )
    with reading():
        return [
            RepRow(rep.name, rep.staff_no, rep.team.name if rep.team else "")
            for rep in query
            if desk.may(Right.MAKE_PLAN, whose_rep(rep))
        ]

"""Teams, their districts, and the drawers that districts open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.errors import AlreadyThereError, NotFoundError
from model.office import audit
from model.office.desk import Desk
from model.office.naming import clean_name, refuse_taken
from model.office.rights import Right, Role, act
from model.office.tables import District, Drawer, DrawerKind, Person, PersonState, Team
from model.storage.database import writing

FIXED_DRAWERS: dict[DrawerKind, int] = {
    DrawerKind.PENDING: 1,
    DrawerKind.KEY_ACCOUNTS: 90,
    DrawerKind.INTERRUPTED: 91,
    DrawerKind.PROSPECTS: 92,
    DrawerKind.DAMAGED: 98,
    DrawerKind.VOID: 99,
}
# Districts take 02 to 89, then 100 to 999 (domain.md §5.1).
_DISTRICT_NUMBERS = (*range(2, 90), *range(100, 1000))


@dataclass(frozen=True)
class TeamRow:
    """A team with the names of its supervisors and its number of reps."""

    id: int
    name: str
    supervisor: str
    reps: int


@dataclass(frozen=True)
class DistrictRow:
    """A district with its team and drawer."""

    id: int
    name: str
    team: str
    drawer: int


@dataclass(frozen=True)
class DrawerRow:
    """A drawer: its number, what it is for, and the district it belongs to."""

    number: int
    kind: DrawerKind
    district: str
    team: str


@act(Right.SEE_OFFICE)
def list_teams(desk: Desk) -> list[TeamRow]:
    """All teams by name."""
    del desk
    rows = []
    for team in Team.select().order_by(Team.name):
        people = list(team.people.where(Person.state != PersonState.GONE))
        supervisors = [person.name for person in people if person.role == Role.SUPERVISOR]
        reps = sum(person.role == Role.REP for person in people)
        rows.append(TeamRow(team.id, team.name, "、".join(supervisors), reps))
    return rows


@act(Right.SEE_OFFICE)
def list_districts(desk: Desk) -> list[DistrictRow]:
    """All districts by drawer number."""
    del desk
    found: Any = (
        District.select(District.id, District.name, Team.name, Drawer.number)
        .join(Team)
        .switch(District)
        .join(Drawer, on=(Drawer.district == District.id))
        .order_by(Drawer.number)
        .tuples()
    )
    return [DistrictRow(*row) for row in found]


@act(Right.SEE_OFFICE)
def list_drawers(desk: Desk) -> list[DrawerRow]:
    """All drawers in the cabinet's order."""
    del desk
    found: Any = (
        Drawer.select(Drawer.number, Drawer.kind, District.name, Team.name)
        .left_outer_join(District)
        .left_outer_join(Team)
        .order_by(Drawer.number)
        .tuples()
    )
    return [
        DrawerRow(number, DrawerKind(kind), district or "", team or "")
        for number, kind, district, team in found
    ]


@act(Right.MANAGE_OFFICE)
def add_team(desk: Desk, name: str, supervisor: str, now: datetime) -> TeamRow:
    """Make a team; its supervisor, when named, moves to it.

    Raises:
        AlreadyThereError: the name is taken.
        NotFoundError: no supervisor of that name.
    """
    name = clean_name(name, "team")
    with writing():
        refuse_taken(name, (team.name for team in Team.select()), "team")
        team = Team.create(name=name)
        if supervisor:
            _appoint(team, supervisor)
        audit.log(
            desk,
            audit.Event.TEAM_ADD,
            now,
            kind="team",
            subject=name,
            after={"supervisor": supervisor},
        )
    return TeamRow(team.id, name, supervisor, 0)


def _appoint(team: Team, supervisor: str) -> None:
    """Put a supervisor at the head of a team."""
    person = Person.get_or_none(Person.name == supervisor, Person.role == Role.SUPERVISOR)
    if person is None:
        raise NotFoundError(kind="supervisor", ref=supervisor)
    Person.update(team=team).where(Person.id == person.id).execute()


@act(Right.DISTRICTS_DRAWERS)
def add_district(desk: Desk, name: str, team: str, now: datetime) -> DistrictRow:
    """Make a district of a team, with its drawer.

    Raises:
        AlreadyThereError: the team has a district of that name.
        NotFoundError: no such team.
    """
    name = clean_name(name, "district")
    with writing():
        owner = Team.get_or_none(Team.name == team)
        if owner is None:
            raise NotFoundError(kind="team", ref=team)
        here = District.select().where(District.team == owner)
        refuse_taken(name, (district.name for district in here), "district")
        row = make_district(name, owner)
        audit.log(
            desk,
            audit.Event.DISTRICT_ADD,
            now,
            kind="district",
            subject=name,
            after={"team": team, "drawer": row.drawer},
        )
    return row


def make_district(name: str, team: Team) -> DistrictRow:
    """Write a district and open its drawer, inside the caller's transaction."""
    district = District.create(name=name, team=team)
    numbers: Any = Drawer.select(Drawer.number).tuples()
    taken = {number for (number,) in numbers}
    free = next((number for number in _DISTRICT_NUMBERS if number not in taken), None)
    if free is None:
        raise AlreadyThereError(kind="drawer", ref="999")
    Drawer.create(number=free, kind=DrawerKind.DISTRICT, district=district)
    return DistrictRow(district.id, name, team.name, free)


def make_fixed_drawers() -> None:
    """The drawers every cabinet has, inside the caller's transaction."""
    for kind, number in FIXED_DRAWERS.items():
        Drawer.create(number=number, kind=kind)

"""The route calendar (固定线路): on which weekdays a rep works which district."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from model.cards.entering import district_named
from model.errors import BadInputError, NotFoundError, Problem
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import District, Person
from model.rounds.reps import rep_called, whose_rep
from model.rounds.tables import RouteDay
from model.storage.database import writing
from model.storage.rows import rows_of

_LAST_DAY = 6


@dataclass(frozen=True)
class RouteRow:
    """A district of a rep's route, and its weekdays from 0 = Monday."""

    rep: str
    district: str
    weekdays: tuple[int, ...]


@act(Right.SET_ROUTE)
def set_route(
    desk: Desk, rep: str, district: str, weekdays: Iterable[int], now: datetime
) -> RouteRow:
    """Say on which weekdays a rep works a district; on none takes it off his route.

    Args:
        desk: his supervisor or the manager.
        rep: name or staff number.
        district: name of a district of his team.
        weekdays: 0 = Monday to 6 = Sunday, in place of those before.
        now: office wall-clock time.

    Raises:
        NotFoundError: no such rep, or no such district in his team.
        BadInputError: a number that is no weekday.
    """
    person = rep_called(rep)
    desk.require(Right.SET_ROUTE, whose_rep(person))
    days = sorted(set(weekdays))
    if any(not 0 <= one <= _LAST_DAY for one in days):
        raise BadInputError([Problem("weekdays", "not_in_list")])
    with writing():
        found = district_named(district.strip(), person)
        if found is None:
            raise NotFoundError(kind="district", ref=district.strip())
        mine = (RouteDay.rep == person.id) & (RouteDay.district == found.id)
        before = [one for (one,) in rows_of(RouteDay.select(RouteDay.weekday).where(mine))]
        RouteDay.delete().where(mine).execute()
        if days:
            RouteDay.insert_many(
                [(person.id, found.id, one) for one in days],
                fields=[RouteDay.rep, RouteDay.district, RouteDay.weekday],
            ).execute()
        audit.log(
            desk, audit.Event.ROUTE_CHANGE, now, kind="person", subject=person.staff_no,
            before={"district": found.name, "weekdays": sorted(before)},
            after={"district": found.name, "weekdays": days},
        )  # fmt: skip
    return RouteRow(person.name, found.name, tuple(days))


@act(Right.SEE_OFFICE)
def list_routes(desk: Desk) -> list[RouteRow]:
    """The routes of all reps, by rep and district."""
    del desk
    query = (
        RouteDay.select(Person.name, District.name, RouteDay.weekday)
        .join(Person, on=(RouteDay.rep == Person.id))
        .join(District, on=(RouteDay.district == District.id))
        .order_by(Person.staff_no, District.id, RouteDay.weekday)
    )
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for rep, district, weekday in rows_of(query):
        found[rep, district].append(weekday)
    return [RouteRow(rep, district, tuple(days)) for (rep, district), days in found.items()]

"""Cards in a list, as far as a desk may list them: no full card is shown."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from model.cards.contents import names_of_districts, names_of_people
from model.cards.custody import reserved_on, state_now
from model.cards.tables import LISTED, NEEDS_REPRINT, CustomerCard
from model.office.desk import Desk
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Person
from model.storage.prepared import Prepared
from model.storage.rows import as_python, bare_rows

_REPRINT = Prepared(lambda _: CustomerCard.select(CustomerCard.id).where(NEEDS_REPRINT))

IN_DRAWERS = (CustomerCard.drawer_no, CustomerCard.card_no, CustomerCard.draft_no)
"""The order of lists: as the cards stand in the drawers."""


class CardRow(NamedTuple):
    """One card as the list shows it; all of it is DC1."""

    id: int
    ref: str
    name: str
    short_name: str
    kind: str
    state: str
    stage: str
    holder: str
    abc_class: str
    status: str
    rep: str
    district: str
    drawer_no: int
    last_visit_on: date | None
    completeness: float
    incomplete: bool
    legacy_no: str
    search_key: str
    # 需重打: the office's paper is older than the card.
    reprint: bool = False


@act(Right.LIST_CARDS)
def list_cards(desk: Desk, now: datetime) -> list[CardRow]:
    """Every card this desk may list, by drawer and number; drafts among them.

    Before 开柜 too: the list shows no full card.
    """
    fields = CustomerCard._meta.fields
    columns = [CustomerCard.id, *(fields[name] for name in LISTED)]
    query = listed(desk, CustomerCard.select(*columns))
    names = _Names(
        names_of_people(),
        names_of_districts(),
        frozenset(reserved_on(now.date())),
        frozenset(id_ for (id_,) in _REPRINT.bare()),
    )
    return [_card_row(row, names, now) for row in bare_rows(query.order_by(*IN_DRAWERS))]


class _Names(NamedTuple):
    """What a list's rows are told with: names by key; cards reserved today, or to be reprinted."""

    people: dict[int, str]
    districts: dict[int, str]
    reserved: frozenset[int]
    reprint: frozenset[int]


def listed(desk: Desk, query: Any) -> Any:
    """The same query over the cards that this desk may list."""
    reps = reps_listed(desk)
    return query if reps is None else query.where(CustomerCard.rep.in_(reps))


def reps_listed(desk: Desk) -> list[int] | None:
    """The reps whose cards this desk may list; None for everybody's."""
    reach = RIGHTS[Right.LIST_CARDS].of(desk.person.role)
    if reach is Reach.ALL:
        return None
    if reach is Reach.TEAM:
        # Equal, not `is null`: who has no team has no cards, not those of reps without one.
        team = Person.select(Person.id).where(Person.team == (desk.person.team_id or 0))
        return [person.id for person in team]
    return [desk.person.id]


def _card_row(row: tuple[Any, ...], names: _Names, now: datetime) -> CardRow:
    """A selected row with names in place of keys."""
    (id_, drawer, card_no, draft_no, name, short, kind, state, stage, holder, due_at, klass, status,
     rep, district, visited, full, incomplete, legacy, key) = row  # fmt: skip
    if due_at is not None:
        state = state_now(state, as_python(CustomerCard.due_at, due_at), now).value
    elif id_ in names.reserved:
        state = state_now(state, None, now, reserved=True).value
    return CardRow(
        id_,
        card_no or draft_no,
        name or "",
        short or "",
        kind,
        state,
        stage or "",
        names.people.get(holder, ""),
        klass or "",
        status or "",
        names.people.get(rep, ""),
        names.districts.get(district, ""),
        drawer,
        _visited_on(visited),
        full / 10,
        bool(incomplete),
        legacy or "",
        key,
        id_ in names.reprint,
    )


@lru_cache(maxsize=1024)
def _visited_on(stored: Any) -> date | None:
    """A day as the engine gives it; ten thousand cards were visited on some hundred days."""
    visited: date | None = as_python(CustomerCard.last_visit_on, stored)
    return visited

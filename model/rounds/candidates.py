"""What is known of a rep's customers on a day, read at once: one query for each kind of fact.

Stock at the dealer, contracts and claims have no tables yet; the score does without them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from peewee import fn

from model.cards.contact_rules import in_order, key_person
from model.cards.contents import names_of_districts, names_of_people
from model.cards.custody import state_now
from model.cards.lunar import LUNAR
from model.cards.tables import Contact, CustodyState, CustomerCard
from model.money.tables import AccountSnapshot
from model.rounds.day_rules import Customer
from model.rounds.plans_shown import Reason
from model.rounds.policy import Policy, plans_as
from model.rounds.reasons import moved_to
from model.rounds.score import UNKNOWN, Facts, is_near, near_days
from model.rounds.tables import DailyPlan, LineState, PlanLine, Promise, RouteDay, VisitRecord
from model.storage.prepared import Prepared
from model.storage.rows import bare_rows

_CARD = CustomerCard._meta.fields
_RECORD = VisitRecord._meta.fields
_PERSON = Contact._meta.fields
_LONG_AGO = timedelta(days=60)
"""A visit moved longer ago than this fixes no day any more."""

_CARDS = Prepared(
    lambda hole: CustomerCard.select(
        CustomerCard.id, CustomerCard.card_no, _CARD["full_name"], _CARD["abc_class"],
        _CARD["relationship_status"], CustomerCard.district, CustomerCard.custody_state,
        CustomerCard.holder, CustomerCard.due_at, CustomerCard.last_visit_on,
        CustomerCard.completeness, _CARD["is_key_account"], _CARD["settle_day"],
        _CARD["birth_date"], _CARD["anniversary"],
    ).where(
        (CustomerCard.rep == hole)
        & (CustomerCard.custody_state != hole)
        & (CustomerCard.custody_state != hole)
    )
)  # fmt: skip
_PROMISES = Prepared(
    lambda hole: (
        Promise.select(Promise.card, Promise.due_on, Promise.promised_by)
        .join(CustomerCard)
        .where((CustomerCard.rep == hole) & Promise.kept_on.is_null() & (Promise.due_on <= hole))
    )
)
_ACCOUNTS = Prepared(
    lambda hole: (
        AccountSnapshot.select(
            AccountSnapshot.card,
            AccountSnapshot.balance,
            AccountSnapshot.overdue,
            AccountSnapshot.worst_bucket,
        )
        .join(CustomerCard)
        .where(CustomerCard.rep == hole)
    )
)
# Records older than the card's last visit agree nothing any more: few are read, however many
# years lie behind.
RECORDS = Prepared(
    lambda hole: (
        VisitRecord.select(
            VisitRecord.card,
            _RECORD["next_visit_on"],
            _RECORD["next_purpose"],
            VisitRecord.visited_on,
        )
        .join(CustomerCard)
        .where(
            (CustomerCard.rep == hole)
            & (VisitRecord.visited_on >= fn.COALESCE(CustomerCard.last_visit_on, hole))
        )
        .order_by(VisitRecord.visited_on, VisitRecord.id)
    )
)
_MOVED = Prepared(
    lambda hole: (
        PlanLine.select(PlanLine.card, PlanLine.reasons, DailyPlan.plan_date)
        .join(DailyPlan)
        .where((DailyPlan.rep == hole) & (DailyPlan.plan_date >= hole) & (PlanLine.state == hole))
        .order_by(DailyPlan.plan_date)
    )
)
_PLANNED = Prepared(
    lambda hole: (
        PlanLine.select(PlanLine.card, DailyPlan.plan_date)
        .join(DailyPlan)
        .where((DailyPlan.rep == hole) & (DailyPlan.plan_date >= hole))
        .where((DailyPlan.plan_date < hole) & (PlanLine.state == hole))
    )
)
_ROUTE = Prepared(
    lambda hole: RouteDay.select(RouteDay.district, RouteDay.weekday).where(RouteDay.rep == hole)
)


class Known(NamedTuple):
    """A customer with what a plan shows of him.

    Attributes:
        card_id: key of the card.
        name: full name.
        abc_class: as on the card, or empty.
        customer: what the rules of the day need.
        pays: he promised to pay by the day.
        purposes: of the visit that was agreed last.
    """

    card_id: int
    name: str
    abc_class: str
    customer: Customer
    pays: bool
    purposes: tuple[str, ...]


class _Agreed(NamedTuple):
    """The next visit as it was last agreed, and on which day that was."""

    on: date | None
    said_on: str
    purposes: tuple[str, ...] = ()


class _Around(NamedTuple):
    """Everything that stands in other tables, by key of the card."""

    promises: dict[int, tuple[date, ...]]
    paying: set[int]
    accounts: dict[int, tuple[int, str]]  # balance in fen, bucket of what is overdue
    agreed: dict[int, _Agreed]
    planned: dict[int, str]
    celebrated: set[int]
    routes: dict[int, frozenset[int]]
    districts: dict[int, str]
    people: dict[int, str]
    near: frozenset[str]


def known_customers(rep_id: int, day: date, now: datetime, policy: Policy) -> dict[str, Known]:
    """Every customer of a rep who may be planned for a day at all, by number of the card.

    Left out are drafts and void cards, abandoned customers, and interrupted ones until they are
    to be asked again (domain.md §6.2, 不编入).

    Args:
        rep_id: key of the rep.
        day: the day of the visits.
        now: office wall-clock time, for cards that are out.
        policy: of the office.
    """
    around = _around(rep_id, day, now)
    rows = _CARDS.bare(rep_id, CustodyState.DRAFT.value, CustodyState.VOID.value)
    found = (_known(row, day, now, policy, around) for row in rows)
    return {known.customer.key: known for known in found if known is not None}


def _known(
    row: tuple[Any, ...], day: date, now: datetime, policy: Policy, around: _Around
) -> Known | None:
    """One customer; None for one who is not planned."""
    (id_, card_no, name, abc_class, status, district, state, holder, due_at, visited, full,
     key_account, settles, born, anniversary) = row  # fmt: skip
    last_visit_on = date.fromisoformat(visited) if visited else None
    if not _is_planned(status, last_visit_on, day, policy):
        return None
    balance, bucket = around.accounts.get(id_, (0, ""))
    agreed = around.agreed.get(id_, _Agreed(None, ""))
    facts = Facts(
        plan_class=plans_as(abc_class, status),
        last_visit_on=last_visit_on,
        bucket=bucket,
        promises=around.promises.get(id_, ()),
        agreed_on=agreed.on,
        settle_day=settles if settles and balance > 0 else None,
        key_account=bool(key_account),
        care_day=id_ in around.celebrated or _celebrates(born, anniversary, around.near, day),
        completeness=full,
    )
    customer = Customer(
        card_no,
        around.districts.get(district, ""),
        facts,
        None if not around.routes else around.routes.get(district, frozenset()),
        _hindrance(state, due_at, day, now, around.people.get(holder, ""))
        or _planned(around.planned.get(id_)),
    )
    return Known(id_, name or "", abc_class or "", customer, id_ in around.paying, agreed.purposes)


def _is_planned(status: str | None, last_visit_on: date | None, day: date, policy: Policy) -> bool:
    """Not who was abandoned; who was interrupted only when his time has come."""
    if status == "abandoned":
        return False
    if status != "interrupted" or last_visit_on is None:
        return True
    return (day - last_visit_on).days >= policy.recontact_days


def _celebrates(born: str | None, anniversary: str | None, near: frozenset[str], day: date) -> bool:
    """Whether an individual's birthday or anniversary is near."""
    return anniversary in near or (born is not None and is_near(born, near, day))


def _hindrance(
    state: str, due_at: str | None, day: date, now: datetime, holder: str
) -> Reason | None:
    """Why a card cannot be handed out on the day; one that is due before is home by then."""
    if state == CustodyState.IN_CABINET:
        return None
    if state != CustodyState.OUT or due_at is None:
        return Reason(state)
    due = datetime.fromisoformat(due_at)
    if state_now(state, due, now) is CustodyState.OVERDUE:
        return Reason("overdue", None, {"holder": holder})
    return Reason("card_out", None, {"holder": holder}) if due.date() >= day else None


def _planned(on: str | None) -> Reason | None:
    """Why nobody is suggested anew whom another plan will have visited before the day."""
    return None if on is None else Reason("planned_already", None, {"on": on})


# --- the other tables --------------------------------------------------------------------------


def _around(rep_id: int, day: date, now: datetime) -> _Around:
    near = near_days(day)
    promises: dict[int, list[date]] = defaultdict(list)
    paying = set()
    for card, due_on, promised_by in _PROMISES.bare(rep_id, day):
        promises[card].append(date.fromisoformat(due_on))
        if promised_by == "payment":
            paying.add(card)
    return _Around(
        {card: tuple(days) for card, days in promises.items()},
        paying,
        {
            card: (balance, _overdue_bucket(overdue, bucket))
            for card, balance, overdue, bucket in _ACCOUNTS.bare(rep_id)
        },
        _agreed(rep_id, day),
        dict(_PLANNED.bare(rep_id, now.date(), day, LineState.PLANNED.value)),
        _celebrated(rep_id, near, day),
        _routes(rep_id),
        names_of_districts(),
        names_of_people(),
        frozenset(near),
    )


def _overdue_bucket(overdue: int, bucket: str) -> str:
    """The worst bucket of what is overdue; amounts in fen."""
    if bucket in {"", "not_due"}:
        return UNKNOWN if overdue > 0 else ""
    return bucket


def _agreed(rep_id: int, day: date) -> dict[int, _Agreed]:
    """The next visit of each customer: by the latest record, or a line moved since."""
    found: dict[int, _Agreed] = {}
    for card, agreed_on, purposes, said_on in RECORDS.bare(rep_id, ""):
        on = date.fromisoformat(agreed_on) if agreed_on else None
        found[card] = _Agreed(on, said_on, tuple(filter(None, (purposes or "").split(","))))
    moved = _MOVED.bare(rep_id, day - _LONG_AGO, LineState.RESCHEDULED.value)
    for card, reasons, planned_for in moved:
        to = moved_to(reasons)
        if to is not None and planned_for >= found.get(card, _Agreed(None, "")).said_on:
            found[card] = _Agreed(to, planned_for)
    return found


def _celebrated(rep_id: int, near: Collection[str], day: date) -> set[int]:
    """Companies whose key person has a birthday near the day."""
    born = _PERSON["birth_date"]
    other = Contact.alias()
    # On which day of the common calendar a lunar birthday falls is not known to the database.
    wanted = fn.SUBSTR(other.birth_date, 6).in_(list(near)) | other.birth_date.startswith(LUNAR)
    there = other.select(other.card).join(CustomerCard).where((CustomerCard.rep == rep_id) & wanted)
    columns = ("birth_date", "is_key_person", "is_primary", "left_on")
    people = (
        Contact.select(Contact.card, *(_PERSON[name] for name in columns))
        .where(Contact.card.in_(there))
        .order_by(Contact.card, Contact.row_no, Contact.id)
    )
    found = set()
    for card, rows in groupby(bare_rows(people), key=lambda row: row[0]):
        contacts = [dict(zip(columns, row[1:], strict=True)) for row in rows]
        whom = key_person(in_order(contacts))
        if is_near(str(whom.get(born.name) or ""), near, day):
            found.add(int(card))
    return found


def _routes(rep_id: int) -> dict[int, frozenset[int]]:
    """Key of the district -> weekdays of the rep there; empty when he has no route."""
    days: dict[int, set[int]] = defaultdict(set)
    for district, weekday in _ROUTE.bare(rep_id):
        days[district].add(weekday)
    return {district: frozenset(found) for district, found in days.items()}

"""The day's plan with its lines, the visit record, promises, and a rep's route."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from peewee import (
    AutoField,
    BooleanField,
    CharField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from model.cards.columns import add_columns, child_columns
from model.cards.tables import CustomerCard
from model.office.tables import District, Person
from model.rounds.visit_fields import VISIT_FIELDS
from model.storage.database import Table


class PlanState(StrEnum):
    """Whether a plan is the right to draw its cards."""

    DRAFT = "draft"
    APPROVED = "approved"


class LineState(StrEnum):
    """What has become of one line of a plan (glossary: 计划行)."""

    PLANNED = "planned"
    VISITED = "visited"
    NOT_VISITED = "not_visited"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


class DailyPlan(Table):
    """One rep's visits of one day (当日拜访计划)."""

    id = AutoField()
    plan_no = CharField(unique=True)
    plan_date = DateField()
    rep = ForeignKeyField(Person, backref="plans", on_delete="RESTRICT")
    rep_id: int
    state = CharField(
        default=PlanState.DRAFT, constraints=[Check("state IN ('draft', 'approved')")]
    )
    made_by = ForeignKeyField(Person, backref="plans_made", on_delete="RESTRICT")
    made_by_id: int
    made_at = DateTimeField()
    approved_by = ForeignKeyField(Person, null=True, backref="plans_approved", on_delete="RESTRICT")
    approved_by_id: int | None
    approved_at = DateTimeField(null=True)
    # 书面批准: who recorded it; it counts at once, and waits for `approved_by` to confirm it.
    recorded_by = ForeignKeyField(Person, null=True, backref="plans_recorded", on_delete="RESTRICT")
    recorded_by_id: int | None
    confirmed_at = DateTimeField(null=True)
    lines: Any  # backref

    class Meta:
        indexes = ((("rep", "plan_date"), True), (("plan_date",), False))


class PlanLine(Table):
    """One visit of a plan; a struck line stays, with its reason."""

    id = AutoField()
    plan = ForeignKeyField(DailyPlan, backref="lines", on_delete="RESTRICT")
    plan_id: int
    card = ForeignKeyField(CustomerCard, backref="plan_lines", on_delete="RESTRICT")
    card_id: int
    # Visiting order from 1; struck lines keep theirs.
    seq = IntegerField()
    state = CharField(default=LineState.PLANNED)
    # "09:40", or null when it is not timed.
    starts_at = CharField(max_length=5, null=True)
    # "14:00" agreed with the customer.
    appointment = CharField(max_length=5, null=True)
    stay_minutes = IntegerField()
    travel_minutes = IntegerField()
    # Codes of the glossary's list of purposes, joined by commas, and free words.
    purpose = CharField(default="")
    purpose_note = CharField(default="")
    must_visit = BooleanField(default=False)
    # Tenths of a point.
    score = IntegerField(default=0)
    # Why the line is there: a list of {"part", "points", …facts} as JSON (`model.rounds.reasons`).
    reasons = TextField(default="[]")
    by_hand = BooleanField(default=False)
    read_at = DateTimeField(null=True)
    struck_reason = CharField(default="")

    class Meta:
        indexes = ((("plan", "card"), True),)


class RouteDay(Table):
    """A weekday on which a rep works a district (固定线路); 0 is Monday."""

    id = AutoField()
    rep = ForeignKeyField(Person, backref="route", on_delete="CASCADE")
    district = ForeignKeyField(District, backref="+", on_delete="CASCADE")
    district_id: int
    weekday = IntegerField(constraints=[Check("weekday BETWEEN 0 AND 6")])

    class Meta:
        indexes = ((("rep", "district", "weekday"), True),)


class VisitRecord(Table):
    """What came of one visit (拜访记录); the columns of domain.md §6.6 are added below."""

    id = AutoField()
    record_no = CharField(unique=True)
    # Null for a customer met by chance who has no card yet (domain.md §5.8 E10).
    card = ForeignKeyField(CustomerCard, null=True, backref="visits", on_delete="RESTRICT")
    card_id: int | None
    customer_name = CharField(default="")
    name_key = CharField(default="")
    rep = ForeignKeyField(Person, backref="visits", on_delete="RESTRICT")
    rep_id: int
    visited_on = DateField()
    # Empty for a visit that took place; a code of the glossary's 未访原因 otherwise.
    not_visited = CharField(default="")
    plan_no = CharField(default="")
    no_card = BooleanField(default=False)
    read_before = BooleanField(default=False)
    entered_by = ForeignKeyField(Person, backref="visits_entered", on_delete="RESTRICT")
    entered_by_id: int
    entered_at = DateTimeField()
    entered_later = BooleanField(default=False)

    class Meta:
        indexes = ((("card", "visited_on", "rep"), False), (("rep", "visited_on"), False))


add_columns(VisitRecord, child_columns(VISIT_FIELDS))


class Promise(Table):
    """Something promised for a day, by us or by the customer; open until `kept_on` is set."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="promises", on_delete="CASCADE")
    description = TextField()
    due_on = DateField(index=True)
    kept_on = DateField(null=True)
    source = CharField(default="import")
    promised_by = CharField(default="us")
    visit = ForeignKeyField(VisitRecord, null=True, backref="promises", on_delete="RESTRICT")
    visit_id: int | None


# What is still open is asked every morning; what was kept lies there for ever.
Promise.add_index(
    Promise.index(Promise.due_on, name="promise_open", where=Promise.kept_on.is_null())
)

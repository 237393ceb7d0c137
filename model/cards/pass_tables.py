"""Reading in the office: the passes of reps, and the cards that they looked at."""

from __future__ import annotations

from peewee import (
    AutoField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
)

from model.cards.tables import CustomerCard
from model.office.tables import Approval, Person
from model.storage.database import Table


class ReadingPass(Table):
    """阅览: a rep reads one card in the office, a quarter of an hour at most (domain.md §5.2)."""

    id = AutoField()
    person = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    person_id: int
    card = ForeignKeyField(CustomerCard, backref="+", on_delete="RESTRICT")
    card_id: int
    purpose = CharField()
    opened_at = DateTimeField()
    expires_at = DateTimeField()
    # 查询单: of somebody else's customer, by a granted approval.
    approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")
    approval_id: int | None

    class Meta:
        indexes = ((("person", "card", "expires_at"), False),)


class CardLook(Table):
    """That a rep looked at a card on a day, in whatever depth: so many a day, and no more."""

    id = AutoField()
    person = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    person_id: int
    card = ForeignKeyField(CustomerCard, backref="+", on_delete="RESTRICT")
    card_id: int
    day = DateField()

    class Meta:
        indexes = ((("person", "day", "card"), True),)

"""The day for which a rep's block is lifted; the loan itself stands with the card's custody."""

from __future__ import annotations

from peewee import AutoField, CharField, DateField, DateTimeField, ForeignKeyField

from model.office.tables import Person
from model.storage.database import Table


class BlockLift(Table):
    """A rep's block lifted for one day (domain.md §5.5)."""

    id = AutoField()
    person = ForeignKeyField(Person, backref="lifts", on_delete="RESTRICT")
    day = DateField()
    lifted_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    lifted_at = DateTimeField()
    reason = CharField()

    class Meta:
        indexes = ((("person", "day"), True),)

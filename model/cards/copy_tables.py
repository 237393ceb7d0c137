"""What left the cabinet readable: numbered copies of cards, and files of their data."""

from __future__ import annotations

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from model.cards.tables import CustomerCard
from model.office.tables import Approval, Person
from model.storage.database import Table


class IssuedCopy(Table):
    """A numbered copy of a card that left the cabinet (发放副本)."""

    id = AutoField()
    copy_no = CharField(unique=True)
    card = ForeignKeyField(CustomerCard, backref="copies", on_delete="RESTRICT")
    card_id: int
    receiver = CharField()
    purpose = CharField(default="")
    secrecy = CharField()
    issued_at = DateTimeField()
    issued_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    issued_by_id: int
    # Due back on a day, or to be destroyed after reading (阅后销毁).
    due_on = DateField(null=True)
    destroy_after_reading = BooleanField(default=False, constraints=[SQL("DEFAULT 0")])
    approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")
    ended_at = DateTimeField(null=True)
    ended_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    ended_by_id: int | None
    outcome = CharField(default="", constraints=[SQL("DEFAULT ''")])
    # When its print stood whole; its number is given before.
    made_at = DateTimeField(null=True)


class DataExport(Table):
    """One file of cards' data that left the cabinet readable (批量导出); a numbered copy, too."""

    id = AutoField()
    export_no = CharField(unique=True)
    made_at = DateTimeField()
    made_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    made_by_id: int
    receiver = CharField()
    purpose = CharField()
    # What was in it: how many cards, which fields (JSON list), the highest secrecy, its SHA-256.
    rows = IntegerField()
    fields = TextField()
    secrecy = CharField()
    sha256 = CharField()
    due_on = DateField(null=True)
    destroy_after_reading = BooleanField(default=False)
    approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")
    ended_at = DateTimeField(null=True)
    ended_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    ended_by_id: int | None
    outcome = CharField(default="")

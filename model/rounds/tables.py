"""Promises to a customer, or his to us (承诺事项)."""

from __future__ import annotations

from peewee import AutoField, CharField, DateField, ForeignKeyField, TextField

from model.cards.tables import CustomerCard
from model.storage.database import Table


class Promise(Table):
    """Something promised for a day; open until `kept_on` is set."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="promises", on_delete="CASCADE")
    description = TextField()
    due_on = DateField(index=True)
    kept_on = DateField(null=True)
    source = CharField(default="import")

"""What a customer owed on a day, as an import brought it; the ledgers come later."""

from __future__ import annotations

from peewee import AutoField, CharField, Check, DateField, ForeignKeyField

from model.cards.tables import CustomerCard
from model.storage.database import MoneyField, Table


class AccountSnapshot(Table):
    """Balance of one card (往来快照): amounts in yuan, worst bucket as in domain.md §7.10."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="snapshots", unique=True, on_delete="CASCADE")
    balance = MoneyField()
    overdue = MoneyField(constraints=[Check("overdue >= 0")])
    worst_bucket = CharField(default="")
    as_of = DateField()

"""The loan, and the day for which a rep's block is lifted."""

from __future__ import annotations

from peewee import (
    AutoField,
    BooleanField,
    CharField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
)

from model.cards.tables import CustomerCard
from model.office.tables import Person
from model.storage.database import Table


class Loan(Table):
    """One stay of a card outside the cabinet; corrected lines are kept (domain.md §5.8 E13)."""

    id = AutoField()
    loan_no = IntegerField(unique=True)
    card = ForeignKeyField(CustomerCard, backref="loans", on_delete="RESTRICT")
    card_id: int
    borrower = ForeignKeyField(Person, backref="loans", on_delete="RESTRICT")
    borrower_id: int
    # Number of the plan or slip that it was handed out on.
    document = CharField()
    day = DateField()
    issued_at = DateTimeField()
    due_at = DateTimeField()
    issued_by = ForeignKeyField(Person, backref="loans_issued", on_delete="RESTRICT")
    issued_by_id: int
    read_before = BooleanField(default=False)
    returned_at = DateTimeField(null=True)
    taken_back_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    taken_back_by_id: int | None
    condition = CharField(default="", constraints=[Check("condition IN ('', 'intact', 'damaged')")])
    # E8: handed back before leaving; no visit record is wanted.
    cancelled = BooleanField(default=False)
    # Returned, and no visit record of card, rep and day: kept with the row so that a rep's block
    # is known without walking a million old loans; `verify` computes it anew.
    record_missing = BooleanField(default=False)
    return_reason = CharField(default="")
    overdue_logged_at = DateTimeField(null=True)
    # 补录: entered after the event, with the real times (E15).
    entered_later = BooleanField(default=False)
    # 更正: this line was wrong; it counts nowhere, and the one that `corrects` it counts instead.
    corrected_at = DateTimeField(null=True)
    corrected_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    corrected_by_id: int | None
    correction_reason = CharField(default="")
    corrects = ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")

    class Meta:
        indexes = ((("day",), False),)


# Two borrowers of one card are impossible in the database itself, and who is out is asked of this
# index alone, however many loans lie behind.
Loan.add_index(
    Loan.index(Loan.card, name="loan_one_open", unique=True, where=Loan.returned_at.is_null())
)
Loan.add_index(
    Loan.index(Loan.borrower, name="loan_record_missing", where=(Loan.record_missing == True))  # noqa: E712
)
Loan.add_index(Loan.index(Loan.card, Loan.day, name="loan_of_card"))


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

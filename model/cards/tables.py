"""The card, its child tables and its change history."""

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
from model.cards.fields import CHILD_TABLES, STORED
from model.office.tables import District, Person
from model.storage.database import Table


class CustodyState(StrEnum):
    """Where a card is (domain.md §5.4); `reserved` and `overdue` are computed, never stored."""

    DRAFT = "draft"
    IN_CABINET = "in_cabinet"
    RESERVED = "reserved"
    OUT = "out"
    OVERDUE = "overdue"
    LOST = "lost"
    SEALED = "sealed"
    VOID = "void"


class DraftStage(StrEnum):
    """How far a new card has come before it is filed."""

    WAITING = "waiting"
    RETURNED = "returned"
    PASSED = "passed"


_STORED_STATES = ("draft", "in_cabinet", "out", "lost", "sealed", "void")


class CustomerCard(Table):
    """What the office knows of one customer; the columns of domain.md §2 are added below."""

    id = AutoField()
    card_no = CharField(max_length=8, null=True, unique=True)
    draft_no = CharField(max_length=8, null=True, unique=True)
    customer_kind = CharField(constraints=[Check("customer_kind IN ('company', 'individual')")])
    custody_state = CharField(
        index=True,
        constraints=[Check(f"custody_state IN {_STORED_STATES}")],
    )
    draft_stage = CharField(null=True)
    review_remark = TextField(null=True)
    holder = ForeignKeyField(Person, null=True, backref="held", on_delete="RESTRICT")
    holder_id: int | None
    due_at = DateTimeField(null=True)
    last_visit_on = DateField(null=True)
    rep = ForeignKeyField(Person, null=True, backref="cards", on_delete="RESTRICT")
    rep_id: int | None
    filled_by = ForeignKeyField(Person, null=True, backref="filled", on_delete="RESTRICT")
    filled_by_id: int | None
    reviewed_by = ForeignKeyField(Person, null=True, backref="reviewed", on_delete="RESTRICT")
    district = ForeignKeyField(District, null=True, backref="cards", on_delete="RESTRICT")
    location = CharField(max_length=10, null=True, unique=True)
    drawer_no = IntegerField()
    # 资料不全: taken over in bulk, with required fields still empty.
    incomplete = BooleanField(default=False)
    # Raised by every save and compared by the next one: a lost race shows.
    version = IntegerField(default=1)
    # identifier -> "none", "not_applicable" or "checked", as JSON.
    explicit = TextField(default="{}")
    # Tenths of a percent, so that the list needs no second look at the card.
    completeness = IntegerField(default=0)
    # Everything the filter box finds (`finding.search_key`), and the name without its ornaments.
    search_key = TextField(default="")
    name_key = CharField(default="", index=True)
    imported_from = CharField(null=True)
    revisions: Any  # backref


_DECLARED = frozenset({"rep", "filled_by", "reviewed_by", "district"})
add_columns(
    CustomerCard,
    [
        (name, column.storage, column.longest)
        for name, column in STORED.items()
        if name not in _DECLARED
    ],
)

_USCC = CustomerCard._meta.fields["uscc"]
_SHORT_NAME = CustomerCard._meta.fields["short_name"]
_LIVE = CustomerCard.custody_state != CustodyState.VOID

CustomerCard.add_index(
    CustomerCard.index(_USCC, name="customer_card_one_uscc", unique=True, where=_LIVE)
)
CustomerCard.add_index(
    CustomerCard.index(_SHORT_NAME, name="customer_card_one_short_name", unique=True, where=_LIVE)
)


# What the list shows and the search reads, in the list's order: both are answered from this index
# alone, a sixth of the cards' pages (10,000 cards: 30 ms instead of 80). Where an index's rows are
# bounded (PostgreSQL: 2.7 KB) it must do without the search key.
LISTED = (
    *("drawer_no", "card_no", "draft_no", "full_name", "short_name", "customer_kind"),
    *("custody_state", "draft_stage", "holder", "due_at", "abc_class", "relationship_status"),
    *("rep", "district", "last_visit_on", "completeness", "incomplete", "legacy_no"),
    "search_key",
)
CustomerCard.add_index(
    CustomerCard.index(
        *(CustomerCard._meta.fields[name] for name in LISTED), name="customer_card_listed"
    )
)
# The next free place of a drawer.
CustomerCard.add_index(CustomerCard.index(CustomerCard.drawer_no, CustomerCard.location))
# 查重 asks for both before every new card.
for _name in ("phone", "mobile"):
    CustomerCard.add_index(CustomerCard.index(CustomerCard._meta.fields[_name]))


class Contact(Table):
    """A person at the customer; the first is the primary contact (domain.md §2.5)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="contacts", on_delete="CASCADE")
    position = IntegerField(default=0)


class NeedRow(Table):
    """One line of the needs table (需求表)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="needs", on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "need"


class CompetitorSale(Table):
    """What a rival sells at this customer (竞品销售)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="competitor_sales", on_delete="CASCADE")
    position = IntegerField(default=0)
    observed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT")


class YearlyResult(Table):
    """One year of sales to this customer, typed for years before the ledgers (年度实绩)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="sales_history", on_delete="CASCADE")
    position = IntegerField(default=0)


CHILDREN: dict[str, Any] = {
    "contacts": Contact,
    "needs": NeedRow,
    "competitor_sales": CompetitorSale,
    "sales_history": YearlyResult,
}
"""First part of a layout path -> its table."""

for _name, _table in CHILDREN.items():
    add_columns(_table, child_columns(CHILD_TABLES[_name]))

Contact.add_index(Contact.index(Contact._meta.fields["mobile"]))


class Reservation(Table):
    """A card kept for one borrower on one day (预约); only today's makes it `reserved`."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="reservations", on_delete="RESTRICT")
    card_id: int
    day = DateField()
    borrower = ForeignKeyField(Person, backref="reservations", on_delete="RESTRICT")
    borrower_id: int
    # Number of the approved plan or slip that it follows from.
    document = CharField()

    class Meta:
        indexes = ((("card", "day"), True), (("day", "borrower"), False))


class Loan(Table):
    """One stay of a card outside the cabinet; corrected lines are kept (domain.md §5.8 E13).

    It stands with the card's custody, below plans and visits, which ask it too: since when a card
    is out, and whether a record is still wanted.
    """

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
# A card that was out overnight was overdue, and that was logged before it came home: these are the
# only loans of other days that a day's register has to look for.
_WAS_LATE = Loan.overdue_logged_at.is_null(False)
Loan.add_index(Loan.index(Loan.returned_at, name="loan_late", where=_WAS_LATE))


class Revision(Table):
    """One field of one accepted change (修订记录); a new card has one line for all its fields.

    `field` is empty on that first line, whose `new_value` holds every value as JSON.
    """

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="revisions", on_delete="RESTRICT")
    version = IntegerField()
    field = CharField()
    old_value = TextField(null=True)
    new_value = TextField(null=True)
    changed_at = DateTimeField()
    changed_by = ForeignKeyField(Person, backref="changes", on_delete="RESTRICT")
    changed_by_id: int
    accepted_by = ForeignKeyField(Person, null=True, backref="acceptances", on_delete="RESTRICT")
    source = CharField(default="other")
    reason = TextField(default="")
    state = CharField(default="accepted")


class Typing(Table):
    """What a person had typed and not saved when the screen locked; his alone (草稿)."""

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    # Number of the card or draft, or the empty string for a card not yet created.
    ref = CharField()
    customer_kind = CharField()
    version = IntegerField()
    texts = TextField()
    kept_at = DateTimeField()

    class Meta:
        indexes = ((("person", "ref"), True),)

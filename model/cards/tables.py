"""The card, its child tables and its change history."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from peewee import (
    SQL,
    AutoField,
    BlobField,
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


class ChangeState(StrEnum):
    """How far one field of a proposal has come (glossary: 修订 `revision.state`).

    The proposer takes back what is `withdrawn`; `cleared` was taken away with private facts (E17).
    """

    PENDING = "pending"
    ASKED_BACK = "asked_back"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CLEARED = "cleared"


_CHANGE_STATES = tuple(state.value for state in ChangeState)
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
    # Number of the next row of a child table: one count for all, so that no number comes twice.
    next_row_no = IntegerField(default=1, constraints=[SQL("DEFAULT 1")])
    # 1: opened by a version whose opening line did not name everything; `verify` compares what its
    # history tells, and nothing else.
    history_partial = IntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    # What the office's own paper card shows: 需重打 and the changed mode compare with these.
    printed_version = IntegerField(null=True)
    printed_revision_no = IntegerField(null=True)
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
# 需重打: the office's paper shows an older 版次; a card never printed has none that is old.
NEEDS_REPRINT = CustomerCard._meta.fields["revision_no"] > CustomerCard.printed_revision_no
CustomerCard.add_index(
    CustomerCard.index(CustomerCard.card_no, name="customer_card_reprint", where=NEEDS_REPRINT)
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
    row_no = IntegerField()


class NeedRow(Table):
    """One line of the needs table (需求表)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="needs", on_delete="CASCADE")
    row_no = IntegerField()

    class Meta:
        table_name = "need"


class CompetitorSale(Table):
    """What a rival sells at this customer (竞品销售)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="competitor_sales", on_delete="CASCADE")
    row_no = IntegerField()
    observed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT")


class YearlyResult(Table):
    """One year of sales to this customer, typed for years before the ledgers (年度实绩)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="sales_history", on_delete="CASCADE")
    row_no = IntegerField()


class Investment(Table):
    """What we spent on the customer (公司投入记录, domain.md §4.6)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="investments", on_delete="CASCADE")
    row_no = IntegerField()


CHILDREN: dict[str, Any] = {
    "contacts": Contact,
    "needs": NeedRow,
    "competitor_sales": CompetitorSale,
    "sales_history": YearlyResult,
    "investments": Investment,
}
"""First part of a layout path -> its table."""

for _name, _table in CHILDREN.items():
    add_columns(_table, child_columns(CHILD_TABLES[_name]))
    _table.add_index(_table.index(_table.card, _table.row_no, unique=True))

# 查重 while typing asks for any number, whoever's it is.
for _name in ("mobile", "phone"):
    Contact.add_index(Contact.index(Contact._meta.fields[_name]))


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
    accepted_by_id: int | None
    source = CharField(default="other")
    reason = TextField(default="")
    state = CharField(default="accepted")


class Proposal(Table):
    """Changes handed in to be decided (修订建议): a rep's, or those that need the supervisor."""

    id = AutoField()
    proposal_no = CharField(unique=True)
    card = ForeignKeyField(CustomerCard, backref="proposals", on_delete="RESTRICT")
    card_id: int
    proposer = ForeignKeyField(Person, backref="proposals", on_delete="RESTRICT")
    proposer_id: int
    made_at = DateTimeField()
    source = CharField(default="other")
    reason = TextField(default="")
    # Kept with the row, so that what waits is found without walking what was decided.
    is_open = BooleanField(default=True)

    class Meta:
        indexes = ((("is_open", "card"), False),)


class ProposedChange(Table):
    """One field of a proposal, decided by itself (domain.md §5.7).

    `path` is an identifier or `contacts#7.mobile`; `text` is what was typed, `old_value` what stood
    on the card then, both as the history keeps values. Cleared on request (E17) both are NULL.
    """

    id = AutoField()
    proposal = ForeignKeyField(Proposal, backref="changes", on_delete="CASCADE")
    proposal_id: int
    path = CharField()
    old_value = TextField(null=True)
    text = TextField(null=True)
    state = CharField(
        default=ChangeState.PENDING.value, constraints=[Check(f"state IN {_CHANGE_STATES}")]
    )
    remark = TextField(default="")
    decided_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    decided_by_id: int | None
    decided_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("proposal", "path"), True),)


class Verification(Table):
    """When a group of facts was last changed or found unchanged (新鲜度, domain.md §2.9)."""

    id = AutoField()
    card = ForeignKeyField(CustomerCard, backref="verifications", on_delete="CASCADE")
    card_id: int
    fact_group = CharField()
    verified_on = DateField()

    class Meta:
        indexes = ((("card", "fact_group"), True),)


class Attachment(Table):
    """A picture or document in the customer's pouch (附件); its bytes lie in a table of their own.

    Removed ones are kept: nothing is ever lost.
    """

    id = AutoField()
    attachment_no = CharField(unique=True)
    card = ForeignKeyField(CustomerCard, backref="attachments", on_delete="RESTRICT")
    card_id: int
    kind = CharField()
    file_name = CharField()
    media_type = CharField()
    size = IntegerField(constraints=[Check("size > 0")])
    sha256 = CharField()
    # Number on the document, until when it holds, where its original is, who brought it.
    document_no = CharField(default="")
    valid_until = DateField(null=True)
    is_original = BooleanField(default=False)
    kept_where = CharField(default="")
    handled_by = CharField(default="")
    added_at = DateTimeField()
    added_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    added_by_id: int
    removed_at = DateTimeField(null=True)
    removed_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    removed_by_id: int | None


class AttachmentContent(Table):
    """The bytes of an attachment, apart so that a list of attachments never reads them."""

    attachment = ForeignKeyField(
        Attachment, primary_key=True, backref="content", on_delete="RESTRICT"
    )
    content = BlobField()


class CardMerge(Table):
    """One 并卡, with all that its undoing needs (domain.md §5.8 E14).

    A card that went into another is found by `gone`, as long as it was not undone.
    """

    id = AutoField()
    merge_no = CharField(unique=True)
    kept = ForeignKeyField(CustomerCard, backref="merges", on_delete="RESTRICT")
    kept_id: int
    gone = ForeignKeyField(CustomerCard, backref="went_into", on_delete="RESTRICT")
    gone_id: int
    merged_at = DateTimeField()
    merged_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    merged_by_id: int
    reason = TextField(default="")
    # The versions after the merge: while both still stand, it can be undone.
    kept_version = IntegerField()
    gone_version = IntegerField()
    # What was before, as JSON: columns of both cards, rows that moved.
    before = TextField()
    undone_at = DateTimeField(null=True)
    undone_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    undone_by_id: int | None


class Typing(Table):
    """What a person has typed and not saved; his alone (草稿)."""

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

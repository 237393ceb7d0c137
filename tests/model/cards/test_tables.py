"""The database's own rules: what the program forgets to ask, the tables refuse."""

from __future__ import annotations

import re
from typing import Any

import pytest
from peewee import IntegrityError, SqliteDatabase
from playhouse.schema_diff import diff_models

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.tables import (
    LISTED,
    Attachment,
    AttachmentContent,
    CardMerge,
    Contact,
    CustomerCard,
    Loan,
    Proposal,
    ProposedChange,
    Reservation,
    Revision,
    Typing,
    Verification,
)
from model.loans.tables import BlockLift
from model.money.tables import AccountSnapshot
from model.office.desk import Desk
from model.office.tables import (
    Approval,
    CabinetDay,
    District,
    Drawer,
    OfficeDay,
    Person,
    Team,
    WorkplaceSpeed,
)
from model.rounds.tables import DailyPlan, PlanLine, Promise, RouteDay, VisitRecord
from model.storage.cabinet import HISTORY
from model.storage.database import Table, database, writing
from tests.conftest import NOW, Sit, make_card


def tables() -> list[type[Table]]:
    """Every table of the program."""
    return [table for table in Table.__subclasses__() if table.__module__.startswith("model.")]


@pytest.mark.usefixtures("clerk")
def test_tables_and_migrations_agree() -> None:
    assert len(tables()) >= 18
    assert not diff_models(database.obj, tables())


@pytest.mark.usefixtures("clerk")
def test_they_agree_in_checks_types_and_unique_rules_too() -> None:
    """Which the comparison above does not see: the same tables, made from the live ones."""
    made = SqliteDatabase(":memory:")
    made.connect()
    with made.bind_ctx(tables(), bind_refs=False, bind_backrefs=False):
        made.create_tables(tables())
    assert _columns_and_indexes(made) == _columns_and_indexes(database.obj)
    made.close()


def _columns_and_indexes(opened: SqliteDatabase) -> dict[str, set[str]]:
    """Name -> the parts of the statement that made it; columns in any order."""
    rows = opened.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    ).fetchall()
    return {name: _parts(sql) for name, sql in rows if not name.startswith(HISTORY)}


def _parts(sql: str) -> set[str]:
    head, _, rest = sql.partition("(")
    commas = r",(?![^()]*\))"
    return {
        head.replace("IF NOT EXISTS ", ""),
        *(one.strip(" ()") for one in re.split(commas, rest)),
    }


@pytest.mark.usefixtures("clerk")
def test_the_comparison_can_fail() -> None:
    database.execute_sql("ALTER TABLE team ADD COLUMN extra TEXT")
    assert diff_models(database.obj, tables())


def card(**columns: Any) -> dict[str, Any]:
    return {
        "customer_kind": "company",
        "custody_state": "in_cabinet",
        "drawer_no": 2,
        "card_no": "Q00001",
        "location": "1-02-001",
        **columns,
    }


PERSON = {"staff_no": 90, "name": "谁", "role": "rep", "public_key": "ab"}

LOAN = {
    "loan_no": 1, "card": 1, "borrower": 1, "document": "RB20261120-03", "day": NOW.date(),
    "issued_at": NOW, "due_at": NOW, "issued_by": 1,
}  # fmt: skip

PLAN = {
    "plan_no": "RB20261120-03", "plan_date": NOW.date(), "rep": 1, "made_by": 1, "made_at": NOW,
}  # fmt: skip

LINE = {"plan": 1, "card": 1, "seq": 1, "stay_minutes": 40, "travel_minutes": 20}

RESERVATION = {"card": 1, "day": NOW.date(), "borrower": 1, "document": "RB20261120-03"}

RECORD = {
    "record_no": "BF20261120-01", "card": 1, "rep": 1, "visited_on": NOW.date(), "entered_by": 1,
    "entered_at": NOW,
}  # fmt: skip

LIFT = {"person": 1, "day": NOW.date(), "lifted_by": 1, "lifted_at": NOW, "reason": "客户催货"}

PROPOSED = {"proposal_no": "XD000001", "card": 1, "proposer": 1, "made_at": NOW}

CHANGE = {"proposal": 1, "path": "phone", "text": "028-85551234"}

ATTACHED = {
    "attachment_no": "FJ000001", "card": 1, "kind": "licence", "file_name": "营业执照.png",
    "media_type": "image/png", "size": 9, "sha256": "ab", "added_at": NOW, "added_by": 1,
}  # fmt: skip

APPROVAL = {
    "approval_no": "SP000001", "right": "export", "asked_by": 1, "asked_at": NOW, "reason": "年审",
    "decider": "manager",
}  # fmt: skip

EXPORTED = {
    "export_no": "DC000001", "made_at": NOW, "made_by": 1, "receiver": "税务所", "purpose": "年审",
    "rows": 3, "fields": "[]", "secrecy": "internal", "sha256": "ab",
}  # fmt: skip

WORKPLACE = {"name": "柜台", "mem": 64, "pace": 900, "measured_at": NOW, "at_log_in": False}

PASS = {"person": 1, "card": 1, "purpose": "before_visit", "opened_at": NOW, "expires_at": NOW}

COPY = {
    "copy_no": "FB000001", "card": 1, "receiver": "李明", "secrecy": "internal",
    "issued_at": NOW, "issued_by": 1,
}  # fmt: skip

MERGE = {
    "merge_no": "BK000001", "kept": 1, "gone": 1, "merged_at": NOW, "merged_by": 1,
    "kept_version": 2, "gone_version": 2, "before": "{}",
}  # fmt: skip

OF_A_CARD = (
    (Proposal, PROPOSED), (ProposedChange, CHANGE), (Attachment, ATTACHED),
    (AttachmentContent, {"attachment": 1, "content": b"bytes"}), (IssuedCopy, COPY),
    (CardMerge, MERGE),
    (Verification, {"card": 1, "fact_group": "legal", "verified_on": NOW.date()}),
    (Approval, APPROVAL), (DataExport, EXPORTED), (ReadingPass, PASS),
    (CardLook, {"person": 1, "card": 1, "day": NOW.date()}),
)  # fmt: skip
"""A sound row of each table that belongs to a card, in an order in which they can be written."""

OF_A_DAY = (
    (Reservation, RESERVATION), (Loan, LOAN), (DailyPlan, PLAN), (PlanLine, LINE),
    (RouteDay, {"rep": 1, "district": 1, "weekday": 0}), (VisitRecord, RECORD), (BlockLift, LIFT),
    (OfficeDay, {"day": NOW.date(), "works": False}),
)  # fmt: skip
"""A sound row of each table of the working day, in an order in which they can be written."""

CHECKS = [
    (CustomerCard, card(customer_kind="firm")),
    (CustomerCard, card(custody_state="overdue")),
    (CustomerCard, card(custody_state="reserved")),
    (Person, PERSON | {"role": "boss"}),
    (Drawer, {"number": 0, "kind": "district"}),
    (Drawer, {"number": 1000, "kind": "district"}),
    (AccountSnapshot, {"card": 1, "balance": 0, "overdue": -1, "as_of": NOW.date()}),
    (Loan, LOAN | {"condition": "lost"}),
    (DailyPlan, PLAN | {"state": "done"}),
    (RouteDay, {"rep": 1, "district": 1, "weekday": 7}),
    (RouteDay, {"rep": 1, "district": 1, "weekday": -1}),
    (ProposedChange, CHANGE | {"state": "done"}),
    (Attachment, ATTACHED | {"size": 0}),
    (Approval, APPROVAL | {"decider": "clerk"}),
    (Approval, APPROVAL | {"state": "done"}),
    (WorkplaceSpeed, WORKPLACE | {"mem": 0}),
    (WorkplaceSpeed, WORKPLACE | {"pace": 0}),
]


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(("table", "row"), CHECKS)
def test_every_check_of_the_tables_holds(table: Any, row: dict[str, Any]) -> None:
    with writing():
        CustomerCard.insert(card(card_no="Q00009", location="1-02-009")).execute()
    with pytest.raises(IntegrityError, match="CHECK"), writing():
        table.insert(row).execute()


def test_no_check_is_without_its_test() -> None:
    checked = [
        (table, constraint)
        for table in tables()
        for field in table._meta.sorted_fields
        for constraint in field.constraints or ()
        if constraint.sql.startswith("CHECK")
    ]
    assert {table for table, _ in checked} == {table for table, _ in CHECKS}
    assert len(checked) == 14


BROKEN = [
    # what must be there
    (CustomerCard, card(customer_kind=None)),
    (CustomerCard, card(drawer_no=None)),
    (Person, PERSON | {"public_key": None}),
    # what points nowhere
    (CustomerCard, card(rep=999)),
    (CustomerCard, card(district=999)),
    (CustomerCard, card(holder=999)),
    (Contact, {"card": 999, "row_no": 1}),
    (Promise, {"card": 999, "description": "送样", "due_on": NOW.date()}),
    (Revision, {"card": 999, "version": 1, "field": "", "changed_at": NOW, "changed_by": 1}),
    (District, {"name": "无队", "team": 999}),
    (CabinetDay, {"day": NOW.date(), "opened_by": 999, "opened_at": NOW}),
    (Typing, {"person": 999, "ref": "", "customer_kind": "company", "version": 0,
              "texts": "{}", "kept_at": NOW}),
    (Reservation, RESERVATION | {"card": 999}),
    (Reservation, RESERVATION | {"borrower": 999}),
    (Loan, LOAN | {"card": 999}),
    (Loan, LOAN | {"borrower": 999}),
    (DailyPlan, PLAN | {"rep": 999}),
    (DailyPlan, PLAN | {"plan_no": None}),
    (PlanLine, LINE | {"plan": 999}),
    (PlanLine, LINE | {"card": 999}),
    (RouteDay, {"rep": 1, "district": 999, "weekday": 0}),
    (VisitRecord, RECORD | {"card": 999}),
    (VisitRecord, RECORD | {"rep": 999}),
    (BlockLift, LIFT | {"person": 999}),
    (Proposal, PROPOSED | {"card": 999}),
    (ProposedChange, CHANGE | {"proposal": 999}),
    (Attachment, ATTACHED | {"card": 999}),
    (AttachmentContent, {"attachment": 999, "content": b"bytes"}),
    (IssuedCopy, COPY | {"card": 999}),
    (CardMerge, MERGE | {"gone": 999}),
    (Verification, {"card": 999, "fact_group": "legal", "verified_on": NOW.date()}),
    (IssuedCopy, COPY | {"approval": 999}),
    (Approval, APPROVAL | {"asked_by": 999}),
    (DataExport, EXPORTED | {"made_by": 999}),
    (ReadingPass, PASS | {"card": 999}),
    (CardLook, {"person": 999, "card": 1, "day": NOW.date()}),
]  # fmt: skip


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(("table", "row"), BROKEN)
def test_the_database_refuses(table: Any, row: dict[str, Any]) -> None:
    with writing():
        CustomerCard.insert(card(card_no="Q00009", location="1-02-009")).execute()
        DailyPlan.insert(PLAN | {"plan_no": "RB20261120-09", "rep": 2}).execute()
    with pytest.raises(IntegrityError, match=r"NOT NULL|FOREIGN KEY"), writing():
        table.insert(row).execute()


@pytest.mark.usefixtures("clerk")
def test_a_sound_row_of_each_is_taken() -> None:
    """Else the test above would pass on any mistake of its own."""
    with writing():
        CustomerCard.insert(card()).execute()
        Person.insert(PERSON).execute()
        Drawer.insert({"number": 999, "kind": "district"}).execute()
        for table, row in (*OF_A_DAY, *OF_A_CARD):
            table.insert(row).execute()


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(
    ("place", "other"),
    [
        (0, {"borrower": 2, "document": "RB20261120-04"}),  # one card, one day, one borrower
        (1, {"loan_no": 2, "borrower": 2}),  # a card is out once
        (1, {"card": 2, "returned_at": NOW}),  # a line of the register has its own number
        (2, {"plan_no": "RB20261120-04"}),  # a rep has one plan of a day
        (2, {"rep": 2}),
        (3, {"seq": 2}),  # a card stands on a plan once
        (4, {}),
        (5, {"card": None, "rep": 2}),
        (6, {"reason": "again"}),
        (7, {"works": True}),
    ],
)
def test_what_belongs_to_a_day_stands_once(place: int, other: dict[str, Any]) -> None:
    with writing():
        CustomerCard.insert(card()).execute()
        CustomerCard.insert(card(card_no="Q00002", location="1-02-002")).execute()
        for table, row in OF_A_DAY:
            table.insert(row).execute()
    table, row = OF_A_DAY[place]
    with pytest.raises(IntegrityError, match="UNIQUE"), writing():
        table.insert(row | other).execute()


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(
    ("place", "other"),
    [
        (0, {}),  # a number is given once
        (1, {"text": "028-85551235"}),  # a proposal says one thing of a field
        (2, {}),
        (3, {}),
        (4, {}),
        (5, {}),
        (6, {"verified_on": NOW.date()}),  # a group of a card was verified last on one day
    ],
)
def test_what_belongs_to_a_card_stands_once(place: int, other: dict[str, Any]) -> None:
    with writing():
        CustomerCard.insert(card()).execute()
        for table, row in OF_A_CARD:
            table.insert(row).execute()
    table, row = OF_A_CARD[place]
    with pytest.raises(IntegrityError, match="UNIQUE"), writing():
        table.insert(row | other).execute()


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(
    "twice",
    [
        {"card_no": "Q00001", "location": "1-02-002"},
        {"card_no": "Q00002", "location": "1-02-001"},
        {"draft_no": "D00001", "card_no": None, "location": None},
        {"uscc": "91350100M000100Y43"},
        {"short_name": "恒运"},
    ],
)
def test_numbers_places_codes_and_short_names_stand_once(twice: dict[str, Any]) -> None:
    with writing():
        first = {"draft_no": "D00001", "uscc": "91350100M000100Y43", "short_name": "恒运"}
        CustomerCard.insert(card(**first)).execute()
    other = {"card_no": "Q00009", "location": "1-02-009"} | twice
    with pytest.raises(IntegrityError), writing():
        CustomerCard.insert(card(**other)).execute()


@pytest.mark.usefixtures("clerk")
def test_a_void_card_frees_its_code_and_short_name() -> None:
    same = {"uscc": "91350100M000100Y43", "short_name": "恒运"}
    with writing():
        CustomerCard.insert(card(custody_state="void", **same)).execute()
        CustomerCard.insert(card(card_no="Q00002", location="1-02-002", **same)).execute()


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(
    ("table", "row"),
    [
        (Person, PERSON | {"name": "张总"}),
        (Person, PERSON | {"staff_no": 1}),
        (Team, {"name": "一队"}),
        (District, {"name": "武侯", "team": 1}),
        (Drawer, {"number": 99, "kind": "district"}),
        (Drawer, {"number": 999, "kind": "district", "district": 1}),
    ],
)
def test_people_teams_districts_and_drawers_stand_once(table: Any, row: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), writing():
        table.insert(row).execute()


@pytest.mark.usefixtures("clerk")
def test_a_card_has_one_open_loan_at_the_most() -> None:
    with writing():
        CustomerCard.insert(card()).execute()
        Loan.insert(LOAN | {"returned_at": NOW}).execute()
        Loan.insert(LOAN | {"loan_no": 2}).execute()
    for again in (LOAN | {"loan_no": 3, "borrower": 2}, LOAN | {"returned_at": NOW}):
        with pytest.raises(IntegrityError), writing():
            Loan.insert(again).execute()


@pytest.mark.usefixtures("clerk")
def test_a_card_is_reserved_once_for_a_day() -> None:
    kept = {"card": 1, "day": NOW.date(), "borrower": 1, "document": "RB20261120-03"}
    with writing():
        CustomerCard.insert(card()).execute()
        Reservation.insert(kept).execute()
    with pytest.raises(IntegrityError), writing():
        Reservation.insert(kept | {"borrower": 2}).execute()


def test_a_card_with_a_history_cannot_be_deleted(clerk: Desk, sit: Sit) -> None:
    make_card(sit, "恒运配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    for delete in (CustomerCard.delete(), Person.delete(), District.delete(), Team.delete()):
        with pytest.raises(IntegrityError), writing():
            delete.execute()


@pytest.mark.usefixtures("clerk")
def test_the_list_is_read_from_its_index_alone() -> None:
    columns = ", ".join(CustomerCard._meta.fields[name].column_name for name in LISTED)
    plan = database.execute_sql(
        f"EXPLAIN QUERY PLAN SELECT id, {columns} FROM customer_card"
        " ORDER BY drawer_no, card_no, draft_no"
    ).fetchall()
    assert [step[3] for step in plan] == [
        "SCAN customer_card USING COVERING INDEX customer_card_listed"
    ]

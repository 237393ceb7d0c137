"""What `verify` must notice on the cards."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from model.cards import invariants, reviewing
from model.cards.cards import read_card
from model.office.desk import Desk
from model.storage.cabinet import database_path
from model.storage.database import open_connection, reading
from tests.conftest import NOW, Sit, make_card, make_draft

Sql = Callable[[str], None]


@pytest.fixture
def desk(sit: Sit, opened: Desk) -> Desk:
    """One card in the cabinet, one draft, one refused draft."""
    make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")
    make_draft(sit, "成都瑞驿物流有限公司", "李明", "028-52345678", "武侯")
    refused = make_draft(sit, "成都昌远食品有限公司", "李明", "028-53456789", "武侯")
    reviewing.reject(sit("赵刚"), refused, "重复", NOW)
    return sit("王秀兰")


@pytest.fixture
def sql(desk: Desk) -> Iterator[Sql]:
    with closing(open_connection(database_path(desk.cabinet), desk.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        yield lambda statement: opened.execute(statement) and None


def codes() -> list[str]:
    with reading():
        return [code for code, _ in invariants.faults()]


def test_ordinary_life_breaks_nothing(desk: Desk) -> None:
    card = read_card(desk, "Q00001", NOW)
    assert card.version > 1
    assert codes() == []


CARD = "WHERE card_no = 'Q00001'"
DRAFT = "WHERE draft_no = 'D00002'"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (f"UPDATE customer_card SET card_no = NULL {CARD}", "card_number"),
        (f"UPDATE customer_card SET card_no = 'G00001' {CARD}", "card_number"),
        (f"UPDATE customer_card SET card_no = 'Q00002' {DRAFT}", "card_number"),
        (f"UPDATE customer_card SET draft_no = NULL {DRAFT}", "card_number"),
        (f"UPDATE customer_card SET location = NULL {CARD}", "card_place"),
        (f"UPDATE customer_card SET location = '1-77-001' {CARD}", "card_place"),
        (f"UPDATE customer_card SET drawer_no = 77 {CARD}", "card_place"),
        (f"UPDATE customer_card SET drawer_no = 77, location = '1-77-001' {CARD}",
         "drawer_missing"),
        (f"UPDATE customer_card SET rep_id = NULL {CARD}", "card_without_rep"),
        (f"UPDATE customer_card SET district_id = NULL {CARD}", "card_without_rep"),
        (f"UPDATE customer_card SET holder_id = 3 {CARD}", "card_holder"),
        (f"UPDATE customer_card SET custody_state = 'out' {CARD}", "card_holder"),
        (f"UPDATE customer_card SET version = 0 {CARD}", "card_version"),
        ("UPDATE revision SET version = 99", "card_version"),
        (f"UPDATE customer_card SET card_no = 'Q00009' {CARD}", "card_not_in_log"),
        (f"UPDATE customer_card SET card_no = 'Q00009' {CARD}", "card_gone"),
        (f"DELETE FROM customer_card {CARD}", "card_gone"),
        ("UPDATE counter SET value = 0 WHERE name = 'card_Q'", "counter_behind"),
        ("UPDATE counter SET value = 1 WHERE name = 'draft'", "counter_behind"),
    ],
)  # fmt: skip
def test_broken_rule_is_found(sql: Sql, statement: str, fault: str) -> None:
    sql(statement)

    assert fault in codes()


def test_card_on_loan_is_no_fault(sql: Sql) -> None:
    sql(f"UPDATE customer_card SET custody_state = 'out', holder_id = 3 {CARD}")
    sql("UPDATE customer_card SET custody_state = 'lost' WHERE card_no = 'Q00001'")
    assert codes() == []


def test_faults_name_no_customer(sql: Sql) -> None:
    sql("UPDATE customer_card SET version = 0, location = NULL")
    with reading():
        found = list(invariants.faults())
    assert {str(facts["ref"]) for _, facts in found} <= {"Q00001", "D00002", "D00003"}

"""What a scanner has read: a badge, a card, a plan, or nothing of this office."""

from __future__ import annotations

import pytest

from model.cards.tables import CustomerCard
from model.loans.checkouts import check_out
from model.loans.scanning import CardScan, Nothing, PersonScan, PlanScan, read_scan
from model.office.desk import Desk
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.model.loans.conftest import KEEPER

LATE = NOW.replace(hour=19)


@pytest.mark.parametrize("text", ["P3", "p3", " Ｐ３ ", "P 0003", "Ｐ０３\n"])
def test_a_badge_names_its_person(clerk: Desk, text: str) -> None:
    assert read_scan(clerk, text, NOW) == PersonScan("李明")


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("text", ["Q00001", "q00001", "Ｑ０００01", "Q00001-1", " q 00001 - 1 "])
def test_a_card_says_where_it_is(desk: Desk, text: str) -> None:
    scan = CardScan("Q00001", "第0家客户有限公司", "reserved", "李明", None, "李明", False)
    assert read_scan(desk, text, NOW) == scan


@pytest.mark.usefixtures("plan")
def test_a_card_that_is_out_says_with_whom_and_since_when(desk: Desk) -> None:
    check_out(desk, "李明", NOW)
    out = CardScan("Q00001", "第0家客户有限公司", "out", "李明", NOW, "李明", False)
    assert read_scan(desk, "Q00001", NOW) == out
    overdue = read_scan(desk, "Q00001", LATE)
    assert isinstance(overdue, CardScan)
    assert (overdue.custody, overdue.since) == ("overdue", NOW)


def test_a_card_nobody_wants_is_in_the_cabinet(desk: Desk) -> None:
    scan = CardScan("Q00005", "第4家客户有限公司", "in_cabinet", "", None, "周涛", False)
    assert read_scan(desk, "Q00005", NOW) == scan


@pytest.mark.parametrize(("code", "old"), [("Q00001-1", True), ("Q00001-2", False),
                                           ("Q00001", False)])  # fmt: skip
def test_an_old_print_is_told(desk: Desk, code: str, old: bool) -> None:
    with writing():
        CustomerCard.update(print_no=2).where(CustomerCard.card_no == "Q00001").execute()
    scan = read_scan(desk, code, NOW)
    assert isinstance(scan, CardScan)
    assert scan.old_print is old


def test_a_plan_names_its_rep(desk: Desk, plan: str, sit: Sit) -> None:
    assert read_scan(desk, plan.lower(), NOW) == PlanScan(plan, "李明")
    assert read_scan(sit("李明"), plan, NOW) == PlanScan(plan, "李明")
    assert read_scan(sit("钱进"), plan, NOW) == Nothing(plan)


@pytest.mark.parametrize(
    "text",
    ["", "P", "P99", "P3x", "Q123", "Q99999", "D00001", "RB20261120-88", "6901234567892", "恒运"],
)
def test_anything_else_is_nothing_of_this_office(desk: Desk, text: str) -> None:
    assert read_scan(desk, text, NOW) == Nothing(text)


@pytest.mark.usefixtures("plan")
def test_of_anothers_customer_only_that_there_is_a_card(sit: Sit) -> None:
    check_out(sit(KEEPER), "李明", NOW)
    assert read_scan(sit("周涛"), "Q00001", NOW) == CardScan(
        "Q00001", "", "", "", None, "李明", False
    )
    own = read_scan(sit("赵刚"), "Q00001", NOW)
    assert isinstance(own, CardScan)
    assert own.holder == "李明"

"""Suggestions for a rep and a day."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from model.cards.tables import CustomerCard
from model.errors import NotAllowedError, NotFoundError
from model.money.tables import AccountSnapshot
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.suggesting import suggest_day
from model.rounds.tables import DailyPlan, Promise
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.rounds.conftest import PutCard, card_id

DAY = timedelta(1)


@pytest.fixture
def customers(put_card: PutCard) -> None:
    """A must, one due, one not due, one whose card is lost, one of another rep."""
    put_card(1, abc_class="A", short_name="恒运", last_visit_on=TODAY - 8 * DAY)
    put_card(2, last_visit_on=TODAY - 14 * DAY)
    put_card(3, last_visit_on=TODAY - DAY)
    put_card(4, abc_class="A", custody_state="lost")
    put_card(5, rep="王芳")


@pytest.mark.usefixtures("customers")
def test_a_suggestion_says_whom_when_and_why(clerk: Desk) -> None:
    plan = suggest_day(clerk, "李明", TODAY, NOW)

    assert (plan.plan_no, plan.state, plan.rep, plan.plan_date) == ("", "", "李明", TODAY)
    assert [(line.card_no, line.starts_at) for line in plan.lines] == [
        ("Q00001", "09:40"),
        ("Q00002", "11:00"),
    ]
    first = plan.lines[0]
    assert (first.name, first.short_name, first.district) == ("第1家客户有限公司", "恒运", "武侯")
    assert (first.must_visit, first.score, first.location) == (True, Decimal("65.7"), "1-02-001")
    assert [reason.code for reason in first.reasons] == ["visit_due", "class"]
    assert (plan.leaves_at, plan.back_at) == ("09:00", "12:20")
    assert (plan.stay_minutes, plan.travel_minutes, plan.capacity) == (100, 100, 420)
    assert [(one.card_no, one.must_visit, one.why_not.code) for one in plan.left_out] == [
        ("Q00004", True, "lost")
    ]


@pytest.mark.usefixtures("customers")
def test_a_suggestion_writes_nothing(clerk: Desk) -> None:
    before = AuditLine.select().count()
    suggest_day(clerk, "李明", TODAY, NOW)
    assert (DailyPlan.select().count(), AuditLine.select().count()) == (0, before)


@pytest.mark.usefixtures("customers")
@pytest.mark.parametrize("name", ["李明", "王秀兰", "赵刚", "张总"])
def test_who_makes_plans_sees_suggestions(sit: Sit, name: str) -> None:
    assert len(suggest_day(sit(name), "李明", TODAY, NOW).lines) == 2


@pytest.mark.usefixtures("customers")
@pytest.mark.parametrize("name", ["王芳", "钱进"])
def test_others_do_not(sit: Sit, name: str) -> None:
    with pytest.raises(NotAllowedError):
        suggest_day(sit(name), "李明", TODAY, NOW)


@pytest.mark.parametrize("rep", ["赵刚", "1", "无此人"])
def test_only_reps_have_plans(clerk: Desk, rep: str) -> None:
    with pytest.raises(NotFoundError):
        suggest_day(clerk, rep, TODAY, NOW)


@pytest.mark.usefixtures("customers")
def test_a_rep_is_found_by_staff_number_too(clerk: Desk) -> None:
    assert suggest_day(clerk, " 3 ", TODAY, NOW).rep == "李明"


@pytest.mark.usefixtures("customers")
def test_money_and_promises_stand_on_the_line_and_make_its_purpose(clerk: Desk) -> None:
    card = card_id("Q00003")
    with writing():
        AccountSnapshot.create(
            card=card, balance=900, overdue=300, worst_bucket="d31_60", as_of=TODAY
        )
        Promise.create(card=card, description="答复报价", due_on=TODAY - DAY)
        Promise.create(card=card, description="送样", due_on=TODAY + DAY)
    line = next(
        line for line in suggest_day(clerk, "李明", TODAY, NOW).lines if line.card_no == "Q00003"
    )
    assert (line.balance, line.overdue, line.purposes) == (900, 300, ("collect",))
    assert line.promises == (("答复报价", TODAY - DAY),)
    assert [reason.code for reason in line.reasons] == ["debt_bucket", "promise_late", "class"]


@pytest.mark.usefixtures("customers")
def test_nothing_private_stands_in_a_reason(clerk: Desk) -> None:
    with writing():
        CustomerCard.update(birth_date="1980-11-21", customer_kind="individual").where(
            CustomerCard.card_no == "Q00001"
        ).execute()
    line = suggest_day(clerk, "李明", TODAY, NOW).lines[0]
    (care,) = (reason for reason in line.reasons if reason.code == "care_day")
    assert (care.points, care.facts) == (Decimal("5.0"), None)
    assert line.purposes == ("relation",)

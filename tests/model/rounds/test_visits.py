"""A visit record: checked like a card's cells, and all that follows from it at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from model.cards.tables import CustomerCard
from model.errors import (
    BadInputError,
    CabinetClosedError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from model.loans.checkouts import check_out
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.tables import DailyPlan, PlanLine, Promise, VisitRecord
from model.rounds.visits import (
    PromiseEntry,
    VisitEntry,
    open_promises,
    record_visit,
    visits_of,
    visits_on,
)
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.rounds.conftest import PutCard, person

EVENING = NOW.replace(hour=17)
MONDAY = NOW + timedelta(days=3)
KEEPER = "王秀兰"


def put_plan(card_no: str, rep: str = "李明", day: date = TODAY, **line: Any) -> PlanLine:
    """An approved plan with one line."""
    with writing():
        plan = DailyPlan.create(
            plan_no=f"RB{day:%Y%m%d}-03", plan_date=day, rep=person(rep), state="approved",
            made_by=person(rep), made_at=NOW,
        )  # fmt: skip
        card = CustomerCard.get(CustomerCard.card_no == card_no)
        made: PlanLine = PlanLine.create(
            plan=plan, card=card, seq=1, stay_minutes=40, travel_minutes=20, **line
        )
    return made


def last_visit(card_no: str) -> date | None:
    """When the customer was visited last."""
    found: date | None = CustomerCard.get(CustomerCard.card_no == card_no).last_visit_on
    return found


def problems(error: BadInputError) -> set[tuple[str, str]]:
    """Field and reason of each problem."""
    return {(problem.field, problem.reason) for problem in error.problems}


def test_a_record_keeps_what_was_typed(sit: Sit, put_card: PutCard) -> None:
    card_no = put_card(7)
    values = {
        "outcome": "部分", "visited": " 要新价目表 ", "mood": "4", "arrived_at": "9:40",
        "next_visit_on": "2026-12-4", "next_purpose": "收款、下单", "good_moment": "是",
        "complaint": "无", "method": "on_site", "reply_by": "2026-11-30",
    }  # fmt: skip
    view = record_visit(sit("李明"), VisitEntry(card_no, "李明", TODAY, values), EVENING)
    assert view.values == {
        "outcome": "partly", "visited": "要新价目表", "mood": 4, "arrived_at": "9:40",
        "next_visit_on": date(2026, 12, 4), "next_purpose": ("collect", "order"),
        "good_moment": True, "complaint": "无", "method": "on_site",
        "reply_by": date(2026, 11, 30),
    }  # fmt: skip
    assert (view.record_no, view.card_no, view.rep, view.entered_by) == (
        "BF20261120-001", card_no, "李明", "李明",
    )  # fmt: skip
    assert (view.name, view.visited_on, view.entered_later) == ("第7家客户有限公司", TODAY, False)
    again = record_visit(sit("孙丽"), VisitEntry(card_no, "3", TODAY, {"visited": "好"}), EVENING)
    assert (again.record_no, again.entered_by) == ("BF20261120-002", "孙丽")


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"mood": "6"}, "mood", "rating_format"),
        ({"outcome": "也许"}, "outcome", "not_in_list"),
        ({"arrived_at": "25:10"}, "arrived_at", "not_in_form"),
        ({"visited": "字" * 2001}, "visited", "too_long"),
        ({"next_visit_on": "2026-11-19"}, "next_visit_on", "before_visit"),
        ({"next_visit_on": "明年"}, "next_visit_on", "date_format"),
        ({"discussed_on": "2026-12-24"}, "discussed_on", "date_future"),
        ({"full_name": "x"}, "full_name", "no_such_field"),
        ({"visited": "坏\u0000字"}, "visited", "unreadable_character"),
    ],
)
def test_what_cannot_be_taken_names_its_field(
    sit: Sit, put_card: PutCard, values: dict[str, str], field: str, reason: str
) -> None:
    card_no = put_card(7)
    with pytest.raises(BadInputError) as refused:
        record_visit(sit("李明"), VisitEntry(card_no, "李明", TODAY, values), EVENING)
    assert problems(refused.value) == {(field, reason)}
    assert VisitRecord.select().count() == 0


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"visited_on": TODAY + timedelta(days=1)}, {("visited_on", "date_future")}),
        ({"visited_on": date(2024, 12, 31)}, {("visited_on", "date_too_early")}),
        ({"not_visited": "ill"}, {("not_visited", "not_in_list"),
                                  ("next_visit_on", "new_date_needed")}),
        ({"not_visited": "absent"}, {("next_visit_on", "new_date_needed")}),
        ({"promises": (PromiseEntry("送样", TODAY - timedelta(days=1)),)},
         {("promises", "before_visit")}),
        ({"promises": (PromiseEntry(" ", TODAY, "them"),)},
         {("promises", "required"), ("promises", "not_in_list")}),
        ({"promises": (PromiseEntry("长" * 201, TODAY),)}, {("promises", "too_long")}),
        ({"kept_promises": (99,)}, {("kept_promises", "no_such_promise")}),
        ({"card_no": ""}, {("customer_name", "required")}),
        ({"card_no": "", "customer_name": "某" * 61}, {("customer_name", "too_long")}),
        ({"card_no": "", "customer_name": "新星", "promises": (PromiseEntry("送样", TODAY),)},
         {("promises", "card_needed")}),
    ],
)  # fmt: skip
def test_days_promises_and_names_are_checked(
    sit: Sit, put_card: PutCard, more: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    entry = {"card_no": put_card(7), "rep": "李明", "visited_on": TODAY} | more
    with pytest.raises(BadInputError) as refused:
        record_visit(sit("李明"), VisitEntry(**entry), EVENING)
    assert problems(refused.value) == expected
    assert Promise.select().count() == 0


@pytest.mark.parametrize("values", [{}, {"visited": " ", "outcome": ""}])
def test_an_empty_record_is_none(sit: Sit, put_card: PutCard, values: dict[str, str]) -> None:
    """Else a rep blocked for a missing record would have cards again for nothing."""
    with pytest.raises(BadInputError) as refused:
        record_visit(sit("李明"), VisitEntry(put_card(7), "李明", TODAY, values), EVENING)
    assert problems(refused.value) == {("visited", "required")}


def test_the_last_visit_is_the_latest_that_took_place(sit: Sit, put_card: PutCard) -> None:
    card_no = put_card(7, last_visit_on=date(2026, 11, 10))
    desk = sit("李明")
    record_visit(desk, VisitEntry(card_no, "李明", date(2026, 11, 9), {"visited": "好"}), EVENING)
    assert last_visit(card_no) == date(2026, 11, 10)
    missed = VisitEntry(
        card_no, "李明", TODAY, {"next_visit_on": "2026-11-24"}, not_visited="absent"
    )
    record_visit(desk, missed, EVENING)
    assert last_visit(card_no) == date(2026, 11, 10)
    record_visit(desk, VisitEntry(card_no, "李明", date(2026, 11, 18), {"visited": "好"}), EVENING)
    assert last_visit(card_no) == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("before", "not_visited", "after"),
    [
        ("planned", "", "visited"),
        ("planned", "absent", "not_visited"),
        ("not_visited", "", "visited"),
        ("cancelled", "", "cancelled"),
        ("rescheduled", "", "rescheduled"),
    ],
)
def test_the_line_of_the_plan_follows(
    sit: Sit, put_card: PutCard, before: str, not_visited: str, after: str
) -> None:
    card_no = put_card(7)
    put_plan(card_no, state=before, read_at=NOW)
    values = {"next_visit_on": "2026-11-24"} if not_visited else {"visited": "好"}
    entry = VisitEntry(card_no, "李明", TODAY, values, not_visited=not_visited)
    view = record_visit(sit("李明"), entry, EVENING)
    assert PlanLine.get().state == after
    assert (view.plan_no, view.read_before) == ("RB20261120-03", True)


def test_a_record_of_another_day_leaves_the_plan_alone(sit: Sit, put_card: PutCard) -> None:
    card_no = put_card(7)
    put_plan(card_no)
    yesterday = VisitEntry(card_no, "李明", TODAY - timedelta(days=1), {"visited": "好"})
    view = record_visit(sit("李明"), yesterday, EVENING)
    assert PlanLine.get().state == "planned"
    assert (view.plan_no, view.entered_later) == ("", True)


# --- promises --------------------------------------------------------------------------------


def test_promises_are_made_and_kept(sit: Sit, put_card: PutCard) -> None:
    card_no, other = put_card(7), put_card(8)
    desk = sit("李明")
    made = (
        PromiseEntry("送样品", TODAY + timedelta(days=3)),
        PromiseEntry("付清九月货款", TODAY + timedelta(days=1), "payment"),
    )
    view = record_visit(desk, VisitEntry(card_no, "李明", TODAY, promises=made), EVENING)
    assert [(one.description, one.promised_by) for one in view.promises] == [
        ("送样品", "us"), ("付清九月货款", "payment"),
    ]  # fmt: skip
    pay, sample = open_promises(desk, card_no, EVENING)
    assert (pay.description, sample.description) == ("付清九月货款", "送样品")
    with pytest.raises(BadInputError):
        record_visit(desk, VisitEntry(other, "李明", TODAY, kept_promises=(pay.id,)), EVENING)
    record_visit(desk, VisitEntry(card_no, "李明", TODAY, kept_promises=(pay.id,)), EVENING)
    assert [one.id for one in open_promises(desk, card_no, EVENING)] == [sample.id]
    assert Promise.get_by_id(pay.id).kept_on == TODAY
    with pytest.raises(BadInputError):
        record_visit(desk, VisitEntry(card_no, "李明", TODAY, kept_promises=(pay.id,)), EVENING)


# --- without card (E9, E10) ------------------------------------------------------------------


def test_a_visit_without_the_card_in_hand_is_flagged(
    opened: Desk, put_card: PutCard, sit: Sit
) -> None:
    """E9: known by the loans, whatever was ticked; a call needs no card."""
    card_no, other, said = put_card(7), put_card(8), {"visited": "好"}
    put_plan(card_no)
    check_out(opened, "李明", NOW)
    desk = sit("李明")
    flags = [
        record_visit(desk, VisitEntry(ref, "李明", TODAY, values, **more), EVENING).no_card
        for ref, values, more in (
            (card_no, said, {}),
            (other, said, {}),
            (other, {"method": "phone"}, {}),
            (other, {"next_visit_on": "2026-11-24"}, {"not_visited": "traffic"}),
            (card_no, said, {"no_card": True}),
        )
    ]
    assert flags == [False, True, False, False, True]


def test_a_customer_met_has_no_card_yet(clerk: Desk, sit: Sit) -> None:
    """E10."""
    entry = VisitEntry("", "李明", TODAY, {"visited": "新开的店"}, customer_name=" 新星  机械厂 ")
    view = record_visit(sit("李明"), entry, EVENING)
    assert (view.card_no, view.name) == ("", "新星 机械厂")
    row = VisitRecord.get()
    assert (row.card_id, row.customer_name, row.name_key) == (None, "新星 机械厂", "新星机械")
    del clerk
    told = "".join(line.after for line in AuditLine.select())
    assert "新星" not in told


# --- rights ----------------------------------------------------------------------------------


def test_a_rep_enters_his_own_records_of_his_own_customers(sit: Sit, put_card: PutCard) -> None:
    own, others = put_card(7), put_card(8, "王芳")
    desk = sit("李明")
    for card_no, rep in ((others, "王芳"), (others, "李明"), (own, "王芳")):
        with pytest.raises(NotAllowedError):
            record_visit(desk, VisitEntry(card_no, rep, TODAY, {"visited": "好"}), EVENING)
    record_visit(desk, VisitEntry(own, "李明", TODAY, {"visited": "好"}), EVENING)


def test_a_customer_of_his_plan_is_his_for_that_day(sit: Sit, put_card: PutCard) -> None:
    """After a handover the record of the day is still entered by who was there."""
    card_no = put_card(8, "王芳")
    put_plan(card_no)
    record_visit(sit("李明"), VisitEntry(card_no, "李明", TODAY, {"visited": "好"}), EVENING)
    with pytest.raises(NotAllowedError):
        record_visit(
            sit("李明"),
            VisitEntry(card_no, "李明", TODAY - timedelta(days=1), {"visited": "好"}),
            EVENING,
        )


def test_a_supervisor_enters_those_of_his_team(sit: Sit, put_card: PutCard) -> None:
    ours, theirs = put_card(7), put_card(8, "周涛", "金牛")
    record_visit(sit("赵刚"), VisitEntry(ours, "李明", TODAY, {"visited": "好"}), EVENING)
    for card_no, rep in ((theirs, "周涛"), (theirs, "李明")):
        with pytest.raises(NotAllowedError):
            record_visit(sit("赵刚"), VisitEntry(card_no, rep, TODAY, {"visited": "好"}), EVENING)
    record_visit(sit(KEEPER), VisitEntry(theirs, "周涛", TODAY, {"visited": "好"}), EVENING)
    record_visit(sit("张总"), VisitEntry(theirs, "周涛", TODAY, {"visited": "好"}), EVENING)


def test_unknown_people_and_cards_and_void_ones(sit: Sit, put_card: PutCard) -> None:
    void = put_card(7, custody_state="void")
    desk = sit(KEEPER)
    for card_no, rep in ((void, "无名"), ("Q99999", "李明")):
        with pytest.raises(NotFoundError):
            record_visit(desk, VisitEntry(card_no, rep, TODAY, {"visited": "好"}), EVENING)
    with pytest.raises(WrongStateError):
        record_visit(desk, VisitEntry(void, "李明", TODAY, {"visited": "好"}), EVENING)


# --- the log ---------------------------------------------------------------------------------


def test_the_log_has_facts_and_no_words(sit: Sit, put_card: PutCard) -> None:
    card_no = put_card(7)
    values = {"visited": "要新价目表", "outcome": "yes"}
    record_visit(sit("李明"), VisitEntry(card_no, "李明", TODAY, values), MONDAY)
    line = AuditLine.get(AuditLine.event == "visit.record")
    assert (line.subject_kind, line.subject) == ("visit", "BF20261120-001")
    assert line.after == (
        '{"card_no": "Q00007", "flags": ["no_card", "entered_later"], "outcome": "yes",'
        ' "rep": 3, "visited_on": "2026-11-20"}'
    )


# --- reading ---------------------------------------------------------------------------------


@pytest.fixture
def told(opened: Desk, put_card: PutCard) -> str:
    """A customer of 李明 with two records."""
    card_no = put_card(7)
    for days, text in ((1, "昨天的话"), (0, "今天的话")):
        day = TODAY - timedelta(days=days)
        values = {"visited": text, "ordered": "两箱"}
        record_visit(opened, VisitEntry(card_no, "李明", day, values), EVENING)
    return card_no


def test_the_newest_visit_comes_first(told: str, sit: Sit) -> None:
    desk = sit(KEEPER)
    assert [one.values["visited"] for one in visits_of(desk, told, EVENING)] == [
        "今天的话", "昨天的话",
    ]  # fmt: skip
    assert len(visits_of(desk, told, EVENING, limit=1)) == 1
    assert [one.visited_on for one in visits_on(desk, TODAY, EVENING)] == [TODAY]
    audit.flush(desk)
    line = AuditLine.select().where(AuditLine.event == "card.read").first()
    assert (line.subject, '"purpose": "visits"' in line.after) == (told, True)


def test_a_rep_reads_what_was_learnt_only_while_the_card_is_his(told: str, sit: Sit) -> None:
    """DC3 is 借, DC4 his own (domain.md §5.6)."""
    (first, _) = visits_of(sit("李明"), told, EVENING)
    assert first.values == {"ordered": "两箱"}
    put_plan(told)
    check_out(sit(KEEPER), "李明", EVENING)
    (first, _) = visits_of(sit("李明"), told, EVENING)
    assert first.values["visited"] == "今天的话"
    take_back(sit(KEEPER), "李明", [Return(told, "no_record")], EVENING)
    (first,) = visits_on(sit("李明"), TODAY, EVENING)
    assert "visited" not in first.values


@pytest.mark.parametrize(
    ("name", "sees"), [("李明", True), ("王芳", False), ("赵刚", True), ("钱进", False)]
)
def test_whose_visits_are_read(told: str, sit: Sit, name: str, sees: bool) -> None:
    assert bool(visits_on(sit(name), TODAY, EVENING)) is sees
    if sees:
        assert len(visits_of(sit(name), told, EVENING)) == 2
    else:
        with pytest.raises(NotAllowedError):
            visits_of(sit(name), told, EVENING)
        with pytest.raises(NotAllowedError):
            open_promises(sit(name), told, EVENING)


def test_records_are_read_while_the_cabinet_is_open_and_entered_always(told: str, sit: Sit) -> None:
    desk = sit(KEEPER)
    for read in (lambda: visits_of(desk, told, MONDAY), lambda: visits_on(desk, TODAY, MONDAY)):
        with pytest.raises(CabinetClosedError):
            read()
    record_visit(desk, VisitEntry(told, "李明", TODAY, {"visited": "好"}), MONDAY)
    open_cabinet(desk, MONDAY)
    assert len(visits_of(desk, told, MONDAY)) == 3

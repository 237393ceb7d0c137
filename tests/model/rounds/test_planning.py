"""Plans made, read, and changed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playhouse.test_utils import assert_query_count

from model.cards.custody import Kept, reserved_on
from model.cards.tables import CustomerCard, Loan, Reservation
from model.errors import (
    AlreadyThereError,
    BadInputError,
    NotAllowedError,
    NotFoundError,
    NotOnPlanError,
    PastDayError,
    PlanApprovedError,
    ReasonNeededError,
    WrongRepError,
    WrongStateError,
)
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.approval import approve
from model.rounds.planning import (
    add_line,
    make_plan,
    move_line,
    plan_of,
    plans_on,
    read_plan,
    set_purpose,
    strike_line,
)
from model.rounds.plans_shown import PlanView
from model.rounds.suggesting import suggest_day
from model.rounds.tables import PlanLine, VisitRecord
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.rounds.conftest import PutCard, card_id, person

DAY = timedelta(1)
NUMBER = "RB20261120-01"
Change = Callable[[Desk], object]


@pytest.fixture
def plan(put_card: PutCard, clerk: Desk) -> PlanView:
    """李明's draft with Q00001 to Q00003; Q00004 is not due, Q00005 another rep's."""
    put_card(1, abc_class="A", last_visit_on=TODAY - 8 * DAY)
    put_card(2, last_visit_on=TODAY - 14 * DAY)
    put_card(3, last_visit_on=TODAY - 12 * DAY)
    put_card(4, last_visit_on=TODAY - DAY)
    put_card(5, rep="王芳")
    return make_plan(clerk, "李明", TODAY, NOW)


def approve_it(sit: Sit) -> None:
    approve(sit("赵刚"), [NUMBER], NOW)


def order(found: PlanView) -> list[str]:
    return [line.card_no for line in found.open_lines]


def times(found: PlanView) -> list[str]:
    return [line.starts_at for line in found.open_lines]


def last_log() -> tuple[str, dict[str, object], str]:
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    return line.event, json.loads(line.after), line.reason


# --- made and read -----------------------------------------------------------------------------


def test_a_plan_is_the_suggestion_with_a_number(plan: PlanView, clerk: Desk) -> None:
    suggested = suggest_day(clerk, "李明", TODAY, NOW)
    assert plan.plan_no == NUMBER
    assert plan.lines == suggested.lines
    assert (plan.state, plan.made_by, plan.made_at) == ("draft", "王秀兰", NOW)
    assert order(plan) == ["Q00001", "Q00002", "Q00003"]
    assert last_log() == (
        "plan.submit",
        {"rep": "李明", "day": str(TODAY), "again": False,
         "card_nos": ["Q00001", "Q00002", "Q00003"]},
        "",
    )  # fmt: skip


def test_who_was_left_out_is_told_when_a_plan_is_made(plan: PlanView, clerk: Desk) -> None:
    with writing():
        CustomerCard.update(custody_state="lost").where(CustomerCard.card_no == "Q00003").execute()
    again = make_plan(clerk, "李明", TODAY, NOW, again=True)
    assert [one.card_no for one in again.left_out] == ["Q00003"]
    assert read_plan(clerk, plan.plan_no, NOW).left_out == ()


def test_numbers_run_by_day(plan: PlanView, clerk: Desk) -> None:
    assert make_plan(clerk, "王芳", TODAY, NOW).plan_no == "RB20261120-02"
    assert make_plan(clerk, "李明", TODAY + DAY, NOW).plan_no == "RB20261121-01"
    assert [one.plan_no for one in plans_on(clerk, TODAY, NOW)] == [NUMBER, "RB20261120-02"]
    assert plan.plan_no == NUMBER


def test_a_rep_has_one_plan_of_a_day(plan: PlanView, clerk: Desk) -> None:
    with pytest.raises(AlreadyThereError) as there:
        make_plan(clerk, "李明", TODAY, NOW)
    assert there.value.values == {"kind": "plan", "ref": plan.plan_no}


@pytest.mark.usefixtures("plan")
def test_suggesting_again_keeps_what_people_did(clerk: Desk, put_card: PutCard) -> None:
    add_line(clerk, NUMBER, "Q00004", NOW, appointment="15:00", note="带样品")
    strike_line(clerk, NUMBER, "Q00001", "客户出差", NOW)
    set_purpose(clerk, NUMBER, "Q00002", ["signing"], "续约", NOW)
    put_card(6, abc_class="A")

    found = make_plan(clerk, "李明", TODAY, NOW, again=True)
    lines = {line.card_no: line for line in found.lines}
    assert set(order(found)) == {"Q00002", "Q00003", "Q00004", "Q00006"}
    by_hand = lines["Q00004"]
    assert (by_hand.by_hand, by_hand.starts_at, by_hand.appointment, by_hand.purpose_note) == (
        True, "15:00", "15:00", "带样品",
    )  # fmt: skip
    assert by_hand.reasons[-1].facts == {"by": "王秀兰"}
    assert (lines["Q00001"].state, lines["Q00001"].struck_reason) == ("cancelled", "客户出差")
    assert (lines["Q00002"].purposes, lines["Q00002"].purpose_note) == (("signing",), "续约")
    assert (found.made_by, last_log()[1]["again"]) == ("王秀兰", True)


@pytest.mark.usefixtures("plan")
def test_whom_nobody_would_suggest_stays_where_a_person_put_him(
    clerk: Desk, put_card: PutCard
) -> None:
    put_card(6, relationship_status="interrupted", last_visit_on=TODAY - 9 * DAY)
    added = add_line(clerk, NUMBER, "Q00006", NOW)
    again = make_plan(clerk, "李明", TODAY, NOW, again=True)
    assert again.lines == added.lines
    assert (again.lines[-1].card_no, again.lines[-1].stay_minutes) == ("Q00006", 30)


@pytest.mark.usefixtures("plan")
def test_an_approved_plan_is_not_suggested_again(sit: Sit) -> None:
    approve_it(sit)
    with pytest.raises(WrongStateError):
        make_plan(sit("赵刚"), "李明", TODAY, NOW, again=True)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("name", "seen"), [("李明", 1), ("王秀兰", 3), ("赵刚", 2), ("钱进", 1), ("张总", 3)]
)
def test_everybody_sees_the_plans_that_are_his_to_see(sit: Sit, name: str, seen: int) -> None:
    clerk = sit("王秀兰")
    for rep in ("王芳", "周涛"):
        make_plan(clerk, rep, TODAY, NOW)
    assert len(plans_on(sit(name), TODAY, NOW)) == seen


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("name", ["王芳", "钱进"])
def test_what_is_not_his_nobody_reads_or_changes(sit: Sit, name: str) -> None:
    desk = sit(name)
    for refused in (
        lambda: read_plan(desk, NUMBER, NOW),
        lambda: plan_of(desk, "李明", TODAY, NOW),
        lambda: make_plan(desk, "李明", TODAY + DAY, NOW),
        lambda: add_line(desk, NUMBER, "Q00004", NOW),
        lambda: move_line(desk, NUMBER, "Q00001", 2, NOW),
        lambda: strike_line(desk, NUMBER, "Q00001", "不去了", NOW),
        lambda: set_purpose(desk, NUMBER, "Q00001", [], "", NOW),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_a_plan_is_found_by_rep_and_day_or_by_its_number(plan: PlanView, sit: Sit) -> None:
    rep = sit("李明")
    assert plan_of(rep, "李明", TODAY, NOW) == read_plan(rep, " rb20261120-01 ", NOW)
    assert plan_of(rep, "3", TODAY + DAY, NOW) is None
    assert plan.plan_no == NUMBER
    with pytest.raises(NotFoundError):
        read_plan(rep, "RB20261120-09", NOW)


@pytest.mark.usefixtures("plan")
def test_a_line_tells_where_the_card_is_and_whether_there_is_a_record(sit: Sit) -> None:
    approve_it(sit)
    rep = person("李明")
    issued, due = datetime(2026, 11, 20, 8, 50), datetime(2026, 11, 20, 18)
    with writing():
        for card_no, number in (("Q00001", 1), ("Q00002", 2)):
            Loan.create(
                loan_no=number, card=card_id(card_no), borrower=rep, document=NUMBER, day=TODAY,
                issued_at=issued, due_at=due, issued_by=rep,
                returned_at=None if number == 1 else due,
            )  # fmt: skip
        CustomerCard.update(custody_state="out", holder=rep, due_at=due).where(
            CustomerCard.card_no == "Q00001"
        ).execute()
        VisitRecord.create(
            record_no="BF1", card=card_id("Q00001"), rep=rep, visited_on=TODAY, entered_by=rep,
            entered_at=NOW,
        )  # fmt: skip
        PlanLine.update(read_at=NOW).where(PlanLine.card == card_id("Q00001")).execute()
    found = {line.card_no: line for line in read_plan(sit("李明"), NUMBER, NOW).lines}

    out = found["Q00001"]
    assert (out.custody, out.holder, out.out_since) == ("out", "李明", issued)
    assert (out.has_record, out.read) == (True, True)
    kept = found["Q00003"]
    assert (kept.custody, kept.holder, kept.out_since) == ("reserved", "李明", None)
    assert (kept.has_record, kept.read) == (False, False)
    later = read_plan(sit("李明"), NUMBER, due + timedelta(minutes=1))
    assert later.lines[0].custody == "overdue"


def test_more_lines_and_plans_ask_no_more_of_the_database(put_card: PutCard, clerk: Desk) -> None:
    for number in range(1, 13):
        put_card(number, rep="李明" if number % 2 else "王芳", abc_class="C")
    for rep in ("李明", "王芳"):
        assert len(make_plan(clerk, rep, TODAY, NOW).lines) > 3
    with assert_query_count(10):
        assert len(plans_on(clerk, TODAY, NOW)) == 2
    with assert_query_count(12):
        read_plan(clerk, NUMBER, NOW)


# --- lines added -------------------------------------------------------------------------------


@pytest.mark.usefixtures("plan")
def test_a_customer_is_added_by_hand(clerk: Desk) -> None:
    found = add_line(clerk, NUMBER, "q00004", NOW, purposes=["order", "collect"], note="看新货")
    line = found.lines[-1]
    assert (line.card_no, line.seq, line.starts_at, line.by_hand) == ("Q00004", 4, "14:30", True)
    assert (line.purposes, line.purpose_note) == (("collect", "order"), "看新货")
    assert (line.stay_minutes, line.travel_minutes) == (40, 20)
    assert [reason.code for reason in line.reasons] == ["class", "by_hand"]
    assert found.back_at == "15:50"
    assert last_log() == ("plan.change", {"what": "add", "card_no": "Q00004"}, "")


@pytest.mark.usefixtures("plan")
def test_an_appointment_finds_its_place_in_the_day(clerk: Desk) -> None:
    found = add_line(clerk, NUMBER, "Q00004", NOW, appointment="10:50")
    assert order(found) == ["Q00001", "Q00004", "Q00002", "Q00003"]
    assert times(found) == ["09:40", "11:00", "13:30", "14:30"]


@pytest.mark.usefixtures("plan")
def test_a_line_added_stands_with_those_of_its_district(clerk: Desk, put_card: PutCard) -> None:
    put_card(6, district="金牛", last_visit_on=TODAY - DAY)
    put_card(7, district="金牛", last_visit_on=TODAY - DAY)
    add_line(clerk, NUMBER, "Q00006", NOW)
    assert order(add_line(clerk, NUMBER, "Q00004", NOW))[-2:] == ["Q00004", "Q00006"]
    found = add_line(clerk, NUMBER, "Q00007", NOW)
    assert order(found)[-2:] == ["Q00006", "Q00007"]


@pytest.mark.usefixtures("plan")
def test_what_was_struck_can_be_added_again(clerk: Desk) -> None:
    strike_line(clerk, NUMBER, "Q00002", "客户出差", NOW)
    found = add_line(clerk, NUMBER, "Q00002", NOW)
    line = next(line for line in found.lines if line.card_no == "Q00002")
    assert (line.state, line.struck_reason, line.by_hand) == ("planned", "", True)
    assert [line.seq for line in found.lines] == [1, 2, 3]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("card_no", "error"),
    [
        ("Q00001", AlreadyThereError),
        ("Q00005", WrongRepError),
        ("Q00099", NotFoundError),
        ("D00099", NotFoundError),
    ],
)
def test_what_cannot_be_added(clerk: Desk, card_no: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        add_line(clerk, NUMBER, card_no, NOW)
    assert len(read_plan(clerk, NUMBER, NOW).lines) == 3


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("state", "allowed"),
    [("sealed", False), ("void", False), ("draft", False), ("lost", True), ("out", True)],
)
def test_a_card_that_nobody_can_carry_is_refused_or_shown(
    clerk: Desk, state: str, allowed: bool
) -> None:
    with writing():
        CustomerCard.update(custody_state=state).where(CustomerCard.card_no == "Q00004").execute()
    if allowed:
        assert add_line(clerk, NUMBER, "Q00004", NOW).lines[-1].custody == state
    else:
        with pytest.raises(WrongStateError):
            add_line(clerk, NUMBER, "Q00004", NOW)


# --- lines moved, given a purpose, struck ------------------------------------------------------


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("seq", "wanted"),
    [
        (1, ["Q00003", "Q00001", "Q00002"]),
        (2, ["Q00001", "Q00003", "Q00002"]),
        (99, ["Q00001", "Q00002", "Q00003"]),
        (-5, ["Q00003", "Q00001", "Q00002"]),
    ],
)
def test_a_visit_is_moved_and_the_times_follow(clerk: Desk, seq: int, wanted: list[str]) -> None:
    found = move_line(clerk, NUMBER, "Q00003", seq, NOW)
    assert order(found) == wanted
    assert [line.seq for line in found.lines] == [1, 2, 3]
    assert times(found)[0] == "09:40"
    assert times(found) == sorted(times(found))
    assert last_log()[1] == {"what": "move", "card_no": "Q00003", "seq": wanted.index("Q00003") + 1}


@pytest.mark.usefixtures("plan")
def test_an_order_made_by_hand_stays_when_something_else_changes(clerk: Desk) -> None:
    move_line(clerk, NUMBER, "Q00003", 1, NOW)
    assert order(add_line(clerk, NUMBER, "Q00004", NOW))[:3] == ["Q00003", "Q00001", "Q00002"]
    assert order(strike_line(clerk, NUMBER, "Q00001", "出差", NOW)) == [
        "Q00003", "Q00002", "Q00004",
    ]  # fmt: skip


@pytest.mark.usefixtures("plan")
def test_once_the_rep_has_left_the_printed_times_stay(sit: Sit) -> None:
    approve_it(sit)
    noon = datetime(2026, 11, 20, 12)
    before = times(read_plan(sit("李明"), NUMBER, NOW))
    found = strike_line(sit("李明"), NUMBER, "Q00001", "客户不在", noon)
    assert times(found) == before[1:]


@pytest.mark.usefixtures("plan")
def test_the_purpose_of_a_visit_is_set(clerk: Desk) -> None:
    found = set_purpose(clerk, NUMBER, "Q00002", ["survey", "order"], "问竞品", NOW)
    line = next(line for line in found.lines if line.card_no == "Q00002")
    assert (line.purposes, line.purpose_note) == (("order", "survey"), "问竞品")
    assert last_log()[1] == {
        "what": "purpose", "card_no": "Q00002", "purposes": ["order", "survey"],
        "appointment": "",
    }  # fmt: skip


@pytest.mark.usefixtures("plan")
def test_a_time_is_agreed_and_given_up_again(clerk: Desk) -> None:
    found = set_purpose(clerk, NUMBER, "Q00002", ["order"], "", NOW, appointment="15:00")
    assert (order(found), times(found)) == (
        ["Q00001", "Q00002", "Q00003"], ["09:40", "15:00", "16:00"],
    )  # fmt: skip
    kept = set_purpose(clerk, NUMBER, "Q00002", [], "", NOW)
    assert kept.lines[1].appointment == "15:00", "not spoken of"

    again = make_plan(clerk, "李明", TODAY, NOW, again=True)
    assert dict(zip(order(again), times(again), strict=True))["Q00002"] == "15:00"

    free = set_purpose(clerk, NUMBER, "Q00002", [], "", NOW, appointment="")
    assert [line.appointment for line in free.lines] == ["", "", ""]
    with pytest.raises(BadInputError):
        set_purpose(clerk, NUMBER, "Q00002", [], "", NOW, appointment="noon")


@pytest.mark.usefixtures("plan")
def test_a_visit_is_struck_with_its_reason(clerk: Desk) -> None:
    found = strike_line(clerk, NUMBER, "Q00001", "客户出差", NOW)
    struck = found.lines[-1]
    assert (struck.card_no, struck.state, struck.struck_reason) == (
        "Q00001", "cancelled", "客户出差",
    )  # fmt: skip
    assert (order(found), times(found)) == (["Q00002", "Q00003"], ["09:40", "10:40"])
    assert (found.stay_minutes, found.travel_minutes) == (80, 100)
    assert last_log() == ("plan.change", {"what": "strike", "card_no": "Q00001"}, "客户出差")


@pytest.mark.usefixtures("plan")
def test_a_visit_moved_to_another_day_is_suggested_for_it(clerk: Desk) -> None:
    moved = strike_line(clerk, NUMBER, "Q00002", "客户改约", NOW, to=TODAY + 5 * DAY)
    line = moved.lines[-1]
    assert (line.state, line.reasons[-1].code) == ("rescheduled", "moved_to")
    tomorrow = suggest_day(clerk, "李明", TODAY + DAY, NOW)
    assert {one.card_no: one.why_not.code for one in tomorrow.left_out} == {
        "Q00001": "planned_already",
        "Q00002": "agreed_later",
        "Q00003": "planned_already",
    }
    then = suggest_day(clerk, "李明", TODAY + 5 * DAY, NOW)
    found = next(line for line in then.lines if line.card_no == "Q00002")
    assert found.reasons[-1].code == "agreed_visit"


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("card_no", "reason", "to", "error"),
    [
        ("Q00001", "  ", None, ReasonNeededError),
        ("Q00004", "不去了", None, NotOnPlanError),
        ("Q00001", "改约", TODAY, BadInputError),
        ("Q00001", "改约", TODAY - DAY, BadInputError),
    ],
)
def test_what_is_not_struck(
    clerk: Desk, card_no: str, reason: str, to: datetime | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        strike_line(clerk, NUMBER, card_no, reason, NOW, to=to)
    assert len(read_plan(clerk, NUMBER, NOW).open_lines) == 3


@pytest.mark.usefixtures("plan")
def test_a_line_is_struck_once(clerk: Desk) -> None:
    strike_line(clerk, NUMBER, "Q00001", "客户出差", NOW)
    for again in (
        lambda: strike_line(clerk, NUMBER, "Q00001", "再取消", NOW),
        lambda: move_line(clerk, NUMBER, "Q00001", 1, NOW),
        lambda: set_purpose(clerk, NUMBER, "Q00001", [], "", NOW),
    ):
        with pytest.raises(NotOnPlanError) as struck:
            again()
        assert struck.value.values["card_nos"] == ("Q00001",)


@pytest.mark.usefixtures("plan")
def test_a_visit_that_took_place_is_not_struck(clerk: Desk) -> None:
    with writing():
        PlanLine.update(state="visited").where(PlanLine.card == card_id("Q00001")).execute()
    with pytest.raises(WrongStateError):
        strike_line(clerk, NUMBER, "Q00001", "不去了", NOW)


# --- approved plans ----------------------------------------------------------------------------


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("name", ["李明", "王秀兰"])
@pytest.mark.parametrize(
    "change",
    [
        lambda desk: add_line(desk, NUMBER, "Q00004", NOW),
        lambda desk: move_line(desk, NUMBER, "Q00001", 2, NOW),
        lambda desk: set_purpose(desk, NUMBER, "Q00001", ["order"], "", NOW),
    ],
)
def test_an_approved_plan_is_changed_by_who_may_approve_it(
    sit: Sit, name: str, change: Change
) -> None:
    approve_it(sit)
    with pytest.raises(PlanApprovedError) as refused:
        change(sit(name))
    assert refused.value.values["plan_no"] == NUMBER
    for approver in ("赵刚", "张总"):
        change(sit(approver))
        with writing():
            PlanLine.delete().where(PlanLine.by_hand).execute()
            Reservation.delete().where(Reservation.card == card_id("Q00004")).execute()


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("name", ["李明", "王秀兰", "赵刚"])
def test_a_line_of_an_approved_plan_is_struck_and_its_card_let_go(sit: Sit, name: str) -> None:
    approve_it(sit)
    strike_line(sit(name), NUMBER, "Q00001", "客户出差", NOW)
    assert set(reserved_on(TODAY)) == {card_id("Q00002"), card_id("Q00003")}
    line = AuditLine.get(AuditLine.event == "card.unreserve")
    assert (line.subject, line.reason, line.document) == ("Q00001", "客户出差", NUMBER)


@pytest.mark.usefixtures("plan")
def test_what_is_added_to_an_approved_plan_is_reserved_at_once(sit: Sit) -> None:
    approve_it(sit)
    add_line(sit("赵刚"), NUMBER, "Q00004", NOW)
    assert reserved_on(TODAY)[card_id("Q00004")] == Kept(person("李明").id, NUMBER)


@pytest.mark.usefixtures("plan")
def test_nothing_is_added_to_an_approved_plan_of_a_day_that_has_passed(sit: Sit) -> None:
    approve_it(sit)
    with pytest.raises(PastDayError):
        add_line(sit("赵刚"), NUMBER, "Q00004", NOW + DAY)
    assert card_id("Q00004") not in reserved_on(TODAY)
    assert len(read_plan(sit("赵刚"), NUMBER, NOW).lines) == 3


@pytest.mark.usefixtures("plan")
def test_a_line_whose_card_is_out_on_it_is_not_struck(sit: Sit) -> None:
    approve_it(sit)
    rep = person("李明")
    with writing():
        Loan.create(
            loan_no=1, card=card_id("Q00001"), borrower=rep, document=NUMBER, day=TODAY,
            issued_at=NOW, due_at=NOW, issued_by=rep,
        )  # fmt: skip
    with pytest.raises(WrongStateError):
        strike_line(sit("王秀兰"), NUMBER, "Q00001", "客户出差", NOW)

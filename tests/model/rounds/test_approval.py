"""Plans approved, on the screen or on paper, and who gets a card that two want."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from model.cards.custody import Kept, fulfil, reserve, reserved_on
from model.cards.tables import CustomerCard
from model.errors import NotAllowedError, NotFoundError, PastDayError, WrongStateError
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.approval import approve, approve_all, approve_on_paper, confirm
from model.rounds.planning import add_line, make_plan, plans_on, read_plan, strike_line
from model.rounds.tables import DailyPlan, PlanLine
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.rounds.conftest import PutCard, card_id, person

DAY = timedelta(1)
LI, WANG, ZHOU = "RB20261120-01", "RB20261120-02", "RB20261120-03"


@pytest.fixture
def plans(put_card: PutCard, clerk: Desk) -> None:
    """Drafts of 李明 (Q00001, Q00002), 王芳 (Q00003) and, in the other team, 周涛 (Q00004)."""
    for number, rep in ((1, "李明"), (2, "李明"), (3, "王芳"), (4, "周涛")):
        put_card(number, rep=rep, district="金牛" if rep == "周涛" else "武侯")
    for rep in ("李明", "王芳", "周涛"):
        make_plan(clerk, rep, TODAY, NOW)


def logged(event: str) -> list[tuple[str, dict[str, object]]]:
    lines = AuditLine.select().where(AuditLine.event == event).order_by(AuditLine.no)
    return [(line.subject, json.loads(line.after)) for line in lines]


def kept() -> dict[str, str]:
    """Number of the card -> name of the borrower and the document."""
    numbers = dict(CustomerCard.select(CustomerCard.id, CustomerCard.card_no).tuples())
    return {numbers[card]: one.document for card, one in reserved_on(TODAY).items()}


@pytest.mark.usefixtures("plans")
def test_approval_reserves_the_cards_and_is_logged(sit: Sit) -> None:
    (found,) = approve(sit("赵刚"), [LI], NOW)

    assert (found.state, found.approved_by, found.approved_at) == ("approved", "赵刚", NOW)
    assert (found.on_paper, found.recorded_by, found.confirmed) == (False, "", False)
    assert kept() == {"Q00001": LI, "Q00002": LI}
    assert {line.custody for line in found.lines} == {"reserved"}
    assert logged("plan.approve") == [(LI, {"rep": "李明", "visits": 2})]
    assert [subject for subject, _ in logged("card.reserve")] == ["Q00001", "Q00002"]


@pytest.mark.usefixtures("plans")
def test_approving_twice_changes_nothing(sit: Sit) -> None:
    supervisor = sit("赵刚")
    first = approve(supervisor, [LI], NOW)
    assert approve(supervisor, [LI], NOW + timedelta(minutes=5)) == first
    assert len(logged("plan.approve")) == 1


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("name", ["李明", "王秀兰", "钱进"])
def test_who_may_not_approve(sit: Sit, name: str) -> None:
    with pytest.raises(NotAllowedError):
        approve(sit(name), [LI], NOW)
    assert kept() == {}


@pytest.mark.usefixtures("plans")
def test_one_plan_of_another_team_and_none_is_approved(sit: Sit) -> None:
    with pytest.raises(NotAllowedError):
        approve(sit("赵刚"), [LI, ZHOU], NOW)
    with pytest.raises(NotFoundError):
        approve(sit("张总"), [LI, "RB20261120-77"], NOW)
    assert kept() == {}
    assert [plan.state for plan in plans_on(sit("张总"), TODAY, NOW)] == ["draft"] * 3


@pytest.mark.usefixtures("plans")
def test_a_supervisor_approves_the_plan_that_he_made_himself(sit: Sit) -> None:
    """It counts as the rep's request, whoever composed it."""
    supervisor = sit("赵刚")
    plan = make_plan(supervisor, "李明", TODAY + DAY, NOW)
    assert approve(supervisor, [plan.plan_no], NOW)[0].approved_by == "赵刚"


@pytest.mark.usefixtures("plans")
def test_a_struck_line_is_not_reserved(sit: Sit) -> None:
    strike_line(sit("李明"), LI, "Q00001", "客户出差", NOW)
    approve(sit("赵刚"), [LI], NOW)
    assert kept() == {"Q00002": LI}


@pytest.mark.usefixtures("plans")
def test_a_void_card_is_kept_for_nobody(sit: Sit) -> None:
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == "Q00001").execute()
    (found,) = approve(sit("赵刚"), [LI], NOW)
    assert kept() == {"Q00002": LI}
    assert {line.card_no: line.custody for line in found.lines}["Q00001"] == "void"


@pytest.mark.usefixtures("plans")
def test_a_day_that_has_passed_is_not_approved(sit: Sit) -> None:
    manager = sit("张总")
    for act in (
        lambda: approve(manager, [LI], NOW + DAY),
        lambda: approve_all(manager, TODAY, NOW + DAY),
    ):
        with pytest.raises(PastDayError):
            act()
    assert kept() == {}


# --- all at once -------------------------------------------------------------------------------


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize(("name", "approved"), [("赵刚", [LI, WANG]), ("张总", [LI, WANG, ZHOU])])
def test_every_draft_that_he_may_approve(sit: Sit, name: str, approved: list[str]) -> None:
    assert [plan.plan_no for plan in approve_all(sit(name), TODAY, NOW)] == approved
    assert approve_all(sit(name), TODAY, NOW) == []
    assert set(kept().values()) == set(approved)


# --- on paper ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("plans")
def test_an_approval_on_paper_counts_at_once(sit: Sit) -> None:
    (found,) = approve_on_paper(sit("王秀兰"), [LI], "赵刚", NOW)
    assert (found.state, found.approved_by, found.on_paper) == ("approved", "赵刚", True)
    assert (found.recorded_by, found.confirmed) == ("王秀兰", False)
    assert kept() == {"Q00001": LI, "Q00002": LI}
    assert logged("plan.approve") == [(LI, {"rep": "李明", "visits": 2, "on_paper": "赵刚"})]


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("signed", ["钱进", "李明", "孙丽"])
def test_only_who_may_approve_can_have_signed(sit: Sit, signed: str) -> None:
    with pytest.raises(NotAllowedError):
        approve_on_paper(sit("王秀兰"), [LI], signed, NOW)
    assert kept() == {}


@pytest.mark.usefixtures("plans")
def test_the_manager_may_have_signed_any_plan(sit: Sit) -> None:
    found = approve_on_paper(sit("孙丽"), [LI, ZHOU], "1", NOW)
    assert {plan.approved_by for plan in found} == {"张总"}
    with pytest.raises(NotFoundError):
        approve_on_paper(sit("孙丽"), [WANG], "无此人", NOW)


@pytest.mark.usefixtures("plans")
def test_who_signed_confirms(sit: Sit) -> None:
    approve_on_paper(sit("王秀兰"), [LI], "赵刚", NOW)
    for other in ("张总", "钱进", "李明", "王秀兰"):
        with pytest.raises(NotAllowedError):
            confirm(sit(other), LI, NOW)
    supervisor = sit("赵刚")
    assert confirm(supervisor, LI, NOW).confirmed
    assert confirm(supervisor, LI, NOW).confirmed
    assert logged("plan.confirm") == [(LI, {"recorded_by": "王秀兰"})]


@pytest.mark.usefixtures("plans")
def test_what_was_not_on_paper_needs_no_confirming(sit: Sit) -> None:
    supervisor = sit("赵刚")
    for _ in ("draft", "approved"):
        with pytest.raises(WrongStateError):
            confirm(supervisor, LI, NOW)
        approve(supervisor, [LI], NOW)


# --- E2: two reps want one card ----------------------------------------------------------------


def _hand_over(card_no: str, to: str) -> None:
    with writing():
        CustomerCard.update(rep=person(to)).where(CustomerCard.card_no == card_no).execute()


@pytest.mark.usefixtures("plans")
def test_the_owner_takes_a_card_that_another_plan_has(sit: Sit) -> None:
    supervisor = sit("赵刚")
    approve(supervisor, [LI], NOW)
    _hand_over("Q00001", "王芳")
    with writing():
        PlanLine.create(
            plan=DailyPlan.get(DailyPlan.plan_no == WANG), card=card_id("Q00001"), seq=2,
            stay_minutes=40, travel_minutes=20,
        )  # fmt: skip
    approve(supervisor, [WANG], NOW)

    assert kept() == {"Q00001": WANG, "Q00002": LI, "Q00003": WANG}
    loser = read_plan(supervisor, LI, NOW)
    assert [line.card_no for line in loser.open_lines] == ["Q00002"]
    line = loser.lines[-1]
    assert (line.state, line.struck_reason) == ("rescheduled", f"{WANG} 王芳")
    assert (line.reasons[-1].code, line.reasons[-1].facts) == (
        "kept_for", {"rep": "王芳", "plan_no": WANG},
    )  # fmt: skip
    assert loser.lines[0].seq == 1
    assert logged("plan.change") == [(LI, {"what": "lost", "card_no": "Q00001"})]


@pytest.mark.usefixtures("plans")
def test_who_does_not_own_the_customer_any_more_leaves_the_card_where_it_is(sit: Sit) -> None:
    supervisor = sit("赵刚")
    _hand_over("Q00001", "王芳")
    with writing():
        reserve(
            supervisor, [(card_id("Q00001"), "Q00001")], TODAY, Kept(person("王芳").id, "JD-1"), NOW
        )
    approve(supervisor, [LI], NOW)

    assert kept() == {"Q00001": "JD-1", "Q00002": LI}
    line = read_plan(supervisor, LI, NOW).lines[-1]
    assert (line.card_no, line.state, line.struck_reason) == ("Q00001", "rescheduled", "JD-1 王芳")


@pytest.mark.usefixtures("plans")
def test_a_customer_handed_over_since_the_plan_was_made_is_struck_from_it(sit: Sit) -> None:
    """To another team as well: its cards are not this supervisor's to give."""
    supervisor = sit("赵刚")
    _hand_over("Q00001", "周涛")
    (plan,) = approve(supervisor, [LI], NOW)

    assert kept() == {"Q00002": LI}
    assert [line.card_no for line in plan.open_lines] == ["Q00002"]
    line = plan.lines[-1]
    assert (line.state, line.struck_reason) == ("cancelled", "周涛")
    assert (line.reasons[-1].code, line.reasons[-1].facts) == ("handed_over", {"rep": "周涛"})
    assert logged("plan.change") == [(LI, {"what": "handed_over", "card_no": "Q00001"})]


@pytest.mark.usefixtures("plans")
def test_striking_lets_only_the_plans_own_reservation_go(sit: Sit) -> None:
    """李明 has had the card and brought it back; today it is kept for its new rep."""
    supervisor = sit("赵刚")
    approve(supervisor, [LI, WANG], NOW)
    with writing():
        fulfil([card_id("Q00001")], TODAY)
    _hand_over("Q00001", "王芳")
    add_line(supervisor, WANG, "Q00001", NOW)
    strike_line(supervisor, LI, "Q00001", "客户已移交", NOW)
    assert kept()["Q00001"] == WANG


@pytest.mark.usefixtures("plans")
def test_an_owner_takes_a_card_from_a_slip_too(sit: Sit) -> None:
    supervisor = sit("赵刚")
    with writing():
        reserve(
            supervisor, [(card_id("Q00001"), "Q00001")], TODAY, Kept(person("王芳").id, "JD-1"), NOW
        )
    approve(supervisor, [LI], NOW)
    assert kept() == {"Q00001": LI, "Q00002": LI}

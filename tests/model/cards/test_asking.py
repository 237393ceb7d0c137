"""Approvals: who may ask, who decides, what is used up, and what ends by itself."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from model.cards import asking
from model.cards.asking import ApprovalView
from model.cards.custody import card_of, whose
from model.cards.tables import CustomerCard
from model.errors import (
    AlreadyThereError,
    BadInputError,
    CabinetError,
    MustProposeError,
    NeedsApprovalError,
    NoApprovalNeededError,
    NotAllowedError,
    NotFoundError,
    ReasonNeededError,
    SelfApprovalError,
    WrongStateError,
)
from model.office import approvals, office_settings
from model.office.desk import Desk
from model.office.rights import Right, Role
from model.office.tables import Approval, ApprovalState, AuditLine, Person
from model.storage.database import writing
from tests.conftest import NOW, PASSWORD, Sit, make_card
from tests.model.at_once import at_once

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def own(sit: Sit) -> str:
    """A card of 李明's, of the first team."""
    return make_card(sit, "红旗机械有限公司", "李明", "028-85551001", "武侯", "赵刚")


@pytest.fixture
def others(sit: Sit) -> str:
    """A card of 周涛's, of the second team."""
    return make_card(sit, "东方仪表有限公司", "周涛", "028-85551002", "金牛", "钱进")


def ask(desk: Desk, *refs: str, right: Right = Right.ISSUE_CONFIDENTIAL) -> ApprovalView:
    """Ask with a reason."""
    return asking.ask_approval(desk, right, refs, "总部年检", NOW)


def use(
    desk: Desk, *refs: str, right: Right = Right.ISSUE_CONFIDENTIAL, now: datetime = LATER
) -> approvals.Granted | None:
    """Use one up as an act does."""
    with writing():
        owners = [whose(card_of(ref)) for ref in refs]
        return approvals.use_approval(desk, right, refs, now, whose=owners)


def granted(sit: Sit, *refs: str, by: str = "赵刚") -> str:
    """A clerk's approval that was granted."""
    number = ask(sit("孙丽"), *refs).approval_no
    asking.decide_approval(sit(by), number, True, "", NOW)
    return number


def test_asked_granted_used_once(sit: Sit, own: str) -> None:
    asked = ask(sit("孙丽"), own)
    assert (asked.approval_no, asked.state, asked.decider) == (
        "SP000001", ApprovalState.ASKED, Role.SUPERVISOR,
    )  # fmt: skip
    view = asking.decide_approval(sit("赵刚"), "sp000001", True, "只此一次", NOW)
    assert (view.state, view.decided_by, view.remark) == ("granted", "赵刚", "只此一次")
    clerk = sit("孙丽")
    found = use(clerk, own)
    assert found is not None
    assert found.approval_no == "SP000001"
    with pytest.raises(NeedsApprovalError) as refused:
        use(clerk, own)
    assert refused.value.values["refs"] == (own,)
    events = [line.event for line in AuditLine.select() if line.subject == "SP000001"]
    assert events == ["approval.ask", "approval.grant", "approval.use"]


def test_who_may_do_it_directly_needs_none(sit: Sit, own: str) -> None:
    assert use(sit("赵刚"), own) is None
    with pytest.raises(NoApprovalNeededError):
        ask(sit("赵刚"), own)


def test_a_failed_act_uses_nothing_up(sit: Sit, own: str) -> None:
    number = granted(sit, own)
    clerk = sit("孙丽")

    def act() -> None:
        with writing():
            approvals.use_approval(clerk, Right.ISSUE_CONFIDENTIAL, [own], LATER)
            raise ReasonNeededError

    with pytest.raises(ReasonNeededError):
        act()
    assert Approval.get(Approval.approval_no == number).state == "granted"


def test_looking_uses_nothing_up(sit: Sit, own: str) -> None:
    number = granted(sit, own)
    clerk = sit("孙丽")
    for _ in range(2):
        found = approvals.standing(clerk, Right.ISSUE_CONFIDENTIAL, [own], LATER)
        assert found is not None
        assert found.approval_no == number


def test_among_several_the_narrowest_is_used(sit: Sit, own: str, others: str) -> None:
    wide = ask(sit("孙丽"), own, others).approval_no
    asking.decide_approval(sit("张总"), wide, True, "", NOW)
    narrow = granted(sit, own)
    found = use(sit("孙丽"), own)
    assert found is not None
    assert found.approval_no == narrow
    assert use(sit("孙丽"), own, others) is not None


# --- who may ask, and for what ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "right", "error"),
    [
        ("李明", Right.ISSUE_CONFIDENTIAL, NotAllowedError),
        ("李明", Right.EDIT_CARD, MustProposeError),
        ("孙丽", Right.EDIT_PROTECTED, MustProposeError),
        ("孙丽", Right.MANAGE_OFFICE, NotAllowedError),
        ("孙丽", Right.ISSUE_INTERNAL, NoApprovalNeededError),
        ("孙丽", Right.READ_OTHERS_CARD, NoApprovalNeededError),
        ("赵刚", Right.VOID_CARD, NoApprovalNeededError),
        ("张总", Right.EXPORT, NotAllowedError),
    ],
)
def test_what_no_approval_helps_with_is_not_asked_for(
    sit: Sit, own: str, person: str, right: Right, error: type[CabinetError]
) -> None:
    with pytest.raises(error):
        ask(sit(person), own, right=right)
    assert Approval.select().count() == 0


@pytest.mark.parametrize("person", ["李明", "赵刚"])
def test_ones_own_customer_is_read_without_asking(sit: Sit, own: str, person: str) -> None:
    with pytest.raises(NoApprovalNeededError):
        ask(sit(person), own, right=Right.READ_OTHERS_CARD)


@pytest.mark.parametrize(
    ("right", "refs", "error"),
    [
        (Right.ISSUE_CONFIDENTIAL, (), BadInputError),
        (Right.ISSUE_CONFIDENTIAL, ("Q99999",), NotFoundError),
        (Right.ISSUE_CONFIDENTIAL, ("FJ000001",), NotFoundError),
        (Right.REMOVE_ATTACHMENT, ("Q00001",), NotFoundError),
        (Right.VOID_CARD, ("BK000009",), NotFoundError),
    ],
)
def test_what_is_asked_for_must_be_there(
    sit: Sit, own: str, right: Right, refs: tuple[str, ...], error: type[CabinetError]
) -> None:
    with pytest.raises(error):
        ask(sit("孙丽"), *refs, right=right)


def test_asking_needs_a_reason_and_readable_facts(sit: Sit, own: str) -> None:
    clerk = sit("孙丽")
    with pytest.raises(ReasonNeededError):
        asking.ask_approval(clerk, Right.ISSUE_CONFIDENTIAL, [own], " ", NOW)
    with pytest.raises(BadInputError):
        asking.ask_approval(
            clerk, Right.ISSUE_CONFIDENTIAL, [own], "年检", NOW, facts={"receiver": "长" * 500}
        )


def test_nothing_is_asked_about_a_void_card(sit: Sit, own: str) -> None:
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == own).execute()
    with pytest.raises(WrongStateError):
        ask(sit("孙丽"), own)


def test_nobody_asks_twice_for_the_same(sit: Sit, own: str, others: str) -> None:
    first = ask(sit("孙丽"), own).approval_no
    with pytest.raises(AlreadyThereError) as refused:
        ask(sit("孙丽"), own.lower())
    assert refused.value.values["ref"] == first
    asking.decide_approval(sit("赵刚"), first, True, "", NOW)
    with pytest.raises(AlreadyThereError):
        ask(sit("孙丽"), own)
    assert use(sit("孙丽"), own)
    assert ask(sit("孙丽"), own).approval_no == "SP000002", "what was used is asked for anew"
    assert ask(sit("王秀兰"), own).approval_no == "SP000003", "everybody for himself"
    assert ask(sit("孙丽"), others).approval_no == "SP000004"


# --- who decides -----------------------------------------------------------------------------


def test_cards_of_two_teams_are_the_managers(sit: Sit, own: str, others: str) -> None:
    asked = ask(sit("孙丽"), own, others)
    assert asked.decider is Role.MANAGER
    for supervisor in ("赵刚", "钱进"):
        with pytest.raises(NotAllowedError) as refused:
            asking.decide_approval(sit(supervisor), asked.approval_no, True, "", NOW)
        assert refused.value.values["may"] == (Role.MANAGER,)
    assert asking.decide_approval(sit("张总"), asked.approval_no, True, "", NOW)


@pytest.mark.parametrize(
    ("person", "right", "whose_card", "decider"),
    [
        ("李明", Right.READ_OTHERS_CARD, "王芳", Role.SUPERVISOR),
        ("李明", Right.READ_OTHERS_CARD, "周涛", Role.MANAGER),
        ("赵刚", Right.READ_OTHERS_CARD, "周涛", Role.MANAGER),
        ("孙丽", Right.ISSUE_CONFIDENTIAL, "周涛", Role.SUPERVISOR),
        ("孙丽", Right.ISSUE_SECRET, "周涛", Role.MANAGER),
        ("赵刚", Right.ISSUE_SECRET, "王芳", Role.MANAGER),
    ],
)
def test_who_decides_follows_from_the_table_and_the_cards(
    sit: Sit, person: str, right: Right, whose_card: str, decider: Role
) -> None:
    district, passer = ("金牛", "钱进") if whose_card == "周涛" else ("武侯", "赵刚")
    card = make_card(sit, "红旗机械有限公司", whose_card, "028-85551001", district, passer)
    asked = ask(sit(person), card, right=right)
    assert asked.decider is decider
    seeing = {
        name
        for name in ("李明", "孙丽", "赵刚", "钱进", "张总")
        if any(view.may_decide for view in asking.list_approvals(sit(name), NOW))
    }
    supervisor = "钱进" if whose_card == "周涛" else "赵刚"
    assert seeing == ({"张总"} if decider is Role.MANAGER else {"张总", supervisor})


def test_an_export_names_no_cards_and_is_the_managers(sit: Sit) -> None:
    facts = {"filter": "武侯区", "receiver": "总部"}
    asked = asking.ask_approval(sit("赵刚"), Right.EXPORT, (), "年检", NOW, facts=facts)
    assert (asked.decider, asked.refs, asked.facts) == (Role.MANAGER, (), facts)
    assert not asking.list_approvals(sit("钱进"), NOW)
    asking.decide_approval(sit("张总"), asked.approval_no, True, "", NOW)
    desk = sit("赵刚")
    with pytest.raises(NeedsApprovalError) as refused, writing():
        approvals.use_approval(
            desk, Right.EXPORT, (), LATER, facts={"receiver": "别处"}, told={"cards": "3"}
        )
    assert refused.value.values["facts"] == {"receiver": "别处", "cards": "3"}
    with writing():
        assert approvals.use_approval(desk, Right.EXPORT, (), LATER, facts={"receiver": "总部"})


def test_nobody_decides_on_his_own(sit: Sit, others: str) -> None:
    asked = ask(sit("赵刚"), others, right=Right.READ_OTHERS_CARD)
    with pytest.raises(SelfApprovalError):
        asking.decide_approval(sit("赵刚"), asked.approval_no, True, "", NOW)
    make("赵刚", role="manager", team=None)
    with pytest.raises(SelfApprovalError):
        asking.decide_approval(sit("赵刚"), asked.approval_no, True, "", NOW)
    (view,) = asking.list_approvals(sit("赵刚"), NOW)
    assert (view.is_mine, view.may_decide) == (True, False)


def test_a_refusal_says_why_and_lets_nothing_happen(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    boss = sit("赵刚")
    with pytest.raises(ReasonNeededError):
        asking.decide_approval(boss, number, False, " ", NOW)
    view = asking.decide_approval(boss, number, False, "不对外", NOW)
    assert (view.state, view.remark, view.valid_until) == ("refused", "不对外", None)
    with pytest.raises(NeedsApprovalError):
        use(sit("孙丽"), own)
    with pytest.raises(WrongStateError) as again:
        asking.decide_approval(sit("张总"), number, True, "", NOW)
    assert again.value.values["state"] == "refused"


def test_what_is_withdrawn_is_no_more(sit: Sit, own: str) -> None:
    number = granted(sit, own)
    with pytest.raises(NotFoundError):
        asking.withdraw_approval(sit("王秀兰"), number, NOW)
    assert asking.withdraw_approval(sit("孙丽"), number, NOW).state == "withdrawn"
    with pytest.raises(NeedsApprovalError):
        use(sit("孙丽"), own)
    with pytest.raises(WrongStateError):
        asking.withdraw_approval(sit("孙丽"), number, NOW)


def test_what_is_withdrawn_waits_no_longer(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    later = NOW + timedelta(days=300)
    assert asking.read_approval(sit("孙丽"), number, later).waiting_days > 200
    asking.withdraw_approval(sit("孙丽"), number, later)
    assert asking.read_approval(sit("孙丽"), number, later).waiting_days == 0


def test_it_is_good_for_its_asker_and_its_right_only(sit: Sit, own: str) -> None:
    granted(sit, own)
    with pytest.raises(NeedsApprovalError):
        use(sit("王秀兰"), own)
    with pytest.raises(NeedsApprovalError):
        use(sit("孙丽"), own, right=Right.VOID_CARD)
    with pytest.raises(NotAllowedError) as refused:
        use(sit("李明"), own)
    assert not isinstance(refused.value, NeedsApprovalError)


# --- what ends by itself, and what changes meanwhile -----------------------------------------


def test_a_granted_one_ends_after_the_days_of_the_setting(sit: Sit, own: str) -> None:
    office_settings.change_setting(sit("张总"), "approval_days", "2", NOW)
    number = granted(sit, own)
    last = datetime(2026, 11, 22, 23, 59, 59)
    clerk = sit("孙丽")
    assert asking.read_approval(clerk, number, last).valid_until == last
    over = last + timedelta(seconds=1)
    with pytest.raises(NeedsApprovalError):
        use(clerk, own, now=over)
    assert asking.read_approval(clerk, number, over).state is ApprovalState.EXPIRED
    assert asking.list_approvals(clerk, over) == ()
    with pytest.raises(WrongStateError):
        asking.withdraw_approval(clerk, number, over)
    assert asking.ask_approval(clerk, Right.ISSUE_CONFIDENTIAL, [own], "再请", over)
    assert use(clerk, own, now=last) is not None


def make(name: str, **columns: object) -> None:
    """Change a person's row: a new role, a new team."""
    with writing():
        Person.update(**columns).where(Person.name == name).execute()


def move(card_no: str, rep: str) -> None:
    """Give a card to another rep."""
    with writing():
        CustomerCard.update(rep=Person.get(Person.name == rep)).where(
            CustomerCard.card_no == card_no
        ).execute()


def test_a_card_that_moved_is_decided_on_where_it_is_now(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    move(own, "周涛")
    with pytest.raises(NotAllowedError):
        asking.decide_approval(sit("赵刚"), number, True, "", NOW)
    assert asking.list_approvals(sit("赵刚"), NOW) == ()
    assert asking.decide_approval(sit("钱进"), number, True, "", NOW).state == "granted"
    assert use(sit("孙丽"), own)


@pytest.mark.parametrize(("by", "counts"), [("赵刚", False), ("张总", True)])
def test_a_supervisors_word_does_not_follow_a_card_to_another_team(
    sit: Sit, own: str, by: str, counts: bool
) -> None:
    granted(sit, own, by=by)
    move(own, "周涛")
    clerk = sit("孙丽")
    if counts:
        assert use(clerk, own)
    else:
        with pytest.raises(NeedsApprovalError):
            use(clerk, own)


def test_who_asked_and_has_another_role_now_gets_nothing_granted(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    make("孙丽", role="rep")
    with pytest.raises(NotAllowedError) as refused:
        asking.decide_approval(sit("张总"), number, True, "", NOW)
    assert refused.value.values["role"] == "rep"
    assert asking.decide_approval(sit("张总"), number, False, "已调岗", NOW).state == "refused"


def test_who_was_granted_and_has_another_role_now_uses_nothing(sit: Sit, own: str) -> None:
    number = granted(sit, own)
    make("孙丽", role="rep")
    with pytest.raises(NotAllowedError):
        use(sit("孙丽"), own)
    assert Approval.get(Approval.approval_no == number).state == "granted"


def test_a_card_that_became_void_is_only_refused(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == own).execute()
    with pytest.raises(WrongStateError):
        asking.decide_approval(sit("赵刚"), number, True, "", NOW)
    assert asking.decide_approval(sit("赵刚"), number, False, "已作废", NOW).state == "refused"


# --- what is seen ----------------------------------------------------------------------------


def test_everybody_sees_his_own_and_what_he_decides(sit: Sit, own: str, others: str) -> None:
    mine = ask(sit("李明"), others, right=Right.READ_OTHERS_CARD).approval_no
    clerks = ask(sit("孙丽"), own).approval_no
    seen = {
        name: {view.approval_no for view in asking.list_approvals(sit(name), NOW)}
        for name in ("李明", "王芳", "孙丽", "王秀兰", "赵刚", "钱进", "张总")
    }
    assert seen == {
        "李明": {mine}, "王芳": set(), "孙丽": {clerks}, "王秀兰": set(),
        "赵刚": {clerks}, "钱进": set(), "张总": {mine, clerks},
    }  # fmt: skip
    with pytest.raises(NotFoundError):
        asking.read_approval(sit("王芳"), mine, NOW)


def test_names_are_shown_as_far_as_each_may_know_them(sit: Sit, others: str) -> None:
    asked = ask(sit("李明"), others, right=Right.READ_OTHERS_CARD)
    (card,) = asked.cards
    # As in a search: that he is there, and whose he is; not where his card is.
    assert (card.ref, card.name, card.rep, card.state) == (others, "东方***", "周涛", "")
    (view,) = asking.list_approvals(sit("张总"), NOW)
    assert (view.cards[0].name, view.cards[0].state) == ("东方仪表有限公司", "in_cabinet")


def test_what_waits_stands_first_the_oldest_on_top(sit: Sit, own: str, others: str) -> None:
    done = granted(sit, own)
    first, second = ask(sit("王秀兰"), own).approval_no, ask(sit("孙丽"), others).approval_no
    refused = ask(sit("孙丽"), own, others).approval_no
    asking.decide_approval(sit("张总"), refused, False, "不必", NOW)
    boss, tomorrow = sit("张总"), NOW + timedelta(days=1)

    def numbers(now: datetime, *, everything: bool = False) -> list[str]:
        return [view.approval_no for view in asking.list_approvals(boss, now, all=everything)]

    assert numbers(NOW) == [first, second, refused, done]
    assert numbers(tomorrow) == [first, second, done], "a refusal is told on its day"
    assert numbers(tomorrow, everything=True) == [first, second, refused, done]


@pytest.mark.parametrize(
    ("days", "waiting"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 2), (7, 5), (10, 6)]
)
def test_waiting_is_counted_in_working_days(sit: Sit, own: str, days: int, waiting: int) -> None:
    """From a Friday; the weekend is none."""
    ask(sit("孙丽"), own)
    (view,) = asking.list_approvals(sit("赵刚"), NOW + timedelta(days=days))
    assert view.waiting_days == waiting


def test_what_was_decided_waits_no_more(sit: Sit, own: str) -> None:
    number = ask(sit("孙丽"), own).approval_no
    asking.decide_approval(sit("赵刚"), number, True, "", NOW + timedelta(days=3))
    later = NOW + timedelta(days=5)
    assert asking.read_approval(sit("孙丽"), number, later).waiting_days == 1


def test_the_log_names_no_private_words(sit: Sit, own: str) -> None:
    asking.ask_approval(
        sit("孙丽"), Right.EXPORT, (), "年检", NOW, facts={"filter": "何文斌", "receiver": "总部"}
    )
    line = AuditLine.get(AuditLine.event == "approval.ask")
    assert json.loads(line.after) == {
        "right": "export", "refs": [], "facts": ["filter", "receiver"],
    }  # fmt: skip
    assert "何文斌" not in line.after


# --- two programs ----------------------------------------------------------------------------

_USE = """
from model.office.approvals import use_approval
from model.office.rights import Right
from model.storage.database import writing
try:
    with writing():
        print(use_approval(desk, Right.ISSUE_CONFIDENTIAL, ["Q00001"], NOW).approval_no)
except CabinetError as error:
    print(error.code)
"""
_GRANT = """
from model.cards.asking import decide_approval
try:
    print(decide_approval(desk, "SP000001", {granted}, "看过", NOW).state.value)
except CabinetError as error:
    print(error.code)
"""


def test_of_programs_at_once_one_uses_it_up(sit: Sit, own: str) -> None:
    granted(sit, own)
    told = at_once(sit("孙丽").cabinet, PASSWORD, *[("孙丽", _USE)] * 4)
    assert sorted(line for lines in told for line in lines) == [
        "SP000001", "needs_approval", "needs_approval", "needs_approval",
    ]  # fmt: skip


def test_of_two_deciders_at_once_one_decides(sit: Sit, own: str) -> None:
    ask(sit("孙丽"), own)
    told = at_once(
        sit("孙丽").cabinet, PASSWORD,
        ("赵刚", _GRANT.format(granted=True)), ("张总", _GRANT.format(granted=False)),
    )  # fmt: skip
    answers = {line for lines in told for line in lines}
    assert answers in ({"granted", "wrong_state"}, {"refused", "wrong_state"})

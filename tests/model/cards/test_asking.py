"""Approvals: who may ask, who decides, what is used up, and what ends by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from model.cards import asking
from model.cards.asking import ApprovalView
from model.cards.custody import card_of, whose
from model.errors import (
    NeedsApprovalError,
    NoApprovalNeededError,
    ReasonNeededError,
)
from model.office import approvals
from model.office.desk import Desk
from model.office.rights import Right, Role
from model.office.tables import Approval, ApprovalState, AuditLine
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card

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

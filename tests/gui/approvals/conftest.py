"""Approvals in a window of their own, in an office with cards of two teams."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gui.approvals.approvals_page import ApprovalsPage
from model.cards.asking import ask_approval
from model.office.rights import Right
from tests.conftest import NOW, Sit, make_card
from tests.gui.conftest import WAIT_MS, PageOpener

OpenPage = Callable[..., ApprovalsPage]
Ask = Callable[..., str]


@pytest.fixture
def cards(sit: Sit) -> tuple[str, str]:
    """A card of the first team, and one of the second."""
    own = make_card(sit, "红旗机械有限公司", "李明", "028-85551001", "武侯", "赵刚")
    other = make_card(sit, "东方仪表有限公司", "周涛", "028-85551002", "金牛", "钱进")
    return own, other


@pytest.fixture
def ask(sit: Sit, cards: tuple[str, str]) -> Ask:
    """A clerk asks for a copy of a card."""

    def asked(person: str = "孙丽", *refs: str, right: Right = Right.ISSUE_CONFIDENTIAL) -> str:
        wanted = refs or (cards[0],)
        facts = {"receiver": "总部<审计>"}
        return ask_approval(sit(person), right, wanted, "年检", NOW, facts=facts).approval_no

    return asked


@pytest.fixture
def open_page(sit: Sit, page_opener: PageOpener) -> OpenPage:
    """Sit down and open the page."""

    def opened(name: str, width: int = 1290, height: int = 684) -> ApprovalsPage:
        page_opener.close()
        return page_opener.open(ApprovalsPage, sit(name), (width, height))

    return opened


def settle(qtbot: QtBot, page: ApprovalsPage) -> None:
    """Wait until everything that was asked for has been read."""
    qtbot.waitUntil(lambda: page._tasks.running == 0, timeout=WAIT_MS)

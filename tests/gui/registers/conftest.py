"""The page 登记簿 in a window of its own, on a day with cards out, home, and without record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.registers.register_page import RegisterPage
from model.loans.checkouts import check_out
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.rounds.approval import approve
from model.rounds.planning import make_plan
from model.rounds.visits_shown import PromiseEntry, VisitEntry
from tests.conftest import NOW, TODAY, Sit
from tests.gui.conftest import PageOpener, StillClock
from tests.gui.rounds.conftest import cabinet, planned_template

__all__ = ["cabinet", "planned_template"]

OpenPage = Callable[..., RegisterPage]
EVENING = NOW.replace(hour=17, minute=30)


@pytest.fixture
def a_day(sit: Sit, clock: StillClock) -> tuple[str, str, str]:
    """Three cards went out with 李明: one home with a record, one without, one still out."""
    plan = make_plan(sit("李明"), "李明", TODAY, NOW)
    approve(sit("赵刚"), [plan.plan_no], NOW)
    clerk = sit("王秀兰")
    open_cabinet(clerk, NOW)
    out = check_out(clerk, "李明", NOW + timedelta(minutes=10), read=True)
    first, second, third = (card.card_no for card in out)
    visit = VisitEntry(
        first, "李明", TODAY,
        {"visited": "谈妥年度合同<甲>", "outcome": "yes", "next_visit_on": "2026-11-27"},
        promises=(PromiseEntry("送样品", TODAY + timedelta(days=3)),),
    )  # fmt: skip
    returns = (Return(first, "visited", visit), Return(second, "no_record"))
    take_back(clerk, "李明", returns, EVENING)
    clock.time = EVENING
    return first, second, third


@pytest.fixture
def open_page(sit: Sit, page_opener: PageOpener) -> OpenPage:
    """Sit down and open the page; the page before is closed as a lock closes it."""

    def opened(name: str, width: int = 1290, height: int = 684) -> RegisterPage:
        page_opener.close()
        return page_opener.open(RegisterPage, sit(name), (width, height))

    return opened


def settle(qtbot: QtBot, page: RegisterPage) -> None:
    """Wait until everything that was asked for has been read."""
    qtbot.waitUntil(lambda: page._tasks.running == 0, timeout=10_000)

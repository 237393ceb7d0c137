"""Eight reps at the desk, twelve cards each, by scanner: out in the morning, home at night."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.today.scans import Mode
from gui.today.today_page import TodayPage
from model.loans.board import day_board
from model.loans.registers import loan_register
from model.office.desk import Desk
from model.office.people import list_people
from tests.conftest import NOW
from tests.gui.conftest import StillClock
from tests.gui.today.conftest import CARDS_EACH, KEEPER, REPS, OpenPage, SitHere, focus, plans_of

KEY_MS = 50
"""What a scanner takes from one sign to the next."""


def scan(code: str, delay: int) -> None:
    """What a scanner sends, wherever the keyboard is."""
    QTest.keyClicks(focus(), code, Qt.KeyboardModifier.NoModifier, delay)
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, delay)


def scan_everything(desk: Desk, page: TodayPage, cards: dict[str, list[str]], slow: int) -> None:
    """Each rep's badge and then his cards; `slow` of the reps at a scanner's own pace."""
    badges = {person.name: f"P{person.staff_no}" for person in list_people(desk)}
    for number, (rep, card_nos) in enumerate(cards.items()):
        delay = KEY_MS if number < slow else -1
        scan(badges[rep], delay)
        for card_no in card_nos:
            scan(card_no, delay)
        assert page.left.reps.rep == rep


def check_none_lost_or_doubled(desk: Desk, clock: StillClock, *, out: bool) -> None:
    """Ask the office, not the window."""
    board = day_board(desk, clock.time)
    assert [rep.out for rep in board.reps] == [CARDS_EACH if out else 0] * len(REPS)
    assert [rep.home for rep in board.reps] == [0 if out else CARDS_EACH] * len(REPS)
    register = loan_register(desk, clock.time.date(), clock.time)
    assert register.issued == len(REPS) * CARDS_EACH
    assert register.returned == (0 if out else len(REPS) * CARDS_EACH)
    assert set(Counter(line.card_no for line in register.lines).values()) == {1}


def through_the_day(
    open_page: OpenPage, sit_here: SitHere, clock: StillClock, qtbot: QtBot, slow: int
) -> None:
    desk = sit_here(KEEPER)
    cards = plans_of(desk, NOW)
    assert sum(len(card_nos) for card_nos in cards.values()) == len(REPS) * CARDS_EACH
    page = open_page(KEEPER)
    assert page.bar.mode is Mode.OUT  # nothing is out yet
    scan_everything(desk, page, cards, slow)
    assert not [one.text for one in page.happenings.kept if not one.good]
    check_none_lost_or_doubled(desk, clock, out=True)

    clock.time = clock.time.replace(hour=17, minute=40)
    page.refresh()
    assert page.bar.mode is Mode.HOME  # everything is out
    qtbot.waitUntil(lambda: page.finder._tasks.running == 0)
    scan_everything(desk, page, cards, slow)
    check_none_lost_or_doubled(desk, clock, out=False)
    board = day_board(desk, clock.time)
    assert [rep.missing_records for rep in board.reps] == [CARDS_EACH] * len(REPS)


@pytest.mark.usefixtures("opened_here")
def test_none_of_96_cards_is_lost_or_doubled(
    open_page: OpenPage, sit_here: SitHere, clock: StillClock, qtbot: QtBot
) -> None:
    through_the_day(open_page, sit_here, clock, qtbot, slow=1)


@pytest.mark.soak
@pytest.mark.usefixtures("opened_here")
def test_none_of_96_cards_is_lost_or_doubled_at_a_scanners_own_pace(
    open_page: OpenPage, sit_here: SitHere, clock: StillClock, qtbot: QtBot
) -> None:
    through_the_day(open_page, sit_here, clock, qtbot, slow=len(REPS))

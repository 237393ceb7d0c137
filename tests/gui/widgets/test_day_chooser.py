"""A day is chosen by a key, by a click, or by typing it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from gui.translators import Translators
from gui.widgets.day_chooser import DayChooser

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


@pytest.fixture
def days(qtbot: QtBot, translators: Translators) -> DayChooser:
    made = DayChooser(FRIDAY, None, ahead=MONDAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_today(days: DayChooser) -> None:
    assert days.day == FRIDAY


@pytest.mark.parametrize(
    ("steps", "day"),
    [
        (["next"], date(2026, 11, 21)),
        (["previous", "previous"], date(2026, 11, 18)),
        (["ahead"], MONDAY),
        (["ahead", "today"], FRIDAY),
    ],
)
def test_a_step_is_told_with_its_day(
    days: DayChooser, qtbot: QtBot, steps: list[str], day: date
) -> None:
    told: list[date] = []
    days.changed.connect(told.append)
    for step in steps:
        days.actions_[step].trigger()
    assert days.day == day
    assert told[-1] == day


def test_showing_a_day_tells_nobody(days: DayChooser) -> None:
    told: list[date] = []
    days.changed.connect(told.append)
    days.show_day(MONDAY)
    assert days.day == MONDAY
    assert told == []


def test_half_a_typed_day_is_not_told(days: DayChooser, qtbot: QtBot) -> None:
    told: list[date] = []
    days.changed.connect(told.append)
    days._edit.setFocus()
    days._edit.setSelectedSection(days._edit.Section.DaySection)
    qtbot.keyClicks(days._edit, "1")
    assert told == []
    qtbot.keyClicks(days._edit, "2")
    days._edit.interpretText()
    assert QDate(2026, 11, 12) == days._edit.date()


def test_without_planning_ahead_there_is_no_button_for_it(qtbot: QtBot) -> None:
    made = DayChooser(FRIDAY, None)
    qtbot.addWidget(made)
    made.show()
    assert not made.actions_["ahead"].isVisible()


def test_the_words_follow_the_language(
    days: DayChooser, translators: Translators, qtbot: QtBot
) -> None:
    translators.switch("zh")
    qtbot.waitUntil(lambda: days.actions_["today"].text() == "今天")
    assert days._edit.text().endswith("周五")

"""A scanner that types into a form: nothing of its code stays there, and no scan is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.today.scan_box import card_of_code
from gui.today.scan_catcher import ScanCatcher
from gui.today.today_page import TodayPage
from gui.today.visit_dialog import VisitDialog
from gui.today.visit_inputs import FormLine, FormText
from model.loans.board import rep_day
from model.loans.checkouts import check_out
from tests.conftest import NOW
from tests.gui.today.conftest import KEEPER, OpenPage, SitHere, focus

REP = "李明"
SCANNER_S, PERSON_S = 0.05, 0.2


class Pace:
    """Seconds that go by with each look at the clock."""

    def __init__(self) -> None:
        self.time, self.step = 100.0, 0.0

    def __call__(self) -> float:
        self.time += self.step
        return self.time


@pytest.fixture
def pace() -> Pace:
    return Pace()


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def type_into(widget: QWidget, text: str, pace: Pace, seconds: float) -> None:
    """Type with Enter at the end."""
    pace.step = seconds
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def caught(widget: QWidget, pace: Pace) -> list[str]:
    """The scans of a widget, as they come."""
    catcher = ScanCatcher(widget, pace)
    catcher.watch([widget])
    found: list[str] = []
    catcher.scanned.connect(found.append)
    return found


@pytest.mark.parametrize("code", ["Q00342", "q00342-2", "P12", "RB20261120-03"])
def test_a_scan_in_a_text_leaves_the_text_as_it_was(form: QWidget, pace: Pace, code: str) -> None:
    text = FormText(4, form)
    text.setPlainText("库存不多\n")
    text.moveCursor(text.textCursor().MoveOperation.End)
    found = caught(text, pace)
    type_into(text, code, pace, SCANNER_S)
    assert found == [code.upper()]
    assert text.toPlainText() == "库存不多\n"


def test_a_person_may_write_a_number_and_begin_a_line(form: QWidget, pace: Pace) -> None:
    text = QPlainTextEdit(form)
    found = caught(text, pace)
    type_into(text, "Q00342", pace, PERSON_S)
    assert found == []
    assert text.toPlainText() == "Q00342\n"


def test_fast_letters_that_are_no_code_stay(form: QWidget, pace: Pace) -> None:
    text = QPlainTextEdit(form)
    found = caught(text, pace)
    type_into(text, "ok", pace, SCANNER_S)
    assert found == []
    assert text.toPlainText() == "ok\n"


def test_a_scan_after_other_letters_takes_only_itself_out(form: QWidget, pace: Pace) -> None:
    line = FormLine(form)
    found = caught(line, pace)
    pace.step = PERSON_S
    QTest.keyClicks(line, "ok")
    pace.time += 1
    type_into(line, "Q00342", pace, SCANNER_S)
    assert found == ["Q00342"]
    assert line.text() == "ok"


def test_a_line_with_nothing_but_a_code_is_a_scan_at_any_pace(form: QWidget, pace: Pace) -> None:
    line = FormLine(form)
    found = caught(line, pace)
    type_into(line, "Q00342", pace, PERSON_S)
    assert found == ["Q00342"]
    assert line.text() == ""


def test_a_choice_is_not_changed_by_the_letters_of_a_scan(form: QWidget, pace: Pace) -> None:
    box = QComboBox(form)
    box.addItems(["", "Partly", "Quite"])
    box.setCurrentIndex(1)
    found = caught(box, pace)
    type_into(box, "Q00342", pace, SCANNER_S)
    assert found == ["Q00342"]
    assert box.currentIndex() == 1


@pytest.mark.parametrize(
    ("code", "card_no"),
    [("Q00342-2", "Q00342"), ("G00001", "G00001"), ("RB20261120-03", "RB20261120-03")],
)
def test_a_print_of_a_card_is_its_card(code: str, card_no: str) -> None:
    assert card_of_code(code) == card_no


@pytest.fixture
def page(open_page: OpenPage, sit_here: SitHere, opened_here: None) -> TodayPage:
    check_out(sit_here(KEEPER), REP, NOW)
    return open_page(KEEPER)


@pytest.fixture
def dialog(page: TodayPage, qtbot: QtBot) -> VisitDialog:
    page.work.open_away(page.away.cards[0])
    assert page.records.dialog is not None
    qtbot.waitUntil(page.records.dialog.isActiveWindow)
    return page.records.dialog


def scan(code: str) -> None:
    """Where the keyboard is."""
    QTest.keyClicks(focus(), code)
    QTest.keyClick(focus(), Qt.Key.Key_Return)


def test_while_nothing_is_typed_a_scan_goes_on_to_its_card(
    page: TodayPage, dialog: VisitDialog
) -> None:
    other = page.away.cards[3].card_no
    scan(other)
    assert dialog.form.visit.card_no == other
    assert dialog.trouble == ""
    scan(other)  # the same once more changes nothing
    assert dialog.form.visit.card_no == other
    assert len(rep_day(page._desk, REP, NOW).away) == len(page.away.cards)


@pytest.mark.parametrize("field", ["outcome", "visited", "next_visit_on"])
def test_what_is_typed_is_never_left_for_a_scan(
    page: TodayPage, dialog: VisitDialog, field: str
) -> None:
    shown = dialog.form.visit.card_no
    dialog.form.inputs["visited"].fill("库存不多")
    typed = dialog.form.typed()
    dialog.form.inputs[field].input.setFocus()
    scan(page.away.cards[3].card_no)
    assert dialog.form.visit.card_no == shown
    assert dialog.form.typed() == typed
    assert dialog.trouble.startswith(f"{page.away.cards[3].card_no} was scanned")
    assert "then scan again" in dialog.trouble


def test_a_badge_in_the_form_is_told(page: TodayPage, dialog: VisitDialog) -> None:
    shown = dialog.form.visit.card_no
    scan("P4")
    assert dialog.form.visit.card_no == shown
    assert dialog.trouble.startswith("P4 was scanned")

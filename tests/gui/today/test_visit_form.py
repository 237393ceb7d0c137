"""The form of a visit: what it shows, what it gives, what it keeps when the screen locks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.today.today_page import TodayPage
from gui.today.visit_dialog import VisitDialog
from gui.today.visit_form import SUPERVISORS, VisitForm
from gui.today.visit_of import RESULTS, Filled, VisitOf
from gui.translators import Translators
from model.cards.typing import keep_typing, kept_typing
from model.errors import BadInputError, Problem
from model.loans.board import rep_day
from model.loans.checkouts import check_out
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits import PromiseEntry
from model.rounds.visits_shown import PromiseView
from tests.conftest import NOW, TODAY
from tests.gui.today.conftest import KEEPER, OpenPage, SitHere, focus

OUT = VisitOf("Q00001", "恒运", "李明", TODAY, is_out=True)
REP = "李明"


@pytest.fixture
def dialog(translators: Translators, qtbot: QtBot) -> VisitDialog:
    del translators
    made = VisitDialog(None, supervises=True)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show_visit(OUT, TODAY, (), 0)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def form(dialog: VisitDialog) -> VisitForm:
    return dialog.form


def filled(form: VisitForm) -> Filled:
    found = form.filled()
    assert found is not None
    return found


@pytest.mark.parametrize("result", RESULTS)
def test_only_what_belongs_to_the_result_is_in_view(form: VisitForm, result: str) -> None:
    form.choose(result)
    shown = {
        "learnt": form.inputs["visited"].isVisible(),
        "promises": form.promises.isVisible(),
        "why": form.why.isVisible(),
        "day": form.inputs["next_visit_on"].isVisible(),
    }
    visited, missed = result == "visited", result == "not_visited"
    assert shown == {
        "learnt": visited, "promises": visited, "why": missed, "day": visited or missed,
    }  # fmt: skip
    assert not form.late.isVisible()


def test_a_late_card_asks_why(form: VisitForm) -> None:
    form.show_visit(VisitOf("Q00001", "恒运", "李明", TODAY, is_out=True, hours_late=2), TODAY)
    assert form.late.isVisible()
    form.late.setText("堵车")
    assert filled(form).reason == "堵车"


def test_a_card_that_is_not_out_has_no_return(form: VisitForm) -> None:
    form.show_visit(VisitOf("Q00001", "恒运", "李明", TODAY), TODAY)
    assert [name for name, button in form.results.items() if button.isVisible()] == [
        "visited", "not_visited",
    ]  # fmt: skip
    assert not form.damaged.isVisible()


def test_every_field_of_the_record_is_there(form: VisitForm, qtbot: QtBot) -> None:
    assert list(form.inputs) == [field.identifier for field in VISIT_FIELDS]
    bare = VisitForm(form)
    qtbot.addWidget(bare)
    assert SUPERVISORS.isdisjoint(bare.inputs)
    assert not form.inputs["rivals"].isVisible()
    form.more.click()
    assert form.inputs["rivals"].isVisible()


def test_what_was_typed_is_given(form: VisitForm) -> None:
    texts = {
        "outcome": "partly", "visited": "要降价", "next_visit_on": "+3", "mood": "4",
        "good_moment": "yes", "next_purpose": "collect,order", "met": "何总", "rivals": "跌价",
    }  # fmt: skip
    for name, text in texts.items():
        form.inputs[name].fill(text)
    form.promises.rows[0].what.setText("送样品")
    form.promises.rows[0].day.setText("+7")
    form.promises.rows[0].by.setCurrentIndex(1)
    form.damaged.setChecked(True)
    given = filled(form)
    assert given.values == {**texts, "next_visit_on": "2026-11-23"}
    assert given.promises == (PromiseEntry("送样品", date(2026, 11, 27), "customer"),)
    assert (given.result, given.condition) == ("visited", "damaged")


def test_a_promise_without_a_day_is_told_at_its_row(form: VisitForm) -> None:
    form.promises.rows[0].what.setText("送样品")
    assert form.filled() is None
    assert form.promises.told == "This must be filled in."
    assert focus() is form.promises.rows[0].day
    form.promises.rows[0].day.setText("bald")
    assert form.filled() is None


def test_a_promise_more_is_offered_as_one_is_typed(form: VisitForm) -> None:
    def rows() -> int:
        return sum(row.what.isVisible() for row in form.promises.rows)

    assert rows() == 1
    for number, seen in enumerate((2, 3, 3)):
        form.promises.rows[number].what.setText("送样品")
        assert rows() == seen


def test_promises_that_are_open_can_be_kept(form: VisitForm) -> None:
    promise = PromiseView(7, "报价", date(2026, 11, 19), "us", None)
    form.show_visit(OUT, TODAY, [promise])
    (box,) = form._kept.values()
    assert "报价" in box.text()
    box.setChecked(True)
    assert filled(form).kept_promises == (7,)
    form.show_visit(OUT, TODAY)
    assert filled(form).kept_promises == ()


def test_what_the_office_refuses_is_told_at_its_field(dialog: VisitDialog) -> None:
    problems = [Problem("arrived_at", "not_in_form"), Problem("visited_on", "date_future")]
    dialog.refuse(BadInputError(problems))
    field = dialog.form.inputs["arrived_at"]
    assert field.isVisible()  # unfolded for it
    assert field.told
    assert focus() is field.input
    assert dialog.trouble  # what has no field of its own
    dialog.form.inputs["arrived_at"].fill("9:30")
    filled(dialog.form)
    assert not field.told


def test_enter_saves_nothing_while_an_input_method_composes(
    dialog: VisitDialog, qtbot: QtBot
) -> None:
    saved: list[Filled] = []
    dialog.filled.connect(saved.append)
    line = dialog.form.promises.rows[0].what
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("yangpin", []))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert focus() is line
    committed = QInputMethodEvent("", [])
    committed.setCommitString("样品")
    QApplication.sendEvent(line, committed)
    QTest.keyClick(line, Qt.Key.Key_Return)  # the one that committed it
    assert focus() is line
    qtbot.wait(1)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert focus() is dialog.form.promises.rows[0].day
    assert saved == []
    line.clear()
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saved) == 1


@pytest.fixture
def page(open_page: OpenPage, sit_here: SitHere, opened_here: None) -> TodayPage:
    check_out(sit_here(KEEPER), REP, NOW)
    return open_page(KEEPER)


def test_typing_is_kept_when_the_screen_locks_and_goes_on_after(
    page: TodayPage, open_page: OpenPage
) -> None:
    card = page.away.cards[0]
    page.work.open_away(card)
    assert page.take_typing() is None  # nothing is typed yet
    assert page.records.dialog is not None
    form = page.records.dialog.form
    form.inputs["visited"].fill("库存不多")
    form.promises.rows[0].what.setText("送样品")
    typing = page.take_typing()
    assert typing is not None
    keep_typing(page._desk, **typing, now=NOW)

    page = open_page(KEEPER)
    assert not page.kept.isHidden()
    page.kept.take.click()
    assert page.records.dialog is not None
    form = page.records.dialog.form
    assert form.visit.card_no == card.card_no
    assert form.inputs["visited"].typed == "库存不多"
    assert form.promises.rows[0].what.text() == "送样品"
    form.promises.rows[0].what.clear()
    page.records.dialog.save.click()
    assert kept_typing(page._desk) == []
    assert card.card_no not in [one.card_no for one in rep_day(page._desk, REP, NOW).away]


def test_kept_typing_that_nobody_wants_is_dropped(page: TodayPage, open_page: OpenPage) -> None:
    page.work.open_away(page.away.cards[0])
    assert page.records.dialog is not None
    page.records.dialog.form.inputs["visited"].fill("库存不多")
    typing = page.take_typing()
    assert typing is not None
    keep_typing(page._desk, **typing, now=NOW)
    page = open_page(KEEPER)
    page.kept.drop.click()
    assert page.kept.isHidden()
    assert kept_typing(page._desk) == []

"""The page at each desk: what it shows, what it offers, what it does."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from gui.cabinet.questions import RemarkDialog
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.rounds.strike_dialog import StrikeDialog
from gui.today.all_out_question import AllOutQuestion
from gui.today.customer_chooser import CustomerChooser
from gui.today.today_page import TodayPage
from gui.today.visit_rows import card_look
from gui.translators import Translators
from model.loans.board import day_board, rep_day
from model.loans.checkouts import check_out, check_out_all
from model.loans.opening import open_cabinet
from model.loans.reminder_words import Reminder
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.rounds.approval import approve_on_paper
from model.rounds.planning import make_plan
from model.rounds.visits import visits_on
from tests.conftest import NOW, TODAY
from tests.gui.conftest import WAIT_MS, StillClock
from tests.gui.today.conftest import CARDS_EACH, KEEPER, MANAGER, REPS, OpenPage, SitHere

REP = "李明"
pytestmark = pytest.mark.usefixtures("opened_here")
SATURDAY = datetime(2026, 11, 21, 9, 0)
MONDAY = datetime(2026, 11, 23, 9, 0)


@pytest.fixture
def keeper(sit_here: SitHere) -> Desk:
    return sit_here(KEEPER)


def shown(page: TodayPage) -> set[str]:
    """The actions that are offered."""
    return {
        name for name in page.actions_._specs if page.actions_[name].isVisible()
    }  # the page's own table


def card_texts(page: TodayPage) -> list[str]:
    return [card_look(row).text for row in page.visits.rows]


@pytest.mark.parametrize(
    ("name", "reps", "counter"),
    [(KEEPER, 8, True), (MANAGER, 8, False), ("赵刚", 4, False), (REP, 1, False)],
)
def test_each_desk_sees_its_reps_and_its_acts(
    open_page: OpenPage, name: str, reps: int, counter: bool
) -> None:
    page = open_page(name)
    assert page.left.reps.list.count() == reps
    for action in ("hand_out", "hand_out_all", "return_plain", "mode_out", "correct"):
        allowed = counter or (name == MANAGER and action == "correct")
        assert (action in shown(page)) is allowed, action
    assert {"record", "note_visit", "tick_read"} <= shown(page)


def test_one_card_stays_here_the_others_go(open_page: OpenPage, keeper: Desk) -> None:
    page = open_page(KEEPER)
    page.visits.table.setFocus()
    left_here = page.visits.table.chosen_key
    QTest.keyClick(page.visits.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert page.visits.hand_out.text() == f"Hand out {CARDS_EACH - 1} cards"
    QTest.keyClick(page.visits.table, Qt.Key.Key_F9)
    away = [card.card_no for card in rep_day(keeper, REP, NOW).away]
    assert len(away) == CARDS_EACH - 1
    assert left_here not in away


def test_a_rep_ticks_what_he_has_read(open_page: OpenPage) -> None:
    page = open_page(REP)
    page.visits.table.setFocus()
    QTest.keyClick(page.visits.table, Qt.Key.Key_Down)
    QTest.keyClick(page.visits.table, Qt.Key.Key_Space)
    plan = rep_day(page._desk, REP, NOW).plan
    assert plan is not None
    assert [line.seq for line in plan.lines if line.read] == [2]


def test_a_struck_line_stays_in_sight_with_its_reason(
    open_page: OpenPage, keeper: Desk, shown_errors: list[BaseException]
) -> None:
    page = open_page(KEEPER)
    card_no = page.visits.rows[0].line.card_no
    page.visits.table.setFocus()
    QTest.keyClick(page.visits.table, Qt.Key.Key_Delete)
    (dialog,) = page.findChildren(StrikeDialog)
    dialog.given.emit("客户出差", None)
    assert "Struck: 客户出差" in card_texts(page)
    assert card_no not in page.visits.waiting
    page.work.hand_out()
    assert len(rep_day(keeper, REP, NOW).away) == CARDS_EACH - 1
    assert shown_errors == []


@pytest.fixture
def monday(opened_here: None, keeper: Desk, clock: StillClock, sit_here: SitHere) -> None:
    """李明 brought Friday's cards home without a record; now it is Monday, with new plans."""
    out = check_out(keeper, REP, NOW)
    take_back(keeper, REP, [Return(card.card_no, "no_record") for card in out], NOW)
    clock.time = MONDAY
    for rep in (REP, "王芳"):
        plan = make_plan(sit_here(MANAGER), rep, MONDAY.date(), MONDAY)
        approve_on_paper(sit_here(KEEPER), [plan.plan_no], "赵刚", MONDAY)
    open_cabinet(sit_here(KEEPER), MONDAY)


@pytest.mark.usefixtures("monday")
def test_a_blocked_rep_gets_nothing_until_his_supervisor_lifts_it(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    assert "Blocked: no visit record Q00001" in page.visits._why.text()
    assert page.visits.going
    assert not page.actions_["hand_out"].isEnabled()

    page = open_page("赵刚")
    blocked = next(
        one for one in page.left.reminders._reminders if (one.code, one.rep) == ("blocked", REP)
    )
    page.reminded.take(blocked)
    (dialog,) = page.findChildren(RemarkDialog)
    dialog.given.emit("客户急用")
    assert rep_day(page._desk, REP, MONDAY).rep_day.block.lifted
    page._tell_others()
    assert "block_lifted" in [one.code for one in page.left.reminders._reminders]
    page = open_page(KEEPER)
    assert page.actions_["hand_out"].isEnabled()


@pytest.mark.usefixtures("monday")
def test_everyones_cards_go_out_and_who_is_refused_is_told(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page(KEEPER)
    page.work.ask_all_out()
    (question,) = page.findChildren(AllOutQuestion)
    question.go.click()
    qtbot.waitUntil(lambda: len(page.happenings.kept) == 2, timeout=WAIT_MS)
    refused, done = page.happenings.kept
    assert (refused.good, done.good) == (False, True)
    assert refused.text.startswith("李明 gets no cards")  # his name once
    assert "→ 王芳" in done.text
    assert [rep.out > 0 for rep in day_board(page._desk, MONDAY).reps[:2]] == [False, True]


def test_an_approval_on_paper_is_confirmed_from_the_reminders(
    open_page: OpenPage, clock: StillClock, sit_here: SitHere
) -> None:
    clock.time = MONDAY
    plan = make_plan(sit_here(MANAGER), REP, MONDAY.date(), MONDAY)
    approve_on_paper(sit_here(KEEPER), [plan.plan_no], "赵刚", MONDAY)
    page = open_page("赵刚")
    assert "approved on paper by 赵刚" in page.visits._state.text()
    (waiting,) = [one for one in page.left.reminders._reminders if one.code == "confirm_plan"]
    page.reminded.take(waiting)
    (box,) = page.findChildren(QMessageBox)
    box.defaultButton().click()
    assert "approved by 赵刚" in page.visits._state.text()


def test_cards_with_a_record_come_home_in_one_act(open_page: OpenPage, keeper: Desk) -> None:
    check_out(keeper, REP, NOW)
    page = open_page(REP)  # he enters two records himself
    for _ in range(2):
        row = next(card for card in page.away.cards if not card.has_record)
        page.work.open_away(row)
        assert page.records.dialog is not None
        assert not page.records.dialog.form.visit.is_out
        page.records.dialog.form.inputs["outcome"].fill("yes")
        page.records._following = lambda: ()
        page.records.dialog.save.click()
    page = open_page(KEEPER)
    page.work.take_all_home()
    day = rep_day(page._desk, REP, NOW).rep_day
    assert (day.out, day.home, day.missing_records) == (CARDS_EACH - 2, 2, 0)


def test_the_record_of_a_card_just_home_is_one_key_away(open_page: OpenPage, keeper: Desk) -> None:
    check_out(keeper, REP, NOW)
    page = open_page(KEEPER)
    page.away.table.setFocus()
    card_no = page.away.table.chosen_key
    QTest.keyClick(page.away.table, Qt.Key.Key_F8)
    assert rep_day(page._desk, REP, NOW).rep_day.missing_records == 1
    QTest.keyClick(page.bar.box, Qt.Key.Key_F2)
    assert page.records.dialog is not None
    assert page.records.dialog.form.visit.card_no == card_no
    page.records.dialog.form.inputs["outcome"].fill("no")
    page.records.dialog.save.click()
    assert rep_day(page._desk, REP, NOW).rep_day.missing_records == 0


def test_back_before_leaving_wants_no_record(open_page: OpenPage, keeper: Desk) -> None:
    check_out(keeper, REP, NOW)
    page = open_page(KEEPER)
    page.away.table.setFocus()
    QTest.keyClick(page.away.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    day = rep_day(page._desk, REP, NOW).rep_day
    assert (day.out, day.missing_records) == (CARDS_EACH - 1, 0)


@pytest.mark.parametrize("new", [False, True])
def test_a_visit_without_a_card_is_noted(open_page: OpenPage, new: bool) -> None:
    page = open_page(KEEPER)
    page.work.note_visit()
    (chooser,) = page.findChildren(CustomerChooser)
    chooser.name.setText("Q00003" if not new else "新开的修理厂")
    (chooser.new if new else chooser.take).click()
    assert page.records.dialog is not None
    form = page.records.dialog.form
    assert form.promises.isVisibleTo(form) is not new
    form.inputs["visited"].fill("路过")
    page.records.dialog.save.click()
    (record,) = visits_on(page._desk, TODAY, NOW)
    assert (record.card_no, record.no_card) == ("" if new else "Q00003", True)
    assert record.name == ("新开的修理厂" if new else record.name)


def test_a_day_that_cannot_be_read_is_told_by_the_chooser(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    page.work.note_visit()
    (chooser,) = page.findChildren(CustomerChooser)
    chooser.name.setText("Q00003")
    chooser.day.setText("20261231")
    chooser.take.click()
    assert chooser._wrong.text()
    assert page.records.dialog is None


def test_without_a_plan_the_page_says_where_plans_are_made(
    open_page: OpenPage, clock: StillClock
) -> None:
    clock.time = SATURDAY
    page = open_page(KEEPER)
    assert page.visits._nothing.isVisible()
    assert "has no plan for today" in page.visits._nothing.text()
    assert not page.actions_["hand_out"].isEnabled()


def press(page: TodayPage, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    """Press a key in the box, and what is said then."""
    QTest.keyClick(page.bar.box, key, held)
    return page.bar.told


PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_key_that_can_do_nothing_says_why(open_page: OpenPage, clock: StillClock) -> None:
    page = open_page(KEEPER)
    assert press(page, Qt.Key.Key_F8, PLAIN) == "✕ 李明 has no card to bring home."
    page.work.hand_out()
    told = press(page, Qt.Key.Key_F9, PLAIN)
    assert told == "✕ No card of 李明 waits to be handed out."
    assert "No card of 李明 has its visit record yet" in press(page, Qt.Key.Key_F8, SHIFT)
    clock.time = SATURDAY
    page.refresh()
    assert "has no plan for today" in press(page, Qt.Key.Key_F9, PLAIN)
    assert "open it first (Ctrl+O)" in press(page, Qt.Key.Key_F9, SHIFT)


def test_lines_that_are_all_left_here_are_said_to_be(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    page.visits.show_chosen(())
    assert "Ctrl+Space chooses" in press(page, Qt.Key.Key_F9, PLAIN)


@pytest.mark.usefixtures("monday")
def test_who_is_blocked_is_said_at_the_key(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    told = press(page, Qt.Key.Key_F9, PLAIN)
    assert told.startswith("✕ Blocked: no visit record Q00001")
    assert "enter their records" in told


@pytest.fixture
def drafts(sit_here: SitHere, clock: StillClock) -> None:
    """Monday: 李明's plan is approved, 王芳's is not."""
    clock.time = MONDAY
    for rep in (REP, "王芳"):
        make_plan(sit_here(MANAGER), rep, MONDAY.date(), MONDAY)
    approve_on_paper(sit_here(KEEPER), ["RB20261123-01"], "赵刚", MONDAY)
    open_cabinet(sit_here(KEEPER), MONDAY)


@pytest.mark.usefixtures("drafts")
def test_a_draft_hands_nothing_out_and_says_who_approves_it(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    page.choose_rep("王芳")
    page._read_missing_detail()
    assert page.visits._why.text().startswith("Not approved yet: a supervisor")
    assert page.visits._why.property("warning")
    assert "✕ Not approved yet" in press(page, Qt.Key.Key_F9, PLAIN)


@pytest.mark.usefixtures("drafts")
def test_everyones_cards_are_counted_without_those_that_cannot_go(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    assert page.board is not None
    waiting = {rep.rep: rep.waiting for rep in page.board.reps if rep.to_go}
    assert waiting["王芳"] == 0 < waiting[REP]
    page.work.ask_all_out()
    (question,) = page.findChildren(AllOutQuestion)
    title = question.findChildren(QLabel)[0].text()
    assert title == f"Hand out {waiting[REP]} cards?"
    (listed,) = question.findChildren(QListWidget)
    texts = [listed.item(row).text() for row in range(listed.count())]
    assert "plan not approved" not in texts[0]
    assert texts[1].endswith(" · plan not approved, gets none")
    given: list[list[str]] = []
    question.confirmed.connect(given.append)
    question._finish()
    assert given == [[REP]]


def test_eight_reps_are_in_view_on_a_small_screen(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    assert page.left.reps.list.verticalScrollBar().maximum() == 0


def test_reminders_are_whole_sentences(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    listed = page.left.reminders.list
    names = ["恒" * length for length in range(2, 26)]
    page.left.reminders.show_reminders(
        [Reminder("promise_due", REP, "Q00001", name, TODAY) for name in names]
    )
    beside, above = 26, 10  # of the style sheet, and what Qt keeps free itself
    room = QRect(0, 0, listed.viewport().width() - beside, 10_000)
    for row in range(listed.count()):
        item = listed.item(row)
        needed = listed.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert listed.visualItemRect(item).height() >= needed.height() + above, item.text()


def test_other_pcs_are_seen_after_a_minute(open_page: OpenPage, sit_here: SitHere) -> None:
    page = open_page(KEEPER)
    check_out(sit_here(KEEPER), REP, NOW)
    page._minute.timeout.emit()
    assert len(page.away.cards) == CARDS_EACH


def test_the_preview_folds_away_where_there_is_no_room(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[Paper] = []
    monkeypatch.setattr(Papers, "preview", lambda self, paper, view, **_: asked.append(paper))
    page = open_page(KEEPER, 1290)
    assert page.preview.isHidden()
    QTest.keyClick(page.bar.box, Qt.Key.Key_F3)
    assert page.preview.isVisible()
    qtbot.waitUntil(lambda: [paper.what for paper in asked] == ["day-plan"])
    page.resize(1450, 800)
    assert page.preview.isVisible()
    page.left.reps.step(1)
    qtbot.waitUntil(lambda: len(asked) == 2)
    page.resize(1290, 700)
    assert page.preview.isHidden()
    assert not open_page(REP, 1450).preview.isVisible()  # a rep prints nothing


def test_sizes_are_remembered(open_page: OpenPage, tmp_path: object) -> None:
    page = open_page(KEEPER)
    page._whole.setSizes([300, 900, 0])
    page._keep_sizes()
    wanted = page._whole.sizes()[0]
    assert open_page(KEEPER)._whole.sizes()[0] == wanted
    settings = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    assert settings.contains("today/whole")


def test_nothing_of_a_customer_is_left_when_it_is_locked(open_page: OpenPage, keeper: Desk) -> None:
    check_out_all(keeper, list(REPS), NOW)
    page = open_page(KEEPER)
    page.forget()
    out = io.StringIO()
    for table in (page.visits.table, page.away.table):
        out.write(str(table.table.rows))
    assert "Q0" not in out.getvalue()
    assert page.finder._findables == ()
    assert page.happenings.kept == []
    assert page.bar.told == ""


def test_the_language_changes_everything(
    open_page: OpenPage, translators: Translators, qtbot: QtBot
) -> None:
    page = open_page(KEEPER)
    translators.switch("zh")
    qtbot.waitUntil(lambda: page.visits.hand_out.text() == "领出 12 张卡")
    assert page.left.reps.list.item(0).toolTip() == "李明 · 待领 12 · 12 户 · 09:00 出发"
    assert card_texts(page)[0] == "在柜"
    assert len(day_board(page._desk, NOW).reps) == 8

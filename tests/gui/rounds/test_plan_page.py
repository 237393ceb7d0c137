"""A plan from suggestion to approval by keyboard; refusals are said and change nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.papers import day_papers
from gui.papers.preview_dialog import PreviewDialog
from gui.rounds.plan_page import PlanPage
from gui.rounds.purpose_dialog import PurposeDialog
from gui.rounds.signed_dialog import SignedDialog
from gui.rounds.strike_dialog import StrikeDialog
from gui.translators import Translators
from model.cards.custody import reserved_on
from model.errors import PastDayError
from model.loans.opening import open_cabinet
from model.office import office_settings
from model.rounds.approval import approve, approve_on_paper
from model.rounds.planning import make_plan, plan_of
from tests.conftest import NOW, TODAY, Sit
from tests.gui.conftest import StillClock
from tests.gui.rounds.conftest import (
    ALT,
    CTRL,
    SHIFT,
    OpenPage,
    dialog_of,
    names,
    press,
    row,
    settle,
    write,
)
from tests.gui.test_accessible_names import nameless

HENGYUN, CHANGJIANG, DINGSHENG = (
    "成都恒运叉车配件有限公司",
    "四川长江物流有限公司",
    "武侯鼎盛仓储有限公司",
)
ANDA, HONGYUAN = "成都安达物流设备有限公司", "武侯宏远轮胎经营部"
Key = Qt.Key


def states(page: PlanPage) -> dict[str, str]:
    """Rep -> the words for his plan."""
    found = {}
    for number in range(page.reps.list.count()):
        told = str(page.reps.list.item(number).data(Qt.ItemDataRole.AccessibleTextRole))
        found[told.split(" · ")[0]] = told.split(" · ")[1]
    return found


def make(qtbot: QtBot, page: PlanPage, rep: str = "李明") -> None:
    """Make a rep's plan by key."""
    page.reps.choose(rep)
    page.reps.list.setFocus()
    press(qtbot, Key.Key_F9)
    settle(qtbot, page)


def test_without_a_plan_it_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page("李明")
    assert page.plan is None
    assert page.panel._stack.currentWidget() is page.panel._none
    assert page.actions_["make"].isEnabled()
    assert states(page) == {"李明": "No plan"}
    assert page.candidates.told.startswith("Once there is a plan")


def test_the_keyboard_is_in_the_page(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    assert page.reps.list.hasFocus()
    press(qtbot, Key.Key_F9)
    settle(qtbot, page)
    assert page.plan is not None
    page.reps.list.setFocus()
    press(qtbot, Key.Key_Return)
    assert page.panel.table.hasFocus()


def test_the_arrows_in_the_day_change_the_day_not_the_year(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.days._edit.setFocus()
    press(qtbot, Key.Key_Up)
    assert page.days.day == TODAY + timedelta(days=1)


def test_the_supervisor_of_the_team_is_offered_as_signer(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("王秀兰")
    for rep, signer in (("李明", "赵刚"), ("周涛", "钱进")):
        make(qtbot, page, rep)
        press(qtbot, Key.Key_F10)
        dialog = dialog_of(page, SignedDialog)
        assert dialog._name.currentText() == signer
        dialog.reject()
        settle(qtbot, page)


def test_the_suggestion_becomes_a_plan_with_its_reasons(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]
    assert states(page) == {"李明": "To be approved"}
    shown = page.panel.table.table
    cells = [str(shown.index(0, column).data()) for column in range(shown.columnCount())]
    assert cells[0] == "1"
    assert cells[1] == "09:40–10:40"
    assert cells[2] == f"★ {HENGYUN}"
    assert "last visit 15 d ago, interval 7 d" in cells[6]
    assert cells[8] == "12,800 (3,000)"
    assert "back" in page.panel.totals
    assert "15 d ago, interval 7 d 80.0" in page.panel.why


def test_who_is_not_on_the_plan_stands_below_with_the_reason(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    make(qtbot, page)
    page.candidates.go_to_filter()
    write(qtbot, "wuhou")
    settle(qtbot, page)
    assert [one.name for one in page.candidates.rows] == [HONGYUAN]
    shown = page.candidates.table.table
    assert shown.index(0, shown.columnCount() - 1).data() == "not due; may be added by hand"


@pytest.mark.parametrize("typed", ["安达", "anda", "adwl", "85551233", "Q00004"])
def test_any_customer_of_the_rep_is_added_by_a_few_letters(
    open_page: OpenPage, qtbot: QtBot, typed: str
) -> None:
    page = open_page("李明")
    make(qtbot, page)
    press(qtbot, Key.Key_Insert)
    write(qtbot, typed)
    settle(qtbot, page)
    press(qtbot, Key.Key_Return)
    assert ANDA in names(page.plan)
    assert page.candidates.filter.text() == ""
    assert page.panel.line is not None
    assert page.panel.line.name == ANDA
    assert "added by 李明" in page.panel.why


def test_letters_typed_among_the_visits_go_to_the_filter(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    row(page, HENGYUN)
    write(qtbot, "h")
    assert page.candidates.filter.text() == "h"
    assert page.candidates.filter.hasFocus()


def test_nobody_elses_customer_is_found(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("王秀兰")
    make(qtbot, page)
    page.candidates.go_to_filter()
    write(qtbot, "瑞丰")
    page.reading.want_customers()
    settle(qtbot, page)
    assert page.candidates.rows == []
    assert "called like that" in page.candidates.told


def test_visits_are_moved_by_key_and_their_times_follow(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    row(page, HENGYUN)
    press(qtbot, Key.Key_Down, CTRL)
    assert names(page.plan) == [CHANGJIANG, HENGYUN, DINGSHENG]
    assert page.panel.line is not None
    assert page.panel.line.name == HENGYUN
    assert page.panel.line.starts_at > "09:40"
    press(qtbot, Key.Key_Up, ALT)
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]
    press(qtbot, Key.Key_Up, CTRL)  # already the first
    assert names(page.plan) == [HENGYUN, CHANGJIANG, DINGSHENG]


def test_more_than_a_day_holds_is_said_in_words(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    office_settings.change_setting(sit("张总"), "working_minutes", "300", NOW)
    page = open_page("李明")
    make(qtbot, page)
    assert "too much" not in page.panel.totals
    for name in ("安达", "宏远"):
        page.candidates.go_to_filter()
        write(qtbot, name)
        settle(qtbot, page)
        press(qtbot, Key.Key_Return)
    assert "min too much" in page.panel.totals


def test_a_visit_is_struck_with_its_reason(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    row(page, DINGSHENG)
    press(qtbot, Key.Key_Delete)
    dialog = dialog_of(page, StrikeDialog)
    assert not dialog._strike.isEnabled()
    dialog._reason.setText("客户外出")
    dialog._strike.click()
    assert names(page.plan) == [HENGYUN, CHANGJIANG]
    last = page.panel.table.table.rows[-1]
    assert (last.name, last.state, last.struck_reason) == (DINGSHENG, "cancelled", "客户外出")
    shown = page.panel.table.table
    assert shown.index(2, 6).data() == "struck: 客户外出"
    font = shown.index(2, 2).data(Qt.ItemDataRole.FontRole)
    assert font.strikeOut()


def test_a_visit_is_moved_to_another_day(open_page: OpenPage, qtbot: QtBot, sit: Sit) -> None:
    page = open_page("李明")
    make(qtbot, page)
    row(page, DINGSHENG)
    press(qtbot, Key.Key_Delete)
    dialog = dialog_of(page, StrikeDialog)
    dialog._reason.setText("改约")
    dialog._moves.click()
    assert dialog._to.date().toPython() == date(2026, 11, 23)  # a Monday
    dialog._strike.click()
    assert page.panel.table.table.rows[-1].state == "rescheduled"
    page.days.actions_["ahead"].trigger()
    settle(qtbot, page)
    make(qtbot, page)
    assert DINGSHENG in names(page.plan)


def test_purpose_and_agreed_time_are_set(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    row(page, CHANGJIANG)
    press(qtbot, Key.Key_F2)
    dialog = dialog_of(page, PurposeDialog)
    dialog._boxes["signing"].click()
    dialog._note.setText("年度合同")
    dialog._appointment.setText("15:00")
    dialog._finish()
    line = page.panel.line
    assert line is not None
    assert (line.purposes, line.purpose_note) == (("signing",), "年度合同")
    assert (line.appointment, line.starts_at) == ("15:00", "15:00")
    shown = page.panel.table.table
    assert shown.index(1, 1).data() == "15:00–15:40 agreed"
    assert shown.index(1, 5).data() == "Signing, 年度合同"


def test_a_time_that_is_none_is_refused_and_what_was_typed_stays(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    make(qtbot, page)
    before = page.plan
    row(page, CHANGJIANG)
    press(qtbot, Key.Key_F2)
    dialog = dialog_of(page, PurposeDialog)
    dialog._appointment.setText("25:99")
    dialog._finish()
    assert dialog.isVisible()
    assert dialog._trouble.told
    assert dialog._appointment.text() == "25:99"
    assert page.plan == before
    dialog.reject()


def test_steps_are_taken_back_one_by_one(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    start = names(page.plan)
    row(page, HENGYUN)
    press(qtbot, Key.Key_Down, CTRL)
    moved = names(page.plan)
    row(page, HENGYUN)
    press(qtbot, Key.Key_Delete)
    dialog = dialog_of(page, StrikeDialog)
    dialog._reason.setText("错了")
    dialog._strike.click()
    page.candidates.go_to_filter()
    write(qtbot, "anda")
    settle(qtbot, page)
    press(qtbot, Key.Key_Return)
    assert ANDA in names(page.plan)
    page.panel.table.setFocus()
    press(qtbot, Key.Key_Z, CTRL)
    assert ANDA not in names(page.plan)
    press(qtbot, Key.Key_Z, CTRL)
    assert names(page.plan) == moved
    press(qtbot, Key.Key_Z, CTRL)
    assert names(page.plan) == start
    assert not page.actions_["undo"].isEnabled()


def test_a_supervisor_approves_and_the_cards_are_reserved(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    make(qtbot, open_page("李明"))
    page = open_page("赵刚")
    page.reps.choose("李明")
    settle(qtbot, page)
    page.panel.table.setFocus()
    with qtbot.waitSignal(page.status_changed):
        press(qtbot, Key.Key_F10)
    settle(qtbot, page)
    assert states(page)["李明"] == "Approved ✓"
    assert page.told == "1 plan approved."
    assert len(reserved_on(TODAY)) == 3
    assert page.actions_["print"].isEnabled()


def test_all_plans_of_the_team_are_approved_at_once(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    clerk = sit("王秀兰")
    for rep in ("李明", "王芳", "周涛"):
        make_plan(clerk, rep, TODAY, NOW)
    page = open_page("赵刚")
    page.reps.list.setFocus()
    press(qtbot, Key.Key_F10, SHIFT)
    settle(qtbot, page)
    assert states(page) == {"李明": "Approved ✓", "王芳": "Approved ✓"}
    assert page.told == "2 plans approved."
    other = plan_of(sit("王秀兰"), "周涛", TODAY, NOW)
    assert other is not None
    assert other.state == "draft"


def test_a_rep_approves_nothing(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    for name in ("approve", "approve_all", "on_paper", "confirm"):
        assert not page.actions_[name].isEnabled()
        assert not page.actions_[name].isVisible()
    assert states(page) == {"李明": "To be approved"}  # and sees nobody else's


def test_a_clerk_records_what_was_signed_and_the_signer_confirms(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    make(qtbot, page)
    press(qtbot, Key.Key_F10)
    dialog = dialog_of(page, SignedDialog)
    assert {dialog._name.itemText(n) for n in range(dialog._name.count())} == {
        "赵刚",
        "钱进",
        "张总",
    }
    dialog._name.setCurrentText("赵刚")
    dialog.given.emit("赵刚")
    settle(qtbot, page)
    assert states(page)["李明"] == "On paper, to be confirmed"
    assert "approved on paper by 赵刚, recorded by 王秀兰" in page.panel._signed.text()

    page = open_page("赵刚")
    page.reps.choose("李明")
    settle(qtbot, page)
    page.panel.table.setFocus()
    press(qtbot, Key.Key_F11)
    settle(qtbot, page)
    assert states(page)["李明"] == "Approved ✓"


def test_a_signature_of_another_team_is_refused_in_the_dialog(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    make(qtbot, page)
    press(qtbot, Key.Key_F10)
    dialog = dialog_of(page, SignedDialog)
    dialog.given.emit("钱进")
    assert dialog.isVisible()
    assert dialog._trouble.told
    assert states(page)["李明"] == "To be approved"
    dialog.reject()


def test_an_approved_plan_is_only_struck_by_a_clerk(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    make_plan(sit("李明"), "李明", TODAY, NOW)
    plan = plan_of(sit("李明"), "李明", TODAY, NOW)
    assert plan is not None
    approve_on_paper(sit("王秀兰"), [plan.plan_no], "赵刚", NOW)
    page = open_page("王秀兰")
    page.reps.choose("李明")
    settle(qtbot, page)
    row(page, HENGYUN)
    assert page.actions_["strike"].isEnabled()
    for name in ("up", "down", "purpose", "find", "add", "make_again"):
        assert not page.actions_[name].isEnabled(), name
    press(qtbot, Key.Key_Delete)
    dialog = dialog_of(page, StrikeDialog)
    dialog._reason.setText("卡在外")
    dialog._strike.click()
    assert HENGYUN not in names(page.plan)
    assert len(reserved_on(TODAY)) == 2


def test_yesterdays_plan_is_not_approved(
    open_page: OpenPage,
    qtbot: QtBot,
    sit: Sit,
    clock: StillClock,
    shown_errors: list[BaseException],
) -> None:
    make_plan(sit("李明"), "李明", TODAY, NOW)
    clock.time = NOW + timedelta(days=3)
    page = open_page("赵刚")
    page.days.choose(TODAY)
    settle(qtbot, page)
    page.reps.choose("李明")
    settle(qtbot, page)
    page.panel.table.setFocus()
    press(qtbot, Key.Key_F10)
    settle(qtbot, page)
    assert [type(error) for error in shown_errors] == [PastDayError]
    assert states(page)["李明"] == "To be approved"


def test_suggesting_anew_keeps_what_was_done_by_hand(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    page.candidates.go_to_filter()
    write(qtbot, "anda")
    settle(qtbot, page)
    press(qtbot, Key.Key_Return)
    row(page, HENGYUN)
    press(qtbot, Key.Key_F9)
    settle(qtbot, page)
    assert set(names(page.plan)) == {HENGYUN, DINGSHENG, CHANGJIANG, ANDA}
    assert not page.actions_["undo"].isEnabled()


def approved(sit: Sit) -> None:
    """Both reps of the first team have an approved plan."""
    clerk = sit("王秀兰")
    plans = [make_plan(clerk, rep, TODAY, NOW) for rep in ("李明", "王芳")]
    approve(sit("赵刚"), [plan.plan_no for plan in plans], NOW)
    open_cabinet(sit("王秀兰"), NOW)


def test_a_draft_is_previewed_and_its_cards_once_it_is_approved(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    page = open_page("王秀兰")
    assert not page.actions_["preview"].isEnabled()
    make(qtbot, page)
    assert not page.actions_["packet"].isEnabled()
    press(qtbot, Key.Key_F3)
    settle(qtbot, page)
    dialog = dialog_of(page, PreviewDialog)
    assert (dialog.view.title, dialog.view.page_count) == ("Day plan 李明 2026-11-20", 1)
    dialog.close()
    assert page.work.approve_on_paper([page.plan.plan_no], "赵刚", pytest.fail)
    assert page.actions_["packet"].isEnabled()


def test_everyones_day_is_previewed_with_its_cards(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    approved(sit)
    page = open_page("王秀兰")
    page.reps.list.setFocus()
    press(qtbot, Key.Key_P, CTRL | SHIFT)
    settle(qtbot, page)
    dialog = dialog_of(page, PreviewDialog)
    assert dialog.view.title == "Plans and cards 2026-11-20"
    # two plans and four cards, each on paper of its own
    assert dialog.view.page_count == 12, dialog.view.text
    dialog.close()


def test_one_card_is_previewed(open_page: OpenPage, qtbot: QtBot, sit: Sit) -> None:
    approved(sit)
    page = open_page("王秀兰")
    row(page, HENGYUN)
    page.actions_["card"].trigger()
    settle(qtbot, page)
    dialog = dialog_of(page, PreviewDialog)
    assert (dialog.view.title, dialog.view.page_count) == ("Card Q00001", 2), dialog.view.text
    dialog.close()


def test_before_opening_plans_are_printed_and_no_cards(
    open_page: OpenPage, qtbot: QtBot, sit: Sit
) -> None:
    plan = make_plan(sit("李明"), "李明", TODAY, NOW)
    approve(sit("赵刚"), [plan.plan_no], NOW)
    page = open_page("王秀兰")
    page.actions_["all_plans"].trigger()
    settle(qtbot, page)
    dialog = dialog_of(page, PreviewDialog)
    assert dialog.view.page_count == 1
    dialog.close()
    page.actions_["packet"].trigger()
    settle(qtbot, page)
    (dialog,) = (one for one in page.findChildren(PreviewDialog) if one.isVisible())
    assert dialog.view.page_count == 0
    assert "cabinet is not open" in dialog.view.text
    dialog.close()


def test_a_set_goes_to_a_printer_as_it_is_previewed(
    open_page: OpenPage, qtbot: QtBot, sit: Sit, tmp_path: Path
) -> None:
    approved(sit)
    page = open_page("王秀兰")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    page.papers.send_to(day_papers.packet_paper(TODAY, ("李明",)), printer)
    settle(qtbot, page)
    assert page.told == "P000001: 8 pages sent to the printer."
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == 8


def test_days_and_reps_change_by_key(open_page: OpenPage, qtbot: QtBot, sit: Sit) -> None:
    page = open_page("王秀兰")
    page.reps.list.setFocus()
    press(qtbot, Key.Key_Right, ALT)
    assert page.days.day == date(2026, 11, 21)
    press(qtbot, Key.Key_End, ALT)
    assert page.days.day == date(2026, 11, 23)
    press(qtbot, Key.Key_Left, ALT)
    assert page.days.day == date(2026, 11, 22)
    press(qtbot, Key.Key_Home, ALT)
    assert page.days.day == TODAY
    settle(qtbot, page)
    assert page.reps.rep == "李明"
    press(qtbot, Key.Key_PageDown, CTRL)
    assert page.reps.rep == "王芳"
    press(qtbot, Key.Key_PageUp, CTRL)
    assert page.reps.rep == "李明"


def test_refreshing_reads_everything_again(open_page: OpenPage, qtbot: QtBot, sit: Sit) -> None:
    page = open_page("李明")
    make(qtbot, page)
    page.work.strike(page.plan, page.panel.table.table.rows[0], "错了", None, pytest.fail)
    for _ in range(2):
        page.panel.table.setFocus()
        press(qtbot, Key.Key_F5)
        settle(qtbot, page)
        assert not page.reading.waits
        assert [one.name for one in page.candidates.rows] == [HENGYUN]


def test_an_older_reading_that_comes_late_is_dropped(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    page.days.choose(date(2026, 11, 23))
    page.days.choose(TODAY)
    settle(qtbot, page)
    assert page.plan is not None
    assert page.plan.plan_date == TODAY


def test_locking_leaves_no_customer(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    make(qtbot, page)
    page.forget()
    assert page.plan is None
    assert page.candidates.rows == []
    assert page.panel.why == ""
    assert page.reps.list.count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["李明", "赵刚", "王秀兰"])
def test_every_input_has_its_name(
    open_page: OpenPage, qtbot: QtBot, translators: Translators, language: str, name: str
) -> None:
    translators.switch(language)
    page = open_page(name)
    make(qtbot, page)
    assert nameless(page) == []
    dialogs: list[QWidget] = []
    for action, kind in (("strike", StrikeDialog), ("purpose", PurposeDialog)):
        page.actions_[action].trigger()
        dialogs.append(dialog_of(page, kind))
        assert nameless(dialogs[-1]) == []
        dialogs[-1].close()


def test_the_words_follow_the_language(
    open_page: OpenPage, qtbot: QtBot, translators: Translators
) -> None:
    page = open_page("李明")
    make(qtbot, page)
    translators.switch("zh")
    qtbot.waitUntil(lambda: page.actions_["strike"].text().startswith("划去"))
    assert states(page) == {"李明": "待批准"}
    assert "停留" in page.panel.totals
    assert page.panel._state.text() == "待批准"


def test_borders_stay_where_they_were_put(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    page._across.moveSplitter(330, 1)
    kept = page._across.sizes()
    again = open_page("李明")
    assert again._across.sizes() == kept

"""Locking: covered at once, typing kept, jobs stopped, key forgotten."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui import errors
from gui.frame.pages import Surroundings
from gui.lock import screen_lock
from gui.lock.cover import Cover
from gui.lock.first_page import FirstPage
from gui.lock.log_in_page import LogInPage
from gui.lock.screen_lock import LockTimes
from gui.main_window import MainWindow
from gui.tasks import Report
from model.cards.definition import CardKind
from model.cards.typing import kept_typing
from model.errors import StoppedError
from model.loans.opening import open_cabinet
from model.office.desk import Desk
from model.office.log_in import lock_screen
from model.office.tables import AuditLine
from model.storage.database import connected
from tests.conftest import NOW, PASSWORD, Sit, make_card
from tests.gui.conftest import WAIT_MS, StillClock

TYPED: dict[str, Any] = {
    "ref": "",
    "kind": CardKind.COMPANY,
    "version": 0,
    "texts": {"full_name": "芜湖长江物流"},
}


def lock(window: MainWindow, qtbot: QtBot) -> LockTimes:
    """Lock, and wait until the door is in view."""
    with qtbot.waitSignal(window.locked, timeout=WAIT_MS) as waited:
        window.lock()
    times: LockTimes = waited.args[0]
    return times


def door_of(window: MainWindow) -> LogInPage:
    (page,) = window.findChildren(LogInPage)
    return page


def type_on_page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave unsaved typing on the page in view."""
    page = window.view.pages["cabinet"]
    monkeypatch.setattr(page, "take_typing", lambda: TYPED, raising=False)


def test_the_key_is_forgotten_and_the_door_shows_the_same_name(
    seated: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    times = lock(seated, qtbot)
    assert not connected()
    assert len(desk.keys.data_key) == 0
    assert door_of(seated).name == "张总"
    assert 0 < times.covered_ms <= times.forgotten_ms


def test_the_pages_are_destroyed(seated: MainWindow, qtbot: QtBot) -> None:
    view = seated.view
    page = view.pages["cabinet"]
    lock(seated, qtbot)
    qtbot.waitUntil(lambda: not isValid(page) and not isValid(view), timeout=WAIT_MS)


def test_nothing_of_the_page_is_painted_after_the_cover(seated: MainWindow, qtbot: QtBot) -> None:
    seated.lock()
    (cover,) = seated.findChildren(Cover)
    assert cover.isVisible()
    assert cover.geometry() == seated.rect()
    picture = seated.grab().toImage()
    corners = {picture.pixel(x, y) for x in (2, 400, 1300) for y in (2, 300, 760)}
    assert len(corners) == 1  # one plain sheet, from edge to edge
    qtbot.waitSignal(seated.locked, timeout=WAIT_MS).wait()


def test_dialogs_and_menus_close_first(seated: MainWindow, qtbot: QtBot) -> None:
    about, menu = QDialog(seated), QMenu(seated)
    menu.addAction("…")
    about.open()
    menu.popup(seated.mapToGlobal(seated.rect().center()))
    seated.lock()
    assert not about.isVisible()
    assert not menu.isVisible()
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert visible == [seated]
    qtbot.waitSignal(seated.locked, timeout=WAIT_MS).wait()
    qtbot.waitUntil(lambda: not isValid(about), timeout=WAIT_MS)  # it may name a customer


def test_a_dialog_that_waits_for_its_answer_does_not_hold_the_lock_up(
    seated: MainWindow, qtbot: QtBot
) -> None:
    """`exec` returns to its caller before the page of that caller is destroyed."""
    page = seated.view.pages["cabinet"]
    dialog = QDialog(page)
    QTimer.singleShot(0, seated.lock)
    with qtbot.waitSignal(seated.locked, timeout=WAIT_MS):
        assert dialog.exec() == QDialog.DialogCode.Rejected
        assert isValid(page)
    assert not connected()


def active_timers(view: QWidget) -> list[QTimer]:
    return [timer for timer in view.findChildren(QTimer) if timer.isActive()]


@pytest.mark.parametrize("fails", [False, True])
def test_no_timer_of_a_page_runs_on_at_a_locked_desk(
    seated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """Under a dialog of the desktop the pages may live on for a while."""
    view = seated.view
    for name in ("today", "approvals", "registers"):
        view.open_page(name)
    qtbot.waitUntil(lambda: seated._around.tasks.running == 0, timeout=WAIT_MS)
    if fails:
        monkeypatch.setattr(view.pages["cabinet"], "forget", lambda: 1 / 0)
    assert len(active_timers(view)) >= 4  # each minute: status line, approvals, today; the log
    left: list[list[QTimer]] = []
    seated.locked.connect(lambda _: left.append(active_timers(view)))
    lock(seated, qtbot)
    assert left == [[]]
    assert errors.log_file().exists() == fails


def test_what_comes_too_late_at_a_locked_desk_is_no_trouble(
    seated: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    view = seated.view
    lock_screen(desk, NOW)
    with pytest.raises(StoppedError) as late:
        view.day.refresh()
    errors.show(view, late.value)
    assert not seated.findChildren(QMessageBox)
    assert not errors.log_file().exists()


def test_unsaved_typing_is_kept_for_the_person(
    seated: MainWindow, sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_on_page(seated, monkeypatch)
    lock(seated, qtbot)
    (kept,) = kept_typing(sit("张总"))
    assert kept.texts == TYPED["texts"]


def test_how_long_the_card_was_open_comes_into_the_log(
    window: MainWindow, sit: Sit, clock: StillClock, qtbot: QtBot
) -> None:
    card_no = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    keeper = sit("王秀兰")
    open_cabinet(keeper, NOW)
    window.seat(keeper)
    page = window.view.pages["cabinet"]
    page.work.open_card(card_no)  # type: ignore[attr-defined] # CabinetPage
    clock.time += timedelta(seconds=75)
    lock(window, qtbot)
    sit("王秀兰")
    (line,) = AuditLine.select().where(AuditLine.event == "card.put_away")
    assert (line.subject, line.after) == (card_no, '{"seconds": 75}')
    assert not errors.log_file().exists()


@pytest.mark.parametrize("what", ["take_typing", "put_away", "forget"])
def test_a_page_in_a_bad_way_never_stops_the_lock(
    seated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def fail() -> None:
        raise ValueError("芜湖长江物流")

    monkeypatch.setattr(seated.view.pages["cabinet"], what, fail, raising=False)
    lock(seated, qtbot)
    assert not connected()
    assert "芜湖" not in errors.log_file().read_text(encoding="utf-8")


def test_typing_that_cannot_be_kept_never_stops_the_lock(
    seated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    type_on_page(seated, monkeypatch)
    monkeypatch.setattr("model.cards.typing.keep_typing", fail)
    lock(seated, qtbot)
    assert not connected()


def test_a_log_that_cannot_be_written_never_stops_the_lock(
    seated: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("model.office.audit.log", fail)
    lock(seated, qtbot)
    assert not connected()
    assert len(desk.keys.data_key) == 0


def test_running_jobs_are_stopped_and_their_results_dropped(
    seated: MainWindow, around: Surroundings, desk: Desk, qtbot: QtBot
) -> None:
    seen: list[object] = []

    def job(report: Report) -> None:
        with desk.own_connection():
            while True:
                report(1, 2)
                time.sleep(0.002)

    around.tasks.run(seated, job, seen.append, seen.append)
    qtbot.wait(20)
    lock(seated, qtbot)
    assert around.tasks.running == 0
    assert not connected()
    qtbot.wait(50)
    assert seen == []


def test_a_job_that_will_not_stop_does_not_hold_the_key(
    seated: MainWindow,
    around: Surroundings,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(screen_lock, "_STOP_MS", 50)
    around.tasks.run(seated, lambda _: time.sleep(0.6), lambda _: None)
    qtbot.wait(20)
    times = lock(seated, qtbot)
    assert not connected()
    assert len(desk.keys.data_key) == 0
    assert times.forgotten_ms < 600


def test_the_shortcut_locks(seated: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(seated.locked, timeout=WAIT_MS):
        qtbot.keyClick(seated, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_nobody_here_locks(seated: MainWindow, clock: StillClock, qtbot: QtBot) -> None:
    clock.time += timedelta(minutes=10)
    with qtbot.waitSignal(seated.locked, timeout=WAIT_MS):
        pass  # the watch's own timer


def test_the_same_person_comes_back_to_the_same_page(
    seated: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    seated.view.open_page("settings")
    lock(seated, qtbot)
    seated.seat(sit("张总"))
    assert seated.view.page == "settings"


def test_somebody_else_begins_at_the_cabinet(seated: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    seated.view.open_page("settings")
    lock(seated, qtbot)
    seated.seat(sit("李明"))
    assert seated.view.page == "cabinet"


def test_another_person_or_cabinet_is_a_lock_first(
    seated: MainWindow, sit: Sit, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(seated.locked, timeout=WAIT_MS):
        seated.actions_by_name["change_person"].trigger()
    assert not connected()
    assert door_of(seated).name == "张总"
    seated.seat(sit("李明"))
    with qtbot.waitSignal(seated.locked, timeout=WAIT_MS):
        seated.actions_by_name["another_cabinet"].trigger()
    assert not connected()
    assert seated.findChildren(FirstPage)


def test_a_first_password_that_nobody_chooses_is_locked_out(
    window: MainWindow, cabinet: Path, clock: StillClock, qtbot: QtBot
) -> None:
    window.begin(cabinet)
    with qtbot.waitSignal(window.doors.waiting, timeout=WAIT_MS):
        door_of(window)._try("王秀兰", PASSWORD)
    assert connected()
    clock.time += timedelta(minutes=5)
    qtbot.waitUntil(lambda: not connected(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(window.findChildren(LogInPage)), timeout=WAIT_MS)


def test_closing_the_window_locks_too(
    seated: MainWindow, desk: Desk, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_on_page(seated, monkeypatch)
    seated.close()
    assert not connected()
    assert len(desk.keys.data_key) == 0
    assert [kept.texts for kept in kept_typing(sit("张总"))] == [TYPED["texts"]]


def test_locking_twice_locks_once(seated: MainWindow, qtbot: QtBot) -> None:
    heard: list[object] = []
    seated.locked.connect(heard.append)
    seated.lock()
    seated.lock()
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    qtbot.wait(50)
    assert len(heard) == 1


def test_no_widget_of_another_page_stays_on_the_screen(seated: MainWindow, qtbot: QtBot) -> None:
    stray = QWidget()  # a window of its own, such as a preview
    stray.show()
    lock(seated, qtbot)
    qtbot.waitUntil(lambda: not isValid(stray), timeout=WAIT_MS)

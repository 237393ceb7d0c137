"""The way in: making a cabinet, logging in, first passwords, recovery."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.lock.doors import Doors
from gui.lock.first_page import FirstPage
from gui.lock.first_password_page import FirstPasswordPage
from gui.lock.log_in_page import LogInPage
from gui.lock.make_page import MakePage, folder_name
from gui.lock.recovery_page import RecoveryPage
from gui.memory import Memory
from gui.widgets.new_password import strength
from gui.widgets.recovery_code import RecoveryCode
from model.errors import KeyFileDamagedError, NotACabinetError
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in, staff_of
from model.office.recovery import recovery_state
from model.storage.database import connected
from model.storage.passwords import make_recovery_code
from tests.conftest import NOW, PASSWORD
from tests.gui.conftest import WAIT_MS, StillClock, type_text

NEW = "four people drink tea"  # an input method is off in a password field


@pytest.fixture
def doors(around: Surroundings, memory: Memory, qtbot: QtBot) -> Doors:
    made = Doors(around, memory)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def page_of(doors: Doors) -> QWidget:
    page = doors.currentWidget()
    assert page is not None
    return page


def field(page: QWidget, name: str) -> QLineEdit:
    """The visible field that a screen reader calls so."""
    (found,) = [w for w in page.findChildren(QLineEdit) if w.accessibleName() == name]
    return found


def button(page: QWidget, text: str) -> QPushButton:
    """The visible button with these words."""
    found = [b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text]
    (shown,) = [b for b in found if b.isVisible()]
    return shown


def enter_password(doors: Doors, qtbot: QtBot, password: str) -> None:
    """Type it where the cursor stands, and Enter."""
    typed = field(page_of(doors), "Password")
    assert typed.hasFocus()
    typed.clear()
    qtbot.keyClicks(typed, password)
    qtbot.keyClick(typed, Qt.Key.Key_Return)


def test_the_first_page_offers_three_ways_and_the_last_cabinets(
    doors: Doors, cabinet: Path, memory: Memory, qtbot: QtBot
) -> None:
    memory.remember_cabinet(cabinet)
    doors.show_first()
    page = page_of(doors)
    assert isinstance(page, FirstPage)
    for text in ("Open a cabinet …", "Make a cabinet …", "Look at the sample office"):
        assert button(page, text).isVisible()
    recent = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == cabinet.stem)
    assert recent.hasFocus()
    qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)
    assert isinstance(page_of(doors), LogInPage)


def test_no_cabinet_there_is_told_and_the_first_page_stays(
    doors: Doors, tmp_path: Path, shown_errors: list[BaseException]
) -> None:
    doors.show_log_in(tmp_path)
    assert [type(error) for error in shown_errors] == [NotACabinetError]
    assert isinstance(page_of(doors), FirstPage)


def test_a_damaged_key_file_is_told(
    doors: Doors, cabinet: Path, shown_errors: list[BaseException]
) -> None:
    (cabinet / "keys.json").write_text("{")
    doors.show_log_in(cabinet)
    assert [type(error) for error in shown_errors] == [KeyFileDamagedError]


def test_name_and_password_open_the_cabinet(doors: Doors, cabinet: Path, qtbot: QtBot) -> None:
    doors.show_log_in(cabinet, "张总")
    with qtbot.waitSignal(doors.opened, timeout=WAIT_MS) as came:
        enter_password(doors, qtbot, PASSWORD)
    desk: Desk = came.args[0]
    assert desk.person.name == "张总"
    lock_screen(desk, NOW)


def test_the_name_last_used_is_offered_first(
    doors: Doors, cabinet: Path, memory: Memory, qtbot: QtBot
) -> None:
    memory.remember_name(cabinet, "孙丽")
    doors.show_log_in(cabinet)
    page = page_of(doors)
    assert isinstance(page, LogInPage)
    assert page.name == "孙丽"


def test_wrong_passwords_are_told_and_the_wait_is_counted_down(
    doors: Doors, cabinet: Path, qtbot: QtBot, clock: StillClock
) -> None:
    doors.show_log_in(cabinet, "李明")
    page = page_of(doors)
    assert isinstance(page, LogInPage)
    for number in range(1, 4):
        enter_password(doors, qtbot, "not-this-one")
        qtbot.waitUntil(lambda: page.trouble != "" and page.ready, timeout=WAIT_MS)
        assert page.trouble == "Wrong name or password."
        assert page.waiting is (number == 3)
    assert button(page, "Wait 0:05").isVisible()
    qtbot.keyClick(field(page, "Password"), Qt.Key.Key_Return)  # waits like the button
    assert page.ready
    page._timer.setInterval(20)  # five seconds are long in a test
    qtbot.waitUntil(lambda: not page.waiting, timeout=WAIT_MS)
    assert button(page, "Log in").isEnabled()
    assert page.trouble == ""
    enter_password(doors, qtbot, "not-this-one")  # the clock stands: the cabinet still refuses
    qtbot.waitUntil(lambda: "Too many" in page.trouble, timeout=WAIT_MS)


def test_the_first_password_is_changed_before_anything_else(
    doors: Doors, cabinet: Path, qtbot: QtBot
) -> None:
    doors.show_log_in(cabinet, "王秀兰")
    with qtbot.waitSignal(doors.waiting, timeout=WAIT_MS):
        enter_password(doors, qtbot, PASSWORD)
    page = page_of(doors)
    assert isinstance(page, FirstPasswordPage)
    assert field(page, "New password").hasFocus()
    type_text(field(page, "New password"), NEW)
    qtbot.keyClick(field(page, "New password"), Qt.Key.Key_Return)
    assert field(page, "Once more").hasFocus()
    type_text(field(page, "Once more"), NEW)
    with qtbot.waitSignal(doors.opened, timeout=WAIT_MS) as came:
        qtbot.keyClick(field(page, "Once more"), Qt.Key.Key_Return)
    lock_screen(came.args[0], NOW)
    desk = log_in(cabinet, "王秀兰", NEW, NOW)
    assert not desk.must_change_password


def test_who_gives_up_the_first_password_leaves_no_key_behind(
    doors: Doors, cabinet: Path, qtbot: QtBot
) -> None:
    doors.show_log_in(cabinet, "王秀兰")
    with qtbot.waitSignal(doors.waiting, timeout=WAIT_MS):
        enter_password(doors, qtbot, PASSWORD)
    qtbot.mouseClick(button(page_of(doors), "Back to the log-in"), Qt.MouseButton.LeftButton)
    assert isinstance(page_of(doors), LogInPage)
    assert not connected()


def shown_code(page: QWidget) -> str:
    """The recovery code in view."""
    (shown,) = [w.text() for w in page.findChildren(QLabel) if w.objectName() == "recoveryCode"]
    return shown.replace("\n", "-")


def type_back(page: QWidget, code: str, qtbot: QtBot) -> None:
    """Say that the code is on paper, and type one."""
    (tick,) = page.findChildren(QCheckBox)
    tick.setChecked(True)
    qtbot.mouseClick(button(page, "Go on"), Qt.MouseButton.LeftButton)
    field(page, "Recovery code from the paper").setText(code)
    qtbot.mouseClick(button(page, "Try the code"), Qt.MouseButton.LeftButton)


def test_a_cabinet_is_made_by_keyboard_alone(
    doors: Doors, tmp_path: Path, qtbot: QtBot, memory: Memory
) -> None:
    doors.show_first()
    qtbot.mouseClick(button(page_of(doors), "Make a cabinet …"), Qt.MouseButton.LeftButton)
    page = page_of(doors)
    assert isinstance(page, MakePage)
    folder = tmp_path / "华东" / "办事处.cabinet"
    folder.parent.mkdir()
    for name, text in (
        ("Office", "华东办事处"),
        ("Manager", "张总"),
        ("Keeper of the cards", "王秀兰"),
    ):
        assert field(page, name).hasFocus()
        type_text(field(page, name), text)
        qtbot.keyClick(field(page, name), Qt.Key.Key_Return)
    assert field(page, "Folder").hasFocus()
    assert field(page, "Folder").text().endswith("华东办事处.cabinet")
    field(page, "Folder").clear()
    type_text(field(page, "Folder"), str(folder))
    qtbot.keyClick(field(page, "Folder"), Qt.Key.Key_Tab)
    qtbot.keyClick(doors.focusWidget(), Qt.Key.Key_Tab)
    for name in ("New password", "Once more"):
        assert field(page, name).hasFocus()
        type_text(field(page, name), NEW)
        qtbot.keyClick(field(page, name), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.code_shown, timeout=WAIT_MS)
    assert not button(page, "Go on").isEnabled()
    code = shown_code(page)
    qtbot.keyClick(doors.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(doors.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(doors.focusWidget(), Qt.Key.Key_Space)
    assert doors.focusWidget() is field(page, "Recovery code from the paper")
    type_text(doors.focusWidget(), code)
    qtbot.keyClick(doors.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page_of(doors), LogInPage), timeout=WAIT_MS)
    assert [person.name for person in staff_of(folder)] == ["张总", "王秀兰"]
    assert memory.cabinets == [folder]


def test_a_refused_cabinet_leaves_the_form_as_it_was(
    doors: Doors, cabinet: Path, qtbot: QtBot
) -> None:
    doors.show_make()
    page = page_of(doors)
    assert isinstance(page, MakePage)
    for name, text in (
        ("Office", "华东办事处"),
        ("Manager", "张总"),
        ("Keeper of the cards", "王秀兰"),
        ("Folder", str(cabinet)),
        ("New password", NEW),
        ("Once more", NEW),
    ):
        field(page, name).setText(text)
    qtbot.mouseClick(button(page, "Make the cabinet"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.trouble != "", timeout=WAIT_MS)
    assert str(cabinet) in page.trouble
    assert field(page, "Manager").isEnabled()
    assert not page.code_shown


def test_the_recovery_code_gives_a_new_password_and_a_new_code(
    doors: Doors, tmp_path: Path, qtbot: QtBot
) -> None:
    from model.office.founding import Founders, create
    from model.storage.vault import FLOOR_KDF

    folder = tmp_path / "a.cabinet"
    code = create(folder, Founders("办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    doors.show_log_in(folder)
    qtbot.mouseClick(button(page_of(doors), "Forgotten the password?"), Qt.MouseButton.LeftButton)
    page = page_of(doors)
    assert isinstance(page, RecoveryPage)
    assert field(page, "Recovery code").hasFocus()
    field(page, "Recovery code").setText(f" {code.lower().replace('-', ' ')} ")
    field(page, "New password").setText(NEW)
    field(page, "Once more").setText(NEW)
    qtbot.mouseClick(button(page, "Set the new password"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.code_shown, timeout=WAIT_MS)
    new_code = shown_code(page)
    type_back(page, make_recovery_code(), qtbot)
    qtbot.waitUntil(lambda: page.findChildren(RecoveryCode)[0].trouble != "", timeout=WAIT_MS)
    assert isinstance(page_of(doors), RecoveryPage)
    field(page, "Recovery code from the paper").setText(new_code)
    qtbot.mouseClick(button(page, "Try the code"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(page_of(doors), LogInPage), timeout=WAIT_MS)
    desk = log_in(folder, "张总", NEW, NOW + timedelta(minutes=1))
    assert recovery_state(desk).tried_at == NOW
    lock_screen(desk, NOW)


def test_a_slip_of_the_pen_in_the_code_is_told(doors: Doors, cabinet: Path, qtbot: QtBot) -> None:
    doors.show_log_in(cabinet)
    qtbot.mouseClick(button(page_of(doors), "Forgotten the password?"), Qt.MouseButton.LeftButton)
    page = page_of(doors)
    assert isinstance(page, RecoveryPage)
    field(page, "Recovery code").setText("ABCD-EFGH")
    field(page, "New password").setText(NEW)
    field(page, "Once more").setText(NEW)
    qtbot.mouseClick(button(page, "Set the new password"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.trouble != "", timeout=WAIT_MS)
    assert not page.code_shown


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("华东办事处", "华东办事处.cabinet"),
        ("A/B: C?", "A B  C.cabinet"),
        (" .", "office.cabinet"),
        ("", "office.cabinet"),
    ],
)
def test_a_folder_is_named_after_the_office(office: str, name: str) -> None:
    assert folder_name(office) == name


def test_longer_and_more_varied_passwords_are_stronger() -> None:
    assert strength("aaaaaaaaaaaaaaaaaaaa") < strength("abc12345") < strength("xk7qmw2z")
    assert strength("xk7qmw2z") < strength("xk7qmw2z-Hr") < strength(NEW)

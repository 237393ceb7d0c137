"""People, teams and passwords, clicked; the service is asked what changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.memory import Memory
from gui.settings.first_password import FirstPassword
from gui.settings.keeper_dialog import KeeperDialog
from gui.settings.person_dialog import PersonDialog
from gui.settings.place_dialog import PlaceDialog
from gui.translators import Translators
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in
from model.office.people import keepers, list_people
from model.office.rights import Role
from model.office.teams import list_districts, list_teams
from tests.conftest import NOW, PASSWORD, Sit
from tests.gui.conftest import WAIT_MS, type_text
from tests.gui.settings.conftest import Page

NEW = "four people drink tea"


def tabs(page: Page) -> list[str]:
    found = page.page.findChild(QTabWidget)
    return [found.tabText(place).replace("&", "") for place in range(found.count())]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            "张总",
            [
                "People",
                "Teams and districts",
                "Times and limits",
                "Keys and recovery",
                "Backups",
                "My password",
                "Language",
            ],
        ),
        ("王秀兰", ["Teams and districts", "Backups", "My password", "Language"]),
        ("赵刚", ["My password", "Language"]),
        ("李明", ["My password", "Language"]),
    ],
)
def test_a_tab_that_a_role_may_not_use_is_not_shown(
    sit: Sit, around: Surroundings, qtbot: QtBot, name: str, shown: list[str]
) -> None:
    assert tabs(Page(sit(name), around, qtbot)) == shown


def test_a_digit_leads_to_a_tab_and_letters_are_left_to_what_stands_on_it(page: Page) -> None:
    found = page.page.findChild(QTabWidget)
    for place in reversed(range(found.count())):
        QTest.keyClick(page.page, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.AltModifier)
        assert found.currentIndex() == place
        assert "&" not in found.tabText(place)


def test_a_person_is_added_by_keyboard_and_gets_a_first_password(
    page: Page, desk: Desk, qtbot: QtBot
) -> None:
    page.click("Add a person …")
    dialog = page.dialog(PersonDialog)
    assert isinstance(dialog.focusWidget(), QLineEdit)
    type_text(dialog.focusWidget(), "吴刚")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "Sales")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    shown = page.dialog(FirstPassword)
    (password,) = [w.text() for w in shown.findChildren(QLabel) if w.objectName() == "recoveryCode"]
    (person,) = [row for row in list_people(desk) if row.name == "吴刚"]
    assert (person.role, person.team, person.must_change_password) == (Role.REP, "一队", True)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    lock_screen(desk, NOW)
    assert log_in(desk.cabinet, "吴刚", password, NOW).person.name == "吴刚"


def test_a_name_that_is_taken_is_told_in_the_dialog_and_the_typing_stays(
    page: Page, qtbot: QtBot
) -> None:
    page.click("Add a person …")
    dialog = page.dialog(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    type_text(dialog.findChild(QLineEdit), "李明")
    page.click("Add", dialog)
    qtbot.waitUntil(lambda: "李明" in dialog.trouble, timeout=WAIT_MS)
    assert dialog.findChild(QLineEdit).text() == "李明"
    dialog.reject()


def test_only_reps_and_supervisors_have_a_team(page: Page, qtbot: QtBot) -> None:
    page.click("Add a person …")
    dialog = page.dialog(PersonDialog)
    role, team = dialog.findChildren(QComboBox)
    for name, in_team in (("rep", True), ("clerk", False), ("supervisor", True)):
        role.setCurrentIndex(role.findData(name))
        assert team.isEnabled() is in_team
    dialog.close()


def test_a_new_first_password_makes_the_old_one_useless(
    page: Page, desk: Desk, qtbot: QtBot
) -> None:
    tab = page.page.part("people")
    tab.choose("李明")
    page.click("New first password")
    shown = page.dialog(FirstPassword)
    (password,) = [w.text() for w in shown.findChildren(QLabel) if w.objectName() == "recoveryCode"]
    assert password != PASSWORD
    shown.close()
    lock_screen(desk, NOW)
    assert log_in(desk.cabinet, "李明", password, NOW).must_change_password


def test_nobody_resets_his_own_password(page: Page) -> None:
    tab = page.page.part("people")
    tab.choose("张总")
    (button,) = [
        b for b in page.page.findChildren(QPushButton) if b.text() == "&New first password"
    ]
    assert not button.isEnabled()
    tab.choose("李明")
    assert button.isEnabled()


def test_keeper_and_deputy_are_named(page: Page, desk: Desk, qtbot: QtBot) -> None:
    page.click("Keeper and deputy …")
    dialog = page.dialog(KeeperDialog)
    keeper, deputy = dialog.findChildren(QComboBox)
    assert keeper.currentText() == "王秀兰"
    assert keeper.findText("李明") < 0  # a rep may not keep the cards he carries
    deputy.setCurrentText("孙丽")
    page.click("Save", dialog)
    assert (keepers(desk).keeper, keepers(desk).deputy) == ("王秀兰", "孙丽")


def test_a_team_and_its_district_are_added(page: Page, desk: Desk) -> None:
    page.page.show_tab("teams")
    page.click("Add a team …")
    dialog = page.dialog(PlaceDialog)
    type_text(dialog.findChild(QLineEdit), "三队")
    dialog.findChild(QComboBox).setCurrentText("钱进")
    page.click("Add", dialog)
    assert [team.supervisor for team in list_teams(desk) if team.name == "三队"] == ["钱进"]
    page.click("Add a district …")
    dialog = page.dialog(PlaceDialog)
    type_text(dialog.findChild(QLineEdit), "锦江")
    dialog.findChild(QComboBox).setCurrentText("三队")
    page.click("Add", dialog)
    assert [row.team for row in list_districts(desk) if row.name == "锦江"] == ["三队"]


def test_a_team_that_is_there_is_told_in_the_dialog(page: Page) -> None:
    page.page.show_tab("teams")
    page.click("Add a team …")
    dialog = page.dialog(PlaceDialog)
    assert isinstance(dialog, PlaceDialog)
    type_text(dialog.findChild(QLineEdit), "一队")
    page.click("Add", dialog)
    assert "一队" in dialog.trouble
    dialog.reject()


def test_the_clerk_adds_districts_but_no_teams(
    sit: Sit, around: Surroundings, qtbot: QtBot
) -> None:
    page = Page(sit("王秀兰"), around, qtbot)
    able = {b.text().replace("&", ""): b.isEnabled() for b in page.page.findChildren(QPushButton)}
    assert able["Add a district …"]
    assert not able["Add a team …"]


def test_an_own_password_is_changed(sit: Sit, around: Surroundings, qtbot: QtBot) -> None:
    desk = sit("李明")
    page = Page(desk, around, qtbot)
    page.page.show_tab("own_password")
    typed = {w.accessibleName(): w for w in page.page.findChildren(QLineEdit)}
    typed["Old password"].setText("something else")
    typed["New password"].setText(NEW)
    typed["Once more"].setText(NEW)
    form = page.page.part("own_password").form
    page.click("Change the password")
    qtbot.waitUntil(lambda: form.trouble != "", timeout=WAIT_MS)
    typed["Old password"].setText(PASSWORD)
    with qtbot.waitSignal(form.done, timeout=WAIT_MS):
        page.click("Change the password")
    assert {field.text() for field in typed.values()} == {""}
    lock_screen(desk, NOW)
    assert not log_in(desk.cabinet, "李明", NEW, NOW).must_change_password


def test_the_language_is_chosen_and_remembered(
    page: Page, translators: Translators, memory: Memory, qtbot: QtBot
) -> None:
    page.page.show_tab("language")
    (chinese,) = [b for b in page.page.findChildren(QRadioButton) if b.text() == "简体中文"]
    qtbot.mouseClick(chinese, Qt.MouseButton.LeftButton, pos=chinese.rect().center() / 4)
    QCoreApplication.processEvents()
    assert (translators.language, memory.language) == ("zh", "zh")
    assert tabs(page)[0] == "人员"


def test_what_was_shown_is_forgotten_at_lock(page: Page) -> None:
    page.page.forget()
    assert page.page.part("people").names == []

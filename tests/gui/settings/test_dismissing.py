"""Somebody is dismissed in the window; the service is asked what changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.settings.dismiss_dialog import DismissDialog, DismissedDialog
from gui.settings.people_tab import PeopleTab
from model.cards.tables import CustomerCard
from model.errors import HoldsCardsError
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in, staff_of
from model.office.people import list_people
from model.office.tables import Person, PersonState
from model.storage.database import writing
from model.storage.exclusive import CabinetUse
from model.upkeep.dismissal import Dismissed, Leaving, dismiss
from model.upkeep.resealing import LeftBackup
from tests.conftest import NOW, PASSWORD
from tests.gui.conftest import WAIT_MS, type_text
from tests.gui.settings.conftest import Page


def _people(page: Page) -> PeopleTab:
    tab = page.page.part("people")
    assert isinstance(tab, PeopleTab)
    return tab


def _dismissing(page: Page, name: str) -> DismissDialog:
    tab = _people(page)
    tab.choose(name)
    page.click("Dismiss …")
    dialog = page.dialog(DismissDialog)
    assert isinstance(dialog, DismissDialog)
    return dialog


def test_a_person_is_dismissed(page: Page, desk: Desk, cabinet: Path, qtbot: QtBot) -> None:
    before = bytes(desk.keys.data_key)
    dialog = _dismissing(page, "李明")
    assert "李明's key is taken away" in dialog.told
    type_text(dialog.findChild(QLineEdit), "离职")
    page.click("Dismiss", dialog)

    done = page.dialog(DismissedDialog)

    assert "李明 opens nothing any more" in done.told
    assert desk.keys.data_key != before
    states = {row.name: row.state for row in list_people(desk)}
    assert states["李明"] is PersonState.GONE
    assert [person.name for person in staff_of(cabinet)].count("李明") == 0
    lock_screen(desk, NOW)
    assert log_in(cabinet, "张总", PASSWORD, NOW).person.name == "张总"


def test_without_a_reason_nobody_is_dismissed(page: Page) -> None:
    dialog = _dismissing(page, "李明")

    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "&Dismiss"]
    assert not button.isEnabled()


def test_another_program_in_the_cabinet_is_told_in_the_dialog(
    page: Page, cabinet: Path, qtbot: QtBot
) -> None:
    other = CabinetUse(cabinet)
    other.share()
    dialog = _dismissing(page, "李明")
    type_text(dialog.findChild(QLineEdit), "离职")
    page.click("Dismiss", dialog)

    qtbot.waitUntil(lambda: dialog.trouble != "", timeout=WAIT_MS)

    assert dialog.findChild(QLineEdit).text() == "离职"
    other.release()


def test_who_has_cards_out_is_not_dismissed(
    page: Page, desk: Desk, shown_errors: list[Exception]
) -> None:
    with writing():
        CustomerCard.create(
            card_no="Q00009", customer_kind="company", custody_state="out", drawer_no=1,
            holder=Person.get(Person.name == "李明"), due_at=NOW,
        )  # fmt: skip
    _people(page).choose("李明")

    page.click("Dismiss …")

    assert [type(error) for error in shown_errors] == [HoldsCardsError]


def test_nobody_dismisses_himself_or_who_is_gone(page: Page, desk: Desk) -> None:
    dismiss(desk, 3, "离职", NOW)
    _people(page).refresh()

    for name in ("张总", "李明"):
        _people(page).choose(name)
        (button,) = [b for b in page.page.findChildren(QPushButton) if b.text() == "&Dismiss …"]
        assert not button.isEnabled()


def test_what_a_dismissal_left_is_told(page: Page) -> None:
    leaving = Leaving(3, "李明", ("Q00001",), (), (), "keeper")
    left = (LeftBackup("old.ccb", "older_key"), LeftBackup("usb.ccb", "damaged"))

    told = DismissedDialog(Dismissed(leaving, 2, (5,), False, ("a.ccb",), left), page.page).told

    for words in ("old.ccb", "usb.ccb", "Q00001", "5", "recovery code", "1 backup", "keeper"):
        assert words in told

"""Every input says what it is for, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.frame.missing_cards import ClosingSheet, MissingCard, MissingCards, OpeningSheet
from gui.lock.recovery_page import RecoveryPage
from gui.main_window import MainWindow
from gui.settings.keeper_dialog import KeeperDialog
from gui.settings.person_dialog import PersonDialog
from gui.settings.place_dialog import PlaceDialog
from gui.settings.recovery_dialog import NewCodeDialog, TryCodeDialog
from gui.today.all_out_question import AllOutQuestion
from gui.today.customer_chooser import CustomerChooser
from gui.today.visit_dialog import VisitDialog
from gui.today.visit_of import VisitOf
from gui.translators import Translators
from gui.widgets.second_person_dialog import SecondPersonDialog
from tests.conftest import NOW, Sit

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
# Parts that Qt puts into a larger input, which has the name.
PARTS = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)


def nameless(top: QWidget) -> list[str]:
    """The inputs below a widget that a screen reader could not name."""
    return [repr(widget) for widget in inputs_of(top) if not name_of(widget)]


def inputs_of(top: QWidget) -> Iterator[QWidget]:
    """Every input that can be reached, without the parts inside another."""
    for kind in INPUTS:
        for widget in top.findChildren(kind):
            if not widget.isHidden() and not is_part(widget):
                yield widget


def is_part(widget: QWidget) -> bool:
    """Whether it lies inside a larger input."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, PARTS):
        around = around.parentWidget()
    return around is not None


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, translators: Translators) -> str:
    translators.switch(request.param)
    return str(request.param)


def test_the_walk_finds_a_nameless_input(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    QLineEdit(top)
    named = QLineEdit(top)
    named.setAccessibleName("Name")
    assert len(nameless(top)) == 1


@pytest.mark.parametrize("door", ["first", "make", "log_in", "recovery", "sample"])
def test_doors(window: MainWindow, cabinet: Path, language: str, door: str) -> None:
    doors = window.doors
    if door == "first":
        doors.show_first()
    elif door == "make":
        doors.show_make()
    else:
        if door == "sample":
            (cabinet / "sample-office").touch()
        doors.show_log_in(cabinet)
        if door == "recovery":
            doors.show_recovery(cabinet)
            assert window.findChildren(RecoveryPage)
    assert nameless(window) == []


@pytest.mark.parametrize(
    "page", ["cabinet", "today", "approvals", "rounds", "registers", "settings"]
)
@pytest.mark.parametrize("name", ["张总", "李明"])
def test_pages(window: MainWindow, sit: Sit, language: str, page: str, name: str) -> None:
    window.seat(sit(name))
    window.view.open_page(page)
    QCoreApplication.processEvents()
    assert nameless(window) == []


def test_dialogs(window: MainWindow, sit: Sit, language: str) -> None:
    desk = sit("张总")
    window.seat(desk)
    visit_dialog = VisitDialog(window, supervises=True)
    visit_dialog.show_visit(VisitOf("", "恒运", "李明", NOW.date()), NOW.date(), (), 0)
    dialogs: list[QDialog] = [
        PersonDialog(["一队"], window),
        PlaceDialog("…", "Team", ["一队"], window),
        KeeperDialog(desk, window.around.clock, window),
        SecondPersonDialog(desk, window.around.tasks, window.around.clock, window),
        NewCodeDialog(desk, window.around.tasks, window.around.clock, window),
        TryCodeDialog(desk, window.around.tasks, window.around.clock, window),
        MissingCards([MissingCard("Q00001", "恒运", "李明")], 1, 0, window),
        OpeningSheet([MissingCard("Q00001", "恒运", "李明")], window),
        ClosingSheet(1, 0, 1, window),
        visit_dialog,
        CustomerChooser(desk, ["李明"], "李明", NOW, window),
        AllOutQuestion([], window),
    ]
    for dialog in dialogs:
        assert nameless(dialog) == []

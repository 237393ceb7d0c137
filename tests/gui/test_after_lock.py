"""After a lock nothing in the program holds what stood on a card.

A card with unmistakable names and numbers is opened every way there is: list, form, panels,
preview, dialogs, completers, clipboard. After the lock every widget, model, document and Python
object is asked. Words are spelt backwards here, so that this test is not what it finds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractProxyModel,
    QAbstractTableModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QPixmap,
    QPixmapCache,
    QUndoCommand,
    QUndoStack,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui import clipboard
from gui.cabinet.cabinet_page import CabinetPage
from gui.lock.log_in_page import LogInPage
from gui.main_window import MainWindow
from gui.papers.preview_dialog import PreviewDialog
from gui.progress_dialog import ProgressDialog
from gui.rounds.plan_page import PlanPage
from gui.widgets.paper_grid import PaperGrid
from model.cards.typing import kept_typing
from model.loans import opening
from model.office.desk import Desk
from model.storage.database import connected
from tests.conftest import NOW, Sit, make_card
from tests.gui.conftest import WAIT_MS, type_text
from tests.gui.papers.conftest import PAPER

BACKWARDS = (
    "司公限有械机密精岩武玄",
    "司公限有材石山靠砾",
    "1771-5559-820",
    "2771-5559-820",
    "号八十八百九道大岗花",
    "缘良岫",
    "记字打没还这",
)
NAME, OTHER, PHONE, OTHER_PHONE, STREET, OPERATOR, TYPED = range(len(BACKWARDS))
T = TypeVar("T")
_FLAT = (QAbstractTableModel, QAbstractListModel, QAbstractProxyModel)
READERS = (
    "text", "toPlainText", "toHtml", "placeholderText", "windowTitle", "windowFilePath", "toolTip",
    "statusTip", "whatsThis", "accessibleName", "accessibleDescription", "objectName", "title",
    "currentText", "displayText", "labelText", "informativeText", "detailedText", "styleSheet",
)  # fmt: skip


def word(number: int) -> str:
    return BACKWARDS[number][::-1]


def known_in(text: object) -> bool:
    """Whether one of the words is in it; compared backwards."""
    if not isinstance(text, str):
        return False
    turned = text[::-1]
    return any(backwards in turned for backwards in BACKWARDS)


def texts_of(widget: QWidget) -> Iterator[str]:
    for reader in READERS:
        method = getattr(widget, reader, None)
        if callable(method):
            try:
                told = method()
            except TypeError:  # a signal of that name, or a reader that wants to know more
                continue
            if isinstance(told, str):
                yield told
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())


def widgets_that_know() -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in QApplication.allWidgets()
        if any(known_in(text) for text in texts_of(widget))
    ]


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """How many; a list has one, and does not let itself be asked."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.UserRole,
    )
    for row in range(min(model.rowCount(parent), 50)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in roles:
                yield str(model.data(index, role))
            if column == 0 and not isinstance(model, _FLAT):
                yield from cells(model, index)


def alive(kind: type[T]) -> list[T]:
    """Every object of a kind that Python and Qt still know."""
    return [one for one in gc.get_objects() if isinstance(one, kind) and isValid(one)]


def models_that_know() -> list[str]:
    found = {id(one): one for one in alive(QAbstractItemModel)}
    for widget in QApplication.allWidgets():
        for model in widget.findChildren(QAbstractItemModel):
            found[id(model)] = model
    return [
        type(model).__name__
        for model in found.values()
        if isValid(model) and any(known_in(text) for text in cells(model, QModelIndex()))
    ]


def objects_that_know() -> list[str]:
    """Python's own objects that hold one of the words, and what holds them."""
    found = []
    for holder in gc.get_objects():
        for held in gc.get_referents(holder):
            if isinstance(held, str) and len(held) < 100_000 and known_in(held):
                found.append(f"{type(holder).__name__}: {str(holder)[:300]}")
    return found


def held(mode: QClipboard.Mode) -> str:
    return QGuiApplication.clipboard().text(mode)


@pytest.fixture
def desk(sit: Sit) -> Desk:
    """The keeper, in an open cabinet with two cards that nobody could mistake."""
    make_card(sit, word(NAME), "李明", word(PHONE), "武侯", "赵刚")
    make_card(sit, word(OTHER), "李明", word(OTHER_PHONE), "武侯", "赵刚")
    opening.open_cabinet(sit("王秀兰"), NOW)
    return sit("王秀兰")


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)


def open_card(window: MainWindow, qtbot: QtBot) -> CabinetPage:
    """The list narrowed by the search box, a card in the form, a word typed, one step undone."""
    page = window.view.pages["cabinet"]
    assert isinstance(page, CabinetPage)
    idle(window, qtbot)
    window.view.go_to_search()
    type_text(window.view.top.search, word(NAME)[:4])
    idle(window, qtbot)
    qtbot.keyClick(window.view.top.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.work.card is not None, timeout=WAIT_MS)
    idle(window, qtbot)
    return page


def type_on_card(page: CabinetPage, qtbot: QtBot) -> None:
    grid = next(one for one in page.form.findChildren(PaperGrid) if one.isVisible())
    line = next(
        one
        for one in grid.findChildren(QLineEdit)
        if one.isVisible() and one.isEnabled() and not one.isReadOnly()
    )
    line.setFocus()
    type_text(line, word(TYPED))
    line.undo()
    line.redo()
    line.selectAll()
    line.copy()
    assert page.work.card is not None


def see_every_tab(window: MainWindow, page: CabinetPage, qtbot: QtBot) -> None:
    """Faces, history, and the panels beside the card, each read; back to the front."""
    tabs = page.form.head.tabs
    for number in (*range(tabs.count()), 0):
        tabs.setCurrentIndex(number)
        idle(window, qtbot)


def open_dialogs(window: MainWindow) -> None:
    """Dialogs, menus, lists and tips that tell of a customer, the program's and Qt's own."""
    name, phone = word(NAME), word(PHONE)
    box = QMessageBox(window)
    box.setText(name)
    box.setInformativeText(phone)
    box.setDetailedText(name)
    box.show()
    files = QFileDialog(window, name)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.selectFile(f"{name}.pdf")
    files.show()
    asking = QInputDialog(window)
    asking.setTextValue(phone)
    asking.show()
    progress = ProgressDialog(name, window)
    progress.show()
    stray = QPlainTextEdit(f"{name} {phone}")  # a window of nobody's, as a preview may be
    stray.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    stray.setWindowTitle(name)
    stray.setParent(window, Qt.WindowType.Window)
    stray.show()
    rich = QTextEdit(window)
    rich.setHtml(f"<b>{name}</b>")
    rich.setWindowFlag(Qt.WindowType.Window)
    rich.show()
    menu = QMenu(window)
    menu.addAction(name)
    menu.popup(window.mapToGlobal(window.rect().center()))
    line = QLineEdit(window.view)
    line.setCompleter(QCompleter([name, word(OTHER)], line))
    line.show()
    line.completer().setCompletionPrefix(name[:1])
    line.completer().complete()
    QToolTip.showText(window.mapToGlobal(QPoint(30, 30)), name, window, QRect(), 60_000)


def leave_traces(page: CabinetPage) -> None:
    """A picture in Qt's cache, steps to undo, something copied."""
    QPixmapCache.insert(word(NAME), QPixmap(QSize(40, 40)))
    stack = QUndoStack(page)
    stack.push(QUndoCommand(word(NAME)))
    clipboard.put(word(PHONE))
    if QGuiApplication.clipboard().supportsSelection():
        QGuiApplication.clipboard().setText(word(NAME), QClipboard.Mode.Selection)


def preview(window: MainWindow, qtbot: QtBot) -> None:
    """A paper as it would be printed."""
    page = window.view.pages["rounds"]
    assert isinstance(page, PlanPage)
    PreviewDialog(page.papers, PAPER, window).open()
    idle(window, qtbot)
    assert any(one.pageCount() for one in alive(QPdfDocument))


def lock(window: MainWindow, qtbot: QtBot) -> None:
    """Lock, and let what follows at once come to its end: two seconds are allowed."""
    window.lock()
    qtbot.waitUntil(lambda: bool(window.findChildren(LogInPage)), timeout=WAIT_MS)
    qtbot.wait(500)


@pytest.fixture
def busy(window: MainWindow, desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window with everything open."""
    window.seat(desk)
    page = open_card(window, qtbot)
    for name in ("today", "rounds", "registers"):
        window.view.open_page(name)
        idle(window, qtbot)
    window.view.open_page("cabinet")
    see_every_tab(window, page, qtbot)
    preview(window, qtbot)
    type_on_card(page, qtbot)
    leave_traces(page)
    open_dialogs(window)
    assert len(widgets_that_know()) > 10
    assert models_that_know()
    assert objects_that_know()
    return window


def test_nothing_that_is_left_knows_a_customer(busy: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    lock(busy, qtbot)
    assert not connected()
    assert widgets_that_know() == []
    assert models_that_know() == []
    assert [one for one in alive(QPdfDocument) if one.pageCount()] == []
    assert alive(QUndoStack) == []
    assert alive(QCompleter) == []
    assert not QPixmapCache.find(word(NAME), QPixmap())
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        assert held(mode) == ""
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)] == []


def test_no_python_object_knows_a_customer(busy: MainWindow, qtbot: QtBot) -> None:
    lock(busy, qtbot)
    assert objects_that_know() == []


def test_what_was_typed_is_kept_for_who_typed_it(busy: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    lock(busy, qtbot)
    (kept,) = kept_typing(sit("王秀兰"))
    assert any(word(TYPED) in text for text in kept.texts.values())


def test_a_typing_that_cannot_be_kept_leaves_nothing_either(
    busy: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("model.cards.typing.keep_typing", fail)
    lock(busy, qtbot)
    assert not connected()
    assert widgets_that_know() == []
    assert models_that_know() == []

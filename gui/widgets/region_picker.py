"""省 → 市 → 县区 beside a cell: three columns, and a few letters that narrow them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.buttons import main_button
from gui.widgets.region_tree import RegionTree
from model.cards import regions
from model.cards.regions import Path

_LEVELS = 3
_COLUMN = (138, 262)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_UP_AND_DOWN = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10,
}  # fmt: skip


class LettersBox(QLineEdit):
    """Keeps the keyboard all the time; what is no letter steers the columns.

    Signals:
        stepped: rows to go down, or up where it is negative.
        went: one column to the right (1) or left (-1).
        taken: Enter.
    """

    stepped = Signal(int)
    went = Signal(int)
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        at_end = self.cursorPosition() == len(self.text())
        if key in _UP_AND_DOWN:
            self.stepped.emit(_UP_AND_DOWN[key])
        elif key == Qt.Key.Key_Right and at_end:
            self.went.emit(1)
        elif key == Qt.Key.Key_Left and not self.text():
            self.went.emit(-1)
        elif key in _ENTER:
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.went.emit(1 if forward else -1)
        return True


class RegionPicker(QFrame):
    """Asks for a place; Enter takes as much of it as is chosen.

    Signals:
        chosen: the place as it begins an address, such as 四川省成都市武侯区.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)
        self._tree = RegionTree()
        self._level = 0
        self._build()
        self._connect()
        self._retranslate()
        self._fill(0)

    @property
    def path(self) -> Path:
        """The names that are chosen, from the province down."""
        names = []
        for column in self.columns[: self._level + 1]:
            item = column.currentItem()
            if item is None:
                break
            names.append(item.text())
        return tuple(names)

    def open_at(self, place: QPoint, text: str = "") -> None:
        """Open below a cell.

        Args:
            place: lower left corner of the cell, on the screen.
            text: what stands in the cell; the place that it begins with is chosen.
        """
        self._choose(regions.region_of(text))
        self.adjustSize()
        room = QGuiApplication.screenAt(place) or self.screen()
        area = room.availableGeometry()
        left = max(area.left(), min(place.x(), area.right() - self.width()))
        top = max(area.top(), min(place.y(), area.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.letters.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.letters = LettersBox(self)
        self.letters.setClearButtonEnabled(True)
        self.columns = [QListWidget(self) for _ in range(_LEVELS)]
        self._dated, self._told = QLabel(self), QLabel(self)
        self._dated.setProperty("faint", True)
        self._take: QPushButton = main_button(self)
        lists = QHBoxLayout()
        lists.setSpacing(6)
        for column in self.columns:
            column.setFixedSize(*_COLUMN)
            column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column.setProperty("answers", True)
            lists.addWidget(column)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.letters)
        layout.addLayout(lists)
        layout.addLayout(foot)
        layout.addWidget(self._dated)

    def _connect(self) -> None:
        self.letters.textChanged.connect(self._narrow)
        self.letters.stepped.connect(self._step)
        self.letters.went.connect(self._go)
        self.letters.taken.connect(self._finish)
        self._take.clicked.connect(self._finish)
        for level, column in enumerate(self.columns):
            column.itemClicked.connect(lambda _, level=level: self._click(level))
            column.itemDoubleClicked.connect(lambda _: self._finish())
            column.currentRowChanged.connect(lambda _, level=level: self._fill(level + 1))

    def _narrow(self, text: str) -> None:
        """A few letters choose the first place that they fit to."""
        self._choose(self._tree.narrow(text))

    def _choose(self, path: Path) -> None:
        """Mark a place in the columns."""
        self._level = max(0, len(path) - 1)
        self._fill(0)
        for column, name in zip(self.columns, path, strict=False):
            found = column.findItems(name, Qt.MatchFlag.MatchExactly)
            if not found:
                break
            column.setCurrentItem(found[0])
            column.scrollToItem(found[0], QListWidget.ScrollHint.PositionAtCenter)
        self._tell()

    def _fill(self, level: int) -> None:
        """Show what lies in the place chosen before this column; nothing is chosen in it."""
        if level < _LEVELS:
            above = tuple(self._name(number) for number in range(level))
            column = self.columns[level]
            column.blockSignals(True)
            column.clear()
            if all(above):
                for name in self._tree.below(above):
                    column.addItem(QListWidgetItem(name))
            column.setCurrentRow(-1)
            column.blockSignals(False)
            self._fill(level + 1)
        self._tell()

    def _name(self, level: int) -> str:
        item = self.columns[level].currentItem()
        return item.text() if item is not None else ""

    def _step(self, rows: int) -> None:
        column = self.columns[self._level]
        if column.count():
            before = column.currentRow()
            there = 0 if before < 0 else before + rows
            column.setCurrentRow(min(max(there, 0), column.count() - 1))

    def _go(self, way: int) -> None:
        """One column on, once something is chosen in this one; or back."""
        there = self._level + way
        if way < 0 <= there:
            self.columns[self._level].setCurrentRow(-1)
            self._level = there
        elif way > 0 and self._name(self._level) and there < _LEVELS:
            if self.columns[there].count():
                self._level = there
                self.columns[there].setCurrentRow(0)
        elif way > 0 and not self._name(self._level):
            self._step(1)
        self._tell()

    def _click(self, level: int) -> None:
        self._level = level
        for column in self.columns[level + 1 :]:
            column.setCurrentRow(-1)
        self._tell()
        self.letters.setFocus()

    def _tell(self) -> None:
        prefix = regions.prefix(self.path)
        self._told.setText(prefix)
        self._take.setEnabled(bool(prefix))
        for level, column in enumerate(self.columns):
            if column.property("here") is not (level == self._level):
                column.setProperty("here", level == self._level)
                column.style().polish(column)

    def _finish(self) -> None:
        prefix = regions.prefix(self.path)
        if prefix:
            self.chosen.emit(prefix)
            self.close()

    def _retranslate(self) -> None:
        self.letters.setPlaceholderText(self.tr("A few letters or characters, e.g. wuhou"))
        self.letters.setAccessibleName(self.tr("Province, city or county"))
        for column, name in zip(
            self.columns, (self.tr("Province"), self.tr("City"), self.tr("County")), strict=True
        ):
            column.setAccessibleName(name)
        self._take.setText(self.tr("&Take"))
        self._dated.setText(
            self.tr("Administrative divisions as of {day}").format(day=regions.as_of())
        )

"""Who sits down now: everybody as one large list, narrowed by a few letters or a badge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.tasks import Report, Tasks
from gui.translators import words
from model.cards.staff_finding import find_staff, pinyin_of
from model.office.log_in import StaffSlot
from model.sentences.names import role_name

_ROW, _COLUMN = 40, 222
_MOST_ROWS, _COLUMNS = 6, 2
_NAME = Qt.ItemDataRole.UserRole
_WALK = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


class PeoplePicker(QWidget):
    """A line to type in, over the names that fit what is typed.

    Signals:
        pointed: name of the person in the list's colour; may be empty.
        picked: name of the person meant: Enter, a click, or a badge.
    """

    pointed = Signal(str)
    picked = Signal(str)

    def __init__(self, staff: Sequence[StaffSlot], tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff = staff
        self._pinyin: dict[str, tuple[str, ...]] = {}
        self._asked = False
        self.typed = _WhoLine(self)
        self.list = QListWidget(self)
        self._build()
        self.typed.textChanged.connect(self._narrow)
        self.typed.returnPressed.connect(self._pick)
        self.typed.walked.connect(self._walk)
        self.list.itemClicked.connect(lambda _: self._pick())
        self.list.itemActivated.connect(lambda _: self._pick())
        self.list.currentItemChanged.connect(lambda *_: self.pointed.emit(self.name))
        self._narrow()
        tasks.run(self, self._spell, self._take_pinyin, quiet=True)

    @property
    def name(self) -> str:
        """Who is meant now; the empty string when nobody fits."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def point_at(self, name: str) -> None:
        """Begin at a person."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def retranslate(self) -> None:
        """Name the roles in the window's language."""
        self.typed.setPlaceholderText(self.tr("Initials, name, staff number, or scan the badge"))
        self.typed.setAccessibleName(self.tr("Who are you?"))
        self.list.setAccessibleName(self.tr("Staff"))
        name = self.name
        self._narrow()
        self.point_at(name)

    def _build(self) -> None:
        self.list.setProperty("people", True)
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the line above
        rows = -(-len(self._staff) // _COLUMNS)
        self.list.setFixedHeight(_ROW * min(_MOST_ROWS, rows) + 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.typed)
        layout.addWidget(self.list)

    def _narrow(self) -> None:
        """Show who fits, the first of them chosen."""
        fitting = find_staff(self._staff, self.typed.text(), self._pinyin)
        with QSignalBlocker(self.list):
            self.list.clear()
            for person in fitting:
                role = role_name(person.role, words)
                item = QListWidgetItem(f"{person.name} · {role} · {person.staff_no}", self.list)
                item.setData(_NAME, person.name)
                item.setSizeHint(QSize(_COLUMN, _ROW))
            if self.typed.text():
                self.list.setCurrentRow(0)
        self.pointed.emit(self.name)

    def _walk(self, key: int) -> None:
        step = {Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS, Qt.Key.Key_Left: -1}
        row = self.list.currentRow() + step.get(Qt.Key(key), 1)
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))

    def _pick(self) -> None:
        """Take the person in the list's colour, or as soon as pinyin can be read."""
        self._asked = not self.name and not self._pinyin
        if self.name:
            self.picked.emit(self.name)

    def _spell(self, report: Report) -> dict[str, tuple[str, ...]]:
        """In a thread: the library of pinyin takes a moment to load."""
        report(0, 1)
        return pinyin_of([one.name for one in self._staff])

    def _take_pinyin(self, pinyin: dict[str, tuple[str, ...]]) -> None:
        self._pinyin = pinyin
        if self.typed.text():
            self._narrow()
        if self._asked:
            self._pick()


class _WhoLine(QLineEdit):
    """The line; arrows walk in the list below.

    Signals:
        walked: the arrow's key.
    """

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.text()
        if event.key() in _WALK and not sideways:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)

"""A lost race: what another person saved and what is typed here, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.cabinet.path_words import Children, one_line, path_name, path_text
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.kept_place import keep_place
from model.cards.changes_behind import Clash
from model.cards.definition import CardKind

_FIELD, _BASE, _THEIRS, _MINE = range(4)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_SIZE = (980, 420)


class RaceDialog(QDialog):
    """One row a field; of what both changed, one value is ticked.

    Signals:
        settled: a frozenset of the paths in which what is typed here holds.
    """

    settled = Signal(object)

    def __init__(
        self,
        told: str,
        clashes: Sequence[Clash],
        kind: CardKind,
        children: Children,
        settings: QSettings,
        parent: QWidget,
    ) -> None:
        """`told` says who saved the card, and when."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._clashes = tuple(clashes)
        self._items: dict[tuple[int, int], QTableWidgetItem] = {}
        self._quiet = True
        self._build(told)
        for number, clash in enumerate(clashes):
            self._add(number, clash, kind, children)
        self._quiet = False
        self._go_to_first()
        keep_place(self, settings, "lost_race", _SIZE)

    def keep_all(self, mine: bool) -> None:
        """Tick what is typed here, or what the other person saved, wherever both changed."""
        for number, clash in enumerate(self._clashes):
            if both_changed(clash):
                self._tick(number, mine=mine)

    def _build(self, told: str) -> None:
        self.setWindowTitle(self.tr("Somebody saved this card meanwhile"))
        text = remark(self)
        text.setText(
            "\n".join((told, self.tr("Where both of you changed the same, tick what is to hold.")))
        )
        self.table = QTableWidget(len(self._clashes), 4, self)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Field"),
                self.tr("Before"),
                self.tr("Saved by the other"),
                self.tr("Typed here"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (_BASE, _THEIRS, _MINE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.itemChanged.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)

    def _buttons(self) -> QHBoxLayout:
        self.all_theirs, self.all_mine = plain_button(self), plain_button(self)
        self.all_theirs.setText(self.tr("All of the &other"))
        self.all_mine.setText(self.tr("All of &mine"))
        self.save, self.later = main_button(self), plain_button(self)
        self.save.setText(self.tr("&Save with these"))
        self.save.setToolTip("Ctrl+Enter")
        self.later.setText(self.tr("&Back to the form"))
        self.all_theirs.clicked.connect(lambda: self.keep_all(False))
        self.all_mine.clicked.connect(lambda: self.keep_all(True))
        self.save.clicked.connect(self._finish)
        self.later.clicked.connect(self.reject)
        both = any(both_changed(clash) for clash in self._clashes)
        self.all_theirs.setVisible(both)
        self.all_mine.setVisible(both)
        line = QHBoxLayout()
        line.addWidget(self.all_theirs)
        line.addWidget(self.all_mine)
        line.addStretch(1)
        line.addWidget(self.later)
        line.addWidget(self.save)
        return line

    def _add(self, number: int, clash: Clash, kind: CardKind, children: Children) -> None:
        who = f"{clash.theirs_by} {clash.theirs_at:%m-%d %H:%M}" if clash.theirs_at else ""
        texts = (
            path_name(kind, clash.path, children),
            path_text(kind, clash.path, clash.base),
            path_text(kind, clash.path, clash.theirs, proposed=clash.theirs != clash.base),
            path_text(kind, clash.path, clash.mine, proposed=clash.mine != clash.base),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(one_line(text))
            item.setToolTip(f"{text}\n{who}" if column == _THEIRS and who else text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(number, column, item)
            self._items[number, column] = item
        if clash.theirs != clash.base and who:
            theirs = self._items[number, _THEIRS]
            theirs.setText(self.tr("{value}   ({who})").format(value=theirs.text() or "—", who=who))
        self._offer(number, clash)

    def _offer(self, number: int, clash: Clash) -> None:
        """Boxes where there is a choice; what only one of the two changed holds by itself."""
        if both_changed(clash):
            for column in (_THEIRS, _MINE):
                item = self._items[number, column]
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self._tick(number, mine=True)
            return
        holds = _MINE if clash.mine != clash.base else _THEIRS
        for column in {_THEIRS, _MINE} - {holds}:
            self._items[number, column].setFlags(Qt.ItemFlag.ItemIsSelectable)

    def _tick(self, number: int, *, mine: bool) -> None:
        quiet, self._quiet = self._quiet, True
        self._items[number, _MINE].setCheckState(_CHECKED if mine else _UNCHECKED)
        self._items[number, _THEIRS].setCheckState(_UNCHECKED if mine else _CHECKED)
        self._quiet = quiet

    def _follow(self, item: QTableWidgetItem) -> None:
        """The other box of the row goes the other way."""
        if self._quiet or item.column() not in (_THEIRS, _MINE):
            return
        ticked = item.checkState() is _CHECKED
        self._tick(item.row(), mine=ticked is (item.column() == _MINE))

    def _go_to_first(self) -> None:
        first = next((n for n, clash in enumerate(self._clashes) if both_changed(clash)), 0)
        self.table.setCurrentCell(first, _MINE)
        self.table.setFocus()

    def _finish(self) -> None:
        self.settled.emit(
            frozenset(
                clash.path
                for number, clash in enumerate(self._clashes)
                if self._holds_mine(number, clash)
            )
        )
        self.accept()

    def _holds_mine(self, number: int, clash: Clash) -> bool:
        if both_changed(clash):
            return self._items[number, _MINE].checkState() is _CHECKED
        return clash.mine != clash.base


def both_changed(clash: Clash) -> bool:
    """Whether a person must choose: both changed it, to different values."""
    return clash.base not in (clash.theirs, clash.mine) and not clash.is_same

"""The card's history as a timeline: every save, and under it what it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.cabinet.history_saves import OneSave, saves_of
from gui.cabinet.path_words import Children, one_line, path_name, path_text, with_former_rows
from gui.cabinet.why_bar import source_name
from gui.widgets.buttons import plain_button
from model.cards.definition import CardKind
from model.cards.revisions import CLEARED, RevisionRow

_LINE = Qt.ItemDataRole.UserRole
_FIELD, _BEFORE, _AFTER = range(3)
_NEW = "● "
_WIDTHS = (260, 300)
_HEADER = "cabinet/history_header"


@dataclass(frozen=True)
class HistoryOf:
    """What a history must know of its card.

    Attributes:
        kind: company or individual.
        children: its rows, by which a row's lines are named.
        may_restore: whether an old value of this path may be put back here.
        last_visit_on: day of the last visit.
        since_visit: ids of the lines written since then.
    """

    kind: CardKind = CardKind.COMPANY
    children: Children = field(default_factory=dict)
    may_restore: Callable[[str], bool] = lambda path: False
    last_visit_on: date | None = None
    since_visit: frozenset[int] = frozenset()


class Timeline(QWidget):
    """The saves of one card, newest first.

    Signals:
        restore_wanted: the `RevisionRow` whose old value is to be put back.
        clear_wanted: the private facts are to be taken off the card.
    """

    restore_wanted = Signal(object)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[RevisionRow] = ()
        self._about = HistoryOf()
        self._named: Children = {}
        self._build()
        self._retranslate()
        self.setFocusProxy(self.tree)

    @property
    def rows(self) -> Sequence[RevisionRow]:
        """The lines shown."""
        return self._rows

    @property
    def chosen(self) -> RevisionRow | None:
        """The line with the cursor; None on the head of a save."""
        item = self.tree.currentItem()
        line = item.data(_FIELD, _LINE) if item is not None else None
        return line if isinstance(line, RevisionRow) else None

    def show_history(self, rows: Sequence[RevisionRow], about: HistoryOf | None = None) -> None:
        """Show another card's history."""
        self._rows, self._about = rows, about or HistoryOf()
        self._named = with_former_rows(self._about.children, rows)
        self.tree.clear()
        heads = [self._item(save) for save in saves_of(rows)]
        self.tree.addTopLevelItems(heads)
        for head in heads:
            head.setFirstColumnSpanned(True)
        self.tree.expandAll()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._tell_news()
        self._look()

    def remember(self, settings: QSettings) -> None:
        """Give the columns the widths that they were left with, and keep those of today."""
        header = self.tree.header()
        kept = settings.value(_HEADER)
        if isinstance(kept, QByteArray):
            header.restoreState(kept)
        header.sectionResized.connect(lambda *_: settings.setValue(_HEADER, header.saveState()))

    def offer_clearing(self, may_clear: bool) -> None:
        """Show the button of E17 to who may use it."""
        self.clear_button.setVisible(may_clear)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_history(self._rows, self._about)
        super().changeEvent(event)

    def _build(self) -> None:
        self.news = QLabel(self)
        self.news.setProperty("note", True)
        self.restore_button, self.clear_button = plain_button(self), plain_button(self)
        self.restore_button.clicked.connect(self._restore)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.clear_button.hide()
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(3)
        self.tree.setUniformRowHeights(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setIndentation(18)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.currentItemChanged.connect(lambda *_: self._look())
        self.tree.itemActivated.connect(lambda *_: self._restore())
        self.tree.header().setSectionResizeMode(_AFTER, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            self.tree.setColumnWidth(column, width)
        acts = QHBoxLayout()
        acts.setContentsMargins(10, 6, 10, 6)
        acts.setSpacing(8)
        acts.addWidget(self.news, 1)
        acts.addWidget(self.restore_button)
        acts.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(acts)
        layout.addWidget(self.tree, 1)

    def _item(self, save: OneSave) -> QTreeWidgetItem:
        head = QTreeWidgetItem([self._head(save)])
        head.setToolTip(_FIELD, head.text(_FIELD))
        for column in range(3):
            head.setBackground(column, QColor(theme.colours().head))
        for line in save.lines:
            self._add_line(head, line)
        return head

    def _head(self, save: OneSave) -> str:
        """When, who, from where, why, and who accepted it, as far as there is something to say."""
        parts = [f"{save.at:%Y-%m-%d %H:%M}", save.by]
        if save.is_opening:
            parts.append(path_name(self._about.kind, "", {}))
        parts.append(source_name(save.source))
        if save.accepted_by not in ("", save.by):
            parts.append(self.tr("accepted by {name}").format(name=save.accepted_by))
        if save.reason:
            parts.append(one_line(save.reason))
        return " · ".join(part for part in parts if part)

    def _add_line(self, head: QTreeWidgetItem, line: RevisionRow) -> None:
        about = self._about
        is_new = line.id in about.since_visit
        name = path_name(about.kind, line.field, self._named)
        before, after = self._values(line)
        item = QTreeWidgetItem(head, [(_NEW if is_new else "") + name, before, after])
        item.setData(_FIELD, _LINE, line)
        if is_new:
            item.setForeground(_FIELD, QColor(theme.colours().out))
            item.setToolTip(
                _FIELD, self.tr("{field}: changed since the last visit").format(field=name)
            )
        for column, text in ((_BEFORE, before), (_AFTER, after)):
            item.setToolTip(column, text)
            item.setText(column, one_line(text))

    def _values(self, line: RevisionRow) -> tuple[str, str]:
        if line.state == CLEARED:
            cleared = self.tr("cleared on request")
            return cleared, cleared
        kind = self._about.kind
        return path_text(kind, line.field, line.old), path_text(kind, line.field, line.new)

    def _tell_news(self) -> None:
        """One line: how much has changed since the last visit."""
        about = self._about
        if about.last_visit_on is None:
            self.news.clear()
            return
        told = self.tr("%n change(s) since the last visit of {day}", "", len(about.since_visit))
        self.news.setText(told.format(day=about.last_visit_on.isoformat()))

    def _can_restore(self, line: RevisionRow | None) -> bool:
        return line is not None and line.state != CLEARED and self._about.may_restore(line.field)

    def _look(self) -> None:
        self.restore_button.setEnabled(self._can_restore(self.chosen))

    def _restore(self) -> None:
        line = self.chosen
        if self._can_restore(line):
            self.restore_wanted.emit(line)

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        restore = menu.addAction(self.restore_button.text(), self._restore)
        restore.setEnabled(self.restore_button.isEnabled())
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("History of the card"))
        self.tree.setHeaderLabels([self.tr("Field"), self.tr("Before"), self.tr("After")])
        self.restore_button.setText(self.tr("Put the old value &back …"))
        self.clear_button.setText(self.tr("Clear p&rivate facts …"))

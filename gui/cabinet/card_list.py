"""The middle of the page: which drawer, and its cards as far as the search leaves them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_table import CardTable
from gui.cabinet.drawer_entries import DrawerEntry
from gui.cabinet.filter_chips import FilterChips
from gui.cabinet.narrowing import Narrowing
from gui.cabinet.placards import EmptyCabinet, NothingFound
from gui.widgets.buttons import button_for, main_button
from model.cards.finding import query_key
from model.cards.listing import CardRow
from model.cards.search import Hit


class CardList(QFrame):
    """The cards of one drawer, narrowed by what is typed.

    Signals:
        opened: number of the card to open.
        other_wanted: number of another's customer to read by a query slip, and the purpose.
        nothing_found: what is typed, when it leaves no card.
        search_wanted: the arrow up on the first row: back to the search box.
    """

    opened = Signal(str)
    other_wanted = Signal(str, str)
    nothing_found = Signal(str)
    search_wanted = Signal()

    def __init__(self, actions: CardActions, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._rows: Sequence[CardRow] = ()
        self._in_drawer: list[CardRow] = []
        self._narrowing = Narrowing()
        self._entry: DrawerEntry | None = None
        self._text = ""
        self._may_print = actions.may("print_cards")
        self._build(actions, settings)
        self._connect()
        self._retranslate()

    @property
    def rows(self) -> Sequence[CardRow]:
        """The cards in view, in their order."""
        return self.table.rows

    @property
    def filter_text(self) -> str:
        """What is typed in the search box."""
        return self._text

    def show_rows(self, rows: Sequence[CardRow], entry: DrawerEntry | None) -> None:
        """Take all cards anew."""
        bar = self.table.verticalScrollBar()
        scrolled = bar.value()
        self._rows = rows
        self.table.take(rows)
        self.show_drawer(entry)
        bar.setValue(scrolled)

    def show_drawer(self, entry: DrawerEntry | None) -> None:
        """Show the cards of another drawer."""
        self._entry = entry
        self._in_drawer = [row for row in self._rows if entry is None or entry.keep(row)]
        self.chips.count(self._in_drawer)
        self._name_drawer()
        self._switch()

    def set_filter(self, text: str) -> None:
        """Narrow the list to what is typed in the search box."""
        if text != self._text:
            self.tell("")
            self._text = text
            self._narrow()

    def go_to_rows(self) -> None:
        """Put the keyboard into the table."""
        self.table.choose_first()

    def neighbour(self, ref: str, step: int) -> str | None:
        """The card before or after another in the list as it is shown."""
        refs = [row.ref for row in self.table.rows]
        if ref not in refs:
            return refs[0] if refs else None
        there = refs.index(ref) + step
        return refs[there] if 0 <= there < len(refs) else None

    def place_of(self, ref: str) -> str:
        """Such as 3 / 212, or empty where the card is not in the list."""
        for number, row in enumerate(self.table.rows, 1):
            if row.ref == ref:
                return f"{number:,} / {len(self.table.rows):,}"
        return ""

    def tell_others(self, lines: Sequence[str], hits: Sequence[Hit]) -> None:
        """Tell of other people's customers that are called like that."""
        self._nothing.tell_others(lines, hits)

    def narrow_head(self, narrow: bool) -> None:
        """Leave the buttons out while a card is open beside the list."""
        self._import.setVisible(not narrow)
        for button in (self._print, self._export):
            button.setVisible(not narrow and self._may_print)

    @property
    def marked(self) -> list[str]:
        """Numbers of the marked cards, in the order shown."""
        return self.table.marked

    @property
    def to_reprint(self) -> list[str]:
        """Numbers of the cards in view whose paper is older than they are, in their order."""
        return [row.ref for row in self.table.rows if row.reprint]

    def tell(self, text: str) -> None:
        """Tell what came of a print, until the list changes."""
        self._told.setText(text)
        self._told.setToolTip(text)

    def forget(self) -> None:
        """Empty the list and the filter."""
        self.tell("")
        self._text = ""
        self.chips.turn_off()
        self.show_rows((), None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, actions: CardActions, settings: QSettings) -> None:
        self.table = CardTable(settings, self)
        self.chips = FilterChips(self)
        self._empty = EmptyCabinet([actions["import_cards"], actions["new_company"]], self)
        self._nothing = NothingFound(self)
        self._nothing.slip.wanted.connect(self.other_wanted)
        self._stack = QStackedWidget(self)
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._head(actions))
        layout.addWidget(self.chips)
        layout.addWidget(self._stack, 1)

    def _head(self, actions: CardActions) -> QFrame:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._count = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("faint", True)
        self._told = QLabel(head)
        self._told.setProperty("good", True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumWidth(0)
        self._print = button_for(actions["print_cards"], head)
        self._export = button_for(actions["export_cards"], head)
        self._import = button_for(actions["import_cards"], head)
        self._new = self._new_button(actions, head)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.addWidget(self._title)
        layout.addWidget(self._count)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._print)
        layout.addWidget(self._export)
        layout.addWidget(self._import)
        layout.addWidget(self._new)
        return head

    def _new_button(self, actions: CardActions, parent: QWidget) -> QPushButton:
        """One button for both kinds of card."""
        button = main_button(parent)
        button.setAutoDefault(False)
        button.setDefault(False)
        menu = QMenu(button)
        menu.addAction(actions["new_company"])
        menu.addAction(actions["new_individual"])
        button.setMenu(menu)
        button.setEnabled(actions["new_company"].isEnabled())
        return button

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.began.connect(self.search_wanted)
        self.table.marked_changed.connect(self._show_count)
        self.chips.changed.connect(self._switch)

    def _switch(self) -> None:
        """What the switches leave of the drawer is what the filter looks at."""
        self._narrowing.take(self.chips.left_of(self._in_drawer))
        self._narrow()

    def _narrow(self) -> None:
        """Show what the filter leaves of the drawer."""
        terms = query_key(self._text)
        rows = self._narrowing.left_by(terms)
        self.table.show_rows(rows)
        self._show_count()
        if rows:
            self._stack.setCurrentWidget(self.table)
        elif not self._rows:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._nothing.tell_others(())
            self._stack.setCurrentWidget(self._nothing)
            if terms:
                self.nothing_found.emit(self._text)

    def _show_count(self) -> None:
        shown, all_of_them = len(self.table.rows), len(self._in_drawer)
        narrowed = shown != all_of_them
        text = f"{shown:,} / {all_of_them:,}" if narrowed else f"{shown:,}"
        marked = len(self.table.marked)
        if marked > 1:
            text = self.tr("{cards} · {count} marked").format(cards=text, count=f"{marked:,}")
        self._count.setText(text)

    def _retranslate(self) -> None:
        self._new.setText(self.tr("&New card"))
        self._name_drawer()
        self.table.retranslate()

    def _name_drawer(self) -> None:
        self._title.setText(self._entry.name if self._entry else self.tr("Cards"))

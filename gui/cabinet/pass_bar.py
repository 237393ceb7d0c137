"""The line over the paper that tells by which pass a card is read, how long, and what for."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gui.translators import words
from model.cards.cards import CardView
from model.cards.passes import Looks, PassView, ReadingPurpose
from model.words import mark

PURPOSE_NAMES = {
    ReadingPurpose.BEFORE_VISIT: mark("ReadingPurpose", "Before a visit"),
    ReadingPurpose.PHONE_CALL: mark("ReadingPurpose", "To answer a call"),
    ReadingPurpose.PHONE_QUERY: mark("ReadingPurpose", "A question by phone"),
    ReadingPurpose.PAPERWORK: mark("ReadingPurpose", "To write a document"),
    ReadingPurpose.OTHER: mark("ReadingPurpose", "Something else"),
}
"""What a card is read for, in the order in which it is offered (glossary: 查阅用途)."""

_KEY = "Ctrl+R"


def fill_with_purposes(menu: QMenu, chosen: object) -> None:
    """Offer the purposes in a menu, each by its number.

    Args:
        menu: emptied first.
        chosen: called with the purpose that was chosen.
    """
    assert callable(chosen)
    menu.clear()
    for number, (purpose, name) in enumerate(PURPOSE_NAMES.items(), 1):
        action = menu.addAction(f"&{number}  {words('ReadingPurpose', name)}")
        action.triggered.connect(lambda _=False, purpose=purpose: chosen(purpose.value))


class PassBar(QFrame):
    """What a rep sees of the card in the form, and for how long.

    Signals:
        purpose_chosen: the purpose for which the card is to be read (on).
    """

    purpose_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self._view: CardView | None = None
        self._looks: Looks | None = None
        self._left = timedelta()
        self._label, self._count = QLabel(self), QLabel(self)
        self._count.setProperty("faint", True)
        self.button = QToolButton(self)
        self.button.setProperty("step", True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._count)
        layout.addWidget(self.button)
        self._key = QShortcut(QKeySequence(_KEY), parent)
        self._key.activated.connect(self._open_menu)
        self.show_card(None, None, timedelta())

    @property
    def told(self) -> str:
        """What it says."""
        return f"{self._label.text()} · {self._count.text()}"

    def show_card(self, view: CardView | None, looks: Looks | None, left: timedelta) -> None:
        """Tell of another card, or of none.

        Args:
            view: the card, or None.
            looks: how many cards this desk has looked at today; None: that counts for nothing.
            left: how long its pass still lasts.
        """
        self._view, self._looks, self._left = view, looks, left
        self._retranslate()
        has_pass = view is not None and (view.wants_purpose or view.reading_pass is not None)
        self.button.setVisible(has_pass and not self._is_of_other)
        self._key.setEnabled(has_pass and not self._is_of_other)
        self.setVisible(has_pass or (view is not None and looks is not None))

    def tell_left(self, left: timedelta) -> None:
        """Tell how long the pass still lasts."""
        self._left = left
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @property
    def _pass(self) -> PassView | None:
        return self._view.reading_pass if self._view is not None else None

    @property
    def _is_of_other(self) -> bool:
        return self._pass is not None and self._pass.of_other

    def _open_menu(self) -> None:
        if self.button.isVisible():
            self.button.showMenu()

    def _tell(self) -> None:
        found = self._pass
        if found is None:
            wants = self._view is not None and self._view.wants_purpose
            text = self.tr("Identity and trade are shown. For the rest say what you read it for.")
            self._label.setText(text if wants else self.tr("The card is yours to read today."))
            return
        minutes, seconds = divmod(max(0, int(self._left.total_seconds())), 60)
        left = f"{minutes:02}:{seconds:02}"
        name = words("ReadingPurpose", PURPOSE_NAMES[ReadingPurpose(found.purpose)])
        told = (
            self.tr("Another's customer, by a query slip · {left} left")
            if found.of_other
            else self.tr("{purpose} · {left} left")
        )
        self._label.setText(told.format(purpose=name, left=left))

    def _retranslate(self) -> None:
        self._tell()
        looks = self._looks
        told = self.tr("Looked at today: {seen} / {most}")
        self._count.setText(told.format(seen=looks.seen, most=looks.most) if looks else "")
        has_pass = self._pass is not None
        self.button.setText(self.tr("Read on for …") if has_pass else self.tr("Read it for …"))
        self.button.setToolTip(f"{self.button.text()}  ({_KEY})")
        self.button.setAccessibleName(self.button.text())
        fill_with_purposes(self.menu, self.purpose_chosen.emit)

"""What stands in place of a list or a card: an empty cabinet, a closed one, nothing found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.cabinet.query_slip_button import QuerySlipButton
from gui.widgets.buttons import button_for, main_button
from gui.widgets.placard import Placard
from model.cards.search import Hit


class EmptyCabinet(Placard):
    """No card yet: how the first ones come in."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__("cabinet", parent)
        for number, action in enumerate(actions):
            self.add(button_for(action, self, main=number == 0))
        self.column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("The cabinet is empty"))
        self.say(
            self.tr(
                "Bring the office's customers in from a spreadsheet, or write the first card by "
                "hand. A card needs a name, a rep and a district; the rest can follow."
            )
        )


class NothingFound(Placard):
    """The filter leaves no card.

    Attributes:
        slip: offers to read what was found of other people's customers.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("search", parent)
        self.slip = QuerySlipButton(self)
        self.add(self.slip)
        self.column.addStretch(3)
        self.retranslate()

    def tell_others(self, lines: Sequence[str], hits: Sequence[Hit] = ()) -> None:
        """Tell which customers of other people are called like that, and offer to read them."""
        self.slip.offer(hits)
        self.say("\n".join(lines) if lines else self._usual())

    def retranslate(self) -> None:
        self.title.setText(self.tr("No card here"))
        self.say(self._usual())

    def _usual(self) -> str:
        return self.tr("Try fewer letters, another drawer, or a part of the phone number.")


class ClosedSheet(Placard):
    """The cabinet is not open: why the card cannot be read, and for the keeper the key.

    Signals:
        open_wanted: 开柜.
    """

    open_wanted = Signal()

    def __init__(self, may_open: bool, parent: QWidget) -> None:
        super().__init__("lock", parent)
        self.setProperty("panel", True)
        self._may_open = may_open
        self._key = main_button(self)
        self._key.setVisible(may_open)
        self._key.clicked.connect(self.open_wanted)
        self.add(self._key)
        self.column.addStretch(3)
        self.retranslate()

    def focus(self) -> None:
        """Put the cursor on the key."""
        self._key.setFocus()

    def retranslate(self) -> None:
        self.title.setText(self.tr("The cabinet is not open"))
        self._key.setText(self.tr("&Open the cabinet"))
        if self._may_open:
            text = self.tr("Until it is opened for the day nobody reads a full card.")
        else:
            text = self.tr(
                "Until the keeper opens it for the day nobody reads a full card. The list and "
                "the filter work."
            )
        self.say(text)

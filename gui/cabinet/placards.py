"""What stands in place of a list or a card: an empty cabinet, a closed one, nothing found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.buttons import button_for, main_button, remark

_DRAWING = 56
_TEXT_WIDTH = 400


class Placard(QFrame):
    """A drawing, a title, a few words, and what can be done about it."""

    def __init__(self, drawing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = QLabel(self)
        colour = theme.colours().faint
        self._drawing.setPixmap(theme.icon(drawing, colour, _DRAWING).pixmap(_DRAWING, _DRAWING))
        self.title = QLabel(self)
        self.title.setProperty("heading", True)
        self.title.setWordWrap(True)
        self.words = remark(self)
        self.words.setFixedWidth(_TEXT_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)
        self.column.addStretch(2)
        for label in (self._drawing, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)

    def retranslate(self) -> None:
        """Set the words."""

    def say(self, text: str) -> None:
        """Set the explanation, with as many lines as it takes."""
        self.words.setText(text)
        self.words.setFixedHeight(self.words.heightForWidth(_TEXT_WIDTH) + 4)

    def add(self, widget: QWidget) -> None:
        """Add a button under the words."""
        self.column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


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
    """The filter leaves no card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("search", parent)
        self.column.addStretch(3)
        self.retranslate()

    def tell_others(self, lines: Sequence[str]) -> None:
        """Tell which customers of other people are called like that."""
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

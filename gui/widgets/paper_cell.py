"""What all editors of the paper card share.

At rest an editor draws its text as the printed card does; with the cursor in it, it is an
ordinary field with the undo, selection and input methods of Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.widgets.cell_ink import (
    Mark,
    Sizes,
    draw_hint,
    draw_mark,
    draw_value,
    fit_value,
    inside,
)
from gui.widgets.fitted_text import FittedText, font
from gui.widgets.rest_text import rest_text, rest_unit, unit_behind
from model.cards.fields import Field

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PASSING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Focus that goes to a menu or another program comes back: the cell was not left."""


class Composing:
    """Whether an input method is at work in a field: its Enter is not the form's."""

    def __init__(self, field: QObject) -> None:
        self._field = field
        self._preedit = False
        self._committing = False

    def __bool__(self) -> bool:
        return self._preedit or self._committing

    def note(self, event: QInputMethodEvent) -> None:
        """Follow the input method; some send the Enter that committed a text after it."""
        self._preedit = bool(event.preeditString())
        if event.commitString():
            self._committing = True
            QTimer.singleShot(0, self._field, self._end_commit)

    def _end_commit(self) -> None:
        self._committing = False


class CellLook:
    """How an editor looks at rest: its text fitted into the cell, its hint, its mark."""

    def __init__(self, widget: QWidget, canvas: QWidget) -> None:
        self._widget = widget
        self._canvas = canvas
        self._fitted: FittedText | None = None
        self.sizes = Sizes()
        self.hint = self.tip = self.unit = self.typed_unit = self.why = ""
        self.mark = Mark.NONE
        self.silent = False
        """Drawn by the sheet instead, together with the other parts of a shared cell."""

    def forget_fit(self) -> None:
        """The text, the room or the scale has changed."""
        self._fitted = None

    def paint(self, painter: QPainter, text: str) -> None:
        """Draw the cell at rest."""
        area = inside(QRectF(self._canvas.rect()))
        if self.silent:
            pass
        elif text:
            if self._fitted is None:
                self._fitted = fit_value(text, unit_behind(text, self.unit), area, self.sizes)
                self.tell(text)
            draw_value(painter, area, self._fitted, Qt.AlignmentFlag.AlignLeft)
        elif self.hint:
            draw_hint(painter, area, self.hint, self.sizes)
        self.paint_mark(painter)

    def paint_mark(self, painter: QPainter) -> None:
        """Draw what is wrong, also while someone types."""
        draw_mark(painter, QRectF(self._canvas.rect()), self.mark)

    def paint_typed_unit(self, painter: QPainter) -> None:
        """Tell in which unit is typed what is read in another."""
        if self.typed_unit != self.unit:
            area = inside(QRectF(self._canvas.rect()))
            draw_hint(painter, area, self.typed_unit, self.sizes, Qt.AlignmentFlag.AlignRight)

    def tell(self, text: str) -> None:
        """Set the tool tip: what is wrong, and the whole of a text that had to be cut."""
        whole = text if self._fitted is not None and self._fitted.cut else ""
        tip = "\n".join(part for part in (self.why, whole or (not text and self.tip)) if part)
        if tip != self._widget.toolTip():
            self._widget.setToolTip(tip)


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class PaperCell(_Widget):
    """Mixed into a Qt field; its class declares the signals `entered`, `edited` and `left`."""

    field: Field
    look: CellLook
    composing: Composing
    entered: SignalInstance
    edited: SignalInstance
    left: SignalInstance

    def become_cell(self, field: Field) -> None:
        """Set up what every cell has; called once by the class's own constructor."""
        self.field = field
        self.look = CellLook(self, self.canvas())
        self.composing = Composing(self)
        self.setProperty("paper", True)

    def move_to(self, field: Field) -> None:
        """Stand for another field of the same kind."""
        self.field = field
        self.look.forget_fit()

    def typed(self) -> str:
        """What stands in the cell."""
        raise NotImplementedError

    def rest_text(self) -> str:
        """What is read in the cell while nobody types."""
        return rest_text(self.field, self.typed(), self.look.typed_unit)

    def set_hint(self, hint: str, tip: str = "") -> None:
        """What an empty cell says, and more of it in its tool tip."""
        self.look.hint = hint
        if tip != self.look.tip:
            self.look.tip = tip
            self.look.tell(self.typed())

    def set_unit(self, unit: str) -> None:
        """The unit of what is typed, in the window's language; it is read behind the value."""
        self.look.typed_unit, self.look.unit = unit, rest_unit(unit)
        self.look.forget_fit()

    def set_sizes(self, sizes: Sizes) -> None:
        """The sheet has another scale."""
        self.look.sizes = sizes
        self.look.forget_fit()
        self.setFont(font(sizes.value))

    def set_mark(self, mark: Mark, why: str = "") -> None:
        """What is wrong with the cell, and the sentence for its tool tip."""
        if (mark, why) == (self.look.mark, self.look.why):
            return
        self.look.mark, self.look.why = mark, why
        self.setAccessibleDescription(why)
        self.look.tell(self.typed())
        self.canvas().update()

    def canvas(self) -> QWidget:
        """The widget that is painted on."""
        return self

    def begins_line(self, event: QKeyEvent) -> bool:
        """Whether this Enter belongs to the text."""
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def paint_at_rest(self, painter: QPainter) -> None:
        """Draw the cell while the cursor is elsewhere."""
        self.look.paint(painter, self.rest_text())

    def paint_over(self, painter: QPainter) -> None:
        """Draw over the field while someone types in it."""
        self.look.paint_typed_unit(painter)
        self.look.paint_mark(painter)

    def note_change(self) -> None:
        """A person has changed the text."""
        self.look.forget_fit()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next cell, and never takes part in composing."""
        if event.key() not in ENTER or self.begins_line(event):
            super().keyPressEvent(event)
            return
        if not self.composing:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.focusNextPrevChild(not back)
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing.note(event)
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.look.forget_fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            painter = QPainter(self.canvas())
            if self.window().focusWidget() is self and not self.look.silent:
                # The cursor comes back when a dialog closes: the field still covers its neighbours.
                painter.fillRect(self.canvas().rect(), QColor(theme.colours().paper))
            self.paint_at_rest(painter)
            return
        super().paintEvent(event)
        self.paint_over(QPainter(self.canvas()))

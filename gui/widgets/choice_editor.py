"""Cells that are answered out of a list: typed, picked by number, or picked from the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from gui import theme
from gui.widgets.cell_ink import PADDING
from gui.widgets.fitted_text import FittedText, draw
from gui.widgets.line_editor import LineEditor
from gui.widgets.paper_cell import ENTER
from model.cards.fields import Field

_ANSWER = Qt.ItemDataRole.UserRole
_MOST_VISIBLE = 16


class ChoiceEditor(LineEditor):
    """One entry of a list.

    A click, the arrow down or F4 shows the list; typing narrows it; a number picks an entry.
    Signals as of `LineEditor`.
    """

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._answers: tuple[str, ...] = ()
        self._list: QCompleter | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """The entries as they are shown."""
        return self._answers

    def offer(self, answers: Sequence[str]) -> None:
        """Set the entries of the list."""
        if tuple(answers) != self._answers:
            self._answers = tuple(answers)
            taken, self._list = self._list, None
            self.setCompleter(None)  # type: ignore[arg-type]
            if taken is not None:
                taken.deleteLater()

    def pick_typed(self) -> None:
        """Turn a typed number into the entry of that number."""
        text = self.text().strip()
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(self._answers):
            self.type_over(self._answers[int(text) - 1])

    def type_over(self, text: str) -> None:
        """Replace the text as typing would; the list stays away.

        A field of Qt looks the new text up in its list at once, and a list that opens while the
        cursor goes on takes the cursor back when it closes.
        """
        self.setCompleter(None)  # type: ignore[arg-type]
        super().type_over(text)
        if self._list is not None:
            self.setCompleter(self._list)

    def show_list(self) -> None:
        """Open the whole list."""
        listed = self._completer()
        listed.setCompletionPrefix("")
        listed.complete(QRect(0, 0, self._list_width(listed), self.height()))
        if self.text() in self._answers:
            row = self._answers.index(self.text())
            self._popup(listed).setCurrentIndex(listed.completionModel().index(row, 0))

    @staticmethod
    def _popup(listed: QCompleter) -> QAbstractItemView:
        popup = listed.popup()
        assert popup is not None  # the stubs allow None, Qt makes one when asked
        return popup

    def is_list_open(self) -> bool:
        """Whether the list is in view."""
        return self._list is not None and self._popup(self._list).isVisible()

    def event(self, event: QEvent) -> bool:
        """Esc puts the open list away; it must not be the key that leaves the card as well."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self.is_list_open()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_list_open() and event.key() in ENTER and not self.composing:
            self.focusNextPrevChild(True)
            event.accept()
            return
        if event.key() in {Qt.Key.Key_F4, Qt.Key.Key_Down} and not self.is_list_open():
            self.show_list()
            event.accept()
            return
        self._completer()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._completer()
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take what is marked in the open list along, then go on."""
        if self.is_list_open():
            self._take_marked()
        self.pick_typed()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self.is_list_open():
            self.pick_typed()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.isReadOnly():
            self.show_list()

    def paint_over(self, painter: QPainter) -> None:
        super().paint_over(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().faint))
        tip = QPointF(self.width() - 9, self.height() / 2 + 3)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -5), tip + QPointF(4, -5)]))

    def _take_marked(self) -> None:
        listed = self._completer()
        marked = self._popup(listed).currentIndex()
        answer = marked.data(_ANSWER) if marked.isValid() else ""
        # What was typed narrows the list: its first entry is meant.
        if not answer and self.text() and self.text() not in self._answers:
            answer = listed.currentCompletion()
        self._popup(listed).hide()
        if answer:
            self.type_over(answer)

    def _completer(self) -> QCompleter:
        """The list, made when it is first needed."""
        if self._list is not None:
            return self._list
        # Not of the field's own: that would be deleted when taken off. Not of nobody's: it
        # remembers what was typed, and must go with the page.
        listed = QCompleter(self.parentWidget())
        entries = QStandardItemModel(listed)
        for number, answer in enumerate(self._answers, 1):
            item = QStandardItem(f"{number}  {answer}")
            item.setData(answer, _ANSWER)
            entries.appendRow(item)
        listed.setModel(entries)
        listed.setCompletionRole(_ANSWER)
        listed.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        listed.setFilterMode(Qt.MatchFlag.MatchContains)
        listed.setMaxVisibleItems(_MOST_VISIBLE)
        self._popup(listed).setProperty("answers", True)
        self._popup(listed).setMinimumWidth(self._list_width(listed))
        self._popup(listed).setAccessibleName(self.accessibleName())
        self._list = listed
        self.setCompleter(listed)
        return listed

    def _list_width(self, listed: QCompleter) -> int:
        """Room for the longest entry and the scroll bar."""
        metrics = QFontMetrics(self._popup(listed).font())
        longest = max(
            (metrics.horizontalAdvance(f"00  {text}") for text in self._answers), default=0
        )
        return max(self.width(), longest + 44)


class RatingEditor(ChoiceEditor):
    """A rating from 1 to 5: five boxes to click, or a digit to type.

    Signals as of `LineEditor`.
    """

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)

    def pick_typed(self) -> None:
        """A digit is the rating itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in {"1", "2", "3", "4", "5"}:
            self.type_over(event.text())
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box gives the rating, on the chosen one takes it back."""
        box = self._box_at(event.position())
        if box is None or self.isReadOnly() or not self._shows_boxes():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.type_over("" if self.text() == box else box)

    def paint_at_rest(self, painter: QPainter) -> None:
        if not self._shows_boxes():
            super().paint_at_rest(painter)
            return
        self._paint_boxes(painter)
        self.look.paint_mark(painter)

    def paint_over(self, painter: QPainter) -> None:
        if self._shows_boxes():
            inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.fillRect(inside, QColor(theme.colours().paper))
            self._paint_boxes(painter)
            self.look.paint_mark(painter)
        else:
            super().paint_over(painter)

    def _shows_boxes(self) -> bool:
        return self.text() in {"", "1", "2", "3", "4", "5"}

    def _boxes(self) -> list[QRectF]:
        """The five boxes, as large as the cell allows."""
        room = self.width() - 2 * PADDING
        edge = max(10, min(self.look.sizes.value + 4, self.height() - 8, (room - 4 * 3) // 5))
        gap = max(2.0, min(7.0, (room - 5 * edge) / 4))
        top = (self.height() - edge) / 2
        return [QRectF(PADDING + n * (edge + gap), top, edge, edge) for n in range(5)]

    def _box_at(self, place: QPointF) -> str | None:
        for number, box in enumerate(self._boxes(), 1):
            if box.adjusted(-2, -4, 2, 4).contains(place):
                return str(number)
        return None

    def _paint_boxes(self, painter: QPainter) -> None:
        colours = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in enumerate(self._boxes(), 1):
            chosen = self.text() == str(number)
            line = QColor(colours.hand if chosen else colours.faint)
            painter.setPen(QPen(line, 1))
            painter.setBrush(QColor(colours.hand) if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2, 2)
            painter.setPen(QColor(colours.paper if chosen else colours.faint))
            pixels = max(9, round(box.height() * 0.72))
            digit = FittedText(pixels, (str(number),))
            draw(painter, box, digit, Qt.AlignmentFlag.AlignHCenter)

"""How the list draws class, state and completeness: a chip, a coloured word, a bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import theme
from gui.cabinet import card_columns
from gui.cabinet.card_states import state_look
from gui.widgets.record_table import RecordTable
from gui.widgets.sheet_ink import band_colour
from model.cards.cards import CardRow

_PAD = 8
_CHIP_HEIGHT, _CHIP_WIDTH = 20, 24
_BAR_HEIGHT, _FIGURE = 6, 40
_CHIPS = {"A": "brass", "B": "hand", "C": "faint"}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CardDelegate(QStyledItemDelegate):
    """Draws what is more than a text; every other column is Qt's."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        draw = {
            card_columns.CLASS: self._draw_class,
            card_columns.STATE: self._draw_state,
            card_columns.FILLED: self._draw_bar,
        }.get(index.column())
        if draw is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text = option.text
        option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        painter.setFont(option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        draw(painter, area, text, index.data(RecordTable.RECORD))
        painter.restore()

    def _draw_class(self, painter: QPainter, area: QRectF, text: str, row: CardRow) -> None:
        if not text:
            return
        colour = QColor(getattr(theme.colours(), _CHIPS.get(row.abc_class, "faint")))
        width = max(_CHIP_WIDTH, painter.fontMetrics().horizontalAdvance(text) + 10)
        chip = QRectF(area.left(), area.center().y() - _CHIP_HEIGHT / 2, width, _CHIP_HEIGHT)
        wash = QColor(colour)
        wash.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(theme.colours().ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_state(self, painter: QPainter, area: QRectF, text: str, row: CardRow) -> None:
        painter.setPen(QColor(state_look(row.state, row.stage, row.holder).colour))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, _MIDDLE, shown)

    def _draw_bar(self, painter: QPainter, area: QRectF, text: str, row: CardRow) -> None:
        bar = QRectF(area.left(), area.center().y() - _BAR_HEIGHT / 2,
                     area.width() - _FIGURE, _BAR_HEIGHT)  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().line))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(band_colour(row.completeness))
        filled = QRectF(bar.left(), bar.top(), bar.width() * row.completeness / 100, bar.height())
        painter.drawRoundedRect(filled, 3, 3)
        painter.setPen(QColor(theme.colours().ink))
        figure = area.adjusted(area.width() - _FIGURE, 0, 0, 0)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

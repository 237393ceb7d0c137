"""The sheet that covers everything the moment the screen locks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui import theme


class Cover(QWidget):
    """A plain sheet over the whole window; every other window of the program is hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def cover(self) -> None:
        """Hide every dialog and menu, then lie over the window, painted before this returns."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            if popup is QApplication.activePopupWidget():
                break
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.hide()
        self.fit()
        self.show()
        self.raise_()
        self.setFocus()
        self.repaint()

    def fit(self) -> None:
        """Follow the window's size."""
        self.setGeometry(self._window.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.colours().window))
        mark = theme.icon("lock", theme.colours().faint, 64).pixmap(64, 64)
        painter.drawPixmap((self.width() - 64) // 2, (self.height() - 64) // 2, mark)
        painter.end()

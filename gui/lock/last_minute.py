"""The last minute before the screen locks by itself, told over whatever is in front."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

SECONDS = 60
_MARGIN = 24


class LastMinute(QFrame):
    """A small sheet above all windows, that takes neither the keyboard nor a click for itself.

    It is not asked to be pressed: a dialog may be open that would not let it. Whoever touches the
    mouse or a key is here, and it goes.
    """

    def __init__(self, window: QWidget) -> None:
        flags = (
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        super().__init__(window, flags)
        self._window = window
        self.setObjectName("lastMinute")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._time, self._how = QLabel(self), QLabel(self)
        self._time.setProperty("time", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(2)
        layout.addWidget(self._time)
        layout.addWidget(self._how)

    def show_left(self, seconds: int) -> None:
        """Tell the seconds that are left, if they are few enough; the task bar flashes once."""
        if seconds > SECONDS:
            self.hide()
            return
        self._time.setText(self.tr("Locks in {seconds} s").format(seconds=seconds))
        self._how.setText(self.tr("Move the mouse or press a key to stay."))
        if not self.isVisible():
            self.adjustSize()
            # Low on the right: the countdown, whose button puts the lock off, stands at the top.
            room = self._window.screen().availableGeometry()
            corner = room.bottomRight() - QPoint(_MARGIN, 3 * _MARGIN)
            self.move(corner - self.rect().bottomRight())
            self.show()
            QApplication.alert(self._window)

"""The bare baseline of a start: PySide6, one empty window, its first paint."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1440, 900)


class BareWindow(QWidget):
    """Fills itself once, tells the time and ends the program."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        painter.end()
        # By the clock, because it was another process that started this one.
        sys.stdout.write(f"{time.time()}\n")
        sys.stdout.flush()
        QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    """Show it."""
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(*SIZE)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()

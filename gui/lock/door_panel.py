"""The sheet in the middle of the window on which every door page is laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import theme

WIDTH = 520


class DoorPanel(QWidget):
    """A page with a green head and a body; grows with its content, centred in the window."""

    def __init__(self, parent: QWidget | None = None, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName("door")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel = QFrame(self)
        panel.setObjectName("doorPanel")
        panel.setFixedWidth(width)
        self._head = _Head(panel)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(28, 22, 28, 24)
        self.body.setSpacing(12)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(self.body)
        around = QGridLayout(self)
        around.setContentsMargins(16, 16, 16, 16)
        around.setRowStretch(0, 2)
        around.setRowStretch(2, 3)
        around.setColumnStretch(0, 1)
        around.setColumnStretch(2, 1)
        around.addWidget(panel, 1, 1)

    def focus(self) -> None:
        """Put the cursor where typing begins; each page says where."""

    def head(self, title: str, remark: str) -> None:
        """What the page is, and a line under it; both may be long names."""
        self._head.show_texts(title, remark)


class _Head(QFrame):
    """The green head with the program's mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("doorHead")
        mark = QLabel(self)
        mark.setPixmap(theme.icon("app", "", 44).pixmap(44, 44))
        self._title = QLabel(self)
        self._title.setProperty("title", True)
        self._remark = QLabel(self)
        for label in (self._title, self._remark):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QGridLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setHorizontalSpacing(16)
        layout.setColumnStretch(1, 1)
        layout.addWidget(mark, 0, 0, 2, 1)
        layout.addWidget(self._title, 0, 1)
        layout.addWidget(self._remark, 1, 1)

    def show_texts(self, title: str, remark: str) -> None:
        self._title.setText(title)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

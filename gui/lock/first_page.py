"""The first page: open a cabinet, make a cabinet, look at the sample office."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from gui import theme
from gui.lock.door_panel import DoorPanel
from gui.widgets.buttons import plain_button, remark


class FirstPage(DoorPanel):
    """Three ways in, and the cabinets opened last.

    Signals:
        open_wanted: folder of a cabinet.
        make_wanted: a new cabinet.
        restore_wanted: a cabinet made of a backup.
        sample_wanted: the sample office.
    """

    open_wanted = Signal(object)
    make_wanted = Signal()
    restore_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent_label = QLabel(self)
        self._recent_label.setProperty("heading", True)
        self._recent = [self._recent_button(path) for path in recent]
        self._open, self._make, self._sample = self._choice(), self._choice(), self._choice()
        self._restore = self._choice()
        self._sample_remark = remark(self)
        self._build()
        self._connect()
        self._draw_icons()
        self._retranslate()

    def focus(self) -> None:
        """Put the focus on the likeliest way in."""
        (self._recent[0] if self._recent else self._open).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        super().changeEvent(event)

    def _build(self) -> None:
        if self._recent:
            self.body.addWidget(self._recent_label)
        for button in self._recent:
            self.body.addWidget(button)
        if self._recent:
            self.body.addSpacing(8)
        for button in (self._open, self._make, self._restore, self._sample):
            self.body.addWidget(button)
        self.body.addWidget(self._sample_remark)
        self._recent_label.setVisible(bool(self._recent))

    def _connect(self) -> None:
        self._open.clicked.connect(self._choose)
        self._make.clicked.connect(self.make_wanted)
        self._restore.clicked.connect(lambda: self.restore_wanted.emit())
        self._sample.clicked.connect(self.sample_wanted)

    def _choice(self) -> QPushButton:
        """A wide button with a drawing."""
        button = plain_button(self)
        button.setProperty("choice", True)
        button.setIconSize(QSize(24, 24))
        return button

    def _draw_icons(self) -> None:
        buttons = {
            self._open: "folder",
            self._make: "add",
            self._restore: "undo",
            self._sample: "sample",
        }
        for button, name in {**buttons, **dict.fromkeys(self._recent, "cabinet")}.items():
            button.setIcon(theme.icon(name, theme.colours().accent, 24))

    def _recent_button(self, path: Path) -> QPushButton:
        """A cabinet opened before: its name, and where it stands."""
        button = self._choice()
        button.setText(_elided(path, button))
        button.setToolTip(str(path))
        button.setAccessibleName(path.stem)
        button.clicked.connect(lambda: self.open_wanted.emit(path))
        return button

    def _choose(self) -> None:
        title = self.tr("Open a cabinet")
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.open_wanted.emit(Path(chosen))

    def _retranslate(self) -> None:
        self.head(
            self.tr("Card Cabinet"), self.tr("An office's customer cards, under lock and key")
        )
        self._recent_label.setText(self.tr("Opened before"))
        self._open.setText(self.tr("&Open a cabinet …"))
        self._make.setText(self.tr("&Make a cabinet …"))
        self._restore.setText(self.tr("&Restore from a backup …"))
        self._sample.setText(self.tr("Look at the &sample office"))
        self._sample_remark.setText(
            self.tr("2,000 invented customers, to try everything on. It is made in a few moments.")
        )


def _elided(path: Path, button: QPushButton) -> str:
    """The cabinet's name and, as far as there is room, its folder."""
    metrics, room = button.fontMetrics(), 400
    name = metrics.elidedText(path.stem, Qt.TextElideMode.ElideRight, room)
    place = metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, room)
    return f"{name}\n{place}".replace("&", "&&")

"""What a long job shows: its name, how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget


class ProgressDialog(QDialog):
    """A bar that fills; closing it asks the job to stop and waits for it.

    Not QProgressDialog: that one runs the event loop inside `setValue` when it is modal.

    Signals:
        cancelled: Cancel, Esc or the window's close button; at most once.
    """

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._title = QLabel(title, self)
        self._title.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        for widget in (self._title, self._bar, self._buttons):
            layout.addWidget(widget)
        self._name(title)

    def show_progress(self, done: int, total: int) -> None:
        """Fill the bar; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @property
    def progress(self) -> tuple[int, int]:
        """How far the bar is filled: done and total."""
        return self._bar.value(), self._bar.maximum()

    def reject(self) -> None:
        """Ask the job to stop; the dialog stays until it has."""
        button = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        if not button.isEnabled():
            return
        button.setEnabled(False)
        self._title.setText(self.tr("Stopping …"))
        self.cancelled.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name(self.windowTitle())
        super().changeEvent(event)

    def _name(self, title: str) -> None:
        self.setWindowTitle(title)
        self._bar.setAccessibleName(self.tr("Progress"))

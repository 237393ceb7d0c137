"""What this program has put into the clipboard does not stay there.

Fields copy by themselves, so copies are noticed rather than made: the system tells whose the
clipboard is. What is ours goes after half a minute, and at once when the screen locks; a text that
somebody else has put there meanwhile is left alone. X11's second clipboard, which holds whatever
is selected with the mouse, is treated alike.

Clipboard histories are asked not to keep ours, by the marks that password managers use (KDE,
Windows, macOS); whether a history obeys is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_MS = 30_000
"""How long a copy of ours stays in the clipboard."""
SECRET_MARKS: Mapping[str, bytes] = MappingProxyType(
    {
        "x-kde-passwordManagerHint": b"secret",
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
        "application/x-nspasteboard-concealed-type": b"1",
    }
)
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_MARK = next(iter(SECRET_MARKS))

Owns = Callable[[QClipboard.Mode], bool]


def owns(mode: QClipboard.Mode) -> bool:
    """Whether what is in the clipboard was put there by this program."""
    clipboard = QGuiApplication.clipboard()
    if mode is QClipboard.Mode.Selection:
        return clipboard.supportsSelection() and clipboard.ownsSelection()
    return clipboard.ownsClipboard()


def put(text: str) -> None:
    """Copy a text, marked as one that histories should not keep."""
    QGuiApplication.clipboard().setMimeData(_marked(text))


class ClipboardWatch(QObject):
    """Notices what is copied in this program, and takes it out again."""

    def __init__(self, parent: QObject | None = None, owns: Owns = owns) -> None:
        super().__init__(parent)
        self._owns = owns
        self._timers = {mode: self._timer(mode) for mode in _MODES}
        QGuiApplication.clipboard().changed.connect(self._note)

    def clear(self) -> None:
        """Take out what is ours, now."""
        for mode in _MODES:
            self._clear(mode)

    def _timer(self, mode: QClipboard.Mode) -> QTimer:
        timer = QTimer(self, interval=KEPT_MS, singleShot=True)
        timer.timeout.connect(lambda: self._clear(mode))
        return timer

    def _note(self, mode: QClipboard.Mode) -> None:
        """Something was copied, here or elsewhere."""
        if mode not in self._timers:  # macOS keeps its search text as a third
            return
        if not self._owns(mode):
            self._timers[mode].stop()
            return
        self._timers[mode].start()
        if mode is QClipboard.Mode.Clipboard:
            _mark_as_secret()

    def _clear(self, mode: QClipboard.Mode) -> None:
        self._timers[mode].stop()
        if self._owns(mode):
            QGuiApplication.clipboard().clear(mode)


def _mark_as_secret() -> None:
    """Put a field's plain copy again, with the marks; pictures and files stay as they are."""
    held = QGuiApplication.clipboard().mimeData()
    if held is not None and held.hasText() and not held.hasUrls() and not held.hasFormat(_MARK):
        put(held.text())


def _marked(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    for name, value in SECRET_MARKS.items():
        data.setData(name, value)
    return data

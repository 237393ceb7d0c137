"""A PDF that lives in memory only: no file is on the disk because somebody looked at it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument


class MemoryPdf(QPdfDocument):
    """One document at a time, read from bytes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buffer: QBuffer | None = None

    @property
    def page_count(self) -> int:
        """Pages of the document; 0 where there is none, or it cannot be read."""
        return max(0, self.pageCount()) if self._buffer is not None else 0

    def open_bytes(self, data: bytes) -> bool:
        """Take another document; False where it is damaged, or asks for a password."""
        self.forget()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.load(self._buffer)
        return self.error() is QPdfDocument.Error.None_ and self.page_count > 0

    def forget(self) -> None:
        """Close the document before what it reads from."""
        self.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.setData(QByteArray())
            self._buffer.deleteLater()
            self._buffer = None

"""Files on their way into the pouch: dropped, chosen, or pasted from the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from model.cards.attachments import LARGEST

PATTERNS = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.pdf"


@dataclass(frozen=True)
class NewFile:
    """One file.

    Attributes:
        name: as it is called.
        read: reads it, and no more than shows that it is too large.
    """

    name: str
    read: Callable[[], bytes]


def file_of(place: str) -> NewFile:
    """A file of the disk, not read yet."""
    path = Path(place)

    def read() -> bytes:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)

    return NewFile(path.name, read)


def files_of(mime: QMimeData, now: datetime) -> list[NewFile]:
    """What was dropped or copied: files, or else a picture; web addresses are none."""
    files = [file_of(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files
    picture = mime.imageData() if mime.hasImage() else None
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    return [NewFile(f"{now:%Y%m%d-%H%M%S}.png", lambda: _png(picture))]


def holds_files(mime: QMimeData) -> bool:
    """Whether anything in it could be taken."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def _png(picture: QImage) -> bytes:
    """A picture of the clipboard, without loss."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes here
    return bytes(buffer.data().data())

"""One attachment in view: a picture or a PDF, from memory only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.cabinet.picture_view import PictureView, read_picture
from gui.widgets.buttons import remark

if TYPE_CHECKING:
    from gui.cabinet.attachment_pages import AttachmentPages

PDF = "application/pdf"


class AttachmentPreview(QFrame):
    """Shows what it is given, and forgets it when told to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = PictureView(self)
        self._pages: AttachmentPages | None = None
        self._words = remark(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(24)
        self._stack = QStackedWidget(self)
        for widget in (self._words, self.picture):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def text(self) -> str:
        """What stands in place of an attachment."""
        return self._words.text() if self._stack.currentWidget() is self._words else ""

    @property
    def page_count(self) -> int:
        """Pages of the PDF in view."""
        return self._pages.page_count if self._pages is not None else 0

    @property
    def pages(self) -> AttachmentPages:
        """What shows a PDF; the list of cards does not wait for it."""
        if self._pages is None:
            from gui.cabinet.attachment_pages import AttachmentPages

            self._pages = AttachmentPages(self)
            self._stack.addWidget(self._pages)
        return self._pages

    def show_content(self, media_type: str, content: bytes, name: str) -> None:
        """Show an attachment.

        Args:
            media_type: `application/pdf`, or a kind of picture.
            content: the whole file.
            name: what it is, for who hears the window.
        """
        self.say("")
        if media_type == PDF:
            self._show_pages(content, name)
            return
        picture = read_picture(content)
        if picture.isNull():
            self.say(self.tr("This picture is damaged and cannot be shown."))
            return
        self.picture.setAccessibleName(name)
        self.picture.show_picture(picture)
        self._stack.setCurrentWidget(self.picture)

    def say(self, text: str) -> None:
        """Show no attachment, but a few words; nothing of the last one stays in memory."""
        if self._pages is not None:
            self._pages.forget()
        self.picture.forget()
        self._words.setText(text)
        self._stack.setCurrentWidget(self._words)

    def _show_pages(self, content: bytes, name: str) -> None:
        if not self.pages.open_bytes(content):
            self.say(self.tr("This PDF is damaged, or asks for a password, and cannot be shown."))
            return
        self.pages.setAccessibleName(name)
        self._stack.setCurrentWidget(self.pages)

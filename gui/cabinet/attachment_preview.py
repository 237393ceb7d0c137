"""One attachment in view: a picture or a PDF, from memory only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.cabinet.picture_view import PictureView, read_picture
from gui.widgets.buttons import remark
from gui.widgets.memory_pdf import MemoryPdf

PDF = "application/pdf"


class AttachmentPreview(QFrame):
    """Shows what it is given, and forgets it when told to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = MemoryPdf(self)
        self.picture = PictureView(self)
        self.pages = QPdfView(self)
        self.pages.setDocument(self._document)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self._words = remark(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(24)
        self._stack = QStackedWidget(self)
        for widget in (self._words, self.picture, self.pages):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._dress()

    @property
    def text(self) -> str:
        """What stands in place of an attachment."""
        return self._words.text() if self._stack.currentWidget() is self._words else ""

    @property
    def page_count(self) -> int:
        """Pages of the PDF in view."""
        return self._document.page_count

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
        self._document.forget()
        self.picture.forget()
        self._words.setText(text)
        self._stack.setCurrentWidget(self._words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "pages"):
            self._dress()
        super().changeEvent(event)

    def _show_pages(self, content: bytes, name: str) -> None:
        if not self._document.open_bytes(content):
            self.say(self.tr("This PDF is damaged, or asks for a password, and cannot be shown."))
            return
        self.pages.setAccessibleName(name)
        self.pages.pageNavigator().jump(0, QPointF())
        self._stack.setCurrentWidget(self.pages)

    def _dress(self) -> None:
        """The table under the sheets."""
        palette = self.pages.palette()
        wanted = QColor(theme.colours().sheet_table)
        if palette.color(QPalette.ColorRole.Dark) != wanted:
            palette.setColor(QPalette.ColorRole.Dark, wanted)
            self.pages.setPalette(palette)

"""The pages of a PDF among the attachments, from memory only.

Loaded with the first that is seen: the list of cards does not wait for Qt's PDF module.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from gui import theme
from gui.widgets.memory_pdf import MemoryPdf


class AttachmentPages(QPdfView):
    """One document, its pages one below the other."""

    def __init__(self, parent: QWidget) -> None:
        # Not the view's own child, and made before it: it must go while the view is still there.
        self._document = MemoryPdf(parent)
        super().__init__(parent)
        self.setDocument(self._document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._dress()

    @property
    def page_count(self) -> int:
        """Pages of the document; 0 where there is none."""
        return self._document.page_count

    def open_bytes(self, content: bytes) -> bool:
        """Show another document from its beginning; False where it cannot be read."""
        if not self._document.open_bytes(content):
            return False
        self.pageNavigator().jump(0, QPointF())
        return True

    def forget(self) -> None:
        """Nothing of the document stays in memory."""
        self._document.forget()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        """The table under the sheets."""
        palette = self.palette()
        wanted = QColor(theme.colours().sheet_table)
        if palette.color(QPalette.ColorRole.Dark) != wanted:
            palette.setColor(QPalette.ColorRole.Dark, wanted)
            self.setPalette(palette)

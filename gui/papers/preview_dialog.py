"""A paper in a window of its own, with its file and its printer a key away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.widgets.pdf_preview import PdfPreview

_SHARE = 0.9
_WIDEST = 1000


class PreviewDialog(QDialog):
    """Shows one paper as it will be printed; Esc closes it."""

    def __init__(self, papers: Papers, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Preview"))
        self.view = PdfPreview(self)
        self.view.clear(self.tr("The paper is being drawn …"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.view)
        self.view.save_wanted.connect(lambda: papers.save(paper))
        self.view.print_wanted.connect(lambda: papers.print(paper))
        self.finished.connect(lambda _: self.view.forget())
        room = _whole_window(parent).size()
        self.resize(
            QSize(min(_WIDEST, round(room.width() * _SHARE)), round(room.height() * _SHARE))
        )
        papers.preview(paper, self.view)


def _whole_window(widget: QWidget) -> QWidget:
    """The window of the program, also from a dialog over it."""
    window = widget.window()
    while (over := window.parentWidget()) is not None:
        window = over.window()
    return window

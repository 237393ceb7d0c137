"""A printed sheet as it will look, before it is saved or sent to a printer.

The document lives in memory only: no sheet is on the disk because somebody looked at it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui import errors, theme
from gui.translators import words
from gui.widgets.buttons import button_for, plain_button, remark
from gui.widgets.memory_pdf import MemoryPdf

_ZOOM_STEP = 1.25
_SMALLEST, _LARGEST = 0.2, 5.0
_POINTS_PER_INCH = 72.0
_KEYS = {
    "save": ("Ctrl+S",),
    "print": ("Ctrl+P",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "fit": ("Ctrl+0",),
    "next": ("Ctrl+PgDown",),
    "previous": ("Ctrl+PgUp",),
}


class PdfPreview(QFrame):
    """All pages of one document, one under the other, as wide as there is room.

    `actions_` holds its actions by name; a page that wants their keys to work wherever the
    keyboard is adds them to itself.

    Signals:
        save_wanted: 存为….
        print_wanted: 打印.
    """

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._heading = ""
        self._way: Callable[[], None] | None = None
        self._document = MemoryPdf(self)
        self.actions_ = {name: self._action(keys) for name, keys in _KEYS.items()}
        self._build()
        self._connect()
        self._retranslate()
        self.clear("")

    @property
    def title(self) -> str:
        """What is shown, or the empty string."""
        return self._heading

    @property
    def page_count(self) -> int:
        """Pages of the document; 0 when none is shown."""
        return self._document.page_count

    @property
    def text(self) -> str:
        """What stands in place of a document."""
        return self._empty.text()

    @property
    def page_text(self) -> str:
        """Which page is in view, such as `2 / 14`."""
        return self._page.text()

    def show_pdf(self, data: bytes, title: str) -> None:
        """Show a document from its first page.

        Args:
            data: the whole file.
            title: what it is, over the pages.
        """
        self._document.open_bytes(data)
        self._heading = title
        self._stack.setCurrentWidget(self._view)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.pageNavigator().jump(0, QPointF())
        self._look()

    def clear(self, text: str) -> None:
        """Show no document.

        Args:
            text: what to do to see one.
        """
        self._heading = ""
        self._document.forget()
        self._empty.setText(text)
        self._way = None
        self.ask.hide()
        self._stack.setCurrentWidget(self._bare)
        self._look()

    def refuse(self, error: Exception) -> None:
        """Tell why there is no document, and offer what would lift the refusal."""
        self.clear(errors.told(error))
        self._way = errors.way_to_ask(self, error)
        self.ask.setVisible(self._way is not None)

    def forget(self) -> None:
        """The screen locks: nothing of a sheet stays in memory."""
        self.clear("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_view"):
            self._dress()
        super().changeEvent(event)

    def _action(self, keys: tuple[str, ...]) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _build(self) -> None:
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._bare = QWidget(self)
        self._empty = remark(self._bare)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bare = QVBoxLayout(self._bare)
        bare.setContentsMargins(24, 24, 24, 24)
        self.ask = plain_button(self._bare)
        bare.addStretch(1)
        bare.addWidget(self._empty)
        bare.addWidget(self.ask, alignment=Qt.AlignmentFlag.AlignHCenter)
        bare.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._bare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        self._dress()

    def _head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._page = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setMinimumWidth(40)
        self._page.setProperty("faint", True)
        self._save = button_for(self.actions_["save"], head)
        self._print = button_for(self.actions_["print"], head, main=True)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.addWidget(self._title, 1)
        for widget in (self._page, self._save, self._print):
            layout.addWidget(widget)
        return head

    def _connect(self) -> None:
        self._view.pageNavigator().currentPageChanged.connect(self._look)
        self.ask.clicked.connect(lambda: self._way() if self._way else None)
        for name, slot in (
            ("save", self.save_wanted.emit),
            ("print", self.print_wanted.emit),
            ("larger", lambda: self._zoom(_ZOOM_STEP)),
            ("smaller", lambda: self._zoom(1 / _ZOOM_STEP)),
            ("fit", lambda: self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)),
            ("next", lambda: self._turn(1)),
            ("previous", lambda: self._turn(-1)),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _zoom(self, factor: float) -> None:
        """Larger or smaller than what is in view now."""
        wanted = self._scale() * factor
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(wanted, _SMALLEST), _LARGEST))

    def _scale(self) -> float:
        """How large the page is in view; Qt does not tell while it fits the page itself."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom:
            return self._view.zoomFactor()
        margins = self._view.documentMargins()
        room = self._view.viewport().width() - margins.left() - margins.right()
        page = self._document.pagePointSize(self._view.pageNavigator().currentPage())
        width = page.width() * self._view.logicalDpiX() / _POINTS_PER_INCH
        return room / width if width else 1.0

    def _turn(self, step: int) -> None:
        navigator = self._view.pageNavigator()
        there = navigator.currentPage() + step
        if 0 <= there < self.page_count:
            navigator.jump(there, QPointF())

    def _look(self, page: int | None = None) -> None:
        """Tell the page in view, and allow only what there is something for."""
        here = self._view.pageNavigator().currentPage() if page is None else page
        self._page.setText(f"{here + 1} / {self.page_count}" if self.page_count else "")
        for action in self.actions_.values():
            action.setEnabled(self.page_count > 0)
        self._name()

    def _name(self) -> None:
        self._title.setText(self._heading or self.tr("Preview"))
        self._title.setToolTip(self._heading)

    def _dress(self) -> None:
        """The table under the sheets."""
        palette = self._view.palette()
        wanted = QColor(theme.colours().sheet_table)
        if palette.color(QPalette.ColorRole.Dark) != wanted:
            palette.setColor(QPalette.ColorRole.Dark, wanted)
            self._view.setPalette(palette)

    def _retranslate(self) -> None:
        texts = {
            "save": self.tr("&Save as …"),
            "print": self.tr("&Print …"),
            "larger": self.tr("Larger"),
            "smaller": self.tr("Smaller"),
            "fit": self.tr("As wide as the window"),
            "next": self.tr("Next page"),
            "previous": self.tr("Previous page"),
        }
        for name, text in texts.items():
            action = self.actions_[name]
            action.setText(text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text.replace('&', '')}  ({keys})")
        self.ask.setText(words("Errors", errors.ASK))
        self._view.setAccessibleName(self.tr("Preview"))
        self._name()

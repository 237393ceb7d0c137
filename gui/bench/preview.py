"""The paper of a rep's day: from the key that chooses him to the painted first page.

Beside it: QtPdf alone, which loads and paints the same document in a window of the same size. The
program besides reads the rep's day and his plan, notes the look in the log, and draws the sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSettings, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.bench.counter import today_page
from gui.bench.painting import rest, until_painted, wait_for
from gui.bench.typist import enter, work_at
from gui.clock import Clock
from gui.main_window import MainWindow
from gui.papers.day_papers import day_plan_paper
from gui.papers.paper import draw
from gui.today.today_page import TodayPage
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle
from model.upkeep.bench.places import day_folder

_MOST_MS = 300.0
_WARM_UP_S = 2.0
_PAUSE_S = 0.4
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_INK = 128
"""A grey that only writing has: the sheet is white, the table under it light."""


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Choose one rep after the other, then let QtPdf show the last one's paper."""
    place = day_folder(folder)
    first: list[float] = []
    times: list[float] = []
    bare: list[float] = []
    desks: list[Desk] = []

    def hands(window: MainWindow) -> None:
        window.seated.connect(desks.append)
        enter(window, place, sizes.cards)
        _fold_away()
        page = today_page(window)
        rest(_WARM_UP_S)
        reader = _Reader(window, page)
        first.append(reader.unfold())
        times.extend(reader.choose_next() for _ in range(sizes.papers))
        bare.extend(_bare(_sheets(desks[0], page), reader.room) for _ in range(sizes.papers))

    work_at(place, hands)
    return Measured(
        (Figure("preview", middle(times), middle(bare), _MOST_MS),),
        (("first_preview", first[0], "ms"), ("preview_max", max(times), "ms")),
    )


def _fold_away() -> None:
    """Begin without the preview, however wide the window is."""
    kept = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
    )
    kept.setValue("today/preview", False)
    kept.sync()


class _Reader:
    """Someone who goes through the reps and looks at their papers."""

    def __init__(self, window: MainWindow, page: TodayPage) -> None:
        self._window, self._page = window, page
        self._way = Qt.Key.Key_Down

    @property
    def room(self) -> QSize:
        """What the sheets are shown in."""
        return self._pages.viewport().size()

    @property
    def _pages(self) -> QPdfView:
        view = self._page.preview.view.findChild(QPdfView)
        assert isinstance(view, QPdfView)
        return view

    def unfold(self) -> float:
        """Show the preview for the first time: loads and registers all that draws paper."""
        return self._until_shown(lambda: self._page.actions_["preview"].trigger())

    def choose_next(self) -> float:
        """The rep below, or above once the list has ended."""
        reps = self._page.left.reps.list
        if reps.currentRow() == reps.count() - 1:
            self._way = Qt.Key.Key_Up
        elif reps.currentRow() == 0:
            self._way = Qt.Key.Key_Down
        return self._until_shown(lambda: QTest.keyClick(self._page.bar.box, self._way))

    def _until_shown(self, ask: Callable[[], object]) -> float:
        took = until_painted(self._window, ask, self._is_shown)
        rest(_PAUSE_S)
        wait_for(lambda: self._window.around.tasks.running == 0)
        return took

    def _is_shown(self) -> bool:
        """Whether the chosen rep's sheet, and not a sheet still white, is what is painted next."""
        rep, view = self._page.left.reps.rep, self._page.preview.view
        return rep in view.title and _has_ink(self._pages.viewport().grab().toImage())


def _has_ink(picture: QImage) -> bool:
    """Whether something is written within its upper middle."""
    width, height = picture.width(), picture.height()
    grey = picture.copy(width // 4, 0, width // 2, height // 2).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    return min(bytes(grey.constBits())) < _INK


def _sheets(desk: Desk, page: TodayPage) -> bytes:
    """The paper in view, drawn once more."""
    assert page.detail is not None
    assert page.detail.plan is not None
    now = Clock().now()
    paint = day_plan_paper(page.detail.plan).read(desk, now)
    stamp = PrintStamp("", desk.person.name, now, desk.office)
    return draw(paint, stamp, lambda done, total: None).data


class _BareSheet(QWidget):
    """The first page of a document, as wide as the window."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._picture = QImage()
        self.resize(size)

    def show_pdf(self, data: bytes) -> None:
        """Load it and have it painted."""
        buffer, document = QBuffer(), QPdfDocument()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        page = document.pagePointSize(0)
        self._picture = document.render(0, page.scaled(self.size(), _KEEP).toSize())
        document.close()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.drawImage(0, 0, self._picture)
        painter.end()


def _bare(data: bytes, size: QSize) -> float:
    """Milliseconds of QtPdf alone."""
    sheet = _BareSheet(size)
    sheet.show()
    wait_for(lambda: sheet.windowHandle().isExposed())
    rest(_PAUSE_S / 4)
    took = until_painted(sheet, lambda: sheet.show_pdf(data), lambda: True)
    sheet.close()
    return took

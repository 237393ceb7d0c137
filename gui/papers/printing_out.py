"""Sheets on their way to a printer: every page at its own size, 100 %, dot by dot.

Runs off the window's thread: Qt allows painting on a printer there.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from gui.tasks import Report
from model.errors import PrinterError

MOST_DOTS = 600
"""Dots per inch that writing on paper needs; printers that promise more take only longer."""
_BAND = 1024
_WHITE = 0xFFFFFFFF
_POINTS_PER_INCH = 72.0


def send(data: bytes, printer: QPrinter, report: Report) -> None:
    """Print a whole document.

    Args:
        data: the PDF.
        printer: set up by the person: which one, tray, sides, copies.
        report: told (pages done, pages); what it raises stops the job at the printer too.

    Raises:
        PrinterError: the printer does not take it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        _print(document, printer, report)
    finally:
        document.close()
        buffer.close()


def _print(document: QPdfDocument, printer: QPrinter, report: Report) -> None:
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), MOST_DOTS))
    # A printer that cannot repeat a job by itself gets every copy page by page.
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    pages = [number for _ in range(copies) for number in range(document.pageCount())]
    painter = QPainter()
    try:
        for done, number in enumerate(pages):
            printer.setPageLayout(_layout(document.pagePointSize(number)))
            _next_page(painter, printer, first=done == 0)
            _draw_page(painter, document, number, printer.resolution())
            report(done + 1, len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive() and not painter.end():
            raise PrinterError(printer=printer.printerName())


def _next_page(painter: QPainter, printer: QPrinter, *, first: bool) -> None:
    ready = painter.begin(printer) if first else printer.newPage()
    if not ready:
        raise PrinterError(printer=printer.printerName())
    # Strokes stay sharp: pictures would be squeezed as photographs are.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


def _layout(points: QSizeF) -> QPageLayout:
    """Paper of exactly this size, upright, without margins of the printer's own."""
    upright = points.transposed() if _lies(points) else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _lies(points: QSizeF) -> bool:
    return points.width() > points.height()


def _draw_page(painter: QPainter, document: QPdfDocument, number: int, dots: int) -> None:
    """Draw a page, to the dot.

    It is drawn whole (140 MB at 600 dots per inch): QtPdf shifts the parts of a page by some dots
    where it is asked for them one by one. It is handed on in bands, without a second whole copy.

    A page that lies is turned here: a print service that got one among others that stand kept
    the paper upright and cut the page off (seen with CUPS 2.4).
    """
    points = document.pagePointSize(number)
    size = QSize(
        round(points.width() * dots / _POINTS_PER_INCH),
        round(points.height() * dots / _POINTS_PER_INCH),
    )
    drawn = document.render(number, size)
    painter.save()
    if _lies(points):
        painter.translate(size.height(), 0)
        painter.rotate(90)
    for top in range(0, drawn.height(), _BAND):
        height = min(_BAND, drawn.height() - top)
        painter.drawImage(0, top, _on_white(drawn.copy(0, top, drawn.width(), height)))
    painter.restore()


def _on_white(band: QImage) -> QImage:
    """A band without transparency, which printers make dots of; in greys if it has no colour."""
    paper = QImage(band.size(), QImage.Format.Format_RGB32)
    paper.fill(_WHITE)
    painter = QPainter(paper)
    painter.drawImage(0, 0, band)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8) if paper.allGray() else paper

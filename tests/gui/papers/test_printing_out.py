"""What a printer is given: every page at its own size and at 100 %, or nothing at all."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from gui.papers.printing_out import send
from model.errors import PrinterError, StoppedError
from model.office.prints import PrintStamp
from model.progress import silent
from model.words import words_in
from printing.alignment import write_alignment
from tests.conftest import NOW
from tests.gui.papers.conftest import SIZES, draw_two

STAMP = PrintStamp("P000001", "王秀兰", NOW, "华东办事处")
DOTS_PER_MM = 150 / 25.4


def sheets() -> bytes:
    out = BytesIO()
    draw_two(STAMP, out, silent)
    return out.getvalue()


def picture(file: Path, page: int) -> Image.Image:
    """A printed page at 150 dots per inch, in greys."""
    with pypdfium2.PdfDocument(file) as document:
        return document[page].render(scale=150 / 72).to_pil().convert("L")


def upright(size: tuple[float, float]) -> tuple[float, float]:
    """A size as the paper goes through a printer."""
    return min(size), max(size)


def has_ink(page: Image.Image, area: tuple[int, int, int, int]) -> bool:
    return page.crop(area).point(lambda grey: 255 if grey < 200 else 0).getbbox() is not None


def test_every_page_keeps_its_size_on_upright_paper(
    qapp: QApplication, printer: QPrinter, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    send(sheets(), printer, lambda done, total: told.append((done, total)))
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        found = [document.get_page_size(number) for number in range(len(document))]
    assert [(round(w / 3), round(h / 3)) for w, h in found] == [
        (round(w / 3), round(h / 3)) for w, h in map(upright, SIZES)
    ]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_pages_are_drawn_at_full_size(
    qapp: QApplication, printer: QPrinter, tmp_path: Path
) -> None:
    """The frame 30 points inside the edges stands there on the printed page too."""
    send(sheets(), printer, silent)
    for number, size in enumerate(map(upright, SIZES)):
        page = picture(tmp_path / "printed.pdf", number)
        ink = page.point(lambda grey: 255 if grey < 200 else 0).getbbox()
        assert ink is not None
        edge = 30 * 150 / 72
        assert ink[0] == pytest.approx(edge, abs=3)
        assert ink[1] == pytest.approx(edge, abs=3)
        assert ink[2] == pytest.approx(size[0] * 150 / 72 - edge, abs=3)
        assert ink[3] == pytest.approx(size[1] * 150 / 72 - edge, abs=3)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_cross_of_the_alignment_page_measures_100_mm(
    qapp: QApplication, printer: QPrinter, tmp_path: Path, language: str
) -> None:
    out = BytesIO()
    write_alignment(STAMP, out, words_in(language))
    send(out.getvalue(), printer, silent)
    page = picture(tmp_path / "printed.pdf", 0)
    middle = (page.width // 2, page.height // 2)
    reach = round(51 * DOTS_PER_MM)  # the frame, and the label at the arm's end, stand farther out
    around = (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach)
    inked = page.crop(around).point(lambda grey: 255 if grey < 200 else 0).getbbox()
    assert inked is not None
    assert (inked[2] - inked[0]) / DOTS_PER_MM == pytest.approx(100, abs=0.6)
    assert (inked[3] - inked[1]) / DOTS_PER_MM == pytest.approx(100, abs=0.6)


def test_copies_come_set_by_set(qapp: QApplication, printer: QPrinter, tmp_path: Path) -> None:
    printer.setCopyCount(2)
    send(sheets(), printer, silent)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        found = [document.get_page_size(number) for number in range(len(document))]
    assert [round(width) for width, _ in found] == [595, 595, 420] * 2


def test_a_page_that_lies_is_turned_with_its_top_to_the_right(
    qapp: QApplication, printer: QPrinter, tmp_path: Path
) -> None:
    """Each page has its words at the lower left, which becomes the upper left."""
    send(sheets(), printer, silent)
    lying = picture(tmp_path / "printed.pdf", 0)
    standing = picture(tmp_path / "printed.pdf", 1)
    corner = (80, 80, 300, 330)
    assert has_ink(lying, corner)
    assert not has_ink(standing, corner)


def test_stopping_leaves_no_whole_print(
    qapp: QApplication, printer: QPrinter, tmp_path: Path
) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        send(sheets(), printer, stop)
    assert printer.printerState() is not QPrinter.PrinterState.Active


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    qapp: QApplication, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no-such-folder" / "printed.pdf"))
    with pytest.raises(PrinterError):
        send(sheets(), printer, silent)

"""What is counted of a drawn document, and the bare one that holds as much."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from gui.bench.bare_pages import DrawnPage, counted, draw_bare, register_bare_font
from printing.fonts import print_font
from tests.printing.pdf_reading import page_text


def write(canvas: Canvas, text: str) -> None:
    """One text, as the print font writes it."""
    pen = canvas.beginText(10, 10)
    pen.textOut(text)
    canvas.drawText(pen)


def drawn() -> list[DrawnPage]:
    """A document of two pages as it is counted."""
    with counted() as pages:
        canvas = Canvas(BytesIO())
        write(canvas, "first")
        canvas.lines([(0, 0, 1, 1), (0, 0, 2, 2)])
        canvas.rect(0, 0, 5, 5)
        canvas.showPage()
        write(canvas, "second")
        canvas.showPage()
        canvas.getpdfdata()
    return pages


def test_texts_and_strokes_are_counted_page_by_page() -> None:
    assert drawn() == [DrawnPage(["first"], 3), DrawnPage(["second"], 0)]


def test_nothing_is_counted_afterwards() -> None:
    pages = drawn()
    canvas = Canvas(BytesIO())
    write(canvas, "later")
    canvas.showPage()
    assert pages == drawn()


def test_the_bare_document_holds_the_same_texts_on_as_many_pages() -> None:
    register_bare_font(print_font())
    data = draw_bare([DrawnPage(["客户卡"], 2), DrawnPage(["计划"], 0)])
    assert "客户卡" in page_text(data, 0)
    assert "计划" in page_text(data, 1)

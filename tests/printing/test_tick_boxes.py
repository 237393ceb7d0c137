"""Boxes to tick, drawn as lines."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from printing.tick_boxes import Option, draw_options, options_width
from printing.typeface import Typeface
from tests.printing.pdf_reading import line_ends, operations, page_text

PAYMENT = (Option("现金", False), Option("转账", True), Option("汇票", False))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    draw_options(canvas, Typeface(), PAYMENT, 100, 200, 10)
    canvas.save()
    return made.getvalue()


def test_each_option_has_its_box_and_text(pdf: bytes) -> None:
    assert page_text(pdf) == "现金转账汇票"
    boxes = [list(map(float, one)) for one, operator, _ in operations(pdf) if operator == b"re"]
    assert boxes == [[x, 196, 8, 8] for x in (100, 135, 170)]


def test_the_tick_stands_in_the_box_of_the_answer(pdf: bytes) -> None:
    lines = line_ends(pdf)
    assert len(lines) == 2
    assert all(135 < x < 143 for line in lines for x in line[::2])
    assert all(196 < y < 204 for line in lines for y in line[1::2])
    assert lines[0][2:] == lines[1][:2]


def test_the_width_is_what_is_drawn(pdf: bytes) -> None:
    # Three boxes with a gap and two hanzi each, and two gaps between them.
    assert options_width(Typeface(), PAYMENT, 10) == pytest.approx(3 * 30 + 2 * 5)

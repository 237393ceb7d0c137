"""Labelled cells: labels stay in them whole, values end with dots where they must."""

from __future__ import annotations

import io

import pytest

from model.words import words_in
from printing.form_cells import Blank, draw_form_row, draw_label
from printing.paper import A5, PrintDoc, mm
from tests.printing.page_marks import crossed, marks
from tests.printing.papers import LONG_NAME, STAMP
from tests.printing.pdf_reading import page_text


def row(*cells: Blank) -> bytes:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    with doc.page(A5, foot=False):
        bottom = draw_form_row(doc, 20 * mm, 100 * mm, 7 * mm, cells)
    assert bottom == pytest.approx(93 * mm)
    out = io.BytesIO()
    doc.write(out)
    return out.getvalue()


def label(text: str, width: float) -> bytes:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    with doc.page(A5, foot=False):
        draw_label(doc, text, (20 * mm, 100 * mm, width * mm, 8 * mm))
    out = io.BytesIO()
    doc.write(out)
    return out.getvalue()


def test_a_row_shows_labels_and_values() -> None:
    pdf = row(Blank("业务员", 16 * mm, "李明", 20 * mm), Blank("", 0, "共领", 20 * mm))
    assert page_text(pdf) == "业务员李明共领"
    assert not crossed(pdf)


def test_a_value_without_room_ends_with_dots() -> None:
    pdf = row(Blank("客户", 16 * mm, LONG_NAME, 30 * mm))
    assert page_text(pdf).startswith("客户四川省")
    assert page_text(pdf).endswith("…")
    assert not crossed(pdf)


@pytest.mark.parametrize(
    ("text", "width", "size", "lines"),
    [
        ("拜访目的", 24, 9.0, 1),
        ("欠款(逾期)", 14, 9.0, 2),
        ("Balance (overdue)", 20, 9.0, 2),
        ("Complaints", 14, 6.9, 1),
    ],
)
def test_a_label_is_smaller_rather_than_broken(
    text: str, width: float, size: float, lines: int
) -> None:
    found = marks(label(text, width))
    assert {round(mark.size, 1) for mark in found} == {size}
    hanzi_or_capital = [mark for mark in found if mark.char.isalpha()]
    assert len({round((mark.bottom + mark.top) / 2 / 10) for mark in hanzi_or_capital}) <= lines
    assert min(mark.left for mark in found) > 20 * mm
    assert max(mark.right for mark in found) < (20 + width) * mm

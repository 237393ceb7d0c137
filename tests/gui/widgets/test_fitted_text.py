"""A text in its cell: smaller first, then wrapped, then cut, and never beyond the cell."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.widgets.fitted_text import fitted, metrics


@pytest.mark.parametrize(
    ("text", "width", "height", "pixels", "lines", "cut"),
    [
        ("武侯", 60, 26, 13, 1, False),
        ("成都恒运叉车配件", 98, 26, 12, 1, False),  # shrinks before it wraps
        ("成都恒运叉车配件有限公司武侯分公司", 110, 30, 11, 2, False),
        ("成都恒运叉车配件有限公司武侯分公司", 110, 14, 11, 1, True),
        ("货到及时\n当面谈", 200, 40, 11, 2, False),
        ("", 40, 20, 13, 1, False),
    ],
)
def test_a_text_takes_the_first_form_that_fits(
    dressed: QApplication,
    text: str,
    width: float,
    height: float,
    pixels: int,
    lines: int,
    cut: bool,
) -> None:
    found = fitted(text, width, height, 13, 11)
    assert (found.pixels, len(found.lines), found.cut) == (pixels, lines, cut)
    assert all(metrics(found.pixels).horizontalAdvance(line) <= width for line in found.lines)


def test_a_cut_text_says_so(dressed: QApplication) -> None:
    found = fitted("成都市" * 40, 120, 26, 13, 11)
    assert found.cut
    assert found.lines[-1].endswith("…")


def test_a_long_name_is_made_tiny_before_it_is_cut(dressed: QApplication) -> None:
    name = "客" * 60
    width = 297.0  # the name's cell at true size
    found = fitted(name, width, 28, 13, 11)
    assert not found.cut
    assert "".join(found.lines) == name


def test_letters_are_broken_between_words(dressed: QApplication) -> None:
    found = fitted("Registered address", 70, 26, 12, 10)
    assert [line.strip() for line in found.lines] == ["Registered", "address"]

"""Ruled sheets: rows grow with their texts, are dealt to pages whole, and cut nothing silently."""

from __future__ import annotations

import pytest

from printing.paper import mm
from printing.ruled import Column, Piece, Row, deal, lay_row, lines_needed, word_size
from printing.typeface import Typeface

NARROW = Column("", 20 * mm, most=3)
LONG = "四川省成都市武侯区经济技术开发区簇锦街道"


def heights(pages: list[tuple[Row, ...]]) -> list[list[float]]:
    return [[row.height for row in page] for page in pages]


def rows(*heights: float) -> list[Row]:
    return [Row((), height) for height in heights]


def test_a_row_is_as_high_as_it_must_be() -> None:
    typeface = Typeface()
    assert lay_row(typeface, [NARROW], [(Piece("短"),)], 30).height == 30
    assert lay_row(typeface, [NARROW], [(Piece(LONG),)], 10).height > 3 * 9


def test_three_lines_of_nine_points_fit_eleven_millimetres() -> None:
    row = lay_row(Typeface(), [NARROW], [(Piece(LONG),)], 0)
    assert len(row.cells[0]) == 3
    assert row.height <= 11 * mm


def test_no_line_is_wider_than_its_column() -> None:
    typeface = Typeface()
    for text in (LONG, "Unverwechselbarkeit und Überschaubarkeit", "028-85551234-8001"):
        row = lay_row(typeface, [Column("", 20 * mm, most=99)], [(Piece(text),)], 0)
        assert all(
            typeface.width(piece.text, piece.size) <= NARROW.width - 2 * NARROW.padding
            for piece in row.cells[0]
        )
        assert "".join(piece.text for piece in row.cells[0]) == text.replace(" ", "") or " " in text


def test_what_has_no_room_ends_with_dots() -> None:
    row = lay_row(Typeface(), [NARROW], [(Piece(LONG),)], 0)
    text = "".join(piece.text for piece in row.cells[0])
    assert text.endswith("…")
    assert LONG.startswith(text.removesuffix("…"))


def test_a_piece_has_its_own_limit_so_that_the_next_is_seen() -> None:
    row = lay_row(
        Typeface(), [Column("", 20 * mm, most=4)], [(Piece(LONG, most=2), Piece("次"))], 0
    )
    lines = [piece.text for piece in row.cells[0]]
    assert len(lines) == 3
    assert lines[1].endswith("…")
    assert lines[2] == "次"


def test_an_empty_piece_takes_no_line() -> None:
    row = lay_row(Typeface(), [NARROW], [(Piece(""), Piece("有"))], 0)
    assert [piece.text for piece in row.cells[0]] == ["有"]


def test_line_ends_are_kept() -> None:
    assert lines_needed(Typeface(), NARROW, "一\n二", 9) == 2


def test_every_column_needs_its_cell() -> None:
    with pytest.raises(ValueError, match="zip"):
        lay_row(Typeface(), [NARROW, NARROW], [()], 0)


@pytest.mark.parametrize(
    ("given", "first", "later", "last_less", "dealt"),
    [
        ([], 50, 60, 20, [[]]),
        ([30], 50, 60, 20, [[30]]),
        ([30, 20], 50, 60, 0, [[30, 20]]),
        ([30, 21], 50, 60, 0, [[30], [21]]),
        ([10] * 12, 50, 60, 0, [[10] * 5, [10] * 6, [10]]),
        ([10] * 4, 50, 60, 20, [[10] * 2, [10] * 2]),
        ([10] * 3, 50, 60, 20, [[10] * 3]),
        ([99, 10], 50, 60, 0, [[99], [10]]),
    ],
)
def test_rows_are_dealt_whole(
    given: list[float], first: float, later: float, last_less: float, dealt: list[list[float]]
) -> None:
    assert heights(deal(rows(*given), first, later, last_less)) == dealt


def test_what_stands_below_never_stands_alone() -> None:
    for count in range(1, 40):
        pages = deal(rows(*[10.0] * count), 55, 75, 25)
        assert all(pages)
        assert sum(map(len, pages)) == count
        room = (55 if len(pages) == 1 else 75) - 10 * len(pages[-1])
        assert room >= 25


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Postcode", 1), ("Phone, Postcode", 2), ("Phone", 1), ("电话、邮政编码", 3), ("", 1)],
)
def test_no_word_is_broken_where_a_smaller_one_fits(text: str, lines: int) -> None:
    typeface, column = Typeface(), Column("", 14 * mm)
    size = word_size(typeface, column, text)
    assert lines_needed(typeface, column, text, size) == lines
    assert 7 <= size <= 9
    assert (size == 9) is ("Postcode" not in text)

"""Measured like paper: the finished PDF against the rows of domain.md §3, on all four faces.

Cells are measured in the page's own lines and greys, within 0.2 mm; `paper_rows.py` counts where
they should be, without the program's layout.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import NamedTuple

import pytest

from model.cards.cell_texts import shown_texts
from model.cards.fields import CHILD_TABLES, CardKind, Kind, field_at, fields_of
from model.cards.layout import faces
from model.loans.sheets import CardPaper, CopyMark
from model.words import words_in
from printing.card_run import write_card_papers
from tests.printing.card_views import STAMP, filled_card, two_pages
from tests.printing.page_marks import MM, marks, page_count
from tests.printing.paper_rows import (
    COMPANIONS,
    HEADING,
    MORE,
    PAPERS,
    PaperCell,
    cells,
    margin,
    sections,
)
from tests.printing.pdf_reading import operations, page_text

WITHIN = 0.2  # millimetres
KINDS = ("company", "individual")
FACES = tuple(PAPERS)
COPY = CopyMark("FB000012", "四川恒运集团采购部", datetime(2026, 3, 16, 8, 41))


class Line(NamedTuple):
    """A straight line in millimetres: at `at`, from `low` to `high`."""

    at: float
    low: float
    high: float


@dataclass(frozen=True)
class Drawn:
    """What a page draws: its straight lines, and its filled rectangles (left, bottom, right, top).

    Lengths are millimetres.
    """

    upright: tuple[Line, ...]
    level: tuple[Line, ...]
    filled: tuple[tuple[float, float, float, float], ...]


def usual(kind: CardKind) -> CardPaper:
    return CardPaper(two_pages(filled_card(kind)), borrower="李明")


def long(kind: CardKind) -> CardPaper:
    return CardPaper(filled_card(kind, long=True))


def changed(kind: CardKind) -> CardPaper:
    view = two_pages(filled_card(kind))
    names = frozenset(known.identifier for known in fields_of(kind))
    rows = {
        table: tuple({**row, "row_no": at} for at, row in enumerate(some, 1))
        for table, some in view.children.items()
    }
    paths = frozenset(
        f"{table}#{row['row_no']}.{column}"
        for table, some in rows.items()
        for row in some
        for column in row
    )
    return CardPaper(replace(view, stale=names, children=rows), names | paths)


MODES: dict[str, Callable[[CardKind], CardPaper]] = {
    "usual": usual,
    "long": long,
    "blank": CardPaper.blank,
    "changed": changed,
    "copy": lambda kind: replace(usual(kind), copy=COPY),
}
each_face = pytest.mark.parametrize("face", FACES, ids=[f"{kind}-{side}" for kind, side in FACES])
each_mode = pytest.mark.parametrize("mode", MODES)
each_language = pytest.mark.parametrize("language", ["zh", "en"])


@cache
def pdf_of(kind: str, mode: str, language: str) -> bytes:
    out = io.BytesIO()
    write_card_papers([MODES[mode](CardKind(kind))], STAMP, out, words_in(language))
    return out.getvalue()


@cache
def drawn(kind: str, mode: str, language: str, page: int) -> Drawn:
    """Lines and greys of a page and of the form it shows."""
    lines: list[tuple[float, ...]] = []
    filled, rects, at = [], [], (0.0, 0.0)
    for values, operator, _ in operations(pdf_of(kind, mode, language), page):
        if operator == b"m":
            at = (float(values[0]) / MM, float(values[1]) / MM)
        elif operator == b"l":
            to = (float(values[0]) / MM, float(values[1]) / MM)
            lines.append((*at, *to))
            at = to
        elif operator == b"re":
            left, bottom, width, height = (float(value) / MM for value in values)
            rects.append((left, bottom, left + width, bottom + height))
        elif operator in {b"f", b"f*"}:
            filled += rects
            rects = []
        elif operator in {b"S", b"s", b"B", b"n"}:
            if operator != b"n":
                for left, bottom, right, top in rects:
                    lines += [(left, bottom, left, top), (right, bottom, right, top)]
                    lines += [(left, bottom, right, bottom), (left, top, right, top)]
            rects = []
    return Drawn(
        tuple(Line(x, min(y, z), max(y, z)) for x, y, w, z in lines if x == w and y != z),
        tuple(Line(y, min(x, w), max(x, w)) for x, y, w, z in lines if y == z and x != w),
        tuple(filled),
    )


def covered(lines: Sequence[Line], at: float, low: float, high: float) -> bool:
    """Whether lines at one place cover a stretch without a gap."""
    reached = low
    near = sorted((line.low, line.high) for line in lines if abs(line.at - at) <= WITHIN)
    for begin, end in near:
        if begin > reached + WITHIN:
            break
        reached = max(reached, end)
    return reached >= high - WITHIN


@each_language
@each_mode
@each_face
def test_every_cell_is_ruled_where_the_domain_puts_it(
    face: tuple[str, int], mode: str, language: str
) -> None:
    page = drawn(face[0], mode, language, face[1])
    off = [
        cell
        for cell in cells(PAPERS[face])
        if not (
            covered(page.upright, cell.left, cell.bottom, cell.top)
            and covered(page.upright, cell.right, cell.bottom, cell.top)
            and covered(page.level, cell.bottom, cell.left, cell.right)
            and covered(page.level, cell.top, cell.left, cell.right)
        )
    ]
    assert off == []


@each_mode
@each_face
def test_no_other_line_crosses_the_grid(face: tuple[str, int], mode: str) -> None:
    """An upright line is an edge of every row that it goes through; boxes in a cell are lower."""
    wanted = cells(PAPERS[face])
    first = margin(PAPERS[face])
    for line in drawn(face[0], mode, "zh", face[1]).upright:
        if line.high - line.low < 5:
            continue
        for cell in wanted:
            inside = cell.left + WITHIN < line.at < cell.right - WITHIN
            through = min(line.high, cell.top) - max(line.low, cell.bottom) > 1
            assert not (inside and through), (line, cell)
        assert line.at > first - WITHIN


@each_face
def test_label_cells_are_grey_and_value_cells_white(face: tuple[str, int]) -> None:
    filled = drawn(face[0], "usual", "zh", face[1]).filled
    for cell in cells(PAPERS[face]):
        edges = (cell.left, cell.bottom, cell.right, cell.top)
        same = [
            box
            for box in filled
            if max(abs(one - other) for one, other in zip(box, edges, strict=True)) <= WITHIN
        ]
        assert bool(same) is cell.what.startswith("#"), cell


@each_face
def test_sections_have_their_strip(face: tuple[str, int]) -> None:
    paper = PAPERS[face]
    left, bottoms = margin(paper), cells(paper)
    at = 0
    filled = drawn(face[0], "usual", "zh", face[1]).filled
    for rows in sections(paper):
        count = sum(len(words) for _, words in rows)
        part, at = bottoms[at : at + count], at + count
        edges = (left, part[-1].bottom, left + HEADING, part[0].top)
        assert any(
            max(abs(one - other) for one, other in zip(box, edges, strict=True)) <= WITHIN
            for box in filled
        ), edges


@pytest.mark.parametrize("kind", KINDS)
def test_the_grid_of_the_back_lies_exactly_under_the_front(kind: str) -> None:
    """Paper is turned over a side edge (long on A4, short on A5): left and right change places."""
    width = PAPERS[kind, 0].width
    front, back = (frame(drawn(kind, "usual", "zh", side)) for side in (0, 1))
    assert front == pytest.approx((width - back[1], width - back[0]), abs=0.01)
    assert front[0] == pytest.approx(width - front[1], abs=0.01)


def frame(page: Drawn) -> tuple[float, float]:
    """Left and right edge of the grid: its longest upright lines."""
    longest = max(line.high - line.low for line in page.upright)
    at = [line.at for line in page.upright if line.high - line.low > longest - WITHIN]
    return min(at), max(at)


@each_face
def test_every_row_fills_the_grid(face: tuple[str, int]) -> None:
    paper = PAPERS[face]
    for rows in sections(paper):
        for _, words in rows:
            assert sum(span for _, span in words) == 24


# --- what stands in the cells -----------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_once_on_paper_or_under_more(kind: str) -> None:
    """Also every column of a contact, in a cell or on the sheet 主要人物."""
    paths = [
        path
        for side in (0, 1)
        for cell in cells(PAPERS[kind, side])
        if not cell.what.startswith(("#", "·"))
        for path in cell.what.split("+")
    ]
    counted = Counter(path for path in paths if "[" not in path)
    for whole, part in COMPANIONS.items():
        if whole in counted:
            counted[part] += 1
    counted.update(MORE[kind])
    counted["print_no"] += 1  # in the barcode (§3.1)
    tables = {path.partition("[")[0] for path in paths if "[" in path}
    counted.update(tables & {"sales_history", "competitor_sales"})
    defined = {known.identifier for known in fields_of(CardKind(kind))}
    assert counted == Counter(dict.fromkeys(defined, 1))


@each_face
def test_every_value_is_printed_in_its_own_cell(face: tuple[str, int]) -> None:
    """Found by the places of its characters, in the cell that the domain gives to its field."""
    kind = CardKind(face[0])
    view = usual(kind).view
    shown = shown_texts(view, faces(kind)[face[1]], words_in("zh"))
    inside = texts_by_cell(pdf_of(face[0], "usual", "zh"), face[1], cells(PAPERS[face]))
    seen = set()
    for cell, text in inside.items():
        if cell.what.startswith("#"):
            assert text == cell.what.removeprefix("#")
            continue
        for path in filter(lambda path: path in shown, cell.what.split("+")):
            seen.add(path)
            known = field_at(kind, path)
            value = "".join(shown[path].split())
            assert value in text or (known.kind is Kind.RATING and text.startswith("12345")), path
    hidden_parts = {part for part in shown if part in COMPANIONS.values()}
    assert seen == set(shown) - hidden_parts


def texts_by_cell(pdf: bytes, page: int, those: Sequence[PaperCell]) -> dict[PaperCell, str]:
    """The characters in each cell, in the order of the page."""
    found = dict.fromkeys(those, "")
    for mark in marks(pdf, page):
        x, y = (mark.left + mark.right) / 2 / MM, (mark.bottom + mark.top) / 2 / MM
        for cell in those:
            if cell.left < x < cell.right and cell.bottom < y < cell.top:
                found[cell] += mark.char
                break
    return found


def test_every_column_of_a_contact_is_on_paper() -> None:
    """In a cell of the front, or on the sheet 主要人物, which has them all."""
    paper = CardPaper(filled_card(CardKind.COMPANY))
    out = io.BytesIO()
    write_card_papers([paper], STAMP, out, words_in("zh"))
    pages = [page_text(out.getvalue(), page) for page in range(page_count(out.getvalue()))]
    people = next(text for text in pages if "（主要人物）" in text)
    zh = words_in("zh")
    missing = [
        column.identifier
        for column in CHILD_TABLES["contacts"]
        if zh("CardField", column.label) not in people
    ]
    assert missing == []

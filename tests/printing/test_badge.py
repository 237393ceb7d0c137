"""Badges: the size of a bank card, ten on a page, read by a scanner."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest

from model.loans.sheets import Badge
from model.words import words_in
from printing.badge import HEIGHT, WIDTH
from printing.packet import write_badges
from tests.printing.page_marks import (
    MM,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
    scanned,
)
from tests.printing.papers import OFFICE, REPS, STAMP
from tests.printing.pdf_reading import line_ends, page_text, shown_glyphs

STAFF = [Badge(at, name, "rep", "一队") for at, name in enumerate(REPS, start=1)]


def printed(badges: list[Badge], language: str = "zh") -> bytes:
    out = io.BytesIO()
    write_badges(badges, STAMP, out, words_in(language))
    return out.getvalue()


def test_a_badge_says_who_it_is() -> None:
    text = page_text(printed([Badge(12, "王秀兰", "clerk", ""), *STAFF]))
    assert f"{OFFICE}王秀兰档案专管员P12" in text
    assert f"{OFFICE}李明业务员·一队P1" in text


def test_a_scanner_reads_every_badge() -> None:
    badges = [*STAFF, Badge(1234567, "孙芳", "manager", ""), Badge(99, "周敏", "clerk", "")]
    assert scanned(printed(badges)) == sorted(badge.code for badge in badges)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2)])
def test_ten_badges_stand_on_a_page(count: int, pages: int) -> None:
    pdf = printed([Badge(at, "李明", "rep", "") for at in range(1, count + 1)])
    assert page_count(pdf) == pages
    assert page_size(pdf) == (210, 297)
    assert "".join(page_text(pdf, page) for page in range(pages)).count("李明") == count


def test_the_marks_to_cut_along_are_a_card_apart_and_outside_the_badges() -> None:
    assert pytest.approx((85.6, 54)) == (WIDTH / MM, HEIGHT / MM)
    lines = line_ends(printed(STAFF))
    across = sorted({x0 for x0, _, x1, _ in lines if x0 == x1})
    down = sorted({y0 for _, y0, _, y1 in lines if y0 == y1})
    assert [b - a for a, b in pairwise(across)] == pytest.approx([WIDTH] * 2)
    assert [b - a for a, b in pairwise(down)] == pytest.approx([HEIGHT] * 5)
    for x0, y0, x1, y1 in lines:
        inside_across = across[0] < (x0 + x1) / 2 < across[-1]
        inside_down = down[0] < (y0 + y1) / 2 < down[-1]
        assert not (inside_across and inside_down)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_name_stays_on_its_badge(language: str) -> None:
    pdf = printed(
        [Badge(1, "阿不都热西提·买买提艾力·阿卜杜拉", "supervisor", "第一业务小组" * 4)] * 10,
        language,
    )
    assert not on_one_another(pdf)
    assert not off_the_paper(pdf)
    assert all(shown.glyph for shown in shown_glyphs(pdf))

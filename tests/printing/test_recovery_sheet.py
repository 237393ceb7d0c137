"""The sheet of the recovery code: the code inside only, everything on the paper, folds in place."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pytest

from model.words import words_in
from printing.recovery_sheet import FOLDS, write_recovery_sheet
from tests.printing.page_marks import (
    MM,
    marks,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
    scanned,
)
from tests.printing.papers import OFFICE, STAMP
from tests.printing.pdf_reading import line_ends, page_text

CODE = "0000-0000-0000-0000-0000-0000-00D3"
LONG = "西南大区成都市武侯区红牌楼叉车与工程机械配件直营销售服务办事处（总部直属第二分部）"


def printed(language: str = "zh", office: str = OFFICE, number: str = STAMP.print_no) -> bytes:
    out = io.BytesIO()
    stamp = replace(STAMP, office=office, print_no=number)
    write_recovery_sheet(CODE, stamp, out, words_in(language))
    return out.getvalue()


def test_the_address_says_whose_it_is_and_who_opens_it() -> None:
    text = page_text(printed())
    assert OFFICE in text
    assert "恢复码·密封保存·由经理拆封" in text
    assert f"打印号{STAMP.print_no}" in text


def test_a_preview_has_no_number() -> None:
    assert "打印号" not in page_text(printed(number=""))


def test_the_code_stands_inside_in_its_groups() -> None:
    text = page_text(printed())
    assert "0000-0000-0000-0000" in text
    assert "0000-0000-00D3" in text
    large = [mark for mark in marks(printed()) if mark.size > 25]
    assert "".join(mark.char for mark in large).replace("-", "") == CODE.replace("-", "")
    assert all(FOLDS[1] < mark.bottom and mark.top < FOLDS[0] for mark in large)


def test_a_scanner_reads_the_code() -> None:
    assert scanned(printed()) == [CODE]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("office", [OFFICE, LONG])
def test_nothing_is_past_the_paper_nor_on_one_another(language: str, office: str) -> None:
    pdf = printed(language, office)
    assert (page_count(pdf), page_size(pdf)) == (1, (210, 297))
    assert not off_the_paper(pdf)
    assert not on_one_another(pdf)
    assert "…" not in page_text(pdf)


def test_three_folds_make_three_panels_and_a_flap() -> None:
    tall = [297 * MM, *FOLDS, 0.0]
    panels = [above - below for above, below in pairwise(tall)]
    assert panels == pytest.approx([92 * MM, 92 * MM, 92 * MM, 21 * MM])
    across = {y0 for x0, y0, x1, y1 in line_ends(printed()) if y0 == y1 and x1 - x0 > 190 * MM}
    assert all(any(abs(y - fold) < 0.1 for y in across) for fold in FOLDS)


def test_the_same_makes_the_same_bytes() -> None:
    assert printed() == printed()

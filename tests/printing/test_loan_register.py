"""The loan register: every loan, what was out of the ordinary, the totals, the log's head."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from model.loans.sheets import LoanRegister
from model.words import words_in
from printing.packet import write_blank_register, write_register
from tests.printing.page_marks import (
    MM,
    crossed,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
    upright_lines,
)
from tests.printing.papers import DAY, HEAD, LONG_NAME, STAMP, register, register_line
from tests.printing.pdf_reading import line_ends, page_text, shown_glyphs

WIDTHS = (18, 18, 16, 34, 10, 16, 30, 14, 20, 14, 14, 18, 20, 12, 23)
"""Millimetres of the fifteen columns (domain.md §6.7)."""


def printed(of: LoanRegister, language: str = "zh") -> bytes:
    out = io.BytesIO()
    write_register(of, STAMP, out, words_in(language))
    return out.getvalue()


def blank(rows: int, language: str = "zh") -> bytes:
    out = io.BytesIO()
    write_blank_register(rows, STAMP, out, words_in(language))
    return out.getvalue()


def one(**changes: object) -> str:
    """The text of a register of one line."""
    line = register_line(1, **changes)
    return page_text(printed(replace(register(1), lines=(line,))))


def long_register() -> LoanRegister:
    line = register_line(
        1, name=LONG_NAME, borrower="阿不都热西提·买买提", corrected=True, record_missing=True,
        condition="damaged", entered_later=True,
        remark="误扫一张，当场改正，两人在场核对无误后重新登记",
        issued_at=datetime(2026, 3, 13, 8, 50),
    )  # fmt: skip
    return replace(register(1), lines=(line,) * 3)


SHEETS = {"0": register(0), "1": register(1), "12": register(12), "30": register(30)}
SHEETS["long"] = long_register()


@pytest.mark.parametrize("lines", [1, 12, 30])
def test_every_loan_is_on_the_paper(lines: int) -> None:
    of = register(lines)
    pdf = printed(of)
    text = "".join(page_text(pdf, page) for page in range(page_count(pdf)))
    for line in of.lines:
        parts = (
            f"{line.loan_no}03-16{line.card_no}", line.name, line.borrower + line.document,
            f"{line.issued_at:%H:%M}18:00",
        )  # fmt: skip
        assert all(part in text for part in parts)
        assert line.returned_at is None or f"{line.returned_at:%H:%M}" in text


@pytest.mark.parametrize("name", ["1", "12", "30", "long"])
def test_the_columns_have_their_widths(name: str) -> None:
    pdf = printed(SHEETS[name])
    for page in range(page_count(pdf)):
        edges = sorted({10 * MM, *(x for x, _, _ in upright_lines(pdf, page)), 287 * MM})
        widths = [(right - left) / MM for left, right in pairwise(edges)]
        assert widths == pytest.approx(WIDTHS, abs=0.2)
    assert sum(WIDTHS) == 277
    assert page_size(pdf) == (297, 210)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHEETS)
def test_no_text_leaves_its_cell_and_every_glyph_is_real(name: str, language: str) -> None:
    pdf = printed(SHEETS[name], language)
    for page in range(page_count(pdf)):
        assert not crossed(pdf, page)
        assert not off_the_paper(pdf, page)
        assert not on_one_another(pdf, page)
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"condition": "intact"}, "完好"),
        ({"condition": "damaged"}, "破损"),
        ({"record_missing": True}, "完好缺记录"),
        ({"secrecy": "confidential"}, "机密"),
        ({"late_hours": 2}, "2"),
        ({"entered_later": True, "remark": "停电"}, "补录停电"),
        ({"cancelled": True}, "取消拜访"),
        ({"issued_at": datetime(2026, 3, 13, 8, 50)}, "03-1308:50"),
        ({"issued_by": "王秀兰", "taken_back_by": "孙芳"}, "发王秀兰收孙芳"),
    ],
)
def test_what_was_out_of_the_ordinary_is_told(changes: dict[str, object], text: str) -> None:
    assert text in one(**changes)


def struck(pdf: bytes) -> int:
    """Level lines that do not go from edge to edge of the table."""
    return sum(y0 == y1 and x1 - x0 < 200 for x0, y0, x1, y1 in line_ends(pdf))


def test_a_corrected_line_is_struck_through_and_says_why() -> None:
    wrong = replace(register(1), lines=(register_line(1, corrected=True, remark="误扫"),))
    assert struck(printed(wrong)) >= 10
    assert struck(printed(register(1))) == 0
    assert "更正误扫" in page_text(printed(wrong))


def test_the_totals_leave_corrected_lines_out() -> None:
    text = page_text(printed(register(12)))
    assert "本页合计：借出11还回10未还1" in text
    assert "本日合计：借出11还回10未还1" in text


def test_a_card_handed_out_earlier_counts_as_back_only() -> None:
    early = register_line(1, issued_at=register_line(1).issued_at - timedelta(days=3))
    of = LoanRegister("恒运", DAY, (early,), 0, 1, 0, HEAD)
    assert "本页合计：借出0还回1未还0" in page_text(printed(of))


def test_each_page_has_its_own_total_and_the_last_the_days() -> None:
    pdf = printed(register(30))
    texts = [page_text(pdf, page) for page in range(page_count(pdf))]
    assert len(texts) == 2
    assert all("本页合计" in text for text in texts)
    assert ["本日合计：借出29还回28未还1" in text for text in texts] == [False, True]


def test_the_head_of_the_log_anchors_it_on_paper() -> None:
    text = page_text(printed(register(12)))
    assert f"日志链头{HEAD}" in text
    assert f"verify--paper{HEAD}" in text


def test_a_day_without_loans_says_so() -> None:
    assert "当日没有借还。" in page_text(printed(register(0)))


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (18, 1), (19, 2)])
def test_the_form_for_the_day_without_power_is_the_same_grid_empty(rows: int, pages: int) -> None:
    pdf = blank(rows)
    assert page_count(pdf) == pages
    text = page_text(pdf)
    for part in ("借还登记簿（手工登记）", "登记号日期卡号客户密级", "本页合计：借出____还回____"):
        assert part in text
    assert "Q0" not in text
    levels = {y0 for x0, y0, x1, y1 in line_ends(pdf) if y0 == y1 and x1 - x0 > 700}
    assert len(levels) == 18  # between heading and rows; the frame is no line
    edges = sorted({10 * MM, *(x for x, _, _ in upright_lines(pdf)), 287 * MM})
    widths = [(right - left) / MM for left, right in pairwise(edges)]
    assert widths == pytest.approx(WIDTHS, abs=0.2)


def test_the_register_speaks_english_too() -> None:
    text = page_text(printed(register(12), "en"))
    for part in ("Loanregister", "corrected", "norecord", "Clerk'ssignature", "Headofthelog"):
        assert part in text

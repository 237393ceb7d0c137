"""The day's plan on paper: everything of every visit, in its column, big enough to read."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from model.loans.sheets import DayPlanSheet
from model.office.prints import PrintStamp
from model.rounds.plans_shown import LineView
from model.words import words_in
from printing.packet import write_day_plan
from tests.printing.page_marks import (
    MM,
    crossed,
    marks,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
    scanned,
    upright_lines,
)
from tests.printing.papers import LONG_NAME, PREVIEW, STAMP, long_sheet, plan_sheet
from tests.printing.pdf_reading import line_ends, page_text, shown_glyphs

WIDTHS = (8, 16, 30, 7, 34, 28, 14, 9, 24, 20, 24, 14, 6, 6, 37)
"""Millimetres of the fifteen columns (domain.md §6.4)."""

SHEETS = {
    "1": plan_sheet(1),
    "12": plan_sheet(12),
    "30": plan_sheet(30),
    "long": long_sheet(),
    "none": plan_sheet(0),
}


def printed(sheet: DayPlanSheet, language: str = "zh", stamp: PrintStamp = STAMP) -> bytes:
    out = io.BytesIO()
    write_day_plan(sheet, stamp, out, words_in(language))
    return out.getvalue()


def whole_text(pdf: bytes) -> str:
    return "".join(page_text(pdf, page) for page in range(page_count(pdf)))


def with_line(**changes: object) -> DayPlanSheet:
    """A plan of one visit, changed."""
    sheet = plan_sheet(1)
    line: LineView = replace(sheet.plan.lines[0], **changes)  # type: ignore[arg-type]
    return replace(sheet, plan=replace(sheet.plan, lines=(line,)))


def with_plan(**changes: object) -> DayPlanSheet:
    """A plan of two visits, its head changed."""
    sheet = plan_sheet(2)
    return replace(sheet, plan=replace(sheet.plan, **changes))  # type: ignore[arg-type]


def columns(pdf: bytes, page: int = 0) -> list[float]:
    """The widths in millimetres between the lines that run down the table."""
    longest = max(high - low for _, low, high in upright_lines(pdf, page))
    inner = {x for x, low, high in upright_lines(pdf, page) if high - low == longest}
    edges = sorted({10 * MM, *inner, 287 * MM})
    return [(right - left) / MM for left, right in pairwise(edges)]


def rows(pdf: bytes, page: int = 0) -> list[float]:
    """The heights in millimetres of the table's rows, the heading first."""
    x, bottom, top = max(upright_lines(pdf, page), key=lambda line: line[2] - line[1])
    levels = {
        y for x0, y, x1, y1 in line_ends(pdf, page)
        if y == y1 and x0 < x < x1 and bottom < y < top
    }  # fmt: skip
    edges = sorted({bottom, *levels, top}, reverse=True)
    return [(above - below) / MM for above, below in pairwise(edges)]


@pytest.mark.parametrize("lines", [1, 12, 30])
def test_everything_of_every_visit_is_on_the_paper(lines: int) -> None:
    sheet = plan_sheet(lines)
    text = whole_text(printed(sheet))
    for line, besides in zip(sheet.plan.lines, sheet.lines, strict=True):
        assert line.card_no + line.location in text
        assert line.short_name in text
        assert f"{line.district}·{besides.address}" in text
        assert besides.contact + besides.phone in text
        assert line.starts_at in text
        assert all(what in text for what, _ in line.promises)
        if line.balance is not None:
            assert f"{line.balance:,}" in text


def test_the_head_says_whose_plan_it_is_and_who_approved_it() -> None:
    text = page_text(printed(plan_sheet(12)))
    for part in (
        "成都恒运叉车配件有限公司", "当日拜访计划", "日期2026-03-16星期一", "业务员李明",
        "片区金牛、龙泉驿、武侯", "计划户数12户", "停留合计480分钟", "路程合计180分钟",
        "编制王秀兰03-1317:55", "批准刘建军08:41", "出发–返回09:00–17:10", "计划单号RB20260316-03",
    ):  # fmt: skip
        assert part in text


def test_the_foot_says_what_is_signed_and_the_rule() -> None:
    text = page_text(printed(plan_sheet(3)))
    for part in (
        "领卡签字", "领卡时间", "还卡签字", "还卡时间", "共领____张还____张", "主管批示",
        "只携带当天拜访的客户资料卡，当日归还，不得转借",
    ):  # fmt: skip
        assert part in text


@pytest.mark.parametrize("name", ["1", "12", "30", "long"])
def test_the_columns_have_their_widths(name: str) -> None:
    pdf = printed(SHEETS[name])
    for page in range(page_count(pdf)):
        assert columns(pdf, page) == pytest.approx(WIDTHS, abs=0.2)
    assert sum(WIDTHS) == 277
    assert page_size(pdf) == (297, 210)


@pytest.mark.parametrize("name", ["1", "12", "30", "long"])
def test_rows_are_high_enough_to_write_in(name: str) -> None:
    pdf = printed(SHEETS[name])
    for page in range(page_count(pdf)):
        assert min(rows(pdf, page)[1:]) >= 11 - 0.01


@pytest.mark.parametrize("name", ["1", "12", "30", "long"])
def test_only_the_slot_and_the_foot_are_small(name: str) -> None:
    sheet = SHEETS[name]
    pdf = printed(sheet)
    pages = page_count(pdf)
    small = Counter(
        mark.char for page in range(pages) for mark in marks(pdf, page) if mark.size < 8.99
    )
    foot = "P000123·王秀兰·2026-03-1608:52·内部资料·不得外传" * pages
    places = "".join(line.location for line in sheet.plan.lines)
    turned = "".join(f"第{page}页共{pages}页" for page in range(1, pages + 1))
    assert small == Counter(foot + places + turned)
    assert min(mark.size for page in range(pages) for mark in marks(pdf, page)) >= 6.99


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHEETS)
def test_no_text_leaves_its_cell(name: str, language: str) -> None:
    pdf = printed(SHEETS[name], language)
    for page in range(page_count(pdf)):
        assert not crossed(pdf, page)
        assert not off_the_paper(pdf, page)
        assert not on_one_another(pdf, page)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHEETS)
def test_every_glyph_is_a_real_one(name: str, language: str) -> None:
    pdf = printed(SHEETS[name], language)
    for page in range(page_count(pdf)):
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))


def test_the_result_column_is_empty() -> None:
    pdf = printed(plan_sheet(12))
    top = max(upright_lines(pdf), key=lambda line: line[2] - line[1])[2]
    inside = [
        mark.char for mark in marks(pdf)
        if mark.left > (287 - 37) * MM and 40 * MM < mark.bottom < top - 8 * MM
    ]  # fmt: skip
    assert inside == []


@pytest.mark.parametrize(("lines", "pages"), [(0, 1), (1, 1), (12, 1), (13, 2), (30, 3)])
def test_a_plan_takes_as_few_pages_as_it_can(lines: int, pages: int) -> None:
    assert page_count(printed(plan_sheet(lines))) == pages


def test_every_page_has_the_heading_and_only_the_last_the_signatures() -> None:
    pdf = printed(plan_sheet(30))
    pages = [page_text(pdf, page) for page in range(page_count(pdf))]
    assert all("拜访目的" in text and "RB20260316-03" in text for text in pages)
    assert ["领卡签字" in text for text in pages] == [False, False, True]
    assert ["第2页共3页" in text for text in pages] == [False, True, False]
    assert "Q00067" in pages[2]  # signatures never stand alone


def test_a_scanner_reads_the_plan_number() -> None:
    assert scanned(printed(plan_sheet(12))) == ["RB20260316-03"]
    assert scanned(printed(long_sheet())) == ["RB20260316-03"]


def test_struck_lines_are_not_printed() -> None:
    sheet = plan_sheet(3)
    struck = replace(sheet.plan.lines[1], state="rescheduled", struck_reason="客户出差")
    lines = (sheet.plan.lines[0], sheet.plan.lines[2], struck)
    besides = (sheet.lines[0], sheet.lines[2], sheet.lines[1])
    text = page_text(printed(replace(sheet, plan=replace(sheet.plan, lines=lines), lines=besides)))
    assert "Q00039" not in text
    assert "13900000003" in text
    assert "13900000002" not in text
    assert "计划户数2户" in text


@pytest.mark.parametrize(("must_visit", "name"), [(True, "★长江物流1"), (False, "长江物流1")])
def test_a_star_marks_who_must_be_visited(must_visit: bool, name: str) -> None:
    text = page_text(printed(with_line(must_visit=must_visit, short_name="长江物流1")))
    assert name in text
    assert ("★" in text) is must_visit


@pytest.mark.parametrize(
    ("balance", "overdue", "text"),
    [
        ("12800", "3600", "12,800(3,600)"),
        ("12800.50", "0", "12,800.50"),
        ("0", None, "40下单、关系带新样品0"),
        ("1234567.89", "1234567.49", "1,234,568(1,234,567)"),
    ],
)
def test_the_balance_has_its_overdue_part_in_brackets(
    balance: str, overdue: str | None, text: str
) -> None:
    sheet = with_line(
        balance=Decimal(balance), overdue=None if overdue is None else Decimal(overdue)
    )
    assert text in page_text(printed(sheet))


def test_the_balance_stands_at_the_right() -> None:
    pdf = printed(with_line(balance=Decimal(12800), overdue=Decimal(3600)))
    digits = [mark for mark in marks(pdf) if (10 + 170) * MM < mark.left < (10 + 190) * MM]
    ends = {round(mark.right / MM, 1) for mark in digits if mark.char in "0)" and mark.top < 450}
    assert max(ends) == pytest.approx(10 + 190 - 1, abs=0.5)


def test_an_agreed_time_says_so() -> None:
    text = page_text(printed(with_line(appointment="14:00", starts_at="13:50")))
    assert "14:00约定" in text
    assert "13:50" not in text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"on_paper": True}, "批准刘建军08:41（书面批准，待确认）"),
        ({"on_paper": True, "confirmed": True}, "批准刘建军08:41（书面批准）"),
        ({"approved_by": "", "approved_at": None, "state": "draft"}, "批准未批准"),
    ],
)
def test_the_head_tells_how_it_was_approved(changes: dict[str, object], text: str) -> None:
    assert text in page_text(printed(with_plan(**changes)))


def test_fields_to_verify_are_named_as_far_as_they_fit() -> None:
    sheet = plan_sheet(1)
    few = replace(sheet, lines=(replace(sheet.lines[0], stale=("phone", "legal_rep")),))
    assert "电话、法定代表人" in page_text(printed(few))
    many = replace(
        sheet,
        lines=(replace(sheet.lines[0], stale=("reg_capital", "annual_turnover", "bank_account")),),
    )
    text = page_text(printed(many))
    assert "注册资本、年营业额" in text
    assert "银行" not in text


def test_a_long_name_stands_whole_and_a_long_promise_says_that_it_goes_on() -> None:
    text = page_text(printed(long_sheet()))
    assert LONG_NAME in text
    assert "03-16为仓库主管送" in text
    assert "…" in text
    assert "028-85551234-8001" in text


def test_a_day_without_visits_says_so() -> None:
    assert "当日没有拜访安排。" in page_text(printed(plan_sheet(0)))


def test_a_preview_says_that_it_has_no_number() -> None:
    text = page_text(printed(plan_sheet(1), stamp=PREVIEW))
    assert "预览·未编号" in text
    assert "P000123" not in text


def test_a_suggestion_that_is_no_plan_yet_has_no_code() -> None:
    assert scanned(printed(with_plan(plan_no="", state=""))) == []


def test_the_plan_speaks_english_too() -> None:
    text = page_text(printed(plan_sheet(12), "en"))
    for part in ("Visitsoftheday", "Monday", "Balance(overdue)", "Stockcount", "Page1of1"):
        assert part in text


@pytest.mark.parametrize(
    ("language", "code", "shown"),
    [("zh", "P", "潜"), ("zh", "N", "新"), ("zh", "B", "B"), ("en", "P", "P"), ("en", "N", "N")],
)
def test_the_class_is_told_as_the_office_says_it(language: str, code: str, shown: str) -> None:
    pdf = printed(with_line(abc_class=code, short_name="恒运", must_visit=False), language)
    assert f"恒运{shown}" in whole_text(pdf)

"""The day's report: counts, each rep, each missing card by its name, signatures."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from model.loans.sheets import DayReport
from model.words import words_in
from printing.packet import write_day_report
from tests.printing.page_marks import (
    crossed,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
)
from tests.printing.papers import (
    HEAD,
    LONG_NAME,
    OFFICE,
    REPS,
    STAMP,
    day_report,
    register_line,
)
from tests.printing.pdf_reading import page_text, shown_glyphs


def printed(report: DayReport, language: str = "zh") -> bytes:
    out = io.BytesIO()
    write_day_report(report, STAMP, out, words_in(language))
    return out.getvalue()


def whole_text(report: DayReport) -> str:
    pdf = printed(report)
    return "".join(page_text(pdf, page) for page in range(page_count(pdf)))


def test_it_says_who_opened_and_closed_and_where_the_cards_are() -> None:
    text = whole_text(day_report())
    for part in (
        OFFICE, "卡片借还日报", "2026-03-16星期一", "开柜王秀兰08:30", "锁柜王秀兰18:04",
        "在柜1986借出3逾期3遗失1封存4", f"日志链头{HEAD}", "档案专管员", "主管", "签字日期",
    ):  # fmt: skip
        assert part in text


def test_each_rep_has_a_line_and_all_have_a_sum() -> None:
    text = whole_text(day_report())
    assert "李明1212111" in text
    assert "合计9696933" in text
    assert all(rep in text for rep in REPS)


def test_each_missing_card_is_named_with_who_has_it() -> None:
    report = day_report(3)
    text = whole_text(report)
    assert "未还卡片：3张" in text
    for line in report.missing:
        assert f"{line.card_no}{line.name}{line.borrower}" in text
    assert text.count("已逐张确认") == 3


def test_a_card_that_nobody_acknowledged_says_so() -> None:
    text = whole_text(replace(day_report(2), acknowledged=()))
    assert text.count("未确认") == 2
    assert "已逐张确认" not in text


def test_cards_home_without_a_record_are_named() -> None:
    report = day_report()
    text = whole_text(report)
    assert "缺拜访记录：2张" in text
    assert all(line.card_no in text for line in report.no_record)


def test_a_day_that_is_not_closed_says_so() -> None:
    assert "锁柜尚未" in whole_text(replace(day_report(), closed_by="", closed_at=None))


def test_a_day_with_nothing_missing_says_none() -> None:
    text = whole_text(replace(day_report(0), no_record=()))
    assert "未还卡片：0张" in text
    assert text.count("无") == 2


@pytest.mark.parametrize(("missing", "pages"), [(0, 1), (3, 1), (30, 2), (60, 3)])
def test_a_long_table_goes_on_with_its_heading(missing: int, pages: int) -> None:
    line = register_line(1, returned_at=None)
    report = replace(
        day_report(0), missing=tuple(replace(line, loan_no=at) for at in range(missing))
    )
    pdf = printed(report)
    assert page_count(pdf) == pages
    texts = [page_text(pdf, page) for page in range(pages)]
    if pages > 1:
        assert all("未还卡片" in text and "锁柜时" in text for text in texts[:2])
        assert all("2026-03-16" in text for text in texts)
    assert sum(text.count("Q00038") for text in texts) == missing
    assert "签字日期" in texts[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("missing", [0, 3, 30])
def test_no_text_leaves_its_cell_and_every_glyph_is_real(missing: int, language: str) -> None:
    report = day_report(missing)
    named = [replace(line, name=LONG_NAME, borrower=LONG_NAME[:12]) for line in report.missing]
    pdf = printed(replace(report, missing=tuple(named), opened_by=LONG_NAME), language)
    assert page_size(pdf) == (210, 297)
    for page in range(page_count(pdf)):
        assert not crossed(pdf, page)
        assert not off_the_paper(pdf, page)
        assert not on_one_another(pdf, page)
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))


def test_the_report_speaks_english_too() -> None:
    text = page_text(printed(day_report(), "en"))
    for part in ("Cardreportoftheday", "Cardsnotback:3", "acknowledged", "Headofthelog"):
        assert part in text

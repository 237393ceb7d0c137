"""The visit record on A5: a form for the hand, a filled one, and what has no room goes on."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from model.loans.sheets import VisitPaper
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits_shown import PromiseView, VisitView
from model.words import words_in
from printing.packet import write_visit_records
from printing.visit_form import BLOCKS, MANNERS
from tests.printing.page_marks import (
    crossed,
    marks,
    off_the_paper,
    on_one_another,
    page_count,
    page_size,
)
from tests.printing.papers import DAY, LONG_NAME, OFFICE, STAMP, plan_sheet
from tests.printing.pdf_reading import line_ends, page_text, shown_glyphs

VALUES = {
    "method": "on_site",
    "companion": "刘建军",
    "arrived_at": "09:42",
    "left_at": "10:35",
    "met": "何文斌 采购经理",
    "good_moment": True,
    "mood": 4,
    "outcome": "partly",
    "visited": "六月前要实心轮胎四十只",
    "ordered": "实心轮胎 12 只 38,400 元",
    "collected_money": "转账 12,800 元",
    "stock": "库存 30 只",
    "rivals": "对手降价 5%",
    "prices": "未见窜货",
    "promotions": "海报已贴",
    "wishes": "账期延长到 45 天",
    "plans": "扩建二号库",
    "market": "同行两家停业",
    "complaint": "上批一只轮胎起泡",
    "reply_wanted": "是否换货",
    "reply_by": date(2026, 3, 20),
    "verified": "电话、地址",
    "corrections": "手机改为 13900001111",
    "next_visit_on": date(2026, 3, 23),
    "next_purpose": ("collect", "order"),
    "supervisor_note": "跟进换货",
    "discussed_on": date(2026, 3, 17),
}
VISIT = VisitView(
    record_no="BF20260316-003",
    card_no="Q00038",
    name="成都马钢材料有限公司",
    rep="李明",
    visited_on=DAY,
    not_visited="",
    plan_no="RB20260316-03",
    no_card=False,
    read_before=True,
    entered_by="王秀兰",
    entered_at=datetime(2026, 3, 16, 17, 50),
    entered_later=False,
    values=VALUES,
    promises=(
        PromiseView(1, "送轮胎样品两只", date(2026, 3, 20), "us", None),
        PromiseView(2, "付清 12,800 元", date(2026, 3, 31), "payment", None),
    ),
)
FILLED = VisitPaper.of_visit(OFFICE, VISIT)
EMPTY = VisitPaper(OFFICE)
SHEET = plan_sheet(3)
PLANNED = VisitPaper.of_line(OFFICE, SHEET.plan, SHEET.plan.lines[0])
LONG = replace(
    FILLED,
    office=OFFICE * 3,
    name=LONG_NAME,
    values=VALUES | {
        known.identifier: ("客户今年计划扩建二号库，六月前要实心轮胎。" * 100)[: known.longest]
        for known in VISIT_FIELDS
        if known.longest > 5
    },
    promises=FILLED.promises * 6,
)  # fmt: skip
PAPERS = {"filled": FILLED, "empty": EMPTY, "planned": PLANNED, "long": LONG}


def printed(paper: VisitPaper, language: str = "zh") -> bytes:
    out = io.BytesIO()
    write_visit_records([paper], STAMP, out, words_in(language))
    return out.getvalue()


def whole_text(paper: VisitPaper) -> str:
    pdf = printed(paper)
    return "".join(page_text(pdf, page) for page in range(page_count(pdf)))


def test_every_value_of_a_record_is_on_the_paper() -> None:
    text = whole_text(FILLED)
    for name, value in VALUES.items():
        if isinstance(value, str) and name not in {"method", "outcome"}:
            assert value.replace(" ", "") in text, name
    for part in (
        "拜访记录", "BF20260316-003", "卡号Q00038", "业务员李明", "计划单号RB20260316-03",
        "日期2026-03-16", "停留分53", "我方：送轮胎样品两只（03-20前）",
        "客户付款：付清12,800元（03-31前）", "答复期限2026-03-20", "下次拜访日2026-03-23",
        "收款、下单", "讨论日期2026-03-17",
    ):  # fmt: skip
        assert part in text


def test_the_form_has_a_cell_for_every_field() -> None:
    cells = [cell.source for block in BLOCKS for row in block.rows for cell in row.cells]
    assert len(cells) == len(set(cells))
    assert {known.identifier for known in VISIT_FIELDS} <= set(cells)


def test_every_row_of_the_form_is_as_wide_as_the_others() -> None:
    for block in BLOCKS:
        for row in block.rows:
            assert sum(cell.label_width + cell.width for cell in row.cells) == 120


def ticks(paper: VisitPaper) -> int:
    """Strokes that are neither level nor upright: two for each tick."""
    return sum(x0 != x1 and y0 != y1 for x0, y0, x1, y1 in line_ends(printed(paper))) // 2


@pytest.mark.parametrize(
    ("paper", "count"),
    [
        (EMPTY, 0),
        (PLANNED, 0),
        (replace(PLANNED, read_before=True), 1),
        (replace(EMPTY, no_card=True), 1),
        (replace(EMPTY, not_visited="traffic"), 1),
        (replace(EMPTY, values={"mood": 3}), 1),
        (replace(EMPTY, values={"good_moment": False}), 1),
        (FILLED, 5),
    ],
)
def test_answers_are_ticked(paper: VisitPaper, count: int) -> None:
    assert ticks(paper) == count


def test_a_planned_visit_has_its_head_filled_and_the_rest_empty() -> None:
    text = whole_text(PLANNED)
    for part in ("客户成都马钢材料有限公司", "Q00038", "李明", "RB20260316-03", "2026-03-16"):
        assert part in text
    assert whole_text(EMPTY).count("2026") == 1  # the foot only


def test_a_visit_that_did_not_take_place_has_its_new_date_beside_the_reason() -> None:
    paper = replace(EMPTY, not_visited="absent", values={"next_visit_on": date(2026, 3, 20)})
    text = whole_text(paper)
    assert "改期2026-03-20" in text
    assert "下次拜访日2026" not in text


def test_each_day_has_the_next_of_the_five_manners() -> None:
    words = words_in("zh")
    manners = [words("VisitSheet", manner) for manner in MANNERS]
    shown = []
    for days in range(6):
        text = whole_text(replace(PLANNED, visited_on=DAY + timedelta(days=days)))
        shown += [manner for manner in manners if manner in text]
    assert sorted(shown[:5]) == sorted(manners)
    assert shown[5] == shown[0]


def test_what_has_no_room_goes_on_in_full() -> None:
    pdf = printed(LONG)
    first = page_text(pdf)
    rest = "".join(page_text(pdf, page) for page in range(1, page_count(pdf)))
    assert "→续" in first
    assert "拜访记录（续）" in rest
    asked = LONG.values["visited"]
    begin = first.index("了解到客户今年") + len("了解到")
    shown = first[begin : first.index("→续", begin)]
    assert asked.startswith(shown)
    further = "".join(
        page_text(pdf, page).replace("拜访记录（续）Q00038、BF20260316-003", "").split("P000123")[0]
        for page in range(1, page_count(pdf))
    )
    assert shown + further.split("【了解到】")[1].split("【")[0] == asked


def test_the_longest_text_is_still_large_enough_to_read() -> None:
    pdf = printed(LONG)
    sizes = {round(mark.size, 1) for mark in marks(pdf)}
    # Seven points: the foot and the manner of the day.
    assert min(sizes - {7.0}) >= 8


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_no_text_leaves_its_cell_and_every_glyph_is_real(name: str, language: str) -> None:
    pdf = printed(PAPERS[name], language)
    for page in range(page_count(pdf)):
        assert page_size(pdf, page) == (148, 210)
        assert not crossed(pdf, page)
        assert not off_the_paper(pdf, page)
        assert not on_one_another(pdf, page)
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))


def test_the_form_stays_above_the_foot() -> None:
    pdf = printed(EMPTY)
    foot = max(
        mark.top for mark in marks(pdf) if mark.size == pytest.approx(7) and mark.bottom < 40
    )
    assert min(min(y0, y1) for _, y0, _, y1 in line_ends(pdf)) > foot


def test_each_record_begins_on_an_odd_page() -> None:
    out = io.BytesIO()
    assert write_visit_records([FILLED, EMPTY], STAMP, out, words_in("zh")).pages == 3


def test_the_record_speaks_english_too() -> None:
    text = page_text(printed(FILLED, "en"))
    for part in ("Visitrecord", "Byus:送轮胎样品两只,by03-20", "Cardreadbefore", "Collectmoney"):
        assert part in text

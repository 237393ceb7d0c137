"""The list and its drawers: what is in it, what the filter leaves, in which order."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui import search_note
from gui.cabinet import card_columns
from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.card_table import CardTable
from gui.cabinet.drawer_entries import drawer_entries, quick_entries
from gui.translators import Translators
from model.cards.listing import CardRow
from model.office import audit
from model.office.tables import AuditLine, DrawerKind
from model.office.teams import DrawerRow
from tests.conftest import Sit, make_draft
from tests.gui.cabinet.conftest import OpenPage


def row(number: int, **facts: object) -> CardRow:
    plain = CardRow(
        id=number, ref=f"Q{number:05d}", name="甲", short_name="", kind="company",
        state="in_cabinet", stage="", holder="", abc_class="B", status="current", rep="李明",
        district="武侯", drawer_no=2, last_visit_on=date(2026, 3, 1), completeness=80.0,
        incomplete=False, legacy_no="", search_key="",
    )  # fmt: skip
    return plain._replace(**facts)


@pytest.fixture
def table(translators: Translators, tmp_path: object, qtbot: QtBot) -> CardTable:
    made = CardTable(QSettings(f"{tmp_path}/w.ini", QSettings.Format.IniFormat), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def test_the_table_keeps_the_rules_of_models(table: CardTable, qtmodeltester: ModelTester) -> None:
    rows = [row(number, name=f"客户{number}", completeness=float(number)) for number in range(40)]
    table.take(rows)
    table.show_rows(rows)
    table.sortByColumn(card_columns.FILLED, Qt.SortOrder.DescendingOrder)
    assert table.rows[0].completeness == 39.0
    qtmodeltester.check(table.table)


def test_names_sort_by_pinyin_and_missing_visits_come_first(table: CardTable) -> None:
    names = ["张三商行", "安达物流", "李四机电", "Beta"]
    rows = [row(number, name=name) for number, name in enumerate(names)]
    rows[2] = rows[2]._replace(last_visit_on=None)
    table.take(rows)
    table.show_rows(rows)
    table.sortByColumn(card_columns.NAME, Qt.SortOrder.AscendingOrder)
    chinese = [shown.name for shown in table.rows if not shown.name.isascii()]
    assert chinese == ["安达物流", "李四机电", "张三商行"]
    table.sortByColumn(card_columns.VISITED, Qt.SortOrder.AscendingOrder)
    assert table.rows[0].last_visit_on is None


def test_drawers_count_what_is_in_them_and_what_of_it_is_away() -> None:
    rows = [
        row(1), row(2, state="out"), row(3, state="overdue"), row(4, drawer_no=90),
        row(5, drawer_no=1, state="draft", stage="waiting"), row(6, incomplete=True),
    ]  # fmt: skip
    drawers = [
        DrawerRow(1, DrawerKind.PENDING, "", ""),
        DrawerRow(2, DrawerKind.DISTRICT, "武侯", "一队"),
        DrawerRow(90, DrawerKind.KEY_ACCOUNTS, "", ""),
    ]
    entries = {entry.key: entry for entry in drawer_entries(rows, drawers)}
    assert [entries[key].count for key in ("all", "1", "2", "90")] == [6, 1, 4, 1]
    assert (entries["2"].out, entries["2"].overdue) == (1, 1)
    assert (entries["all"].out, entries["all"].overdue) == (1, 1)
    assert [found.ref for found in rows if entries["2"].keep(found)] == [
        "Q00001", "Q00002", "Q00003", "Q00006",
    ]  # fmt: skip
    quick = {entry.key: entry.count for entry in quick_entries(rows, 3)}
    assert quick == {
        "proposals": 3, "waiting": 1, "returned": 0, "passed": 0, "incomplete": 1, "out": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [("hy", 1), ("长江", 1), ("85551236", 1), ("q00002", 1), ("85551", 3), ("zz", 0)],
)
def test_each_keystroke_narrows_the_list(
    typed: str, found: int, cards: list[str], open_page: OpenPage
) -> None:
    page = open_page("王秀兰")
    for length in range(1, len(typed) + 1):
        page.set_filter(typed[:length])
    assert len(page.list.rows) == found
    assert page.list._count.text() == (f"{found} / 3" if found < 3 else "3")
    page.set_filter("")
    assert len(page.list.rows) == 3


def test_a_rep_lists_his_own_and_learns_who_keeps_the_others(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    assert sorted(shown.ref for shown in page.list.rows) == sorted(cards[:2])
    page.list.set_filter("宏达")
    qtbot.waitUntil(lambda: "周涛" in page.list._nothing.words.text())
    assert "宏达" not in page.list._nothing.words.text()


def searches(page: CabinetPage) -> list[str]:
    audit.flush(page._desk)
    lines = AuditLine.select().where(AuditLine.event == "card.search").order_by(AuditLine.no)
    return [line.after for line in lines]


def test_a_search_is_logged_when_its_hit_opens(cards: list[str], open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    for text in ("长", "长江"):
        page.set_filter(text)
    assert searches(page) == []
    ref = page.list.rows[0].ref
    page.list.opened.emit(ref)
    assert searches(page) == [f'{{"hits": 1, "opened": "{ref}", "terms": 1}}']


def test_a_search_for_others_customers_is_logged_with_what_was_told(
    cards: list[str], open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_note, "RESTS_MS", 900)
    page = open_page("李明")
    page.set_filter("宏达")
    qtbot.waitUntil(lambda: searches(page) == ['{"hits": 1, "terms": 1}'])


def test_an_empty_cabinet_offers_what_this_desk_may_do(open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    assert page.list._empty.isVisible()
    assert page.actions_["import_cards"].isEnabled()
    page = open_page("赵刚")
    assert page.list._empty.isVisible()
    assert not page.actions_["import_cards"].isEnabled()
    assert not page.actions_["new_company"].isEnabled()


def test_a_draft_stands_in_its_drawer_and_among_those_to_be_reviewed(
    open_page: OpenPage, sit: Sit
) -> None:
    make_draft(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯")
    page = open_page("赵刚")
    page.drawers.choose("waiting")
    assert [shown.ref for shown in page.list.rows] == ["D00001"]
    page.drawers.choose("99")
    assert page.list.rows == []


def test_below_1440_pixels_the_card_takes_the_room_of_the_list(
    cards: list[str], open_page: OpenPage
) -> None:
    page = open_page("王秀兰", 1366, 700)
    page.work.open_card(cards[0])
    assert page.form.isVisible()
    assert not page.list.isVisible()
    page.actions_["back"].trigger()
    assert page.list.isVisible()
    assert not page.form.isVisible()
    page.resize(1440, 900)
    page.work.open_card(cards[0])
    assert page.form.isVisible()
    assert page.list.isVisible()


def test_sorting_widths_and_splitter_come_back(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.list.table.horizontalHeader().resizeSection(card_columns.REP, 133)
    page.list.table.sortByColumn(card_columns.NUMBER, Qt.SortOrder.DescendingOrder)
    page.work.open_card(cards[0])  # hides columns, which must not be remembered
    page = open_page("王秀兰")
    header = page.list.table.horizontalHeader()
    assert header.sectionSize(card_columns.REP) == 133
    assert not page.list.table.isColumnHidden(card_columns.FILLED)
    assert [shown.ref for shown in page.list.rows] == sorted(cards, reverse=True)

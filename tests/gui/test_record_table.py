"""The one table model."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.translators import Translators
from gui.widgets.record_table import Column, RecordTable
from gui.widgets.record_view import RecordView


@dataclass(frozen=True)
class Row:
    name: str
    amount: int


COLUMNS = (
    Column[Row]("PeopleTab", "Name", lambda row: row.name),
    Column[Row](
        "TeamsTab",
        "Reps",
        lambda row: f"{row.amount:,}",
        lambda row: row.amount,
        numeric=True,
        facts={Qt.ItemDataRole.StatusTipRole: lambda row: f"tip {row.amount}"},
    ),
)
ROWS = [Row("b", 1000), Row("a", 20), Row("c", 300)]


@pytest.fixture
def table() -> RecordTable[Row]:
    made = RecordTable(COLUMNS)
    made.show(ROWS)
    return made


def shown(table: RecordTable[Row], column: int = 0) -> list[object]:
    return [table.index(row, column).data() for row in range(table.rowCount())]


def test_it_is_a_sound_model(table: RecordTable[Row], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)
    table.show([])
    qtmodeltester.check(table)


def test_it_sorts_by_the_key_and_not_by_the_words(table: RecordTable[Row]) -> None:
    table.sort(1)
    assert shown(table, 1) == ["20", "300", "1,000"]
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(table, 1) == ["1,000", "300", "20"]


def test_new_rows_come_in_the_order_chosen_last(table: RecordTable[Row]) -> None:
    table.sort(0)
    table.show([Row("z", 1), Row("y", 2)])
    assert shown(table) == ["y", "z"]


def test_a_chosen_row_stays_chosen_when_the_order_changes(table: RecordTable[Row]) -> None:
    kept = QPersistentModelIndex(table.index(2, 1))
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert kept.data(RecordTable.RECORD) == Row("c", 300)
    assert (kept.row(), kept.column()) == (0, 1)


def test_equal_rows_are_kept_apart(table: RecordTable[Row]) -> None:
    table.show([Row("same", 1), Row("same", 1)])
    kept = [QPersistentModelIndex(table.index(row, 0)) for row in range(2)]
    table.sort(0)
    assert sorted(index.row() for index in kept) == [0, 1]


def test_roles(table: RecordTable[Row]) -> None:
    index = table.index(0, 1)
    assert index.data(Qt.ItemDataRole.StatusTipRole) == "tip 1000"
    assert index.data(RecordTable.RECORD) is ROWS[0]
    assert table.record(index) is ROWS[0]
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_long_text_is_told_whole_by_its_tool_tip(table: RecordTable[Row]) -> None:
    name = "长" * 60
    table.show([Row(name, 1), Row("short", 2)])
    tips = [table.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips == [name, None]


def test_headings_follow_the_language(
    table: RecordTable[Row], translators: Translators, qtbot: QtBot
) -> None:
    view = RecordView(COLUMNS, 0, None)
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.table.headerDataChanged):
        translators.switch("zh")
    assert view.table.headerData(0, Qt.Orientation.Horizontal) == "姓名"
    assert view.table.headerData(0, Qt.Orientation.Vertical) is None


def test_the_view_knows_the_chosen_record(qtbot: QtBot) -> None:
    view = RecordView(COLUMNS, 0, None)
    qtbot.addWidget(view)
    assert view.chosen is None
    view.show_records(ROWS)
    view.selectRow(1)
    assert view.chosen == ROWS[1]
    view.show_records([])
    assert view.chosen is None

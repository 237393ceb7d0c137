"""The tables of a card under 更多, at the page: typed in place, added to, taken from, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.row_tables import RowTables
from gui.widgets.choice_editor import RatingEditor
from gui.widgets.choices_editor import ChoicesEditor
from gui.widgets.line_editor import FlagEditor
from model.cards.cards import edit_card, read_card
from model.cards.layout import Side
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, press, type_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PEOPLE = {
    "contacts#+1.name": "何文斌",
    "contacts#+1.mobile": "13900000001",
    "contacts#+1.birth_date": "1978-09-02",
    "contacts#+2.name": "周志远",
}


@pytest.fixture
def card(cards: list[str], sit: Sit) -> str:
    """A card with two people."""
    manager = sit("张总")
    edit_card(manager, cards[0], read_card(manager, cards[0], NOW).version, PEOPLE, NOW)
    return cards[0]


def tables_of(page: CabinetPage, ref: str, table: str) -> RowTables:
    page.work.open_card(ref)
    page.actions_["more"].trigger()
    tables = page.form.faces.tables
    assert tables is not None
    tables.choose(table)
    return tables


def test_columns_that_are_written_in_take_the_room_that_is_left(
    card: str, open_page: OpenPage
) -> None:
    page = open_page("张总")
    page.window().resize(1366, 768)
    tables = tables_of(page, card, "needs")
    widths = [tables.view.columnWidth(column) for column in range(len(tables.model.fields))]
    names = [field.identifier for field in tables.model.fields]
    assert widths[names.index("description")] > widths[names.index("importance")]


def test_rows_are_typed_and_saved_from_the_table(
    card: str, open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "needs")
    press_on_view(tables)
    press(qtbot, Qt.Key.Key_Insert)
    for text in ("交货及时", "5", "", "60", "80"):
        type_text(qtbot, text)
        press(qtbot, Qt.Key.Key_Tab)
    shown = [tables.model.index(0, column).data() for column in range(10)]
    assert shown[8:] == ["100", "to improve"]  # 5 × (80 − 60)
    assert tables.tabs.tabText(tables.tabs.currentIndex()).endswith(" 1")
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.work.card is not None
    assert not page.work.card.dirty, page.form.strip.told
    (need,) = read_card(sit("张总"), card, NOW).children["needs"]
    assert (need["description"], need["importance"]) == ("交货及时", 5)


def press_on_view(tables: RowTables) -> None:
    tables.view.setFocus()
    assert tables.view.hasFocus()


def test_delete_takes_a_row_out_and_undo_brings_it_back(
    card: str, open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    press_on_view(tables)
    tables.view.setCurrentIndex(tables.model.index(0, 0))
    press(qtbot, Qt.Key.Key_Delete)
    assert tables.model.keys[0] == "2"
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert tables.model.keys[0] == "1"
    assert page.work.card is not None
    assert not page.work.card.dirty
    press(qtbot, Qt.Key.Key_Y, CTRL)
    assert page.work.card.changes == {"contacts#1": ""}
    press(qtbot, Qt.Key.Key_S, CTRL)
    (left,) = read_card(sit("张总"), card, NOW).children["contacts"]
    assert (left["name"], left["is_primary"]) == ("周志远", True)


def test_the_free_row_cannot_be_taken_out(card: str, open_page: OpenPage) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    tables.view.setCurrentIndex(tables.model.index(2, 0))
    assert not tables.take_out.isEnabled()
    tables.view.setCurrentIndex(tables.model.index(1, 0))
    assert tables.take_out.isEnabled()
    assert tables.add.isEnabled()


@pytest.mark.parametrize(
    ("table", "column", "editor"),
    [
        ("contacts", "roles", ChoicesEditor),
        ("contacts", "influence", RatingEditor),
        ("contacts", "is_primary", FlagEditor),
    ],
)
def test_each_column_has_the_editor_of_its_kind(
    table: str, column: str, editor: type, card: str, open_page: OpenPage
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, table)
    assert tables.go_to(f"{table}#1.{column}")
    assert isinstance(QApplication.focusWidget(), editor)


def test_ticking_another_primary_contact_unticks_the_first_at_once(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    tables.go_to("contacts#2.is_primary")
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    column = next(n for n, one in enumerate(tables.model.fields) if one.identifier == "is_primary")
    assert [tables.model.index(row, column).data() for row in range(2)] == ["", "Yes"]


def test_a_table_told_in_short_opens_with_the_next_row_to_type(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    page.work.open_card(card)
    page.form.go_to("needs")
    assert page.form.cell == "needs"
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.cell == "needs#+1.description"


def test_tab_walks_from_table_to_table_and_then_to_the_buttons(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "sales_history")
    tables.go_to("sales_history#+1.category_demand")
    press(qtbot, Qt.Key.Key_Tab)
    assert page.form.cell == "investments#+1.spent_on"
    tables.go_to("investments#+1.effect")
    press(qtbot, Qt.Key.Key_Tab)
    assert page.form.cell == ""
    tables.go_to("investments#+1.spent_on")
    press(qtbot, Qt.Key.Key_Backtab, SHIFT)
    assert page.form.cell == "sales_history#+1.category_demand"


def test_who_may_fill_but_not_see_a_fact_is_told_that_there_is_one(
    card: str, open_page: OpenPage
) -> None:
    page = open_page("王秀兰")
    tables = tables_of(page, card, "contacts")
    names = [field.identifier for field in tables.model.fields]
    birthday = tables.model.index(0, names.index("birth_date"))
    assert birthday.data() == "***"
    assert "Private" in birthday.data(Qt.ItemDataRole.ToolTipRole)
    assert tables.model.index(2, names.index("birth_date")).data() == ""  # a new row hides nothing
    assert "1978" not in str([tables.model.index(0, n).data() for n in range(len(names))])


def test_what_is_wrong_is_told_by_row_and_column(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    tables.go_to("contacts#2.mobile")
    type_text(qtbot, "139")
    press(qtbot, Qt.Key.Key_Tab)
    assert "Mobile" in page.form.strip.lines[0].told
    page.form.strip.lines[0].click()
    assert page.form.cell == "contacts#2.mobile"


def test_the_table_is_a_sound_model(
    card: str, open_page: OpenPage, qtmodeltester: ModelTester
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    qtmodeltester.check(tables.model)


def test_what_is_typed_in_a_table_stands_on_the_face_too(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    tables.go_to("contacts#2.title")
    type_text(qtbot, "总经理")
    press(qtbot, Qt.Key.Key_1, ALT)
    sheet = page.form.faces.sheet
    assert sheet is not None
    assert sheet.grid._filling.shown["contacts[1].title"] == "总经理"
    assert "contacts#+1.name" in sheet.grid.order()


def test_what_is_typed_on_a_face_stands_in_the_table_too(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    tables = tables_of(page, card, "contacts")
    press(qtbot, Qt.Key.Key_1, ALT)
    page.form.go_to("contacts#+1.name")
    type_text(qtbot, "陈明")
    press(qtbot, Qt.Key.Key_3, ALT)
    assert [tables.model.index(row, 0).data() for row in range(4)] == [
        "何文斌",
        "周志远",
        "陈明",
        "",
    ]


def test_the_cursor_stays_in_a_row_that_gets_its_number_by_the_save(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    page.work.open_card(card)
    for name, text in (("contacts#+1.name", "陈明"), ("contacts#+2.name", "刘红")):
        page.form.go_to(name)
        type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.form.side is Side.FRONT
    assert page.form.cell == "contacts#4.name", page.form.strip.told


def test_a_table_that_no_face_shows_is_gone_to_from_any_side(
    card: str, open_page: OpenPage
) -> None:
    page = open_page("张总")
    page.work.open_card(card)
    page.form.go_to("investments#+1.spent_on")
    assert page.form.cell == "investments#+1.spent_on"

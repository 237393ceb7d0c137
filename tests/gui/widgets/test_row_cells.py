"""Rows of tables are painted on a face, and typed where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.translators import Translators
from gui.widgets.cell_ink import Mark
from gui.widgets.choices_editor import ChoicesEditor
from gui.widgets.field_editors import FieldEditor
from gui.widgets.paper_grid import PaperGrid
from gui.widgets.sheet_filling import RowFilling, SheetFilling
from model.cards.fields import CardKind
from model.cards.layout import faces
from model.cards.paths import COLUMNS

OPEN = frozenset(f"contacts.{column}" for column in COLUMNS["contacts"])
ROWS = RowFilling(
    keys={"contacts": ("7", "3", "+1")},
    open_columns=OPEN,
    typed={"contacts#7.name": "何文斌", "contacts#7.mobile": "13900000001"},
)
FILLING = SheetFilling(
    shown={"contacts[0].name": "何文斌", "contacts[0].mobile": "13900000001"}, rows=ROWS
)


@pytest.fixture
def grid(translators: Translators, qtbot: QtBot) -> PaperGrid:
    made = PaperGrid(faces(CardKind.COMPANY)[0])
    qtbot.addWidget(made)
    made.fit_into(740, 900)
    made.offer(lambda field: ("User", "Buyer", "Decider") if field.identifier == "roles" else ())
    made.fill(FILLING)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def here() -> FieldEditor:
    editor = QApplication.focusWidget()
    assert isinstance(editor, FieldEditor)
    return editor


def test_tab_walks_the_rows_and_the_free_one_in_reading_order(grid: PaperGrid) -> None:
    order = grid.order()
    assert order[:2] == ["contacts#7.name", "contacts#7.title"]
    assert order.index("contacts#3.name") == 12  # so many columns of a row have a cell
    assert order.index("contacts#+1.name") == 24
    assert len(order) == 36  # the fourth line of the paper waits for the third
    grid.focus_first()
    walked = [grid.cell]
    for _ in range(35):
        grid.focusNextPrevChild(True)
        walked.append(grid.cell)
    assert walked == order


def test_what_is_typed_is_told_by_the_path_of_the_row(grid: PaperGrid, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    grid.edited.connect(lambda name: told.append((name, grid.typed_in(name))))
    grid.focus_cell("contacts#7.mobile")
    assert here().typed() == "13900000001"
    here().type_over("")
    qtbot.keyClicks(here(), "13")
    grid.focusNextPrevChild(True)
    qtbot.keyClicks(here(), "1978")
    assert told[-1] == ("contacts#7.birth_date", "1978")
    assert ("contacts#7.mobile", "13") in told


def test_leaving_a_cell_is_told_once_and_nothing_stays_in_the_editor(grid: PaperGrid) -> None:
    left: list[str] = []
    grid.left.connect(left.append)
    grid.focus_cell("contacts#7.name")
    first = here()
    grid.focusNextPrevChild(True)
    assert left == ["contacts#7.name"]
    assert first.isHidden()
    assert first.typed() == ""


def test_a_click_types_in_the_cell_and_below_the_free_row_in_the_free_row(
    grid: PaperGrid, qtbot: QtBot
) -> None:
    mobile = grid.area_of("contacts#3.mobile")
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=mobile.center())
    assert grid.cell == "contacts#3.mobile"
    fourth = grid.area_of("contacts#+1.name").translated(0, mobile.height())
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=fourth.center())
    assert grid.cell == "contacts#+1.name"


def test_a_shared_cell_comes_apart_while_it_has_the_cursor(grid: PaperGrid) -> None:
    grid.focus_cell("contacts#7.native_place")
    born, native = (grid.area_of(f"contacts#7.{name}") for name in ("birth_date", "native_place"))
    assert born.right() <= native.left() + 1
    assert here().geometry().left() >= born.left()
    assert here().look.hint == "Native place"


def test_another_card_takes_the_editor_away(grid: PaperGrid) -> None:
    grid.focus_cell("contacts#7.name")
    grid.fill(SheetFilling())
    assert grid.cell == ""
    assert all(editor.typed() == "" for editor in grid.findChildren(type(grid.editors["phone"])))


def test_the_same_card_filled_again_leaves_the_cursor_where_it_is(grid: PaperGrid) -> None:
    grid.focus_cell("contacts#+1.name")
    here().type_over("周")
    typed = {**ROWS.typed, "contacts#+1.name": "周"}
    more = replace(ROWS, keys={"contacts": ("7", "3", "+1", "+2")}, typed=typed)
    grid.fill_rows(more, {}, frozenset())
    assert grid.cell == "contacts#+1.name"
    assert here().typed() == "周"
    assert "contacts#+2.name" in grid.order()


def test_nothing_is_open_where_the_columns_are_not(grid: PaperGrid) -> None:
    grid.fill(replace(FILLING, rows=replace(ROWS, open_columns=frozenset({"contacts.mobile"}))))
    assert grid.order() == [f"contacts#{key}.mobile" for key in ("7", "3", "+1")]


def test_what_is_wrong_with_a_row_is_marked_and_told(grid: PaperGrid) -> None:
    marks = {"contacts#7.mobile": (Mark.ERROR, "eleven digits")}
    grid.fill(replace(FILLING, rows=replace(ROWS, marks=marks)))
    grid.focus_cell("contacts#7.mobile")
    assert here().look.mark is Mark.ERROR
    assert "eleven digits" in grid._painted.whole_text(grid.area_of("contacts#7.mobile").center())


def test_digits_tick_several_roles_and_a_second_time_clears_them(
    grid: PaperGrid, qtbot: QtBot
) -> None:
    grid.focus_cell("contacts#7.roles")
    editor = here()
    assert isinstance(editor, ChoicesEditor)
    qtbot.keyClicks(editor, "31")
    assert editor.typed() == "User, Decider"
    assert editor._entries is not None
    assert editor._entries.isVisible()
    qtbot.keyClicks(editor, "3")
    assert editor.typed() == "User"
    second = editor._entries._labels[1].geometry().center()
    qtbot.mouseClick(editor._entries, Qt.MouseButton.LeftButton, pos=second)
    assert editor.typed() == "User, Buyer"
    grid.focusNextPrevChild(True)
    assert not editor._entries.isVisible()


def test_a_table_told_in_short_is_a_door_to_it(grid: PaperGrid, qtbot: QtBot) -> None:
    wanted: list[str] = []
    grid.table_wanted.connect(wanted.append)
    grid.fill(replace(FILLING, tables=frozenset({"needs"})))
    assert grid.order()[-1] == "needs"
    assert grid.focus_cell("needs")
    door = QApplication.focusWidget()
    assert door is not None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        qtbot.keyClick(door, key)
    qtbot.mouseDClick(door, Qt.MouseButton.LeftButton)
    assert wanted == ["needs"] * 3
    grid.fill(FILLING)
    assert "needs" not in grid.order()

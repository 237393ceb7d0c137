"""From the first letter of a draft to the filed card, without touching the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.widgets.field_editors import FieldEditor
from model.cards.cards import read_card
from model.cards.definition import CardKind
from model.cards.layout import Side
from model.loans import opening
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, press, type_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COMPANY = {
    "full_name": "成都恒运叉车配件有限公司",
    "uscc": "91350100M000100Y43",
    "org_form": "Limited",
    "channel_type": "End user",
    "biz_address": "成都市武侯区簇锦街道88号",
    "district": "武侯",
    "phone": "02885551234",
    "operator_name": "何文斌",
    "founded_on": "200906",
    "main_business": "叉车配件批发",
    "source_method": "10",  # the tenth of the list: cold visits
    "sales_capacity": "4",
}
INDIVIDUAL = {
    "full_name": "林秀英",
    "birth_date": "19850709",
    "home_address": "成都市金牛区抚琴西路12号",
    "district": "武侯",
    "mobile": "13900000002",
    "channel_type": "End user",
    "source_method": "Cold visits",
}


def here(page: CabinetPage) -> FieldEditor:
    editor = QApplication.focusWidget()
    assert hasattr(editor, "field"), editor
    return editor


def walk_to(qtbot: QtBot, page: CabinetPage, identifier: str) -> None:
    """Tab until the cursor stands in a cell."""
    for _ in range(90):
        if page.form.cell == identifier:
            return
        press(qtbot, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {identifier}")


def fill(qtbot: QtBot, page: CabinetPage, texts: dict[str, str]) -> None:
    for identifier, text in texts.items():
        walk_to(qtbot, page, identifier)
        type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "texts", "modifiers", "number"),
    [
        (CardKind.COMPANY, COMPANY, CTRL, "Q00001"),
        (CardKind.INDIVIDUAL, INDIVIDUAL, CTRL | SHIFT, "G00001"),
    ],
)
def test_a_card_from_draft_to_drawer_by_keyboard_alone(
    kind: CardKind,
    texts: dict[str, str],
    modifiers: Qt.KeyboardModifier,
    number: str,
    open_page: OpenPage,
    sit: Sit,
    qtbot: QtBot,
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, modifiers)
    assert page.form.cell == "full_name"  # the first required cell
    fill(qtbot, page, texts)
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.work.card is not None
    assert page.work.card.view.ref == "D00001", page.form.strip.told

    page = open_page("赵刚")
    page.list.go_to_rows()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.work.card is not None
    assert page.work.card.view.stage == "passed", page.form.strip.told

    opening.open_cabinet(sit("王秀兰"), NOW)
    page = open_page("王秀兰")
    page.list.go_to_rows()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert number in page.form.strip.told
    view = read_card(sit("张总"), number, NOW)
    assert view.kind is kind
    assert view.state == "in_cabinet"
    assert view.values["full_name"] == texts["full_name"]


PEOPLE_AND_RIVALS = {
    "contacts#+1.name": "何文斌",
    "contacts#+1.roles": "14",  # user and decider, by their numbers in the list
    "contacts#+1.mobile": "13900000001",
    "contacts#+1.birth_date": "197809",
    "contacts#+2.name": "周志远",
    "contacts#+2.title": "总经理",
}
BACK_AND_TABLES = {
    "competitor_sales#+1.brand": "甲牌",
    "competitor_sales#+1.monthly_qty": "120",
    "competitor_sales#+1.our_qty": "25",
}
NEED = {
    "needs#+1.description": "交货及时",
    "needs#+1.importance": "5",
    "needs#+1.our_rate": "60",
    "needs#+1.rival_rate": "80",
}


def test_a_whole_company_with_its_people_needs_and_rivals_by_keyboard_alone(
    open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    before, after = dict(COMPANY), {}
    for name in ("source_method", "sales_capacity"):  # they stand below the people
        after[name] = before.pop(name)
    fill(qtbot, page, {**before, **PEOPLE_AND_RIVALS, **after})
    walk_to(qtbot, page, "needs")
    press(qtbot, Qt.Key.Key_Return)  # the cell opens its table
    fill(qtbot, page, NEED)
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.form.side is Side.BACK
    fill(qtbot, page, BACK_AND_TABLES)
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.work.card is not None
    assert page.work.card.view.ref == "D00001", page.form.strip.told

    page = open_page("赵刚")
    page.list.go_to_rows()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    opening.open_cabinet(sit("王秀兰"), NOW)
    page = open_page("王秀兰")
    page.list.go_to_rows()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Q00001" in page.form.strip.told

    children = read_card(sit("张总"), "Q00001", NOW).children
    first, second = children["contacts"]
    assert (first["name"], first["roles"], first["is_primary"]) == (
        "何文斌",
        ("user", "decider"),
        True,
    )
    assert (second["name"], second["title"]) == ("周志远", "总经理")
    (need,) = children["needs"]
    assert (need["description"], need["importance"], need["rival_rate"]) == ("交货及时", 5, 80)
    (rival,) = children["competitor_sales"]
    assert (rival["brand"], rival["monthly_qty"], rival["our_qty"]) == ("甲牌", 120, 25)


def test_tab_walks_every_open_cell_of_all_sides_in_reading_order(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    page.form.head.tabs.setFocus()
    walked = []
    for _ in range(220):
        press(qtbot, Qt.Key.Key_Tab)
        if not page.form.cell:
            break
        walked.append(page.form.cell)
    card = page.work.card
    assert card is not None
    fields = [name for name in walked if "#" not in name]
    assert len(fields) == len(set(fields))
    assert set(fields) == card.open_cells() | {"needs"}  # needs are typed in their table
    assert walked.index("short_name") == walked.index("full_name") + 1
    assert walked.index("contacts#+1.name") == walked.index("industry") + 1
    columns = {name.replace("#+1", "") for name in walked if "#" in name}
    assert columns == card.view.editable_columns  # on the faces, or in the tables behind them
    assert walked.index("sales_status") > walked.index("likes")  # the back follows the front


def test_enter_goes_on_and_shift_enter_back(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.cell == "short_name"
    press(qtbot, Qt.Key.Key_Return, SHIFT)
    assert page.form.cell == "full_name"


@pytest.mark.parametrize("identifier", ["full_name", "org_form", "sales_capacity", "biz_plan"])
def test_enter_of_an_input_method_neither_moves_on_nor_saves(
    identifier: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    page.form.go_to(identifier)
    QApplication.sendEvent(here(page), QInputMethodEvent("heng", []))
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.cell == identifier
    committed = QInputMethodEvent("", [])
    committed.setCommitString("恒运")
    QApplication.sendEvent(here(page), committed)
    press(qtbot, Qt.Key.Key_Return)  # some send the Enter that chose the word after it
    assert page.form.cell == identifier
    assert here(page).typed() == "恒运"
    assert page.work.card is not None
    assert page.work.card.is_new
    qtbot.wait(1)
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.cell != identifier


def test_a_choice_is_picked_from_its_list_with_the_arrows(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    page.form.go_to("org_form")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.cell == "channel_type"
    assert page.work.card is not None
    assert page.work.card.text("org_form") == "Joint-stock company"


def test_page_down_shows_the_next_card_of_the_list_and_esc_goes_back(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.set_filter("85551")
    page.focus_search("85551")
    press(qtbot, Qt.Key.Key_Return)
    seen = [page.work.card.view.ref if page.work.card else ""]
    for key, modifier in (
        (Qt.Key.Key_PageDown, None),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),  # there is no fourth
        (Qt.Key.Key_PageUp, None),
    ):
        press(qtbot, key, modifier)
        assert page.work.card is not None
        seen.append(page.work.card.view.ref)
    in_list = [row.ref for row in page.list.rows]
    assert sorted(in_list) == sorted(cards)
    assert seen == [in_list[0], in_list[1], in_list[2], in_list[2], in_list[1]]
    press(qtbot, Qt.Key.Key_Escape)
    assert page.work.card is None
    assert page.list.table.hasFocus()


def test_the_sides_turn_by_their_numbers(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    sides = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1):
        press(qtbot, key, Qt.KeyboardModifier.AltModifier)
        sides.append(page.form.side)
    assert sides == [Side.BACK, Side.MORE, None, Side.FRONT]

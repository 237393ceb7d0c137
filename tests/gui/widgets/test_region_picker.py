"""省 → 市 → 县区: found by hanzi, pinyin or initials, walked by arrows, put before an address."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.translators import Translators
from gui.widgets.line_editor import LineEditor
from gui.widgets.region_button import RegionButton
from gui.widgets.region_picker import RegionPicker
from gui.widgets.region_tree import RegionTree
from model.cards import regions
from model.cards.definition import CardKind
from model.cards.fields import field
from tests.gui.conftest import type_text

Key = Qt.Key
WUHOU = ("四川省", "成都市", "武侯区")


@pytest.fixture
def host(translators: Translators, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


@pytest.fixture
def picker(host: QWidget) -> RegionPicker:
    made = RegionPicker(host)
    made.open_at(QPoint(10, 10))
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("武侯", WUHOU),
        ("wuhou", WUHOU),
        ("chengdu whq", WUHOU),
        ("sichuan wuhou", WUHOU),
        ("四川", ("四川省",)),
        ("chengdu", ("四川省", "成都市")),
        ("浦东", ("上海市", "上海市", "浦东新区")),
        ("朝阳 辽宁", ("辽宁省", "朝阳市")),
        ("", ()),
        ("xyzxyz", ()),
    ],
)
def test_a_few_letters_find_a_place_no_deeper_than_they_say(
    typed: str, found: tuple[str, ...]
) -> None:
    assert RegionTree().narrow(typed) == found


def test_letters_leave_every_place_that_they_fit_to() -> None:
    tree = RegionTree()
    tree.narrow("朝阳")
    assert {"北京市", "辽宁省", "吉林省"} <= set(tree.below(()))
    assert "四川省" not in tree.below(())
    assert tree.below(("北京市", "北京市")) == ["朝阳区"]
    assert len(tree.below(("辽宁省", "朝阳市"))) > 5  # the whole city fits
    tree.narrow("")
    assert tuple(tree.below(())) == regions.provinces()


def test_letters_and_enter_take_the_place(picker: RegionPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker.letters, "wuhou")
    assert picker.path == WUHOU
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker.letters, Key.Key_Return)
    assert told.args == ["四川省成都市武侯区"]
    assert picker.isHidden()


def test_hanzi_come_from_an_input_method(picker: RegionPicker) -> None:
    type_text(picker.letters, "簇")
    assert picker.path == ()
    picker.letters.clear()
    type_text(picker.letters, "武侯")
    assert picker.path == WUHOU


def test_the_arrows_walk_the_columns(picker: RegionPicker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker.letters, Key.Key_Down)
    first = regions.provinces()[0]
    assert picker.path == (first,)
    qtbot.keyClick(picker.letters, Key.Key_Down)
    second = regions.provinces()[1]
    qtbot.keyClick(picker.letters, Key.Key_Right)
    qtbot.keyClick(picker.letters, Key.Key_Right)
    city = regions.cities(second)[0]
    assert picker.path == (second, city, regions.counties(second, city)[0])
    qtbot.keyClick(picker.letters, Key.Key_Left)
    assert picker.path == (second, city)
    qtbot.keyClick(picker.letters, Key.Key_Up)
    assert picker.path == (second, city)  # there is nothing above the first


def test_a_click_chooses_and_shows_what_lies_in_it(picker: RegionPicker, qtbot: QtBot) -> None:
    provinces, cities, counties = picker.columns
    provinces.setCurrentRow(regions.provinces().index("四川省"))
    provinces.itemClicked.emit(provinces.currentItem())
    assert cities.count() == len(regions.cities("四川省"))
    assert counties.count() == 0
    cities.setCurrentRow(0)
    cities.itemClicked.emit(cities.currentItem())
    assert picker.path == ("四川省", regions.cities("四川省")[0])
    with qtbot.waitSignal(picker.chosen) as told:
        picker._take.click()
    assert told.args == [f"四川省{regions.cities('四川省')[0]}"]


def test_the_table_says_of_when_it_is(picker: RegionPicker) -> None:
    assert regions.as_of() in picker._dated.text()


def test_nothing_is_taken_before_anything_is_chosen(picker: RegionPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(picker.letters, Key.Key_Return)
    assert not picker._take.isEnabled()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "四川省成都市武侯区"),
        ("簇锦街道88号", "四川省成都市武侯区簇锦街道88号"),
        ("成都市青羊区簇锦街道88号", "四川省成都市武侯区簇锦街道88号"),
    ],
)
def test_the_button_puts_the_place_before_the_address(
    host: QWidget, qtbot: QtBot, before: str, after: str
) -> None:
    editor = LineEditor(field(CardKind.COMPANY, "biz_address"), host)
    editor.fill(before)
    editor.show()
    button = RegionButton(host)
    cell = QRect(0, 0, 300, 24)
    left = button.offer(editor, cell)
    assert left.right() < cell.right()
    button.pick()
    (picker,) = host.findChildren(RegionPicker)
    assert picker.path == regions.region_of(before)
    picker.letters.clear()
    qtbot.keyClicks(picker.letters, "wuhou")
    qtbot.keyClick(picker.letters, Key.Key_Return)
    assert editor.typed() == after


def test_other_cells_keep_their_room_and_their_key(host: QWidget) -> None:
    editor = LineEditor(field(CardKind.COMPANY, "full_name"), host)
    button = RegionButton(host)
    cell = QRect(0, 0, 300, 24)
    assert button.offer(editor, cell) == cell
    assert button.isHidden()
    button.pick()
    assert host.findChildren(RegionPicker) == []

"""A face of the card as a form: every label readable, every cell in its place, easy to click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.cabinet.more_face import more_face
from gui.translators import Translators, words
from gui.widgets.cell_ink import Mark
from gui.widgets.choice_editor import ChoiceEditor, RatingEditor
from gui.widgets.door_cell import DoorCell
from gui.widgets.fitted_text import fitted
from gui.widgets.paper_grid import PaperGrid
from gui.widgets.sheet_filling import SheetFilling
from gui.widgets.sheet_places import SMALLEST_SCALE, TRUE_SIZE, places
from model.cards.fields import CardKind
from model.cards.layout import Face, faces

FACES = [face for kind in CardKind for face in (*faces(kind), more_face(kind))]
FACE_NAMES = [f"{face.kind}-{face.side}" for face in FACES]
COMPANY_FRONT = FACES[0]


class Shows(QObject):
    """Notes each time that a widget is shown."""

    def __init__(self, shown: list[str]) -> None:
        super().__init__()
        self._shown = shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Show:
            self._shown.append(watched.objectName())
        return False


@pytest.fixture
def grid(translators: Translators, qtbot: QtBot) -> PaperGrid:
    made = PaperGrid(COMPANY_FRONT)
    qtbot.addWidget(made)
    made.fit_into(740, 900)
    made.fill(SheetFilling(open_cells=frozenset(made.editors)))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("face", FACES, ids=FACE_NAMES)
def test_no_label_is_cut_at_any_scale(face: Face, language: str, translators: Translators) -> None:
    translators.switch(language)
    cut = []
    for scale in (SMALLEST_SCALE, TRUE_SIZE):
        laid_out = places(face, scale)
        for place in laid_out.cells:
            area = QRectF(place.area).adjusted(3, 1, -3, -1)
            text = words("CardField", place.cell.label)
            sizes = laid_out.sizes
            if fitted(text, area.width(), area.height(), sizes.label, sizes.smallest_label).cut:
                cut.append(text)
    assert cut == []


@pytest.mark.parametrize("face", FACES, ids=FACE_NAMES)
def test_cells_fill_the_grid_without_gap_or_overlap(face: Face) -> None:
    laid_out = places(face, TRUE_SIZE)
    covered = sum(place.area.width() * place.area.height() for place in laid_out.cells)
    strips = sum(block.strip.width() * block.strip.height() for block in laid_out.blocks)
    assert covered + strips == laid_out.grid.width() * laid_out.grid.height()


@pytest.mark.parametrize("face", FACES, ids=FACE_NAMES)
def test_every_editor_lies_inside_its_cell(
    face: Face, translators: Translators, qtbot: QtBot
) -> None:
    grid = PaperGrid(face)
    qtbot.addWidget(grid)
    typed = {name: "代理商" for name in grid.editors}
    grid.fill(SheetFilling(typed=typed, open_cells=frozenset(grid.editors)))
    cells = {path: place.area for place in grid._places.cells for path in place.cell.paths}
    areas = {name: editor.geometry() for name, editor in grid.editors.items()}
    assert all(cells[name].contains(area) for name, area in areas.items())
    overlapping = [
        (one, other)
        for one, first in areas.items()
        for other, second in areas.items()
        if one < other and first.intersects(second)
    ]
    assert overlapping == []


def test_the_next_card_leaves_nothing_of_the_one_before(grid: PaperGrid) -> None:
    typed = {"full_name": "甲" * 80, "phone": "1"}
    grid.fill(SheetFilling(typed, open_cells=frozenset(typed)))
    grid.editors["phone"].set_mark(Mark.ERROR, "wrong")
    grid.grab()
    grid.fill(SheetFilling({"phone": "2"}, open_cells=frozenset({"phone"})))
    assert grid.editors["full_name"].typed() == ""
    assert grid.editors["full_name"].toolTip() == ""
    assert grid.editors["full_name"].isHidden()
    assert grid.editors["phone"].look.mark is Mark.NONE


def test_a_click_on_a_box_gives_the_rating_and_a_second_takes_it_back(
    grid: PaperGrid, qtbot: QtBot
) -> None:
    editor = grid.editors["growth_potential"]
    assert isinstance(editor, RatingEditor)
    fourth = editor._boxes()[3].center().toPoint()
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=fourth)
    assert editor.typed() == "4"
    qtbot.keyClick(editor, Qt.Key.Key_2)
    assert editor.typed() == "2"
    second = editor._boxes()[1].center().toPoint()
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=second)
    assert editor.typed() == ""


def test_undo_brings_back_what_the_program_wrote_over(grid: PaperGrid, qtbot: QtBot) -> None:
    editor = grid.editors["phone"]
    editor.setFocus()
    qtbot.keyClicks(editor, "02885551234")
    editor.type_over("028-85551234")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.typed() == "02885551234"


def test_a_number_picks_from_the_list_and_typing_narrows_it(grid: PaperGrid, qtbot: QtBot) -> None:
    editor = grid.editors["org_form"]
    assert isinstance(editor, ChoiceEditor)
    editor.offer(("Limited company", "Joint-stock company", "Partnership"))
    editor.setFocus()
    qtbot.keyClicks(editor, "2")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.typed() == "Joint-stock company"
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "partner")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.typed() == "Partnership"


def test_a_list_narrowed_by_hanzi_is_left_by_one_tab(grid: PaperGrid, qtbot: QtBot) -> None:
    editor = grid.editors["org_form"]
    assert isinstance(editor, ChoiceEditor)
    editor.offer(("有限责任公司", "股份有限公司", "合伙企业"))
    editor.setFocus()
    typed = QInputMethodEvent("", [])
    typed.setCommitString("合伙")
    QApplication.sendEvent(editor, typed)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    shown: list[str] = []
    popup.installEventFilter(watch := Shows(shown))
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    popup.removeEventFilter(watch)
    assert editor.typed() == "合伙企业"
    assert not editor.hasFocus()
    assert shown == []  # a list that opens again takes the cursor back when it closes


def test_escape_puts_the_list_away_and_stays_on_the_card(grid: PaperGrid, qtbot: QtBot) -> None:
    editor = grid.editors["org_form"]
    assert isinstance(editor, ChoiceEditor)
    editor.offer(("Limited company", "Joint-stock company", "Partnership"))
    left: list[bool] = []
    leave = QAction(grid)
    leave.setShortcut(Qt.Key.Key_Escape)
    leave.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    leave.triggered.connect(lambda: left.append(True))
    grid.addAction(leave)
    editor.setFocus()
    editor.show_list()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not editor.is_list_open()
    assert left == []
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert left == [True]


def test_the_same_address_is_one_click(grid: PaperGrid, qtbot: QtBot) -> None:
    grid.editors["biz_address"].type_over("成都市武侯区簇锦街道88号")
    grid.editors["reg_address"].setFocus()
    assert grid._same.isVisible()
    qtbot.mouseClick(grid._same, Qt.MouseButton.LeftButton)
    assert grid.editors["reg_address"].typed() == "成都市武侯区簇锦街道88号"
    assert grid._same.isHidden()
    delivery = grid.editors["delivery_address"]
    delivery.setFocus()
    qtbot.keyClick(delivery, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert delivery.typed() == "成都市武侯区簇锦街道88号"


def test_a_field_grows_while_its_text_is_longer_than_its_cell(
    grid: PaperGrid, qtbot: QtBot
) -> None:
    editor = grid.editors["website"]
    cell = editor.geometry()
    editor.setFocus()
    editor.type_over("www.a-very-long-host-name.example.com.cn/index.html")
    assert editor.width() > cell.width()
    assert grid._places.grid.contains(editor.geometry())
    grid.editors["full_name"].setFocus()
    assert editor.geometry() == cell


def test_a_heading_of_the_strip_leads_to_its_first_cell(grid: PaperGrid, qtbot: QtBot) -> None:
    features = next(
        block for block in grid._places.blocks if block.block.name == "section_features"
    )
    place = QPoint(features.strip.center().x(), features.strip.top() + 5)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    assert grid.editors["service_area"].hasFocus()


def test_parts_drawn_as_one_text_keep_their_units(grid: PaperGrid) -> None:
    """The same text as on paper and as for who may only read."""
    grid.retranslate()
    cell = grid._shared["annual_turnover"]
    grid.editors["annual_turnover"].type_over("1200")
    grid.editors["annual_turnover_year"].type_over("2025")
    assert cell.text(lambda path: "") == "12,000,000 yuan  2025"


def test_a_part_of_a_shared_cell_says_what_it_is_unless_the_heading_does(grid: PaperGrid) -> None:
    grid.retranslate()
    assert grid.editors["annual_turnover"].look.hint == ""
    assert grid.editors["sales_capacity_note"].look.hint
    grid.fill(SheetFilling(open_cells=frozenset(grid.editors), hints={"likes": "hidden"}))
    assert grid.editors["annual_turnover"].look.hint == ""
    assert grid.editors["likes"].look.hint == "hidden"


def test_the_way_to_a_table_has_a_name(grid: PaperGrid) -> None:
    for door in grid.findChildren(DoorCell):
        assert door.accessibleName()
        assert door.accessibleName() in door.toolTip()

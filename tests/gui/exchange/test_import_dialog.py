"""Customers brought in through the window; the service is asked what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.exchange.import_dialog import ImportDialog
from gui.exchange.preview_table import PreviewTable
from gui.exchange.problem_tabs import ProblemTabs
from gui.exchange.result_page import ResultPage
from gui.frame.pages import Surroundings
from gui.translators import Translators
from model.cards.listing import list_cards
from model.errors import CannotWriteError
from model.exchange.importing import ImportOptions, ImportResult, import_cards
from model.office.desk import Desk
from tests.conftest import NOW
from tests.gui.conftest import WAIT_MS, drag_place
from tests.model.exchange.conftest import HEADINGS, good_row, write_csv, write_xlsx

WHERE = drag_place(50, 50)


class Dialog:
    """The import dialog over a page of its own, and how to use it."""

    def __init__(self, desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)
        self.dialog = ImportDialog(desk, around.tasks, around.clock, self.page)
        self.results: list[ImportResult] = []
        self.dialog.imported.connect(self.results.append)
        self._tasks, self._qtbot = around.tasks, qtbot
        with qtbot.waitActive(self.dialog):
            self.page.show()
            self.dialog.show()
            self.dialog.activateWindow()

    def open(self, path: Path) -> None:
        """Open a file and wait for its preview."""
        self.dialog.open_file(path)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is read or written any more."""
        self._qtbot.waitUntil(lambda: self._tasks.running == 0, timeout=WAIT_MS)

    def button(self, text: str) -> QPushButton:
        """The visible button that begins with these words."""
        buttons = self.dialog.findChildren(QPushButton)
        (found,) = [
            b for b in buttons if b.isVisible() and b.text().replace("&", "").startswith(text)
        ]
        return found

    def click(self, text: str) -> None:
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.wait()

    def choose(self, name: str, text: str) -> None:
        """Choose an entry of the box with this accessible name."""
        boxes = self.dialog.findChildren(QComboBox)
        (box,) = [box for box in boxes if box.accessibleName() == name]
        place = box.findText(text)
        assert place >= 0
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self.wait()

    @property
    def rows(self) -> list[tuple[int, str]]:
        """Row number and outcome of the rows in the preview."""
        found = self.dialog.findChild(PreviewTable)
        return [(row.number, row.outcome) for row in found.rows]

    @property
    def headings(self) -> list[str]:
        return self.dialog.findChild(PreviewTable).headings

    @property
    def problems(self) -> list[tuple[int | None, str, str]]:
        """Row, field and reason of what is shown as wrong."""
        tabs = [tab for tab in self.dialog.findChildren(ProblemTabs) if tab.isVisible()]
        return [(p.row, p.field, p.reason) for p in tabs[0].problems] if tabs else []

    @property
    def told(self) -> str:
        """All words that are visible."""
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def dialog(clerk: Desk, around: Surroundings, qtbot: QtBot) -> Dialog:
    return Dialog(clerk, around, qtbot)


def table(*rows: dict[str, object], headings: tuple[str, ...] = HEADINGS) -> list[list[object]]:
    return [list(headings), *([row.get(h, "") for h in headings] for row in rows)]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A workbook with a title row, two good rows, and a sheet of remarks."""
    rows = [["客户名单"], *table(good_row(1), good_row(2, 片区="锦江"))]
    return write_xlsx(tmp_path / "客户.xlsx", {"客户": rows, "说明": [["请带区号"]]})


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    rows = table(good_row(1), good_row(2, 电话="坏"), good_row(1), good_row(3, 简称="一"))
    return write_csv(tmp_path / "客户.csv", rows, "gb18030")


def test_a_file_is_shown_before_it_is_taken(dialog: Dialog, good: Path, clerk: Desk) -> None:
    dialog.open(good)
    assert dialog.rows == [(3, "new"), (4, "new")]
    assert dialog.headings[:4] == [
        "Row", "Becomes", "编号\n→ Old card no.", "客户名称\n→ Full name",
    ]  # fmt: skip
    assert "New: 2" in dialog.told
    assert "锦江 (一队)" in dialog.told
    assert list_cards(clerk, NOW) == []
    dialog.click("Import (2)")
    assert [row.name for row in list_cards(clerk, NOW)] == [good_row(n)["客户名称"] for n in (1, 2)]
    assert dialog.results[0].import_run == "I00001"
    told = dialog.dialog.findChild(ResultPage).told
    assert "Taken over: 2" in told
    assert "锦江 (一队, drawer 04)" in told


def test_bad_rows_are_named_and_left_out_by_choice(
    dialog: Dialog, mixed: Path, clerk: Desk
) -> None:
    dialog.open(mixed)
    assert dialog.rows == [(2, "new"), (3, "rejected"), (4, "there already"), (5, "new")]
    assert dialog.problems == [
        (3, "phone", "phone_format"),
        (4, "phone", "duplicate_in_file"),
    ]
    assert not dialog.button("Import (2)").isEnabled()
    dialog.click("Import all but the rejected (2)")
    assert len(list_cards(clerk, NOW)) == 2
    assert mixed.with_name("客户.rejected.xlsx").exists()
    assert "客户.rejected.xlsx" in dialog.told
    assert dialog.button("Show the folder")
    assert len(dialog.problems) == 2


def test_the_same_file_again_has_nothing_to_import(dialog: Dialog, good: Path, clerk: Desk) -> None:
    import_cards(clerk, good, ImportOptions(), NOW)
    dialog.open(good)
    assert "There already: 2" in dialog.told
    assert not dialog.button("Import (0)").isEnabled()
    assert len(dialog.problems) == 2


def test_what_was_found_out_is_told_and_may_be_chosen_otherwise(
    dialog: Dialog, mixed: Path, qtbot: QtBot
) -> None:
    dialog.open(mixed)
    boxes = {box.accessibleName(): box for box in dialog.dialog.findChildren(QComboBox)}
    assert boxes["Encoding"].currentText() == "found: GB18030"
    assert boxes["Row of the headings"].currentText() == "found: 1"
    dialog.choose("Encoding", "BIG5")
    assert "No column of the file" in dialog.told or "cannot be read" in dialog.told
    dialog.choose("Encoding", "GB18030")
    assert "New: 2" in dialog.told
    dialog.choose("Row of the headings", "2")
    assert "New: 2" not in dialog.told


def test_another_sheet_may_be_chosen(dialog: Dialog, tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "客户.xlsx",
        {"旧": table(good_row(1)), "新": table(good_row(2), good_row(3))},
    )
    dialog.open(path)
    assert "New: 1" in dialog.told
    dialog.choose("Sheet", "新")
    assert "New: 2" in dialog.told


def test_one_rep_and_one_district_for_all(
    dialog: Dialog, tmp_path: Path, clerk: Desk, qtbot: QtBot
) -> None:
    rows = table(good_row(1), good_row(2), headings=("客户名称", "电话"))
    dialog.open(write_csv(tmp_path / "a.csv", rows))
    assert "Rep: No column of the file is this one" in dialog.told
    assert dialog.rows == [(2, "—"), (3, "—")]
    assert not dialog.button("Import (0)").isEnabled()
    dialog.choose("Rep for all rows", "王芳")
    assert "Rep: No column" not in dialog.told
    (box,) = [
        box
        for box in dialog.dialog.findChildren(QComboBox)
        if box.accessibleName() == "District for all rows"
    ]
    edit = box.lineEdit()
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.clear()
    qtbot.keyClicks(edit, "East")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    dialog.wait()
    assert list_cards(clerk, NOW) == []
    assert "East (一队)" in dialog.told
    dialog.click("Import (2)")
    assert {(row.rep, row.district) for row in list_cards(clerk, NOW)} == {("王芳", "East")}


def test_kind_of_the_rows(dialog: Dialog, good: Path, clerk: Desk) -> None:
    dialog.open(good)
    dialog.choose("Kind", "Individual")
    dialog.click("Import (2)")
    assert {row.kind for row in list_cards(clerk, NOW)} == {"individual"}


def test_a_map_file(dialog: Dialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "map.toml"
    told.write_text('[columns]\n"户头" = "full_name"\n[defaults]\nrep = "李明"\n', encoding="utf-8")
    rows = table({"户头": "甲公司", "片区": "武侯"}, headings=("户头", "片区"))
    dialog.open(write_csv(tmp_path / "a.csv", rows))
    monkeypatch.setattr(
        "gui.exchange.options_bar.QFileDialog.getOpenFileName", lambda *a: (str(told), "")
    )
    dialog.click("Map file")
    assert "户头\n→ Full name" in dialog.headings
    assert "New: 1" in dialog.told
    dialog.click("Without the map file")
    assert "New: 1" not in dialog.told


def test_a_file_that_cannot_be_read_says_why_and_another_one_may_follow(
    dialog: Dialog, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    dialog.open(old)
    assert "save it as .xlsx" in dialog.told
    monkeypatch.setattr(
        "gui.exchange.choose_page.QFileDialog.getOpenFileName", lambda *a: (str(good), "")
    )
    dialog.click("Choose a file")
    assert "New: 2" in dialog.told
    dialog.click("Another file")
    assert dialog.button("Choose a file").isVisible()
    assert "save it as .xlsx" not in dialog.told


def test_a_file_is_dropped(dialog: Dialog, good: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good))])
    mouse, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(WHERE, Qt.DropAction.CopyAction, data, mouse, keys)
    dialog.dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, mouse, keys)
    dialog.dialog.dropEvent(drop)
    dialog.wait()
    assert "New: 2" in dialog.told


def test_two_files_or_a_link_are_not_taken(dialog: Dialog, good: Path) -> None:
    data = QMimeData()
    mouse, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for urls in ([QUrl.fromLocalFile(str(good))] * 2, [QUrl("https://example.cn/a.xlsx")]):
        data.setUrls(urls)
        enter = QDragEnterEvent(WHERE, Qt.DropAction.CopyAction, data, mouse, keys)
        enter.ignore()
        dialog.dialog.dragEnterEvent(enter)
        assert not enter.isAccepted()


def test_it_does_not_close_while_it_reads_or_writes(
    dialog: Dialog, good: Path, qtbot: QtBot
) -> None:
    dialog.dialog.open_file(good)
    qtbot.keyClick(dialog.dialog, Qt.Key.Key_Escape)
    assert dialog.dialog.isVisible()
    dialog.wait()
    qtbot.keyClick(dialog.dialog, Qt.Key.Key_Escape)
    assert not dialog.dialog.isVisible()


def test_stopping_leaves_everything_as_it_was(
    dialog: Dialog, good: Path, clerk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.errors import StoppedError

    dialog.open(good)

    def stopped(*args: object) -> None:
        raise StoppedError

    monkeypatch.setattr("gui.exchange.import_dialog.import_cards", stopped)
    dialog.click("Import (2)")
    assert dialog.button("Import (2)").isEnabled()
    assert list_cards(clerk, NOW) == []


def test_someone_files_the_customer_after_the_preview(
    dialog: Dialog, good: Path, clerk: Desk, tmp_path: Path
) -> None:
    """The import is refused, and the preview is made anew."""
    dialog.open(good)
    other = write_xlsx(tmp_path / "别的.xlsx", {"客户": table(good_row(1, 编号="别的"))})
    import_cards(clerk, other, ImportOptions(), NOW)
    dialog.click("Import (2)")
    assert dialog.rows == [(3, "there already"), (4, "new")]
    assert len(list_cards(clerk, NOW)) == 1


def test_trouble_with_the_disk_is_told(
    dialog: Dialog, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.open(good)

    def full(*args: object) -> None:
        raise CannotWriteError(path="x", reason="disk full")

    monkeypatch.setattr("gui.exchange.import_dialog.import_cards", full)
    dialog.click("Import (2)")
    assert "disk full" in dialog.told
    assert dialog.button("Import (2)").isEnabled()


def test_rejected_rows_are_explained_in_the_windows_language(
    dialog: Dialog, mixed: Path, translators: Translators
) -> None:
    from python_calamine import CalamineWorkbook

    translators.switch("zh")
    dialog.dialog.open_file(mixed)
    dialog.wait()
    buttons = [b for b in dialog.dialog.findChildren(QPushButton) if b.isVisible()]
    (skip,) = [b for b in buttons if b.text().startswith("跳过退回行")]
    skip.click()
    dialog.wait()
    book = CalamineWorkbook.from_path(str(mixed.with_name("客户.rejected.xlsx")))
    assert book.sheet_names == ["退回", "重复"]


def test_every_input_has_a_name_and_tables_pass_the_models_test(
    dialog: Dialog, mixed: Path, request: pytest.FixtureRequest
) -> None:
    dialog.open(mixed)
    for kind in (QComboBox, QTableView):
        for widget in dialog.dialog.findChildren(kind):
            assert widget.accessibleName(), widget
    tester = ModelTester(request.config)
    for view in dialog.dialog.findChildren(QTableView):
        tester.check(view.model(), force_py=True)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1400, 860), (1326, 700)])
def test_no_label_is_cut(
    clerk: Desk,
    around: Surroundings,
    qtbot: QtBot,
    translators: Translators,
    mixed: Path,
    language: str,
    size: tuple[int, int],
) -> None:
    translators.switch(language)
    shown = Dialog(clerk, around, qtbot)
    shown.dialog.resize(*size)
    _no_text_is_cut(shown.dialog)
    shown.open(mixed)
    _no_text_is_cut(shown.dialog)
    (tabs,) = [tab for tab in shown.dialog.findChildren(QTabWidget) if tab.isVisible()]
    assert tabs.tabText(0).endswith("(2)")


def _no_text_is_cut(dialog: QWidget) -> None:
    checks: list[Callable[[], bool]] = []
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.text():
            wide = label.sizeHint().width() <= label.width() + 1 or label.wordWrap()
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            checks.append(lambda wide=wide, label=label, n=needed: wide and n <= label.height() + 1)
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            checks.append(lambda b=button: b.sizeHint().width() <= b.width() + 1)
    assert len(checks) > 3
    assert all(check() for check in checks)

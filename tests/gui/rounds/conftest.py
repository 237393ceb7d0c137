"""The page 拜访计划 in a window of its own, in an office whose customers have something to plan."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.rounds.plan_page import PlanPage
from model.exchange.importing import ImportOptions, import_cards
from model.office import log_in
from model.rounds.plans_shown import PlanView
from model.storage.cabinet import disconnect
from tests.conftest import NOW, PASSWORD, Sit
from tests.gui.conftest import PageOpener, type_text

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
CUSTOMERS = (
    # name, rep, district, class, last visit, balance, of it overdue
    ("成都恒运叉车配件有限公司", "李明", "武侯", "A", "2026-11-05", 12800, 3000),
    ("四川长江物流有限公司", "李明", "武侯", "B", "2026-11-02", 0, 0),
    ("武侯鼎盛仓储有限公司", "李明", "武侯", "C", "2026-09-01", 5400, 0),
    ("成都安达物流设备有限公司", "李明", "武侯", "A", "2026-11-18", 0, 0),
    ("武侯宏远轮胎经营部", "李明", "武侯", "C", "2026-11-15", 0, 0),
    ("成都瑞丰机电有限公司", "王芳", "武侯", "A", "2026-11-01", 0, 0),
    ("金牛宏达机电有限公司", "周涛", "金牛", "B", "2026-10-01", 900, 900),
)
OpenPage = Callable[..., PlanPage]


@pytest.fixture(scope="session")
def planned_template(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: the office with these customers, and no plan."""
    folder = tmp_path_factory.mktemp("planned")
    path, sheet = folder / "office.cabinet", folder / "客户.csv"
    shutil.copytree(office_template, path)
    with sheet.open("w", encoding="utf-8-sig", newline="") as out:
        lines = csv.writer(out)
        lines.writerow(
            (
                "客户名称",
                "电话",
                "地址",
                "业务员",
                "片区",
                "等级",
                "上次拜访",
                "欠款余额",
                "其中逾期",
            )
        )
        for number, (name, rep, district, abc_class, seen, owed, late) in enumerate(CUSTOMERS):
            lines.writerow(
                (name, f"028-8555123{number}", f"成都市{district}区{number}号", rep, district,
                 abc_class, seen, owed, late)
            )  # fmt: skip
    manager = log_in.log_in(path, "张总", PASSWORD, NOW)
    import_cards(manager, sheet, ImportOptions(), NOW)
    log_in.lock_screen(manager, NOW)
    disconnect()
    return path


@pytest.fixture
def cabinet(planned_template: Path, tmp_path: Path) -> Iterator[Path]:
    """That office, of the test's own."""
    path = tmp_path / "office.cabinet"
    shutil.copytree(planned_template, path)
    yield path
    disconnect()


@pytest.fixture
def open_page(sit: Sit, page_opener: PageOpener) -> OpenPage:
    """Sit down and open the page; the page before is closed as a lock closes it."""

    def opened(name: str, width: int = 1290, height: int = 684) -> PlanPage:
        page_opener.close()
        return page_opener.open(PlanPage, sit(name), (width, height))

    return opened


def settle(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until everything that was asked for has been read."""
    qtbot.waitUntil(lambda: page._tasks.running == 0, timeout=10_000)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def write(qtbot: QtBot, text: str) -> None:
    """Type where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    if text.isascii():
        qtbot.keyClicks(widget, text)
    else:
        type_text(widget, text)


def dialog_of(page: QWidget, kind: type[QDialog]) -> QDialog:
    """The dialog that is open."""
    (found,) = (one for one in page.window().findChildren(kind) if one.isVisible())
    return found


def names(plan: PlanView | None) -> list[str]:
    """The customers of a plan, in their order."""
    assert plan is not None
    return [line.name for line in plan.open_lines]


def row(page: PlanPage, name: str) -> None:
    """Put the cursor on a visit, and the keyboard into the plan."""
    for number, line in enumerate(page.panel.table.table.rows):
        if line.name == name:
            page.panel.table.setCurrentIndex(page.panel.table.table.index(number, 0))
            page.panel.table.setFocus()
            return
    pytest.fail(f"{name} is not on the plan")

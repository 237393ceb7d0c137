"""The page 卡柜 at any desk of the office, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from model.loans import opening
from tests.conftest import NOW, Sit, make_card
from tests.gui.conftest import PageOpener

OpenPage = Callable[..., CabinetPage]


@pytest.fixture
def open_page(sit: Sit, page_opener: PageOpener) -> OpenPage:
    """Sit down and open the page; the page before is closed as a lock closes it."""

    def opened(name: str, width: int = 1440, height: int = 900) -> CabinetPage:
        page_opener.close()
        return page_opener.open(CabinetPage, sit(name), (width, height))

    return opened


@pytest.fixture
def cards(sit: Sit) -> list[str]:
    """Three filed cards: two of 李明, one of another team; the cabinet is open."""
    made = [
        make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚"),
        make_card(sit, "四川长江物流有限公司", "李明", "028-85551235", "武侯", "赵刚"),
        make_card(sit, "金牛宏达机电有限公司", "周涛", "028-85551236", "金牛", "钱进"),
    ]
    opening.open_cabinet(sit("王秀兰"), NOW)
    return made


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is: in an open list before anything else."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def type_text(qtbot: QtBot, text: str) -> None:
    """Type where the keyboard is; hanzi come from an input method, as they do."""
    widget = QApplication.focusWidget()
    assert widget is not None
    if text.isascii():
        qtbot.keyClicks(widget, text)
        return
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(widget, committed)
    qtbot.wait(1)


def texts_in(root: QWidget) -> str:
    """Every text that any widget under this one holds or tells."""
    found = []
    for widget in root.findChildren(QWidget):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for reader in ("text", "toPlainText", "placeholderText", "typed", "rest_text"):
            method = getattr(widget, reader, None)
            if callable(method) and not isinstance(method, SignalInstance):
                found.append(str(method()))
    return "\n".join(found)

"""What we copied goes by itself; what others copied stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gui import clipboard
from gui.clipboard import SECRET_MARKS, ClipboardWatch

CLIPBOARD, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection
PHONE = "13900007777"


class Owner:
    """Says whose the clipboard is; without a display server nobody else does."""

    def __init__(self) -> None:
        self.ours = True

    def __call__(self, mode: QClipboard.Mode) -> bool:
        del mode
        return self.ours


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def watch(owner: Owner, qapp: QApplication) -> Iterator[ClipboardWatch]:
    made = ClipboardWatch(None, owner)
    yield made
    owner.ours = True
    made.clear()
    made.deleteLater()


def held() -> str:
    return QGuiApplication.clipboard().text()


def copy_elsewhere(owner: Owner, text: str) -> None:
    owner.ours = False
    QGuiApplication.clipboard().setText(text)


def test_what_a_field_copied_is_cleared_at_once(watch: ClipboardWatch, qtbot: QtBot) -> None:
    field = QLineEdit(PHONE)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    assert held() == PHONE
    watch.clear()
    assert held() == ""


def test_a_copy_of_ours_goes_by_itself(
    watch: ClipboardWatch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "KEPT_MS", 40)
    short = ClipboardWatch(watch, lambda mode: True)
    clipboard.put(PHONE)
    assert held() == PHONE
    qtbot.waitUntil(lambda: held() == "")
    short.deleteLater()


def test_somebody_elses_text_is_left_alone(watch: ClipboardWatch, owner: Owner) -> None:
    clipboard.put(PHONE)
    copy_elsewhere(owner, "会议纪要")
    watch.clear()
    assert held() == "会议纪要"


def test_somebody_elses_text_stops_our_half_minute(watch: ClipboardWatch, owner: Owner) -> None:
    clipboard.put(PHONE)
    assert watch._timers[CLIPBOARD].isActive()
    copy_elsewhere(owner, "会议纪要")
    assert not watch._timers[CLIPBOARD].isActive()


def test_histories_are_asked_not_to_keep_it(watch: ClipboardWatch, qtbot: QtBot) -> None:
    field = QLineEdit(PHONE)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == PHONE
    assert {name: bytes(data.data(name).data()) for name in SECRET_MARKS} == SECRET_MARKS


def test_copied_files_keep_their_formats(watch: ClipboardWatch) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/a.png")])
    QGuiApplication.clipboard().setMimeData(files)
    assert QGuiApplication.clipboard().mimeData().urls() == [QUrl.fromLocalFile("/a.png")]


def test_what_is_selected_with_the_mouse_is_cleared_too(
    watch: ClipboardWatch, qapp: QApplication
) -> None:
    system = QGuiApplication.clipboard()
    if not system.supportsSelection():  # only X11 and Wayland have one
        watch.clear()
        return
    system.setText(PHONE, SELECTION)
    watch.clear()
    assert system.text(SELECTION) == ""

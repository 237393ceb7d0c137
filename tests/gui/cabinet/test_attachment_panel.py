"""Attachments: dropped, chosen, pasted; shown from memory only; bad files keep no good one out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMimeData,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from gui.cabinet.attachment_dialog import AttachmentDialog
from gui.cabinet.attachment_list import validity
from gui.cabinet.attachment_panel import AttachmentPanel
from gui.cabinet.questions import RemarkDialog
from gui.tasks import Tasks
from gui.translators import Translators
from model.cards.attachments import LARGEST, AttachmentDetails, attach, attachments_of
from model.errors import NeedsApprovalError
from tests.conftest import NOW, TODAY, Sit
from tests.gui.cabinet.conftest import press
from tests.gui.conftest import StillClock, drag_place

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
OpenPanel = Callable[[str], AttachmentPanel]


def png(width: int = 40, height: int = 30) -> bytes:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def pdf(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def open_panel(
    sit: Sit, cards: list[str], tasks: Tasks, clock: StillClock, translators: Translators,
    qtbot: QtBot,
) -> OpenPanel:  # fmt: skip
    """The tab of the first card, at any desk, in a window of its own."""

    def opened(name: str) -> AttachmentPanel:
        panel = AttachmentPanel(sit(name), tasks, clock, None)  # type: ignore[arg-type]
        qtbot.addWidget(panel)
        panel.resize(900, 600)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        panel.show_card(cards[0])
        settle(qtbot, tasks)
        panel.list.setFocus()
        return panel

    return opened


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.running == 0, timeout=10_000)


def dialog_of(panel: QWidget, kind: type[QDialog]) -> QDialog:
    (found,) = (one for one in panel.findChildren(kind) if one.isVisible())
    return found


def files(folder: Path, *made: tuple[str, bytes]) -> QMimeData:
    """Files of the desktop, as they are dragged."""
    mime = QMimeData()
    for name, content in made:
        (folder / name).write_bytes(content)
    mime.setUrls([QUrl.fromLocalFile(str(folder / name)) for name, _ in made])
    return mime


def drop(panel: AttachmentPanel, mime: QMimeData) -> bool:
    """Drag over the panel and let go; whether it was taken."""
    enter = QDragEnterEvent(drag_place(300, 300), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(panel, enter)
    if enter.isAccepted():
        QApplication.sendEvent(panel, QDropEvent(QPointF(300, 300), COPY, mime, LEFT, PLAIN))
    return enter.isAccepted()


def add(qtbot: QtBot, panel: AttachmentPanel, tasks: Tasks, kind: str = "licence") -> None:
    """Answer what the files are, and wait until they are in."""
    dialog = dialog_of(panel, AttachmentDialog)
    assert isinstance(dialog, AttachmentDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.document_no.setText("51010700012345")
    dialog.valid_until.setText("20270331")
    dialog.keep.click()
    settle(qtbot, tasks)


def test_dropped_files_are_kept_with_what_was_said_of_them(
    open_panel: OpenPanel, tmp_path: Path, tasks: Tasks, qtbot: QtBot, sit: Sit, cards: list[str]
) -> None:
    panel = open_panel("王秀兰")
    assert "Drag files here" in panel.preview.text
    assert drop(panel, files(tmp_path, ("营业执照.png", png()), ("合同.pdf", pdf(3))))
    add(qtbot, panel, tasks)
    kept = attachments_of(sit("王秀兰"), cards[0], NOW)
    assert {view.file_name for view in kept} == {"营业执照.png", "合同.pdf"}
    assert {(view.kind, view.document_no, view.valid_until) for view in kept} == {
        ("licence", "51010700012345", date(2027, 3, 31))
    }
    assert panel.told == "2 files added."
    assert panel.trouble.told == ""
    assert len(panel.list.views) == 2


def test_a_bad_file_is_named_with_its_reason_and_keeps_no_good_one_out(
    open_panel: OpenPanel, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    panel = open_panel("王秀兰")
    mime = files(
        tmp_path,
        ("名片.png", png()),
        ("表格.xlsx", b"PK\x03\x04 not a picture"),
        ("大.png", png() + bytes(LARGEST)),
        ("空.pdf", b""),
    )
    (tmp_path / "夹").mkdir()
    mime.setUrls([*mime.urls(), QUrl.fromLocalFile(str(tmp_path / "夹"))])
    assert drop(panel, mime)
    add(qtbot, panel, tasks)
    assert [view.file_name for view in panel.list.views] == ["名片.png"]
    assert panel.told == "1 file added."
    told = panel.trouble.told.splitlines()
    assert [line.split(":")[0] for line in told] == ["表格.xlsx", "大.png", "空.pdf", "夹"]
    assert "Only pictures" in told[0]
    assert "larger than 10 MB" in told[1]
    assert "empty" in told[2]
    assert "cannot be read" in told[3]


def test_a_picture_of_the_clipboard_is_pasted(
    open_panel: OpenPanel, tasks: Tasks, qtbot: QtBot
) -> None:
    panel = open_panel("王秀兰")
    QGuiApplication.clipboard().setImage(QImage.fromData(png(64, 48)))
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    add(qtbot, panel, tasks, "business_card")
    (view,) = panel.list.views
    assert view.media_type == "image/png"
    assert panel.preview.picture.picture.width() == 64
    QGuiApplication.clipboard().setText("K00001")
    panel.paste.click()
    assert "no picture" in panel.trouble.told


def test_what_is_chosen_is_shown_and_forgotten_with_the_card(
    open_panel: OpenPanel, tasks: Tasks, qtbot: QtBot, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "合同.pdf", pdf(3), AttachmentDetails("contract"), NOW)
    attach(sit("王秀兰"), cards[0], "门头.png", png(50, 20), AttachmentDetails("photo"), NOW)
    panel = open_panel("王秀兰")
    assert panel.preview.picture.picture.width() == 50
    press(qtbot, Qt.Key.Key_Down)
    settle(qtbot, tasks)
    assert panel.preview.page_count == 3
    assert panel.preview.picture.picture.isNull()
    panel.clear()
    assert panel.preview.page_count == 0
    assert panel.preview.pages._document._buffer is None
    assert panel.list.views == []
    assert panel.preview.text == ""


def test_pictures_are_shown_small_in_the_list(
    open_panel: OpenPanel, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "合同.pdf", pdf(1), AttachmentDetails("contract"), NOW)
    attach(sit("王秀兰"), cards[0], "门头.png", png(900, 300), AttachmentDetails("photo"), NOW)
    panel = open_panel("王秀兰")
    small = panel.list.item(0).data(Qt.ItemDataRole.UserRole + 1)
    assert (small.width(), small.height()) == (108, 36)
    assert panel.list.item(1).data(Qt.ItemDataRole.UserRole + 1) is None
    assert not panel.list.lacks_small
    assert not panel.list.grab().toImage().isNull()


def test_a_picture_that_comes_after_the_lock_is_not_shown(
    open_panel: OpenPanel, tasks: Tasks, qtbot: QtBot, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "门头.png", png(), AttachmentDetails("photo"), NOW)
    panel = open_panel("王秀兰")
    panel.show_card(cards[0])  # it is being read again …
    panel.clear()  # … when the screen locks
    settle(qtbot, tasks)
    assert panel.preview.picture.picture.isNull()


@pytest.mark.parametrize("content", [b"%PDF-1.7 damaged", b"\x89PNG\r\n\x1a\n damaged"])
def test_what_cannot_be_shown_says_so(
    open_panel: OpenPanel, sit: Sit, cards: list[str], content: bytes
) -> None:
    attach(sit("王秀兰"), cards[0], "坏", content, AttachmentDetails("other"), NOW)
    assert "cannot be shown" in open_panel("王秀兰").preview.text


def test_details_are_changed_and_what_is_wrong_stays_in_the_dialog(
    open_panel: OpenPanel, qtbot: QtBot, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "证.png", png(), AttachmentDetails("photo"), NOW)
    panel = open_panel("王秀兰")
    press(qtbot, Qt.Key.Key_F2)
    dialog = dialog_of(panel, AttachmentDialog)
    assert isinstance(dialog, AttachmentDialog)
    dialog.valid_until.setText("next spring")
    dialog.keep.click()
    assert dialog.isVisible()
    assert dialog._trouble.told
    dialog.valid_until.setText("2026-12-01")
    dialog.kind.setCurrentIndex(dialog.kind.findData("licence"))
    dialog.keep.click()
    (view,) = panel.list.views
    assert (view.kind, view.valid_until) == ("licence", date(2026, 12, 1))


def test_the_supervisor_removes_one_with_a_reason(
    open_panel: OpenPanel, qtbot: QtBot, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "证.png", png(), AttachmentDetails("photo"), NOW)
    panel = open_panel("赵刚")
    press(qtbot, Qt.Key.Key_Delete)
    dialog = dialog_of(panel, RemarkDialog)
    assert isinstance(dialog, RemarkDialog)
    dialog.text.setPlainText("重复")
    dialog.give.click()
    assert panel.list.views == []
    assert attachments_of(sit("赵刚"), cards[0], NOW) == ()


def test_a_clerk_may_ask_to_remove_one(
    open_panel: OpenPanel, sit: Sit, cards: list[str], shown_errors: list[BaseException]
) -> None:
    view = attach(sit("王秀兰"), cards[0], "证.png", png(), AttachmentDetails("photo"), NOW)
    panel = open_panel("王秀兰")
    assert panel.edit.isEnabled()
    assert panel.remove.isEnabled()
    panel.work._remove(view, "过期")
    (error,) = shown_errors
    assert isinstance(error, NeedsApprovalError)
    assert error.values["refs"] == (view.attachment_no,)
    assert [one.attachment_no for one in panel.list.views] == [view.attachment_no]


def test_a_rep_without_the_card_sees_and_adds_nothing(
    open_panel: OpenPanel, tmp_path: Path, sit: Sit, cards: list[str]
) -> None:
    attach(sit("王秀兰"), cards[0], "证.png", png(), AttachmentDetails("photo"), NOW)
    panel = open_panel("李明")
    assert panel.list.views == []
    assert panel.preview.text != ""


def test_text_is_not_taken(open_panel: OpenPanel) -> None:
    mime = QMimeData()
    mime.setText("https://example.com/a.png")
    mime.setUrls([QUrl("https://example.com/a.png")])
    assert not drop(open_panel("王秀兰"), mime)


@pytest.mark.parametrize(
    ("until", "colour"),
    [
        ("", ""),
        ("2026-11-19", "overdue"),
        (f"{TODAY:%Y-%m-%d}", "out"),
        ("2026-12-20", "out"),
        ("2026-12-21", "faint"),
    ],
)
def test_a_document_that_runs_out_is_amber_before_and_red_after(
    sit: Sit, cards: list[str], until: str, colour: str, translators: Translators
) -> None:
    details = AttachmentDetails("licence", valid_until=until)
    view = attach(sit("王秀兰"), cards[0], "证.png", png(), details, NOW)
    told, ink = validity(view, TODAY)
    assert ink == colour
    assert until in told

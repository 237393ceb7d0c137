"""The preview shows every page, turns and zooms by keys, and lets nothing of a sheet stay."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from gui.translators import Translators
from gui.widgets.pdf_preview import PdfPreview

CTRL = Qt.KeyboardModifier.ControlModifier


def pdf(pages: int) -> bytes:
    """A document with so many pages, upright and lying in turns."""
    out = BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.setPageSize(A4 if number % 2 else landscape(A4))
        canvas.drawString(100, 100, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, translators: Translators) -> PdfPreview:
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(qtbot: QtBot, preview: PdfPreview, key: Qt.Key) -> None:
    preview._view.setFocus()
    qtbot.keyClick(preview._view, key, CTRL)


def test_an_empty_preview_says_what_to_do(preview: PdfPreview) -> None:
    preview.clear("Choose a rep")
    assert preview.text == "Choose a rep"
    assert preview.page_count == 0
    assert preview.page_text == ""
    assert not any(action.isEnabled() for action in preview.actions_.values())


def test_a_document_is_shown_under_its_title(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(3), "Plan of 李明")
    assert preview.title == "Plan of 李明"
    assert preview.page_count == 3
    assert preview.page_text == "1 / 3"
    assert preview._document.status() is QPdfDocument.Status.Ready
    assert all(action.isEnabled() for action in preview.actions_.values())


def test_pages_turn_by_keys(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(3), "…")
    press(qtbot, preview, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.page_text == "2 / 3")
    press(qtbot, preview, Qt.Key.Key_PageUp)
    press(qtbot, preview, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: preview.page_text == "1 / 3")


def test_the_page_grows_and_shrinks_from_what_is_in_view(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(1), "…")
    fitted = preview._scale()
    press(qtbot, preview, Qt.Key.Key_Plus)
    assert preview._scale() == pytest.approx(fitted * 1.25)
    press(qtbot, preview, Qt.Key.Key_Minus)
    press(qtbot, preview, Qt.Key.Key_Minus)
    assert preview._scale() == pytest.approx(fitted / 1.25)
    press(qtbot, preview, Qt.Key.Key_0)
    assert preview._scale() == pytest.approx(fitted)


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_S, "save"), (Qt.Key.Key_P, "print")])
def test_saving_and_printing_are_asked_for_by_key(
    preview: PdfPreview, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    preview.show_pdf(pdf(1), "…")
    with qtbot.waitSignal(getattr(preview, f"{signal}_wanted"), timeout=1000):
        press(qtbot, preview, key)


def test_another_document_takes_the_place_of_the_first(preview: PdfPreview) -> None:
    preview.show_pdf(pdf(5), "first")
    preview.show_pdf(pdf(2), "second")
    assert (preview.title, preview.page_count, preview.page_text) == ("second", 2, "1 / 2")


def test_locking_leaves_nothing_of_the_sheet(preview: PdfPreview) -> None:
    preview.show_pdf(pdf(2), "Plan of 李明")
    buffer = preview._document._buffer
    assert buffer is not None
    preview.forget()
    assert preview.page_count == 0
    assert preview._document.status() is QPdfDocument.Status.Null
    assert buffer.data().size() == 0
    assert "李明" not in preview._title.text()
    assert "李明" not in preview._title.toolTip()


def test_a_look_leaves_no_file(preview: PdfPreview, tmp_path: Path, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(2), "…")
    preview.repaint()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_words_follow_the_language(
    preview: PdfPreview, translators: Translators, qtbot: QtBot
) -> None:
    preview.clear("")
    translators.switch("zh")
    qtbot.waitUntil(lambda: preview._title.text() == "预览")
    assert preview.actions_["print"].text().startswith("打印")

"""A print is logged before anything leaves, and as done only when it stands whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gui.papers import papers as papers_module
from gui.papers.missing_glyphs import MissingGlyphs
from gui.papers.paper import Draw
from gui.papers.papers import Papers
from gui.tasks import Tasks
from gui.widgets.pdf_preview import PdfPreview
from model.errors import NoPlanError
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine
from tests.gui.papers.conftest import PAPER, events

BEGUN = ("print.begin", "P000001", "RB20261120-01")
DONE = ("print", "P000001", "")


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.running == 0, timeout=10_000)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Answer the question where to save."""

    def answer(file: Path | None) -> None:
        monkeypatch.setattr(
            "gui.papers.papers.QFileDialog.getSaveFileName",
            lambda *_: (str(file) if file else "", ""),
        )

    return answer


def close_boxes() -> list[str]:
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    texts = [box.text() for box in boxes if box.isVisible()]
    for box in boxes:
        box.close()
    return texts


def test_a_preview_has_no_number_and_is_logged_as_seen(
    papers: Papers, tasks: Tasks, clerk: Desk, qtbot: QtBot
) -> None:
    view = PdfPreview()
    qtbot.addWidget(view)
    papers.preview(PAPER, view)
    wait(qtbot, tasks)
    assert (view.title, view.page_count) == (PAPER.title, 3)
    audit.flush(clerk)
    assert [event for event, number, _ in events() if not number] == ["print.preview"]


def test_of_two_previews_the_last_is_shown(papers: Papers, tasks: Tasks, qtbot: QtBot) -> None:
    view = PdfPreview()
    qtbot.addWidget(view)
    papers.preview(PAPER, view)
    papers.drop_preview()
    wait(qtbot, tasks)
    assert view.page_count == 0


def test_a_refusal_stands_in_the_preview(
    papers: Papers, tasks: Tasks, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    def refuse(desk: Desk, now: datetime) -> Draw:
        raise NoPlanError(rep="李明", day=now.date())

    view = PdfPreview()
    qtbot.addWidget(view)
    papers.preview(replace(PAPER, read=refuse), view)
    wait(qtbot, tasks)
    assert view.page_count == 0
    assert "李明" in view.text
    assert shown_errors == []
    assert events() == []


def test_a_saved_paper_is_whole_numbered_and_logged(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    choose: Callable[[Path | None], None],
) -> None:
    file = tmp_path / "set.pdf"
    choose(file)
    with qtbot.waitSignal(papers.told) as told:
        papers.save(PAPER)
    wait(qtbot, tasks)
    assert told.args == ["P000001: 3 pages saved as set.pdf."]
    assert events() == [BEGUN, DONE]
    last = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert hashlib.sha256(file.read_bytes()).hexdigest() in last.after
    assert [path.name for path in tmp_path.glob("set*")] == ["set.pdf"]
    if os.name != "nt":
        assert file.stat().st_mode & 0o077 == 0  # a customer's facts are its owner's only
    assert any("U+1F600" in text for text in close_boxes())


def test_a_name_without_its_ending_gets_it(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    choose: Callable[[Path | None], None],
) -> None:
    choose(tmp_path / "set")
    with qtbot.waitSignal(papers.told):
        papers.save(PAPER)
    wait(qtbot, tasks)
    close_boxes()
    assert (tmp_path / "set.pdf").is_file()


def test_who_changes_his_mind_saves_nothing(
    papers: Papers, tasks: Tasks, choose: Callable[[Path | None], None]
) -> None:
    choose(None)
    papers.save(PAPER)
    assert tasks.running == 0
    assert events() == []


def test_a_file_that_cannot_be_written_is_not_logged_as_done(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    choose: Callable[[Path | None], None],
    shown_errors: list[BaseException],
) -> None:
    choose(tmp_path / "nowhere" / "set.pdf")
    papers.save(PAPER)
    wait(qtbot, tasks)
    assert len(shown_errors) == 1
    assert events() == [BEGUN]


def test_a_kill_between_first_line_and_file_leaves_no_print_logged_as_done(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    choose: Callable[[Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
    shown_errors: list[BaseException],
) -> None:
    def killed(*_: object) -> None:
        raise KilledError

    monkeypatch.setattr("printing.making.write_whole", killed)
    choose(tmp_path / "set.pdf")
    papers.save(PAPER)
    wait(qtbot, tasks)
    assert events() == [BEGUN]
    assert list(tmp_path.glob("*.pdf")) == []


class KilledError(Exception):
    """Stands for the end of the process."""


def test_a_print_is_logged_before_the_printer_gets_anything(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    printer: QPrinter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[list[tuple[str, str, str]]] = []
    real = papers_module.send

    def watched(*args: object) -> None:
        seen.append(events())
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(papers_module, "send", watched)
    with qtbot.waitSignal(papers.told) as told:
        papers.send_to(PAPER, printer)
    wait(qtbot, tasks)
    close_boxes()
    assert seen == [[BEGUN]]
    assert events() == [BEGUN, DONE]
    assert told.args == ["P000001: 3 pages sent to the printer."]
    assert (tmp_path / "printed.pdf").is_file()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_not_logged_as_done(
    papers: Papers,
    tasks: Tasks,
    qtbot: QtBot,
    printer: QPrinter,
    tmp_path: Path,
    shown_errors: list[BaseException],
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    papers.send_to(PAPER, printer)
    wait(qtbot, tasks)
    assert len(shown_errors) == 1
    assert events() == [BEGUN]


def test_missing_characters_are_named(
    papers: Papers, tasks: Tasks, qtbot: QtBot, printer: QPrinter
) -> None:
    with qtbot.waitSignal(papers.told):
        papers.send_to(PAPER, printer)
    boxes = papers._page.window().findChildren(MissingGlyphs)
    assert [box.text() for box in boxes if "〔U+1F600〕" in box.text()]
    close_boxes()


def test_the_name_of_a_file_holds_nothing_that_a_disk_refuses() -> None:
    assert PAPER.file_name == "Day's-set-of-李明,-2026-11-20.pdf"

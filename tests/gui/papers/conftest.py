"""A desk that may print, and a paper of two pages to print."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from gui.papers.paper import Draw, Paper
from gui.papers.papers import Papers
from gui.tasks import Report, Tasks
from gui.translators import Translators
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.tables import AuditLine
from printing.fonts import MissingGlyph
from printing.paper import Printed
from tests.gui.conftest import StillClock

SIZES = (landscape(A4), A4, landscape(A5))


def draw_two(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
    """A plan lying, a card upright, a small card lying."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for number, size in enumerate(SIZES):
        canvas.setPageSize(size)
        canvas.drawString(60, 60, f"{stamp.print_no or 'preview'} {number}")
        canvas.rect(30, 30, size[0] - 60, size[1] - 60)
        canvas.showPage()
        report(number + 1, len(SIZES))
    canvas.save()
    data = buffer.getvalue()
    out.write(data)
    return Printed(len(SIZES), hashlib.sha256(data).hexdigest(), (MissingGlyph("😀"),))


def read(desk: Desk, now: datetime) -> Draw:
    del desk, now
    return draw_two


PAPER = Paper("packet", "RB20261120-01", "Day's set of 李明, 2026-11-20", read)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def papers(
    clerk: Desk,
    tasks: Tasks,
    clock: StillClock,
    translators: Translators,
    settings: QSettings,
    qtbot: QtBot,
) -> Iterator[Papers]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    yield Papers(clerk, tasks, clock, page, settings)
    tasks.stop_all(5000)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer whose paper can be read back."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(150)
    return made


def events() -> list[tuple[str, str, str]]:
    """Every line of the log about a print: event, number, document."""
    found = AuditLine.select().where(AuditLine.subject_kind == "print").order_by(AuditLine.no)
    return [(line.event, line.subject, line.document) for line in found]

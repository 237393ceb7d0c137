"""Keys and recovery, clicked: codes made, tried, refused; a PC measured; two persons wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from gui.frame.pages import Surroundings
from gui.papers.print_dialog import PrintDialog
from gui.papers.recovery_paper import DoorSheet
from gui.settings.recovery_dialog import NewCodeDialog, TryCodeDialog
from gui.settings.security_tab import SecurityTab
from model.errors import CannotWriteError
from model.office import kdf
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in
from model.office.office_settings import setting_value
from model.office.prints import PrintStamp
from model.office.recovery import confirm_recovery_code, new_recovery_code, recovery_state
from model.office.tables import AuditLine
from model.storage import kdf_measure
from model.storage.kdf_measure import Speed
from model.storage.passwords import make_recovery_code
from printing.paper import Printed
from tests.conftest import NOW, PASSWORD
from tests.gui.conftest import WAIT_MS


def draw_one(code: str, stamp: PrintStamp, out: BinaryIO, words: object) -> Printed:
    """A sheet without the office's font, which takes its time to be made."""
    canvas = Canvas(out)
    canvas.drawString(60, 60, stamp.print_no)
    canvas.save()
    return Printed(1, "0" * 64, ())


@pytest.fixture
def tab(desk: Desk, around: Surroundings, qtbot: QtBot) -> Iterator[SecurityTab]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SecurityTab(desk, around.tasks, around.clock, window)
    made.resize(1200, 600)
    window.show()
    yield made
    window.close()


def button(inside: QWidget, text: str) -> QPushButton:
    (found,) = [
        one
        for one in inside.findChildren(QPushButton)
        if one.text().replace("&", "") == text and one.isVisibleTo(inside)
    ]
    return found


def lines(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def opened(tab: SecurityTab, kind: type[QDialog], text: str) -> QDialog:
    button(tab, text).click()
    (dialog,) = tab.findChildren(kind)
    return dialog


def go_to_field(dialog: QDialog) -> str:
    """Say that the code is on paper; what it was."""
    (shown,) = [w.text() for w in dialog.findChildren(QLabel) if w.objectName() == "recoveryCode"]
    dialog.findChild(QCheckBox).setChecked(True)
    button(dialog, "Go on").click()
    return shown.replace("\n", "-")


def type_code(dialog: QDialog, code: str) -> None:
    dialog.findChild(QLineEdit).setText(code)
    button(dialog, "Try the code").click()


def test_a_code_that_was_never_tried_is_a_warning(tab: SecurityTab) -> None:
    assert "Made on 2026-11-20 · not tried yet" in lines(tab)
    assert "8 keys · generation 1" in lines(tab)


def test_a_new_code_counts_when_it_was_typed(tab: SecurityTab, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(tab, NewCodeDialog, "New code …")
    code = go_to_field(dialog)
    type_code(dialog, make_recovery_code())
    qtbot.waitUntil(lambda: dialog.trouble != "", timeout=WAIT_MS)
    assert recovery_state(desk).tried_at is None
    type_code(dialog, code)
    qtbot.waitUntil(lambda: recovery_state(desk).tried_at == NOW, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "tried on 2026-11-20" in lines(tab), timeout=WAIT_MS)


def test_the_code_is_never_cut_whatever_is_told_of_its_print(
    tab: SecurityTab, qtbot: QtBot
) -> None:
    dialog = opened(tab, NewCodeDialog, "New code …")
    (shown,) = (one for one in dialog.findChildren(QLabel) if one.objectName() == "recoveryCode")
    before = dialog.height()
    dialog._code.tell("P000001: 1 page, saved as recovery.pdf.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert shown.height() >= shown.sizeHint().height()


def test_a_cancelled_code_leaves_the_old_one(tab: SecurityTab, cabinet: Path) -> None:
    before = (cabinet / "keys.json").read_bytes()
    dialog = opened(tab, NewCodeDialog, "New code …")
    go_to_field(dialog)
    button(dialog, "Cancel").click()
    assert (cabinet / "keys.json").read_bytes() == before
    assert all(label.objectName() != "recoveryCode" or not label.text()
               for label in dialog.findChildren(QLabel))  # fmt: skip


def test_the_code_that_counts_is_tried(tab: SecurityTab, desk: Desk, qtbot: QtBot) -> None:
    pending = new_recovery_code(desk, NOW)
    confirm_recovery_code(desk, pending, pending.code, NOW.replace(year=2025))
    tab.refresh()
    assert "tried on 2025-11-20" in lines(tab)
    dialog = opened(tab, TryCodeDialog, "Try the code …")
    type_code(dialog, make_recovery_code())
    qtbot.waitUntil(lambda: dialog.trouble != "", timeout=WAIT_MS)
    type_code(dialog, pending.code)
    qtbot.waitUntil(lambda: "tried on 2026-11-20" in lines(tab), timeout=WAIT_MS)


def test_this_pc_is_measured(
    tab: SecurityTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf_measure, "measure", lambda: Speed(64, 2400))
    button(tab, "Measure on this PC").click()
    qtbot.waitUntil(lambda: "over 64 MiB" in lines(tab), timeout=WAIT_MS)
    assert "8 passwords follow" in lines(tab)
    assert button(tab, "Measure on this PC").isEnabled()


def test_a_measurement_that_cannot_be_kept_is_told(
    tab: SecurityTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise CannotWriteError(path="keys.json", reason="disk full")

    monkeypatch.setattr(kdf_measure, "measure", lambda: Speed(64, 2400))
    monkeypatch.setattr(kdf, "change_key_file", refuse)
    button(tab, "Measure on this PC").click()
    qtbot.waitUntil(lambda: "disk full" in lines(tab), timeout=WAIT_MS)


def test_two_persons_are_wanted_by_a_tick(tab: SecurityTab) -> None:
    tick = tab.findChild(QCheckBox)
    tick.click()
    assert setting_value("two_persons") is True
    tick.click()
    assert setting_value("two_persons") is False
    assert AuditLine.select().where(AuditLine.event == "settings.change").count() >= 2


def test_nothing_is_left_in_it_after_a_lock(tab: SecurityTab) -> None:
    tab.forget()
    assert "keys" not in lines(tab)
    assert "tried" not in lines(tab).replace("Try", "")


@pytest.fixture
def sheet(
    desk: Desk, cabinet: Path, around: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DoorSheet]:
    """The sheet of the code that counts, at the door."""
    pending = new_recovery_code(desk, NOW)
    confirm_recovery_code(desk, pending, pending.code, NOW)
    lock_screen(desk, NOW)
    page = QWidget()
    qtbot.addWidget(page)
    monkeypatch.setattr("gui.papers.recovery_paper.write_recovery_sheet", draw_one)
    yield DoorSheet(cabinet, "张总", pending.code, around.tasks, around.clock, page)
    page.close()


def logged(cabinet: Path, told: str) -> list[str]:
    """The lines of the log about the print that was told."""
    log_in(cabinet, "张总", PASSWORD, NOW)
    number = told.partition(":")[0]
    lines = AuditLine.select().where(AuditLine.subject == number).order_by(AuditLine.no)
    return [line.event for line in lines]


def test_its_sheet_is_saved_before_anybody_logs_in(
    sheet: DoorSheet, cabinet: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(
        "gui.papers.recovery_paper.QFileDialog.getSaveFileName", lambda *_: (str(file), "")
    )
    with qtbot.waitSignal(sheet.told, timeout=WAIT_MS) as told:
        sheet.save()
    assert file.read_bytes().startswith(b"%PDF")
    assert logged(cabinet, told.args[0]) == ["print.begin", "print"]
    assert not list(tmp_path.rglob("*.new"))


def test_its_sheet_is_printed_before_anybody_logs_in(
    sheet: DoorSheet, cabinet: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sheet.print()
    (dialog,) = sheet.parent().findChildren(PrintDialog)
    with qtbot.waitSignal(sheet.told, timeout=WAIT_MS) as told:
        dialog.chosen.emit(printer)
    dialog.close()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert logged(cabinet, told.args[0]) == ["print.begin", "print"]

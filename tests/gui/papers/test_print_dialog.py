"""The printer is chosen once for each kind of paper, and remembered."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.papers.print_dialog import PrintDialog
from gui.papers.printer_memory import PrinterChoice, PrinterMemory
from gui.translators import Translators
from tests.gui.test_accessible_names import nameless

LONG = QPrinter.DuplexMode.DuplexLongSide
NONE = QPrinter.DuplexMode.DuplexNone


@pytest.fixture
def memory(settings: QSettings) -> PrinterMemory:
    return PrinterMemory(settings)


@pytest.fixture
def parent(qtbot: QtBot, translators: Translators) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def two_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    names = staticmethod(lambda: ["Floor 1", "Counter"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", staticmethod(lambda: "Counter"))


def opened(memory: PrinterMemory, parent: QWidget, *, both_sides: bool = False) -> PrintDialog:
    dialog = PrintDialog("packet", "Set of 李明", both_sides, memory, parent)
    dialog.open()
    return dialog


def test_without_a_printer_it_says_what_to_do(
    memory: PrinterMemory, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    dialog = opened(memory, parent)
    assert not dialog.can_print
    assert not dialog._print.isEnabled()
    assert "Save the paper as a file" in dialog._why()
    dialog.reject()


@pytest.mark.usefixtures("two_printers")
def test_the_systems_printer_is_offered_first(memory: PrinterMemory, parent: QWidget) -> None:
    dialog = opened(memory, parent)
    assert dialog._names.currentText() == "Counter"
    assert dialog.set_up().copyCount() == 1
    dialog.reject()


@pytest.mark.usefixtures("two_printers")
@pytest.mark.parametrize(("both_sides", "sides"), [(True, LONG), (False, NONE)])
def test_sheets_made_for_both_sides_are_printed_so(
    memory: PrinterMemory, parent: QWidget, both_sides: bool, sides: QPrinter.DuplexMode
) -> None:
    dialog = opened(memory, parent, both_sides=both_sides)
    assert dialog._sides.currentData() is sides
    dialog.reject()


@pytest.mark.usefixtures("two_printers")
def test_what_was_chosen_comes_back_for_this_kind_of_paper(
    memory: PrinterMemory, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(memory, parent)
    dialog._names.setCurrentText("Floor 1")
    dialog._sides.setCurrentIndex(dialog._sides.findData(LONG))
    dialog._copies.setValue(3)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog._print.click()
    assert chosen.args is not None
    assert chosen.args[0].copyCount() == 3
    again = opened(memory, parent)
    assert (again._names.currentText(), again._sides.currentData()) == ("Floor 1", LONG)
    assert again._copies.value() == 1  # a second set is asked for, never left over
    again.reject()
    other = PrintDialog("register", "Register", False, memory, parent)
    assert (other._names.currentText(), other._sides.currentData()) == ("Floor 1", NONE)
    other.reject()


def test_the_choice_survives_the_program(settings: QSettings) -> None:
    PrinterMemory(settings).remember("badge", PrinterChoice("Counter", LONG, 4))
    settings.sync()
    again = PrinterMemory(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert again.choice("badge") == PrinterChoice("Counter", LONG, 4)
    assert again.choice("packet") is None
    assert again.last_printer == "Counter"


@pytest.mark.usefixtures("two_printers")
def test_the_alignment_page_goes_to_the_chosen_printer(
    memory: PrinterMemory, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(memory, parent)
    with qtbot.waitSignal(dialog.alignment_wanted):
        dialog._align.click()
    assert dialog.isVisible()
    dialog.reject()


def test_sheets_on_their_way_to_the_system_stay_in_memory(
    memory: PrinterMemory, parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")  # elsewhere the system keeps its own files
    in_memory = tmp_path / "memory"
    monkeypatch.setattr("gui.papers.print_dialog._MEMORY_FOLDER", in_memory)
    opened(memory, parent).reject()
    assert os.environ["TMPDIR"] != str(in_memory)  # it is not there: nothing changes
    in_memory.mkdir()
    opened(memory, parent).reject()
    assert os.environ["TMPDIR"] == str(in_memory)


@pytest.mark.usefixtures("two_printers")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_input_has_its_name(
    memory: PrinterMemory, parent: QWidget, translators: Translators, language: str
) -> None:
    translators.switch(language)
    dialog = opened(memory, parent)
    assert nameless(dialog) == []
    dialog.reject()

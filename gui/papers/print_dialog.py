"""How a paper is printed: which printer and tray, which sides, how many copies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.papers.printer_memory import PrinterChoice, PrinterMemory
from gui.translators import spoken, words
from gui.widgets.buttons import plain_button, remark
from model.words import mark

_MOST_COPIES = 99
_MEMORY_FOLDER = Path("/dev/shm")
_SIDES = (
    (QPrinter.DuplexMode.DuplexNone, mark("PrintDialog", "One side")),
    (
        QPrinter.DuplexMode.DuplexLongSide,
        mark("PrintDialog", "Both sides, turned on the long edge"),
    ),
    (
        QPrinter.DuplexMode.DuplexShortSide,
        mark("PrintDialog", "Both sides, turned on the short edge"),
    ),
)

_TRAYS = (
    (None, mark("PrintDialog", "The printer chooses")),
    (QPrinter.PaperSource.Upper, mark("PrintDialog", "Upper tray")),
    (QPrinter.PaperSource.Middle, mark("PrintDialog", "Middle tray")),
    (QPrinter.PaperSource.Lower, mark("PrintDialog", "Lower tray")),
    (QPrinter.PaperSource.Cassette, mark("PrintDialog", "Cassette")),
    (QPrinter.PaperSource.Manual, mark("PrintDialog", "Fed by hand")),
)
_TRAYS_ARE_HEARD = sys.platform == "win32"
"""Elsewhere the tray is chosen among the printer's own settings."""


class PrintDialog(QDialog):
    """Asked before every print; knows what was chosen for this kind of paper last.

    Signals:
        chosen: the `QPrinter`, set up.
        alignment_wanted: the `QPrinter` on which the alignment page is to be printed.
    """

    chosen = Signal(object)
    alignment_wanted = Signal(object)

    def __init__(
        self, what: str, title: str, both_sides: bool, memory: PrinterMemory, parent: QWidget
    ) -> None:
        """`what` is the kind of paper, `title` what is printed, in the window's language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Print"))
        self.setMinimumWidth(480)
        keep_spool_in_memory()
        self._what, self._memory = what, memory
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._build(title)
        self._take(memory.choice(what), both_sides)
        self._connect()

    @property
    def can_print(self) -> bool:
        """Whether this PC has any printer."""
        return self._names.count() > 0

    def set_up(self) -> QPrinter:
        """The printer as it is chosen now."""
        printer = self._printer
        printer.setDuplex(self._sides.currentData())
        printer.setCopyCount(self._copies.value())
        printer.setCollateCopies(True)
        if self._tray.currentData() is not None:
            printer.setPaperSource(QPrinter.PaperSource(self._tray.currentData()))
        return printer

    def _build(self, title: str) -> None:
        self._names, self._tray, self._sides = QComboBox(self), QComboBox(self), QComboBox(self)
        self._copies = QSpinBox(self)
        self._copies.setRange(1, _MOST_COPIES)
        self._names.addItems(QPrinterInfo.availablePrinterNames())
        for mode, name in _SIDES:
            self._sides.addItem(words("PrintDialog", name), mode)
        for source, name in _TRAYS:
            self._tray.addItem(words("PrintDialog", name), None if source is None else source.value)
        self._more: QPushButton = plain_button(self)
        self._align: QPushButton = plain_button(self)
        self._more.setText(self.tr("Printer's &own settings …"))
        self._align.setText(self.tr("&Alignment page"))
        self._align.setToolTip(self.tr("A cross of 100 mm: measure it to see that nothing shrinks"))
        form = QFormLayout()
        for label, field in (
            (self.tr("&Printer"), self._names),
            (self.tr("&Tray"), self._tray),
            (self.tr("&Sides"), self._sides),
            (self.tr("&Copies"), self._copies),
        ):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        form.setRowVisible(self._tray, _TRAYS_ARE_HEARD)
        form.addRow("", self._more)
        form.addRow("", self._align)
        what, why = remark(self), remark(self)
        what.setText(title)
        why.setText(self._why())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(why)
        layout.addWidget(self._buttons())

    def _why(self) -> str:
        if self.can_print:
            return self.tr("Sheets are printed at 100 %; nothing is fitted to the paper.")
        return self.tr(
            "No printer is set up on this PC. Save the paper as a file, or set a printer up in "
            "the system and open this again."
        )

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._print = buttons.addButton(self.tr("P&rint"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._print.setProperty("main", True)
        self._print.setDefault(True)
        for widget in (self._print, self._more, self._align):
            widget.setEnabled(self.can_print)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self._names.currentTextChanged.connect(self._take_printer)
        self._more.clicked.connect(self._open_own_settings)
        self._align.clicked.connect(lambda: self.alignment_wanted.emit(self.set_up()))

    def _take(self, kept: PrinterChoice | None, both_sides: bool) -> None:
        """Choose what was chosen last, or what the paper is made for."""
        if kept is None:
            usual = QPrinter.DuplexMode.DuplexLongSide if both_sides else _SIDES[0][0]
            name = self._memory.last_printer or QPrinterInfo.defaultPrinterName()
            kept = PrinterChoice(name, usual)
        if self._names.findText(kept.printer) >= 0:
            self._names.setCurrentText(kept.printer)
        self._take_printer(self._names.currentText())
        self._sides.setCurrentIndex(max(0, self._sides.findData(kept.sides)))
        if kept.tray is not None:
            self._tray.setCurrentIndex(max(0, self._tray.findData(kept.tray)))

    def _take_printer(self, name: str) -> None:
        if name:
            self._printer.setPrinterName(name)

    def _open_own_settings(self) -> None:
        """Everything else that this printer can do, in the system's own dialog."""
        own = QPrintDialog(self.set_up(), self)
        own.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own.accepted.connect(self._take_back)
        QDialog.open(own)  # QPrintDialog has one of its own, which wants a slot by name

    def _take_back(self) -> None:
        self._names.setCurrentText(self._printer.printerName())
        self._copies.setValue(self._printer.copyCount())
        self._sides.setCurrentIndex(max(0, self._sides.findData(self._printer.duplex())))

    def _finish(self) -> None:
        printer = self.set_up()
        self._memory.remember(
            self._what,
            PrinterChoice(
                self._names.currentText(), self._sides.currentData(), self._tray.currentData()
            ),
        )
        self.chosen.emit(printer)
        self.accept()


def keep_spool_in_memory() -> None:
    """Let the sheets on their way to the system's print service stay off the disk.

    On Linux the service's library writes them to a file in TMPDIR first.
    """
    if sys.platform.startswith("linux") and os.access(_MEMORY_FOLDER, os.W_OK):
        os.environ["TMPDIR"] = str(_MEMORY_FOLDER)

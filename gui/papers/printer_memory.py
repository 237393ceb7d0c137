"""Which printer prints which kind of paper on this PC, as it was chosen last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter

_LAST = "printers/last"
_PARTS = 3
_ONE_SIDE = QPrinter.DuplexMode.DuplexNone


@dataclass(frozen=True)
class PrinterChoice:
    """How one kind of paper is printed.

    Attributes:
        printer: its name in the system.
        sides: of the paper.
        tray: number of the tray as the printer counts, None where the printer decides.
    """

    printer: str
    sides: QPrinter.DuplexMode = QPrinter.DuplexMode.DuplexNone
    tray: int | None = None


class PrinterMemory:
    """Kept with the window's settings; nothing of what was printed."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def choice(self, what: str) -> PrinterChoice | None:
        """The choice for a kind of paper, None for one never printed."""
        kept = self._settings.value(f"printers/{what}")
        if not isinstance(kept, list) or len(kept) != _PARTS:
            return None
        printer, sides, tray = (str(part) for part in kept)
        return PrinterChoice(
            printer,
            next((mode for mode in QPrinter.DuplexMode if mode.name == sides), _ONE_SIDE),
            int(tray) if tray.isdigit() else None,
        )

    def remember(self, what: str, choice: PrinterChoice) -> None:
        """Print this kind of paper like that from now on."""
        tray = "" if choice.tray is None else str(choice.tray)
        self._settings.setValue(f"printers/{what}", [choice.printer, choice.sides.name, tray])
        self._settings.setValue(_LAST, choice.printer)

    @property
    def last_printer(self) -> str:
        """The printer used last, for whatever paper; empty before the first."""
        return str(self._settings.value(_LAST, ""))

    @property
    def folder(self) -> str:
        """Where a paper was saved last; empty before the first."""
        return str(self._settings.value("printers/folder", ""))

    @folder.setter
    def folder(self, folder: str) -> None:
        self._settings.setValue("printers/folder", folder)

"""What a scan means: a badge chooses its rep, a card goes out or comes home by the mode."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gui import errors
from gui.clock import Clock
from gui.today.counter import Counter
from gui.today.scan_box import as_code
from model.errors import CabinetError
from model.loans.board import Board
from model.loans.scanning import CardScan, PersonScan, PlanScan, read_scan
from model.office.desk import Desk

REPEATED_S = 3.0
"""A scanner held too long reads its card again; a person means it only after this."""
_NOON = 12


class Mode(StrEnum):
    """What a scanned card is to do."""

    OUT = "out"
    HOME = "home"


def usual_mode(board: Board, now: datetime) -> Mode:
    """What the counter does at this time of such a day."""
    out = any(rep.out for rep in board.reps)
    to_go = any(rep.to_go for rep in board.reps)
    if out and to_go:
        return Mode.OUT if now.hour < _NOON else Mode.HOME
    return Mode.HOME if out else Mode.OUT


class Scans(QObject):
    """Takes one scan after the other; each is done before the next is looked at.

    Signals:
        rep_meant: name of a rep whose badge, plan or card was scanned.
        card_meant: number of the card that was scanned.
    """

    rep_meant = Signal(str)
    card_meant = Signal(str)

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        counter: Counter,
        mode: Callable[[], Mode | None],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """`mode` tells what a card is to do; None for a desk that moves no cards."""
        super().__init__(counter)
        self._desk = desk
        self._clock = clock
        self._counter = counter
        self._mode = mode
        self._seconds = seconds
        self._last = ("", -REPEATED_S)

    def take(self, text: str) -> None:
        """Do what the scanned text means."""
        code, now = as_code(text), self._seconds()
        again = code == self._last[0] and now - self._last[1] < REPEATED_S
        self._last = (code, now)
        if again:
            self._refuse(
                self.tr("{code} was scanned twice; the second is ignored").format(code=code)
            )
            return
        try:
            scan = read_scan(self._desk, code, self._clock.now())
        except CabinetError as error:
            self._refuse(f"{code}: {errors.told(error)}")
            return
        if isinstance(scan, PersonScan | PlanScan):
            self.rep_meant.emit(scan.rep)
        elif isinstance(scan, CardScan):
            self._take_card(scan)
        else:
            self._refuse(
                self.tr("{code} is no badge, card or plan of this office").format(code=code)
            )

    def _take_card(self, scan: CardScan) -> None:
        mode = self._mode()
        holder = scan.holder if scan.custody in {"out", "overdue"} else ""
        self.rep_meant.emit(scan.holder or scan.rep)
        if mode is Mode.OUT:
            rep = scan.holder if scan.custody == "reserved" else scan.rep
            done = self._counter.scan_out(rep, scan.card_no)
        elif mode is Mode.HOME and holder:
            done = self._counter.scan_home(holder, scan.card_no)
        elif mode is Mode.HOME:
            done = False
            text = self.tr("{card} {name} is not out")
            self._counter.refuse(text.format(card=scan.card_no, name=scan.name))
        else:
            done = True
        self.card_meant.emit(scan.card_no)
        if not done:
            QApplication.beep()
        elif scan.old_print:
            text = self.tr("{card}: this is an old print, to be cut up")
            self._refuse(text.format(card=scan.card_no))

    def _refuse(self, text: str) -> None:
        self._counter.refuse(text)
        QApplication.beep()

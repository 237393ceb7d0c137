"""The acts of the counter: what a key or a scan wants done is done, and told in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.clock import Clock
from gui.tasks import Tasks
from gui.today.happenings import Happening
from model.errors import CabinetError
from model.loans.blocks import lift_block
from model.loans.checkouts import AllOut, CardOut, check_out, check_out_all, tick_read
from model.loans.corrections import Corrected, correct_loan
from model.loans.reminders import recall
from model.loans.returns import CardHome, Return, take_back
from model.office.calendar import working_day_after
from model.office.desk import Desk
from model.rounds.approval import confirm
from model.rounds.planning import strike_line


class Counter(QObject):
    """Does one act at a time, in the window's thread: a card takes some ten milliseconds.

    Signals:
        happened: a `Happening` for the list.
        changed: cards, plans or blocks are not as they were.
    """

    happened = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._window = window
        self.last_home: CardHome | None = None
        """The card that came home last."""

    def day_after(self, day: date) -> date:
        """The next day on which somebody can be visited."""
        return working_day_after(self._desk, day)

    def hand_out(self, rep: str, card_nos: Sequence[str]) -> bool:
        """The cards of a rep's visits go out: all, or only these."""
        return self._try(lambda: self._out(rep, card_nos))

    def scan_out(self, rep: str, card_no: str) -> bool:
        """One scanned card goes out; a refusal is told in the list, never in a box."""
        return self._try(lambda: self._out(rep, [card_no]), about=card_no)

    def hand_out_all(self, reps: Sequence[str]) -> None:
        """Everyone who waits, in one act that may take its time."""
        desk, now = self._desk, self._clock.now()

        def job(report: Callable[[int, int], None]) -> AllOut:
            with desk.own_connection():
                return check_out_all(desk, list(reps), now, progress=report)

        title = self.tr("Handing out everyone's cards")
        self._tasks.run(self._window, job, self._tell_all, title=title)

    def take_home(self, rep: str, returns: Sequence[Return]) -> bool:
        """Cards come home from a rep."""
        return self._try(lambda: self._home(rep, returns))

    def take_home_typed(self, rep: str, one: Return) -> None:
        """One card comes home with its record; what cannot be taken is the form's to tell.

        Raises:
            CabinetError: as `take_back`.
        """
        self._home(rep, [one])
        self.changed.emit()

    def scan_home(self, rep: str, card_no: str) -> bool:
        """One scanned card comes home; whether its record is there, the office sees itself."""
        return self._try(lambda: self._home(rep, [Return(card_no, "no_record")]), about=card_no)

    def tick_read(self, plan_no: str, card_no: str) -> bool:
        """已阅."""
        return self._try(lambda: tick_read(self._desk, plan_no, card_no, self._clock.now()))

    def strike(self, plan_no: str, card_no: str, reason: str, to: date | None) -> None:
        """A visit of the plan is called off, or moved to another day.

        Raises:
            CabinetError: as `strike_line`.
        """
        strike_line(self._desk, plan_no, card_no, reason, self._clock.now(), to=to)
        self._say(self.tr("{card} struck from the plan").format(card=card_no))
        self.changed.emit()

    def lift(self, rep: str, reason: str) -> bool:
        """A rep's block is lifted for today."""

        def lift() -> None:
            lift_block(self._desk, rep, reason, self._clock.now())
            self._say(self.tr("Block of {rep} lifted for today").format(rep=rep))

        return self._try(lift)

    def confirm(self, plan_no: str) -> bool:
        """An approval on paper is confirmed by who gave it."""

        def agree() -> None:
            confirm(self._desk, plan_no, self._clock.now())
            self._say(self.tr("{plan} confirmed").format(plan=plan_no))

        return self._try(agree)

    def recall(self, card_no: str) -> bool:
        """催还."""

        def call() -> None:
            recall(self._desk, [card_no], self._clock.now())
            self._say(self.tr("{card} recalled").format(card=card_no))

        return self._try(call)

    def correct(self, happening: Happening) -> bool:
        """What was done by mistake is corrected: the wrong line stays, and counts nowhere."""

        def correct() -> None:
            reason = self.tr("Scanned by mistake")
            now = self._clock.now()
            done = [correct_loan(self._desk, no, reason, now) for no in happening.loan_nos]
            if len(done) > 1:
                self._say(self.tr("%n card(s) corrected: in the cabinet", "", len(done)))
            else:
                self._say(self._corrected_text(done[0]))

        return self._try(correct)

    def correct_line(self, loan_no: int, reason: str) -> bool:
        """One line of the register is corrected, with its reason; and how to do it once more."""

        def correct() -> None:
            done = correct_loan(self._desk, loan_no, reason, self._clock.now())
            again = self.tr("{what}. Taking it home again: F8")
            if done.custody_state not in {"out", "overdue"}:
                again = self.tr("{what}. Handing it out again: F9")
            self._say(again.format(what=self._corrected_text(done)))

        return self._try(correct)

    def refuse(self, text: str) -> None:
        """Tell that nothing was done."""
        self.happened.emit(Happening(self._clock.now(), text, good=False))

    def _out(self, rep: str, card_nos: Sequence[str]) -> None:
        out = check_out(self._desk, rep, self._clock.now(), card_nos=card_nos)
        self._tell_out(out)

    def _home(self, rep: str, returns: Sequence[Return]) -> None:
        for card in take_back(self._desk, rep, returns, self._clock.now()):
            self.last_home = card
            self._say(
                self._home_text(card),
                card.loan_no,
                good=not card.record_missing,
                reprint=card.card_no if card.reprint else "",
            )

    def _tell_out(self, out: Sequence[CardOut]) -> None:
        """One line for one card, and one for a whole set."""
        if len(out) == 1:
            card = out[0]
            text = self.tr("{card} {name} → {rep}")
            told = text.format(card=card.card_no, name=card.name, rep=card.borrower)
            self._say(told, card.loan_no)
        elif out:
            told = self.tr("%n card(s) → {rep}", "", len(out)).format(rep=out[0].borrower)
            self._say(told, *(card.loan_no for card in out))

    def _tell_all(self, result: AllOut) -> None:
        """Each rep's set, and who was refused and why."""
        for rep in dict.fromkeys(card.borrower for card in result.out):
            self._tell_out([card for card in result.out if card.borrower == rep])
        for rep, error in result.refused:
            why = errors.told(error)
            self.refuse(why if rep in why else self.tr("{rep}: {why}").format(rep=rep, why=why))
        self.changed.emit()

    def _corrected_text(self, card: Corrected) -> str:
        text = self.tr("{card} corrected: it is in the cabinet")
        if card.custody_state in {"out", "overdue"}:
            text = self.tr("{card} corrected: it is out again")
        return text.format(card=card.card_no)

    def _home_text(self, card: CardHome) -> str:
        text = self.tr("{card} {name} home from {rep}, no visit record yet (F2)")
        if not card.record_missing:
            text = self.tr("{card} {name} home from {rep}")
        told = text.format(card=card.card_no, name=card.name, rep=card.borrower)
        if card.late_hours:
            told += self.tr(" · %n hour(s) late", "", card.late_hours)
        if card.reprint:
            told += self.tr(" · to be reprinted")
        return told

    def _say(self, text: str, *loan_nos: int, good: bool = True, reprint: str = "") -> None:
        happening = Happening(self._clock.now(), text, good, loan_nos, reprint=reprint)
        self.happened.emit(happening)

    def _try(self, work: Callable[[], object], about: str = "") -> bool:
        """Do it; what the office refuses is told, and what is shown is read again either way.

        Args:
            work: the act.
            about: of a scan: the card. A box would swallow the next scans.
        """
        done = True
        try:
            work()
        except CabinetError as error:
            done = False
            if about:
                told = errors.told(error)
                self.refuse(told if about in told else f"{about}: {told}")
            else:
                errors.show(self._window, error)
        self.changed.emit()
        return done

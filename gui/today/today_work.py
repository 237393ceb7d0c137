"""What the page's keys and buttons do with what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMessageBox

from gui.rounds.strike_dialog import StrikeDialog
from gui.today.all_out_question import AllOutQuestion
from gui.today.happenings import Happening
from gui.today.scans import Mode
from gui.today.visit_of import VisitOf
from model.errors import CabinetError
from model.loans.board import CardAway
from model.loans.returns import Return
from model.rounds.plans_shown import LineView

if TYPE_CHECKING:
    from gui.today.today_page import TodayPage


class TodayWork(QObject):
    """Reads what is chosen on the page, and hands it to the counter or to the form."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._page = page
        actions = page.actions_
        for name, slot in (
            ("mode_out", lambda: page.bar.choose(Mode.OUT)),
            ("mode_home", lambda: page.bar.choose(Mode.HOME)),
            ("hand_out", self.hand_out),
            ("hand_out_all", self.ask_all_out),
            ("tick_read", lambda: self.tick_read(page.visits.line)),
            ("choose", page.visits.toggle_chosen),
            ("strike", self.ask_strike),
            ("record", self.open_record),
            ("return_plain", lambda: self.take_home("no_record")),
            ("return_all", self.take_all_home),
            ("cancel", lambda: self.take_home("cancelled")),
            ("record_last", self.open_last),
            ("correct", self.correct),
            ("correct_card", self.correct_card),
            ("note_visit", self.note_visit),
            ("preview", page.preview.toggle),
            ("refresh", page.refresh),
        ):
            actions[name].triggered.connect(lambda _=False, slot=slot: slot())
        for name, why in (
            ("hand_out", lambda: page.visits.in_the_way),
            ("hand_out_all", self._why_none_out),
            ("return_plain", self._why_none_home),
            ("return_all", self._why_none_home),
            ("cancel", self._why_none_home),
        ):
            self._answer(name, why)
        page.visits.read_wanted.connect(self.tick_read)
        page.visits.record_wanted.connect(self.open_line)
        page.visits.changed.connect(self._look)
        page.away.record_wanted.connect(self.open_away)
        page.away.changed.connect(self._look)

    @property
    def _rep(self) -> str:
        return self._page.left.reps.rep

    def _answer(self, name: str, why: Callable[[], str]) -> None:
        """A key whose action cannot be done now says why: nothing happens without a word."""
        action = self._page.actions_[name]
        if not self._page.actions_.may(name):
            return
        key = QShortcut(action.shortcut(), self._page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self._page.counter.refuse(why()))
        key.setEnabled(not action.isEnabled())
        action.enabledChanged.connect(lambda on: key.setEnabled(not on))

    def _why_none_out(self) -> str:
        board = self._page.board
        if board is not None and not board.is_open:
            return self.tr("The cabinet is closed: open it first (Ctrl+O).")
        return self.tr("Nobody waits: no approved plan of today has a card left to hand out.")

    def _why_none_home(self) -> str:
        if not self._page.away.cards:
            return self.tr("{rep} has no card to bring home.").format(rep=self._rep)
        return self.tr(
            "No card of {rep} has its visit record yet: enter them, or take the cards home "
            "without (F8)."
        ).format(rep=self._rep)

    def hand_out(self) -> None:
        """The chosen cards of the rep in view."""
        visits = self._page.visits
        going = visits.going
        if going:
            # Without numbers the office takes the plan whole, in one act.
            self._page.counter.hand_out(self._rep, () if going == visits.waiting else going)

    def ask_all_out(self) -> None:
        """Everyone who waits, after a look at who it is."""
        board = self._page.board
        waiting = [rep for rep in board.reps if rep.to_go] if board else []
        if waiting:
            question = AllOutQuestion(waiting, self._page)
            question.confirmed.connect(self._page.counter.hand_out_all)
            question.open()

    def tick_read(self, line: LineView | None) -> None:
        """已阅, on the line at the cursor."""
        plan = self._page.visits.plan
        if line is not None and plan is not None and not line.read:
            self._page.counter.tick_read(plan.plan_no, line.card_no)

    def ask_strike(self) -> None:
        """Why the visit is called off; then it is."""
        line, plan = self._page.visits.line, self._page.visits.plan
        if line is None or plan is None:
            return
        customer = f"{line.card_no}  {line.name}"
        ahead = self._page.counter.day_after(plan.plan_date)
        dialog = StrikeDialog(customer, plan.plan_date, ahead, self._page)

        def strike(reason: str, to: date | None) -> None:
            try:
                self._page.counter.strike(plan.plan_no, line.card_no, reason, to)
            except CabinetError as error:
                dialog.refuse(error)
            else:
                dialog.accept()

        dialog.given.connect(strike)
        dialog.open()

    def take_home(self, kind: str) -> None:
        """The card at the cursor comes home without a record, or before the rep left."""
        card = self._page.away.card
        if card is not None:
            self._page.counter.take_home(self._rep, [Return(card.card_no, kind)])

    def take_all_home(self) -> None:
        """Every card whose record is there."""
        ready = [card for card in self._page.away.cards if card.has_record]
        if ready:
            self._page.counter.take_home(
                self._rep, [Return(card.card_no, "no_record") for card in ready]
            )

    def open_record(self) -> None:
        """The form for the card or visit at the cursor, whichever list has the keyboard."""
        page = self._page
        if page.away.table.hasFocus() or not page.visits.table.hasFocus():
            card = page.away.card
            if card is not None:
                self.open_away(card)
                return
        if page.visits.line is not None:
            self.open_line(page.visits.line)

    def open_away(self, card: CardAway) -> None:
        """The form of a card that is out, then of the others that he holds."""
        rep, records = self._rep, self._page.records
        records.open(records.of_away(card, rep), self._visits_left)

    def open_line(self, line: LineView) -> None:
        """The form of a visit of today's plan."""
        held = next((c for c in self._page.away.cards if c.card_no == line.card_no), None)
        plan = self._page.visits.plan
        if held is not None:
            self.open_away(held)
        elif plan is not None:
            records = self._page.records
            records.open(records.of_line(line, plan.rep, plan.plan_date), lambda: ())

    def open_last(self) -> None:
        """The record that the card that came home last still lacks."""
        card = self._page.counter.last_home
        if card is not None:
            self._page.reminded.enter_record_of(card.card_no, card.borrower)

    def correct(self) -> None:
        """The last scan, or the one chosen in the list, was a mistake."""
        happening = self._page.happenings.correctable()
        if happening is None:
            self._page.counter.refuse(self.tr("There is nothing to correct"))
        elif len(happening.loan_nos) > 1:
            self._ask_correct(happening)
        else:
            self._correct(happening)

    def correct_card(self) -> None:
        """The card at the cursor was handed out, or taken home, by mistake (E13)."""
        page = self._page
        away = page.away.card if page.away.table.hasFocus() else None
        line = page.visits.line
        card_no = away.card_no if away else line.card_no if line else ""
        if card_no:
            page.correcting.ask(card_no, self._rep)
        else:
            page.counter.refuse(self.tr("There is nothing to correct"))

    def _correct(self, happening: Happening) -> None:
        if self._page.counter.correct(happening):
            self._page.happenings.mark_corrected(happening)

    def _ask_correct(self, happening: Happening) -> None:
        """A whole set goes back only on purpose: Enter, which ends every scan, leaves it out."""
        count = len(happening.loan_nos)
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Correct the last"))
        box.setText(self.tr("Correct all %n cards?", "", count))
        box.setInformativeText(
            self.tr(
                "{what}. They count as in the cabinet again; their lines stay in the register, "
                "struck through."
            ).format(what=happening.text)
        )
        go = box.addButton(self.tr("&Correct all"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("&Leave them out"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.buttonClicked.connect(lambda button: self._correct(happening) if button is go else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def note_visit(self) -> None:
        """A visit that is on no plan."""
        board = self._page.board
        reps = [rep.rep for rep in board.reps] if board else []
        if reps:
            self._page.records.choose_customer(reps, self._rep)
        else:
            self._page.counter.refuse(self._page.visits.in_the_way)

    def go_to_lists(self) -> None:
        """Enter in the empty box: to the visits in the morning, to the cards in the evening."""
        page = self._page
        home = page.bar.mode is Mode.HOME and page.away.cards
        (page.away.table if home else page.visits.table).setFocus()

    def _visits_left(self) -> Sequence[VisitOf]:
        """The cards that the rep still holds and that have no record yet."""
        rep, records = self._rep, self._page.records
        return [records.of_away(card, rep) for card in self._page.away.cards if not card.has_record]

    def _look(self) -> None:
        """Offer what can be done with what is chosen."""
        page, actions = self._page, self._page.actions_
        line = page.visits.line
        actions.allow("strike", line is not None and line.state == "planned")
        actions.allow("record", line is not None or page.away.card is not None)

"""What is done from a card's history: old values put back, private facts cleared."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_work import CardWork
from gui.cabinet.clearing_dialog import ClearingDialog
from gui.cabinet.path_words import one_line, path_name, path_text
from gui.cabinet.questions import RemarkDialog, TickQuestion, may_be_ticked
from gui.cabinet.timeline import HistoryOf
from gui.cabinet.typed_card import TypedCard
from gui.clock import Clock
from model.cards.cards import CardView
from model.cards.paths import row_path
from model.cards.private import clear_private
from model.cards.restoring import restore_value
from model.cards.revisions import RevisionRow, changed_since, history
from model.errors import BadInputError, CabinetError
from model.office.desk import Desk
from model.office.rights import Right

_LONGEST = 60


class HistoryWork(QObject):
    """Fills the history tab, and does what its buttons say."""

    def __init__(self, desk: Desk, clock: Clock, form: CardForm, work: CardWork) -> None:
        super().__init__(form)
        self._desk = desk
        self._clock = clock
        self._form = form
        self._work = work
        self._window: QWidget = form.window()
        form.history_wanted.connect(self._show)
        form.history.restore_wanted.connect(self._ask_restore)
        form.history.clear_wanted.connect(self._ask_clear)

    def _show(self) -> None:
        card = self._form.card
        if card is None or card.is_new:
            return
        try:
            rows = history(self._desk, card.view.ref, self._clock.now())
            self._form.history.show_history(rows, self._about(card))
        except CabinetError as error:
            errors.show(self._window, error)
            return
        filed = card.view.state not in {"draft", "void"}
        self._form.history.offer_clearing(filed and self._desk.may(Right.CLEAR_PRIVATE))

    def _about(self, card: TypedCard) -> HistoryOf:
        view = card.view
        news: list[RevisionRow] = []
        if view.last_visit_on is not None:
            since = datetime.combine(view.last_visit_on, time.min)
            news = changed_since(self._desk, view.ref, since, self._clock.now())
        return HistoryOf(
            view.kind,
            view.children,
            lambda path: may_change(view, path),
            view.last_visit_on,
            frozenset(row.id for row in news),
        )

    def _ask_restore(self, row: RevisionRow) -> None:
        card = self._form.card
        if card is None:
            return
        kind = card.view.kind
        question = self.tr("Why is “{value}” put back into “{field}”? It goes into the history.")
        value = one_line(path_text(kind, row.field, row.old))[:_LONGEST] or self.tr("(empty)")
        name = path_name(kind, row.field, card.view.children)
        dialog = RemarkDialog(
            self.tr("Put back"), question.format(value=value, field=name), self._form
        )
        dialog.given.connect(lambda reason: self._restore(row, reason))
        dialog.open()

    def _restore(self, row: RevisionRow, reason: str, ticked: frozenset[str] = frozenset()) -> None:
        card = self._form.card
        if card is None:
            return
        version = card.view.version

        def restore(ref: str) -> None:
            now = self._clock.now()
            try:
                restore_value(
                    self._desk, ref, row.id, now, reason=reason, version=version, ticked=ticked
                )
            except BadInputError as error:
                if not may_be_ticked(error):
                    raise
                self._ask_tick(row, reason, error)
                raise

        self._work.act(restore, self.tr("The old value is back on the card."))

    def _ask_tick(self, row: RevisionRow, reason: str, error: BadInputError) -> None:
        """What speaks against the old value stood beside it once: somebody looks again."""
        question = TickQuestion(error, self.tr("&Put back all the same"), self._form)
        reasons = frozenset(problem.reason for problem in error.problems)
        question.confirmed.connect(lambda: self._restore(row, reason, reasons))
        question.open()

    def _ask_clear(self) -> None:
        card = self._form.card
        if card is None:
            return
        name = str(card.view.values.get("full_name", ""))
        dialog = ClearingDialog(f"{card.view.ref} {name}", self._form)
        dialog.given.connect(self._clear)
        dialog.open()

    def _clear(self, reason: str) -> None:
        self._work.act(
            lambda ref: clear_private(self._desk, ref, self._clock.now(), reason=reason),
            self.tr("The private facts are cleared from the card and from its history."),
        )


def may_change(view: CardView, path: str) -> bool:
    """Whether this desk may change a fact of the card itself, without asking anybody."""
    row = row_path(path)
    if row is None:
        return path in view.editable
    return f"{row.table}.{row.column}" in view.editable_columns

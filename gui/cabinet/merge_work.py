"""并卡 and its undoing, from the card in view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import errors
from gui.cabinet.merge_dialog import MergeDialog
from gui.cabinet.other_card_dialog import OtherCardDialog
from gui.clock import Clock
from model.cards.cards import CardView
from model.errors import CabinetError, NeedsApprovalError
from model.loans.merging import MergeRow, MergeView, compare_cards, merge_cards, merges, undo_merge
from model.office.desk import Desk
from model.office.rights import Right


class MergeWork(QObject):
    """Asks, compares, merges, and takes a merge back.

    Signals:
        merged: number of the card that is to be shown now.
        told: what was done.
    """

    merged = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, clock: Clock, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._clock, self._settings, self._window = desk, clock, settings, window

    @property
    def allowed(self) -> bool:
        """Whether this desk may merge any cards, or may ask to."""
        return self._desk.may(Right.VOID_CARD) or self._desk.may_ask(Right.VOID_CARD)

    def ask(self, view: CardView) -> None:
        """Ask for the second card, then compare."""
        name = str(view.values.get("full_name", ""))
        dialog = OtherCardDialog(
            self._desk, view.ref, name, self._clock.now(), self._window.window()
        )
        dialog.chosen.connect(lambda other: self.compare(view, other))
        dialog.open()

    def compare(self, view: CardView, other: str) -> None:
        """Show both cards side by side."""
        try:
            both = compare_cards(self._desk, view.ref, other, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
            return
        dialog = MergeDialog(both, view.kind, self._settings, self._window.window())
        dialog.given.connect(lambda take, reason: self._merge(dialog, both, take, reason))
        dialog.open()

    def standing(self, ref: str) -> MergeRow | None:
        """The merge that a card was in last, as long as it stands."""
        if not self.allowed:
            return None
        try:
            rows = merges(self._desk, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
            return None
        return next(
            (row for row in rows if row.undone_at is None and ref in {row.kept_no, row.gone_no}),
            None,
        )

    def ask_undo(self, row: MergeRow) -> None:
        """Take a merge back, after a look at what it was."""
        box = QMessageBox(self._window.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Undo the merge"))
        box.setText(
            self.tr("Give {gone} back, as it was before it went into {kept}?").format(
                gone=row.gone_no, kept=row.kept_no
            )
        )
        box.setInformativeText(
            self.tr("{merge_no}, {day}, {person}: {reason}").format(
                merge_no=row.merge_no,
                day=f"{row.merged_at:%Y-%m-%d %H:%M}",
                person=row.merged_by,
                reason=row.reason,
            )
        )
        go = box.addButton(self.tr("&Undo the merge"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("&Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.buttonClicked.connect(lambda button: self._undo(row) if button is go else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def _merge(
        self, dialog: MergeDialog, both: MergeView, take: frozenset[str], reason: str
    ) -> None:
        try:
            done = merge_cards(
                self._desk, both.kept.ref, both.gone.ref, take, self._clock.now(),
                reason=reason, versions=(both.kept.version, both.gone.version),
            )  # fmt: skip
        except NeedsApprovalError as error:
            errors.show(dialog, error)
            return
        except CabinetError as error:
            dialog.refuse(error)
            return
        dialog.accept()
        self.merged.emit(done.kept_no)
        self.told.emit(
            self.tr("{gone} went into {kept} ({merge_no}).").format(
                gone=done.gone_no, kept=done.kept_no, merge_no=done.merge_no
            )
        )

    def _undo(self, row: MergeRow) -> None:
        try:
            done = undo_merge(self._desk, row.merge_no, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
            return
        self.merged.emit(done.gone_no)
        self.told.emit(
            self.tr("{gone} is back, as it was before {merge_no}.").format(
                gone=done.gone_no, merge_no=done.merge_no
            )
        )

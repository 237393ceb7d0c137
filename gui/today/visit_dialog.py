"""One visit after the other: the form with its buttons, open until the last card is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui import errors
from gui.today.scan_catcher import ScanCatcher
from gui.today.visit_form import VisitForm
from gui.today.visit_of import VisitOf
from gui.widgets.buttons import main_button, plain_button
from gui.widgets.trouble import Trouble
from model.errors import BadInputError
from model.rounds.visits_shown import PromiseView

_SIZE = (760, 520)


class VisitDialog(QDialog):
    """Stays open until the office has taken what was typed; then asks for the next card.

    Signals:
        filled: the `Filled` form, wanted saved.
        scanned: a code that a scanner typed into the form; it is out of it again.
    """

    filled = Signal(object)
    scanned = Signal(str)

    def __init__(self, parent: QWidget, *, supervises: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._supervises = supervises
        self._build()
        self._connect()
        self.resize(*_SIZE)

    def show_visit(
        self, visit: VisitOf, today: date, promises: Sequence[PromiseView], left: int
    ) -> None:
        """Ask for one visit.

        Args:
            visit: whose it is.
            today: the office's day.
            promises: open promises of the customer.
            left: cards of the same rep that follow.
        """
        self._trouble.hide()
        self.setWindowTitle(
            self.tr("Card home and visit record") if visit.is_out else self.tr("Visit record")
        )
        self._name.setText("  ".join(part for part in (visit.card_no, visit.name) if part))
        self._about.setText(self._about_text(visit))
        self._about.setProperty("warning", visit.hours_late > 0)
        self._about.setProperty("faint", visit.hours_late == 0)
        self._about.style().polish(self._about)
        self.save.setText(self.tr("&Save, next card") if left else self.tr("&Save and close"))
        self.form.show_visit(visit, today, promises)
        self._catcher.watch(self.findChildren(QWidget))

    def tell_scan(self, code: str) -> None:
        """Say that nothing was done with a scan, and what to do; what was typed stays."""
        QApplication.beep()
        self._trouble.say(
            self.tr(
                "{code} was scanned and nothing was done with it. Save or cancel this record, "
                "then scan again."
            ).format(code=code)
        )

    def refuse(self, error: Exception) -> None:
        """Say what cannot be taken, at its field where it has one; what was typed stays."""
        known = errors.ours(error)
        if isinstance(known, BadInputError):
            rest = self.form.tell(known.problems)
            if not rest:
                self._trouble.hide()
                return
            self._trouble.tell(BadInputError(rest))
            return
        self._trouble.tell(error)

    @property
    def trouble(self) -> str:
        """What is wrong with the form as a whole."""
        return self._trouble.told

    def _about_text(self, visit: VisitOf) -> str:
        parts = [visit.rep, f"{visit.day:%Y-%m-%d}"]
        if visit.is_out and visit.hours_late:
            parts.append(self.tr("overdue by %n hour(s)", "", visit.hours_late))
        if visit.has_record:
            parts.append(self.tr("a record is there already"))
        return " · ".join(parts)

    def _build(self) -> None:
        self._name, self._about = QLabel(self), QLabel(self)
        self._name.setProperty("heading", True)
        for label in (self._name, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.form = VisitForm(self, supervises=self._supervises)
        self._trouble = Trouble(self)
        self.save = main_button(self)
        self.save.setAutoDefault(False)
        self.save.setDefault(False)
        self.save.setToolTip("Ctrl+Enter")
        self._leave = plain_button(self)
        self._leave.setText(self.tr("Cancel"))
        keys = QLabel(self.tr("Ctrl+Enter saves"), self)
        keys.setProperty("faint", True)
        foot = QHBoxLayout()
        foot.addWidget(keys)
        foot.addStretch()
        foot.addWidget(self._leave)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._about)
        layout.addWidget(self.form, 1)
        layout.addWidget(self._trouble)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._catcher = ScanCatcher(self)
        self._catcher.scanned.connect(self.scanned)
        self.save.clicked.connect(self._finish)
        self._leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish)

    def _finish(self) -> None:
        filled = self.form.filled()
        if filled is not None:
            self.filled.emit(filled)

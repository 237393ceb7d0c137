"""Which cards come on paper, and as what: the card, changes marked, a copy, blank cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.papers.card_prints import CardSheets, blank_cards, issued_copies, office_cards
from gui.papers.paper import Paper
from gui.papers.terms_form import TermsForm
from gui.translators import spoken, words
from gui.widgets.buttons import main_button, plain_button, remark
from model.cards.definition import CardKind
from model.loans.copy_issuing import MOST_COPIES
from model.words import mark

_MOST_BLANKS = 500
_SIDES = (
    ("both", mark("PrintCardsDialog", "Front and back")),
    ("front", mark("PrintCardsDialog", "Fronts only")),
    ("back", mark("PrintCardsDialog", "Backs only")),
)
_KINDS = (
    ((CardKind.COMPANY,), mark("PrintCardsDialog", "Company cards")),
    ((CardKind.INDIVIDUAL,), mark("PrintCardsDialog", "Individual cards")),
    (tuple(CardKind), mark("PrintCardsDialog", "Cards of both kinds")),
)
OFFICE, CHANGED, COPY, BLANK = "office", "changed", "copy", "blank"


@dataclass(frozen=True)
class CardChoice:
    """Cards that may be meant.

    Attributes:
        key: `view`, `marked` or `reprint`.
        name: as it is offered, in the window's language.
        card_nos: their numbers, in order.
    """

    key: str
    name: str
    card_nos: tuple[str, ...]


class PrintCardsDialog(QDialog):
    """Stays open: what is looked at may still be changed.

    Signals:
        preview_wanted, save_wanted, print_wanted: the `Paper` as it is chosen now.
    """

    preview_wanted = Signal(object)
    save_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        choices: Sequence[CardChoice],
        may_print: bool,
        may_issue: bool,
        today: date,
        parent: QWidget,
        *,
        asks_private: bool = False,
    ) -> None:
        """`choices` are offered in their order, the first is meant at first.

        Args:
            choices: cards that may be meant.
            may_print: whether the office's cards may be printed.
            may_issue: whether copies may be issued.
            today: the office's calendar day.
            parent: the window.
            asks_private: whether private facts on them need an approval.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._choices = tuple(choices) if may_print or may_issue else ()
        self._may_print, self._may_issue, self._today = may_print, may_issue, today
        self._asks_private = asks_private
        self._build()
        self._connect()
        self._look()

    @property
    def card_nos(self) -> tuple[str, ...]:
        """The cards that are meant."""
        number = self.which.checkedId()
        return self._choices[number].card_nos if number >= 0 else ()

    @property
    def what(self) -> str:
        """As what: `office`, `changed`, `copy` or `blank`."""
        button = self.how.checkedButton()
        return button.objectName() if button is not None else ""

    def choose(self, what: str) -> None:
        """Choose as what the cards come."""
        for button in self.how.buttons():
            if button.objectName() == what and button.isEnabled():
                button.setChecked(True)
        self._look()

    def paper(self) -> Paper | None:
        """What would be printed now; None as long as something is missing."""
        sheets = CardSheets(self.sides.currentData(), self.apart.isChecked())
        if self.what == BLANK:
            return blank_cards(self.kinds.currentData(), self.count.value(), sheets.sides)
        if not self.card_nos:
            return None
        if self.what == COPY:
            terms = self.terms.terms()
            return issued_copies(self.card_nos, terms, sheets) if terms else None
        private = self._asks_private and self.private.isChecked()
        return office_cards(self.card_nos, sheets, changed=self.what == CHANGED, private=private)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Print cards"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        # As large as what is in view just now: nothing is cut when rows appear.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        layout.addWidget(self._which_box())
        how = self._how_box()
        how.setMinimumWidth(480)
        layout.addWidget(how)
        layout.addLayout(self._sheets_form())
        self._told = remark(self)
        layout.addWidget(self._told)
        layout.addLayout(self._foot())

    def _which_box(self) -> QGroupBox:
        """Which cards."""
        box = QGroupBox(self.tr("Cards"), self)
        self.which = QButtonGroup(box)
        column = QVBoxLayout(box)
        for number, choice in enumerate(self._choices):
            button = QRadioButton(choice.name, box)
            button.setEnabled(bool(choice.card_nos))
            self.which.addButton(button, number)
            column.addWidget(button)
        first = next((b for b in self.which.buttons() if b.isEnabled()), None)
        if first is not None:
            first.setChecked(True)
        box.setVisible(bool(self._choices))
        self._which = box
        return box

    def _how_box(self) -> QGroupBox:
        """As what."""
        box = QGroupBox(self.tr("As what"), self)
        self.how = QButtonGroup(box)
        column = QVBoxLayout(box)
        some = any(choice.card_nos for choice in self._choices)
        for name, text, able in (
            (OFFICE, self.tr("The &office's card"), some and self._may_print),
            (
                CHANGED,
                self.tr("With &waves under what changed since the last print"),
                some and self._may_print,
            ),
            (COPY, self.tr("&Numbered copy that is issued to somebody"), some and self._may_issue),
            (BLANK, self.tr("B&lank cards to be written on by hand"), True),
        ):
            button = QRadioButton(text, box)
            button.setObjectName(name)
            button.setEnabled(able)
            self.how.addButton(button)
            column.addWidget(button)
            if name == COPY:
                self.terms = TermsForm(self._today, box)
                self.terms.setContentsMargins(24, 0, 0, 0)
                column.addWidget(self.terms)
        next(b for b in self.how.buttons() if b.isEnabled()).setChecked(True)
        column.addWidget(self._blank_form(box))
        return box

    def _blank_form(self, box: QWidget) -> QWidget:
        self._blank = QWidget(box)
        self.kinds, self.count = QComboBox(self._blank), QSpinBox(self._blank)
        for kinds, name in _KINDS:
            self.kinds.addItem(words("PrintCardsDialog", name), kinds)
        self.count.setRange(1, _MOST_BLANKS)
        self.count.setValue(10)
        form = QFormLayout(self._blank)
        form.setContentsMargins(24, 0, 0, 0)
        for label, field in (
            (self.tr("&Kind"), self.kinds),
            (self.tr("N&umber of each"), self.count),
        ):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        return self._blank

    def _sheets_form(self) -> QFormLayout:
        self.sides, self.apart = QComboBox(self), QCheckBox(self)
        for value, name in _SIDES:
            self.sides.addItem(words("PrintCardsDialog", name), value)
        self.apart.setText(self.tr("&Each card on paper of its own"))
        self.apart.setChecked(True)
        self.private = QCheckBox(self.tr("&Private facts too (the manager approves)"), self)
        label = self.tr("S&ides")
        self.sides.setAccessibleName(spoken(label))
        form = QFormLayout()
        form.addRow(label, self.sides)
        form.addRow("", self.apart)
        form.addRow("", self.private)
        return form

    def _foot(self) -> QHBoxLayout:
        self.preview, self.save, self.leave = (plain_button(self) for _ in range(3))
        self.print = main_button(self)
        foot = QHBoxLayout()
        foot.addWidget(self.preview)
        foot.addStretch(1)
        for button, text in (
            (self.preview, self.tr("Pre&view")),
            (self.leave, self.tr("Close")),
            (self.save, self.tr("&Save as PDF …")),
            (self.print, self.tr("Prin&t …")),
        ):
            button.setText(text)
            if button is not self.preview:
                foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        for group in (self.which, self.how):
            group.buttonToggled.connect(lambda *_: self._look())
        self.terms.changed.connect(self._look)
        self.sides.currentIndexChanged.connect(self._look)
        self.private.toggled.connect(self._look)
        self.leave.clicked.connect(self.reject)
        for button, wanted in (
            (self.preview, self.preview_wanted),
            (self.save, self.save_wanted),
            (self.print, self.print_wanted),
        ):
            button.clicked.connect(lambda _=False, wanted=wanted: self._want(wanted))

    def _want(self, wanted: Signal) -> None:
        paper = self.paper()
        if paper is not None:
            wanted.emit(paper)  # type: ignore[attr-defined] # a bound signal

    def _look(self) -> None:
        """Show only what belongs to what is chosen."""
        self.terms.setVisible(self.what == COPY)
        self._blank.setVisible(self.what == BLANK)
        self.private.setVisible(self._asks_private and self.what in {OFFICE, CHANGED})
        self._which.setEnabled(self.what != BLANK)
        self.apart.setVisible(self.what != BLANK and self.sides.currentData() == "both")
        self._told.setText(self._advice())
        self._told.setVisible(bool(self._told.text()))
        ready = self.paper() is not None
        for button in (self.preview, self.save, self.print):
            button.setEnabled(ready)

    def _advice(self) -> str:
        if self.what == COPY:
            return self.tr(
                "A copy takes its number when it is printed or saved; who has it stands on every "
                "page and in the office's list of copies. Copies of confidential and secret cards, "
                "and of more than {count} customers, may need an approval first."
            ).format(count=MOST_COPIES)
        if not self.private.isHidden() and not self.private.isChecked():
            return self.tr(
                "Your prints leave private facts out: such a sheet is not the office's own paper."
            )
        if self.sides.currentData() != "both":
            return self.tr(
                "For printers that cannot turn the paper: print the fronts, lay the stack in "
                "again in the same order, then print the backs."
            )
        return ""

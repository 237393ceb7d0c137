"""Questions the page asks before it goes on; none of them runs an event loop of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui import errors
from gui.translators import spoken, words
from model.cards.reasons import TICKS
from model.errors import BadInputError, DuplicateCardError

Act = Callable[[], object]


class UnsavedQuestion(QMessageBox):
    """Save, discard, or stay on the card.

    Signals:
        save_wanted, discard_wanted: what was answered; staying says nothing.
    """

    save_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Unsaved typing"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("What was typed on “{name}” is not saved.").format(name=name))
        self.save = self.addButton(self.tr("&Save"), QMessageBox.ButtonRole.AcceptRole)
        self.discard = self.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        self.stay = self.addButton(self.tr("S&tay here"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.save)
        self.setEscapeButton(self.stay)
        self.buttonClicked.connect(self._answer)

    def _answer(self, button: QWidget) -> None:
        if button is self.save:
            self.save_wanted.emit()
        elif button is self.discard:
            self.discard_wanted.emit()


class SureQuestion(QMessageBox):
    """Something speaks against it: do it all the same?

    Signals:
        confirmed: a person has looked and says yes.
    """

    confirmed = Signal()

    def __init__(self, title: str, text: str, question: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setInformativeText(question)
        self.make = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        self.stay = self.addButton(self.tr("&Back"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)
        self.buttonClicked.connect(self._answer)

    def _answer(self, button: QWidget) -> None:
        if button is self.make:
            self.confirmed.emit()


class DuplicateQuestion(SureQuestion):
    """There seems to be a card of this customer: make one all the same, or save all the same?"""

    def __init__(
        self, error: DuplicateCardError, parent: QWidget, *, makes_card: bool = True
    ) -> None:
        super().__init__(
            self.tr("There seems to be a card already"),
            errors.told(error),
            self.tr("Look at that card first. Is this another customer?"),
            self.tr("&Make the card all the same") if makes_card else self.tr("&Save all the same"),
            parent,
        )


class TickQuestion(SureQuestion):
    """Warnings that a person ticks who has the paper before him."""

    def __init__(self, error: BadInputError, yes: str, parent: QWidget) -> None:
        ticks = (words("Problems", TICKS[problem.reason]) for problem in error.problems)
        super().__init__(
            self.tr("To be confirmed"),
            errors.told(error),
            "\n".join(dict.fromkeys(ticks)),
            yes,
            parent,
        )


def may_be_ticked(error: BadInputError) -> bool:
    """Whether nothing but warnings speaks against it that a person may confirm."""
    return all(problem.reason in TICKS for problem in error.problems)


class RemarkDialog(QDialog):
    """A few words that an act must have: why a card is sent back, or refused.

    Signals:
        given: the words.
    """

    given = Signal(str)

    def __init__(self, title: str, question: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(spoken(title))
        self.setMinimumWidth(420)
        label = QLabel(question, self)
        label.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(question)
        self.text.setMaximumHeight(120)
        self.text.textChanged.connect(self._look)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.give = self._buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (label, self.text, self._buttons):
            layout.addWidget(widget)
        self._look()

    def _look(self) -> None:
        self.give.setEnabled(bool(self.text.toPlainText().strip()))

    def _finish(self) -> None:
        if self.give.isEnabled():
            self.given.emit(self.text.toPlainText().strip())
            self.accept()

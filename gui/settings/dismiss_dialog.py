"""Dismissing a person (注销): what happens, why, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken, words
from gui.widgets.trouble import Trouble
from model.sentences.dismissal import left_sentences
from model.upkeep.dismissal import Dismissed, Leaving
from model.words import mark

_SHOWN = 12
_LONGEST_REASON = 200
_MORE = mark("Dismissal", "{first} and more, {count} in all")


class DismissDialog(QDialog):
    """Says in plain words what happens, and asks why; stays open until it is done.

    Signals:
        confirmed: the reason.
    """

    confirmed = Signal(str)

    def __init__(self, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Dismiss {name}").format(name=leaving.name))
        self.setMinimumWidth(560)
        self._reason, self._trouble = QLineEdit(self), Trouble(self)
        self._reason.setMaxLength(_LONGEST_REASON)
        self._build(leaving)
        self._connect()

    @property
    def trouble(self) -> str:
        """Why it was not done, or the empty string."""
        return self._trouble.told

    @property
    def told(self) -> str:
        """What the dialog says will happen."""
        return "\n".join(label.text() for label in self._points)

    def refuse(self, error: Exception) -> None:
        """Say why nothing was done; the reason stays."""
        self._typed()
        self._trouble.tell(error)
        self._reason.setFocus()

    def _build(self, leaving: Leaving) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._dismiss = self._buttons.addButton(
            self.tr("&Dismiss"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._dismiss.setProperty("main", True)
        self._dismiss.setDefault(True)
        self._dismiss.setEnabled(False)
        self._points = [_line(text, self) for text in self._happens(leaving)]
        form = QFormLayout()
        label = self.tr("&Reason")
        form.addRow(label, self._reason)
        self._reason.setAccessibleName(spoken(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for point in self._points:
            layout.addWidget(point)
        layout.addStretch()
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons)
        self._reason.setFocus()

    def _happens(self, leaving: Leaving) -> Iterator[str]:
        """The points of the dialog, in order."""
        yield self.tr(
            "• {name}'s key is taken away for good. The name stays in the history and in the log."
        ).format(name=leaving.name)
        yield self.tr(
            "• The whole cabinet is encrypted anew under a new key, and so are the backups in its "
            "folder and in the second folder. With many cards this takes some minutes. Until the "
            "new key counts it can be stopped, and nothing has changed."
        )
        yield self.tr(
            "• Everybody else must have logged out on this PC: other windows and commands in this "
            "cabinet are to be closed first."
        )
        yield self.tr(
            "• Copies of backups elsewhere (sticks, other PCs) still open with the keys of that "
            "time. Collect them, or destroy them."
        )
        yield from self._left_behind(leaving)

    def _left_behind(self, leaving: Leaving) -> Iterator[str]:
        if leaving.customers:
            count = self.tr("%n customer(s)", "", len(leaving.customers))
            yield self.tr("• To be handed over to somebody: {customers}.").format(customers=count)
        if leaving.proposals:
            yield self.tr("• Waiting to be decided, handed in by this person: {proposals}.").format(
                proposals=some_of(leaving.proposals)
            )
        if leaving.plans:
            yield self.tr("• Plans of today and later: {plans}.").format(
                plans=some_of(leaving.plans)
            )
        if leaving.keeps:
            yield self.tr(
                "• This person keeps the cabinet or stands in for the keeper. Name somebody else "
                "afterwards."
            )

    def _connect(self) -> None:
        self._reason.textChanged.connect(self._typed)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)

    def _typed(self) -> None:
        self._trouble.hide()
        self._dismiss.setEnabled(bool(self._reason.text().strip()))

    def _submit(self) -> None:
        self._dismiss.setEnabled(False)
        self.confirmed.emit(self._reason.text().strip())


class DismissedDialog(QDialog):
    """What came of it: what is to be handed over, and which backups a former key still opens."""

    def __init__(self, done: Dismissed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("{name} is dismissed").format(name=done.leaving.name))
        self.setMinimumWidth(560)
        self._points = [_line(text, self) for text in self._came_of_it(done)]
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for point in self._points:
            layout.addWidget(point)
        layout.addStretch()
        layout.addWidget(buttons)

    @property
    def told(self) -> str:
        """What it says."""
        return "\n".join(label.text() for label in self._points)

    def _came_of_it(self, done: Dismissed) -> Iterator[str]:
        yield self.tr("The cabinet has a new key; {name} opens nothing any more.").format(
            name=done.leaving.name
        )
        if done.resealed:
            yield self.tr("%n backup(s) encrypted anew.", "", len(done.resealed))
        yield from left_sentences(done.left, words)
        if not done.recovery_works:
            yield self.tr("The recovery code opens nothing any more. Make a new one now.")
        if done.without_key:
            yield self.tr("These need a new first password: {people}.").format(
                people=some_of([str(number) for number in done.without_key])
            )
        if done.leaving.customers:
            yield self.tr("To be handed over to somebody: {cards}.").format(
                cards=some_of(done.leaving.customers)
            )
        if done.leaving.keeps:
            yield self.tr("Name a new keeper or deputy of the cabinet.")


def some_of(numbers: Sequence[str]) -> str:
    """The first of many numbers, and how many there are in all."""
    shown = words("Errors", ", ").join(numbers[:_SHOWN])
    if len(numbers) <= _SHOWN:
        return shown
    return words("Dismissal", _MORE).format(first=shown, count=len(numbers))


def _line(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

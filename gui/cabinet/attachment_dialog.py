"""What is said of an attachment: its kind, its number, until when it holds, where it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken, words
from gui.widgets.buttons import main_button, remark
from gui.widgets.trouble import Trouble
from model.cards.attachments import AttachmentDetails
from model.cards.choices import ATTACHMENT_KINDS

_LONGEST = 60
_MOST_NAMES = 6


class AttachmentDialog(QDialog):
    """Stays open until the office has taken it.

    Signals:
        given: the `AttachmentDetails`.
    """

    given = Signal(object)

    def __init__(
        self, title: str, names: Sequence[str], details: AttachmentDetails, parent: QWidget
    ) -> None:
        """`names` are the files that it is said of."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self._build(title, names)
        self._take(details)
        self.kind.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not taken; what was typed stays."""
        self._trouble.tell(error)

    def _build(self, title: str, names: Sequence[str]) -> None:
        self.kind, self.is_original = QComboBox(self), QCheckBox(self)
        for choice in ATTACHMENT_KINDS:
            self.kind.addItem(words(choice.context, choice.label), choice.value)
        self.document_no, self.valid_until, self.kept_where, self.handled_by = (
            QLineEdit(self) for _ in range(4)
        )
        self.valid_until.setPlaceholderText("2027-03-31")
        self.is_original.setText(self.tr("The office keeps the &original"))
        form = QFormLayout()
        for label, field in (
            (self.tr("&Kind"), self.kind),
            (self.tr("&Number on it"), self.document_no),
            (self.tr("&Valid until"), self.valid_until),
            ("", self.is_original),
            (self.tr("Kept &where"), self.kept_where),
            (self.tr("&Brought by"), self.handled_by),
        ):
            form.addRow(label, field)
            if label:
                field.setAccessibleName(spoken(label))
            if isinstance(field, QLineEdit):
                field.setMaxLength(_LONGEST)
        what = remark(self)
        what.setText("\n".join([*names[:_MOST_NAMES], *(["…"] if names[_MOST_NAMES:] else [])]))
        self._trouble = Trouble(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.keep = main_button(self)
        self.keep.setText(title)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(lambda: self.given.emit(self.details()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)

    def _take(self, details: AttachmentDetails) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(details.kind)))
        self.document_no.setText(details.document_no)
        self.valid_until.setText(details.valid_until)
        self.is_original.setChecked(details.is_original)
        self.kept_where.setText(details.kept_where)
        self.handled_by.setText(details.handled_by)

    def details(self) -> AttachmentDetails:
        """What is said now."""
        return AttachmentDetails(
            kind=self.kind.currentData(),
            document_no=self.document_no.text().strip(),
            valid_until=self.valid_until.text().strip(),
            is_original=self.is_original.isChecked(),
            kept_where=self.kept_where.text().strip(),
            handled_by=self.handled_by.text().strip(),
        )

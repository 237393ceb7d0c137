"""The recovery code: shown once to be printed or copied, then typed back from its paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.widgets.buttons import link_button, main_button, plain_button, remark
from gui.widgets.trouble import Trouble


class RecoveryCode(QWidget):
    """First the code in big letters, with its sheet; then, the code hidden, a field to type it.

    The code can be read and copied by hand, not by the clipboard. Whoever shows the widget tries
    what was typed, and calls `refuse` when it is another code.

    Signals:
        print_wanted: its sheet, on a printer.
        save_wanted: its sheet, as a file.
        typed: what was typed from the paper.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_shown()
        self._build_typed()
        self._told = remark(self)
        self._told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (self._shown, self._told, self._typing):
            layout.addWidget(widget)
        layout.addStretch()
        self._typing.hide()
        self._connect()
        self._retranslate()

    @property
    def trouble(self) -> str:
        """Why what was typed does not count, or the empty string."""
        return self._trouble.told

    def show_code(self, code: str) -> None:
        """Show it, until the person says that it is on paper."""
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self._code.setText("-".join(groups[:half]) + "\n" + "-".join(groups[half:]))
        self._code.setAccessibleDescription(code)
        self._tick.setChecked(False)
        self._show_first()

    def tell(self, text: str) -> None:
        """Say what came of a print."""
        self._told.setText(text)
        self._told.show()

    def refuse(self, error: Exception) -> None:
        """Say why what was typed does not count; it can be typed again."""
        self._trouble.tell(error)
        self._finish.setEnabled(True)
        self._field.setFocus()
        self._field.selectAll()

    def forget(self) -> None:
        """Forget the code and what was typed."""
        self._code.clear()
        self._code.setAccessibleDescription("")
        self._field.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build_shown(self) -> None:
        self._shown = QWidget(self)
        self._why, self._code = remark(self), QLabel(self)
        # In the order in which Tab walks them.
        self._print, self._save = plain_button(self), plain_button(self)
        self._tick, self._go_on = QCheckBox(self), main_button(self)
        self._code.setObjectName("recoveryCode")
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._go_on.setEnabled(False)
        sheets = QHBoxLayout()
        sheets.addWidget(self._print)
        sheets.addWidget(self._save)
        sheets.addStretch()
        layout = QVBoxLayout(self._shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self._why)
        layout.addWidget(self._code)
        layout.addLayout(sheets)
        layout.addWidget(self._tick)
        layout.addWidget(self._go_on, alignment=Qt.AlignmentFlag.AlignRight)

    def _build_typed(self) -> None:
        self._typing = QWidget(self)
        self._ask, self._field = remark(self), QLineEdit(self)
        self._trouble = Trouble(self)
        self._back, self._finish = link_button(self), main_button(self)
        self._finish.setEnabled(False)
        last = QHBoxLayout()
        last.addWidget(self._back)
        last.addStretch()
        last.addWidget(self._finish)
        layout = QVBoxLayout(self._typing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (self._ask, self._field, self._trouble):
            layout.addWidget(widget)
        layout.addLayout(last)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._tick.toggled.connect(self._go_on.setEnabled)
        self._go_on.clicked.connect(self._show_second)
        self._back.clicked.connect(self._show_first)
        self._field.textChanged.connect(self._changed)
        self._field.returnPressed.connect(self._submit)
        self._finish.clicked.connect(self._submit)

    def _show_first(self) -> None:
        self._field.clear()
        self._typing.hide()
        self._shown.show()
        self._tick.setFocus()

    def _show_second(self) -> None:
        """From here on it is read from the paper, not from the screen."""
        self._told.hide()
        self._shown.hide()
        self._typing.show()
        self._field.setFocus()

    def _changed(self) -> None:
        self._trouble.hide()
        self._finish.setEnabled(bool(self._field.text().strip()))

    def _submit(self) -> None:
        if self._finish.isEnabled():
            self._finish.setEnabled(False)
            self.typed.emit(self._field.text())

    def _retranslate(self) -> None:
        self._why.setText(
            self.tr(
                "With this code a manager who has forgotten his password gets in again. Print its "
                "sheet or write it down, and keep the paper sealed in a safe place, away from this "
                "computer. It is shown only now, and nobody can make it visible again."
            )
        )
        self._ask.setText(
            self.tr("Type the code from the paper, so that you know that the paper opens.")
        )
        self._code.setAccessibleName(self.tr("Recovery code"))
        self._field.setAccessibleName(self.tr("Recovery code from the paper"))
        self._print.setText(self.tr("&Print its sheet …"))
        self._save.setText(self.tr("Save its sheet as a &file …"))
        self._tick.setText(self.tr("I have the code &on paper"))
        self._go_on.setText(self.tr("&Go on"))
        self._back.setText(self.tr("&Show the code once more"))
        self._finish.setText(self.tr("&Try the code"))

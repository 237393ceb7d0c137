"""The top of the page: what a scanned card is to do, the box, and what happened last."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from gui.today.happenings import Happening
from gui.today.scan_box import ScanBox
from gui.today.scans import Mode
from gui.today.today_actions import TodayActions
from gui.widgets.buttons import button_for

_BOX_WIDTH = 320


class ScanBar(QFrame):
    """Both modes stand there, the one in force filled; a desk that moves no cards has none.

    Signals:
        chosen: the `Mode` that is in force now.
    """

    chosen = Signal(object)

    def __init__(self, actions: TodayActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._actions = actions
        self._moves_cards = actions.may("mode_out") or actions.may("mode_home")
        self._build()
        self._retranslate()
        self.choose(Mode.OUT)

    @property
    def mode(self) -> Mode | None:
        """What a scanned card is to do."""
        if not self._moves_cards:
            return None
        return Mode.HOME if self._buttons[Mode.HOME].isChecked() else Mode.OUT

    def choose(self, mode: Mode) -> None:
        """Another mode."""
        self._buttons[mode].setChecked(True)
        self.chosen.emit(mode)

    def tell(self, happening: Happening) -> None:
        """What happened last."""
        self._last.setText(f"{happening.sign} {happening.text}")
        self._last.setToolTip(happening.text)
        self._last.setProperty("good", happening.good)
        self._last.setProperty("warning", not happening.good)
        self._last.style().polish(self._last)

    @property
    def told(self) -> str:
        """What is said to have happened last."""
        return self._last.text()

    def forget(self) -> None:
        """The screen locks: no name stays."""
        self._last.clear()
        self._last.setToolTip("")
        self.box.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._buttons = {Mode.OUT: QPushButton(self), Mode.HOME: QPushButton(self)}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 7, 8, 7)
        for mode, button in self._buttons.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("mode", mode.value)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setVisible(self._moves_cards)
            button.clicked.connect(lambda _=False, mode=mode: self.choose(mode))
            group.addButton(button)
            layout.addWidget(button)
        self.box = ScanBox(self)
        self.box.setMinimumWidth(_BOX_WIDTH)
        self._last = QLabel(self)
        self._last.setTextFormat(Qt.TextFormat.PlainText)
        self._last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.box, 2)
        layout.addWidget(self._last, 3)
        self.note = button_for(self._actions["note_visit"], self)
        self.preview = button_for(self._actions["preview"], self)
        layout.addWidget(self.note)
        layout.addWidget(self.preview)

    def _retranslate(self) -> None:
        texts = {Mode.OUT: self.tr("Handing out"), Mode.HOME: self.tr("Taking home")}
        keys = {Mode.OUT: "F6", Mode.HOME: "F7"}
        for mode, button in self._buttons.items():
            button.setText(f"{texts[mode]}  {keys[mode]}")
            button.setToolTip(
                self.tr("What a scanned card is to do ({key})").format(key=keys[mode])
            )
        self.box.setAccessibleName(self.tr("Scan or type"))
        self.box.setPlaceholderText(
            self.tr("Scan a badge or card, or type a name, initials or number")
        )

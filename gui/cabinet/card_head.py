"""The two lines above the paper: which card it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.cabinet.asking_button import AskingButton
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_states import StateLook
from gui.translators import words
from gui.widgets.buttons import button_for, remark
from model.cards.blocks import SIDE_TITLES
from model.cards.layout import Side

SIDES = (Side.FRONT, Side.BACK, Side.MORE)
HISTORY = len(SIDES)
_ACTS = ("reject", "return_to_rep", "pass_card", "file_card", "revert", "save")
_MAIN_ACTS = frozenset({"pass_card", "file_card", "save"})
_RARE = ("merge", "undo_merge")
_SIDE_ACTIONS = ("front", "back_side", "more", "history")


class ElidedLabel(QLabel):
    """One line that ends with an ellipsis where it has no room, and tells the rest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setMinimumWidth(40)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class SideTabs(QTabBar):
    """Front, back, 更多, history.

    Signals:
        walked_on: Tab: on to the first cell of the side in view.
    """

    walked_on = Signal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.walked_on.emit()
            return True
        return super().focusNextPrevChild(forward)


class CardHead(QFrame):
    """Number, name and state; tabs of the sides; buttons of the acts.

    Signals:
        side_chosen: number of the tab: front, back, more, history.
    """

    side_chosen = Signal(int)

    def __init__(self, actions: CardActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panelHead", True)
        self._actions = actions
        self._drawings: dict[str, str] = {}
        self._build()
        self._draw_icons()
        self._retranslate()

    def show_card(self, ref: str, name: str, state: StateLook, place: str, note: str) -> None:
        """Tell which card it is.

        Args:
            ref: its number, or what stands for it.
            name: the customer's name.
            state: where it is, with its colour.
            place: such as 3 / 212 in the list.
            note: the supervisor's remark on a draft, or empty.
        """
        self._ref.setText(ref)
        self._name.show_text(name)
        self._state.setText(state.text)
        self._state.setStyleSheet(f"color: {state.colour}")
        self._place.setText(place)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def choose_side(self, number: int) -> None:
        """Mark a tab."""
        self.tabs.setCurrentIndex(number)

    def add_tab(self, title: str) -> int:
        """Add a tab behind the others.

        Returns:
            Its number.
        """
        number = self.tabs.addTab("")
        self.name_tab(number, title)
        return number

    def name_tab(self, number: int, title: str) -> None:
        """Write a tab's name, and its key into its tip."""
        self.tabs.setTabText(number, title)
        self.tabs.setTabToolTip(number, f"{title}  (Alt+{number + 1})")

    def focus_acts(self) -> None:
        """Put the cursor on the first button that can be pressed, or on the tabs."""
        able = [button for button in self._acts if button.isVisible() and button.isEnabled()]
        (able[0] if able else self.tabs).setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._drawings:
            self._draw_icons()
        super().changeEvent(event)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 10, 4)
        layout.setSpacing(4)
        layout.addLayout(self._title_line())
        self._note = remark(self)
        self._note.setProperty("note", True)
        layout.addWidget(self._note)
        layout.addLayout(self._act_line())

    def _title_line(self) -> QHBoxLayout:
        self._ref, self._state, self._place = QLabel(self), QLabel(self), QLabel(self)
        self._ref.setProperty("heading", True)
        self._place.setProperty("faint", True)
        self._name = ElidedLabel(self)
        self._back = self._icon_button("back", "back")
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self._back, self._ref):
            line.addWidget(widget)
        line.addWidget(self._name, 1)
        self.asking = AskingButton(self)
        # A draft has no such button: the card must not jump when it is filed.
        policy = self.asking.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.asking.setSizePolicy(policy)
        for widget in (
            self.asking,
            self._state,
            self._place,
            self._icon_button("print_cards", "print"),
            self._acts_button(),
            self._icon_button("undo", "undo"),
            self._icon_button("redo", "redo"),
            self._icon_button("previous", "previous"),
            self._icon_button("next", "next"),
        ):
            line.addWidget(widget)
        return line

    def _act_line(self) -> QHBoxLayout:
        self.tabs = SideTabs(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in _SIDE_ACTIONS:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self.side_chosen)
        for number, name in enumerate(_SIDE_ACTIONS):
            self._actions[name].triggered.connect(
                lambda _=False, number=number: self.tabs.setCurrentIndex(number)
            )
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.tabs)
        line.addStretch(1)
        self._acts = [
            button_for(self._actions[name], self, main=name in _MAIN_ACTS) for name in _ACTS
        ]
        for button in self._acts:
            line.addWidget(button)
        return line

    def _icon_button(self, name: str, drawing: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._drawings[name] = drawing
        return button

    def _draw_icons(self) -> None:
        """In the colours that the system has now."""
        ink = theme.colours().ink
        for name, drawing in self._drawings.items():
            self._actions[name].setIcon(theme.icon(drawing, ink, 16))
        self._rare.setIcon(theme.icon("acts", ink, 16))

    def _acts_button(self) -> QToolButton:
        """What is done rarely, behind one button."""
        self._rare = QToolButton(self)
        self._rare.setAutoRaise(True)
        self._rare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rare.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rare = QMenu(self._rare)
        for name in _RARE:
            self.rare.addAction(self._actions[name])
        self._rare.setMenu(self.rare)
        self._rare.setVisible(any(self._actions.may(name) for name in _RARE))
        return self._rare

    def _retranslate(self) -> None:
        self._rare.setToolTip(self.tr("More acts"))
        self._rare.setAccessibleName(self.tr("More acts"))
        self.tabs.setAccessibleName(self.tr("Sides of the card"))
        texts = [words("CardSection", SIDE_TITLES[side]) for side in SIDES]
        for number, text in enumerate((*texts, self.tr("History"))):
            self.name_tab(number, text)

"""Which day: today, the next working day, or any other; by keys as fast as by the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QToolButton, QWidget

from gui import theme
from gui.widgets.buttons import button_for

_KEYS = {
    "previous": "Alt+Left",
    "next": "Alt+Right",
    "today": "Alt+Home",
    "ahead": "Alt+End",
}


class _DayEdit(QDateEdit):
    """The keyboard comes to the day: the arrows would change the year at the first part."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.setSelectedSection(QDateEdit.Section.DaySection)


class DayChooser(QWidget):
    """One day, with its weekday.

    `actions_` holds its actions by name, so that their keys can work on the whole page.

    Signals:
        changed: the day (`datetime.date`) that a person chose.
    """

    changed = Signal(object)

    def __init__(self, today: date, parent: QWidget, *, ahead: date | None = None) -> None:
        """`ahead` is the next working day, where planning ahead makes sense."""
        super().__init__(parent)
        self._today, self._ahead = today, ahead
        self.actions_ = {name: self._action(keys) for name, keys in _KEYS.items()}
        self._build()
        self._connect()
        self._retranslate()
        self.show_day(today)

    @property
    def day(self) -> date:
        """The day chosen."""
        shown = self._edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day, and tell nobody."""
        self._edit.blockSignals(True)
        self._edit.setDate(QDate(day.year, day.month, day.day))
        self._edit.blockSignals(False)

    def choose(self, day: date) -> None:
        """Choose a day as a person does."""
        self._edit.setDate(QDate(day.year, day.month, day.day))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "_back"):
            self._draw_icons()
        super().changeEvent(event)

    def _action(self, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _build(self) -> None:
        self._edit = _DayEdit(self)
        self._edit.setCalendarPopup(True)
        self._edit.setKeyboardTracking(False)  # half a typed year is no day
        self._edit.setMinimumWidth(150)
        self._back, self._on = QToolButton(self), QToolButton(self)
        self._back.setDefaultAction(self.actions_["previous"])
        self._on.setDefaultAction(self.actions_["next"])
        for button in (self._back, self._on):
            button.setProperty("step", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._back, self._edit, self._on):
            layout.addWidget(widget)
        for name in ("today", "ahead"):
            self.actions_[name].setVisible(name == "today" or self._ahead is not None)
            layout.addWidget(button_for(self.actions_[name], self))
        self._draw_icons()

    def _connect(self) -> None:
        self._edit.dateChanged.connect(lambda _: self.changed.emit(self.day))
        for name, slot in (
            ("previous", lambda: self.choose(self.day - timedelta(days=1))),
            ("next", lambda: self.choose(self.day + timedelta(days=1))),
            ("today", lambda: self.choose(self._today)),
            ("ahead", lambda: self.choose(self._ahead or self._today)),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _draw_icons(self) -> None:
        for name, drawing in (("previous", "left"), ("next", "right")):
            self.actions_[name].setIcon(theme.icon(drawing, theme.colours().ink, 16))

    def _retranslate(self) -> None:
        texts = {
            "previous": self.tr("The day before"),
            "next": self.tr("The day after"),
            "today": self.tr("Today"),
            "ahead": self.tr("Next working day"),
        }
        for name, text in texts.items():
            action = self.actions_[name]
            action.setText(text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text}  ({keys})")
        self._edit.setLocale(QLocale())
        self._edit.setDisplayFormat("yyyy-MM-dd ddd")
        self._edit.setAccessibleName(self.tr("Day"))
        self._back.setAccessibleName(texts["previous"])
        self._on.setAccessibleName(texts["next"])

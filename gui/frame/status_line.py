"""The line along the foot: where the cards are, the cabinet's day, the last backup."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from model.office.day import DayState

HEIGHT = 32


class StatusLine(QFrame):
    """Counts, 开柜 or 锁柜, and the backup; says in words what the colours say too.

    Signals:
        open_wanted: 开柜.
        close_wanted: 锁柜.
    """

    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self._keeps = keeps
        self._counts: Mapping[str, int] = {}
        self._day = DayState(False)
        self._backup: datetime | None = None
        self._late = self._second_fails = False
        self._today = date.min
        self._build()
        self._retranslate()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Cards by `custody_state`; a state that is not counted is not shown."""
        self._counts = counts
        for state, label in self._labels.items():
            label.setVisible(state in counts)
        self._retranslate()

    def show_day(self, day: DayState) -> None:
        """Whether the cabinet is open, with the button that changes it."""
        self._day = day
        self._retranslate()

    def show_backup(
        self,
        made_at: datetime | None,
        today: date,
        *,
        late: bool = False,
        second_fails: bool = False,
    ) -> None:
        """When the last verified backup was made, and whether the second folder lacks it."""
        self._backup, self._today = made_at, today
        self._late, self._second_fails = late, second_fails
        self._backup_label.setProperty("state", "overdue" if late or second_fails else "")
        self._backup_label.style().unpolish(self._backup_label)
        self._backup_label.style().polish(self._backup_label)
        self._backup_label.show()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(20)
        self._labels = {state: QLabel(self) for state in ("in_cabinet", "out", "overdue")}
        for state, label in self._labels.items():
            label.setProperty("state", "home" if state == "in_cabinet" else state)
            label.hide()
            layout.addWidget(label)
        layout.addStretch()
        self._day_label = QLabel(self)
        self._day_button = QPushButton(self)
        self._day_button.setVisible(self._keeps)
        self._day_button.clicked.connect(self._change_day)
        self._backup_label = QLabel(self)
        self._backup_label.hide()
        layout.addWidget(self._day_label)
        layout.addWidget(self._day_button)
        layout.addWidget(self._backup_label)

    def _change_day(self) -> None:
        (self.close_wanted if self._day.is_open else self.open_wanted).emit()

    def _retranslate(self) -> None:
        texts = {
            "in_cabinet": self.tr("In the cabinet {count}"),
            "out": self.tr("Out {count}"),
            "overdue": self.tr("Overdue {count}"),
        }
        for state, label in self._labels.items():
            label.setText(texts[state].format(count=f"{self._counts.get(state, 0):,}"))
        self._day_label.setText(self._day_text())
        self._day_button.setText(
            self.tr("Close the cabinet") if self._day.is_open else self.tr("Open the cabinet")
        )
        self._backup_label.setText(self._backup_text())

    def _day_text(self) -> str:
        if not self._day.is_open or self._day.opened_at is None:
            return self.tr("Cabinet closed")
        return self.tr("Cabinet open since {time} ({name})").format(
            time=f"{self._day.opened_at:%H:%M}", name=self._day.opened_by
        )

    def _backup_text(self) -> str:
        told = self._last_backup_text()
        if self._second_fails:
            return self.tr("{backup} · second folder fails ⚠").format(backup=told)
        return told

    def _last_backup_text(self) -> str:
        if self._backup is None:
            return self.tr("No backup yet")
        if self._backup.date() == self._today:
            return self.tr("Last backup today {time} ✓").format(time=f"{self._backup:%H:%M}")
        day = f"{self._backup:%Y-%m-%d %H:%M}"
        if self._late:
            return self.tr("Last backup {day}, too old ⚠").format(day=day)
        return self.tr("Last backup {day}").format(day=day)

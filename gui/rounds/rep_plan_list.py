"""The reps at the left, each with the state of his plan."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.rounds.plan_day import PlanDay
from gui.rounds.plan_words import plan_look
from gui.today.rep_list import RepDelegate

_REP = Qt.ItemDataRole.UserRole
_LOOK = Qt.ItemDataRole.UserRole + 1


class RepPlanList(QFrame):
    """One line a rep.

    Signals:
        chosen: name of the rep whose plan is wanted.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._day: PlanDay | None = None
        self._build()
        self._retranslate()

    @property
    def rep(self) -> str:
        """Name of the chosen rep, or the empty string."""
        item = self.list.currentItem()
        return str(item.data(_REP)) if item is not None else ""

    def show_day(self, day: PlanDay | None) -> None:
        """Show other plans; the chosen rep stays chosen, and is not told again."""
        chosen = self.rep
        self._day = day
        names = [one.rep for one in day.reps] if day else []
        self.list.blockSignals(True)
        self.list.clear()
        for one in day.reps if day else ():
            look = plan_look(one)
            item = QListWidgetItem(one.rep, self.list)
            item.setData(_REP, one.rep)
            item.setData(_LOOK, look)
            told = " · ".join(part for part in (one.rep, look.word, look.detail) if part)
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        if names:
            self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.list.blockSignals(False)
        self._retranslate()

    def choose(self, rep: str) -> None:
        """Choose a rep by name."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_REP) == rep:
                self.list.setCurrentRow(row)

    def step(self, step: int) -> None:
        """The rep before or after."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_day(self._day)
        super().changeEvent(event)

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        above = QVBoxLayout(head)
        above.setContentsMargins(12, 9, 12, 9)
        above.addWidget(self._title)
        self.list = QListWidget(self)
        self.list.setItemDelegate(RepDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.currentItemChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_REP)))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Reps and their plans"))
        reps = self._day.reps if self._day else ()
        done = sum(one.plan is not None and one.plan.state == "approved" for one in reps)
        self._title.setText(
            self.tr("Approved {done} of {count}").format(done=done, count=len(reps))
            if reps
            else self.tr("Reps")
        )

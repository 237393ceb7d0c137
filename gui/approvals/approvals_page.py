"""The page 审批: what waits for a decision, the oldest first, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui import errors
from gui.approvals.approval_actions import ApprovalActions
from gui.approvals.approval_columns import APPROVALS, INKED, NAME, WIDTHS
from gui.approvals.decision_dialog import DecisionDialog
from gui.approvals.using import ApprovalUse, is_usable
from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from gui.tasks import Report, Tasks
from gui.widgets.buttons import button_for
from gui.widgets.day_table import DayTable, InkDelegate
from gui.widgets.list_or_placard import ListOrPlacard
from model.cards.asking import (
    ApprovalView,
    decide_approval,
    list_approvals,
    read_approval,
    withdraw_approval,
)
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.tables import ApprovalState


class ApprovalsPage(QWidget):
    """Approvals of one desk: its own, and those that it decides on.

    Signals:
        status_changed: something was decided or taken back.
        elsewhere_wanted: name of another page, and what its `go_to` takes.
    """

    status_changed = Signal()
    elsewhere_wanted = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._settings = settings or QSettings()
        self._readings = 0
        self._wanted = ""
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    @property
    def rows(self) -> Sequence[ApprovalView]:
        """The approvals in view."""
        return self.table.table.rows

    @property
    def told(self) -> str:
        """The message line."""
        return self._told.text()

    def go_to(self, number: str = "") -> None:
        """Bring an approval into view; an empty number: the first that waits."""
        self._wanted = number
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self._readings += 1
        number, desk, now = self._readings, self._desk, self._clock.now()
        everything = self.settled.isChecked()

        def read(report: Report) -> tuple[ApprovalView, ...]:
            del report
            with desk.own_connection():
                return list_approvals(desk, now, all=everything)

        def take(views: tuple[ApprovalView, ...]) -> None:
            if number == self._readings:
                self._show(views)

        self._tasks.run(self, read, take)

    def forget(self) -> None:
        """Empty everything that names a customer."""
        self._readings += 1
        self._show(())
        self._told.clear()
        self.using.menu.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_focus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def _build(self) -> None:
        self.actions_ = ApprovalActions(self._desk, self)
        self.using = ApprovalUse(self)
        self.table: DayTable[ApprovalView] = DayTable(
            APPROVALS, NAME, WIDTHS, lambda view: view.approval_no, self
        )
        for column in INKED:
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        self._list = ListOrPlacard(self.table, "approvals", self)
        self.settled = QCheckBox(self)
        self._told = QLabel(self)
        self._told.setProperty("good", True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumWidth(40)
        bar = QHBoxLayout()
        bar.addWidget(self.settled)
        bar.addWidget(self._told, 1)
        for name in ("withdraw", "use", "open", "refuse", "grant"):
            bar.addWidget(button_for(self.actions_[name], self, main=name == "grant"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addWidget(self._list, 1)

    def _connect(self) -> None:
        self.settled.toggled.connect(lambda _: self.refresh())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.table.doubleClicked.connect(lambda _: self._use_or_open())
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), self.table, self._use_or_open, context=within)
        self.using.told.connect(self._told.setText)
        self.using.elsewhere_wanted.connect(self.elsewhere_wanted)
        for name, slot in (
            ("open", self._open),
            ("use", self._use_or_open),
            ("grant", self._grant),
            ("refuse", self._ask_why),
            ("withdraw", self._withdraw),
            ("refresh", self.refresh),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _show(self, views: Sequence[ApprovalView]) -> None:
        self.table.show_records(views)
        had_focus = self.table.hasFocus() or self.settled.hasFocus()
        self._list.show_filled(bool(views))
        if had_focus:
            self._place_focus()
        if self.table.choose(self._wanted):
            self._wanted = ""
        self._allow()

    def _place_focus(self) -> None:
        """In the page, or its keys would not work."""
        (self.table if self.rows else self.settled).setFocus()

    def _allow(self) -> None:
        view = self.table.chosen
        decides = view is not None and view.may_decide
        self.actions_.allow("open", view is not None)
        self.actions_.allow("grant", decides)
        self.actions_.allow("refuse", decides)
        usable = view is not None and view.state in {ApprovalState.ASKED, ApprovalState.GRANTED}
        self.actions_.allow("withdraw", view is not None and view.is_mine and usable)
        self.actions_.name("use", self.using.name(view))
        self.actions_.offer("use", is_usable(view))

    # --- what is done ---------------------------------------------------------------------------

    def _open(self) -> None:
        """Everything there is to know of one, read afresh."""
        chosen = self.table.chosen
        if chosen is None:
            return
        try:
            view = read_approval(self._desk, chosen.approval_no, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            self.refresh()
            return
        dialog = DecisionDialog(view, self._settings, self.window())
        dialog.decided.connect(
            lambda number, granted, remark: self._close_after(
                dialog, lambda: self._decide(number, granted, remark)
            )
        )
        dialog.withdrawn.connect(
            lambda number: self._close_after(dialog, lambda: self._take_back(number))
        )
        dialog.open()

    def _use_or_open(self) -> None:
        """Enter: what was granted is used; everything else is looked at."""
        view = self.table.chosen
        if view is None or not is_usable(view):
            self._open()
            return
        row = self.table.visualRect(self.table.currentIndex())
        self.using.use(view, self.table.viewport().mapToGlobal(row.bottomLeft()))

    def _close_after(self, dialog: DecisionDialog, act: Callable[[], None]) -> None:
        """Do it; what is refused is told in the dialog."""
        try:
            act()
        except CabinetError as error:
            dialog.refuse(error)
        else:
            dialog.accept()

    def _grant(self) -> None:
        view = self.table.chosen
        if view is not None:
            self._try(lambda: self._decide(view.approval_no, True, ""))

    def _ask_why(self) -> None:
        view = self.table.chosen
        if view is None:
            return
        question = self.tr("{number}, asked for by {person}: why is it refused?").format(
            number=view.approval_no, person=view.asked_by
        )
        dialog = RemarkDialog(self.tr("&Refuse"), question, self.window())
        dialog.given.connect(
            lambda remark: self._try(lambda: self._decide(view.approval_no, False, remark))
        )
        dialog.open()

    def _withdraw(self) -> None:
        view = self.table.chosen
        if view is not None:
            self._try(lambda: self._take_back(view.approval_no))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CabinetError as error:
            errors.show(self, error)
            self.refresh()

    def _decide(self, number: str, granted: bool, remark: str) -> None:
        view = decide_approval(self._desk, number, granted, remark, self._clock.now())
        done = self.tr("{number} of {person} is granted, until {day}.") if granted else self.tr(
            "{number} of {person} is refused."
        )  # fmt: skip
        until = f"{view.valid_until:%Y-%m-%d}" if view.valid_until else ""
        self._finish(done.format(number=number, person=view.asked_by, day=until))

    def _take_back(self, number: str) -> None:
        withdraw_approval(self._desk, number, self._clock.now())
        self._finish(self.tr("{number} is withdrawn.").format(number=number))

    def _finish(self, told: str) -> None:
        self._told.setText(told)
        self.refresh()
        self.status_changed.emit()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self._allow()
        self.settled.setText(self.tr("Settled ones &too"))
        self.settled.setToolTip(self.tr("Used, refused, withdrawn and expired ones too"))
        self.table.setAccessibleName(self.tr("Approvals"))
        self._list.placard.title.setText(self.tr("Nothing waits for an approval"))
        self._list.placard.say(
            self.tr(
                "Where you may not do something alone, the program offers to ask for an approval. "
                "What was asked for stands here until it is decided on and used."
            )
        )

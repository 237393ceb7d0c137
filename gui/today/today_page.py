"""The page 今日: reps | visits and cards | the plan on paper; one box for scanner and keyboard."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui import errors
from gui.cabinet.card_printing import CardPrinting
from gui.cabinet.kept_typing_bar import KeptTypingBar
from gui.clock import Clock
from gui.tasks import Tasks
from gui.today.away_panel import AwayPanel
from gui.today.correcting import Correcting
from gui.today.counter import Counter
from gui.today.finder import Finder
from gui.today.happenings import Happening, Happenings
from gui.today.kept_visit import visits_among
from gui.today.left_column import LeftColumn
from gui.today.preview_pane import PreviewPane
from gui.today.reminded import Reminded
from gui.today.scan_bar import ScanBar
from gui.today.scans import Mode, Scans, usual_mode
from gui.today.today_actions import TodayActions
from gui.today.today_work import TodayWork
from gui.today.visit_panel import VisitPanel
from gui.today.visit_work import VisitWork
from gui.widgets.typing_relay import TypingRelay
from model.cards.typing import kept_typing
from model.errors import CabinetError
from model.loans.board import Board, RepDetail, day_board, rep_day
from model.loans.reminders import reminders
from model.office.desk import Desk
from model.office.rights import Right

SHOWS_PREVIEW_FROM = 1440
"""Narrower windows show the preview only when it is asked for."""
_SPLITTERS = "today/{}"
_WIDTHS = (212, 742, 376)
_LEAST = (190, 470, 300)
_HEIGHTS = {Mode.OUT: (470, 140, 84), Mode.HOME: (300, 340, 90)}
_QUIET = timedelta(minutes=10)
_MINUTE_MS = 60_000
_TELL_MS = 250


class TodayPage(QWidget):
    """One desk's view of the day.

    Signals:
        status_changed: cards went out or came home.
        proposals_wanted: proposed changes are to be decided or answered; number of their card,
            or empty for all.
        elsewhere_wanted: name of another page, and what its `go_to` takes.
    """

    status_changed = Signal()
    proposals_wanted = Signal(str)
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
        self._desk = desk
        self._clock = clock
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
        )
        self._board: Board | None = None
        self._detail: RepDetail | None = None
        self._last_act: datetime | None = None
        self._build(tasks)
        self._connect()
        self.refresh()

    @property
    def board(self) -> Board | None:
        """Everybody's day as it is shown."""
        return self._board

    @property
    def detail(self) -> RepDetail | None:
        """The chosen rep's day as it is shown."""
        return self._detail

    def refresh(self) -> None:
        """Read everything again."""
        self._read_day()
        self._read_reminders()
        self.finder.read([rep.rep for rep in self._board.reps] if self._board else [])
        self._take_usual_mode()

    def take_typing(self) -> dict[str, Any] | None:
        """What is typed and not saved, as `keep_typing` takes it."""
        return self.records.take_typing()

    def forget(self) -> None:
        """Empty everything that shows a customer."""
        self._minute.stop()
        self._telling.stop()
        self._board = self._detail = None
        self.kept.offer(())
        self.visits.show_detail(None)
        self.away.show_detail(None, self._clock.now())
        self.left.reminders.show_reminders(())
        for part in (self.happenings, self.bar, self.finder, self.preview):
            part.forget()

    def choose_rep(self, rep: str) -> None:
        """Look at a rep's day."""
        if self.left.reps.rep != rep and not self.left.reps.choose(rep, quiet=True):
            self.counter.refuse(self.tr("{name} is no rep whose day is here").format(name=rep))
            return
        self._detail = None
        QTimer.singleShot(0, self, self._read_missing_detail)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_usual_mode()
        self.bar.box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that no part of the page wants, with a button in focus, belongs in the box."""
        text = event.text().strip()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if text and text.isprintable() and held == Qt.KeyboardModifier.NoModifier:
            self.bar.box.take(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.fit(self.window().width() >= SHOWS_PREVIEW_FROM)

    def _build(self, tasks: Tasks) -> None:
        self.actions_ = TodayActions(self._desk, self)
        self.bar = ScanBar(self.actions_, self)
        self.left = LeftColumn(self.actions_, self)
        self.visits = VisitPanel(self.actions_, self)
        self.away = AwayPanel(self.actions_, self)
        self.happenings = Happenings(self)
        self.happenings.may_print = self._desk.may(Right.PRINT_CARD)
        self.printing = CardPrinting(self._desk, tasks, self._clock, self, self._settings)
        self.preview = PreviewPane(self._desk, tasks, self._clock, self._settings, self)
        self.counter = Counter(self._desk, tasks, self._clock, self)
        self.scans = Scans(self._desk, self._clock, self.counter, lambda: self.bar.mode)
        self.records = VisitWork(self._desk, self._clock, self.counter, self)
        self.kept = KeptTypingBar(self)
        self.finder = Finder(self._desk, tasks, self._clock, self.bar.box, self)
        self.reminded = Reminded(self._desk, self._clock, self.counter, self.records, self)
        self.correcting = Correcting(self._desk, self._clock, self.counter, self)
        self._middle = _splitter(Qt.Orientation.Vertical, self.visits, self.away, self.happenings)
        self.happenings.setVisible(self.bar.mode is not None)
        self._whole = _splitter(Qt.Orientation.Horizontal, self.left, self._middle, self.preview)
        self._middle.setStretchFactor(0, 1)
        self._whole.setStretchFactor(1, 1)
        parts = (self.left, self._middle, self.preview)
        for part, least in zip(parts, _LEAST, strict=True):
            part.setMinimumWidth(least)
        self._whole.setStretchFactor(0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.kept)
        layout.addWidget(self.bar)
        layout.addWidget(self._whole, 1)
        self._relay = TypingRelay(self)
        self._relay.watch(
            self.visits.table,
            self.away.table,
            self.left.reps.list,
            self.left.reminders.list,
            self.happenings.list,
        )
        self.work = TodayWork(self)
        self.kept.offer(visits_among(kept_typing(self._desk)))
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.start()
        self._arrange()

    def _arrange(self) -> None:
        """Sizes as they were left: in the evening the cards that come home have more room."""
        mode = self.bar.mode or Mode.OUT
        self._whole.setSizes(self._kept_sizes("whole", _WIDTHS))
        heights = self._kept_sizes(f"middle_{mode}", _HEIGHTS[mode])
        for number, part in enumerate((self.away, self.happenings), 1):
            heights[number] = min(heights[number], part.maximumHeight())
        heights[0] = max(heights[0], self._middle.height() - sum(heights[1:]))
        self._middle.setSizes(heights)

    def _kept_sizes(self, name: str, usual: tuple[int, ...]) -> list[int]:
        kept = self._settings.value(_SPLITTERS.format(name))
        return [int(size) for size in kept] if kept else list(usual)

    def _keep_sizes(self) -> None:
        mode = self.bar.mode or Mode.OUT
        self._settings.setValue(_SPLITTERS.format("whole"), self._whole.sizes())
        self._settings.setValue(_SPLITTERS.format(f"middle_{mode}"), self._middle.sizes())

    def _connect(self) -> None:
        self.left.reps.chosen.connect(lambda _: self._read_detail())
        self.left.reminders.chosen.connect(self.reminded.take)
        self.bar.box.entered.connect(self._enter)
        self.bar.box.stepped.connect(self._step)
        self.finder.chosen.connect(self._go_to)
        self.scans.rep_meant.connect(self.choose_rep)
        self.scans.card_meant.connect(self._go_to_card)
        self.reminded.rep_meant.connect(self.choose_rep)
        self.reminded.card_meant.connect(self._go_to_card)
        self.reminded.proposals_meant.connect(self.proposals_wanted)
        self.reminded.copy_meant.connect(
            lambda number: self.elsewhere_wanted.emit(
                "registers", ("copies", self._clock.now().date(), number)
            )
        )
        self.reminded.approval_meant.connect(
            lambda number: self.elsewhere_wanted.emit("approvals", (number,))
        )
        self.kept.taken.connect(self.records.go_on)
        self.kept.dropped.connect(self.records.drop)
        self.counter.happened.connect(self._note)
        self.happenings.folded.connect(self._arrange)
        self.happenings.reprint_wanted.connect(self.printing.preview_again)
        self.printing.printed.connect(self.happenings.mark_printed)
        self.counter.changed.connect(self._read_after_act)
        self.records.changed.connect(self._read_after_act)
        self._relay.typed.connect(self.bar.box.take)
        for splitter in (self._whole, self._middle):
            splitter.splitterMoved.connect(lambda *_: self._keep_sizes())
        self.away.folded.connect(lambda _: self._arrange())
        self.bar.chosen.connect(lambda _: self._arrange())
        self._telling.timeout.connect(self._tell_others)
        self._minute.timeout.connect(self._read_each_minute)

    def _read_day(self) -> None:
        """The board, and the chosen rep's visits and cards."""
        try:
            self._board = day_board(self._desk, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            return
        self.left.reps.show_days(self._board.day, self._board.reps)
        self.actions_.allow(
            "hand_out_all", self._board.is_open and any(rep.waiting for rep in self._board.reps)
        )
        self._read_detail()

    def _read_detail(self) -> None:
        rep, now = self.left.reps.rep, self._clock.now()
        try:
            self._detail = rep_day(self._desk, rep, now) if rep else None
        except CabinetError as error:
            errors.show(self, error)
            self._detail = None
        is_open = self._board is not None and self._board.is_open
        self.visits.show_detail(self._detail, is_open=is_open)
        self.away.show_detail(self._detail, now)
        self.preview.show_plan(self._detail.plan if self._detail else None)

    def _read_missing_detail(self) -> None:
        """The rep was chosen, and nothing has been read since."""
        if self._detail is None:
            self._read_detail()

    def _read_after_act(self) -> None:
        self._last_act = self._clock.now()
        self._read_day()
        self._telling.start()

    def _read_each_minute(self) -> None:
        """Due times pass, and others work too."""
        if self.isVisible():
            self._read_day()
            self._take_usual_mode()

    def _read_reminders(self) -> None:
        try:
            found = reminders(self._desk, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            return
        self.left.reminders.show_reminders(found)

    def _tell_others(self) -> None:
        """What waits until the counter has a moment: reminders, and the rest of the window."""
        self._read_reminders()
        self.status_changed.emit()

    def _take_usual_mode(self) -> None:
        """What the counter usually does now, unless somebody is in the middle of it."""
        now = self._clock.now()
        quiet = self._last_act is None or now - self._last_act >= _QUIET
        if self._board is not None and quiet:
            self.bar.choose(usual_mode(self._board, now))

    def _enter(self, text: str) -> None:
        """Enter: a code is done at once, letters choose, an empty box goes on to the lists."""
        if not text:
            self.work.go_to_lists()
        elif self.finder.take(text):
            self.bar.box.clear()
        else:
            self.bar.box.clear()
            self.scans.take(text)

    def _step(self, step: int) -> None:
        if self.finder.is_open:
            self.finder.step(step)
        else:
            self.left.reps.step(step)

    def _go_to(self, rep: str, card_no: str) -> None:
        self.bar.box.clear()
        self.choose_rep(rep)
        self._read_missing_detail()
        if card_no:
            self._go_to_card(card_no)

    def _go_to_card(self, card_no: str) -> None:
        self.visits.table.choose(card_no)
        self.away.table.choose(card_no)

    def _note(self, happening: Happening) -> None:
        self.happenings.add(happening)
        self.bar.tell(happening)

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        if self._board is not None:
            self._read_day()


def _splitter(way: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Parts side by side."""
    made = QSplitter(way)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(8)
    for number, part in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(number, 0)
    return made

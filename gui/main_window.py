"""The frame: doors or desk, the lock between them, and what the menu does. No logic of a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui import theme
from gui.actions import Actions
from gui.frame.pages import Surroundings
from gui.lock import leftovers
from gui.lock.doors import Doors
from gui.lock.idle_watch import SNOOZE, IdleWatch
from gui.lock.last_minute import LastMinute
from gui.lock.lock_keys import LockKeys
from gui.lock.screen_lock import LockTimes, ScreenLock
from gui.lock.system_events import SystemEvents
from gui.memory import Memory
from model.office.desk import Desk
from model.office.log_in import SWITCH
from model.office.office_settings import read_settings

if TYPE_CHECKING:
    from gui.approvals.asker import ApprovalAsker
    from gui.frame.desk_view import DeskView

_DOOR_MINUTES = 3
_LOCKING = ("lock", "lock_away", "change_person")
_SMALLEST = (1024, 640)
_USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        seated: the `Desk` of a person who logged in, when his first page is in view.
        locked: the `LockTimes` of a lock, when the door is in view.
    """

    seated = Signal(object)
    locked = Signal(object)

    def __init__(self, around: Surroundings, memory: Memory) -> None:
        super().__init__()
        self._around = around
        self._memory = memory
        self._desk: Desk | None = None
        self._view: DeskView | None = None
        self._pages: dict[int, str] = {}  # where each person was who sat here since the start
        self._after_lock = "unlock"
        self._to_restore: Path | None = None
        self._lock_minimised = False
        self._before: list[QWidget] = []
        self._build()
        self._connect()
        self._retranslate()
        self._take_place()

    def begin(self, cabinet: Path | None) -> None:
        """Show the door: of this cabinet, of the one opened last, or the first page."""
        last = self._memory.cabinets
        wanted = cabinet or (last[0] if last else None)
        if wanted is None:
            self._doors.show_first()
        else:
            self._doors.show_log_in(wanted)

    @property
    def around(self) -> Surroundings:
        """What the pages are given."""
        return self._around

    @property
    def doors(self) -> Doors:
        """The way in."""
        return self._doors

    @property
    def view(self) -> DeskView:
        """The pages of the person at the desk; there are none while the door is in view."""
        assert self._view is not None, "nobody sits here"
        return self._view

    @property
    def approval_asker(self) -> ApprovalAsker | None:
        """Who asks for an approval after a refusal; nobody while the door is in view."""
        return self._view.approval_asker if self._view is not None else None

    @property
    def actions_by_name(self) -> Actions:
        """The menu's actions."""
        return self._actions

    def lock(self, then: str = "unlock", why: str = "key") -> None:
        """Lock the screen.

        Args:
            then: what the door shows: `unlock` for the same person, `change_person`, or
                `another_cabinet`.
            why: what the log says made it lock.
        """
        if self._desk is None or self._view is None or self._lock.busy:
            return
        self._idle.stop()
        self._pages[self._desk.person.id] = self._view.page
        self._after_lock = then
        self._lock.lock(self._desk, self._view, SWITCH if then == "change_person" else why)

    def listen(self) -> None:
        """Lock from now on when the system says that its user goes away."""
        self._system.listen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._minimised()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.watch(self.windowHandle())
        self._keys.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lock.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.geometry = self.saveGeometry()
        self._idle.stop()
        self._system.stop()
        if self._desk is not None and self._view is not None:
            self._lock.lock_now(self._desk, self._view)
            self._desk = None
        self._doors.leave()
        self._around.tasks.stop_all(wait_ms=2000)
        super().closeEvent(event)

    def _build(self) -> None:
        self.setWindowIcon(theme.icon("app", "", 64))
        self.setMinimumSize(*_SMALLEST)
        self._doors = Doors(self._around, self._memory, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._doors)
        self.setCentralWidget(self._stack)
        self._actions = Actions(self)
        self._actions.allow(None)
        self.addActions(list(self._actions))
        self._idle = IdleWatch(self._around.clock, self)
        self._lock = ScreenLock(self, self._around.tasks, self._around.clock)
        self._last_minute = LastMinute(self)
        self._keys = LockKeys([self._actions[name] for name in _LOCKING], self)
        self._system = SystemEvents(self)

    def _connect(self) -> None:
        self._doors.opened.connect(self.seat)
        self._doors.waiting.connect(lambda: self._idle.start(_DOOR_MINUTES))
        self._idle.expired.connect(self._expire)
        self._idle.ticked.connect(self._tick)
        self._lock.locked.connect(self._show_door)
        self._system.left.connect(self._leave)
        for name, slot in (
            ("find", self._find),
            ("lock", self.lock),
            ("lock_away", self._lock_away),
            ("change_person", lambda: self.lock("change_person")),
            ("another_cabinet", lambda: self.lock("another_cabinet")),
            ("own_password", self._own_password),
            ("manual", self._open_manual),
            ("quit", self.close),
        ):
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())

    def seat(self, desk: Desk) -> None:
        """Somebody is in: build his pages and begin to count."""
        from gui.frame.desk_view import DeskView  # loaded while the password was typed

        self._desk = desk
        self._before = leftovers.windows()
        view = DeskView(desk, self._around, self._actions, self._stack)
        self._view = view
        self._actions.allow(desk)
        view.snoozed.connect(self._snooze)
        view.restore_wanted.connect(self._lock_to_restore)
        view.open_page(self._pages.get(desk.person.id, "cabinet"))
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._doors.clear()
        settings = read_settings(desk)
        self._lock_minimised = settings["lock_when_minimised"] == "1"
        self._idle.start(int(settings["idle_minutes"]))
        self._retranslate()
        self.seated.emit(desk)

    def _snooze(self) -> None:
        """Put the idle lock off, in the log's sight."""
        if self._idle.snooze():
            self.view.day.log_snooze(int(SNOOZE.total_seconds()) // 60)

    def _lock_to_restore(self, file: Path | None) -> None:
        """A backup becomes a cabinet of its own; nobody sits at this one meanwhile."""
        self._to_restore = file
        self.lock("restore")

    def _show_door(self, times: LockTimes) -> None:
        """The key is forgotten: destroy the pages, and stand at the door."""
        desk, view = self._desk, self._view
        self._desk = self._view = None
        self._actions.allow(None)
        if view is not None and desk is not None:
            self._stack.setCurrentWidget(self._doors)
            self._stack.removeWidget(view)
            view.deleteLater()
            leftovers.clear_away(self._before)
            self._stand_at_door(desk)
        self._lock.uncover()
        self._system.settle()
        self._retranslate()
        self.locked.emit(times)

    def _stand_at_door(self, desk: Desk) -> None:
        if self._after_lock == "restore":
            self._pages.clear()
            self._doors.show_restore(self._to_restore)
        elif self._after_lock == "another_cabinet":
            self._pages.clear()
            self._doors.show_first()
        elif self._after_lock == "change_person":
            self._doors.show_log_in(desk.cabinet, desk.person.name, change=True)
        else:
            self._doors.show_log_in(desk.cabinet, desk.person.name, locked=True)

    def _expire(self) -> None:
        """Nobody was here."""
        self._leave("idle")

    def _leave(self, why: str) -> None:
        """Lock, or leave the door's last step."""
        if self._desk is not None:
            self.lock(why=why)
        else:
            self._doors.leave()
            self._system.settle()

    def _lock_away(self) -> None:
        """Lock, and out of sight."""
        self.lock()
        self.showMinimized()

    def _minimised(self) -> None:
        """Out of sight; where the office wants it so, that is a lock."""
        if self._lock_minimised:
            self.lock(why="minimised")

    def _tick(self, seconds: int, snoozes: int) -> None:
        if self._view is not None:
            self._view.top.show_countdown(seconds, snoozes)
            self._last_minute.show_left(seconds)
            self._idle.watch(self._last_minute.windowHandle())

    def _find(self) -> None:
        if self._view is not None:
            self._view.go_to_search()

    def _own_password(self) -> None:
        if self._view is not None:
            self._view.open_page("settings", "own_password")

    def _open_manual(self) -> None:
        from gui.manual import ManualDialog  # few open it; all would wait for it

        manual = ManualDialog(self._around.languages.language, self)
        manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        manual.show()

    def _take_place(self) -> None:
        """Where the window stood last; at the first start as big as design and screen allow."""
        if not self.restoreGeometry(self._memory.geometry):
            room = self.screen().availableGeometry()
            self.resize(min(_USUAL[0], room.width()), min(_USUAL[1], room.height()))

    def _retranslate(self) -> None:
        self._actions.retranslate()
        name = self.tr("Card Cabinet")
        office = self._desk.office if self._desk is not None else ""
        self.setWindowTitle(f"{office} — {name}" if office else name)

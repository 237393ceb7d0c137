"""Everything a person sees at his desk: bars, pages, status line. Destroyed when it locks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from gui import errors
from gui.actions import Actions
from gui.approvals.asker import ApprovalAsker
from gui.approvals.waiting import WaitingApprovals
from gui.frame.office_day import OfficeDay
from gui.frame.pages import PAGES, Surroundings
from gui.frame.side_bar import SideBar
from gui.frame.status_line import StatusLine
from gui.frame.top_bar import TopBar
from model.office.desk import Desk
from model.office.rights import Right


class DeskView(QWidget):
    """The pages of one desk, each built when it is first opened.

    Signals:
        status_changed: a page changed something that the status line tells.
        snoozed: the person wants the idle lock later.
        restore_wanted: path of a backup, or None: the screen is to be locked for a restore.
    """

    status_changed = Signal()
    snoozed = Signal()
    restore_wanted = Signal(object)

    def __init__(self, desk: Desk, around: Surroundings, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._actions = actions
        self._specs = {page.name: page for page in PAGES if desk.may(page.right)}
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._build(_menu(actions))
        self.day = OfficeDay(desk, around, self.status, self)
        self.approval_asker = ApprovalAsker(desk, around.clock, self)
        self._waiting = WaitingApprovals(desk, around.clock, self)
        self._connect()
        self.day.refresh()
        self._waiting.count()

    @property
    def pages(self) -> dict[str, QWidget]:
        """The pages opened so far, by name."""
        return self._pages

    @property
    def page(self) -> str:
        """Name of the page in view."""
        return next(
            (name for name, page in self._pages.items() if page is self._stack.currentWidget()), ""
        )

    def open_page(self, name: str, tab: str = "") -> None:
        """Bring a page into view; one this desk may not use gives way to the first.

        Args:
            name: of the page.
            tab: of a part of it, for a page that has parts.
        """
        name = name if name in self._specs else next(iter(self._specs))
        if name not in self._pages:
            page = self._specs[name].make(self._desk, self._around, self._stack)
            self._pages[name] = page
            self._stack.addWidget(page)
            if hasattr(page, "status_changed"):
                page.status_changed.connect(lambda name=name: self._note_change(name))
            if hasattr(page, "restore_wanted"):
                page.restore_wanted.connect(self.restore_wanted)
            if hasattr(page, "search_wanted"):
                page.search_wanted.connect(self.go_to_search)
            if hasattr(page, "elsewhere_wanted"):
                page.elsewhere_wanted.connect(self._go_elsewhere)
            if hasattr(page, "proposals_wanted"):
                page.proposals_wanted.connect(self._show_proposals)
        self._stack.setCurrentWidget(self._pages[name])
        self._freshen(name)
        self._side.show_chosen(name)
        if tab:
            self._pages[name].show_tab(tab)  # type: ignore[attr-defined] # SettingsPage

    def go_to_search(self) -> None:
        """Put the cursor into the search box."""
        self.top.search.setFocus()
        self.top.search.selectAll()

    def take_typing(self) -> list[dict[str, Any]]:
        """What is typed and not saved, as `keep_typing` takes it; reads widgets only."""
        pages = [page for page in self._pages.values() if hasattr(page, "take_typing")]
        return [typing for page in pages if (typing := page.take_typing())]

    def put_away(self) -> None:
        """The person leaves: what the pages still have for the log, while it can be written."""
        for page in self._pages.values():
            if hasattr(page, "put_away"):
                page.put_away()

    def forget(self) -> None:
        """Empty what the pages show, before they are destroyed."""
        self.top.search.blockSignals(True)  # no page shall search now
        self.top.search.clear()
        for page in self._pages.values():
            if hasattr(page, "forget"):
                with errors.noted():  # a page in a bad way leaves the others no longer filled
                    page.forget()
        # The view may outlive the lock while a dialog of the desktop is open under it.
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _build(self, menu: list[QAction | None]) -> None:
        self.top = TopBar(self._desk.person, self._desk.office, menu, self._around.languages, self)
        self._side = SideBar(list(self._specs.values()), self)
        self._stack = QStackedWidget(self)
        may_change_day = self._desk.may(Right.OPEN_CABINET)
        self.status = StatusLine(may_change_day, self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top, 0, 0, 1, 2)
        layout.addWidget(self._side, 1, 0)
        layout.addWidget(self._stack, 1, 1)
        layout.addWidget(self.status, 2, 0, 1, 2)

    def _connect(self) -> None:
        self._side.chosen.connect(self.open_page)
        self.status_changed.connect(self.day.refresh)
        self.status_changed.connect(self._waiting.count)
        self._waiting.counted.connect(lambda count: self._side.show_count("approvals", count))
        self.approval_asker.asked.connect(lambda: self._note_change(""))
        self.day.changed.connect(self._refresh_pages)
        self.top.typed.connect(self._filter)
        self.top.entered.connect(self._enter)
        self.top.snoozed.connect(self.snoozed)
        for name, slot in (
            ("open_cabinet", self.day.open_cabinet),
            ("close_cabinet", self.day.close_cabinet),
            ("back_up", self.day.back_up),
        ):
            # Bound to this object: the connection goes when the view is destroyed.
            self._actions[name].triggered.connect(slot)

    def _refresh_pages(self) -> None:
        """The cabinet was opened or closed: full cards may be shown, or no longer."""
        for page in self._pages.values():
            if hasattr(page, "refresh"):
                page.refresh()

    def _note_change(self, name: str) -> None:
        """A page changed something: the others read it when they come into view."""
        self._stale |= self._pages.keys() - {name}
        self.status_changed.emit()

    def _freshen(self, name: str) -> None:
        """Bring a page up to what the others did meanwhile."""
        page = self._pages[name]
        if name in self._stale and hasattr(page, "refresh"):
            self._stale.discard(name)
            page.refresh()

    def _filter(self, text: str) -> None:
        self.open_page("cabinet")
        self._pages["cabinet"].set_filter(text)  # type: ignore[attr-defined] # CabinetPage

    def _go_elsewhere(self, name: str, where: tuple[Any, ...]) -> None:
        """Bring another page into view, at a place of it; not one that this desk may not use."""
        if name in self._specs:
            self.open_page(name)
            self._pages[name].go_to(*where)  # type: ignore[attr-defined] # PlanPage, RegisterPage

    def _show_proposals(self, card_no: str) -> None:
        self.open_page("cabinet")
        self._pages["cabinet"].show_proposals(card_no)  # type: ignore[attr-defined] # CabinetPage

    def _enter(self, text: str) -> None:
        self.open_page("cabinet")
        self._pages["cabinet"].focus_search(text)  # type: ignore[attr-defined] # CabinetPage


def _menu(actions: Actions) -> list[QAction | None]:
    """The person's menu; None draws a line."""
    return [
        actions["lock"],
        actions["lock_away"],
        actions["change_person"],
        actions["own_password"],
        None,
        actions["open_cabinet"],
        actions["close_cabinet"],
        actions["back_up"],
        None,
        actions["manual"],
        actions["another_cabinet"],
        actions["quit"],
    ]

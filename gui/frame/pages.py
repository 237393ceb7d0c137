"""The pages of the window, in the order of the page bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gui.clock import Clock
from gui.tasks import Tasks
from gui.widgets.language_menu import LanguageMenu
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark


@dataclass(frozen=True)
class Surroundings:
    """What a page may need beside its desk."""

    tasks: Tasks
    clock: Clock
    languages: LanguageMenu


@dataclass(frozen=True)
class PageSpec:
    """One page.

    Attributes:
        name: by which the program asks for it.
        title: marked English title.
        icon: file name of its drawing without `.svg`.
        right: without it the page is not shown.
        make: builds it when it is first opened.
    """

    name: str
    title: str
    icon: str
    right: Right
    make: Callable[[Desk, Surroundings, QWidget], QWidget]


def _cabinet(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.cabinet.cabinet_page import CabinetPage

    return CabinetPage(desk, around.tasks, around.clock, parent)


def _today(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.today.today_page import TodayPage

    return TodayPage(desk, around.tasks, around.clock, parent)


def _approvals(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.approvals.approvals_page import ApprovalsPage

    return ApprovalsPage(desk, around.tasks, around.clock, parent)


def _rounds(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.rounds.plan_page import PlanPage

    return PlanPage(desk, around.tasks, around.clock, parent)


def _registers(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.registers.register_page import RegisterPage

    return RegisterPage(desk, around.tasks, around.clock, parent)


def _settings(desk: Desk, around: Surroundings, parent: QWidget) -> QWidget:
    from gui.settings.settings_page import SettingsPage

    return SettingsPage(desk, around.tasks, around.clock, around.languages, parent)


PAGES = (
    PageSpec("cabinet", mark("Pages", "Cabinet"), "cabinet", Right.LIST_CARDS, _cabinet),
    PageSpec("today", mark("Pages", "Today"), "today", Right.SEE_LOANS, _today),
    PageSpec("approvals", mark("Pages", "Approvals"), "approvals", Right.SEE_APPROVALS, _approvals),
    PageSpec("rounds", mark("Pages", "Plan"), "plan", Right.MAKE_PLAN, _rounds),
    PageSpec("registers", mark("Pages", "Registers"), "registers", Right.SEE_LOANS, _registers),
    PageSpec("settings", mark("Pages", "Settings"), "settings", Right.OWN_PASSWORD, _settings),
)

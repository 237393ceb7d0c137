"""The page 今日 at any desk of an office with eight reps, in a window of its own."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.today.today_page import TodayPage
from model.exchange.importing import ImportOptions, import_cards
from model.loans.opening import open_cabinet
from model.office import log_in, people
from model.office.desk import Desk
from model.office.rights import Role
from model.rounds.approval import approve_all
from model.rounds.planning import add_line, make_plan, plans_on
from model.storage.cabinet import disconnect
from tests.conftest import NOW, PASSWORD, TODAY
from tests.gui.conftest import PageOpener, StillClock

KEEPER, MANAGER = "王秀兰", "张总"
REPS = ("李明", "王芳", "周涛", "吴刚", "郑洁", "冯远", "陈静", "褚亮")
OF_THE_SECOND_TEAM = frozenset({"周涛", "冯远", "陈静", "褚亮"})
CARDS_EACH = 12
_SIGNS = "恒运德隆信达盛泰长江金石"
_HEADINGS = (
    "客户名称",
    "电话",
    "地址",
    "业务员",
    "片区",
    "等级",
    "上次拜访",
    "欠款余额",
    "其中逾期",
)

SitHere = Callable[[str], Desk]
OpenPage = Callable[..., TodayPage]


def firm(number: int) -> str:
    """A name that no other number has."""
    first, second = divmod(number, len(_SIGNS))
    return f"成都{_SIGNS[first % len(_SIGNS)]}{_SIGNS[second]}叉车配件有限公司"


def _list_of_customers(folder: Path) -> Path:
    path = folder / "客户.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        sheet = csv.writer(out)
        sheet.writerow(_HEADINGS)
        for place, rep in enumerate(REPS):
            district = "金牛" if rep in OF_THE_SECOND_TEAM else "武侯"
            for card in range(CARDS_EACH):
                number = place * CARDS_EACH + card
                owed, late = (number * 1000, number * 100 if number % 5 == 0 else 0)
                sheet.writerow(
                    (firm(number), f"028-8{5000000 + number}", f"成都市{district}区{number}号", rep,
                     district, "ABC"[card % 3], "2026-08-03", owed, late)
                )  # fmt: skip
    return path


@pytest.fixture(scope="session")
def busy_template(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: eight reps with an approved plan of twelve visits each; the cabinet is closed."""
    folder = tmp_path_factory.mktemp("busy")
    path = folder / "office.cabinet"
    shutil.copytree(office_template, path)
    manager = log_in.log_in(path, MANAGER, PASSWORD, NOW)
    for rep in REPS:
        if rep not in {"李明", "王芳", "周涛"}:
            team = "二队" if rep in OF_THE_SECOND_TEAM else "一队"
            people.add_person(manager, rep, Role.REP, team, PASSWORD, NOW)
    import_cards(manager, _list_of_customers(folder), ImportOptions(), NOW)
    for place, rep in enumerate(REPS):
        plan = make_plan(manager, rep, TODAY, NOW)
        planned = {line.card_no for line in plan.lines}
        for number in range(place * CARDS_EACH + 1, (place + 1) * CARDS_EACH + 1):
            if f"Q{number:05d}" not in planned:
                add_line(manager, plan.plan_no, f"Q{number:05d}", NOW)
    approve_all(manager, TODAY, NOW)
    log_in.lock_screen(manager, NOW)
    disconnect()
    return path


@pytest.fixture
def busy(busy_template: Path, tmp_path: Path) -> Iterator[Path]:
    """The busy office of a test's own."""
    path = tmp_path / "busy.cabinet"
    shutil.copytree(busy_template, path)
    yield path
    disconnect()


@pytest.fixture
def sit_here(busy: Path) -> SitHere:
    """Sit down at a desk of the busy office."""
    return lambda name: log_in.log_in(busy, name, PASSWORD, NOW, workplace="柜台")


@pytest.fixture
def opened_here(sit_here: SitHere) -> None:
    """开柜."""
    open_cabinet(sit_here(KEEPER), NOW)


@pytest.fixture
def open_page(sit_here: SitHere, page_opener: PageOpener) -> OpenPage:
    """Sit down and open the page; the page before is closed as a lock closes it."""

    def opened(name: str, width: int = 1290, height: int = 684) -> TodayPage:
        page_opener.close()
        return page_opener.open(TodayPage, sit_here(name), (width, height))

    return opened


@pytest.fixture
def evening(clock: StillClock) -> datetime:
    """The clock goes to 17:40."""
    clock.time = datetime(2026, 11, 20, 17, 40)
    return clock.time


def focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def plans_of(desk: Desk, now: datetime) -> dict[str, list[str]]:
    """Rep -> the cards of his plan of today, in visiting order."""
    return {
        plan.rep: [line.card_no for line in plan.open_lines]
        for plan in plans_on(desk, now.date(), now)
    }

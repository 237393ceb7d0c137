"""Pictures of the working day's pages, Today above all, for the documentation.

Usage: python tools/take_day_pictures.py FOLDER [--size 1440x900] [--lang zh]

Makes an office of its own in a temporary folder: reps with 12, 1 and 30 visits and one whose
customers have very long names, seats its people in the real window, and saves what it shows
through the day. Needs a display (a virtual one does).
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtWidgets import QApplication, QDialog

from gui.clock import Clock
from gui.registers.register_page import RegisterPage
from gui.today.today_page import TodayPage
from model.exchange.importing import ImportOptions, import_cards
from model.loans.checkouts import check_out_all
from model.loans.returns import Return, take_back
from model.office import founding, log_in, people, teams
from model.office.rights import Role
from model.rounds.approval import approve_all, approve_on_paper
from model.rounds.planning import add_line, make_plan, set_purpose
from model.rounds.visits import VisitEntry, record_visit
from tools.take_pictures import Camera, app

PASSWORD = "a-long-password"
MORNING = datetime.fromisoformat("2026-11-23 08:50")  # office wall-clock time
EVENING = MORNING.replace(hour=18, minute=25)
MANAGER, KEEPER, SUPERVISOR = "张总", "王秀兰", "赵刚"
VISITS = {"李强": 12, "赵敏": 12, "周涛": 1, "孙丽": 30, "吴刚": 9, "阿卜杜热合曼·买买提江": 12}
LONG_NAMES = frozenset({"孙丽"})
LONG = (
    "四川省成都市武侯区经济技术开发区簇锦街道新城物流园区{}叉车配件及工业轮胎更换维修服务"
    "连锁经营管理有限责任公司第三分公司"
)
_SIGNS = "恒运德隆信达盛泰长江金石"
_PURPOSES = (("collect",), ("order", "new_product"), (), ("stock_count",), ("relation",), ())


class StandingClock(Clock):
    """The time of the picture."""

    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> datetime:
        """The time that was set."""
        return self.time


class DayCamera(Camera):
    """Seats people at the page Today and waits until it has read and drawn everything."""

    def __init__(self, folder: Path, size: tuple[int, int], language: str) -> None:
        super().__init__(folder, size, language)
        self.clock = StandingClock()
        self.window._around = replace(self.window.around, clock=self.clock)

    def wait(self, what: Callable[[], object], seconds: float = 30) -> None:
        """Wait as an event loop does: QTest's own wait lets no job of another thread work."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            app().processEvents()
            if what():
                return
            time.sleep(0.005)
        raise SystemExit("waited in vain")

    def pause(self, seconds: float = 0.6) -> None:
        """Let timers and jobs come to an end."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end and not self.window.around.tasks.running)

    def seat(self, cabinet: Path, name: str) -> TodayPage:
        """Sit down and turn to the page."""
        if self.window._view is not None:
            self.window.lock()
            self.wait(lambda: self.window._view is None)
        desk = log_in.log_in(cabinet, name, PASSWORD, self.clock.now(), workplace="柜台")
        self.window.seat(desk)
        self.window.view.open_page("today")
        self.pause()
        page = self.window.view.pages["today"]
        assert isinstance(page, TodayPage)
        return page

    def take_of(self, page: TodayPage, rep: str, name: str) -> None:
        """The page with one rep in view."""
        page.choose_rep(rep)
        self.pause()
        self.take(name)

    def take_page(self, page: str, name: str) -> None:
        """Another page of whoever sits here."""
        self.window.view.open_page(page)
        self.pause()
        self.take(name)

    def take_dialog(self, name: str) -> None:
        """The dialog that stands open; then it is closed."""
        self.pause()
        (dialog,) = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        self.take(name, dialog)
        dialog.reject()
        self.pause(0.1)


def make_office(folder: Path) -> Path:
    """An office whose reps have few and many visits today."""
    path = folder / "day.cabinet"
    founders = founding.Founders("西南办事处", MANAGER, KEEPER, PASSWORD)
    founding.create(path, founders, MORNING)
    manager = log_in.log_in(path, MANAGER, PASSWORD, MORNING)
    teams.add_team(manager, "一队", "", MORNING)
    teams.add_district(manager, "武侯", "一队", MORNING)
    people.add_person(manager, SUPERVISOR, Role.SUPERVISOR, "一队", PASSWORD, MORNING)
    for rep in VISITS:
        people.add_person(manager, rep, Role.REP, "一队", PASSWORD, MORNING)
    import_cards(manager, customers(folder), ImportOptions(), MORNING)
    number = 0
    for rep, visits in VISITS.items():
        plan = make_plan(manager, rep, MORNING.date(), MORNING)
        planned = {line.card_no for line in plan.lines}
        for place in range(visits):
            number += 1
            card_no = f"Q{number:05d}"
            if card_no not in planned:
                add_line(manager, plan.plan_no, card_no, MORNING)
            purposes = _PURPOSES[place % len(_PURPOSES)]
            set_purpose(manager, plan.plan_no, card_no, purposes, "", MORNING)
    keeper = log_in.log_in(path, KEEPER, PASSWORD, MORNING)
    approve_on_paper(keeper, ["RB20261123-02"], SUPERVISOR, MORNING)
    approve_all(log_in.log_in(path, MANAGER, PASSWORD, MORNING), MORNING.date(), MORNING)
    return path


def customers(folder: Path) -> Path:
    """The list of customers that the office takes over."""
    path = folder / "客户.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        sheet = csv.writer(out)
        sheet.writerow(
            (
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
        )
        number = 0
        for rep, visits in VISITS.items():
            for place in range(visits):
                number += 1
                first, second = divmod(number, len(_SIGNS))
                word = f"{_SIGNS[first % len(_SIGNS)]}{_SIGNS[second]}"
                name = LONG.format(word) if rep in LONG_NAMES else f"成都{word}叉车配件有限公司"
                owed = number * 1730 % 128000
                late = owed // 3 if number % 4 == 0 else 0
                sheet.writerow(
                    (name, f"028-8{5000000 + number}", f"成都市武侯区{number}号", rep, "武侯",
                     "ABC"[place % 3], "2026-08-03", owed, late)
                )  # fmt: skip
    return path


def in_the_morning(camera: DayCamera, cabinet: Path) -> None:
    """Closed, open, few and many visits, letters typed, some cards out."""
    page = camera.seat(cabinet, KEEPER)
    camera.window.view.day.open_cabinet()
    for rep, visits in VISITS.items():
        if rep in {"李强", "周涛", "孙丽"}:
            camera.take_of(page, rep, f"today-{visits}-visits")
    page.choose_rep("李强")
    camera.pause(0.1)
    page.work.hand_out()
    page.scans.take("Q00013")
    page.scans.take("Q99999")
    page.bar.box.setText("zho")
    camera.take("today-typing")
    page.bar.box.clear()
    page.work.ask_all_out()
    camera.take_dialog("today-all-out")


def in_the_evening(camera: DayCamera, cabinet: Path) -> None:
    """Cards home, with and without record; the form; the cabinet closes."""
    desk = log_in.log_in(cabinet, KEEPER, PASSWORD, MORNING)
    check_out_all(desk, ["赵敏", "周涛", "吴刚"], MORNING)
    camera.clock.time = EVENING
    for number in (1, 2, 3, 5):
        entry = VisitEntry(f"Q{number:05d}", "李强", EVENING.date(), {"outcome": "yes"})
        record_visit(desk, entry, EVENING)
    take_back(desk, "李强", [Return(f"Q{n:05d}", "no_record") for n in (1, 2, 4)], EVENING)
    take_back(desk, "周涛", [Return("Q00025", "no_record")], EVENING)
    page = camera.seat(cabinet, KEEPER)
    camera.take_of(page, "李强", "today-evening")
    page.work.open_away(page.away.cards[-1])
    assert page.records.dialog is not None
    page.records.dialog.form.inputs["visited"].fill("轮胎库存还有 40 条，月底前不补货。")
    camera.take_dialog("today-record")
    camera.window.view.day.close_cabinet()
    camera.take_dialog("today-closing")
    camera.take_page("registers", "registers-loans")
    registers = camera.window.view.pages["registers"]
    assert isinstance(registers, RegisterPage)
    registers.show_tab("report")
    camera.pause()
    camera.take("registers-report")
    page = camera.seat(cabinet, SUPERVISOR)
    camera.take("today-supervisor")
    camera.take_page("rounds", "plan")
    camera.seat(cabinet, "李强")
    camera.take("today-rep")


def main() -> None:
    """Go through one day."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--lang", default="zh")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    app()
    hook = sys.excepthook
    camera = DayCamera(given.folder, (width, height), given.lang)
    sys.excepthook = hook
    cabinet = make_office(camera.scratch)
    camera.window.show()
    in_the_morning(camera, cabinet)
    in_the_evening(camera, cabinet)
    QApplication.processEvents()
    camera.window.close()


if __name__ == "__main__":
    main()

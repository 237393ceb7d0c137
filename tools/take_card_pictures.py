"""Pictures of what is behind a card: tables, history, proposals, attachments, merge, print.

Usage: python tools/take_card_pictures.py FOLDER [--size 1366x768] [--lang zh]

A sample office with what its first morning has: proposals wait, pouches are filled. Needs a display
(a virtual one does).
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.cabinet.cabinet_page import CabinetPage
from model.cards.attachments import attachments_of
from model.cards.cards import read_card
from model.cards.proposing import save_card
from model.upkeep.sample_office import make_sample_office
from tools.take_pictures import Camera, app

_SUPERVISOR = 3  # place on the page of the door
_TABS = {"more": 2, "history": 3, "glance": 4, "attachments": 5}


def dialog() -> QDialog:
    """The dialog in view."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def with_a_history(page: CabinetPage) -> str:
    """A company card with something in its pouch, and with changes since its last visit."""
    desk, now = page._desk, datetime.now().replace(microsecond=0)  # noqa: DTZ005
    ref = next(
        row.ref for row in page.list.rows
        if row.kind == "company" and row.state == "in_cabinet"
        and attachments_of(desk, row.ref, now)
    )  # fmt: skip
    for texts, source, reason in (
        ({"main_business": "叉车销售、租赁、配件"}, "visit", "新开租赁业务"),
        ({"employees": "48", "contacts#+1.name": "徐敏", "contacts#+1.title": "仓库主任",
          "contacts#+1.mobile": "13900007788"}, "phone", ""),
        ({"problems": "旺季交货慢两天"}, "visit", "周一拜访记录"),
    ):  # fmt: skip
        version = read_card(desk, ref, now, "paperwork").version
        save_card(desk, ref, version, texts, now, source=source, reason=reason)
    return ref


def take_tabs(camera: Camera, page: CabinetPage) -> None:
    """The tabs of a card with something in its pouch."""
    page.work.open_card(with_a_history(page))
    QTest.qWait(800)
    for name, number in _TABS.items():
        page.form.head.choose_side(number)
        QTest.qWait(900)
        camera.take(f"card-{name}")
    page.form.head.choose_side(0)


def take_dialogs(camera: Camera, page: CabinetPage) -> None:
    """Print, merge, and the proposals that wait."""
    page.actions_["print_cards"].trigger()
    QTest.qWait(600)
    camera.take("card-print", dialog())
    dialog().reject()
    view = page.form.card.view if page.form.card else None
    assert view is not None
    other = next(
        row.ref for row in page.list.rows
        if row.kind == "company" and row.ref > view.ref and row.state == "in_cabinet"
    )  # fmt: skip
    page.office.merging.compare(view, other)
    QTest.qWait(600)
    camera.take("card-merge", dialog())
    dialog().reject()
    waiting = page._read.proposals if page._read else ()
    page.around.proposals.open(waiting[0].card_no)
    QTest.qWait(800)
    camera.take("card-proposals", dialog())
    dialog().reject()


def main() -> None:
    """Everything once."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--lang", default="zh")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    app()
    hook = sys.excepthook
    camera = Camera(given.folder, (width, height), given.lang)
    sys.excepthook = hook
    sample = camera.scratch / "sample.cabinet"
    make_sample_office(sample, cards=400, now=datetime.now())  # noqa: DTZ005 - office wall-clock time
    camera.window.show()
    page = camera.log_in(sample, 1)
    page.door.open()
    QTest.qWait(1000)
    camera.lock()
    page = camera.log_in(sample, _SUPERVISOR)
    take_tabs(camera, page)
    take_dialogs(camera, page)
    camera.window.close()


if __name__ == "__main__":
    main()

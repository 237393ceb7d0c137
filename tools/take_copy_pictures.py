"""Pictures of copies and exports: the dialogs, the register, a page with its watermark.

Usage: python tools/take_copy_pictures.py FOLDER [--size 1366x768] [--lang zh]

Needs a display (a virtual one does).
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.print_cards_dialog import COPY, PrintCardsDialog
from gui.registers.register_page import RegisterPage
from model.cards.copy_tables import IssuedCopy
from model.loans.copies import end_copy
from model.loans.copy_issuing import copies_made, issue_copies
from model.loans.copy_terms import Terms
from model.office.prints import PrintStamp
from model.storage.database import writing
from model.upkeep.sample_office import make_sample_office
from model.words import words_in
from printing.card_run import write_card_papers
from tools.take_pictures import Camera, app

_CLERK = 1  # place on the page of the door


def dialog() -> QDialog:
    """The dialog in view."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def issue(camera: Camera, page: CabinetPage) -> None:
    """Copies of every state, and one of them as a PDF."""
    desk, now = page._desk, datetime.now().replace(microsecond=0)  # noqa: DTZ005
    filed = [
        row.ref for row in page.list.rows if row.state == "in_cabinet" and row.abc_class == "C"
    ]
    stamp = PrintStamp("P000001", desk.person.name, now, desk.office)
    past = now - timedelta(days=6)
    for ref, terms, at in (
        (filed[0], Terms("四川恒运集团采购部", "年度合同", past.date()), past),
        (filed[1], Terms("省商务厅", "行业普查", destroy_after_reading=True), past),
        (filed[2], Terms("成都信达会计师事务所", "年审", (now + timedelta(days=9)).date()), now),
        (filed[3], Terms("总部", "年检", destroy_after_reading=True), now),
        (filed[4], Terms("总部", "年检", destroy_after_reading=True), now),
    ):
        papers = issue_copies(desk, [ref], replace(terms, due_on=terms.due_on and now.date()), now)
        numbers = [paper.copy.copy_no for paper in papers if paper.copy]
        with writing():  # issued some days ago
            IssuedCopy.update(issued_at=at, due_on=terms.due_on).where(
                IssuedCopy.copy_no.in_(numbers)
            ).execute()
        if ref != filed[4]:
            copies_made(desk, papers, stamp, now)
        if ref == filed[0]:
            out = camera.folder / f"copy-{camera.language}.pdf"
            out.parent.mkdir(parents=True, exist_ok=True)
            with out.open("wb") as file:
                write_card_papers(papers, stamp, file, words_in(camera.language))
        if ref == filed[3]:
            assert papers[0].copy is not None
            end_copy(desk, papers[0].copy.copy_no, "returned", now)


def take(camera: Camera, page: CabinetPage) -> None:
    """The list, both dialogs, the register."""
    camera.take("copies-list")
    page.actions_["export_cards"].trigger()
    QTest.qWait(400)
    camera.take("export", dialog())
    dialog().reject()
    page.list.table.selectRow(3)
    page.actions_["print_cards"].trigger()
    QTest.qWait(400)
    printing = dialog()
    assert isinstance(printing, PrintCardsDialog)
    printing.choose(COPY)
    camera.take("copy-dialog", printing)
    printing.reject()
    issue(camera, page)
    camera.window.view.open_page("registers")
    QTest.qWait(600)
    registers = next(p for p in camera.window.findChildren(RegisterPage) if p.isVisible())
    registers.show_tab("copies")
    QTest.qWait(600)
    registers.copies.all.setChecked(True)
    camera.take("copies-register")


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--lang", default="zh")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    app()
    hook = sys.excepthook
    camera = Camera(asked.folder, (width, height), asked.lang)
    sys.excepthook = hook
    now = datetime.now()  # noqa: DTZ005 - office wall-clock time
    sample = camera.scratch / "sample.cabinet"
    make_sample_office(sample, cards=200, now=now)
    camera.window.show()
    page = camera.log_in(sample, _CLERK)
    page.door.open()
    QTest.qWait(800)
    take(camera, page)


if __name__ == "__main__":
    main()

"""A day in the real window: `SESSION CABINET OUT GIVEN`; SESSION is `day`, `killed` or `broken`.

A clerk, a rep and the manager sit down one after the other and do what touches customers. OUT is
where they save what they ask for, GIVEN holds the files that they bring in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from gui import clipboard
from gui.approvals.ask_dialog import AskDialog
from gui.bench.painting import rest
from gui.bench.typist import take_keyboard
from gui.cabinet.attachment_dialog import AttachmentDialog
from gui.cabinet.attachment_panel import AttachmentPanel
from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.print_cards_dialog import COPY, PrintCardsDialog
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.import_dialog import ImportDialog
from gui.papers.preview_dialog import PreviewDialog
from gui.settings.dismiss_dialog import DismissDialog, DismissedDialog
from gui.settings.recovery_dialog import NewCodeDialog
from model.office.day import day_state
from model.upkeep.sample_staff import KEEPER
from tests.end_to_end.brought_files import BROKEN, BROUGHT, KILLED, SEARCHED, TYPED
from tests.end_to_end.window_hands import Hands, work_at

MANAGER, REP, LEAVES = "郑国华", "李明", "罗敏"
CARD, LEFT_OPEN, OPEN_WHEN_KILLED = "Q00003", "Q00004", "Q00005"


# --- at the cabinet -------------------------------------------------------------------------------


def cabinet_page(hands: Hands) -> CabinetPage:
    """卡柜, opened by who may, with nothing over it."""
    page: CabinetPage = hands.page("cabinet")
    if not day_state(page._desk, page._clock.now()).is_open:
        page.door.open()
        hands.settle()
        for dialog in hands.all(QDialog):
            dialog.reject()
    return page


def search_and_open(hands: Hands, page: CabinetPage) -> None:
    """Type a name letter by letter, open the hit; type what nobody is called."""
    search = hands.window.view.top.search
    name = next(row.name for row in page.list.rows if row.ref == CARD)
    for sign in name:
        hands.type(search, sign)
    hands.settle()
    page.focus_search(name)
    page.list.opened.emit(page.list.rows[0].ref)
    hands.until(lambda: page.work.card is not None)
    hands.settle()
    search.clear()
    hands.type(search, SEARCHED)
    rest(2.1)  # until the search counts as one
    search.clear()
    page.work.open_card(CARD)
    hands.settle()


def see_every_tab(hands: Hands, page: CabinetPage) -> None:
    """Faces, history, 全貌, attachments; back to the front."""
    tabs = page.form.head.tabs
    for number in (*range(tabs.count()), 0):
        tabs.setCurrentIndex(number)
        hands.settle()


def type_unsaved(hands: Hands, page: CabinetPage, text: str) -> None:
    """Type in a cell of the card, copy it, and leave it."""
    take_keyboard(hands.window)
    page.form.go_to("likes")
    hands.settle()
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit), cell
    hands.type(cell, text)
    cell.selectAll()
    cell.copy()
    clipboard.put(text)
    assert page.work.card is not None
    assert page.work.card.text("likes").endswith(text)


def print_and_preview(hands: Hands, page: CabinetPage, out: Path) -> None:
    """The card looked at and saved as a PDF, then a numbered copy of it."""
    for file, what in (("card.pdf", ""), ("copy.pdf", COPY)):
        page.actions_["print_cards"].trigger()
        dialog = hands.one(PrintCardsDialog)
        if what:
            dialog.choose(what)
            hands.type(dialog.terms.receiver, TYPED["receiver"])
            hands.type(dialog.terms.purpose, TYPED["purpose"])
        hands.click("Preview", dialog)
        preview = hands.one(PreviewDialog)
        hands.until(lambda preview=preview: preview.view.page_count)
        preview.reject()
        hands.name(out / file)
        hands.click("Save as PDF …", dialog)
        hands.settle()
        hands.until((out / file).exists)


def import_files(hands: Hands, page: CabinetPage, given: Path) -> None:
    """A workbook and a text, each looked at and taken over."""
    for name in BROUGHT:
        if not name.startswith("客户"):
            continue
        page.actions_["import_cards"].trigger()
        dialog = hands.one(ImportDialog)
        hands.name(given / name)
        hands.click("Choose a file …", dialog)
        hands.settle()
        hands.click("Import (1)", dialog)
        hands.settle()
        hands.click("Close", dialog)


def attach_files(hands: Hands, page: CabinetPage, given: Path) -> None:
    """A contract and a picture, taken in and looked at."""
    page.work.open_card(CARD)
    tabs = page.form.head.tabs
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        if hands.all(AttachmentPanel, page):
            break
    hands.settle()
    panel = hands.one(AttachmentPanel, page)
    for name in BROUGHT:
        if not name.startswith("附件"):
            continue
        hands.name(given / name)
        hands.click("Add files …", panel)
        hands.settle()
        hands.click("Add", hands.one(AttachmentDialog))
        hands.settle()
    for row in range(panel.list.count()):
        panel.list.setCurrentRow(row)
        hands.settle()
        assert not panel.preview.text


def ask_to_export(hands: Hands, page: CabinetPage) -> None:
    """What a clerk may not alone: 请示."""
    page.actions_["export_cards"].trigger()
    dialog = hands.one(ExportDialog)
    fill_export(hands, dialog)
    hands.click("Ask for approval …", dialog)
    asking = hands.one(AskDialog)
    hands.type(hands.one(QPlainTextEdit, asking), TYPED["reason"])
    hands.click("Ask", asking)
    hands.settle()
    asking.reject()
    dialog.reject()


def fill_export(hands: Hands, dialog: ExportDialog) -> None:
    """For whom and what for."""
    hands.type(dialog.terms.receiver, TYPED["receiver"])
    hands.type(dialog.terms.purpose, TYPED["purpose"])


def export(hands: Hands, page: CabinetPage, out: Path) -> None:
    """All cards in view, as a workbook and as text."""
    for name in ("export.xlsx", "export.csv"):
        page.actions_["export_cards"].trigger()
        dialog = hands.one(ExportDialog)
        fill_export(hands, dialog)
        hands.name(out / name)
        hands.click("Export …", dialog)
        hands.until((out / name).exists)
        hands.settle()


# --- the day --------------------------------------------------------------------------------------


def at_the_clerks_desk(hands: Hands, out: Path, given: Path) -> None:
    """Everything with one card, until the screen locks in the middle of a word."""
    hands.log_in(KEEPER)
    page = cabinet_page(hands)
    search_and_open(hands, page)
    see_every_tab(hands, page)
    print_and_preview(hands, page, out)
    import_files(hands, page, given)
    attach_files(hands, page, given)
    ask_to_export(hands, page)
    for name in ("today", "rounds", "registers"):
        hands.page(name)
    registers = hands.page("registers")
    hands.name(out / "register.pdf")
    registers.actions_["save"].trigger()
    hands.settle()
    page = hands.page("cabinet")
    page.work.open_card(LEFT_OPEN)
    type_unsaved(hands, page, TYPED["unsaved"])
    hands.lock()


def at_the_reps_desk(hands: Hands) -> None:
    """His own card, read by a pass."""
    hands.log_in(REP)
    page: CabinetPage = hands.page("cabinet")
    page.work.open_card(next(row.ref for row in page.list.rows if row.state == "in_cabinet"))
    page.form.passes.menu.actions()[1].trigger()
    hands.settle()
    assert "left" in page.form.passes.told
    see_every_tab(hands, page)
    hands.lock()


def at_the_managers_desk(hands: Hands, out: Path) -> None:
    """Approval, exports, log, backups, recovery sheet, dismissal."""
    hands.log_in(MANAGER)
    approvals = hands.page("approvals")
    approvals.actions_["grant"].trigger()
    hands.settle()
    assert "granted" in approvals.told
    export(hands, cabinet_page(hands), out)
    registers = hands.page("registers")
    registers.show_tab("log")
    hands.settle()
    hands.name(out / "log.xlsx")
    registers.actions_["log_export"].trigger()
    hands.settle()
    hands.until((out / "log.xlsx").exists)
    back_up(hands, out)
    make_recovery_sheet(hands, out)
    dismiss(hands)
    hands.lock()


def back_up(hands: Hands, out: Path) -> None:
    """Here, to a stick, and to the second folder."""
    settings = hands.page("settings")
    settings.show_tab("backups")
    hands.settle()
    tab = settings.part("backups")
    hands.click("Back up now", tab)
    hands.settle()
    for button, folder in (("Back up to a folder …", "stick"), ("Second folder …", "second")):
        hands.name(out / folder)
        hands.click(button, tab)
        hands.settle()
    assert tab.files


def make_recovery_sheet(hands: Hands, out: Path) -> None:
    """A new code, its sheet as a file, and the code typed back."""
    settings = hands.page("settings")
    settings.show_tab("security")
    hands.click("New code …", settings.part("security"))
    dialog = hands.one(NewCodeDialog)
    code = next(one.text() for one in hands.all(QLabel, dialog) if one.objectName())
    hands.name(out / "recovery.pdf")
    hands.click("Save its sheet as a file …", dialog)
    hands.settle()
    dialog._code._tick.click()
    hands.click("Go on", dialog)
    hands.type(hands.one(QLineEdit, dialog), code)
    dialog._code._submit()
    hands.settle()
    hands.until(lambda: not hands.all(NewCodeDialog))


def dismiss(hands: Hands) -> None:
    """Somebody's key goes, and everything is encrypted anew."""
    settings = hands.page("settings")
    settings.show_tab("people")
    tab = settings.part("people")
    tab.choose(LEAVES)
    hands.click("Dismiss …", tab)
    dialog = hands.one(DismissDialog)
    hands.type(hands.one(QLineEdit, dialog), "离职")
    hands.click("Dismiss", dialog)
    hands.one(DismissedDialog).reject()


def day(out: Path, given: Path) -> Callable[[Hands], None]:
    """From the first log-in to the last lock."""

    def session(hands: Hands) -> None:
        at_the_clerks_desk(hands, out, given)
        at_the_reps_desk(hands)
        at_the_managers_desk(hands, out)

    return session


def killed(hands: Hands) -> None:
    """In the middle of a word, with a preview open; whoever reads this line kills the process."""
    hands.log_in(KEEPER)
    page = cabinet_page(hands)
    page.work.open_card(OPEN_WHEN_KILLED)
    hands.settle()
    kept: list[str] = []
    page.keeper.kept.connect(kept.append)
    type_unsaved(hands, page, KILLED)
    hands.until(lambda: kept)
    page.actions_["print_cards"].trigger()
    dialog = hands.one(PrintCardsDialog)
    hands.click("Preview", dialog)
    preview = hands.one(PreviewDialog)
    hands.until(lambda: preview.view.page_count)
    sys.stdout.write("kill me\n")
    sys.stdout.flush()
    hands.until(lambda: False)


def broken(hands: Hands) -> None:
    """Errors nobody expected, with a card's words in them: in a slot, in a job; then an abort."""
    hands.log_in(KEEPER)
    page = cabinet_page(hands)
    page.work.open_card(CARD)
    hands.settle()
    hands.expects_boxes = True

    def fail(*_: object) -> None:
        card = page.work.card
        assert card is not None
        raise ValueError(BROKEN, card.text("full_name"))

    QTimer.singleShot(0, fail)
    hands.window.around.tasks.run(page, fail, fail)
    hands.settle()
    os.abort()


def main() -> None:
    """Work."""
    session, cabinet, out, given = sys.argv[1], *map(Path, sys.argv[2:])
    sessions = {"day": day(out, given), "killed": killed, "broken": broken}
    work_at(cabinet, sessions[session])


if __name__ == "__main__":
    main()

"""Pictures of the lock: door, passes, approvals, copies, log, keys, backups, restore, sheets.

Usage: python tools/take_lock_pictures.py FOLDER [--size 1366x768] [--lang zh]

A sample office without its mark, so that its door is that of any office. Needs a
display (a virtual one does).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

import pypdfium2
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.approvals.approvals_page import ApprovalsPage
from gui.lock.log_in_page import LogInPage
from gui.lock.restore_page import RestorePage
from gui.registers.register_page import RegisterPage
from gui.settings.settings_page import SettingsPage
from model.cards.passes import open_pass
from model.office.desk import Desk
from model.office.log_in import SAMPLE_MARK, SAMPLE_PASSWORD, log_in, staff_of
from model.office.prints import PrintStamp
from model.office.recovery import confirm_recovery_code, new_recovery_code
from model.office.rights import Role
from model.storage.passwords import make_recovery_code
from model.upkeep.sample_office import make_sample_office
from model.words import words_in
from printing.recovery_sheet import write_recovery_sheet
from tools.take_copy_pictures import issue
from tools.take_pictures import Camera, app

Seen = TypeVar("Seen", bound=QWidget)
_SCALE = 1.1  # of 72 dots per inch, as tools/draw_sheets.py


class LockCamera(Camera):
    """A camera in an office that has passwords."""

    @property
    def cabinet(self) -> Path:
        """Where the office's cabinet stands."""
        return self.scratch / "office.cabinet"

    def sit(self, role: Role) -> Desk:
        """The first one of a role logs in, as the window does, and his list is there."""
        name = next(person.name for person in staff_of(self.cabinet) if person.role is role)
        desk = log_in(self.cabinet, name, SAMPLE_PASSWORD, now())
        self.window.seat(desk)
        self.until(self.has_read)
        QTest.qWait(900)
        return desk

    def seen(self, kind: type[Seen]) -> Seen:
        """The page of a kind that is in view."""
        self.until(lambda: [page for page in self.window.findChildren(kind) if page.isVisible()])
        return next(page for page in self.window.findChildren(kind) if page.isVisible())

    def filled(self, table: QAbstractItemView) -> None:
        """Wait until a list has been read."""
        self.until(table.model().rowCount)
        QTest.qWait(600)

    def still(self) -> None:
        """Wait until no job runs."""
        QTest.qWait(3500)  # the day's backup begins after three seconds
        self.until(lambda: self.window.around.tasks.running == 0, 60)
        QTest.qWait(400)

    def keep_sheet(self, name: str, document: bytes) -> None:
        """Keep a printed sheet's first page."""
        with pypdfium2.PdfDocument(document) as pages:
            picture = pages[0].render(scale=_SCALE).to_pil().convert("P", colors=64)
            picture.save(self.folder / f"lock-{name}-{self.language}.png", optimize=True)


def now() -> datetime:
    """The office's wall clock."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - office wall-clock time


def at_the_counter(camera: LockCamera) -> None:
    """Copies of every state; then somebody else sits down."""
    camera.sit(Role.CLERK)
    page = camera.page()
    assert page is not None
    page.door.open()
    QTest.qWait(800)
    issue(camera, page)
    document = camera.folder / f"copy-{camera.language}.pdf"
    camera.keep_sheet("copy", document.read_bytes())
    document.unlink()
    registers = to_registers(camera)
    registers.show_tab("copies")
    registers.copies.all.setChecked(True)
    camera.filled(registers.copies.table)
    camera.take("lock-copies")
    camera.window.lock("change_person")
    door = camera.seen(LogInPage)
    QTest.qWait(500)
    assert door._picker is not None
    QTest.keyClicks(door._picker.typed, "l")
    camera.take("lock-change-person")


def a_rep_reads(camera: LockCamera) -> None:
    """A card that is read for a purpose, with the time that is left."""
    desk = camera.sit(Role.REP)
    page = camera.page()
    assert page is not None
    ref = next(
        row.ref for row in page.list.rows if row.kind == "company" and row.state == "in_cabinet"
    )
    open_pass(desk, ref, "before_visit", now() - timedelta(minutes=3, seconds=12))
    page.work.open_card(ref)
    QTest.qWait(700)
    camera.take("lock-pass-bar")
    camera.lock()


def the_manager_looks(camera: LockCamera) -> None:
    """Approvals, log, keys, backups."""
    desk = camera.sit(Role.MANAGER)
    pending = new_recovery_code(desk, now())
    confirm_recovery_code(desk, pending, pending.code, now())
    camera.still()
    camera.window.view.open_page("approvals")
    camera.filled(camera.seen(ApprovalsPage).table)
    camera.take("lock-approvals")
    registers = to_registers(camera)
    registers.show_tab("log")
    camera.filled(registers.log.table)
    camera.take("lock-log")
    camera.window.view.open_page("settings")
    settings = camera.seen(SettingsPage)
    for name, tab in (("keys", "security"), ("backups", "backups")):
        settings.show_tab(tab)
        camera.still()
        camera.take(f"lock-{name}")


def a_backup_is_restored(camera: LockCamera) -> None:
    """From the manager's desk to the page that tells what a backup holds."""
    (backup,) = (camera.cabinet / "backups").glob("daily-*.ccb")
    camera.window.view.restore_wanted.emit(backup)
    page = camera.seen(RestorePage)
    camera.until(lambda: page.form.facts)
    camera.take("lock-restore")


def to_registers(camera: LockCamera) -> RegisterPage:
    """The page of registers, in view."""
    camera.window.view.open_page("registers")
    QTest.qWait(600)
    return camera.seen(RegisterPage)


def recovery_sheet(camera: LockCamera) -> None:
    """The envelope; its code opens nothing."""
    stamp = PrintStamp("P000742", "郑国华", now(), "锦程叉车配件成都办事处")
    document = BytesIO()
    write_recovery_sheet(make_recovery_code(), stamp, document, words_in(camera.language))
    camera.keep_sheet("recovery-sheet", document.getvalue())


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
    camera = LockCamera(given.folder, (width, height), given.lang)
    sys.excepthook = hook
    make_sample_office(camera.cabinet, cards=400, now=now())
    (camera.cabinet / SAMPLE_MARK).unlink()
    camera.window.show()
    camera.folder.mkdir(parents=True, exist_ok=True)
    steps: tuple[Callable[[LockCamera], None], ...] = (
        at_the_counter, a_rep_reads, the_manager_looks, a_backup_is_restored, recovery_sheet,
    )  # fmt: skip
    for step in steps:
        step(camera)
    camera.window.close()


if __name__ == "__main__":
    main()

"""The small office in which everything is done: eight people, nine customers, an open day."""

from datetime import datetime, timedelta
from pathlib import Path

from model.cards.attachment_fields import AttachmentDetails
from model.cards.attachments import attach
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, office_settings, people, teams
from model.office.rights import Role
from model.rounds import approval, planning
from model.storage.vault import FLOOR_KDF
from model.upkeep.backup import back_up_daily

PASSWORD = "office-password"
MANAGER, KEEPER, SUPERVISOR, REPS = "王芳", "李娜", "赵刚", ("李明", "周涛", "陈静")
CHANGING, FORGETFUL = "孙丽", "吴军"
"""Whose password changes, and who types wrong ones."""
MORNING = datetime.fromisoformat("2026-03-16 08:40")
PICTURE = b"\x89PNG\r\n\x1a\n" + b"front of the shop" * 700


def found(folder: Path) -> None:
    """Make the cabinet; its second folder for backups and its papers lie beside it."""
    founders = founding.Founders("东风办事处", MANAGER, KEEPER, PASSWORD)
    founding.create(folder, founders, MORNING - timedelta(days=3), FLOOR_KDF)
    first = MORNING - timedelta(days=3)
    desk = log_in.log_in(folder, MANAGER, PASSWORD, first)
    teams.add_team(desk, "一队", "", first)
    teams.add_district(desk, "武侯", "一队", first)
    people.add_person(desk, SUPERVISOR, Role.SUPERVISOR, "一队", PASSWORD, first)
    for rep in REPS:
        people.add_person(desk, rep, Role.REP, "一队", PASSWORD, first)
    for clerk in (CHANGING, FORGETFUL):
        people.add_person(desk, clerk, Role.CLERK, "", PASSWORD, first)
    sheet = folder.parent / "first.csv"
    rows = "".join(f"{rep}的第{row}家公司,{rep},武侯\n" for rep in REPS for row in range(3))
    sheet.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    import_cards(desk, sheet, ImportOptions(), first)
    for days in (3, 2, 1):
        back_up_daily(desk, MORNING - timedelta(days=days))
    for rep in REPS:
        planning.make_plan(desk, rep, MORNING.date(), MORNING)
    approval.approve_all(desk, MORNING.date(), MORNING)
    opening.open_cabinet(desk, MORNING)
    for number in range(1, 4):
        details = AttachmentDetails("photo")
        attach(desk, f"Q{number:05d}", f"门头{number}.png", PICTURE, details, MORNING)
    log_in.lock_screen(desk, MORNING)


def move_in(folder: Path) -> None:
    """Give a copy of the cabinet its own second folder, and a place for its papers."""
    second, papers = folder.parent / "second", folder.parent / "papers"
    second.mkdir()
    papers.mkdir()
    desk = log_in.log_in(folder, MANAGER, PASSWORD, MORNING)
    office_settings.change_setting(desk, "second_backup_folder", str(second), MORNING)
    log_in.lock_screen(desk, MORNING)

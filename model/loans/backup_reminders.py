"""今日提醒 of backups, for who may make one: the last good one is late, or the second folder fails.

Told from the log alone: a folder that does not answer must not hold up the page of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from model.loans.reminder_words import Reminder
from model.office.backups_logged import (
    LastBackup,
    founded_at,
    is_late,
    newest_backup,
    second_copy,
)
from model.office.desk import Desk
from model.office.rights import Right


def backup_reminders(desk: Desk, today: date) -> Iterator[Reminder]:
    """What asks a clerk or the manager to look after the backups."""
    if not desk.may(Right.BACK_UP):
        return
    last, second = newest_backup(), second_copy()
    if is_late(last.made_at if last else founded_at(), today):
        yield _late(last)
    if second is not None and second.since is not None:
        yield Reminder("second_backup", on=second.since.date(), facts={"folder": second.folder})


def _late(last: LastBackup | None) -> Reminder:
    if last is None:
        return Reminder("backup_none")
    return Reminder("backup_late", on=last.made_at.date(), facts={"made_at": last.made_at})

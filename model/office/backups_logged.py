"""What the log knows of backups: the newest one, whether it is late, how the second folder fares.

No file is looked at here: a folder that does not answer must not hold up a page of the day.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from model.office.audit import Event
from model.office.calendar import working_days_since
from model.office.office_settings import setting_value
from model.office.tables import AuditLine

LATE_AFTER = 1
"""Working days; the backup of the working day before is good until today's is made."""


@dataclass(frozen=True)
class LastBackup:
    """The newest backup that the log knows of; whether its file is still there, it cannot say.

    Attributes:
        file: its name.
        made_at: office wall-clock time.
        cards: how many it holds; None in lines of older programs.
        elsewhere: it was put into a folder of somebody's choice.
    """

    file: str
    made_at: datetime
    cards: int | None = None
    elsewhere: bool = False


@dataclass(frozen=True)
class SecondCopy:
    """How copying to the second folder went the last time.

    Attributes:
        folder: as the office has set it.
        copied_at: when a copy last arrived there and was checked, or None.
        fault: why the last try failed, a code of `model.sentences.backups`, or empty.
        since: the first try that failed after the last one that went well, or None.
        tried_at: when the last try was told of, or None.
    """

    folder: str
    copied_at: datetime | None = None
    fault: str = ""
    since: datetime | None = None
    tried_at: datetime | None = None


def newest_backup() -> LastBackup | None:
    """The newest backup of any kind, wherever it was put."""
    line = _newest(AuditLine.event == Event.BACKUP)
    if line is None:
        return None
    facts = json.loads(line.after or "{}")
    return LastBackup(line.subject, _at(line), facts.get("cards"), bool(facts.get("elsewhere")))


def founded_at() -> datetime | None:
    """When the log begins: a cabinet made today is not late with its first backup."""
    line = AuditLine.select(AuditLine.at).order_by(AuditLine.no).first()
    return _at(line) if line else None


def is_late(made_at: datetime | None, today: date) -> bool:
    """Whether a backup is older than a working day, or there is none."""
    most = LATE_AFTER + 1
    return made_at is None or working_days_since(made_at.date(), today, most) == most


def second_copy() -> SecondCopy | None:
    """How the second folder fares, or None when the office has none."""
    folder = str(setting_value("second_backup_folder"))
    if not folder:
        return None
    of_copies = AuditLine.event == Event.BACKUP_COPY
    last = _newest(of_copies)
    if last is None or json.loads(last.after).get("folder") != folder:
        return SecondCopy(folder)
    if not last.reason:
        return SecondCopy(folder, _at(last), tried_at=_at(last))
    good = _newest(of_copies & (AuditLine.reason == ""))
    failed = of_copies & (AuditLine.no > (good.no if good else 0))
    first = AuditLine.select().where(failed).order_by(AuditLine.no).first()
    copied_at = _at(good) if good else None
    return SecondCopy(folder, copied_at, last.reason, _at(first), _at(last))


def _newest(wanted: object) -> AuditLine | None:
    found: AuditLine | None = (
        AuditLine.select(AuditLine.no, AuditLine.subject, AuditLine.at, AuditLine.after,
                         AuditLine.reason)
        .where(wanted)
        .order_by(AuditLine.no.desc())
        .first()
    )  # fmt: skip
    return found


def _at(line: AuditLine) -> datetime:
    return datetime.fromisoformat(str(line.at))

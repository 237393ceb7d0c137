"""The log (日志): append-only, hash-chained, keyed with a secret that is not in the database.

Each line's hash is HMAC-SHA256, under the log's own secret, over the hash of the line before and
every field of this one, each prefixed with its length in bytes (4, big-endian) so that no two
lines can be read as one another. One more row seals the number and hash of the last line, so that
a cut tail shows even without paper.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from peewee import fn

from model.errors import StoppedError
from model.office.desk import Desk
from model.office.tables import AuditLine, LogHead
from model.storage.database import writing
from model.storage.prepared import Prepared

NO_LINE = "0" * 64
"""What the first line is chained to."""
_HEAD = Prepared(
    lambda _: LogHead.select(LogHead.id, LogHead.no, LogHead.chained_hash, LogHead.seal)
)
_LAST = Prepared(lambda _: AuditLine.select(fn.MAX(AuditLine.no)))
_ONE_MORE = Prepared(
    lambda value: AuditLine.insert(dict.fromkeys(AuditLine._meta.sorted_fields, value))
)
_NEW_HEAD = Prepared(
    lambda value: LogHead.update(
        {LogHead.no: value, LogHead.chained_hash: value, LogHead.seal: value}
    ).where(LogHead.id == value)
)
PAPER_DIGITS = 20
"""80 bits: enough to anchor the log on paper, and short enough to be typed from it."""


class Event(StrEnum):
    """Event codes of domain.md §5.10 that this version writes."""

    LOGIN = "auth.login"
    FAIL = "auth.fail"
    LOCK = "auth.lock"
    SNOOZE = "auth.snooze"
    PASSWORD = "auth.password"
    RECOVER = "auth.recover"
    RECOVERY_CODE = "auth.recovery_code"
    SWITCH = "auth.switch"
    CABINET_CREATE = "cabinet.create"
    CABINET_OPEN = "cabinet.open"
    CABINET_CLOSE = "cabinet.close"
    KEY_HANDOVER = "cabinet.key_handover"
    CARD_CREATE = "card.create"
    CARD_CHANGE = "card.change"
    CARD_IMPORT = "card.import"
    CARD_PASS = "card.pass"
    CARD_FILE = "card.file"
    CARD_RETURN_TO_REP = "card.return_to_rep"
    CARD_VOID = "card.void"
    CARD_MOVE = "card.move"
    CARD_READ = "card.read"
    CARD_PUT_AWAY = "card.put_away"
    CARD_VERIFY = "card.verify"
    CARD_MERGE = "card.merge"
    CARD_UNMERGE = "card.unmerge"
    CARD_CLEAR_PRIVATE = "card.clear_private"
    CARD_REPRINT = "card.reprint"
    REVISION_PROPOSE = "revision.propose"
    REVISION_ACCEPT = "revision.accept"
    REVISION_REJECT = "revision.reject"
    REVISION_ASK_BACK = "revision.ask_back"
    REVISION_WITHDRAW = "revision.withdraw"
    ATTACHMENT_ADD = "attachment.add"
    ATTACHMENT_READ = "attachment.read"
    ATTACHMENT_CHANGE = "attachment.change"
    ATTACHMENT_REMOVE = "attachment.remove"
    COPY_ISSUE = "copy.issue"
    COPY_RETURN = "copy.return"
    COPY_DESTROY = "copy.destroy"
    COPY_LOST = "copy.lost"
    COPY_NOT_MADE = "copy.not_made"
    EXPORT_NOT_MADE = "export.not_made"
    EXPORT = "export"
    EXPORT_BEGIN = "export.begin"
    APPROVAL_ASK = "approval.ask"
    APPROVAL_GRANT = "approval.grant"
    APPROVAL_REFUSE = "approval.refuse"
    APPROVAL_WITHDRAW = "approval.withdraw"
    APPROVAL_USE = "approval.use"
    APPROVAL_GIVE_BACK = "approval.give_back"
    PASS_OPEN = "card.pass_open"
    LOOK_LIMIT = "card.look_limit"
    SECRETS_OPEN = "cabinet.open_secrets"
    CARD_RESERVE = "card.reserve"
    CARD_UNRESERVE = "card.unreserve"
    LOAN_ISSUE = "loan.issue"
    LOAN_RETURN = "loan.return"
    LOAN_RETURN_LATE = "loan.return_late"
    LOAN_OVERDUE = "loan.overdue"
    LOAN_CORRECT = "loan.correct"
    LOAN_RECALL = "loan.recall"
    LOAN_UNBLOCK = "loan.unblock"
    PLAN_SUBMIT = "plan.submit"
    PLAN_CHANGE = "plan.change"
    PLAN_APPROVE = "plan.approve"
    PLAN_CONFIRM = "plan.confirm"
    VISIT_RECORD = "visit.record"
    # Before anything is made, so that no sheet leaves unseen; and when its file is whole.
    PRINT_BEGIN = "print.begin"
    PRINT = "print"
    PREVIEW = "print.preview"
    CALENDAR_CHANGE = "calendar.change"
    ROUTE_CHANGE = "route.change"
    STATUS_CHANGE = "status.change"
    CLASS_CONFIRM = "class.confirm"
    SEARCH = "card.search"
    STAFF_ADD = "staff.add"
    STAFF_RESET = "staff.reset"
    STAFF_DISMISS = "staff.dismiss"
    REKEY = "cabinet.rekey"
    RESEAL = "backup.reseal"
    KDF = "settings.kdf"
    TEAM_ADD = "team.add"
    DISTRICT_ADD = "district.add"
    SETTINGS_CHANGE = "settings.change"
    IMPORT = "import"
    BACKUP = "backup"
    BACKUP_COPY = "backup.copy"
    BACKUP_DROP = "backup.drop"
    RESTORE = "restore"
    VERIFY = "verify"
    UPGRADE = "upgrade"


class Line(NamedTuple):
    """One line of the log before it is numbered: its columns between number and hash, in order."""

    at: str
    staff_no: int
    actor: str
    role: str
    workplace: str
    event: str
    subject_kind: str
    subject: str
    before: str
    after: str
    reason: str
    document: str

    def fields(self, no: int) -> tuple[str, ...]:
        """Everything the hash covers, in order."""
        return (str(no), *map(str, self))


def digest(secret: bytes | bytearray, parts: Iterable[str]) -> str:
    """HMAC-SHA256 over length-prefixed parts, in hex."""
    mac = hmac.new(secret, digestmod=hashlib.sha256)
    for part in parts:
        data = part.encode()
        mac.update(len(data).to_bytes(4, "big"))
        mac.update(data)
    return mac.hexdigest()


def _text(facts: Mapping[str, object] | None) -> str:
    """Facts as JSON with a fixed order, or the empty string."""
    if not facts:
        return ""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str)


def make_line(
    desk: Desk,
    event: Event,
    now: datetime,
    *,
    kind: str = "",
    subject: object = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
    document: str = "",
) -> Line:
    """A line by the person at the desk; private values (DC2) must not be in it."""
    return Line(
        at=now.isoformat(sep=" ", timespec="seconds"),
        staff_no=desk.person.staff_no,
        actor=desk.person.name,
        role=desk.person.role.value,
        workplace=desk.workplace,
        event=event.value,
        subject_kind=kind,
        subject=str(subject),
        before=_text(before),
        after=_text(after),
        reason=reason,
        document=document,
    )


def log(
    desk: Desk,
    event: Event,
    now: datetime,
    *,
    kind: str = "",
    subject: object = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str = "",
    document: str = "",
) -> None:
    """Write a line in the caller's transaction: the act and its line are durable together."""
    line = make_line(
        desk,
        event,
        now,
        kind=kind,
        subject=subject,
        before=before,
        after=after,
        reason=reason,
        document=document,
    )
    append(desk, [line])


def note(
    desk: Desk, event: Event, now: datetime, *, kind: str, subject: object, **facts: object
) -> None:
    """Remember a reading event; `flush` writes it within a second, and before every lock."""
    line = make_line(desk, event, now, kind=kind, subject=subject, after=facts)
    with desk.readings_lock:
        desk.readings.append(line)


def flush(desk: Desk) -> None:
    """Write the reading events that wait, in a transaction of their own."""
    lines = _taken(desk)
    if not lines:
        return
    try:
        with writing():
            append(desk, lines)
    except BaseException:
        with desk.readings_lock:
            desk.readings[:0] = lines
        raise


def _taken(desk: Desk) -> list[Line]:
    """The waiting reading events, taken out of the buffer."""
    with desk.readings_lock:
        lines = [line for line in desk.readings if isinstance(line, Line)]
        desk.readings.clear()
    return lines


def append(desk: Desk, lines: Iterable[Line]) -> None:
    """Number and chain lines at the log's end, inside the caller's transaction.

    A log that somebody cut or added to must not keep anybody from logging in and looking at it:
    lines go on after the highest number. A head that was taken away is not made anew, and one
    whose seal does not fit is not sealed again, so that `model.office.log_check` finds it for
    ever after: whoever cuts the tail cannot have the next line cover it up.

    Raises:
        StoppedError: the desk has been locked: its secret is gone.
    """
    secret = desk.keys.log_key
    if not secret:
        raise StoppedError
    head = stored_head(secret)
    last = int(_LAST().tuples()[0][0] or 0)
    no, previous = (max(last, head.no), head.chained_hash) if head else (last, NO_LINE)
    before = no
    for line in lines:
        no += 1
        previous = digest(secret, (previous, *line.fields(no)))
        _ONE_MORE.run(no, *line, previous)
    if no == before:
        return
    if head is not None:
        _NEW_HEAD.run(no, previous, _seal(secret, no, previous) if head.sealed else "", 1)
    elif not last:
        seal = _seal(secret, no, previous)
        LogHead.insert(id=1, no=no, chained_hash=previous, seal=seal).execute()


class Head(NamedTuple):
    """What stands about the log's last line.

    Attributes:
        no: its number.
        chained_hash: its hash.
        sealed: whether the seal over both is the program's own.
    """

    no: int
    chained_hash: str
    sealed: bool


def stored_head(secret: bytes | bytearray) -> Head | None:
    """The head as it stands; None where there is none.

    Read as the engine has it: values that this program never writes are no reason to fail.
    """
    found = next(iter(_HEAD.bare()), None)
    if found is None:
        return None
    _, no, chained_hash, seal = found
    if not (isinstance(no, int) and isinstance(chained_hash, str)):
        return Head(0, NO_LINE, sealed=False)
    return Head(no, chained_hash, sealed=seal == _seal(secret, no, chained_hash))


def _seal(secret: bytes | bytearray, no: int, last_hash: str) -> str:
    """What is written over number and hash of the last line."""
    return digest(secret, ("head", str(no), last_hash))


def last_act(kind: str, subject: str) -> tuple[str, datetime | str]:
    """Who did something to a thing last, and when; looking at it is nothing done.

    Returns:
        Name and office wall-clock time; empty texts where the log tells nothing of it.
    """
    line = (
        AuditLine.select(AuditLine.actor, AuditLine.at)
        .where(
            AuditLine.subject == subject,
            AuditLine.subject_kind == kind,
            AuditLine.event.not_in((Event.CARD_READ, Event.CARD_PUT_AWAY)),
        )
        .order_by(AuditLine.no.desc())
        .first()
    )
    return (line.actor, datetime.fromisoformat(line.at)) if line else ("", "")


def paper_head(no: int, chained_hash: str) -> str:
    """A line's number and the start of its hash, as printed on the day's register."""
    return f"{no}-{chained_hash[:PAPER_DIGITS].upper()}"


def log_head() -> str:
    """The log's last line as printed on paper; `0-` and zeros for an empty log."""
    head = LogHead.get_or_none(LogHead.id == 1)
    return paper_head(head.no, head.chained_hash) if head else paper_head(0, NO_LINE)

"""The log (日志): append-only, hash-chained, keyed with a secret that is not in the database.

Each line's hash is HMAC-SHA256, under the log's own secret, over the hash of the line before and
every field of this one, each prefixed with its length in bytes (4, big-endian) so that no two
lines can be read as one another. One more row seals the number and hash of the last line, so that
a cut tail shows even without paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from peewee import fn

from model.errors import StoppedError
from model.office.desk import Desk
from model.office.events import Event as Event
from model.office.log_chain import NO_LINE, digest, paper_head
from model.office.log_chain import Line as Line
from model.office.tables import AuditLine, LogHead
from model.storage.database import writing
from model.storage.prepared import Prepared

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


def log_head() -> str:
    """The log's last line as printed on paper; `0-` and zeros for an empty log."""
    head = LogHead.get_or_none(LogHead.id == 1)
    return paper_head(head.no, head.chained_hash) if head else paper_head(0, NO_LINE)

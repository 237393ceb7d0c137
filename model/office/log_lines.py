"""The log's lines as people look for them: by day, person, kind of event, number and text.

The newest come first, by their time and then by their number: a failed log-in is written with its
own time at the next log-in, and a clock that was set back leaves lines out of order. Pages are
found from the ends of indexes, however many lines there are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from peewee import Select, fn

from model.office.log_chain import paper_head
from model.office.log_query import PAGE, LogLine, LogQuery
from model.office.tables import AuditLine
from model.progress import Progress
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

_FIRST_LOOK, _MOST_AT_ONCE = 2 * PAGE, 10 * PAGE
_READ_THROUGH = 20_000
"""Lines that are searched for a text at a time: a tenth of a second."""
_LINE_NO = re.compile(r"#\s*(\d{1,9})", re.ASCII)
_COLUMNS = (
    *(AuditLine.no, AuditLine.at, AuditLine.staff_no, AuditLine.actor, AuditLine.role),
    *(AuditLine.workplace, AuditLine.event, AuditLine.subject_kind, AuditLine.subject),
    *(AuditLine.before, AuditLine.after, AuditLine.reason, AuditLine.document),
    AuditLine.chained_hash,
)
_NEXT_EVENT = Prepared(
    lambda hole: AuditLine.select(fn.MIN(AuditLine.event)).where(
        AuditLine.staff_no == hole, AuditLine.event > hole
    )
)
_TEXTS = (
    *(AuditLine.actor, AuditLine.subject, AuditLine.before, AuditLine.after),
    *(AuditLine.reason, AuditLine.document),
)

Keep = Callable[[Sequence[LogLine]], Sequence[LogLine]]
"""Takes lines, gives back those that may be seen, in their order."""


def matching(wanted: LogQuery, keep: Keep, progress: Progress) -> Iterator[LogLine]:
    """The lines wanted, the newest first, without end of pages: whoever asks stops.

    Args:
        wanted: its limit is not looked at.
        keep: leaves out what may not be seen.
        progress: told (lines looked at, 0), since nobody knows how many there will be; what it
            raises ends the search.
    """
    pieces = _pieces_with_text(wanted, progress) if wanted.text else _pieces(wanted, progress)
    for numbers in pieces:
        for start in range(0, len(numbers), _FIRST_LOOK):
            yield from keep(_lines(numbers[start : start + _FIRST_LOOK]))


def _pieces(wanted: LogQuery, progress: Progress) -> Iterator[list[int]]:
    """The numbers of the lines wanted, more of them at a time the longer somebody asks."""
    cursor, codes = _place_of(wanted.before_no), wanted.codes
    size, seen = PAGE + 1, 0
    while True:
        numbers = _numbers(wanted, codes, cursor, size)
        seen += len(numbers)
        progress(seen, 0)
        yield numbers
        if len(numbers) < size:
            return
        cursor = _place_of(numbers[-1])
        size = min(2 * size, _MOST_AT_ONCE)


def _pieces_with_text(wanted: LogQuery, progress: Progress) -> Iterator[list[int]]:
    """The numbers of lines with a text, which no index knows: part by part, so that it can stop."""
    cursor: tuple[str, int] | None = _place_of(wanted.before_no)
    codes, seen = wanted.codes, 0
    last = False
    while not last:
        progress(seen, 0)
        within = _conditions(wanted, cursor)
        query = _newest(within, 1).offset(_READ_THROUGH - 1)
        end = next(iter(rows_of(query)), None)
        last = end is None
        if end is not None:
            within += [AuditLine.at >= end[0], (AuditLine.at > end[0]) | (AuditLine.no >= end[1])]
        seen += _READ_THROUGH
        yield _first([*within, *_narrowing(wanted, codes), *_holding(wanted.text)], _READ_THROUGH)
        cursor = end


def _holding(text: str) -> list[Any]:
    """Every word stands in one of a line's texts."""
    return [
        reduce(or_, (column.contains(word) for column in _TEXTS))
        for word in unicodedata.normalize("NFKC", text).split()
    ]


def line_no_of(subject: str) -> int | None:
    """The line's own number that was asked for as `#12`, or None."""
    typed = _LINE_NO.fullmatch(half_width(subject))
    return int(typed[1]) if typed else None


def half_width(text: str) -> str:
    """A number as it was typed, in half-width capitals."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _place_of(no: int | None) -> tuple[str, int] | None:
    """The place of a line in the order of the pages."""
    if no is None:
        return None
    at = next(
        (at for (at,) in rows_of(AuditLine.select(AuditLine.at).where(AuditLine.no == no))), ""
    )
    return (at, no)


def _numbers(
    wanted: LogQuery, codes: Sequence[str], cursor: tuple[str, int] | None, size: int
) -> list[int]:
    """The numbers of the next lines, out of the indexes alone."""
    conditions = _conditions(wanted, cursor)
    if wanted.subject:
        # Few lines are about one thing: its index leads, and no other one is to be taken.
        return _first([*conditions, *_narrowing(wanted, codes, by_index=False)], size)
    if wanted.staff_no is not None and not codes:
        codes = _events_by(wanted.staff_no)
    if len(codes) < 2:
        return _first([*conditions, *_narrowing(wanted, codes)], size)
    if wanted.staff_no is not None:
        conditions.append(AuditLine.staff_no == wanted.staff_no)
    parts = [_part([*conditions, AuditLine.event == code], size) for code in codes]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.union_all(part)
    found = sorted(rows_of(whole), reverse=True)
    return [no for _, no in found[:size]]


def _events_by(staff_no: int) -> tuple[str, ...]:
    """The events that stand in the log of a person, one step through the index each."""
    found: list[str] = []
    while True:
        ((event,),) = _NEXT_EVENT.bare(staff_no, found[-1] if found else "")
        if event is None:
            return tuple(found)
        found.append(event)


def _narrowing(wanted: LogQuery, codes: Sequence[str], *, by_index: bool = True) -> list[Any]:
    """By whom, and what; an expression is looked up in no index."""
    who: Any = AuditLine.staff_no if by_index else AuditLine.staff_no + 0
    what: Any = AuditLine.event if by_index else AuditLine.event.concat("")
    found: list[Any] = []
    if wanted.staff_no is not None:
        found.append(who == wanted.staff_no)
    if codes:
        found.append(what.in_(codes) if len(codes) > 1 else what == codes[0])
    return found


def _conditions(wanted: LogQuery, cursor: tuple[str, int] | None) -> list[Any]:
    """What bounds the time, and the thing."""
    found: list[Any] = []
    if wanted.day_from is not None:
        found.append(AuditLine.at >= f"{wanted.day_from}")
    if wanted.day_to is not None:
        found.append(AuditLine.at <= f"{wanted.day_to} 23:59:59")
    if cursor is not None:
        at, no = cursor
        found.append(AuditLine.at <= at)
        found.append((AuditLine.at < at) | (AuditLine.no < no))
    if wanted.subject:
        no_wanted = line_no_of(wanted.subject)
        found.append(
            AuditLine.no == no_wanted
            if no_wanted is not None
            else AuditLine.subject.in_({wanted.subject.strip(), half_width(wanted.subject)})
        )
    return found


def _newest(conditions: Sequence[Any], size: int) -> Any:
    query = AuditLine.select(AuditLine.at, AuditLine.no)
    if conditions:
        query = query.where(*conditions)
    return query.order_by(AuditLine.at.desc(), AuditLine.no.desc()).limit(size)


def _first(conditions: Sequence[Any], size: int) -> list[int]:
    return [no for _, no in rows_of(_newest(conditions, size))]


def _part(conditions: Sequence[Any], size: int) -> Any:
    """The newest of one event, to be joined with those of others."""
    inner = _newest(conditions, size).alias("one")
    return Select([inner], [inner.c.at, inner.c.no]).bind(AuditLine._meta.database)


def _lines(numbers: Sequence[int]) -> list[LogLine]:
    """Whole lines in the order of their numbers' list."""
    query = AuditLine.select(*_COLUMNS).where(AuditLine.no.in_(numbers))
    found = {row[0]: _line(row) for row in rows_of(query)}
    return [found[no] for no in numbers]


def _line(row: Sequence[Any]) -> LogLine:
    return LogLine(
        no=row[0],
        at=datetime.fromisoformat(row[1]),
        staff_no=row[2],
        actor=row[3],
        role=row[4],
        workplace=row[5],
        event=row[6],
        kind=row[7],
        subject=row[8],
        before=json.loads(row[9]) if row[9] else {},
        after=json.loads(row[10]) if row[10] else {},
        reason=row[11],
        document=row[12],
        head=paper_head(row[0], row[13]),
    )

"""Dates as people write them: 20230308, 2023-3-8, 2023/3/8, 2023.3.8, 2023年3月8日, 2009, 10-01."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from model.cards.characters import compact
from model.cards.checked import Checked, refused

EARLIEST = 1600
"""Old houses name the year they were founded in; anything before is a slip of the hand."""

_MARKS = r"[-/.年]"
_FULL = re.compile(
    rf"(\d{{4}})(?:{_MARKS}(\d{{1,2}})[-/.月](\d{{1,2}})日?|(\d{{2}})(\d{{2}}))", re.ASCII
)
_MONTH = re.compile(rf"(\d{{4}})(?:{_MARKS}(\d{{1,2}})月?|(\d{{2}}))", re.ASCII)
_YEAR = re.compile(r"(\d{4})年?", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2})", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
# What databases write behind a date that has no time; a real time of day is cut off as well.
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?\s*$", re.ASCII)
_CLOCK = re.compile(r"[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)\s*$", re.ASCII)
_LEAP_YEAR = 2000


def full_date(text: str | date, latest: date | None = None) -> Checked:
    """Read a calendar day.

    Args:
        text: as typed, or a date that the reader of a sheet found in the cell.
        latest: the last day allowed; None for due dates and plans, which may lie ahead.
    """
    if isinstance(text, date):
        day = text.date() if isinstance(text, datetime) else text
        return _in_time(day, latest)
    written = _without_time(text)
    if not written:
        return Checked(None)
    if found := _FULL.fullmatch(written):
        day_or_none = _day(*(int(part) for part in found.groups() if part))
        return _in_time(day_or_none, latest) if day_or_none else refused("date_impossible")
    return refused(_why_unreadable(written))


def partial_date(text: str | date, latest: date) -> Checked:
    """Read a day, month or year: "2009-06-15", "2009-06" or "2009", by how much is known."""
    if isinstance(text, date):
        return _as_text(full_date(text, latest))
    written = _without_time(text)
    if _YEAR.fullmatch(written):
        return _known_part(written[:4], date(max(int(written[:4]), 1), 1, 1), latest)
    if found := _MONTH.fullmatch(written):
        year, month = (int(part) for part in found.groups() if part)
        first = _day(year, month, 1)
        return _known_part(f"{year:04}-{month:02}", first, latest)
    return _as_text(full_date(text, latest))


def month_day(text: str | date) -> Checked:
    """Read a day of every year: 10-01, 10/1, 10月1日."""
    if isinstance(text, date):
        return Checked(f"{text.month:02}-{text.day:02}")
    written = _without_time(text)
    if not written:
        return Checked(None)
    found = _MONTH_DAY.fullmatch(written) or _FULL.fullmatch(written)
    if not found:
        return refused("month_day_format")
    month, day = [int(part) for part in found.groups() if part][-2:]
    if not _day(_LEAP_YEAR, month, day):
        return refused("date_impossible")
    return Checked(f"{month:02}-{day:02}")


def moment(text: str | date, latest: date | None = None) -> Checked:
    """Read a day with its time of the office's clock; a day alone is its first minute."""
    if isinstance(text, datetime):
        return Checked(text) if full_date(text, latest).value else full_date(text, latest)
    day = full_date(text, latest)
    if not isinstance(day.value, date):
        return day
    clock = _CLOCK.search(text) if isinstance(text, str) else None
    try:
        at = time.fromisoformat(clock[1].zfill(5)) if clock else time()
    except ValueError:
        return refused("date_impossible")
    return Checked(datetime.combine(day.value, at), day.problems)


def age(born: str, today: date) -> int:
    """Full years since a birth date of which the year, the month or the day is known.

    Where the day is not known the earliest one counts, so that nobody is told too young.
    """
    year, month, day = (int(part) for part in f"{born}-01-01"[:10].split("-"))
    return today.year - year - ((today.month, today.day) < (month, day))


def first_day(partial: str) -> date:
    """The first day that a partial date may mean."""
    return date.fromisoformat(f"{partial}-01-01"[:10])


def cut_month(text: str) -> bool:
    """Whether a spreadsheet may have cut 2009.10 to 2009.1, which is another month."""
    return re.fullmatch(r"\d{4}\.1", compact(text), re.ASCII) is not None


def _without_time(text: str) -> str:
    """The date's own characters."""
    return compact(_TIME.sub("", text.strip()))


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_time(day: date, latest: date | None) -> Checked:
    """A day that is neither ahead of time nor before all time."""
    if day.year < EARLIEST:
        return refused("date_too_early", earliest=EARLIEST)
    if latest and day > latest:
        return refused("date_future")
    return Checked(day)


def _known_part(text: str, first: date | None, latest: date) -> Checked:
    """A year or month, if its first day is in time."""
    if first is None:
        return refused("date_impossible")
    checked = _in_time(first, latest)
    return checked if checked.problems else Checked(text)


def _as_text(checked: Checked) -> Checked:
    """A day as the text in which partial dates are kept."""
    if isinstance(checked.value, date):
        return Checked(checked.value.isoformat(), checked.problems)
    return checked


def _why_unreadable(written: str) -> str:
    """The reason that tells what to write instead."""
    if _SERIAL.fullmatch(written):
        return "date_serial"
    if _YEAR.fullmatch(written) or _MONTH.fullmatch(written):
        return "date_not_full"
    return "date_format"

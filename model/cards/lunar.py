"""Birthdays by the farmers' calendar (农历): read, kept as text, found again each year.

Many older customers know their birthday by this calendar only, often without the year. It is kept
as it was told, never turned into a day of the common calendar: that day is another one each year.
Kept are `农历1985-07-09`, `农历1985-闰06-01` (a leap month) and, without the year, `农历08-09`.
The calendar itself comes from lunar_python, read in Beijing's time; here are its words and rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from model.cards.characters import compact
from model.cards.checked import Checked, refused
from model.words import Words, mark

EARLIEST, LATEST = 1900, 2099
"""Years of this calendar that are read."""

LUNAR = "农历"
"""What a birthday by this calendar begins with, as it is kept."""

_LUNAR_DATE, _LEAP_DATE = mark("LunarDate", "lunar {date}"), mark("LunarDate", "leap {date}")
_KEPT = re.compile(rf"{LUNAR}(?:(\d{{4}})-)?(闰?)(\d\d)-(\d\d)", re.ASCII)
_CALENDAR = re.compile(
    r"^\(?(?:农历|阴历|旧历|夏历|lunar)\)?|\(?(?:农历|阴历|旧历|夏历)\)?$", re.IGNORECASE
)
_LEAP_WORDS = re.compile("閏|leap", re.IGNORECASE)
# Words that only this calendar has: 八月初九, 腊月廿三.
_OWN_WORDS = re.compile("初|廿|卅|正月|冬月|腊月|闰")
_DIGITS = "〇一二三四五六七八九"
_YEAR = rf"(?:(\d{{4}}|[{_DIGITS}零○]{{4}})[-/.年])?"
_MONTH = r"(闰?)(\d{1,2}|[正一二三四五六七八九十冬腊]{1,2})[-/.月]"
_DAY = r"(\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})[日号]?"
_WRITTEN = re.compile(_YEAR + _MONTH + _DAY, re.ASCII)
_BARE = re.compile(r"(\d{4})()(\d\d)(\d\d)", re.ASCII)
_TENS = {"初": 0, "十": 10, "二十": 20, "廿": 20, "三十": 30, "卅": 30}
_JULIAN_DAY_0 = 1_721_425
"""Astronomers' count at noon of the day before the first that `date` counts."""


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of this calendar.

    Attributes:
        year: its year, which begins with the spring festival; None where nobody knows it.
        month: 1 to 12.
        day: 1 to 30.
        leap: whether the month is the second of its number (闰月).
    """

    year: int | None
    month: int
    day: int
    leap: bool = False

    @property
    def kept(self) -> str:
        """The text in which it is kept."""
        year = f"{self.year:04}-" if self.year else ""
        return f"{LUNAR}{year}{'闰' if self.leap else ''}{self.month:02}-{self.day:02}"


def is_lunar(text: str) -> bool:
    """Whether a birthday as it is kept is one of this calendar."""
    return text.startswith(LUNAR)


def kept_day(text: str) -> LunarDay | None:
    """The day of a text as it is kept; None for one of the common calendar."""
    found = _KEPT.fullmatch(text)
    if found is None:
        return None
    year, leap, month, day = found.groups()
    return LunarDay(int(year) if year else None, int(month), int(day), bool(leap))


def lunar_birthday(text: str) -> Checked | None:
    """Read a birthday of this calendar: 农历1985-7-9, 阴历八月初九, 农历1985年闰六月初一.

    Returns:
        None when the text names another calendar or none, and is no word of this one.
    """
    written = _LEAP_WORDS.sub("闰", compact(text))
    bare = _CALENDAR.sub("", written)
    if bare == written and not _OWN_WORDS.search(written):
        return None
    found = _WRITTEN.fullmatch(bare) or _BARE.fullmatch(bare)
    if found is None:
        return refused("lunar_format")
    year, leap, month, day = found.groups()
    numbers = (_year_number(year), _month_number(month), _day_number(day))
    if numbers[1] is None or numbers[2] is None:
        return refused("lunar_format")
    return _checked(LunarDay(numbers[0], numbers[1], numbers[2], bool(leap)))


def _checked(day: LunarDay) -> Checked:
    """A day that this calendar has; of an unknown year, one that some year has."""
    if day.year is None:
        there = 1 <= day.month <= 12 and 1 <= day.day <= 30
        return Checked(day.kept) if there else refused("date_impossible")
    if not EARLIEST <= day.year <= LATEST:
        return refused("lunar_year", earliest=EARLIEST, latest=LATEST)
    return Checked(day.kept) if _exact(day, day.year) else refused("date_impossible")


def _year_number(text: str | None) -> int | None:
    """A year in digits of either script."""
    if not text:
        return None
    plain = text.replace("零", "〇").replace("○", "〇")
    return int("".join(str(_DIGITS.index(one)) if one in _DIGITS else one for one in plain))


def _month_number(text: str) -> int | None:
    """正月, 十一月, 冬月, 腊月 or a number."""
    named = {"正": 1, "冬": 11, "腊": 12, "十": 10, "十一": 11, "十二": 12}
    if text.isdigit():
        return int(text)
    return named.get(text) or (_DIGITS.index(text) if text in _DIGITS else None)


def _day_number(text: str) -> int | None:
    """初九, 十五, 廿三, 二十三, 三十 or a number."""
    if text.isdigit():
        return int(text)
    if text == "初十":
        return 10
    if text in _TENS and text != "初":
        return _TENS[text]
    tens, unit = text[:-1], text[-1]
    if unit not in _DIGITS or (tens and tens not in _TENS):
        return None
    return _TENS.get(tens, 0) + _DIGITS.index(unit)


@lru_cache(maxsize=256)
def _months(year: int) -> dict[tuple[int, bool], tuple[date, int]]:
    """(month, leap) -> its first day in the common calendar and how many days it has."""
    from lunar_python import LunarYear

    return {
        (abs(month.getMonth()), month.getMonth() < 0): (
            date.fromordinal(int(month.getFirstJulianDay()) - _JULIAN_DAY_0),
            month.getDayCount(),
        )
        for month in LunarYear.fromYear(year).getMonths()
        if month.getYear() == year
    }


def _exact(day: LunarDay, year: int) -> date | None:
    """The common calendar's day of exactly this month and day of a year, if the year has it."""
    first, days = _months(year).get((day.month, day.leap), (date.min, 0))
    return first + timedelta(days=day.day - 1) if 1 <= day.day <= days else None


def day_in(day: LunarDay, year: int) -> date:
    """When a birthday is kept in a year of this calendar.

    Who was born in a leap month keeps it in the plain month of years without that leap month, and
    who was born on the 30th on the last day of a month of 29.
    """
    months = _months(year)
    first, days = months.get((day.month, day.leap)) or months[(day.month, False)]
    return first + timedelta(days=min(day.day, days) - 1)


def birth_day(text: str) -> date | None:
    """The common calendar's day of a birth as it is kept here; None without its year."""
    day = kept_day(text)
    return None if day is None or day.year is None else _exact(day, day.year)


def next_birthday(text: str, today: date) -> date | None:
    """The next day, today included, on which a birthday is kept.

    Args:
        text: a birth date of either calendar, as it is kept.
        today: the office's calendar day.

    Returns:
        None where only the year or month is known. Who was born on 29 February keeps it on the
        28th of other years.
    """
    lunar = kept_day(text)
    if lunar is not None:
        years = range(today.year - 1, today.year + 2)
        return min(day for day in (day_in(lunar, year) for year in years) if day >= today)
    if len(text) != len("1985-07-09"):
        return None
    month, day = int(text[5:7]), int(text[8:])
    this_year, next_year = (_in_year(year, month, day) for year in (today.year, today.year + 1))
    return this_year if this_year >= today else next_year


def _in_year(year: int, month: int, day: int) -> date:
    """A day of a year; 29 February is the 28th where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def shown(text: str, words: Words) -> str:
    """A birthday as it is read; one of the common calendar stands as it is kept."""
    day = kept_day(text)
    if day is None:
        return text
    of_month = f"{day.month:02}-{day.day:02}"
    if day.leap:
        of_month = words("LunarDate", _LEAP_DATE).format(date=of_month)
    whole = f"{day.year}-{of_month}" if day.year else of_month
    return words("LunarDate", _LUNAR_DATE).format(date=whole)

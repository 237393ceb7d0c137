"""Each setting of the office once: its name, meaning, default and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import NamedTuple

from model.words import mark


class SettingKind(StrEnum):
    """What a setting is, for whoever shows a field for it."""

    TIME = "time"
    NUMBER = "number"
    FLAG = "flag"
    FOLDER = "folder"
    TEXT = "text"


class Shape(NamedTuple):
    """Kind of a setting, and for a number the least and the most that it may be."""

    kind: SettingKind
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class OfficeSetting:
    """One thing an office may set differently.

    Attributes:
        name: identifier, as on the command line.
        label: marked English label.
        default: the value of domain.md, marked 〔D〕 there.
        read: turns typed text into the value; raises ValueError for anything else.
    """

    name: str
    label: str
    default: str
    read: Callable[[str], object]

    @property
    def shape(self) -> Shape:
        """Its kind and bounds, as `read` has them."""
        return _SHAPES[self.read]


_DAY, _LONGEST_PASS, _MOST = 24 * 60, 15, 999


def _clock(text: str) -> time:
    """A time of day such as 8:30; `time.fromisoformat` would read 17.30 as 17 o'clock."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text, re.ASCII)
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2]))


def _whole(text: str) -> int:
    """Plain digits; `int` would take 1_0 too."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def _minutes(text: str) -> int:
    """A whole number of minutes between one minute and a day."""
    number = _whole(text)
    if not 1 <= number <= _DAY:
        raise ValueError(text)
    return number


def _quarter(text: str) -> int:
    """A whole number of minutes, no more than a quarter of an hour (domain.md §5.2)."""
    number = _whole(text)
    if not 1 <= number <= _LONGEST_PASS:
        raise ValueError(text)
    return number


def _flag(text: str) -> bool:
    """0 or 1."""
    if text not in {"0", "1"}:
        raise ValueError(text)
    return text == "1"


def _count(text: str) -> int:
    """A whole number from 1 to 999."""
    number = _whole(text)
    if not 1 <= number <= _MOST:
        raise ValueError(text)
    return number


def _area_code(text: str) -> str:
    """An area code such as 028 or 0553, or nothing."""
    if text and not (text.isascii() and text.isdigit() and text[0] == "0" and 3 <= len(text) <= 4):
        raise ValueError(text)
    return text


_SHAPES: dict[Callable[[str], object], Shape] = {
    _clock: Shape(SettingKind.TIME),
    _minutes: Shape(SettingKind.NUMBER, 1, _DAY),
    _quarter: Shape(SettingKind.NUMBER, 1, _LONGEST_PASS),
    _count: Shape(SettingKind.NUMBER, 1, _MOST),
    _flag: Shape(SettingKind.FLAG),
    str.strip: Shape(SettingKind.FOLDER),
    _area_code: Shape(SettingKind.TEXT),
}

SETTINGS: dict[str, OfficeSetting] = {
    setting.name: setting
    for setting in (
        OfficeSetting(
            "opening_time",
            mark("Settings", "Cabinet opens"),
            "08:30",
            _clock,
        ),
        OfficeSetting(
            "due_time",
            mark("Settings", "Cards are due back"),
            "18:00",
            _clock,
        ),
        OfficeSetting(
            "closing_time",
            mark("Settings", "Cabinet closes"),
            "18:00",
            _clock,
        ),
        OfficeSetting(
            "idle_minutes",
            mark("Settings", "Screen locks after (minutes)"),
            "10",
            _minutes,
        ),
        OfficeSetting(
            "lock_when_minimised",
            mark("Settings", "Screen locks when the window is minimised (0 or 1)"),
            "0",
            _flag,
        ),
        OfficeSetting(
            "reading_minutes",
            mark("Settings", "A reading pass lasts (minutes)"),
            "15",
            _quarter,
        ),
        OfficeSetting(
            "most_readings",
            mark("Settings", "Cards a rep may look at a day, at most"),
            "20",
            _count,
        ),
        OfficeSetting(
            "two_persons",
            mark("Settings", "Secret cards are opened by two persons together (0 or 1)"),
            "0",
            _flag,
        ),
        OfficeSetting(
            "approval_days", mark("Settings", "A granted approval is valid for (days)"), "3", _count
        ),
        OfficeSetting(
            "second_backup_folder",
            mark("Settings", "Second folder for backups"),
            "",
            str.strip,
        ),
        OfficeSetting(
            "drawer_limit",
            mark("Settings", "Cards in a drawer, at most"),
            "120",
            _count,
        ),
        OfficeSetting(
            "visit_interval_a", mark("Settings", "Visit interval of class A (days)"), "7", _count
        ),
        OfficeSetting(
            "visit_interval_b", mark("Settings", "Visit interval of class B (days)"), "14", _count
        ),
        OfficeSetting(
            "visit_interval_c", mark("Settings", "Visit interval of class C (days)"), "30", _count
        ),
        OfficeSetting(
            "visit_interval_p", mark("Settings", "Visit interval of prospects (days)"), "30", _count
        ),
        OfficeSetting(
            "stay_minutes_a", mark("Settings", "Stay with class A (minutes)"), "60", _minutes
        ),
        OfficeSetting(
            "stay_minutes_b", mark("Settings", "Stay with class B (minutes)"), "40", _minutes
        ),
        OfficeSetting(
            "stay_minutes_c", mark("Settings", "Stay with class C (minutes)"), "20", _minutes
        ),
        OfficeSetting(
            "stay_minutes_p", mark("Settings", "Stay with prospects (minutes)"), "30", _minutes
        ),
        OfficeSetting(
            "recontact_days",
            mark("Settings", "Days until an interrupted customer is asked again"),
            "180",
            _count,
        ),
        OfficeSetting(
            "working_minutes", mark("Settings", "Working minutes of a day"), "480", _minutes
        ),
        OfficeSetting(
            "desk_minutes",
            mark("Settings", "Of these at the desk, morning and evening"),
            "60",
            _minutes,
        ),
        OfficeSetting(
            "travel_office_minutes",
            mark("Settings", "Travel between office and district (minutes)"),
            "40",
            _minutes,
        ),
        OfficeSetting(
            "travel_between_minutes",
            mark("Settings", "Travel between districts (minutes)"),
            "40",
            _minutes,
        ),
        OfficeSetting(
            "travel_inside_minutes",
            mark("Settings", "Travel inside a district (minutes)"),
            "20",
            _minutes,
        ),
        OfficeSetting("leaves_at", mark("Settings", "Reps leave at"), "09:00", _clock),
        OfficeSetting("lunch_from", mark("Settings", "Lunch from"), "12:00", _clock),
        OfficeSetting("lunch_until", mark("Settings", "Lunch until"), "13:30", _clock),
        OfficeSetting("approval_time", mark("Settings", "Plans are approved by"), "08:45", _clock),
        OfficeSetting("most_visits", mark("Settings", "Visits of a day, at most"), "12", _count),
        OfficeSetting("most_cards", mark("Settings", "Cards one rep may hold"), "15", _count),
        OfficeSetting(
            "area_code",
            mark("Settings", "Telephone area code"),
            "",
            _area_code,
        ),
    )
}

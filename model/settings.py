"""Each setting of the office once: its name, meaning, default and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from model.words import mark


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
    if not 1 <= number <= 24 * 60:
        raise ValueError(text)
    return number


def _count(text: str) -> int:
    """A whole number from 1 to 999."""
    number = _whole(text)
    if not 1 <= number <= 999:
        raise ValueError(text)
    return number


def _area_code(text: str) -> str:
    """An area code such as 028 or 0553, or nothing."""
    if text and not (text.isascii() and text.isdigit() and text[0] == "0" and 3 <= len(text) <= 4):
        raise ValueError(text)
    return text


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
            "drawer_limit",
            mark("Settings", "Cards in a drawer, at most"),
            "120",
            _count,
        ),
        OfficeSetting(
            "area_code",
            mark("Settings", "Telephone area code"),
            "",
            _area_code,
        ),
    )
}

"""What a class means in daily work (domain.md §6.1, §6.3): the settings as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from model.cards.numbering import INTERRUPTED, PROSPECTS
from model.office.tables import Setting
from model.settings import SETTINGS
from model.storage.prepared import Prepared

_STORED = Prepared(lambda _: Setting.select(Setting.name, Setting.value))
_CLASSES = ("A", "B", "C", "P")


@dataclass(frozen=True)
class Policy:
    """How often, how long and how far: times of day and spans are whole minutes.

    Attributes:
        intervals: days between two visits, by class (A, B, C, or P for prospects).
        stays: minutes of a visit, by class.
        recontact_days: until an interrupted customer is asked again.
        capacity: minutes of a day for stays and ways.
        travel_office: between the office and a district.
        travel_between: between two districts.
        travel_inside: from one customer to another of the same district.
        leaves_at: when reps leave, in minutes of the day.
        lunch_from: no visit overlaps lunch; ways may.
        lunch_until: its end.
        most_visits: of one day.
    """

    intervals: Mapping[str, int]
    stays: Mapping[str, int]
    recontact_days: int
    capacity: int
    travel_office: int
    travel_between: int
    travel_inside: int
    leaves_at: int
    lunch_from: int
    lunch_until: int
    most_visits: int

    @property
    def back_by(self) -> int:
        """When the working day outside ends: the capacity after leaving, lunch not counted."""
        end = self.leaves_at + self.capacity
        lunch = self.lunch_until - max(self.lunch_from, self.leaves_at)
        return end + max(lunch, 0) if self.lunch_from < end else end


def policy() -> Policy:
    """The policy of this office."""
    return policy_from(dict(_STORED().tuples()))


def policy_from(stored: Mapping[str, str]) -> Policy:
    """The policy by the settings that an office has changed, the defaults for all others."""

    def value(name: str) -> Any:
        return SETTINGS[name].read(stored.get(name, SETTINGS[name].default))

    return Policy(
        intervals={one: value(f"visit_interval_{one.lower()}") for one in _CLASSES},
        stays={one: value(f"stay_minutes_{one.lower()}") for one in _CLASSES},
        recontact_days=value("recontact_days"),
        capacity=max(value("working_minutes") - value("desk_minutes"), 0),
        travel_office=value("travel_office_minutes"),
        travel_between=value("travel_between_minutes"),
        travel_inside=value("travel_inside_minutes"),
        leaves_at=_minute(value("leaves_at")),
        lunch_from=_minute(value("lunch_from")),
        lunch_until=_minute(value("lunch_until")),
        most_visits=value("most_visits"),
    )


def plans_as(abc_class: str | None, status: str | None) -> str:
    """The class by which a customer is planned: A, B, C, or P (domain.md §6.2).

    潜在 and 未来, and 中断 when their time has come, plan as P; 新 counts as B; who was never
    classed as C.
    """
    if abc_class == "P" or status in PROSPECTS or status in INTERRUPTED:
        return "P"
    return {"A": "A", "B": "B", "N": "B"}.get(abc_class or "", "C")


def clock(minute: int) -> str:
    """A minute of the day as `09:40`; empty for what would lie after midnight."""
    return f"{minute // 60:02}:{minute % 60:02}" if minute < 24 * 60 else ""


def minute_of(text: str) -> int:
    """The minute of the day of `09:40`."""
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute

"""Lines of the log as they are asked for and shown; nothing is read here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from model.office.events import Event

PAGE = 200
"""Lines of one page."""

GROUPS: dict[str, tuple[str, ...]] = {
    "entry": ("auth.",),
    "opening": ("cabinet.open", "cabinet.close", "cabinet.key_handover", "cabinet.open_secrets"),
    "looking": (
        "card.read", "card.put_away", "card.search", "card.pass_open", "card.look_limit",
        "attachment.read", "print.preview",
    ),
    "cards": ("card.", "attachment.", "import", "status.", "class."),
    "revisions": ("revision.",),
    "loans": ("loan.", "card.reserve", "card.unreserve"),
    "plans": ("plan.", "visit.", "route."),
    "leaving": ("print", "print.begin", "copy.", "export"),
    "approvals": ("approval.",),
    "office": ("staff.", "team.", "district.", "settings.", "calendar."),
    "upkeep": (
        "backup", "restore", "verify", "upgrade", "cabinet.create", "cabinet.rekey",
    ),
}  # fmt: skip
"""Kinds of events: each takes the codes that begin so; the longest beginning decides."""


def group_of(event: str) -> str:
    """The kind that an event code belongs to.

    Raises:
        KeyError: no kind takes it.
    """
    fitting = [
        (len(beginning), group)
        for group, beginnings in GROUPS.items()
        for beginning in beginnings
        if event.startswith(beginning)
    ]
    if not fitting:
        raise KeyError(event)
    return max(fitting)[1]


@cache
def events_of(group: str) -> tuple[str, ...]:
    """The codes of a kind."""
    return tuple(event.value for event in Event if group_of(event.value) == group)


@dataclass(frozen=True)
class LogQuery:
    """Which lines are wanted; what is left empty does not narrow.

    Attributes:
        day_from: the first day.
        day_to: the last day.
        staff_no: who did it; also somebody who has left.
        groups: kinds of events, by `GROUPS`.
        events: event codes besides.
        subject: a card's or other thing's number, whole; `#` and digits: a line's own number.
        text: words that all stand in the line: its reason, document, facts, or names.
        before_no: the number of the line behind which the page begins.
        limit: how many lines at most.
    """

    day_from: date | None = None
    day_to: date | None = None
    staff_no: int | None = None
    groups: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    before_no: int | None = None
    limit: int = PAGE

    @property
    def codes(self) -> tuple[str, ...]:
        """The event codes wanted, or none for all."""
        of_groups = (code for group in self.groups for code in events_of(group))
        return tuple(dict.fromkeys((*of_groups, *self.events)))


@dataclass(frozen=True)
class LogLine:
    """One line as it is shown.

    Attributes:
        no: its running number.
        at: office wall-clock time.
        staff_no: number of who did it.
        actor: his name at that time.
        role: his role at that time.
        workplace: at which PC.
        event: the event's code.
        kind: what kind of thing it was about.
        subject: that thing's number or name.
        before: facts before.
        after: facts after, or about it.
        reason: why.
        document: number of the plan, copy, proposal … it belongs to.
        head: what paper shows that was printed when this was the last line.
    """

    no: int
    at: datetime
    staff_no: int
    actor: str
    role: str
    workplace: str
    event: str
    kind: str
    subject: str
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    document: str = ""
    head: str = ""

"""What tells by which act it was made: the numbers of the acts, read from the cabinet."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.tables import (
    Attachment,
    CustomerCard,
    ProposedChange,
    Revision,
)
from model.office.audit import Event
from model.office.tables import Approval, AuditLine, Person
from tests.end_to_end.mixed.day_acts import ROWS


def facts_of(event: Event) -> list[tuple[str, dict[str, Any]]]:
    """Subject and facts of the lines of an event, oldest first."""
    lines = AuditLine.select().where(AuditLine.event == event).order_by(AuditLine.no)
    return [(line.subject, json.loads(line.after or "{}")) for line in lines]


def _numbers(texts: Iterator[str], before: str, after: str = "") -> set[int]:
    return {
        int(text.removeprefix(before).removesuffix(after))
        for text in texts
        if text.startswith(before)
    }


def _edits() -> set[int]:
    rows = Revision.select().where(Revision.field == "likes")
    return _numbers((row.new_value for row in rows), "mark-")


def _hired() -> set[int]:
    return _numbers((person.name for person in Person.select()), "新人")


def _set() -> set[int]:
    return {
        int(facts["value"])
        for subject, facts in facts_of(Event.SETTINGS_CHANGE)
        if subject == "recontact_days"
    }


def _names() -> Iterator[str]:
    for card in CustomerCard.select():
        yield str(card.__data__["full_name"])


def _created() -> set[int]:
    return _numbers(_names(), "新客户", "有限公司")


def _proposed() -> set[int]:
    rows = ProposedChange.select().where(ProposedChange.path == "legal_rep")
    return _numbers((row.text for row in rows), "法人第", "人")


def _attached() -> set[int]:
    return _numbers((row.file_name for row in Attachment.select()), "照片", ".png")


def _asked() -> set[int]:
    return _numbers((row.reason for row in Approval.select()), "act-")


def _issued() -> set[int]:
    return _numbers((row.receiver for row in IssuedCopy.select()), "收件人")


def _exported() -> set[int]:
    return _numbers((row.receiver for row in DataExport.select()), "总部")


def _imported() -> set[int]:
    counts: dict[int, int] = defaultdict(int)
    for name in _names():
        if name.startswith("批次"):
            counts[int(name.removeprefix("批次").partition("公司")[0])] += 1
    assert set(counts.values()) <= {ROWS}, counts
    return set(counts)


FOUND: tuple[tuple[str, Callable[[], set[int]]], ...] = (
    ("edit", _edits), ("hire", _hired), ("set_something", _set), ("create", _created),
    ("propose", _proposed), ("attach", _attached), ("ask", _asked), ("issue", _issued),
    ("export", _exported), ("bring_in", _imported),
)  # fmt: skip

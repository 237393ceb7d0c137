"""What the log alone says of the cards: replayed line by line, as an auditor would."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from model.office.audit import Event
from model.storage.database import database

_LINES = (
    "SELECT no, at, event, subject, before, after, document FROM audit_line WHERE no > ?"
    " ORDER BY no"
)
_RETURNS = frozenset({Event.LOAN_RETURN, Event.LOAN_RETURN_LATE})


@dataclass
class Replay:
    """The cards by the log.

    Attributes:
        out: card number -> number of the loan on which it is out.
        reserved: (card, day) -> document.
        late: numbers of the loans that were logged as overdue.
        last: the last line read.
    """

    out: dict[str, int] = field(default_factory=dict)
    reserved: dict[tuple[str, date], str] = field(default_factory=dict)
    late: set[int] = field(default_factory=set)
    last: int = 0

    def go_on(self) -> None:
        """Read what was written since; a line that cannot follow the lines before it fails."""
        lines = database.execute_sql(_LINES, (self.last,)).fetchall()
        for no, at, event, ref, before, after, document in lines:
            self.last = no
            facts = json.loads(before or "{}") | json.loads(after or "{}")
            self._read(event, ref, facts, document, datetime.fromisoformat(at))

    def _read(
        self, event: str, ref: str, facts: dict[str, Any], document: str, at: datetime
    ) -> None:
        if event == Event.CARD_RESERVE:
            key = (ref, date.fromisoformat(facts["day"]))
            assert key not in self.reserved, key
            self.reserved[key] = document
        elif event == Event.CARD_UNRESERVE:
            assert self.reserved.pop((ref, date.fromisoformat(facts["day"]))) == document
        elif event == Event.LOAN_ISSUE:
            assert ref not in self.out, (ref, self.out)
            self.out[ref] = facts["loan_no"]
            self.reserved.pop((ref, at.date()), None)
        elif event in _RETURNS or facts.get("undone") == "issue":
            assert self.out.pop(ref) == facts["loan_no"]
        elif event == Event.LOAN_CORRECT:
            assert ref not in self.out, (ref, self.out)
            self.out[ref] = facts["new_loan_no"]
        elif event == Event.LOAN_OVERDUE:
            assert self.out[ref] == facts["loan_no"]
            assert datetime.fromisoformat(facts["due"]) < at
            assert facts["loan_no"] not in self.late
            self.late.add(facts["loan_no"])

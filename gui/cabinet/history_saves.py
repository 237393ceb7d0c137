"""The lines of a card's history, put together by save. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from model.cards.revisions import RevisionRow


@dataclass(frozen=True)
class OneSave:
    """What was changed at one time.

    Attributes:
        version: of the card, as the save left it.
        at: office wall-clock time.
        by: who changed it, or proposed it.
        accepted_by: who accepted it, empty where nobody had to.
        source: where the news came from.
        reason: why.
        lines: one a changed fact; none when the card was opened.
    """

    version: int
    at: datetime
    by: str
    accepted_by: str
    source: str
    reason: str
    lines: tuple[RevisionRow, ...]

    @property
    def is_opening(self) -> bool:
        """Whether the card was opened by it."""
        return not self.lines


def saves_of(rows: Sequence[RevisionRow]) -> list[OneSave]:
    """Lines that stand side by side and were written by one save, newest first as they come."""
    return [_save(list(lines)) for _, lines in groupby(rows, _which)]


def _which(row: RevisionRow) -> tuple[object, ...]:
    """A proposal's line may be another person's than the save's other lines."""
    return (
        *(row.version, row.changed_at, row.changed_by, row.accepted_by),
        *(row.source, row.reason, not row.field),
    )


def _save(lines: list[RevisionRow]) -> OneSave:
    first = lines[0]
    return OneSave(
        first.version,
        first.changed_at,
        first.changed_by,
        first.accepted_by,
        first.source,
        first.reason,
        tuple(line for line in lines if line.field),
    )

"""On what terms copies and exports leave the office (发放制度, domain.md §5.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from model.cards.characters import one_line
from model.cards.choices import SECRECIES
from model.cards.entering import clean_reason
from model.errors import BadInputError, Problem

LONGEST_RECEIVER = 40
"""Characters of a receiver's name: it stands in the foot of every page."""

_LEVELS = tuple(choice.value for choice in SECRECIES)


class CopyState(StrEnum):
    """What became of a copy or an export."""

    UNFINISHED = "unfinished"  # the program ended while it was printed or written
    OUT = "with_receiver"
    OVERDUE = "overdue"
    RETURNED = "returned"
    DESTROYED = "destroyed"
    LOST = "lost"
    NOT_MADE = "not_made"  # its print failed: the number is used up, and no paper has it


OPEN_STATES = frozenset({CopyState.UNFINISHED, CopyState.OUT, CopyState.OVERDUE})
"""Of which somebody still has to say what became of them."""


@dataclass(frozen=True)
class Terms:
    """What every copy has: who gets it, what for, and how it ends.

    Attributes:
        receiver: who gets it; stands on every page.
        purpose: what for.
        due_on: the day by which it comes back (归还日); None where it is destroyed.
        destroy_after_reading: 阅后销毁. One of the two is needed, never both.
    """

    receiver: str
    purpose: str
    due_on: date | None = None
    destroy_after_reading: bool = False


def clean_terms(terms: Terms, today: date, what: str) -> Terms:
    """Terms as they are kept.

    Args:
        terms: as typed.
        today: the office's calendar day.
        what: the act, for the message when the purpose is missing.

    Raises:
        BadInputError: no receiver, a name too long for the foot, neither or both ends, or a day
            that is over.
        ReasonNeededError: no purpose.
    """
    receiver = one_line(terms.receiver).strip()
    problems = [*_of_receiver(receiver), *_of_end(terms, today)]
    if problems:
        raise BadInputError(problems)
    return replace(terms, receiver=receiver, purpose=clean_reason(terms.purpose, what))


def _of_receiver(name: str) -> list[Problem]:
    if not name:
        return [Problem("receiver", "required")]
    if len(name) > LONGEST_RECEIVER:
        return [Problem("receiver", "too_long", values={"longest": LONGEST_RECEIVER})]
    return []


def _of_end(terms: Terms, today: date) -> list[Problem]:
    if terms.destroy_after_reading == (terms.due_on is not None):
        return [Problem("copy_due", "due_or_destroyed")]
    if terms.due_on is not None and terms.due_on < today:
        return [Problem("copy_due", "day_is_over")]
    return []


def highest_secrecy(levels: set[str]) -> str:
    """The highest of some levels; 秘密 where there is none."""
    return max(levels or {_LEVELS[0]}, key=_LEVELS.index)

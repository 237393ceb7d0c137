"""What a person says of a visit when he puts it on a plan, checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from model.cards.characters import compact, is_unreadable, one_line
from model.errors import BadInputError, Problem
from model.rounds.choices import PURPOSES

LONGEST_NOTE = 60
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_PURPOSES = tuple(one.value for one in PURPOSES)


class LineEntry(NamedTuple):
    """As the plan's line keeps it: `14:00` or None, codes joined by commas, free words."""

    appointment: str | None
    purpose: str
    purpose_note: str


def entered_line(appointment: str, purposes: Iterable[str], note: str) -> LineEntry:
    """Check what was typed.

    Args:
        appointment: 14:00, 9:40, or empty.
        purposes: codes of `model.rounds.choices.PURPOSES`, in any order.
        note: free words.

    Raises:
        BadInputError: what cannot be taken, field by field.
    """
    named = frozenset(purposes)
    at, words = compact(appointment), one_line(note)
    found = _CLOCK.fullmatch(at)
    problems = []
    if at and found is None:
        problems.append(Problem("appointment", "clock_format"))
    if not named <= set(_PURPOSES):
        problems.append(Problem("purpose", "not_in_list"))
    if is_unreadable(words):
        problems.append(Problem("purpose_note", "unreadable_character"))
    if len(words) > LONGEST_NOTE:
        problems.append(Problem("purpose_note", "too_long", values={"longest": LONGEST_NOTE}))
    if problems:
        raise BadInputError(problems)
    return LineEntry(
        f"{found[1]:0>2}:{found[2]}" if found else None,
        ",".join(one for one in _PURPOSES if one in named),
        words,
    )

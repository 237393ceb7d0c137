"""Who is meant, at the door: by name, pinyin, initials, staff number, or a badge that is scanned.

Needs no desk: who has a key to a cabinet stands in its key file in clear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from model.cards import readings
from model.storage.passwords import SHORTEST_PASSWORD

if TYPE_CHECKING:
    from model.office.log_in import StaffSlot

_BADGE = re.compile(r"P(\d{1,6})")
_LONGEST_BADGE = len("P123456")
assert _LONGEST_BADGE < SHORTEST_PASSWORD, "a badge could be somebody's password"


def pinyin_of(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """How each name may be typed in Latin letters: in full, and by initials.

    The first call loads the library of pinyin, which takes a moment.
    """
    return {name: _spelt(name) for name in names}


def find_staff(
    staff: Sequence[StaffSlot], typed: str, pinyin: Mapping[str, Sequence[str]]
) -> list[StaffSlot]:
    """Those who may be meant, in the order of `staff`; everybody while nothing is typed.

    Args:
        staff: who has a key.
        typed: the beginning of a name, of its pinyin or initials; a staff number; a badge.
        pinyin: as `pinyin_of` gives it; names that are missing are found by hanzi alone.
    """
    badge = by_badge(staff, typed)
    if badge is not None:
        return [badge]
    wanted = _normal(typed).lower()
    if wanted.isdigit():
        return [one for one in staff if str(one.staff_no) == wanted.lstrip("0")]
    return [
        one
        for one in staff
        if any(text.startswith(wanted) for text in (one.name.lower(), *pinyin.get(one.name, ())))
    ]


def by_badge(staff: Sequence[StaffSlot], text: str) -> StaffSlot | None:
    """Whose badge was scanned: Code 128, `P` and the staff number (domain.md §6.9).

    No password is as short as a badge, so that one may be told from the other where both may come.
    """
    found = _BADGE.fullmatch(_normal(text).upper())
    number = int(found[1]) if found else None
    return next((one for one in staff if one.staff_no == number), None)


def _spelt(name: str) -> tuple[str, ...]:
    """By the likely reading of each hanzi, a surname's first."""
    syllables = readings.likely(name, person=True)
    texts = ("".join(syllables), "".join(one[0] for one in syllables))
    return tuple(dict.fromkeys(text.lower() for text in texts))


def _normal(text: str) -> str:
    """Without blanks, and as if no input method had been on."""
    return "".join(unicodedata.normalize("NFKC", text).split())

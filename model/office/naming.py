"""Names of people, teams and districts: written one way, and the same however they are typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from model.errors import AlreadyThereError, BadInputError, Problem

LONGEST_NAME = 60

# As the cells of a card are read, so that a rep typed there is found here.
_HALF_WIDTH = {
    code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()
}


def clean_name(text: str, field: str) -> str:
    """A name without blanks at its ends, double blanks, wide letters, and what shows nothing.

    Raises:
        BadInputError: empty, too long, or with characters that nobody typed.
    """
    shown = (sign for sign in unicodedata.normalize("NFC", text) if _shows(sign))
    name = " ".join("".join(shown).translate(_HALF_WIDTH).split())
    if not name:
        raise BadInputError([Problem(field, "required")])
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Cn"} or sign == "\ufffd" for sign in name):
        raise BadInputError([Problem(field, "unreadable_character")])
    if len(name) > LONGEST_NAME:
        raise BadInputError([Problem(field, "too_long", values={"longest": LONGEST_NAME})])
    return name


def person_name(text: str, field: str) -> str:
    """The same for a person, who may not be called like a staff number.

    Raises:
        BadInputError: as `clean_name`; or no letter in it.
    """
    name = clean_name(text, field)
    if not any(map(str.isalpha, name)):
        raise BadInputError([Problem(field, "name_without_letters")])
    return name


def name_key(name: str) -> str:
    """What two ways to type one name have in common: no case, width, blanks or signs."""
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(filter(str.isalnum, wide)) or "".join(wide.split())


def refuse_taken(name: str, others: Iterable[str], kind: str) -> None:
    """Refuse a name that a reader could take for another one.

    Raises:
        AlreadyThereError: with the name that is there.
    """
    key = name_key(name)
    for other in others:
        if name_key(other) == key:
            raise AlreadyThereError(kind=kind, ref=other)


def _shows(sign: str) -> bool:
    """Whether a character is more than a mark of direction or width."""
    return unicodedata.category(sign) != "Cf"

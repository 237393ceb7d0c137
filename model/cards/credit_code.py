"""The unified social credit code (GB 32100-2015), and the identity number that looks like one.

Written out here because the code checks of libraries know either the format or the whole rule:
they refuse codes whose first eight places are not all digits, and identity numbers of regions
they do not list. The arithmetic is theirs (tests compare).
"""

from __future__ import annotations

import re
from datetime import date

from model.cards.characters import compact
from model.cards.checked import Checked, refused, warned

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a code; I, O, S, V and Z are not among them."""

_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}", re.ASCII)
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_IDENTITY = re.compile(r"\d{6}(?:18|19|20)\d{9}[\dX]", re.ASCII)
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"


def check_character(code: str) -> str:
    """The check character of a code's first 17 places (GB 32100-2015)."""
    pairs = zip(code[:17], _CODE_WEIGHTS, strict=True)
    total = sum(CHARACTERS.index(place) * weight for place, weight in pairs)
    return CHARACTERS[-total % 31]


def is_identity_number(text: str) -> bool:
    """Whether a text is a citizen's identity number (GB 11643): form, birth date and check."""
    if not _IDENTITY.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text[6:10]}-{text[10:12]}-{text[12:14]}")
    except ValueError:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(text[:17], _IDENTITY_WEIGHTS, strict=True)
    )
    return _IDENTITY_CHECKS[total % 11] == text[17]


def credit_code(text: str) -> Checked:
    """Read a unified social credit code.

    A wrong check character is only a warning that needs a tick: some genuine codes from before 2016
    fail the check. An identity number is refused without being kept anywhere; one that passes the
    code's check too may be either, and a person with the licence in hand ticks that it is the code.
    """
    code = compact(text).upper()
    if not code:
        return Checked(None)
    if is_identity_number(code):
        either = check_character(code) == code[17]
        return warned(code, "uscc_identity") if either else refused("identity_number")
    if not _CODE.fullmatch(code):
        return refused("uscc_format")
    if check_character(code) != code[17]:
        return warned(code, "uscc_check")
    return Checked(code)


def contradicts(code: str, org_form: str) -> bool:
    """Whether the first two places deny the legal form: 92 is a sole trader, 91 an enterprise."""
    if code.startswith("92"):
        return org_form != "sole_trader"
    return code.startswith("91") and org_form in {"sole_trader", "public_body"}

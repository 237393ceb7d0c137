"""What spreadsheets do to codes and numbers, found before it is stored.

A spreadsheet keeps fifteen digits of a number: the rest become 0, a long number is shown as
1.38E+10, leading zeros go, and a code may carry the marks of the export that tried to save it.
"""

from __future__ import annotations

import math
import re

from model.cards.characters import compact, trimmed

KEPT_DIGITS = 15
"""Digits that a spreadsheet's number keeps."""

_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d*)?e[+-]?\d{1,3}", re.IGNORECASE | re.ASCII)
_TOO_NARROW = re.compile("#{2,}")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)")
_TEXT_MARK = re.compile(r"^(?:'|=\"(?=.*\"$))|(?<=.)\"$")
_POINT_ZERO = re.compile(r"(\d+)\.0+", re.ASCII)
_NOTHING = re.compile(r"[-‐-―－_/\\.·*]+|N/A|n/a|NULL|null|NaN|nan")
_CERTAIN_ZEROS = 3


def as_code(cell: str) -> str:
    """A code without what an export put around it: '0123, ="0123", 13800138000.0."""
    code = trimmed(cell)
    if code.startswith(("'", '="')):
        code = _TEXT_MARK.sub("", code)
    found = _POINT_ZERO.fullmatch(code)
    return found[1] if found else code


def written(number: float) -> str:
    """A number cell as digits: 118.0 as 118, 0.1 as 0.1, the dust 5.7E-14 of a sum as 0."""
    if not math.isfinite(number):
        return "#NUM!"
    if number == int(number):
        return str(int(number))
    exact = repr(number)
    return exact if "e" not in exact else f"{number:.10f}".rstrip("0").rstrip(".")


def is_error(cell: str) -> bool:
    """Whether a cell shows a formula's error instead of a value."""
    return _ERROR.fullmatch(trimmed(cell)) is not None


def is_nothing(cell: str) -> bool:
    """Whether a cell holds only the strokes that stand for "nothing" in lists."""
    return _NOTHING.fullmatch(trimmed(cell)) is not None


def is_damaged(code: str) -> bool:
    """Whether digits are lost for certain: shown as 1.38E+10 or ####, or zeros after the 15th."""
    plain = compact(code)
    if _SCIENTIFIC.fullmatch(plain) or _TOO_NARROW.fullmatch(plain):
        return True
    return _lost_zeros(plain) >= _CERTAIN_ZEROS


def may_be_damaged(code: str) -> bool:
    """Whether one or two zeros after the 15th digit may be real or lost digits."""
    return 0 < _lost_zeros(compact(code)) < _CERTAIN_ZEROS


def _lost_zeros(plain: str) -> int:
    """How many zeros, and nothing else, follow the 15th digit of a number."""
    digits = plain.replace("-", "")
    rest = digits[KEPT_DIGITS:]
    return len(rest) if digits.isdigit() and not rest.strip("0") else 0

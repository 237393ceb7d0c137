"""Cells of a list in text that a spreadsheet program would take for something else.

What begins like a formula gets an apostrophe in front, which spreadsheet programs take as "this is
text"; long numbers and numbers that begin with 0 are written as ="0123", or they would lose digits.
Reading a list takes both off again, so that what was exported is imported unchanged.
"""

from __future__ import annotations

import re

_LIKE_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_AS_TEXT = re.compile(r"0\d+|\d{12,}", re.ASCII)
_TEXT_FORMULA = re.compile(r'="([0-9]+)"', re.ASCII)


def guarded(text: str) -> str:
    """A text as it can stand in a list without being taken for a formula or a number."""
    if _AS_TEXT.fullmatch(text):
        return f'="{text}"'
    return f"'{text}" if _LIKE_FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """A cell of a list without what was put around it."""
    found = _TEXT_FORMULA.fullmatch(cell)
    if found:
        return found[1]
    return cell[1:] if _GUARDED.match(cell) else cell

"""Characters as keyboards, paper and spreadsheets bring them: width, blanks, the invisible.

Pure functions over text; the checks of each kind of value begin here.
"""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LETTERS_AND_DIGITS = {
    code: half for code, half in _FULL_WIDTH.items() if half == 0x20 or chr(half).isalnum()
}
_BRACKETS = {ord("（"): "(", ord("）"): ")"}

# Written in hanzi texts by input methods and copied out of web pages: they show nothing, and a
# name that holds one is not found by typing it. The two joiners U+200C and U+200D are kept inside
# a text, where some scripts and pictures need them.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE_ANYWHERE = re.compile(f"[{_INVISIBLE}]")
_EDGE = re.compile(f"^[\\s{_INVISIBLE}\u200c\u200d]+|[\\s{_INVISIBLE}\u200c\u200d]+$")
_DASHES = re.compile("[‐‑‒–—―−﹣－ー]")
_LINE_BREAK = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_BLANKS = re.compile(r"\s+")


def half_width(text: str) -> str:
    """Full-width letters, digits, signs and blanks as half-width: ＡＢ１２－３ → AB12-3."""
    return text.translate(_FULL_WIDTH)


def half_width_letters(text: str) -> str:
    """Full-width letters, digits and blanks as half-width; Chinese punctuation stays."""
    return text.translate(_LETTERS_AND_DIGITS)


def half_width_brackets(text: str) -> str:
    """Full-width round brackets as half-width, as names keep them."""
    return text.translate(_BRACKETS)


def trimmed(text: str) -> str:
    """A text without blanks of any width and invisible characters at its edges."""
    return _EDGE.sub("", text)


def seen(text: str) -> str:
    """A text without the characters that show nothing, wherever they stand."""
    return _INVISIBLE_ANYWHERE.sub("", text)


def one_line(text: str) -> str:
    """A text as one line: breaks and tabs become a blank, several blanks one."""
    return _BLANKS.sub(" ", trimmed(seen(unicodedata.normalize("NFC", text))))


def several_lines(text: str) -> str:
    """A long text: breaks of every kind as a line feed, otherwise as typed."""
    return trimmed(_LINE_BREAK.sub("\n", seen(unicodedata.normalize("NFC", text))))


def compact(text: str) -> str:
    """A code or number as its bare characters: half-width, no blank, every dash a hyphen."""
    return _BLANKS.sub("", _DASHES.sub("-", half_width(seen(text))))


def is_unreadable(text: str) -> bool:
    """Whether a character is in it that nobody typed.

    These are control characters other than tabs and line breaks, lone surrogates, noncharacters,
    and U+FFFD, which a reader puts in for bytes it does not understand.
    """
    if text.isprintable() and "\ufffd" not in text:
        return False  # the usual case, without a look at each character
    return any(
        unicodedata.category(character) in {"Cc", "Cs"}
        or ord(character) & 0xFFFE == 0xFFFE
        or character == "\ufffd"
        for character in text
        if character not in "\t\n\r\v\f\x85"
    )

"""Answers out of a list: choices by value, English or Chinese word, yes and no, 无 and 不适用."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from model.cards.checked import Checked, Explicit, refused

Accepted = tuple[tuple[str, tuple[str, ...]], ...]
"""The values of a list, each with the texts that mean it."""

_YES = frozenset(("是", "有", "对", "√", "✓", "✔", "☑", "v", "y", "yes", "1", "true", "真"))
_NO = frozenset(("否", "无", "没有", "不是", "×", "✗", "✘", "☐", "n", "no", "0", "false", "假"))
_EXPLICIT: Mapping[str, Explicit] = {
    **dict.fromkeys(("无", "没有", "none"), Explicit.NONE),
    **dict.fromkeys(("不适用", "notapplicable", "not_applicable", "n/a"), Explicit.NOT_APPLICABLE),
}
# 汉 for 汉族, 现有 for 现有客户, A类 for A: what a word of the list may be written without or with.
_ENDING = re.compile(r"(?:客户|企业|纳税人|族|法|级|类|型)+$")
_BETWEEN = re.compile(r"[、,;/|\s]+")


def folded(text: str) -> str:
    """A text as it is compared: half-width, small letters, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def choice(text: str, accepted: Accepted) -> Checked:
    """Read one entry of a list; endings such as 客户 may be left out or added."""
    written = folded(text)
    if not written:
        return Checked(None)
    found = _exactly(written, accepted) or _without_ending(written, accepted)
    return Checked(found) if found else refused("not_in_list")


def choices(text: str, accepted: Accepted) -> Checked:
    """Read several entries of a list, parted by commas, 、 or blanks, in the list's order."""
    whole = choice(text, accepted)
    if isinstance(whole.value, str):
        return Checked((whole.value,))
    parts = [part for part in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if part]
    found = {choice(part, accepted).value for part in parts}
    if None in found:
        return refused("not_in_list")
    return Checked(tuple(value for value, _ in accepted if value in found) or None)


def rating(text: str, accepted: Accepted) -> Checked:
    """Read a rating as 1 to 5, 4分, or by its word."""
    written = folded(text)
    if not written:
        return Checked(None)
    if found := re.fullmatch(r"([1-5])(?:\.0+)?(?:分|星|级)?", written):
        return Checked(int(found[1]))
    by_word = _exactly(written, accepted)
    return Checked(int(by_word)) if by_word else refused("rating_format")


def flag(text: str) -> Checked:
    """Read yes or no: 是, √, Y, 1 and 否, ×, N, 0."""
    written = folded(text)
    if not written:
        return Checked(None)
    if written in _YES or written in _NO:
        return Checked(written in _YES)
    return refused("flag_format")


def explicit(text: str) -> Explicit | None:
    """The answer 无 or 不适用 that stands instead of a value, or None for any other text."""
    return _EXPLICIT.get(folded(text))


def _exactly(written: str, accepted: Accepted) -> str | None:
    """The value one of whose texts is written."""
    return _known(accepted).get(written)


def _without_ending(written: str, accepted: Accepted) -> str | None:
    """The only value that is written but for its ending."""
    stem = _ENDING.sub("", written)
    found = _known_stems(accepted).get(stem, frozenset()) if stem else frozenset()
    return next(iter(found)) if len(found) == 1 else None


@cache
def _known(accepted: Accepted) -> dict[str, str]:
    """Each text of a list, folded, with its value; the first wins."""
    known: dict[str, str] = {}
    for value, texts in accepted:
        for text in (value, *texts):
            known.setdefault(folded(text), value)
    return known


@cache
def _known_stems(accepted: Accepted) -> dict[str, frozenset[str]]:
    """Each text of a list without its ending, with the values that it may mean."""
    stems: dict[str, frozenset[str]] = {}
    for text, value in _known(accepted).items():
        stem = _ENDING.sub("", text)
        stems[stem] = stems.get(stem, frozenset()) | {value}
    return stems

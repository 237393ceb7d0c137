"""Pinyin of names: every reading of every character, the likely one first.

The library costs 0.2 s and 56 MB, so it is loaded by the first name that is read, never by
showing a list: keys are computed when a card is saved and stored with it. Readings of single
characters are remembered; names are not, since a locked program should know none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import prod

# Characters whose likely reading is another one as a surname.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "朴": "piao",
    "盖": "ge", "缪": "miao", "繁": "po", "覃": "qin", "乐": "yue", "员": "yun", "黑": "he",
    "秘": "bi", "折": "she", "种": "chong", "洗": "xian", "翟": "zhai", "召": "shao", "薄": "bo",
    "祭": "zhai", "阚": "kan", "郇": "xun", "隗": "wei", "乜": "nie", "佴": "nai", "卜": "bu",
    "都": "du", "炅": "gui", "句": "gou", "粘": "nian",
}  # fmt: skip
_DOUBLE_SURNAMES = {
    "万俟": ("mo", "qi"), "单于": ("chan", "yu"), "尉迟": ("yu", "chi"), "令狐": ("ling", "hu"),
    "长孙": ("zhang", "sun"), "澹台": ("tan", "tai"),
}  # fmt: skip
_JOINT = "\n"
_MOST_COMBINATIONS = 512
"""Of a stretch: more come together only where no name is."""

_LONGEST_WORD = 5

# Legal forms are in nearly every name and are read in one way only.
_FIXED = ("有限责任公司", "股份有限公司", "有限公司", "分公司", "公司")


@cache
def of_character(character: str) -> tuple[str, ...]:
    """Every reading of a character, without tones, ü as v; the character itself if it has none."""
    from pypinyin.constants import PINYIN_DICT

    listed = PINYIN_DICT.get(ord(character), "")
    return tuple(dict.fromkeys(_toneless(tone) for tone in listed.split(",") if tone)) or (
        character,
    )


def likely(name: str, *, person: bool = False) -> tuple[str, ...]:
    """The likely reading of each character: by known words, a person's surname as a surname.

    The words are the library's; its own function for this takes much longer.

    Args:
        name: hanzi, letters and digits; every character that is no hanzi stands for itself.
        person: whether it is a person's name.
    """
    from pypinyin.constants import PHRASES_DICT

    read = list(_surname(name)) if person else []
    while len(read) < len(name):
        rest = name[len(read) : len(read) + _LONGEST_WORD]
        word = next((w for w in _beginnings(rest) if w in PHRASES_DICT), "")
        read += [_toneless(tones[0]) for tones in PHRASES_DICT.get(word, ())] or [
            of_character(rest[0])[0]
        ]
    return tuple(read)


def every(name: str, *, person: bool = False) -> list[tuple[str, ...]]:
    """For each character its readings, the likely one first."""
    first = likely(name, person=person)
    fixed = _fixed_places(name)
    return [
        (syllable,)
        if place in fixed
        else tuple(dict.fromkeys((syllable, *of_character(character))))
        for place, (character, syllable) in enumerate(zip(name, first, strict=True))
    ]


def covering(readings: Sequence[Sequence[str]], most: int, stretch: int) -> list[str]:
    """Readings of a whole name in which every stretch of it is found under every reading.

    All combinations of a long name are thousands of texts. A person types a stretch of it, so
    first come lines in which neighbouring polyphones meet in every combination: the k-th one
    takes its reading by the digit of the line's number that k modulo n names, so that any n in a
    row run through all of theirs. Then come the stretches that those lines have missed.

    Args:
        readings: for each character its readings, the likely one first.
        most: most whole lines; n is as large as this allows.
        stretch: characters in a row of which no combination may be missing.

    Returns:
        Distinct lines, the first made of the likely readings.
    """
    if all(len(some) == 1 for some in readings):
        return ["".join(some[0] for some in readings)]
    lines = _whole_lines(readings, most)
    known = _JOINT.join(lines)
    for start in range(max(1, len(readings) - stretch + 1)):
        window = readings[start : start + stretch]
        if prod(map(len, window)) <= _MOST_COMBINATIONS:
            missed = [text for text in map("".join, product(*window)) if text not in known]
            lines += missed
            known = _JOINT.join((known, *missed))
    return lines


def _whole_lines(readings: Sequence[Sequence[str]], most: int) -> list[str]:
    """The lines of a whole name, at most `most` unless one character has more readings."""
    polyphones = [place for place, some in enumerate(readings) if len(some) > 1]
    bases = _bases([len(readings[place]) for place in polyphones], most)
    lines = []
    for digits in product(*map(range, bases)):
        line = [some[0] for some in readings]
        for k, place in enumerate(polyphones):
            line[place] = readings[place][digits[k % len(bases)] % len(readings[place])]
        lines.append("".join(line))
    return list(dict.fromkeys(lines))


def _bases(counts: Sequence[int], most: int) -> list[int]:
    """The bases of the digits of a line's number: for as many polyphones in a row as fit."""
    chosen: list[int] = []
    for width in range(1, len(counts) + 1):
        bases = [max(counts[k::width]) for k in range(width)]
        if width > 1 and prod(bases) > most:
            break
        chosen = bases
    return chosen


@cache
def _toneless(syllable: str) -> str:
    """A syllable without its tone: zhòng as zhong, lǚ as lv."""
    from pypinyin.contrib.tone_convert import to_normal

    return str(to_normal(syllable, v_to_u=False))


def _beginnings(text: str) -> list[str]:
    """The words that a text may begin with, the longest first."""
    return [text[:length] for length in range(len(text), 1, -1)]


def _surname(name: str) -> tuple[str, ...]:
    """The readings of a person's surname, where it is one that is read in its own way."""
    if len(name) > 2 and name[:2] in _DOUBLE_SURNAMES:
        return _DOUBLE_SURNAMES[name[:2]]
    return (_SURNAMES[name[0]],) if len(name) > 1 and name[0] in _SURNAMES else ()


def _fixed_places(name: str) -> set[int]:
    """The places of characters that belong to a legal form."""
    places: set[int] = set()
    for form in _FIXED:
        at = name.find(form)
        if at >= 0:
            places.update(range(at, at + len(form)))
    return places

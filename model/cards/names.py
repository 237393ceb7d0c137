"""Names of people and firms: written one way, and warned of rather than refused.

domain.md §2.8 wants Chinese, letters and `·` in a person's name; real lists hold 王总(采购),
O'Reilly, Jean-Luc and J. Smith, all of which somebody needs to find again.
"""

from __future__ import annotations

import re
import unicodedata

from model.cards.characters import half_width_brackets, half_width_letters, one_line
from model.cards.checked import Checked, warned

_DOTS = re.compile(r"(?<=[^\W\d_])\s*[•・‧∙⋅･·․]\s*(?=[^\W\d_])")
_HAN_POINT = re.compile(r"(?<=[\u3400-\u9fff])[.．](?=[\u3400-\u9fff])")
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_BETWEEN = frozenset("· -'’.")
_LONGEST_SPACED = 4


def person_name(text: str) -> Checked:
    """Read a person's name; a middle dot of any kind becomes `·`, 张　三 becomes 张三."""
    name = half_width_letters(one_line(text))
    name = _closed_up(_HAN_POINT.sub("·", _DOTS.sub("·", one_line(name))))
    if not name:
        return Checked(None)
    return Checked(name) if _is_name(name) else warned(name, "name_characters")


def firm_name(text: str) -> Checked:
    """Read a firm's name: full-width letters, digits and brackets become half-width."""
    name = one_line(half_width_brackets(half_width_letters(text)))
    if not name:
        return Checked(None)
    if not any(character.isalpha() for character in name):
        return warned(name, "name_without_letters")
    return Checked(name)


def _closed_up(name: str) -> str:
    """A short Chinese name without the blanks that only align it with longer ones."""
    parts = name.split(" ")
    closed = "".join(parts)
    if len(closed) <= _LONGEST_SPACED and all(map(_HAN.fullmatch, parts)):
        return closed
    return name


def _is_name(name: str) -> bool:
    """Whether only letters stand in it, and what may stand between letters."""
    return name[0] not in _BETWEEN and all(
        character in _BETWEEN or unicodedata.category(character)[0] in "LM" or character == "〇"
        for character in name
    )

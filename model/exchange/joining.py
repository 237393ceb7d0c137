"""Names and addresses whose pieces stand in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from model.exchange.targets import CITY, COUNTRY, COUNTY, FAMILY, GIVEN, STATE, STREET

_HAN = re.compile(r"[\u3400-\u9fff]")
_FROM_LARGE = (COUNTRY, STATE, CITY, COUNTY, STREET)
_FROM_SMALL = (STREET, "", COUNTY, CITY, STATE, COUNTRY)


def joined(pieces: Mapping[str, str]) -> str:
    """The pieces of a name or an address as one text.

    Args:
        pieces: part -> text; empty texts are passed over.
    """
    texts = {part: text.strip() for part, text in pieces.items() if text.strip()}
    if texts.keys() & {GIVEN, FAMILY}:
        return _name(texts)
    return _address(texts)


def _name(texts: Mapping[str, str]) -> str:
    """张三 and John Smith: the family name stands where the language puts it."""
    given, family = texts.get(GIVEN, ""), texts.get(FAMILY, "")
    if _HAN.search(given + family):
        return family + given
    return f"{given} {family}".strip()


def _address(texts: Mapping[str, str]) -> str:
    """From large to small without signs in Chinese, from small to large with commas elsewhere."""
    whole = texts.get(STREET, "") or texts.get("", "")
    if _HAN.search("".join(texts.values())):
        before = ""
        for part in _FROM_LARGE[:-1]:
            text = texts.get(part, "")
            # Many write the city in the address once more: 苏州市 | 苏州市相城区工业路84号.
            if text and text not in whole and text not in before and text != "中国":
                before += text
        return before + whole
    return ", ".join(texts[part] for part in _FROM_SMALL if part in texts)

"""Marking texts for translation, and looking them up without Qt.

The source language is English; `resources/i18n/zh_CN.ts` is the complete Chinese catalogue and
`en.ts` holds English plurals. The window and the command line read the same files.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from importlib.resources import files

Words = Callable[[str, str], str]
"""A function (context, English text) -> text in the reader's language."""

LANGUAGES = ("zh", "en")
_FILES = {"zh": "zh_CN.ts", "en": "en.ts"}


def mark(context: str, text: str) -> str:
    """Mark a text for the catalogue (as QT_TRANSLATE_NOOP does) and return it unchanged."""
    del context
    return text


@cache
def catalogue(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read one catalogue.

    Args:
        language: `zh` or `en`.

    Returns:
        (context, source) -> its translations: one text, or one per plural form.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    text = files("resources").joinpath("i18n", _FILES[language]).read_text(encoding="utf-8")
    for part in ET.fromstring(text).iter("context"):
        context = part.findtext("name") or ""
        for message in part.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in {"vanished", "obsolete"}:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms or [translation.text or ""])
            if any(texts):
                found[context, message.findtext("source") or ""] = texts
    return found


def words_in(language: str) -> Words:
    """The lookup of one language; a text without an entry stays English."""
    entries = catalogue(language)

    def words(context: str, text: str) -> str:
        return entries.get((context, text), (text,))[0]

    return words


def language_spoken(words: Words) -> str:
    """The language of a lookup, told by one of its texts.

    A lookup cannot be handed to another process, its language can.
    """
    return "zh" if words("Print", ", ") == "、" else "en"

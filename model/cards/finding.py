"""Finding cards: names compared without their ornaments, and the key that the filter box reads.

A card's key is one text of lower-case letters, digits and hanzi without blanks or signs, its
parts on lines of their own. What is typed is folded in the same way and split at blanks; a card
is found when every term stands somewhere in its key, so the answer is that of a plain scan. The
separator is in no term, hence no match runs from one part into the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from model.cards import readings
from model.cards.phones import digits_of
from model.cards.places import is_place, without_place

SEPARATOR = "\n"
LONGEST_INITIALS = 12
LONGEST_KEY = 2400
"""Characters of a key; parts that no longer fit are left out, the least likely readings first."""

# Whole readings of a name, and the stretch of it in which none is missing.
_FULL = {"most": 8, "stretch": 4}
_INITIALS = {"most": 8, "stretch": 6}
_LEGAL_FORM = re.compile(
    "(?:股份)?有限(?:责任)?公司|股份公司|个体工商户|(?:特殊)?(?:普通|有限)合伙(?:企业)?"
    "|个人独资(?:企业)?"
)
_BRACKETED = re.compile(r"[(\[{【〔〖]([^()\[\]{}【】〔〕〖〗]*)[)\]}】〕〗]")
_ENDING = re.compile("(?:公司|厂|店)$")
_HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_COUNTRY_CODE = re.compile(r"^(?:(?:\+|00)86|86(?=1[3-9]\d{9}$))")


def folded(text: str) -> str:
    """A text as it is searched: half-width, small letters, no blanks, no signs."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, wide))


def normalised_name(name: str, *, person: bool = False) -> str:
    """A name by which duplicates are known; never empty for a name that is not.

    Without case, width, blanks and signs; a firm's also without legal form, 厂 or 店 at the end,
    and the province, city and district before it or in brackets. After a change of this rule a
    migration compares the names of old cabinets anew, as 0004 does.

    Args:
        name: the full name.
        person: whether it is a person's, of which nothing is taken off.
    """
    key = (folded(name) if person else _folded_firm(name)) or "".join(name.split())
    while not person and (shorter := _without_ornaments(key)) != key:
        key = shorter
    return key


def _folded_firm(name: str) -> str:
    """A firm's name folded, without places in brackets: 恒运（成都）有限公司."""
    wide = unicodedata.normalize("NFKC", name)
    bare = _BRACKETED.sub(lambda found: "" if is_place(folded(found[1])) else found[0], wide)
    return folded(bare) or folded(name)


def initials(name: str, *, person: bool = False) -> str:
    """The mnemonic of a name: capital pinyin initials, at most 12: 恒运配件 gives HYPJ.

    Letters and digits inside a Chinese name stay; of a foreign name each word gives one letter.
    """
    wide = unicodedata.normalize("NFKC", name)
    if not _HAN.search(wide):
        letters = "".join(word[0] for word in re.findall(r"[^\W_]+", _plain_letters(wide)))
    else:
        bare = "".join(filter(str.isalnum, _plain_letters(wide)))
        letters = "".join(syllable[:1] for syllable in readings.likely(bare, person=person))
    return letters.upper()[:LONGEST_INITIALS]


def search_key(
    *,
    card_no: str = "",
    legacy_no: str = "",
    name: str = "",
    short_name: str = "",
    mnemonic: str = "",
    phones: Iterable[str] = (),
    people: Iterable[str] = (),
    person: bool = False,
) -> str:
    """Everything by which the filter box finds a card, as one text.

    Args:
        card_no: the card's or draft's number.
        legacy_no: the old paper number.
        name: the full name.
        short_name: the short name.
        mnemonic: as it stands on the card, typed or made.
        phones: all numbers of the card and its contacts.
        people: names of contacts, legal representative, owner and the like.
        person: whether the customer himself is a person, so that his surname is read as one.

    Returns:
        Parts parted by `SEPARATOR`, the surest first, at most `LONGEST_KEY` characters.
    """
    firms = [part for part in (name, short_name) if part]
    persons = list(dict.fromkeys(part for part in people if part))
    parts = [folded(text) for text in (card_no, legacy_no, *firms, mnemonic, *persons)]
    parts += [digits_of(phone) for phone in phones]
    written = [_written(text, person=person) for text in firms]
    written += [_written(text, person=True) for text in persons]
    # First the likely reading of each name, then the others, so that a bound cuts the unlikely.
    parts += [line for lines in written for line in lines[:2]]
    parts += [line for lines in written for line in lines[2:]]
    return _bounded(parts)


def query_key(text: str) -> tuple[str, ...]:
    """The terms of what is typed: every one of them must be found."""
    terms = (folded(_COUNTRY_CODE.sub("", word)) for word in _words(text))
    return tuple(dict.fromkeys(term for term in terms if term))


def matches(key: str, terms: Sequence[str]) -> bool:
    """Whether a card of this key is found by these terms; without a term every card is."""
    for term in terms:  # noqa: SIM110 (all() with a generator takes twice as long)
        if term not in key:
            return False
    return True


def matching(keys: Sequence[str], terms: Sequence[str]) -> list[int]:
    """The places of the keys that match, in order; as `matches`, but fast over a whole list."""
    found = list(range(len(keys)))
    for term in sorted(terms, key=len, reverse=True):
        found = [place for place in found if term in keys[place]]
    return found


def _words(text: str) -> list[str]:
    """What is typed, half-width, at its blanks; `+86` standing alone belongs to what follows."""
    wide = unicodedata.normalize("NFKC", text)
    return re.sub(r"((?:\+|\b00)86)\s+", r"\1", wide).split()


def _without_ornaments(key: str) -> str:
    """A firm's name without one layer of legal form, ending and place."""
    bare = _LEGAL_FORM.sub("", key) or key
    return without_place(_ENDING.sub("", bare) or bare)


def _plain_letters(text: str) -> str:
    """Latin letters without their marks: Gonçalves as Goncalves."""
    parts = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _written(name: str, *, person: bool) -> tuple[str, ...]:
    """The ways to write a name in letters: likely full pinyin and initials, then the others."""
    bare = folded(name)
    plain = folded(_plain_letters(name))
    if not _HAN.search(bare):
        return (plain,) if plain != bare else ()
    syllables = readings.every(bare, person=person)
    full = readings.covering(syllables, **_FULL)
    firsts = [tuple(dict.fromkeys(reading[:1] for reading in some)) for some in syllables]
    short = readings.covering(firsts, **_INITIALS)
    return (short[0], full[0], *short[1:], *full[1:])


def _bounded(parts: Iterable[str]) -> str:
    """Distinct parts that are not within one another, as one text of bounded length."""
    kept: list[str] = []
    key = ""
    for part in parts:
        if part and part not in key and len(key) + len(part) < LONGEST_KEY:
            kept.append(part)
            key = SEPARATOR.join(kept)
    return key

"""What a card's row holds besides what was typed: keys for finding, completeness, class."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from model.cards.contents import Contents, completeness_of, missing_of
from model.cards.definition import CardKind
from model.cards.finding import initials, normalised_name, search_key
from model.cards.numbering import INTERRUPTED, PROSPECTS

_FOUND_BY = frozenset(
    {"card_no", "draft_no", "legacy_no", "full_name", "short_name", "mnemonic"}
    | {"phone", "mobile", "fax"}
)

_FINDS_CONTACT = (".name", ".mobile", ".phone")


def derived_columns(contents: Contents, changed: Collection[str] = _FOUND_BY) -> dict[str, Any]:
    """The columns to write beside a card's values.

    Args:
        contents: the card as it will stand, `card_no` or `draft_no` among its values.
        changed: the paths that were changed; the keys for finding are made anew only for those
            they come from.
    """
    columns = {
        "completeness": completeness_of(contents).tenths,
        "incomplete": bool(missing_of(contents)),
    }
    return columns | _keys(contents) if any(map(_finds, changed)) else columns


def _finds(path: str) -> bool:
    """Whether a card is found by what this path names."""
    return path in _FOUND_BY or (path.startswith("contacts#") and path.endswith(_FINDS_CONTACT))


def _keys(contents: Contents) -> dict[str, str]:
    """By what the card is found, and by what a duplicate is known."""
    values = contents.values
    person = contents.kind is CardKind.INDIVIDUAL
    name = str(values.get("full_name") or "")
    contacts = contents.children.get("contacts", ())
    return {
        "name_key": normalised_name(name, person=person) if name else "",
        "search_key": search_key(
            card_no=str(values.get("card_no") or values.get("draft_no") or ""),
            legacy_no=str(values.get("legacy_no") or ""),
            name=name,
            short_name=str(values.get("short_name") or ""),
            mnemonic=str(values.get("mnemonic") or ""),
            phones=_phones(values, contacts),
            people=[str(row["name"]) for row in contacts if row.get("name")],
            person=person,
        ),
    }


def _phones(values: dict[str, Any], contacts: Any) -> list[str]:
    """Every number by which the customer may be asked for."""
    own = [values.get(name) for name in ("phone", "mobile", "fax")]
    theirs = [row.get(name) for row in contacts for name in ("mobile", "phone")]
    return [str(number) for number in (*own, *theirs) if number]


def first_columns(values: dict[str, Any], kind: CardKind) -> dict[str, Any]:
    """What the program fills on a new card: mnemonic, class and secrecy (domain.md §2.2)."""
    status = values.get("relationship_status") or "current"
    name = str(values.get("short_name") or values.get("full_name") or "")
    klass = values.get("abc_class") or class_for(status, None)
    mnemonic = values.get("mnemonic") or initials(name, person=kind is CardKind.INDIVIDUAL)
    return {
        "relationship_status": status,
        "abc_class": klass,
        "secrecy": secrecy_for(klass, bool(values.get("is_key_account"))),
        "mnemonic": mnemonic or None,
    }


def class_for(status: str, abc_class: str | None) -> str:
    """潜 for prospects, 新 for whom just became a customer; 中断 and 放弃 keep theirs."""
    if status in PROSPECTS:
        return "P"
    if status in INTERRUPTED and abc_class:
        return abc_class
    return "N" if abc_class in {None, "P"} else str(abc_class)


def secrecy_for(abc_class: str | None, is_key_account: bool) -> str:
    """The secrecy a card has by default."""
    if is_key_account:
        return "secret"
    return "confidential" if abc_class == "A" else "internal"

"""The facts of an error or a problem as words: times, people, states, lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from model.sentences.names import ACTS, KINDS, ROLES, STATES, field_label, role_name
from model.words import Words, mark


class Given(dict[str, str]):
    """Values of a sentence; one that was not given shows as a dash, never as a traceback."""

    def __missing__(self, key: str) -> str:
        return "—"


def fact_words(name: str, value: object, words: Words) -> str:
    """One fact as words; `name` tells what kind of fact it is."""
    if name == "may" and isinstance(value, Sequence):
        joint = words("Errors", mark("Errors", ", "))
        roles = joint.join(role_name(role, words) for role in value)
        return roles or words("Errors", mark("Errors", "nobody"))
    if name in {"fields", "card_nos"} and isinstance(value, Sequence):
        joint = words("Errors", ", ")
        return joint.join(field_label(str(part), words) for part in value)
    if name in {"overdue", "missing"} and isinstance(value, Sequence):
        joint = words("Errors", ", ")
        return joint.join(map(str, value)) or words("Errors", mark("Errors", "none"))
    if name == "cards" and isinstance(value, Sequence):
        return "\n".join(_card_away(card, words) for card in value)
    return _single(name, value, words)


def _card_away(card: Mapping[str, object], words: Words) -> str:
    """One card that cannot go out: its state, and who has it since when."""
    if card.get("since"):
        pattern = mark("Errors", "{card_no}: {state}, {holder} since {since}")
    elif card.get("holder"):
        pattern = mark("Errors", "{card_no}: {state}, for {holder}")
    else:
        pattern = mark("Errors", "{card_no}: {state}")
    told = {name: fact_words(name, value, words) for name, value in card.items()}
    return words("Errors", pattern).format_map(Given(told))


def _single(name: str, value: object, words: Words) -> str:
    """A fact that is one thing."""
    text = str(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if name == "holder" and not text:
        return words("Errors", "nobody")
    tables = {
        "role": ("Role", ROLES),
        "act": ("Act", ACTS),
        "state": ("CustodyState", STATES),
        "kind": ("Kind", KINDS),
    }
    if name in tables:
        context, names = tables[name]
        return words(context, names.get(text, text))
    return field_label(text, words) if name == "field" else text

"""An approval in words: what was asked for, with its facts, for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from model.sentences.names import ACTS, field_label, state_name
from model.words import Words, mark

if TYPE_CHECKING:
    from model.cards.asking import ApprovalView

_LABELS: dict[str, str] = {
    "cards": mark("ApprovalFact", "Number of cards"),
    "take": mark("ApprovalFact", "Facts taken over from the other card"),
}
_PATHS = frozenset({"take", "fields"})
# Sets of columns that an export has by one name, as its window offers them.
_SETS: dict[str, str] = {
    "list": mark("FieldPicker", "Short list: number, name, class, rep, address, telephone"),
    "import": mark("FieldPicker", "All that the import reads back"),
    "all": mark("FieldPicker", "All that you may have on paper"),
}
_EVERY_CARD = mark("ApprovalFact", "every card that may be exported")
_SOME_CARDS = mark("ApprovalFact", "{count} cards: {numbers}")
_NUMBERS_TOLD = 5
# What only programs compare.
_HIDDEN = frozenset({"digest", "what"})


def right_words(view: ApprovalView, words: Words) -> str:
    """What the approval lets happen, in a few words."""
    return words("Act", ACTS[view.right.value])


def state_words(view: ApprovalView, words: Words) -> str:
    """How far it has come."""
    return state_name(view.state.value, words)


def facts_in_words(facts: Mapping[str, str], words: Words) -> list[tuple[str, str]]:
    """What else is asked for: label and text of each fact, in order.

    Facts that only tell two requests apart are left out.
    """
    joint = words("Errors", ", ")
    found = []
    for name, text in facts.items():
        if name in _HIDDEN or not text:
            continue
        label = (
            words("ApprovalFact", _LABELS[name]) if name in _LABELS else field_label(name, words)
        )
        if name in _PATHS:
            text = joint.join(_column(path.strip(), words) for path in text.split(","))
        elif name == "filter":
            text = _cards_of(text, words)
        found.append((label, text))
    return found


def _column(name: str, words: Words) -> str:
    """A column, or a set of columns, of an export."""
    return words("FieldPicker", _SETS[name]) if name in _SETS else field_label(name, words)


def _cards_of(text: str, words: Words) -> str:
    """Which cards an export is about, as `model.exchange.export_orders.facts_of` writes it.

    Of many numbers the first few are enough: nobody reads two thousand, and the program compares
    them all.
    """
    if text == "*":
        return words("ApprovalFact", _EVERY_CARD)
    count, colon, listed = text.partition(": ")
    if not (colon and count.isdigit()):
        return text
    numbers = listed.split(", ")
    told = words("Errors", ", ").join(numbers[:_NUMBERS_TOLD])
    more = " …" if int(count) > _NUMBERS_TOLD else ""
    return words("ApprovalFact", _SOME_CARDS).format(count=f"{int(count):,}", numbers=told + more)

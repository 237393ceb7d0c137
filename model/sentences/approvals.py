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
            text = joint.join(field_label(path.strip(), words) for path in text.split(","))
        found.append((label, text))
    return found

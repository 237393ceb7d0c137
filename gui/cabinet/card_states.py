"""Where a card is, in words and in a colour; never in a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gui import theme
from gui.translators import words
from model.sentences.names import state_name
from model.words import mark

_FILED_COLOURS = {"in_cabinet": "home", "reserved": "home", "out": "out", "overdue": "overdue"}
_STAMPED = frozenset({"draft", "out", "overdue", "lost", "sealed", "void"})
_NEW = mark("CardForm", "not saved yet")
_WITH_HOLDER = mark("CardForm", "{state} · {holder}")


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state as it is shown."""

    text: str
    colour: str


def state_look(state: str, stage: str, holder: str) -> StateLook:
    """A card's state with its holder, or a draft's stage."""
    name = _name(state, stage)
    colours = theme.colours()
    colour = getattr(colours, _FILED_COLOURS.get(state, "faint"))
    if state == "draft":
        colour = colours.overdue if stage == "returned" else colours.out
    if not holder or state not in {"out", "overdue"}:
        return StateLook(name, colour)
    text = words("CardForm", _WITH_HOLDER).format(state=name, holder=holder)
    return StateLook(text, colour)


def new_look() -> StateLook:
    """A card that nobody has saved."""
    return StateLook(words("CardForm", _NEW), theme.colours().out)


def stamp(state: str, stage: str, holder: str, due_at: datetime | None) -> str:
    """The large stamp on the paper, such as 借出 李明 03-16; empty for a card that is home."""
    if state not in _STAMPED:
        return ""
    day = f"{due_at:%m-%d}" if due_at is not None and holder else ""
    return " ".join(part for part in (_name(state, stage), holder, day) if part)


def _name(state: str, stage: str) -> str:
    return state_name(
        stage if state == "draft" and stage in {"returned", "passed"} else state, words
    )

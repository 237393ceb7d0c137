"""The history played back: what stood on a card after any of its changes (修订记录).

What has a history is what people type, rows included, and the class and secrecy that follow from
it. Numbers, places, dates of filing, counters and what is computed from other cells have none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from model.cards.contents import Contents
from model.cards.definition import CardKind
from model.cards.fields import fields_of
from model.cards.reasons import TICKED
from model.cards.revisions import as_text
from model.cards.rows import values_of_rows

FOLLOWING = frozenset({"abc_class", "secrecy"})
"""What follows from other cells and is told all the same."""
# A tick stands beside its value and is told in a line of its own.
_CAN_BE_TICKED = frozenset({"uscc"})


class RevisionLine(NamedTuple):
    """What playing back needs of a line of the history.

    Attributes:
        version: the version that the change made.
        field: path of what was changed; empty for the line that opened the card.
        new: what stands there since, None for nothing; of the opening line all values as JSON.
    """

    version: int
    field: str
    new: str | None


TOLD: dict[CardKind, frozenset[str]] = {
    kind: frozenset(
        field.identifier
        for field in fields_of(kind)
        if (field.editable and not field.fixed_once_filed) or field.identifier in FOLLOWING
    )
    for kind in CardKind
}
"""Identifiers of the fields whose changes the history tells; columns of rows are told all."""


def replay(lines: Iterable[RevisionLine], until: int | None = None) -> dict[str, str]:
    """What the history says stands on the card.

    Args:
        lines: the card's lines, oldest first.
        until: the version whose state is asked for; None for the newest.

    Returns:
        Path -> value as the history keeps it; what is empty, or was cleared on request, is absent.
    """
    found: dict[str, str] = {}
    for line in lines:
        if until is not None and line.version > until:
            break
        _apply(found, line)
    return found


def states(lines: Iterable[RevisionLine]) -> Iterator[dict[str, str]]:
    """What stood on the card after each change, oldest first; as `replay`."""
    found: dict[str, str] = {}
    for _, together in groupby(lines, key=lambda line: line.version):
        for line in together:
            _apply(found, line)
        yield dict(found)


def _apply(found: dict[str, str], line: RevisionLine) -> None:
    """Write one line over what stood before, in place."""
    if not line.field:
        first: dict[str, str | None] = json.loads(line.new or "{}")
        found.update(
            (path, text)
            for path, text in first.items()
            if text is not None and not is_tick(path, text)
        )
    elif line.new is None:
        found.pop(line.field, None)
    elif not is_tick(line.field, line.new):
        found[line.field] = line.new


def told_only(kind: CardKind, values: Mapping[str, str]) -> dict[str, str]:
    """Of what was played back, what `snapshot_of` tells: no numbers, dates of filing and so on."""
    told = TOLD[kind]
    return {path: text for path, text in values.items() if path in told or "#" in path}


def is_tick(path: str, text: str) -> bool:
    """Whether a line's text is the tick beside a value, and no value."""
    return text == TICKED and path in _CAN_BE_TICKED


def snapshot_of(contents: Contents) -> dict[str, str]:
    """What stands on a card of all that has a history, as `replay` tells it.

    Args:
        contents: the card.

    Returns:
        Path -> value as the history keeps it, explicit answers included.
    """
    told = TOLD[contents.kind]
    answers = {
        name: answer
        for name, answer in contents.explicit.items()
        if name in told and answer != TICKED
    }
    values = {name: value for name, value in contents.values.items() if name in told}
    everything = {**answers, **values, **values_of_rows(contents.children)}
    return {path: text for path, value in everything.items() if (text := as_text(value))}

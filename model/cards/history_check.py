"""Whether each card is what its history tells; `verify` walks it over all cards.

Rows are read as the engine gives them and many cards at a time: through the tables' own objects
ten thousand cards would take a minute.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from peewee import chunked

from model.cards.contents import names_of_districts, names_of_people
from model.cards.definition import CardKind, Storage, storage_kind
from model.cards.fields import STORED
from model.cards.paths import COLUMNS, column_path
from model.cards.reasons import TICKED
from model.cards.replay import FOLLOWING, TOLD, RevisionLine, replay, told_only
from model.cards.rows import STORED_COLUMNS
from model.cards.tables import CHILDREN, CustomerCard, Revision
from model.office.invariants import Fault
from model.storage.rows import bare_rows, rows_of

_AT_ONCE = 500
_NAMED = 3
_FIELDS = tuple(name for name in STORED if any(name in told for told in TOLD.values()))
_ROW_STORAGE: dict[str, tuple[tuple[str, Storage], ...]] = {
    table: tuple(
        (name, storage)
        for name in columns
        if (storage := storage_kind(COLUMNS[table][name])) is not None
    )
    for table, columns in STORED_COLUMNS.items()
}


@dataclass
class _Card:
    """A card as it stands, and as its history tells it.

    Attributes:
        ref: card or draft number.
        kind: company or individual.
        partial: its opening line does not name everything.
        stands: path -> text of what stands on it.
        lines: its history, oldest first.
    """

    ref: str
    kind: CardKind
    partial: bool
    stands: dict[str, str]
    lines: list[RevisionLine] = field(default_factory=list)


def history_faults() -> Iterator[Fault]:
    """Every card that is not what its history tells.

    Yields:
        (code, facts): the card's number and the first paths that differ, never their values.
    """
    names = _Names(names_of_people(), names_of_districts())
    ids = [card_id for (card_id,) in rows_of(CustomerCard.select(CustomerCard.id))]
    for batch in chunked(sorted(ids), _AT_ONCE):
        keys = list(batch)
        for card in _read(keys, names).values():
            wrong = _differences(card)
            if wrong:
                yield "card_history", {"ref": card.ref, "fields": ", ".join(wrong[:_NAMED])}


@dataclass(frozen=True)
class _Names:
    """Names by key."""

    people: Mapping[int, str]
    districts: Mapping[int, str]

    def text(self, storage: Storage, value: Any) -> str:
        """A bare value as the history keeps it."""
        if storage is Storage.DECIMAL:
            return str(Decimal(value).scaleb(-2))
        if storage is Storage.BOOLEAN:
            return str(bool(value))
        if storage is Storage.PERSON:
            return self.people.get(value, "")
        return self.districts.get(value, "") if storage is Storage.DISTRICT else str(value)


def _read(ids: Sequence[int], names: _Names) -> dict[int, _Card]:
    """Cards with their rows and histories: all whose keys lie between the first and the last."""
    cards = _own_rows(ids, names)
    for table in CHILDREN:
        _add_rows(table, ids, cards, names)
    lines = (
        Revision.select(Revision.card, Revision.version, Revision.field, Revision.new_value)
        .where(Revision.card.between(ids[0], ids[-1]))
        .order_by(Revision.id)
    )
    for card_id, *line in bare_rows(lines):
        cards[card_id].lines.append(RevisionLine(*line))
    return cards


def _own_rows(ids: Sequence[int], names: _Names) -> dict[int, _Card]:
    """The cards' own cells."""
    fields = CustomerCard._meta.fields
    query = CustomerCard.select(
        CustomerCard.id,
        CustomerCard.card_no,
        CustomerCard.draft_no,
        CustomerCard.customer_kind,
        CustomerCard.history_partial,
        CustomerCard.explicit,
        *(fields[name] for name in _FIELDS),
    ).where(CustomerCard.id.between(ids[0], ids[-1]))
    found = {}
    for card_id, card_no, draft_no, kind, partial, explicit, *values in bare_rows(query):
        told = TOLD[CardKind(kind)]
        stands = {
            name: answer
            for name, answer in json.loads(explicit).items()
            if name in told and answer != TICKED
        }
        for name, value in zip(_FIELDS, values, strict=True):
            if value is not None and name in told:
                stands[name] = names.text(STORED[name].storage, value)
        found[card_id] = _Card(card_no or draft_no, CardKind(kind), bool(partial), stands)
    return found


def _add_rows(table: str, ids: Sequence[int], cards: Mapping[int, _Card], names: _Names) -> None:
    """The cells of one child table; an empty box is an empty cell."""
    kept, columns = CHILDREN[table], _ROW_STORAGE[table]
    query = kept.select(
        kept.card, kept.row_no, *(kept._meta.fields[name] for name, _ in columns)
    ).where(kept.card.between(ids[0], ids[-1]))
    for card_id, number, *values in bare_rows(query):
        stands = cards[card_id].stands
        for (name, storage), value in zip(columns, values, strict=True):
            if value is not None and not (storage is Storage.BOOLEAN and not value):
                stands[column_path(table, number, name)] = names.text(storage, value)


def _differences(card: _Card) -> list[str]:
    """The paths whose cells are not what the history tells."""
    told = told_only(card.kind, replay(card.lines))
    if told == card.stands:
        return []
    paths = told.keys() | card.stands.keys()
    if card.partial:
        paths &= _mentioned(card.lines)
    return sorted(path for path in paths if _differ(told.get(path), card.stands.get(path)))


def _mentioned(lines: Sequence[RevisionLine]) -> set[str]:
    """What a history tells of that does not begin at the beginning."""
    found = {line.field for line in lines}
    for line in lines:
        if not line.field:
            first = json.loads(line.new or "{}")
            found |= {path for path, text in first.items() if text != TICKED}
    return found - FOLLOWING


def _differ(told: str | None, stands: str | None) -> bool:
    """Whether two texts mean different things: 60 and 60.00 do not."""
    if told == stands or told is None or stands is None:
        return told != stands
    try:
        return Decimal(told) != Decimal(stands)
    except InvalidOperation:
        return True

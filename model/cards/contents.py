"""What stands on a card: from its row to values people know, and what follows from them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from model.cards.completeness import Completeness, completeness
from model.cards.conditions import missing_required
from model.cards.contact_rules import has_mobile, in_order
from model.cards.definition import CardKind, Kind
from model.cards.fields import CHILD_TABLES, STORED
from model.cards.tables import CHILDREN, CustomerCard
from model.office.tables import Person

PEOPLE = ("rep", "filled_by", "reviewed_by")
Rows = tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Contents:
    """Everything on a card, whoever asks.

    Attributes:
        kind: company or individual.
        values: value by identifier; empty cells are absent; people and district by name.
        explicit: identifier -> `none`, `not_applicable`, or `checked` for a ticked warning.
        children: rows of the child tables by the first part of their layout path.
    """

    kind: CardKind
    values: dict[str, Any]
    explicit: dict[str, str]
    children: dict[str, Rows] = field(default_factory=dict)


def contents_of(card: CustomerCard) -> Contents:
    """Read a card with its child tables."""
    return Contents(
        CardKind(card.customer_kind), values_of(card), json.loads(card.explicit), children_of(card)
    )


def values_of(card: CustomerCard) -> dict[str, Any]:
    """The filled cells of a card's own row."""
    data = card.__data__
    values = {name: data[name] for name in STORED if data.get(name) is not None}
    for name in PEOPLE:
        person = getattr(card, name)
        if person is not None:
            values[name] = person.name
    if card.district is not None:
        values["district"] = card.district.name
    return values


def children_of(card: CustomerCard) -> dict[str, Rows]:
    """The rows of every child table in order."""
    return {name: _rows(name, card) for name in CHILDREN}


def _rows(name: str, card: CustomerCard) -> Rows:
    """The rows of one child table, by identifier."""
    table = CHILDREN[name]
    rows = table.select().where(table.card == card.id).order_by(table.position, table.id).dicts()
    several = {column.identifier for column in CHILD_TABLES[name] if column.kind is Kind.CHOICES}
    return tuple(_row(row, several) for row in rows)


def _row(row: dict[str, Any], several: set[str]) -> dict[str, Any]:
    """One row without its keys; lists of choices apart, and the observer by name."""
    shown = {
        name: tuple(value.split(",")) if name in several and value else value
        for name, value in row.items()
        if name not in {"id", "card", "position"} and value is not None
    }
    if "observed_by" in shown:
        shown["observed_by"] = Person.get_by_id(shown["observed_by"]).name
    return shown


def completeness_of(contents: Contents) -> Completeness:
    """How complete a card is (domain.md §2.9)."""
    return completeness(
        contents.kind,
        {**contents.values, **contents.children},
        contents.explicit,
        contents.children.get("contacts", ()),
    )


def missing_of(contents: Contents) -> tuple[str, ...]:
    """The required fields that are empty."""
    primary = in_order(contents.children.get("contacts", ()))
    values = {**contents.values, **contents.children}
    return missing_required(contents.kind, values, contents.explicit, has_mobile(primary))

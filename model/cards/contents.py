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
from model.cards.rows import Rows as Rows
from model.cards.rows import in_paper_order, with_computed
from model.cards.tables import CHILDREN, CustomerCard
from model.office.tables import District, Person
from model.storage.prepared import Prepared

PEOPLE = ("rep", "filled_by", "reviewed_by")

_PEOPLE = Prepared(lambda _: Person.select(Person.id, Person.name))
_DISTRICTS = Prepared(lambda _: District.select(District.id, District.name))


def _children(table: Any) -> Prepared:
    """The rows of one child table of one card, in order."""
    return Prepared(lambda card: table.select().where(table.card == card).order_by(table.row_no))


_CHILDREN = {name: _children(table) for name, table in CHILDREN.items()}
_SEVERAL = {
    name: {column.identifier for column in CHILD_TABLES[name] if column.kind is Kind.CHOICES}
    for name in CHILDREN
}


@dataclass(frozen=True)
class Contents:
    """Everything on a card, whoever asks.

    Attributes:
        kind: company or individual.
        values: value by identifier; empty cells are absent; people and district by name.
        explicit: identifier -> `none`, `not_applicable`, or `checked` for a ticked warning.
        children: rows of the child tables by the first part of their layout path, as the paper
            shows them.
        next_row_no: number of the card's next row.
    """

    kind: CardKind
    values: dict[str, Any]
    explicit: dict[str, str]
    children: dict[str, Rows] = field(default_factory=dict)
    next_row_no: int = 1


def contents_of(card: CustomerCard) -> Contents:
    """Read a card with its child tables."""
    return Contents(
        CardKind(card.customer_kind),
        values_of(card),
        json.loads(card.explicit),
        children_of(card),
        card.next_row_no,
    )


def values_of(card: CustomerCard) -> dict[str, Any]:
    """The filled cells of a card's own row."""
    data = card.__data__
    values = {name: data[name] for name in STORED if data.get(name) is not None}
    names = names_of_people()
    values |= {name: names[values[name]] for name in PEOPLE if name in values}
    if "district" in values:
        values["district"] = names_of_districts()[values["district"]]
    return values


def names_of_people() -> dict[int, str]:
    """Everybody's name by key: one question for the few people of an office."""
    return dict(_PEOPLE().tuples())


def names_of_districts() -> dict[int, str]:
    """Every district's name by key."""
    return dict(_DISTRICTS().tuples())


def children_of(card: CustomerCard) -> dict[str, Rows]:
    """The rows of every child table, as the paper shows them."""
    rows = {name: in_paper_order(name, _rows(name, card.id)) for name in CHILDREN}
    return {**rows, "sales_history": with_computed(rows["sales_history"])}


def _rows(name: str, card_id: int) -> Rows:
    """The rows of one child table, by identifier; observers by name."""
    rows = tuple(_row(row, _SEVERAL[name]) for row in _CHILDREN[name](card_id).dicts())
    observed = [row for row in rows if "observed_by" in row]
    people = names_of_people() if observed else {}
    for row in observed:
        row["observed_by"] = people[int(row["observed_by"])]
    return rows


def _row(row: dict[str, Any], several: set[str]) -> dict[str, Any]:
    """One row with its number; lists of choices apart, no empty boxes."""
    return {
        name: tuple(value.split(",")) if name in several and value else value
        for name, value in row.items()
        if name not in {"id", "card"} and value is not None and value is not False
    }


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

"""The one definition of the customer card: every field of domain.md §2, found by name.

Storage, form, print, import mapping, checks, completeness and change history all come from
here. Adding a field touches one line of a table below and one migration.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.cards.child_fields import CHILD_TABLES
from model.cards.company_fields import COMPANY_FIELDS
from model.cards.definition import (
    CardKind,
    Field,
    Fresh,
    Kind,
    Need,
    Section,
    Storage,
    When,
    storage_kind,
)
from model.cards.head_fields import HEAD_FIELDS
from model.cards.individual_fields import INDIVIDUAL_FIELDS

__all__ = [
    "CHILD_TABLES",
    "STORED",
    "CardKind",
    "Column",
    "Field",
    "Fresh",
    "Kind",
    "Need",
    "Section",
    "Storage",
    "When",
    "field",
    "field_at",
    "fields_of",
    "has_field",
    "storage_kind",
]

_FIELDS: dict[CardKind, tuple[Field, ...]] = {
    CardKind.COMPANY: HEAD_FIELDS + COMPANY_FIELDS,
    CardKind.INDIVIDUAL: HEAD_FIELDS + INDIVIDUAL_FIELDS,
}
_BY_NAME: dict[CardKind, dict[str, Field]] = {
    kind: {found.identifier: found for found in fields} for kind, fields in _FIELDS.items()
}
_CHILD_BY_NAME: dict[str, dict[str, Field]] = {
    table: {found.identifier: found for found in columns} for table, columns in CHILD_TABLES.items()
}
_PATH = re.compile(r"(?P<table>\w+)(?:\[\d*\])?\.(?P<column>\w+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table `customer_card`, shared by the kinds of card that have the field.

    Attributes:
        identifier: the field's and the column's name.
        storage: how it is kept.
        longest: most characters of a text on any kind of card; 0 = not bounded by the definition.
    """

    identifier: str
    storage: Storage
    longest: int


def fields_of(kind: CardKind) -> tuple[Field, ...]:
    """All fields of one kind of card in the order of domain.md §2 (the paper's: `layout`)."""
    return _FIELDS[kind]


def field(kind: CardKind, identifier: str) -> Field:
    """One field of one kind of card.

    Raises:
        KeyError: that kind of card has no such field.
    """
    return _BY_NAME[kind][identifier]


def has_field(kind: CardKind, identifier: str) -> bool:
    """Whether that kind of card has the field."""
    return identifier in _BY_NAME[kind]


def field_at(kind: CardKind, path: str) -> Field:
    """The field of a path of the layout.

    Args:
        kind: the kind of card.
        path: an identifier, or a column of a child table such as `contacts[0].mobile`.

    Raises:
        KeyError: nothing of that name.
    """
    found = _PATH.fullmatch(path)
    if found is None:
        return field(kind, path)
    return _CHILD_BY_NAME[found["table"]][found["column"]]


def _columns() -> dict[str, Column]:
    """The union over both kinds of card; a text's column takes the longer of two limits."""
    columns: dict[str, Column] = {}
    for fields in _FIELDS.values():
        for found in fields:
            storage = storage_kind(found)
            if storage is not None:
                before = columns.get(found.identifier)
                longest = max(found.longest, before.longest if before else 0)
                columns[found.identifier] = Column(found.identifier, storage, longest)
    return columns


STORED: dict[str, Column] = _columns()
"""Every field that is a column of `customer_card`, by identifier, in the order of §2."""

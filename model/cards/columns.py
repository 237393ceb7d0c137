"""From the card's definition to its columns, so that no column is written down twice."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import BooleanField, CharField, DateField, DateTimeField, Field, IntegerField, TextField

from model.cards.definition import Field as CardField
from model.cards.definition import Storage, storage_kind
from model.storage.database import MoneyField, Table

_COLUMNS: dict[Storage, type[Field]] = {
    Storage.TEXT: TextField,
    Storage.INTEGER: IntegerField,
    Storage.DECIMAL: MoneyField,
    Storage.BOOLEAN: BooleanField,
    Storage.DATE: DateField,
    Storage.MOMENT: DateTimeField,
}


def column_for(storage: Storage, longest: int) -> Field:
    """A nullable column; an empty cell is NULL, never an empty text."""
    if storage is Storage.TEXT and longest:
        return CharField(max_length=longest, null=True)
    return _COLUMNS[storage](null=True)


def add_columns(table: type[Table], fields: Iterable[tuple[str, Storage, int]]) -> None:
    """Add the columns that a table does not declare itself.

    Args:
        table: the Peewee table.
        fields: (identifier, storage, longest text) in the definition's order.
    """
    for identifier, storage, longest in fields:
        if identifier not in table._meta.fields:
            table._meta.add_field(identifier, column_for(storage, longest))


def child_columns(fields: Iterable[CardField]) -> list[tuple[str, Storage, int]]:
    """The columns of a child table; computed ones (`Need.SYSTEM`) are never stored."""
    found = []
    for field in fields:
        storage = storage_kind(field)
        if storage is not None and not field.system:
            found.append((field.identifier, storage, field.longest))
    return found

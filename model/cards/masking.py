"""What is left of a value that stands on a card and may not be read there (domain.md §5.6 A)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from model.cards.contents import Contents
from model.cards.definition import Field, Kind
from model.cards.fields import CHILD_TABLES, fields_of
from model.cards.paths import COLUMNS, column_path
from model.cards.showing import text_of

NOTHING = "***"
"""Says that something stands there; neither how long it is nor of what kind."""

_SHOWN = 4
_LONG = 8
_NAMES = frozenset({"name", "full_name", "operator_name", "legal_rep"})
_MOBILE = re.compile(r"\d{11}", re.ASCII)


def masked(field: Field, value: object) -> str:
    """A value as far as it may be told: the ends of a number, the first character of a name.

    `138****0007`, `028-****1234`, `何**`; of anything else that there is something, `***`.

    Args:
        field: its field.
        value: its value; None and an empty text are nothing.
    """
    text = text_of(field, value)
    if not text:
        return ""
    if field.kind in {Kind.PHONE, Kind.MOBILE}:
        return _masked_number(text)
    if field.kind is Kind.PERSON or field.identifier in _NAMES:
        return f"{text[0]}**"
    return NOTHING


def _masked_number(text: str) -> str:
    """A telephone number with its area code or first digits, and its last four."""
    if _MOBILE.fullmatch(text):
        return f"{text[:3]}****{text[-_SHOWN:]}"
    area, _, rest = text.partition("-")
    number = rest.partition("-")[0]
    if len(number) < _SHOWN + 1 or len(text) <= _LONG:
        return NOTHING
    return f"{area}-****{number[-_SHOWN:]}"


def masked_facts(
    contents: Contents, hidden: frozenset[str], hidden_columns: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """Path -> masked text of every fact of a card that is there and hidden.

    Args:
        contents: all that stands on the card.
        hidden: identifiers of hidden fields.
        hidden_columns: table -> its hidden columns.
    """
    found: dict[str, str] = {}
    for field in fields_of(contents.kind):
        name = field.identifier
        if name in hidden:
            answer = NOTHING if name in contents.explicit else ""
            _keep(found, name, masked(field, contents.values.get(name)) or answer)
    for table in COLUMNS:
        for column in CHILD_TABLES[table]:
            if column.identifier in hidden_columns.get(table, frozenset()):
                for row in contents.children.get(table, ()):
                    path = column_path(table, row["row_no"], column.identifier)
                    _keep(found, path, masked(column, row.get(column.identifier)))
    return found


def _keep(found: dict[str, Any], path: str, text: str) -> None:
    if text:
        found[path] = text

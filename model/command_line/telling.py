"""Results as the command line tells them: plain values for a program, a table for a person.

The keys are the glossary's identifiers. Values are exact: amounts and shares as text, days and
times as ISO 8601 without a zone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from model.command_line.labels import LABELS, VALUES
from model.sentences.names import field_label, role_name, state_name
from model.words import Words, mark

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_YES, _NO = mark("Result", "yes"), mark("Result", "no")
# Primary keys mean nothing outside the database.
_LEFT_OUT = frozenset({"id", "search_key"})


class Shown(NamedTuple):
    """A result whose text for people is more than its facts in a row."""

    facts: Any
    text: str


def plain(value: Any) -> Any:
    """A result as JSON can write it down.

    Args:
        value: dataclasses, named tuples, mappings, sequences and plain values, in any depth.
    """
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return plain({name: part for name, part in named.items() if name not in _LEFT_OUT})
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(plain(part) for part in value)
    if hasattr(value, "_asdict"):
        return plain({k: part for k, part in value._asdict().items() if k not in _LEFT_OUT})
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return _plain_single(value)


def _plain_single(value: Any) -> Any:
    """One value that is not made of others."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, Path) else value


def told(result: Any, words: Words) -> str:
    """A plain result as lines for a person.

    Args:
        result: as `plain` gave it.
        words: the reader's language.
    """
    if isinstance(result, Mapping):
        return "\n".join(
            _fact(key, value, words) for key, value in result.items() if value not in ([], {})
        )
    if isinstance(result, list):
        return table(result, words)
    return _cell("", result, words)


def _fact(key: str, value: Any, words: Words) -> str:
    """One fact with its label; a list of records stands below it."""
    label = label_of(key, words)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return f"{label}:\n{table(value, words)}"
    if isinstance(value, Mapping):
        return f"{label}:\n{told(value, words)}"
    return f"{label}: {_cell(key, value, words)}"


def table(rows: Sequence[Any], words: Words) -> str:
    """Records of the same keys in columns, or one value a line."""
    if not rows:
        return ""
    if not isinstance(rows[0], Mapping):
        return "\n".join(_cell("", row, words) for row in rows)
    lines = [[label_of(key, words) for key in rows[0]]]
    lines += [[_cell(key, value, words) for key, value in row.items()] for row in rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def width(text: str) -> int:
    """Columns that a text takes on a terminal, where a hanzi takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def label_of(key: str, words: Words) -> str:
    """A key as a person reads it."""
    return words("Result", LABELS[key]) if key in LABELS else field_label(key, words)


def _cell(key: str, value: Any, words: Words) -> str:
    """One value as a person reads it; the key tells what it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words("Result", _YES if value else _NO)
    if isinstance(value, list):
        return ", ".join(_cell("", part, words) for part in value)
    if value in VALUES.get(key, {}):
        return words("Result", VALUES[key][value])
    if key == "role":
        return role_name(str(value), words)
    if key in {"custody_state", "draft_stage"}:
        return state_name(str(value), words)
    text = str(value).replace("\n", " ")
    return f"{text[:10]} {text[11:16]}" if _MOMENT.fullmatch(text) else text

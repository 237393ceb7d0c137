"""A map file (TOML): which column is which field, where the usual headings do not tell.

sheet = "客户名单"        # of an .xlsx
header_row = 2           # the row of the headings
encoding = "gb18030"     # of a .csv

[columns]
"单位" = "full_name"
"经手" = "rep"
"内部码" = ""             # left out

[defaults]               # for empty cells
district = "武侯"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.errors import BadInputError, Problem, UnreadableFileError
from model.exchange.delimited import ENCODINGS
from model.exchange.targets import LEFT_OUT, is_target

_ENTRIES = {"sheet": str, "header_row": int, "encoding": str, "columns": dict, "defaults": dict}


@dataclass(frozen=True)
class ColumnMap:
    """What a map file says.

    Attributes:
        sheet: name of the sheet; empty: find it.
        header_row: number of the row of the headings; 0: find it.
        encoding: of a list in text; empty: find it out.
        columns: heading -> path of a target, or the empty string to leave it out.
        defaults: path of a target -> text for its empty cells.
    """

    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)


def read_map(path: Path) -> ColumnMap:
    """Read a map file.

    Raises:
        UnreadableFileError: not there, or not TOML.
        BadInputError: an entry or a field that means nothing.
    """
    facts = _toml(path)
    problems = [*_unknown_entries(facts), *_unknown_targets(facts)]
    if problems:
        raise BadInputError(problems)
    columns = {str(heading): str(target) for heading, target in facts.get("columns", {}).items()}
    defaults = {str(target): _text(value) for target, value in facts.get("defaults", {}).items()}
    return ColumnMap(
        facts.get("sheet", ""), facts.get("header_row", 0), facts.get("encoding", ""),
        columns, defaults,
    )  # fmt: skip


def _toml(path: Path) -> dict[str, Any]:
    """The file's entries."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text.replace("\r\n", "\n"))
    except FileNotFoundError as error:
        raise UnreadableFileError(file=path.name, reason="not_there") from error
    except OSError as error:
        told = error.strerror or type(error).__name__
        raise UnreadableFileError(file=path.name, reason="not_readable", told=told) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(file=path.name, reason="encoding") from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFileError(file=path.name, reason="map", told=str(error)) from error


def _unknown_entries(facts: Mapping[str, Any]) -> list[Problem]:
    """Entries that mean nothing, or hold the wrong thing."""
    wrong = [
        name
        for name, value in facts.items()
        if not isinstance(value, _ENTRIES.get(name, type(None)))
    ]
    if facts.get("encoding") and facts["encoding"] not in ENCODINGS:
        wrong.append(f"encoding = {facts['encoding']}")
    return [Problem("", "map_unknown_entry", values={"name": name}) for name in wrong]


def _unknown_targets(facts: Mapping[str, Any]) -> list[Problem]:
    """Fields that no card has, or that are never imported."""
    columns, defaults = facts.get("columns"), facts.get("defaults")
    named = [*columns.values()] if isinstance(columns, dict) else []
    named = [name for name in named if name != LEFT_OUT]
    named += [*defaults] if isinstance(defaults, dict) else []
    return [
        Problem("", "map_unknown_field", values={"name": str(name)})
        for name in named
        if not (isinstance(name, str) and is_target(name))
    ]


def _text(value: object) -> str:
    """A default as it would be typed."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.command_line.telling import plain, table, told, width
from model.words import words_in

ENGLISH, CHINESE = words_in("en"), words_in("zh")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    price: Decimal


class Pair(NamedTuple):
    id: int
    search_key: str
    rep: str


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Row(1, "x", Decimal("1200.50")), {"name": "x", "price": "1200.50"}),
        (Pair(1, "key", "李明"), {"rep": "李明"}),
        ({"at": datetime(2026, 3, 16, 8, 30)}, {"at": "2026-03-16T08:30:00"}),
        ([date(2026, 3, 16), None, True, 3], ["2026-03-16", None, True, 3]),
        ({Colour.RED: Colour.RED}, {"red": "red"}),
        (frozenset({"b", "a"}), ["a", "b"]),
        (("cipher", {"page": "7"}), ["cipher", {"page": "7"}]),
        (Path("a") / "b", str(Path("a/b"))),
        (Decimal("1E+3"), "1000"),
    ],
)
def test_plain(value: Any, expected: Any) -> None:
    assert plain(value) == expected


def test_columns_line_up_for_hanzi() -> None:
    rows = [{"name": "李明", "number": 1}, {"name": "Ann", "number": 22}]
    assert table(rows, ENGLISH).splitlines() == [
        "Name  Number",
        "李明  1",
        "Ann   22",
    ]


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("李明", 4), ("Ａ，", 4), ("", 0)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.lists(st.fixed_dictionaries({"name": st.text(max_size=8), "value": st.integers()})))
def test_table_has_a_line_for_each_row(rows: list[dict[str, Any]]) -> None:
    cleaned = [{**row, "name": "".join(row["name"].split())} for row in rows]
    lines = table(cleaned, ENGLISH).split("\n") if rows else []
    assert len(lines) == (len(rows) + 1 if rows else 0)


def test_facts_are_lines_and_lists_stand_below() -> None:
    result = {
        "is_open": True,
        "backup": None,
        "warnings": [],
        "counts": {"cards": 3},
        "people": [{"staff_no": 1, "role": "rep"}],
    }
    assert told(result, ENGLISH) == (
        "Open: yes\nBackup: \nCounted:\nCards: 3\nPeople:\nStaff no.  Role\n1          Sales rep"
    )


def test_values_of_lists_are_told_in_words() -> None:
    row = {"state": "active", "keeps": "deputy_keeper", "kind": "pending", "custody_state": "out"}
    told_row = table([row], ENGLISH).splitlines()[1]
    assert told_row.split() == ["at", "work", "deputy", "new", "cards", "out"]
    assert "借出" in table([row], CHINESE)


def test_one_value_a_line() -> None:
    assert told(["a", "b"], ENGLISH) == "a\nb"
    assert told("code", ENGLISH) == "code"
    assert told([], ENGLISH) == ""


def test_line_breaks_inside_a_value_do_not_break_the_table() -> None:
    assert table([{"name": "a\nb"}], ENGLISH).splitlines() == ["Name", "a b"]

"""A path says what a text belongs to: a field, a row, a column of a row."""

from __future__ import annotations

from typing import Any

import pytest

from model.cards.definition import CardKind
from model.cards.paths import (
    COLUMNS,
    REQUIRED,
    TABLE_LABELS,
    RowPath,
    column_path,
    field_of,
    path_label,
    row_path,
)
from model.cards.tables import CHILDREN

COMPANY = CardKind.COMPANY
ROWS: dict[str, Any] = {
    "contacts": ({"row_no": 7, "name": "何文斌"}, {"row_no": 9, "mobile": "13900000001"}),
    "sales_history": ({"row_no": 3, "year": 2025},),
}


def said(context: str, text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("contacts#7.mobile", RowPath("contacts", "7", "mobile")),
        ("contacts#+1.name", RowPath("contacts", "+1", "name")),
        ("needs#12", RowPath("needs", "12", "")),
    ],
)
def test_a_rows_path_is_taken_apart_and_written_again(path: str, parts: RowPath) -> None:
    assert row_path(path) == parts
    assert str(parts) == path


@pytest.mark.parametrize(
    "path",
    [
        *("phone", "", "contacts[0].mobile", "contacts#", "contacts#0.name", "contacts#-1.name"),
        *("contacts#x.name", "contacts#7.", "contacts#7.mobile.x", "contacts#+0", "contacts#７"),
        *("usage_log#1.rep", "revisions#1.field", "nothing#1.name"),
    ],
)
def test_what_is_no_row_that_can_be_typed_is_none(path: str) -> None:
    assert row_path(path) is None


def test_a_new_row_has_the_typists_number() -> None:
    new, old = row_path("needs#+2.description"), row_path("needs#2.description")
    assert new is not None
    assert old is not None
    assert (new.is_new, new.number, old.is_new, old.number) == (True, 2, False, 2)


def test_every_table_that_has_rows_of_its_own_can_be_typed() -> None:
    assert TABLE_LABELS.keys() == CHILDREN.keys()
    for table in CHILDREN:
        assert REQUIRED[table], table
        for column in COLUMNS[table]:
            assert field_of(COMPANY, column_path(table, 1, column)).identifier == column


@pytest.mark.parametrize(
    "path", ["no_such", "contacts#1.no_such", "contacts#1", "contacts[0].name", "usage_log#1.rep"]
)
def test_what_is_not_there_is_a_key_error(path: str) -> None:
    with pytest.raises(KeyError):
        field_of(COMPANY, path)


def test_a_field_is_found_by_its_kind_of_card() -> None:
    assert field_of(COMPANY, "uscc").identifier == "uscc"
    with pytest.raises(KeyError):
        field_of(CardKind.INDIVIDUAL, "uscc")


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("phone", "Phone"),
        ("contacts#7.mobile", "Key people 何文斌 · Mobile"),
        ("contacts#7", "Key people 何文斌"),
        ("contacts#9.title", "Key people #9 · Position or title"),
        ("contacts#+1.name", "Key people new line 1 · Contact"),
        ("sales_history#3.net_sales", "Sales results 2025 · Our net sales"),
    ],
)
def test_a_path_reads_as_people_say_it(path: str, label: str) -> None:
    assert path_label(COMPANY, path, said, ROWS) == label

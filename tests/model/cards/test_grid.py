"""Reading a written row of the layout."""

import pytest

from model.cards.blocks import HEADINGS
from model.cards.fields import CardKind
from model.cards.grid import Cell, rows_from


def read(text: str) -> list[tuple[Cell, ...]]:
    return [row.cells for row in rows_from(CardKind.COMPANY, HEADINGS, text)]


def test_labels_and_values() -> None:
    assert read("8 #tax_type:2 tax_type:3") == [
        (Cell(2, label="VAT payer"), Cell(3, paths=("tax_type",)))
    ]


def test_a_repeated_row_counts_its_child_table() -> None:
    rows = list(rows_from(CardKind.COMPANY, HEADINGS, "6x2 contacts[].name:3 .title+.roles:3 _:1"))
    assert [row.table for row in rows] == ["contacts", "contacts"]
    assert rows[1].cells == (
        Cell(3, paths=("contacts[1].name",)),
        Cell(3, paths=("contacts[1].title", "contacts[1].roles")),
        Cell(1),
    )


def test_heights_may_have_a_fraction() -> None:
    (row,) = rows_from(CardKind.COMPANY, HEADINGS, "7.5 phone:24")
    assert row.height_mm == 7.5


@pytest.mark.parametrize("text", ["phone:24", "8 phone", "8mm phone:24"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="phone"):
        read(text)


@pytest.mark.parametrize("text", ["8 school:24", "8 #nothing:24", "8 contacts[].nothing:24"])
def test_a_field_that_the_kind_has_not_is_refused(text: str) -> None:
    with pytest.raises(KeyError):
        read(text)

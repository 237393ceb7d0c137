"""What is typed of a visit on a plan."""

from __future__ import annotations

import pytest

from model.errors import BadInputError
from model.rounds.line_entry import LONGEST_NOTE, entered_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", None), ("9:40", "09:40"), ("09:40", "09:40"), ("14：00", "14:00"), (" 23:59 ", "23:59")],
)
def test_times_as_people_write_them(typed: str, kept: str | None) -> None:
    assert entered_line(typed, (), "").appointment == kept


@pytest.mark.parametrize(
    ("appointment", "purposes", "note", "field"),
    [
        ("24:00", (), "", "appointment"),
        ("9.40", (), "", "appointment"),
        ("940", (), "", "appointment"),
        ("", ("golf",), "", "purpose"),
        ("", (), "样" * (LONGEST_NOTE + 1), "purpose_note"),
        ("", (), "a\0b", "purpose_note"),
    ],
)
def test_what_cannot_be_taken_is_named(
    appointment: str, purposes: tuple[str, ...], note: str, field: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        entered_line(appointment, purposes, note)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_purposes_stand_in_the_order_of_their_list() -> None:
    entry = entered_line("", ["survey", "collect", "collect"], "  带样品\n给他 ")
    assert (entry.purpose, entry.purpose_note) == ("collect,survey", "带样品 给他")

"""Whose plans a desk may make."""

from __future__ import annotations

import pytest

from model.office.tables import Person, PersonState
from model.rounds.rep_list import RepRow, list_reps
from tests.conftest import Sit


@pytest.mark.parametrize(
    ("desk", "names"),
    [
        ("李明", ["李明"]),
        ("赵刚", ["李明", "王芳"]),
        ("钱进", ["周涛"]),
        ("王秀兰", ["李明", "王芳", "周涛"]),
        ("张总", ["李明", "王芳", "周涛"]),
    ],
)
def test_a_desk_lists_the_reps_whose_plans_it_may_make(
    sit: Sit, desk: str, names: list[str]
) -> None:
    assert [rep.name for rep in list_reps(sit(desk))] == names


def test_a_rep_is_told_with_number_and_team(sit: Sit) -> None:
    (rep,) = list_reps(sit("李明"))
    assert rep == RepRow("李明", rep.staff_no, "一队")
    assert rep.staff_no > 0


def test_who_has_left_is_not_planned_for(sit: Sit) -> None:
    desk = sit("赵刚")
    Person.update(state=PersonState.GONE).where(Person.name == "王芳").execute()
    assert [rep.name for rep in list_reps(desk)] == ["李明"]

"""A rep's load: the example of domain.md §6.3 and its bands."""

from __future__ import annotations

import pytest

from model.rounds.load import load
from model.rounds.policy import policy_from

POLICY = policy_from({})


def test_the_example_of_the_domain() -> None:
    found = load({"A": 10, "B": 25, "C": 40}, POLICY)
    assert (round(found.needed), found.capacity) == (7693, 8400)
    assert round(float(found.percent), 1) == 91.6
    assert found.band == "balanced"


@pytest.mark.parametrize(
    ("customers", "band"),
    [
        ({}, "spare"),
        ({"A": 18}, "spare"),  # 5,760 of 8,400: 68.6 %
        ({"A": 26}, "balanced"),  # 8,320
        ({"A": 27}, "overloaded"),  # 8,640
        ({"B": 49}, "balanced"),  # 5,880: exactly 70 %
        ({"B": 70}, "balanced"),  # 8,400: exactly 100 %
    ],
)
def test_bands(customers: dict[str, int], band: str) -> None:
    assert load(customers, POLICY).band == band


def test_a_day_without_minutes_is_overloaded_by_any_visit() -> None:
    idle = policy_from({"working_minutes": "60", "desk_minutes": "60"})
    assert load({}, idle).band == "spare"
    assert load({"C": 1}, idle).band == "overloaded"

"""Figures, medians and the values of which 95 in 100 are not exceeded."""

from __future__ import annotations

import json
import math

import pytest

from model.upkeep.bench.figure import Figure, Measured, measured, middle, p95, timed


@pytest.mark.parametrize(
    ("figure", "bound_of", "met"),
    [
        (Figure("save", 12.0, 2.0, 6.0, "ratio"), "ratio", True),
        (Figure("save", 12.1, 2.0, 6.0, "ratio"), "ratio", False),
        (Figure("open_card", 50.0, 2.0, 50.0), "figure", True),
        (Figure("open_card", 50.1, 2.0, 50.0), "figure", False),
    ],
)
def test_a_bound_is_of_the_ratio_or_of_the_figure(figure: Figure, bound_of: str, met: bool) -> None:
    assert figure.bound_of == bound_of
    assert figure.met is met


def test_nothing_to_compare_with_is_never_good() -> None:
    figure = Figure("save", 1.0, 0.0, 6.0, "ratio")
    assert figure.ratio == math.inf
    assert not figure.met


@pytest.mark.parametrize(
    ("times", "expected"),
    [([7.0], 7.0), (list(range(1, 21)), 19), (list(range(1, 101)), 95), ([3.0, 1.0, 2.0], 3.0)],
)
def test_p95_is_a_time_that_was_measured(times: list[float], expected: float) -> None:
    assert p95(times) == expected


def test_one_stroke_of_the_scheduler_does_not_move_the_median() -> None:
    assert middle([2.0, 2.0, 2.0, 2.0, 500.0]) == 2.0


def test_what_a_process_tells_comes_back_whole() -> None:
    found = Measured((Figure("save", 4.0, 1.0, 6.0, "ratio"),), (("floor", 0.5, "ms"),))
    assert measured(json.loads(json.dumps(found.plain()))) == found


def test_timing_hands_the_result_on() -> None:
    took, result = timed(lambda: "done")
    assert took >= 0
    assert result == "done"

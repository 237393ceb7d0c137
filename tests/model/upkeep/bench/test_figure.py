"""Figures, medians and the values of which 95 in 100 are not exceeded."""

from __future__ import annotations

import json
import math

import pytest

from model.upkeep.bench.figure import (
    Figure,
    Measured,
    Sizes,
    measured,
    middle,
    p95,
    timed,
    usual_sizes,
)


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


@pytest.mark.parametrize(("speed", "met"), [(40.0, True), (39.9, False), (400.0, True)])
def test_a_speed_has_a_least(speed: float, met: bool) -> None:
    figure = Figure("packet", speed, 1000.0, 40.0, unit="pages/s", bound_is="least")
    assert figure.met is met


def test_the_big_numbers_are_measured_where_they_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CARD_CABINET_SOAK", raising=False)
    assert usual_sizes() == Sizes(cards=10_000, loans=100_000)
    monkeypatch.setenv("CARD_CABINET_SOAK", "1")
    assert usual_sizes() == Sizes(cards=100_000, loans=1_000_000)


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

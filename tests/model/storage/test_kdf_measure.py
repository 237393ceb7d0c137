"""What a password costs: bounded by the weakest PC, never below the floor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.storage.kdf_measure import (
    LONGEST_S,
    Speed,
    bearable,
    free_memory,
    measure,
    memory_share,
    pace,
    pace_of,
)
from model.storage.vault import FLOOR_KDF, MIB, Kdf

GIB = 1024 * MIB
speeds = st.lists(st.builds(Speed, st.integers(1, 4096), st.integers(1, 50_000)), max_size=5)


@pytest.mark.parametrize(
    ("free", "mem"), [(0, 19), (400 * MIB, 100), (GIB, 256), (64 * GIB, 256), (None, 64)]
)
def test_a_log_in_takes_a_quarter_of_the_free_memory_at_most(free: int | None, mem: int) -> None:
    assert memory_share(free) == mem


def test_the_pace_is_the_quicker_run_and_never_nothing() -> None:
    asked: list[Kdf] = []
    assert pace_of(FLOOR_KDF, asked.append) > 0
    assert asked == [FLOOR_KDF, FLOOR_KDF]
    assert pace(Kdf(3, 64 * MIB), 0.1) == 1920
    assert pace(FLOOR_KDF, 1e9) == 1


@pytest.mark.parametrize(
    ("pcs", "cost"),
    [
        ([], Kdf()),
        ([Speed(256, 2400)], Kdf(3, 256 * MIB)),
        ([Speed(64, 2400)], Kdf(13, 64 * MIB)),
        ([Speed(64, 24_000)], Kdf(16, 64 * MIB)),
        # The slow one sets the time, the small one the memory.
        ([Speed(256, 400), Speed(64, 2400)], Kdf(2, 64 * MIB)),
        ([Speed(256, 400)], Kdf(2, 100 * MIB)),
        ([Speed(256, 10)], FLOOR_KDF),
    ],
)
def test_the_weakest_pc_says_what_a_password_costs(pcs: list[Speed], cost: Kdf) -> None:
    assert bearable(pcs) == cost


@given(speeds)
def test_the_cost_is_always_sound(pcs: list[Speed]) -> None:
    cost = bearable(pcs)
    assert cost.sound()
    assert cost == FLOOR_KDF or all(cost.work / MIB <= speed.pace * LONGEST_S + speed.mem
                                    for speed in pcs)  # fmt: skip


@given(speeds, st.builds(Speed, st.integers(1, 4096), st.integers(1, 50_000)))
def test_one_more_pc_never_asks_for_more_memory(pcs: list[Speed], other: Speed) -> None:
    assert not pcs or bearable([*pcs, other]).mem <= bearable(pcs).mem


def test_this_pc_can_be_measured() -> None:
    speed = measure()
    assert 19 <= speed.mem <= 256
    assert bearable([speed]).sound()
    assert (free_memory() or 1) > 0

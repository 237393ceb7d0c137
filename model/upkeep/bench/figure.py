"""A measured figure, its bare baseline and its bound."""

from __future__ import annotations

import math
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Sizes:
    """How much is measured; the defaults are the README's figures.

    Attributes:
        cards: cards in the cabinet.
        rows: rows of the file that is imported.
        saves: how often a card is saved.
        imports: how often the file is imported.
        starts: how often each program is started.
        openings: how often a card is opened, the next one shown, a letter typed.
        locks: how often the screen is locked.
        loans: past loans behind the day's figures.
        customers: of the one rep for whom a day is suggested.
        checkouts: how often a rep's cards are handed out.
        papers: how often a paper is drawn or previewed.
        many: cards of the cabinet that is re-keyed and restored.
    """

    cards: int = 10_000
    rows: int = 10_000
    saves: int = 200
    imports: int = 3
    starts: int = 9
    openings: int = 60
    locks: int = 40
    loans: int = 100_000
    customers: int = 2_000
    checkouts: int = 40
    papers: int = 9
    many: int = 100_000


def usual_sizes() -> Sizes:
    """What the README promises; ten times the cards and loans where the big numbers are wanted."""
    if os.environ.get("CARD_CABINET_SOAK"):
        return Sizes(cards=100_000, loans=1_000_000)
    return Sizes()


@dataclass(frozen=True)
class Figure:
    """One promise and what was measured of it.

    Attributes:
        name: identifier, told apart from the others by it.
        figure: what this program needs, in `unit`.
        baseline: what the bare equivalent needs, in the same unit.
        bound: the most that is allowed, or the least that is wanted.
        bound_of: `figure` or `ratio`.
        unit: `ms`, `s` or `pages/s`.
        bound_is: `most` or `least`.
    """

    name: str
    figure: float
    baseline: float
    bound: float
    bound_of: str = "figure"
    unit: str = "ms"
    bound_is: str = "most"

    @property
    def ratio(self) -> float:
        """How often the baseline goes into the figure."""
        return self.figure / self.baseline if self.baseline else math.inf

    @property
    def met(self) -> bool:
        """Whether the promise is kept here and now."""
        measured = self.ratio if self.bound_of == "ratio" else self.figure
        return measured >= self.bound if self.bound_is == "least" else measured <= self.bound


@dataclass(frozen=True)
class Measured:
    """What one benchmark found.

    Attributes:
        figures: the promises.
        beside: (name, value, unit) of what helps to judge them and has no bound.
    """

    figures: tuple[Figure, ...]
    beside: tuple[tuple[str, float, str], ...] = field(default=())

    def plain(self) -> dict[str, Any]:
        """As JSON can write it down."""
        return asdict(self)


def measured(found: dict[str, Any]) -> Measured:
    """The opposite of `Measured.plain`."""
    figures = tuple(Figure(**figure) for figure in found["figures"])
    return Measured(figures, tuple((name, value, unit) for name, value, unit in found["beside"]))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """How long something took, in milliseconds, and what came of it."""
    started = perf_counter()
    result = work()
    return (perf_counter() - started) * 1000, result


def middle(times: Sequence[float]) -> float:
    """The median: what one stroke of the scheduler cannot move."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 keep: the nearest rank, never an invented value between two."""
    ordered = sorted(times)
    return ordered[math.ceil(len(ordered) * 0.95) - 1]

"""What a check finds: the value to store, and what is wrong with the text.

A problem is an error, and then nothing may be stored, or a warning, and then the value may. Some
warnings must be ticked by a person who has looked at the paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from model.cards.reasons import WARNINGS
from model.errors import Problem


class Explicit(StrEnum):
    """The two answers that stand in a cell instead of a value and count as filled."""

    NONE = "none"
    NOT_APPLICABLE = "not_applicable"


Stored = str | int | bool | Decimal | date | datetime | tuple[str, ...]
"""A value as `definition.Kind` says; an `Explicit` is a str."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One text, checked.

    Attributes:
        value: what is to be stored; None for an empty cell and beside an error.
        problems: errors and warnings, in the order they were found.
    """

    value: Stored | None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems because of which nothing may be stored."""
        return tuple(problem for problem in self.problems if not is_warning(problem))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that a person is told of and that stop nothing."""
        return tuple(problem for problem in self.problems if is_warning(problem))


def is_warning(problem: Problem) -> bool:
    """Whether a problem stops nothing."""
    return problem.reason in WARNINGS


def refused(reason: str, **values: object) -> Checked:
    """A text that cannot be stored. No value may repeat the text: it may be an identity number."""
    return Checked(None, (Problem("", reason, values=values),))


def warned(value: Stored | None, reason: str, **values: object) -> Checked:
    """A value that can be stored although something is odd about it."""
    return Checked(value, (Problem("", reason, values=values),))


def in_field(identifier: str, checked: Checked) -> Checked:
    """The same with every problem naming its field."""
    named = tuple(replace(problem, field=identifier) for problem in checked.problems)
    return Checked(checked.value, named)


def joined(value: Stored | None, problems: Iterable[Problem]) -> Checked:
    """A value with the problems of several checks; an error among them takes the value away."""
    found = tuple(problems)
    return Checked(value if all(map(is_warning, found)) else None, found)

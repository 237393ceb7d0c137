"""What is wrong with the cells of a card that is typed on, and what a tick took away."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from model.cards.checked import is_warning
from model.cards.reasons import TICKS
from model.errors import Problem

REQUIRED = "required"
_ACROSS = frozenset({"uscc_org_form", "trade_before_founding", "overdue_above_balance"})
"""Reasons that are found by comparing cells with each other."""


class CellProblems:
    """The problems of the cells that were looked at.

    Attributes:
        by_cell: name of a cell -> its problems, empty where nothing is wrong.
        ticked: reasons of the warnings that a person ticked now.
    """

    def __init__(self, ticked_before: Collection[str]) -> None:
        """`ticked_before` are the cells whose tick stands on the card already."""
        self.by_cell: dict[str, tuple[Problem, ...]] = {}
        self.ticked: set[str] = set()
        self._ticked_before = ticked_before

    def add(self, problems: Iterable[Problem]) -> None:
        """Take problems beside those that are known; the same reason is told once a cell."""
        for problem in problems:
            kept = self.by_cell.get(problem.field, ())
            if problem.reason not in {known.reason for known in kept}:
                self.by_cell[problem.field] = (*kept, problem)

    def take_rows(self, problems: Iterable[Problem]) -> None:
        """Take what is wrong with rows now; a row that still wants its name is only marked."""
        for name in [name for name in self.by_cell if "#" in name]:
            del self.by_cell[name]
        for problem in problems:
            if problem.reason != REQUIRED:
                self.by_cell[problem.field] = (*self.by_cell.get(problem.field, ()), problem)

    def drop_across(self, found: Iterable[Problem]) -> None:
        """Of what cells say against each other, keep only what was found again."""
        gone = _ACROSS - {problem.reason for problem in found}
        for name, problems in self.by_cell.items():
            self.by_cell[name] = tuple(one for one in problems if one.reason not in gone)

    def open(self, typed: Collection[str]) -> list[Problem]:
        """Everything to be told, errors first; what was ticked is told no longer.

        Args:
            typed: the cells that differ from the card, for which no earlier tick holds.
        """
        found = [
            problem
            for problems in self.by_cell.values()
            for problem in problems
            if problem.reason not in self.ticked and not self._was_ticked(problem, typed)
        ]
        return sorted(found, key=is_warning)

    def ticks(self, typed: Collection[str]) -> list[str]:
        """The warnings that a person may tick away, ticked or not."""
        return [
            reason
            for reason in TICKS
            if any(not self._was_ticked(problem, typed) for problem in self._with(reason))
        ]

    def cells_ticked(self) -> list[str]:
        """The cells with the warnings that were ticked now."""
        return [problem.field for reason in self.ticked for problem in self._with(reason)]

    def _with(self, reason: str) -> list[Problem]:
        every = (one for problems in self.by_cell.values() for one in problems)
        return [one for one in every if one.reason == reason]

    def _was_ticked(self, problem: Problem, typed: Collection[str]) -> bool:
        """Whether the tick stands on the card already, for the text it was given for."""
        name = problem.field
        return problem.reason in TICKS and name in self._ticked_before and name not in typed

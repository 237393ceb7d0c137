"""What was typed on a card, step by step: undo and redo."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

_PAUSE_S = 1.0
"""A pause while typing in one cell begins another step."""
_MOST = 500


class TypingSteps:
    """States of what is typed, each with the cell in which it came about."""

    def __init__(self) -> None:
        self._states: list[tuple[dict[str, str], str]] = [({}, "")]
        self._here = 0
        self._last = (0.0, "")

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return self._here > 0

    @property
    def can_redo(self) -> bool:
        """Whether an undone state waits."""
        return self._here + 1 < len(self._states)

    def note(self, typed: Mapping[str, str], name: str) -> None:
        """Remember a state; typing on in one cell without a pause is one step.

        Args:
            typed: everything that is typed.
            name: the cell in which it was typed just now.
        """
        now = monotonic()
        before, cell = self._last
        goes_on = name == cell and now - before < _PAUSE_S and self._here > 0
        self._last = (now, name)
        del self._states[self._here + 1 :]
        if goes_on:
            self._states[self._here] = (dict(typed), name)
            return
        self._states.append((dict(typed), name))
        del self._states[: max(0, len(self._states) - _MOST)]
        self._here = len(self._states) - 1

    def amend(self, typed: Mapping[str, str]) -> None:
        """The program wrote a text in its own way: no step of its own."""
        self._states[self._here] = (dict(typed), self._states[self._here][1])

    def close(self) -> None:
        """The cell was left: the next change is another step."""
        self._last = (0.0, "")

    def undo(self) -> tuple[dict[str, str], str]:
        """The state before, and the cell whose change was taken back."""
        name = self._states[self._here][1]
        self._here -= 1
        self.close()
        return dict(self._states[self._here][0]), name

    def redo(self) -> tuple[dict[str, str], str]:
        """The state that was undone last, and the cell whose change is there again."""
        self._here += 1
        self.close()
        typed, name = self._states[self._here]
        return dict(typed), name

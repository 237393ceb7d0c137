"""What a filter leaves of a list, letter by letter."""

from __future__ import annotations

from collections.abc import Sequence

from model.cards.listing import CardRow

_MOST_KEPT = 50


class Narrowing:
    """Remembers what earlier letters left, so that one more is looked for only there.

    A card that holds `cdh` holds `cd`: going on looks at fewer cards, going back at none.
    """

    def __init__(self) -> None:
        self._rows: Sequence[CardRow] = ()
        self._left: dict[tuple[str, ...], Sequence[CardRow]] = {}

    def take(self, rows: Sequence[CardRow]) -> None:
        """Other cards."""
        self._rows = rows
        self._left = {}

    def left_by(self, terms: tuple[str, ...]) -> Sequence[CardRow]:
        """The cards in whose key every term stands (`model.cards.finding.query_key`)."""
        if not terms:
            return self._rows
        left = self._left.get(terms)
        if left is None:
            *before, last = terms
            left = [row for row in self._known(tuple(before), last) if last in row.search_key]
            if len(self._left) >= _MOST_KEPT:
                self._left = {}
            self._left[terms] = left
        return left

    def _known(self, before: tuple[str, ...], last: str) -> Sequence[CardRow]:
        """The smallest known list that holds all cards with these terms."""
        for length in range(len(last) - 1, 0, -1):
            left = self._left.get((*before, last[:length]))
            if left is not None:
                return left
        return self.left_by(before)

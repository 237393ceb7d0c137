"""Names in the order of a dictionary: by pinyin in Chinese, as the system's language sorts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCollator, QLocale

from model.cards.listing import CardRow

_CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)


class NameOrder:
    """Ranks of names, worked out once for a list: sorting again at each keystroke is then cheap."""

    def __init__(self) -> None:
        self._rows: Sequence[CardRow] = ()
        self._ranks: dict[int, int] = {}

    def take(self, rows: Sequence[CardRow]) -> None:
        """Other rows: their ranks are worked out when they are asked for."""
        self._rows = rows
        self._ranks = {}

    def rank(self, row: CardRow) -> int:
        """The place of a row's name among all names."""
        if not self._ranks and self._rows:
            self._ranks = {found.id: place for place, found in enumerate(self._sorted())}
        return self._ranks.get(row.id, 0)

    def _sorted(self) -> list[CardRow]:
        collator = QCollator(_CHINESE)
        collator.setNumericMode(True)
        keyed = [(collator.sortKey(row.name), row) for row in self._rows]
        keyed.sort(key=lambda pair: pair[0])
        return [row for _, row in keyed]

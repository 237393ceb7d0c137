"""Provinces, their cities, and the counties of these, as far as what is typed leaves them."""

from __future__ import annotations

from functools import cached_property

from model.cards import regions
from model.cards.finding import query_key, search_key
from model.cards.regions import Path


class RegionTree:
    """Narrows three columns at once.

    A place is left when every term is in its own name, in that of a place it lies in, or in that
    of a place that lies in it.
    """

    def __init__(self) -> None:
        self._terms: tuple[str, ...] = ()
        self._left: list[Path] = []
        self._keys: dict[str, str] = {}
        self.narrow("")

    def narrow(self, text: str) -> Path:
        """Leave what fits to a text.

        Args:
            text: hanzi, pinyin or initials; several words are several terms.

        Returns:
            The first place that fits, no deeper than what was typed says; empty without a text
            or where nothing fits.
        """
        self._terms = query_key(text)
        self._left = [path for path in self._leaves if self._depth(path)]
        if not self._terms or not self._left:
            return ()
        return min((path[: self._depth(path)] for path in self._left), key=self._unlikeness)

    def below(self, path: Path) -> list[str]:
        """The names that are left under a place, in the table's order; all provinces under ()."""
        here = len(path)
        names = (left[here] for left in self._left if left[:here] == path and len(left) > here)
        return list(dict.fromkeys(names))

    @cached_property
    def _leaves(self) -> list[Path]:
        """The deepest places."""
        found: list[Path] = []
        for province in regions.provinces():
            for city in regions.cities(province):
                below = regions.counties(province, city)
                found += [(province, city, county) for county in below] or [(province, city)]
            if not regions.cities(province):
                found.append((province,))
        return found

    def _depth(self, path: Path) -> int:
        """How many names of a path it takes to find every term; 0 where one is not found."""
        missing = list(self._terms)
        for depth, name in enumerate(path, 1):
            key = self._key(name)
            missing = [term for term in missing if term not in key]
            if not missing:
                return depth
        return 0

    def _unlikeness(self, path: Path) -> tuple[int, int]:
        """Larger places are meant first; then those whose likely reading was typed."""
        key = self._key(path[-1])
        return len(path), min(key.index(term) for term in self._terms if term in key)

    def _key(self, name: str) -> str:
        if not self._terms:
            return ""
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = search_key(name=name)
        return key

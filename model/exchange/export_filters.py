"""By what cards are chosen for an export, and how a filter is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from model.cards.finding import matches, query_key
from model.errors import BadInputError, Problem

if TYPE_CHECKING:
    from model.cards.listing import CardRow

FILTERS: Mapping[str, Callable[[CardRow, str], bool]] = {
    "kind": lambda row, text: row.kind == text,
    "status": lambda row, text: row.status == text,
    "class": lambda row, text: row.abc_class == text.upper(),
    "rep": lambda row, text: row.rep == text,
    "district": lambda row, text: row.district == text,
    "drawer": lambda row, text: str(row.drawer_no) == text.lstrip("0"),
    "incomplete": lambda row, text: row.incomplete is (text == "yes"),
    "text": lambda row, text: matches(row.search_key, query_key(text)),
}
"""By what cards can be chosen, on the command line and in an approval."""


def filter_of(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """`rep=李明` and the like as a filter.

    Raises:
        BadInputError: no such filter.
    """
    found = []
    for text in texts:
        name, _, value = text.partition("=")
        if name not in FILTERS or not value:
            known = ", ".join(FILTERS)
            facts: dict[str, object] = {"name": name, "known": known}
            raise BadInputError([Problem("filter", "no_such_filter", values=facts)])
        found.append((name, value))
    return tuple(sorted(found))

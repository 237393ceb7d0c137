"""Opening a card, showing the next one, typing a letter into the filter: in the real window.

Each is measured from the key that asks for it to the end of the painting that shows it. Beside
them the bare equivalents in a window of the same size: as many plain editors filled anew, and a
plain list of the same rows narrowed by the same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.bench.bare_views import measured_bare
from gui.bench.painting import rest, until_painted, wait_for
from gui.bench.typist import enter, work_at
from gui.cabinet.cabinet_page import CabinetPage
from gui.main_window import MainWindow
from gui.widgets.paper_grid import PaperGrid
from model.cards.finding import SEPARATOR, matches, query_key
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95

_OPEN_MS, _NEXT_MS, _FILTER_MS = 50.0, 30.0, 16.0
_LETTERS = 4
_STRIDE = 137
_PAUSE_S = 0.03
_WARM_UP_S = 3.0


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Work at the real window, then at the bare ones."""
    ours: dict[str, Any] = {}

    def hands(window: MainWindow) -> None:
        enter(window, folder, sizes.cards)
        rest(_WARM_UP_S)
        at_work = _AtWork(window, sizes.openings)
        ours.update(typed=at_work.typed(), **at_work.opened(), plan=at_work.plan())

    work_at(folder, hands)
    return _told(ours, measured_bare(folder, ours["plan"]))


def _told(ours: dict[str, Any], bare: dict[str, Any]) -> Measured:
    """The figures; of the filter the slowest kind of key, by its median."""
    typed, opening, walking = ours["typed"], ours["opening"], ours["walking"]
    slowest = max(typed, key=lambda kind: middle(typed[kind]))
    filled = middle(bare["filled"])
    return Measured(
        (
            Figure("filter", middle(typed[slowest]), middle(bare["narrowed"][slowest]), _FILTER_MS),
            Figure("open_card", middle(opening), filled, _OPEN_MS),
            Figure("next_card", middle(walking), filled, _NEXT_MS),
        ),
        (
            ("filter_p95", p95([took for times in typed.values() for took in times]), "ms"),
            ("first_card", ours["first"], "ms"),
            ("open_card_p95", p95(opening), "ms"),
            ("next_card_p95", p95(walking), "ms"),
            ("empty_paint", middle(bare["empty"]), "ms"),
        ),
    )


class _AtWork:
    """The clerk at the cabinet page."""

    def __init__(self, window: MainWindow, times: int) -> None:
        page = window.findChild(CabinetPage)
        assert isinstance(page, CabinetPage)
        self._window, self._page, self._times = window, page, times
        self._typed: list[tuple[str, str]] = []

    def plan(self) -> dict[str, Any]:
        """What the bare windows shall do: as much, as large, the same rows and texts."""
        cards, form = self._page.list, self._page.form
        grid = next(one for one in form.findChildren(PaperGrid) if one.isVisible())
        return {
            "views": ["filled", "narrowed", "empty"],
            "times": self._times,
            "editors": len(grid.editors),
            "card": form.size().toTuple(),
            "list": cards.table.size().toTuple(),
            "window": self._window.size().toTuple(),
            "rows": [(row.ref, row.name, row.kind, row.rep, row.district) for row in cards.rows],
            "keys": [row.search_key for row in cards.rows],
            "typed": self._typed,
        }

    # --- the filter ---------------------------------------------------------------------------

    def typed(self) -> dict[str, list[float]]:
        """Type and take back other words each time; milliseconds by kind of key.

        Kinds are how many letters stand there then, and whether one was taken back. The list is
        read again before every word, so that nothing is remembered.
        """
        keys = [row.search_key for row in self._page.list.rows]
        times: dict[str, list[float]] = {}
        for number in range(self._times):
            self._read_again()
            for kind, text, key in _typing(_word(keys[number * _STRIDE % len(keys)], number)):
                times.setdefault(kind, []).append(self._type(text, key, keys))
                self._typed.append((kind, text))
        return times

    def _read_again(self) -> None:
        """As after every save."""
        before = self._page.list.rows
        self._page.refresh()
        wait_for(lambda: self._page.list.rows is not before)
        rest(_PAUSE_S)

    def _type(self, text: str, key: str | Qt.Key, keys: Sequence[str]) -> float:
        """One key in the filter; afterwards the text stands there, and what it leaves is shown."""
        cards = self._page.list
        terms = query_key(text)
        wanted = sum(matches(one, terms) for one in keys)
        took = until_painted(
            self._window,
            lambda: _press(self._window.view.top.search, key),
            lambda: cards.filter_text == text and len(cards.rows) == wanted,
        )
        rest(_PAUSE_S)
        return took

    # --- the card -----------------------------------------------------------------------------

    def opened(self) -> dict[str, Any]:
        """Open cards from the list, then walk from one to the next; milliseconds."""
        first = self._open()
        opening = []
        for _ in range(self._times):
            self._put_away()
            opening.append(self._open())
        walking = [self._next() for _ in range(self._times)]
        return {"first": first, "opening": opening, "walking": walking}

    def _open(self) -> float:
        """One card down the list, opened by Enter."""
        table = self._page.list.table
        QTest.keyClick(table, Qt.Key.Key_Down)
        rest(_PAUSE_S)
        chosen = table.chosen
        assert chosen is not None
        took = until_painted(
            self._window,
            lambda: QTest.keyClick(table, Qt.Key.Key_Return),
            lambda: self._shows(chosen.ref),
        )
        rest(_PAUSE_S)
        return took

    def _put_away(self) -> None:
        self._page.work.close()
        rest(_PAUSE_S)

    def _next(self) -> float:
        card = self._page.work.card
        assert card is not None
        there = self._page.list.neighbour(card.view.ref, 1)
        assert there is not None
        took = until_painted(
            self._window,
            self._page.actions_["next"].trigger,
            lambda: self._shows(there),
        )
        rest(_PAUSE_S)
        return took

    def _shows(self, ref: str) -> bool:
        """Whether this card is in the form, and the form in view."""
        card = self._page.work.card
        return card is not None and card.view.ref == ref and self._page.form.isVisible()


def _press(box: QWidget, key: str | Qt.Key) -> None:
    """One key on the filter."""
    if isinstance(key, str):
        QTest.keyClicks(box, key)
    else:
        QTest.keyClick(box, key)


def _word(key: str, number: int) -> str:
    """The first letters of a card's pinyin initials, or every third time of its telephone."""
    wanted = str.isdigit if number % 3 == 2 else lambda part: part.isascii() and part.isalpha()
    parts = [part for part in key.split(SEPARATOR) if len(part) >= _LETTERS and wanted(part)]
    return parts[0][:_LETTERS] if parts else "cdhy"


def _typing(word: str) -> list[tuple[str, str, str | Qt.Key]]:
    """(kind of key, what then stands there, the key): letter by letter, and back again."""
    found: list[tuple[str, str, str | Qt.Key]] = []
    for number, letter in enumerate(word, 1):
        found.append((f"{number} typed", word[:number], letter))
    for number in reversed(range(len(word))):
        found.append((f"{number} left", word[:number], Qt.Key.Key_Backspace))
    return found

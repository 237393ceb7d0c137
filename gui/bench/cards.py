"""Opening a card, showing the next one, typing a letter into the filter: in the real window.

Each is measured from the key that asks for it to the end of the painting that shows it. Beside
them the bare equivalents in a window of the same size: as many plain editors filled anew, and a
plain list of the same rows narrowed by the same text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.bench.bare_views import BareForm, BareList, empty_paint, show_apart
from gui.bench.painting import until_painted
from gui.bench.typist import enter, rest, wait_for, work_at
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
    """Work at the real window."""
    found: list[Measured] = []

    def hands(window: MainWindow) -> None:
        enter(window, folder, sizes.cards)
        rest(_WARM_UP_S)
        at_work = _AtWork(window, sizes.openings)
        found.append(at_work.filtered())
        found.append(at_work.opened())

    work_at(folder, hands)
    figures = tuple(one for each in found for one in each.figures)
    return Measured(figures, tuple(one for each in found for one in each.beside))


class _AtWork:
    """The clerk at the cabinet page."""

    def __init__(self, window: MainWindow, times: int) -> None:
        page = window.findChild(CabinetPage)
        assert isinstance(page, CabinetPage)
        self._window, self._page, self._times = window, page, times

    # --- the filter ---------------------------------------------------------------------------

    def filtered(self) -> Measured:
        """Type and take back other words each time; the figure is the slowest kind of key.

        Kinds are how many letters stand there then, and whether one was taken back; of each the
        median counts. The list is read again before every word, so that nothing is remembered.
        """
        cards = self._page.list
        rows = [(row.ref, row.name, row.kind, row.rep, row.district) for row in cards.rows]
        keys = [row.search_key for row in cards.rows]
        bare = BareList(rows, keys, cards.table.size())
        show_apart(bare)
        ours: dict[str, list[float]] = {}
        theirs: dict[str, list[float]] = {}
        for number in range(self._times):
            self._read_again()
            for kind, text, key in _typing(_word(keys[number * _STRIDE % len(keys)], number)):
                narrow = partial(bare.narrow, text)
                ours.setdefault(kind, []).append(self._type(text, key, keys))
                theirs.setdefault(kind, []).append(until_painted(bare, narrow, lambda: True))
        bare.close()
        slowest = max(ours, key=lambda kind: middle(ours[kind]))
        every = [took for times in ours.values() for took in times]
        figure = Figure("filter", middle(ours[slowest]), middle(theirs[slowest]), _FILTER_MS)
        return Measured((figure,), (("filter_p95", p95(every), "ms"),))

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
            lambda: _press(cards.box, key),
            lambda: cards.box.text() == text and len(cards.rows) == wanted,
        )
        rest(_PAUSE_S)
        return took

    # --- the card -----------------------------------------------------------------------------

    def opened(self) -> Measured:
        """Open cards from the list, then walk from one to the next."""
        first = self._open()
        opening = []
        for _ in range(self._times):
            self._put_away()
            opening.append(self._open())
        walking = [self._next() for _ in range(self._times)]
        bare = self._bare_filling()
        size = self._window.size()
        floor = middle([empty_paint(size) for _ in range(10)])
        return Measured(
            (
                Figure("open_card", middle(opening), middle(bare), _OPEN_MS),
                Figure("next_card", middle(walking), middle(bare), _NEXT_MS),
            ),
            (
                ("first_card", first, "ms"),
                ("open_card_p95", p95(opening), "ms"),
                ("next_card_p95", p95(walking), "ms"),
                ("empty_paint", floor, "ms"),
            ),
        )

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

    def _bare_filling(self) -> list[float]:
        """As many bare editors as the card in view has, filled again and again."""
        grid = next(one for one in self._page.form.findChildren(PaperGrid) if one.isVisible())
        form = BareForm(len(grid.editors), self._page.form.size())
        show_apart(form)
        times = []
        for number in range(self._times):
            times.append(until_painted(form, partial(form.fill, number), lambda: True))
            rest(_PAUSE_S)
        form.close()
        return times


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

"""Handing out a rep's cards on the page Today: from the key to the painting that shows them out.

Behind it lie the office's cards and its past loans. Beside it: a plain list of the same rows, as
large as the page, given other rows and painted. What was handed out is corrected after each time,
so that the same cards wait again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.bench.bare_views import measured_bare
from gui.bench.painting import rest, until_painted, wait_for
from gui.bench.typist import enter, take_keyboard, work_at
from gui.main_window import MainWindow
from gui.today.today_page import TodayPage
from gui.widgets.record_view import RecordView
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95
from model.upkeep.bench.places import day_folder

_MOST_MS = 100.0
_WARM_UP_S = 2.0
_COLUMNS = 6
_PAUSE_S = 0.4
"""Longer than the page waits before it draws paper, and tells the rest of the window."""


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Hand out at the real window, then paint the bare list."""
    place = day_folder(folder)
    times: list[float] = []
    plans: list[dict[str, Any]] = []

    def hands(window: MainWindow) -> None:
        enter(window, place, sizes.cards)
        page = today_page(window)
        rest(_WARM_UP_S)
        counter = _AtCounter(window, page)
        # One more: the first loads what a first checkout needs.
        times.extend(counter.hand_out(number) for number in range(sizes.checkouts + 1))
        plans.append(counter.plan(sizes.checkouts))

    work_at(place, hands)
    bare = measured_bare(place, plans[0])["repainted"]
    return Measured(
        (Figure("today", p95(times[1:]), p95(bare), _MOST_MS),),
        (("today_median", middle(times[1:]), "ms"), ("first_today", times[0], "ms")),
    )


def today_page(window: MainWindow) -> TodayPage:
    """Open the page, with the keyboard at its box."""
    take_keyboard(window)
    window.view.open_page("today")
    page = window.view.pages["today"]
    assert isinstance(page, TodayPage)
    wait_for(page.bar.box.hasFocus)
    return page


class _AtCounter:
    """The clerk at ten to eight."""

    def __init__(self, window: MainWindow, page: TodayPage) -> None:
        self._window, self._page = window, page
        assert page.board is not None
        self._reps = [rep.rep for rep in page.board.reps if rep.to_go]
        self._shown: list[tuple[str, ...]] = []

    def plan(self, times: int) -> dict[str, Any]:
        """What the bare list shall do: the rows that were shown last, as large as the page."""
        return {
            "views": ["repainted"],
            "times": times,
            "list": self._page.size().toTuple(),
            "rows": self._shown,
        }

    def hand_out(self, number: int) -> float:
        """One rep's cards go out, and are taken back by a correction; milliseconds of the first."""
        page, rep = self._page, self._reps[number % len(self._reps)]
        page.choose_rep(rep)
        wait_for(lambda: page.detail is not None and page.detail.rep_day.rep == rep)
        self._come_to_rest()
        going = len(page.visits.going)
        took = until_painted(
            self._window,
            lambda: QTest.keyClick(page.bar.box, Qt.Key.Key_F9),
            lambda: self._is_out(going),
        )
        self._shown = [*_texts(page.visits.table), *_texts(page.away.table)]
        self._come_to_rest()
        self._take_back()
        wait_for(lambda: len(page.visits.going) == going)
        self._come_to_rest()
        return took

    def _take_back(self) -> None:
        """Correct the checkout, without the question that a person is asked before."""
        happening = self._page.happenings.correctable()
        assert happening is not None
        self._page.counter.correct(happening)
        self._page.happenings.mark_corrected(happening)

    def _is_out(self, going: int) -> bool:
        """Whether the page has all the cards out, in both of its lists."""
        return len(self._page.away.cards) == going and not self._page.visits.waiting

    def _come_to_rest(self) -> None:
        rest(_PAUSE_S)
        wait_for(lambda: self._window.around.tasks.running == 0)


def _texts(table: RecordView[Any]) -> list[tuple[str, ...]]:
    """What stands in a table, row by row, in as many columns as the bare list has."""
    model = table.model()
    return [
        tuple(str(model.index(row, column).data() or "") for column in range(_COLUMNS))
        for row in range(model.rowCount())
    ]

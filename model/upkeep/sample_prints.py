"""The prints of the sample office's days, as the log tells of them; the sheets are long filed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from model.office.audit import Event
from model.upkeep.sample_book import Book
from model.upkeep.sample_trip import Day, Trip

_PAGES_OF_A_CARD = 2
_LINES_ON_A_PAGE = 14
_TAKES = timedelta(seconds=4)


class Prints:
    """Writes into the book what is printed on a day.

    Args:
        book: rows and lines.
        random: the sample's dice.
    """

    def __init__(self, book: Book, random: Random) -> None:
        self._book, self._random = book, random

    def morning(self, day: Day, trips: Sequence[Trip]) -> None:
        """Everybody's plan with its cards."""
        visits = sum(len(trip.outings) for trip in trips)
        if visits:
            self._print(day, "packet", "08:38", 2 * len(trips) + _PAGES_OF_A_CARD * visits)

    def evening(self, day: Day, trips: Sequence[Trip]) -> None:
        """借还登记簿, which anchors the log on paper, and 卡片借还日报."""
        visits = sum(len(trip.outings) for trip in trips)
        self._print(day, "register", "18:11", 1 + visits // _LINES_ON_A_PAGE)
        self._print(day, "day-report", "18:12", 1)

    def _print(self, day: Day, what: str, clock_time: str, pages: int) -> None:
        """Its two lines: before it was made, and when it stood whole."""
        at = day.at(clock_time, self._random.randrange(50) / 60)
        print_no = f"P{self._book.next_in('print'):06d}"
        self._book.log(
            day.keeper, Event.PRINT_BEGIN, at, kind="print", subject=print_no,
            after={"what": what}, document=str(day.on),
        )  # fmt: skip
        self._book.log(
            day.keeper, Event.PRINT, at + _TAKES, kind="print", subject=print_no,
            after={"pages": pages, "sha256": f"{self._random.getrandbits(256):064x}"},
        )  # fmt: skip

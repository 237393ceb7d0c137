"""Handing out a rep's fifteen cards, durable: beside the same rows by bare sqlcipher3.

As with a save, two copies of one cabinet stand side by side: the very statements by which the
program wrote in the first are run in the second, in one transaction. What the program adds is
rights, the plan, who is blocked, whose cards are out or kept for another, and Peewee. In the
evening the cards come home with their visit records.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from model.loans.checkouts import CardOut, check_out
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.office import audit
from model.office.desk import Desk
from model.rounds.visits_shown import PromiseEntry, VisitEntry
from model.storage.cabinet import database_path
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95, timed
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import day_folder
from model.upkeep.bench.statements import bare_connection, caught, write_again
from model.upkeep.bench.working_day import mornings, rep_names

_MOST = 6.0
_TO_EVENING = timedelta(hours=9)
_NEXT_VISIT = timedelta(days=14)


@dataclass
class Lent:
    """Milliseconds of the program and of the bare engine, one each for every act."""

    out: list[float] = field(default_factory=list)
    bare_out: list[float] = field(default_factory=list)
    home: list[float] = field(default_factory=list)
    bare_home: list[float] = field(default_factory=list)
    cards: list[int] = field(default_factory=list)


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Morning by morning every rep gets his cards, and brings them home in the evening."""
    ours = folder / "ours-day.cabinet"
    shutil.copytree(day_folder(folder) / "office.cabinet", ours)
    desk, now = seated(ours)
    twins = Twins(desk, folder / "bare-day.cabinet")
    lent = Lent()
    try:
        for morning in mornings(now.date(), sizes.checkouts):
            twins.both(partial(open_cabinet, desk, morning))
            for rep in rep_names():
                _day(twins, rep, morning, lent)
    finally:
        twins.close()
        shut(desk, now)
    return _told(lent)


class Twins:
    """Two copies of one cabinet: what an act writes in the first is written bare in the second.

    Attributes:
        desk: at which the first is open.
    """

    def __init__(self, desk: Desk, bare: Path) -> None:
        self.desk = desk
        audit.flush(desk)
        shutil.copytree(desk.cabinet, bare)
        self._connection = bare_connection(database_path(bare), desk.keys.data_key)

    def both(self, act: Callable[[], Any]) -> tuple[float, float, Any]:
        """Milliseconds of the act, of its rows written bare, and what the act gave back."""
        with caught() as before:
            audit.flush(self.desk)
        write_again(self._connection, before)
        with caught() as statements:
            took, result = timed(act)
        baseline, _ = timed(partial(write_again, self._connection, statements))
        return took, baseline, result

    def close(self) -> None:
        """Close the second copy."""
        self._connection.close()


def _day(twins: Twins, rep: str, morning: datetime, lent: Lent) -> None:
    """A rep's cards out and home."""
    desk = twins.desk
    took, baseline, out = twins.both(partial(check_out, desk, rep, morning))
    lent.out.append(took)
    lent.bare_out.append(baseline)
    lent.cards.append(len(out))
    evening = morning + _TO_EVENING
    took, baseline, _ = twins.both(partial(take_back, desk, rep, homecoming(out, evening), evening))
    lent.home.append(took)
    lent.bare_home.append(baseline)


def homecoming(out: Sequence[CardOut], now: datetime) -> list[Return]:
    """The cards with what the rep learnt, and a promise for every third customer."""
    values = {
        "outcome": "yes",
        "met": "采购经理",
        "visited": "月底盘库，下周订货；竞品降价两个点",
        "next_visit_on": f"{now.date() + _NEXT_VISIT}",
        "next_purpose": "order",
    }
    promised = PromiseEntry("寄送新价目表", now.date() + timedelta(days=3))
    return [
        Return(
            card.card_no,
            "visited",
            VisitEntry(
                card.card_no, card.borrower, now.date(), values,
                promises=() if number % 3 else (promised,),
            ),
        )
        for number, card in enumerate(out)
    ]  # fmt: skip


def _told(lent: Lent) -> Measured:
    """The first of each pays for what is loaded and written once, and stands beside."""
    checkout = Figure("checkout", middle(lent.out[1:]), middle(lent.bare_out[1:]), _MOST, "ratio")
    return Measured(
        (checkout,),
        (
            ("checkout_cards", min(lent.cards), "cards"),
            ("first_checkout", lent.out[0], "ms"),
            ("checkout_p95", p95(lent.out[1:]), "ms"),
            ("bare_checkout_p95", p95(lent.bare_out[1:]), "ms"),
            ("return", middle(lent.home[1:]), "ms"),
            ("bare_return", middle(lent.bare_home[1:]), "ms"),
        ),
    )

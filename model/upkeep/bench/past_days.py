"""Years of past days behind the figures of the day: plans, loans and visit records in bulk.

Rows as the acts leave them, without their lines in the log: no figure reads those, and writing
them would take longer than all the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

from peewee import SQL

from model.cards.tables import CustomerCard, Loan
from model.office.counters import next_number
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState, VisitRecord
from model.storage.database import Table, database
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

VISITS = 12
"""Of one rep on one day."""
_NEXT_VISIT = timedelta(days=30)
_DAYS_AT_ONCE = 100
_SEEN = Prepared(
    lambda hole: CustomerCard.update({CustomerCard.last_visit_on: hole}).where(
        CustomerCard.id == hole
    )
)

Row = dict[str, Any]


def write_past_days(reps: Sequence[int], clerk: int, loans: int, today: date) -> None:
    """Write them inside the caller's transaction; the last day is yesterday.

    Args:
        reps: keys of who was on the road, each with his own customers in turn.
        clerk: key of who handed the cards out.
        loans: how many.
        today: the day after the last one.
    """
    cards = {rep: found for rep in reps if (found := cards_of(rep))}
    a_day = {rep: min(VISITS, len(found)) for rep, found in cards.items()}
    turns = {rep: cycle(found) for rep, found in cards.items()}
    rows, seen = _Rows(clerk), dict[int, date]()
    days = -(-loans // sum(a_day.values()))
    for number in range(days):
        day = today - timedelta(days=days - number)
        for rep, turn in turns.items():
            visited = list(islice(turn, min(a_day[rep], loans - rows.loans)))
            rows.add(rep, visited, day)
            seen |= dict.fromkeys(visited, day)
        if number % _DAYS_AT_ONCE == 0:
            rows.write()
    rows.write()
    for card, day in seen.items():
        _SEEN.run(day, card)
    next_number("loan", rows.loans)


def cards_of(rep: int) -> list[int]:
    """Keys of a rep's cards."""
    query = CustomerCard.select(CustomerCard.id).where(CustomerCard.rep == rep)
    return [card for (card,) in rows_of(query.order_by(CustomerCard.id))]


class _Rows:
    """Rows that wait to be written, with the keys that they will have."""

    def __init__(self, clerk: int) -> None:
        self._clerk = clerk
        self._plans = 0
        self.loans = 0
        self._waiting: dict[type[Table], list[Row]] = {}

    def add(self, rep: int, cards: Sequence[int], day: date) -> None:
        """A rep's day: his plan, and each card out, visited, home."""
        if not cards:
            return
        self._plans += 1
        plan_no = f"RB{day:%Y%m%d}-{rep:02}"
        self._put(
            DailyPlan, id=self._plans, plan_no=plan_no, plan_date=f"{day}", rep=rep,
            state=PlanState.APPROVED.value, made_by=rep, made_at=f"{day} 07:30:00",
            approved_by=self._clerk, approved_at=f"{day} 07:40:00",
        )  # fmt: skip
        for seq, card in enumerate(cards, 1):
            self.loans += 1
            self._visit(rep, card, day, seq, plan_no)

    def _visit(self, rep: int, card: int, day: date, seq: int, plan_no: str) -> None:
        self._put(
            PlanLine, plan=self._plans, card=card, seq=seq, state=LineState.VISITED.value,
            stay_minutes=30, travel_minutes=10,
        )  # fmt: skip
        self._put(
            Loan, loan_no=self.loans, card=card, borrower=rep, document=plan_no, day=f"{day}",
            issued_at=f"{day} 08:00:00", due_at=f"{day} 18:00:00", issued_by=self._clerk,
            read_before=True, returned_at=f"{day} 17:20:00", taken_back_by=self._clerk,
            condition="intact",
        )  # fmt: skip
        self._put(
            VisitRecord, record_no=f"BF{day:%Y%m%d}-{rep:02}{seq:02}", card=card, rep=rep,
            visited_on=f"{day}", plan_no=plan_no, read_before=True, entered_by=rep,
            entered_at=f"{day} 17:00:00", outcome="yes", visited="采购计划不变，下月再谈",
            next_visit_on=f"{day + _NEXT_VISIT}", next_purpose="order",
        )  # fmt: skip

    def _put(self, table: type[Table], **values: Any) -> None:
        self._waiting.setdefault(table, []).append(values)

    def write(self) -> None:
        """Write what waits."""
        for table, rows in self._waiting.items():
            _insert(table, rows)
        self._waiting = {}


def _insert(table: type[Table], rows: Sequence[Row]) -> None:
    """Many rows by one statement: peewee would write its text anew for each batch."""
    fields = [field for field in table._meta.sorted_fields if field.name in _named(table, rows[0])]
    sql, _ = table.insert(dict.fromkeys(fields, SQL(database.param))).sql()
    blank = {field.name: field.default for field in fields}
    values = ([(blank | row)[field.name] for field in fields] for row in rows)
    database.connection().executemany(sql, values)


def _named(table: type[Table], row: Row) -> Iterator[str]:
    """The columns that are written: those of the row, and what starts with something."""
    for field in table._meta.sorted_fields:
        if field.name in row or (field.default is not None and not callable(field.default)):
            yield field.name

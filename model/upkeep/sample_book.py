"""The rows and the log lines of the sample office's year, as the acts of each day write them.

Facts of a line are those of the act that writes it: `verify` explains every card by the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from peewee import chunked

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.tables import Loan, Proposal, ProposedChange
from model.loans.tables import BlockLift
from model.office import audit
from model.office.desk import Desk
from model.office.tables import Approval, CabinetDay, Counter
from model.rounds.tables import DailyPlan, PlanLine, Promise, VisitRecord
from model.storage.database import Table
from model.storage.prepared import Prepared

_BATCH = 500  # rows between two looks at whether to stop
Row = dict[str, Any]

_DEFAULTS: Mapping[type[Table], Row] = {
    table: {
        name: column.default
        for name, column in table._meta.fields.items()
        if not callable(column.default)
    }
    for table in (
        *(DailyPlan, PlanLine, Loan, VisitRecord, Promise, CabinetDay, BlockLift),
        *(Proposal, ProposedChange),
        *(Approval, IssuedCopy, DataExport, ReadingPass, CardLook),
    )
}


def _one_more(table: type[Table]) -> Prepared:
    return Prepared(lambda hole: table.insert(dict.fromkeys(table._meta.sorted_fields, hole)))


# Written row by row: peewee needs three times as long to write an insert of many rows as the
# engine to run one after another.
_ONE_MORE = {table: _one_more(table) for table in _DEFAULTS}


class Book:
    """Collects rows with the keys that they will have, and writes them in batches.

    Args:
        clerk: whose key the log is chained with.
    """

    def __init__(self, clerk: Desk) -> None:
        self._clerk = clerk
        self._rows: dict[type[Table], list[Row]] = {table: [] for table in _DEFAULTS}
        self._keys = dict.fromkeys(_DEFAULTS, 0)
        self._lines: list[audit.Line] = []
        self._last: dict[str, int] = {}

    def add(self, table: type[Table], **values: Any) -> Row:
        """A row with its key; it may be changed until it is written."""
        self._keys[table] += 1
        row = {**_DEFAULTS[table], **values, "id": self._keys[table]}
        self._rows[table].append(row)
        return row

    def log(self, desk: Desk, event: audit.Event, at: datetime, **facts: Any) -> None:
        """A line of the log."""
        self._lines.append(audit.make_line(desk, event, at, **facts))

    def next_in(self, series: str) -> int:
        """The next number of a series."""
        self._last[series] = self._last.get(series, 0) + 1
        return self._last[series]

    def write_lines(self, before: datetime) -> None:
        """Chain the lines of what happened before a time, in the order of time."""
        until = before.isoformat(sep=" ", timespec="seconds")
        ready = sorted((line for line in self._lines if line.at < until), key=lambda one: one.at)
        self._lines = [line for line in self._lines if line.at >= until]
        audit.append(self._clerk, ready)

    def write_rows(self) -> Iterator[float]:
        """Write all rows, batch by batch, and the last number of each series.

        Yields:
            How much of it is done, up to 1.
        """
        done, total = 0, sum(map(len, self._rows.values()))
        for table, rows in self._rows.items():
            names = [field.name for field in table._meta.sorted_fields]
            for batch in chunked(rows, _BATCH):
                for row in batch:
                    _ONE_MORE[table].run(*map(row.get, names))
                done += len(batch)
                yield done / total
        for numbers in chunked(sorted(self._last.items()), _BATCH):
            Counter.insert_many(numbers, fields=[Counter.name, Counter.value]).execute()

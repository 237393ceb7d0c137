"""Writing the rows of a card's child tables, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from model.cards.paths import parts_of
from model.cards.rows import Row, RowKey
from model.cards.tables import CHILDREN


def write_rows(
    card_id: int,
    before: Mapping[str, Iterable[Row]],
    rows: Mapping[str, Any],
    removed: Iterable[RowKey],
) -> None:
    """Write changed rows: new ones are added, others changed, those taken out deleted.

    Args:
        card_id: key of the card.
        before: its rows so far, by table.
        rows: path of a column -> value, None for an emptied cell.
        removed: rows that are taken out; the history keeps what stood in them.
    """
    there = {(table, row["row_no"]) for table, found in before.items() for row in found}
    for (table, number), columns in _by_row(rows).items():
        kept = CHILDREN[table]
        if (table, number) in there:
            kept.update(columns).where(kept.card == card_id, kept.row_no == number).execute()
        else:
            kept.insert({**columns, "card": card_id, "row_no": number}).execute()
    for table, number in removed:
        kept = CHILDREN[table]
        kept.delete().where(kept.card == card_id, kept.row_no == number).execute()


def _by_row(rows: Mapping[str, Any]) -> dict[RowKey, dict[str, Any]]:
    """The columns of each row as the database keeps them."""
    found: dict[RowKey, dict[str, Any]] = {}
    for path, value in rows.items():
        place = parts_of(path)
        kept = ",".join(value) if isinstance(value, tuple) else value
        found.setdefault((place.table, place.number), {})[place.column] = kept
    return found

"""What a change says, and what stands in its place on the card: both as the history keeps values.

A text of this form reads back to the same value, so that a proposal is accepted by typing it.
"""

from __future__ import annotations

from dataclasses import replace

from model.cards.contents import Contents
from model.cards.entering import Entered
from model.cards.paths import REQUIRED, RowPath, column_path, row_path
from model.cards.revisions import as_text


def proposed_text(entered: Entered, path: str) -> str | None:
    """What a path that was typed changes to.

    Args:
        entered: all that was typed, checked.
        path: what one text belonged to.

    Returns:
        The new value as the history keeps it, empty for what is emptied or taken out; None if the
        text says what stands there already.
    """
    row = row_path(path)
    if row is not None:
        return _text_in_row(entered, row)
    if path not in entered.values:
        return None
    value = entered.values[path]
    return as_text(entered.explicit.get(path) if value is None else value) or ""


def _text_in_row(entered: Entered, row: RowPath) -> str | None:
    """The same for a column of a row, or a whole row."""
    number = entered.numbered.get(str(replace(row, column=""))) if row.is_new else row.number
    if number is None:
        return None
    if (row.table, number) in entered.removed:
        return ""
    path = column_path(row.table, number, row.column)
    return as_text(entered.rows[path]) or "" if path in entered.rows else None


def standing_text(contents: Contents, path: str) -> str:
    """What stands on the card now in the place of a change; empty where nothing does.

    A whole row is told by the column that names it.
    """
    row = row_path(path)
    if row is None:
        return as_text(contents.values.get(path, contents.explicit.get(path))) or ""
    rows = contents.children.get(row.table, ())
    found = next((one for one in rows if str(one.get("row_no")) == row.row), {})
    return as_text(found.get(row.column or REQUIRED[row.table][0])) or ""

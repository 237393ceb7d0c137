"""What the cells that are only read show: values in words, rows of tables, and why one is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from model.cards.definition import Kind
from model.cards.fields import CHILD_TABLES, field, field_at, has_field
from model.cards.layout import SUMMARY_ROWS, Face, reading_order, rows_shown
from model.cards.paths import column_path, field_of, path_label
from model.cards.showing import show, show_kept
from model.office.data_rights import see_reach
from model.office.rights import Reach, Role
from model.words import Words, mark

if TYPE_CHECKING:
    from model.cards.cards import CardView

_PATH = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")
DASH = "—"
"""Stands where there can be no value: no share without the whole, no score on paper."""

_ON_LOAN = mark("CardForm", "seen while on loan")
_HIDDEN = mark("CardForm", "hidden")
MASKED = mark(
    "CardForm",
    "Private: it stands on the paper card. The supervisor and the manager read it here; typing "
    "writes over it.",
)
"""Tells of a masked cell who may read it."""
_WEIGHT = mark("CardForm", " ({weight})")
_BY_US = mark("CardForm", "us {rate}")
_BY_RIVALS = mark("CardForm", "rivals {rate}")
_COMPUTED = frozenset({"share", "growth"})
_CLOCKS = frozenset({"out_at", "in_at"})
_OF_CHANGE = frozenset({"field", "old_value", "new_value"})
_ANSWERS = frozenset({"none", "not_applicable"})


def shown_texts(view: CardView, face: Face, words: Words) -> dict[str, str]:
    """Path -> text of every cell of a face that has something to show."""
    found = {}
    used = view.children.get("usage_log", ())
    # The last lines, where the face has room for fewer.
    last = {**view.children, "usage_log": used[-(rows_shown(face, "usage_log") or 1) :]}
    view = replace(view, children=last)
    for path in reading_order(face):
        text = _text(view, path, words)
        if text:
            found[path] = text
    return found


def column_hints(view: CardView, table: str, role: Role, words: Words) -> dict[str, str]:
    """Column of a child table -> why this role sees nothing in its rows.

    A clerk's private columns are none of them: of each cell `CardView.masked` tells.
    """
    not_lent = _not_lent(view, role)
    found = {}
    for column in CHILD_TABLES[table]:
        reach = see_reach(role, column.data_class, column.identifier)
        if _shut(reach, not_lent=not_lent) and not _is_masked(reach, role):
            on_loan = reach is Reach.LENT
            found[column.identifier] = words("CardForm", _ON_LOAN if on_loan else _HIDDEN)
    return found


def hints(view: CardView, face: Face, role: Role, words: Words) -> dict[str, str]:
    """Path -> why this role sees nothing in a cell."""
    found = {}
    not_lent = _not_lent(view, role)
    for path in reading_order(face):
        reach = _reach(view, path, role)
        if path in view.hidden or (_is_row(view, path) and _shut(reach, not_lent=not_lent)):
            hint = words("CardForm", _ON_LOAN if reach is Reach.LENT else _HIDDEN)
            masked = view.masked.get(_path_of(view, path), "")
            found[path] = masked if _is_masked(reach, role) else hint
    return {path: hint for path, hint in found.items() if hint}


def masked_cells(view: CardView, face: Face) -> frozenset[str]:
    """Cells of a face that show no more than that something stands there."""
    return frozenset(path for path in reading_order(face) if _path_of(view, path) in view.masked)


def _is_masked(reach: Reach, role: Role) -> bool:
    """Whether a role is told that something stands where it may not read it: a clerk."""
    return role is Role.CLERK and reach is Reach.NO


def _path_of(view: CardView, cell: str) -> str:
    """The path of a cell of the layout, of a row's column by the row's number."""
    slot = _PATH.fullmatch(cell)
    rows = view.children.get(slot[1], ()) if slot else ()
    if slot is None or int(slot[2]) >= len(rows):
        return cell
    return column_path(slot[1], str(rows[int(slot[2])].get("row_no")), slot[3])


def _not_lent(view: CardView, role: Role) -> bool:
    """Whether the card hides what its borrower would see."""
    known = [name for name in view.hidden if has_field(view.kind, name)]
    return any(_reach(view, name, role) is Reach.LENT for name in known)


def _reach(view: CardView, path: str, role: Role) -> Reach:
    known = field_at(view.kind, path)
    return see_reach(role, known.data_class, known.identifier)


def _is_row(view: CardView, path: str) -> bool:
    """Whether the path is a column of a row that is there."""
    row = _PATH.fullmatch(path)
    return row is not None and int(row[2]) < len(view.children.get(row[1], ()))


def _shut(reach: Reach, *, not_lent: bool) -> bool:
    """Whether a column is left out for this role; the view names only fields of the card."""
    return reach is Reach.NO or (reach is Reach.LENT and not_lent)


def _text(view: CardView, path: str, words: Words) -> str:
    """The text of one cell."""
    row = _PATH.fullmatch(path)
    if row is not None:
        rows = view.children.get(row[1], ())
        place = int(row[2])
        told = rows[place] if place < len(rows) else {}
        if row[1] == "revisions" and row[3] in _OF_CHANGE:
            return _change_text(view, told, row[3], words)
        if row[3] in _COMPUTED and told.get("year") and told.get(row[3]) is None:
            return DASH
        if row[3] in _CLOCKS:
            return _clock(told.get(row[3]), told.get("visited_on"))
        return column_text(row[1], row[3], told.get(row[3]), words)
    known = field(view.kind, path)
    if path in view.hidden:
        return ""
    if known.kind is Kind.ROWS:
        return _in_short(path, view.children.get(path, ()), words)
    answer = view.explicit.get(path)
    return show(known, view.values.get(path, answer if answer in _ANSWERS else None), words)


def _clock(moment: datetime | None, day: date | None) -> str:
    """When a card went or came: the time, and the day where it is not the visit's."""
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%m-%d %H:%M}"


def column_text(table: str, column: str, value: Any, words: Words) -> str:
    """A value of a child table; money and shares without their unit, which the heading names."""
    if value is None:
        return ""
    known = next(known for known in CHILD_TABLES[table] if known.identifier == column)
    return show(known, value, words, unit=known.kind is not Kind.MONEY)


def _change_text(view: CardView, row: Mapping[str, Any], column: str, words: Words) -> str:
    """What was changed by the name of its field, and a value of it in words."""
    text, path = str(row.get(column) or ""), str(row.get("field") or "")
    try:
        if column == "field":
            return path_label(view.kind, path, words, view.children)
        return show_kept(field_of(view.kind, path), text, words)
    except KeyError:  # a field that cards had once
        return text


def told_order(table: str, rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The rows of a table in the order in which one cell tells them.

    Needs by their weight, the most important first; years from the newest; others as they stand.
    """
    if table == "needs":
        return sorted(rows, key=lambda row: (not row.get("is_top"), -(row.get("importance") or 0)))
    if table == "sales_history":
        return sorted(rows, key=lambda row: -(row.get("year") or 0))
    return rows


def _in_short(table: str, rows: Sequence[dict[str, Any]], words: Words) -> str:
    """A table told in one cell."""
    told = _SUMMARIES[table](told_order(table, rows), words)
    return "    ".join(list(told)[: SUMMARY_ROWS[table]])


def _needs(rows: Sequence[dict[str, Any]], words: Words) -> Iterable[str]:
    """Each need with its weight, and how far it is met by us and by rivals."""
    for number, row in enumerate(rows):
        weight = words("CardForm", _WEIGHT).format(weight=row.get("importance"))
        parts = [f"{_circled(number)}{row.get('description', '')}"]
        parts[0] += weight if row.get("importance") else ""
        for name, label in (("our_rate", _BY_US), ("rival_rate", _BY_RIVALS)):
            rate = column_text("needs", name, row.get(name), words)
            if rate:
                parts.append(words("CardForm", label).format(rate=rate))
        yield " ".join(parts)


def _rivals(rows: Sequence[dict[str, Any]], words: Words) -> Iterable[str]:
    """Brand, product, quantity, opinion."""
    columns = ("brand", "product", "monthly_qty", "opinion")
    for row in rows:
        texts = (column_text("competitor_sales", name, row.get(name), words) for name in columns)
        yield " / ".join(text for text in texts if text)


def _years(rows: Sequence[dict[str, Any]], words: Words) -> Iterable[str]:
    """Year and our net sales."""
    for row in rows:
        sales = column_text("sales_history", "net_sales", row.get("net_sales"), words)
        yield f"{row.get('year')}: {sales}"


def _circled(number: int) -> str:
    return chr(0x2460 + number)


_SUMMARIES = {"needs": _needs, "competitor_sales": _rivals, "sales_history": _years}

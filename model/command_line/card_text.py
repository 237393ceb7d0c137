"""A card as the command line shows it: every filled cell with its label, in the card's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from model.cards.cards import CardView
from model.cards.fields import CHILD_TABLES, Field, fields_of
from model.cards.listing import CardRow
from model.cards.revisions import RevisionRow
from model.cards.search import Hit
from model.cards.showing import show
from model.command_line.telling import Shown, label_of, plain, table, told
from model.sentences.names import field_label, state_name
from model.words import Words

if TYPE_CHECKING:
    from model.loans.at_a_glance import Glance

_HIDDEN = "***"


def numbered(ref: str) -> dict[str, str]:
    """A card's number under the name that fits it."""
    return {"draft_no" if ref.startswith("D") else "card_no": ref}


def listed(row: CardRow) -> dict[str, Any]:
    """One card of the list."""
    return {
        "card_no": "" if row.ref.startswith("D") else row.ref,
        "draft_no": row.ref if row.ref.startswith("D") else "",
        "full_name": row.name,
        "customer_kind": row.kind,
        "custody_state": row.state,
        "draft_stage": row.stage,
        "relationship_status": row.status,
        "abc_class": row.abc_class,
        "rep": row.rep,
        "district": row.district,
        "drawer": row.drawer_no,
        "holder": row.holder,
        "last_visit_on": row.last_visit_on,
        "completeness": row.completeness,
        "incomplete": row.incomplete,
        "legacy_no": row.legacy_no,
    }


def found(hit: Hit) -> dict[str, Any]:
    """One hit of a search."""
    return {
        "card_no": "" if hit.ref.startswith("D") else hit.ref,
        "draft_no": hit.ref if hit.ref.startswith("D") else "",
        "full_name": hit.name,
        "rep": hit.rep,
        "custody_state": hit.state,
        "masked": hit.masked,
    }


def card_shown(view: CardView, history: list[RevisionRow] | None, words: Words) -> Shown:
    """A card with all that this desk may see of it.

    Args:
        view: the card as read.
        history: its changes, newest first, or None when nobody asked for them.
        words: the reader's language.
    """
    facts = _facts(view)
    lines = [*_head(view, words), *_cells(view, words), *_children(view, words)]
    if history is not None:
        facts["revisions"] = [{"line": row.id, **plain(row)} for row in history]
        lines += ["", table(facts["revisions"], words)]
    return Shown(facts, "\n".join(lines))


_GLANCED: dict[str, tuple[str, ...]] = {
    "visits": ("visited_on", "rep", "visited"),
    "promises": ("due_on", "promised_by", "description"),
    "loans": ("loan_no", "borrower", "issued_at", "due_at", "returned_at"),
    "revisions": ("changed_at", "changed_by", "field", "old", "new"),
    "proposals": ("proposal_no", "proposer", "made_at"),
}
"""Table of 客户全貌 -> the columns that are told of it."""


def glanced(found: Glance, words: Words) -> Shown:
    """One customer on one page (客户全貌); the card itself is told by `card show`."""
    parts = {name: part for name, part in plain(found).items() if name != "view"}
    facts = {**numbered(found.view.ref), "full_name": found.view.values.get("full_name"), **parts}
    tables = {
        name: [{column: _column(row, column) for column in columns} for row in facts[name]]
        for name, columns in _GLANCED.items()
    }
    return Shown(facts, told({**facts, **tables}, words))


def _column(row: Mapping[str, Any], column: str) -> Any:
    """A column of a row, or what a visit record says under that name."""
    return row.get(column, row.get("values", {}).get(column))


def _facts(view: CardView) -> dict[str, Any]:
    """Everything seen, by identifier; what the role may not see is named, without its value."""
    return {
        **numbered(view.ref),
        **plain(view.values),
        "version": view.version,
        "custody_state": view.state.value,
        "draft_stage": view.stage,
        "review_remark": view.remark,
        "holder": view.holder,
        "due_at": plain(view.due_at),
        "last_visit_on": plain(view.last_visit_on),
        "incomplete": view.incomplete,
        "completeness": f"{view.completeness.percent}",
        "missing": list(view.missing),
        "explicit": view.explicit,
        "hidden": sorted(view.hidden),
        **{name: plain(rows) for name, rows in view.children.items()},
    }


def _head(view: CardView, words: Words) -> Iterator[str]:
    """Number, state, completeness."""
    state = state_name(view.stage or view.state.value, words)
    yield f"{view.ref}  {state}  {view.completeness.percent} %  v{view.version}"
    if view.remark:
        yield view.remark
    if view.missing:
        missing = ", ".join(field_label(name, words) for name in view.missing)
        yield f"{label_of('missing', words)}: {missing}"


def _cells(view: CardView, words: Words) -> Iterator[str]:
    """The filled cells and explicit answers, and which ones are hidden."""
    for field in fields_of(view.kind):
        text = _text(view, field, words)
        if text:
            yield f"{words('CardField', field.label)}: {text}"


def _text(view: CardView, field: Field, words: Words) -> str:
    if field.identifier in view.hidden:
        return _HIDDEN
    answer = view.explicit.get(field.identifier)
    value = view.values.get(field.identifier)
    if value is None and answer in {"none", "not_applicable"}:
        return show(field, answer, words)
    return show(field, value, words)


def _children(view: CardView, words: Words) -> Iterator[str]:
    """The rows of each child table, one a line."""
    for name, rows in view.children.items():
        columns = {column.identifier: column for column in CHILD_TABLES.get(name, ())}
        for row in rows:
            yield "– " + "; ".join(_parts(row, columns, words))


def _parts(row: Mapping[str, Any], columns: Mapping[str, Field], words: Words) -> Iterator[str]:
    for name, value in row.items():
        column = columns.get(name)
        if column is not None and value not in (None, "", False):
            yield f"{words('CardField', column.label)} {show(column, value, words)}"

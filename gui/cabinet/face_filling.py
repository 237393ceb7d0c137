"""What a card that is typed on puts into the cells of a face."""

from __future__ import annotations

import re
from dataclasses import replace

from gui.cabinet.sheet_heads import sheet_head
from gui.cabinet.typed_card import TypedCard
from gui.translators import words
from gui.widgets.cell_ink import Mark
from gui.widgets.sheet_filling import RowFilling, SheetFilling
from model.cards.cell_texts import MASKED, hints, masked_cells, shown_texts
from model.cards.checked import is_warning
from model.cards.definition import Kind
from model.cards.fields import field
from model.cards.layout import Face, reading_order
from model.cards.paths import TABLE_LABELS, column_path
from model.errors import Problem
from model.office.rights import Role
from model.sentences.problems import problem_sentence

_SLOT = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")


def filling_of(card: TypedCard, face: Face, role: Role) -> SheetFilling:
    """Everything that stands in the cells of a face, as `role` may read it."""
    return SheetFilling(
        typed=card.texts,
        shown=shown_now(card, face),
        hints=hints(card.view, face, role, words),
        tips=dict.fromkeys(masked_cells(card.view, face), words("CardForm", MASKED)),
        open_cells=card.open_cells(),
        wanted=card.required_empty(),
        head=sheet_head(card, face.side),
        rows=rows_filling(card, face),
        tables=tables_of(card, face),
        stale=card.view.stale,
        changed=changed_cells(card, face),
    )


def worst_of(problem: Problem) -> tuple[Mark, str]:
    """The mark of a problem, and its sentence."""
    mark = Mark.WARNING if is_warning(problem) else Mark.ERROR
    return mark, problem_sentence(problem, words)


def shown_now(card: TypedCard, face: Face) -> dict[str, str]:
    """Path -> text of every cell of a face that is painted, with what is typed."""
    rows = card.rows
    ordered = {table: tuple(found.values()) for table, found in rows.by_key.items()}
    view = replace(card.view, children={**rows.children, **ordered})
    shown = shown_texts(view, face, words)
    for path, name in _names(card, face).items():
        if name in card.problems:
            shown[path] = card.text(name)  # what cannot be read stands there as it was typed
    return shown


def rows_filling(card: TypedCard, face: Face) -> RowFilling:
    """What stands in the rows that a face shows, and what is wrong with it."""
    tables = {found[1] for path in reading_order(face) if (found := _SLOT.fullmatch(path))}
    names = _names(card, face).values()
    return RowFilling(
        keys={table: card.keys(table) for table in tables & TABLE_LABELS.keys()},
        open_columns=card.open_columns,
        typed={name: card.text(name) for name in names},
        marks=marks_of_rows(card),
    )


def marks_of_rows(card: TypedCard) -> dict[str, tuple[Mark, str]]:
    """Path -> what is wrong with a cell of a row."""
    found = dict.fromkeys(card.columns_wanted(), (Mark.WANTED, ""))
    for name, problems in card.problems.items():
        if "#" in name and problems:
            found[name] = worst_of(min(problems, key=is_warning))
    return found


def tables_of(card: TypedCard, face: Face) -> frozenset[str]:
    """The cells of a face that tell a table in short."""
    kind = card.view.kind
    return frozenset(
        path
        for path in reading_order(face)
        if path in TABLE_LABELS
        and path not in card.view.hidden
        and field(kind, path).kind is Kind.ROWS
    )


def changed_cells(card: TypedCard, face: Face) -> frozenset[str]:
    """The cells of a face that were changed since the last visit."""
    rows = _names(card, face)
    return frozenset(
        path for path in reading_order(face) if rows.get(path, path) in card.view.changed
    )


def _names(card: TypedCard, face: Face) -> dict[str, str]:
    """Cell of the layout -> path of the row's column that it shows, where a row is there."""
    found = {}
    for path in reading_order(face):
        slot = _SLOT.fullmatch(path)
        if slot is not None and slot[1] in TABLE_LABELS:
            keys = tuple(card.rows.by_key[slot[1]])
            if int(slot[2]) < len(keys):
                found[path] = column_path(slot[1], keys[int(slot[2])], slot[3])
    return found

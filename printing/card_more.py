"""What a card's two faces have no room for: the continuation sheet (续页) and 主要人物.

On the continuation sheet stands in full what ends with 「→续」 in its cell, and every rival and
need beyond the rows of the face. The sheet 主要人物 has all columns of the contacts beyond the four
of the face, and of those with a fact that has no room or no cell there (domain.md §3.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.cards.blocks import SIDE_TITLES, TITLES
from model.cards.cell_texts import column_text, told_order
from model.cards.fields import CHILD_TABLES, Kind, field_at
from model.cards.grid import Block
from model.cards.layout import SUMMARY_ROWS, faces, more_columns, rows_shown
from model.cards.measures import COLUMNS, HEADING_MM
from model.cards.paths import TABLE_LABELS
from model.loans.sheets import CardPaper
from model.words import Words, mark
from printing.card_changes import Changes
from printing.card_places import CardPlaces
from printing.card_values import LaidValues
from printing.growing import LaidRow, Part, lay
from printing.typeface import Typeface

_NO_TITLE = mark("Print", "Card head")
_SECTION = mark("Print", "{section} ({side})")
_ROW = mark("Print", "{table} {number}")
_ROW_COLUMN = mark("Print", "{row} · {column}")

_SEMICOLON = mark("Print", "; ")

_ALL_ROWS = frozenset({"needs", "competitor_sales"})
"""Tables of which every row is on paper, on the continuation sheet those beyond the face."""

_LABEL_SHARE = 0.2
"""Of the width, for the labels of the continuation sheet."""

_PEOPLE_ROWS = (
    "name:2:6 title:3:5 roles:3:5",
    "position_kind:2:6 gender:3:5 birth_date:3:5",
    "mobile:2:6 phone:3:5 wechat:3:5",
    "email:2:6 native_place:3:5 birthplace:3:5",
    "ethnicity:2:6 education:3:5 left_on:3:5",
    "influence:2:6 attitude:3:5 is_primary:3:5",
    "is_key_person:2:6 personality:3:13",
    "hobbies:2:10 family:3:9",
    "home_address:2:22",
    "experience:2:22",
    "views:2:10 etiquette_note:3:9",
)
"""The block of one contact: column, columns of the grid for its label and for its value."""

_TELLS_NOTHING = frozenset({"is_primary", "is_key_person"})
"""Columns without a cell that alone make no sheet: the order of the face tells them."""


Entry = tuple[str, str, bool]
"""Label, text in full, and whether it changed."""


def continuation_blocks(
    typeface: Typeface,
    paper: CardPaper,
    laid: Sequence[tuple[CardPlaces, LaidValues]],
    words: Words,
) -> list[list[LaidRow]]:
    """The rows of the continuation sheet, under a heading for each section that goes on.

    Contacts are told on a sheet of their own.

    Args:
        typeface: of the document.
        paper: the card.
        laid: both faces with their values.
        words: the reader's language.
    """
    blocks = []
    for places, values in laid:
        for block in places.face.blocks:
            entries = list(_of_block(paper, block, values, words))
            if entries:
                title = words("CardSection", block.title) or words("Print", _NO_TITLE)
                side = words("CardSection", SIDE_TITLES[places.face.side])
                heading = words("Print", _SECTION).format(section=title, side=side)
                blocks += _blocks(typeface, places.grid.width, heading, entries)
    return blocks


def people_blocks(
    typeface: Typeface,
    paper: CardPaper,
    laid: Sequence[tuple[CardPlaces, LaidValues]],
    words: Words,
) -> list[list[LaidRow]]:
    """The blocks of the sheet 主要人物: one for each contact that the face does not tell whole.

    Args:
        typeface: of the document.
        paper: the card.
        laid: both faces with their values.
        words: the reader's language.
    """
    contacts = paper.view.children.get("contacts", ())
    whole = rows_shown(faces(paper.view.kind)[0], "contacts")
    if not whole:  # an individual has no contacts
        return []
    unseen = [name for name in more_columns("contacts") if name not in _TELLS_NOTHING]
    cut = {leftover.paths[0].partition(".")[0] for _, values in laid for leftover in values.left}
    return [
        _person(typeface, paper, at, laid[0][0].grid.width, words)
        for at, contact in enumerate(contacts)
        if at >= whole
        or f"contacts[{at}]" in cut
        or any(contact.get(name) is not None for name in unseen)
    ]


def _of_block(paper: CardPaper, block: Block, values: LaidValues, words: Words) -> Iterator[Entry]:
    """What goes on of one block: its cells in order, then the rows beyond those of its tables."""
    left = {leftover.paths for leftover in values.left}
    for cell in (cell for row in block.rows for cell in row.cells if cell.paths):
        if field_at(paper.view.kind, cell.paths[0]).kind is Kind.ROWS:
            table = cell.paths[0]
            told = 0 if cell.paths in left else SUMMARY_ROWS[table]
            yield from _rows_from(paper, table, told, words)
        elif cell.paths in left and not cell.paths[0].startswith("contacts["):
            yield from _entries(paper, cell.paths, values.shown, words)
    for table in dict.fromkeys(row.table for row in block.rows if row.table):
        yield from _rows_from(paper, table, sum(row.table == table for row in block.rows), words)


def _entries(
    paper: CardPaper, paths: Iterable[str], shown: Mapping[str, str], words: Words
) -> Iterator[Entry]:
    """The fields of a cell that had no room, each by its own label."""
    changes = Changes.of(paper)
    for path in paths:
        if shown.get(path):
            yield _label(paper, path, words), shown[path], changes.has(path)


def _label(paper: CardPaper, path: str, words: Words) -> str:
    """The label of a cell's field; of a row's column also which row it is."""
    label = words("CardField", field_at(paper.view.kind, path).label)
    table, bracket, rest = path.partition("[")
    if not bracket:
        return label
    row = _row_label(table, int(rest.partition("]")[0]), words)
    return words("Print", _ROW_COLUMN).format(row=row, column=label)


def _row_label(table: str, at: int, words: Words) -> str:
    """A row by its table and its place: 竞品销售 4."""
    known = TABLE_LABELS.get(table)
    name = words("CardField", known) if known else words("CardSection", TITLES[table][1])
    return words("Print", _ROW).format(table=name, number=at + 1)


def _rows_from(paper: CardPaper, table: str, told: int, words: Words) -> Iterator[Entry]:
    """The rows that come after those that the face tells, each in full.

    Of years and logs the face shows the last ones, and that is all it is to show.
    """
    if told and table not in _ALL_ROWS:
        return
    changes = Changes.of(paper)
    rows = told_order(table, paper.view.children.get(table, ()))
    for at, row in enumerate(rows[told:], told):
        texts = [
            f"{words('CardField', column.cell_label)} {text}"
            for column in CHILD_TABLES[table]
            if (text := column_text(table, column.identifier, row.get(column.identifier), words))
        ]
        changed = any(
            changes.has_column(table, row.get("row_no"), column.identifier)
            for column in CHILD_TABLES[table]
        )
        yield _row_label(table, at, words), words("Print", _SEMICOLON).join(texts), changed


def _blocks(
    typeface: Typeface, width: float, heading: str, entries: Iterable[Entry]
) -> list[list[LaidRow]]:
    """One section of the continuation sheet; its heading stays with its first row."""
    label = width * _LABEL_SHARE
    rows = [
        [lay(typeface, [Part(name, label, label=True), Part(text, width - label, changed=changed)])]
        for name, text, changed in entries
    ]
    rows[0].insert(0, lay(typeface, [Part(heading, width, band=True)], keeps_next=True))
    return rows


def _person(
    typeface: Typeface, paper: CardPaper, at: int, width: float, words: Words
) -> list[LaidRow]:
    """The block of one contact."""
    contact = paper.view.children["contacts"][at]
    name = column_text("contacts", "name", contact.get("name"), words)
    rows = [lay(typeface, [Part(f"{at + 1}  {name}", width, band=True)], keeps_next=True)]
    changes = Changes.of(paper)
    strip = width * HEADING_MM / (HEADING_MM + COLUMNS * faces(paper.view.kind)[0].sheet.column_mm)
    column = (width - strip) / COLUMNS
    for line in _PEOPLE_ROWS:
        parts, extra = [], strip  # the strip of the faces widens the first label
        for word in line.split():
            column_name, label, value = word.split(":")
            text = column_text("contacts", column_name, contact.get(column_name), words)
            known = field_at(paper.view.kind, f"contacts.{column_name}")
            changed = changes.has_column("contacts", contact.get("row_no"), column_name)
            parts += [
                Part(words("CardField", known.label), int(label) * column + extra, label=True),
                Part(text, int(value) * column, changed=changed),
            ]
            extra = 0.0
        rows.append(lay(typeface, parts))
    return rows

"""The one layout against domain.md §3.2 to §3.5."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from model.cards.fields import CHILD_TABLES, CardKind, field_at, fields_of
from model.cards.layout import (
    SUMMARY_ROWS,
    TITLE,
    Face,
    Side,
    faces,
    more,
    more_columns,
    reading_order,
    rows_shown,
    side_of,
)
from model.cards.measures import COLUMNS

KINDS = list(CardKind)
COMPANY_FRONT, COMPANY_BACK = faces(CardKind.COMPANY)
INDIVIDUAL_FRONT, INDIVIDUAL_BACK = faces(CardKind.INDIVIDUAL)
EVERY_FACE = [
    pytest.param(face, id=f"{kind}-{face.side}") for kind in KINDS for face in faces(kind)
]


def uneven_rows(face: Face) -> list[int]:
    """Numbers of the rows whose spans do not fill the grid."""
    return [
        number
        for number, row in enumerate(face.rows)
        if sum(cell.span for cell in row.cells) != COLUMNS
    ]


def widened(face: Face) -> Iterator[Face]:
    """The face with one cell one column too wide, once for each of its rows."""
    for block_number, block in enumerate(face.blocks):
        for row_number, row in enumerate(block.rows):
            first, *others = row.cells
            wrong = replace(row, cells=(replace(first, span=first.span + 1), *others))
            rows = (*block.rows[:row_number], wrong, *block.rows[row_number + 1 :])
            blocks = list(face.blocks)
            blocks[block_number] = replace(block, rows=rows)
            yield replace(face, blocks=tuple(blocks))


@pytest.mark.parametrize("face", EVERY_FACE)
def test_spans_fill_the_grid(face: Face) -> None:
    assert uneven_rows(face) == []


@pytest.mark.parametrize("face", EVERY_FACE)
def test_one_wrong_span_in_any_row_is_found(face: Face) -> None:
    broken = list(widened(face))
    assert len(broken) == len(face.rows)
    assert [uneven_rows(one) for one in broken] == [[number] for number in range(len(broken))]


@pytest.mark.parametrize(
    ("face", "grid_mm", "used_mm", "available_mm"),
    [
        (COMPANY_FRONT, 212, 249, 273),
        (COMPANY_BACK, 235, 253, 273),
        (INDIVIDUAL_FRONT, 88, 118, 124),
        (INDIVIDUAL_BACK, 87, 105, 124),
    ],
)
def test_heights_are_the_domains(
    face: Face, grid_mm: float, used_mm: float, available_mm: float
) -> None:
    assert face.grid_mm == grid_mm
    assert face.above_mm + face.grid_mm + face.foot_mm == used_mm
    assert face.sheet.available_mm == available_mm
    assert face.spare_mm == available_mm - used_mm


@pytest.mark.parametrize("face", EVERY_FACE)
def test_the_grid_and_its_margins_are_the_papers_width(face: Face) -> None:
    sheet = face.sheet
    assert sheet.grid_mm + 2 * sheet.margin_mm == pytest.approx(sheet.width_mm)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_exactly_once_on_paper_or_under_more(kind: CardKind) -> None:
    paths = [path for face in faces(kind) for path in reading_order(face)]
    tables = {path.partition("[")[0] for path in paths if "[" in path}
    placed = Counter([path for path in paths if "[" not in path])
    placed.update(table for table in tables if table not in {"contacts", "usage_log", "revisions"})
    placed.update(more(kind))
    placed.update(TITLE)
    assert placed == Counter(found.identifier for found in fields_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_path_is_a_field_and_stands_once(kind: CardKind) -> None:
    paths = [path for face in faces(kind) for path in reading_order(face)]
    assert len(paths) == len(set(paths))
    for path in paths:
        field_at(kind, path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_part_stands_in_its_fields_cell(kind: CardKind) -> None:
    cells = [cell.paths for face in faces(kind) for row in face.rows for cell in row.cells]
    cells.append(more(kind))
    for found in fields_of(kind):
        if found.companion_of:
            (cell,) = [paths for paths in cells if found.identifier in paths]
            assert cell[cell.index(found.identifier) - 1] == found.companion_of


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_cell_follows_its_label(kind: CardKind) -> None:
    for face in faces(kind):
        for row in face.rows:
            for before, cell in zip(row.cells, row.cells[1:], strict=False):
                if len(cell.paths) == 1 and not row.table:
                    assert before.label == field_at(kind, cell.paths[0]).cell_label


@pytest.mark.parametrize(
    ("face", "table", "rows"),
    [
        (COMPANY_FRONT, "contacts", 4),
        (COMPANY_BACK, "sales_history", 3),
        (COMPANY_BACK, "competitor_sales", 3),
        (COMPANY_BACK, "usage_log", 8),
        (COMPANY_BACK, "revisions", 4),
        (INDIVIDUAL_BACK, "usage_log", 6),
        (INDIVIDUAL_BACK, "revisions", 0),
    ],
)
def test_rows_of_child_tables(face: Face, table: str, rows: int) -> None:
    assert rows_shown(face, table) == rows
    order = reading_order(face)
    assert {int(path[len(table) + 1]) for path in order if path.startswith(f"{table}[")} == set(
        range(rows)
    )


def test_tab_walks_the_front_in_reading_order() -> None:
    order = reading_order(COMPANY_FRONT)
    assert order[:6] == ("card_no", "location", "abc_class", "secrecy", "revision_no", "created_on")
    assert order.index("contacts[0].family") + 1 == order.index("contacts[1].name")
    assert order[-1] == "needs"


def test_columns_of_contacts_without_a_cell() -> None:
    assert set(more_columns("contacts")) == {
        "gender",
        "birthplace",
        "home_address",
        "phone",
        "wechat",
        "email",
        "influence",
        "attitude",
        "views",
        "etiquette_note",
        "is_primary",
        "is_key_person",
        "position_kind",
        "left_on",
    }
    assert more_columns("revisions") == ()
    assert set(SUMMARY_ROWS) < set(CHILD_TABLES)


@pytest.mark.parametrize(
    ("kind", "identifier", "side"),
    [
        (CardKind.COMPANY, "uscc", Side.FRONT),
        (CardKind.COMPANY, "sales_history", Side.BACK),
        (CardKind.COMPANY, "mnemonic", Side.MORE),
        (CardKind.COMPANY, "print_no", Side.TITLE),
        (CardKind.INDIVIDUAL, "needs", Side.FRONT),
        (CardKind.INDIVIDUAL, "anniversary", Side.MORE),
    ],
)
def test_where_a_field_stands(kind: CardKind, identifier: str, side: Side) -> None:
    assert side_of(kind, identifier) is side


def test_an_unknown_field_stands_nowhere() -> None:
    with pytest.raises(KeyError):
        side_of(CardKind.COMPANY, "school")


def test_spare_height_goes_to_section_two_of_the_company_front() -> None:
    assert [
        block.name for face in faces(CardKind.COMPANY) for block in face.blocks if block.takes_spare
    ] == ["section_features"]

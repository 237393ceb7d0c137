"""Where the cells of a card lie on paper."""

from __future__ import annotations

import pytest
from reportlab.lib.units import mm

from model.cards.fields import CardKind
from model.cards.layout import faces
from model.cards.measures import BOTTOM_MM
from printing.card_places import CardPlaces, front_places, places

ALL = tuple(face for kind in CardKind for face in faces(kind))


@pytest.fixture(params=ALL, ids=lambda face: f"{face.kind}-{face.side}")
def laid_out(request: pytest.FixtureRequest) -> CardPlaces:
    return places(request.param)


def test_cells_fill_the_grid_without_gap_or_overlap(laid_out: CardPlaces) -> None:
    grid = laid_out.grid
    below = grid.top
    for row in laid_out.rows:
        right = laid_out.blocks[0].strip.right
        for cell in row:
            assert cell.box.left == pytest.approx(right)
            assert cell.box.top == pytest.approx(below)
            right = cell.box.right
        assert right == pytest.approx(grid.right)
        below = row[0].box.bottom
    assert below == pytest.approx(grid.bottom)


def test_the_grid_stands_between_equal_margins(laid_out: CardPlaces) -> None:
    assert laid_out.grid.left == pytest.approx(laid_out.page[0] - laid_out.grid.right)


def test_blocks_stand_beside_their_rows(laid_out: CardPlaces) -> None:
    tops = {row[0].box.top for row in laid_out.rows}
    for block in laid_out.blocks:
        assert block.area.top in tops
        assert (block.strip.bottom, block.strip.top) == (block.area.bottom, block.area.top)


def test_spare_height_goes_to_the_features_of_a_company() -> None:
    face = faces(CardKind.COMPANY)[0]
    laid_out = front_places(CardKind.COMPANY)
    assert laid_out.grid.bottom == pytest.approx((BOTTOM_MM + face.foot_mm) * mm)
    *_, features = face.blocks
    share = face.spare_mm / len(features.rows)
    heights = [row[0].box.height / mm for row in laid_out.rows[-len(features.rows) :]]
    assert heights == pytest.approx([row.height_mm + share for row in features.rows])


def test_a_face_without_a_block_that_takes_it_leaves_its_height_below() -> None:
    face = faces(CardKind.INDIVIDUAL)[0]
    height = front_places(CardKind.INDIVIDUAL).grid.height / mm
    assert height == pytest.approx(face.grid_mm)
    assert face.spare_mm > 0


def test_value_cells_know_their_fields() -> None:
    for place in front_places(CardKind.COMPANY).values:
        assert len(place.fields) == len(place.cell.paths)
        for path, field in zip(place.cell.paths, place.fields, strict=True):
            assert path.rpartition(".")[2] == field.identifier

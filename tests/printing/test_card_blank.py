"""The empty face: labels whole in both languages, headings down the strip, three widths of line."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from model.cards.fields import CardKind
from model.cards.layout import Face, faces
from model.cards.measures import FRAME_PT, LABEL_PT, LINE_PT, SEPARATOR_PT
from model.words import words_in
from printing.card_blank import SMALLEST_LABEL_PT, draw_grid, fit_label
from printing.card_places import Box, places
from printing.typeface import Typeface
from tests.printing.pdf_reading import operations, page_text

ALL = tuple(face for kind in CardKind for face in faces(kind))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("face", ALL, ids=lambda face: f"{face.kind}-{face.side}")
def test_no_label_is_cut_and_no_word_of_it_broken(face: Face, language: str) -> None:
    typeface, words = Typeface(), words_in(language)
    for place in places(face).labels:
        text = words("CardField", place.cell.label)
        found = fit_label(typeface, text, place.box.inside(2, 0.4), words)
        assert (text, found.rest) == (text, "")
        assert SMALLEST_LABEL_PT <= found.size <= LABEL_PT
        assert " ".join(found.lines) == text or len(found.lines) == 1 or not text.isascii()


def blank(language: str) -> bytes:
    pdf = io.BytesIO()
    canvas = Canvas(pdf, invariant=1)
    draw_grid(canvas, Typeface(), places(ALL[0]), words_in(language))
    canvas.save()
    return pdf.getvalue()


def test_headings_are_written_downwards() -> None:
    pdf = blank("zh")
    assert "一基础资料" in page_text(pdf)
    assert "二客户特征" in page_text(pdf)
    turned = [one for one, operator, _ in operations(pdf) if operator == b"cm" and one[1] != 0]
    assert turned == []


def test_english_headings_are_turned() -> None:
    pdf = blank("en")
    assert "1Basicdata" in page_text(pdf)
    turned = [one for one, operator, _ in operations(pdf) if operator == b"cm" and one[1] != 0]
    assert len(turned) == 2


def test_lines_have_the_three_widths_of_the_form() -> None:
    widths = [float(one[0]) for one, operator, _ in operations(blank("zh")) if operator == b"w"]
    assert widths == [LINE_PT, SEPARATOR_PT, FRAME_PT]


def test_a_label_keeps_its_size_where_it_has_room() -> None:
    found = fit_label(Typeface(), "客户全称", Box(0, 0, 60, 20), words_in("zh"))
    assert found.size == LABEL_PT

"""Above the grid: what the barcode says, which stamps stand there, and that nothing overlaps."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from model.cards.cards import CardView
from model.cards.fields import CardKind
from model.loans.sheets import CardPaper
from model.words import words_in
from printing.card_head import FRONT, PageMark, code_text, draw_card_marks, draw_foot, draw_title
from printing.card_places import CardPlaces, front_places
from printing.typeface import Typeface
from tests.printing.card_views import STAMP, filled_card, with_values
from tests.printing.pdf_reading import operations, page_text

Rect = tuple[float, float, float, float]
LONG_OFFICE = "成都市恒达机电设备销售服务（集团）股份有限公司西南大区第一办事处"


def drawn(view: CardView, language: str = "zh", **stamp: str) -> bytes:
    places, words, typeface = front_places(view.kind), words_in(language), Typeface()
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pagesize=places.page, invariant=1)
    draw_title(canvas, typeface, places, LONG_OFFICE, words)
    paper = CardPaper(view, borrower="李明")
    draw_card_marks(canvas, typeface, places, paper, PageMark(1, 2, FRONT), words)
    draw_foot(canvas, typeface, places.grid, paper, replace(STAMP, **stamp), words)
    canvas.save()
    return pdf.getvalue()


@pytest.mark.parametrize(
    ("print_no", "text"), [(None, "Q00037"), (1, "Q00037"), (2, "Q00037-2"), (11, "Q00037-11")]
)
def test_the_code_names_the_print_from_the_second_on(print_no: int | None, text: str) -> None:
    assert code_text(with_values(filled_card(CardKind.COMPANY), print_no=print_no)) == text


def test_a_draft_shows_its_draft_number() -> None:
    view = with_values(filled_card(CardKind.COMPANY), card_no=None)
    assert code_text(replace(view, ref="D00012")) == "D00012"


@pytest.mark.parametrize(
    ("language", "stamps"),
    [("zh", "A类秘密重点大客户"), ("en", "ClassAInternalFocusKeyaccount")],
)
def test_stamps_stand_in_their_order(language: str, stamps: str) -> None:
    assert stamps in page_text(drawn(filled_card(CardKind.COMPANY), language))


def test_a_plain_customer_has_two_stamps() -> None:
    view = with_values(filled_card(CardKind.COMPANY), is_focus=False, is_key_account=False)
    rounds = [one for one, operator, _ in operations(drawn(view)) if operator == b"c"]
    assert len(rounds) == 2 * 4  # four round corners each
    assert "重点" not in page_text(drawn(view))


def test_secrecy_is_red() -> None:
    colours = {
        tuple(map(float, one))
        for one, operator, _ in operations(drawn(filled_card(CardKind.COMPANY)))
        if operator == b"RG"
    }
    assert (0.65098, 0.105882, 0.105882) in colours


def test_a_preview_has_no_number() -> None:
    text = page_text(drawn(filled_card(CardKind.COMPANY), print_no=""))
    assert "领用人李明·预览·未编号" in text
    assert "P000123" not in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", tuple(CardKind))
def test_office_title_stamps_and_code_stand_apart(kind: CardKind, language: str) -> None:
    view = with_values(filled_card(kind, 1_234_567), print_no=12, secrecy="confidential")
    pdf = drawn(view, language)
    assert LONG_OFFICE in page_text(pdf)
    texts, shapes = above_the_grid(pdf, front_places(kind))
    assert len(texts) >= 8
    assert len(shapes) == 4 + 1  # stamps and bars
    for one, other in combinations(texts, 2):
        assert apart(one, other), (one, other)
    for text in texts:
        for shape in shapes:
            assert apart(text, shape) or inside(text, shape), (text, shape)


def above_the_grid(pdf: bytes, places: CardPlaces) -> tuple[list[Rect], list[Rect]]:
    """Where texts and drawn shapes stand: left, bottom, right, top."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    texts = [text.get_rect(number) for number in range(text.count_rects())]
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    shapes = [path.get_bounds() for path in paths]
    return tuple([box for box in boxes if box[1] > places.grid.top] for boxes in (texts, shapes))


def apart(one: Rect, other: Rect) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return beside or one[3] <= other[1] or other[3] <= one[1]


def inside(one: Rect, other: Rect) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]

"""The printed card, read back from its PDF: all values, real glyphs, lines where they belong."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from pyzbar.pyzbar import ZBarSymbol, decode
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.cards import CardView
from model.cards.cell_texts import shown_texts
from model.cards.fields import CardKind, Kind, field_at, fields_of
from model.cards.layout import faces
from model.cards.measures import BOTTOM_MM, TOP_MM
from model.loans.sheets import CardPaper
from model.words import words_in
from printing.card_places import back_places, front_places
from printing.card_sheet import card_pages
from printing.card_values import Leftover, lay_values
from printing.typeface import Typeface
from tests.printing.card_views import OFFICE, STAMP, filled_card, two_pages, with_values
from tests.printing.page_marks import page_count, scanned
from tests.printing.pdf_reading import page_text, shown_glyphs

KINDS = tuple(CardKind)
LANGUAGES = ("zh", "en")
ALL_STALE = {known.identifier for kind in KINDS for known in fields_of(kind) if known.fresh}
GRIN = "\N{GRINNING FACE}"

both_kinds = pytest.mark.parametrize("kind", KINDS)
both_sides = pytest.mark.parametrize("side", [0, 1], ids=["front", "back"])
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def printed(
    *views: CardView, language: str = "zh", borrower: str = "李明"
) -> tuple[bytes, Typeface]:
    """A document of cards, front and back and what goes on, and its typeface."""
    pdf, typeface = io.BytesIO(), Typeface()
    canvas, words = Canvas(pdf, invariant=1), words_in(language)
    for view in views:
        for page in card_pages(typeface, CardPaper(view, borrower=borrower), STAMP, words):
            canvas.setPageSize(page.size)
            page.draw(canvas)
            canvas.showPage()
    canvas.save()
    return pdf.getvalue(), typeface


def left_over(view: CardView, side: int = 0, language: str = "zh") -> tuple[Leftover, ...]:
    """What of one face goes on elsewhere."""
    places = (front_places, back_places)[side](view.kind)
    return lay_values(Typeface(), places, CardPaper(view), words_in(language)).left


def bare(text: str) -> str:
    return "".join(text.split())


@both_sides
@both_languages
@both_kinds
def test_every_value_of_a_filled_card_is_in_the_text(
    kind: CardKind, language: str, side: int
) -> None:
    view = two_pages(filled_card(kind))
    pdf, typeface = printed(view, language=language)
    text = page_text(pdf, side)
    shown = shown_texts(view, faces(kind)[side], words_in(language))
    assert len(shown) > 25
    goes_on = {path for leftover in left_over(view, side, language) for path in leftover.paths}
    unseen = [path for path, value in shown.items() if bare(value) not in text]
    # A rating ticks its box.
    unseen = [path for path in unseen if field_at(kind, path).kind is not Kind.RATING]
    ticked = {path for path in unseen if field_at(kind, path).kind is Kind.CHOICE}
    assert set(unseen) - ticked <= goes_on
    assert typeface.missing == ()
    if language == "zh":
        assert unseen == []


@both_kinds
def test_head_and_foot_say_whose_paper_it_is(kind: CardKind) -> None:
    text = page_text(printed(two_pages(filled_card(kind)))[0])
    title = "（企业客户）" if kind is CardKind.COMPANY else "（个体客户）"
    for words in (
        bare(OFFICE),
        f"客户资料卡{title}",
        "共2页第1页（正面）",
        "A类",
        "重点",
        "大客户",
        "内部资料·不得外传·当日归还",
        "第4版·2026-03-1608:41",
        "领用人李明·P000123",
    ):
        assert words in text


def test_without_a_borrower_the_foot_has_the_number_only() -> None:
    text = page_text(printed(filled_card(CardKind.COMPANY), borrower="")[0])
    assert "领用人" not in text
    assert "P000123" in text


@both_languages
@both_kinds
def test_no_glyph_is_the_empty_box(kind: CardKind, language: str) -> None:
    view = with_values(filled_card(kind, long=True), employer=f"{GRIN}集团", likes=f"{GRIN}")
    pdf = printed(view, language=language)[0]
    glyphs = [shown for page in range(page_count(pdf)) for shown in shown_glyphs(pdf, page)]
    assert len(glyphs) > 1000
    assert [shown for shown in glyphs if shown.glyph == 0] == []


@both_kinds
def test_nothing_is_printed_in_the_margins(kind: CardKind) -> None:
    view = with_values(filled_card(kind, long=True), print_no=12)
    sheet = faces(kind)[0].sheet
    dots = 4  # a point
    frame = 1.0  # the frame's line stands half outside the grid
    side, top, bottom = (
        round((margin * mm - frame) * dots) for margin in (sheet.margin_mm, TOP_MM, BOTTOM_MM)
    )
    with pypdfium2.PdfDocument(printed(view)[0]) as document:
        assert len(document) > 4
        for sheet_of_paper in document:
            page = sheet_of_paper.render(scale=dots).to_pil().convert("L")
            width, height = page.size
            for box in (
                (0, 0, side, height),
                (width - side, 0, width, height),
                (0, 0, width, top),
                (0, height - bottom, width, height),
            ):
                assert page.crop(box).getextrema() == (255, 255), box


@both_sides
@both_languages
@both_kinds
def test_no_character_crosses_the_line_of_its_cell(
    kind: CardKind, language: str, side: int
) -> None:
    view = replace(filled_card(kind, long=True), stale=frozenset(ALL_STALE))
    pdf = printed(view, language=language)[0]
    places = (front_places, back_places)[side](kind)
    boxes = [place.box for row in places.rows for place in row]
    boxes += [block.strip for block in places.blocks]
    text = pypdfium2.PdfDocument(pdf)[side].get_textpage()
    seen = 0
    for number in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(number)
        x, y = (left + right) / 2, (bottom + top) / 2
        for box in boxes:
            if box.left < x < box.right and box.bottom < y < box.top:
                seen += 1
                assert box.left <= left, (number, box)
                assert right <= box.right, (number, box)
                assert box.bottom <= bottom, (number, box)
                assert top <= box.top, (number, box)
    assert seen > 300


def test_what_has_no_room_ends_with_its_mark_and_is_handed_on() -> None:
    view = filled_card(CardKind.COMPANY, long=True)
    pdf, _ = printed(view)
    rests = {leftover.paths: leftover.rest for leftover in left_over(view)}
    text = page_text(pdf)
    assert text.count("→续") == len(rests) > 20
    assert ("full_name",) in rests
    assert ("phone",) not in rests
    whole = bare(view.values["biz_address"])
    rest = bare(rests["biz_address",])
    assert whole.endswith(rest)
    assert f"{whole.removesuffix(rest)}→续" in text


def test_rare_characters_are_printed_and_found_again() -> None:
    view = with_values(filled_card(CardKind.COMPANY), full_name="𠮷野䶮㛃贸易有限公司")
    pdf, typeface = printed(view)
    assert "𠮷野䶮㛃贸易有限公司" in page_text(pdf)
    assert typeface.missing == ()


def test_an_emoji_is_printed_by_its_code_and_named() -> None:
    view = with_values(filled_card(CardKind.COMPANY), likes=f"茶{GRIN}")
    pdf, typeface = printed(view)
    assert "茶〔U+1F600〕" in page_text(pdf)
    assert [missing.name for missing in typeface.missing] == ["GRINNING FACE"]


def test_hidden_values_leave_their_cells_white() -> None:
    view = filled_card(CardKind.COMPANY)
    hidden = frozenset({"uscc", "growth_potential"})
    kept = {name: value for name, value in view.values.items() if name not in hidden}
    seen = page_text(printed(view)[0])
    text = page_text(printed(replace(view, values=kept, hidden=hidden))[0])
    assert view.values["uscc"] in seen
    assert view.values["uscc"] not in text
    assert text.count("12345") == seen.count("12345") - 1  # the boxes of a rating


@pytest.mark.parametrize(("print_no", "code"), [(1, "Q00037"), (2, "Q00037-2")])
def test_the_barcode_says_number_and_print(print_no: int, code: str) -> None:
    view = with_values(filled_card(CardKind.COMPANY), print_no=print_no)
    pdf = printed(view)[0]
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
    (found,) = decode(page, symbols=[ZBarSymbol.CODE128])
    assert found.data.decode("ascii") == code
    assert code in page_text(pdf)
    assert [scanned(pdf, behind) for behind in range(1, page_count(pdf))] == [[code]] * 4


def test_an_empty_card_can_be_written_on() -> None:
    view = replace(filled_card(CardKind.INDIVIDUAL), values={}, explicit={}, children={})
    text = page_text(printed(view)[0])
    assert "支持中立反对" in text
    assert "未填" not in text


def test_same_cards_make_the_same_bytes() -> None:
    def make() -> Callable[[], bytes]:
        views = [filled_card(kind, long=long) for kind in KINDS for long in (False, True)]
        return lambda: printed(*views)[0]

    first = make()()
    printed(filled_card(CardKind.COMPANY), language="en")
    assert make()() == first


def test_what_is_the_same_on_every_card_is_in_the_document_once() -> None:
    view = two_pages(filled_card(CardKind.COMPANY))
    one, ten = (len(printed(*[view] * number)[0]) for number in (1, 10))
    assert (ten - one) / 9 < one / 10

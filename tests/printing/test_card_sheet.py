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
from model.cards.fields import CardKind
from model.cards.layout import faces
from model.cards.measures import BOTTOM_MM, HEADING_MM, TOP_MM
from model.words import words_in
from printing.card_places import front_places
from printing.card_sheet import draw_card_front, front_size
from printing.card_values import Leftover
from printing.typeface import Typeface
from tests.printing.card_views import OFFICE, STAMP, filled_card, with_values
from tests.printing.pdf_reading import line_ends, page_text, shown_glyphs

KINDS = tuple(CardKind)
LANGUAGES = ("zh", "en")
GRIN = "\N{GRINNING FACE}"

both_kinds = pytest.mark.parametrize("kind", KINDS)
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def printed(
    *views: CardView, language: str = "zh", borrower: str = "李明"
) -> tuple[bytes, list[tuple[Leftover, ...]], Typeface]:
    """A document of fronts, what goes on elsewhere, and its typeface."""
    pdf, typeface = io.BytesIO(), Typeface()
    canvas, words = Canvas(pdf, invariant=1), words_in(language)
    left = []
    for view in views:
        canvas.setPageSize(front_size(view.kind))
        rest = draw_card_front(
            canvas, typeface, view, STAMP, borrower=borrower, office=OFFICE, words=words
        )
        left.append(rest)
        canvas.showPage()
    canvas.save()
    return pdf.getvalue(), left, typeface


def bare(text: str) -> str:
    return "".join(text.split())


@both_languages
@both_kinds
def test_every_value_of_a_filled_card_is_in_the_text(kind: CardKind, language: str) -> None:
    view = filled_card(kind)
    pdf, (left,), typeface = printed(view, language=language)
    text = page_text(pdf)
    shown = shown_texts(view, faces(kind)[0], words_in(language))
    assert len(shown) > 40
    goes_on = {path for leftover in left for path in leftover.paths}
    unseen = [path for path, value in shown.items() if bare(value) not in text]
    assert set(unseen) <= goes_on
    assert typeface.missing == ()
    if language == "zh":
        assert unseen == []


@both_kinds
def test_head_and_foot_say_whose_paper_it_is(kind: CardKind) -> None:
    text = page_text(printed(filled_card(kind))[0])
    title = "（企业客户）" if kind is CardKind.COMPANY else "（个体客户）"
    for words in (
        bare(OFFICE),
        f"客户资料卡{title}",
        "共1页第1页（正面）",
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
    glyphs = shown_glyphs(printed(view, language=language)[0])
    assert len(glyphs) > 300
    assert [shown for shown in glyphs if shown.glyph == 0] == []


@both_kinds
def test_grid_lines_stand_where_the_layout_puts_them(kind: CardKind) -> None:
    """Within 0.2 mm; the layout's own numbers, counted here anew."""
    face = faces(kind)[0]
    lines = line_ends(printed(filled_card(kind))[0])
    upright = [line for line in lines if line[0] == line[2]]
    level = [line for line in lines if line[1] == line[3]]
    stretched = [row for block in face.blocks if block.takes_spare for row in block.rows]
    top = face.sheet.height_mm - TOP_MM - face.above_mm
    for row in face.rows:
        height = row.height_mm + (face.spare_mm / len(stretched) if row in stretched else 0)
        column = face.sheet.margin_mm + HEADING_MM
        for cell in row.cells[:-1]:
            column += cell.span * face.sheet.column_mm
            assert any(
                abs(x - column * mm) < 0.2 * mm
                and min(low, high) <= (top - height + 0.2) * mm
                and max(low, high) >= (top - 0.2) * mm
                for x, low, _, high in upright
            ), (row, cell)
        top -= height
        if row is not face.rows[-1]:  # its lower line is the frame, a rectangle
            assert any(abs(y - top * mm) < 0.2 * mm for _, y, _, _ in level), row


@both_kinds
def test_nothing_is_printed_in_the_margins(kind: CardKind) -> None:
    view = with_values(filled_card(kind, long=True), print_no=12)
    sheet = faces(kind)[0].sheet
    dots = 4  # a point
    frame = 1.0  # the frame's line stands half outside the grid
    page = pypdfium2.PdfDocument(printed(view)[0])[0].render(scale=dots).to_pil().convert("L")
    side, top, bottom = (
        round((margin * mm - frame) * dots) for margin in (sheet.margin_mm, TOP_MM, BOTTOM_MM)
    )
    width, height = page.size
    for box in (
        (0, 0, side, height),
        (width - side, 0, width, height),
        (0, 0, width, top),
        (0, height - bottom, width, height),
    ):
        assert page.crop(box).getextrema() == (255, 255), box


@both_languages
@both_kinds
def test_no_character_crosses_the_line_of_its_cell(kind: CardKind, language: str) -> None:
    pdf = printed(filled_card(kind, long=True), language=language)[0]
    places = front_places(kind)
    boxes = [place.box for row in places.rows for place in row]
    boxes += [block.strip for block in places.blocks]
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
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
    pdf, (left,), _ = printed(view)
    rests = {leftover.paths: leftover.rest for leftover in left}
    text = page_text(pdf)
    assert text.count("→续") == len(left) > 20
    assert ("full_name",) in rests
    assert ("phone",) not in rests
    whole = bare(view.values["biz_address"])
    rest = bare(rests["biz_address",])
    assert whole.endswith(rest)
    assert f"{whole.removesuffix(rest)}→续" in text


def test_rare_characters_are_printed_and_found_again() -> None:
    view = with_values(filled_card(CardKind.COMPANY), full_name="𠮷野䶮㛃贸易有限公司")
    pdf, _, typeface = printed(view)
    assert "𠮷野䶮㛃贸易有限公司" in page_text(pdf)
    assert typeface.missing == ()


def test_an_emoji_is_printed_by_its_code_and_named() -> None:
    view = with_values(filled_card(CardKind.COMPANY), likes=f"茶{GRIN}")
    pdf, _, typeface = printed(view)
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
    view = filled_card(CardKind.COMPANY)
    one, ten = (len(printed(*[view] * number)[0]) for number in (1, 10))
    assert (ten - one) / 9 < one / 10

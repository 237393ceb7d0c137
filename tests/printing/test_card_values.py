"""How values stand in their cells: boxes, ticks, money at the right, what goes on."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from model.cards.cards import CardView
from model.cards.fields import CardKind
from model.cards.layout import Side, faces
from model.loans.sheets import CardPaper
from model.words import words_in
from printing.card_places import CardPlaces, back_places, front_places, places
from printing.card_values import Leftover, draw_values, inside, lay_values
from printing.typeface import Typeface
from tests.printing.card_views import filled_card, with_values
from tests.printing.pdf_reading import line_ends, operations, page_text

FRONT = front_places(CardKind.COMPANY)
PERSON = front_places(CardKind.INDIVIDUAL)


def drawn(
    view: CardView, laid_out: CardPlaces, language: str = "zh"
) -> tuple[bytes, tuple[Leftover, ...]]:
    """The values alone, without their grid."""
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pagesize=laid_out.page, invariant=1)
    laid = lay_values(Typeface(), laid_out, CardPaper(view), words_in(language))
    draw_values(canvas, laid)
    canvas.save()
    return pdf.getvalue(), laid.left


def only(view: CardView, **values: object) -> CardView:
    """A card with nothing in it but these."""
    return replace(view, values=dict(values), children={})


def ticks(pdf: bytes, laid_out: CardPlaces, path: str) -> int:
    """Ticks in one cell: each is two lines."""
    box = next(place.box for place in laid_out.values if path in place.cell.paths)
    ends = [
        line
        for line in line_ends(pdf)
        if box.left < line[0] < box.right and box.bottom < line[1] < box.top
    ]
    slanting = [line for line in ends if line[0] != line[2] and line[1] != line[3]]
    return len(slanting) // 2


def boxes_of(path: str, pdf: bytes, laid_out: CardPlaces) -> int:
    """Small boxes drawn in one cell."""
    box = next(place.box for place in laid_out.values if path in place.cell.paths)
    return sum(
        box.left < float(one[0]) < box.right and box.bottom < float(one[1]) < box.top
        for one, operator, _ in operations(pdf)
        if operator == b"re"
    )


def test_a_rating_ticks_one_of_five_boxes() -> None:
    pdf, _ = drawn(only(filled_card(CardKind.COMPANY), growth_potential=3), FRONT)
    assert boxes_of("growth_potential", pdf, FRONT) == 5
    assert ticks(pdf, FRONT, "growth_potential") == 1
    assert ticks(pdf, FRONT, "sales_capacity") == 0


def test_a_rating_keeps_its_boxes_and_its_note_fills_what_they_leave() -> None:
    note = "自有八名业务员，覆盖三环以内全部建材市场与物流园区，另有两辆送货车及夜间值班" * 4
    view = only(filled_card(CardKind.COMPANY), sales_capacity=4, sales_capacity_note=note)
    pdf, left = drawn(view, FRONT)
    assert boxes_of("sales_capacity", pdf, FRONT) == 5
    (leftover,) = left
    assert leftover.paths == ("sales_capacity", "sales_capacity_note")
    assert note.endswith(leftover.rest)


def test_a_short_list_prints_as_boxes_where_it_has_room() -> None:
    pdf, _ = drawn(only(filled_card(CardKind.INDIVIDUAL), attitude_to_us="neutral"), PERSON)
    assert "支持中立反对" in page_text(pdf)
    assert ticks(pdf, PERSON, "attitude_to_us") == 1


def test_a_list_without_room_prints_its_value() -> None:
    text = page_text(drawn(only(filled_card(CardKind.COMPANY), tax_type="small_scale"), FRONT)[0])
    assert "小规模纳税人" in text
    assert "一般纳税人" not in text


def test_a_list_gives_way_to_a_long_note() -> None:
    view = only(
        filled_card(CardKind.INDIVIDUAL),
        attitude_to_us="opposed",
        attitude_to_us_note="去年换货拖了两个月，一直没有给说法，答应的赔付至今没到",
    )
    pdf, _ = drawn(view, PERSON)
    assert "反对去年换货" in page_text(pdf)
    assert "支持" not in page_text(pdf)


def test_not_filled_in_ticks_no_box() -> None:
    pdf, _ = drawn(only(filled_card(CardKind.INDIVIDUAL), gender="unset"), PERSON)
    assert boxes_of("gender", pdf, PERSON) == 2
    assert ticks(pdf, PERSON, "gender") == 0


@pytest.mark.parametrize(("answer", "text"), [("none", "无"), ("not_applicable", "不适用")])
def test_an_explicit_answer_is_printed_instead_of_boxes(answer: str, text: str) -> None:
    view = replace(
        only(filled_card(CardKind.COMPANY)),
        explicit={"growth_potential": answer, "uscc": answer},
    )
    pdf, _ = drawn(view, FRONT)
    assert boxes_of("growth_potential", pdf, FRONT) == 0
    assert page_text(pdf).count(text) == 2


def test_the_credit_code_stands_in_eighteen_boxes() -> None:
    (place,) = [place for place in FRONT.values if place.cell.paths == ("uscc",)]
    pdf, _ = drawn(filled_card(CardKind.COMPANY), FRONT)
    room = inside(place.box)
    upright = {
        round(x, 2)
        for x, low, end, high in line_ends(pdf)
        if x == end and room.bottom < low < high < room.top
    }
    assert len(upright) == 18 + 1
    assert min(upright) == pytest.approx(room.left, abs=0.01)
    assert max(upright) == pytest.approx(room.right, abs=0.01)
    assert "91350100M000100Y43" in page_text(pdf)


def test_parts_of_a_cell_stand_side_by_side() -> None:
    text = page_text(drawn(filled_card(CardKind.COMPANY), FRONT)[0])
    assert "2009-06nativ汉族" in text


def test_money_in_its_column_ends_at_the_right() -> None:
    back = places(next(face for face in faces(CardKind.COMPANY) if face.side is Side.BACK))
    (place,) = [one for one in back.values if one.cell.paths == ("sales_history[0].net_sales",)]
    pdf, _ = drawn(filled_card(CardKind.COMPANY), back)
    starts = [
        float(one[4])
        for one, operator, _ in operations(pdf)
        if operator == b"Tm" and place.box.bottom < float(one[5]) < place.box.top
    ]
    in_cell = [x for x in starts if place.box.left < x < place.box.right]
    width = Typeface().width("1,200.50", 10)
    assert in_cell == [pytest.approx(inside(place.box).right - width, abs=0.01)]


def test_an_english_entry_shrinks_rather_than_break_a_word() -> None:
    view = only(filled_card(CardKind.COMPANY), relationship_status="interrupted")
    pdf, left = drawn(view, FRONT, "en")
    assert left == ()
    sizes = [float(one[1]) for one, operator, _ in operations(pdf) if operator == b"Tf"]
    assert min(size for size in sizes) < 8


def test_customers_own_words_never_shrink_below_eight_points() -> None:
    view = with_values(filled_card(CardKind.COMPANY, long=True), uscc=None, website=None)
    pdf, _ = drawn(view, FRONT)
    sizes = [float(one[1]) for one, operator, _ in operations(pdf) if operator == b"Tf"]
    assert min(sizes) == 8


def test_a_website_rather_shrinks_than_costs_a_sheet() -> None:
    site = "www.hengyun-forklift.com"
    pdf, left = drawn(only(filled_card(CardKind.COMPANY), website=site), FRONT)
    assert left == ()
    assert site in page_text(pdf)


def test_ratings_stay_in_their_narrow_cells() -> None:
    back = back_places(CardKind.COMPANY)
    pdf, _ = drawn(only(filled_card(CardKind.COMPANY), corporate_image=5, reputation=2), back)
    for path in ("corporate_image", "reputation", "manager_quality"):
        assert boxes_of(path, pdf, back) == 5
    assert ticks(pdf, back, "corporate_image") == 1


def test_two_lines_stand_close_in_a_row_of_six_millimetres() -> None:
    summary = "谈妥年度合同价格，客户要求月底前送样，质保期延长至十八个月，下周再访"
    view = replace(
        only(filled_card(CardKind.COMPANY)), children={"usage_log": ({"summary": summary},)}
    )
    pdf, left = drawn(view, back_places(CardKind.COMPANY))
    assert left == ()
    assert summary in page_text(pdf)

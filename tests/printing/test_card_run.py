"""Runs of cards: sides, duplex, blank cards, copies, changes, what goes on."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from model.cards.cards import CardView
from model.cards.definition import Need
from model.cards.fields import CardKind, fields_of
from model.loans.sheets import CardPaper, CopyMark
from model.words import words_in
from printing.card_blank import required_labels
from printing.card_places import back_places, front_places
from printing.card_run import Sides, write_blank_cards, write_card_papers
from tests.printing.card_views import STAMP, filled_card, two_pages, with_values
from tests.printing.page_marks import marks, page_count, page_size, scanned
from tests.printing.pdf_reading import operations, page_text

ZH = words_in("zh")
KINDS = tuple(CardKind)
COMPANY, PERSON = (two_pages(filled_card(kind)) for kind in KINDS)
COPY = CopyMark("FB000012", "四川恒运集团采购部", datetime(2026, 3, 17, 9, 5))
NEEDS = tuple({"row_no": at, "description": f"需求{at}", "importance": 5} for at in range(1, 6))


def printed(*papers: CardPaper, language: str = "zh", **how: Any) -> bytes:
    out = io.BytesIO()
    write_card_papers(papers, STAMP, out, words_in(language), **how)
    return out.getvalue()


def texts(pdf: bytes) -> list[str]:
    return [page_text(pdf, page) for page in range(page_count(pdf))]


def three_pages() -> CardView:
    return replace(COMPANY, children={**COMPANY.children, "needs": NEEDS})


def curves(pdf: bytes, page: int = 0) -> int:
    """Curves that are drawn: waves, and the round corners of stamps."""
    return sum(operator == b"c" for _, operator, _ in operations(pdf, page))


# --- sides and paper ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "duplex", "pages"),
    [
        ("both", True, "1/3 2/3 3/3 - 1/2 2/2"),
        ("both", False, "1/3 2/3 3/3 1/2 2/2"),
        ("front", True, "1/3 3/3 1/2"),
        ("back", True, "2/3 - 2/2"),
    ],
)
def test_every_card_begins_on_paper_of_its_own(sides: Sides, duplex: bool, pages: str) -> None:
    pdf = printed(CardPaper(three_pages()), CardPaper(PERSON), sides=sides, duplex=duplex)
    wanted = [
        "".join(f"共{page[2]}页第{page[0]}页") if page != "-" else "" for page in pages.split()
    ]
    found = texts(pdf)
    assert len(found) == len(wanted)
    for text, page in zip(found, wanted, strict=True):
        assert page in text
        assert bool(page) is bool(text)


@pytest.mark.parametrize(
    ("views", "flip"),
    [
        ((COMPANY, COMPANY), "/DuplexFlipLongEdge"),
        ((PERSON,), "/DuplexFlipShortEdge"),
        ((COMPANY, PERSON), None),
    ],
)
def test_the_printer_is_told_over_which_edge_to_turn(
    views: tuple[CardView, ...], flip: str | None
) -> None:
    catalogue = PdfReader(io.BytesIO(printed(*map(CardPaper, views)))).root_object
    assert catalogue.get("/ViewerPreferences", {}).get("/Duplex") == flip


def test_a_side_alone_is_not_turned() -> None:
    pdf = printed(CardPaper(COMPANY), sides="front")
    assert "/ViewerPreferences" not in PdfReader(io.BytesIO(pdf)).root_object


# --- what goes on ------------------------------------------------------------------------------


def test_a_text_without_room_stands_in_full_on_the_continuation_sheet() -> None:
    address = "武侯区簇锦街道铁佛村八组大厦三号库房二层东侧货运通道旁边" * 3
    view = with_values(COMPANY, biz_address=address)
    front, _, more = texts(printed(CardPaper(view), duplex=False))
    assert f"{address[:20]}" in front
    assert "→续" in front
    assert address not in front
    assert f"基础资料（正面）经营地址{address}" in more
    assert "共3页第3页（续页）" in more
    assert "Q00037" in more


def test_the_continuation_sheet_has_the_barcode_and_the_foot_of_the_card() -> None:
    pdf = printed(CardPaper(three_pages(), borrower="李明"))
    assert scanned(pdf, 2) == ["Q00037"]
    assert "领用人李明·P000123" in page_text(pdf, 2)


def test_needs_beyond_the_face_go_on_in_the_order_of_their_weight() -> None:
    _, _, more = texts(printed(CardPaper(three_pages()), duplex=False))
    assert "需求3" not in more
    assert more.index("主要需求4") < more.index("需求/期待需求4") < more.index("主要需求5")


def test_rivals_beyond_the_face_go_on_with_all_their_columns() -> None:
    rivals = tuple({"row_no": at, "brand": f"品牌{at}", "maker": "龙工"} for at in range(1, 5))
    view = replace(COMPANY, children={**COMPANY.children, "competitor_sales": rivals})
    *_, more = texts(printed(CardPaper(view), duplex=False))
    assert "竞品销售4竞品品牌品牌4；生产商龙工" in more
    assert "品牌3" not in more


@pytest.mark.parametrize(
    ("contacts", "shown"),
    [
        ([{"name": "何文斌", "is_primary": True, "is_key_person": True}], []),
        ([{"name": "何文斌"}, {"name": "刘红", "wechat": "liuhong"}], ["刘红"]),
        ([{"name": f"第{at}位"} for at in range(1, 7)], ["第5位", "第6位"]),
        ([{"name": "何文斌", "experience": "曾任销售经理" * 20}], ["何文斌"]),
    ],
)
def test_contacts_that_the_face_does_not_tell_have_a_sheet(
    contacts: list[dict[str, Any]], shown: list[str]
) -> None:
    rows = tuple({"row_no": at, **row} for at, row in enumerate(contacts, 1))
    view = replace(COMPANY, children={**COMPANY.children, "contacts": rows})
    pages = texts(printed(CardPaper(view)))
    people = "".join(page for page in pages if "（主要人物）" in page)
    assert [row["name"] for row in contacts if f"姓名{row['name']}" in people] == shown
    assert not any("（续页）" in page for page in pages)


def test_a_text_higher_than_a_page_goes_on_over_pages() -> None:
    view = with_values(PERSON, other_notes="\n".join(f"第{at}行" for at in range(1, 90)))
    more = [text for text in texts(printed(CardPaper(view))) if "（续页）" in text]
    assert len(more) > 2
    assert [text.count("其他可供参考资料") for text in more] == [1] * len(more)
    whole = "".join(text.partition("其他可供参考资料")[2].partition("内部")[0] for text in more)
    assert whole == "".join(f"第{at}行" for at in range(1, 90))


# --- blank cards -------------------------------------------------------------------------------


def blank(*kinds: CardKind, copies: int = 1, **how: Any) -> bytes:
    out = io.BytesIO()
    write_blank_cards(kinds, copies, STAMP, out, ZH, **how)
    return out.getvalue()


def test_blank_cards_have_both_sides_as_often_as_wanted() -> None:
    pdf = blank(*KINDS, copies=2)
    assert [page_size(pdf, page)[1] for page in range(page_count(pdf))] == [297] * 4 + [148] * 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_card_has_labels_boxes_and_no_value(kind: CardKind) -> None:
    pdf = blank(kind)
    for page, places in enumerate((front_places(kind), back_places(kind))):
        boxes = [place.box for place in places.values]
        inside = "".join(
            mark.char
            for mark in marks(pdf, page)
            if any(
                box.left < mark.left < box.right and box.bottom < mark.bottom < box.top
                for box in boxes
            )
        )
        # Only the words beside boxes to tick.
        assert set(inside) <= set(
            "12345自有租赁男女未婚已婚其他支持中立反对独家主要一般零星无送货自提托运"
        )
        assert scanned(pdf, page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_required_fields_carry_a_star(kind: CardKind) -> None:
    text = page_text(blank(kind))
    required = [
        one for one in fields_of(kind)
        if one.need is Need.REQUIRED and one.identifier != "customer_kind"
    ]  # fmt: skip
    assert len(required) > 7
    for one in required:
        assert f"{ZH('CardField', one.cell_label)}*" in text
    starred = [place for place in front_places(kind).labels
               if place in required_labels(front_places(kind))]  # fmt: skip
    assert text.count("*") == len(starred)


def test_a_filled_card_has_no_star() -> None:
    assert "*" not in page_text(printed(CardPaper(COMPANY)))


# --- marks -------------------------------------------------------------------------------------


def test_a_wave_goes_under_what_changed() -> None:
    plain = printed(CardPaper(COMPANY))
    one = printed(CardPaper(COMPANY, frozenset({"bank_name"})))
    assert curves(one) > curves(plain)
    assert curves(one, 1) == curves(plain, 1)


@pytest.mark.parametrize(
    "path",
    ["phone", "uscc", "growth_potential", "tax_type", "total_assets_year", "needs#1.importance",
     "contacts#2.hobbies"],
)  # fmt: skip
def test_every_kind_of_cell_can_carry_a_wave(path: str) -> None:
    rows = {
        table: tuple({"row_no": at, **row} for at, row in enumerate(some, 1))
        for table, some in COMPANY.children.items()
    }
    view = replace(COMPANY, children=rows)
    pdf = printed(CardPaper(view, frozenset({path})))
    assert curves(pdf) > curves(printed(CardPaper(view)))


def test_a_wave_goes_under_the_changed_part_of_a_cell_only() -> None:
    def ends(*paths: str) -> tuple[float, float]:
        pdf = printed(CardPaper(COMPANY, frozenset(paths)))
        (cell,) = [
            one for one in front_places(CardKind.COMPANY).values if "premises" in one.cell.paths
        ]
        xs = [
            float(values[4])
            for values, operator, _ in operations(pdf)
            if operator == b"c" and cell.box.bottom < float(values[5]) < cell.box.top
            and cell.box.left < float(values[4]) < cell.box.right
        ]  # fmt: skip
        return min(xs), max(xs)

    first, second = ends("premises"), ends("premises_area")
    assert first[1] < second[0]


def test_what_was_emptied_carries_a_wave_too() -> None:
    view = with_values(COMPANY, fax=None)
    assert curves(printed(CardPaper(view, frozenset({"fax"})))) > curves(printed(CardPaper(view)))


@pytest.mark.parametrize(("language", "word"), [("zh", "待核实"), ("en", "verify")])
def test_stale_cells_say_so_in_six_points(language: str, word: str) -> None:
    view = replace(COMPANY, stale=frozenset({"phone", "competitor_sales"}))
    pdf = printed(CardPaper(view), language=language)
    for page in (0, 1):
        assert page_text(pdf, page).count(word) == 1
        small = "".join(mark.char for mark in marks(pdf, page) if mark.size == 6)
        assert small == word


def test_a_copy_names_its_number_and_receiver_on_every_page() -> None:
    pdf = printed(CardPaper(three_pages(), copy=COPY))
    for page in range(3):
        text = page_text(pdf, page)
        assert "副本号FB000012·领用人四川恒运集团采购部·P000123" in text
        assert text.count("四川恒运集团采购部2026-03-1709:05") == 3
        assert text.count("FB000012秘密内部资料") == 3
    assert scanned(pdf) == ["Q00037"]


@pytest.mark.parametrize(
    ("language", "due_on", "told"),
    [
        ("zh", date(2026, 4, 1), "内部资料·不得外传·2026-04-01前归还"),
        ("zh", None, "内部资料·不得外传·阅后销毁"),
        ("en", date(2026, 4, 1), "Internal·nottobepassedon·backby2026-04-01"),
    ],
)
def test_the_foot_of_a_copy_says_how_it_ends(language: str, due_on: date | None, told: str) -> None:
    pdf = printed(CardPaper(three_pages(), copy=replace(COPY, due_on=due_on)), language=language)
    for page in range(3):
        text = page_text(pdf, page)
        assert told in text
        assert "当日归还" not in text


def test_the_borrowers_card_has_no_watermark() -> None:
    text = page_text(printed(CardPaper(COMPANY, borrower="李明")))
    assert "内部资料·不得外传·当日归还" in text
    assert text.count("内部资料") == 1


def test_the_watermark_is_light_and_stands_first() -> None:
    pdf = printed(CardPaper(COMPANY, copy=COPY))
    greys = [float(values[0]) for values, operator, _ in operations(pdf) if operator == b"g"]
    assert greys[0] >= 0.85


def test_the_office_s_own_card_names_nobody() -> None:
    text = page_text(printed(CardPaper(COMPANY)))
    assert "领用人" not in text
    assert "副本" not in text
    assert text.count("内部资料") == 1


def test_the_credit_score_is_a_dash_on_paper() -> None:
    view = with_values(replace(COMPANY, hidden=frozenset({"credit_score"})), credit_score=None)
    assert page_text(printed(CardPaper(view)), 1).count("—") == 1
    assert "—" not in page_text(blank(CardKind.COMPANY), 1)

"""Names of 200 characters, rare characters, emoji, right-to-left, line ends, formulas.

Every one of them in every kind of cell: printed in full somewhere, no empty box, and a character
that no font has is printed as its code point and named.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pytest

from model.cards.cards import CardView
from model.cards.fields import CHILD_TABLES, CardKind, Kind, fields_of
from model.cards.layout import faces, reading_order
from model.loans.sheets import CardPaper
from model.words import words_in
from printing.card_run import write_card_papers
from printing.paper import Printed
from printing.typeface import Typeface
from tests.printing.card_views import STAMP, filled_card
from tests.printing.page_marks import crossed, off_the_paper, page_count
from tests.printing.pdf_reading import page_text, shown_glyphs

GRIN = "\N{GRINNING FACE}"
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
NASTY = {
    "long": "恒运叉车配件及工业轮胎更换维修服务连锁经营管理有限责任公司" * 7,
    "long-word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 4,
    "rare": "𠮷野䶮㛃贸易",
    "emoji": f"生意{GRIN}兴隆{FAMILY}",
    "arabic": "شركة الرافعات الشوكية",
    "hebrew": "חברת מלגזות בעמ",
    "lines": "第一行\n第二行\r\n第三行\u2028第四行",
    "formula": "=cmd|' /C calc'!A0",
    "blanks": "  前后  有\u3000空格\u00a0 ",
}
TYPED = {Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST, Kind.PHONE, Kind.EMAIL, Kind.WEBSITE, Kind.MOBILE,
         Kind.POSTCODE, Kind.BANK_ACCOUNT, Kind.USCC, Kind.PARTIAL_DATE, Kind.CHOICE}  # fmt: skip
each_text = pytest.mark.parametrize("name", NASTY)
each_kind = pytest.mark.parametrize("kind", tuple(CardKind))


def nasty(kind: CardKind, text: str) -> CardView:
    """A card with one text in every cell that could ever hold one."""
    view = filled_card(kind)
    values = {
        known.identifier: text
        for known in fields_of(kind)
        if known.kind in TYPED and known.identifier not in {"card_no", "secrecy", "abc_class"}
    }
    children = {
        table: tuple(
            {**row, **{one.identifier: text for one in CHILD_TABLES[table] if one.kind in TYPED}}
            for row in rows
        )
        for table, rows in view.children.items()
    }
    return replace(view, values={**view.values, **values}, children=children)


@cache
def printed(kind: CardKind, name: str) -> tuple[Printed, bytes]:
    out = io.BytesIO()
    paper = CardPaper(nasty(kind, NASTY[name]))
    return write_card_papers([paper], STAMP, out, words_in("zh")), out.getvalue()


def bare(text: str) -> str:
    return "".join(text.split())


def texts(pdf: bytes) -> list[str]:
    return [page_text(pdf, page) for page in range(page_count(pdf))]


@each_kind
@each_text
def test_it_is_printed_in_full_for_every_cell(kind: CardKind, name: str) -> None:
    """In its cell, or where the arrow in its cell leads."""
    _, pdf = printed(kind, name)
    whole = bare(Typeface().printable(NASTY[name]))
    found = sum(text.count(whole) for text in map(bare, texts(pdf)))
    view = nasty(kind, NASTY[name])
    on_paper = {path for face in faces(kind) for path in reading_order(face) if "[" not in path}
    expected = sum(view.values.get(path) == NASTY[name] for path in on_paper)
    assert expected > 15
    assert found >= expected


@each_kind
@each_text
def test_no_glyph_is_the_empty_box(kind: CardKind, name: str) -> None:
    _, pdf = printed(kind, name)
    glyphs = [shown for page in range(page_count(pdf)) for shown in shown_glyphs(pdf, page)]
    assert len(glyphs) > 500
    assert [shown for shown in glyphs if shown.glyph == 0] == []


@each_kind
@each_text
def test_it_stays_in_its_cell(kind: CardKind, name: str) -> None:
    _, pdf = printed(kind, name)
    for page in range(page_count(pdf)):
        assert crossed(pdf, page) == []
        assert off_the_paper(pdf, page) == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("rare", set()),
        ("long", set()),
        ("formula", set()),
        ("emoji", {"U+1F600", "U+1F468", "U+1F469", "U+1F467"}),
    ],
)
def test_what_no_font_has_is_named(name: str, codes: set[str]) -> None:
    result, pdf = printed(CardKind.COMPANY, name)
    assert {missing.code for missing in result.missing} == codes
    everything = "".join(texts(pdf))
    assert all(f"〔{code}〕" in everything for code in codes)


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_letters_of_the_right_to_left_stand_as_their_codes(name: str) -> None:
    result, pdf = printed(CardKind.COMPANY, name)
    assert {missing.char for missing in result.missing} == set(bare(NASTY[name]))
    assert f"〔{result.missing[0].code}〕" in page_text(pdf)


def test_rare_characters_are_found_by_a_search_in_the_pdf() -> None:
    assert "𠮷野䶮㛃贸易" in page_text(printed(CardKind.INDIVIDUAL, "rare")[1])

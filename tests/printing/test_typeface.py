"""Any text can be measured and drawn: rare characters, joiners, what no font has."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from printing.typeface import Typeface

RARE = "𠮷野家䶮㛃曾單"
GRIN, WOMAN, JOINER = "\N{GRINNING FACE}", "\N{WOMAN}", "\N{ZERO WIDTH JOINER}"


def drawn(*texts: str) -> tuple[Typeface, bytes]:
    """A document of some lines, and its typeface."""
    typeface, pdf = Typeface(), io.BytesIO()
    canvas = Canvas(pdf, invariant=1)
    for number, text in enumerate(texts):
        typeface.draw(canvas, 72, 700 - 20 * number, text, 12)
    canvas.save()
    return typeface, pdf.getvalue()


def read_back(pdf: bytes) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_rare_characters_are_drawn_and_found_again() -> None:
    typeface, pdf = drawn(f"{RARE} Card")
    assert read_back(pdf) == f"{RARE} Card"
    assert typeface.missing == ()


def test_every_character_of_the_text_has_outlines_in_the_document() -> None:
    _, pdf = drawn(f"客户 {RARE}")
    shapes = 0
    for entry in PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values():
        descriptor = entry.get_object().get("/FontDescriptor")
        if descriptor is not None:  # ReportLab names Helvetica on every page, used or not
            embedded = TTFont(io.BytesIO(descriptor["/FontFile2"].get_data()))
            glyf = embedded["glyf"]
            shapes += sum(glyf[name].numberOfContours > 0 for name in embedded.getGlyphOrder()[1:])
    assert shapes >= len(set(f"客户{RARE}"))


def test_a_character_that_no_font_has_stands_in_by_its_code_and_is_named() -> None:
    typeface, pdf = drawn(f"好{GRIN}{JOINER}{WOMAN}")
    assert read_back(pdf) == "好〔U+1F600〕〔U+1F469〕"
    assert [missing.name for missing in typeface.missing] == ["WOMAN", "GRINNING FACE"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00恒\u200b运\ufe0f\x7f", "恒运"),
        ("一\t二\u2009三\u00a0四", "一 二 三\u00a0四"),
        ("一\r\n二\r三\u2028四\n", "一\n二\n三\n四\n"),
        ("\ud800", "〔U+D800〕"),
    ],
)
def test_what_has_no_shape_leaves_none(text: str, shown: str) -> None:
    assert Typeface().printable(text) == shown


def test_widths_are_those_of_the_font() -> None:
    typeface = Typeface()
    assert typeface.width("恒运", 10) == 20
    assert typeface.width("𠮷", 10) == 10
    assert typeface.width(f"{JOINER}", 10) == 0
    assert typeface.width(GRIN, 10) == typeface.width("〔U+1F600〕", 10)


@pytest.mark.parametrize(("align", "x"), [("left", 100.0), ("center", 90.0), ("right", 80.0)])
def test_alignment_moves_the_left_end(align: str, x: float) -> None:
    typeface, pdf = Typeface(), io.BytesIO()
    canvas = Canvas(pdf, invariant=1, pageCompression=0)
    typeface.draw(canvas, 100, 50, "恒运", 10, align=align)
    canvas.save()
    assert f"1 0 0 1 {x:g} 50 Tm".encode() in pdf.getvalue()


def test_same_text_makes_the_same_bytes_whatever_was_printed_before() -> None:
    text = f"{RARE}{GRIN}"
    _, first = drawn(text)
    drawn("單䶮𠮟㛄 another document")
    _, again = drawn(text)
    assert first == again


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_drawn_as_wide_as_it_was_measured(text: str) -> None:
    typeface = Typeface()
    shown = typeface.printable(text)
    assert typeface.printable(shown) == shown
    assert typeface.width(text.replace("\r\n", "\n"), 10) == pytest.approx(
        typeface.width(shown, 10)
    )
    _, pdf = drawn(text)
    assert pdf.startswith(b"%PDF")

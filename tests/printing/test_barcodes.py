"""Barcodes: what is drawn is read back from the picture, with quiet zones around it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.barcodes import (
    QUIET_MODULES,
    code128_symbols,
    code128_width,
    draw_code128,
    draw_qr,
    qr_rows,
)

MODULE = 0.25 * mm
TEXTS = [
    "Q00037",
    "Q00037-2",
    "G00004",
    "P7",
    "P0012",
    "RB20260316-03",
    "123456",
    "1234",
    "99",
    "~",
]


def read_back(canvas: Canvas, out: io.BytesIO, kind: ZBarSymbol) -> list[str]:
    """What a scanner reads from the page at 300 dpi."""
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        picture = pdf[0].render(scale=300 / 72, grayscale=True).to_pil()
    return [found.data.decode() for found in decode(picture, symbols=[kind])]


@pytest.mark.parametrize("text", TEXTS)
def test_a_scanner_reads_the_code(text: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(120 * mm, 30 * mm))
    width = draw_code128(canvas, 5 * mm, 10 * mm, text, 9 * mm, MODULE)
    assert width == pytest.approx(code128_width(text, MODULE))
    assert read_back(canvas, out, ZBarSymbol.CODE128) == [text]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=20))
def test_every_text_is_read_back_from_its_symbols(text: str) -> None:
    assert spoken(code128_symbols(text)) == text


def spoken(symbols: tuple[int, ...]) -> str:
    """The text of symbols, by the tables of the standard; the check symbol must be right."""
    *body, check, stop = symbols
    assert stop == 106
    assert check == (body[0] + sum(at * one for at, one in enumerate(body))) % 103
    in_c, text = {104: False, 105: True}[body[0]], ""
    for one in body[1:]:
        if in_c and one < 100:
            text += f"{one:02d}"
        elif not in_c and one < 99:
            text += chr(one + 32)
        else:
            in_c = {99: True, 100: False}[one]
    return text


def test_digits_go_in_pairs() -> None:
    assert code128_symbols("Q00037")[:-2] == (104, ord("Q") - 32, ord("0") - 32, 99, 0, 37)
    assert len(code128_symbols("RB20260316-03")) < len("RB20260316-03") + 3


@pytest.mark.parametrize("text", ["", "客户", "a\n"])
def test_what_the_code_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ASCII"):
        code128_symbols(text)


def test_the_bars_keep_clear_of_their_neighbours() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    width = draw_code128(canvas, 100, 100, "Q00037", 20, 1)
    canvas.save()
    content = PdfReader(out).pages[0].get_contents()
    assert content is not None
    bars = [
        [float(part) for part in operands]
        for operands, operator in content.operations
        if operator == b"re"
    ]
    assert min(bar[0] for bar in bars) == 100 + QUIET_MODULES
    assert max(bar[0] + bar[2] for bar in bars) == 100 + width - QUIET_MODULES
    assert sum(1 for _, operator in content.operations if operator in {b"f", b"f*"}) == 1


def test_a_scanner_reads_the_qr_code_of_a_plan() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(60 * mm, 60 * mm))
    draw_qr(canvas, 10 * mm, 10 * mm, "RB20260316-03", 16 * mm)
    assert read_back(canvas, out, ZBarSymbol.QRCODE) == ["RB20260316-03"]


def test_a_plan_number_makes_the_smallest_qr_code() -> None:
    assert len(qr_rows("RB20260316-03")) == 21

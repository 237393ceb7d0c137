"""The print font: every character has outlines, also as ReportLab embeds it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as PrintedFont
from reportlab.pdfgen.canvas import Canvas

from printing import fonts
from printing.fonts import build_font, font_in_memory, missing_glyphs, office_characters, print_font

TEXT = "客户卡 Card 0123，曾單𠮷〔￥12.50〕Äß"
GRIN = "\N{GRINNING FACE}"


@pytest.fixture(scope="module")
def font_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("fonts") / "new folder" / "text.ttf"
    assert build_font(TEXT, out) == ()
    return out


def outline_points(font: TTFont, char: str) -> int:
    glyph = font["glyf"][font.getBestCmap()[ord(char)]]
    return len(glyph.coordinates) if glyph.numberOfContours > 0 else 0


def test_every_character_has_outlines(font_file: Path) -> None:
    font = TTFont(font_file)
    assert set(font.getBestCmap()) == set(map(ord, TEXT))
    assert not [char for char in TEXT if char != " " and outline_points(font, char) < 3]


def test_outlines_stand_where_the_original_puts_them(font_file: Path) -> None:
    font = TTFont(font_file)
    glyph = font["glyf"][font.getBestCmap()[ord("户")]]
    width, left = font["hmtx"][font.getBestCmap()[ord("户")]]
    assert width == font["head"].unitsPerEm
    assert left == glyph.xMin
    assert 0 < glyph.xMin < glyph.xMax < width


def test_pdf_holds_the_text_and_its_outlines(font_file: Path) -> None:
    pdfmetrics.registerFont(PrintedFont("text", font_file))
    pdf = io.BytesIO()
    canvas = Canvas(pdf, invariant=1)
    canvas.setFont("text", 12)
    canvas.drawString(72, 700, TEXT)
    canvas.save()

    page = PdfReader(pdf).pages[0]
    # ReportLab tells readers a wrong code for characters beyond U+FFFF: drawn, but not copied out.
    assert page.extract_text().strip() == "".join(char for char in TEXT if char <= "\uffff")
    shown = 0
    for entry in page["/Resources"]["/Font"].values():
        descriptor = entry.get_object().get("/FontDescriptor")
        if descriptor is None:  # ReportLab names Helvetica on every page, used or not
            continue
        embedded = TTFont(io.BytesIO(descriptor["/FontFile2"].get_data()))
        glyf = embedded["glyf"]
        shown += sum(glyf[name].numberOfContours > 0 for name in embedded.getGlyphOrder()[1:])
    assert shown >= len(set(TEXT) - {" "})


def test_same_characters_make_the_same_bytes(font_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.ttf"
    build_font(reversed(TEXT * 2), again)
    assert again.read_bytes() == font_file.read_bytes()


def test_missing_characters_are_named_and_the_rest_is_drawn(tmp_path: Path) -> None:
    out = tmp_path / "some.ttf"
    (missing,) = build_font(f"好{GRIN}\n\N{VARIATION SELECTOR-16}", out)
    assert (missing.char, missing.code, missing.name) == (GRIN, "U+1F600", "GRINNING FACE")
    assert missing.stand_in == "〔U+1F600〕"
    assert set(TTFont(out).getBestCmap()) == {ord("好")}
    assert missing_glyphs(f"好{GRIN}") == (missing,)


def test_a_font_of_a_few_characters_is_made_without_a_file() -> None:
    data, drawn = font_in_memory(f"𠮷{GRIN}\n䶮")
    assert drawn == {"𠮷", "䶮"}
    font = TTFont(io.BytesIO(data))
    assert [outline_points(font, char) > 3 for char in "𠮷䶮"] == [True, True]


def test_a_stopped_build_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_font("好", tmp_path / "some.ttf", stop)
    assert not list(tmp_path.iterdir())


def test_office_characters_are_all_drawn() -> None:
    chars = office_characters()
    assert len(chars) > 7_500
    assert set("柜卡￥〔〕※①℃Ａé\N{NO-BREAK SPACE}") <= chars
    assert missing_glyphs(chars) == ()


def test_print_font_is_built_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(fonts, "office_characters", lambda: frozenset("卡柜"))
    reports: list[tuple[int, int]] = []
    path = print_font(lambda done, total: reports.append((done, total)))
    assert reports == [(3, 3)]  # the two and .notdef
    assert path.parent == tmp_path
    assert print_font(lambda done, total: reports.append((done, total))) == path
    assert len(reports) == 1


def test_a_font_drawn_differently_is_kept_under_another_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = fonts.font_path()
    monkeypatch.setattr(fonts, "_RECIPE", fonts._RECIPE + 1)
    monkeypatch.setattr(fonts, "_fingerprint", fonts._fingerprint.__wrapped__)
    assert fonts.font_path() != before

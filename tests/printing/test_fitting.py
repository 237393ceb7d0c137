"""A text in its cell: nothing lost, nothing past the edge, never below 8 points."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from model.cards.measures import SMALLEST_VALUE_PT, VALUE_PT
from printing.fitting import BODY, LEADING, Fitted, broken, draw_fitted, fit, fit_words
from printing.typeface import Typeface

MORE = "→续"
LONG = "成都市武侯区簇锦街道铁佛村八组八十八号恒运叉车配件有限公司物流园三号库房二层东侧办公室"
ROUNDING = 1e-6


@pytest.fixture(scope="module")
def typeface() -> Typeface:
    return Typeface()


def fitted(typeface: Typeface, text: str, width: float, height: float) -> Fitted:
    return fit(typeface, text, width, height, more=MORE)


def bare(text: str) -> str:
    """A text without its white space, which may change at a line's end."""
    return re.sub(r"\s", "", text)


TEXTS = st.text(
    st.one_of(
        st.sampled_from("成都恒运叉车配件，。、（）《》“”abc XYZ 019-./@\n\t"),
        st.sampled_from("𠮷䶮㛃曾😀\u200d　"),
        st.characters(),
    ),
    max_size=120,
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.floats(min_value=5, max_value=400), st.floats(min_value=5, max_value=80))
def test_nothing_is_lost_and_nothing_passes_the_edge(
    typeface: Typeface, text: str, width: float, height: float
) -> None:
    found = fitted(typeface, text, width, height)
    shown = "".join(found.lines)
    if found.rest and found.lines:
        end = MORE if shown.endswith(MORE) else MORE[0]  # a narrow cell has room for the arrow only
        assert shown.endswith(end)
        shown = shown.removesuffix(end)
    assert bare(shown + found.rest) == bare(typeface.printable(text))
    assert SMALLEST_VALUE_PT <= found.size <= VALUE_PT
    assert found.height <= height + ROUNDING
    assert all(typeface.width(line, found.size) <= width + ROUNDING for line in found.lines)


def test_a_text_that_has_room_keeps_its_size(typeface: Typeface) -> None:
    assert fitted(typeface, "恒运配件", 60, 20) == Fitted(VALUE_PT, ("恒运配件",))


def test_an_empty_text_has_no_line(typeface: Typeface) -> None:
    assert fitted(typeface, " \n ", 60, 20) == Fitted(VALUE_PT, ())


@pytest.mark.parametrize(("width", "size"), [(40.0, 10.0), (39.0, 9.5), (36.0, 9.0), (32.0, 8.0)])
def test_a_text_shrinks_just_as_far_as_it_must(
    typeface: Typeface, width: float, size: float
) -> None:
    assert fitted(typeface, "恒运配件", width, 20) == Fitted(size, ("恒运配件",))


def test_then_it_wraps_at_eight_points(typeface: Typeface) -> None:
    assert fitted(typeface, "恒运配件", 31, 20) == Fitted(8.0, ("恒运配", "件"))


def test_then_it_goes_on_elsewhere(typeface: Typeface) -> None:
    found = fitted(typeface, LONG, 80, 20)
    assert found.lines == (LONG[:10], f"{LONG[10:18]}{MORE}")
    assert found.rest == LONG[18:]


def test_as_many_lines_as_the_height_holds(typeface: Typeface) -> None:
    height = 8 * (BODY + 2 * LEADING)
    assert len(fitted(typeface, LONG, 60, height).lines) == 3
    assert len(fitted(typeface, LONG, 60, height - 0.01).lines) == 2


def test_line_ends_of_the_text_stand(typeface: Typeface) -> None:
    assert fitted(typeface, "每月二十日结算\r\n货到付款", 200, 40).lines == (
        "每月二十日结算",
        "货到付款",
    )


def test_line_ends_come_back_in_the_rest(typeface: Typeface) -> None:
    assert fitted(typeface, "一二三四五六\n七八\n九十", 40, 10).rest == "四五六\n七八\n九十"


def test_a_box_too_small_for_anything_leaves_all_as_rest(typeface: Typeface) -> None:
    assert fitted(typeface, "恒运\n配件", 7, 40) == Fitted(8.0, (), "恒运\n配件")
    assert fitted(typeface, "恒运", 100, 8) == Fitted(8.0, (), "恒运")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四，五六", ["一二三", "四，五六"]),
        ("一二三（四五）", ["一二三", "（四五）"]),
        ("一二三》。五六", ["一二", "三》。五", "六"]),
        ("《一二》《三四》", ["《一二》", "《三四》"]),
    ],
)
def test_no_line_begins_or_ends_with_the_wrong_mark(
    typeface: Typeface, text: str, lines: list[str]
) -> None:
    assert list(broken(typeface, text, 10, 40)) == lines


def test_words_stay_whole(typeface: Typeface) -> None:
    assert list(broken(typeface, "Sales to SMEs 中心 office", 10, 60)) == [
        "Sales to ",
        "SMEs 中心 ",
        "office",
    ]


def test_a_word_wider_than_the_line_is_broken_where_it_must(typeface: Typeface) -> None:
    lines = list(broken(typeface, "见 info@hengyun-forklift.example.cn", 10, 60))
    assert lines[0] == "见 "
    assert "".join(lines) == "见 info@hengyun-forklift.example.cn"
    assert all(typeface.width(line, 10) <= 60 for line in lines)


def test_a_stand_in_counts_with_its_whole_width(typeface: Typeface) -> None:
    assert fitted(typeface, "好😀", 400, 20).lines == ("好〔U+1F600〕",)


@pytest.mark.parametrize(("align", "left"), [("left", 100), ("center", 135), ("right", 170)])
def test_lines_stand_in_the_middle_of_their_box(
    typeface: Typeface, align: str, left: float
) -> None:
    canvas = Canvas(io.BytesIO(), invariant=1, pageCompression=0)
    found = fitted(typeface, "恒运\n配件", 100, 40)
    draw_fitted(canvas, typeface, found, (100, 200, 90, 40), align=align)
    places = re.findall(r"1 0 0 1 (\S+) (\S+) Tm", "\n".join(canvas._code))
    assert [(float(x), float(y)) for x, y in places] == [
        (left, pytest.approx(220 + 6 - 3.7)),
        (left, pytest.approx(220 - 6 - 3.7)),
    ]


@pytest.mark.parametrize(
    ("text", "width", "found"),
    [
        ("Current customer", 200, Fitted(10.0, ("Current customer",))),
        ("Current customer", 37.4, Fitted(8.0, ("Current", "customer"))),
        ("Confidential", 37.4, Fitted(6.5, ("Confidential",))),
        ("制造商销售公司", 33.4, Fitted(8.0, ("制造商销", "售公司"))),
    ],
)
def test_words_of_the_program_shrink_rather_than_break(
    typeface: Typeface, text: str, width: float, found: Fitted
) -> None:
    fitted_words = fit_words(typeface, text, width, 22, largest=10, least=6.5, more=MORE)
    assert fitted_words == found

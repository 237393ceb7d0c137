import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.characters import (
    compact,
    half_width,
    half_width_brackets,
    half_width_letters,
    is_unreadable,
    one_line,
    several_lines,
    trimmed,
)


@pytest.mark.parametrize(
    ("typed", "edges_off"),
    [
        ("  恒运 ", "恒运"),
        ("\u3000恒运\u00a0", "恒运"),
        ("\ufeff恒运\u200b", "恒运"),
        ("\u202a恒运\u200d", "恒运"),
        ("恒 运", "恒 运"),
        ("", ""),
    ],
)
def test_blanks_and_invisible_characters_go_from_the_edges(typed: str, edges_off: str) -> None:
    assert trimmed(typed) == edges_off


def test_full_width_becomes_half_width() -> None:
    assert half_width("ＡＢ１２－３（）\u3000") == "AB12-3() "
    assert half_width_letters("１２号，（甲）") == "12号，（甲）"
    assert half_width_brackets("恒运（成都）") == "恒运(成都)"


def test_a_line_has_no_breaks_and_no_invisible_characters() -> None:
    assert one_line("人民路\r\n12号\t后门\u200b") == "人民路 12号 后门"


def test_a_long_text_keeps_its_breaks_as_line_feeds() -> None:
    assert several_lines("一\r\n二\r三\u2028四\n\n五 ") == "一\n二\n三\n四\n\n五"


def test_a_code_is_its_bare_characters() -> None:
    assert compact(" 028 —８５５５\u200b1234 ") == "028-85551234"


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[0m", "\x7f", "\ud800", "\ufffe", "恒\ufffd"])
def test_what_nobody_typed_is_unreadable(text: str) -> None:
    assert is_unreadable(text)


@pytest.mark.parametrize(
    "text", ["恒运\n配件\t1", "\u200b", "𠮷", "👍🏽", "O’Reilly", "\ue000", ""]
)
def test_what_people_type_is_readable(text: str) -> None:
    assert not is_unreadable(text)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (trimmed, one_line, several_lines, compact, half_width):
        assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_cleaned_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1

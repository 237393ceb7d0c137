"""Passwords and the recovery code as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import BadInputError, WeakPasswordError
from model.storage.passwords import (
    CODE_LETTERS,
    SHORTEST_PASSWORD,
    check_password,
    make_recovery_code,
    normal_password,
    read_recovery_code,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ａｂｃ１２３！", "abc123!"),
        ("客户　卡柜", "客户 卡柜"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_an_input_method_in_full_width_types_the_same_password(typed: str, meant: str) -> None:
    assert normal_password(typed) == normal_password(meant)


def test_case_and_blanks_of_a_password_count() -> None:
    assert len({normal_password(text) for text in ("Abc", "abc", "abc ", " abc")}) == 4


@pytest.mark.parametrize("weak", ["", "1234567", "七个字的密码呢", "aaaaaaaaaaaa", "ａaａaａaａa"])
def test_a_short_or_monotonous_password_is_weak(weak: str) -> None:
    with pytest.raises(WeakPasswordError) as caught:
        check_password(weak)
    assert caught.value.values == {"shortest": SHORTEST_PASSWORD}


def test_eight_characters_of_any_script_are_enough() -> None:
    check_password("12345678")
    check_password("八个字的密码够了")


@given(st.text())
def test_any_text_can_be_a_password(text: str) -> None:
    assert normal_password(text) == normal_password(text)


def test_a_lone_surrogate_does_not_break_a_password() -> None:
    assert normal_password("pass\udcffword")


def test_codes_have_130_bits_and_no_letter_that_reads_two_ways() -> None:
    codes = {make_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        groups = code.split("-")
        assert [len(group) for group in groups] == [4] * 7
        assert set("".join(groups)) <= set(CODE_LETTERS)
    assert not set("ILOU") & set(CODE_LETTERS)


def test_a_code_is_read_however_it_was_copied() -> None:
    code = make_recovery_code()
    sloppy = code.replace("0", "o").replace("1", "l").replace("-", " ").lower()
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else "－" for sign in code)
    for copied in (
        code,
        code.replace("-", ""),
        sloppy,
        f"  {code}\n",
        code.replace("1", "I"),
        wide,
    ):
        assert read_recovery_code(copied) == code


@pytest.mark.parametrize("wrong", ["", "ABCD", "U" * 28, "汉" * 28, "0" * 28, "0" * 27, "0" * 29])
def test_what_is_no_code_is_a_slip_of_the_pen(wrong: str) -> None:
    with pytest.raises(BadInputError):
        read_recovery_code(wrong)


def test_a_wrong_letter_is_nearly_always_noticed() -> None:
    unnoticed = 0
    for _ in range(300):
        code = list(make_recovery_code())
        at = 7
        code[at] = CODE_LETTERS[(CODE_LETTERS.index(code[at]) + 1) % 32]
        try:
            read_recovery_code("".join(code))
            unnoticed += 1
        except BadInputError:
            pass
    assert unnoticed <= 5  # 1 in 1024 is expected to slip through

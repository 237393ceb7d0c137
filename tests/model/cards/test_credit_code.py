from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from model.cards.checked import Checked
from model.cards.credit_code import (
    CHARACTERS,
    check_character,
    contradicts,
    credit_code,
    is_identity_number,
)

bodies = st.builds(
    "".join,
    st.tuples(
        st.text(CHARACTERS, min_size=2, max_size=2),
        st.text("0123456789", min_size=6, max_size=6),
        st.text(CHARACTERS, min_size=9, max_size=9),
    ),
)


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


def test_the_standards_own_example() -> None:
    assert check_character("91350100M000100Y4") == "3"
    assert credit_code("91350100M000100Y43") == Checked("91350100M000100Y43")


@pytest.mark.parametrize(
    "typed", [" 91350100m000100y43 ", "9135 0100 M000 100Y 43", "９１350100M000100Y43"]
)
def test_case_blanks_and_width_do_not_matter(typed: str) -> None:
    assert credit_code(typed) == Checked("91350100M000100Y43")


@pytest.mark.parametrize("code", ["91350100M000100Y44", "91350203M0001QKT19"])
def test_a_wrong_check_character_is_kept_and_warned_of(code: str) -> None:
    checked = credit_code(code)
    assert checked.value == code
    assert reasons(checked) == ["uscc_check"]
    assert not checked.errors


def test_the_check_character_computed_for_the_known_exception() -> None:
    assert check_character("91350203M0001QKT19") == "F"


@pytest.mark.parametrize(
    "code",
    [
        "9135O100M000100Y43",  # the letter O
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100M000100I43",
        "91A50100M000100Y43",
        "350100100123456",
        "无证",
    ],
)
def test_another_form_is_an_error(code: str) -> None:
    checked = credit_code(code)
    assert checked.value is None
    assert reasons(checked) == ["uscc_format"]
    assert checked.errors


@pytest.mark.parametrize("number", ["999999199001010016", "99999919900101 0016"])
def test_an_identity_number_is_refused_and_repeated_nowhere(number: str) -> None:
    checked = credit_code(number)
    assert reasons(checked) == ["identity_number"]
    assert checked.errors
    assert number not in repr(checked)
    assert "19900101" not in repr(checked)


def test_what_passes_both_checks_is_warned_of_and_needs_a_tick() -> None:
    checked = credit_code("999999199001010729")
    assert (checked.value, reasons(checked)) == ("999999199001010729", ["uscc_identity"])
    assert not checked.errors


def test_an_identity_number_may_end_in_a_small_x() -> None:
    body = "11010519491231002"
    assert is_identity_number(f"{body}X")
    assert reasons(credit_code(f"{body}x")) == ["identity_number"]


@pytest.mark.parametrize(
    "number", ["999999199002300016", "999999219001010016", "999999199001010017"]
)
def test_what_only_resembles_an_identity_number_is_none(number: str) -> None:
    assert not is_identity_number(number)


def test_an_empty_cell_is_no_problem() -> None:
    assert credit_code(" ") == Checked(None)


@given(bodies)
def test_the_check_character_is_the_librarys(body: str) -> None:
    assert check_character(body) == uscc.calc_check_digit(body)


@given(bodies)
def test_a_code_with_its_check_character_has_no_problem(body: str) -> None:
    code = body + check_character(body)
    if not is_identity_number(code):
        assert credit_code(code.lower()) == Checked(code)


@given(bodies, st.integers(0, 16), st.sampled_from(CHARACTERS))
def test_one_wrong_place_never_passes_unseen(body: str, place: int, wrong: str) -> None:
    code = body + check_character(body)
    changed = code[:place] + wrong + code[place + 1 :]
    if changed != code:
        assert credit_code(changed).problems


@given(
    st.integers(100000, 999999),
    st.dates(date(1800, 1, 1), date(2099, 12, 31)),
    st.integers(0, 999),
)
def test_identity_numbers_carry_the_librarys_check(region: int, born: date, order: int) -> None:
    body = f"{region}{born:%Y%m%d}{order:03}"
    assert is_identity_number(body + ric.calc_check_digit(f"{body}?"))


@pytest.mark.parametrize(
    ("code", "org_form", "contradiction"),
    [
        ("92510107MA6CXXXX1A", "sole_trader", False),
        ("92510107MA6CXXXX1A", "limited", True),
        ("91510107MA6CXXXX1A", "limited", False),
        ("91510107MA6CXXXX1A", "partnership", False),
        ("91510107MA6CXXXX1A", "sole_trader", True),
        ("93510107MA6CXXXX1A", "cooperative", False),
        ("12510107MA6CXXXX1A", "public_body", False),
    ],
)
def test_the_first_places_against_the_legal_form(
    code: str, org_form: str, contradiction: bool
) -> None:
    assert contradicts(code, org_form) is contradiction

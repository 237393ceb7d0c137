import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checked import Checked
from model.cards.phones import digits_of, landline, mobile, with_lost_zero

AREA_CODE = "028"


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("028-85551234", "028-85551234"),
        ("02885551234", "028-85551234"),
        ("028 8555 1234", "028-85551234"),
        ("028-8555-1234", "028-85551234"),
        ("(028)85551234", "028-85551234"),
        ("（028）8555-1234", "028-85551234"),
        ("０２８—８５５５１２３４", "028-85551234"),
        ("电话：028-85551234", "028-85551234"),
        ("010-62345678", "010-62345678"),
        ("0512-7045387", "0512-7045387"),
        ("0512-70453871", "0512-70453871"),
        ("05127045387", "0512-7045387"),
        ("+86 28 8555 1234", "028-85551234"),
        ("+86-028-85551234", "028-85551234"),
        ("86-28-85551234", "028-85551234"),
        ("0086 10 8555 1234", "010-85551234"),
        ("028-85551234-801", "028-85551234-801"),
        ("028-85551234转801", "028-85551234-801"),
        ("028-85551234 转 801", "028-85551234-801"),
        ("028-85551234分机801", "028-85551234-801"),
        ("028-85551234 ext. 801", "028-85551234-801"),
        ("028-85551234x801", "028-85551234-801"),
        ("400-123-4567", "400-123-4567"),
        ("4001234567", "400-123-4567"),
        ("400-1234-567", "400-123-4567"),
        ("+86 400 123 4567", "400-123-4567"),
        ("800 820 8820", "800-820-8820"),
        ("85551234", "028-85551234"),
        ("8555-1234", "028-85551234"),
        ("86123456", "028-86123456"),
        ("85551234转801", "028-85551234-801"),
    ],
)
def test_landlines_are_stored_one_way(typed: str, stored: str) -> None:
    assert landline(typed, AREA_CODE) == Checked(stored)


@pytest.mark.parametrize(
    "typed",
    ["028-8555123", "0288-5551234", "028-0555123", "0512-123456", "95588", "1390000000", "abc",
     "855512", "028-85551234-1234567", "139000000011"],
)  # fmt: skip
def test_what_is_no_telephone_number_is_refused(typed: str) -> None:
    checked = landline(typed, AREA_CODE)
    assert checked.value is None
    assert reasons(checked) == ["phone_format"]
    assert checked.errors


def test_a_seven_digit_number_does_not_fit_a_city_of_eight() -> None:
    assert reasons(landline("8555123", "028")) == ["phone_format"]
    assert landline("8555123", "0512") == Checked("0512-8555123")


def test_without_an_area_code_of_the_office_it_must_be_typed() -> None:
    assert reasons(landline("85551234")) == ["phone_area_code"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("+55 (12) 3923-5555", "+551239235555"),
        ("+54 (0)11 4311 4333", "+541143114333"),
        ("+46 08-651 52 52", "+46086515252"),
        ("+1 (514) 721-4711", "+15147214711"),
        ("00852-23456789", "+85223456789"),
    ],
)
def test_a_number_abroad_is_kept_with_a_warning(typed: str, stored: str) -> None:
    checked = landline(typed, AREA_CODE)
    assert (checked.value, reasons(checked)) == (stored, ["phone_abroad"])
    assert not checked.errors


def test_a_mobile_in_the_telephone_cell_is_kept_with_a_warning() -> None:
    checked = landline("139 0000 0001", AREA_CODE)
    assert (checked.value, reasons(checked)) == ("13900000001", ["phone_is_mobile"])
    assert not checked.errors


@pytest.mark.parametrize(
    "typed",
    ["028-85551234/85551235", "028-85551234 13900000001", "13900000001、13900000002",
     "13900000001;13900000002", "13900000001\n13900000002"],
)  # fmt: skip
def test_two_numbers_in_one_cell_have_a_reason_of_their_own(typed: str) -> None:
    assert reasons(landline(typed, AREA_CODE)) == ["phone_several"]
    assert reasons(mobile(typed)) == ["phone_several"]


@pytest.mark.parametrize(
    "typed",
    ["13900000001", "139 0000 0001", "139-0000-0001", "+86 13900000001", "8613900000001",
     "0086-139-0000-0001", "１３９００００００01", "手机：13900000001"],
)  # fmt: skip
def test_mobiles_are_eleven_digits(typed: str) -> None:
    assert mobile(typed) == Checked("13900000001")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("12900000001", "mobile_format"),
        ("1390000000", "mobile_format"),
        ("139000000011", "mobile_format"),
        ("028-85551234", "mobile_format"),
        ("+852 9123 4567", "mobile_abroad"),
    ],
)
def test_other_numbers_are_no_mobiles(typed: str, reason: str) -> None:
    checked = mobile(typed)
    assert (checked.value, reasons(checked)) == (None, [reason])
    assert checked.errors


def test_an_empty_cell_is_no_problem() -> None:
    assert landline(" ", AREA_CODE) == mobile("\u3000") == Checked(None)


@pytest.mark.parametrize(
    ("cell", "stored"), [("2885551234", "028-85551234"), ("5127045387", "0512-7045387")]
)
def test_the_zero_that_a_spreadsheet_dropped_comes_back(cell: str, stored: str) -> None:
    checked = with_lost_zero(cell)
    assert checked is not None
    assert (checked.value, reasons(checked)) == (stored, ["phone_zero_added"])


@pytest.mark.parametrize("cell", ["85551234", "13900000001", "9999999999999", "abc"])
def test_no_zero_is_added_to_other_numbers(cell: str) -> None:
    assert with_lost_zero(cell) is None


def test_bare_digits() -> None:
    assert digits_of("028-85551234-801") == "02885551234801"
    assert digits_of("+551239235555") == "551239235555"


area_codes = st.sampled_from(["010", "021", "028", "0512", "0755", "0991"])


@given(
    area_codes, st.from_regex(r"[2-9][0-9]{7}", fullmatch=True), st.integers(1, 999_999) | st.none()
)
def test_however_a_landline_is_written_it_is_stored_once(area: str, number: str, extension) -> None:
    tail = "" if extension is None else f"-{extension}"
    stored = f"{area}-{number}{tail}"
    for typed in (
        stored,
        f"{area}{number}{tail}",
        f"({area}) {number[:4]} {number[4:]}{tail}",
        f"{area}-{number[:4]}-{number[4:]}{tail.replace('-', '转')}",
        f"+86 {area[1:]} {number}{tail}",
    ):
        assert landline(typed) == Checked(stored), typed


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_however_a_mobile_is_written_it_is_stored_once(number: str) -> None:
    for typed in (
        number,
        f"+86{number}",
        f"86-{number}",
        f"{number[:3]} {number[3:7]}-{number[7:]}",
    ):
        assert mobile(typed) == Checked(number)


@given(st.text(max_size=30))
def test_reading_what_was_stored_changes_nothing(text: str) -> None:
    for read in (mobile, landline):
        stored = read(text).value
        if stored is not None:
            assert read(stored).value == stored

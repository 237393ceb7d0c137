import pytest

from model.cards.damage import as_code, is_damaged, is_error, is_nothing, may_be_damaged, written


@pytest.mark.parametrize(
    "cell", ["1.38E+10", "9.13501E+17", "1e10", "####", "6222021234567890000", "320102199001010000"]
)
def test_lost_digits_are_seen(cell: str) -> None:
    assert is_damaged(cell)


@pytest.mark.parametrize(
    "cell",
    ["13900000001", "6222021234567891234", "91350100M000100Y43", "100000000000000", "028-85551234",
     "62220212345678900", ""],
)  # fmt: skip
def test_whole_numbers_are_left_alone(cell: str) -> None:
    assert not is_damaged(cell)


def test_one_or_two_zeros_after_the_fifteenth_digit_may_be_real() -> None:
    assert may_be_damaged("1234567890123450")
    assert may_be_damaged("12345678901234500")
    assert not may_be_damaged("123456789012345000")  # three: certain
    assert not may_be_damaged("123456789012340")  # fifteen digits are kept
    assert not may_be_damaged("1234567890123451")


@pytest.mark.parametrize(
    ("cell", "code"),
    [("'0123", "0123"), ('="0123"', "0123"), ("13800138000.0", "13800138000"), ("012.50", "012.50"),
     (" 12 ", "12")],
)  # fmt: skip
def test_the_marks_of_an_export_come_off_a_code(cell: str, code: str) -> None:
    assert as_code(cell) == code


@pytest.mark.parametrize(
    ("number", "text"),
    [(118.0, "118"), (118, "118"), (0.1, "0.1"), (5.684e-14, "0"), (-2.5, "-2.5"),
     (13900000001.0, "13900000001"), (float("nan"), "#NUM!"), (float("inf"), "#NUM!")],
)  # fmt: skip
def test_number_cells_are_written_as_digits(number: float, text: str) -> None:
    assert written(number) == text


def test_errors_and_strokes_of_a_sheet() -> None:
    assert is_error("#N/A")
    assert is_error("#DIV/0!")
    assert not is_error("#1号库")
    assert all(map(is_nothing, ["-", "——", "/", "N/A", "…".replace("…", "..."), "NULL"]))
    assert not any(map(is_nothing, ["无", "Na", "0", "a-b", ""]))

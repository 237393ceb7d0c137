from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checked import Checked
from model.cards.dates import age, cut_month, first_day, full_date, moment, month_day, partial_date

TODAY = date(2026, 11, 22)


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize(
    "typed",
    ["20230308", "2023-3-8", "2023-03-08", "2023/3/8", "2023.3.8", "2023年3月8日", "2023年03月08日",
     "2023 年 3 月 8 日", "２０２３－３－８", "2023-03-08 00:00:00", "2023-03-08T12:30:00Z",
     " 2023-3-8 "],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert full_date(typed, TODAY) == Checked(date(2023, 3, 8))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("45000", "date_serial"),
        ("44993.5", "date_serial"),
        ("2023", "date_not_full"),
        ("2023-3", "date_not_full"),
        ("202303", "date_not_full"),
        ("2023年3月", "date_not_full"),
        ("2023-2-30", "date_impossible"),
        ("2023-13-1", "date_impossible"),
        ("0000-1-1", "date_impossible"),
        ("2026-11-23", "date_future"),
        ("1599-12-31", "date_too_early"),
        ("23-3-8", "date_format"),
        ("3/8/2023", "date_format"),
        ("去年", "date_format"),
        ("10-01", "date_format"),
    ],
)
def test_what_is_no_day_has_its_reason(typed: str, reason: str) -> None:
    checked = full_date(typed, TODAY)
    assert (checked.value, reasons(checked)) == (None, [reason])
    assert checked.errors


def test_today_is_not_ahead() -> None:
    assert full_date("2026-11-22", TODAY) == Checked(TODAY)
    assert partial_date("2026-11-22", TODAY) == Checked("2026-11-22")


def test_due_dates_may_lie_ahead() -> None:
    assert full_date("2026-11-23") == Checked(date(2026, 11, 23))


def test_a_date_of_a_cell_is_taken_as_it_is() -> None:
    assert full_date(date(2023, 3, 8), TODAY) == Checked(date(2023, 3, 8))
    assert full_date(datetime.fromisoformat("2023-03-08T12:30"), TODAY) == Checked(date(2023, 3, 8))
    assert reasons(full_date(date(2027, 1, 1), TODAY)) == ["date_future"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2009", "2009"),
        ("2009年", "2009"),
        ("2009-6", "2009-06"),
        ("2009.10", "2009-10"),
        ("2009年6月", "2009-06"),
        ("200906", "2009-06"),
        ("2009-6-15", "2009-06-15"),
        ("20090615", "2009-06-15"),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("1669", "1669"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(typed: str, stored: str) -> None:
    assert partial_date(typed, TODAY) == Checked(stored)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2027", "date_future"),
        ("2026-12", "date_future"),
        ("2009-13", "date_impossible"),
        ("2009-00", "date_impossible"),
        ("0000", "date_too_early"),
        ("1599", "date_too_early"),
        ("39980", "date_serial"),
        ("早年", "date_format"),
    ],
)
def test_a_partial_date_has_its_reasons(typed: str, reason: str) -> None:
    assert reasons(partial_date(typed, TODAY)) == [reason]


@pytest.mark.parametrize("typed", ["10-01", "10/1", "10.1", "10月1日", "1001", "1985-10-01"])
def test_a_day_of_every_year(typed: str) -> None:
    assert month_day(typed) == Checked("10-01")


def test_a_leap_day_is_a_day_of_every_year() -> None:
    assert month_day("2-29") == Checked("02-29")
    assert reasons(month_day("2-30")) == ["date_impossible"]
    assert reasons(month_day("国庆")) == ["month_day_format"]


def test_a_moment_has_its_time() -> None:
    assert moment("2023-3-8 7:50") == Checked(datetime.fromisoformat("2023-03-08T07:50"))
    assert moment("2023-3-8") == Checked(datetime.fromisoformat("2023-03-08"))
    assert reasons(moment("2023-3-8 27:50")) == ["date_impossible"]
    assert reasons(moment("明天")) == ["date_format"]


@pytest.mark.parametrize(
    ("born", "years"),
    [("2012-11-22", 14), ("2012-11-23", 13), ("2012-11", 14), ("2012-12", 13), ("2012", 14)],
)
def test_age_in_full_years(born: str, years: int) -> None:
    assert age(born, TODAY) == years


def test_the_first_day_a_partial_date_may_mean() -> None:
    assert first_day("2009") == date(2009, 1, 1)
    assert first_day("2009-06") == date(2009, 6, 1)
    assert first_day("2009-06-15") == date(2009, 6, 15)


def test_a_month_that_may_have_lost_its_zero() -> None:
    assert cut_month("2009.1")
    assert not cut_month("2009.10")
    assert not cut_month("2009-1")


def test_an_empty_cell_is_no_problem() -> None:
    assert full_date(" ", TODAY) == Checked(None)
    assert partial_date("", TODAY) == month_day("\u3000") == moment("") == Checked(None)


days = st.dates(date(1600, 1, 1), TODAY)


@given(days)
def test_every_day_is_read_in_every_form(day: date) -> None:
    for typed in (
        f"{day:%Y%m%d}" if day.year > 999 else day.isoformat(),
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
    ):
        assert full_date(typed, TODAY) == Checked(day)
        assert partial_date(typed, TODAY) == Checked(day.isoformat())


@given(st.text(max_size=20))
def test_reading_what_was_stored_changes_nothing(text: str) -> None:
    stored = partial_date(text, TODAY).value
    if stored is not None:
        assert partial_date(stored, TODAY).value == stored

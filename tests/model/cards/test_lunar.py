"""Birthdays of the farmers' calendar: typed, kept, shown, typed again; and when they are next."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checks import check
from model.cards.definition import CardKind
from model.cards.fields import CHILD_TABLES, field
from model.cards.lunar import (
    EARLIEST,
    LATEST,
    LunarDay,
    birth_day,
    day_in,
    kept_day,
    lunar_birthday,
    next_birthday,
)
from model.cards.showing import show
from model.words import words_in
from tests.conftest import TODAY

BIRTH = field(CardKind.INDIVIDUAL, "birth_date")
CONTACT_BIRTH = next(one for one in CHILD_TABLES["contacts"] if one.identifier == "birth_date")
FOUNDED = field(CardKind.COMPANY, "founded_on")


def every_day() -> st.SearchStrategy[LunarDay]:
    """Days that the calendar has, leap months among them, with their year and without."""
    days = st.builds(
        LunarDay, st.integers(EARLIEST, LATEST), st.integers(1, 12), st.integers(1, 30),
        st.booleans(),
    )  # fmt: skip
    without = st.builds(LunarDay, st.none(), st.integers(1, 12), st.integers(1, 30), st.booleans())
    return days.filter(lambda day: birth_day(day.kept) is not None) | without


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("农历1985-7-9", "农历1985-07-09"),
        ("农历1985年7月9日", "农历1985-07-09"),
        ("农历19850709", "农历1985-07-09"),
        ("农历1985年七月初九", "农历1985-07-09"),
        ("农历一九八五年七月初九", "农历1985-07-09"),
        ("农历 1985 年 7 月 9 日", "农历1985-07-09"),
        ("阴历１９８５－７－９", "农历1985-07-09"),
        ("1985-7-9（农历）", "农历1985-07-09"),
        ("（农历）1985-7-9", "农历1985-07-09"),
        ("1985.7.9阴历", "农历1985-07-09"),
        ("lunar 1985-07-09", "农历1985-07-09"),
        ("阴历八月初九", "农历08-09"),
        ("八月初九", "农历08-09"),
        ("农历8-9", "农历08-09"),
        ("旧历正月十五", "农历01-15"),
        ("腊月廿三", "农历12-23"),
        ("冬月三十", "农历11-30"),
        ("夏历十一月二十", "农历11-20"),
        ("农历十二月卅日", "农历12-30"),
        ("农历1984年闰十月初一", "农历1984-闰10-01"),
        ("农历1984-闰10-1", "农历1984-闰10-01"),
        ("农历1984年閏十月初一", "农历1984-闰10-01"),
        ("lunar 1984-leap 10-01", "农历1984-闰10-01"),
        ("闰六月初一", "农历闰06-01"),
        ("农历2033年闰十一月初一", "农历2033-闰11-01"),
    ],
)
def test_a_lunar_birthday_is_read_however_it_is_written(typed: str, kept: str) -> None:
    checked = lunar_birthday(typed)
    assert checked is not None
    assert (checked.value, checked.problems) == (kept, ())


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("农历1985", "lunar_format"),
        ("农历1985-7", "lunar_format"),
        ("农历生日", "lunar_format"),
        ("农历", "lunar_format"),
        ("农历八月初十五", "lunar_format"),
        ("农历1985-13-1", "date_impossible"),
        ("农历1985-7-31", "date_impossible"),
        ("农历0-1", "date_impossible"),
        ("农历1985-7-0", "date_impossible"),
        ("农历1985年闰六月初一", "date_impossible"),  # 1985 has no leap month
        ("农历1985-4-30", "date_impossible"),  # a month of 29 days
        ("农历1899-7-9", "lunar_year"),
        ("农历2100-7-9", "lunar_year"),
    ],
)
def test_what_is_no_day_of_it_has_its_reason(typed: str, reason: str) -> None:
    checked = lunar_birthday(typed)
    assert checked is not None
    assert [problem.reason for problem in checked.problems] == [reason]
    assert checked.value is None


@pytest.mark.parametrize(
    "typed", ["1985-7-9", "19850709", "1985年7月9日", "1985", "八月", "", "生日"]
)
def test_other_texts_are_left_to_the_common_calendar(typed: str) -> None:
    assert lunar_birthday(typed) is None


@given(every_day())
def test_typed_kept_shown_and_typed_again_is_the_same_day(day: LunarDay) -> None:
    assert kept_day(day.kept) == day
    for words in (words_in("zh"), words_in("en")):
        told = show(BIRTH, day.kept, words)
        again = lunar_birthday(told)
        assert again is not None
        assert again.value == day.kept


@given(every_day().filter(lambda day: day.year is not None))
def test_the_library_s_own_reading_of_the_day_leads_back(day: LunarDay) -> None:
    from lunar_python import Solar

    born = birth_day(day.kept)
    assert born is not None
    back = Solar.fromYmd(born.year, born.month, born.day).getLunar()
    assert (back.getYear(), abs(back.getMonth()), back.getDay()) == (day.year, day.month, day.day)
    assert (back.getMonth() < 0) is day.leap


@pytest.mark.parametrize(
    ("kept", "born"),
    [
        ("农历1985-07-09", date(1985, 8, 24)),
        ("农历1984-闰10-01", date(1984, 11, 23)),
        ("农历2026-01-01", date(2026, 2, 17)),
        ("农历2025-12-29", date(2026, 2, 16)),
    ],
)
def test_days_that_almanacs_know(kept: str, born: date) -> None:
    assert birth_day(kept) == born


@pytest.mark.parametrize(
    ("born", "today", "following"),
    [
        ("农历08-15", date(2026, 1, 1), date(2026, 9, 25)),
        ("农历08-15", date(2026, 9, 25), date(2026, 9, 25)),
        ("农历08-15", date(2026, 9, 26), date(2027, 9, 15)),
        ("农历1985-12-23", date(2026, 1, 5), date(2026, 2, 10)),  # of the lunar year before
        ("农历1985-12-30", date(2026, 2, 1), date(2026, 2, 16)),  # a month of 29 days
        ("农历1984-闰10-01", date(2026, 1, 1), date(2026, 11, 9)),  # no such leap month
        ("农历1987-闰06-01", date(2025, 7, 1), date(2025, 7, 25)),  # 2025 has it
        ("1985-07-09", date(2026, 7, 9), date(2026, 7, 9)),
        ("1985-07-09", date(2026, 7, 10), date(2027, 7, 9)),
        ("1984-02-29", date(2026, 1, 1), date(2026, 2, 28)),
        ("1984-02-29", date(2028, 1, 1), date(2028, 2, 29)),
        ("1985-07", date(2026, 1, 1), None),
        ("1985", date(2026, 1, 1), None),
    ],
)
def test_the_next_birthday(born: str, today: date, following: date | None) -> None:
    assert next_birthday(born, today) == following


@given(every_day(), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_birthday_comes_within_thirteen_months(day: LunarDay, today: date) -> None:
    following = next_birthday(day.kept, today)
    assert following is not None
    assert 0 <= (following - today).days <= 386
    assert following in {day_in(day, year) for year in range(today.year - 1, today.year + 2)}


@pytest.mark.parametrize("birth", [BIRTH, CONTACT_BIRTH])
def test_a_birth_date_takes_both_calendars_and_looks_at_the_age(birth: object) -> None:
    for typed, kept in (("阴历1985-7-9", "农历1985-07-09"), ("1985-7-9", "1985-07-09")):
        assert check(birth, typed, TODAY).value == kept  # type: ignore[arg-type]
    assert check(birth, "腊月廿三", TODAY).value == "农历12-23"  # type: ignore[arg-type]
    for typed in ("农历2020-7-9", "农历1901-7-9", "农历2027-7-9"):
        refused = check(birth, typed, TODAY)  # type: ignore[arg-type]
        assert [problem.reason for problem in refused.problems] == ["age_out_of_range"]


def test_a_firm_is_not_founded_by_it() -> None:
    assert check(FOUNDED, "农历1985-7-9", TODAY).errors

"""Days typed in a hurry."""

from __future__ import annotations

from datetime import date

import pytest

from gui.today.short_dates import full_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("+7", "2026-11-27"),
        ("＋0", "2026-11-20"),
        ("12-3", "2026-12-03"),
        ("11/20", "2026-11-20"),  # today itself
        ("11-19", "2027-11-19"),  # the next one
        ("3-8", "2027-03-08"),
        ("3月8日", "2027-03-08"),
        ("0308", "2027-03-08"),
        ("2-29", "2028-02-29"),
        ("20261203", "20261203"),  # in full: the model reads it
        ("13-1", "13-1"),  # no such month: the model refuses it
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_the_day_meant(typed: str, meant: str) -> None:
    assert full_day(typed, TODAY) == meant

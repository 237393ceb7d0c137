"""Numbers are given out once and never again."""

from __future__ import annotations

import pytest

from model.office.counters import next_number
from model.office.desk import Desk
from model.office.tables import Counter
from model.storage.database import database, writing


@pytest.mark.usefixtures("clerk")
def test_numbers_follow_one_another_in_each_series() -> None:
    with writing():
        assert [next_number("one"), next_number("one", 5), next_number("one")] == [1, 2, 7]
        assert next_number("other") == 1


def test_a_number_of_an_undone_act_was_never_given(clerk: Desk) -> None:
    before = Counter.get(Counter.name == "staff").value
    with database.atomic() as transaction:
        next_number("staff")
        transaction.rollback()
    with writing():
        assert next_number("staff") == before + 1

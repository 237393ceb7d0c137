"""Made-up customers for the rules of score and day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from model.rounds.day_rules import Customer
from model.rounds.plans_shown import Reason
from model.rounds.score import Facts

BUCKETS = ("", "not_due", "unknown", "d1_30", "d31_60", "d61_90", "d91_180", "d181_up")


def around(day: date, before: int, after: int) -> SearchStrategy[date]:
    return st.integers(-before, after).map(lambda days: day + timedelta(days))


def facts(day: date) -> SearchStrategy[Facts]:
    """Everything that may be known of a customer on a day."""
    return st.builds(
        Facts,
        plan_class=st.sampled_from("ABCP"),
        last_visit_on=st.none() | around(day, 90, 0),
        bucket=st.sampled_from(BUCKETS),
        promises=st.lists(around(day, 12, 5), max_size=3).map(tuple),
        agreed_on=st.none() | around(day, 9, 9),
        settle_day=st.none() | st.integers(1, 31),
        key_account=st.booleans(),
        care_day=st.booleans(),
        completeness=st.integers(0, 1000),
        stock_low=st.booleans(),
        contract_ends_on=st.none() | around(day, 40, 40),
        claim_since=st.none() | around(day, 20, 0),
    )


def customers(day: date, most: int = 24) -> SearchStrategy[list[Customer]]:
    """A rep's customers, each with its own number."""
    one = st.builds(
        Customer,
        key=st.just(""),
        district=st.sampled_from(("武侯", "金牛", "龙泉驿")),
        facts=facts(day),
        route=st.none() | st.frozensets(st.integers(0, 6)),
        hindrance=st.none() | st.none() | st.just(Reason("lost")),
        appointment=st.none() | st.none() | st.integers(8 * 60, 17 * 60),
        pinned=st.just(False),
    )
    return st.lists(one, max_size=most).map(
        lambda found: [
            customer._replace(key=f"Q{number:05}") for number, customer in enumerate(found)
        ]
    )

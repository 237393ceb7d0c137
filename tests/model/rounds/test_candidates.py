"""What is read of a rep's customers before they are scored."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from playhouse.test_utils import assert_query_count

from model.cards.tables import Contact
from model.money.tables import AccountSnapshot
from model.office.tables import District
from model.rounds.candidates import RECORDS, Known, known_customers
from model.rounds.plans_shown import Reason
from model.rounds.policy import policy
from model.rounds.tables import DailyPlan, PlanLine, Promise, RouteDay, VisitRecord
from model.storage.database import database, writing
from tests.conftest import NOW, TODAY
from tests.model.rounds.conftest import PutCard, card_id, person

DAYS = timedelta(1)


def known(day: date = TODAY, now: datetime = NOW) -> dict[str, Known]:
    return known_customers(person("李明").id, day, now, policy())


def record(card_no: str, visited_on: date, **columns: Any) -> None:
    with writing():
        VisitRecord.create(
            record_no=f"BF{VisitRecord.select().count()}", card=card_id(card_no),
            rep=person("李明"), visited_on=visited_on, entered_by=person("李明"),
            entered_at=NOW, **columns,
        )  # fmt: skip


def test_what_the_card_itself_tells(put_card: PutCard) -> None:
    put_card(1, abc_class="N", last_visit_on=TODAY - 9 * DAYS, is_key_account=True,
             completeness=480)  # fmt: skip
    found = known()["Q00001"]
    assert (found.name, found.abc_class, found.customer.district) == (
        "第1家客户有限公司", "N", "武侯",
    )  # fmt: skip
    facts = found.customer.facts
    assert (facts.plan_class, facts.last_visit_on) == ("B", TODAY - 9 * DAYS)
    assert (facts.key_account, facts.completeness, facts.bucket) == (True, 480, "")


def test_only_the_reps_own_customers_are_read(put_card: PutCard) -> None:
    put_card(1)
    put_card(2, rep="王芳")
    put_card(3, custody_state="draft", card_no=None, location=None)
    put_card(4, custody_state="void")
    put_card(5, relationship_status="abandoned")
    assert set(known()) == {"Q00001"}


@pytest.mark.parametrize(("ago", "planned"), [(179, False), (180, True), (None, True)])
def test_an_interrupted_customer_waits_until_he_is_to_be_asked_again(
    put_card: PutCard, ago: int | None, planned: bool
) -> None:
    seen = None if ago is None else TODAY - ago * DAYS
    put_card(1, relationship_status="interrupted", abc_class="A", last_visit_on=seen)
    assert [one.customer.facts.plan_class for one in known().values()] == ["P"] * planned


def test_open_promises_until_the_day_are_read(put_card: PutCard) -> None:
    card = card_id(put_card(1))
    with writing():
        for due, kept, by in (
            (TODAY, None, "payment"),
            (TODAY - 3 * DAYS, None, "us"),
            (TODAY + DAYS, None, "us"),
            (TODAY - 5 * DAYS, TODAY, "us"),
        ):
            Promise.create(card=card, description="送样", due_on=due, kept_on=kept, promised_by=by)
    found = known()["Q00001"]
    assert sorted(found.customer.facts.promises) == [TODAY - 3 * DAYS, TODAY]
    assert found.pays


@pytest.mark.parametrize(
    ("overdue", "bucket", "counts"),
    [
        (0, "", ""),
        (0, "not_due", ""),
        (100, "", "unknown"),
        (100, "not_due", "unknown"),
        (100, "d61_90", "d61_90"),
    ],
)
def test_the_worst_bucket_of_what_is_overdue(
    put_card: PutCard, overdue: int, bucket: str, counts: str
) -> None:
    card = card_id(put_card(1, settle_day=20))
    with writing():
        AccountSnapshot.create(
            card=card, balance=500, overdue=overdue, worst_bucket=bucket, as_of=TODAY
        )
    facts = known()["Q00001"].customer.facts
    assert (facts.bucket, facts.settle_day) == (counts, 20)


def test_who_owes_nothing_has_no_settlement_day(put_card: PutCard) -> None:
    put_card(1, settle_day=20)
    assert known()["Q00001"].customer.facts.settle_day is None


def test_the_latest_record_tells_the_next_visit(put_card: PutCard) -> None:
    seen = TODAY - 10 * DAYS
    put_card(1, last_visit_on=seen)
    record("Q00001", seen - 5 * DAYS, next_visit_on=TODAY)
    assert known()["Q00001"].customer.facts.agreed_on is None, "he was seen since"

    record("Q00001", seen, next_visit_on=TODAY + DAYS, next_purpose="order,collect")
    found = known()["Q00001"]
    assert found.customer.facts.agreed_on == TODAY + DAYS
    assert found.purposes == ("order", "collect")

    record("Q00001", TODAY - 2 * DAYS, not_visited="absent", next_visit_on=TODAY)
    assert known()["Q00001"].customer.facts.agreed_on == TODAY

    record("Q00001", TODAY - DAYS, not_visited="traffic")
    assert known()["Q00001"].customer.facts.agreed_on is None


def test_a_line_moved_to_another_day_is_an_agreed_visit(put_card: PutCard) -> None:
    put_card(1, last_visit_on=TODAY - 20 * DAYS)
    record("Q00001", TODAY - 20 * DAYS, next_visit_on=TODAY - 6 * DAYS)
    with writing():
        plan = DailyPlan.create(
            plan_no="RB1", plan_date=TODAY - 6 * DAYS, rep=person("李明"),
            made_by=person("李明"), made_at=NOW,
        )  # fmt: skip
        PlanLine.create(
            plan=plan, card=card_id("Q00001"), seq=1, stay_minutes=40, travel_minutes=20,
            state="rescheduled", struck_reason="客户出差",
            reasons=f'[{{"part": "moved_to", "points": null, "on": "{TODAY}"}}]',
        )  # fmt: skip
    assert known()["Q00001"].customer.facts.agreed_on == TODAY

    record("Q00001", TODAY - 2 * DAYS, next_visit_on=TODAY + 9 * DAYS)
    assert known()["Q00001"].customer.facts.agreed_on == TODAY + 9 * DAYS, "said later"


@pytest.mark.parametrize(
    ("state", "due", "now", "hindrance"),
    [
        ("in_cabinet", None, NOW, None),
        ("lost", None, NOW, Reason("lost")),
        ("sealed", None, NOW, Reason("sealed")),
        ("out", TODAY, NOW, Reason("card_out", None, {"holder": "王芳"})),
        ("out", TODAY - DAYS, NOW, Reason("overdue", None, {"holder": "王芳"})),
        # Out today and due at six: at home tomorrow.
        ("out", TODAY - DAYS, NOW - DAYS, None),
    ],
)
def test_why_a_card_cannot_be_handed_out(
    put_card: PutCard, state: str, due: date | None, now: datetime, hindrance: Reason | None
) -> None:
    due_at = None if due is None else datetime.combine(due, datetime.min.time()).replace(hour=18)
    holder = person("王芳") if due else None
    put_card(1, custody_state=state, due_at=due_at, holder=holder)
    assert known(TODAY, now)["Q00001"].customer.hindrance == hindrance


@pytest.mark.parametrize(
    ("on", "state", "hindered"),
    [
        (TODAY - DAYS, "planned", False),  # nobody has said what became of it
        (TODAY, "planned", True),
        (TODAY, "visited", False),
        (TODAY, "cancelled", False),
        (TODAY + DAYS, "planned", False),
    ],
)
def test_whom_a_plan_before_the_day_has_is_not_planned_twice(
    put_card: PutCard, on: date, state: str, hindered: bool
) -> None:
    """The plan of tomorrow is made while today's visits are still under way."""
    put_card(1)
    with writing():
        plan = DailyPlan.create(
            plan_no="RB1", plan_date=on, rep=person("李明"), made_by=person("李明"), made_at=NOW
        )
        PlanLine.create(
            plan=plan, card=card_id("Q00001"), seq=1, stay_minutes=40, travel_minutes=20,
            state=state,
        )  # fmt: skip
    wanted = Reason("planned_already", None, {"on": str(on)}) if hindered else None
    assert known(TODAY + DAYS)["Q00001"].customer.hindrance == wanted


@pytest.mark.parametrize(
    ("born", "anniversary", "care"),
    [
        ("1980-11-22", None, True),
        ("1980-11-18", None, True),
        ("1980-11-24", None, False),
        ("1980-11", None, False),
        ("1980", None, False),
        ("农历1980-10-14", None, True),  # 22 November of this year
        ("农历10-20", None, False),
        (None, "11-23", True),
        (None, None, False),
    ],
)
def test_a_persons_birthday_or_anniversary_is_a_day_of_care(
    put_card: PutCard, born: str | None, anniversary: str | None, care: bool
) -> None:
    put_card(1, customer_kind="individual", birth_date=born, anniversary=anniversary)
    assert known()["Q00001"].customer.facts.care_day is care


NEAR, FAR = "1970-11-21", "1970-05-05"


@pytest.mark.parametrize(
    ("contacts", "care"),
    [
        ([{"birth_date": NEAR, "is_primary": True}], True),
        ([{"birth_date": "农历10-11", "is_primary": True}], True),
        ([{"birth_date": "农历01-11", "is_primary": True}], False),
        ([{"birth_date": NEAR}, {"birth_date": FAR, "is_key_person": True}], False),
        ([{"birth_date": FAR}, {"birth_date": NEAR, "is_key_person": True}], True),
        ([{"birth_date": NEAR, "is_key_person": True, "left_on": TODAY}], False),
        ([{"birth_date": FAR, "is_primary": True}, {"birth_date": NEAR}], False),
    ],
)
def test_at_a_company_the_key_persons_birthday_counts(
    put_card: PutCard, contacts: list[dict[str, Any]], care: bool
) -> None:
    card = card_id(put_card(1))
    with writing():
        for place, contact in enumerate(contacts):
            Contact.create(card=card, row_no=place, name="何文斌", **contact)
    assert known()["Q00001"].customer.facts.care_day is care


def test_the_route_of_the_rep(put_card: PutCard) -> None:
    put_card(1)
    assert known()["Q00001"].customer.route is None, "none set: every day"
    with writing():
        RouteDay.create(rep=person("李明"), district=District.get(name="金牛"), weekday=2)
    assert known()["Q00001"].customer.route == frozenset()
    with writing():
        for weekday in (0, 3):
            RouteDay.create(rep=person("李明"), district=District.get(name="武侯"), weekday=weekday)
    assert known()["Q00001"].customer.route == {0, 3}


def test_more_customers_ask_no_more_of_the_database(put_card: PutCard) -> None:
    for number in range(1, 30):
        put_card(number)
    rep, rules = person("李明").id, policy()
    with assert_query_count(10):
        assert len(known_customers(rep, TODAY, NOW, rules)) == 29


def test_old_records_are_passed_over_in_the_index(put_card: PutCard) -> None:
    """However many years of visits lie behind: with 100,000 records, 15 ms in place of 1,000."""
    put_card(1)
    sql, values = RECORDS(person("李明").id, "").sql()
    steps = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any("(card_id=? AND visited_on>?)" in step for step in steps), steps

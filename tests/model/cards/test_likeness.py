"""While somebody types: is there a card of this customer already?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.cards.definition import CardKind
from model.cards.finding import normalised_name
from model.cards.likeness import MOST, LookAlike, look_alikes
from model.cards.tables import Contact, CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.storage.database import database
from tests.conftest import NOW, Sit

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
CODE = "91350100M000100Y43"


def put(number: int, rep: str = "李明", kind: str = "company", **values: Any) -> str:
    """A filed card."""
    ref = f"{'Q' if kind == 'company' else 'G'}{number:05}"
    contacts = values.pop("contacts", ())
    name = str(values.get("full_name") or "")
    card = CustomerCard.create(
        card_no=ref, customer_kind=kind, drawer_no=1, created_on=NOW.date(),
        rep=Person.get(Person.name == rep),
        name_key=normalised_name(name, person=kind != "company") if name else "",
        **{"custody_state": "in_cabinet", **values},
    )  # fmt: skip
    for row_no, contact in enumerate(contacts, 1):
        Contact.create(card=card, row_no=row_no, name="某某", **contact)
    return ref


@pytest.mark.parametrize(
    ("there", "kind", "typed"),
    [
        ({"uscc": CODE}, COMPANY, {"uscc": " 9135 0100 m000100y43"}),
        ({"phone": "028-85551234"}, COMPANY, {"phone": "028 8555 1234"}),
        ({"phone": "028-85551234"}, INDIVIDUAL, {"phone": "（028）85551234"}),
        ({"mobile": "13900001111"}, INDIVIDUAL, {"mobile": "+86 139-0000-1111"}),
        ({"mobile": "13900001111"}, COMPANY, {"contacts#+1.mobile": "13900001111"}),
        ({"contacts": [{"mobile": "13900001111"}]}, INDIVIDUAL, {"mobile": "13900001111"}),
        ({"contacts": [{"mobile": "13900001111"}]}, COMPANY, {"phone": "13900001111"}),
        ({"contacts": [{"phone": "028-85551234"}]}, COMPANY, {"phone": "028-85551234"}),
        ({"phone": "028-85551234"}, COMPANY, {"contacts#7.phone": "028-85551234"}),
        (
            {"full_name": "成都恒运叉车配件有限公司"},
            COMPANY,
            {"full_name": "恒运叉车配件（成都）店"},
        ),
        ({"full_name": "ＡＢＣ轮胎厂"}, COMPANY, {"full_name": "abc轮胎 有限责任公司"}),
    ],
)
def test_another_card_that_agrees_is_told(
    clerk: Desk, there: dict[str, Any], kind: CardKind, typed: dict[str, str]
) -> None:
    ref = put(7, **there)
    name = there.get("full_name", "")
    assert look_alikes(clerk, kind, typed, "", NOW) == (
        LookAlike(next(iter(typed)).rpartition(".")[2], ref, "李明", name),
    )


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"full_name": ""},
        {"full_name": "恒通叉车配件"},
        {"uscc": "91350100M000100Y"},  # half typed
        {"phone": "8555"},
        {"mobile": "13900001112"},
        {"likes": "028-85551234"},
        {"needs#+1.description": "028-85551234"},
        {"contacts#+1.name": "恒运叉车配件"},
        {"no_such": "028-85551234"},
    ],
)
def test_what_agrees_with_nothing_tells_nothing(clerk: Desk, typed: dict[str, str]) -> None:
    put(7, full_name="恒运叉车配件", phone="028-85551234", uscc=CODE, mobile="13900001111")
    assert look_alikes(clerk, COMPANY, typed, "", NOW) == ()


def test_a_card_is_not_like_itself_nor_like_a_void_one(clerk: Desk) -> None:
    own = put(7, phone="028-85551234")
    put(8, phone="028-85551234", custody_state="void")
    assert look_alikes(clerk, COMPANY, {"phone": "028-85551234"}, own, NOW) == ()


def test_a_card_that_agrees_twice_is_told_once_by_the_strongest(clerk: Desk) -> None:
    both = put(7, uscc=CODE, phone="028-85551234")
    other = put(8, full_name="恒运配件", phone="028-85551234")
    typed = {"full_name": "恒运配件厂", "phone": "028-85551234", "uscc": CODE}
    found = look_alikes(clerk, COMPANY, typed, "", NOW)
    assert [(one.field, one.card_no) for one in found] == [("uscc", both), ("phone", other)]


def test_no_more_than_five_are_told(clerk: Desk) -> None:
    for number in range(1, 9):
        put(number, phone="028-85551234")
    found = look_alikes(clerk, COMPANY, {"phone": "028-85551234"}, "Q00002", NOW)
    assert [one.card_no for one in found] == ["Q00001", "Q00003", "Q00004", "Q00005", "Q00006"]
    assert len(found) == MOST


@pytest.mark.parametrize(
    ("who", "own", "other"),
    [
        ("王秀兰", "甲厂", "乙厂"),
        ("张总", "甲厂", "乙厂"),
        ("赵刚", "甲厂", ""),
        ("李明", "", ""),
        ("周涛", "", ""),
    ],
)
def test_a_rep_learns_only_that_it_is_there_and_who_keeps_it(
    sit: Sit, who: str, own: str, other: str
) -> None:
    desk = sit(who)
    put(1, "李明", full_name="甲厂", phone="028-85551234")
    put(2, "周涛", full_name="乙厂", phone="028-85551234")
    found = look_alikes(desk, COMPANY, {"phone": "028-85551234"}, "", NOW)
    assert found == (
        LookAlike("phone", "Q00001", "李明", own),
        LookAlike("phone", "Q00002", "周涛", other),
    )


def test_what_was_found_is_in_the_log_without_what_was_typed(clerk: Desk) -> None:
    put(7, phone="028-85551234")
    look_alikes(clerk, COMPANY, {"phone": "028-85551234"}, "", NOW)
    audit.flush(clerk)
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, "8555" in line.after) == (audit.Event.SEARCH, False)


def test_every_question_is_answered_from_an_index(clerk: Desk) -> None:
    put(7, phone="028-85551234")
    asked: list[str] = []
    database.obj.connection().set_trace_callback(asked.append)
    typed = {"phone": "028-85551234", "uscc": CODE, "full_name": "恒运"}
    look_alikes(clerk, COMPANY, typed, "", NOW)
    database.obj.connection().set_trace_callback(None)
    questions = [sql for sql in asked if "customer_card" in sql]
    assert len(questions) >= 6
    for sql in questions:
        plan = database.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert not [step for *_, step in plan if str(step).startswith("SCAN")], (sql, plan)


NUMBERS = ("028-85551234", "13900001111", "")
CARDS = st.fixed_dictionaries(
    {
        "uscc": st.sampled_from([CODE, ""]),
        "phone": st.sampled_from(NUMBERS),
        "full_name": st.sampled_from(
            ["恒运配件", "成都恒运配件厂", "恒运（成都）配件", "恒通", ""]
        ),
        "mobile": st.sampled_from(["13900001111", "13900002222", ""]),
        "contact": st.sampled_from(NUMBERS),
    }
)


@contextmanager
def undone() -> Iterator[None]:
    """Everything inside is taken back."""
    with database.atomic() as all_of_it:
        yield
        all_of_it.rollback()


def _typed(card: dict[str, str]) -> dict[str, str]:
    contact = {"contacts#+1.phone": card["contact"]}
    own = {name: text for name, text in card.items() if name not in {"contact", "mobile"}}
    return {**own, **contact, "contacts#+2.mobile": card["mobile"]}


def _kept(card: dict[str, str]) -> dict[str, Any]:
    values = {name: card[name] or None for name in ("uscc", "phone", "full_name")}
    return {**values, "contacts": [{"phone": card["contact"] or None},
                                   {"mobile": card["mobile"] or None}]}  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CARDS, CARDS)
def test_whoever_looks_alike_looks_alike_from_the_other_side(
    clerk: Desk, one: dict[str, str], other: dict[str, str]
) -> None:
    seen = []
    for there, typed in ((one, other), (other, one)):
        with undone():
            put(7, **_kept(there))
            seen.append(bool(look_alikes(clerk, COMPANY, _typed(typed), "", NOW)))
    assert seen[0] is seen[1]

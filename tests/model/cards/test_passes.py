"""Reading passes, query slips, the limit of a day's looks, and two persons for secret cards."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from model.cards import asking, passes
from model.cards.cards import CardView, edit_card, read_card
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.passes import Looks, ReadingPurpose, looks_today, open_pass
from model.cards.tables import CustomerCard, Reservation
from model.errors import (
    CabinetClosedError,
    NeedsApprovalError,
    PurposeNeededError,
    TooManyLooksError,
    TwoPersonsNeededError,
)
from model.loans import closing, opening
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.office.rights import Right
from model.office.secrets import open_secrets
from model.office.tables import AuditLine, Person
from model.storage.database import database, writing
from tests.conftest import NOW, PASSWORD, Sit, make_card

OVER = NOW + timedelta(minutes=15)
BUSINESS, PRIVATE_OF_CONTACT = "货到及时", "钓鱼下棋"


@pytest.fixture
def cards(sit: Sit) -> list[str]:
    """Two of 李明's, one of 王芳's, one of 周涛's; something on each that is seen on loan only."""
    made = []
    for number, rep in enumerate(("李明", "李明", "王芳", "周涛")):
        district, passer = ("金牛", "钱进") if rep == "周涛" else ("武侯", "赵刚")
        phone = f"028-8555200{number}"
        made.append(make_card(sit, f"第{number}家客户有限公司", rep, phone, district, passer))
    opening.open_cabinet(sit("王秀兰"), NOW)
    manager = sit("张总")
    for ref in made:
        texts = {
            "likes": BUSINESS, "trade_terms": "月结", "bank_name": "工行",
            "contacts#+1.name": "何文斌", "contacts#+1.roles": "决策者",
            "contacts#+1.mobile": "13900000001", "contacts#+1.hobbies": PRIVATE_OF_CONTACT,
        }  # fmt: skip
        edit_card(manager, ref, read_card(manager, ref, NOW).version, texts, NOW)
    return made


def sees(view: CardView) -> str:
    """Which of business, private and credit facts stand in a view."""
    told = str(view.values) + str(view.children)
    return "".join(
        sign for sign, text in (("3", BUSINESS), ("2", PRIVATE_OF_CONTACT), ("5", "工行"))
        if text in told
    )  # fmt: skip


def events(event: audit.Event) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event))


def grant(sit: Sit, asker: str, ref: str, decider: str) -> None:
    """A query slip, asked for and granted."""
    right = Right.READ_OTHERS_CARD
    number = asking.ask_approval(sit(asker), right, [ref], "客户来电", NOW).approval_no
    asking.decide_approval(sit(decider), number, True, "", NOW)


def test_a_purpose_opens_an_own_card_for_a_quarter_of_an_hour(cards: list[str], sit: Sit) -> None:
    rep = sit("李明")
    assert sees(read_card(rep, cards[0], NOW)) == ""
    found = open_pass(rep, cards[0], "phone_call", NOW)
    assert (found.expires_at, found.of_other) == (OVER, False)
    assert sees(read_card(rep, cards[0], OVER - timedelta(seconds=1))) == "325"
    assert sees(read_card(rep, cards[1], NOW)) == "", "another card is another pass"
    assert sees(read_card(rep, cards[0], OVER)) == ""
    assert sees(read_card(rep, cards[0], NOW - timedelta(hours=1))) == "", "a clock set back"
    (line,) = events(audit.Event.PASS_OPEN)
    assert json.loads(line.after)["purpose"] == "phone_call"


def test_the_office_may_want_shorter_passes(cards: list[str], sit: Sit) -> None:
    change_setting(sit("张总"), "reading_minutes", "5", NOW)
    assert open_pass(sit("李明"), cards[0], "other", NOW).expires_at == NOW + timedelta(minutes=5)


@pytest.mark.parametrize("purpose", ["", "curiosity"])
def test_a_pass_is_for_something(cards: list[str], sit: Sit, purpose: str) -> None:
    with pytest.raises(PurposeNeededError):
        open_pass(sit("李明"), cards[0], purpose, NOW)


@pytest.mark.parametrize("person", ["赵刚", "王秀兰", "张总"])
def test_whoever_reads_anyway_gets_no_pass(cards: list[str], sit: Sit, person: str) -> None:
    assert open_pass(sit(person), cards[0], "other", NOW).expires_at is None
    assert ReadingPass.select().count() == 0


def test_a_card_kept_for_him_today_needs_no_pass(cards: list[str], sit: Sit) -> None:
    rep = sit("李明")
    row = CustomerCard.get(CustomerCard.card_no == cards[0])
    with writing():
        Reservation.create(card=row, day=NOW.date(), borrower=rep.person.id, document="JD1")
    assert open_pass(rep, cards[0], "before_visit", NOW).expires_at is None
    assert sees(read_card(rep, cards[0], NOW)) == "325"


def test_no_pass_while_the_cabinet_is_closed(cards: list[str], sit: Sit) -> None:
    closing.close_cabinet(sit("王秀兰"), [], NOW)
    with pytest.raises(CabinetClosedError):
        open_pass(sit("李明"), cards[0], "other", NOW)


def test_the_log_names_the_purpose_of_the_pass(cards: list[str], sit: Sit) -> None:
    rep = sit("李明")
    open_pass(rep, cards[0], ReadingPurpose.PAPERWORK, NOW)
    read_card(rep, cards[0], NOW)
    audit.flush(rep)
    facts = json.loads(events(audit.Event.CARD_READ)[-1].after)
    assert facts["purpose"] == "paperwork"
    assert "DC2" in facts["classes"] or "DC3" in facts["classes"]


# --- query slips ------------------------------------------------------------------------------


def test_a_query_slip_shows_identity_business_and_trade_once(cards: list[str], sit: Sit) -> None:
    with pytest.raises(NeedsApprovalError) as refused:
        read_card(sit("李明"), cards[2], NOW)
    assert refused.value.values["act"] == "read_others_card"
    grant(sit, "李明", cards[2], "赵刚")
    rep = sit("李明")
    with pytest.raises(NeedsApprovalError):
        read_card(rep, cards[2], NOW)  # granted, and not used yet
    assert open_pass(rep, cards[2], "phone_query", NOW).of_other

    view = read_card(rep, cards[2], NOW)
    assert (sees(view), view.values["trade_terms"]) == ("3", "月结")
    assert not view.editable | view.proposable
    assert open_pass(rep, cards[2], "phone_query", OVER - timedelta(minutes=1)).expires_at == OVER
    with pytest.raises(NeedsApprovalError):
        open_pass(rep, cards[2], "phone_query", OVER)
    assert len(events(audit.Event.APPROVAL_USE)) == 1
    assert events(audit.Event.PASS_OPEN)[0].document.startswith("SP")


def test_a_supervisor_reads_another_teams_card_as_his_own_teams(cards: list[str], sit: Sit) -> None:
    grant(sit, "赵刚", cards[3], "张总")
    supervisor = sit("赵刚")
    open_pass(supervisor, cards[3], "other", NOW)
    view = read_card(supervisor, cards[3], NOW)
    assert (sees(view), view.editable) == ("325", frozenset())
    with pytest.raises(NeedsApprovalError):
        read_card(supervisor, cards[3], OVER)


def test_a_slip_is_of_the_person_who_asked(cards: list[str], sit: Sit) -> None:
    grant(sit, "李明", cards[3], "张总")
    with pytest.raises(NeedsApprovalError):
        open_pass(sit("王芳"), cards[3], "other", NOW)


# --- how many a day ---------------------------------------------------------------------------


@pytest.fixture
def limited(cards: list[str], sit: Sit) -> Desk:
    """李明, who may look at one card a day, and has."""
    change_setting(sit("张总"), "most_readings", "1", NOW)
    rep = sit("李明")
    read_card(rep, cards[0], NOW)
    return rep


def test_a_rep_looks_at_so_many_cards_a_day(limited: Desk, cards: list[str]) -> None:
    read_card(limited, cards[0], NOW)
    assert looks_today(limited, NOW) == Looks(1, 1)
    for _ in range(2):
        with pytest.raises(TooManyLooksError) as refused:
            open_pass(limited, cards[1], "other", NOW)
    assert refused.value.values == {"ref": cards[1], "limit": 1}
    assert [line.subject for line in events(audit.Event.LOOK_LIMIT)] == [cards[1]] * 2
    assert ReadingPass.select().count() == 0
    assert CardLook.select().count() == 1


def test_looks_are_counted_while_no_other_program_can_look(
    limited: Desk, cards: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or two windows of one rep would both find the last one free."""
    alone: list[bool] = []

    def looks(*_: object) -> Looks:
        alone.append(database.in_transaction())
        return Looks(0, 1)

    monkeypatch.setattr(passes, "_looks", looks)
    read_card(limited, cards[1], NOW)
    assert alone == [True]


def test_the_next_day_counts_anew(limited: Desk, cards: list[str], sit: Sit) -> None:
    tomorrow = NOW + timedelta(days=1)
    opening.open_cabinet(sit("王秀兰"), tomorrow)
    read_card(sit("李明"), cards[1], tomorrow)


def test_a_slip_and_a_card_in_his_hands_are_read_beyond_the_limit(
    limited: Desk, cards: list[str], sit: Sit
) -> None:
    grant(sit, "李明", cards[2], "赵刚")
    open_pass(sit("李明"), cards[2], "other", NOW)
    read_card(sit("李明"), cards[2], NOW)
    with writing():
        CustomerCard.update(
            custody_state="out", holder=Person.get(Person.name == "李明"),
            due_at=datetime(2026, 11, 20, 18),
        ).where(CustomerCard.card_no == cards[1]).execute()  # fmt: skip
    rep = sit("李明")
    read_card(rep, cards[1], NOW)
    assert looks_today(rep, NOW) == Looks(3, 1)


@pytest.mark.parametrize("person", ["赵刚", "王秀兰", "张总"])
def test_nobody_counts_the_looks_of_the_others(
    limited: Desk, cards: list[str], sit: Sit, person: str
) -> None:
    desk = sit(person)
    for ref in cards[:2]:
        read_card(desk, ref, NOW)
    assert looks_today(desk, NOW) is None


# --- two persons ------------------------------------------------------------------------------


@pytest.fixture
def secret(cards: list[str], sit: Sit) -> str:
    """A secret card of 李明's, in an office that opens these by two persons."""
    change_setting(sit("张总"), "two_persons", "1", NOW)
    with writing():
        CustomerCard.update(secrecy="secret").where(CustomerCard.card_no == cards[0]).execute()
    return cards[0]


@pytest.mark.parametrize("person", ["李明", "王秀兰", "赵刚", "张总"])
def test_a_secret_card_waits_for_the_second_person(secret: str, sit: Sit, person: str) -> None:
    with pytest.raises(TwoPersonsNeededError):
        read_card(sit(person), secret, NOW)
    assert CardLook.select().count() == 0


def test_it_is_read_once_the_drawer_is_open(secret: str, sit: Sit) -> None:
    clerk = sit("王秀兰")
    open_secrets(clerk, "张总", PASSWORD, NOW)
    assert read_card(clerk, secret, NOW).ref == secret
    with pytest.raises(TwoPersonsNeededError):
        read_card(clerk, secret, OVER)


def test_the_borrowers_own_loan_needs_no_second_person(secret: str, sit: Sit) -> None:
    rep = sit("李明")
    with writing():
        CustomerCard.update(
            custody_state="out", holder=rep.person.id, due_at=datetime(2026, 11, 20, 18)
        ).where(CustomerCard.card_no == secret).execute()
    assert sees(read_card(rep, secret, NOW)) == "325"

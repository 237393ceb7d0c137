"""The day's papers read from the cabinet: what each sheet shows, and who may print it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.tables import Contact, CustomerCard
from model.errors import (
    CabinetClosedError,
    NoPlanError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.opening import open_cabinet
from model.loans.papers import badges, card_papers, packets, visit_paper
from model.loans.returns import Return, take_back
from model.loans.sheets import Badge, SheetLine
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.tables import PlanLine
from model.rounds.visits import VisitEntry, record_visit
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import approve_rows

EVENING = NOW.replace(hour=17)
MONDAY = NOW + timedelta(days=3)


@pytest.fixture
def planned(desk: Desk, plan: str, cards: list[str]) -> Desk:
    """李明 and 周涛 have approved plans, 王芳 has a draft."""
    del plan
    approve_rows(desk, "周涛", cards[4:])
    approve_rows(desk, "王芳", cards[3:4], state="draft")
    return desk


def test_each_approved_plan_with_its_cards(planned: Desk, cards: list[str]) -> None:
    first, second = packets(planned, TODAY, NOW)
    assert (first.sheet.plan.rep, second.sheet.plan.rep) == ("李明", "周涛")
    assert first.sheet.office == "华东办事处"
    assert [view.ref for view in first.cards] == cards[:3]
    assert first.sheet.lines[0] == SheetLine(
        "成都市武侯区簇锦街道88号", "何文斌", "028-85551000", first.sheet.lines[0].stale
    )
    assert len(first.sheet.lines) == len(first.sheet.plan.lines) == 3


def test_what_the_card_lacks_is_to_be_asked_for(planned: Desk, cards: list[str]) -> None:
    with writing():
        CustomerCard.update(biz_address=None).where(CustomerCard.card_no == cards[0]).execute()
    line = packets(planned, TODAY, NOW, cards=False)[0].sheet.lines[0]
    assert (len(line.stale), line.stale[0], line.address) == (3, "biz_address", "")


def test_what_is_stale_is_to_be_verified_first(planned: Desk, cards: list[str]) -> None:
    with writing():
        CustomerCard.update(created_on=TODAY - timedelta(days=181)).where(
            CustomerCard.card_no == cards[0]
        ).execute()
    packet = packets(planned, TODAY, NOW)[0]
    assert {"biz_address", "phone"} <= packet.cards[0].stale
    assert packet.sheet.lines[0].stale[:2] == ("biz_address", "phone")
    assert "phone" not in packet.cards[1].stale


def test_a_struck_visit_keeps_its_line_and_loses_its_card(planned: Desk, cards: list[str]) -> None:
    with writing():
        first = CustomerCard.get(CustomerCard.card_no == cards[0])
        PlanLine.update(state="cancelled").where(PlanLine.card == first).execute()
    packet = packets(planned, TODAY, NOW, reps=["李明"])[0]
    assert len(packet.sheet.lines) == len(packet.sheet.plan.lines) == 3
    assert [view.ref for view in packet.cards] == cards[1:3]


def test_a_printed_card_holds_what_its_borrower_may_read(planned: Desk, cards: list[str]) -> None:
    """Private facts though a clerk prints it, who would not see them on the screen."""
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == cards[0])
        CustomerCard.update(credit_score=88, credit_grade="A").where(
            CustomerCard.id == card.id
        ).execute()
        Contact.create(card=card, row_no=1, name="陈静", mobile="13800138000", hobbies="钓鱼")
    packet = packets(planned, TODAY, NOW)[0]
    view = packet.cards[0]
    assert (packet.sheet.lines[0].contact, packet.sheet.lines[0].phone) == ("陈静", "13800138000")
    assert view.children["contacts"][0]["hobbies"] == "钓鱼"
    assert view.hidden == {"credit_score"}
    assert "credit_score" not in view.values
    assert view.values["credit_grade"] == "A"
    assert view.editable == frozenset()


def test_reps_are_chosen_by_name_or_number(planned: Desk) -> None:
    assert [one.sheet.plan.rep for one in packets(planned, TODAY, NOW, reps=["6", "李明"])] == [
        "周涛", "李明",
    ]  # fmt: skip
    with pytest.raises(NoPlanError):
        packets(planned, TODAY, NOW, reps=["王芳"])
    for reps, day in ((["无名"], TODAY), ([], TODAY + timedelta(days=1))):
        with pytest.raises(NotFoundError):
            packets(planned, day, NOW, reps=reps)


def test_a_draft_is_printed_without_cards_and_without_a_home_address(
    planned: Desk, cards: list[str]
) -> None:
    with writing():
        CustomerCard.update(
            customer_kind="individual", biz_address=None, home_address="抚琴西路12号"
        ).where(CustomerCard.card_no.in_([cards[0], cards[3]])).execute()
    found = {one.sheet.plan.rep: one for one in packets(planned, TODAY, NOW, cards=False)}
    assert set(found) == {"李明", "周涛", "王芳"}
    assert found["王芳"].sheet.lines[0].address == ""
    assert found["李明"].sheet.lines[0].address == "抚琴西路12号"


def test_whose_papers_each_desk_prints(planned: Desk, sit: Sit) -> None:
    assert [one.sheet.plan.rep for one in packets(sit("钱进"), TODAY, NOW)] == ["周涛"]
    with pytest.raises(NotAllowedError):
        packets(sit("钱进"), TODAY, NOW, reps=["李明"])
    with pytest.raises(NotAllowedError):
        packets(sit("李明"), TODAY, NOW)
    assert planned


def test_plans_are_printed_always_and_cards_while_the_cabinet_is_open(planned: Desk) -> None:
    close_cabinet(planned, [], EVENING)
    assert packets(planned, TODAY, EVENING, cards=False)[0].cards == ()
    with pytest.raises(CabinetClosedError):
        packets(planned, TODAY, EVENING)


def test_cards_that_are_home_again_are_not_printed_with_the_plan(
    planned: Desk, cards: list[str]
) -> None:
    check_out(planned, "李明", NOW, card_nos=cards[:1])
    take_back(planned, "李明", [Return(cards[0], "no_record")], EVENING)
    packet = packets(planned, TODAY, EVENING, reps=["李明"])[0]
    assert [view.ref for view in packet.cards] == cards[1:3]
    assert len(packet.sheet.lines) == 3


def test_of_a_day_that_has_passed_only_cards_still_out_are_printed(
    planned: Desk, cards: list[str]
) -> None:
    """Nobody closed the cabinet: what was kept that day still stands, and is no reason any more."""
    check_out(planned, "李明", NOW, card_nos=cards[:1])
    open_cabinet(planned, MONDAY)
    assert [view.ref for view in packets(planned, TODAY, MONDAY)[0].cards] == cards[:1]
    with pytest.raises(WrongStateError):
        card_papers(planned, cards[1:2], TODAY, MONDAY)


def test_no_card_of_a_customer_handed_over_since(planned: Desk, cards: list[str]) -> None:
    with writing():
        other = Person.get(Person.name == "周涛")
        CustomerCard.update(rep=other).where(CustomerCard.card_no == cards[0]).execute()
    assert [view.ref for view in packets(planned, TODAY, NOW)[0].cards] == cards[1:3]
    with pytest.raises(WrongStateError):
        card_papers(planned, cards[:1], TODAY, NOW)


def test_a_printed_card_was_read(planned: Desk, cards: list[str]) -> None:
    packets(planned, TODAY, NOW, reps=["李明"])
    packets(planned, TODAY, NOW, cards=False)
    audit.flush(planned)
    lines = AuditLine.select().where(AuditLine.event == "card.read").order_by(AuditLine.no)
    assert [line.subject for line in lines] == cards[:3]
    assert all('"purpose": "paperwork"' in line.after for line in lines)


# --- cards, badges, visit records ------------------------------------------------------------


def test_a_card_is_printed_for_who_carries_it(planned: Desk, cards: list[str], sit: Sit) -> None:
    check_out(planned, "李明", NOW, card_nos=cards[:1])
    views = card_papers(planned, [cards[0], cards[1]], TODAY, NOW)
    assert [view.ref for view in views] == cards[:2]
    with pytest.raises(WrongStateError):
        card_papers(planned, [cards[3]], TODAY, NOW)
    with pytest.raises(NotAllowedError):
        card_papers(sit("钱进"), [cards[0]], TODAY, NOW)


def test_badges_of_some_or_of_everybody(clerk: Desk) -> None:
    assert badges(clerk, ["李明", "5"], NOW) == (
        Badge(3, "李明", "rep", "一队"), Badge(5, "赵刚", "supervisor", "一队"),
    )  # fmt: skip
    assert [badge.code for badge in badges(clerk, [], NOW)][:3] == ["P1", "P2", "P3"]
    with pytest.raises(NotFoundError):
        badges(clerk, ["无名"], NOW)


def test_a_record_to_write_on_for_each_visit(planned: Desk, cards: list[str]) -> None:
    sheets = visit_paper(planned, TODAY, NOW, reps=["李明"])
    assert [(one.card_no, one.rep, one.visited_on) for one in sheets] == [
        (card_no, "李明", TODAY) for card_no in cards[:3]
    ]
    assert {one.record_no for one in sheets} == {""}


def test_a_record_as_it_was_entered(planned: Desk, cards: list[str], sit: Sit) -> None:
    entry = VisitEntry(cards[0], "李明", TODAY, {"visited": "要新价目表"})
    record_no = record_visit(planned, entry, EVENING).record_no
    (sheet,) = visit_paper(planned, TODAY, EVENING, record_no=record_no.lower())
    assert (sheet.record_no, sheet.values) == (record_no, {"visited": "要新价目表"})
    with pytest.raises(NotFoundError):
        visit_paper(sit("钱进"), TODAY, EVENING, record_no=record_no)

"""Who gets no card until he has settled earlier ones, and the lift for one day (§5.5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from model.errors import BorrowerBlockedError, NotAllowedError, NotFoundError, ReasonNeededError
from model.loans.blocks import Block, blocks, lift_block
from model.loans.checkouts import check_out
from model.loans.open_loans import open_loans
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.loans.tables import BlockLift
from model.office.calendar import set_office_day
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.visits import VisitEntry, record_visit
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)
SATURDAY, MONDAY = NOW + timedelta(days=1), NOW + timedelta(days=3)


@pytest.fixture
def missing(desk: Desk, plan: str, cards: list[str]) -> Desk:
    """李明 has brought a card home on Friday without its record."""
    del plan
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    take_back(desk, "李明", [Return(cards[0], "no_record")], EVENING)
    return desk


def block_of(name: str, now: object) -> Block:
    """The block of one person."""
    person = Person.get(Person.name == name)
    return blocks(now, open_loans()).get(person.id, Block())  # type: ignore[arg-type]


def test_a_missing_record_blocks_from_the_next_working_day(missing: Desk, cards: list[str]) -> None:
    del missing
    assert not block_of("李明", EVENING).holds
    assert not block_of("李明", SATURDAY).holds
    assert block_of("李明", MONDAY) == Block((), (cards[0],))
    assert block_of("李明", MONDAY).holds
    assert not block_of("王芳", MONDAY).holds


def test_a_saturday_on_which_the_office_works_is_a_working_day(missing: Desk) -> None:
    set_office_day(missing, SATURDAY.date(), True, "补班", EVENING)
    assert block_of("李明", SATURDAY).holds


def test_the_record_entered_later_opens_the_way(missing: Desk, cards: list[str], sit: Sit) -> None:
    open_cabinet(missing, MONDAY)
    approve_rows(missing, "李明", cards[1:2], MONDAY.date())
    with pytest.raises(BorrowerBlockedError):
        check_out(missing, "李明", MONDAY)
    record_visit(sit("李明"), VisitEntry(cards[0], "李明", TODAY, {"visited": "好"}), MONDAY)
    assert len(check_out(sit(KEEPER), "李明", MONDAY)) == 1


def test_overdue_blocks_at_once_and_coming_home_settles_it(
    desk: Desk, plan: str, cards: list[str]
) -> None:
    del plan
    check_out(desk, "李明", NOW)
    late = NOW.replace(hour=18, minute=1)
    assert block_of("李明", late) == Block(tuple(cards[:3]))
    take_back(desk, "李明", [Return(card, "no_record") for card in cards[:3]], late)
    assert not block_of("李明", late).holds


def test_a_lift_holds_for_its_day(missing: Desk, cards: list[str], sit: Sit) -> None:
    open_cabinet(missing, MONDAY)
    approve_rows(missing, "李明", cards[1:2], MONDAY.date())
    block = lift_block(sit("赵刚"), "李明", "客户急需", MONDAY)
    assert block == Block((), (cards[0],), lifted=True)
    assert not block.holds
    assert len(check_out(sit(KEEPER), "李明", MONDAY)) == 1
    assert block_of("李明", MONDAY + timedelta(days=1)).holds


def test_lifting_twice_changes_nothing_and_is_counted_once(missing: Desk, sit: Sit) -> None:
    del missing
    for reason in ("客户急需", "再说一次"):
        lift_block(sit("张总"), "3", reason, MONDAY)
    assert [(one.day, one.reason) for one in BlockLift.select()] == [
        (date(2026, 11, 23), "客户急需")
    ]
    lines = AuditLine.select().where(AuditLine.event == "loan.unblock")
    assert [(one.subject_kind, one.subject, one.reason) for one in lines] == [
        ("person", "3", "客户急需")
    ]


def test_who_may_lift_it_and_with_a_reason(missing: Desk, sit: Sit) -> None:
    with pytest.raises(NotAllowedError):
        lift_block(missing, "李明", "客户急需", MONDAY)
    for name in ("李明", "钱进"):
        with pytest.raises(NotAllowedError):
            lift_block(sit(name), "李明", "客户急需", MONDAY)
    with pytest.raises(ReasonNeededError):
        lift_block(sit("赵刚"), "李明", " ", MONDAY)
    with pytest.raises(NotFoundError):
        lift_block(sit("赵刚"), "无名", "客户急需", MONDAY)

"""An office with cards, and plans of today that were approved by writing their rows."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from model.cards import custody
from model.cards.tables import CustomerCard
from model.loans import opening
from model.office import audit
from model.office.desk import Desk
from model.office.tables import Person
from model.rounds.tables import DailyPlan, PlanLine
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit, make_card

KEEPER = "王秀兰"


@pytest.fixture
def cards(sit: Sit) -> list[str]:
    """Three cards of 李明, one of 王芳, one of 周涛."""
    owners = ("李明", "李明", "李明", "王芳", "周涛")
    made = []
    for number, owner in enumerate(owners):
        district, passer = ("金牛", "钱进") if owner == "周涛" else ("武侯", "赵刚")
        phone = f"028-8555100{number}"
        made.append(make_card(sit, f"第{number}家客户有限公司", owner, phone, district, passer))
    return made


@pytest.fixture
def desk(cards: list[str], sit: Sit) -> Desk:
    """The keeper's desk after 开柜, with the cards in the cabinet."""
    keeper = sit(KEEPER)
    opening.open_cabinet(keeper, NOW)
    return keeper


def approve_rows(
    desk: Desk, rep: str, card_nos: list[str], plan_date: date = TODAY, *, state: str = "approved"
) -> str:
    """A plan with its lines, reservations and lines in the log, as an approval leaves them."""
    made_at = datetime.combine(plan_date, datetime.min.time()).replace(hour=8)
    approved = state == "approved"
    with writing():
        person, boss = Person.get(Person.name == rep), Person.get(Person.name == "张总")
        plan_no = f"RB{plan_date:%Y%m%d}-{person.staff_no:02d}"
        plan = DailyPlan.create(
            plan_no=plan_no, plan_date=plan_date, rep=person, state=state,
            made_by=person, made_at=made_at,
            approved_by=boss if approved else None, approved_at=made_at if approved else None,
        )  # fmt: skip
        wanted = []
        for seq, card_no in enumerate(card_nos, start=1):
            card = CustomerCard.get(CustomerCard.card_no == card_no)
            PlanLine.create(plan=plan, card=card, seq=seq, stay_minutes=40, travel_minutes=20)
            wanted.append((card.id, card_no))
        audit.log(desk, audit.Event.PLAN_SUBMIT, made_at, kind="plan", subject=plan_no)
        if approved:
            audit.log(desk, audit.Event.PLAN_APPROVE, made_at, kind="plan", subject=plan_no)
            taken = custody.reserved_on(plan_date)
            free = [(id_, card_no) for id_, card_no in wanted if id_ not in taken]
            custody.reserve(desk, free, plan_date, custody.Kept(person.id, plan_no), made_at)
    return plan_no


@pytest.fixture
def plan(desk: Desk, cards: list[str]) -> str:
    """李明's approved plan of today: his three cards."""
    return approve_rows(desk, "李明", cards[:3])

"""锁柜 counts cards home: each one that is not must be named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.closing import close_cabinet, counts
from model.cards.tables import CustomerCard
from model.errors import CabinetClosedError, MissingCardsError
from model.office import day
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft

EVENING = NOW.replace(hour=18)


@pytest.fixture
def keeper(sit: Sit) -> Desk:
    """The keeper after 开柜: two of three cards are out, and a draft waits."""
    for number, (rep, passer, district) in enumerate(
        (("李明", "赵刚", "武侯"), ("王芳", "赵刚", "武侯"), ("周涛", "钱进", "金牛"))
    ):
        make_card(sit, f"客户{'甲乙丙'[number]}厂", rep, f"028-8555100{number}", district, passer)
    make_draft(sit, "客户丁厂", "李明", "028-85551009", "武侯")
    desk = sit("王秀兰")
    day.open_cabinet(desk, NOW)
    with writing():
        for ref, due in (("Q00001", EVENING), ("Q00003", NOW)):
            holder = Person.get(Person.name == "李明")
            CustomerCard.update(custody_state="out", holder=holder, due_at=due).where(
                CustomerCard.card_no == ref
            ).execute()
    return desk


def test_cards_that_are_out_must_each_be_named(keeper: Desk) -> None:
    for named, missing in (([], ["Q00001", "Q00003"]), (["Q00001", "Q00002"], ["Q00003"])):
        with pytest.raises(MissingCardsError) as refused:
            close_cabinet(keeper, named, EVENING)
        assert refused.value.values == {"card_nos": missing}
    assert day.day_state(keeper, EVENING).is_open


def test_named_cards_stand_in_the_log(keeper: Desk) -> None:
    state = close_cabinet(keeper, [" q00001 ", "Q00003"], EVENING)
    assert not state.is_open
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.subject) == ("cabinet.close", "2026-11-20")
    assert line.after == '{"emergency": false, "missing": ["Q00001", "Q00003"]}'
    with pytest.raises(CabinetClosedError):
        close_cabinet(keeper, ["Q00001", "Q00003"], EVENING)


def test_counts_by_state_and_overdue_by_the_clock(keeper: Desk) -> None:
    found = counts(keeper, NOW + timedelta(minutes=1))
    assert {state: number for state, number in found.items() if number} == {
        "draft": 1, "in_cabinet": 1, "out": 1, "overdue": 1,
    }  # fmt: skip
    assert set(found) == {
        "draft", "in_cabinet", "reserved", "out", "overdue", "lost", "sealed", "void",
    }  # fmt: skip
    assert counts(keeper, NOW)["overdue"] == 0
    assert counts(keeper, EVENING + timedelta(seconds=1))["overdue"] == 2


def test_each_desk_counts_its_own(keeper: Desk, sit: Sit) -> None:
    assert counts(sit("李明"), EVENING)["draft"] == 1
    late = counts(sit("王芳"), EVENING + timedelta(hours=1))
    assert {state: number for state, number in late.items() if number} == {"in_cabinet": 1}
    assert sum(counts(sit("钱进"), EVENING).values()) == 1

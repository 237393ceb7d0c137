"""锁柜 counts cards home: each one that is not must be named."""

from __future__ import annotations

import pytest

from model.cards.tables import Reservation
from model.errors import CabinetClosedError, MissingCardsError, NotAllowedError
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.returns import Return, take_back
from model.office import people
from model.office.day import day_state
from model.office.desk import Desk
from model.office.tables import AuditLine
from tests.conftest import NOW, TODAY, Sit

EVENING = NOW.replace(hour=18, minute=0)


@pytest.fixture
def two_out(desk: Desk, plan: str, cards: list[str]) -> Desk:
    """Two of three cards of the plan are out."""
    del plan
    check_out(desk, "李明", NOW, card_nos=cards[:2])
    return desk


def test_cards_that_are_out_must_each_be_named(two_out: Desk, cards: list[str]) -> None:
    for named, missing in (([], cards[:2]), ([cards[0], cards[4]], [cards[1]])):
        with pytest.raises(MissingCardsError) as refused:
            close_cabinet(two_out, named, EVENING)
        assert refused.value.values == {"card_nos": missing}
    assert day_state(two_out, EVENING).is_open


def test_named_cards_stand_in_the_log(two_out: Desk) -> None:
    closing = close_cabinet(two_out, [" q00001 ", "Q00002"], EVENING)
    assert [card.card_no for card in closing.missing] == ["Q00001", "Q00002"]
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.subject) == ("cabinet.close", "2026-11-20")
    assert line.after == '{"emergency": false, "missing": ["Q00001", "Q00002"]}'
    with pytest.raises(CabinetClosedError):
        close_cabinet(two_out, ["Q00001", "Q00002"], EVENING)


def test_it_says_how_many_went_out_and_came_home(two_out: Desk, cards: list[str]) -> None:
    take_back(two_out, "李明", [Return(cards[0], "no_record")], EVENING)
    closing = close_cabinet(two_out, [cards[1]], EVENING)
    assert (closing.issued, closing.returned, len(closing.missing)) == (2, 1, 1)


def test_what_nobody_fetched_is_let_go(two_out: Desk, cards: list[str]) -> None:
    assert Reservation.select().where(Reservation.day == TODAY).count() == 1
    close_cabinet(two_out, cards[:2], EVENING)
    assert Reservation.select().count() == 0
    unreserved = AuditLine.select().where(AuditLine.event == "card.unreserve")
    assert [line.subject for line in unreserved] == [cards[2]]


def test_what_is_not_open_cannot_be_closed(clerk: Desk) -> None:
    with pytest.raises(CabinetClosedError):
        close_cabinet(clerk, [], EVENING)


def test_a_keeper_who_was_replaced_cannot_close_it_any_more(two_out: Desk, sit: Sit) -> None:
    people.name_keeper(sit("张总"), "孙丽", "", NOW)
    with pytest.raises(NotAllowedError):
        close_cabinet(sit("王秀兰"), [], EVENING)

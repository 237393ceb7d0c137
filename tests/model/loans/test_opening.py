"""开柜: by the keeper, his deputy or, in an emergency, the manager; missing cards are named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.custody import reserved_on
from model.errors import CabinetAlreadyOpenError, NotAllowedError
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.office import people
from model.office.day import require_open
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.planning import plans_on, strike_line
from tests.conftest import NOW, TODAY, Sit

NOON = NOW.replace(hour=12)
EVENING = NOW.replace(hour=18, minute=0)
MONDAY = NOW + timedelta(days=3)


def events() -> list[tuple[str, str]]:
    """Event and subject of every line since the cards were filed."""
    lines = AuditLine.select().order_by(AuditLine.no)
    return [(line.event, line.subject) for line in lines]


def last_line() -> AuditLine:
    line: AuditLine = AuditLine.select().order_by(AuditLine.no.desc()).first()
    return line


def test_the_keeper_opens_and_closes_it(clerk: Desk) -> None:
    opening = open_cabinet(clerk, NOW)
    assert (opening.state.is_open, opening.state.opened_by) == (True, "王秀兰")
    assert opening.missing == ()
    require_open(EVENING)
    closing = close_cabinet(clerk, [], EVENING)
    assert (closing.state.is_open, closing.state.closed_at) == (False, EVENING)


def test_it_is_not_opened_twice(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    with pytest.raises(CabinetAlreadyOpenError):
        open_cabinet(clerk, EVENING)


def test_it_may_be_opened_again_after_closing_and_the_next_day(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    close_cabinet(clerk, [], EVENING)
    assert open_cabinet(clerk, EVENING).state.is_open
    assert open_cabinet(clerk, MONDAY).state.is_open


@pytest.mark.usefixtures("plan")
def test_opened_again_the_same_day_the_plans_have_their_cards_kept_again(
    desk: Desk, cards: list[str]
) -> None:
    """All but the one that has been out already, and the one that was struck."""
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    take_back(desk, "李明", [Return(cards[0], "no_record")], NOON)
    strike_line(desk, "RB20261120-03", cards[1], "客户出差", NOON)
    close_cabinet(desk, [], NOON)
    assert reserved_on(TODAY) == {}
    open_cabinet(desk, NOON + timedelta(hours=1))
    custody = {line.card_no: line.custody for line in plans_on(desk, TODAY, NOON)[0].lines}
    assert custody == {cards[0]: "in_cabinet", cards[1]: "in_cabinet", cards[2]: "reserved"}
    assert events()[-2:] == [("cabinet.open", "2026-11-20"), ("card.reserve", cards[2])]


def test_only_keeper_deputy_and_manager_open_it(sit: Sit) -> None:
    for name in ("李明", "赵刚", "孙丽"):
        with pytest.raises(NotAllowedError):
            open_cabinet(sit(name), NOW)
    people.name_keeper(sit("张总"), "王秀兰", "孙丽", NOW)
    assert open_cabinet(sit("孙丽"), NOW).state.is_open
    assert '"emergency": false' in last_line().after


def test_the_manager_opens_it_in_an_emergency_and_the_log_says_so(sit: Sit) -> None:
    open_cabinet(sit("张总"), NOW)
    assert last_line().event == "cabinet.open"
    assert '"emergency": true' in last_line().after


@pytest.mark.usefixtures("plan")
def test_cards_that_did_not_come_home_are_named_next_morning(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:2])
    opening = open_cabinet(desk, MONDAY)
    assert [card.card_no for card in opening.missing] == cards[:2]
    assert all(card.overdue and not card.has_record for card in opening.missing)
    assert events()[-3:] == [
        ("loan.overdue", cards[0]),
        ("loan.overdue", cards[1]),
        ("cabinet.open", "2026-11-23"),
    ]


@pytest.mark.usefixtures("plan")
def test_overdue_is_logged_once(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    close_cabinet(desk, cards[:1], EVENING)
    assert "loan.overdue" not in dict(events())
    open_cabinet(desk, EVENING + timedelta(hours=1))
    close_cabinet(desk, cards[:1], EVENING + timedelta(hours=2))
    open_cabinet(desk, MONDAY)
    assert [event for event, _ in events()].count("loan.overdue") == 1


@pytest.mark.usefixtures("plan")
def test_a_refusal_does_not_take_the_overdue_line_back(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    with pytest.raises(CabinetAlreadyOpenError):
        open_cabinet(desk, EVENING + timedelta(hours=1))
    assert events()[-1] == ("loan.overdue", cards[0])

"""开柜 holds for its calendar day; 锁柜 ends it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from model.cards.closing import close_cabinet
from model.errors import CabinetAlreadyOpenError, CabinetClosedError, NotAllowedError
from model.office import invariants, people
from model.office.day import day_state, open_cabinet, require_open
from model.office.desk import Desk
from model.office.tables import AuditLine
from tests.conftest import NOW, Sit

EVENING = NOW.replace(hour=18)
TOMORROW = NOW + timedelta(days=1)


def last_line() -> AuditLine:
    line: AuditLine = AuditLine.select().order_by(AuditLine.no.desc()).first()
    return line


def test_nobody_has_opened_it_in_the_morning(clerk: Desk) -> None:
    assert not day_state(clerk, NOW).is_open
    with pytest.raises(CabinetClosedError):
        require_open(NOW)


def test_the_keeper_opens_and_closes_it(clerk: Desk) -> None:
    state = open_cabinet(clerk, NOW)
    assert (state.is_open, state.opened_by, state.opened_at) == (True, "王秀兰", NOW)
    require_open(EVENING)

    state = close_cabinet(clerk, [], EVENING)
    assert (state.is_open, state.closed_at) == (False, EVENING)
    with pytest.raises(CabinetClosedError):
        require_open(EVENING)


def test_it_is_not_opened_twice(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    with pytest.raises(CabinetAlreadyOpenError) as refused:
        open_cabinet(clerk, EVENING)
    assert refused.value.values == {"opened_by": "王秀兰", "opened_at": NOW}


def test_it_may_be_opened_again_after_closing(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    close_cabinet(clerk, [], EVENING)
    assert open_cabinet(clerk, EVENING).is_open


def test_an_opening_ends_with_its_day(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    require_open(datetime(2026, 11, 20, 23, 59, 59, 999_999))
    with pytest.raises(CabinetClosedError):
        require_open(datetime(2026, 11, 21))
    with pytest.raises(CabinetClosedError):
        close_cabinet(clerk, [], TOMORROW)
    assert open_cabinet(clerk, TOMORROW).is_open


def test_what_is_not_open_cannot_be_closed(clerk: Desk) -> None:
    with pytest.raises(CabinetClosedError):
        close_cabinet(clerk, [], EVENING)


def test_only_keeper_deputy_and_manager_open_it(sit: Sit) -> None:
    for name in ("李明", "赵刚", "孙丽"):
        with pytest.raises(NotAllowedError):
            open_cabinet(sit(name), NOW)
    people.name_keeper(sit("张总"), "王秀兰", "孙丽", NOW)
    assert open_cabinet(sit("孙丽"), NOW).is_open
    assert '"emergency": false' in last_line().after


def test_the_manager_opens_it_in_an_emergency_and_the_log_says_so(sit: Sit) -> None:
    open_cabinet(sit("张总"), NOW)
    assert (last_line().event, last_line().after) == ("cabinet.open", '{"emergency": true}')


def test_a_keeper_who_was_replaced_cannot_close_it_any_more(sit: Sit) -> None:
    keeper = sit("王秀兰")
    open_cabinet(keeper, NOW)
    people.name_keeper(sit("张总"), "孙丽", "", NOW)
    keeper = sit("王秀兰")
    with pytest.raises(NotAllowedError):
        close_cabinet(keeper, [], EVENING)


def test_a_clock_put_back_makes_no_day_that_contradicts_itself(clerk: Desk) -> None:
    open_cabinet(clerk, NOW)
    assert close_cabinet(clerk, [], NOW - timedelta(minutes=20)).closed_at == NOW
    assert list(invariants.faults()) == []

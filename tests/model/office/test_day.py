"""开柜 holds for its calendar day; 锁柜 ends it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from model.errors import CabinetAlreadyOpenError, CabinetClosedError
from model.office import invariants
from model.office.day import begin_day, day_state, end_day, require_open
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW

EVENING = NOW.replace(hour=18)


@pytest.fixture
def begun(clerk: Desk) -> Desk:
    """The keeper's desk after the day began."""
    with writing():
        begin_day(clerk, ["Q00007"], NOW)
    return clerk


def last_line() -> AuditLine:
    line: AuditLine = AuditLine.select().order_by(AuditLine.no.desc()).first()
    return line


def test_nobody_has_opened_it_in_the_morning(clerk: Desk) -> None:
    assert not day_state(clerk, NOW).is_open
    with pytest.raises(CabinetClosedError):
        require_open(NOW)


def test_what_is_missing_stands_in_the_log(begun: Desk) -> None:
    assert last_line().after == '{"emergency": false, "missing": ["Q00007"]}'
    state = day_state(begun, NOW)
    assert (state.is_open, state.opened_by, state.opened_at) == (True, "王秀兰", NOW)


def test_an_opening_ends_with_its_day(begun: Desk) -> None:
    require_open(datetime(2026, 11, 20, 23, 59, 59, 999_999))
    with pytest.raises(CabinetClosedError):
        require_open(datetime(2026, 11, 21))
    with pytest.raises(CabinetClosedError), writing():
        end_day(begun, [], NOW + timedelta(days=1))


def test_a_day_begins_once(begun: Desk) -> None:
    with pytest.raises(CabinetAlreadyOpenError) as refused, writing():
        begin_day(begun, [], EVENING)
    assert refused.value.values == {"opened_by": "王秀兰", "opened_at": NOW}


def test_a_clock_put_back_makes_no_day_that_contradicts_itself(begun: Desk) -> None:
    with writing():
        end_day(begun, [], NOW - timedelta(minutes=20))
    assert day_state(begun, NOW).closed_at == NOW
    assert list(invariants.faults()) == []

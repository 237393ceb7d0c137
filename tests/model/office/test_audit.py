"""The log tells who did what, in an order that nobody can change unseen."""

from __future__ import annotations

import pytest
from peewee import DatabaseError

from model.errors import StoppedError
from model.office import audit, log_check, log_in, people
from model.office.audit import Event
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine
from model.storage.database import database, writing
from tests.conftest import NOW, PASSWORD, Sit


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_line SET actor = 'x'", "DELETE FROM audit_line"]
)
def test_the_database_itself_refuses_change_and_deletion(desk: Desk, statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        database.execute_sql(statement)


# --- reading events ---------------------------------------------------------------------------


def test_readings_reach_the_log_at_the_lock(desk: Desk, sit: Sit) -> None:
    audit.note(desk, Event.CARD_READ, NOW, kind="card", subject="Q00001", purpose="before_visit")
    log_in.lock_screen(desk, NOW)

    sit("张总")
    found = [line.event for line in AuditLine.select().order_by(AuditLine.no)]
    assert found[-3:] == [Event.CARD_READ, Event.LOCK, Event.LOGIN]


def test_readings_survive_an_act_that_is_undone(desk: Desk) -> None:
    audit.note(desk, Event.CARD_READ, NOW, kind="card", subject="Q00001", purpose="before_visit")
    with database.atomic() as transaction:
        audit.log(desk, Event.SETTINGS_CHANGE, NOW, kind="setting")
        transaction.rollback()

    audit.flush(desk)

    assert AuditLine.select().where(AuditLine.event == Event.CARD_READ).count() == 1


def test_readings_wait_when_they_cannot_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise RuntimeError("disk full")

    audit.note(desk, Event.SEARCH, NOW, kind="search", subject="", terms=1)
    monkeypatch.setattr(audit, "append", full)
    with pytest.raises(RuntimeError):
        audit.flush(desk)
    monkeypatch.undo()

    audit.flush(desk)
    assert AuditLine.select().where(AuditLine.event == Event.SEARCH).count() == 1
    assert desk.readings == []


def test_a_locked_desk_writes_no_line(desk: Desk, sit: Sit) -> None:
    """A line chained with an emptied secret would look like tampering for ever."""
    log_in.lock_screen(desk, NOW)
    other = sit("王秀兰")
    with pytest.raises(StoppedError), writing():
        audit.log(desk, Event.SETTINGS_CHANGE, NOW, kind="setting")
    assert list(log_check.faults(other.keys.log_key)) == []


def test_last_act_tells_of_acts_and_not_of_looks(desk: Desk) -> None:
    people.add_person(desk, "新人", Role.REP, "一队", PASSWORD, NOW)
    audit.note(desk, Event.CARD_READ, NOW, kind="person", subject="9")
    audit.flush(desk)

    assert audit.last_act("person", "9") == ("张总", NOW)
    assert audit.last_act("person", "99") == ("", "")

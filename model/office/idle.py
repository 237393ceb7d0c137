"""Putting the idle lock off: possible, but never unseen."""

from __future__ import annotations

from datetime import datetime

from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@act(Right.LOG_IN)
def put_off_lock(desk: Desk, minutes: int, now: datetime) -> None:
    """Log that the person at the desk has put the idle lock off by so many minutes."""
    with writing():
        audit.log(
            desk,
            audit.Event.SNOOZE,
            now,
            kind="person",
            subject=desk.person.staff_no,
            after={"minutes": minutes},
        )

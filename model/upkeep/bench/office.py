"""The cabinet that is measured: a large sample office, made anew for every run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from model.loans.opening import open_cabinet
from model.office import log_in
from model.office.day import day_state
from model.office.desk import Desk
from model.office.log_in import SAMPLE_PASSWORD
from model.office.rights import Role


def wall_clock() -> datetime:
    """The time of the computer, to the second."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - wall-clock time is meant


def at_desk(cabinet: Path, role: Role, now: datetime) -> Desk:
    """The first person of a role at his desk."""
    person = next(one for one in log_in.staff_of(cabinet) if one.role is role)
    return log_in.log_in(cabinet, person.name, SAMPLE_PASSWORD, now)


def seated(cabinet: Path) -> tuple[Desk, datetime]:
    """The clerk at his desk, the cabinet open, and the time."""
    now = wall_clock()
    desk = at_desk(cabinet, Role.CLERK, now)
    if not day_state(desk, now).is_open:
        open_cabinet(desk, now)
    return desk, now


def shut(desk: Desk, now: datetime) -> None:
    """Close it and forget the key."""
    log_in.lock_screen(desk, now)

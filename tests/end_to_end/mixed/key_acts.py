"""Who comes, who goes, and whose keys change."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from model.errors import WrongPasswordError
from model.office import log_in, office_settings, people, recovery
from model.office.rights import Role
from model.office.tables import Person
from model.storage.key_file import KeyFile
from model.storage.vault import FREE_TRIES
from tests.end_to_end.mixed.jobs import Job
from tests.end_to_end.mixed.office import (
    CHANGING,
    FORGETFUL,
    KEEPER,
    MANAGER,
    PASSWORD,
    REPS,
    SUPERVISOR,
)

if TYPE_CHECKING:
    from tests.end_to_end.mixed.worker import Worker

MOST_HIRED = 4


def enter(worker: Worker) -> Job:
    """Somebody sits down; the name of the computer tells which act it was."""
    name = worker.random.choice((MANAGER, KEEPER, SUPERVISOR, *REPS))

    def do() -> None:
        desk = log_in.log_in(
            worker.cabinet, name, PASSWORD, worker.now, workplace=f"act-{worker.number}"
        )
        worker.desks[name] = desk

    return Job({"name": name}, do)


def leave(worker: Worker) -> Job:
    """Somebody locks the screen; nobody has the database then."""
    desk = worker.sit(worker.random.choice((MANAGER, KEEPER)))

    def do() -> None:
        log_in.lock_screen(desk, worker.now, "sleep")
        worker.desks.clear()

    return Job({}, do)


def mistype(worker: Worker) -> Job:
    """A wrong password; after some of them the right one, once the wait is over."""
    slots = KeyFile.read(worker.cabinet / "keys.json").slots
    tries = next(slot.wrong_tries for slot in slots if slot.name == FORGETFUL)

    def wrong() -> None:
        with suppress(WrongPasswordError):
            log_in.log_in(worker.cabinet, FORGETFUL, "wrong-password", worker.now)

    def right() -> None:
        worker.now += timedelta(minutes=1)
        worker.desks[FORGETFUL] = log_in.log_in(
            worker.cabinet, FORGETFUL, PASSWORD, worker.now, workplace=f"act-{worker.number}"
        )

    return Job({"wrong": True}, wrong) if tries < FREE_TRIES else Job({"wrong": False}, right)


def change_password(worker: Worker) -> Job:
    """One's own."""
    desk, new = worker.sit(CHANGING), f"password-{worker.number}"

    def do() -> None:
        people.change_own_password(desk, worker.password, new, worker.now)
        worker.password = new

    return Job({"password": new}, do)


def reset_password(worker: Worker) -> Job:
    """By the manager."""
    desk, new = worker.sit(MANAGER), f"first-password-{worker.number}"
    staff_no = Person.get(Person.name == CHANGING).staff_no

    def do() -> None:
        people.reset_password(desk, staff_no, worker.now, password=new)
        worker.password = new
        worker.desks.pop(CHANGING, None)

    return Job({"password": new}, do)


def hire(worker: Worker) -> Job | None:
    """Somebody new."""
    desk, name = worker.sit(MANAGER), f"新人{worker.number}"
    if Person.select().where(Person.name.startswith("新人")).count() >= MOST_HIRED:
        return None
    return Job(
        {"name": name},
        lambda: people.add_person(desk, name, Role.CLERK, "", PASSWORD, worker.now) and None,
    )


def renew_code(worker: Worker) -> Job:
    """A new recovery code, typed once from its paper."""
    desk = worker.sit(MANAGER)
    pending = recovery.new_recovery_code(desk, worker.now)

    def do() -> None:
        recovery.confirm_recovery_code(desk, pending, pending.code, worker.now)

    return Job({"code": pending.code}, do)


def set_something(worker: Worker) -> Job:
    """A setting whose value is the act's number."""
    desk, value = worker.sit(MANAGER), str(worker.number)
    return Job(
        {}, lambda: office_settings.change_setting(desk, "recontact_days", value, worker.now)
    )

"""The managers' drawer (绝密): where the office wants it so, two persons open it together.

Nothing of it is kept anywhere but at the desk: the drawer shuts by itself after the minutes of a
reading pass, and with the screen lock.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from model.errors import (
    KeyFileDamagedError,
    NotAllowedError,
    SelfApprovalError,
    TwoPersonsNeededError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.people import person_called
from model.office.rights import RIGHTS, Reach, Right, Role, act
from model.office.tables import Person, PersonState
from model.storage.cabinet import key_file_path
from model.storage.database import reading, writing
from model.storage.key_file import open_with_password

SECRET = "secret"


@act(Right.OPEN_SECRETS)
def open_secrets(desk: Desk, second: str, password: str, now: datetime) -> datetime:
    """Open the drawer of secret cards at this desk, with a second person beside it.

    Both must be of those who may open it at all, and one of the two a manager.

    Args:
        desk: the first person.
        second: name or staff number of the second.
        password: the second person's; wrong ones count as at the log-in.
        now: office wall-clock time.

    Returns:
        Until when it stays open.

    Raises:
        NotFoundError: nobody of that name works here.
        SelfApprovalError: the second is the first.
        NotAllowedError: the second may not open it, or neither of the two is a manager.
        WrongPasswordError, TooManyTriesError: it is not that person's password.
    """
    with reading():
        person = person_called(second)
        _refuse_second(desk, person)
        minutes = setting_value("reading_minutes")
    _try_password(desk, person, password, now)
    with writing():
        audit.log(
            desk,
            audit.Event.SECRETS_OPEN,
            now,
            kind="cabinet",
            subject=desk.office,
            after={"second": person.staff_no, "name": person.name, "minutes": minutes},
        )
    desk.secrets_since = now
    desk.secrets_until = now + timedelta(minutes=int(str(minutes)))
    return desk.secrets_until


@act(Right.OPEN_SECRETS)
def second_persons(desk: Desk) -> list[str]:
    """Names of those who can be the second person here, by staff number."""
    with reading():
        people = list(Person.select().order_by(Person.staff_no))
    return [person.name for person in people if _can_be_second(desk, person)]


def require_secrets(desk: Desk, secrecy: str, now: datetime, ref: str) -> None:
    """Refuse a card of the managers' drawer while it is shut at this desk.

    Args:
        desk: who reads, prints or copies it.
        secrecy: the card's 保密级别.
        now: office wall-clock time.
        ref: number of the card.

    Raises:
        TwoPersonsNeededError: the office opens it by two persons, and it is not open here.
    """
    needed = secrecy == SECRET and bool(setting_value("two_persons"))
    if needed and not desk.secrets_open(now):
        raise TwoPersonsNeededError(ref=ref)


def _refuse_second(desk: Desk, person: Person) -> None:
    """Refuse who cannot be the second person."""
    if person.id == desk.person.id:
        raise SelfApprovalError(ref=Right.OPEN_SECRETS.value)
    if not _can_be_second(desk, person):
        raise NotAllowedError(
            act=Right.OPEN_SECRETS.value, role=str(person.role), may=(Role.MANAGER.value,)
        )


def _can_be_second(desk: Desk, person: Person) -> bool:
    """Whether a person works here, may open the drawer, and makes a pair with a manager."""
    role = Role(person.role)
    may_open = RIGHTS[Right.OPEN_SECRETS].of(role) is not Reach.NO
    with_manager = Role.MANAGER in {role, desk.person.role}
    other = person.id != desk.person.id
    return other and may_open and with_manager and person.state != PersonState.GONE


def _try_password(desk: Desk, person: Person, password: str, now: datetime) -> None:
    """Have the second person's password open his own slot; its keys are forgotten at once."""
    path = key_file_path(desk.cabinet)
    keys, key_file = open_with_password(path, person.staff_no, password, now)
    same = hmac.compare_digest(keys.data_key, desk.keys.data_key)
    keys.forget()
    # A slot that somebody wrote into keys.json is nobody's who works here.
    if not same or key_file.slot(person.staff_no).public_key != person.public_key:
        raise KeyFileDamagedError(path=str(path.parent))

"""The recovery code on its sheet of paper: made, tried once, and only then the one that counts.

A code that nobody has ever typed from its paper may be misprinted, or in no envelope at all; the
office learns of it on the day on which it needs it. So a new one replaces the old only when it has
been typed in, and the office sees when that was.
"""

from __future__ import annotations

import hmac
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from model.errors import (
    BadInputError,
    CodeNotTriedError,
    KeyFileDamagedError,
    NotFoundError,
    WrongPasswordError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.kdf import office_kdf
from model.office.key_changes import Follows, change_keys
from model.office.naming import name_key
from model.office.office_settings import store, stored
from model.office.people import person_view
from model.office.rights import Right, Role, act
from model.office.tables import Person, PersonState
from model.storage import cabinet, passwords, vault
from model.storage.cabinet import key_file_path
from model.storage.database import reading, told_as_ours, writing
from model.storage.key_file import KeyFile, open_with_password
from model.storage.vault import Slot, SlotKind

KEY, MADE, TRIED = "recovery_key", "recovery_made", "recovery_tried"


@dataclass(frozen=True)
class PendingCode:
    """A new code that does not count yet; it lives in memory only.

    Attributes:
        code: as it is printed.
        made_at: office wall-clock time.
    """

    code: str = field(repr=False)
    made_at: datetime


@dataclass(frozen=True)
class RecoveryState:
    """What is known of the code that counts.

    Attributes:
        made_at: office wall-clock time; None for one of an older program.
        tried_at: when it was last typed from its paper; None: never.
    """

    made_at: datetime | None
    tried_at: datetime | None


def store_recovery(slot: Slot, made_at: datetime, tried_at: datetime | None = None) -> None:
    """Keep which code counts and when it was tried; the caller holds the transaction.

    The slot's public key stands inside the encryption, as everybody's does: what is sealed to
    keys that only the key file knows could be read by whoever wrote them there.
    """
    for name, value in recovery_facts(slot, made_at, tried_at).items():
        store(name, value)


def recovery_facts(
    slot: Slot, made_at: datetime, tried_at: datetime | None = None
) -> dict[str, str]:
    """The facts of the office that `store_recovery` keeps, by name."""
    return {
        KEY: slot.public_key,
        MADE: made_at.isoformat(timespec="seconds"),
        TRIED: tried_at.isoformat(timespec="seconds") if tried_at else "",
    }


@act(Right.MANAGE_OFFICE)
def recovery_state(desk: Desk) -> RecoveryState:
    """When the code that counts was made, and when it was last tried."""
    slots = KeyFile.read(key_file_path(desk.cabinet)).slots
    known = {slot.public_key for slot in slots if slot.kind is SlotKind.RECOVERY}
    with reading():
        if stored(KEY) not in known:
            return RecoveryState(None, None)
        return RecoveryState(_moment(MADE), _moment(TRIED))


@act(Right.MANAGE_OFFICE)
def new_recovery_code(desk: Desk, now: datetime) -> PendingCode:
    """A new code to be printed; the old one goes on counting until this one was tried."""
    del desk
    return PendingCode(passwords.make_recovery_code(), now)


@act(Right.MANAGE_OFFICE)
def confirm_recovery_code(
    desk: Desk, pending: PendingCode, typed: str, now: datetime
) -> RecoveryState:
    """Let a new code count, now that it was typed from its paper; the old one opens nothing more.

    Raises:
        CodeNotTriedError: something else was typed; the old code goes on counting.
        CannotWriteError: the key file cannot be written; the old code goes on counting.
    """
    path = key_file_path(desk.cabinet)
    slot = vault.make_recovery_slot(desk.keys, pending.code, office_kdf(KeyFile.read(path)))
    try:
        vault.open_slot(slot, passwords.read_recovery_code(typed)).forget()
    except (BadInputError, WrongPasswordError) as error:
        raise CodeNotTriedError from error
    facts = recovery_facts(slot, pending.made_at, now)
    change_keys(desk, [slot], Follows(_line(desk, now, "new_code"), facts))
    return RecoveryState(pending.made_at, now)


@act(Right.MANAGE_OFFICE)
def try_recovery_code(desk: Desk, typed: str, now: datetime) -> RecoveryState:
    """Try the code that counts, typed from its paper: whether it would open the cabinet today.

    Raises:
        CodeNotTriedError: it would not. A code with a slip of the pen does not count as a try,
            any other does as at the log-in.
        TooManyTriesError: too many wrong ones: wait.
    """
    slot = _tried(desk.cabinet, typed, now, desk)
    with writing():
        made = _moment(MADE) if stored(KEY) == slot.public_key else None
        store_recovery(slot, made or now, now)
        _log(desk, now, "code_tried")
    return RecoveryState(made or now, now)


def _tried(path: Path, typed: str, now: datetime, desk: Desk) -> Slot:
    """The recovery slot, opened with what was typed."""
    try:
        plain = passwords.read_recovery_code(typed)
        keys, key_file = open_with_password(key_file_path(path), None, plain, now)
    except (BadInputError, WrongPasswordError) as error:
        raise CodeNotTriedError from error
    same = hmac.compare_digest(keys.data_key, desk.keys.data_key)
    keys.forget()
    if not same:
        raise KeyFileDamagedError(path=str(path))
    return key_file.recovery


@contextmanager
def opened_by_code(path: Path, manager: str, code: str, now: datetime) -> Iterator[Desk]:
    """A manager's desk by the code alone: for its sheet, before anybody has logged in.

    Args:
        path: folder of the cabinet; nobody is logged in.
        manager: whose desk it is, for the log.
        code: opens the recovery slot.
        now: office wall-clock time.

    Raises:
        CodeNotTriedError: the code does not open the slot.
        TooManyTriesError: too many wrong ones: wait.
        NotFoundError: no manager of that name.
    """
    try:
        plain = passwords.read_recovery_code(code)
        keys, key_file = open_with_password(key_file_path(path), None, plain, now)
    except (BadInputError, WrongPasswordError) as error:
        raise CodeNotTriedError from error
    try:
        with told_as_ours(cabinet.database_path(path)):
            cabinet.connect(path, keys, now)
            view = person_view(_manager(manager))
        yield Desk(view, path, key_file.office, platform.node(), keys)
    finally:
        cabinet.disconnect()
        keys.forget()


def prove_recovery_code(path: Path, manager: str, typed: str, now: datetime) -> None:
    """Try a code at the door, typed from the paper on which it has just been noted.

    Raises:
        CodeNotTriedError, TooManyTriesError, NotFoundError: as `opened_by_code`.
    """
    with opened_by_code(path, manager, typed, now) as desk, writing():
        slot = KeyFile.read(key_file_path(path)).recovery
        store_recovery(slot, _moment(MADE) or now, now)
        _log(desk, now, "code_tried")


def _manager(name: str) -> Person:
    managers = Person.select().where(Person.role == Role.MANAGER, Person.state != PersonState.GONE)
    for person in managers:
        if name_key(person.name) == name_key(name):
            return person
    raise NotFoundError(kind="manager", ref=name)


def _moment(name: str) -> datetime | None:
    text = stored(name)
    return datetime.fromisoformat(text) if text else None


def _log(desk: Desk, now: datetime, what: str) -> None:
    audit.append(desk, [_line(desk, now, what)])


def _line(desk: Desk, now: datetime, what: str) -> audit.Line:
    return audit.make_line(
        desk, audit.Event.RECOVERY_CODE, now, kind="cabinet", subject=desk.office,
        after={"what": what},
    )  # fmt: skip

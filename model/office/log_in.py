"""Each person's own lock: log in, lock the screen, recover (design "Three things called lock")."""

from __future__ import annotations

import json
import platform
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.errors import KeyFileDamagedError, NotFoundError
from model.office import audit
from model.office.desk import Desk
from model.office.kdf import office_kdf, settle_cost
from model.office.key_changes import Follows, change_keys, settle_keys
from model.office.naming import name_key
from model.office.office_settings import (
    CABINET_ID,
    LAST_FAILURES,
    OFFICE_NAME,
    RECOVERY_KEY,
    store,
    stored,
)
from model.office.people import person_view
from model.office.recovery import recovery_facts
from model.office.rights import Right, Role, act
from model.office.tables import Person, PersonState
from model.storage import cabinet, passwords, vault
from model.storage.database import connected, patience, told_as_ours, writing
from model.storage.key_file import Failure, KeyFile, change_key_file, open_with_password
from model.storage.vault import Keys, SlotKind

SAMPLE_PASSWORD = "sample-office"
SAMPLE_MARK = "sample-office"
SWITCH = "switch"
"""Why the screen locks when another person sits down."""
# The key is to be forgotten within two seconds, whoever writes at that moment.
_LOCK_PATIENCE_S = 0.5


@dataclass(frozen=True)
class StaffSlot:
    """A person as the log-in page lists him, before anything is decrypted."""

    staff_no: int
    name: str
    role: Role


def staff_of(path: Path) -> list[StaffSlot]:
    """Who has a key to the cabinet, by staff number; needs no password.

    Raises:
        NotACabinetError: no cabinet at that place.
        KeyFileDamagedError: the key file is damaged.
    """
    cabinet.refuse_missing(path)
    slots = KeyFile.read(cabinet.key_file_path(path)).slots
    staff = [slot for slot in slots if slot.kind is SlotKind.STAFF]
    if any(slot.role not in set(Role) for slot in staff):
        raise KeyFileDamagedError(path=str(path))
    return [StaffSlot(slot.staff_no, slot.name, Role(slot.role)) for slot in staff]


def office_of(path: Path) -> str:
    """The office's name, as it stands on the log-in page."""
    cabinet.refuse_missing(path)
    return KeyFile.read(cabinet.key_file_path(path)).office


def is_sample(path: Path) -> bool:
    """Whether this is a sample office, whose passwords everybody knows."""
    return (path / SAMPLE_MARK).exists()


def log_in(path: Path, name: str, password: str, now: datetime, workplace: str = "") -> Desk:
    """Open the cabinet with a person's own key.

    Args:
        path: folder of the cabinet.
        name: the person's name, or staff number.
        password: the person's password.
        now: office wall-clock time.
        workplace: name of this PC; the default asks the system.

    Raises:
        WrongPasswordError, TooManyTriesError: see `model.storage.key_file`.
        UnavailableError: any other reason why the cabinet cannot be opened, each its own class.
    """
    cabinet.refuse_missing(path)
    key_path = cabinet.key_file_path(path)
    staff_no = _staff_no(KeyFile.read(key_path), name)
    started = time.perf_counter()
    keys, key_file = open_with_password(key_path, staff_no, password, now)
    spent = time.perf_counter() - started
    try:
        # Any page that is read on the way may be a damaged one.
        with told_as_ours(cabinet.database_path(path)):
            cabinet.connect(path, keys, now, generation=key_file.generation)
            desk = _seated(path, key_file, keys, staff_no, now, workplace or platform.node())
            settle_cost(desk, key_file.slot(staff_no), password, spent, now)
            return desk
    except BaseException:
        cabinet.disconnect()
        keys.forget()
        raise


def _staff_no(key_file: KeyFile, name: str) -> int:
    """The staff number of a name.

    Raises:
        NotFoundError: nobody is called that.
    """
    wanted = name.strip()
    staff = [slot for slot in key_file.slots if slot.kind is SlotKind.STAFF]
    exactly = [slot for slot in staff if wanted in {slot.name, str(slot.staff_no)}]
    alike = [slot for slot in staff if name_key(slot.name) == name_key(wanted)]
    for slot in (*exactly, *alike):
        return slot.staff_no
    raise NotFoundError(kind="person", ref=wanted)


def _seated(
    path: Path, key_file: KeyFile, keys: Keys, staff_no: int, now: datetime, workplace: str
) -> Desk:
    """The desk of the person whose row holds the slot's public key, with its log lines."""
    settle_keys(path, keys, now)
    slot = key_file.slot(staff_no)
    person = Person.get_or_none(
        Person.public_key == slot.public_key, Person.state != PersonState.GONE
    )
    if person is None:
        raise KeyFileDamagedError(path=str(path))
    desk = Desk(
        person_view(person), path, stored(OFFICE_NAME) or "", workplace, keys, slot.must_change
    )
    with writing():
        _refuse_other_number(path, key_file)
        _remember_recovery_slot(key_file)
        log_failures(desk, key_file.failures)
        audit.log(desk, audit.Event.LOGIN, now, kind="person", subject=person.staff_no)
    _forget_failures(path, key_file.failures)
    return desk


def _refuse_other_number(path: Path, key_file: KeyFile) -> None:
    """By the cabinet's number its backups are known; cabinets of older versions learn it here.

    Whoever could change it before he is dismissed would keep them from being encrypted anew.

    Raises:
        KeyFileDamagedError: the key file has another one than the cabinet.
    """
    known = stored(CABINET_ID)
    if known is None:
        store(CABINET_ID, key_file.cabinet_id)
    elif known != key_file.cabinet_id:
        raise KeyFileDamagedError(path=str(path))


def _remember_recovery_slot(key_file: KeyFile) -> None:
    """Cabinets of older versions do not know it yet: what the key file holds is believed once."""
    if stored(RECOVERY_KEY) is None:
        for slot in key_file.slots:
            if slot.kind is SlotKind.RECOVERY:
                store(RECOVERY_KEY, slot.public_key)


def log_failures(desk: Desk, failures: tuple[Failure, ...]) -> None:
    """Bring failed log-ins of the closed cabinet into the log, with their own times, each once.

    They leave the key file afterwards; a program that is killed in between leaves them there, and
    the next one must not log them again.
    """
    names = {person.staff_no: person.name for person in Person.select()}
    told = set(json.loads(stored(LAST_FAILURES) or "[]"))
    lines = []
    for failure in failures:
        if _described(failure) in told:
            continue
        subject = names.get(failure.staff_no, "")
        lines.append(
            audit.make_line(
                desk,
                audit.Event.FAIL,
                failure.at,
                kind="person",
                subject=failure.staff_no,
                after={"name": subject},
            )
        )
    audit.append(desk, lines)
    if lines:
        store(LAST_FAILURES, json.dumps([_described(failure) for failure in failures]))


def _described(failure: Failure) -> str:
    """A failure by all that is known of it: numbers alone begin anew with a new key file."""
    return f"{failure.number} {failure.staff_no} {failure.at.isoformat()}"


def _forget_failures(path: Path, failures: tuple[Failure, ...]) -> None:
    """Take logged failures out of the key file."""
    if failures:
        last = failures[-1].number
        change_key_file(cabinet.key_file_path(path), lambda file: file.without_failures(last))


@act(Right.LOG_IN)
def lock_screen(desk: Desk, now: datetime, why: str = "") -> None:
    """Write what waits for the log, close the database and forget the keys.

    The log line must not stop the lock: whatever goes wrong, the keys are gone afterwards.
    A desk that is locked already closes nothing: somebody else may sit here now.

    Args:
        desk: who leaves.
        now: office wall-clock time.
        why: what made it lock, for the log: `key`, `idle`, `sleep` …; `switch` when another
            person sits down at once, which is an event of its own.
    """
    if not desk.keys.data_key:
        return
    desk.secrets_since = desk.secrets_until = None
    try:
        if connected():
            with patience(_LOCK_PATIENCE_S), writing():
                audit.flush(desk)
                _log_leaving(desk, why, now)
    finally:
        cabinet.disconnect()
        desk.keys.forget()


def _log_leaving(desk: Desk, why: str, now: datetime) -> None:
    event = audit.Event.SWITCH if why == SWITCH else audit.Event.LOCK
    after = {"why": why} if why and why != SWITCH else None
    audit.log(desk, event, now, kind="person", subject=desk.person.staff_no, after=after)


def recover(path: Path, manager: str, code: str, new_password: str, now: datetime) -> str:
    """Open the cabinet with the printed code: a new password for the manager, and a new code.

    Returns:
        The new recovery code; the old one opens nothing any more.

    Raises:
        BadInputError: the code has a slip of the pen.
        WrongPasswordError, TooManyTriesError: it is not this cabinet's code.
        NotFoundError: no manager of that name.
        WeakPasswordError: the new password is too short.
    """
    cabinet.refuse_missing(path)
    passwords.check_password(new_password)
    plain = passwords.read_recovery_code(code)
    keys, key_file = open_with_password(cabinet.key_file_path(path), None, plain, now)
    try:
        cabinet.connect(path, keys, now)
        return _recovered(path, manager, new_password, keys, key_file, now)
    finally:
        cabinet.disconnect()
        keys.forget()


def _recovered(
    path: Path, manager: str, new_password: str, keys: Keys, key_file: KeyFile, now: datetime
) -> str:
    """Write the manager's new slot and the new recovery slot."""
    person = Person.get_or_none(
        Person.name == manager.strip(),
        Person.role == Role.MANAGER,
        Person.state != PersonState.GONE,
    )
    if person is None:
        raise NotFoundError(kind="manager", ref=manager)
    slot = vault.make_slot(
        keys=keys,
        password=new_password,
        staff_no=person.staff_no,
        name=person.name,
        role=person.role,
        kdf=office_kdf(key_file),
    )
    code = passwords.make_recovery_code()
    recovery = vault.make_recovery_slot(keys, code, slot.kdf)
    desk = Desk(person_view(person), path, key_file.office, platform.node(), keys)
    with writing():
        log_failures(desk, key_file.failures)
    line = audit.make_line(desk, audit.Event.RECOVER, now, kind="person", subject=person.staff_no)
    row = {"staff_no": person.staff_no, "public_key": slot.public_key}
    change_keys(desk, [slot, recovery], Follows(line, recovery_facts(recovery, now), row))
    _forget_failures(path, key_file.failures)
    return code

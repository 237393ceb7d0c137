"""A backup made into a cabinet again, by somebody whom the backup itself knows.

There is no desk before a restore, as there is none before a log-in: the password of a manager's
slot in the backup, or the printed recovery code, proves who it is; the row of that person must
then hold the right to restore.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.errors import KeyFileDamagedError, NewerCabinetError, NotFoundError
from model.office import audit, log_in, people
from model.office.desk import Desk
from model.office.rights import Right
from model.office.tables import Person, PersonState
from model.progress import Progress, silent
from model.storage import backup_file, cabinet, passwords, vault
from model.storage.backup_manifest import Manifest
from model.storage.database import reading, writing
from model.storage.durable import built_beside
from model.storage.key_file import KeyFile, change_key_file
from model.storage.places import refuse_network_share
from model.storage.rows import rows_of
from model.storage.soundness import Fault
from model.storage.vault import Keys, Slot, SlotKind
from model.upkeep.verify import look


@dataclass(frozen=True)
class FirstPassword:
    """The new first password of one person, to be handed over once."""

    staff_no: int
    name: str
    first_password: str


@dataclass(frozen=True)
class Restored:
    """What came out of a backup.

    Attributes:
        office: its name.
        made_at: when the backup was made.
        first_passwords: of everybody whose slot is not in the backup, by staff number.
        recovery_code: the new one, if the old one was used; otherwise empty.
        faults: what `verify` says of it.
    """

    office: str
    made_at: datetime
    first_passwords: tuple[FirstPassword, ...]
    recovery_code: str
    faults: tuple[Fault, ...]


def restore(
    file: Path,
    folder: Path,
    manager: str,
    password: str,
    now: datetime,
    progress: Progress = silent,
    *,
    code: str = "",
) -> Restored:
    """Make a cabinet out of a backup: all of it, or nothing.

    Args:
        file: the backup.
        folder: the cabinet's folder to be made; must not exist, or be empty.
        manager: name or staff number of a manager.
        password: the manager's, as it was when the backup was made; with `code`, a new one.
        now: office wall-clock time.
        progress: told (done, total); what it raises leaves nothing behind.
        code: the printed recovery code, when the manager's password is lost.

    Raises:
        WrongPasswordError: the password or the code does not open the backup.
        NotFoundError: no manager of that name has a slot in the backup.
        NotAllowedError: he is no manager any more.
        UnreadableFileError, BackupDamagedError, NewerCabinetError: the backup is not usable.
        AlreadyThereError, CannotWriteError, NetworkShareError: the folder is not usable.
    """
    refuse_network_share(folder)
    manifest, key_file = backup_file.read_backup(file)
    refuse_newer(manifest)
    if code:
        passwords.check_password(password)
    keys = opened_keys(key_file, manager, password, code)
    try:
        with built_beside(folder) as fresh:
            backup_file.check_backup(file, keys, _part(progress, 0), fresh)
            backup_file.unpack_backup(file, fresh, _part(progress, 1))
            new_code = log_in.recover(fresh, manager, code, password, now) if code else ""
            cabinet.connect(fresh, keys, now)
            try:
                return _furnished(fresh, manager, keys, manifest, new_code, file, now, progress)
            finally:
                cabinet.disconnect()
    finally:
        keys.forget()


def refuse_newer(manifest: Manifest) -> None:
    """Refuse a backup with tables of which this program knows nothing, before work is begun.

    Raises:
        NewerCabinetError: a newer program has made it.
    """
    known = cabinet.known_migrations()
    newer = sorted(set(manifest.migrations) - set(known))
    if newer:
        raise NewerCabinetError(found=newer[-1], known=known[-1])


def opened_keys(key_file: KeyFile, manager: str, password: str, code: str) -> Keys:
    """The backup's secrets, by one of its own slots.

    Args:
        key_file: the backup's.
        manager: name or staff number; not looked at when there is a code.
        password: the manager's, as it was when the backup was made.
        code: the printed recovery code, or empty.

    Raises:
        WrongPasswordError: neither opens its slot.
        BadInputError: the code has a slip of the pen.
        NotFoundError: no manager of that name has a slot in the backup.
    """
    if code:
        return vault.open_slot(key_file.recovery, passwords.read_recovery_code(code))
    return vault.open_slot(_slot(key_file, manager), password)


def _slot(key_file: KeyFile, manager: str) -> Slot:
    """The slot of a name or staff number."""
    wanted = manager.strip()
    for slot in key_file.slots:
        if slot.kind is SlotKind.STAFF and wanted in {slot.name, str(slot.staff_no)}:
            return slot
    raise NotFoundError(kind="manager", ref=wanted)


def _part(progress: Progress, number: int) -> Progress:
    """One of three parts of the work, told in thousandths of the whole."""

    def told(done: int, total: int) -> None:
        progress(number * 1000 + done * 1000 // max(total, 1), 3000)

    return told


def _furnished(
    folder: Path,
    manager: str,
    keys: Keys,
    manifest: Manifest,
    code: str,
    file: Path,
    now: datetime,
    progress: Progress,
) -> Restored:
    """New first passwords, the line of the log, and a look at everything."""
    key_file = KeyFile.read(cabinet.key_file_path(folder))
    desk = _desk(folder, key_file, manager, keys)
    desk.require(Right.RESTORE)
    with writing():
        given = _new_slots(desk, key_file)
        audit.log(
            desk,
            audit.Event.RESTORE,
            now,
            kind="backup",
            subject=file.name,
            after={"made_at": manifest.made_at, "first_passwords": len(given)},
        )
    change_key_file(cabinet.key_file_path(folder), lambda old: _with_slots(old, given))
    with reading():
        faults = tuple(look(keys.log_key, "", _part(progress, 2)))
    first = tuple(FirstPassword(slot.staff_no, slot.name, password) for slot, password in given)
    return Restored(desk.office, manifest.made_at, first, code, faults)


def _with_slots(key_file: KeyFile, given: list[tuple[Slot, str]]) -> KeyFile:
    for slot, _ in given:
        key_file = key_file.with_slot(slot)
    return key_file


def _desk(folder: Path, key_file: KeyFile, manager: str, keys: Keys) -> Desk:
    """The desk of the person whose row holds the opened slot's public key."""
    slot = _slot(key_file, manager)
    person = Person.get_or_none(Person.public_key == slot.public_key)
    if person is None:
        raise KeyFileDamagedError(path=str(folder))
    return Desk(people.person_view(person), folder, key_file.office, platform.node(), keys)


def _new_slots(desk: Desk, key_file: KeyFile) -> list[tuple[Slot, str]]:
    """A new slot and first password for everybody whose own is not in the backup.

    Inside the caller's transaction, which makes their rows hold the new public keys.
    """
    known = {slot.public_key for slot in key_file.slots}
    here = Person.select(Person.staff_no, Person.name, Person.role, Person.public_key)
    given = []
    for staff_no, name, role, public_key in rows_of(here.where(Person.state != PersonState.GONE)):
        if public_key in known:
            continue
        first = people.new_first_password()
        slot = vault.make_slot(
            staff_no, name, role, first, desk.keys, kdf=key_file.kdf, must_change=True
        )
        Person.update(public_key=slot.public_key).where(Person.staff_no == staff_no).execute()
        given.append((slot, first))
    return given

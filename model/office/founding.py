"""A new locked cabinet for an office that has none."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import KEEPER, OFFICE_NAME, store
from model.office.people import make_person, person_view
from model.office.rights import Role
from model.office.tables import Person
from model.office.teams import clean_name, make_fixed_drawers
from model.storage import cabinet, vault
from model.storage.database import writing
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import Kdf, Keys, Slot


@dataclass(frozen=True)
class Founders:
    """Who the first key slots are for.

    Attributes:
        office: name of the office.
        manager: name of the manager.
        keeper: name of the clerk who keeps the cabinet; may be the manager himself.
        password: first password of both; the keeper is asked to change it.
    """

    office: str
    manager: str
    keeper: str
    password: str


def create(path: Path, founders: Founders, now: datetime, kdf: Kdf | None = None) -> str:
    """Make a locked cabinet.

    Args:
        path: the folder to make; must not be there, or be empty.
        founders: office and first people.
        now: office wall-clock time.
        kdf: cost of passwords; the default is the design's.

    Returns:
        The recovery code, to be shown or printed once and never again.

    Raises:
        AlreadyThereError: something stands at that place.
        CannotWriteError: the place cannot be written.
        NetworkShareError: the place is on a network share.
        WeakPasswordError: the password is too short.
        BadInputError: a name is empty or too long.
    """
    office = clean_name(founders.office, "office")
    clean_name(founders.manager, "manager")
    clean_name(founders.keeper, "keeper")
    vault.check_password(founders.password)
    keys, code = vault.new_keys(), vault.make_recovery_code()
    key_file = KeyFile(
        cabinet_id=secrets.token_hex(16),
        office=office,
        slots=(vault.make_recovery_slot(keys, code, kdf),),
        kdf=kdf or Kdf(),
    )
    cabinet.create_folder(path, key_file, keys)
    try:
        cabinet.connect(path, keys)
        _furnish(path, founders, keys, now, kdf)
    except BaseException:
        cabinet.disconnect()
        shutil.rmtree(path, ignore_errors=True)
        raise
    finally:
        cabinet.disconnect()
        keys.forget()
    return code


def _furnish(path: Path, founders: Founders, keys: Keys, now: datetime, kdf: Kdf | None) -> None:
    """Write the first facts, people and log lines, and put the people's slots beside them."""
    with writing():
        store(OFFICE_NAME, founders.office.strip())
        make_fixed_drawers()
        slots = _first_people(founders, keys, kdf)
        manager = Person.get(Person.name == founders.manager.strip())
        keeper = Person.get(Person.name == founders.keeper.strip())
        store(KEEPER, str(keeper.staff_no))
        desk = Desk(person_view(manager), path, founders.office, "", keys)
        audit.log(desk, audit.Event.CABINET_CREATE, now, kind="cabinet", subject=founders.office)
        for person in (manager, keeper):
            audit.log(
                desk,
                audit.Event.STAFF_ADD,
                now,
                kind="person",
                subject=person.staff_no,
                after={"name": person.name, "role": person.role},
            )

    def with_slots(file: KeyFile) -> KeyFile:
        for slot in slots:
            file = file.with_slot(slot)
        return file

    change_key_file(cabinet.keys_path(path), with_slots)


def _first_people(founders: Founders, keys: Keys, kdf: Kdf | None) -> list[Slot]:
    """The manager's slot, and the keeper's unless the manager keeps the cabinet himself."""
    _, slot = make_person(
        keys, founders.manager, Role.MANAGER, "", founders.password, kdf=kdf, must_change=False
    )
    if founders.keeper.strip() == founders.manager.strip():
        return [slot]
    _, keeper = make_person(
        keys, founders.keeper, Role.CLERK, "", founders.password, kdf=kdf, must_change=True
    )
    return [slot, keeper]

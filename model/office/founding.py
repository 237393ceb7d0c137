"""A new locked cabinet for an office that has none."""

from __future__ import annotations

import platform
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.kdf import store_kdf
from model.office.naming import clean_name, name_key, person_name
from model.office.office_settings import KEEPER, OFFICE_NAME, RECOVERY_KEY, store
from model.office.people import person_view, write_person
from model.office.recovery import store_recovery
from model.office.rights import Role
from model.office.teams import make_fixed_drawers
from model.storage import cabinet, passwords, vault
from model.storage.database import writing
from model.storage.key_file import KeyFile
from model.storage.vault import Kdf, Keys, Slot, SlotKind


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
    people = _first_people(founders)
    passwords.check_password(founders.password)
    keys, code = vault.new_keys(), passwords.make_recovery_code()
    slots = _first_slots(people, founders.password, keys, kdf)
    key_file = KeyFile(
        cabinet_id=secrets.token_hex(16),
        office=clean_name(founders.office, "office"),
        slots=(*slots, vault.make_recovery_slot(keys, code, kdf)),
        kdf=kdf or Kdf(),
    )
    try:
        cabinet.create_folder(path, key_file, keys, lambda: _furnish(path, key_file, keys, now))
    finally:
        keys.forget()
    return code


def _first_people(founders: Founders) -> list[tuple[str, Role]]:
    """The manager, and the keeper unless the manager keeps the cabinet himself; in that order."""
    manager = person_name(founders.manager, "manager")
    keeper = person_name(founders.keeper, "keeper")
    people = [(manager, Role.MANAGER)]
    same = name_key(keeper) == name_key(manager)
    return people if same else [*people, (keeper, Role.CLERK)]


def _first_slots(
    people: list[tuple[str, Role]], password: str, keys: Keys, kdf: Kdf | None
) -> list[Slot]:
    """Slots with staff numbers from 1; only the manager chose the password himself."""
    return [
        vault.make_slot(
            keys=keys,
            password=password,
            staff_no=number,
            name=name,
            role=role.value,
            kdf=kdf,
            must_change=role is not Role.MANAGER,
        )
        for number, (name, role) in enumerate(people, 1)
    ]


def _furnish(path: Path, key_file: KeyFile, keys: Keys, now: datetime) -> None:
    """Write the first facts, people and log lines into the new database."""
    staff = [slot for slot in key_file.slots if slot.kind is SlotKind.STAFF]
    with writing():
        store(OFFICE_NAME, key_file.office)
        store(RECOVERY_KEY, key_file.recovery.public_key)
        store_kdf(key_file.kdf)
        store_recovery(key_file.recovery, now)
        make_fixed_drawers()
        next_number("staff", len(staff))
        people = [write_person(slot, None) for slot in staff]
        store(KEEPER, str(people[-1].staff_no))
        desk = Desk(person_view(people[0]), path, key_file.office, platform.node(), keys)
        audit.log(desk, audit.Event.CABINET_CREATE, now, kind="cabinet", subject=key_file.office)
        for person in people:
            audit.log(
                desk,
                audit.Event.STAFF_ADD,
                now,
                kind="person",
                subject=person.staff_no,
                after={"name": person.name, "role": person.role},
            )

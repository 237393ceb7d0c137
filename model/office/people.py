"""People: added, given a new first password, named keeper; their own passwords."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from model.errors import BadInputError, NotFoundError, Problem, WrongPasswordError
from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk, PersonView
from model.office.kdf import office_kdf
from model.office.key_changes import Follows, change_keys
from model.office.naming import person_name, refuse_taken
from model.office.office_settings import DEPUTY, KEEPER, store, stored
from model.office.rights import Right, Role, act
from model.office.tables import Person, PersonState, Team
from model.storage import passwords, vault
from model.storage.cabinet import key_file_path
from model.storage.database import reading, writing
from model.storage.key_file import KeyFile, open_with_password
from model.storage.vault import Slot

# Letters and digits that cannot be mistaken for one another when read aloud or from paper.
_FIRST_PASSWORD_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class PersonRow:
    """A person as the settings page shows him."""

    id: int
    staff_no: int
    name: str
    role: Role
    team: str
    state: PersonState
    must_change_password: bool
    keeps: str


@dataclass(frozen=True)
class Keepers:
    """Names of the keeper and the deputy; empty where nobody is named."""

    keeper: str
    deputy: str


def person_view(person: Person) -> PersonView:
    """A person as a desk carries him."""
    team = person.team
    return PersonView(
        person.id,
        person.staff_no,
        person.name,
        Role(person.role),
        team.id if team else None,
        team.name if team else "",
    )


def new_first_password() -> str:
    """A first password of about 60 bits, in three groups for reading aloud."""
    groups = ("".join(secrets.choice(_FIRST_PASSWORD_SIGNS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def person_of(staff_no: int) -> Person:
    """The person of a staff number.

    Raises:
        NotFoundError: nobody has it.
    """
    person: Person | None = Person.get_or_none(Person.staff_no == staff_no)
    if person is None:
        raise NotFoundError(kind="person", ref=str(staff_no))
    return person


def person_named(name: str) -> Person:
    """The person of a name.

    Raises:
        NotFoundError: nobody is called that.
    """
    person: Person | None = Person.get_or_none(Person.name == name)
    if person is None:
        raise NotFoundError(kind="person", ref=name)
    return person


def person_called(text: str) -> Person:
    """The person whom someone means by a name or a staff number.

    Raises:
        NotFoundError: nobody is called that.
    """
    wanted = text.strip()
    if wanted.isascii() and wanted.isdigit():
        return person_of(int(wanted))
    return person_named(wanted)


@act(Right.SEE_OFFICE)
def list_people(desk: Desk) -> list[PersonRow]:
    """Everyone who works here, by staff number."""
    slots = {slot.staff_no: slot for slot in KeyFile.read(key_file_path(desk.cabinet)).slots}
    kept = {stored(DEPUTY): DEPUTY, stored(KEEPER): KEEPER}
    rows = []
    for person in Person.select().order_by(Person.staff_no):
        slot = slots.get(person.staff_no)
        rows.append(
            PersonRow(
                person.id,
                person.staff_no,
                person.name,
                Role(person.role),
                person.team.name if person.team else "",
                PersonState(person.state),
                slot is not None and slot.must_change,
                kept.get(str(person.staff_no), ""),
            )
        )
    return rows


@act(Right.MANAGE_OFFICE)
def add_person(
    desk: Desk, name: str, role: Role, team: str, password: str | None, now: datetime
) -> tuple[PersonView, str]:
    """Give someone a key.

    Args:
        desk: the manager.
        name: must be nobody else's.
        role: one of the four.
        team: name of the team; empty for clerks and managers.
        password: the first password, or None to have one made.
        now: office wall-clock time.

    Returns:
        The person, and the first password, to be handed over once.

    Raises:
        AlreadyThereError: the name is taken, or only written in another way.
        NotFoundError: no such team.
        BadInputError: no name that anybody could read.
        WeakPasswordError: the given password is too short.
    """
    first = password or new_first_password()
    passwords.check_password(first)
    name = person_name(name, "person")
    with writing():
        _refuse_namesake(name)
        row = _team_named(team) if team else None
        number = next_number("staff")
        kdf = office_kdf(KeyFile.read(key_file_path(desk.cabinet)))
    slot = vault.make_slot(
        keys=desk.keys,
        password=first,
        staff_no=number,
        name=name,
        role=role.value,
        kdf=kdf,
        must_change=True,
    )
    line = audit.make_line(
        desk,
        audit.Event.STAFF_ADD,
        now,
        kind="person",
        subject=number,
        after={"name": name, "role": role.value, "team": team},
    )
    columns = {**_columns(slot), "team": row.id if row else None}
    late = change_keys(
        desk,
        [slot],
        Follows(line, person=columns),
        check=lambda: _refuse_namesake(name),
    )
    if late is not None:
        raise late
    return person_view(person_of(number)), first


def _refuse_namesake(name: str) -> None:
    refuse_taken(name, (person.name for person in Person.select()), "person")


def _team_named(name: str) -> Team:
    team: Team | None = Team.get_or_none(Team.name == name)
    if team is None:
        raise NotFoundError(kind="team", ref=name)
    return team


def _columns(slot: Slot) -> dict[str, object]:
    """A person's row as his slot has it."""
    return {
        "staff_no": slot.staff_no,
        "name": slot.name,
        "role": slot.role,
        "public_key": slot.public_key,
    }


def write_person(slot: Slot, team: Team | None) -> Person:
    """Write the row of the person whose slot was made, inside the caller's transaction."""
    person: Person = Person.create(**_columns(slot), team=team)
    return person


@act(Right.MANAGE_OFFICE)
def reset_password(desk: Desk, staff_no: int, now: datetime, password: str | None = None) -> str:
    """Give someone a new first password; the old one opens nothing any more.

    Returns:
        The first password, to be handed over once.

    Raises:
        NotFoundError: nobody here has that staff number.
        WeakPasswordError: the given password is too short.
    """
    first = password or new_first_password()
    with reading():
        person = _here(staff_no)
        kdf = office_kdf(KeyFile.read(key_file_path(desk.cabinet)))
    slot = vault.make_slot(
        keys=desk.keys,
        password=first,
        staff_no=staff_no,
        name=person.name,
        role=person.role,
        kdf=kdf,
        must_change=True,
    )
    line = audit.make_line(
        desk,
        audit.Event.STAFF_RESET,
        now,
        kind="person",
        subject=staff_no,
    )
    row = {"staff_no": staff_no, "public_key": slot.public_key}
    change_keys(
        desk,
        [slot],
        Follows(line, person=row),
        check=lambda: _here(staff_no),
    )
    return first


def _here(staff_no: int) -> Person:
    """Somebody who works here.

    Raises:
        NotFoundError: nobody has the number, or he has left.
    """
    person = person_of(staff_no)
    if person.state == PersonState.GONE:
        raise NotFoundError(kind="person", ref=str(staff_no))
    return person


@act(Right.OWN_PASSWORD)
def change_own_password(desk: Desk, old: str, new: str, now: datetime) -> None:
    """Change the password of the person at the desk.

    A wrong old one counts as at the log-in: an unlocked desk is no place to guess at leisure.

    Raises:
        WrongPasswordError, TooManyTriesError: `old` is not the password.
        WeakPasswordError: `new` is too short.
        BadInputError: `new` is the old one: a first password would stay known to who gave it.
    """
    passwords.check_password(new)
    if passwords.normal_password(new) == passwords.normal_password(old):
        raise BadInputError([Problem("new_password", "same_password")])
    path = key_file_path(desk.cabinet)
    keys, key_file = open_with_password(path, desk.person.staff_no, old, now)
    keys.forget()
    with reading():
        kdf = office_kdf(key_file)
    changed = vault.change_password(key_file.slot(desk.person.staff_no), old, new, kdf=kdf)
    line = audit.make_line(
        desk,
        audit.Event.PASSWORD,
        now,
        kind="person",
        subject=desk.person.staff_no,
    )
    change_keys(desk, [changed], Follows(line), lambda file: _with_new_password(file, changed))
    desk.must_change_password = False


def _with_new_password(file: KeyFile, changed: Slot) -> KeyFile:
    """The file with the slot under its new password, unless the manager has reset it meanwhile."""
    if file.slot(changed.staff_no).public_key != changed.public_key:
        raise WrongPasswordError(wait_seconds=0)
    return file.with_slot(changed)


@act(Right.SEE_OFFICE)
def keepers(desk: Desk) -> Keepers:
    """Who keeps the cabinet, and who stands in."""
    del desk
    names = {str(person.staff_no): str(person.name) for person in Person.select()}
    keeper, deputy = stored(KEEPER) or "", stored(DEPUTY) or ""
    return Keepers(names.get(keeper, ""), names.get(deputy, ""))


@act(Right.MANAGE_OFFICE)
def name_keeper(desk: Desk, keeper: str, deputy: str, now: datetime) -> Keepers:
    """Name the keeper of the cabinet and, if given, the deputy.

    Raises:
        NotFoundError: nobody of that name, or a rep, who may not keep the cards he carries.
    """
    with writing():
        numbers = {KEEPER: _may_keep(keeper).staff_no}
        if deputy:
            numbers[DEPUTY] = _may_keep(deputy).staff_no
        before = {KEEPER: stored(KEEPER), DEPUTY: stored(DEPUTY)}
        store(KEEPER, str(numbers[KEEPER]))
        store(DEPUTY, str(numbers.get(DEPUTY, "")))
        audit.log(
            desk,
            audit.Event.KEY_HANDOVER,
            now,
            kind="cabinet",
            subject=keeper,
            before=before,
            after=numbers,
        )
    return keepers(desk)


def _may_keep(name: str) -> Person:
    """A clerk or manager of that name."""
    person = person_named(name)
    if person.role not in {Role.CLERK, Role.MANAGER} or person.state == PersonState.GONE:
        raise NotFoundError(kind="keeper", ref=name)
    return person

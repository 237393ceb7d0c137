"""The sample office: thirteen people and two thousand customers, the same for the same seed.

Its cards come in as an import brings them: through the same filing, with the same lines in the
log; then it works for a year (`sample_history`). Everything is invented (`sample_names`,
`sample_texts`, `sample_visits`). The same seed on another day gives the same people and customers,
with their days moved along, and another year of visits, since the working days are others.
"""

from __future__ import annotations

import platform
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.office import audit, teams
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.kdf import store_kdf
from model.office.log_in import SAMPLE_MARK, SAMPLE_PASSWORD
from model.office.office_settings import DEPUTY, KEEPER, OFFICE_NAME, change_setting, store
from model.office.people import person_view, write_person
from model.office.rights import Role
from model.office.tables import Person, Team
from model.progress import Progress, silent
from model.storage import cabinet, passwords, vault
from model.storage.database import database, writing
from model.storage.key_file import KeyFile
from model.storage.vault import FLOOR_KDF, Keys, Slot
from model.upkeep import sample_staff
from model.upkeep.sample_filing import file_sample
from model.upkeep.sample_history import DAY_STEPS, Counts, write_history
from model.upkeep.sample_staff import STAFF
from model.upkeep.sample_year import Year, year_before

CARDS = 2000
MONTHS = 12
_CARDS_A_DAY = 200
SEED = 1


@dataclass(frozen=True)
class SamplePerson:
    """One person of the sample office, and how to log in as him."""

    staff_no: int
    name: str
    role: Role
    team: str
    password: str


@dataclass(frozen=True)
class SampleOffice:
    """What was made."""

    office: str
    cards: int
    plans: int
    loans: int
    visits: int
    people: tuple[SamplePerson, ...]


def make_sample_office(
    folder: Path,
    *,
    now: datetime,
    cards: int = CARDS,
    seed: int = SEED,
    months: int = MONTHS,
    progress: Progress = silent,
) -> SampleOffice:
    """Make a sample office: all of it, or nothing.

    Args:
        folder: the cabinet's folder; must not exist, or be empty.
        now: office wall-clock time.
        cards: how many customers.
        seed: the same seed makes the same people, customers and facts.
        months: how long it has been at work, with plans, loans and visit records; 0: it was set
            up the evening before.
        progress: told (done, total); what it raises leaves nothing behind.

    Raises:
        AlreadyThereError: something stands at that place.
        CannotWriteError: the place cannot be written.
        NetworkShareError: the place is on a network share.
    """
    keys, counts = vault.new_keys(), Counts()
    slots = _slots(keys)
    key_file = KeyFile(
        cabinet_id=secrets.token_hex(16),
        office=sample_staff.OFFICE,
        slots=(*slots, vault.make_recovery_slot(keys, passwords.make_recovery_code(), FLOOR_KDF)),
        kdf=FLOOR_KDF,
    )

    def fill() -> None:
        # Inside the new folder before it takes its name: a sample office is never without it.
        nonlocal counts
        Path(database.obj.database).with_name(SAMPLE_MARK).touch()
        with writing():
            year = year_before(now.date(), months)
            steps = _Steps(2 * cards, year, progress)
            desks = _furnish(folder, slots, keys, year.founded)
            told = file_sample(desks[sample_staff.KEEPER], cards, seed, year, steps.of_cards)
            counts = write_history(desks, year, told, seed, steps.of_days)

    try:
        cabinet.create_folder(folder, key_file, keys, fill)
    finally:
        keys.forget()
    return SampleOffice(
        sample_staff.OFFICE, cards, counts.plans, counts.loans, counts.visits, _people()
    )


class _Steps:
    """Cards and days as one progress; a day costs as much as there are cards.

    Args:
        cards: steps of the cards.
        year: its days; each is told of twice, when it is thought out and when it is written.
        progress: told (done, total).
    """

    def __init__(self, cards: int, year: Year, progress: Progress) -> None:
        self._cards, self._progress = cards, progress
        self._per_day = max(1, cards // _CARDS_A_DAY)
        self._total = cards + DAY_STEPS * self._per_day * len(year.days)

    def of_cards(self, done: int, _: int) -> None:
        """So many steps of the cards are done."""
        self._progress(done, self._total)

    def of_days(self, done: int) -> None:
        """So many steps of the days are done."""
        self._progress(self._cards + done * self._per_day, self._total)


def _slots(keys: Keys) -> list[Slot]:
    """Everybody's slot, all under the one password that everybody knows."""
    return [
        vault.make_slot(
            number, person.name, person.role.value, SAMPLE_PASSWORD, keys, kdf=FLOOR_KDF
        )
        for number, person in enumerate(STAFF, 1)
    ]


def _people() -> tuple[SamplePerson, ...]:
    return tuple(
        SamplePerson(number, person.name, person.role, person.team, SAMPLE_PASSWORD)
        for number, person in enumerate(STAFF, 1)
    )


def _furnish(folder: Path, slots: Sequence[Slot], keys: Keys, founded: datetime) -> dict[str, Desk]:
    """Office, people, teams, districts and settings, inside the caller's transaction.

    Returns:
        Everybody's desk by name.
    """
    store(OFFICE_NAME, sample_staff.OFFICE)
    store_kdf(FLOOR_KDF)
    teams.make_fixed_drawers()
    made = {name: Team.create(name=name) for name in (sample_staff.TOWN, sample_staff.RING)}
    next_number("staff", len(STAFF))
    people = {
        person.name: write_person(slot, made.get(person.team))
        for slot, person in zip(slots, STAFF, strict=True)
    }
    store(KEEPER, str(people[sample_staff.KEEPER].staff_no))
    store(DEPUTY, str(people[sample_staff.DEPUTY].staff_no))
    desks = {name: _desk(folder, person, keys) for name, person in people.items()}
    manager = desks[STAFF[0].name]
    _log_founding(manager, founded)
    _districts(manager, founded)
    for name, value in sample_staff.SETTINGS.items():
        change_setting(manager, name, value, founded)
    return desks


def _desk(folder: Path, person: Person, keys: Keys) -> Desk:
    return Desk(person_view(person), folder, sample_staff.OFFICE, platform.node(), keys)


def _log_founding(manager: Desk, founded: datetime) -> None:
    """The lines that founding a cabinet and adding people leave."""
    office = sample_staff.OFFICE
    audit.log(manager, audit.Event.CABINET_CREATE, founded, kind="cabinet", subject=office)
    for name in (sample_staff.TOWN, sample_staff.RING):
        audit.log(manager, audit.Event.TEAM_ADD, founded, kind="team", subject=name)
    for number, person in enumerate(STAFF, 1):
        facts = {"name": person.name, "role": person.role.value, "team": person.team}
        audit.log(
            manager, audit.Event.STAFF_ADD, founded, kind="person", subject=number, after=facts
        )


def _districts(manager: Desk, founded: datetime) -> None:
    """The districts of every rep, with their drawers."""
    for rep in sample_staff.REPS:
        for place in rep.places:
            teams.add_district(manager, place.district, rep.team, founded)

"""Dismissing a person (注销): the key is gone, and nothing that it opened opens with it again.

The person's row, the keeper's name and the lines of the log are written into the new database, the
one under the new key; so either he is dismissed and the cabinet re-keyed, or neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.cards.tables import CustodyState, CustomerCard, Proposal, Typing
from model.errors import (
    HoldsCardsError,
    LastManagerError,
    NotFoundError,
    ReasonNeededError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.key_changes import settle_keys
from model.office.office_settings import DEPUTY, KEEPER, RECOVERY_KEY, store, stored
from model.office.people import person_of
from model.office.rights import Right, Role, act
from model.office.tables import FormerKey, Person, PersonState
from model.progress import Progress, silent
from model.rounds.tables import DailyPlan
from model.storage.cabinet import key_file_path
from model.storage.database import reading, writing
from model.storage.key_file import KeyFile
from model.storage.rekeying import Holders, rekey
from model.storage.rows import rows_of
from model.storage.vault import SlotKind
from model.upkeep.resealing import LeftBackup, reseal_backups


@dataclass(frozen=True)
class Leaving:
    """What a person leaves behind, to be handed over to somebody.

    Attributes:
        staff_no: whose.
        name: whose.
        customers: numbers of the cards that he is responsible for.
        proposals: numbers of the changes he handed in that wait for a decision.
        plans: numbers of his plans of today and later.
        keeps: `keeper`, `deputy_keeper` or the empty string.
    """

    staff_no: int
    name: str
    customers: tuple[str, ...]
    proposals: tuple[str, ...]
    plans: tuple[str, ...]
    keeps: str


@dataclass(frozen=True)
class Dismissed:
    """What was done.

    Attributes:
        leaving: what he leaves behind.
        generation: of the keys, from now on.
        without_key: staff numbers of people whose slot was not theirs by the database; they need
            a new first password.
        recovery_works: whether the printed code still opens the cabinet.
        resealed: names of the backups under the new key.
        left: backups that he may still open, and why.
    """

    leaving: Leaving
    generation: int
    without_key: tuple[int, ...]
    recovery_works: bool
    resealed: tuple[str, ...]
    left: tuple[LeftBackup, ...]


@act(Right.MANAGE_OFFICE)
def look_before_dismissing(desk: Desk, staff_no: int, now: datetime) -> Leaving:
    """What somebody would leave behind.

    Raises:
        LastManagerError, HoldsCardsError, NotFoundError: as `dismiss`.
    """
    with reading():
        return _leaving(_dismissible(desk, staff_no), now)


@act(Right.MANAGE_OFFICE)
def dismiss(
    desk: Desk, staff_no: int, reason: str, now: datetime, progress: Progress = silent
) -> Dismissed:
    """Take somebody's key away: the whole cabinet is encrypted anew, and so are its backups.

    Args:
        desk: the manager.
        staff_no: who leaves; his name stays in history.
        reason: why.
        now: office wall-clock time.
        progress: told (done, total); what it raises before the new key counts undoes all; later it
            stops the re-sealing of backups, which the next backup goes on with.

    Raises:
        ReasonNeededError: no reason is given.
        LastManagerError: it is oneself, or the last manager.
        HoldsCardsError: he has cards out.
        NotFoundError: nobody here has that number.
        InExclusiveUseError: another program works in the cabinet.
        CannotWriteError, DatabaseDamagedError: as `rekey`; the old pair stands.
        StoppedError: stopped, or the screen was locked.
    """
    if not reason.strip():
        raise ReasonNeededError(act=Right.MANAGE_OFFICE.value)
    look_before_dismissing(desk, staff_no, now)
    audit.flush(desk)
    settle_keys(desk.cabinet, desk.keys, now)
    leaving: list[Leaving] = []

    def fill() -> Holders:
        with writing():
            leaving.append(_written(desk, staff_no, reason.strip(), now))
            return _holders()

    before = KeyFile.read(key_file_path(desk.cabinet))
    after = rekey(desk.cabinet, desk.keys, fill, _part(progress, 0))
    with desk.own_connection():  # to the new database; the caller's was to the old one
        seals = reseal_backups(desk, now, _part(progress, 1))
        if seals.left:
            _log_left(desk, seals.left, now)
        recovery_works = any(slot.public_key == stored(RECOVERY_KEY) for slot in after.slots)
    without_key = _without_key(before, after, staff_no)
    return Dismissed(
        leaving[0], after.generation, without_key, recovery_works, seals.resealed, seals.left
    )


def _part(progress: Progress, number: int) -> Progress:
    """The re-key, then the backups, told in thousandths of the whole."""
    return lambda done, total: progress(number * 1000 + done * 1000 // max(total, 1), 2000)


# --- who, and what he leaves ----------------------------------------------------------------


def _dismissible(desk: Desk, staff_no: int) -> Person:
    """The person, unless something forbids it."""
    person = person_of(staff_no)
    if person.state == PersonState.GONE:
        raise NotFoundError(kind="person", ref=str(staff_no))
    managers = Person.select().where(
        Person.role == Role.MANAGER, Person.state != PersonState.GONE, Person.id != person.id
    )
    if person.id == desk.person.id or not managers.exists():
        raise LastManagerError(person=person.name)
    out = CustomerCard.select(CustomerCard.card_no).where(
        CustomerCard.holder == person, CustomerCard.custody_state == CustodyState.OUT
    )
    card_nos = [card_no for (card_no,) in rows_of(out.order_by(CustomerCard.card_no))]
    if card_nos:
        raise HoldsCardsError(person=person.name, card_nos=card_nos)
    return person


def _leaving(person: Person, now: datetime) -> Leaving:
    cards = CustomerCard.select(CustomerCard.card_no).where(
        CustomerCard.rep == person, CustomerCard.card_no.is_null(False)
    )
    proposals = Proposal.select(Proposal.proposal_no).where(
        Proposal.proposer == person, Proposal.is_open
    )
    plans = DailyPlan.select(DailyPlan.plan_no).where(
        DailyPlan.rep == person, DailyPlan.plan_date >= now.date()
    )
    return Leaving(
        person.staff_no,
        person.name,
        _column(cards.order_by(CustomerCard.card_no)),
        _column(proposals.order_by(Proposal.id)),
        _column(plans.order_by(DailyPlan.plan_date, DailyPlan.id)),
        {stored(DEPUTY): DEPUTY, stored(KEEPER): KEEPER}.get(str(person.staff_no), ""),
    )


def _column(query: object) -> tuple[str, ...]:
    return tuple(value for (value,) in rows_of(query))


# --- what is written into the new database ---------------------------------------------------


def _written(desk: Desk, staff_no: int, reason: str, now: datetime) -> Leaving:
    """The person is gone, inside the caller's transaction on the new database."""
    person = _dismissible(desk, staff_no)
    leaving = _leaving(person, now)
    generation = KeyFile.read(key_file_path(desk.cabinet)).generation
    Person.update(state=PersonState.GONE, left_on=now.date()).where(
        Person.id == person.id
    ).execute()
    Typing.delete().where(Typing.person == person).execute()
    if leaving.keeps:
        store(leaving.keeps, "")
    FormerKey.insert(generation=generation, data_key=bytes(desk.keys.data_key)).execute()
    audit.log(
        desk,
        audit.Event.STAFF_DISMISS,
        now,
        kind="person",
        subject=staff_no,
        before={"name": person.name, "role": person.role, "keeps": leaving.keeps},
        after={
            "customers": len(leaving.customers),
            "proposals": len(leaving.proposals),
            "plans": list(leaving.plans),
        },
        reason=reason,
    )
    audit.log(
        desk,
        audit.Event.REKEY,
        now,
        kind="cabinet",
        subject=desk.office,
        before={"generation": generation},
        after={"generation": generation + 1},
        reason=reason,
    )
    return leaving


def _holders() -> Holders:
    """Who gets the new key: everybody who is here, by his row."""
    here = Person.select(Person.staff_no, Person.public_key).where(Person.state != PersonState.GONE)
    return Holders(dict(rows_of(here)), stored(RECOVERY_KEY) or "")


def _without_key(before: KeyFile, after: KeyFile, staff_no: int) -> tuple[int, ...]:
    """Who had a slot before and has none now, but for the one who left."""
    kept = {slot.staff_no for slot in after.slots if slot.kind is SlotKind.STAFF}
    had = {slot.staff_no for slot in before.slots if slot.kind is SlotKind.STAFF}
    return tuple(sorted(had - kept - {staff_no}))


def _log_left(desk: Desk, left: tuple[LeftBackup, ...], now: datetime) -> None:
    """Backups that the former key still opens: names and reasons, for who reads the log later."""
    with writing():
        audit.log(
            desk,
            audit.Event.RESEAL,
            now,
            kind="cabinet",
            subject=desk.office,
            after={"left": {one.file: one.why for one in left}},
        )

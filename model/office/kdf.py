"""What a password costs in this office: as much as its weakest PC can bear.

The cost that counts stands inside the encryption. The key file repeats it; but that can be edited
by anyone who reaches the folder, and must not talk the office into cheap passwords.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from model.errors import CabinetError
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import store, stored
from model.office.rights import Right, act
from model.office.tables import WorkplaceSpeed
from model.storage import kdf_measure, vault
from model.storage.cabinet import key_file_path
from model.storage.database import reading, writing
from model.storage.kdf_measure import Speed
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import MIB, Kdf, Slot, SlotKind

KDF = "kdf"


@dataclass(frozen=True)
class WorkplaceRow:
    """What one PC of the office can bear.

    Attributes:
        name: of the PC, as in the log.
        mem: MiB that a log-in may take there.
        seconds: how long the office's cost takes there.
        measured_at: office wall-clock time.
        at_log_in: only estimated, from somebody's first log-in there.
    """

    name: str
    mem: int
    seconds: float
    measured_at: datetime
    at_log_in: bool


@dataclass(frozen=True)
class KeyState:
    """The keys of the cabinet, as the manager sees them.

    Attributes:
        ops: passes of a password's derivation.
        mem: MiB that it takes.
        generation: counts the re-keys from 1.
        keys: people with a key.
        following: of these, whose password will be brought to the office's cost at the next log-in.
        workplaces: the PCs measured so far, by name.
    """

    ops: int
    mem: int
    generation: int
    keys: int
    following: int
    workplaces: tuple[WorkplaceRow, ...]


def office_kdf(key_file: KeyFile) -> Kdf:
    """What new passwords cost; in an office that never measured at least the default."""
    kept = stored(KDF)
    if kept is not None:
        ops, mem = map(int, kept.split())
        return Kdf(ops, mem)
    return max(key_file.kdf, Kdf(), key=lambda kdf: kdf.work)


def store_kdf(kdf: Kdf) -> None:
    """Keep the office's cost; the caller holds the transaction."""
    store(KDF, f"{kdf.ops} {kdf.mem}")


@act(Right.MANAGE_OFFICE)
def key_state(desk: Desk) -> KeyState:
    """The office's keys: what a password costs, on which PCs, and how many there are."""
    key_file = KeyFile.read(key_file_path(desk.cabinet))
    with reading():
        kdf = office_kdf(key_file)
        rows = list(WorkplaceSpeed.select().order_by(WorkplaceSpeed.name))
    staff = [slot for slot in key_file.slots if slot.kind is SlotKind.STAFF]
    return KeyState(
        ops=kdf.ops,
        mem=kdf.mem // MIB,
        generation=key_file.generation,
        keys=len(staff),
        following=sum(slot.kdf != kdf for slot in staff),
        workplaces=tuple(_workplace(row, kdf) for row in rows),
    )


def _workplace(row: WorkplaceSpeed, kdf: Kdf) -> WorkplaceRow:
    seconds = kdf.work / MIB / row.pace
    return WorkplaceRow(row.name, row.mem, seconds, row.measured_at, row.at_log_in)


@act(Right.MANAGE_OFFICE)
def measure_kdf(desk: Desk, now: datetime) -> KeyState:
    """Measure this PC, and let a password cost what the weakest measured PC can bear.

    Takes about a second. Everybody's own password follows at the next log-in.

    Raises:
        CannotWriteError: the key file cannot be written.
    """
    speed = kdf_measure.measure()
    key_path = key_file_path(desk.cabinet)
    before = KeyFile.read(key_path)
    with writing():
        _keep_speed(desk.workplace, speed, now, at_log_in=False)
        had = office_kdf(before)
        kdf = kdf_measure.bearable(Speed(row.mem, row.pace) for row in WorkplaceSpeed.select())
        store_kdf(kdf)
        audit.log(
            desk,
            audit.Event.KDF,
            now,
            kind="workplace",
            subject=desk.workplace,
            before={"ops": had.ops, "mem": had.mem // MIB},
            after={"ops": kdf.ops, "mem": kdf.mem // MIB, "pace": speed.pace},
        )
        change_key_file(key_path, lambda file: file.with_kdf(kdf))
    return key_state(desk)


def settle_cost(desk: Desk, slot: Slot, password: str, spent: float, now: datetime) -> None:
    """After a log-in: note how quick a new PC is, and bring the password to the office's cost.

    Neither may stop the log-in, whatever cannot be written.

    Args:
        desk: who has just logged in.
        slot: his slot, as it was opened.
        password: what opened it.
        spent: seconds that this took.
        now: office wall-clock time.
    """
    with suppress(CabinetError):
        _note_new_workplace(desk.workplace, slot.kdf, spent, now)
    with suppress(CabinetError):
        _bring_to_cost(desk, slot, password)


def _note_new_workplace(name: str, kdf: Kdf, spent: float, now: datetime) -> None:
    if WorkplaceSpeed.get_or_none(WorkplaceSpeed.name == name) is None:
        mem = kdf_measure.memory_share(kdf_measure.free_memory())
        speed = Speed(mem, kdf_measure.pace(kdf, spent))
        with writing():
            _keep_speed(name, speed, now, at_log_in=True)


def _bring_to_cost(desk: Desk, slot: Slot, password: str) -> None:
    """Wrap the slot anew unless it costs what the office wants, or was changed meanwhile."""
    path = key_file_path(desk.cabinet)
    kdf = office_kdf(KeyFile.read(path))
    if slot.kdf == kdf:
        return
    again = vault.rewrapped(slot, password, kdf)

    def put(file: KeyFile) -> KeyFile:
        same = file.slot(slot.staff_no).wrapped_key == slot.wrapped_key
        return file.with_slot(again) if same else file

    change_key_file(path, put)


def _keep_speed(name: str, speed: Speed, now: datetime, *, at_log_in: bool) -> None:
    facts = {
        WorkplaceSpeed.mem: speed.mem,
        WorkplaceSpeed.pace: speed.pace,
        WorkplaceSpeed.measured_at: now,
        WorkplaceSpeed.at_log_in: at_log_in,
    }
    WorkplaceSpeed.insert({WorkplaceSpeed.name: name, **facts}).on_conflict(
        conflict_target=[WorkplaceSpeed.name], preserve=list(facts)
    ).execute()

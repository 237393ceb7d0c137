"""A re-key: the whole cabinet under a new data key, so that a slot taken away opens nothing.

A new database is written beside the old one, under a new key and the name of the next generation
(`model.storage.generations`). Writing `keys.json` is the only step that counts: a kill before it
leaves the old pair, a kill after it the new one, each whole. The old database goes only when the
new one was opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from model.errors import CabinetError, DatabaseDamagedError, KeyFileDamagedError, StoppedError
from model.progress import Progress, silent
from model.storage import cabinet, generations
from model.storage.copying import copy_database, fault_of, rows_in
from model.storage.database import CabinetDatabase, database, told_as_ours
from model.storage.durable import sync_file, sync_folder, told_as_cannot_write
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import Keys, Slot, SlotKind, rekeyed, reseal_slot


@dataclass(frozen=True)
class Holders:
    """Who gets the new key, by what the database says; `keys.json` can be edited by anybody.

    Attributes:
        people: staff number -> public key.
        recovery: public key of the recovery slot.
    """

    people: Mapping[int, str]
    recovery: str


def rekey(
    folder: Path, keys: Keys, fill: Callable[[], Holders], progress: Progress = silent
) -> KeyFile:
    """Put the connected cabinet under a new data key: all of it, or nothing.

    Args:
        folder: the cabinet's folder.
        keys: the cabinet's secrets; hold the new data key afterwards.
        fill: writes into the new database, through the proxy, what belongs to the re-key, and
            tells who gets the new key; what it raises undoes all.
        progress: told (done, total); what it raises before the last step undoes all.

    Returns:
        The new key file.

    Raises:
        InExclusiveUseError: another program works in the cabinet.
        CannotWriteError: the disk is full, or does not let us write.
        KeyFileDamagedError: `keys.json` is damaged, or not the one of this database.
        DatabaseDamagedError: the new database is not what the old one was.
        StoppedError: the screen was locked; if that was after the last step, the re-key holds.
    """
    closings = cabinet.times_closed()
    with cabinet.alone():
        opened: CabinetDatabase = database.obj
        with opened.only_here():
            cabinet.refuse_missing(folder)  # or the key file is an old one that was put back
            fresh, generation = rekeyed(keys), _generation(folder) + 1
            path = generations.path_of(folder, generation)
            try:
                holders = _written(opened, path, keys, fresh, fill, progress)
                _refuse_if_locked(closings)
                after = commit(folder, generation, fresh, holders)
            except BaseException:
                give_up(folder, path, generation)
                fresh.forget()
                raise
            opened.close_for_good()
            connect_new(path, keys, fresh, closings)
            clear_old(folder, generation)
    return after


def _generation(folder: Path) -> int:
    return KeyFile.read(cabinet.key_file_path(folder)).generation


def _refuse_if_locked(closings: int) -> None:
    if cabinet.times_closed() != closings:
        raise StoppedError


# --- the new database -----------------------------------------------------------------------


def _written(
    opened: CabinetDatabase,
    path: Path,
    keys: Keys,
    fresh: Keys,
    fill: Callable[[], Holders],
    progress: Progress,
) -> Holders:
    """Write the new database, durable and checked; the key file does not know of it yet."""
    source, key = Path(opened.database), bytearray(keys.data_key)
    try:
        begin(path)
        copy(source, key, path, fresh, lambda done, total: progress(done, 2 * total))
        progress(1, 2)
        check(source, key, path, fresh)
        progress(3, 4)
    finally:
        key[:] = bytes(len(key))
    return finish(opened, path, fresh, fill)


def begin(path: Path) -> None:
    """Make the mark by which a file that does not count yet is known."""
    generations.clear(path)
    generations.mark_begun(path)


def copy(source: Path, key: bytearray, path: Path, fresh: Keys, progress: Progress) -> None:
    """Copy the old database, page by page, under the new key."""
    with told_as_ours(path), told_as_cannot_write(path):
        copy_database(source, key, path, fresh.data_key, progress)


def check(source: Path, key: bytearray, path: Path, fresh: Keys) -> None:
    """Compare the copy with the old database, and look at every page of it.

    Raises:
        DatabaseDamagedError: something is wrong with it.
    """
    with told_as_ours(source):
        rows = rows_in(source, key)
    if fault := fault_of(path, fresh.data_key, rows):
        raise DatabaseDamagedError(path=str(path), reason=fault)


def finish(
    opened: CabinetDatabase, path: Path, fresh: Keys, fill: Callable[[], Holders]
) -> Holders:
    """Write what belongs to the re-key, and have the disk keep all of it."""
    with told_as_ours(path), opened.elsewhere(path, fresh.data_key):
        holders = fill()
    with told_as_cannot_write(path):
        sync_file(path)
        sync_folder(path.parent)
    return holders


def give_up(folder: Path, path: Path, generation: int) -> None:
    """Take the new database away, if the key file does not name it."""
    try:
        counts = _generation(folder) >= generation
    except CabinetError:
        return
    if not counts:
        generations.clear(path)


# --- the step that counts, and after it -----------------------------------------------------


def commit(folder: Path, generation: int, fresh: Keys, holders: Holders) -> KeyFile:
    """Write the key file of the new generation, and read it back.

    Raises:
        CannotWriteError: it could not be written; the old one stands.
        KeyFileDamagedError: what is read is not what was written.
    """
    path = cabinet.key_file_path(folder)

    def sealed(file: KeyFile) -> KeyFile:
        return replace(resealed(file, fresh, holders), generation=generation)

    try:
        after = change_key_file(path, sealed)
    except BaseException:
        # The name may have been exchanged before something failed: what stands there counts.
        if _generation(folder) != generation:
            raise
        after = KeyFile.read(path)
    if _seals(KeyFile.read(path)) != _seals(after):
        raise KeyFileDamagedError(path=str(path))
    return after


def resealed(file: KeyFile, keys: Keys, holders: Holders) -> KeyFile:
    """The key file with the new key in every slot that the database knows, and no other person's.

    A recovery slot that it does not know stays as it is, and opens nothing.
    """
    return replace(file, slots=tuple(_resealed_slots(file.slots, keys, holders)))


def _resealed_slots(slots: tuple[Slot, ...], keys: Keys, holders: Holders) -> list[Slot]:
    kept = []
    for slot in slots:
        if slot.kind is SlotKind.RECOVERY:
            known = slot.public_key == holders.recovery
            kept.append(reseal_slot(slot, keys, holders.recovery) if known else slot)
        elif (public_key := holders.people.get(slot.staff_no)) == slot.public_key:
            kept.append(reseal_slot(slot, keys, public_key))
    return kept


def _seals(file: KeyFile) -> tuple[object, ...]:
    """What must be as it was written; wrong tries may have been counted meanwhile."""
    seals = [(slot.kind, slot.staff_no, slot.public_key, slot.sealed_keys) for slot in file.slots]
    return file.generation, seals


def connect_new(path: Path, keys: Keys, fresh: Keys, closings: int) -> None:
    """Open the new database and put it behind the proxy.

    Raises:
        StoppedError: the screen was locked meanwhile; nothing is open.
    """
    made = CabinetDatabase(path, fresh.data_key)
    with told_as_ours(path), made.connection_context():
        if not made.table_exists(cabinet.HISTORY):
            raise DatabaseDamagedError(path=str(path))
        made.hold_open()
    put = cabinet.put_behind(made, closings)
    keys.data_key[:] = fresh.data_key
    fresh.forget()
    if not put or cabinet.times_closed() != closings:
        keys.forget()
        raise StoppedError


def clear_old(folder: Path, generation: int) -> None:
    """Remove the old database, which nothing opens any more."""
    generations.clear_others(folder, generation)

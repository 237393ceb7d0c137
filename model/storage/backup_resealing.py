"""A backup put under the new key after a re-key, so that slots taken away no longer open it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import BackupDamagedError
from model.progress import Progress
from model.storage.backup_copy import copy_backup
from model.storage.backup_file import check_backup, checked_database, described, pack
from model.storage.backup_manifest import Manifest
from model.storage.copying import copy_database
from model.storage.database import open_connection, told_as_ours
from model.storage.durable import put_in_place, told_as_cannot_write
from model.storage.key_file import KeyFile
from model.storage.vault import Keys, SlotKind, with_right_try

Admit = Callable[[sqlcipher.Connection], Collection[str]]
_PARTS = 4


def reseal_backup(
    file: Path,
    former: Keys,
    keys: Keys,
    key_file: KeyFile,
    admit: Admit,
    scratch: Path,
    progress: Progress,
) -> Manifest:
    """Encrypt a backup anew and exchange it for the old one, once it was checked like a fresh one.

    Args:
        file: the backup.
        former: the secrets with which it was made.
        keys: the cabinet's secrets of today.
        key_file: the cabinet's slots of today.
        admit: told the backup's database; makes its rows hold the public keys of those who may
            open it from now on, and tells those keys.
        scratch: a folder on this computer, where the work is done.
        progress: told (done, total); what it raises leaves the old backup.

    Returns:
        What the backup says of itself; it keeps its time.

    Raises:
        BackupDamagedError, UnreadableFileError, NewerCabinetError: the old one is not usable.
        CannotWriteError: a place does not let us, or is full.
    """

    def part(number: int) -> Progress:
        return lambda done, total: progress(
            number * 1000 + done * 1000 // max(total, 1), _PARTS * 1000
        )

    fresh, packed = scratch / "fresh.db", scratch / "packed"
    for left in (fresh, packed):
        left.unlink(missing_ok=True)
    with checked_database(file, former, part(0), scratch) as (before, copy), told_as_ours(fresh):
        copy_database(copy, former.data_key, fresh, keys.data_key, part(1))
        copy.unlink()
    slots = _slots(fresh, keys, key_file, admit)
    manifest = described(fresh, keys, slots, before.made_at)
    if manifest.rows != before.rows:
        raise BackupDamagedError(file=str(file), reason="rows")
    with told_as_cannot_write(packed):
        pack(packed, fresh, manifest, slots, part(2))
        fresh.unlink()
    _exchange(packed, file, keys, scratch, part(3))
    return manifest


def _slots(fresh: Path, keys: Keys, key_file: KeyFile, admit: Admit) -> KeyFile:
    """The slots that may open it; its rows know them."""
    with told_as_ours(fresh), closing(open_connection(fresh, keys.data_key)) as opened:
        opened.execute("BEGIN IMMEDIATE")
        admitted = admit(opened)
        opened.execute("COMMIT")
    return replace(
        key_file,
        slots=tuple(
            with_right_try(slot)
            for slot in key_file.slots
            if slot.public_key in admitted or slot.kind is SlotKind.RECOVERY
        ),
        failures=(),
    )


def _exchange(packed: Path, file: Path, keys: Keys, scratch: Path, progress: Progress) -> None:
    if packed.stat().st_dev == file.stat().st_dev:
        check_backup(packed, keys, progress, scratch)
        with told_as_cannot_write(file):
            put_in_place(packed, file)
    else:
        copy_backup(packed, file, keys, progress, scratch)
        packed.unlink()

"""A backup: one file with the encrypted database and the slots that open it years later.

The `.ccb` file is an uncompressed zip (cipher text does not shrink) of `manifest.json`,
`keys.json` with only the managers' and the recovery slot, and `cabinet.db`. The copy is made by
SQLite's online backup between two SQLCipher connections, so nothing lies in clear on the way.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO

import portalocker

from model.errors import (
    BackupDamagedError,
    InExclusiveUseError,
    KeyFileDamagedError,
    UnreadableFileError,
)
from model.progress import Progress, silent
from model.storage.backup_manifest import Manifest
from model.storage.copying import copy_database, fault_of, row_counts
from model.storage.database import open_connection, salt_of, told_as_ours
from model.storage.durable import (
    built_beside,
    put_in_place,
    sync_file,
    told_as_cannot_write,
    write_whole,
)
from model.storage.generations import path_of
from model.storage.key_file import KeyFile
from model.storage.vault import Keys, Slot, SlotKind, with_right_try

SUFFIX = ".ccb"
MANAGER = "manager"
PARTS = ("manifest.json", "keys.json", "cabinet.db")
CHUNK = 1024 * 1024
LARGEST_JSON = 4 * 1024 * 1024


def write_backup(
    folder: Path,
    out: Path,
    keys: Keys,
    now: datetime,
    progress: Progress = silent,
    holders: Collection[str] | None = None,
) -> Manifest:
    """Back a cabinet up while others work in it; the file counts only once it was checked.

    Args:
        folder: the cabinet's folder.
        out: the file to be made; one that is there is replaced only by a checked one.
        keys: the cabinet's secrets.
        now: office wall-clock time.
        progress: told (done, total); what it raises stops the backup and leaves nothing behind.
        holders: public keys, from the people's rows, whose slots go along; None: the managers
            and the recovery slot by the key file's own word.

    Returns:
        What the backup says of itself.

    Raises:
        BackupDamagedError: the finished file did not pass `check_backup`, and was removed.
        CannotWriteError: the place does not let us, or is full.
        InExclusiveUseError: another program is just making the same file.
    """
    steps = _Steps(progress)
    with scratch_beside(out) as scratch:
        copy, packed = scratch / "cabinet.db", scratch / "packed"
        whole = KeyFile.read(folder / "keys.json")
        key_file, source = _without_the_others(whole, holders), path_of(folder, whole.generation)
        with told_as_ours(source):
            copy_database(source, keys.data_key, copy, keys.data_key, steps.part(0))
            manifest = described(copy, keys, key_file, now)
        pack(packed, copy, manifest, key_file, steps.part(1))
        copy.unlink()
        check_backup(packed, keys, steps.part(2), scratch)
        put_in_place(packed, out)
    return manifest


def check_backup(
    file: Path, keys: Keys, progress: Progress = silent, scratch: Path | None = None
) -> Manifest:
    """Open a backup, decrypt it, check its structure and count its rows.

    Args:
        file: the backup.
        keys: from one of the backup's own slots.
        progress: told (done, total) while the file is read.
        scratch: folder for the (encrypted) database meanwhile; by default the system's.

    Raises:
        BackupDamagedError: whatever is wrong with it; `reason` says what.
        NewerCabinetError: a newer program has made it.
    """
    with checked_database(file, keys, progress, scratch) as (manifest, _):
        return manifest


@contextmanager
def checked_database(
    file: Path, keys: Keys, progress: Progress = silent, scratch: Path | None = None
) -> Iterator[tuple[Manifest, Path]]:
    """The database of a backup that has passed `check_backup`, encrypted, until the block ends.

    Args and errors are those of `check_backup`.
    """
    manifest, _ = read_backup(file)
    with tempfile.TemporaryDirectory(dir=scratch, prefix="check-") as place:
        copy = Path(place) / "cabinet.db"
        _extract_database(file, copy, manifest, progress)
        _check_database(copy, keys, manifest, file)
        yield manifest, copy


def read_backup(file: Path) -> tuple[Manifest, KeyFile]:
    """What a backup says of itself, and its slots; the database is not looked at.

    Raises:
        UnreadableFileError: there is no such file, or it may not be read.
        BackupDamagedError: it is no backup, or one of the two is damaged.
        NewerCabinetError: a newer program has made it.
    """
    with _opened(file) as archive:
        try:
            manifest = Manifest.parsed(_small_part(archive, "manifest.json"))
        except (ValueError, TypeError, KeyError, RecursionError, zipfile.BadZipFile) as error:
            raise BackupDamagedError(file=str(file), reason="manifest") from error
        try:
            key_file = KeyFile.parsed(_small_part(archive, "keys.json"), file)
        except (KeyFileDamagedError, zipfile.BadZipFile) as error:
            raise BackupDamagedError(file=str(file), reason="keys") from error
    if (manifest.cabinet_id, manifest.generation) != (key_file.cabinet_id, key_file.generation):
        raise BackupDamagedError(file=str(file), reason="manifest")
    return manifest, key_file


def unpack_backup(file: Path, folder: Path, progress: Progress = silent) -> Manifest:
    """Make a cabinet's folder out of a backup: all of it, or nothing.

    Only the backup's own slots open it. The database is compared with its checksum here;
    `check_backup` says more, and needs the keys.

    Args:
        file: the backup.
        folder: must not exist, or be empty.
        progress: told (done, total); what it raises leaves nothing behind.

    Raises:
        BackupDamagedError: it is no backup, or damaged.
        AlreadyThereError: something is in that folder.
        CannotWriteError: the place does not let us, or is full.
    """
    manifest, key_file = read_backup(file)
    with built_beside(folder) as fresh:
        database_path = path_of(fresh, manifest.generation)
        _extract_database(file, database_path, manifest, progress)
        sync_file(database_path)
        write_whole(fresh / "keys.json", key_file.rendered())
        (fresh / "backups").mkdir()
    return manifest


# --- making ---------------------------------------------------------------------------------


class _Steps:
    """Three parts of the work (copy, pack, check) told as one progress in thousandths."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def part(self, number: int) -> Progress:
        def told(done: int, total: int) -> None:
            self._progress(number * 1000 + done * 1000 // max(total, 1), 3000)

        return told


@contextmanager
def scratch_beside(out: Path) -> Iterator[Path]:
    """A hidden folder beside `out` that no end of the program leaves behind for long.

    Its lock is let go of when its program dies: the next backup to that place clears it away.

    Raises:
        CannotWriteError: the place does not let us.
        InExclusiveUseError: another program is just working on the same file.
    """
    scratch = out.with_name(f".{out.name}.new")
    with told_as_cannot_write(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        for left in (*out.parent.glob(f".*{SUFFIX}.new"), scratch):
            _clear_away(left)
        try:
            scratch.mkdir(mode=0o700)
        except FileExistsError as error:
            raise InExclusiveUseError(path=str(out)) from error
        try:
            with (scratch / "lock").open("ab") as lock:
                portalocker.lock(lock, _ALONE)
                yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


_ALONE = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING


def _clear_away(scratch: Path) -> None:
    if not scratch.is_dir():
        return
    try:
        with (scratch / "lock").open("ab") as lock:
            portalocker.lock(lock, _ALONE)
    except portalocker.AlreadyLocked:
        return
    shutil.rmtree(scratch, ignore_errors=True)


def _without_the_others(key_file: KeyFile, holders: Collection[str] | None) -> KeyFile:
    """Only slots that may open a backup, their tries and the unlogged failures forgotten."""

    def goes_along(slot: Slot) -> bool:
        if holders is not None:
            return slot.public_key in holders
        return slot.kind == SlotKind.RECOVERY or slot.role == MANAGER

    slots = tuple(with_right_try(slot) for slot in key_file.slots if goes_along(slot))
    return replace(key_file, slots=slots, failures=())


def described(copy: Path, keys: Keys, key_file: KeyFile, now: datetime) -> Manifest:
    """What a backup of this database, with these slots, says of itself."""
    with closing(open_connection(copy, keys.data_key)) as opened:
        rows = row_counts(opened)
        migrations = opened.execute("SELECT name FROM schema_migration ORDER BY name").fetchall()
    with copy.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return Manifest(
        made_at=now.replace(microsecond=0),
        cabinet_id=key_file.cabinet_id,
        office=key_file.office,
        generation=key_file.generation,
        migrations=tuple(name for (name,) in migrations),
        rows=rows,
        size=copy.stat().st_size,
        sha256=digest,
    )


def pack(
    packed: Path, copy: Path, manifest: Manifest, key_file: KeyFile, progress: Progress
) -> None:
    """Write a backup's file out of its parts; on the disk when this returns."""
    stamp = manifest.made_at.timetuple()[:6]
    with zipfile.ZipFile(packed, "x", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo("manifest.json", stamp), manifest.rendered())
        archive.writestr(zipfile.ZipInfo("keys.json", stamp), key_file.rendered())
        part = zipfile.ZipInfo("cabinet.db", stamp)
        with copy.open("rb") as content, archive.open(part, "w", force_zip64=True) as into:
            _pour(content, into, packed, manifest.size, progress)
    packed.chmod(0o600)
    sync_file(packed)


# --- reading --------------------------------------------------------------------------------


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, with whatever is wrong with it told as a damaged backup."""
    with told_as_unreadable(file):
        content = file.open("rb")
    _refuse_stranger(file, content)
    try:
        with content, zipfile.ZipFile(content) as archive:
            parts = archive.infolist()
            if sorted(part.filename for part in parts) != sorted(PARTS):
                raise BackupDamagedError(file=str(file), reason="parts")
            if any(part.compress_type != zipfile.ZIP_STORED for part in parts):
                raise BackupDamagedError(file=str(file), reason="parts")
            yield archive
    except _UNREADABLE as error:
        raise BackupDamagedError(file=str(file), reason="unreadable") from error


def _refuse_stranger(file: Path, content: IO[bytes]) -> None:
    """Tell an empty file, another kind of file, and half a backup from one that was changed.

    A zip's list of contents is its end (APPNOTE.TXT §4.3.16): a copy that was broken off lacks it.
    """
    try:
        with told_as_unreadable(file):
            begins = content.read(len(_BEGINNING))
            size = content.seek(0, os.SEEK_END)
            content.seek(max(0, size - _LONGEST_END))
            ends = _END in content.read()
            content.seek(0)
        if not begins:
            raise BackupDamagedError(file=str(file), reason="empty")
        if begins[:2] != _BEGINNING[:2]:
            raise BackupDamagedError(file=str(file), reason="no_backup")
        if not ends:
            raise BackupDamagedError(file=str(file), reason="cut")
    except BaseException:
        content.close()
        raise


_BEGINNING, _END, _LONGEST_END = b"PK\x03\x04", b"PK\x05\x06", 22 + 0xFFFF

# zipfile meets a damaged header with any of these.
_UNREADABLE = (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, OverflowError)


@contextmanager
def told_as_unreadable(file: Path) -> Iterator[None]:
    """Tell what the operating system refuses as `UnreadableFileError`."""
    try:
        yield
    except OSError as error:
        raise UnreadableFileError(file=str(file), reason=error.strerror or str(error)) from error


def _small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(LARGEST_JSON)


def _extract_database(file: Path, copy: Path, manifest: Manifest, progress: Progress) -> None:
    with _opened(file) as archive, archive.open("cabinet.db") as part, copy.open("xb") as into:
        copy.chmod(0o600)
        try:
            digest = _pour(part, into, copy, manifest.size, progress)
        except zipfile.BadZipFile as error:
            raise BackupDamagedError(file=str(file), reason="checksum") from error
    if (copy.stat().st_size, digest) != (manifest.size, manifest.sha256):
        raise BackupDamagedError(file=str(file), reason="checksum")


def _pour(content: IO[bytes], into: IO[bytes], place: Path, size: int, progress: Progress) -> str:
    """Copy in chunks; never more than `size` and a chunk. Returns the SHA-256."""
    digest, done = hashlib.sha256(), 0
    while done <= size and (chunk := content.read(CHUNK)):
        with told_as_cannot_write(place):
            into.write(chunk)
        digest.update(chunk)
        done += len(chunk)
        progress(min(done, size), size)
    return digest.hexdigest()


def _check_database(copy: Path, keys: Keys, manifest: Manifest, file: Path) -> None:
    with copy.open("rb") as content:
        if content.read(16) != salt_of(keys.data_key):
            raise BackupDamagedError(file=str(file), reason="other_key")
    fault = fault_of(copy, keys.data_key, manifest.rows)
    if fault:
        raise BackupDamagedError(file=str(file), reason=fault)

"""A second copy of a finished backup: on a stick, another disk, a network folder.

A finished file may lie on a network share, where a living database may not. Nothing of it is opened
there: what was copied is read back, and checked in a scratch folder on this computer.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from model.progress import Progress
from model.storage.backup_file import CHUNK, SUFFIX, check_backup, told_as_unreadable
from model.storage.durable import put_in_place, sync_file, told_as_cannot_write
from model.storage.vault import Keys

_HALF = ".half"


def copy_backup(file: Path, out: Path, keys: Keys, progress: Progress, scratch: Path) -> None:
    """Copy a backup; the copy takes its name only once it was read back and checked.

    Args:
        file: a sound backup.
        out: where the copy shall lie; its folder must be there, what stands there is replaced.
        keys: of the cabinet.
        progress: told (done, total); what it raises leaves nothing behind.
        scratch: a folder on this computer for the check.

    Raises:
        UnreadableFileError: `file`, or the copy, cannot be read.
        CannotWriteError: the place does not let us, is full, or is gone.
        BackupDamagedError: what arrived is not what was sent.
    """
    with _half_written(out) as half:
        _pour(file, half, lambda done, total: progress(done, 2 * total))
        check_backup(half, keys, lambda done, total: progress(total + done, 2 * total), scratch)
        with told_as_cannot_write(out):
            put_in_place(half, out)


def clear_halves(folder: Path) -> None:
    """Remove what a program that was killed left of its copies; only one program copies at once."""
    with suppress(OSError):
        for left in folder.glob(f".*{SUFFIX}.*{_HALF}"):
            left.unlink()


@contextmanager
def _half_written(out: Path) -> Iterator[Path]:
    """A hidden file beside `out`, gone at the end of the block unless it was renamed."""
    half = out.with_name(f".{out.name}.{secrets.token_hex(4)}{_HALF}")
    try:
        yield half
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _pour(file: Path, half: Path, progress: Progress) -> None:
    with told_as_unreadable(file):
        content = file.open("rb")
    with content, told_as_cannot_write(half), half.open("xb") as into:
        size, done = file.stat().st_size, 0
        while chunk := content.read(CHUNK):
            into.write(chunk)
            done += len(chunk)
            progress(min(done, size), size)
    with told_as_cannot_write(half):
        sync_file(half)

"""Files that are there whole, or not at all, whatever is killed in between."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

from model.errors import AlreadyThereError, CannotWriteError

# On Windows a file that another process is just reading cannot be replaced at that moment.
REPLACE_TRIES = 50
REPLACE_PAUSE = 0.02


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, readable by its owner only; on the disk when this returns.

    Raises:
        CannotWriteError: the folder does not let us; what stood at `path` is unchanged.
    """
    with whole_file(path) as out:
        out.write(content)


@contextmanager
def whole_file(path: Path) -> Iterator[BufferedRandom]:
    """A file beside `path` that takes its name, and is on the disk, when the block ends well.

    It can be read again while it is open, and is readable by its owner only.

    Raises:
        CannotWriteError: the folder does not let us; what stood at `path` is unchanged.
    """
    fresh = path.with_name(path.name + ".new")
    with told_as_cannot_write(path):
        # With O_EXCL nobody can have put a link there beforehand.
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        try:
            with os.fdopen(descriptor, "w+b") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            put_in_place(fresh, path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename a finished file over `path`, and have the folder remember it."""
    for tries_left in reversed(range(REPLACE_TRIES)):
        try:
            fresh.replace(path)
            break
        except PermissionError:
            if os.name != "nt" or not tries_left:
                raise
            time.sleep(REPLACE_PAUSE)
    sync_folder(path.parent)


@contextmanager
def built_beside(folder: Path) -> Iterator[Path]:
    """A hidden folder beside `folder`, which takes its name when the block ends well.

    Raises:
        AlreadyThereError: `folder` is a file, or has something in it.
        CannotWriteError: the folder above does not let us.
    """
    fresh = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")
    with told_as_cannot_write(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyThereError(kind="cabinet", ref=str(folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh.mkdir(mode=0o700)
        try:
            yield fresh
            sync_folder(fresh)
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
            sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise


def sync_file(path: Path) -> None:
    """Have the disk keep what was written to `path`."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in `folder`; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def told_as_cannot_write(path: Path) -> Iterator[None]:
    """Tell what the operating system refuses as `CannotWriteError`."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(path=str(path), reason=error.strerror or str(error)) from error


_BINARY: int = getattr(os, "O_BINARY", 0)

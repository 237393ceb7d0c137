"""Every file that comes into being under some folders, also one that is soon gone again.

Python's own openings are told by `spied/sitecustomize.py`; SQLite and Qt open files of their own,
and only the system tells of those: Linux does. Elsewhere what is left at the end must do. A file is
held open from the moment it is heard of, so that what stood in it can be read when it is gone.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

_CREATED, _MOVED_HERE, _A_FOLDER = 0x100, 0x80, 0x40000000
_HEAD = struct.Struct("iIII")
_AT_ONCE = 1 << 16


@dataclass
class Created:
    """What came into being.

    Attributes:
        paths: all of it, by the names it began with.
        gone: what is there no more, with what stood in it at last.
    """

    paths: set[Path] = field(default_factory=set)
    gone: list[tuple[Path, bytes]] = field(default_factory=list)


class _Watch:
    """Reads what the system tells until it is stopped."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.created = Created()
        self._held: list[tuple[Path, int]] = []
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._told = self._libc.inotify_init1(os.O_CLOEXEC)
        assert self._told >= 0, os.strerror(ctypes.get_errno())
        self._folders: dict[int, Path] = {}
        self._ends = folders[0] / "watched-to-the-end"
        for folder in folders:
            self._look_into(folder)
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Read what was told up to now, and what stood in the files that are gone."""
        self._ends.touch()
        self._thread.join()
        self._ends.unlink()
        os.close(self._told)
        for path, number in self._held:
            with open(number, "rb") as file:  # noqa: PTH123 - it may have no name any more
                if os.fstat(number).st_nlink == 0:
                    self.created.gone.append((path, file.read()))

    def _look_into(self, folder: Path) -> None:
        """Watch a folder; what is in a new one already counts too."""
        number = self._libc.inotify_add_watch(
            self._told, os.fsencode(folder), _CREATED | _MOVED_HERE
        )
        if number < 0:  # gone again
            return
        self._folders[number] = folder
        with suppress(FileNotFoundError):
            for path in folder.iterdir():
                self._note(path)

    def _note(self, path: Path) -> None:
        if path == self._ends:
            return
        if path.is_dir():
            self._look_into(path)
            return
        self.created.paths.add(path)
        with suppress(FileNotFoundError):
            self._held.append((path, os.open(path, os.O_RDONLY)))

    def _read(self) -> None:
        ended = False
        while not ended:
            told = os.read(self._told, _AT_ONCE)
            while told:
                number, mask, _, length = _HEAD.unpack_from(told)
                name = told[_HEAD.size : _HEAD.size + length].rstrip(b"\0")
                told = told[_HEAD.size + length :]
                assert number >= 0, "more was told than was read"
                if name:  # or else the folder itself is gone
                    path = self._folders[number] / os.fsdecode(name)
                    ended |= path == self._ends
                    # A folder that is gone again would look like a file.
                    (self._look_into if mask & _A_FOLDER else self._note)(path)


@contextmanager
def watched(*folders: Path) -> Iterator[Created]:
    """Watch folders with all that is in them; what is yielded is complete after the block."""
    if sys.platform != "linux":
        yield Created()
        return
    watch = _Watch(folders)
    yield watch.created
    watch.stop()

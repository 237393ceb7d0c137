"""Shared and exclusive use of a cabinet by the programs of one PC.

Everybody who works in a cabinet shares it; a migration, a restore or a re-key takes it alone.
The operating system holds the lock, so a killed program lets go of it at once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import portalocker

from model.errors import InExclusiveUseError
from model.storage.durable import told_as_cannot_write

LOCK_NAME = "use.lock"
SHORT_WAIT = 2.0
PAUSE = 0.02


class CabinetUse:
    """This program's hold on one cabinet; nothing is held before `share` or `seize`.

    Args:
        folder: the cabinet's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def share(self, wait: float = SHORT_WAIT) -> None:
        """Work in the cabinet beside others.

        Raises:
            InExclusiveUseError: another program has it alone, and still after `wait` seconds.
            CannotWriteError: the folder is read-only.
        """
        self._take(portalocker.LockFlags.SHARED, wait)

    def seize(self, wait: float = SHORT_WAIT) -> None:
        """Have the cabinet alone; whoever shared it before this call shares it again if refused.

        Between the shared and the exclusive hold another program may have had its turn: look
        again at what is to be changed.

        Raises:
            InExclusiveUseError: another program still works in it after `wait` seconds.
        """
        shared_before = self._file is not None
        self.release()
        try:
            self._take(portalocker.LockFlags.EXCLUSIVE, wait)
        except InExclusiveUseError:
            if shared_before:
                self.share(wait)
            raise

    def release(self) -> None:
        """Let go of the cabinet."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @contextmanager
    def alone(self, wait: float = SHORT_WAIT) -> Iterator[None]:
        """Have the cabinet alone for a while, and share it again afterwards."""
        self.seize(wait)
        try:
            yield
        finally:
            self.release()
            self.share(wait)

    def _take(self, kind: portalocker.LockFlags, wait: float) -> None:
        self.release()
        path = self._folder / LOCK_NAME
        with told_as_cannot_write(path):
            file = path.open("ab")
        until = time.monotonic() + wait
        while not _locked(file, kind):
            if time.monotonic() >= until:
                file.close()
                raise InExclusiveUseError(path=str(self._folder))
            time.sleep(PAUSE)
        self._file = file


def _locked(file: IO[bytes], kind: portalocker.LockFlags) -> bool:
    try:
        portalocker.lock(file, kind | portalocker.LockFlags.NON_BLOCKING)
    except portalocker.AlreadyLocked:
        return False
    return True

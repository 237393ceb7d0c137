"""One command as it was typed: who does it, where, its secrets, its progress."""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from model.command_line.own_process import NEW_PASSWORD, PASSWORD, RECOVERY_CODE
from model.errors import CabinetError, StoppedError
from model.words import Words, mark

if TYPE_CHECKING:
    from model.office.desk import Desk

CABINET, STAFF = "CARD_CABINET", "CARD_CABINET_STAFF"

_REPORT_EVERY_S = 0.1
_NO_SECRET = mark("Command", "There is no terminal to ask at: set {variable}.")
_NO_CABINET = mark("Command", "Which cabinet? Give --cabinet DIR or set CARD_CABINET.")
_NO_STAFF = mark("Command", "Who are you? Give --as STAFF or set CARD_CABINET_STAFF.")
_NO_LINE = mark("Command", "There is no terminal to ask at, and no line to read.")
_DIFFER = mark("Command", "The two entries differ.")
_PASSWORD_OF = mark("Command", "Password of {name}")
_NEW_PASSWORD = mark("Command", "New password")
_CODE = mark("Command", "Recovery code")
_ONCE_MORE = mark("Command", "{prompt} once more")


class UsageError(Exception):
    """A command that cannot be understood, with the sentence about it."""


@dataclass
class Call:
    """One command as it was typed.

    Attributes:
        args: the parsed arguments.
        words: the reader's language.
        language: its name, `zh` or `en`.
        now: office wall-clock time.
        secrets: what the environment held, by the names of its variables.
        password: what opened the desk.
        stopped: Ctrl+C was pressed.
    """

    args: argparse.Namespace
    words: Words
    language: str
    now: datetime
    secrets: Mapping[str, str]
    password: str = ""
    stopped: bool = False
    _desk: Desk | None = None
    _told_at: float = 0.0

    @property
    def desk(self) -> Desk:
        """Who does it.

        Raises:
            UsageError: the command has no desk.
        """
        if self._desk is None:
            raise UsageError(self.words("Command", _NO_STAFF))
        return self._desk

    # --- what was named ---------------------------------------------------------------------

    def cabinet(self) -> Path:
        """The folder of the cabinet.

        Raises:
            UsageError: none was named.
        """
        named = getattr(self.args, "cabinet", "") or os.environ.get(CABINET, "")
        if not named:
            raise UsageError(self.words("Command", _NO_CABINET))
        return Path(named)

    def staff(self) -> str:
        """Name or number of the person.

        Raises:
            UsageError: nobody was named.
        """
        named = self.staff_if_named()
        if not named:
            raise UsageError(self.words("Command", _NO_STAFF))
        return named

    def staff_if_named(self) -> str:
        """Name or number of the person, or the empty string."""
        return str(getattr(self.args, "staff", "") or os.environ.get(STAFF, ""))

    # --- secrets: from the environment or the terminal, never from the command line ----------

    def password_of(self, name: str, *, twice: bool = False) -> str:
        """A person's password."""
        prompt = self.words("Command", _PASSWORD_OF).format(name=name)
        return self._secret(PASSWORD, prompt, twice=twice)

    def new_password(self) -> str:
        """A password that somebody chooses now."""
        return self._secret(NEW_PASSWORD, self.words("Command", _NEW_PASSWORD), twice=True)

    def recovery_code(self) -> str:
        """The code on paper."""
        return self._secret(RECOVERY_CODE, self.words("Command", _CODE))

    def code_typed_back(self) -> str:
        """A code that was just shown, from the terminal or, for a program, a line of its input.

        Raises:
            UsageError: the input has ended.
        """
        if sys.stdin.isatty():
            return getpass.getpass(f"{self.words('Command', _CODE)}: ")
        typed = sys.stdin.readline()
        if not typed:
            raise UsageError(self.words("Command", _NO_LINE))
        return typed.strip()

    def _secret(self, variable: str, prompt: str, *, twice: bool = False) -> str:
        """What the environment holds, or what is typed.

        Raises:
            UsageError: there is neither; or two entries differ.
        """
        if variable in self.secrets:
            return self.secrets[variable]
        if not sys.stdin.isatty():
            raise UsageError(self.words("Command", _NO_SECRET).format(variable=variable))
        typed = getpass.getpass(f"{prompt}: ")
        again = self.words("Command", _ONCE_MORE).format(prompt=prompt)
        if twice and typed != getpass.getpass(f"{again}: "):
            raise UsageError(self.words("Command", _DIFFER))
        return typed

    # --- telling ----------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A message for people, on standard error."""
        sys.stderr.write(f"{text}\n")

    def report(self, done: int, total: int) -> None:
        """Progress on a terminal; the place where Ctrl+C ends long work and undoes it.

        Raises:
            StoppedError: Ctrl+C was pressed.
        """
        if self.stopped:
            raise StoppedError
        waited = time.monotonic() - self._told_at
        if sys.stderr.isatty() and (done >= total or waited >= _REPORT_EVERY_S):
            self._told_at = time.monotonic()
            percent = 100 * done // max(total, 1)
            sys.stderr.write("\r     \r" if done >= total else f"\r{percent:3d} %")
            sys.stderr.flush()

    @contextmanager
    def stoppable(self) -> Iterator[None]:
        """Until the end of the block the first Ctrl+C only asks: an act is done whole or undone.

        The second one interrupts as usual.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        usual = signal.getsignal(signal.SIGINT)

        def ask(number: int, frame: FrameType | None) -> None:
            self.stopped = True
            signal.signal(signal.SIGINT, usual)

        signal.signal(signal.SIGINT, ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, usual)

    @contextmanager
    def at_desk(self) -> Iterator[None]:
        """Log in, and lock at the end of the block whatever happens in it."""
        from model.office.log_in import lock_screen, log_in

        name = self.staff()
        cabinet = self.cabinet()
        self.password = self.password_of(name)
        desk = log_in(cabinet, name, self.password, self.now)
        self._desk = desk
        try:
            yield
        finally:
            # The keys are forgotten in any case; what went wrong before is the news.
            with suppress(CabinetError):
                lock_screen(desk, self.now)

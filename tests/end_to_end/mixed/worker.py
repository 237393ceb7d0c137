"""A nest of processes that do everything in any order, until they are killed.

It reads one JSON line for each process: `cabinet`, `seed`, `start`, `number` of the last act,
`password` of the person whose password changes, and `moments`: how many things reach the disk
before the process kills itself; 0: it is killed from outside. Everything is imported once; each
process is a fork of this one. It tells `pid`, then what `killing.py` reads, and `gone` at its end.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from model.office import log_in
from model.office.desk import Desk
from model.storage import key_file
from tests.end_to_end.mixed.acts import ACTS
from tests.end_to_end.mixed.jobs import Job
from tests.end_to_end.mixed.office import CHANGING, PASSWORD
from tests.faulty_disk import FaultyDisk

ON_DISK = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"})


def tell(**facts: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Trap(FaultyDisk):
    """Kills this process just before one of the things that its acts do to the disk.

    Counted, while it is armed, are SQLite's writes, syncs, cuts and deletions, and files that are
    opened for writing, renamed or removed.
    """

    def __init__(self, moments: int) -> None:
        super().__init__()
        self.left = moments
        self.armed = False
        sys.addaudithook(self._heard)

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        if event in ON_DISK or (event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR)):
            self._verdict()

    def _verdict(self) -> int:
        self.left -= self.armed
        if self.armed and self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


class Worker:
    """Everybody of the office at one computer."""

    def __init__(self, told: dict[str, Any], trap: Trap) -> None:
        self.trap = trap
        self.cabinet = Path(told["cabinet"])
        self.random = Random(told["seed"])
        self.now = datetime.fromisoformat(told["start"])
        self.number: int = told["number"]
        self.password: str = told["password"]
        self.desks: dict[str, Desk] = {}

    def sit(self, name: str) -> Desk:
        """A desk by name; it stays until somebody leaves."""
        if name not in self.desks:
            password = self.password if name == CHANGING else PASSWORD
            self.desks[name] = log_in.log_in(self.cabinet, name, password, self.now)
        return self.desks[name]

    def work(self) -> None:
        """Act after act."""
        while True:
            self.one_act()

    def one_act(self) -> None:
        """Do one act at random, telling before and after."""
        self.number += 1
        self.now += timedelta(seconds=1)
        name, job = self._some_job()
        facts = {"number": self.number, "act": name, **job.facts}
        tell(begin=facts)
        began = perf_counter()
        self.trap.armed = True
        found = job.do()
        self.trap.armed = False
        tell(done={**facts, **(found or {})}, seconds=perf_counter() - began)

    def _some_job(self) -> tuple[str, Job]:
        while True:
            prepare: Callable[[Worker], Job | None] = self.random.choice(ACTS)
            job = prepare(self)
            if job is not None:
                return prepare.__name__, job


def work(told: dict[str, Any]) -> None:
    """Act after act, until the kill."""
    tell(pid=os.getpid())
    trap = Trap(told["moments"])
    worker = Worker(told, trap)
    if told["moments"]:
        with trap.in_use():
            worker.work()
    worker.work()


def main() -> None:
    """Fork a worker for every line."""
    # Nobody waits in earnest: the office's clock alone tells the time.
    key_file.since_boot = lambda: None
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(json.loads(line))
        _, status = os.waitpid(child, 0)
        tell(gone=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()

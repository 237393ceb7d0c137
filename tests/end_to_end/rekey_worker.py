"""A process that hires, dismisses and saves until it is killed: `CABINET SEED START FIRST`.

With a fourth word before the last, `STEP`, it dismisses one person and kills itself at that step:
a function of `model.storage.rekeying` or of the re-sealing, `before` or `after` it.
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

from model.cards.cards import edit_card, read_card
from model.office import log_in, people
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import Person, PersonState
from model.storage import backup_resealing, key_file, rekeying
from model.upkeep.dismissal import dismiss

MANAGER, PASSWORD = "王芳", "office-password"
STEPS: dict[str, Any] = {
    "begin": rekeying, "copy": rekeying, "check": rekeying, "finish": rekeying,
    "commit": rekeying, "write_whole": key_file, "connect_new": rekeying, "clear_old": rekeying,
    "reseal_backup": backup_resealing, "pack": backup_resealing, "put_in_place": backup_resealing,
}  # fmt: skip
"""Where each function stands that a kill lands before or after."""


def tell(**facts: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Worker:
    """The manager at his desk."""

    def __init__(self, cabinet: Path, random: Random, now: datetime, number: int) -> None:
        self.random, self.now, self.number = random, now, number
        self.desk: Desk = log_in.log_in(cabinet, MANAGER, PASSWORD, now)

    def one_act(self) -> None:
        """Do one act at random, telling before and after."""
        self.number += 1
        self.now += timedelta(seconds=2)
        act = self.random.choice((self.save, *(self.leave,) * 8)) if self.hired() else self.hire
        facts = {"number": self.number, "act": act.__name__}
        tell(begin=facts)
        began = perf_counter()
        name = act()
        tell(done={**facts, "name": name}, seconds=perf_counter() - began)

    def hired(self) -> list[tuple[int, str]]:
        """Who can be dismissed: everybody who came after the first three."""
        here = Person.select().where(Person.staff_no > 3, Person.state != PersonState.GONE)
        return [(person.staff_no, person.name) for person in here]

    def save(self) -> str:
        """Change one card; the mark can be found in its history."""
        version = read_card(self.desk, "Q00001", self.now).version
        edit_card(self.desk, "Q00001", version, {"likes": f"mark-{self.number}"}, self.now)
        return f"mark-{self.number}"

    def hire(self) -> str:
        """Some new people, named after the act."""
        names = [f"新人{self.number}之{one}" for one in range(6)]
        for name in names:
            people.add_person(self.desk, name, Role.CLERK, "", PASSWORD, self.now)
        return names[-1]

    def leave(self) -> str:
        """Somebody is dismissed."""
        staff_no, name = self.random.choice(self.hired())
        dismiss(self.desk, staff_no, "离职", self.now)
        return name


def kill_at(step: str) -> None:
    """Have this process kill itself at `before NAME` or `after NAME`."""
    when, name = step.split()
    module = STEPS[name]
    real: Callable[..., Any] = getattr(module, name)

    def killing(*args: Any, **options: Any) -> Any:
        if when == "after":
            real(*args, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, killing)
    if name == "reseal_backup":
        from model.upkeep import resealing

        resealing.reseal_backup = killing


def main() -> None:
    """Work for ever, or until the step."""
    cabinet, seed, start, *step, first = sys.argv[1:]
    worker = Worker(Path(cabinet), Random(int(seed)), datetime.fromisoformat(start), int(first))
    if step:
        kill_at(step[0])
        dismiss(worker.desk, 4, "离职", worker.now)
        return
    tell(ready=True)
    while True:
        worker.one_act()


if __name__ == "__main__":
    main()

"""A process that saves, imports and logs in until it is killed: `CABINET SEED START FIRST`.

Each act is told before it begins and after it is durable, so that whoever kills the process
knows what must be there afterwards, and whether the kill landed inside an act.
"""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from model.cards.cards import edit_card, read_card
from model.errors import WrongPasswordError
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import day, log_in
from model.office.desk import Desk

KEEPER, PASSWORD = "李娜", "office-password"


def tell(**facts: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Worker:
    """The keeper at her desk."""

    def __init__(self, cabinet: Path, random: Random, now: datetime, number: int) -> None:
        self.cabinet, self.random, self.now, self.number = cabinet, random, now, number
        self.desk: Desk = log_in.log_in(cabinet, KEEPER, PASSWORD, now)
        if not day.day_state(self.desk, now).is_open:
            opening.open_cabinet(self.desk, now)

    def one_act(self) -> None:
        """Do one act at random, telling before and after."""
        self.number += 1
        self.now += timedelta(seconds=2)
        act = self.random.choice((self.save, self.save, self.bring_in, self.enter))
        facts = {"number": self.number, "act": act.__name__}
        tell(begin=facts)
        began = perf_counter()
        act()
        tell(done=facts, seconds=perf_counter() - began)

    def save(self) -> None:
        """Change one card; the mark can be found in its history."""
        ref = f"Q{self.random.randrange(1, 9):05d}"
        version = read_card(self.desk, ref, self.now).version
        edit_card(self.desk, ref, version, {"likes": f"mark-{self.number}"}, self.now)

    def bring_in(self) -> None:
        """Import eight customers named after the act."""
        file = self.cabinet.parent / "list.csv"
        rows = "".join(f"批次{self.number}公司{row}号,李明,武侯\n" for row in range(8))
        file.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
        import_cards(self.desk, file, ImportOptions(), self.now)

    def enter(self) -> None:
        """Leave the desk and come back, sometimes with a slip of the finger first."""
        log_in.lock_screen(self.desk, self.now)
        if self.random.random() < 0.3:
            try:
                log_in.log_in(self.cabinet, KEEPER, "wrong-password", self.now)
            except WrongPasswordError:
                self.now += timedelta(seconds=1)
        self.desk = log_in.log_in(self.cabinet, KEEPER, PASSWORD, self.now, f"act-{self.number}")


def main() -> None:
    """Work for ever."""
    cabinet, seed, start, first = sys.argv[1:]
    worker = Worker(Path(cabinet), Random(int(seed)), datetime.fromisoformat(start), int(first))
    tell(ready=True)
    while True:
        worker.one_act()


if __name__ == "__main__":
    main()

"""A process at the counter until it is killed: `CABINET SEED START FIRST`.

It hands cards out, takes them back with their visit records, and prints. Each act is told before
it begins and after it is durable, with everything that must be found afterwards.
"""

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from model.loans import board, checkouts, papers, registers, returns
from model.office import log_in
from model.office.desk import Desk
from model.rounds.visits import VisitEntry
from model.words import words_in
from printing.making import print_to_file
from printing.packet import write_packet, write_register

KEEPER, PASSWORD, REPS = "李娜", "office-password", ("李明", "周涛", "陈静")


def tell(**facts: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Counter:
    """The keeper at her desk."""

    def __init__(self, cabinet: Path, random: Random, now: datetime, number: int) -> None:
        self.cabinet, self.random, self.now, self.number = cabinet, random, now, number
        self.words = words_in("zh")
        self.desk: Desk = log_in.log_in(cabinet, KEEPER, PASSWORD, now)

    def one_act(self) -> None:
        """Do one act at random, telling before and after."""
        self.number += 1
        self.now += timedelta(seconds=2)
        rep = self.random.choice(REPS)
        act = self.print_one if self.random.random() < 0.3 else self.take_back
        cards = [card.card_no for card in board.rep_day(self.desk, rep, self.now).away]
        if act == self.take_back and not cards:
            act, cards = self.hand_out, self._some_of_plan(rep)
        facts = {"number": self.number, "act": act.__name__, "rep": rep, "cards": cards}
        tell(begin=facts)
        began = perf_counter()
        found = act(rep, cards)
        tell(done={**facts, **found}, seconds=perf_counter() - began)

    def _some_of_plan(self, rep: str) -> list[str]:
        plan = board.rep_day(self.desk, rep, self.now).plan
        assert plan is not None
        lines = [line.card_no for line in plan.open_lines]
        return sorted(self.random.sample(lines, self.random.randint(1, len(lines))))

    def hand_out(self, rep: str, cards: list[str]) -> dict[str, Any]:
        """Some cards of the rep's plan."""
        out = checkouts.check_out(self.desk, rep, self.now, card_nos=cards, read=True)
        return {"loans": [one.loan_no for one in out]}

    def take_back(self, rep: str, cards: list[str]) -> dict[str, Any]:
        """Everything that the rep holds, each with a record that names the act."""
        record = VisitEntry("", "", self.now.date(), {"visited": f"mark-{self.number}"})
        brought = [returns.Return(card, "visited", record) for card in cards]
        home = returns.take_back(self.desk, rep, brought, self.now)
        return {"loans": [one.loan_no for one in home]}

    def print_one(self, rep: str, cards: list[str]) -> dict[str, Any]:
        """The rep's packet, or the register of the day."""
        del cards
        file = self.cabinet.parent / "prints" / f"{self.number}.pdf"
        if self.random.random() < 0.5:
            packets = papers.packets(self.desk, self.now.date(), self.now, reps=[rep])
            made = print_to_file(
                self.desk, file, "packet", packets[0].sheet.plan.plan_no,
                lambda stamp, out: write_packet(packets, stamp, out, self.words), self.now,
            )  # fmt: skip
        else:
            register = registers.loan_register(self.desk, self.now.date(), self.now)
            made = print_to_file(
                self.desk, file, "register", str(register.day),
                lambda stamp, out: write_register(register, stamp, out, self.words), self.now,
            )  # fmt: skip
        return {"print_no": made.print_no, "file": file.name}


def main() -> None:
    """Work for ever."""
    cabinet, seed, start, first = sys.argv[1:]
    counter = Counter(Path(cabinet), Random(int(seed)), datetime.fromisoformat(start), int(first))
    while True:
        counter.one_act()


if __name__ == "__main__":
    main()

"""The check of everything: encryption, structure, the log, and what must always hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from model.cards import invariants as of_cards
from model.cards.tables import CustodyState, CustomerCard
from model.loans import invariants as of_loans
from model.office import audit, log_check
from model.office import invariants as of_office
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import AuditLine, Person
from model.progress import Progress, silent
from model.rounds import invariants as of_rounds
from model.storage import soundness
from model.storage.database import reading, writing
from model.storage.soundness import Fault


@dataclass(frozen=True)
class Report:
    """What the check found.

    Attributes:
        faults: (code, facts); empty when all is well.
        log_head: number and start of the hash of the log's last line, as printed on paper.
        counts: how much was looked at: cards, drafts, people, log lines.
    """

    faults: tuple[Fault, ...]
    log_head: str
    counts: dict[str, int]


@act(Right.VERIFY)
def verify(desk: Desk, paper: str, now: datetime, progress: Progress = silent) -> Report:
    """Look for every fault that can be found with the keys in hand.

    Args:
        desk: a clerk or the manager.
        paper: a log head copied from an older register, or the empty string.
        now: office wall-clock time.
        progress: told (done, total); what it raises stops the check.

    Raises:
        DatabaseDamagedError: so much is damaged that the rest cannot be read.
    """
    audit.flush(desk)
    with reading():
        found = tuple(look(desk.keys.log_key, paper, progress))
        counts = _counts()
    # What is damaged must not be written to; any other cabinet remembers that it was checked.
    if not any(code in _DAMAGE for code, _ in found):
        with writing():
            audit.log(desk, audit.Event.VERIFY, now, kind="cabinet", after={"faults": len(found)})
    return Report(found, audit.log_head(), counts)


_DAMAGE = frozenset({"cipher", "integrity"})


def look(
    log_key: bytes | bytearray, paper: str = "", progress: Progress = silent
) -> Iterator[Fault]:
    """Every fault of the connected cabinet, inside the caller's reading transaction.

    Args:
        log_key: the log's own secret.
        paper: a log head copied from paper, or the empty string.
        progress: told (done, total).
    """
    steps: dict[str, Callable[[], Iterator[Fault]]] = {
        "pages": soundness.damaged_pages,
        "structure": soundness.broken_structure,
        "references": soundness.broken_references,
        "schema": soundness.changed_schema,
        "log": lambda: log_check.faults(log_key, paper),
        "office": of_office.faults,
        "cards": of_cards.faults,
        "plans": of_rounds.faults,
        "loans": of_loans.faults,
    }
    for number, (part, step) in enumerate(steps.items()):
        progress(number, len(steps))
        found = list(_of_one_step(part, step))
        yield from found
        if any(code == "cipher" for code, _ in found):
            break
    progress(len(steps), len(steps))


def _of_one_step(part: str, step: Callable[[], Iterator[Fault]]) -> Iterator[Fault]:
    """One step's faults; values that no program of ours can have written are one, too."""
    try:
        yield from step()
    except (ValueError, TypeError, KeyError):
        yield "unreadable", {"part": part}


def _counts() -> dict[str, int]:
    drafts = CustomerCard.select().where(CustomerCard.custody_state == CustodyState.DRAFT).count()
    return {
        "cards": CustomerCard.select().count() - drafts,
        "drafts": drafts,
        "people": Person.select().count(),
        "log_lines": AuditLine.select().count(),
    }

"""What must hold of every card after whatever was done, and what a refused act may not touch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from model.cards import invariants as of_cards
from model.cards.contents import contents_of
from model.cards.replay import RevisionLine, replay, snapshot_of, told_only
from model.cards.tables import CustomerCard, Revision
from model.loans import invariants as of_loans
from model.office import invariants as of_office
from model.office import log_check
from model.office.desk import Desk
from model.rounds import invariants as of_rounds
from model.storage import soundness
from model.storage.database import database


def tables() -> list[str]:
    """Names of all tables."""
    found = database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found.fetchall()]


def everything() -> Iterator[tuple[Any, ...]]:
    """Every row of every table, as the engine keeps it."""
    for name in tables():
        yield from database.execute_sql(f"SELECT '{name}', * FROM {name}").fetchall()


def fingerprint() -> int:
    """Of everything, the log too."""
    return hash(tuple(everything()))


def holding(texts: set[str]) -> set[str]:
    """Those of the texts that stand anywhere in the cabinet."""
    whole = "\n".join(map(repr, everything()))
    return {text for text in texts if text in whole}


def compare_histories() -> None:
    """Each card's history, played back, is the card; its versions rise."""
    for card in CustomerCard.select():
        contents = contents_of(card)
        lines = list(Revision.select().where(Revision.card == card.id).order_by(Revision.id))
        told = [RevisionLine(line.version, line.field, line.new_value) for line in lines]
        assert told_only(contents.kind, replay(told)) == snapshot_of(contents)
        versions = [line.version for line in lines]
        assert versions == sorted(versions)
        assert versions[-1] <= card.version


def faults(desk: Desk) -> set[str]:
    """Everything that `verify` would tell, but of pages that are not yet on the disk."""
    found: Iterator[Any]
    told: set[str] = set()
    for found in (
        *(soundness.broken_references(), log_check.faults(desk.keys.log_key, "")),
        *(of_office.faults(), of_cards.faults(), of_rounds.faults(), of_loans.faults()),
    ):
        told |= {json.dumps(fault, default=str, ensure_ascii=False) for fault in found}
    return told

"""What must always hold of merged cards; `verify` walks it with the loans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from peewee import Value

from model.cards.tables import CardMerge, CustodyState, CustomerCard
from model.loans.merge_tables import HANDLED, HISTORY
from model.office.invariants import Fault, last_given
from model.rounds.tables import PlanLine
from model.storage.rows import rows_of

_GONE = CustomerCard.alias()


class _Merge(NamedTuple):
    """The columns of a merge that the rules are about."""

    merge_no: str
    stands: bool
    kept_id: int
    gone_id: int
    gone_no: str
    gone_state: str


def faults(logged: Mapping[str, bool]) -> Iterator[Fault]:
    """Every merge that contradicts its cards, the log, or the numbers given out.

    Args:
        logged: number of each merge in the log -> whether it still stands there.

    Yields:
        (code, facts) as `model.sentences` words them; cards are named by their numbers only.
    """
    merges = _merges()
    yield from _in_log({merge.merge_no: merge.stands for merge in merges}, logged)
    standing = [merge for merge in merges if merge.stands]
    times = Counter(merge.gone_id for merge in standing)
    for merge in standing:
        if merge.gone_state != CustodyState.VOID or times[merge.gone_id] > 1:
            yield "merge_state", {"ref": merge.merge_no, "card_no": merge.gone_no}
    yield from _left_behind(standing)


def _merges() -> list[_Merge]:
    query = (
        CardMerge.select(
            *(CardMerge.merge_no, CardMerge.undone_at.is_null(), CardMerge.kept, CardMerge.gone),
            *(_GONE.card_no, _GONE.custody_state),
        )
        .join(_GONE, on=(CardMerge.gone == _GONE.id))
        .order_by(CardMerge.id)
    )
    return [_Merge(*row) for row in rows_of(query)]


def _in_log(here: Mapping[str, bool], logged: Mapping[str, bool]) -> Iterator[Fault]:
    """Each merge was made, and undone, by an act in the log; none has gone."""
    for merge_no in sorted(here.keys() | logged.keys()):
        if merge_no not in here:
            yield "merge_gone", {"ref": merge_no}
        elif logged.get(merge_no) != bool(here[merge_no]):
            yield "merge_not_in_log", {"ref": merge_no}
    highest = max((int(number[2:]) for number in here if number[2:].isdigit()), default=0)
    if highest > last_given("merge"):
        yield "counter_behind", {"series": "merge", "last": last_given("merge")}


def _left_behind(standing: list[_Merge]) -> Iterator[Fault]:
    """Nothing hangs on a card that went into another, but its history.

    A plan that had both cards keeps the line of the one that went.
    """
    by_id = {merge.gone_id: merge for merge in standing}
    left: set[tuple[str, str]] = set()
    for key in sorted(HANDLED - HISTORY, key=lambda key: str(key.model._meta.table_name)):
        for card_id, plan in rows_of(_rows(key, list(by_id))):
            if plan is None or not _is_on_plan(by_id[card_id].kept_id, plan, by_id):
                left.add((by_id[card_id].gone_no, key.model._meta.table_name))
    for ref, table in sorted(left):
        yield "merged_card_not_empty", {"ref": ref, "table": table}


def _rows(key: Any, cards: list[int]) -> Any:
    """(card, plan) of the rows on these cards; only lines have a plan."""
    plan = PlanLine.plan if key.model is PlanLine else Value(None)
    return key.model.select(key, plan).where(key.in_(cards))


def _is_on_plan(card_id: int, plan: int, by_id: Mapping[int, _Merge]) -> bool:
    """Whether a plan has a line of a card, or of one that it went into."""
    while True:
        if PlanLine.select().where((PlanLine.card == card_id) & (PlanLine.plan == plan)).exists():
            return True
        if card_id not in by_id:
            return False
        card_id = by_id[card_id].kept_id

"""Merges as window, paper and command line show them: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from model.cards.tables import CustodyState
from model.loans.merge_rules import MergeField


@dataclass(frozen=True)
class CardSide:
    """One of two cards that are compared.

    Attributes:
        ref: its number.
        name: the customer.
        rep: who keeps the customer.
        district: where he is.
        state: custody state now.
        version: of the card as it was compared.
        created_on: when the card was opened.
        last_visit_on: day of the last visit.
        counts: how many rows hang on it, by the names of `merge_tables.COUNTED`.
    """

    ref: str
    name: str
    rep: str
    district: str
    state: CustodyState
    version: int
    created_on: date | None
    last_visit_on: date | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class MergeView:
    """Two cards side by side, the older one as the one that is kept.

    Attributes:
        kept: the card with the older number.
        gone: the other.
        fields: every fact that stands on either, in the order of the card; rows that both have
            are compared column by column, the others are added without being asked for.
        suggested: paths where only the card that goes says something.
        added: how many rows of each table would be added.
        refused: the state for which it must wait (`out`, `reserved`, …); empty if it may be done.
        refused_ref: the card that is in this state.
    """

    kept: CardSide
    gone: CardSide
    fields: tuple[MergeField, ...]
    suggested: frozenset[str]
    added: Mapping[str, int]
    refused: str = ""
    refused_ref: str = ""


@dataclass(frozen=True)
class Merged:
    """What a merge, or its undoing, did: its number, and both cards."""

    merge_no: str
    kept_no: str
    gone_no: str


@dataclass(frozen=True)
class MergeRow:
    """One merge in the list; `undone_at` is None as long as it stands."""

    merge_no: str
    kept_no: str
    gone_no: str
    merged_at: datetime
    merged_by: str
    reason: str
    undone_at: datetime | None
    undone_by: str

"""What an export is asked for: which cards, which columns, for whom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from model.cards.characters import one_line
from model.cards.custody import card_of, ref_of
from model.cards.entering import LONGEST_REASON
from model.cards.listing import CardRow, list_cards
from model.cards.tables import CustodyState
from model.errors import BadInputError, NotAllowedError, Problem, WrongStateError
from model.exchange.export_filters import FILTERS, filter_of
from model.loans.copy_terms import Terms
from model.office.desk import Desk
from model.office.rights import RIGHTS, Right

_NO_FILE_OF = frozenset({CustodyState.DRAFT.value, CustodyState.VOID.value})


@dataclass(frozen=True)
class Wanted:
    """Which cards: those of some numbers, or those that a filter leaves.

    Attributes:
        card_nos: numbers, in order; empty when a filter says it.
        filter: key -> value, all of which a card must have; empty for every card.
    """

    card_nos: tuple[str, ...] = ()
    filter: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Order:
    """An export before anything of it was made.

    Attributes:
        wanted: which cards.
        fields: names of columns or presets (`export_columns`).
        terms: who gets the file, what for, and how it ends.
    """

    wanted: Wanted
    fields: tuple[str, ...]
    terms: Terms


def chosen_rows(desk: Desk, wanted: Wanted, now: datetime) -> list[CardRow]:
    """The filed cards that are wanted and that this desk may list, in their order.

    Raises:
        BadInputError: a filter that is none, or nothing is left.
        NotFoundError, NotAllowedError, WrongStateError: a number that is no filed card of his.
    """
    rows = [row for row in list_cards(desk, now) if row.state not in _NO_FILE_OF]
    if wanted.card_nos:
        return _numbered(rows, wanted.card_nos, desk)
    for name, value in filter_of(f"{name}={value}" for name, value in wanted.filter):
        keep = FILTERS[name]
        rows = [row for row in rows if keep(row, value)]
    if not rows:
        raise BadInputError([Problem("filter", "no_cards_left")])
    return rows


def _numbered(rows: Sequence[CardRow], card_nos: Sequence[str], desk: Desk) -> list[CardRow]:
    known = {row.ref: row for row in rows}
    wanted = list(dict.fromkeys(card_no.strip().upper() for card_no in card_nos))
    for card_no in wanted:
        if card_no not in known:
            card = card_of(card_no)
            if card.custody_state in _NO_FILE_OF:
                raise WrongStateError(ref=ref_of(card), state=card.custody_state)
            right = Right.PRINT_CARD
            raise NotAllowedError(
                act=right.value, role=desk.person.role.value, may=RIGHTS[right].direct
            )
    return [known[card_no] for card_no in wanted]


def facts_of(order: Order, columns: Sequence[str]) -> dict[str, str]:
    """What an approval must name so that it is good for this export and no other.

    Args:
        order: the export.
        columns: names of its columns.
    """
    wanted = order.wanted
    exact = [order.terms.receiver, sorted(columns), sorted(wanted.filter), _numbers(wanted)]
    digest = hashlib.sha256(json.dumps(exact, ensure_ascii=False).encode()).hexdigest()
    said = {
        "receiver": order.terms.receiver,
        "fields": ", ".join(order.fields if len(order.fields) == 1 else columns),
        "filter": _told(wanted),
        "digest": digest,
    }
    return {name: _in_short(text) for name, text in said.items()}


def filter_logged(wanted: Wanted) -> str:
    """How the cards were chosen, for the log, which holds nothing that was searched for."""
    hidden = tuple((name, "…" if name == "text" else value) for name, value in wanted.filter)
    return _in_short(_told(replace(wanted, filter=hidden)))


def _told(wanted: Wanted) -> str:
    """How the cards are chosen, for a person."""
    cards = _numbers(wanted)
    if cards:
        return f"{len(cards)}: {', '.join(cards)}"
    return " ".join(f"{name}={value}" for name, value in sorted(wanted.filter)) or "*"


def _numbers(wanted: Wanted) -> list[str]:
    return sorted({number.strip().upper() for number in wanted.card_nos})


def _in_short(text: str) -> str:
    """A fact in one line; the digest beside it holds it whole."""
    line = one_line(text)
    return line if len(line) <= LONGEST_REASON else f"{line[: LONGEST_REASON - 1]}…"

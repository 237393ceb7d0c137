"""When the facts of the sample's cards were last verified: in time on cards that are kept well.

Its dice are its own, so that it changes no other fact of the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from peewee import chunked

from model.cards.definition import FRESH_DAYS, Fresh
from model.cards.tables import CustomerCard, Verification
from model.storage.rows import rows_of
from model.upkeep.sample_trade import Told
from model.upkeep.sample_year import Year

_BATCH = 500
_LATEST_AT = 0.75
"""The part of its period after which a group of a card of middling care is usually verified."""


def verify_sample(told: Sequence[Told], seed: int, year: Year) -> None:
    """Note when each group was last verified, inside the caller's transaction.

    Args:
        told: how each customer stands, by key of the card.
        seed: the same seed gives the same days.
        year: nothing was verified before it began, nor after it ended.
    """
    random = Random(f"verified {seed}")
    query = CustomerCard.select(CustomerCard.id).order_by(CustomerCard.id)
    ids = [id_ for (id_,) in rows_of(query)]
    founded, rows = year.founded.date(), []
    for id_, one in zip(ids, told, strict=True):
        for group in Fresh:
            on = _day(random, group, one.standing.care, year)
            if on > founded:  # a group without a line is as old as its card
                rows.append((id_, group.value, on))
    columns = (Verification.card, Verification.fact_group, Verification.verified_on)
    for batch in chunked(rows, _BATCH):
        Verification.insert_many(list(batch), fields=columns).execute()


def _day(random: Random, group: Fresh, care: float, year: Year) -> date:
    """A day as long ago as the card is kept badly, but within the year."""
    usual = FRESH_DAYS[group] * _LATEST_AT / max(care, 0.3)
    ago = round(random.triangular(0, usual * 2, usual / 2))
    return max(year.founded.date(), year.known_on - timedelta(days=ago))

"""Where a void card went that was merged into another (并卡, domain.md §5.8 E14)."""

from __future__ import annotations

from model.cards.tables import CardMerge, CustomerCard
from model.storage.prepared import Prepared

_INTO = Prepared(
    lambda hole: (
        CardMerge.select(CardMerge.kept, CustomerCard.card_no)
        .join(CustomerCard, on=(CardMerge.kept == CustomerCard.id))
        .where((CardMerge.gone == hole) & CardMerge.undone_at.is_null())
    )
)


def merged_into(card_id: int) -> str:
    """Number of the card that a void one lives on in; empty for any other card.

    The card that it went into may itself have gone into another: the last one is named.
    """
    found = ""
    while rows := list(_INTO(card_id).tuples()):
        card_id, found = rows[0]
    return found

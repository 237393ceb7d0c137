"""What a new card is typed with, and how far it has come."""

from __future__ import annotations

from model.cards.custody import card_of
from tests.conftest import COMPLETE


def texts(**more: str) -> dict[str, str]:
    """What makes 客户甲厂's card complete."""
    return {
        **COMPLETE,
        "full_name": "客户甲厂",
        "phone": "028-85551001",
        "district": "武侯",
        **more,
    }


def stage(draft_no: str) -> tuple[str, str | None]:
    """Custody state and stage of a draft."""
    card = card_of(draft_no)
    return card.custody_state, card.draft_stage

"""How long a card was open on the screen (domain.md §5.10: `card.read`, seconds)."""

from __future__ import annotations

from datetime import datetime

from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act


@act(Right.READ_CARD)
def note_closed(desk: Desk, ref: str, seconds: int, now: datetime) -> None:
    """Log that a card which was open has been put away; its reading has a line of its own.

    Args:
        desk: who had it open.
        ref: card or draft number.
        seconds: how long it was open; a clock that was set back makes none.
        now: office wall-clock time.
    """
    audit.note(
        desk, audit.Event.CARD_PUT_AWAY, now, kind="card", subject=ref, seconds=max(0, seconds)
    )

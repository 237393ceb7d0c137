"""The blank card (空白卡): labels and boxes, to be filled by hand."""

from __future__ import annotations

from model.cards.cards import CardView
from model.cards.completeness import Completeness
from model.cards.definition import CardKind
from model.cards.tables import CustodyState
from model.loans.sheets import CardPaper


def blank_paper(kind: CardKind) -> CardPaper:
    """A card of one kind with nothing on it."""
    return CardPaper(
        CardView(
            ref="", kind=kind, version=0, state=CustodyState.DRAFT, stage="", remark="",
            holder="", due_at=None, last_visit_on=None, incomplete=True, values={}, explicit={},
            hidden=frozenset(), editable=frozenset(), children={},
            completeness=Completeness(0, 0, ()), missing=(),
        )
    )  # fmt: skip

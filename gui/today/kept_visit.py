"""A visit record in the middle of typing, as it is kept when the screen locks.

It lies beside the kept typing of cards, under a number that no card and no draft has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gui.today.visit_of import VisitOf
from model.cards.definition import CardKind
from model.cards.typing import KeptTyping

_PREFIX = "BF "
_NAME, _REP, _DAY, _FLAGS = "full_name", ".rep", ".day", ".flags"
_OUT, _NO_CARD = "out", "no_card"


def ref_of_visit(card_no: str) -> str:
    """Under what the record of a card is kept; of a customer without one, too."""
    return f"{_PREFIX}{card_no}".strip()


def is_visit(kept: KeptTyping) -> bool:
    """Whether it is a visit record, not a card."""
    return f"{kept.ref} ".startswith(_PREFIX)


def visits_among(kept: Sequence[KeptTyping]) -> list[KeptTyping]:
    """The visit records among what was kept."""
    return [one for one in kept if is_visit(one)]


def kept_form(visit: VisitOf, texts: Mapping[str, str]) -> dict[str, Any]:
    """What `keep_typing` takes."""
    flags = ((visit.is_out, _OUT), (visit.no_card, _NO_CARD))
    around = {
        _NAME: visit.name,
        _REP: visit.rep,
        _DAY: visit.day.isoformat(),
        _FLAGS: ",".join(flag for on, flag in flags if on),
    }
    return {
        "ref": ref_of_visit(visit.card_no),
        "kind": CardKind.COMPANY,
        "version": 0,
        "texts": {**texts, **around},
    }


def kept_visit(kept: KeptTyping) -> VisitOf:
    """Whose visit it was."""
    flags = kept.texts[_FLAGS].split(",")
    return VisitOf(
        kept.ref.removeprefix(_PREFIX.strip()).strip(),
        kept.texts[_NAME],
        kept.texts[_REP],
        date.fromisoformat(kept.texts[_DAY]),
        is_out=_OUT in flags,
        no_card=_NO_CARD in flags,
    )

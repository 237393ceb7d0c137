"""Unsaved typing, kept encrypted inside the cabinet while it is typed; nobody else sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from model.cards.characters import compact
from model.cards.credit_code import is_identity_number
from model.cards.definition import CardKind
from model.cards.tables import Typing
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing

_NEW = "+"
"""Before the kind of a card that has no number yet."""


@dataclass(frozen=True)
class KeptTyping:
    """What a person had typed on one card.

    Attributes:
        ref: card or draft number; empty for a card not yet created.
        kind: company or individual.
        version: the version the typing began from.
        texts: path -> text as typed.
        kept_at: when it was written.
    """

    ref: str
    kind: CardKind
    version: int
    texts: dict[str, str]
    kept_at: datetime


@act(Right.KEEP_TYPING)
def keep_typing(
    desk: Desk, ref: str, kind: CardKind, version: int, texts: Mapping[str, str], now: datetime
) -> None:
    """Keep what was typed and not saved, in place of what was kept before for that card."""
    with writing():
        discard_typing(desk, ref, kind)
        Typing.create(
            person=desk.person.id,
            ref=_key(ref, kind),
            customer_kind=kind.value,
            version=version,
            # In ASCII: half a character that an input method left behind must not cost the rest.
            texts=json.dumps(_keepable(texts)),
            kept_at=now,
        )


def _keepable(texts: Mapping[str, str]) -> dict[str, str]:
    """What was typed, without an identity number in the cell of the credit code."""
    # However it is parted by blanks, hyphens or dots.
    code = "".join(filter(str.isalnum, compact(texts.get("uscc", "")).upper()))
    dropped = {"uscc"} if is_identity_number(code) else set()
    return {path: text for path, text in texts.items() if path not in dropped}


@act(Right.KEEP_TYPING)
def kept_typing(desk: Desk) -> list[KeptTyping]:
    """What this person had typed and not saved, newest first."""
    rows = Typing.select().where(Typing.person == desk.person.id).order_by(Typing.id.desc())
    return [
        KeptTyping(
            row.ref.partition(_NEW)[0],
            CardKind(row.customer_kind),
            row.version,
            json.loads(row.texts),
            row.kept_at,
        )
        for row in rows
    ]


@act(Right.KEEP_TYPING)
def discard_typing(desk: Desk, ref: str, kind: CardKind | None = None) -> None:
    """Forget what was kept for one card: it was saved, or is not wanted.

    Args:
        desk: whose typing it is.
        ref: the card's number; empty for a card not yet created.
        kind: of which kind the new card is; None for either.
    """
    keys = [_key(ref, kind)] if kind is not None else [ref, *(_key(ref, one) for one in CardKind)]
    with writing():
        Typing.delete().where(Typing.person == desk.person.id, Typing.ref.in_(keys)).execute()


def _key(ref: str, kind: CardKind) -> str:
    """What typing is kept under: a new company and a new private customer are two cards."""
    return ref or f"{_NEW}{kind.value}"

"""Unsaved typing, kept encrypted inside the cabinet when the screen locks; nobody else sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from model.cards.definition import CardKind
from model.cards.tables import Typing
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@dataclass(frozen=True)
class KeptTyping:
    """What a person had typed on one card.

    Attributes:
        ref: card or draft number; empty for a card not yet created.
        kind: company or individual.
        version: the version the typing began from.
        texts: identifier -> text as typed.
        kept_at: when the screen locked.
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
        discard_typing(desk, ref)
        Typing.create(
            person=desk.person.id,
            ref=ref,
            customer_kind=kind.value,
            version=version,
            # In ASCII: half a character that an input method left behind must not cost the rest.
            texts=json.dumps(dict(texts)),
            kept_at=now,
        )


@act(Right.KEEP_TYPING)
def kept_typing(desk: Desk) -> list[KeptTyping]:
    """What this person had typed and not saved, newest first."""
    rows = Typing.select().where(Typing.person == desk.person.id).order_by(Typing.id.desc())
    return [
        KeptTyping(
            row.ref, CardKind(row.customer_kind), row.version, json.loads(row.texts), row.kept_at
        )
        for row in rows
    ]


@act(Right.KEEP_TYPING)
def discard_typing(desk: Desk, ref: str) -> None:
    """Forget what was kept for one card: it was saved, or is not wanted."""
    with writing():
        Typing.delete().where(Typing.person == desk.person.id, Typing.ref == ref).execute()

"""Writing a card: its row under a version, its history, its place; one transaction each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import IntegrityError

from model.cards.contents import Contents, contents_of
from model.cards.custody import ref_of
from model.cards.derived import derived_columns
from model.cards.duplicates import refuse_duplicate
from model.cards.entering import Entered
from model.cards.fields import STORED
from model.cards.revisions import as_text, write_revisions
from model.cards.tables import CustomerCard, Revision
from model.errors import AlreadyThereError, LostRaceError, Problem
from model.office.desk import Desk
from model.office.tables import District, Person


@dataclass(frozen=True)
class Saved:
    """What a save did.

    Attributes:
        ref: card number or draft number.
        version: the version that the next save must name.
        warnings: what the person should look at; nothing was stopped by them.
    """

    ref: str
    version: int
    warnings: tuple[Problem, ...] = ()


def changed_contents(before: Contents, entered: Entered) -> Contents:
    """The card as it will stand."""
    values = {**before.values}
    for name, value in entered.values.items():
        if value is None:
            values.pop(name, None)
        else:
            values[name] = value.name if isinstance(value, Person | District) else value
    explicit = {**before.explicit}
    for name, answer in entered.explicit.items():
        if answer is None:
            explicit.pop(name, None)
        else:
            explicit[name] = answer
    return Contents(before.kind, values, explicit, before.children)


def changes_between(before: Contents, after: Contents) -> dict[str, tuple[Any, Any]]:
    """Everything that differs: identifier -> (old, new), explicit answers included."""
    found: dict[str, tuple[Any, Any]] = {}
    for name in STORED:
        old = before.values.get(name, before.explicit.get(name))
        new = after.values.get(name, after.explicit.get(name))
        if old != new:
            found[name] = (old, new)
    return found


def save_changes(
    desk: Desk,
    card: CustomerCard,
    version: int,
    entered: Entered,
    now: datetime,
    *,
    reason: str = "",
    source: str = "other",
    more: Mapping[str, Any] | None = None,
    not_duplicate: bool = True,
) -> tuple[Saved, dict[str, tuple[Any, Any]]]:
    """Write checked changes, inside the caller's transaction.

    Args:
        desk: who saves.
        card: the row as read in this transaction.
        version: the version that the person had before him.
        entered: the checked changes.
        now: office wall-clock time.
        reason: why, for the history.
        source: where the news came from (glossary: 修订来源).
        more: further columns, such as a new place.
        not_duplicate: only the credit code is asked for.

    Returns:
        What was saved, and what changed.

    Raises:
        LostRaceError: someone saved the card since that version.
        DuplicateCardError: another card has the same credit code (or looks the same).
        AlreadyThereError: the short name is another card's.
    """
    if card.version != version:
        refuse_lost_race(card)
    before = contents_of(card)
    after = changed_contents(before, entered)
    changes = changes_between(before, after)
    if not changes and not more:
        return Saved(ref_of(card), version, entered.warnings), {}
    derived = derived_columns(after)
    touched = {name: after.values.get(name) for name in changes}
    refuse_duplicate(touched, derived["name_key"] if "full_name" in changes else "", card.id,
                     not_duplicate)  # fmt: skip
    columns = {
        **{name: entered.values.get(name) for name in changes},
        **derived,
        "explicit": json.dumps(after.explicit, sort_keys=True),
        "version": version + 1,
        **(more or {}),
    }
    _update(card, version, columns)
    write_revisions(desk, card, version + 1, changes, now, reason=reason, source=source)
    return Saved(ref_of(card), version + 1, entered.warnings), changes


def _update(card: CustomerCard, version: int, columns: dict[str, Any]) -> None:
    """The UPDATE that compares the version: the database itself refuses a lost race."""
    query = CustomerCard.update(columns).where(
        CustomerCard.id == card.id, CustomerCard.version == version
    )
    try:
        done = query.execute()
    except IntegrityError as error:
        raise taken_name(columns, error) from error
    if not done:
        refuse_lost_race(card)


def taken_name(columns: Mapping[str, Any], error: IntegrityError) -> Exception:
    """Which unique rule a write broke, as our own error; anything else stays what it was."""
    if "short_name" in str(error):
        return AlreadyThereError(kind="short_name", ref=as_text(columns.get("short_name")))
    return error


def refuse_lost_race(card: CustomerCard) -> None:
    """Tell who saved the card meanwhile.

    Raises:
        LostRaceError: always.
    """
    last = (
        Revision.select(Revision, Person)
        .join(Person, on=(Revision.changed_by == Person.id))
        .where(Revision.card == card.id)
        .order_by(Revision.id.desc())
        .first()
    )
    by, at = (last.changed_by.name, last.changed_at) if last else ("", "")
    raise LostRaceError(ref=ref_of(card), saved_by=by, saved_at=at)

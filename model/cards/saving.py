"""Writing a card: its row under a version, its history, its place; one transaction each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import IntegrityError

from model.cards.contents import Contents
from model.cards.custody import ref_of
from model.cards.definition import CardKind
from model.cards.derived import derived_columns
from model.cards.duplicates import refuse_duplicate
from model.cards.entering import Entered
from model.cards.finding import normalised_name
from model.cards.revisions import as_text, write_revisions
from model.cards.tables import CustomerCard
from model.errors import AlreadyThereError, LostRaceError, Problem
from model.office.audit import last_act
from model.office.desk import Desk
from model.office.tables import District, Person

Changes = dict[str, tuple[Any, Any]]
"""Identifier -> old and new value."""

# Of what the program changes along with a cell, the history tells of these.
_TOLD = {"abc_class", "secrecy"}


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


def changes_between(
    card: CustomerCard, before: Contents, after: Contents, entered: Entered
) -> Changes:
    """Everything that differs: identifier -> (old, new), explicit answers and ticks included."""
    found: Changes = {}
    for name in entered.values:
        old = before.values.get(name, before.explicit.get(name))
        new = after.values.get(name, after.explicit.get(name))
        if old != new or _other_row(card, name, entered.values[name]):
            found[name] = (old, new)
    for name in entered.explicit.keys() - entered.values.keys():
        found[name] = (before.explicit.get(name), after.explicit.get(name))
    return found


def _other_row(card: CustomerCard, name: str, value: object) -> bool:
    """Whether a name stands for another row now: two teams may have a district of one name."""
    return isinstance(value, Person | District) and card.__data__[name] != value.id


def save_changes(
    desk: Desk,
    card: CustomerCard,
    before: Contents,
    entered: Entered,
    now: datetime,
    *,
    reason: str = "",
    source: str = "other",
    more: Mapping[str, Any] | None = None,
    not_duplicate: bool = True,
) -> tuple[Saved, Changes]:
    """Write checked changes, inside the caller's transaction; without any, nothing is written.

    Args:
        desk: who saves.
        card: the row as read in this transaction.
        before: what stands on it.
        entered: the checked changes.
        now: office wall-clock time.
        reason: why, for the history.
        source: where the news came from (glossary: 修订来源).
        more: further columns that change with them, such as a new place.
        not_duplicate: only the credit code is asked for.

    Returns:
        What was saved, and what changed.

    Raises:
        LostRaceError: someone saves the card at the same moment.
        DuplicateCardError: another card has the same credit code (or looks the same).
        AlreadyThereError: the short name is another card's.
    """
    after = changed_contents(before, entered)
    changes = changes_between(card, before, after, entered)
    if not changes:
        return Saved(ref_of(card), card.version, entered.warnings), {}
    _refuse_duplicate(card, after, changes, not_duplicate)
    if card.card_no is None:
        after.values["draft_no"] = card.draft_no  # it is found by this number
    more = more or {}
    for name in _TOLD & more.keys():
        if before.values.get(name) != more[name]:
            changes[name] = (before.values.get(name), more[name])
    version = card.version + 1
    columns = {
        **{name: value for name, value in entered.values.items() if name in changes},
        **derived_columns(after, changes),
        "explicit": json.dumps(after.explicit, sort_keys=True),
        "version": version,
        **more,
    }
    _update(card, columns)
    write_revisions(desk, card, version, changes, now, reason=reason, source=source)
    return Saved(ref_of(card), version, entered.warnings), changes


def _refuse_duplicate(
    card: CustomerCard, after: Contents, changes: Changes, not_duplicate: bool
) -> None:
    """Ask for another card with what was changed."""
    touched = {name: after.values.get(name) for name in changes}
    person = after.kind is CardKind.INDIVIDUAL
    name = touched.get("full_name")
    name_key = normalised_name(str(name), person=person) if name else ""
    refuse_duplicate(touched, name_key, card.id, not_duplicate)


def _update(card: CustomerCard, columns: dict[str, Any]) -> None:
    """The UPDATE that compares the version: the database itself refuses a lost race."""
    query = CustomerCard.update(columns).where(
        CustomerCard.id == card.id, CustomerCard.version == card.version
    )
    try:
        done = query.execute()
    except IntegrityError as error:
        raise taken_name(columns, error) from error
    if not done:
        raise lost_race(card)


def taken_name(columns: Mapping[str, Any], error: IntegrityError) -> Exception:
    """Which unique rule a write broke, as our own error; anything else stays what it was."""
    if "short_name" in str(error):
        return AlreadyThereError(kind="short_name", ref=as_text(columns.get("short_name")))
    return error


def refuse_lost_race(card: CustomerCard, version: int) -> None:
    """Refuse to go on from a version that is no longer the card's.

    Raises:
        LostRaceError: somebody has saved, passed or sent back the card meanwhile.
    """
    if card.version != version:
        raise lost_race(card)


def lost_race(card: CustomerCard) -> LostRaceError:
    """Who did something to the card last: the log knows every act, not only changed fields."""
    by, at = last_act("card", ref_of(card))
    return LostRaceError(ref=ref_of(card), saved_by=by, saved_at=at)

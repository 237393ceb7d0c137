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
from model.cards.fields import STORED
from model.cards.finding import normalised_name
from model.cards.paths import parts_of, row_path
from model.cards.revisions import Who, as_text, write_revisions
from model.cards.row_saving import write_rows
from model.cards.rows import rows_after, values_of_rows
from model.cards.tables import CustomerCard
from model.cards.verifying import renew
from model.errors import AlreadyThereError, LostRaceError, Problem
from model.office.audit import last_act
from model.office.desk import Desk
from model.office.tables import District, Person

Changes = dict[str, tuple[Any, Any]]
"""Path (`model.cards.paths`) -> old and new value."""

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
            values[name] = _named(value)
    explicit = {**before.explicit}
    for name, answer in entered.explicit.items():
        if answer is None:
            explicit.pop(name, None)
        else:
            explicit[name] = answer
    children = before.children
    if entered.rows or entered.removed:
        rows = {path: _named(value) for path, value in entered.rows.items()}
        children = rows_after(before.children, rows, entered.removed)
    next_row_no = max(before.next_row_no, entered.next_row_no)
    return Contents(before.kind, values, explicit, children, next_row_no)


def _named(value: Any) -> Any:
    """A value as contents hold it: people and districts by name."""
    return value.name if isinstance(value, Person | District) else value


def changes_between(
    card: CustomerCard, before: Contents, after: Contents, entered: Entered
) -> Changes:
    """Everything that differs: path -> (old, new), explicit answers and ticks included."""
    found: Changes = {}
    for name in entered.values:
        old = before.values.get(name, before.explicit.get(name))
        new = after.values.get(name, after.explicit.get(name))
        if old != new or _other_row(card, name, entered.values[name]):
            found[name] = (old, new)
    for name in entered.explicit.keys() - entered.values.keys():
        found[name] = (before.explicit.get(name), after.explicit.get(name))
    return found | _changes_in_rows(before, after, entered)


def _changes_in_rows(before: Contents, after: Contents, entered: Entered) -> Changes:
    """What differs in rows; a row that is taken out loses each of its cells."""
    touched = {(place.table, place.number) for place in map(parts_of, entered.rows)}
    touched |= set(entered.removed)
    old, new = (values_of_rows(rows.children, touched) for rows in (before, after))
    paths = dict.fromkeys([*old, *new])
    return {
        path: (old.get(path), new.get(path)) for path in paths if old.get(path) != new.get(path)
    }


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
    who: Who | None = None,
    verifies: bool = True,
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
        who: whose change it is; the desk's own without.
        verifies: the groups of what changes were looked at with it and are fresh again.

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
        **_columns(entered, changes),
        **derived_columns(after, changes),
        "explicit": json.dumps(after.explicit, sort_keys=True),
        "version": version,
        "next_row_no": after.next_row_no,
        **more,
    }
    _update(card, columns)
    write_rows(card.id, before.children, entered.rows, entered.removed)
    who = who or Who(desk.person.id, desk.person.id)
    write_revisions(who, card, version, changes, now, reason=reason, source=source)
    if verifies:
        renew(card, changes, now.date())
    return Saved(ref_of(card), version, entered.warnings), changes


def _columns(entered: Entered, changes: Changes) -> dict[str, Any]:
    """The columns of the card's own row that change."""
    return {
        name: value for name, value in entered.values.items() if name in changes and name in STORED
    }


def _refuse_duplicate(
    card: CustomerCard, after: Contents, changes: Changes, not_duplicate: bool
) -> None:
    """Ask for another card with what was changed."""
    touched = {
        path: new if row_path(path) else after.values.get(path)
        for path, (_, new) in changes.items()
    }
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

"""What was typed on a visit record, checked as the card checks its own cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from model.cards.characters import is_unreadable, one_line, several_lines
from model.cards.checked import Explicit
from model.cards.checks import check
from model.cards.choices import Choice
from model.cards.definition import Field, Kind
from model.errors import BadInputError, Problem
from model.office.office_settings import setting_value
from model.rounds.choices import NOT_VISITED, PROMISED_BY
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits_shown import PromiseEntry, VisitEntry

LONGEST_PROMISE = 200
LONGEST_NAME = 60
_BY_IDENTIFIER = {field.identifier: field for field in VISIT_FIELDS}
_WORDS = frozenset({Kind.LINE, Kind.TEXT})


def checked_visit(entry: VisitEntry, today: date) -> dict[str, Any]:
    """The columns of a record from what was typed.

    Args:
        entry: as typed.
        today: the office's calendar day.

    Returns:
        Value by identifier of `VISIT_FIELDS`; empty cells are absent.

    Raises:
        BadInputError: everything that cannot be taken, field by field.
    """
    area_code = str(setting_value("area_code"))
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for identifier, text in entry.values.items():
        if identifier not in _BY_IDENTIFIER:
            problems.append(Problem(identifier, "no_such_field"))
            continue
        field = _BY_IDENTIFIER[identifier]
        checked = check(field, text, today, area_code)
        problems += checked.errors
        value = _said(field, text) if isinstance(checked.value, Explicit) else checked.value
        if value is not None:
            values[identifier] = value
    problems += _of_the_day(entry, today)
    problems += _of_what_follows(entry, values)
    if not (problems or entry.not_visited or _says_anything(entry, values)):
        problems.append(Problem("visited", "required"))
    if problems:
        raise BadInputError(problems)
    return values


def _says_anything(entry: VisitEntry, values: dict[str, Any]) -> bool:
    """An empty record is none: it would count as a visit, and lift the block of a missing one.

    Of a customer met who has no card his name is enough (domain.md §5.8 E10).
    """
    return bool(values or entry.promises or entry.kept_promises or not entry.card_no.strip())


def _said(field: Field, text: str) -> str | None:
    """无 in a record is an answer like any other; in a date or a list it is an empty cell."""
    return text.strip() if field.kind in _WORDS else None


def _of_the_day(entry: VisitEntry, today: date) -> Iterator[Problem]:
    """The day itself, and who was met."""
    if entry.visited_on > today:
        yield Problem("visited_on", "date_future")
    earliest = date(today.year - 1, 1, 1)
    if entry.visited_on < earliest:
        yield Problem("visited_on", "date_too_early", values={"earliest": earliest})
    if entry.card_no.strip():
        return
    if entry.promises or entry.kept_promises:
        yield Problem("promises", "card_needed")
    name = one_line(entry.customer_name)
    if not name:
        yield Problem("customer_name", "required")
    elif len(name) > LONGEST_NAME:
        yield Problem("customer_name", "too_long", values={"longest": LONGEST_NAME})
    elif is_unreadable(name):
        yield Problem("customer_name", "unreadable_character")


def _of_what_follows(entry: VisitEntry, values: dict[str, Any]) -> Iterator[Problem]:
    """The next visit and the promises, none of which may lie before the visit."""
    following = values.get("next_visit_on")
    if following is not None and following < entry.visited_on:
        yield Problem("next_visit_on", "before_visit")
    if entry.not_visited:
        if not _among(entry.not_visited, NOT_VISITED):
            yield Problem("not_visited", "not_in_list")
        if following is None:
            yield Problem("next_visit_on", "new_date_needed")
    yield from _of_promises(entry.promises, entry.visited_on)


def _of_promises(promises: Iterable[PromiseEntry], visited_on: date) -> Iterator[Problem]:
    for promise in promises:
        text = several_lines(promise.description)
        if not text:
            yield Problem("promises", "required")
        elif len(text) > LONGEST_PROMISE:
            yield Problem("promises", "too_long", values={"longest": LONGEST_PROMISE})
        elif is_unreadable(text):
            yield Problem("promises", "unreadable_character")
        if promise.due_on < visited_on:
            yield Problem("promises", "before_visit")
        if not _among(promise.promised_by, PROMISED_BY):
            yield Problem("promises", "not_in_list")


def _among(code: str, choices: Iterable[Choice]) -> bool:
    return code in {choice.value for choice in choices}

"""From what was typed to what is stored: every change of a card passes through here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from model.cards.answers import explicit as explicit_answer
from model.cards.characters import is_unreadable, several_lines
from model.cards.checked import Checked, Explicit, in_field, is_warning, refused
from model.cards.checks import check, check_card
from model.cards.contents import Contents
from model.cards.definition import Field, Kind
from model.cards.fields import field as field_named
from model.cards.fields import has_field
from model.cards.paths import COLUMNS, parts_of
from model.cards.reasons import TICKED, TICKED_FIRST, TICKS
from model.cards.row_entering import RowsEntered, enter_rows
from model.cards.rows import RowKey, rows_after
from model.errors import BadInputError, Problem, ReasonNeededError
from model.office.office_settings import setting_value
from model.office.rights import Role
from model.office.tables import District, Person, PersonState

LONGEST_REASON = 400


@dataclass(frozen=True)
class Entered:
    """Checked changes of a card.

    Attributes:
        values: identifier -> new value, None for a cell that was emptied.
        explicit: identifier -> explicit answer, None where there is none any more.
        warnings: what a person should be told, and what stopped nothing.
        rows: path of a row's column -> new value, None for a cell that was emptied; rows that
            are new have their real numbers.
        removed: rows that are taken out, by table and number.
        numbered: a new row as it was typed (`contacts#+1`) -> the number it gets.
        next_row_no: number of the card's next row afterwards.
    """

    values: dict[str, Any]
    explicit: dict[str, str | None]
    warnings: tuple[Problem, ...]
    rows: dict[str, Any] = field(default_factory=dict)
    removed: tuple[RowKey, ...] = ()
    numbered: dict[str, int] = field(default_factory=dict)
    next_row_no: int = 1


def enter(
    texts: Mapping[str, str],
    before: Contents,
    today: date,
    ticked: frozenset[str] = frozenset(),
    never_empty: frozenset[str] = frozenset({"full_name"}),
    again: Collection[RowKey] = (),
) -> Entered:
    """Check what was typed; what says the same as before is no change.

    Args:
        texts: path (`model.cards.paths`) -> text as typed.
        before: the card so far.
        today: the office's calendar day.
        ticked: reasons of warnings that the person confirmed, e.g. `uscc_check`.
        never_empty: fields that may not be emptied any more.
        again: rows that were taken out and may come back under their number.

    Raises:
        BadInputError: everything that cannot be taken, field by field.
    """
    area_code = str(setting_value("area_code"))
    values: dict[str, Any] = {}
    explicit: dict[str, str | None] = {}
    problems: list[Problem] = []
    in_rows = {path: text for path, text in texts.items() if not has_field(before.kind, path)}
    rows = enter_rows(in_rows, before, today, area_code, again)
    for identifier, text in {**_cells_to_tick(before, ticked), **texts}.items():
        if identifier in in_rows:
            continue
        found = field_named(before.kind, identifier)
        checked = check_cell(found, text, today, area_code)
        answer = checked.value.value if isinstance(checked.value, Explicit) else None
        value = None if answer else checked.value
        mark = answer or _tick(checked.problems, ticked)
        if not checked.errors and _unchanged(before, identifier, value, answer):
            if mark == TICKED != before.explicit.get(identifier):
                explicit[identifier] = TICKED
            continue
        problems += checked.problems
        if not checked.errors:
            problems += _refused(found, checked.value, never_empty)
        values[identifier], explicit[identifier] = value, mark
    problems += rows.problems
    problems += _compare_with_rows(before, explicit, rows)
    problems += _resolve_in_rows(rows, again)
    problems += _resolve(before, values)
    problems += check_card(before.kind, {**before.values, **values}, today)
    errors = [
        problem
        for problem in problems
        if not is_warning(problem) or problem.reason in TICKED_FIRST - ticked
    ]
    if errors:
        raise BadInputError(errors)
    warnings = _without(problems, ticked)
    return Entered(
        values, explicit, warnings, rows.values, rows.removed, rows.numbered, rows.next_row_no
    )


def check_cell(found: Field, text: str, today: date, area_code: str) -> Checked:
    """Check one cell; a table says that it has no rows, or nothing."""
    if found.kind is not Kind.ROWS:
        return check(found, text, today, area_code)
    answer = explicit_answer(text) if found.takes_explicit else None
    if text.strip() and answer is None:
        return in_field(found.identifier, refused("not_typed"))
    return Checked(answer)


def _compare_with_rows(
    before: Contents, explicit: dict[str, str | None], rows: RowsEntered
) -> list[Problem]:
    """A table has rows or the answer that there are none: rows that come take its place."""
    problems = []
    after = rows_after(before.children, rows.values, rows.removed)
    for table, found in after.items():
        if found and explicit.get(table):
            problems.append(Problem(table, "has_rows"))
        elif found and table in before.explicit:
            explicit[table] = None
    return problems


def _cells_to_tick(before: Contents, ticked: frozenset[str]) -> dict[str, str]:
    """Cells whose warning a person may confirm without typing them again."""
    code = before.values.get("uscc")
    return {"uscc": str(code)} if code and TICKS.keys() & ticked else {}


def _unchanged(before: Contents, identifier: str, value: object, answer: str | None) -> bool:
    """Whether a cell says what it said."""
    said = before.explicit.get(identifier)
    same_answer = answer == (None if said == TICKED else said)
    return same_answer and value == before.values.get(identifier)


def _refused(found: Field, said: object, never_empty: frozenset[str]) -> list[Problem]:
    """What speaks against a change, whoever makes it."""
    if not found.editable or found.fixed_once_filed:
        return [Problem(found.identifier, "not_typed")]
    if said is None and found.identifier in never_empty:
        return [Problem(found.identifier, "required")]
    return []


def _tick(problems: Iterable[Problem], ticked: frozenset[str]) -> str | None:
    """The mark that a person has compared the cell with the paper."""
    return TICKED if any(problem.reason in ticked for problem in problems) else None


def _without(problems: list[Problem], ticked: frozenset[str]) -> tuple[Problem, ...]:
    """The warnings that nobody has confirmed."""
    return tuple(problem for problem in problems if problem.reason not in ticked)


def unticked(warnings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The warnings that must be ticked before a card is filed."""
    return tuple(problem for problem in warnings if problem.reason in TICKS)


def _resolve(before: Contents, values: dict[str, Any]) -> list[Problem]:
    """Turn names of people and districts into their rows, in place."""
    problems = []
    if values.get("rep") and "district" not in values and before.values.get("district"):
        # Districts belong to a team: the new rep's team must have one of that name.
        values["district"] = before.values["district"]
    for identifier in list(values):
        name = values[identifier]
        if name is None:
            continue
        problem = _resolved(field_named(before.kind, identifier), values, before, str(name))
        if problem:
            problems.append(problem)
    return problems


def _resolved(found: Field, values: dict[str, Any], before: Contents, name: str) -> Problem | None:
    """Put the row of one name in its place, or say what is wrong."""
    if found.kind is Kind.PERSON:
        person = active_rep(name)
        values[found.identifier] = person
        return None if person else Problem(found.identifier, "rep_unknown", values={"name": name})
    if found.kind is Kind.DISTRICT:
        rep = values.get("rep") or before.values.get("rep")
        district = district_named(name, rep)
        values[found.identifier] = district
        return None if district else Problem(found.identifier, "district_unknown")
    return None


def clean_reason(text: str, act: str = "") -> str:
    """A reason or remark as it is kept, in the log too.

    Args:
        text: as typed.
        act: what the reason is for; an act that is named here must have one.

    Raises:
        ReasonNeededError: it is empty.
        BadInputError: too long, or with unreadable characters.
    """
    reason = several_lines(text)
    if act and not reason:
        raise ReasonNeededError(act=act)
    if is_unreadable(reason):
        raise BadInputError([Problem("reason", "unreadable_character")])
    if len(reason) > LONGEST_REASON:
        raise BadInputError([Problem("reason", "too_long", values={"longest": LONGEST_REASON})])
    return reason


def _resolve_in_rows(rows: RowsEntered, again: Collection[RowKey]) -> list[Problem]:
    """Turn names of people in rows into theirs, in place: anybody of the staff.

    A row that comes back may name somebody who has left since.
    """
    typed = {number: row for row, number in rows.numbered.items()}
    problems = []
    for path, name in rows.values.items():
        place = parts_of(path)
        if name is None or COLUMNS[place.table][place.column].kind is not Kind.PERSON:
            continue
        person = Person.get_or_none(Person.name == name)
        is_back = (place.table, place.number) in again
        if person is None or (person.state == PersonState.GONE and not is_back):
            row = typed.get(place.number, f"{place.table}#{place.row}")
            problems.append(Problem(f"{row}.{place.column}", "person_unknown"))
        rows.values[path] = person
    return problems


def active_rep(name: str) -> Person | None:
    """The active rep of a name."""
    person: Person | None = Person.get_or_none(
        Person.name == name, Person.role == Role.REP, Person.state != PersonState.GONE
    )
    return person


def district_named(name: str, rep: Person | str | None) -> District | None:
    """The district of a name: of the rep's team, since two teams may use the same name."""
    person = Person.get_or_none(Person.name == rep) if isinstance(rep, str) else rep
    query = District.select().where(District.name == name)
    if person is not None:
        query = query.where(District.team == (person.team_id or 0))
    found: District | None = query.first()
    return found

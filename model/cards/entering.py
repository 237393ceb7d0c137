"""From what was typed to what is stored: every change of a card passes through here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from model.cards.checked import Explicit, is_warning
from model.cards.checks import check, check_card
from model.cards.definition import CardKind, Field, Kind
from model.cards.fields import field, has_field
from model.cards.reasons import TICKS
from model.errors import BadInputError, Problem
from model.office.office_settings import setting_value
from model.office.rights import Role
from model.office.tables import District, Person, PersonState

TICKED = "checked"


@dataclass(frozen=True)
class Entered:
    """Checked changes of a card.

    Attributes:
        values: identifier -> new value, None for a cell that was emptied.
        explicit: identifier -> explicit answer, None where there is none any more.
        warnings: what a person should be told, and what stopped nothing.
    """

    values: dict[str, Any]
    explicit: dict[str, str | None]
    warnings: tuple[Problem, ...]


def enter(
    kind: CardKind,
    texts: Mapping[str, str],
    before: Mapping[str, Any],
    today: date,
    ticked: frozenset[str] = frozenset(),
) -> Entered:
    """Check what was typed.

    Args:
        kind: the kind of card.
        texts: identifier -> text as typed.
        before: the card's values so far, for checks of one cell against another.
        today: the office's calendar day.
        ticked: reasons of warnings that the person confirmed, e.g. `uscc_check`.

    Raises:
        BadInputError: everything that cannot be taken, field by field.
    """
    area_code = str(setting_value("area_code"))
    values: dict[str, Any] = {}
    explicit: dict[str, str | None] = {}
    problems: list[Problem] = []
    for identifier, text in texts.items():
        if not has_field(kind, identifier):
            problems.append(Problem(identifier, "no_such_field"))
            continue
        checked = check(field(kind, identifier), text, today, area_code)
        found = [replace(problem, field=identifier) for problem in checked.problems]
        problems += found
        answer = checked.value.value if isinstance(checked.value, Explicit) else None
        values[identifier] = None if answer else checked.value
        explicit[identifier] = answer or _tick(found, ticked)
    problems += _resolve(kind, values, before)
    problems += check_card(kind, {**before, **values}, today)
    errors = [problem for problem in problems if not is_warning(problem)]
    if errors:
        raise BadInputError(errors)
    return Entered(values, explicit, _without(problems, ticked))


def _tick(problems: list[Problem], ticked: frozenset[str]) -> str | None:
    """The mark that a person has compared the cell with the paper."""
    return TICKED if any(problem.reason in ticked for problem in problems) else None


def _without(problems: list[Problem], ticked: frozenset[str]) -> tuple[Problem, ...]:
    """The warnings that nobody has confirmed."""
    return tuple(problem for problem in problems if problem.reason not in ticked)


def unticked(warnings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The warnings that must be ticked before a card is filed."""
    return tuple(problem for problem in warnings if problem.reason in TICKS)


def _resolve(kind: CardKind, values: dict[str, Any], before: Mapping[str, Any]) -> list[Problem]:
    """Turn names of people and districts into their rows, in place."""
    problems = []
    for identifier in list(values):
        name = values[identifier]
        if name is None:
            continue
        problem = _resolved(field(kind, identifier), values, before, str(name))
        if problem:
            problems.append(problem)
    return problems


def _resolved(
    found: Field, values: dict[str, Any], before: Mapping[str, Any], name: str
) -> Problem | None:
    """Put the row of one name in its place, or say what is wrong."""
    if found.kind is Kind.PERSON:
        person = active_rep(name)
        values[found.identifier] = person
        return None if person else Problem(found.identifier, "rep_unknown", values={"name": name})
    if found.kind is Kind.DISTRICT:
        rep = values.get("rep") or before.get("rep")
        district = district_named(name, rep)
        values[found.identifier] = district
        return None if district else Problem(found.identifier, "district_unknown")
    return None


def active_rep(name: str) -> Person | None:
    """The active rep of a name."""
    person: Person | None = Person.get_or_none(
        Person.name == name, Person.role == Role.REP, Person.state != PersonState.GONE
    )
    return person


def district_named(name: str, rep: Person | str | None) -> District | None:
    """The district of a name: of the rep's team, since two teams may use the same name."""
    person = active_rep(rep) if isinstance(rep, str) else rep
    query = District.select().where(District.name == name)
    if person is not None and person.team_id is not None:
        query = query.where(District.team == person.team_id)
    found: District | None = query.first()
    return found


def required_problems(identifiers: tuple[str, ...]) -> list[Problem]:
    """Empty required fields as problems."""
    return [Problem(identifier, "required") for identifier in identifiers]

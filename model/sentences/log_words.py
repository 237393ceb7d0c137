"""A line of the log in plain words: what happened, to what, and its facts before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from model.cards.choices import ATTACHMENT_KINDS, SECRECIES
from model.office.log_query import LogLine
from model.rounds.choices import NOT_VISITED, OUTCOMES
from model.rounds.choices import PURPOSES as VISIT_PURPOSES
from model.sentences.log_labels import EVENTS, FACTS, GROUPS, KINDS, OCCASIONS, VALUES
from model.sentences.names import ACTS, ROLES, field_label
from model.settings import SETTINGS
from model.words import Words, mark

_FIELDS = frozenset({"fields", "private", "columns"})
_PEOPLE = frozenset({"borrower", "rep", "keeper", "deputy", "deputy_keeper", "staff_no", "second"})
_YES, _NO = mark("LogValue", "yes"), mark("LogValue", "no")
_NOTHING = mark("LogValue", "none")
_JOINT, _BETWEEN = mark("LogValue", ", "), mark("LogValue", "; ")
_BESIDE = mark("LogValue", "{label}: {value}")
_CHANGED = mark("LogValue", "{label}: {before} → {after}")
_CHOICES = {
    choice.value: choice
    for choices in (VISIT_PURPOSES, NOT_VISITED, OUTCOMES, SECRECIES, ATTACHMENT_KINDS)
    for choice in choices
}
_TABLES = (
    ({"role"}, "Role", ROLES),
    ({"right", "act"}, "Act", ACTS),
    ({"why"}, "LogOccasion", OCCASIONS),
    ({"facts"}, "LogFact", FACTS),  # what a request names beside its cards
)
"""Facts whose texts are codes of a table: names of the facts, the table's context, the table."""
Names = Mapping[int, str]
"""Staff number -> name, of everybody who was ever here."""


class FactRow(NamedTuple):
    """One fact of a line as it is read; what stands after `→` of a change, or the fact alone."""

    label: str
    before: str
    after: str


def event_words(event: str, words: Words) -> str:
    """What happened, in a few words."""
    return words("LogEvent", EVENTS.get(event, event))


def group_words(group: str, words: Words) -> str:
    """What a kind of events is called."""
    return words("LogGroup", GROUPS[group])


def subject_words(line: LogLine, words: Words, names: Names) -> str:
    """What it happened to: a card by its number, a person by name."""
    if line.kind == "person" and line.subject.isdigit():
        return names.get(int(line.subject), line.subject)
    if line.kind == "setting":
        setting = SETTINGS.get(line.subject)
        return words("Settings", setting.label) if setting else line.subject
    return line.subject


def kind_words(kind: str, words: Words) -> str:
    """What kind of thing it happened to."""
    return words("LogKind", KINDS.get(kind, kind)) if kind else ""


def fact_rows(line: LogLine, words: Words, names: Names) -> tuple[FactRow, ...]:
    """Every fact of a line, before and after side by side."""
    keys = dict.fromkeys((*line.before, *line.after))
    rows = []
    for key in keys:
        before = _value(key, line.before[key], words, names) if key in line.before else ""
        after = _value(key, line.after[key], words, names) if key in line.after else ""
        rows.append(FactRow(words("LogFact", FACTS.get(key, key)), before, after))
    return tuple(rows)


def facts_text(line: LogLine, words: Words, names: Names) -> str:
    """The facts in one line of text."""
    told = []
    for row in fact_rows(line, words, names):
        shape = _CHANGED if row.before and row.after else _BESIDE
        told.append(
            words("LogValue", shape).format(
                label=row.label, before=row.before, after=row.after, value=row.after or row.before
            )
        )
    return words("LogValue", _BETWEEN).join(told)


def _value(key: str, value: Any, words: Words, names: Names) -> str:
    """One fact as it is read."""
    if isinstance(value, bool):
        return words("LogValue", _YES if value else _NO)
    if value is None or value in ("", [], {}):
        return words("LogValue", _NOTHING)
    if isinstance(value, Mapping):
        parts = [f"{name} = {_value(key, one, words, names)}" for name, one in value.items()]
        return words("LogValue", _JOINT).join(parts)
    if isinstance(value, list):
        return words("LogValue", _JOINT).join(_value(key, one, words, names) for one in value)
    if key in _PEOPLE and str(value).isdigit():
        return names.get(int(value), str(value))
    return _text(key, str(value), words)


def _text(key: str, value: str, words: Words) -> str:
    """A text: fields by their labels, codes by their words, anything else as it stands."""
    if key in _FIELDS:
        return field_label(value, words)
    for keys, context, table in _TABLES:
        if key in keys and value in table:
            return words(context, table[value])
    if value in VALUES:
        return words("LogValue", VALUES[value])
    choice = _CHOICES.get(value)
    if choice is not None and key in {"outcome", "secrecy", "kind", "purposes"}:
        return words(choice.context, choice.label)
    return value

"""One card being typed on: its texts, what has changed, what is wrong with it. No widget.

Every rule is `model`'s; this only keeps what was typed until it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.cards.answers import explicit
from model.cards.cards import CardView
from model.cards.checked import is_warning
from model.cards.checks import check, check_card
from model.cards.completeness import Completeness, completeness
from model.cards.conditions import applies, missing_required
from model.cards.contact_rules import has_mobile, in_order
from model.cards.definition import Field, Kind
from model.cards.fields import field, has_field
from model.cards.reasons import TICKS
from model.cards.showing import show, text_of
from model.errors import Problem
from model.words import Words

_SHOWN = frozenset({Kind.CHOICE, Kind.DAY_OF_MONTH})
"""Kinds that stand in their editor as words, which `check` reads back."""
_ANSWERS = frozenset({"none", "not_applicable"})
TICKED = "checked"


def editor_text(known: Field, value: Any, words: Words) -> str:
    """A value as it stands in its editor."""
    if known.kind in _SHOWN or value in _ANSWERS:
        return show(known, value, words)
    return text_of(known, value)


class TypedCard:
    """A card as read, and what a person has typed on it since."""

    def __init__(self, view: CardView, today: date, area_code: str, words: Words) -> None:
        self.view = view
        self.problems: dict[str, tuple[Problem, ...]] = {}
        self.ticked: set[str] = set()
        self._today = today
        self._area_code = area_code
        self._words = words
        self._typed: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        self._originals = {
            name: self._original(name)
            for name in view.editable
            if field(view.kind, name).kind is not Kind.ROWS
        }

    @property
    def is_new(self) -> bool:
        """Whether nobody has saved it yet."""
        return not self.view.ref

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return bool(self._typed or self.ticked)

    def original(self, identifier: str) -> str:
        """What stood in a cell when the card was read."""
        return self._originals.get(identifier, "")

    def open_cells(self) -> frozenset[str]:
        """The cells that may be typed: an agent's kind only on an agent's card."""
        channel = self._values_now().get("channel_type")
        shut = {
            name
            for name in self._originals
            if field(self.view.kind, name).agent_only
            and not applies(field(self.view.kind, name), None, channel)
        }
        return frozenset(self._originals.keys() - shut)

    def retranslate(self) -> None:
        """Write what was not typed on in the window's new language."""
        self._originals = {name: self._original(name) for name in self._originals}

    def text(self, identifier: str) -> str:
        """What stands in a cell now."""
        return self._typed.get(identifier, self._originals.get(identifier, ""))

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every open cell now."""
        return {**self._originals, **self._typed}

    @property
    def changes(self) -> dict[str, str]:
        """Identifier -> text, of what a save must send."""
        found = dict(self._typed)
        if self.is_new:
            found = {name: text for name, text in self.texts.items() if text}
        for reason in self.ticked:
            found.update({name: self.text(name) for name in self._cells_with(reason)})
        return found

    def put(self, identifier: str, text: str) -> None:
        """Take what was typed into a cell."""
        if text == self._originals.get(identifier, ""):
            self._typed.pop(identifier, None)
        else:
            self._typed[identifier] = text
        self._values.pop(identifier, None)

    def take_over(self, texts: Mapping[str, str]) -> None:
        """Put back typing that was kept, into the cells that are still open."""
        for name, text in texts.items():
            if name in self.view.editable:
                self.put(name, text)
                self.look(name)

    def look(self, identifier: str) -> str:
        """Check a cell that was left.

        Returns:
            Its text as the program would write it, or as typed where something is wrong.
        """
        known = field(self.view.kind, identifier)
        text = self.text(identifier)
        checked = check(known, text, self._today, self._area_code)
        self.problems[identifier] = checked.problems
        self._values[identifier] = checked.value
        self._look_across()
        if checked.errors or checked.value is None:
            return text
        return editor_text(known, checked.value, self._words)

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Take the problems that a save was refused for."""
        for problem in problems:
            kept = self.problems.get(problem.field, ())
            if problem.reason not in {known.reason for known in kept}:
                self.problems[problem.field] = (*kept, problem)

    def open_problems(self) -> list[Problem]:
        """Everything to be told, errors first; what was ticked is told no longer."""
        found = [
            problem
            for problems in self.problems.values()
            for problem in problems
            if problem.reason not in self.ticked and not self._was_ticked(problem)
        ]
        return sorted(found, key=is_warning)

    def ticks(self) -> list[str]:
        """The warnings that a person may tick away, ticked or not."""
        return [
            reason
            for reason in TICKS
            if any(not self._was_ticked(problem) for problem in self._with(reason))
        ]

    def required_empty(self) -> frozenset[str]:
        """The cells that must be filled and are not."""
        values, answers = self._values_now(), self._answers_now()
        contacts = in_order(self.view.children.get("contacts", ()))
        primary_mobile = has_mobile(contacts)
        missing = set(missing_required(self.view.kind, values, answers, primary_mobile))
        unseen = self.view.hidden - self._typed.keys()
        # What may not be seen may be filled all the same: the card itself knows.
        return frozenset((missing - unseen) | (unseen & set(self.view.missing)))

    def fullness(self) -> Completeness:
        """How full the card is with what is typed; of a partly hidden card as it was read."""
        if self.view.hidden or not self._typed:
            return self.view.completeness
        values = {**self._values_now(), **self.view.children}
        contacts = self.view.children.get("contacts", ())
        return completeness(self.view.kind, values, self._answers_now(), contacts)

    def _original(self, identifier: str) -> str:
        known = field(self.view.kind, identifier)
        answer = self.view.explicit.get(identifier)
        value = self.view.values.get(identifier, answer if answer in _ANSWERS else None)
        return "" if value is None else editor_text(known, value, self._words)

    def _value(self, identifier: str) -> Any:
        """The value that a typed text stands for; None for an empty or a wrong one."""
        if identifier not in self._values:
            known = field(self.view.kind, identifier)
            text = self.text(identifier)
            self._values[identifier] = check(known, text, self._today, self._area_code).value
        return self._values[identifier]

    def _values_now(self) -> dict[str, Any]:
        values = dict(self.view.values)
        for name in self._typed:
            value = self._value(name)
            values[name] = None if value in _ANSWERS and explicit(self._typed[name]) else value
        return values

    def _answers_now(self) -> dict[str, str]:
        answers = dict(self.view.explicit)
        for name, text in self._typed.items():
            answer = explicit(text)
            answers[name] = answer.value if answer else ""
        return answers

    def _look_across(self) -> None:
        """Check cells against each other."""
        found = check_card(self.view.kind, self._values_now(), self._today)
        across = {problem.reason for problem in found}
        for name, problems in self.problems.items():
            self.problems[name] = tuple(p for p in problems if p.reason not in _ACROSS - across)
        self.refuse(tuple(p for p in found if has_field(self.view.kind, p.field)))

    def _cells_with(self, reason: str) -> list[str]:
        return [problem.field for problem in self._with(reason)]

    def _with(self, reason: str) -> list[Problem]:
        return [p for problems in self.problems.values() for p in problems if p.reason == reason]

    def _was_ticked(self, problem: Problem) -> bool:
        """Whether the tick stands on the card already, for the text it was given for."""
        name = problem.field
        return (
            problem.reason in TICKS
            and self.view.explicit.get(name) == TICKED
            and name not in self._typed
        )


_ACROSS = frozenset({"uscc_org_form", "trade_before_founding", "overdue_above_balance"})

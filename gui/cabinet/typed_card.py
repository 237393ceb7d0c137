"""One card being typed on: its texts, what has changed, what is wrong with it. No widget.

Every rule is `model`'s; this only keeps what was typed until it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gui.cabinet.cell_problems import REQUIRED, CellProblems
from gui.cabinet.stood_texts import ANSWERS, editor_text, stood_in_field, stood_in_row
from gui.cabinet.typed_rows import RowsNow, next_key, paths_of_row, rows_now
from gui.cabinet.typing_steps import TypingSteps
from model.cards.answers import explicit
from model.cards.cards import CardView
from model.cards.checked import Explicit
from model.cards.checks import check, check_card
from model.cards.completeness import Completeness, completeness, with_unseen
from model.cards.conditions import applies, missing_required
from model.cards.contact_rules import has_mobile, in_order
from model.cards.definition import Kind
from model.cards.fields import field, has_field
from model.cards.paths import COLUMNS, field_of, row_path
from model.cards.reasons import TICKED
from model.errors import Problem
from model.words import Words


class TypedCard:
    """A card as read, and what a person has typed on it since.

    A cell is named by its field's identifier, or by a path such as `contacts#7.mobile`; a row
    that is not on the card yet bears the typist's own number: `contacts#+1.name`.

    Attributes:
        view: the card as read.
        since: the version that a save names; one from before `view`, where somebody has saved
            meanwhile what is typed here too.
        problems: what speaks against what is typed, by cell.
        ticked: reasons of warnings that were confirmed.
    """

    def __init__(self, view: CardView, today: date, area_code: str, words: Words) -> None:
        self.view = view
        self.since = view.version
        self._problems = CellProblems(
            [name for name, answer in view.explicit.items() if answer == TICKED]
        )
        self._today = today
        self._area_code = area_code
        self._words = words
        self._typed: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        self._rows: RowsNow | None = None
        self._steps = TypingSteps()
        # What this desk may not change itself it may hand in, as far as it sees it.
        seen = view.proposable - view.hidden
        self.open_columns = view.editable_columns | {name for name in seen if "." in name}
        self._open = view.editable | (seen - self.open_columns)
        self._originals = {
            name: stood_in_field(view, name, words)
            for name in self._open
            if field(view.kind, name).kind is not Kind.ROWS
        }

    @property
    def problems(self) -> dict[str, tuple[Problem, ...]]:
        """Cell -> what is wrong with it, of the cells that were looked at."""
        return self._problems.by_cell

    @property
    def ticked(self) -> set[str]:
        """Reasons of the warnings that a person ticked now."""
        return self._problems.ticked

    @ticked.setter
    def ticked(self, reasons: set[str]) -> None:
        self._problems.ticked = reasons

    @property
    def is_new(self) -> bool:
        """Whether nobody has saved it yet."""
        return not self.view.ref

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return bool(self._typed or self.ticked)

    @property
    def rows(self) -> RowsNow:
        """The rows of the tables as they stand with what is typed."""
        if self._rows is None:
            self._rows = rows_now(self.view, self._typed, self._today, self._area_code)
        return self._rows

    def keys(self, table: str) -> tuple[str, ...]:
        """Numbers of a table's rows, the next free one behind them where rows may be added."""
        keys = self.rows.by_key[table]
        return (*keys, next_key(keys)) if self.may_add(table) else tuple(keys)

    def may_type(self, name: str) -> bool:
        """Whether a cell may be typed by whoever reads the card."""
        row = row_path(name)
        if row is None:
            return name in self._open
        if not row.column:
            return self.may_add(row.table)
        return f"{row.table}.{row.column}" in self.open_columns

    def may_add(self, table: str) -> bool:
        """Whether rows may be added to a table, and taken out of it."""
        return any(f"{table}.{column}" in self.open_columns for column in COLUMNS[table])

    @property
    def is_open(self) -> bool:
        """Whether anything on it may be typed."""
        return bool(self._open or self.open_columns)

    @property
    def is_direct(self) -> bool:
        """Whether anything of it may be changed without asking anybody."""
        return bool(self.view.editable or self.view.editable_columns)

    def handed_in(self) -> list[str]:
        """Of what is typed, the paths that this desk may only propose."""
        return [path for path in self._typed if not self._is_direct(path)]

    def _is_direct(self, path: str) -> bool:
        row = row_path(path)
        if row is None:
            return path in self.view.editable
        columns = [row.column] if row.column else COLUMNS[row.table]
        return any(f"{row.table}.{column}" in self.view.editable_columns for column in columns)

    def original(self, identifier: str) -> str:
        """What stood in a cell when the card was read."""
        row = row_path(identifier)
        if row is not None:
            return stood_in_row(self.view, row, self._words)
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
        self._originals = {
            name: stood_in_field(self.view, name, self._words) for name in self._originals
        }

    def text(self, identifier: str) -> str:
        """What stands in a cell now."""
        if identifier in self._typed:
            return self._typed[identifier]
        return self.original(identifier)

    @property
    def typed(self) -> dict[str, str]:
        """Name -> text of the cells that differ from what was read."""
        return dict(self._typed)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every open field now, and in every cell of a row that was typed."""
        return {**self._originals, **self._typed}

    @property
    def changes(self) -> dict[str, str]:
        """Identifier -> text, of what a save must send."""
        found = dict(self._typed)
        if self.is_new:
            found = {name: text for name, text in self.texts.items() if text}
        found.update({name: self.text(name) for name in self._problems.cells_ticked()})
        return found

    def put(self, identifier: str, text: str, *, amends: bool = False) -> None:
        """Take what was typed into a cell.

        Args:
            identifier: the cell.
            text: what stands in it.
            amends: the program wrote in its own way what a person had typed: no step to undo.
        """
        before = dict(self._typed)
        self._put(identifier, text)
        if amends:
            self._steps.amend(self._typed)
        elif before != self._typed:
            self._steps.note(self._typed, identifier)

    def _put(self, identifier: str, text: str) -> None:
        if text == self.original(identifier):
            self._typed.pop(identifier, None)
        else:
            self._typed[identifier] = text
        self._values.pop(identifier, None)
        if "#" in identifier:
            self._rows = None

    def remove_row(self, table: str, key: str) -> None:
        """Take a row out, with everything that was typed in it."""
        for path in paths_of_row(table, key):
            self._typed.pop(path, None)
            self.problems.pop(path, None)
        if not key.startswith("+"):
            self._typed[f"{table}#{key}"] = ""
        self._rows = None
        self._steps.note(self._typed, f"{table}#{key}")
        self._look_at_rows()

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step that was taken back can be done again."""
        return self._steps.can_redo

    def undo(self) -> str:
        """Take the last step back; returns the cell it was typed in."""
        typed, name = self._steps.undo()
        self._go_to_state(typed)
        return name

    def redo(self) -> str:
        """Do again what was taken back last; returns the cell it was typed in."""
        typed, name = self._steps.redo()
        self._go_to_state(typed)
        return name

    def end_step(self) -> None:
        """A cell was left: what comes next is another step."""
        self._steps.close()

    def _go_to_state(self, typed: Mapping[str, str]) -> None:
        """Let the card be typed on as it once was."""
        changed = {
            name
            for name in typed.keys() | self._typed.keys()
            if typed.get(name) != self._typed.get(name)
        }
        self._typed = dict(typed)
        self._rows = None
        for name in changed:
            self._values.pop(name, None)
            self.problems.pop(name, None)
            row = row_path(name)
            if row is None:
                self.look(name)
        self._look_at_rows()

    def take_over(self, texts: Mapping[str, str]) -> None:
        """Put back typing that was kept, into the cells that are still open."""
        for name, text in texts.items():
            row = row_path(name)
            if not self.may_type(name):
                continue
            if row is not None and not row.column:
                self.remove_row(row.table, row.row)
            else:
                self._put(name, text)
                self.look(name)
        self._steps.note(self._typed, "")

    def look(self, identifier: str) -> str:
        """Check a cell that was left.

        Returns:
            Its text as the program would write it, or as typed where something is wrong.
        """
        known = field_of(self.view.kind, identifier)
        text = self.text(identifier)
        checked = check(known, text, self._today, self._area_code)
        if "#" in identifier:
            self._look_at_rows()
        else:
            self.problems[identifier] = checked.problems
            self._values[identifier] = checked.value
            self._look_across()
        is_word = "#" in identifier and isinstance(checked.value, Explicit)
        if checked.errors or checked.value is None or is_word:
            return text
        return editor_text(known, checked.value, self._words)

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Take the problems that a save was refused for."""
        self._problems.add(problems)

    def open_problems(self) -> list[Problem]:
        """Everything to be told, errors first; what was ticked is told no longer."""
        return self._problems.open(self._typed.keys())

    def ticks(self) -> list[str]:
        """The warnings that a person may tick away, ticked or not."""
        return self._problems.ticks(self._typed.keys())

    def required_empty(self) -> frozenset[str]:
        """The cells that must be filled and are not."""
        values, answers = self._values_now(), self._answers_now()
        contacts = in_order(self.rows.children.get("contacts", ()))
        primary_mobile = has_mobile(contacts)
        missing = set(missing_required(self.view.kind, values, answers, primary_mobile))
        unseen = self.view.hidden - self._typed.keys()
        # What may not be seen may be filled all the same: the card itself knows.
        return frozenset((missing - unseen) | (unseen & set(self.view.missing)))

    def columns_wanted(self) -> frozenset[str]:
        """The cells of rows without which the row is none."""
        return frozenset(p.field for p in self.rows.problems if p.reason == REQUIRED)

    def fullness(self) -> Completeness:
        """How full the card is with what is typed; of a partly hidden card as it was read."""
        if self.view.hidden or not self._typed:
            return self.view.completeness
        children = self.rows.children
        values = {**self._values_now(), **children}
        contacts = children.get("contacts", ())
        now = completeness(self.view.kind, values, self._answers_now(), contacts)
        return with_unseen(now, self._as_read(), self.view.completeness)

    def _as_read(self) -> Completeness:
        """How full the card was by what could be seen of it."""
        view = self.view
        values = {**view.values, **view.children}
        return completeness(view.kind, values, view.explicit, view.children.get("contacts", ()))

    def _value(self, identifier: str) -> Any:
        """The value that a typed text stands for; None for an empty or a wrong one."""
        if identifier not in self._values:
            known = field(self.view.kind, identifier)
            text = self.text(identifier)
            self._values[identifier] = check(known, text, self._today, self._area_code).value
        return self._values[identifier]

    def _values_now(self) -> dict[str, Any]:
        values = dict(self.view.values)
        for name in self._typed_fields():
            value = self._value(name)
            values[name] = None if value in ANSWERS and explicit(self._typed[name]) else value
        return values

    def _answers_now(self) -> dict[str, str]:
        answers = dict(self.view.explicit)
        for name in self._typed_fields():
            answer = explicit(self._typed[name])
            answers[name] = answer.value if answer else ""
        return answers

    def _typed_fields(self) -> list[str]:
        return [name for name in self._typed if "#" not in name]

    def _look_at_rows(self) -> None:
        """Check the rows with each other."""
        self._problems.take_rows(self.rows.problems)

    def _look_across(self) -> None:
        """Check cells against each other."""
        found = check_card(self.view.kind, self._values_now(), self._today)
        self._problems.drop_across(found)
        self._problems.add(p for p in found if has_field(self.view.kind, p.field))

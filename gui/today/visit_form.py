"""What came of a visit, typed as fast as the counter needs it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.today.more_fields import MoreFields
from gui.today.promise_rows import MOST, PromiseRows
from gui.today.visit_inputs import DayLine, FormLine, VisitInput
from gui.today.visit_of import RESULTS, WITH_RECORD, Filled, VisitOf
from gui.translators import spoken, words
from gui.widgets.buttons import link_button, remark
from model.errors import Problem
from model.rounds.choices import NOT_VISITED
from model.rounds.visit_fields import VISIT_FIELDS
from model.rounds.visits_shown import PromiseView
from model.sentences.problems import problem_sentence

FIRST = ("outcome", "visited", "next_visit_on")
SUPERVISORS = frozenset({"supervisor_note", "discussed_on"})
_LINES = {"visited": 4}
_RESULT, _WHY, _LATE, _DAMAGED, _PROMISE = ".result", ".why", ".late", ".damaged", ".promise"
"""Beside the identifiers of fields in what is kept when the screen locks."""


class VisitForm(QWidget):
    """The parts that belong to the result are in view, the others are not.

    Signals:
        grown: the form is taller or smaller than it was.
    """

    grown = Signal()

    def __init__(self, parent: QWidget, *, supervises: bool = False) -> None:
        super().__init__(parent)
        self._visit = VisitOf("", "", "", date.min)
        self._today = date.min
        self._hidden = frozenset() if supervises else SUPERVISORS
        self._build()
        self._connect()
        self._retranslate()

    @property
    def visit(self) -> VisitOf:
        """Whose visit the form is for."""
        return self._visit

    @property
    def result(self) -> str:
        """The result chosen."""
        return next(name for name, button in self.results.items() if button.isChecked())

    def show_visit(self, visit: VisitOf, today: date, promises: Sequence[PromiseView] = ()) -> None:
        """Empty the form for another visit.

        Args:
            visit: whose it is.
            today: the office's day, from which short days are counted.
            promises: open promises of the customer, which may be kept now.
        """
        self._visit, self._today = visit, today
        for entry in self.inputs.values():
            entry.fill("")
            if isinstance(entry.input, DayLine):
                entry.input.today = today
        self.promises.clear(today)
        self.why.setCurrentIndex(0)
        self.damaged.setChecked(False)
        self.late.clear()
        self._offer_promises(promises)
        self.results["visited"].setChecked(True)
        for name, button in self.results.items():
            button.setVisible(visit.is_out or name in WITH_RECORD)
            self._keys[name].setEnabled(visit.is_out or name in WITH_RECORD)
        self._look()
        self.focus()

    def focus(self) -> None:
        """Put the cursor where typing begins."""
        first = self.inputs["outcome"] if self.result == "visited" else self.why
        (first if self.result in WITH_RECORD else self.results[self.result]).setFocus()

    def choose(self, result: str) -> None:
        """Choose a result as a click would."""
        self.results[result].setChecked(True)
        self._look()
        self.focus()

    def filled(self) -> Filled | None:
        """What was typed; None where a promise cannot be read, which is then told."""
        self.tell(())
        result = self.result
        promises = self.promises.entries() if result == "visited" else ()
        if promises is None:
            return None
        return Filled(
            self._visit,
            result,
            self._values(result),
            str(self.why.currentData()) if result == "not_visited" else "",
            promises,
            tuple(key for key, box in self._kept.items() if box.isChecked()),
            "damaged" if self.damaged.isChecked() else "intact",
            self.late.text().strip(),
        )

    def tell(self, problems: Sequence[Problem]) -> list[Problem]:
        """Say at each field what is wrong with it, and go to the first.

        Returns:
            The problems of fields that the form does not have.
        """
        told: dict[str, str] = {}
        for problem in problems:
            told.setdefault(problem.field, problem_sentence(problem, words))
        for identifier, entry in self.inputs.items():
            entry.tell(told.get(identifier, ""))
        self.promises.tell(told.get("promises", ""))
        first = next((name for name in self.inputs if name in told), "")
        if first:
            if first not in FIRST:
                self._unfold(True)
            self.inputs[first].setFocus()
        elif "promises" in told:
            self.promises.rows[0].what.setFocus()
        self.grown.emit()
        known = {*self.inputs, "promises"}
        return [problem for problem in problems if problem.field not in known]

    def typed(self) -> dict[str, str]:
        """Everything as it stands, for `take_typed`."""
        texts = {name: entry.typed for name, entry in self.inputs.items() if entry.typed}
        texts |= {f"{_PROMISE}{number}": text for number, text in self.promises.typed().items()}
        return texts | {
            _RESULT: self.result,
            _WHY: str(self.why.currentData()),
            _LATE: self.late.text(),
            _DAMAGED: "yes" if self.damaged.isChecked() else "",
        }

    def take_typed(self, texts: Mapping[str, str]) -> None:
        """Go on with what was typed before the screen locked."""
        for name, entry in self.inputs.items():
            entry.fill(texts.get(name, ""))
        self.promises.take_typed(
            {number: texts.get(f"{_PROMISE}{number}", "") for number in range(MOST)}
        )
        self.why.setCurrentIndex(max(0, self.why.findData(texts.get(_WHY, ""))))
        self.late.setText(texts.get(_LATE, ""))
        self.damaged.setChecked(texts.get(_DAMAGED, "") == "yes")
        self.choose(texts.get(_RESULT, RESULTS[0]))

    @property
    def dirty(self) -> bool:
        """Whether something is typed in it."""
        typed = any(entry.typed for entry in self.inputs.values())
        return typed or any(not row.empty for row in self.promises.rows)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _values(self, result: str) -> dict[str, str]:
        if result not in WITH_RECORD:
            return {}
        wanted = self.inputs if result == "visited" else ("next_visit_on",)
        return {name: self.inputs[name].typed for name in wanted if self.inputs[name].typed}

    def _build(self) -> None:
        self.inputs = {
            field.identifier: VisitInput(field, _LINES.get(field.identifier, 2), self)
            for field in VISIT_FIELDS
            if field.identifier not in self._hidden
        }
        self.promises = PromiseRows(self)
        self._kept: dict[int, QCheckBox] = {}
        self.why = QComboBox(self)
        for choice in NOT_VISITED:
            self.why.addItem("", choice.value)
        self.damaged = QCheckBox(self)
        self.late = FormLine(self)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(7)
        self._labels: dict[str, QLabel] = {}
        self._add("result", self._result_row())
        self._add("why", self.why)
        self._add("outcome", self.inputs["outcome"])
        self._add("visited", self.inputs["visited"])
        self._kept_box = QWidget(self)
        self._kept_layout = QVBoxLayout(self._kept_box)
        self._kept_layout.setContentsMargins(0, 0, 0, 0)
        self._add("kept", self._kept_box)
        self._add("promises", self.promises)
        self._add("next_visit_on", self.inputs["next_visit_on"])
        self._add("late", self.late)
        self._add("damaged", self.damaged)
        self.more = link_button(self)
        self.more.setCheckable(True)
        rest = {name: entry for name, entry in self.inputs.items() if name not in FIRST}
        self._more_area = MoreFields(rest, self)
        self._note = remark(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addWidget(self._note)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._more_area, 1)
        layout.addStretch()
        self._walk()

    def _walk(self) -> None:
        """Tab goes as one reads: Qt would go as the fields were made."""
        fields = [*self.results.values(), self.why]
        fields += [self.inputs[name].input for name in ("outcome", "visited")]
        fields += [part for row in self.promises.rows for part in row.parts]
        fields += [self.inputs["next_visit_on"].input, self.late, self.damaged, self.more]
        fields += [entry.input for name, entry in self.inputs.items() if name not in FIRST]
        for before, after in itertools.pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _add(self, name: str, widget: QWidget) -> None:
        self._labels[name] = QLabel(self)
        self._labels[name].setBuddy(widget)
        self._form.addRow(self._labels[name], widget)

    def _result_row(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(row)
        self.results = {name: QRadioButton(row) for name in RESULTS}
        self._keys = {name: QShortcut(self) for name in RESULTS}
        for name, key in self._keys.items():
            key.activated.connect(lambda name=name: self.choose(name))
        for button in self.results.values():
            self._group.addButton(button)
            layout.addWidget(button)
        self.results["visited"].setChecked(True)
        layout.addStretch()
        return row

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self._look())
        self.more.toggled.connect(self._unfold)
        self.promises.grown.connect(self.grown)

    def _unfold(self, on: bool) -> None:
        self.more.setChecked(on)
        self._look()

    def _offer_promises(self, promises: Sequence[PromiseView]) -> None:
        for box in self._kept.values():
            self._kept_layout.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._kept = {}
        for promise in promises:
            box = QCheckBox(f"{promise.due_on:%m-%d}  {promise.description}", self._kept_box)
            self._kept[promise.id] = box
            self._kept_layout.addWidget(box)

    def _look(self) -> None:
        """Show what belongs to the result."""
        result = self.result
        shown = {
            "result": bool(self._visit.card_no),
            "why": result == "not_visited",
            "outcome": result == "visited",
            "visited": result == "visited",
            "kept": result == "visited" and bool(self._kept),
            "promises": result == "visited" and bool(self._visit.card_no),
            "next_visit_on": result in WITH_RECORD,
            "late": self._visit.is_out and self._visit.hours_late > 0,
            "damaged": self._visit.is_out,
        }
        for name, on in shown.items():
            self._form.setRowVisible(self._labels[name], on)
        self.more.setVisible(result == "visited")
        self._more_area.setVisible(result == "visited" and self.more.isChecked())
        self._note.setText(self._note_text(result))
        self._note.setVisible(bool(self._note.text()))
        self._labels["next_visit_on"].setText(
            self.tr("New &date") if result == "not_visited" else self.tr("Ne&xt visit")
        )
        self.grown.emit()

    def _note_text(self, result: str) -> str:
        if result == "cancelled":
            return self.tr("The card comes home before the rep left. No visit record is wanted.")
        if result == "no_record":
            return self.tr(
                "The card comes home. Until its record is entered the rep is blocked, from the "
                "next working day on."
            )
        return ""

    def _retranslate(self) -> None:
        texts = (
            self.tr("&Visited"),
            self.tr("&Not visited"),
            self.tr("&Back before leaving"),
            self.tr("No &record"),
        )
        for result, text in zip(RESULTS, texts, strict=True):
            self.results[result].setText(text)
            # A button's own shortcut would wait for the button's animation.
            self.results[result].setShortcut(QKeySequence())
            self._keys[result].setKey(QKeySequence.mnemonic(text))
        for name, text in (
            ("result", self.tr("Result")),
            ("why", self.tr("&Why not")),
            ("outcome", self.tr("Purpose r&eached")),
            ("visited", self.tr("&Learnt")),
            ("kept", self.tr("Promises kept")),
            ("promises", self.tr("New &promises")),
            ("late", self.tr("Why so la&te")),
            ("damaged", ""),
        ):
            self._labels[name].setText(text)
        self._more_area.retranslate()
        for index, choice in enumerate(NOT_VISITED):
            self.why.setItemText(index, words(choice.context, choice.label))
        self.damaged.setText(self.tr("The card is da&maged"))
        self.more.setText(self.tr("M&ore fields …"))
        next_day = self.inputs["next_visit_on"].input
        if isinstance(next_day, FormLine):
            next_day.setPlaceholderText(self.tr("+7, 3-8 or 20261203"))
        self.why.setAccessibleName(self.tr("Why the visit did not take place"))
        self.late.setAccessibleName(spoken(self._labels["late"].text()))
        self._look()

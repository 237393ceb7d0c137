"""One editor per kind of field.

What is typed stays text: only `model` turns it into values.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.choice_editor import ChoiceEditor, RatingEditor
from gui.widgets.choices_editor import ChoicesEditor
from gui.widgets.line_editor import FlagEditor, LineEditor, TextEditor
from model.cards.fields import Field, Kind

FieldEditor = LineEditor | TextEditor | FlagEditor
"""Any editor: `typed`, `fill`, `type_over`, `set_mark`; signals `entered`, `edited`, `left`."""

EDITORS: dict[Kind, type[FieldEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.FLAG: FlagEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.PERSON: ChoiceEditor,
    Kind.DISTRICT: ChoiceEditor,
    Kind.RATING: RatingEditor,
}
"""The editor of each kind; every other kind is one line of text."""


def editor_for(field: Field, parent: QWidget) -> FieldEditor:
    """The editor of a field's kind, still without words and place."""
    return EDITORS.get(field.kind, LineEditor)(field, parent)

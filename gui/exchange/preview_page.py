"""What would happen: counts, the first rows, and everything that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from gui.exchange.options_bar import OptionsBar
from gui.exchange.preview_table import PreviewTable
from gui.exchange.problem_tabs import ProblemTabs
from gui.widgets.buttons import link_button
from gui.widgets.trouble import Trouble
from model.errors import BadInputError
from model.exchange.importing import Preview

_HEIGHTS = (280, 230)
_DISTRICTS_NAMED = 8


class PreviewPage(QWidget):
    """Options above, the file in the middle, its troubles below.

    Signals:
        changed: the person wants it taken otherwise.
        another_file: the person wants another file.
    """

    changed = Signal()
    another_file = Signal()

    def __init__(self, reps: Sequence[str], districts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.options = OptionsBar(reps, districts, self)
        self.table, self.problems = PreviewTable(self), ProblemTabs(self)
        self.trouble = Trouble(self)
        self._name, self._counts, self._districts = QLabel(self), QLabel(self), QLabel(self)
        self._another = link_button(self)
        self._another.setText(self.tr("&Another file …"))
        self._build()
        self.options.changed.connect(self.changed)
        self._another.clicked.connect(self.another_file)

    def start(self, path: Path) -> None:
        """Begin with another file."""
        self._name.setText(path.name)
        self._name.setToolTip(str(path))
        self.options.start()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Empty the page while a preview is made."""
        self.trouble.hide()
        self._counts.clear()
        self._districts.hide()
        self.table.show_preview(None)
        self.problems.show_problems((), ())

    def show_preview(self, preview: Preview) -> None:
        """Show what would happen."""
        self.options.show_found(preview)
        self.table.show_preview(preview)
        self.problems.show_problems(preview.problems, preview.warnings)
        self.problems.setVisible(not preview.column_problems)
        self._show_counts(preview)
        self._show_districts(preview)
        if preview.column_problems:
            self.trouble.tell(BadInputError(preview.column_problems))

    def _show_counts(self, preview: Preview) -> None:
        """How many rows become what."""
        pattern = self.tr("New: {added}      There already: {duplicate}      Rejected: {rejected}")
        facts = {name: f"{getattr(preview, name):,}" for name in ("added", "duplicate", "rejected")}
        self._counts.setText(pattern.format(**facts))
        self._counts.setVisible(not preview.column_problems)

    def _show_districts(self, preview: Preview) -> None:
        """The districts that would be made: many of them tell of a column taken for another."""
        names = [f"{new.name} ({new.team})" for new in preview.new_districts]
        few = names[:_DISTRICTS_NAMED]
        told = self.tr(", ").join(few) + (" …" if len(names) > len(few) else "")
        pattern = self.tr("Districts that will be made ({count}): {names}")
        self._districts.setText(pattern.format(count=len(names), names=told))
        self._districts.setToolTip(self.tr(", ").join(names))
        self._districts.setVisible(bool(names))

    def _build(self) -> None:
        for label in (self._name, self._counts):
            label.setProperty("heading", True)
        for label in (self._name, self._counts, self._districts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._districts.setWordWrap(True)
        self._districts.setProperty("faint", True)
        head = QHBoxLayout()
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self._another)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self.table)
        self._split.addWidget(self.problems)
        self._split.setSizes(list(_HEIGHTS))
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.options)
        for widget in (self.trouble, self._counts, self._districts):
            layout.addWidget(widget)
        layout.addWidget(self._split, 1)

"""How a file is to be taken: its sheet, headings and encoding, one rep or district for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from gui.translators import spoken, words
from gui.widgets.buttons import plain_button
from model.cards.choices import CARD_KINDS
from model.exchange.delimited import ENCODINGS
from model.exchange.importing import ImportOptions, Preview

_ROWS_OFFERED = 40
_WORKBOOK = "xlsx"


class OptionsBar(QWidget):
    """Two rows of choices; each one makes the preview anew.

    Signals:
        changed: something was chosen otherwise.
    """

    changed = Signal()

    def __init__(self, reps: Sequence[str], districts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._map_file: Path | None = None
        self._sheet, self._encoding = QComboBox(self), QComboBox(self)
        self._header, self._map = QComboBox(self), plain_button(self)
        self._kind, self._rep, self._district = QComboBox(self), QComboBox(self), QComboBox(self)
        self._fill(reps, districts)
        self._build()
        self._connect()
        self._name_map()

    def options(self, language: str) -> ImportOptions:
        """The choices as they stand."""
        return ImportOptions(
            map_file=self._map_file,
            kind=self._kind.currentData(),
            rep=self._rep.currentData() or "",
            district=self._district.currentText().strip() if self._district.currentIndex() else "",
            sheet=self._sheet.currentData() or "",
            header_row=self._header.currentData() or 0,
            encoding=self._encoding.currentData() or "",
            language=language,
        )

    def start(self) -> None:
        """Forget what belonged to another file; who is chosen for all rows stays."""
        for box in (self._sheet, self._header, self._encoding):
            box.setCurrentIndex(0)
            box.setItemText(0, self.tr("find out"))
        while self._sheet.count() > 1:
            self._sheet.removeItem(1)

    def show_found(self, preview: Preview) -> None:
        """Say what was found out where nothing was chosen."""
        is_list = preview.encoding != _WORKBOOK
        found = preview.encoding.upper() if is_list else self.tr("workbook")
        for box, fact in (
            (self._sheet, preview.sheet or "—"),
            (self._header, preview.header_row),
            (self._encoding, found),
        ):
            if not box.currentIndex():
                box.setItemText(0, self.tr("found: {fact}").format(fact=fact))
        if self._sheet.count() == 1:
            for name in preview.sheets:
                self._sheet.addItem(name, name)
        self._encoding.setEnabled(is_list)
        self._sheet.setEnabled(len(preview.sheets) > 1)

    def _fill(self, reps: Sequence[str], districts: Sequence[str]) -> None:
        for box in (self._sheet, self._header, self._encoding):
            box.addItem(self.tr("find out"))
        for name in ENCODINGS:
            self._encoding.addItem(name.upper(), name)
        for row in range(1, _ROWS_OFFERED + 1):
            self._header.addItem(str(row), row)
        for kind in CARD_KINDS:
            self._kind.addItem(words(kind.context, kind.label), kind.value)
        as_in_file = self.tr("as in the file")
        self._rep.addItem(as_in_file, "")
        for rep in reps:
            self._rep.addItem(rep, rep)
        self._district.addItem(as_in_file, "")
        self._district.addItems(list(dict.fromkeys(districts)))
        self._district.setEditable(True)
        self._district.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            (
                (self.tr("&Sheet"), self._sheet),
                (self.tr("Row of the &headings"), self._header),
                (self.tr("&Encoding"), self._encoding),
            ),
            (
                (self.tr("&Kind"), self._kind),
                (self.tr("&Rep for all rows"), self._rep),
                (self.tr("&District for all rows"), self._district),
            ),
        )
        for row, cells in enumerate(rows):
            for place, (text, field) in enumerate(cells):
                label = QLabel(text, self)
                label.setBuddy(field)
                field.setAccessibleName(spoken(text))
                field.setMinimumWidth(130)
                layout.addWidget(label, row, 3 * place)
                layout.addWidget(field, row, 3 * place + 1)
                layout.setColumnMinimumWidth(3 * place + 2, 10)
        layout.addWidget(self._map, 0, 9, 2, 1)
        for place in (1, 4, 7):
            layout.setColumnStretch(place, 2)
        for box in self.findChildren(QComboBox):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )

    def _connect(self) -> None:
        for box in (self._sheet, self._header, self._encoding, self._kind, self._rep):
            box.activated.connect(lambda _: self.changed.emit())
        self._district.activated.connect(lambda _: self.changed.emit())
        edit = self._district.lineEdit()
        if isinstance(edit, QLineEdit):
            edit.editingFinished.connect(self._district_typed)
        self._map.clicked.connect(self._choose_map)

    def _district_typed(self) -> None:
        """A district that the office has not yet is made by the import."""
        text = self._district.currentText().strip()
        known = self._district.findText(text)
        if known < 0 and text:
            self._district.addItem(text)
            known = self._district.count() - 1
        if max(known, 0) != self._district.currentIndex():
            self._district.setCurrentIndex(max(known, 0))
            self.changed.emit()

    def _choose_map(self) -> None:
        """Choose a map file, or take the one away that is chosen."""
        if self._map_file is None:
            chosen, _ = QFileDialog.getOpenFileName(
                self, self.tr("A map file"), str(Path.home()), self.tr("Map files (*.toml)")
            )
            self.use_map(Path(chosen) if chosen else None)
        else:
            self.use_map(None)

    def use_map(self, path: Path | None) -> None:
        """Follow a map file, or none."""
        if path != self._map_file:
            self._map_file = path
            self._name_map()
            self.changed.emit()

    def _name_map(self) -> None:
        """The button says what pressing it does."""
        if self._map_file is None:
            self._map.setText(self.tr("&Map file …"))
            self._map.setToolTip(self.tr("Says which column is which field (see the manual, F1)"))
        else:
            self._map.setText(self.tr("Without the &map file"))
            self._map.setToolTip(str(self._map_file))

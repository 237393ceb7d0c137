"""Characters that no font has: which they are, and where they stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from printing.fonts import MissingGlyph


class MissingGlyphs(QMessageBox):
    """Tells what was printed as a code point."""

    def __init__(self, missing: Sequence[MissingGlyph], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Characters that cannot be printed"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        text = self.tr(
            "The print font has no drawing of these characters. On the paper their code stands "
            "in brackets instead: {characters}"
        )
        self.setText(
            text.format(characters=", ".join(f"{glyph.char} {glyph.stand_in}" for glyph in missing))
        )

"""A cell of the card in which several fields stand side by side, as 已婚 · 丈夫 · 一子.

At rest each part takes the room of its text. Where the parts together need more than there is,
the texts are drawn as one, wrapped as on paper; the parts come apart when one is typed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect

from gui.widgets.cell_ink import PADDING, Sizes
from gui.widgets.choice_editor import RatingEditor
from gui.widgets.field_editors import FieldEditor
from gui.widgets.fitted_text import metrics
from gui.widgets.line_editor import FlagEditor
from gui.widgets.rest_text import unit_behind
from gui.widgets.sheet_places import CellPlace

_LEAST = 16.0
_FLAG = 26.0
GAP = "  "


class SharedCell:
    """Divides one cell among its parts."""

    def __init__(self, place: CellPlace, editors: Mapping[str, FieldEditor], sizes: Sizes) -> None:
        self.place = place
        self.drawn_as_one = False
        self.areas: dict[str, QRect] = {}
        self._editors = {path: editors[path] for path in place.cell.paths if path in editors}
        self._sizes = sizes

    def divide(self, closed_text: Callable[[str], str], *, apart: bool = False) -> None:
        """Share the cell out anew.

        Args:
            closed_text: text of a part that is only read.
            apart: whether somebody types in a part.
        """
        inside = self.place.area.adjusted(1, 1, -1, -1)
        needs = {path: self._need(path, closed_text) for path in self.place.cell.paths}
        fits = sum(needs.values()) <= inside.width()
        if not fits:
            needs.update({path: _LEAST for path in needs if self._is_empty(path, closed_text)})
            fits = sum(needs.values()) <= inside.width()
        rated = any(isinstance(editor, RatingEditor) for editor in self._editors.values())
        self.drawn_as_one = not (fits or apart or rated)
        self._share_out(inside, needs)
        for path, editor in self._editors.items():
            editor.look.silent = self.drawn_as_one
            if not editor.hasFocus():
                editor.setGeometry(self.areas[path])

    def text(self, closed_text: Callable[[str], str]) -> str:
        """All parts in one text."""
        texts = (self._with_unit(path, closed_text) for path in self.place.cell.paths)
        return GAP.join(text for text in texts if text)

    def _text(self, path: str, closed_text: Callable[[str], str]) -> str:
        editor = self._editors.get(path)
        if editor is None or editor.isHidden():
            return closed_text(path)
        return editor.rest_text()

    def _with_unit(self, path: str, closed_text: Callable[[str], str]) -> str:
        """The text of a part as it is read; a part that is closed has its unit already."""
        text, editor = self._text(path, closed_text), self._editors.get(path)
        if editor is None or editor.isHidden():
            return text
        unit = unit_behind(text, editor.look.unit)
        return f"{text} {unit}" if unit else text

    def _need(self, path: str, closed_text: Callable[[str], str]) -> float:
        """The width that a part would like."""
        editor = self._editors.get(path)
        is_open = editor is not None and not editor.isHidden()
        if is_open and isinstance(editor, FlagEditor):
            return _FLAG
        if is_open and isinstance(editor, RatingEditor):
            return 5.0 * (self._sizes.value + 4) + 4 * 6 + 2 * PADDING
        text = self._with_unit(path, closed_text)
        if text:
            return metrics(self._sizes.value).horizontalAdvance(text) + 2 * PADDING + 1
        if editor is None or not is_open:
            return 0.0
        hint = metrics(self._sizes.small).horizontalAdvance(editor.look.hint)
        return max(_LEAST, hint + 2 * PADDING + 1)

    def _is_empty(self, path: str, closed_text: Callable[[str], str]) -> bool:
        editor = self._editors.get(path)
        is_open = editor is not None and not editor.isHidden()
        return is_open and not self._text(path, closed_text)

    def _share_out(self, inside: QRect, needs: dict[str, float]) -> None:
        """Give each part what it needs, and the last one what is left over."""
        total = sum(needs.values())
        spare = max(0.0, inside.width() - total)
        shrink = min(1.0, inside.width() / total) if total else 1.0
        # A closed, empty part has no need of room: the spare goes to the last one that has.
        last = next(reversed([path for path, need in needs.items() if need] or list(needs)))
        left = float(inside.left())
        for path, need in needs.items():
            width = need * shrink + (spare if path == last else 0.0)
            area = QRect(
                round(left), inside.top(), round(left + width) - round(left), inside.height()
            )
            self.areas[path] = area
            left += width

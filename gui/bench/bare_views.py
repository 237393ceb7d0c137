"""The bare equivalents of card and list: plain Qt in a process of its own, nothing of ours.

`FOLDER`: reads there what the program showed (`bare.json`), prints milliseconds as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QTableView, QWidget

from gui.bench.painting import rest, until_painted, wait_for

PLAN = "bare.json"
_COLUMNS = 4
_PAUSE_S = 0.03
_COME_TO_REST_S = 0.1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BareForm(QWidget):
    """Labels and editors in a grid, as many as the card has."""

    def __init__(self, editors: int, size: QSize) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setSpacing(0)
        self._editors = [QLineEdit(self) for _ in range(editors)]
        for number, editor in enumerate(self._editors):
            row, column = divmod(number, _COLUMNS)
            layout.addWidget(QLabel(f"Label {number}", self), row, 2 * column)
            layout.addWidget(editor, row, 2 * column + 1)
        self.resize(size)

    def fill(self, number: int) -> None:
        """Put other texts into all editors."""
        for editor in self._editors:
            editor.setText(f"成都恒运机电设备 {number}")


class _BareRows(QAbstractTableModel):
    """Tuples of texts."""

    def __init__(self, rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][index.column()] if role == 0 else None

    def show(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class BareList(QTableView):
    """All rows, or those in whose key a text stands."""

    def __init__(self, rows: Sequence[tuple[str, ...]], keys: Sequence[str], size: QSize) -> None:
        super().__init__()
        self._all, self._keys = rows, keys
        self._model = _BareRows(rows)
        self.setModel(self._model)
        self.resize(size)

    def narrow(self, text: str) -> None:
        """Show the rows whose key holds the text."""
        pairs = zip(self._all, self._keys, strict=True)
        self.show_rows([row for row, key in pairs if text in key])

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        self._model.show(rows)


def filled(plan: dict[str, Any]) -> list[float]:
    """As many bare editors as the card has, filled again and again."""
    form = BareForm(plan["editors"], QSize(*plan["card"]))
    _show(form)
    times = []
    for number in range(plan["times"]):
        times.append(until_painted(form, partial(form.fill, number), lambda: True))
        rest(_PAUSE_S)
    form.close()
    return times


def narrowed(plan: dict[str, Any]) -> dict[str, list[float]]:
    """The same rows narrowed by the same texts, by kind of key."""
    view = BareList([tuple(row) for row in plan["rows"]], plan["keys"], QSize(*plan["list"]))
    _show(view)
    times: dict[str, list[float]] = {}
    for kind, text in plan["typed"]:
        times.setdefault(kind, []).append(
            until_painted(view, partial(view.narrow, text), lambda: True)
        )
        rest(_PAUSE_S)
    view.close()
    return times


def repainted(plan: dict[str, Any]) -> list[float]:
    """The same rows in a plain list, replaced by others and painted again and again."""
    rows = [tuple(row) for row in plan["rows"]]
    view = BareList(rows, [], QSize(*plan["list"]))
    _show(view)
    times = []
    for number in range(plan["times"]):
        others = [(str(number), *row[1:]) for row in rows]
        times.append(until_painted(view, partial(view.show_rows, others), lambda: True))
        rest(_PAUSE_S)
    view.close()
    return times


def empty_paints(plan: dict[str, Any]) -> list[float]:
    """The floor: an empty window of the same size, painted once more."""
    window = QWidget()
    window.resize(QSize(*plan["window"]))
    _show(window)
    times = []
    for _ in range(plan["times"]):
        times.append(until_painted(window, window.update, lambda: True))
        rest(_PAUSE_S)
    window.close()
    return times


_VIEWS: dict[str, Callable[[dict[str, Any]], object]] = {
    "filled": filled,
    "narrowed": narrowed,
    "empty": empty_paints,
    "repainted": repainted,
}
"""What a plan may ask for, in its `views`."""


def _show(window: QWidget) -> None:
    """Show a window, and let it come to rest."""
    window.show()
    wait_for(lambda: window.windowHandle().isExposed())
    rest(_COME_TO_REST_S)


def measured_bare(folder: Path, plan: dict[str, Any]) -> dict[str, Any]:
    """Let a process of its own do what a plan says; milliseconds by view."""
    (folder / PLAN).write_text(json.dumps(plan), encoding="utf-8")
    command = [sys.executable, "-m", "gui.bench.bare_views", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Do what the plan says."""
    plan = json.loads((Path(sys.argv[1]) / PLAN).read_text(encoding="utf-8"))
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    sys.stdout.write(json.dumps({name: _VIEWS[name](plan) for name in plan["views"]}))


if __name__ == "__main__":
    main()

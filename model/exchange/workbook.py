"""Reading an .xlsx workbook with calamine, after a look at what calamine cannot cope with.

Calamine lays a sheet out as one rectangle: a single cell at XFD1048576 makes it ask for half a
terabyte, and the whole program dies. It also gives a formula's error as an empty cell. Both are
found in the sheet's XML first.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from model.errors import UnreadableFileError
from model.exchange.sheets import MOST_ROWS, Cell, Line, Sheet, clean, limits, line_of
from model.progress import Progress

_MAIN = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION_ID = re.compile(r"\}id$")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>'
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_MOST_UNPACKED = 512 * 1024 * 1024
_MOST_CELLS = 4_000_000
_MOST_COLUMNS = 1024

Errors = dict[tuple[int, int], str]
"""(row, column), both from 0 -> the error that a formula shows there."""


def read_workbook(
    path: Path, data: bytes, progress: Progress
) -> tuple[tuple[Sheet, ...], tuple[Sheet, ...]]:
    """Read every sheet: the visible ones, and the hidden ones.

    Raises:
        UnreadableFileError: not a workbook of this kind, damaged, or too large.
    """
    errors = _look_through(path, data)
    return _with_calamine(path, data, errors, progress)


def _look_through(path: Path, data: bytes) -> dict[str, Errors]:
    """Check the sizes, and find the errors of formulas by sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if _MAIN not in packed.namelist():
                raise UnreadableFileError(file=path.name, reason="other_format")
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise UnreadableFileError(file=path.name, reason="too_large", **limits())
            parts = _parts(packed)
            return {name: _errors_in(path, packed.read(part)) for name, part in parts.items()}
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, EOFError) as error:
        raise UnreadableFileError(file=path.name, reason="damaged") from error


def _parts(packed: zipfile.ZipFile) -> dict[str, str]:
    """Name of a sheet -> the part of the package in which it stands."""
    relations = ElementTree.fromstring(packed.read(_RELATIONS))
    targets = {node.get("Id"): node.get("Target") or "" for node in relations}
    found = {}
    for node in ElementTree.fromstring(packed.read(_MAIN)).iter():
        if node.tag.endswith("}sheet"):
            key = next((value for name, value in node.items() if _RELATION_ID.search(name)), "")
            target = targets.get(key, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in packed.namelist():
                found[node.get("name") or ""] = part
    return found


def _errors_in(path: Path, xml: bytes) -> Errors:
    """The errors of one sheet; refuses one whose filled cells lie too far apart."""
    top = left = 1 << 30
    bottom = right = 0
    for cell in _CELL.finditer(xml):
        attributes = cell[1]
        place = None if attributes.endswith(b"/") else _REFERENCE.search(attributes)
        if place is not None:
            row, column = int(place[2]), _column(place[1])
            top, left = min(top, row), min(left, column)
            bottom, right = max(bottom, row), max(right, column)
            if right > _MOST_COLUMNS or (bottom - top) * (right - left) > _MOST_CELLS:
                raise UnreadableFileError(
                    file=path.name, reason="far_cell", cell=(place[1] + place[2]).decode()
                )
    if b't="e"' not in xml:
        return {}
    return {
        (int(row) - 1, _column(column) - 1): text.decode("utf-8", "replace")
        for column, row, text in _ERROR_CELL.findall(xml)
    }


def _column(letters: bytes) -> int:
    """The number of a column: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _with_calamine(
    path: Path, data: bytes, errors: dict[str, Errors], progress: Progress
) -> tuple[tuple[Sheet, ...], tuple[Sheet, ...]]:
    """Read the cells."""
    # Imported here: only who imports pays for it.
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    seen: list[Sheet] = []
    hidden: list[Sheet] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for facts in workbook.sheets_metadata:
            progress(0, 0)
            if facts.typ is SheetTypeEnum.WorkSheet:
                rows = workbook.get_sheet_by_name(facts.name).to_python(skip_empty_area=False)
                sheet = Sheet(facts.name, _lines(path, rows, errors.get(facts.name, {})))
                (seen if facts.visible is SheetVisibleEnum.Visible else hidden).append(sheet)
    except PasswordError as error:
        raise UnreadableFileError(file=path.name, reason="password") from error
    except CalamineError as error:
        raise UnreadableFileError(file=path.name, reason="damaged") from error
    return tuple(seen), tuple(hidden)


def _lines(path: Path, rows: Sequence[Sequence[object]], errors: Errors) -> tuple[Line, ...]:
    """The rows in which anything stands."""
    found = []
    for index, row in enumerate(rows):
        cells: list[Cell] = [clean(cell) for cell in row]
        line = line_of(index + 1, tuple(cells))
        if line is not None:
            found.append(line)
    if len(found) > MOST_ROWS:
        raise UnreadableFileError(file=path.name, reason="too_large", **limits())
    return _with_errors(found, errors) if errors else tuple(found)


def _with_errors(lines: list[Line], errors: Errors) -> tuple[Line, ...]:
    """The same lines with the errors of formulas in their places."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in errors.items():
        by_row.setdefault(row + 1, {})[column] = text
    kept = {line.number: line for line in lines}
    for number, shown in by_row.items():
        before = kept[number].cells if number in kept else ()
        width = max(len(before), max(shown) + 1)
        cells = tuple(
            shown.get(column, before[column] if column < len(before) else None)
            for column in range(width)
        )
        kept[number] = Line(number, cells)
    return tuple(kept[number] for number in sorted(kept))

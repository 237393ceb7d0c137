"""The rows that were not taken, as a workbook beside the source, to be corrected and imported.

Every cell of the source stands there as text, so that no code loses its digits once more; behind
them the row's number in the source, the fields, and the reasons. Identity numbers are left out:
they may not be kept (domain.md §2.8).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from model.cards.characters import compact
from model.cards.credit_code import is_identity_number
from model.errors import Problem
from model.exchange.judging import Judged
from model.exchange.matching import Matched
from model.exchange.rejected_words import DUPLICATES, HEADINGS, REJECTED
from model.exchange.sheets import Line, text_of
from model.sentences.names import field_label
from model.sentences.problems import reason_sentence
from model.words import Words

_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a mark, not a time
_WIDEST = 40
_MOST_NAMES = 100


def write_rejected(
    source: Path, matched: Matched, judged: Sequence[Judged], words: Words
) -> Path | None:
    """Write the rows that did not become cards.

    Args:
        source: the file they came from; the new one stands beside it and replaces none.
        matched: the sheet they came from.
        judged: all rows.
        words: the reader's language.

    Returns:
        The new file, or None where the folder cannot be written.
    """
    data = _workbook(matched, judged, words)
    for number in range(1, _MOST_NAMES):
        name = f"{source.stem}.rejected{'' if number == 1 else f'-{number}'}.xlsx"
        path = source.with_name(name)
        try:
            if _is_free(path, data):
                return path
        except OSError:
            return None
    return None


def _is_free(path: Path, data: bytes) -> bool:
    """Write a file, unless another one stands there, which may hold somebody's corrections.

    Returns:
        Whether the file now holds the data; one that held it before is as good.
    """
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    return True


def _workbook(matched: Matched, judged: Sequence[Judged], words: Words) -> bytes:
    """The workbook's bytes, made in memory: a temporary file would lie about in clear."""
    # Imported here: only who imports pays for it.
    from xlsxwriter import Workbook

    out = io.BytesIO()
    lines = {line.number: line for line in matched.rows}
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_TIME})  # the same rows, the same bytes
        for title, rows in (
            (REJECTED, [one for one in judged if one.problems]),
            (DUPLICATES, [one for one in judged if one.double and not one.problems]),
        ):
            if rows:
                sheet = book.add_worksheet(words("RejectedRows", title))
                _fill(book, sheet, matched, lines, rows, words)
    return out.getvalue()


def _fill(
    book: Any,
    sheet: Any,
    matched: Matched,
    lines: dict[int, Line],
    rows: Sequence[Judged],
    words: Words,
) -> None:
    """One sheet: the headings, and a line for each row."""
    head = book.add_format({"bold": True, "bg_color": "#E7E2D3"})
    wrong = book.add_format({"num_format": "@", "bg_color": "#F8D7DA"})
    text = book.add_format({"num_format": "@"})
    places = {column.path: column.index for column in matched.taken()}
    width = max(len(matched.header.cells), *(len(lines[one.row.number].cells) for one in rows))
    _put_line(sheet, 0, _texts(matched.header, width), [head] * width)
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(0, width + column, words("RejectedRows", heading), head)
    for index, one in enumerate(rows, 1):
        bad = {places.get(problem.field) for problem in one.refusals}
        formats = [wrong if column in bad else text for column in range(width)]
        _put_line(sheet, index, _texts(lines[one.row.number], width), formats)
        _put_line(sheet, index, _remarks(one, words), [text] * len(HEADINGS), width)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, width, 14, text)
    sheet.set_column(width + 1, width + 2, _WIDEST, text)


def _texts(line: Line, width: int) -> list[str]:
    """The cells of a line as texts, without identity numbers."""
    texts = [text_of(cell) for cell in line.cells]
    kept = ["" if is_identity_number(compact(text).upper()) else text for text in texts]
    return kept + [""] * (width - len(kept))


def _remarks(one: Judged, words: Words) -> list[str]:
    """Row, fields and reasons."""
    problems: Sequence[Problem] = one.refusals
    fields = [field_label(problem.field, words) if problem.field else "" for problem in problems]
    reasons = [reason_sentence(problem, words) for problem in problems]
    return [str(one.row.number), "\n".join(fields), "\n".join(reasons)]


def _put_line(
    sheet: Any, row: int, texts: Sequence[str], formats: Sequence[Any], start: int = 0
) -> None:
    """Write texts, never numbers, formulas or links."""
    for column, (text, look) in enumerate(zip(texts, formats, strict=True), start):
        if text or look is not None:
            sheet.write_string(row, column, text, look)

"""卡片借还日报, what the day's lending came to, on A4 (domain.md §1.5, §6.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from model.loans.sheets import DayReport, RegisterLine, RepCount
from model.words import Words, mark
from printing.form_cells import TEXT_PT, Blank, draw_form_row
from printing.office_texts import clock, day_with_weekday
from printing.paper import A4, HEAD_BAND, MARGIN, PrintDoc, mm
from printing.ruled import Column, Piece, Row, RuledTable, deal, lay_row

TITLE = mark("DayReport", "Card report of the day")

_NOT_YET = mark("DayReport", "not yet")
_CABINET = mark("DayReport", "Cards of the cabinet")
_REPS = mark("DayReport", "Reps")
_TOTAL = mark("DayReport", "Total")
_MISSING = mark("DayReport", "Cards not back: {count}")
_NO_RECORD = mark("DayReport", "Cards home without a visit record: {count}")
_NONE = mark("DayReport", "None")
_ACKNOWLEDGED = mark("DayReport", "acknowledged")
_NOT_ACKNOWLEDGED = mark("DayReport", "not acknowledged")
_LOG_HEAD = mark("DayReport", "Head of the log {head}")

# Heading, width in millimetres, alignment; each table is 190 mm wide.
_REP_COLUMNS = (
    (mark("DayReport", "Rep"), 46, "left"),
    (mark("DayReport", "Planned"), 24, "center"),
    (mark("DayReport", "Out"), 24, "center"),
    (mark("DayReport", "Back"), 24, "center"),
    (mark("DayReport", "Not back"), 24, "center"),
    (mark("DayReport", "Overdue"), 24, "center"),
    (mark("DayReport", "No record"), 24, "center"),
)
_MISSING_COLUMNS = (
    (mark("DayReport", "Card"), 18, "center"),
    (mark("DayReport", "Customer"), 60, "left"),
    (mark("DayReport", "Borrower"), 24, "left"),
    (mark("DayReport", "Out at"), 24, "center"),
    (mark("DayReport", "Due at"), 24, "center"),
    (mark("DayReport", "Late (h)"), 14, "center"),
    (mark("DayReport", "At closing"), 26, "center"),
)
_RECORD_COLUMNS = (
    (mark("DayReport", "Card"), 18, "center"),
    (mark("DayReport", "Customer"), 60, "left"),
    (mark("DayReport", "Rep"), 24, "left"),
    (mark("DayReport", "Plan"), 38, "left"),
    (mark("DayReport", "Back at"), 24, "center"),
    (mark("DayReport", "Record entered on"), 26, "center"),
)

_WIDTH = 190 * mm
_TOP = A4[1] - 10 * mm
_BOTTOM = 12 * mm
_PAGE_ROOM = _TOP - _BOTTOM
_TITLE_ROW, _HEADING_ROW, _ROW = 7 * mm, 7 * mm, 7 * mm
_FIELD_ROW, _GAP = 7.5 * mm, 4 * mm
_SIGN_ROW = 14 * mm
_MOST_LINES = 4


@dataclass(frozen=True)
class _Part:
    """Something that stands on a page as a whole; told its upper edge, it draws itself."""

    height: float
    draw: Callable[[float], object]


class _Flow:
    """Parts dealt to pages one after another; a table goes on over a page's end."""

    def __init__(self, doc: PrintDoc) -> None:
        self._doc = doc
        self._room = _PAGE_ROOM
        self.pages: list[list[_Part]] = [[]]

    def add(self, height: float, draw: Callable[[float], object]) -> None:
        """Place a part, with its gap below, on this page or the next."""
        if height > self._room:
            self.pages.append([])
            self._room = _PAGE_ROOM
        self.pages[-1].append(_Part(height + _GAP, draw))
        self._room -= height + _GAP

    def add_table(self, title: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Place a table under its title; both stand again where it goes on."""
        doc, above = self._doc, _TITLE_ROW + _HEADING_ROW
        if self._room < above + 2 * _ROW:
            self.pages.append([])
            self._room = _PAGE_ROOM
        for part in deal(rows, self._room - above, _PAGE_ROOM - above, 0):

            def draw(top: float, part: Sequence[Row] = part) -> None:
                doc.text(MARGIN, top - 5 * mm, title, 10)
                bottom = RuledTable(doc, columns, MARGIN).draw(top - _TITLE_ROW, _HEADING_ROW, part)
                if not part:
                    none = Blank("", 0, doc.words("DayReport", _NONE), _WIDTH)
                    draw_form_row(doc, MARGIN, bottom, _ROW, (none,), largest=TEXT_PT)

            self.add(above + (sum(row.height for row in part) or _ROW), draw)


def draw_day_report(doc: PrintDoc, report: DayReport) -> int:
    """Draw the report of a day; returns its pages."""
    flow, words = _Flow(doc), doc.words
    fields = _fields(report, words)
    flow.add(HEAD_BAND + len(fields) * _FIELD_ROW, lambda top: _draw_head(doc, report, top))
    columns = _columns(_REP_COLUMNS, words)
    rows = [_row(doc, columns, _rep_texts(one, words)) for one in _with_total(report.reps)]
    flow.add_table(words("DayReport", _REPS), columns, rows if report.reps else ())
    columns = _columns(_MISSING_COLUMNS, words)
    rows = [_row(doc, columns, _missing_texts(one, report, words)) for one in report.missing]
    flow.add_table(_counted(_MISSING, report.missing, words), columns, rows)
    columns = _columns(_RECORD_COLUMNS, words)
    rows = [_row(doc, columns, _record_texts(one, report)) for one in report.no_record]
    flow.add_table(_counted(_NO_RECORD, report.no_record, words), columns, rows)
    flow.add(_SIGN_ROW + 6 * mm, lambda top: _draw_signatures(doc, report, top))
    for number, parts in enumerate(flow.pages, start=1):
        with doc.page(A4, number, len(flow.pages)):
            top = _TOP
            if number > 1:
                _draw_running_head(doc, report)
            for part in parts:
                part.draw(top)
                top -= part.height
    return len(flow.pages)


def _columns(table: Sequence[tuple[str, float, str]], words: Words) -> tuple[Column, ...]:
    return tuple(
        Column(words("DayReport", heading), width * mm, align, _MOST_LINES)
        for heading, width, align in table
    )


def _row(doc: PrintDoc, columns: Sequence[Column], texts: Sequence[str]) -> Row:
    return lay_row(doc.typeface, columns, [(Piece(text),) for text in texts], _ROW)


def _counted(text: str, lines: Sequence[RegisterLine], words: Words) -> str:
    return words("DayReport", text).format(count=len(lines))


def _with_total(reps: Sequence[RepCount]) -> tuple[RepCount, ...]:
    """The reps' lines, and their sum under an empty name."""
    total = RepCount(
        "",
        sum(one.planned for one in reps),
        sum(one.issued for one in reps),
        sum(one.returned for one in reps),
        sum(one.still_out for one in reps),
        sum(one.overdue for one in reps),
        sum(one.record_missing for one in reps),
    )
    return (*reps, total)


def _rep_texts(one: RepCount, words: Words) -> tuple[str, ...]:
    counts = (
        one.planned, one.issued, one.returned, one.still_out, one.overdue, one.record_missing
    )  # fmt: skip
    return (one.rep or words("DayReport", _TOTAL), *map(str, counts))


def _missing_texts(line: RegisterLine, report: DayReport, words: Words) -> tuple[str, ...]:
    """A card that is not back, and whether the keeper named it when closing."""
    named = line.card_no in report.acknowledged
    return (
        line.card_no,
        line.name,
        line.borrower,
        clock(line.issued_at, report.day),
        clock(line.due_at, report.day),
        str(line.late_hours) if line.late_hours else "",
        words("DayReport", _ACKNOWLEDGED if named else _NOT_ACKNOWLEDGED),
    )


def _record_texts(line: RegisterLine, report: DayReport) -> tuple[str, ...]:
    """A card that came home without its record; the last cell is filled by hand."""
    back = clock(line.returned_at, report.day)
    return (line.card_no, line.name, line.borrower, line.document, back, "")


def _fields(report: DayReport, words: Words) -> tuple[tuple[Blank, ...], ...]:
    """The day, who opened and closed, and the cards of the whole cabinet."""
    day = day_with_weekday(report.day, words)
    opened = _who(report.opened_by, report.opened_at, report, words)
    closed = _who(report.closed_by, report.closed_at, report, words)
    states = (
        (mark("DayReport", "In the cabinet"), report.in_cabinet),
        (mark("DayReport", "Out"), report.out),
        (mark("DayReport", "Overdue"), report.overdue),
        (mark("DayReport", "Lost"), report.lost),
        (mark("DayReport", "Sealed"), report.sealed),
    )
    return (
        (
            Blank(words("DayReport", mark("DayReport", "Date")), 16 * mm, day, 44 * mm),
            Blank(words("DayReport", mark("DayReport", "Opened")), 18 * mm, opened, 47 * mm),
            Blank(words("DayReport", mark("DayReport", "Closed")), 18 * mm, closed, 47 * mm),
        ),
        (
            Blank("", 0, words("DayReport", _CABINET), 40 * mm),
            *(
                Blank(words("DayReport", label), 17 * mm, str(count), 13 * mm)
                for label, count in states
            ),
        ),
    )


def _who(name: str, moment: datetime | None, report: DayReport, words: Words) -> str:
    """Who did it and when."""
    if not name:
        return words("DayReport", _NOT_YET)
    return f"{name} {clock(moment, report.day)}".strip()


def _draw_head(doc: PrintDoc, report: DayReport, top: float) -> None:
    top = doc.head(A4, top, report.office, doc.words("DayReport", TITLE))
    for cells in _fields(report, doc.words):
        top = draw_form_row(doc, MARGIN, top, _FIELD_ROW, cells)


def _draw_running_head(doc: PrintDoc, report: DayReport) -> None:
    """Whose page this is, right of the first table's title."""
    words = doc.words
    text = f"{words('DayReport', TITLE)} · {day_with_weekday(report.day, words)}"
    doc.text(A4[0] - MARGIN, _TOP - 5 * mm, text, TEXT_PT, align="right")


def _draw_signatures(doc: PrintDoc, report: DayReport, top: float) -> None:
    words = doc.words
    cells = (
        Blank(words("DayReport", mark("DayReport", "Card keeper")), 22 * mm, "", 48 * mm),
        Blank(words("DayReport", mark("DayReport", "Supervisor")), 22 * mm, "", 48 * mm),
        Blank(words("DayReport", mark("DayReport", "Signed on")), 18 * mm, "", 32 * mm),
    )
    bottom = draw_form_row(doc, MARGIN, top, _SIGN_ROW, cells)
    head = words("DayReport", _LOG_HEAD).format(head=report.log_head)
    doc.text(MARGIN, bottom - 5 * mm, head, TEXT_PT)

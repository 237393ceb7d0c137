"""借还登记簿, the day's loans on A4 landscape, and its empty 手工登记 form (domain.md §6.7).

The head of the log stands below it: paper anchors the log outside the cabinet's file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.cards.choices import Choice
from model.loans.sheets import LoanRegister, RegisterLine
from model.words import Words, mark
from printing.form_cells import SMALL_PT, TEXT_PT, Blank, draw_form_row
from printing.office_texts import clock, day_with_weekday
from printing.paper import A4_LANDSCAPE, COMMA, HEAD_BAND, MARGIN, PrintDoc, mm
from printing.ruled import Column, Piece, Row, RuledTable, deal, lay_row

TITLE = mark("Register", "Loan register")
BY_HAND = mark("Register", "Loan register, kept by hand")
CONDITIONS = (
    Choice("intact", mark("Register", "Intact"), "Register"),
    Choice("damaged", mark("Register", "Damaged"), "Register"),
)
"""检查: the state in which a card came home."""

_SECRECIES = (
    Choice("internal", mark("Register", "Int."), "Register"),
    Choice("confidential", mark("Register", "Conf."), "Register"),
    Choice("secret", mark("Register", "Secr."), "Register"),
)
# Heading, width in millimetres, alignment, most lines; domain.md §6.7 has the widths.
_COLUMNS = (
    (mark("Register", "No."), 18, "center", 1),
    (mark("Register", "Date"), 18, "center", 1),
    (mark("Register", "Card"), 16, "center", 1),
    (mark("Register", "Customer"), 34, "left", 6),
    (mark("Register", "Secrecy"), 10, "center", 2),
    (mark("Register", "Borrower"), 16, "left", 3),
    (mark("Register", "Purpose, plan"), 30, "left", 2),
    (mark("Register", "Out at"), 14, "center", 2),
    (mark("Register", "Borrower's signature"), 20, "left", 1),
    (mark("Register", "Due at"), 14, "center", 2),
    (mark("Register", "Back at"), 14, "center", 2),
    (mark("Register", "Checked"), 18, "left", 2),
    (mark("Register", "Clerk's signature"), 20, "left", 2),
    (mark("Register", "Late (h)"), 12, "center", 1),
    (mark("Register", "Remarks"), 23, "left", 6),
)
_NO_RECORD = mark("Register", "no record")
_CORRECTED = mark("Register", "corrected")
_LATER = mark("Register", "entered later")
_CANCELLED = mark("Register", "visit cancelled")
_OUT_BY, _IN_BY = mark("Register", "Out {name}"), mark("Register", "In {name}")
_PAGE_TOTAL = mark("Register", "This page: out {issued} · back {returned} · not back {still_out}")
_DAY_TOTAL = mark("Register", "The day: out {issued} · back {returned} · not back {still_out}")
_LOG_HEAD = mark(
    "Register", "Head of the log {head} (check it: card-cabinet verify --paper {head})"
)
_KEEPER = mark("Register", "Card keeper ____________")
_NO_LOANS = mark("Register", "No card went out or came back on this day.")
_DATE_BY_HAND = mark("Register", "Date ____ - __ - __")

LEAST_ROW = 9 * mm
_TOP = A4_LANDSCAPE[1] - 8 * mm
_BOTTOM = 9 * mm
_HEADING_ROW = 9 * mm
_TOTAL_BAND, _ANCHOR_BAND = 6 * mm, 6 * mm
_ROOM = _TOP - HEAD_BAND - _HEADING_ROW - _TOTAL_BAND - _BOTTOM
_WIDTH = 277 * mm
_BLANK = "____"


def draw_register(doc: PrintDoc, register: LoanRegister) -> int:
    """Draw the register of a day; returns its pages."""
    columns = _columns(doc.words)
    lines = register.lines
    rows = [
        lay_row(doc.typeface, columns, _cells(line, register, doc.words), LEAST_ROW)
        for line in lines
    ]
    pages = deal(rows, _ROOM, _ROOM, _ANCHOR_BAND)
    day, at = day_with_weekday(register.day, doc.words), 0
    for number, part in enumerate(pages, start=1):
        with doc.page(A4_LANDSCAPE, number, len(pages)):
            bottom = _draw_table(doc, columns, register.office, TITLE, day, part)
            if not lines:
                none = Blank("", 0, doc.words("Register", _NO_LOANS), _WIDTH)
                bottom = draw_form_row(doc, MARGIN, bottom, LEAST_ROW, (none,))
            _draw_total(doc, bottom, _PAGE_TOTAL, _counted(lines[at : at + len(part)], register))
            if number == len(pages):
                _draw_anchor(doc, bottom - _TOTAL_BAND, register)
        at += len(part)
    return len(pages)


def draw_blank_register(doc: PrintDoc, office: str, rows: int) -> int:
    """Draw the same grid empty, to be written by hand on a day without power; returns its pages.

    Args:
        doc: the document.
        office: name of the office.
        rows: how many empty rows at least; the last page is filled up.
    """
    columns = _columns(doc.words)
    empty = lay_row(doc.typeface, columns, [()] * len(columns), LEAST_ROW)
    a_page = int(_ROOM // LEAST_ROW)
    count = max(1, -(-rows // a_page))
    totals = dict.fromkeys(("issued", "returned", "still_out"), _BLANK)
    for number in range(1, count + 1):
        with doc.page(A4_LANDSCAPE, number, count):
            day = doc.words("Register", _DATE_BY_HAND)
            bottom = _draw_table(doc, columns, office, BY_HAND, day, [empty] * a_page)
            _draw_total(doc, bottom, _PAGE_TOTAL, totals)
    return count


def _columns(words: Words) -> tuple[Column, ...]:
    return tuple(
        Column(words("Register", heading), width * mm, align, most)
        for heading, width, align, most in _COLUMNS
    )


def _cells(
    line: RegisterLine, register: LoanRegister, words: Words
) -> tuple[tuple[Piece, ...], ...]:
    """The fifteen cells of a line; a corrected one is struck through, but for why."""
    day = register.day
    texts = (
        str(line.loan_no),
        f"{line.day:%m-%d}",
        line.card_no,
        line.name,
        _chosen(_SECRECIES, line.secrecy, words),
        line.borrower,
        line.document,
        clock(line.issued_at, day),
        "",
        clock(line.due_at, day),
        clock(line.returned_at, day),
    )
    late = str(line.late_hours) if line.late_hours else ""
    return (
        *((Piece(text, struck=line.corrected),) for text in texts),
        _checked(line, words),
        _handled(line, words),
        (Piece(late, struck=line.corrected),),
        _remark(line, words),
    )


def _chosen(choices: Sequence[Choice], value: str, words: Words) -> str:
    """The words of a stored value."""
    return next((words(one.context, one.label) for one in choices if one.value == value), value)


def _checked(line: RegisterLine, words: Words) -> tuple[Piece, ...]:
    """How the card came home, and that its visit record is missing."""
    missing = words("Register", _NO_RECORD) if line.record_missing else ""
    texts = (_chosen(CONDITIONS, line.condition, words), missing)
    return tuple(Piece(text, struck=line.corrected) for text in texts)


def _handled(line: RegisterLine, words: Words) -> tuple[Piece, ...]:
    """Who handed out and who took back, small: the signature stands beside it."""
    parts = ((_OUT_BY, line.issued_by), (_IN_BY, line.taken_back_by))
    return tuple(
        Piece(words("Register", text).format(name=name), SMALL_PT, struck=line.corrected, most=1)
        for text, name in parts
        if name
    )


def _remark(line: RegisterLine, words: Words) -> tuple[Piece, ...]:
    """What is out of the ordinary, and why."""
    marks = (
        (line.corrected, _CORRECTED),
        (line.entered_later, _LATER),
        (line.cancelled, _CANCELLED),
    )
    told = [words("Register", text) for holds, text in marks if holds]
    return Piece(words("Print", COMMA).join(told)), Piece(line.remark)


def _counted(lines: Sequence[RegisterLine], register: LoanRegister) -> dict[str, object]:
    """The page's totals; a corrected line counts nowhere."""
    true = [line for line in lines if not line.corrected]
    back = [line.returned_at for line in true if line.returned_at is not None]
    return {
        "issued": sum(line.issued_at.date() == register.day for line in true),
        "returned": sum(moment.date() == register.day for moment in back),
        "still_out": len(true) - len(back),
    }


def _draw_table(
    doc: PrintDoc,
    columns: Sequence[Column],
    office: str,
    title: str,
    day: str,
    rows: Sequence[Row],
) -> float:
    """Head, heading and rows of one page; returns the lower edge."""
    top = doc.head(A4_LANDSCAPE, _TOP, office, doc.words("Register", title))
    doc.text(MARGIN, top + 2 * mm, day, 10)
    return RuledTable(doc, columns, MARGIN).draw(top, _HEADING_ROW, rows)


def _draw_total(doc: PrintDoc, bottom: float, text: str, totals: Mapping[str, object]) -> None:
    """The line of totals below the table, and who keeps the register."""
    baseline = bottom - 4.5 * mm
    doc.text(MARGIN, baseline, doc.words("Register", text).format(**totals), TEXT_PT)
    right = A4_LANDSCAPE[0] - MARGIN
    doc.text(right, baseline, doc.words("Register", _KEEPER), TEXT_PT, align="right")


def _draw_anchor(doc: PrintDoc, bottom: float, register: LoanRegister) -> None:
    """The day's totals and the head of the log, once at the end."""
    baseline = bottom - 4.5 * mm
    totals = doc.words("Register", _DAY_TOTAL).format(
        issued=register.issued, returned=register.returned, still_out=register.still_out
    )
    doc.text(MARGIN, baseline, totals, TEXT_PT)
    head = doc.words("Register", _LOG_HEAD).format(head=register.log_head)
    doc.text(A4_LANDSCAPE[0] - MARGIN, baseline, head, TEXT_PT, align="right")

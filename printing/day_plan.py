"""当日拜访计划, the day's visits of one rep on A4 landscape (domain.md §6.4)."""

from __future__ import annotations

from collections.abc import Sequence

from model.cards.choices import ABC_CLASSES
from model.cards.definition import CardKind
from model.cards.fields import field_at
from model.loans.sheets import DayPlanSheet, SheetLine
from model.rounds.choices import PURPOSES
from model.rounds.plans_shown import LineView, PlanView
from model.words import Words, mark
from printing.barcodes import draw_qr
from printing.form_cells import SMALL_PT, TEXT_PT, Blank, draw_form_row
from printing.office_texts import clock, day_with_weekday, whole_yuan, yuan
from printing.paper import A4_LANDSCAPE, COMMA, HEAD_BAND, MARGIN, PrintDoc, mm
from printing.ruled import Column, Piece, Row, RuledTable, deal, lay_row, lines_needed, word_size

TITLE = mark("DayPlan", "Visits of the day")
LEAST_ROW = 11 * mm
_MOST_ROW = 16 * mm  # few visits: more room to write
_CONTINUED = mark("DayPlan", "{title}, continued")
_NO_VISITS = mark("DayPlan", "No visits are planned for this day.")
_RULE = mark(
    "DayPlan",
    "Carry the cards of today's customers only; return them today; lend them to nobody.",
)
_ON_PAPER = mark("DayPlan", "on paper")
_NOT_CONFIRMED = mark("DayPlan", "on paper, to be confirmed")
_NOT_APPROVED = mark("DayPlan", "not approved")
_VISITS = mark("DayPlan", "{count} visits")
_MINUTES = mark("DayPlan", "{count} min")
_AGREED = mark("DayPlan", "agreed")
_CARDS = mark("DayPlan", "Taken ____  Returned ____")

# Heading, width in millimetres, alignment, most lines; domain.md §6.4 has the widths.
_COLUMNS = (
    (mark("DayPlan", "No."), 8, "center", 1),
    (mark("DayPlan", "Card"), 16, "left", 2),
    (mark("DayPlan", "Customer"), 30, "left", 8),
    (mark("DayPlan", "Cl."), 7, "center", 1),
    (mark("DayPlan", "District · address"), 34, "left", 5),
    (mark("DayPlan", "Contact · phone"), 28, "left", 4),
    (mark("DayPlan", "Time"), 14, "center", 2),
    (mark("DayPlan", "Stay"), 9, "center", 1),
    (mark("DayPlan", "Purpose"), 24, "left", 6),
    (mark("DayPlan", "Balance (overdue)"), 20, "right", 2),
    (mark("DayPlan", "Promises, to do"), 24, "left", 9),
    (mark("DayPlan", "To verify"), 14, "left", 3),
    (mark("DayPlan", "Out"), 6, "center", 1),
    (mark("DayPlan", "In"), 6, "center", 1),
    (mark("DayPlan", "Result"), 37, "left", 1),
)
_NAME, _CONTACT, _AMOUNT, _STALE, _OUT, _IN = 2, 5, 9, 11, 12, 13
_NAME_PT = 10.0
_CLASSES = {choice.value: choice for choice in ABC_CLASSES}
_LONGEST_CLASS = 2

_TOP = A4_LANDSCAPE[1] - 8 * mm
_BOTTOM = 9 * mm  # the foot of the page stands below
_FIELD_ROW, _GAP = 6.5 * mm, 1.5 * mm
_LATER_BAND = 8 * mm
_HEADING_ROW = 8 * mm
_SIGN_ROW, _RULE_BAND = 11 * mm, 6 * mm
_QR = 15.5 * mm
_BELOW = _GAP + _SIGN_ROW + _RULE_BAND
_FIRST_ROOM = _TOP - HEAD_BAND - 2 * _FIELD_ROW - _GAP - _HEADING_ROW - _BOTTOM
_LATER_ROOM = _TOP - _LATER_BAND - _HEADING_ROW - _BOTTOM


def draw_day_plan(doc: PrintDoc, sheet: DayPlanSheet) -> int:
    """Draw one rep's plan; struck lines are not on paper. Returns its pages.

    Args:
        doc: the document; the plan begins on its next page.
        sheet: plan and what the paper shows besides.
    """
    columns = _columns(doc.words)
    rows = _rows(doc, columns, sheet)
    pages = deal(rows, _FIRST_ROOM, _LATER_ROOM, _BELOW)
    if len(pages) == 1:
        pages = [_stretched(pages[0])]
    for number, part in enumerate(pages, start=1):
        with doc.page(A4_LANDSCAPE, number, len(pages)):
            top = _draw_head(doc, sheet) if number == 1 else _draw_later_head(doc, sheet.plan)
            bottom = RuledTable(doc, columns, MARGIN).draw(top, _HEADING_ROW, part)
            if not rows:
                bottom = _draw_no_visits(doc, bottom)
            if number == len(pages):
                _draw_below(doc, bottom - _GAP)
    return len(pages)


def _columns(words: Words) -> tuple[Column, ...]:
    return tuple(
        Column(words("DayPlan", heading), width * mm, align, most, tick=place in {_OUT, _IN})
        for place, (heading, width, align, most) in enumerate(_COLUMNS)
    )


def _rows(doc: PrintDoc, columns: Sequence[Column], sheet: DayPlanSheet) -> list[Row]:
    there = {one.card_no for one in sheet.plan.open_lines}
    return [
        lay_row(doc.typeface, columns, _cells(doc, columns, line, besides), LEAST_ROW)
        for line, besides in zip(sheet.plan.lines, sheet.lines, strict=True)
        if line.card_no in there
    ]


def _cells(
    doc: PrintDoc, columns: Sequence[Column], line: LineView, besides: SheetLine
) -> tuple[tuple[Piece, ...], ...]:
    """The fifteen cells of a line."""
    words = doc.words
    district = f"{line.district}·" if line.district and besides.address else line.district
    return (
        (Piece(str(line.seq)),),
        (Piece(line.card_no), Piece(line.location, SMALL_PT)),
        (_name(doc, columns[_NAME], line),),
        (Piece(_class(line, words)),),
        (Piece(f"{district}{besides.address}"),),
        (Piece(besides.contact, most=2), Piece(_phone(doc, columns[_CONTACT], besides.phone))),
        _time(line, words),
        (Piece(str(line.stay_minutes)),),
        _purpose(line, words),
        _balance(doc, columns[_AMOUNT], line),
        tuple(Piece(f"{due:%m-%d} {what}", most=3) for what, due in line.promises),
        (_stale(doc, columns[_STALE], line, besides),),
        (),
        (),
        (),
    )


def _class(line: LineView, words: Words) -> str:
    """A, B, C, 新 or 潜; the stored letter where the language's word is too long for the column."""
    choice = _CLASSES.get(line.abc_class)
    text = words(choice.context, choice.label) if choice else ""
    return text if 0 < len(text) <= _LONGEST_CLASS else line.abc_class


def _name(doc: PrintDoc, column: Column, line: LineView) -> Piece:
    """The customer, larger where two lines hold him."""
    text = f"★{line.short_name}" if line.must_visit else line.short_name
    large = lines_needed(doc.typeface, column, text, _NAME_PT) <= 2
    return Piece(text, _NAME_PT if large else TEXT_PT)


def _time(line: LineView, words: Words) -> tuple[Piece, ...]:
    """When the visit begins, and that the customer expects it then."""
    if not line.appointment:
        return (Piece(line.starts_at, _NAME_PT),)
    return (Piece(line.appointment, _NAME_PT), Piece(words("DayPlan", _AGREED)))


def _phone(doc: PrintDoc, column: Column, phone: str) -> str:
    """A number; one with an extension that is too long for a line has it on the next."""
    line, dash, extension = phone.rpartition("-")
    if line and lines_needed(doc.typeface, column, phone, TEXT_PT) > 1:
        return f"{line}\n{dash}{extension}"
    return phone


def _purpose(line: LineView, words: Words) -> tuple[Piece, ...]:
    """What the visit is for, and the planner's own words."""
    named = [words(one.context, one.label) for one in PURPOSES if one.value in line.purposes]
    return Piece(words("Print", COMMA).join(named), most=3), Piece(line.purpose_note, most=3)


def _balance(doc: PrintDoc, column: Column, line: LineView) -> tuple[Piece, ...]:
    """What the customer owes, and in brackets what of it is overdue."""
    if line.balance is None:
        return ()
    shapes = ["{}"] if not line.overdue else ["{}", "({})"]
    amounts = [amount for amount in (line.balance, line.overdue) if amount is not None]
    for write in (yuan, whole_yuan):
        texts = [
            shape.format(write(amount)) for shape, amount in zip(shapes, amounts, strict=False)
        ]
        if all(lines_needed(doc.typeface, column, text, TEXT_PT) == 1 for text in texts):
            break
    return tuple(map(Piece, texts))


def _stale(doc: PrintDoc, column: Column, line: LineView, besides: SheetLine) -> Piece:
    """The names of up to three fields to verify, as many as the cell holds whole."""
    fields = [field_at(CardKind(line.kind), identifier) for identifier in besides.stale[:3]]
    names = [doc.words("CardField", one.short or one.label) for one in fields]
    text, size = "", TEXT_PT
    for count in range(1, len(names) + 1):
        more = doc.words("Print", COMMA).join(names[:count])
        more_size = word_size(doc.typeface, column, more)
        if text and lines_needed(doc.typeface, column, more, more_size) > column.most:
            break
        text, size = more, more_size
    return Piece(text, size)


def _stretched(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a single page, higher where there is room, so that results can be written."""
    if not rows:
        return ()
    spare = _FIRST_ROOM - _BELOW - sum(row.height for row in rows)
    more = max(0.0, spare / len(rows))
    return tuple(Row(row.cells, max(row.height, min(row.height + more, _MOST_ROW))) for row in rows)


def _draw_head(doc: PrintDoc, sheet: DayPlanSheet) -> float:
    """Office, title, QR code and the fields of the head; returns where the table begins."""
    plan, words = sheet.plan, doc.words
    width = A4_LANDSCAPE[0]
    top = doc.head(A4_LANDSCAPE, _TOP, sheet.office, words("DayPlan", TITLE))
    if plan.plan_no:
        draw_qr(doc.canvas, width - MARGIN - _QR + 1 * mm, _TOP - _QR + 1 * mm, plan.plan_no, _QR)
    for cells in _head_fields(plan, words):
        top = draw_form_row(doc, MARGIN, top, _FIELD_ROW, cells)
    return top - _GAP


def _head_fields(plan: PlanView, words: Words) -> tuple[tuple[Blank, ...], ...]:
    """Two rows of labelled values, each 277 mm wide."""
    lines = plan.open_lines
    named = dict.fromkeys(line.district for line in lines if line.district)
    districts = words("Print", COMMA).join(named)
    made = f"{plan.made_by} {clock(plan.made_at, plan.plan_date)}".strip()
    day = day_with_weekday(plan.plan_date, words)
    visits = words("DayPlan", _VISITS).format(count=len(lines))
    stay = words("DayPlan", _MINUTES).format(count=plan.stay_minutes)
    travel = words("DayPlan", _MINUTES).format(count=plan.travel_minutes)
    times = f"{plan.leaves_at}–{plan.back_at}" if plan.leaves_at else ""
    first = (
        Blank(words("DayPlan", mark("DayPlan", "Date")), 14 * mm, day, 44 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Rep")), 16 * mm, plan.rep, 26 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Districts")), 17 * mm, districts, 46 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Visits")), 18 * mm, visits, 16 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Stay in all")), 20 * mm, stay, 20 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Way in all")), 20 * mm, travel, 20 * mm),
    )
    second = (
        Blank(words("DayPlan", mark("DayPlan", "Made by")), 17 * mm, made, 57 * mm),
        Blank(
            words("DayPlan", mark("DayPlan", "Approved")), 18 * mm, _approval(plan, words), 84 * mm
        ),
        Blank(words("DayPlan", mark("DayPlan", "Out – back")), 21 * mm, times, 26 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Plan no.")), 18 * mm, plan.plan_no, 36 * mm),
    )
    return first, second


def _approval(plan: PlanView, words: Words) -> str:
    """Who approved the plan and when, and whether only on paper so far."""
    if not plan.approved_by:
        return words("DayPlan", _NOT_APPROVED)
    name = f"{plan.approved_by} {clock(plan.approved_at, plan.plan_date)}".strip()
    if not plan.on_paper:
        return name
    how = words("DayPlan", _ON_PAPER if plan.confirmed else _NOT_CONFIRMED)
    return f"{name}（{how}）"


def _draw_later_head(doc: PrintDoc, plan: PlanView) -> float:
    """The one line above the table of a further page."""
    words, width = doc.words, A4_LANDSCAPE[0]
    baseline = _TOP - 5 * mm
    title = words("DayPlan", _CONTINUED).format(title=words("DayPlan", TITLE))
    doc.text(MARGIN, baseline, title, 11)
    whose = f"{plan.rep} · {day_with_weekday(plan.plan_date, words)}"
    doc.text(width / 2, baseline, whose, 10, align="center")
    doc.text(width - MARGIN, baseline, plan.plan_no, 10, align="right")
    return _TOP - _LATER_BAND


def _draw_no_visits(doc: PrintDoc, top: float) -> float:
    """The one row of a plan without visits."""
    text = doc.words("DayPlan", _NO_VISITS)
    return draw_form_row(doc, MARGIN, top, LEAST_ROW, (Blank("", 0, text, 277 * mm),))


def _draw_below(doc: PrintDoc, top: float) -> None:
    """Signatures of taking and returning the cards, and the rule."""
    words = doc.words
    cells = (
        Blank(words("DayPlan", mark("DayPlan", "Taken by")), 18 * mm, "", 28 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Taken at")), 18 * mm, "", 18 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Returned by")), 18 * mm, "", 28 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Returned at")), 18 * mm, "", 18 * mm),
        Blank("", 0, words("DayPlan", _CARDS), 44 * mm),
        Blank(words("DayPlan", mark("DayPlan", "Supervisor's remark")), 20 * mm, "", 49 * mm),
    )
    bottom = draw_form_row(doc, MARGIN, top, _SIGN_ROW, cells, largest=TEXT_PT)
    doc.text(MARGIN, bottom - 4.5 * mm, words("DayPlan", _RULE), TEXT_PT)

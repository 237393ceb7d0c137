"""拜访记录 on A5: to be written on, with its head filled from a plan, or filled (domain.md §6.6).

What has no room in its cell goes on in full on a further page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from model.cards.choices import Choice
from model.cards.definition import Field, Kind
from model.cards.measures import HEADING_GREY, LABEL_GREY, SMALLEST_VALUE_PT, VALUE_PT
from model.cards.showing import show
from model.loans.sheets import VisitPaper
from model.rounds.choices import NOT_VISITED, PROMISED_BY
from model.rounds.visit_fields import VISIT_FIELDS
from model.words import Words, mark
from printing.fitting import CONTINUED, Fitted, broken, draw_fitted, fit
from printing.form_cells import FRAME_PT, LINE_PT, SMALL_PT, TEXT_PT, draw_label
from printing.paper import A5, COMMA, INK, PrintDoc, mm, spaced
from printing.ruled import LEADING
from printing.tick_boxes import Option, draw_options, options_width
from printing.visit_form import BLOCKS, LABELS, MANNERS, Block, Cell

TITLE = mark("VisitSheet", "Visit record")
_FURTHER = mark("VisitSheet", "{title}, continued")
_PROMISE = mark("VisitSheet", "{who}: {what}, by {day}")
_YES, _NO = mark("CardChoice", "Yes"), mark("CardChoice", "No")
_FLAGS = (mark("VisitSheet", "Without card"), mark("VisitSheet", "Card read before"))
_RATINGS = range(1, 6)
_FIELDS = {one.identifier: one for one in VISIT_FIELDS}

_SIDE = 10 * mm
_TOP = A5[1] - 7 * mm
_BOTTOM = 10 * mm
_HEAD_BAND = 15 * mm
_STRIP = 8 * mm
_WIDTH = A5[0] - 2 * _SIDE
_PADDING = 1 * mm
_TITLE_PT = 15.0


@dataclass(frozen=True)
class _Left:
    """A text, or the rest of one, that goes on on a further page."""

    label: str
    text: str


def draw_visit_record(doc: PrintDoc, paper: VisitPaper) -> int:
    """Draw a visit record; returns its pages.

    Args:
        doc: the document.
        paper: the record; a `VisitPaper` with an office only is an empty form.
    """
    texts, options = _texts(paper, doc.words), _options(paper, doc.words)
    fitted = {cell.source: _fitted(doc, cell, texts) for cell in _cells()}
    left = [
        _Left(_label(cell, doc.words), fitted[cell.source].rest)
        for cell in _cells()
        if fitted[cell.source].rest
    ]
    further = _further_pages(doc, left)
    count = 1 + len(further)
    with doc.page(A5, 1, count):
        _draw_head(doc, paper)
        _draw_form(doc, fitted, options)
    for number, lines in enumerate(further, start=2):
        with doc.page(A5, number, count):
            _draw_further(doc, paper, lines)
    return count


def _cells() -> Iterator[Cell]:
    for block in BLOCKS:
        for row in block.rows:
            yield from row.cells


def _texts(paper: VisitPaper, words: Words) -> dict[str, str]:
    """What the cells say, by their source."""
    promises = [
        words("VisitSheet", _PROMISE).format(
            who=_chosen(PROMISED_BY, who, words), what=what, day=f"{due:%m-%d}"
        )
        for who, what, due in paper.promises
    ]
    values = {name: show(known, paper.values.get(name), words) for name, known in _FIELDS.items()}
    if paper.not_visited:
        values["new_date"], values["next_visit_on"] = values["next_visit_on"], ""
    return values | {
        "name": paper.name,
        "card_no": paper.card_no,
        "rep": paper.rep,
        "plan_no": paper.plan_no,
        "visited_on": f"{paper.visited_on:%Y-%m-%d}" if paper.visited_on else "",
        "stay": _stay(values["arrived_at"], values["left_at"]),
        "promises": "\n".join(promises),
    }


def _options(paper: VisitPaper, words: Words) -> dict[str, list[Option]]:
    """The boxes to tick, by source."""
    found = {}
    for name, known in _FIELDS.items():
        if known.kind in {Kind.CHOICE, Kind.FLAG, Kind.RATING}:
            found[name] = list(_field_options(known, paper.values.get(name), words))
    found["flags"] = [
        Option(words("VisitSheet", text), holds)
        for text, holds in zip(_FLAGS, (paper.no_card, paper.read_before), strict=True)
    ]
    found["not_visited"] = list(_choice_options(NOT_VISITED, paper.not_visited, words))
    return found


def _field_options(known: Field, value: object, words: Words) -> Iterator[Option]:
    """The boxes of a choice, of yes and no, or of a rating."""
    if known.kind is Kind.RATING:
        yield from (Option(str(rating), rating == value) for rating in _RATINGS)
    elif known.kind is Kind.FLAG:
        yield Option(words("CardChoice", _YES), value is True)
        yield Option(words("CardChoice", _NO), value is False)
    else:
        yield from _choice_options(known.choices, value, words)


def _choice_options(choices: Sequence[Choice], value: object, words: Words) -> Iterator[Option]:
    for one in choices:
        yield Option(words(one.context, one.label), one.value == value)


def _chosen(choices: Sequence[Choice], value: str, words: Words) -> str:
    return next((words(one.context, one.label) for one in choices if one.value == value), value)


def _stay(arrived: str, left: str) -> str:
    """Minutes between two clock times, where both are known."""
    if not (arrived and left):
        return ""
    begin, end = (datetime.strptime(text, "%H:%M") for text in (arrived, left))  # noqa: DTZ007
    return str(int((end - begin).total_seconds()) // 60)


def _label(cell: Cell, words: Words) -> str:
    """A cell's label: its own, or its field's."""
    if cell.source in LABELS:
        return words("VisitSheet", LABELS[cell.source])
    known = _FIELDS.get(cell.source)
    return words("CardField", known.short or known.label) if known else ""


def _fitted(doc: PrintDoc, cell: Cell, texts: dict[str, str]) -> Fitted:
    return fit(
        doc.typeface,
        texts.get(cell.source, ""),
        cell.width * mm - 2 * _PADDING,
        cell.height * mm - _PADDING,
        largest=VALUE_PT,
        smallest=SMALLEST_VALUE_PT,
        more=doc.words("Print", CONTINUED),
    )


def _draw_head(doc: PrintDoc, paper: VisitPaper) -> None:
    """Office, title, number and the manner of the day."""
    middle, words = A5[0] / 2, doc.words
    office_pt = min(TEXT_PT, _WIDTH / max(doc.typeface.width(paper.office, 1.0), 1.0))
    doc.text(middle, _TOP - 3.5 * mm, paper.office, office_pt, align="center")
    doc.text(middle, _TOP - 9.5 * mm, spaced(words("VisitSheet", TITLE)), _TITLE_PT, align="center")
    doc.text(A5[0] - _SIDE, _TOP - 9.5 * mm, paper.record_no, TEXT_PT, align="right")
    day = paper.visited_on or doc.stamp.printed_at.date()
    doc.text(middle, _TOP - 13.5 * mm, words("VisitSheet", _manner(day)), SMALL_PT, align="center")


def _manner(day: date) -> str:
    """One of the five manners of domain.md §1.4; each day has the next."""
    return MANNERS[day.toordinal() % len(MANNERS)]


def _draw_form(doc: PrintDoc, fitted: dict[str, Fitted], options: dict[str, list[Option]]) -> None:
    """The blocks from the top down: greys first, so that they cover no line."""
    canvas, top = doc.canvas, _TOP - _HEAD_BAND
    places = list(_places(top))
    bottom = top - sum(block.height for block in BLOCKS) * mm
    canvas.setFillGray(1 - HEADING_GREY)
    canvas.rect(_SIDE, bottom, _STRIP, top - bottom, stroke=0, fill=1)
    canvas.setFillGray(1 - LABEL_GREY)
    for cell, left, below in places:
        canvas.rect(left, below, cell.label_width * mm, cell.height * mm, stroke=0, fill=1)
    canvas.setFillGray(INK)
    canvas.setStrokeGray(INK)
    for cell, left, below in places:
        _draw_cell(doc, cell, (left, below), fitted[cell.source], options.get(cell.source))
    edge = top
    canvas.setLineWidth(FRAME_PT)
    canvas.rect(_SIDE, bottom, _WIDTH, top - bottom, stroke=1, fill=0)
    for block in BLOCKS:
        edge -= block.height * mm
        _draw_block_name(doc, block, edge)
        canvas.line(_SIDE, edge, _SIDE + _WIDTH, edge)


def _places(top: float) -> Iterator[tuple[Cell, float, float]]:
    """Every cell with its left and its lower edge."""
    for block in BLOCKS:
        for row in block.rows:
            top -= row.height * mm
            left = _SIDE + _STRIP
            for cell in row.cells:
                yield cell, left, top
                left += (cell.label_width + cell.width) * mm


def _draw_block_name(doc: PrintDoc, block: Block, bottom: float) -> None:
    """A block's name down its left edge, or across where it is low or not Chinese."""
    height = block.height * mm
    name = doc.words("VisitSheet", block.name)
    upright = not name.isascii() and height > len(name) * TEXT_PT * 1.2
    text = "\n".join(name) if upright else name
    draw_label(doc, text, (_SIDE, bottom, _STRIP, height))


def _draw_cell(
    doc: PrintDoc,
    cell: Cell,
    corner: tuple[float, float],
    fitted: Fitted,
    options: list[Option] | None,
) -> None:
    """Label and value of a cell, or boxes to tick, and the lines at its left and foot."""
    canvas, (left, bottom), height = doc.canvas, corner, cell.height * mm
    label_width, width = cell.label_width * mm, cell.width * mm
    if label_width:
        draw_label(doc, _label(cell, doc.words), (left, bottom, label_width, height))
    inner = (left + label_width + _PADDING, bottom, width - 2 * _PADDING, height)
    if options:
        size = min(TEXT_PT, inner[2] / options_width(doc.typeface, options, 1.0))
        draw_options(canvas, doc.typeface, options, inner[0], bottom + height / 2, size)
    else:
        draw_fitted(canvas, doc.typeface, fitted, inner)
    canvas.setLineWidth(LINE_PT)
    edges = (left, left + label_width)
    canvas.lines(
        [(left, bottom, left + label_width + width, bottom)]
        + [(edge, bottom, edge, bottom + height) for edge in edges]
    )


def _further_pages(doc: PrintDoc, left: Sequence[_Left]) -> list[list[str]]:
    """The lines of the texts that go on, dealt to pages."""
    lines: list[str] = []
    for one in left:
        parts = doc.typeface.printable(f"【{one.label}】{one.text}").split("\n")
        for part in parts:
            lines += broken(doc.typeface, part, TEXT_PT, _WIDTH)
    a_page = int((_TOP - _HEAD_BAND - _BOTTOM) / (TEXT_PT * LEADING * 1.2))
    return [lines[at : at + a_page] for at in range(0, len(lines), a_page)]


def _draw_further(doc: PrintDoc, paper: VisitPaper, lines: Sequence[str]) -> None:
    """A page of what had no room in the form."""
    words = doc.words
    title = words("VisitSheet", _FURTHER).format(title=words("VisitSheet", TITLE))
    doc.text(_SIDE, _TOP - 5 * mm, title, VALUE_PT)
    whose = words("Print", COMMA).join(filter(None, (paper.card_no, paper.record_no)))
    doc.text(A5[0] - _SIDE, _TOP - 5 * mm, whose, TEXT_PT, align="right")
    y = _TOP - _HEAD_BAND
    for line in lines:
        doc.text(_SIDE, y, line, TEXT_PT)
        y -= TEXT_PT * LEADING * 1.2

"""What stands above and below the grid of a printed card (domain.md §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.blocks import SHEET_TITLE, SUBTITLES
from model.cards.cards import CardView
from model.cards.fields import field
from model.cards.grid import Side
from model.cards.measures import (
    COMPANY_NAME_PT,
    FOOT_PT,
    LABEL_PT,
    LINE_PT,
    SMALLEST_VALUE_PT,
    STAMP_HEIGHT_MM,
    STAMP_WIDTH_MM,
    SUBTITLE_PT,
    TITLE_PT,
    TOP_MM,
)
from model.cards.showing import show
from model.loans.sheets import CardPaper
from model.office.prints import PrintStamp
from model.words import Words, mark
from printing.barcodes import QUIET_MODULES, code128_width, draw_code128
from printing.card_places import Box, CardPlaces
from printing.fitting import CONTINUED, draw_fitted, fit
from printing.typeface import Typeface

RED = HexColor("#A61B1B")

_NAME_DOWN = 1 * mm  # all measured from the top margin downwards
_NAME_HEIGHT = 6.5 * mm  # two lines of eight points
_NAME_ASIDE = 46 * mm  # what the longest barcode, and the stamps, take at either side
_TITLE_DOWN = 15 * mm  # its baseline
_CODE_DOWN = 0.5 * mm
_CODE_HEIGHT = 9.5 * mm
_CODE_NUMBER_DOWN = 13.2 * mm  # its baseline
_STAMPS_MIDDLE = 11 * mm
_PAGE_UP = 2 * mm  # baseline of the page mark above the grid
_SHORT_CODE_UP = 6.2 * mm  # of the pages behind the front: lower edge of the bars above the grid
_SHORT_CODE_HEIGHT = 5.5 * mm
_SHORT_TITLE_UP = 7.2 * mm
_SHORT_ASIDE = 4 * mm  # white beside the code and the page mark
_FOOT_DOWN = 4 * mm  # baseline of the foot below the grid

_MODULE = 0.3 * mm  # of the barcode; desk scanners want at least 0.25 mm
_STAMP_GAP = 1.2 * mm
_STAMP_ROUND = 1.5 * mm
_STAMP_LINE = 1.0
_STAMP_PADDING = 0.6 * mm
_STAMPS_IN_A_ROW = 2
_SUBTITLE_GAP = 2 * mm
_BLACK = 0.0
_CODE_PLACE = 36 * mm  # as wide as the code of a card number
_CODE_PLACE_GREY = 0.6

_PAGE = mark("Print", "Page {number} of {count} ({side})")
_CONTINUATION = mark("Print", "continued")
_PEOPLE = mark("Print", "key people")
_SIDES = {Side.FRONT: mark("Print", "front"), Side.BACK: mark("Print", "back")}
_KEPT_IN = mark("Print", "Internal · not to be passed on · back the same day")
_DUE_BACK = mark("Print", "Internal · not to be passed on · back by {day}")
_DESTROYED = mark("Print", "Internal · not to be passed on · to be destroyed after reading")
_VERSION = mark("Print", "Revision {number} · {printed_at}")
_BORROWER = mark("Print", "Borrower {name}")
_COPY = mark("Print", "Copy {number}")
_RECEIVER = mark("Print", "Receiver {name}")
_PREVIEW = mark("Print", "Preview · no number")
_CLASS = mark("CardForm", "Class {name}")
_FOCUS = mark("CardForm", "Focus")
_KEY_ACCOUNT = mark("CardForm", "Key account")


@dataclass(frozen=True, slots=True)
class PageMark:
    """Which page of a card this is: 「共2页 第1页（正面）」.

    Attributes:
        number: from 1 on.
        count: pages of the card.
        side: marked words (context `Print`) for what the page is.
    """

    number: int
    count: int
    side: str

    def text(self, words: Words) -> str:
        """As it is printed."""
        side = words("Print", self.side)
        return words("Print", _PAGE).format(number=self.number, count=self.count, side=side)


FRONT, BACK, CONTINUATION, PEOPLE = _SIDES[Side.FRONT], _SIDES[Side.BACK], _CONTINUATION, _PEOPLE
"""What a page of a card may be (context `Print`)."""


def draw_title(
    canvas: Canvas, typeface: Typeface, places: CardPlaces, office: str, words: Words
) -> None:
    """Draw what is the same on every front: office and title.

    Args:
        canvas: the page, or a form.
        typeface: of the document.
        places: the face, laid out.
        office: its name.
        words: the reader's language.
    """
    grid, top = places.grid, _top(places.page)
    canvas.setFillGray(_BLACK)
    line = Box(grid.left, top - _NAME_DOWN - _NAME_HEIGHT, grid.width, _NAME_HEIGHT)
    box = line.inside(_NAME_ASIDE, 0)
    name = fit(
        typeface, office, box.width, box.height,
        largest=COMPANY_NAME_PT, smallest=SMALLEST_VALUE_PT, more=words("Print", CONTINUED),
    )  # fmt: skip
    draw_fitted(canvas, typeface, name, box, align="center")
    _draw_sheet_title(canvas, typeface, places, words)


def draw_card_marks(
    canvas: Canvas,
    typeface: Typeface,
    places: CardPlaces,
    paper: CardPaper,
    page: PageMark,
    words: Words,
) -> None:
    """Draw stamp boxes, barcode and page mark of one card's front."""
    view, grid = paper.view, places.grid
    _draw_code(canvas, typeface, places, view)
    _draw_page_mark(canvas, typeface, grid, page, words)
    # A blank card gets its stamps by hand.
    boxes = [("", False), ("", True)] if paper.is_blank else list(_stamps(view, words))
    rows = -(-len(boxes) // _STAMPS_IN_A_ROW)
    width, height = STAMP_WIDTH_MM * mm, STAMP_HEIGHT_MM * mm
    top = _top(places.page) - _STAMPS_MIDDLE + (rows * (height + _STAMP_GAP) - _STAMP_GAP) / 2
    for number, (text, is_red) in enumerate(boxes):
        row, column = divmod(number, _STAMPS_IN_A_ROW)
        left = grid.left + column * (width + _STAMP_GAP)
        box = Box(left, top - row * (height + _STAMP_GAP) - height, width, height)
        _draw_stamp(canvas, typeface, box, text, words, is_red=is_red)


def draw_short_head(
    canvas: Canvas,
    typeface: Typeface,
    grid: Box,
    paper: CardPaper,
    page: PageMark,
    words: Words,
) -> None:
    """Draw the head of every page behind the front: title, whose card, barcode, page mark.

    Args:
        canvas: the page.
        typeface: of the document.
        grid: what stands below the head.
        paper: the card.
        page: which page of it.
        words: the reader's language.
    """
    view = paper.view
    canvas.setFillGray(_BLACK)
    title = words("CardSection", SHEET_TITLE)
    title += " " * title.isascii() + words("CardSection", SUBTITLES[view.kind])
    baseline = grid.top + _SHORT_TITLE_UP
    typeface.draw(canvas, grid.left + grid.width / 2, baseline, title, SUBTITLE_PT, align="center")
    room = grid.width - _SHORT_ASIDE - typeface.width(page.text(words), LABEL_PT)
    _draw_page_mark(canvas, typeface, grid, page, words)
    if paper.is_blank:
        return
    code = code_text(view)
    quiet = QUIET_MODULES * _MODULE
    left = grid.right + quiet - code128_width(code, _MODULE)
    draw_code128(canvas, left, grid.top + _SHORT_CODE_UP, code, _SHORT_CODE_HEIGHT, _MODULE)
    canvas.setFillGray(_BLACK)
    line = Box(grid.left, grid.top + 0.5 * mm, room, _SHORT_CODE_UP - 0.5 * mm)
    whose = f"{code}  {view.values.get('full_name', '')}"
    name = fit(
        typeface, whose, line.width, line.height,
        largest=SUBTITLE_PT, more=words("Print", CONTINUED),
    )  # fmt: skip
    draw_fitted(canvas, typeface, name, line)


def draw_foot(
    canvas: Canvas, typeface: Typeface, grid: Box, paper: CardPaper, stamp: PrintStamp, words: Words
) -> None:
    """Draw the foot: a warning, revision and time in the middle, at the right who has it.

    Args:
        canvas: the page.
        typeface: of the document.
        grid: what stands above the foot.
        paper: the card; an issued copy names its number and receiver.
        stamp: of the print.
        words: the reader's language.
    """
    baseline = grid.bottom - _FOOT_DOWN
    at = f"{stamp.printed_at:%Y-%m-%d %H:%M}"
    version = words("Print", _VERSION).format(
        number=paper.view.values.get("revision_no", 1), printed_at=at
    )
    number = stamp.print_no or words("Print", _PREVIEW)
    right = " · ".join(part for part in (*_whose(paper, words), number) if part)
    kept_in = _ends(paper, words)
    wide = typeface.width(kept_in, FOOT_PT) + typeface.width(version, FOOT_PT) + 2 * _SHORT_ASIDE
    # A receiver's long name makes the foot smaller, never two texts over one another.
    size = min(FOOT_PT, (grid.width - wide) / typeface.width(right, 1.0))
    canvas.setFillGray(_BLACK)
    typeface.draw(canvas, grid.left, baseline, kept_in, FOOT_PT)
    typeface.draw(canvas, grid.right, baseline, right, size, align="right")
    text = at if paper.is_blank else version
    half = typeface.width(text, FOOT_PT) / 2 + _SHORT_ASIDE / 2
    first = grid.left + typeface.width(kept_in, FOOT_PT) + half
    last = grid.right - typeface.width(right, size) - half
    middle = min(max(grid.left + grid.width / 2, first), last)
    typeface.draw(canvas, middle, baseline, text, FOOT_PT, align="center")


def _ends(paper: CardPaper, words: Words) -> str:
    """Until when it may be kept: the day, or of a copy what its terms say."""
    if paper.copy is None:
        return words("Print", _KEPT_IN)
    if paper.copy.due_on is None:
        return words("Print", _DESTROYED)
    return words("Print", _DUE_BACK).format(day=paper.copy.due_on)


def _whose(paper: CardPaper, words: Words) -> Iterator[str]:
    """Who has the paper: the receiver of a numbered copy, or the borrower."""
    if paper.copy:
        yield words("Print", _COPY).format(number=paper.copy.copy_no)
        yield words("Print", _RECEIVER).format(name=paper.copy.receiver)
    elif paper.borrower:
        yield words("Print", _BORROWER).format(name=paper.borrower)


def code_text(view: CardView) -> str:
    """What the barcode says: from the second print on with its number, so that an old one is known.

    A draft has no card number yet; it shows its draft number.
    """
    number = str(view.values.get("card_no") or view.ref)
    prints = view.values.get("print_no") or 1
    return f"{number}-{prints}" if prints > 1 else number


def _top(page: tuple[float, float]) -> float:
    """The upper edge of what may be printed on."""
    return float(page[1] - TOP_MM * mm)


def _draw_page_mark(
    canvas: Canvas, typeface: Typeface, grid: Box, page: PageMark, words: Words
) -> None:
    canvas.setFillGray(_BLACK)
    text, y = page.text(words), grid.top + _PAGE_UP
    typeface.draw(canvas, grid.right, y, text, LABEL_PT, align="right")


def _draw_sheet_title(canvas: Canvas, typeface: Typeface, places: CardPlaces, words: Words) -> None:
    """The title, hanzi spaced wide, with the kind of card beside it; together in the middle."""
    title = words("CardSection", SHEET_TITLE)
    spaced = title if title.isascii() else " ".join(title)
    kind = words("CardSection", SUBTITLES[places.face.kind])
    wide = typeface.width(spaced, TITLE_PT)
    left = places.page[0] / 2 - (wide + _SUBTITLE_GAP + typeface.width(kind, SUBTITLE_PT)) / 2
    baseline = _top(places.page) - _TITLE_DOWN
    typeface.draw(canvas, left, baseline, spaced, TITLE_PT)
    typeface.draw(canvas, left + wide + _SUBTITLE_GAP, baseline, kind, SUBTITLE_PT)


def _draw_code(canvas: Canvas, typeface: Typeface, places: CardPlaces, view: CardView) -> None:
    """The barcode with its number under it; its bars end where the grid ends.

    A blank card has a place for one that is stuck on.
    """
    text, top = code_text(view), _top(places.page)
    if not text:
        left, bottom = places.grid.right - _CODE_PLACE, top - _CODE_NUMBER_DOWN
        canvas.setStrokeGray(_CODE_PLACE_GREY)
        canvas.setLineWidth(LINE_PT)
        canvas.rect(left, bottom, _CODE_PLACE, top - _CODE_DOWN - bottom, stroke=1, fill=0)
        return
    quiet = QUIET_MODULES * _MODULE
    width = code128_width(text, _MODULE)
    left = places.grid.right + quiet - width
    draw_code128(canvas, left, top - _CODE_DOWN - _CODE_HEIGHT, text, _CODE_HEIGHT, _MODULE)
    canvas.setFillGray(_BLACK)
    middle = left + width / 2
    typeface.draw(canvas, middle, top - _CODE_NUMBER_DOWN, text, LABEL_PT, align="center")


def _stamps(view: CardView, words: Words) -> Iterator[tuple[str, bool]]:
    """The words of the stamp boxes, and which are red: class, secrecy, 重点, 大客户."""
    for name in ("abc_class", "secrecy"):
        if name in view.values:
            text = show(field(view.kind, name), view.values[name], words)
            is_letter = name == "abc_class" and len(text) == 1 and text.isascii()
            yield (
                words("CardForm", _CLASS).format(name=text) if is_letter else text,
                name == "secrecy",
            )
    for name, label in (("is_focus", _FOCUS), ("is_key_account", _KEY_ACCOUNT)):
        if view.values.get(name):
            yield words("CardForm", label), False


def _draw_stamp(
    canvas: Canvas, typeface: Typeface, box: Box, text: str, words: Words, *, is_red: bool
) -> None:
    """A box with round corners, as the office's own rubber stamps."""
    colour = RED if is_red else HexColor(0)
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(_STAMP_LINE)
    canvas.roundRect(*box, _STAMP_ROUND, stroke=1, fill=0)
    room = box.inside(_STAMP_PADDING, 0)
    label = fit(
        typeface, text, room.width, room.height,
        largest=SUBTITLE_PT, smallest=FOOT_PT, more=words("Print", CONTINUED),
    )  # fmt: skip
    draw_fitted(canvas, typeface, label, room, align="center")

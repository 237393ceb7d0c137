"""What stands above and below the grid of a printed card (domain.md §3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.blocks import SHEET_TITLE, SUBTITLES
from model.cards.cards import CardView
from model.cards.fields import field
from model.cards.measures import (
    COMPANY_NAME_PT,
    FOOT_PT,
    LABEL_PT,
    SMALLEST_VALUE_PT,
    STAMP_HEIGHT_MM,
    STAMP_WIDTH_MM,
    SUBTITLE_PT,
    TITLE_PT,
    TOP_MM,
)
from model.cards.showing import show
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
_FOOT_DOWN = 4 * mm  # baseline of the foot below the grid

_MODULE = 0.3 * mm  # of the barcode; desk scanners want at least 0.25 mm
_STAMP_GAP = 1.2 * mm
_STAMP_ROUND = 1.5 * mm
_STAMP_LINE = 1.0
_STAMP_PADDING = 0.6 * mm
_STAMPS_IN_A_ROW = 2
_SUBTITLE_GAP = 2 * mm
_BLACK = 0.0

_PAGE = mark("Print", "Page 1 of 1 (front)")
_KEPT_IN = mark("Print", "Internal · not to be passed on · back the same day")
_VERSION = mark("Print", "Revision {number} · {printed_at}")
_BORROWER = mark("Print", "Borrower {name}")
_PREVIEW = mark("Print", "Preview · no number")
_CLASS = mark("CardForm", "Class {name}")
_FOCUS = mark("CardForm", "Focus")
_KEY_ACCOUNT = mark("CardForm", "Key account")


def draw_title(
    canvas: Canvas, typeface: Typeface, places: CardPlaces, office: str, words: Words
) -> None:
    """Draw what is the same on every card: office, title, page mark, warning.

    Args:
        canvas: the page, or a form.
        typeface: of the document.
        places: the face, laid out.
        office: its name.
        words: the reader's language.
    """
    grid, top = places.grid, _top(places)
    canvas.setFillGray(_BLACK)
    line = Box(grid.left, top - _NAME_DOWN - _NAME_HEIGHT, grid.width, _NAME_HEIGHT)
    box = line.inside(_NAME_ASIDE, 0)
    name = fit(
        typeface, office, box.width, box.height,
        largest=COMPANY_NAME_PT, smallest=SMALLEST_VALUE_PT, more=words("Print", CONTINUED),
    )  # fmt: skip
    draw_fitted(canvas, typeface, name, box, align="center")
    _draw_sheet_title(canvas, typeface, places, words)
    page = words("Print", _PAGE)
    typeface.draw(canvas, grid.right, grid.top + _PAGE_UP, page, LABEL_PT, align="right")
    typeface.draw(canvas, grid.left, grid.bottom - _FOOT_DOWN, words("Print", _KEPT_IN), FOOT_PT)


def draw_card_marks(
    canvas: Canvas, typeface: Typeface, places: CardPlaces, view: CardView, words: Words
) -> None:
    """Draw stamp boxes and barcode of one card."""
    _draw_code(canvas, typeface, places, view)
    boxes = list(_stamps(view, words))
    rows = -(-len(boxes) // _STAMPS_IN_A_ROW)
    width, height = STAMP_WIDTH_MM * mm, STAMP_HEIGHT_MM * mm
    top = _top(places) - _STAMPS_MIDDLE + (rows * (height + _STAMP_GAP) - _STAMP_GAP) / 2
    for number, (text, is_red) in enumerate(boxes):
        row, column = divmod(number, _STAMPS_IN_A_ROW)
        left = places.grid.left + column * (width + _STAMP_GAP)
        box = Box(left, top - row * (height + _STAMP_GAP) - height, width, height)
        _draw_stamp(canvas, typeface, box, text, words, is_red=is_red)


def draw_foot(
    canvas: Canvas,
    typeface: Typeface,
    places: CardPlaces,
    view: CardView,
    stamp: PrintStamp,
    borrower: str,
    words: Words,
) -> None:
    """Draw revision and time in the middle of the foot, borrower and print number at its right."""
    grid = places.grid
    baseline = grid.bottom - _FOOT_DOWN
    version = words("Print", _VERSION).format(
        number=view.values.get("revision_no", 1), printed_at=f"{stamp.printed_at:%Y-%m-%d %H:%M}"
    )
    number = stamp.print_no or words("Print", _PREVIEW)
    who = words("Print", _BORROWER).format(name=borrower) if borrower else ""
    copy = " · ".join(part for part in (who, number) if part)
    canvas.setFillGray(_BLACK)
    middle = grid.left + grid.width / 2
    typeface.draw(canvas, middle, baseline, version, FOOT_PT, align="center")
    typeface.draw(canvas, grid.right, baseline, copy, FOOT_PT, align="right")


def code_text(view: CardView) -> str:
    """What the barcode says: from the second print on with its number, so that an old one is known.

    A draft has no card number yet; it shows its draft number.
    """
    number = str(view.values.get("card_no") or view.ref)
    prints = view.values.get("print_no") or 1
    return f"{number}-{prints}" if prints > 1 else number


def _top(places: CardPlaces) -> float:
    """The upper edge of what may be printed on."""
    return float(places.page[1] - TOP_MM * mm)


def _draw_sheet_title(canvas: Canvas, typeface: Typeface, places: CardPlaces, words: Words) -> None:
    """The title, hanzi spaced wide, with the kind of card beside it; together in the middle."""
    title = words("CardSection", SHEET_TITLE)
    spaced = title if title.isascii() else " ".join(title)
    kind = words("CardSection", SUBTITLES[places.face.kind])
    wide = typeface.width(spaced, TITLE_PT)
    left = places.page[0] / 2 - (wide + _SUBTITLE_GAP + typeface.width(kind, SUBTITLE_PT)) / 2
    baseline = _top(places) - _TITLE_DOWN
    typeface.draw(canvas, left, baseline, spaced, TITLE_PT)
    typeface.draw(canvas, left + wide + _SUBTITLE_GAP, baseline, kind, SUBTITLE_PT)


def _draw_code(canvas: Canvas, typeface: Typeface, places: CardPlaces, view: CardView) -> None:
    """The barcode with its number under it; its bars end where the grid ends."""
    text, top = code_text(view), _top(places)
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

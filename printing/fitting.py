"""A text fitted into its cell: smaller first, then wrapped, then ended with 「→续」.

domain.md §3.1: shrink a value to 8 pt, then wrap, then go on in full on a continuation sheet; never
overflow a cell, never cut without a word. Lines break as Chinese is set: none begins with a closing
mark, none ends with an opening one, and a Latin word stays whole where it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from model.cards.measures import SMALLEST_VALUE_PT, VALUE_PT
from model.words import mark
from printing.typeface import Typeface

CONTINUED = mark("Print", "→cont.")
"""Ends a text that goes on elsewhere (context `Print`)."""

STEP_PT = 0.5
LEADING = 1.2
"""Distance of two baselines, in heights of a character."""
TIGHT = 0.97
"""The same where a low row holds two lines only so: a row of 6 mm at 8 points."""
BODY = 1.05
"""What one line needs itself: a hanzi, and what of a letter hangs below the line."""
MIDDLE = 0.37
"""The baseline lies this far below a line's middle, in heights of a character."""

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕〗］｝”’…—～·％℃,.;:?!)]}%‰°")
_NOT_LAST = frozenset("（《〈「『【〔〖［｛“‘([{$￥¥￡＃#№@＠")
_LATIN_END = 0x2E80  # the first of the CJK radicals: what comes before is written in words


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a text stands in its cell.

    Attributes:
        size: height of a character in points.
        lines: what is drawn, line by line; the last ends with the mark where something is left.
        rest: what had no room, as it is to be drawn elsewhere; empty where all had.
        leading: distance of two baselines, in heights of a character.
    """

    size: float
    lines: tuple[str, ...]
    rest: str = ""
    leading: float = LEADING

    @property
    def height(self) -> float:
        """Height of its lines together, in points."""
        return _height(len(self.lines), self.size, self.leading)


def fit(
    typeface: Typeface,
    text: str,
    width: float,
    height: float,
    *,
    largest: float = VALUE_PT,
    smallest: float = SMALLEST_VALUE_PT,
    more: str,
    tight: bool = False,
) -> Fitted:
    """Fit a text into a box.

    Args:
        typeface: of the document.
        text: what is to stand there; its line ends are kept.
        width: room for a line, in points.
        height: room for the lines together.
        largest: height of a character where there is room.
        smallest: below it the text wraps instead.
        more: the mark that something is left: `CONTINUED` in the reader's language.
        tight: whether two lines may stand close together where a row holds them only so.
    """
    parts = typeface.printable(text).strip().split("\n")
    widest = max(typeface.width(part, 1.0) for part in parts)
    for size in sizes(largest, smallest):
        if widest * size <= width and _height(len(parts), size) <= height:
            return Fitted(size, tuple(parts) if parts != [""] else ())
    return _wrapped(typeface, parts, (width, height), smallest, more, tight=tight)


def fit_words(
    typeface: Typeface,
    text: str,
    width: float,
    height: float,
    *,
    largest: float,
    least: float,
    more: str,
) -> Fitted:
    """Fit a text of the program's own: in English it rather shrinks below 8 points than breaks.

    English words are longer than the cells were made for; hanzi may break anywhere.

    Args:
        typeface: of the document.
        text: a label, or an entry of a value list.
        width: room for a line, in points.
        height: room for the lines together.
        largest: height of a character where there is room.
        least: the smallest height.
        more: as for `fit`.
    """
    for smallest in sizes(min(largest, SMALLEST_VALUE_PT), least):
        found = fit(typeface, text, width, height, largest=largest, smallest=smallest, more=more)
        widest = max((typeface.width(word, found.size) for word in text.split()), default=0.0)
        if not text.isascii() or (widest <= width and not found.rest):
            break
    return found


def draw_fitted(
    canvas: Canvas,
    typeface: Typeface,
    fitted: Fitted,
    box: tuple[float, float, float, float],
    *,
    align: str = "left",
) -> None:
    """Draw a fitted text in the middle of its box's height.

    Args:
        canvas: with the fill colour for the text.
        typeface: of the document.
        fitted: made by `fit` for that box.
        box: left, bottom, width and height of the box in points, without padding.
        align: `left`, `center` or `right`.
    """
    x = box[0] + box[2] * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
    for line, y in zip(fitted.lines, baselines(fitted, box), strict=True):
        typeface.draw(canvas, x, y, line, fitted.size, align=align)


def baselines(fitted: Fitted, box: tuple[float, float, float, float]) -> list[float]:
    """The baseline of each line of a text that stands in the middle of its box's height."""
    pitch = fitted.size * fitted.leading
    first = box[1] + box[3] / 2 + pitch * (len(fitted.lines) - 1) / 2 - fitted.size * MIDDLE
    return [first - number * pitch for number in range(len(fitted.lines))]


def broken(typeface: Typeface, text: str, size: float, width: float) -> Iterator[str]:
    """The lines of one paragraph; joined they are the text again.

    Args:
        typeface: of the document.
        text: one paragraph, as `Typeface.printable` gives it.
        size: height of a character in points.
        width: room for a line; a single character that is wider has a line to itself.
    """
    room = width / size
    line, used = "", 0.0
    for piece in _pieces(text):
        needed = typeface.width(piece.rstrip(" "), 1.0)
        if line and used + needed > room:
            yield line
            line, used = "", 0.0
        if needed > room:
            *whole, piece = _chopped(typeface, piece, room)
            yield from whole
        line += piece
        used += typeface.width(piece, 1.0)
    yield line


def _wrapped(
    typeface: Typeface,
    parts: list[str],
    room: tuple[float, float],
    size: float,
    more: str,
    *,
    tight: bool,
) -> Fitted:
    """The text in as many lines as the height holds."""
    width, height = room
    most, leading = _most_lines(height, size, tight=tight)
    # Each line with what joins it to the next: the text again, nothing lost.
    lines = [
        (line, end)
        for part in parts
        for line, end in _with_ends(list(broken(typeface, part, size, width)))
    ]
    fits = all(typeface.width(line.rstrip(" "), size) <= width for line, _ in lines)
    if len(lines) <= most and fits:
        return Fitted(size, tuple(line.strip(" ") for line, _ in lines), leading=leading)
    if typeface.width(more, size) > width:
        more = more[0]  # the arrow alone tells it too
    if not fits or not most or typeface.width(more, size) > width:
        return Fitted(size, (), "\n".join(parts))
    shown, rest = _cut(typeface, lines, width, size, most, more)
    return Fitted(size, shown, rest, leading)


def _cut(
    typeface: Typeface,
    lines: list[tuple[str, str]],
    width: float,
    size: float,
    most: int,
    more: str,
) -> tuple[tuple[str, ...], str]:
    """The first lines, the last of them with the mark; and what is left."""
    whole = "".join(line + end for line, end in lines)
    kept = lines[: most - 1]
    at = sum(len(line) + len(end) for line, end in kept)
    last = lines[len(kept)][0]
    while last and typeface.width(last + more, size) > width:
        last = last[: _last_break(last)]
    shown = (*(line.strip(" ") for line, _ in kept), f"{last.strip(' ')}{more}")
    return shown, whole[at + len(last) :].strip(" \n")


def _last_break(line: str) -> int:
    """Where the last piece of a line begins, or its last character where it is one piece."""
    pieces = list(_pieces(line))
    return len(line) - (len(pieces[-1]) if len(pieces) > 1 else 1)


def _with_ends(lines: list[str]) -> Iterator[tuple[str, str]]:
    """A paragraph's lines, the last with its line end."""
    for number, line in enumerate(lines, start=1):
        yield line, "\n" if number == len(lines) else ""


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces between which a line may break; a piece keeps the spaces after it."""
    begin = 0
    for at in range(1, len(text)):
        if _may_break(text[at - 1], text[at]):
            yield text[begin:at]
            begin = at
    yield text[begin:]


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after == " ":
        return False
    if before == " ":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return ord(before) >= _LATIN_END or ord(after) >= _LATIN_END


def _chopped(typeface: Typeface, piece: str, room: float) -> list[str]:
    """A piece too wide for a line, broken where it must."""
    found, used = [""], 0.0
    for char in piece:
        needed = typeface.width(char, 1.0)
        if found[-1] and used + needed > room and char != " ":
            found.append("")
            used = 0.0
        found[-1] += char
        used += needed
    return found


def sizes(largest: float, smallest: float) -> Iterator[float]:
    """From the largest size to the smallest, in half points."""
    size = largest
    while size > smallest:
        yield size
        size -= STEP_PT
    yield smallest


def _most_lines(height: float, size: float, *, tight: bool) -> tuple[int, float]:
    """How many lines a height holds, and how far apart their baselines are."""
    if height < size * BODY:
        return 0, LEADING
    if tight and size * (BODY + TIGHT) <= height < size * (BODY + LEADING):
        return 2, TIGHT
    return 1 + int((height / size - BODY) / LEADING), LEADING


def _height(lines: int, size: float, leading: float = LEADING) -> float:
    """Height of some lines in points."""
    return size * (BODY + leading * (lines - 1)) if lines else 0.0

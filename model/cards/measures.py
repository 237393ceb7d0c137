"""Measures of the card on paper and screen (domain.md §3.1): millimetres and points."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = 24
HEADING_MM = 8.0  # the column of section titles, written downwards
TOP_MM = BOTTOM_MM = 12.0
PADDING_MM = 1.5
STAMP_WIDTH_MM, STAMP_HEIGHT_MM = 18.0, 8.0
USCC_BOXES = 18

FRAME_PT = 1.2
SEPARATOR_PT = 0.8  # between sections
LINE_PT = 0.4

LABEL_GREY = 0.06  # share of black
HEADING_GREY = 0.12

COMPANY_NAME_PT = 12.0
TITLE_PT = 20.0
SUBTITLE_PT = 11.0
LABEL_PT = 9.0
VALUE_PT = 10.0
SMALLEST_VALUE_PT = 8.0  # then two lines, then 「→续」 and a continuation sheet
FOOT_PT = 7.0
STALE_MARK_PT = 6.0

MOST_BOXES = 6  # a longer list prints its value instead of boxes to tick


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper and the grid on it.

    Attributes:
        name: identifier of the size.
        width_mm: width as it lies before the reader.
        height_mm: height likewise.
        column_mm: width of one of the 24 columns.
        margin_mm: left and right margin.
    """

    name: str
    width_mm: float
    height_mm: float
    column_mm: float
    margin_mm: float

    @property
    def grid_mm(self) -> float:
        """Width of the grid with its heading column."""
        return HEADING_MM + COLUMNS * self.column_mm

    @property
    def available_mm(self) -> float:
        """Height between the margins."""
        return self.height_mm - TOP_MM - BOTTOM_MM


A4_PORTRAIT = Sheet("a4_portrait", 210.0, 297.0, 7.4, 12.2)
A5_LANDSCAPE = Sheet("a5_landscape", 210.0, 148.0, 7.5, 11.0)

"""The packet of the day, eight reps with twelve visits: read from the cabinet, drawn, written.

Beside it ReportLab alone: as many pages with as many texts and lines in the same font. The program
besides reads plans and cards, fits every text into its cell, and makes codes, feet and page breaks.
The font is there, as it is from the first print of a program's life on.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from gui.bench.bare_pages import counted, draw_bare, register_bare_font
from model.loans.papers import packets
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import day_folder
from model.words import words_in
from printing.fonts import print_font
from printing.packet import write_packet
from printing.paper import Printed
from printing.typeface import Typeface

_LEAST = 40.0


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make the packet of everyone, several times."""
    desk, now = seated(day_folder(folder) / "office.cabinet")
    try:
        font, _ = timed(Typeface)
        register_bare_font(print_font())
        first, _ = timed(partial(_make, desk, now))
        with counted() as pages:
            _make(desk, now)
        program = [timed(partial(_make, desk, now))[0] for _ in range(sizes.papers)]
        bare = [timed(partial(draw_bare, pages))[0] for _ in range(sizes.papers)]
    finally:
        shut(desk, now)
    # The empty backs, which let every card begin on paper of its own, are not counted.
    count = sum(1 for page in pages if page.texts)
    return Measured(
        (
            Figure(
                "packet", _per_second(count, middle(program)), _per_second(count, middle(bare)),
                _LEAST, unit="pages/s", bound_is="least",
            ),
        ),
        (
            ("packet_pages", count, "pages"),
            ("first_packet", _per_second(count, first), "pages/s"),
            ("print_font", font, "ms"),
        ),
    )  # fmt: skip


def _make(desk: Desk, now: datetime) -> Printed:
    """The packet as the command line makes it, but into memory."""
    stamp = PrintStamp("P000001", desk.person.name, now, desk.office)
    return write_packet(packets(desk, now.date(), now), stamp, BytesIO(), words_in("zh"))


def _per_second(pages: int, milliseconds: float) -> float:
    """Pages in a second."""
    return pages * 1000 / milliseconds

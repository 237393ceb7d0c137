"""A thousand faces of paper cards: read from the cabinet, drawn by one process and by two.

The cards are the last of the drawers: the first may have been made full for other figures.
Beside it ReportLab alone: as many pages with as many texts and lines in the same font, in one
document that stands in memory whole. The memory stands beside that of the process before it drew.
"""

from __future__ import annotations

import sys
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from gui.bench.bare_pages import counted, draw_bare, register_bare_font
from model.cards.listing import list_cards
from model.loans.card_prints import print_papers
from model.loans.sheets import CardPaper
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import seated, shut
from model.words import words_in
from printing.card_run import write_card_papers
from printing.fonts import print_font
from printing.paper import Printed
from printing.typeface import Typeface

CARDS = 500
"""Of which a thousand faces are drawn."""

_LEAST_ONE, _LEAST_TWO = 60.0, 100.0
_MOST_MB = 150.0
_RUNS = 3  # each takes seconds


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Draw them several times, by one process and by two in turns."""
    desk, now = seated(folder / "office.cabinet")
    try:
        card_nos = [row.ref for row in list_cards(desk, now) if row.state == "in_cabinet"]
        Typeface()
        before = _most_megabytes()
        read, papers = timed(partial(print_papers, desk, card_nos[-CARDS:], now))
        draw = partial(_draw, desk, now, papers)
        draw(1)
        most = _most_megabytes()
        runs = min(_RUNS, sizes.papers)
        times = [(timed(partial(draw, 1))[0], timed(partial(draw, 2))[0]) for _ in range(runs)]
        register_bare_font(print_font())
        with counted() as pages:
            draw(1)
        bare = [timed(partial(draw_bare, pages))[0] for _ in range(runs)]
    finally:
        shut(desk, now)
    # The empty backs, which let every card begin on paper of its own, are not counted.
    faces = sum(1 for page in pages if page.texts)
    one, two = (_per_second(faces, middle(some)) for some in zip(*times, strict=True))
    baseline = _per_second(faces, middle(bare))
    return Measured(
        (
            Figure("print_cards", one, baseline, _LEAST_ONE, unit="pages/s", bound_is="least"),
            Figure("print_cards_two", two, baseline, _LEAST_TWO, unit="pages/s", bound_is="least"),
            Figure("print_cards_memory", most, before, _MOST_MB, unit="MB"),
        ),
        (("print_cards_faces", faces, "pages"), ("print_cards_read", read, "ms")),
    )


def _draw(desk: Desk, now: datetime, papers: tuple[CardPaper, ...], processes: int) -> Printed:
    """One run into memory."""
    stamp = PrintStamp("P000001", desk.person.name, now, desk.office)
    return write_card_papers(papers, stamp, BytesIO(), words_in("zh"), processes=processes)


def _most_megabytes() -> float:
    """The most memory that this process ever had; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _per_second(pages: int, milliseconds: float) -> float:
    """Pages in a second."""
    return pages * 1000 / milliseconds

"""Pictures of every printed sheet, for the documentation: short and long, in both languages.

Usage: python tools/draw_sheets.py FOLDER

Look-alike data of the tests, and cards of the sample office; the pages are drawn as they are
printed and turned into pictures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).parent.parent))

import pypdfium2

from model.cards.cards import CardView
from model.cards.definition import CardKind
from model.loans.opening import open_cabinet
from model.loans.papers import packets
from model.loans.sheets import Badge, VisitPaper
from model.office.log_in import SAMPLE_PASSWORD, lock_screen, log_in
from model.upkeep.sample_office import make_sample_office
from model.upkeep.sample_staff import KEEPER
from model.words import LANGUAGES, Words, words_in
from printing import packet
from tests.printing import card_views, papers

_SCALE = 1.1  # of 72 dots per inch: small enough for a page of documentation, and readable
_LINES = (1, 12, 30)

Draw = Callable[[BinaryIO, Words], object]


def sheets() -> Iterator[tuple[str, Draw]]:
    """(name, what draws it) of every sheet."""
    for lines in _LINES:
        plan, register = papers.plan_sheet(lines), papers.register(lines)
        yield f"day-plan-{lines}", partial(_drawn, packet.write_day_plan, plan)
        yield f"register-{lines}", partial(_drawn, packet.write_register, register)
        yield (
            f"day-report-{lines}",
            partial(_drawn, packet.write_day_report, papers.day_report(lines)),
        )
    yield "day-plan-long", partial(_drawn, packet.write_day_plan, papers.long_sheet())
    yield "blank-register", partial(_drawn, packet.write_blank_register, 18)
    yield "visit-record-blank", partial(_drawn, packet.write_visit_records, [VisitPaper("")])
    yield "badge", partial(_drawn, packet.write_badges, _badges())
    for kind, card in _sample_cards().items():
        yield f"card-{kind.value}", partial(_drawn, packet.write_cards, [card])
        full = card_views.filled_card(kind, long=True)
        yield f"card-{kind.value}-long", partial(_drawn, packet.write_cards, [full])


def _sample_cards() -> dict[CardKind, CardView]:
    """The fullest card of each kind among those that go out today in a sample office."""
    now = papers.STAMP.printed_at
    with tempfile.TemporaryDirectory() as folder:
        cabinet = Path(folder) / "sample.cabinet"
        make_sample_office(cabinet, now=now, cards=300, months=1)
        desk = log_in(cabinet, KEEPER, SAMPLE_PASSWORD, now)
        open_cabinet(desk, now)
        going = [card for one in packets(desk, now.date(), now) for card in one.cards]
        lock_screen(desk, now)
    going.sort(key=lambda card: card.completeness.percent)
    return {card.kind: card for card in going}


def _badges() -> list[Badge]:
    team, roles = "一队", ("rep", "rep", "supervisor", "clerk")
    return [Badge(number, papers.REPS[number], role, team) for number, role in enumerate(roles, 3)]


def _drawn(write: Callable[..., object], values: object, out: BinaryIO, words: Words) -> object:
    return write(values, papers.STAMP, out, words)


def save(name: str, draw: Draw, language: str, folder: Path) -> None:
    """Save every page of one sheet that has something on it."""
    out = BytesIO()
    draw(out, words_in(language))
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        for number, page in enumerate(document, 1):
            which = f"-{number}" if len(document) > 1 else ""
            picture = page.render(scale=_SCALE).to_pil().convert("P", colors=64)
            picture.save(folder / f"sheet-{name}{which}-{language}.png", optimize=True)


def main() -> None:
    """Draw all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in sheets():
        for language in LANGUAGES:
            save(name, draw, language, folder)


if __name__ == "__main__":
    main()

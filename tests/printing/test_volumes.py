"""Long runs: volumes in order, by one process or two, stopped without a trace."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from model.cards.fields import CardKind
from model.loans.sheets import CardPaper
from model.words import words_in
from printing import volumes
from printing.card_run import write_card_papers
from printing.fonts import MissingGlyph
from printing.joining import join
from printing.paper import PrintDoc, Printed
from printing.volumes import SHEETS, Volume, write_in_volumes
from tests.printing.card_views import STAMP, filled_card, two_pages, with_values
from tests.printing.page_marks import page_count, page_size
from tests.printing.pdf_reading import page_text, shown_glyphs

ZH = words_in("zh")
SMILE, GRIN = "\N{WHITE SMILING FACE}", "\N{GRINNING FACE}"


class StoppedError(Exception):
    """The person pressed Stop."""


def numbered(numbers: Sequence[int]) -> Volume:
    """A page for each number."""
    doc = PrintDoc(STAMP, ZH, "numbers")
    for number in numbers:
        with doc.page((200, 100 + number)) as canvas:
            doc.typeface.draw(canvas, 20, 50, f"第{number}张 谢谢惠顾", 10)
    out = io.BytesIO()
    printed = doc.write(out)
    return Volume(out.getvalue(), printed.pages, (MissingGlyph(GRIN),) if 3 in numbers else ())


def dies(numbers: Sequence[int]) -> Volume:
    """Draws, but not in another process."""
    if multiprocessing.parent_process() is not None:
        import os

        os._exit(1)
    return numbered(numbers)


def run(
    count: int, draw: Callable[[Sequence[int]], Volume] = numbered, processes: int = 1
) -> tuple[Printed, bytes, list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    out = io.BytesIO()
    result = write_in_volumes(
        range(count), draw, out, lambda *at: told.append(at), processes=processes
    )
    return result, out.getvalue(), told


@pytest.mark.parametrize("count", [1, SHEETS, SHEETS + 1, 3 * SHEETS - 1])
def test_every_sheet_is_there_once_and_in_order(count: int) -> None:
    result, pdf, told = run(count)
    assert result.pages == page_count(pdf) == count
    for page in {0, count // 2, count - 1}:
        assert f"第{page}张谢谢惠顾" in page_text(pdf, page)
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))
    assert told == [(min(at + SHEETS, count), count) for at in range(0, count, SHEETS)]
    assert result.sha256 == hashlib.sha256(pdf).hexdigest()


def test_characters_that_no_font_has_are_gathered_from_all_volumes() -> None:
    assert run(2 * SHEETS)[0].missing == (MissingGlyph(GRIN),)


def test_two_processes_make_the_same_bytes_as_one() -> None:
    assert run(2 * SHEETS + 1, processes=2) == run(2 * SHEETS + 1)


def test_where_no_second_process_lives_this_one_draws() -> None:
    assert run(3 * SHEETS, dies, processes=2) == run(3 * SHEETS)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_stop_writes_nothing_and_leaves_no_process(processes: int) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    out = io.BytesIO()
    with pytest.raises(StoppedError):
        write_in_volumes(range(3 * SHEETS), numbered, out, stop, processes=processes)
    assert out.getvalue() == b""
    assert multiprocessing.active_children() == []


def test_a_long_run_is_worth_a_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes.os, "cpu_count", lambda: 2)
    usual = volumes._usual
    assert [usual(range(count)) for count in (1, volumes.WORTH_TWO - 1, volumes.WORTH_TWO)] == [
        1, 1, 2,
    ]  # fmt: skip
    monkeypatch.setattr(volumes.os, "cpu_count", lambda: 1)
    assert usual(range(volumes.WORTH_TWO)) == 1


def test_one_volume_is_written_as_it_is() -> None:
    volume = numbered([7]).data
    out = io.BytesIO()
    assert join([volume], out) == hashlib.sha256(volume).hexdigest()
    assert out.getvalue() == volume


# --- cards ------------------------------------------------------------------------------------


def cards(count: int) -> list[CardPaper]:
    """Cards of both kinds by turns."""
    kinds = tuple(CardKind)
    return [
        CardPaper(two_pages(filled_card(kinds[number % 2], number)))
        for number in range(1, count + 1)
    ]


def test_a_run_of_cards_goes_over_its_volumes() -> None:
    papers = cards(SHEETS + 2)
    strange = with_values(papers[-1].view, full_name=f"恒运{GRIN}")
    papers[-1] = replace(papers[-1], view=strange)
    out = io.BytesIO()
    result = write_card_papers(papers, STAMP, out, ZH)
    pdf = out.getvalue()
    assert result.pages == page_count(pdf) == 2 * len(papers)
    assert [missing.char for missing in result.missing] == [GRIN]
    for at in (0, SHEETS - 1, SHEETS, SHEETS + 1):
        assert papers[at].view.ref in page_text(pdf, 2 * at)
        assert papers[at].view.ref in page_text(pdf, 2 * at + 1)
    assert page_size(pdf, 2 * SHEETS) != page_size(pdf, 2 * SHEETS + 2)


def test_cards_make_the_same_bytes_whoever_draws_them(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = cards(SHEETS + 1)
    found = []
    for processes in (1, 2):
        monkeypatch.setattr(volumes, "_usual", lambda _, number=processes: number)
        out = io.BytesIO()
        write_card_papers(papers, STAMP, out, ZH)
        found.append(out.getvalue())
    assert found[0] == found[1]

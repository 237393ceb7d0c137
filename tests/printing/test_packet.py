"""A rep's packet: his plan and its cards, each on paper of its own, in one document."""

from __future__ import annotations

import hashlib
import io

import pytest

from model.cards.fields import CardKind
from model.loans.sheets import RepPacket
from model.words import words_in
from printing.packet import write_cards, write_packet
from printing.paper import Printed
from tests.printing.card_views import filled_card, with_values
from tests.printing.page_marks import page_count, page_size, scanned
from tests.printing.papers import PREVIEW, REPS, STAMP, plan_sheet
from tests.printing.pdf_reading import page_text, shown_glyphs

ZH = words_in("zh")


def packet(visits: int, rep: str = REPS[0], number: int = 1) -> RepPacket:
    """A plan with its cards, every fourth an individual's."""
    sheet = plan_sheet(visits, rep, number)
    cards = tuple(filled_card(CardKind(line.kind), 37 + line.seq) for line in sheet.plan.lines)
    return RepPacket(sheet, cards)


def printed(*packets: RepPacket) -> tuple[Printed, bytes]:
    out = io.BytesIO()
    return write_packet(packets, STAMP, out, ZH), out.getvalue()


def test_the_plan_comes_first_and_its_cards_follow_in_its_order() -> None:
    one = packet(5)
    result, pdf = printed(one)
    assert result.pages == page_count(pdf) == 11
    assert "RB20260316-01" in page_text(pdf)
    shown = [page_text(pdf, page) for page in range(2, 11, 2)]
    for view, text in zip(one.cards, shown, strict=True):
        assert view.ref in text
        assert "李明" in text


def test_every_plan_and_every_card_begins_on_an_odd_page() -> None:
    _, pdf = printed(packet(13), packet(2, REPS[1], 2))
    texts = [page_text(pdf, page) for page in range(page_count(pdf))]
    begins = [
        page + 1 for page, text in enumerate(texts)
        if "第1页共" in text or "共1页第1页" in text
    ]  # fmt: skip
    assert len(begins) == 2 + 13 + 2
    assert all(page % 2 for page in begins)
    # The plan of thirteen visits goes on behind its first page.
    assert "领卡签字" in texts[1]
    assert texts.count("") == 13 + 2  # no empty back behind the long plan and the last card


def test_each_paper_has_its_own_size() -> None:
    _, pdf = printed(packet(4))
    sizes = [page_size(pdf, page) for page in range(0, page_count(pdf), 2)]
    assert sizes == [(297, 210), (210, 297), (210, 297), (210, 297), (210, 148)]


def test_a_scanner_reads_every_paper_of_the_packet() -> None:
    _, pdf = printed(packet(4))
    read = [scanned(pdf, page) for page in range(0, page_count(pdf), 2)]
    assert read == [["RB20260316-01"], ["Q00038"], ["Q00039"], ["Q00040"], ["G00041"]]


def test_the_same_packet_makes_the_same_bytes() -> None:
    first, second = printed(packet(3)), printed(packet(3))
    assert first == second
    assert first[0].sha256 == hashlib.sha256(first[1]).hexdigest()


def test_every_glyph_of_the_packet_is_a_real_one() -> None:
    _, pdf = printed(packet(4))
    for page in range(page_count(pdf)):
        assert all(shown.glyph for shown in shown_glyphs(pdf, page))


def test_a_character_that_no_font_has_is_named() -> None:
    one = packet(1)
    strange = with_values(one.cards[0], full_name="恒运\N{GRINNING FACE}")
    result, _ = printed(RepPacket(one.sheet, (strange,)))
    assert [missing.code for missing in result.missing] == ["U+1F600"]


def test_progress_is_told_sheet_by_sheet() -> None:
    told: list[tuple[int, int]] = []
    write_packet([packet(2), packet(1)], STAMP, io.BytesIO(), ZH, lambda *at: told.append(at))
    assert told == [(at, 5) for at in range(1, 6)]


def test_a_stop_writes_nothing() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StoppedError

    out = io.BytesIO()
    with pytest.raises(StoppedError):
        write_packet([packet(3)], STAMP, out, ZH, stop)
    assert out.getvalue() == b""


def test_cards_alone_carry_their_borrower() -> None:
    out = io.BytesIO()
    cards = [filled_card(CardKind.COMPANY, 1), filled_card(CardKind.INDIVIDUAL, 2)]
    assert write_cards(cards, STAMP, out, ZH, borrower="赵敏").pages == 3
    assert "赵敏" in page_text(out.getvalue())


def test_a_preview_of_the_packet_has_no_number_anywhere() -> None:
    out = io.BytesIO()
    write_packet([packet(1)], PREVIEW, out, ZH)
    for page in (0, 2):
        text = page_text(out.getvalue(), page)
        assert "预览·未编号" in text
        assert "P000" not in text


def test_a_day_without_plans_makes_one_page_that_says_what_it_is() -> None:
    result, pdf = printed()
    assert result.pages == 1
    assert "P000123" in page_text(pdf)

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
from tests.printing.card_views import filled_card, two_pages, with_values
from tests.printing.page_marks import page_count, page_size, scanned
from tests.printing.papers import PREVIEW, REPS, STAMP, plan_sheet
from tests.printing.pdf_reading import page_text, shown_glyphs

ZH = words_in("zh")


def packet(visits: int, rep: str = REPS[0], number: int = 1) -> RepPacket:
    """A plan with its cards, every fourth an individual's."""
    sheet = plan_sheet(visits, rep, number)
    cards = tuple(
        two_pages(filled_card(CardKind(line.kind), 37 + line.seq)) for line in sheet.plan.lines
    )
    return RepPacket(sheet, cards)


def printed(*packets: RepPacket) -> tuple[Printed, bytes]:
    out = io.BytesIO()
    return write_packet(packets, STAMP, out, ZH), out.getvalue()


def test_the_plan_comes_first_and_its_cards_follow_in_its_order() -> None:
    one = packet(5)
    result, pdf = printed(one)
    assert result.pages == page_count(pdf) == 12
    assert "RB20260316-01" in page_text(pdf)
    fronts = [page_text(pdf, page) for page in range(2, 12, 2)]
    backs = [page_text(pdf, page) for page in range(3, 12, 2)]
    for view, front, back in zip(one.cards, fronts, backs, strict=True):
        assert "共2页第1页（正面）" in front
        assert "共2页第2页（背面）" in back
        for text in (front, back):
            assert view.ref in text
            assert "李明" in text


def test_every_plan_and_every_card_begins_on_an_odd_page() -> None:
    _, pdf = printed(packet(13), packet(2, REPS[1], 2))
    texts = [page_text(pdf, page) for page in range(page_count(pdf))]
    begins = [
        page + 1 for page, text in enumerate(texts)
        if "第1页共" in text or "共2页第1页" in text
    ]  # fmt: skip
    assert len(begins) == 2 + 13 + 2
    assert all(page % 2 for page in begins)
    # The plan of thirteen visits goes on behind its first page.
    assert "领卡签字" in texts[1]
    assert texts.count("") == 1  # behind the short plan; every card has a back


def test_what_a_card_has_no_room_for_comes_behind_its_back() -> None:
    one = packet(2)
    long = filled_card(CardKind.COMPANY, 38, long=True)
    _, pdf = printed(RepPacket(one.sheet, (long, one.cards[1])))
    texts = [page_text(pdf, page) for page in range(page_count(pdf))]
    (first,) = [
        page for page, text in enumerate(texts) if "第1页（正面）" in text and "Q00038" in text
    ]
    assert "第3页（续页）" in texts[first + 2]
    assert any("（主要人物）" in text for text in texts)
    assert "第1页（正面）" in texts[-2]
    assert len(texts) % 2 == 0


def test_each_paper_has_its_own_size() -> None:
    _, pdf = printed(packet(4))
    for first in (0, 1):
        sizes = [page_size(pdf, page) for page in range(first, page_count(pdf), 2)]
        assert sizes[1:] == [(210, 297), (210, 297), (210, 297), (210, 148)]
    assert page_size(pdf) == (297, 210)


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
    cards = [two_pages(filled_card(kind, 1)) for kind in CardKind]
    assert write_cards(cards, STAMP, out, ZH, borrower="赵敏").pages == 4
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

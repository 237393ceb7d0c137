"""A document: its foot, its pages, and that the same day makes the same bytes."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from model.office.prints import PrintStamp
from model.words import words_in
from printing.paper import A4, A5, PrintDoc, spaced
from tests.printing.page_marks import marks, off_the_paper, on_one_another, page_count, page_size
from tests.printing.papers import PREVIEW, STAMP
from tests.printing.pdf_reading import page_text, shown_glyphs


def document(
    *texts: str, stamp: PrintStamp = STAMP, language: str = "zh"
) -> tuple[PrintDoc, bytes]:
    """A document of one page with these texts, finished."""
    doc = PrintDoc(stamp, words_in(language), "试印")
    with doc.page(A5, 2, 3):
        for line, text in enumerate(texts):
            doc.text(50, 500 - 20 * line, text, 10)
    out = io.BytesIO()
    doc.write(out)
    return doc, out.getvalue()


def test_the_foot_says_number_who_when_and_which_page() -> None:
    _, pdf = document()
    assert page_text(pdf) == "P000123·王秀兰·2026-03-1608:52·内部资料·不得外传第2页共3页"


def test_the_foot_of_a_preview_says_that_it_has_no_number() -> None:
    _, pdf = document(stamp=PREVIEW)
    assert page_text(pdf).startswith("预览·未编号·王秀兰")


def test_the_foot_speaks_english_too() -> None:
    _, pdf = document(language="en")
    assert "Internal·nottobepassedonPage2of3" in page_text(pdf)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_longest_name_leaves_room_for_the_page_on_a5(language: str) -> None:
    _, pdf = document(stamp=replace(STAMP, printed_by="阿不都热西提·" * 5), language=language)
    assert not on_one_another(pdf)
    assert not off_the_paper(pdf)


def test_a_foot_can_be_left_out() -> None:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    with doc.page(A4, foot=False):
        pass
    out = io.BytesIO()
    assert doc.write(out).pages == 1
    assert page_text(out.getvalue()) == ""


def test_the_same_day_makes_the_same_bytes() -> None:
    assert document("客户 𠮷")[1] == document("客户 𠮷")[1]


@pytest.mark.parametrize(
    "stamp",
    [
        replace(STAMP, print_no="P000124"),
        replace(STAMP, printed_by="李明"),
        replace(STAMP, printed_at=STAMP.printed_at + timedelta(minutes=1)),
    ],
)
def test_another_stamp_makes_other_bytes(stamp: PrintStamp) -> None:
    assert document("客户")[1] != document("客户", stamp=stamp)[1]


def test_the_file_tells_of_its_stamp_and_of_nothing_else() -> None:
    _, pdf = document("客户")
    told = PdfReader(io.BytesIO(pdf)).metadata
    assert told is not None
    assert told.title == "试印 P000123"
    assert told.author == "王秀兰"
    assert told.creator == told.producer == "客户卡柜"
    assert told["/CreationDate"] == told["/ModDate"] == "D:20260316085200"


def test_what_was_written_is_told_by_pages_and_hash() -> None:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    for _ in range(3):
        with doc.page(A4):
            pass
    out = io.BytesIO()
    printed = doc.write(out)
    assert printed.pages == page_count(out.getvalue()) == 3
    assert printed.sha256 == hashlib.sha256(out.getvalue()).hexdigest()
    assert printed.missing == ()


def test_a_character_that_no_font_has_is_named_and_stands_in() -> None:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    with doc.page(A4):
        doc.text(50, 500, "恒运\N{GRINNING FACE}", 10)
    out = io.BytesIO()
    assert [missing.code for missing in doc.write(out).missing] == ["U+1F600"]
    assert "恒运〔U+1F600〕" in page_text(out.getvalue())
    assert all(shown.glyph for shown in shown_glyphs(out.getvalue()))


def test_a_new_sheet_begins_on_an_odd_page_and_the_page_between_is_empty() -> None:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    for size, text in ((A4, "一"), (A5, "二")):
        doc.start_on_odd_page()
        with doc.page(size, foot=False):
            doc.text(50, 50, text, 10)
    out = io.BytesIO()
    assert doc.write(out).pages == 3
    assert [page_text(out.getvalue(), page) for page in range(3)] == ["一", "", "二"]
    assert [page_size(out.getvalue(), page) for page in range(3)] == [(210, 297)] * 2 + [(148, 210)]


def test_a_document_without_sheets_still_opens() -> None:
    out = io.BytesIO()
    assert PrintDoc(STAMP, words_in("zh"), "").write(out).pages == 1
    assert "P000123" in page_text(out.getvalue())


@pytest.mark.parametrize(
    "office", ["恒运", "成都市恒运叉车配件销售服务（集团）股份有限公司西南大区" * 2]
)
def test_a_head_stands_in_the_middle_and_keeps_off_the_corners(office: str) -> None:
    doc = PrintDoc(STAMP, words_in("zh"), "")
    with doc.page(A4, foot=False):
        doc.head(A4, 800, office, "当日拜访计划")
    out = io.BytesIO()
    doc.write(out)
    found = marks(out.getvalue())
    assert office in page_text(out.getvalue())
    assert min(mark.left for mark in found) + max(mark.right for mark in found) == pytest.approx(
        A4[0], abs=8
    )
    assert min(mark.left for mark in found) > 70


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("借还登记簿", "借 还 登 记 簿"),
        ("借还登记簿（手工登记）", "借 还 登 记 簿（手工登记）"),
        ("Loan register", "Loan register"),
    ],
)
def test_only_chinese_titles_are_letter_spaced(title: str, shown: str) -> None:
    assert spaced(title) == shown

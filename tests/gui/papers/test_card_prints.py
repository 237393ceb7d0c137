"""The office's card, copies and blank cards from the window: what a print leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.papers.card_prints import CardSheets, blank_cards, issued_copies, office_cards
from gui.papers.papers import Papers
from gui.tasks import Tasks
from gui.translators import Translators
from gui.widgets.pdf_preview import PdfPreview
from model.cards.cards import edit_card
from model.cards.copy_tables import IssuedCopy
from model.cards.definition import CardKind
from model.cards.listing import list_cards
from model.errors import CannotWriteError, NotAllowedError
from model.loans.copy_terms import Terms
from model.loans.opening import open_cabinet
from model.loans.reading import open_card
from tests.conftest import NOW, Sit, make_card
from tests.gui.conftest import StillClock
from tests.gui.papers.test_papers import choose

__all__ = ["choose"]
Choose = Callable[[Path | None], None]
TERMS = Terms("四川长江物流", "投标", destroy_after_reading=True)


@pytest.fixture
def card_no(sit: Sit, translators: Translators) -> str:
    """A filed card, in an open cabinet."""
    made = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    open_cabinet(sit("王秀兰"), NOW)
    return made


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    """The first print of a machine makes the font of these characters."""
    qtbot.waitUntil(lambda: tasks.running == 0, timeout=60_000)


def to_reprint(sit: Sit) -> list[str]:
    return [row.ref for row in list_cards(sit("王秀兰"), NOW) if row.reprint]


def change(sit: Sit, card_no: str, text: str) -> None:
    view = open_card(sit("王秀兰"), card_no, NOW)
    edit_card(sit("王秀兰"), card_no, view.version, {"website": text}, NOW)


def words_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(BytesIO(file.read_bytes()))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_saved_card_is_the_offices_paper_until_it_changes(
    papers: Papers, tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit,
    card_no: str,
) -> None:  # fmt: skip
    choose(tmp_path / "card.pdf")
    papers.save(office_cards([card_no], CardSheets()))
    wait(qtbot, tasks)
    assert "成都恒运叉车配件有限公司" in words_of(tmp_path / "card.pdf").replace("\n", "")
    assert to_reprint(sit) == []
    change(sit, card_no, "www.example.com")
    assert to_reprint(sit) == [card_no]
    with qtbot.waitSignal(papers.printed):
        papers.save(office_cards([card_no], CardSheets(), changed=True))
    wait(qtbot, tasks)
    assert to_reprint(sit) == []


def test_a_printed_card_is_the_offices_paper_too(
    papers: Papers, tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit,
    card_no: str, printer: QPrinter,
) -> None:  # fmt: skip
    choose(tmp_path / "before.pdf")
    papers.save(office_cards([card_no], CardSheets()))
    wait(qtbot, tasks)
    change(sit, card_no, "www.example.com")
    papers.send_to(office_cards([card_no], CardSheets()), printer)
    wait(qtbot, tasks)
    assert to_reprint(sit) == []


def test_the_backs_alone_are_no_new_paper(
    papers: Papers, tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit,
    card_no: str,
) -> None:  # fmt: skip
    choose(tmp_path / "card.pdf")
    papers.save(office_cards([card_no], CardSheets()))
    wait(qtbot, tasks)
    change(sit, card_no, "www.example.com")
    papers.save(office_cards([card_no], CardSheets("back")))
    wait(qtbot, tasks)
    assert to_reprint(sit) == [card_no]
    papers.save(office_cards([card_no], CardSheets("front")))
    wait(qtbot, tasks)
    assert to_reprint(sit) == []


def test_a_look_issues_no_copy_and_marks_no_paper(
    papers: Papers, tasks: Tasks, qtbot: QtBot, sit: Sit, card_no: str
) -> None:
    view = PdfPreview()
    qtbot.addWidget(view)
    for paper in (
        office_cards([card_no], CardSheets()),
        issued_copies([card_no], TERMS, CardSheets()),
    ):
        papers.preview(paper, view)
        wait(qtbot, tasks)
        assert view.page_count >= 2
    assert IssuedCopy.select().count() == 0
    change(sit, card_no, "www.example.com")
    assert to_reprint(sit) == []  # it was never printed: there is no older paper


def test_a_copy_that_is_refused_leaves_no_file_and_no_number(
    tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit, card_no: str,
    clock: StillClock, settings: QSettings, shown_errors: list[BaseException],
) -> None:  # fmt: skip
    page = QWidget()
    qtbot.addWidget(page)
    choose(tmp_path / "copy.pdf")
    Papers(sit("钱进"), tasks, clock, page, settings).save(
        issued_copies([card_no], TERMS, CardSheets())
    )
    wait(qtbot, tasks)
    assert [type(error) for error in shown_errors] == [NotAllowedError]
    assert not (tmp_path / "copy.pdf").exists()
    assert IssuedCopy.select().count() == 0


def test_the_managers_copy_takes_its_number_when_it_is_saved(
    tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit, card_no: str,
    clock: StillClock, settings: QSettings,
) -> None:  # fmt: skip
    page = QWidget()
    qtbot.addWidget(page)
    choose(tmp_path / "copy.pdf")
    Papers(sit("张总"), tasks, clock, page, settings).save(
        issued_copies([card_no], TERMS, CardSheets())
    )
    wait(qtbot, tasks)
    (copy,) = IssuedCopy.select()
    assert (copy.receiver, copy.purpose) == ("四川长江物流", "投标")
    assert copy.made_at is not None
    text = words_of(tmp_path / "copy.pdf")
    assert str(copy.copy_no) in text
    assert "四川长江物流" in text


def test_a_copy_whose_file_cannot_be_written_was_never_made(
    tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, sit: Sit, card_no: str,
    clock: StillClock, settings: QSettings, shown_errors: list[BaseException],
) -> None:  # fmt: skip
    page = QWidget()
    qtbot.addWidget(page)
    choose(tmp_path / "no such folder" / "copy.pdf")
    Papers(sit("王秀兰"), tasks, clock, page, settings).save(
        issued_copies([card_no], TERMS, CardSheets())
    )
    wait(qtbot, tasks)
    assert [type(error) for error in shown_errors] == [CannotWriteError]
    (copy,) = IssuedCopy.select()
    assert (copy.outcome, copy.made_at) == ("not_made", None)


def test_blank_cards_show_nobody(
    papers: Papers, tasks: Tasks, qtbot: QtBot, choose: Choose, tmp_path: Path, card_no: str
) -> None:
    choose(tmp_path / "blank.pdf")
    papers.save(blank_cards(tuple(CardKind), 2, "both"))
    wait(qtbot, tasks)
    document = pypdfium2.PdfDocument(BytesIO((tmp_path / "blank.pdf").read_bytes()))
    assert len(document) == 8
    assert "恒运" not in words_of(tmp_path / "blank.pdf")


@pytest.mark.parametrize(
    ("numbers", "about"),
    [(["Q1"], "Q1"), (["Q1", "Q2"], "Q1, Q2"), ([f"Q{n}" for n in range(9)], "Q0 … Q8 (9)")],
)
def test_the_log_names_the_cards_in_short(
    translators: Translators, numbers: list[str], about: str
) -> None:
    assert office_cards(numbers, CardSheets()).document == about
    assert office_cards(numbers, CardSheets()).file_name.endswith(".pdf")

"""What happened at the counter; cards with an older paper are offered to be printed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.papers.preview_dialog import PreviewDialog
from gui.today.happenings import KEPT, Happening, Happenings
from gui.translators import Translators
from model.cards.cards import edit_card
from model.cards.listing import list_cards
from model.loans.card_prints import mark_printed, print_papers
from model.loans.checkouts import check_out
from model.loans.reading import open_card
from model.loans.returns import Return
from model.office.prints import note_preview
from tests.conftest import NOW
from tests.gui.today.conftest import KEEPER, REPS, OpenPage, SitHere


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def happenings(translators: Translators, around: QWidget) -> Happenings:
    made = Happenings(around)
    made.may_print = True
    return made


def home(card_no: str, number: int, *, reprint: bool = True) -> Happening:
    return Happening(NOW, f"{card_no} home", loan_nos=(number,), reprint=card_no * reprint)


def test_cards_with_an_older_paper_are_offered_to_the_printer_in_their_order(
    happenings: Happenings, qtbot: QtBot
) -> None:
    happenings.add(home("Q00002", 1))
    assert happenings.reprint.text() == "Print Q00002 again …"
    happenings.add(home("Q00005", 2, reprint=False))
    happenings.add(home("Q00001", 3))
    assert happenings.reprint.text() == "Print 2 cards again …"
    with qtbot.waitSignal(happenings.reprint_wanted) as asked:
        happenings.reprint.click()
    assert asked.args == [["Q00002", "Q00001"]]


def test_what_was_printed_or_corrected_is_offered_no_longer(happenings: Happenings) -> None:
    first, second = home("Q00001", 1), home("Q00002", 2)
    happenings.add(first)
    happenings.add(second)
    happenings.mark_corrected(second)
    assert happenings.to_reprint == ["Q00001"]
    happenings.mark_printed(["Q00001"])
    assert happenings.to_reprint == []
    assert happenings.reprint.isHidden()


def test_who_may_print_no_cards_is_offered_none(happenings: Happenings) -> None:
    happenings.may_print = False
    happenings.add(home("Q00001", 1))
    assert happenings.reprint.isHidden()


def test_the_list_keeps_the_last_ones(happenings: Happenings) -> None:
    for number in range(KEPT + 5):
        happenings.add(home(f"Q{number:05d}", number))
    assert len(happenings.kept) == KEPT
    assert happenings.to_reprint[0] == "Q00005"


def test_locking_leaves_no_customer(happenings: Happenings) -> None:
    happenings.add(home("Q00001", 1))
    happenings.forget()
    assert happenings.to_reprint == []
    assert "Q00001" not in happenings.reprint.text() + happenings.reprint.toolTip()


def test_a_card_that_comes_home_with_an_older_paper_is_printed_from_the_counter(
    opened_here: None, open_page: OpenPage, sit_here: SitHere, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    keeper = sit_here(KEEPER)
    card_no = check_out(keeper, REPS[0], NOW)[0].card_no
    papers = print_papers(keeper, [card_no], NOW)
    mark_printed(keeper, papers, note_preview(keeper, "card", card_no, NOW), NOW)
    view = open_card(keeper, card_no, NOW)
    edit_card(keeper, card_no, view.version, {"fax": "028-85551200"}, NOW)
    page = open_page(KEEPER)
    page.left.reps.choose(REPS[0])
    page.counter.take_home(REPS[0], [Return(card_no, "no_record")])
    assert "to be reprinted" in page.happenings.kept[0].text
    assert page.happenings.reprint.text() == f"Print {card_no} again …"
    monkeypatch.setattr(
        "gui.papers.papers.QFileDialog.getSaveFileName",
        lambda *_: (str(tmp_path / "card.pdf"), ""),
    )
    page.happenings.reprint.click()
    (look,) = page.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: look.view.page_count >= 2, timeout=60_000)
    with qtbot.waitSignal(page.printing.printed, timeout=60_000):
        look.view.save_wanted.emit()
    assert page.happenings.to_reprint == []
    assert not [row for row in list_cards(sit_here(KEEPER), NOW) if row.reprint]
    look.reject()

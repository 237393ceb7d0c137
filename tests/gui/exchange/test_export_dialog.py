"""Exporting from the list of cards: what is offered, what is asked, what stands afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.exchange.export_dialog import ExportDialog
from gui.translators import Translators
from model.cards.copy_tables import DataExport
from model.errors import NeedsApprovalError
from model.loans.copy_terms import Terms
from tests.conftest import TODAY
from tests.gui.cabinet.conftest import OpenPage, cards, open_page, press
from tests.gui.test_accessible_names import nameless

__all__ = ["cards", "open_page"]
CTRL = Qt.KeyboardModifier.ControlModifier


def asked(page: CabinetPage, qtbot: QtBot) -> ExportDialog:
    """The dialog, by its key."""
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialogs = page.findChildren(ExportDialog)
    return dialogs[-1]


def fill(dialog: ExportDialog) -> None:
    dialog.terms.receiver.setText("总部")
    dialog.terms.purpose.setText("年报")
    dialog.terms.shredded.click()


def wait(page: CabinetPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._tasks.running == 0, timeout=20_000)


def choose(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "*.xlsx") -> None:
    monkeypatch.setattr(
        "gui.exchange.export_dialog.QFileDialog.getSaveFileName", lambda *_: (str(file), kind)
    )


def test_the_manager_exports_the_list_as_it_stands(
    cards: list[str], open_page: OpenPage, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = open_page("张总")
    dialog = asked(page, qtbot)
    assert not dialog.export.isEnabled()
    assert dialog.ask.isHidden()
    assert "not encrypted" in dialog.warning.text()
    assert nameless(dialog) == []
    fill(dialog)
    order = dialog.order()
    assert order is not None
    assert set(order.wanted.card_nos) == set(cards)
    assert order.fields == ("list",)
    assert order.terms == Terms("总部", "年报", destroy_after_reading=True)
    choose(monkeypatch, tmp_path / "out")
    with qtbot.waitSignal(dialog.exported) as told:
        dialog.export.click()
    wait(page, qtbot)
    assert (tmp_path / "out.xlsx").exists()
    assert told.args == [f"DC000001: {len(cards)} cards exported to out.xlsx."]
    assert DataExport.get().rows == len(cards)


def test_a_list_in_text_when_its_kind_is_chosen(
    cards: list[str], open_page: OpenPage, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = open_page("张总")
    dialog = asked(page, qtbot)
    fill(dialog)
    choose(monkeypatch, tmp_path / "out", "List in text (*.csv)")
    with qtbot.waitSignal(dialog.exported):
        dialog.export.click()
    wait(page, qtbot)
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_clerk_is_refused_before_a_file_is_named(
    cards: list[str], open_page: OpenPage, qtbot: QtBot, shown_errors: list[BaseException],
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    page = open_page("王秀兰")
    dialog = asked(page, qtbot)
    assert not dialog.ask.isHidden()
    fill(dialog)
    choose(monkeypatch, tmp_path / "out")
    dialog.export.click()
    wait(page, qtbot)
    assert [type(error) for error in shown_errors] == [NeedsApprovalError]
    assert not (tmp_path / "out.xlsx").exists()
    assert DataExport.select().count() == 0


def test_a_clerk_asks_for_exactly_this(
    cards: list[str], open_page: OpenPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("王秀兰")
    asked_for = []

    class Asker:
        def ask(self, wanted: object, window: object) -> None:
            asked_for.append(wanted)

    page.approval_asker = Asker()  # type: ignore[attr-defined]
    dialog = asked(page, qtbot)
    fill(dialog)
    dialog.ask.click()
    (wanted,) = asked_for
    assert (wanted.right, wanted.refs) == ("export", ())
    assert wanted.facts["receiver"] == "总部"
    assert wanted.facts["fields"] == "list"
    assert len(wanted.facts["digest"]) == 64


def test_columns_are_ticked_one_by_one(cards: list[str], open_page: OpenPage, qtbot: QtBot) -> None:
    dialog = asked(open_page("张总"), qtbot)
    fill(dialog)
    fields = dialog.fields
    assert fields.list.isHidden()
    fields.sets.setCurrentIndex(3)
    assert not dialog.export.isEnabled()
    for row in range(fields.list.count()):
        if fields.list.item(row).text() == "Full name":
            fields.list.item(row).setCheckState(Qt.CheckState.Checked)
    order = dialog.order()
    assert order is not None
    assert order.fields == ("full_name",)


def test_all_cards_and_a_day_to_come_back(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    dialog = asked(open_page("张总"), qtbot)
    fill(dialog)
    dialog.which.buttons()[-1].click()
    dialog.terms.back.click()
    order = dialog.order()
    assert order is not None
    assert (order.wanted.card_nos, order.wanted.filter) == ((), ())
    assert order.terms.due_on is not None
    assert order.terms.due_on > TODAY


def test_who_prints_no_cards_exports_none(
    cards: list[str], open_page: OpenPage, translators: Translators
) -> None:
    page = open_page("李明")
    assert not page.actions_["export_cards"].isEnabled()
    assert page.list._export.isHidden() or not page.list._export.isEnabled()

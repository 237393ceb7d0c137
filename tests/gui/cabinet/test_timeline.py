"""The history tab: saves with what they changed, what is new since the visit, values put back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.history_saves import saves_of
from gui.cabinet.questions import RemarkDialog, TickQuestion
from gui.cabinet.timeline import HistoryOf, Timeline
from model.cards.cards import edit_card, read_card
from model.cards.deciding import Decision, decide
from model.cards.revisions import CLEARED, RevisionRow, history
from model.cards.tables import CustomerCard
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, press
from tests.model.cards.proposed import hand_in, ids_of

LATER = NOW + timedelta(hours=1)


def line(number: int, **more: object) -> RevisionRow:
    facts: dict[str, object] = {
        "version": 2, "field": "phone", "old": "1", "new": "2", "changed_at": NOW,
        "changed_by": "王秀兰", "reason": "", "source": "other", "id": number,
        "accepted_by": "王秀兰", "state": "accepted",
    }  # fmt: skip
    return RevisionRow(**{**facts, **more})  # type: ignore[arg-type]


def edit(sit: Sit, card_no: str, texts: dict[str, str], who: str = "王秀兰", **more: str) -> None:
    desk = sit(who)
    edit_card(desk, card_no, read_card(desk, card_no, NOW).version, texts, NOW, **more)  # type: ignore[arg-type]


def heads(page: CabinetPage) -> list[QTreeWidgetItem]:
    tree = page.form.history.tree
    found = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [item for item in found if item is not None]


def texts_under(head: QTreeWidgetItem) -> list[tuple[str, str, str]]:
    found = []
    for number in range(head.childCount()):
        child = head.child(number)
        assert child is not None
        found.append((child.text(0), child.text(1), child.text(2)))
    return found


def choose(timeline: Timeline, path: str) -> None:
    """Put the cursor on the newest line of a fact."""
    for number in range(timeline.tree.topLevelItemCount()):
        head = timeline.tree.topLevelItem(number)
        assert head is not None
        for place in range(head.childCount()):
            child = head.child(place)
            assert child is not None
            timeline.tree.setCurrentItem(child)
            if timeline.chosen is not None and timeline.chosen.field == path:
                return
    pytest.fail(path)


def test_lines_of_one_save_stand_together_and_the_opening_has_none() -> None:
    rows = [
        line(5, version=3, field="email"),
        line(4, version=3, field="phone"),
        line(3, version=3, field="fax", changed_by="李明"),
        line(1, version=1, field="", changed_at=NOW - timedelta(days=1)),
    ]
    saves = saves_of(rows)
    assert [(save.version, save.by, len(save.lines)) for save in saves] == [
        (3, "王秀兰", 2), (3, "李明", 1), (1, "王秀兰", 0),
    ]  # fmt: skip
    assert [save.is_opening for save in saves] == [False, False, True]


def test_every_save_tells_who_when_from_where_and_why(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    texts = {"postcode": "610041", "org_form": "partnership"}
    edit(sit, cards[0], texts, "张总", reason="年检", source="letter")
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    newest, *_, opening = heads(page)
    assert newest.text(0) == "2026-11-20 08:30 · 张总 · Letter · 年检"
    assert set(texts_under(newest)) == {
        ("Postcode", "", "610041"),
        ("Legal form", "Limited company", "Partnership"),
    }
    assert "Card opened" in opening.text(0)


def test_who_accepted_a_proposal_is_told_beside_who_made_it(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    number = hand_in(sit, cards[0], {"postcode": "610041"})
    clerk = sit("孙丽")
    decide(clerk, number, {ids_of(number)["postcode"]: Decision("accept")}, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    assert heads(page)[0].text(0).startswith("2026-11-20 08:30 · 李明 · Visit · accepted by 孙丽")


def test_what_changed_since_the_last_visit_is_counted_and_marked(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    edit(sit, cards[0], {"postcode": "610041", "email": "a@b.cn"})
    with writing():
        CustomerCard.update(last_visit_on=date(2026, 11, 18)).where(
            CustomerCard.card_no == cards[0]
        ).execute()
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    assert page.form.history.news.text() == "2 changes since the last visit of 2026-11-18"
    names = [text[0] for text in texts_under(heads(page)[0])]
    assert sorted(names) == ["● E-mail", "● Postcode"]

    sheet = next(iter(page.form.faces.built))
    assert {"postcode", "email"} <= sheet.grid._filling.changed  # and on the paper itself


def test_an_old_value_is_put_back_as_a_change_with_its_reason(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    edit(sit, cards[0], {"phone": "028-85559999"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    choose(page.form.history, "phone")
    page.form.history.tree.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = page.findChild(RemarkDialog)
    assert dialog is not None
    dialog.text.setPlainText("客户来电更正")
    dialog.give.click()
    assert page.form.strip.told == "The old value is back on the card."
    newest = history(sit("张总"), cards[0], NOW)[0]
    assert (newest.field, newest.old, newest.new, newest.reason) == (
        "phone", "028-85559999", "028-85551234", "客户来电更正",
    )  # fmt: skip
    assert len(heads(page)) == 3  # the tab shows it at once


def test_a_value_with_a_warning_is_put_back_when_it_was_confirmed(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    manager, tick = sit("张总"), frozenset({"uscc_check"})
    for code in ("91350203M0001QKT19", "91350100M000100Y43"):
        version = read_card(manager, cards[0], NOW).version
        edit_card(manager, cards[0], version, {"uscc": code}, NOW, ticked=tick)
    page = open_page("张总")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    choose(page.form.history, "uscc")
    page.form.history.restore_button.click()
    dialog = page.form.findChild(RemarkDialog)
    assert dialog is not None
    dialog.text.setPlainText("按执照更正")
    dialog.give.click()
    question = page.form.findChild(TickQuestion)
    assert question is not None
    assert question.informativeText() == "Checked against the licence"
    assert read_card(sit("张总"), cards[0], NOW).values["uscc"] == "91350100M000100Y43"
    question.make.click()
    assert page.form.strip.told == "The old value is back on the card."
    view = read_card(sit("张总"), cards[0], NOW)
    assert (view.values["uscc"], view.explicit["uscc"]) == ("91350203M0001QKT19", "checked")


def test_what_this_desk_may_not_change_it_cannot_put_back(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    manager = sit("张总")
    version = read_card(manager, cards[0], NOW).version
    edit_card(manager, cards[0], version, {"legal_rep": "何文斌", "email": "a@b.cn"}, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    choose(page.form.history, "legal_rep")
    assert not page.form.history.restore_button.isEnabled()
    choose(page.form.history, "email")
    assert page.form.history.restore_button.isEnabled()


def test_what_was_cleared_says_so_and_cannot_come_back(qtbot: QtBot) -> None:
    timeline = Timeline(None)  # type: ignore[arg-type]
    qtbot.addWidget(timeline)
    rows = [line(1, field="mobile", old="", new="", state=CLEARED)]
    timeline.show_history(rows, HistoryOf(may_restore=lambda path: True))
    choose(timeline, "mobile")
    item = timeline.tree.currentItem()
    assert item is not None
    assert item.text(1) == "cleared on request"
    assert not timeline.restore_button.isEnabled()


def test_a_row_that_was_taken_out_keeps_its_name_in_the_history(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    edit(sit, cards[0], {"contacts#+1.name": "周志远", "contacts#+1.mobile": "13900000001"})
    desk = sit("王秀兰")
    (contact,) = read_card(desk, cards[0], NOW).children["contacts"]
    edit(sit, cards[0], {f"contacts#{contact['row_no']}": ""})
    page = open_page("张总")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    told = texts_under(heads(page)[0])
    assert ("Key people 周志远 · Mobile", "13900000001", "") in told


def test_the_history_is_emptied_with_the_card(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    edit(sit, cards[0], {"postcode": "610041"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    assert page.form.history.tree.topLevelItemCount() == 2
    page.forget()
    assert page.form.history.tree.topLevelItemCount() == 0

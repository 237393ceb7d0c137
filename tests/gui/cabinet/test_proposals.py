"""修订建议 in the window: handed in, told on the card, decided side by side, answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.cabinet import proposal_lines as lines
from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.proposal_dialog import ProposalDialog
from gui.cabinet.questions import DuplicateQuestion, SureQuestion
from gui.translators import Translators
from gui.widgets.cell_ink import Mark
from model.cards.cards import edit_card, read_card
from model.cards.proposals import open_proposals, proposals_of
from model.cards.proposing import save_card
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, press, type_text
from tests.gui.test_accessible_names import nameless
from tests.model.cards.proposed import lend

CTRL = Qt.KeyboardModifier.ControlModifier


def put(page: CabinetPage, qtbot: QtBot, identifier: str, text: str) -> None:
    """Type over a cell and leave it."""
    page.form.go_to(identifier)
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_Tab)


def hand_in(sit: Sit, who: str, card_no: str, texts: dict[str, str], reason: str = "") -> str:
    """Save as somebody whose changes must be decided."""
    desk = sit(who)
    version = read_card(desk, card_no, NOW).version
    return save_card(desk, card_no, version, texts, NOW, reason=reason, source="visit").proposal_no


def dialog_of(page: CabinetPage, qtbot: QtBot) -> ProposalDialog:
    """Open the proposals of the card in the form; the keyboard is in their table."""
    page.form.proposed.open_button.click()
    found = page.findChild(ProposalDialog)
    assert found is not None
    qtbot.waitUntil(found.view.hasFocus)
    return found


def choose(dialog: ProposalDialog, path: str) -> None:
    """Put the cursor on a line."""
    rows = [one.line.path for one in dialog.view.table.lines]
    dialog.view.selectRow(rows.index(path))


def standing(sit: Sit, card_no: str) -> dict[str, object]:
    return read_card(sit("张总"), card_no, NOW).values


def test_what_a_rep_saves_on_a_lent_card_waits_to_be_decided(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.work.open_card(cards[0])
    assert not page.actions_["save"].isVisible()  # not in his hands

    lend(cards[0], "李明")
    page = open_page("李明")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "610041")
    assert "Postcode" in page.form.why.told
    page.form.why._why.setText("名片")
    press(qtbot, Qt.Key.Key_S, CTRL)

    assert page.form.strip.told == "Handed in as proposal XD000001; it waits for a decision."
    assert page.form.proposed.told == "1 proposed change waiting for a decision"
    assert "postcode" not in standing(sit, cards[0])
    (found,) = proposals_of(sit("赵刚"), cards[0], NOW)
    assert (found.reason, found.changes[0].text) == ("名片", "610041")


def test_a_clerk_saves_and_his_protected_fields_wait(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "610041")
    assert page.form.why.told == ""
    put(page, qtbot, "legal_rep", "何文斌")
    assert "Legal representative" in page.form.why.told
    assert "Postcode" not in page.form.why.told
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.form.strip.told == "Saved; 1 change handed in as proposal XD000001."
    values = standing(sit, cards[0])
    assert values["postcode"] == "610041"
    assert "legal_rep" not in values


def test_the_keyboard_alone_decides_each_line(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"postcode": "610041", "email": "a@b.cn", "employees": "35"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    assert page.form.proposed.told == "3 proposed changes to be decided"
    dialog = dialog_of(page, qtbot)
    press(qtbot, Qt.Key.Key_A)  # accepted; on to the next line
    press(qtbot, Qt.Key.Key_R)  # rejected: the cursor goes into the remark
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "remark is needed" in dialog._told.text()
    assert "postcode" not in standing(sit, cards[0])
    type_text(qtbot, "不是公司邮箱")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.view.hasFocus)
    press(qtbot, Qt.Key.Key_Return, CTRL)

    states = {
        line.path: line.state.value for line in proposals_of(sit("赵刚"), cards[0], NOW)[0].changes
    }
    assert states == {"postcode": "accepted", "email": "rejected", "employees": "pending"}
    values = standing(sit, cards[0])
    assert values["postcode"] == "610041"
    assert "email" not in values


def test_accepting_all_closes_the_view_and_shows_the_card_as_it_is_now(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    hand_in(sit, "王秀兰", cards[0], {"legal_rep": "何文斌", "full_name": "成都恒运叉车有限公司"})
    page = open_page("赵刚")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "610041")  # not saved yet
    dialog = dialog_of(page, qtbot)
    dialog.accept_every.click()
    dialog.do_it.click()
    assert not dialog.isVisible()
    card = page.work.card
    assert card is not None
    assert card.view.values["full_name"] == "成都恒运叉车有限公司"
    assert card.text("postcode") == "610041"  # the typing stays
    assert page.form.proposed.isHidden()


def test_what_was_asked_back_is_typed_anew_by_who_proposed_it(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"postcode": "610042", "email": "a@b.cn"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    choose(dialog, "postcode")
    dialog.view.decide(lines.ASK_BACK)
    type_text(qtbot, "请核对邮编")
    dialog.do_it.click()  # takes what is being typed

    page = open_page("李明")
    page.work.open_card(cards[0])
    assert page.form.proposed.told.startswith("1 proposed change asked back")
    dialog = dialog_of(page, qtbot)
    choose(dialog, "postcode")
    shown = [dialog.view.table.index(0, column).data() for column in range(7)]
    assert "请核对邮编" in shown
    dialog.retype.click()
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, "610041")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.do_it.isEnabled())
    dialog.do_it.click()
    (found,) = open_proposals(sit("王秀兰"), NOW, card_no=cards[0])
    line = next(line for line in found.changes if line.path == "postcode")
    assert (line.text, line.state.value) == ("610041", "pending")


def test_a_proposer_takes_back_what_is_not_decided(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"postcode": "610042"})
    page = open_page("李明")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    assert dialog.accept_one.isHidden()  # nobody decides on his own
    dialog.withdraw.click()
    assert page.form.proposed.isHidden()
    assert open_proposals(sit("王秀兰"), NOW) == []


def test_a_card_that_was_changed_since_is_marked_beside_the_proposal(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"postcode": "610041"})
    manager = sit("张总")
    version = read_card(manager, cards[0], NOW).version
    edit_card(manager, cards[0], version, {"postcode": "610099"}, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    now = dialog.view.table.index(0, lines.NOW)
    assert now.data() == "△ 610099"
    assert "—" in now.data(Qt.ItemDataRole.ToolTipRole)
    dialog.view.decide(lines.ACCEPT)
    dialog.do_it.click()
    assert standing(sit, cards[0])["postcode"] == "610041"


def test_what_the_decider_has_not_seen_is_not_written_over(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"postcode": "610041"})
    other = sit("孙丽")
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, {"postcode": "1" * 6}, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    dialog.view.decide(lines.ACCEPT)  # beside the other clerk's, which he sees
    other = sit("孙丽")
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, {"postcode": "2" * 6}, NOW)
    sit("王秀兰")
    dialog.do_it.click()
    assert standing(sit, cards[0])["postcode"] == "222222"
    assert "222222" in str(dialog.view.table.lines[0].line.now_value)


def test_a_new_contact_is_decided_as_a_whole(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(
        sit, "李明", cards[0],
        {"contacts#+1.name": "周志远", "contacts#+1.mobile": "13900000001", "email": "a@b.cn"},
    )  # fmt: skip
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    assert "周志远 · Mobile" in [
        dialog.view.table.index(row, lines.FIELD).data().split("people ")[-1] for row in range(3)
    ]
    choose(dialog, "contacts#+1.mobile")
    dialog.view.decide(lines.ACCEPT)
    decisions = {one.line.path: one.decision for one in dialog.view.table.lines}
    assert decisions["contacts#+1.name"] == lines.ACCEPT
    assert decisions["email"] == ""
    dialog.do_it.click()
    (contact,) = read_card(sit("张总"), cards[0], NOW).children["contacts"]
    assert (contact["name"], contact["mobile"]) == ("周志远", "13900000001")


def test_a_new_bank_account_is_not_accepted_without_who_was_reached(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    hand_in(sit, "王秀兰", cards[0], {"bank_account": "4402000012345678901"})
    page = open_page("张总")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    dialog.view.decide(lines.ACCEPT)
    dialog.do_it.click()
    assert "bank_account" not in standing(sit, cards[0])
    type_text(qtbot, "回拨028-85551234，何文斌确认")
    dialog.do_it.click()
    assert standing(sit, cards[0])["bank_account"] == "4402000012345678901"


def test_what_others_decide_says_whose_it_is(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"legal_rep": "何文斌", "email": "a@b.cn"})
    page = open_page("孙丽")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    choose(dialog, "legal_rep")
    assert not dialog.accept_one.isEnabled()
    state = dialog.view.table.index(dialog.view.currentIndex().row(), lines.STATE).data()
    assert state == "Waiting · for Supervisor/Manager"


def test_the_list_of_proposals_stands_at_the_left_and_leads_to_each(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"email": "a@b.cn"})
    page = open_page("王秀兰")
    page.show_proposals()
    assert page.proposed.isVisible()
    assert page.drawers.entry is not None
    assert (page.drawers.entry.key, page.drawers.entry.count) == ("proposals", 1)
    assert page.proposed.view.table.index(0, 2).data() == cards[0]
    press(qtbot, Qt.Key.Key_Return)
    dialog = page.findChild(ProposalDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.view.hasFocus)
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.proposed.view.table.rowCount() == 0)
    assert standing(sit, cards[0])["email"] == "a@b.cn"

    page.set_filter("hy")
    assert page.list.isVisible()  # who searches looks for cards


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_deciding_view_fits_a_small_screen_and_names_its_parts(
    language: str,
    cards: list[str],
    open_page: OpenPage,
    sit: Sit,
    translators: Translators,
    qtbot: QtBot,
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"email": "a@b.cn"})
    translators.switch(language)
    page = open_page("王秀兰", 1366, 700)
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    size = dialog.sizeHint().expandedTo(dialog.minimumSizeHint())
    assert size.width() <= 1366
    assert size.height() <= 768
    assert nameless(dialog) == []


def test_nothing_of_a_proposal_stays_when_the_screen_locks(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"email": "a@b.cn"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.forget()
    assert page.proposed.view.table.rowCount() == 0
    assert page.form.proposed.told == ""


def test_a_cell_that_is_only_handed_in_is_checked_like_any_other(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    page = open_page("李明")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "61004")
    sheet = page.form.faces.sheet
    assert sheet is not None
    assert sheet.grid.editors["postcode"].look.mark is Mark.ERROR
    assert QApplication.focusWidget() is not None


def test_a_likely_duplicate_is_asked_about_when_it_is_accepted(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    lend(cards[0], "李明")
    hand_in(sit, "李明", cards[0], {"phone": "028-85551235", "email": "a@b.cn"})
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    dialog.accept_every.click()
    dialog.do_it.click()
    question = dialog.findChild(DuplicateQuestion)
    assert question is not None
    assert cards[1] in question.text()
    assert "email" not in standing(sit, cards[0])  # all of it, or nothing
    sit("王秀兰")
    question.make.click()
    values = standing(sit, cards[0])
    assert (values["phone"], values["email"]) == ("028-85551235", "a@b.cn")


def test_a_credit_code_that_fails_its_check_is_confirmed_by_who_accepts_it(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    clerk = sit("王秀兰")
    version = read_card(clerk, cards[0], NOW).version
    uscc = {"uscc": "91350100M000100Y44"}
    save_card(clerk, cards[0], version, uscc, NOW, ticked=frozenset({"uscc_check"}))
    page = open_page("赵刚")
    page.work.open_card(cards[0])
    dialog = dialog_of(page, qtbot)
    dialog.view.decide(lines.ACCEPT)
    dialog.do_it.click()
    question = dialog.findChild(SureQuestion)
    assert question is not None
    assert "licence" in question.informativeText()
    question.make.click()
    assert standing(sit, cards[0])["uscc"] == "91350100M000100Y44"


def test_a_likely_duplicate_is_asked_about_when_a_filed_card_is_saved(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "phone", "028-85551235")
    press(qtbot, Qt.Key.Key_S, CTRL)
    question = page.findChild(DuplicateQuestion)
    assert question is not None
    question.make.click()
    assert page.form.strip.told == "Saved."
    assert standing(sit, cards[0])["phone"] == "028-85551235"


@pytest.mark.parametrize(("name", "verb"), [("李明", "Hand in"), ("王秀兰", "Save")])
def test_the_button_says_what_saving_means(
    name: str, verb: str, cards: list[str], open_page: OpenPage
) -> None:
    lend(cards[0], "李明")
    page = open_page(name)
    page.work.open_card(cards[0])
    assert page.actions_["save"].text().replace("&", "") == verb

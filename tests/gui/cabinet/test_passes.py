"""A rep reads by a pass: he names what for, sees how long, and then it is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.widgets.second_person_dialog import SecondPersonDialog
from model.cards.cards import edit_card, read_card
from model.cards.pass_tables import ReadingPass
from model.cards.tables import CustomerCard
from model.office.office_settings import change_setting
from model.office.tables import Approval
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, texts_in
from tests.gui.conftest import StillClock

SECRET = "只认老张的货"


@pytest.fixture
def card(cards: list[str], sit: Sit) -> str:
    """A card with something that is seen on loan or by a pass only."""
    manager = sit("张总")
    version = read_card(manager, cards[0], NOW).version
    edit_card(manager, cards[0], version, {"likes": SECRET}, NOW)
    return cards[0]


def everything(page: CabinetPage) -> str:
    """Whatever any face, tab or label holds."""
    painted = "\n".join(str(sheet.grid._filling) for sheet in page.form.faces.built)
    return texts_in(page) + painted


def choose(page: CabinetPage, number: int) -> None:
    """Choose a purpose as its digit does."""
    page.form.passes.menu.actions()[number - 1].trigger()


def test_a_purpose_opens_the_card_until_the_time_is_over(
    card: str, open_page: OpenPage, clock: StillClock
) -> None:
    page = open_page("李明")
    page.work.open_card(card)
    assert SECRET not in everything(page)
    assert "1 / 20" in page.form.passes.told
    assert page.form.passes.button.isVisibleTo(page)

    choose(page, 2)
    assert SECRET in everything(page)
    assert "To answer a call · 15:00 left" in page.form.passes.told
    page.form.head.choose_side(3)
    assert SECRET in everything(page)

    clock.time = NOW + timedelta(minutes=14, seconds=59)
    page.passes.look()
    assert "00:01" in page.form.passes.told

    clock.time = NOW + timedelta(minutes=15)
    page.passes.look()
    assert SECRET not in everything(page)
    assert page.form.card is not None, "identity and trade stay"
    assert not page.passes.timer.isActive()


def test_a_secret_card_is_opened_with_a_second_person(card: str, open_page: OpenPage) -> None:
    page = open_page("张总")
    change_setting(page._desk, "two_persons", "1", NOW)
    CustomerCard.update(secrecy="secret").where(CustomerCard.card_no == card).execute()
    page.work.open_card(card)
    assert page.form.card is None
    dialog = page.findChild(SecondPersonDialog)
    assert dialog is not None
    page._desk.secrets_since, page._desk.secrets_until = NOW, NOW + timedelta(minutes=15)
    dialog.accept()
    assert page.form.card is not None


def test_what_a_clerk_may_not_read_is_masked_and_typed_over(
    card: str, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("张总")
    version = read_card(page._desk, card, NOW).version
    contact = {
        "contacts#+1.name": "何文斌", "contacts#+1.roles": "决策者",
        "contacts#+1.mobile": "13900000001", "contacts#+1.hobbies": "钓鱼下棋",
    }  # fmt: skip
    edit_card(page._desk, card, version, contact, NOW)
    page = open_page("王秀兰")
    page.work.open_card(card)
    page.form.head.choose_side(1)
    path, typed = "contacts#1.hobbies", page.form.card
    assert typed is not None
    assert typed.view.masked[path] == "***"
    assert "钓鱼" not in everything(page)
    typed.put(path, "登山")
    assert typed.text(path) == "登山"
    typed.undo()
    assert typed.text(path) == ""
    assert "钓鱼" not in everything(page)


def test_whoever_needs_no_pass_sees_no_bar(card: str, open_page: OpenPage) -> None:
    page = open_page("赵刚")
    page.work.open_card(card)
    assert not page.form.passes.isVisibleTo(page)
    assert SECRET in everything(page)


def test_anothers_customer_is_read_by_a_granted_slip(
    cards: list[str], open_page: OpenPage, clock: StillClock, qtbot: QtBot
) -> None:
    page = open_page("李明")
    other = cards[2]
    row = CustomerCard.get(CustomerCard.card_no == other)
    assert row.rep.name != "李明"
    Approval.create(
        approval_no="SP000901", right="read_others_card", asked_by=page._desk.person.id,
        asked_at=NOW, refs=f'["{other}"]', reason="来电", decider="manager", state="granted",
        valid_until=NOW + timedelta(days=1),
    )  # fmt: skip
    page.set_filter("甲")
    page.list.other_wanted.emit(other, "phone_call")
    assert page.form.card is not None
    assert page.form.card.view.ref == other
    assert "query slip" in page.form.passes.told
    assert not page.form.passes.button.isVisibleTo(page), "it is read once"
    assert ReadingPass.get().approval.state == "used"

    clock.time = NOW + timedelta(minutes=15)
    page.passes.look()
    assert page.form.card is None

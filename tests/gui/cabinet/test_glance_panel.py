"""客户全貌: one page of a customer, and each line of it leads to where it belongs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.card_head import HISTORY
from gui.cabinet.glance_list import FigureTile
from gui.main_window import MainWindow
from gui.registers.register_page import RegisterPage
from gui.rounds.plan_page import PlanPage
from gui.translators import Translators
from model.cards.cards import edit_card, read_card
from model.cards.deciding import Decision, Verdict, decide
from model.cards.proposals import proposals_of
from model.cards.proposing import save_card
from model.cards.tables import CustomerCard
from model.money.tables import AccountSnapshot
from model.rounds.planning import add_line, make_plan
from model.rounds.tables import Promise
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.gui.cabinet.conftest import OpenPage, press
from tests.model.loans.test_usage import add_loan, add_visit, key_of

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
GLANCE = HISTORY + 1


@pytest.fixture
def known(cards: list[str], sit: Sit) -> str:
    """A card with everything on it."""
    card_no = cards[0]
    add_visit(card_no, YESTERDAY, visited="对账无误", outcome="partly")
    add_loan(card_no, YESTERDAY)
    clerk = sit("王秀兰")
    version = CustomerCard.get(CustomerCard.card_no == card_no).version
    edit_card(clerk, card_no, version, {"website": "www.example.com"}, NOW)
    save_card(
        clerk, card_no, version + 1, {"full_name": "成都恒运叉车有限公司"}, NOW, reason="更名"
    )
    with writing():
        AccountSnapshot.insert(
            card=key_of(card_no), balance=Decimal("12800"), overdue=Decimal("3000"),
            worst_bucket="d31_60", as_of=TODAY,
        ).execute()  # fmt: skip
        CustomerCard.update(last_visit_on=YESTERDAY).where(
            CustomerCard.card_no == card_no
        ).execute()
        Promise.insert(card=key_of(card_no), description="送样品", due_on=YESTERDAY).execute()
    plan = make_plan(sit("李明"), "李明", TOMORROW, NOW)
    if card_no not in {line.card_no for line in plan.lines}:
        add_line(sit("李明"), plan.plan_no, card_no, NOW)
    return card_no


def seen(page: CabinetPage, card_no: str) -> CabinetPage:
    """Its tab in view."""
    page.work.open_card(card_no)
    page.form.head.choose_side(GLANCE)
    return page


def tile(page: CabinetPage, beginning: str) -> FigureTile:
    found = [
        one
        for one in page.office.glance.findChildren(FigureTile)
        if not one.isHidden() and one.accessibleName().startswith(beginning)
    ]
    assert len(found) == 1, beginning
    return found[0]


def test_only_what_still_waits_to_be_decided_is_told(
    open_page: OpenPage, known: str, sit: Sit
) -> None:
    clerk, manager = sit("王秀兰"), sit("张总")
    version = read_card(clerk, known, NOW).version
    save_card(
        clerk, known, version, {"legal_rep": "周志远", "trade_terms": "月结"}, NOW, reason="问"
    )
    for one in proposals_of(manager, known, NOW):
        ids = {line.path: line.id for line in one.changes}
        if "legal_rep" in ids:
            decide(manager, one.proposal_no, {ids["legal_rep"]: Decision(Verdict.ACCEPT)}, NOW)
    told = seen(open_page("王秀兰"), known).office.glance.lists["proposals"].texts
    assert f"{TODAY}  Terms of trade  王秀兰" in told


def test_what_matters_stands_on_one_page(open_page: OpenPage, known: str) -> None:
    panel = seen(open_page("王秀兰", 1366, 768), known).office.glance
    lists = {name: part.texts for name, part in panel.lists.items()}
    assert lists["visits"] == [f"{YESTERDAY}  Partly reached · 对账无误  李明"]
    assert "送样品" in lists["promises"][0]
    assert lists["changes"][0].startswith(f"{TODAY}  Website  — → www.example.com")
    assert lists["loans"][0].startswith(str(YESTERDAY))
    assert lists["proposals"] == [f"{TODAY}  Full name  王秀兰"]
    told = [one.accessibleName() for one in panel.findChildren(FigureTile) if not one.isHidden()]
    assert told[0] == f"Balance 12,800 on {TODAY}"
    assert told[1] == "Of it overdue 3,000 31–60 days"
    assert told[2] == f"Last visit {YESTERDAY} yesterday"
    assert told[3].startswith(f"Next visit {TOMORROW}")
    assert told[-1] == "Attachments 0"
    assert "何文斌" in panel._who[0].text() or "028-85551234" in panel._who[0].text()


def test_nothing_of_the_customer_stays_when_the_card_is_put_away(
    open_page: OpenPage, known: str
) -> None:
    page = seen(open_page("王秀兰"), known)
    page.work.close()
    panel = page.office.glance
    assert all(part.texts == [] for part in panel.lists.values())
    assert all(label.text() == "" for label in panel._who)
    assert not [one for one in panel.findChildren(FigureTile) if not one.isHidden()]


def test_the_first_contact_stands_with_his_position(
    open_page: OpenPage, cards: list[str], sit: Sit
) -> None:
    texts = {"contacts#+1.name": "周志远", "contacts#+1.title": "采购经理",
             "contacts#+1.mobile": "13900000001"}  # fmt: skip
    version = CustomerCard.get(CustomerCard.card_no == cards[0]).version
    edit_card(sit("张总"), cards[0], version, texts, NOW)
    told = seen(open_page("王秀兰"), cards[0]).office.glance._who[0].text()
    assert told.startswith("周志远 · 采购经理 · 13900000001")


def test_who_may_not_see_the_balance_sees_none(open_page: OpenPage, cards: list[str]) -> None:
    page = seen(open_page("王秀兰"), cards[1])
    told = [one.accessibleName() for one in page.office.glance.findChildren(FigureTile)]
    assert not any(one.startswith("Balance") for one in told)  # there is none


def test_enter_on_a_change_leads_to_the_history_and_attachments_to_theirs(
    open_page: OpenPage, known: str, qtbot: QtBot
) -> None:
    page = seen(open_page("王秀兰"), known)
    changes = page.office.glance.lists["changes"].table
    changes.setCurrentCell(0, 0)
    changes.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.form.head.tabs.currentIndex() == HISTORY
    page.form.head.choose_side(GLANCE)
    tile(page, "Attachments").click()
    assert page.office.attachments.isVisible()


def test_lines_of_other_pages_say_where_they_belong(
    open_page: OpenPage, known: str, qtbot: QtBot
) -> None:
    page = seen(open_page("王秀兰"), known)
    lists = page.office.glance.lists
    wanted: list[tuple[str, tuple[object, ...]]] = []
    page.elsewhere_wanted.connect(lambda name, where: wanted.append((name, where)))
    lists["visits"].table.cellDoubleClicked.emit(0, 1)
    lists["loans"].table.cellDoubleClicked.emit(0, 1)
    tile(page, "Next visit").click()
    assert [(name, where[:2]) for name, where in wanted] == [
        ("registers", ("visits", YESTERDAY)),
        ("registers", ("loans", YESTERDAY)),
        ("rounds", (TOMORROW, "李明")),
    ]
    with qtbot.waitSignal(page.office.proposals_wanted) as asked:
        lists["proposals"].table.cellDoubleClicked.emit(0, 1)
    assert asked.args == [known]
    for dialog in page.findChildren(QDialog):
        dialog.reject()


def test_the_window_brings_the_other_page_into_view(
    window: MainWindow, known: str, sit: Sit, qtbot: QtBot
) -> None:
    window.seat(sit("王秀兰"))
    view = window._view
    assert view is not None
    view._go_elsewhere("registers", ("loans", YESTERDAY, "1"))
    (registers,) = view.findChildren(RegisterPage)
    qtbot.waitUntil(lambda: registers.loans.line is not None, timeout=20_000)
    assert (registers.tab, registers.days.day) == ("loans", YESTERDAY)
    view._go_elsewhere("registers", ("visits", YESTERDAY, ""))
    qtbot.waitUntil(lambda: len(registers.visits.rows) == 1, timeout=20_000)
    view._go_elsewhere("rounds", (TOMORROW, "李明"))
    (plans,) = view.findChildren(PlanPage)
    qtbot.waitUntil(lambda: plans.plan is not None, timeout=20_000)
    assert (plans.days.day, plans.reps.rep) == (TOMORROW, "李明")
    qtbot.waitUntil(lambda: window._around.tasks.running == 0, timeout=20_000)


def test_another_language_renames_everything(
    open_page: OpenPage, known: str, translators: Translators
) -> None:
    page = seen(open_page("王秀兰"), known)
    translators.switch("zh")
    page.office.glance._retranslate()
    assert page.office.glance.title() == "全貌"
    assert tile(page, "欠款余额").toolTip().endswith(str(TODAY))


@pytest.mark.parametrize(("width", "beside"), [(720, "changes"), (1200, "loans")])
def test_lists_stand_where_their_words_have_room(
    open_page: OpenPage, known: str, width: int, beside: str
) -> None:
    panel = seen(open_page("王秀兰"), known).office.glance
    panel.setParent(None)
    panel.resize(width, 600)
    panel.show()
    panel.layout().activate()
    rightmost = max(panel.lists.values(), key=lambda part: (part.geometry().left(), -part.y()))
    assert rightmost is panel.lists[beside]
    assert panel.lists["visits"].width() > 300
    panel.close()

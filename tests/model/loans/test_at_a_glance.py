"""客户全貌: one page of one customer, and nothing on it that the desk may not see."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from model.cards.cards import edit_card
from model.cards.proposing import save_card
from model.cards.tables import Attachment, CustomerCard, Loan
from model.errors import CabinetClosedError, NotAllowedError
from model.loans.at_a_glance import LOANS, REVISIONS, VISITS, glance
from model.loans.closing import close_cabinet
from model.money.tables import AccountSnapshot
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.planning import plan_of
from model.rounds.tables import Promise
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit, make_draft
from tests.model.loans.conftest import approve_rows
from tests.model.loans.test_usage import add_loan, add_visit, key_of

TOMORROW = TODAY + timedelta(days=1)


def version_of(card_no: str) -> int:
    """The version to be named when saving."""
    return int(CustomerCard.get(CustomerCard.card_no == card_no).version)


@pytest.fixture
def known(desk: Desk, cards: list[str]) -> str:
    """A card of 李明 with everything on it."""
    card_no = cards[0]
    for ago in range(12, 0, -1):
        add_visit(card_no, TODAY - timedelta(days=ago), visited=f"{ago}天前")
        add_loan(card_no, TODAY - timedelta(days=ago), "王芳" if ago == 1 else "李明")
        edit_card(desk, card_no, version_of(card_no), {"fax": f"028-855520{ago:02d}"}, NOW)
    add_loan(card_no, TODAY, wrong=True)
    with writing():
        key, person = key_of(card_no), Person.get(Person.name == "李明")
        AccountSnapshot.insert(
            card=key, balance=Decimal("120.50"), overdue=Decimal("20"), worst_bucket="d31_60",
            as_of=TODAY,
        ).execute()  # fmt: skip
        for due, kept_on in ((TOMORROW, None), (TODAY, None), (TODAY, TODAY)):
            Promise.insert(card=key, description="送样品", due_on=due, kept_on=kept_on).execute()
        for number, removed_at in enumerate((None, NOW)):
            Attachment.insert(
                attachment_no=f"FJ{number}", card=key, kind="other", file_name="a.png", size=3,
                media_type="image/png", sha256="0", added_at=NOW, added_by=person,
                removed_at=removed_at,
            ).execute()  # fmt: skip
    approve_rows(desk, "李明", [card_no], TOMORROW, state="draft")
    return card_no


def test_everything_that_matters_stands_on_one_page(known: str, sit: Sit) -> None:
    page = glance(sit("赵刚"), known, NOW)
    assert page.view.values["full_name"] == "第0家客户有限公司"
    assert page.balance is not None
    assert (page.balance.balance, page.balance.overdue) == (Decimal("120.50"), Decimal("20.00"))
    assert [visit.values["visited"] for visit in page.visits] == [
        f"{ago}天前" for ago in range(1, VISITS + 1)
    ]
    assert [promise.due_on for promise in page.promises] == [TODAY, TOMORROW]
    assert [loan.day for loan in page.loans] == [
        TODAY - timedelta(days=ago) for ago in range(1, LOANS + 1)
    ]
    assert len(page.revisions) == REVISIONS
    assert page.revisions[0].new == "028-85552001"
    assert page.attachments == 1
    assert page.next_visit is not None
    assert (page.next_visit.day, page.next_visit.rep) == (TOMORROW, "李明")
    assert not page.next_visit.approved


def test_an_open_loan_is_late_when_it_is_due(desk: Desk, cards: list[str]) -> None:
    add_loan(cards[0], TODAY)
    with writing():
        Loan.update(returned_at=None, due_at=NOW).execute()
    (loan,) = glance(desk, cards[0], NOW).loans
    assert not loan.is_late
    (loan,) = glance(desk, cards[0], NOW + timedelta(minutes=1)).loans
    assert loan.is_late


def test_a_rep_sees_what_is_his_until_he_has_the_card(
    desk: Desk, known: str, cards: list[str], sit: Sit
) -> None:
    rep = sit("李明")
    page = glance(rep, known, NOW)
    assert page.balance is not None
    assert all("visited" not in visit.values for visit in page.visits)
    assert [loan.borrower for loan in page.loans] == ["李明"] * (LOANS - 1)
    assert page.attachments is None
    with pytest.raises(NotAllowedError):
        glance(rep, cards[3], NOW)
    approve_rows(desk, "李明", [known])
    page = glance(rep, known, NOW, "before_visit")
    assert page.visits[0].values["visited"] == "1天前"
    assert page.attachments == 1, "kept for him, it is his to read before he leaves"
    plan = plan_of(rep, "李明", TODAY, NOW)
    assert plan is not None
    assert not plan.lines[0].read, "a look at one page is no reading of the card"


@pytest.mark.usefixtures("desk")
def test_proposals_wait_on_the_page_until_they_are_decided(cards: list[str], sit: Sit) -> None:
    clerk = sit("孙丽")
    saved = save_card(clerk, cards[0], version_of(cards[0]), {"legal_rep": "何文斌"}, NOW)
    (waiting,) = glance(sit("赵刚"), cards[0], NOW).proposals
    assert waiting.proposal_no == saved.proposal_no


@pytest.mark.usefixtures("desk")
def test_a_draft_has_a_page_too_and_a_locked_cabinet_none(cards: list[str], sit: Sit) -> None:
    draft_no = make_draft(sit, "新来的客户厂", "李明", "028-86661234", "武侯")
    page = glance(sit("赵刚"), draft_no, NOW)
    assert (page.view.ref, page.visits, page.balance) == (draft_no, (), None)
    close_cabinet(sit("王秀兰"), [], NOW)
    with pytest.raises(CabinetClosedError):
        glance(sit("赵刚"), cards[0], NOW)


@pytest.mark.usefixtures("desk")
def test_looking_is_logged_as_reading(cards: list[str], sit: Sit) -> None:
    boss = sit("赵刚")
    glance(boss, cards[0], NOW)
    audit.flush(boss)
    read = AuditLine.select().where(AuditLine.event == "card.read")
    assert cards[0] in {line.subject for line in read}

"""The office's own paper cards: what stands on them, who may have them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.cards.asking import ask_approval, decide_approval
from model.cards.cards import edit_card
from model.cards.definition import CardKind
from model.cards.tables import Contact, CustomerCard
from model.errors import NeedsApprovalError, NotAllowedError, WrongStateError
from model.loans.card_prints import look_at_papers, mark_printed, papers_not_made, print_papers
from model.loans.copy_issuing import issue_copies
from model.loans.copy_terms import Terms
from model.loans.sheets import CardPaper
from model.office import audit
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.rights import Right
from model.office.tables import Approval, AuditLine
from model.storage.database import writing
from tests.conftest import NOW, Sit

TERMS = Terms("总部", "年检", destroy_after_reading=True)
STAMP = PrintStamp("P000009", "王秀兰", NOW, "华东办事处")


def change(card_no: str, **columns: object) -> None:
    """Change columns as no act does."""
    with writing():
        CustomerCard.update(columns).where(CustomerCard.card_no == card_no).execute()


def add_contact(card_no: str) -> None:
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == card_no)
        Contact.create(card=card, row_no=1, name="陈静", is_primary=True, hobbies="钓鱼")


def version_of(card_no: str) -> int:
    return int(CustomerCard.get(CustomerCard.card_no == card_no).version)


def edited(desk: Desk, card_no: str, **texts: str) -> None:
    edit_card(desk, card_no, version_of(card_no), texts, NOW)


def lines(event: audit.Event) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event.value).order_by(AuditLine.no))


def test_a_paper_holds_all_but_the_credit_score(desk: Desk, cards: list[str]) -> None:
    change(cards[0], credit_score=88, credit_grade="A")
    add_contact(cards[0])
    (paper,) = print_papers(desk, cards[:1], NOW)
    assert paper.view.values["credit_grade"] == "A"
    assert "credit_score" not in paper.view.values
    assert paper.view.children["contacts"][0]["hobbies"] == "钓鱼"
    assert {"usage_log", "revisions"} <= paper.view.children.keys()
    assert (paper.copy, paper.borrower, paper.changed) == (None, "", frozenset())


def test_a_supervisor_prints_his_team_without_private_facts(cards: list[str], sit: Sit) -> None:
    add_contact(cards[0])
    edited(sit("王秀兰"), cards[0], phone="028-85559999")
    boss = sit("赵刚")
    (paper,) = print_papers(boss, cards[:1], NOW)
    assert "hobbies" not in paper.view.children["contacts"][0]
    assert paper.view.children["contacts"][0]["name"] == "陈静"
    assert paper.view.values["phone"] == "028-85559999"
    with pytest.raises(NotAllowedError):
        print_papers(boss, cards[4:], NOW)


@pytest.fixture(autouse=True)
def open_day(desk: Desk) -> None:
    """The cabinet is open."""


def test_papers_come_in_the_order_that_was_asked_for_and_once(desk: Desk, cards: list[str]) -> None:
    wanted = [cards[2], cards[0], cards[2]]
    assert [paper.view.ref for paper in print_papers(desk, wanted, NOW)] == [cards[2], cards[0]]


def test_who_prints_a_card_has_read_it(desk: Desk, cards: list[str]) -> None:
    print_papers(desk, cards[:2], NOW)
    audit.flush(desk)
    assert [line.subject for line in lines(audit.Event.CARD_READ)][-2:] == cards[:2]


@pytest.mark.parametrize("state", ["draft", "void"])
def test_a_draft_or_void_card_is_no_paper(desk: Desk, cards: list[str], state: str) -> None:
    change(cards[0], custody_state=state)
    with pytest.raises(WrongStateError):
        print_papers(desk, cards[:1], NOW)
    with pytest.raises(WrongStateError):
        issue_copies(desk, cards[:1], TERMS, NOW)


def test_what_changed_since_the_last_print_is_known(desk: Desk, cards: list[str]) -> None:
    edited(desk, cards[0], phone="028-85551111")
    (never,) = print_papers(desk, cards[:1], NOW, changed=True)
    assert never.changed == frozenset()
    mark_printed(desk, [never], STAMP, NOW)
    edited(desk, cards[0], likes="准时", fax="无")
    edited(desk, cards[0], likes="守时")
    assert print_papers(desk, cards[:1], NOW)[0].changed == frozenset()
    (paper,) = print_papers(desk, cards[:1], NOW, changed=True)
    assert paper.changed == {"likes", "fax"}
    mark_printed(desk, [paper], STAMP, NOW)
    assert print_papers(desk, cards[:1], NOW, changed=True)[0].changed == frozenset()


def test_the_mark_keeps_version_and_revision_of_what_was_read(desk: Desk, cards: list[str]) -> None:
    papers = print_papers(desk, cards[:1], NOW)
    edited(desk, cards[0], likes="准时")
    (newer,) = print_papers(desk, cards[:1], NOW)
    mark_printed(desk, [newer], STAMP, NOW)
    mark_printed(desk, papers, STAMP, NOW)  # the older sheet came out later
    card = CustomerCard.get(CustomerCard.card_no == cards[0])
    assert card.printed_version == newer.view.version == version_of(cards[0])
    assert card.printed_revision_no == newer.view.values["revision_no"]
    assert cards[0] in lines(audit.Event.PRINT)[-1].after


def test_blank_cards_and_copies_mark_nothing(desk: Desk, cards: list[str]) -> None:
    copies = issue_copies(desk, cards[:1], TERMS, NOW)
    mark_printed(desk, [CardPaper.blank(CardKind.COMPANY), *copies], STAMP, NOW)
    assert CustomerCard.get(CustomerCard.card_no == cards[0]).printed_version is None


def test_a_sheet_without_private_facts_is_not_the_offices_paper(sit: Sit, cards: list[str]) -> None:
    supervisor = sit("赵刚")
    mark_printed(supervisor, print_papers(supervisor, cards[:1], NOW), STAMP, NOW)
    assert CustomerCard.get(CustomerCard.card_no == cards[0]).printed_version is None


@pytest.fixture
def approved(sit: Sit, cards: list[str]) -> str:
    """The manager lets 赵刚 print two cards with private facts; number of the approval."""
    add_contact(cards[0])
    asked = ask_approval(sit("赵刚"), Right.PRINT_PRIVATE, cards[:2], "换新卡", NOW)
    decide_approval(sit("张总"), asked.approval_no, True, "", NOW)
    return asked.approval_no


def state_of(number: str) -> str:
    return str(Approval.get(Approval.approval_no == number).state)


def hobbies(paper: CardPaper) -> object:
    return paper.view.children["contacts"][0].get("hobbies")


def test_a_supervisor_prints_private_facts_once_the_manager_lets_him(
    cards: list[str], sit: Sit, approved: str
) -> None:
    boss = sit("赵刚")
    (seen,) = look_at_papers(boss, cards[:1], NOW, private=True)
    assert (hobbies(seen), state_of(approved)) == ("钓鱼", "granted")
    papers = print_papers(boss, cards[:1], NOW, private=True)
    assert (hobbies(papers[0]), state_of(approved)) == ("钓鱼", "used")
    mark_printed(boss, papers, STAMP, NOW)
    card = CustomerCard.get(CustomerCard.card_no == cards[0])
    assert card.printed_version == card.version
    assert lines(audit.Event.PRINT)[-1].document == approved
    for look in (look_at_papers, print_papers):
        with pytest.raises(NeedsApprovalError):
            look(boss, cards[:1], NOW, private=True)


@pytest.mark.usefixtures("approved")
def test_an_approval_of_private_facts_is_good_for_its_cards_only(
    cards: list[str], sit: Sit
) -> None:
    boss = sit("赵刚")
    with pytest.raises(NeedsApprovalError) as refused:
        print_papers(boss, cards[:3], NOW, private=True)
    assert refused.value.values["refs"] == tuple(cards[:3])
    assert hobbies(print_papers(boss, cards[:1], NOW)[0]) is None


@pytest.mark.parametrize(("stands", "state"), [(False, "granted"), (True, "used")])
def test_a_print_that_fails_uses_no_approval_up(
    cards: list[str], sit: Sit, approved: str, stands: bool, state: str
) -> None:
    boss = sit("赵刚")
    papers = print_papers(boss, cards[:1], NOW, private=True)
    if stands:
        mark_printed(boss, papers, STAMP, NOW)
    papers_not_made(sit("张总"), papers, NOW)  # not his
    assert state_of(approved) == "used"
    papers_not_made(boss, papers, NOW)
    assert state_of(approved) == state
    assert len(lines(audit.Event.APPROVAL_GIVE_BACK)) == (not stands)


def test_who_needs_no_approval_uses_none_up(desk: Desk, cards: list[str]) -> None:
    add_contact(cards[0])
    (paper,) = print_papers(desk, cards[:1], NOW, private=True)
    assert (hobbies(paper), paper.approval) == ("钓鱼", None)


def test_the_backs_say_nothing_new_of_the_paper(desk: Desk, cards: list[str]) -> None:
    mark_printed(desk, print_papers(desk, cards[:1], NOW), STAMP, NOW, backs=True)
    assert CustomerCard.get(CustomerCard.card_no == cards[0]).printed_version is None


@pytest.mark.parametrize("kind", tuple(CardKind))
def test_a_blank_card_says_nothing(kind: CardKind) -> None:
    paper = CardPaper.blank(kind)
    assert paper.is_blank
    assert (paper.view.values, paper.view.children) == ({}, {})
    assert not CardPaper(replace(paper.view, ref="Q00001")).is_blank

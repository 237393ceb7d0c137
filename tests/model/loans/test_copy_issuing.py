"""Numbered copies: who may issue them, on what terms, and what a failed print leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from model.cards.asking import ask_approval, decide_approval
from model.cards.copy_tables import IssuedCopy
from model.cards.tables import CustomerCard
from model.errors import (
    BadInputError,
    NeedsApprovalError,
    NotAllowedError,
    ReasonNeededError,
    TwoPersonsNeededError,
)
from model.loans.copy_issuing import (
    MOST_COPIES,
    copies_made,
    copies_not_made,
    issue_copies,
)
from model.loans.copy_terms import LONGEST_RECEIVER, Terms
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.office.prints import PrintStamp
from model.office.rights import Right
from model.office.tables import Approval, AuditLine
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit

TERMS = Terms("总部", "年检", destroy_after_reading=True)
STAMP = PrintStamp("P000009", "王秀兰", NOW, "华东办事处")
Grant = Callable[..., str]


@pytest.fixture(autouse=True)
def open_day(desk: Desk) -> None:
    """The cabinet is open."""


@pytest.fixture
def grant(sit: Sit) -> Grant:
    """Ask for an approval and have it granted; its number."""

    def granted(asker: str, decider: str, right: Right, refs: list[str], receiver: str) -> str:
        asked = ask_approval(
            sit(asker), right, refs, "客户来函索取", NOW, facts={"receiver": receiver}
        )
        decide_approval(sit(decider), asked.approval_no, True, "", NOW)
        return asked.approval_no

    return granted


def change(card_no: str, **columns: object) -> None:
    """Change columns as no act does."""
    with writing():
        CustomerCard.update(columns).where(CustomerCard.card_no == card_no).execute()


def lines(event: audit.Event) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event.value).order_by(AuditLine.no))


def test_copies_are_numbered_and_kept(desk: Desk, cards: list[str]) -> None:
    terms = Terms(" 四川恒运集团\n采购部 ", "年度合同", TODAY)
    first = issue_copies(desk, cards[:2], terms, NOW)
    (third,) = issue_copies(desk, cards[:1], TERMS, NOW + timedelta(hours=1))
    marks = [paper.copy for paper in (*first, third)]
    assert [mark.copy_no for mark in marks if mark] == ["FB000001", "FB000002", "FB000003"]
    kept = IssuedCopy.get(IssuedCopy.copy_no == "FB000002")
    assert (kept.card.card_no, kept.receiver, kept.purpose, kept.secrecy) == (
        cards[1], "四川恒运集团 采购部", "年度合同", "internal",
    )  # fmt: skip
    assert (kept.due_on, kept.destroy_after_reading) == (TODAY, False)
    logged = lines(audit.Event.COPY_ISSUE)
    assert [(line.subject, line.document) for line in logged] == [
        (cards[0], "FB000001"), (cards[1], "FB000002"), (cards[0], "FB000003"),
    ]  # fmt: skip
    assert str(TODAY) in logged[0].after
    assert "destroy_after_reading" in logged[2].after
    assert first[0].copy is not None
    assert (first[0].copy.at, first[0].copy.due_on) == (NOW, TODAY)


@pytest.mark.parametrize(
    ("person", "secrecy", "may"),
    [
        ("王秀兰", "internal", True),
        ("王秀兰", "confidential", False),
        ("王秀兰", "secret", False),
        ("赵刚", "confidential", True),
        ("赵刚", "secret", False),
        ("张总", "secret", True),
    ],
)
def test_secrecy_decides_who_issues_a_copy(
    cards: list[str], sit: Sit, person: str, secrecy: str, may: bool
) -> None:
    change(cards[1], secrecy=secrecy)
    desk = sit(person)
    if may:
        assert len(issue_copies(desk, cards[:2], TERMS, NOW)) == 2
        return
    with pytest.raises(NeedsApprovalError) as refused:
        issue_copies(desk, cards[:2], TERMS, NOW)
    assert refused.value.values["refs"] == (cards[1],)
    assert refused.value.values["facts"] == {"receiver": "总部"}
    assert IssuedCopy.select().count() == 0  # all of them or none


@pytest.mark.parametrize(
    ("secrecy", "right", "decider"),
    [
        ("confidential", Right.ISSUE_CONFIDENTIAL, "赵刚"),
        ("secret", Right.ISSUE_SECRET, "张总"),
    ],
)
def test_a_granted_approval_is_good_for_one_issue(
    cards: list[str], sit: Sit, grant: Grant, secrecy: str, right: Right, decider: str
) -> None:
    change(cards[1], secrecy=secrecy)
    number = grant("王秀兰", decider, right, cards[1:2], "总部")
    clerk = sit("王秀兰")
    assert len(issue_copies(clerk, cards[:2], TERMS, NOW)) == 2
    kept = {copy.card.card_no: copy for copy in IssuedCopy.select()}
    assert kept[cards[0]].approval is None
    assert kept[cards[1]].approval.approval_no == number
    with pytest.raises(NeedsApprovalError):
        issue_copies(clerk, cards[1:2], TERMS, NOW)


def test_an_approval_for_one_receiver_is_no_other_s(
    cards: list[str], sit: Sit, grant: Grant
) -> None:
    change(cards[0], secrecy="secret")
    grant("王秀兰", "张总", Right.ISSUE_SECRET, cards[:1], "审计所")
    with pytest.raises(NeedsApprovalError):
        issue_copies(sit("王秀兰"), cards[:1], TERMS, NOW)
    assert issue_copies(sit("王秀兰"), cards[:1], replace(TERMS, receiver="审计所"), NOW)


def test_a_supervisor_issues_copies_of_his_team_only(cards: list[str], sit: Sit) -> None:
    with pytest.raises(NotAllowedError):
        issue_copies(sit("赵刚"), cards[4:], TERMS, NOW)


def test_more_than_twenty_copies_are_an_export(
    desk: Desk, cards: list[str], sit: Sit, grant: Grant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_COPIES == 20
    monkeypatch.setattr("model.loans.copy_issuing.MOST_COPIES", 2)
    assert len(issue_copies(desk, cards[:2], TERMS, NOW)) == 2
    with pytest.raises(NeedsApprovalError) as refused:
        issue_copies(desk, cards[:3], TERMS, NOW)
    assert refused.value.values["act"] == "export"
    assert len(issue_copies(sit("张总"), cards[:3], TERMS, NOW)) == 3
    change(cards[2], secrecy="secret")  # what the manager grants covers it
    grant("王秀兰", "张总", Right.EXPORT, cards[:3], "总部")
    assert len(issue_copies(sit("王秀兰"), cards[:3], TERMS, NOW)) == 3


def test_a_secret_copy_waits_for_the_second_person(cards: list[str], sit: Sit) -> None:
    change(cards[0], secrecy="secret")
    manager = sit("张总")
    change_setting(manager, "two_persons", "1", NOW)
    with pytest.raises(TwoPersonsNeededError):
        issue_copies(manager, cards[:1], TERMS, NOW)
    assert issue_copies(manager, cards[1:2], TERMS, NOW)


@pytest.mark.parametrize(
    ("terms", "field", "reason"),
    [
        (replace(TERMS, receiver=""), "receiver", "required"),
        (replace(TERMS, receiver="  \n "), "receiver", "required"),
        (replace(TERMS, receiver="长" * (LONGEST_RECEIVER + 1)), "receiver", "too_long"),
        (Terms("总部", "年检"), "copy_due", "due_or_destroyed"),
        (replace(TERMS, due_on=TODAY), "copy_due", "due_or_destroyed"),
        (Terms("总部", "年检", date(2026, 11, 19)), "copy_due", "day_is_over"),
    ],
)
def test_terms_must_be_whole(
    desk: Desk, cards: list[str], terms: Terms, field: str, reason: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        issue_copies(desk, cards[:1], terms, NOW)
    assert [(one.field, one.reason) for one in refused.value.problems] == [(field, reason)]


def test_a_copy_needs_a_purpose(desk: Desk, cards: list[str]) -> None:
    with pytest.raises(ReasonNeededError):
        issue_copies(desk, cards[:1], replace(TERMS, purpose=" "), NOW)


def test_a_print_that_stands_whole_is_kept(desk: Desk, cards: list[str]) -> None:
    papers = issue_copies(desk, cards[:2], TERMS, NOW)
    assert {copy.made_at for copy in IssuedCopy.select()} == {None}
    copies_made(desk, papers, STAMP, NOW)
    assert {copy.made_at for copy in IssuedCopy.select()} == {NOW}
    assert "FB000002" in lines(audit.Event.PRINT)[-1].after
    copies_not_made(desk, papers, NOW)  # too late: it stands
    assert {copy.outcome for copy in IssuedCopy.select()} == {""}


def test_a_print_that_fails_ends_its_copies_and_gives_the_approval_back(
    cards: list[str], sit: Sit, grant: Grant
) -> None:
    change(cards[0], secrecy="secret")
    number = grant("王秀兰", "张总", Right.ISSUE_SECRET, cards[:1], "总部")
    clerk = sit("王秀兰")
    papers = issue_copies(clerk, cards[:2], TERMS, NOW)
    copies_not_made(clerk, papers, NOW)
    assert {(copy.outcome, copy.ended_at) for copy in IssuedCopy.select()} == {("not_made", NOW)}
    assert [line.document for line in lines(audit.Event.COPY_NOT_MADE)] == ["FB000001", "FB000002"]
    assert Approval.get(Approval.approval_no == number).state == "granted"
    (again, _) = issue_copies(clerk, cards[:2], TERMS, NOW)
    assert again.copy is not None
    assert again.copy.copy_no == "FB000003"  # a number is never given twice


def test_nobody_ends_the_copies_of_another_desk(cards: list[str], desk: Desk, sit: Sit) -> None:
    papers = issue_copies(desk, cards[:1], TERMS, NOW)
    copies_not_made(sit("孙丽"), papers, NOW)
    assert IssuedCopy.get().outcome == ""

"""The register of copies: who has what, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from model.cards.copy_tables import DataExport, IssuedCopy
from model.errors import (
    BadInputError,
    CabinetError,
    NotAllowedError,
    NotFoundError,
    ReasonNeededError,
    WrongStateError,
)
from model.loans.copies import CopyState, copies, end_copy
from model.loans.copy_issuing import copies_made, issue_copies
from model.loans.copy_terms import Terms
from model.loans.reminder_words import reminder_text
from model.loans.reminders import reminders
from model.office import audit
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from model.words import words_in
from tests.conftest import NOW, TODAY, Sit

STAMP = PrintStamp("P000009", "王秀兰", NOW, "华东办事处")
DUE = Terms("总部", "年检", TODAY)
DESTROYED = Terms("审计所", "审计", destroy_after_reading=True)
LATER = NOW + timedelta(days=3)


@pytest.fixture(autouse=True)
def open_day(desk: Desk) -> None:
    """The cabinet is open."""


def issued(desk: Desk, card_nos: list[str], terms: Terms = DUE, *, whole: bool = True) -> list[str]:
    papers = issue_copies(desk, card_nos, terms, NOW)
    if whole:
        copies_made(desk, papers, STAMP, NOW)
    return [paper.copy.copy_no for paper in papers if paper.copy]


def export(maker: str, **columns: object) -> None:
    """An export that stands whole, made by somebody."""
    with writing():
        DataExport.create(
            export_no="DC000001", made_at=NOW, made_by=Person.get(Person.name == maker),
            receiver="总部", purpose="年报", rows=120, fields="[]", secrecy="secret",
            **({"sha256": "ab", "due_on": TODAY} | columns),
        )  # fmt: skip


def states(desk: Desk, **asked: bool) -> dict[str, CopyState]:
    return {row.copy_no: row.state for row in copies(desk, LATER, **asked)}


def test_the_register_says_where_each_copy_is(desk: Desk, cards: list[str]) -> None:
    overdue, destroyed = issued(desk, cards[:1])[0], issued(desk, cards[:1], DESTROYED)[0]
    (unfinished,) = issued(desk, cards[1:2], whole=False)
    (out,) = issued(desk, cards[1:2], replace(DUE, due_on=LATER.date()))
    assert states(desk) == {
        out: CopyState.OUT, unfinished: CopyState.UNFINISHED, destroyed: CopyState.OUT,
        overdue: CopyState.OVERDUE,
    }  # fmt: skip
    row = copies(desk, NOW)[-1]
    assert (row.copy_no, row.card_no, row.cards, row.receiver, row.purpose) == (
        overdue, cards[0], 1, "总部", "年检",
    )  # fmt: skip
    assert (row.due_on, row.destroy_after_reading, row.state, row.issued_by) == (
        TODAY, False, CopyState.OUT, "王秀兰",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "event"),
    [
        ("returned", audit.Event.COPY_RETURN),
        ("destroyed", audit.Event.COPY_DESTROY),
        ("lost", audit.Event.COPY_LOST),
    ],
)
def test_a_copy_is_ended_once_and_logged(
    desk: Desk, cards: list[str], outcome: str, event: audit.Event
) -> None:
    (number,) = issued(desk, cards[:1])
    ended = end_copy(desk, number.lower(), outcome, LATER, "快递丢失")
    assert (ended.state, ended.ended_at, ended.ended_by) == (outcome, LATER, "王秀兰")
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.subject, line.document, line.reason) == (
        event.value, cards[0], number, "快递丢失",
    )  # fmt: skip
    with pytest.raises(WrongStateError):
        end_copy(desk, number, "returned", LATER)
    assert states(desk, open_only=True) == {}


def test_a_lost_copy_needs_a_reason(desk: Desk, cards: list[str]) -> None:
    (number,) = issued(desk, cards[:1])
    with pytest.raises(ReasonNeededError):
        end_copy(desk, number, "lost", LATER)
    assert states(desk) == {number: CopyState.OVERDUE}


def test_only_an_unfinished_copy_was_never_made(desk: Desk, cards: list[str]) -> None:
    (whole,), (unfinished,) = issued(desk, cards[:1]), issued(desk, cards[:1], whole=False)
    with pytest.raises(WrongStateError):
        end_copy(desk, whole, "not_made", LATER, "卡纸")
    assert end_copy(desk, unfinished, "not_made", LATER, "卡纸").state is CopyState.NOT_MADE


@pytest.mark.parametrize("outcome", ["", "with_receiver", "burnt"])
def test_an_outcome_that_is_none_is_refused(desk: Desk, cards: list[str], outcome: str) -> None:
    with pytest.raises(BadInputError):
        end_copy(desk, issued(desk, cards[:1])[0], outcome, LATER)


@pytest.mark.parametrize("number", ["FB999999", "DC999999", ""])
def test_a_number_that_nobody_gave_is_not_found(desk: Desk, number: str) -> None:
    with pytest.raises(NotFoundError):
        end_copy(desk, number, "returned", LATER)


def test_a_supervisor_sees_and_ends_his_team_s_copies_only(
    desk: Desk, cards: list[str], sit: Sit
) -> None:
    (mine,), (theirs,) = issued(desk, cards[:1]), issued(desk, cards[4:5])
    boss = sit("赵刚")
    assert set(states(boss)) == {mine}
    with pytest.raises(NotAllowedError):
        end_copy(boss, theirs, "returned", LATER)
    assert end_copy(boss, mine, "returned", LATER).state is CopyState.RETURNED


def test_a_rep_sees_no_register(cards: list[str], sit: Sit) -> None:
    with pytest.raises(NotAllowedError):
        copies(sit("李明"), NOW)


@pytest.mark.parametrize(
    ("person", "sees"), [("王秀兰", True), ("张总", True), ("赵刚", True), ("钱进", False)]
)
def test_exports_stand_in_the_register_too(sit: Sit, person: str, sees: bool) -> None:
    export("赵刚")
    desk = sit(person)
    assert states(desk) == ({"DC000001": CopyState.OVERDUE} if sees else {})
    if sees:
        assert end_copy(desk, "DC000001", "destroyed", LATER).cards == 120
    else:
        with pytest.raises(CabinetError):
            end_copy(desk, "DC000001", "destroyed", LATER)


def test_copies_of_one_card(desk: Desk, cards: list[str]) -> None:
    issued(desk, cards[:2])
    export("王秀兰")
    assert [row.card_no for row in copies(desk, NOW, card_no=cards[1].lower())] == [cards[1]]


def test_overdue_and_unfinished_copies_are_in_the_reminders(
    desk: Desk, cards: list[str], sit: Sit
) -> None:
    (overdue,), (unfinished,) = issued(desk, cards[:1]), issued(desk, cards[1:2], whole=False)
    issued(desk, cards[:1], DESTROYED)
    export("王秀兰")
    words = words_in("zh")
    for person in ("王秀兰", "赵刚", "李明"):
        found = [one for one in reminders(sit(person), LATER) if "copy_no" in one.facts]
        told = " ".join(reminder_text(one, words) for one in found)
        assert (overdue in told) == (person != "李明")
        assert (unfinished in told) == (person != "李明")
        assert ("DC000001" in told) == (person == "王秀兰")
        assert len(found) == {"王秀兰": 3, "赵刚": 2, "李明": 0}[person]


def test_the_register_is_read_with_few_questions(desk: Desk, cards: list[str]) -> None:
    from playhouse.test_utils import assert_query_count

    issued(desk, cards[:4])
    with assert_query_count(3):
        assert len(copies(desk, NOW)) == 4
    assert IssuedCopy.select().count() == 4

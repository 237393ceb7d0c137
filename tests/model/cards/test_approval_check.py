"""What `verify` must notice on approvals."""

from __future__ import annotations

import pytest

from model.cards import invariants
from model.cards.asking import ask_approval, decide_approval, withdraw_approval
from model.cards.copy_tables import IssuedCopy
from model.cards.tables import CustomerCard
from model.office.approvals import give_back, use_approval
from model.office.rights import Right
from model.office.tables import Person
from model.storage.database import database, reading, writing
from tests.conftest import NOW, Sit


def found() -> list[str]:
    with reading():
        return [code for code, _ in invariants.faults() if not code.startswith("card_")]


@pytest.fixture
def approvals(sit: Sit, card: str) -> list[str]:
    """One that waits, then granted, refused, used, and withdrawn after it was granted."""
    right = Right.ISSUE_CONFIDENTIAL
    numbers = [
        ask_approval(
            sit("孙丽"), right, [card], "年检", NOW, facts={"receiver": str(n)}
        ).approval_no
        for n in range(5)
    ]
    boss = sit("赵刚")
    for number, granted in zip(numbers[1:], (True, False, True, True), strict=True):
        decide_approval(boss, number, granted, "看过", NOW)
    clerk = sit("孙丽")
    with writing():
        use_approval(clerk, right, [card], NOW, facts={"receiver": "3"})
    withdraw_approval(clerk, numbers[4], NOW)
    return numbers


@pytest.mark.usefixtures("approvals")
def test_ordinary_life_breaks_nothing() -> None:
    assert found() == []


@pytest.mark.usefixtures("approvals")
@pytest.mark.parametrize(
    ("columns", "number", "fault"),
    [
        ("decided_by_id = asked_by_id", 2, "approval_state"),
        ("decided_at = NULL", 3, "approval_state"),
        ("decided_by_id = 1", 1, "approval_state"),
        ("valid_until = NULL", 2, "approval_state"),
        ("remark = ''", 3, "approval_state"),
        ("used_at = NULL", 4, "approval_state"),
        ("used_at = valid_until", 2, "approval_state"),
        ("used_at = '2027-01-01 08:00:00'", 4, "approval_state"),
        (
            "state = 'granted', decided_by_id = 1, decided_at = asked_at, "
            "valid_until = '2027-01-01 08:00:00'",
            1,
            "approval_not_in_log",
        ),
        ("state = 'granted', used_at = NULL, approval_no = 'SP000009'", 4, "approval_gone"),
        ("decided_by_id = 1", 2, "approval_not_in_log"),
        ("asked_by_id = 1", 1, "approval_not_in_log"),
        ("approval_no = 'SP000099'", 1, "approval_not_in_log"),
        ("approval_no = 'SP000099'", 1, "approval_gone"),
        ("approval_no = 'SP000099'", 1, "counter_behind"),
    ],
)
def test_each_contradiction_is_found(columns: str, number: int, fault: str) -> None:
    with writing():
        database.execute_sql(f"UPDATE approval SET {columns} WHERE id = {number}")
    assert fault in found()


@pytest.mark.parametrize("uses", [1, 2, 3])
@pytest.mark.parametrize("kept", [True, False])
def test_what_was_given_back_may_be_used_again(
    approvals: list[str], sit: Sit, card: str, uses: int, kept: bool
) -> None:
    clerk, number = sit("孙丽"), 2
    with writing():
        for turn in range(uses):
            use_approval(clerk, Right.ISSUE_CONFIDENTIAL, [card], NOW, facts={"receiver": "1"})
            if turn < uses - 1 or not kept:
                give_back(clerk, number, NOW)
    assert found() == []


def test_a_use_that_the_log_tells_too_often_is_found(
    approvals: list[str], sit: Sit, card: str
) -> None:
    clerk = sit("孙丽")
    with writing():
        use_approval(clerk, Right.ISSUE_CONFIDENTIAL, [card], NOW, facts={"receiver": "1"})
        database.execute_sql("UPDATE approval SET state = 'granted', used_at = NULL WHERE id = 2")
        use_approval(clerk, Right.ISSUE_CONFIDENTIAL, [card], NOW, facts={"receiver": "1"})
    assert "approval_not_in_log" in found()


@pytest.mark.parametrize(
    ("number", "outcome", "faults"),
    [(4, "", []), (2, "", ["approval_not_used"]), (2, "not_made", [])],
)
def test_a_copy_that_names_an_approval_has_used_it(
    approvals: list[str], card: str, number: int, outcome: str, faults: list[str]
) -> None:
    with writing():
        IssuedCopy.create(
            copy_no="FB000001", card=CustomerCard.get(CustomerCard.card_no == card),
            receiver="总部", purpose="年检", secrecy="confidential", issued_at=NOW,
            issued_by=Person.get(Person.name == "孙丽"), approval=number, outcome=outcome,
        )  # fmt: skip
    assert [code for code in found() if code.startswith("approval")] == faults

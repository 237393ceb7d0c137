"""`verify` finds copies and exports that are not what the log tells of them."""

from __future__ import annotations

import pytest

from model.cards.copy_tables import DataExport, IssuedCopy
from model.loans.copies import CopyState, end_copy
from model.loans.copy_check import copy_faults
from model.loans.copy_issuing import issue_copies
from model.loans.copy_terms import Terms
from model.office.desk import Desk
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, TODAY


@pytest.fixture
def numbers(desk: Desk, cards: list[str]) -> list[str]:
    """Three copies: one out, one that came back, one whose print failed."""
    papers = issue_copies(desk, cards[:3], Terms("总部", "年检", TODAY), NOW)
    given = [paper.copy.copy_no for paper in papers if paper.copy]
    end_copy(desk, given[1], CopyState.DESTROYED, NOW)
    end_copy(desk, given[2], CopyState.NOT_MADE, NOW, "卡纸")
    return given


@pytest.mark.usefixtures("numbers")
def test_copies_are_what_the_log_tells() -> None:
    assert list(copy_faults()) == []


def test_a_copy_taken_away_is_found(numbers: list[str]) -> None:
    with writing():
        IssuedCopy.delete().where(IssuedCopy.copy_no == numbers[0]).execute()
    assert list(copy_faults()) == [("copy_gone", {"ref": numbers[0]})]


def test_an_end_that_nobody_entered_is_found(numbers: list[str]) -> None:
    with writing():
        IssuedCopy.update(outcome="returned").where(IssuedCopy.copy_no == numbers[0]).execute()
        IssuedCopy.update(outcome="").where(IssuedCopy.copy_no == numbers[1]).execute()
    assert list(copy_faults()) == [("copy_state", {"ref": number}) for number in numbers[:2]]


@pytest.mark.usefixtures("numbers")
def test_a_copy_past_the_log_is_found(numbers: list[str]) -> None:
    with writing():
        IssuedCopy.update(copy_no="FB000099").where(IssuedCopy.copy_no == numbers[0]).execute()
    assert ("copy_not_in_log", {"ref": "FB000099"}) in list(copy_faults())


def test_an_export_past_the_log_is_found(desk: Desk) -> None:
    with writing():
        DataExport.create(
            export_no="DC000007", made_at=NOW, made_by=Person.get(Person.id == desk.person.id),
            receiver="总部", purpose="年报", rows=120, fields="[]", secrecy="secret", sha256="",
        )  # fmt: skip
    assert list(copy_faults()) == [("copy_not_in_log", {"ref": "DC000007"})]

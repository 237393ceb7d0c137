"""Card numbers are never given twice, no two cards hang in one place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from model.cards import reviewing
from model.cards.definition import CardKind
from model.cards.numbering import drawer_for, take_draft_number, take_numbers, take_slots
from model.cards.tables import CustomerCard
from model.errors import NotFoundError
from model.office.tables import District
from model.storage.database import writing
from tests.conftest import NOW, PASSWORD, Sit, make_draft
from tests.model.at_once import at_once


def hang(places: Iterable[str], drawer: int) -> None:
    with writing():
        CustomerCard.insert_many(
            {"customer_kind": "company", "custody_state": "in_cabinet", "drawer_no": drawer,
             "location": place, "card_no": f"Q9{number:04d}"}
            for number, place in enumerate(places)
        ).execute()  # fmt: skip


@pytest.mark.usefixtures("clerk")
def test_each_kind_of_card_has_its_own_numbers() -> None:
    with writing():
        assert take_numbers(CardKind.COMPANY, 2) == ["Q00001", "Q00002"]
        assert take_numbers(CardKind.INDIVIDUAL) == ["G00001"]
        assert take_numbers(CardKind.COMPANY) == ["Q00003"]
        assert [take_draft_number(), take_draft_number()] == ["D00001", "D00002"]


@pytest.mark.usefixtures("clerk")
def test_numbers_grow_beyond_five_digits() -> None:
    with writing():
        take_numbers(CardKind.COMPANY, 99_999)
        assert take_numbers(CardKind.COMPANY) == ["Q100000"]


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize(
    ("status", "is_key_account", "drawer"),
    [
        ("current", False, 2),
        ("prospect", False, 92),
        ("future", False, 92),
        ("interrupted", False, 91),
        ("abandoned", False, 91),
        ("current", True, 90),
        ("prospect", True, 90),
        ("interrupted", True, 91),
    ],
)
def test_a_card_stands_in_the_first_drawer_that_fits(
    status: str, is_key_account: bool, drawer: int
) -> None:
    district = District.get(District.name == "武侯")
    assert drawer_for(status, is_key_account, district.id) == drawer


@pytest.mark.usefixtures("clerk")
def test_a_district_without_a_drawer_is_told() -> None:
    with pytest.raises(NotFoundError):
        drawer_for("current", False, 999)


@pytest.mark.usefixtures("clerk")
def test_places_go_on_behind_the_last_card() -> None:
    assert take_slots(2) == ["1-02-001"]
    hang(["1-02-001", "1-02-017"], 2)
    assert take_slots(2, 2) == ["1-02-018", "1-02-019"]
    assert take_slots(100) == ["1-100-001"], "drawers have two digits or three"


@pytest.mark.usefixtures("clerk")
def test_a_full_drawer_goes_on_in_the_next_cabinet() -> None:
    hang(["1-02-998"], 2)
    assert take_slots(2, 3) == ["1-02-999", "2-02-001", "2-02-002"]


@pytest.mark.usefixtures("clerk")
def test_cabinet_ten_comes_after_cabinet_nine() -> None:
    hang(["9-02-999", "10-02-003", "2-02-500"], 2)
    assert take_slots(2) == ["10-02-004"]


def test_two_clerks_file_at_once_and_no_number_is_doubled(cabinet: Path, sit: Sit) -> None:
    waiting = [
        make_draft(sit, f"客户{letter}厂", "李明", f"028-855510{number:02d}", "武侯")
        for number, letter in enumerate("甲乙丙丁戊己庚辛")
    ]
    supervisor = sit("赵刚")
    for draft_no in waiting:
        reviewing.pass_card(supervisor, draft_no, NOW)

    file = "for draft in {}:\n    print(reviewing.file_card(desk, draft, NOW))"
    first, second = at_once(
        cabinet,
        PASSWORD,
        ("王秀兰", file.format(waiting[::2])),
        ("孙丽", file.format(waiting[1::2])),
    )

    assert sorted(first + second) == [f"Q{number:05d}" for number in range(1, 9)]
    sit("王秀兰")
    cards = list(CustomerCard.select().where(CustomerCard.card_no.is_null(False)))
    assert {card.location for card in cards} == {f"1-92-{slot:03d}" for slot in range(1, 9)}


def test_one_draft_filed_by_two_clerks_gets_one_number(cabinet: Path, sit: Sit) -> None:
    draft_no = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    reviewing.pass_card(sit("赵刚"), draft_no, NOW)
    file = f"""
try:
    print(reviewing.file_card(desk, {draft_no!r}, NOW))
except CabinetError as error:
    print(error.code)
"""
    told = at_once(cabinet, PASSWORD, ("王秀兰", file), ("孙丽", file))
    assert sorted(told) == [["Q00001"], ["wrong_state"]]


def test_a_number_of_a_void_card_is_not_given_again(sit: Sit) -> None:
    draft_no = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    reviewing.reject(sit("赵刚"), draft_no, "没有这个客户", NOW)
    assert make_draft(sit, "客户乙厂", "李明", "028-85551002", "武侯") == "D00002"

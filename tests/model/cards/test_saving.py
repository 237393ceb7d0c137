"""Two desks, one card: nothing is overwritten unseen, and nothing is half written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from model.cards import changing
from model.cards.cards import edit_card
from model.cards.custody import card_of
from model.cards.tables import CustomerCard, Revision
from model.errors import AlreadyThereError, DuplicateCardError, LostRaceError
from model.loans import opening
from model.office import log_check
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW, PASSWORD, Sit, make_card
from tests.model.at_once import at_once

CODE = "91350100M000100Y43"


@pytest.fixture
def card(sit: Sit) -> str:
    ref = make_card(sit, "客户甲厂", "李明", "028-85551001", "武侯", "赵刚")
    opening.open_cabinet(sit("王秀兰"), NOW)
    return ref


def test_a_lost_race_names_who_saved_meanwhile(sit: Sit, card: str) -> None:
    edit_card(sit("赵刚"), card, 3, {"likes": "守时"}, NOW)
    with pytest.raises(LostRaceError) as lost:
        edit_card(sit("王秀兰"), card, 3, {"dislikes": "迟到"}, NOW)
    assert lost.value.values == {"ref": card, "saved_by": "赵刚", "saved_at": NOW}
    assert (card_of(card).__data__["likes"], card_of(card).__data__["dislikes"]) == ("守时", None)


def test_a_lost_race_is_lost_even_when_nothing_would_change(sit: Sit, card: str) -> None:
    edit_card(sit("赵刚"), card, 3, {"likes": "守时"}, NOW)
    with pytest.raises(LostRaceError):
        edit_card(sit("王秀兰"), card, 3, {"likes": "守时"}, NOW)


def test_the_database_itself_compares_the_version(
    sit: Sit, card: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the other had saved between our reading and our UPDATE."""
    desk = sit("王秀兰")
    read = changing.card_of

    def read_before_the_other(ref: str) -> CustomerCard:
        stale = read(ref)
        CustomerCard.update(version=stale.version + 1).where(CustomerCard.id == stale.id).execute()
        return stale

    monkeypatch.setattr(changing, "card_of", read_before_the_other)
    with pytest.raises(LostRaceError):
        edit_card(desk, card, 3, {"likes": "守时"}, NOW)
    assert Revision.select().where(Revision.field == "likes").count() == 0


def test_two_desks_at_once_one_wins_and_nothing_is_lost(cabinet: Path, sit: Sit, card: str) -> None:
    """Each saves as often as it can, and reads again whenever it has lost."""
    code = """
won = lost = 0
while won < 10:
    version = cards.read_card(desk, {ref!r}, NOW).version
    try:
        cards.edit_card(desk, {ref!r}, version, {{{field!r}: f"第{{won}}次"}}, NOW)
        won += 1
    except CabinetError as error:
        assert error.code == "lost_race", error.code
        lost += 1
print(won, lost)
"""
    told = at_once(
        cabinet,
        PASSWORD,
        ("王秀兰", code.format(ref=card, field="likes")),
        ("孙丽", code.format(ref=card, field="dislikes")),
    )

    desk = sit("张总")
    assert [line.split()[0] for (line,) in told] == ["10", "10"]
    saved = card_of(card)
    assert (saved.__data__["likes"], saved.__data__["dislikes"]) == ("第9次", "第9次")
    versions = [row.version for row in Revision.select().order_by(Revision.version)]
    assert versions == [1, *range(4, 24)]
    assert saved.version == 23
    assert list(log_check.faults(desk.keys.log_key)) == []


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"short_name": "乙厂", "likes": "守时"}, AlreadyThereError),
        ({"uscc": CODE, "likes": "守时"}, DuplicateCardError),
    ],
)
def test_a_refused_save_leaves_no_trace(
    sit: Sit, card: str, typed: dict[str, str], error: type[Exception]
) -> None:
    other = make_card(sit, "客户乙厂", "李明", "028-85551002", "武侯", "赵刚")
    with writing():
        columns: dict[str, Any] = {"short_name": "乙厂", "uscc": CODE}
        CustomerCard.update(columns).where(CustomerCard.card_no == other).execute()
    before = (Revision.select().count(), AuditLine.select().count())
    desk = sit("张总")

    with pytest.raises(error):
        edit_card(desk, card, 3, typed, NOW)

    assert card_of(card).version == 3
    assert (Revision.select().count(), AuditLine.select().count()) == (before[0], before[1] + 1)


def test_a_customer_may_share_phone_and_name_of_another_when_edited(sit: Sit, card: str) -> None:
    """At filing somebody said that he is another one."""
    make_card(sit, "客户乙厂", "李明", "028-85551002", "武侯", "赵刚")
    assert edit_card(sit("王秀兰"), card, 3, {"phone": "028-85551002"}, NOW).version == 4


def test_what_a_card_is_found_by_follows_the_change(sit: Sit, card: str) -> None:
    edit_card(sit("赵刚"), card, 3, {"full_name": "东方轮胎有限公司", "fax": "028-85559999"}, NOW)
    saved = card_of(card)
    assert "dongfangluntai" in saved.search_key
    assert "02885559999" in saved.search_key
    assert saved.name_key == "东方轮胎"
    assert card.lower() in saved.search_key
    key = saved.search_key
    edit_card(sit("王秀兰"), card, 4, {"likes": "守时"}, NOW)
    assert card_of(card).search_key == key


def test_completeness_follows_the_change(sit: Sit, card: str) -> None:
    before = card_of(card).completeness
    edit_card(sit("王秀兰"), card, 3, {"postcode": "610041", "email": "无"}, NOW)
    assert card_of(card).completeness > before

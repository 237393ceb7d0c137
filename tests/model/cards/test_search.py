"""Finding: one's own in full; of others' only that there is a card, and who keeps it."""

from __future__ import annotations

import pytest

from model.cards import drafts, reviewing
from model.cards.definition import CardKind
from model.cards.search import Hit, note_search, search
from model.cards.tables import CustomerCard
from model.office import audit
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft


@pytest.fixture(autouse=True)
def cards(sit: Sit) -> None:
    """Two cards of 李明's, one of 王芳's, one of the other team's, all called 恒运."""
    make_card(sit, "恒运配件有限公司", "李明", "028-85551001", "武侯", "赵刚")
    make_card(sit, "恒运轮胎厂", "王芳", "028-85551002", "武侯", "赵刚")
    make_card(sit, "恒运仓储", "周涛", "028-85551003", "金牛", "钱进")
    make_card(sit, "恒运物流", "李明", "028-85551004", "武侯", "赵刚")


def refs(sit: Sit, name: str, text: str, limit: int = 50) -> list[str]:
    return [hit.ref for hit in search(sit(name), text, NOW, limit)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("恒运", ["Q00001", "Q00002", "Q00003", "Q00004"]),
        ("轮胎", ["Q00002"]),
        ("hengyun", ["Q00001", "Q00002", "Q00003", "Q00004"]),
        ("HYPJ", ["Q00001"]),
        ("551003", ["Q00003"]),
        ("q00004", ["Q00004"]),
        ("恒运 仓", ["Q00003"]),
        ("仓 恒运", ["Q00003"]),
        ("没有", []),
        ("", []),
        ("  ", []),
        ("%", []),
        ("_", []),
        ("恒运' OR '1'='1", []),
    ],
)
def test_a_clerk_finds_everything(sit: Sit, text: str, found: list[str]) -> None:
    assert refs(sit, "王秀兰", text) == found


def test_a_rep_learns_only_that_another_customer_exists(sit: Sit) -> None:
    assert search(sit("李明"), "恒运", NOW) == [
        Hit("Q00001", "恒运配件有限公司", "李明", "in_cabinet", False),
        Hit("Q00004", "恒运物流", "李明", "in_cabinet", False),
        Hit("Q00002", "恒运***", "王芳", "", True),
        Hit("Q00003", "恒运***", "周涛", "", True),
    ]


def test_a_supervisor_sees_his_team_in_full(sit: Sit) -> None:
    masked = {hit.ref: hit.masked for hit in search(sit("钱进"), "恒运", NOW)}
    assert masked == {"Q00003": False, "Q00001": True, "Q00002": True, "Q00004": True}


def test_ones_own_are_not_cut_off_by_others(sit: Sit) -> None:
    assert refs(sit, "周涛", "恒运", limit=1) == ["Q00003"]


def test_of_a_person_only_the_surname_is_told(sit: Sit) -> None:
    drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, {"full_name": "陈美"}, NOW)
    drafts.create_card(
        sit("李明"), CardKind.COMPANY, {"full_name": "陈美"}, NOW, not_duplicate=True
    )
    assert [hit.name for hit in search(sit("王芳"), "陈美", NOW)] == ["陈***", "陈***"]


def test_a_void_card_is_nobody_elses_business(sit: Sit) -> None:
    draft = make_draft(sit, "恒运酒楼", "李明", "028-85551009", "武侯")
    reviewing.reject(sit("赵刚"), draft, "重复", NOW)
    assert draft in refs(sit, "赵刚", "酒楼")
    assert draft in refs(sit, "张总", "酒楼")
    assert draft in refs(sit, "李明", "酒楼"), "he sees why"
    assert refs(sit, "王芳", "酒楼") == []


def test_a_card_without_a_rep_is_masked_for_reps(sit: Sit) -> None:
    drafts.create_card(sit("王秀兰"), CardKind.COMPANY, {"full_name": "无主客户店"}, NOW)
    assert [hit.masked for hit in search(sit("李明"), "无主", NOW)] == [True]
    assert [hit.masked for hit in search(sit("王秀兰"), "无主", NOW)] == [False]


def test_a_search_is_logged_without_what_was_typed(sit: Sit) -> None:
    desk = sit("李明")
    search(desk, "恒运 13900001111", NOW)
    audit.flush(desk)
    assert AuditLine.select().where(AuditLine.event == "card.search").count() == 0

    note_search(desk, 2, 5, "", NOW)
    note_search(desk, 2, 5, "Q00001", NOW)
    audit.flush(desk)
    lines = AuditLine.select().where(AuditLine.event == "card.search").order_by(AuditLine.no)
    assert [line.after for line in lines] == [
        '{"hits": 5, "terms": 2}',
        '{"hits": 5, "opened": "Q00001", "terms": 2}',
    ]


def test_overdue_shows_in_a_hit(sit: Sit) -> None:
    with writing():
        CustomerCard.update(custody_state="out", holder=3, due_at=NOW.replace(hour=6)).where(
            CustomerCard.card_no == "Q00001"
        ).execute()
    assert search(sit("李明"), "Q00001", NOW)[0].state == "overdue"

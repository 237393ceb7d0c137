"""Cards in a list: each desk its own, and no full card."""

from __future__ import annotations

from datetime import timedelta

from model.cards.custody import card_of
from model.cards.listing import list_cards
from model.cards.tables import CustomerCard
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft


def test_each_desk_lists_its_own(sit: Sit, card: str) -> None:
    make_card(sit, "客户乙厂", "王芳", "028-85551002", "武侯", "赵刚")
    make_card(sit, "客户丙厂", "周涛", "028-85551003", "金牛", "钱进")
    make_draft(sit, "客户丁厂", "李明", "028-85551004", "武侯")
    listed = {
        name: [row.ref for row in list_cards(sit(name), NOW)]
        for name in ("李明", "王芳", "赵刚", "钱进", "王秀兰", "张总")
    }
    assert listed["李明"] == ["D00004", "G00001"]
    assert listed["王芳"] == ["Q00001"]
    assert listed["赵刚"] == ["D00004", "G00001", "Q00001"]
    assert listed["钱进"] == ["Q00002"]
    assert listed["王秀兰"] == listed["张总"] == ["D00004", "G00001", "Q00001", "Q00002"]


def test_a_row_says_what_the_card_says(sit: Sit, card: str) -> None:
    with writing():
        CustomerCard.update(last_visit_on=NOW.date(), legacy_no="蓝-118").execute()
    row = list_cards(sit("王秀兰"), NOW + timedelta(days=1))[0]
    view = card_of(card)
    assert row.id == view.id
    assert (row.ref, row.name, row.kind, row.state) == (card, "陈美玲", "individual", "in_cabinet")
    assert (row.rep, row.district, row.drawer_no, row.holder) == ("李明", "武侯", 92, "")
    assert (row.status, row.abc_class, row.stage) == ("prospect", "P", "")
    assert (row.last_visit_on, row.legacy_no, row.incomplete) == (NOW.date(), "蓝-118", False)
    assert row.completeness == view.completeness / 10
    assert "chenmeiling" in row.search_key
    assert "钓鱼" not in repr(row)

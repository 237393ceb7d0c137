"""The history, played back, is the card: whatever was typed, in whatever order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.cards import drafts, reviewing
from model.cards.cards import edit_card
from model.cards.contents import contents_of
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.replay import RevisionLine, replay, snapshot_of, told_only
from model.cards.tables import CHILDREN, Revision
from model.errors import BadInputError
from model.office.desk import Desk
from model.storage.database import database, reading
from tests.conftest import NOW, Sit, make_card, make_draft
from tests.filled_cards import DEALER, END_USER

OPENING = RevisionLine(1, "", json.dumps({"phone": "1", "likes": "守时", "contacts#1.name": "甲"}))


def lines_of(ref: str) -> list[RevisionLine]:
    query = Revision.select().where(Revision.card == card_of(ref).id).order_by(Revision.id)
    return [RevisionLine(row.version, row.field, row.new_value) for row in query]


def agree(ref: str) -> None:
    """What the history tells is what stands on the card."""
    with reading():
        contents = contents_of(card_of(ref))
        assert told_only(contents.kind, replay(lines_of(ref))) == snapshot_of(contents)


# --- pure ---------------------------------------------------------------------------------------


def test_each_line_takes_the_place_of_what_was() -> None:
    lines = [
        OPENING,
        RevisionLine(2, "phone", "2"),
        RevisionLine(2, "contacts#1.name", None),
        RevisionLine(3, "contacts#2.name", "乙"),
    ]
    assert replay(lines) == {"phone": "2", "likes": "守时", "contacts#2.name": "乙"}
    assert replay(lines, until=2) == {"phone": "2", "likes": "守时"}
    assert replay(lines, until=1) == {"phone": "1", "likes": "守时", "contacts#1.name": "甲"}
    assert replay([]) == {}


def test_a_tick_is_no_value() -> None:
    code = RevisionLine(2, "uscc", "91350203M0001QKT19")
    assert replay([code, RevisionLine(3, "uscc", "checked")]) == {"uscc": code.new}
    assert replay([RevisionLine(2, "likes", "checked")]) == {"likes": "checked"}


def test_what_was_cleared_on_request_is_absent() -> None:
    opening = RevisionLine(1, "", json.dumps({"hobbies": None, "phone": "1"}))
    assert replay([opening, RevisionLine(2, "hobbies", None)]) == {"phone": "1"}


# --- on real cards ------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", [DEALER, END_USER])
def test_a_whole_card_is_told_by_its_first_line(sit: Sit, texts: Mapping[str, str]) -> None:
    typed = {**texts, "rep": "李明", "district": "武侯"}
    ref = drafts.create_card(sit("王秀兰"), CardKind.COMPANY, typed, NOW).ref
    agree(ref)
    told = replay(lines_of(ref))
    assert told["contacts#1.roles"].startswith("decider")
    assert len([path for path in told if path.endswith(".name")]) >= 3


def test_what_filing_decides_is_told(sit: Sit) -> None:
    """Class and secrecy follow at filing from what was typed on the draft."""
    ref = make_draft(sit, "乙厂", "李明", "028-85551002", "武侯")
    change = {"is_key_account": "是", "uscc": "91350100M000100Y43", "legal_rep": "周志远",
              "relationship_status": "current"}  # fmt: skip
    drafts.change_draft(sit("李明"), ref, 1, change, NOW)
    agree(ref)
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    ref = reviewing.file_card(sit("王秀兰"), ref, NOW)
    agree(ref)
    told = replay(lines_of(ref))
    assert (told["abc_class"], told["secrecy"]) == ("N", "secret")


def test_a_ticked_code_is_told_with_its_value(sit: Sit) -> None:
    typed = {"full_name": "甲厂", "uscc": "91350100M000100Y44"}
    tick = frozenset({"uscc_check"})
    saved = drafts.create_card(sit("王秀兰"), CardKind.COMPANY, typed, NOW, ticked=tick)
    agree(saved.ref)
    assert replay(lines_of(saved.ref))["uscc"] == typed["uscc"]


TABLE_COLUMNS = {
    "contacts": ("name", "title", "mobile", "is_primary", "left_on", "hobbies", "roles"),
    "needs": ("description", "is_top", "importance", "our_rate"),
    "sales_history": ("year", "net_sales"),
}
TEXTS = {
    "name": st.sampled_from(("何文斌", "刘红", "阿依古丽·买买提", "")),
    "title": st.sampled_from(("经理", "无", "")),
    "mobile": st.sampled_from(("13900000001", "139 0000 0002", "")),
    "is_primary": st.sampled_from(("是", "否", "")),
    "left_on": st.sampled_from(("2026-11-02", "")),
    "hobbies": st.sampled_from(("钓鱼", "")),
    "roles": st.sampled_from(("决策者、使用者", "采购者", "")),
    "description": st.sampled_from(("账期60天", "快", "")),
    "is_top": st.sampled_from(("是", "否")),
    "importance": st.sampled_from(("5", "1", "")),
    "our_rate": st.sampled_from(("60", "62.5", "")),
    "year": st.sampled_from(("2023", "2024", "")),
    "net_sales": st.sampled_from(("1200.5", "0", "")),
}
ROWS = st.sampled_from(("+1", "+2", "1", "2", "3", "4", "5"))


@st.composite
def changes(draw: Any) -> dict[str, str]:
    """What one person types at once: cells of old and new rows, rows taken out, a field."""
    texts: dict[str, str] = draw(
        st.dictionaries(st.sampled_from(("likes", "fax")), st.sampled_from(("无", "", "x")))
    )
    for _ in range(draw(st.integers(1, 5))):
        table = draw(st.sampled_from(sorted(TABLE_COLUMNS)))
        row = draw(ROWS)
        if not row.startswith("+") and draw(st.integers(0, 3)) == 0:
            texts[f"{table}#{row}"] = ""
            continue
        for column in draw(st.sets(st.sampled_from(TABLE_COLUMNS[table]), min_size=1)):
            texts[f"{table}#{row}.{column}"] = draw(TEXTS[column])
    return texts


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(typed=st.lists(changes(), min_size=1, max_size=8))
def test_any_sequence_of_changes_is_told_and_keeps_its_rules(
    ref: str, desk: Desk, typed: list[dict[str, str]]
) -> None:
    with database.atomic() as whole:
        given_out: set[tuple[str, int]] = set()
        for texts in typed:
            card = card_of(ref)
            had = _rows(card.id)
            try:
                edit_card(desk, ref, card.version, texts, NOW + timedelta(minutes=card.version))
            except BadInputError:
                continue
            now = _rows(card.id)
            new = now - had
            assert not new & given_out, "no number comes twice"
            given_out |= new | had
            assert all(number < card_of(ref).next_row_no for _, number in given_out)
            _primary_and_top(ref)
            agree(ref)
        whole.rollback()


def _rows(card_id: int) -> set[tuple[str, int]]:
    return {
        (name, row.row_no)
        for name, table in CHILDREN.items()
        for row in table.select().where(table.card == card_id)
    }


def _primary_and_top(ref: str) -> None:
    """Exactly one primary contact of those who are there, at most one top need."""
    children = contents_of(card_of(ref)).children
    here = [row for row in children["contacts"] if "left_on" not in row]
    primary = [row["row_no"] for row in children["contacts"] if row.get("is_primary")]
    assert len(primary) == min(len(here), 1)
    assert set(primary) <= {row["row_no"] for row in here}
    assert sum(bool(row.get("is_top")) for row in children["needs"]) <= 1


@pytest.fixture
def ref(sit: Sit, opened: Desk) -> str:
    return make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")


@pytest.fixture
def desk(sit: Sit, ref: str) -> Desk:
    return sit("张总")

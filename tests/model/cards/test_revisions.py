"""The history keeps what stood before for ever, and shows each desk its part."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards import drafts, reviewing
from model.cards.cards import edit_card
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.revisions import RevisionRow, changed_since, history
from model.cards.tables import Revision
from model.errors import CabinetClosedError, NotAllowedError
from model.loans import opening
from model.storage.database import writing
from tests.conftest import NOW, Sit

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def card(sit: Sit) -> str:
    """李明's customer, on whom everything has been changed once."""
    typed = {
        "full_name": "陈美玲", "mobile": "13900001111", "home_address": "成都市金牛区某街9号",
        "district": "武侯", "channel_type": "end_user", "source_method": "cold_visit",
        "hobbies": "钓鱼",
    }  # fmt: skip
    ref = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, typed, NOW).ref
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    ref = reviewing.file_card(sit("王秀兰"), ref, NOW)
    opening.open_cabinet(sit("王秀兰"), NOW)
    change = {"hobbies": "书法", "mobile": "13900002222", "purchase_habit": "月底进货"}
    edit_card(sit("王秀兰"), ref, 3, change, LATER, reason="本人来电", source="phone")
    edit_card(sit("赵刚"), ref, 4, {"relationship_status": "current", "spouse": "无"}, LATER)
    return ref


def fields(rows: list[RevisionRow]) -> list[str]:
    return [row.field for row in rows]


def test_the_supervisor_sees_every_change_newest_first(sit: Sit, card: str) -> None:
    rows = history(sit("赵刚"), card, LATER)
    assert set(fields(rows[:3])) == {"relationship_status", "spouse", "abc_class"}
    assert set(fields(rows[3:6])) == {"hobbies", "mobile", "purchase_habit"}
    changed = next(row for row in rows if row.field == "mobile")
    assert changed == RevisionRow(
        4, "mobile", "13900001111", "13900002222", LATER, "王秀兰", "本人来电", "phone",
        changed.id, "王秀兰", "accepted",
    )  # fmt: skip


def test_an_explicit_answer_and_a_class_are_in_the_history(sit: Sit, card: str) -> None:
    rows = {row.field: (row.old, row.new) for row in history(sit("赵刚"), card, LATER)}
    assert rows["spouse"] == ("", "none")
    assert rows["abc_class"] == ("P", "N")


def test_the_opening_line_shows_no_values(sit: Sit, card: str) -> None:
    opening = history(sit("张总"), card, LATER)[-1]
    assert (opening.version, opening.field, opening.old, opening.new) == (1, "", "", "")
    assert "钓鱼" in Revision.get(Revision.version == 1).new_value, "though they are kept"


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("李明", {"hobbies", "spouse", "purchase_habit"}),
        ("王秀兰", {"hobbies", "spouse"}),
        ("赵刚", set()),
        ("张总", set()),
    ],
)
def test_changes_of_hidden_fields_are_hidden(
    sit: Sit, card: str, name: str, hidden: set[str]
) -> None:
    rows = history(sit(name), card, LATER)
    everything = {"hobbies", "mobile", "purchase_habit", "relationship_status", "abc_class"}
    assert set(fields(rows)) == (everything | {"spouse", ""}) - hidden
    told = repr(rows)
    assert ("钓鱼" in told or "书法" in told) is ("hobbies" not in hidden)


def test_a_line_about_what_is_no_field_is_shown_to_nobody(sit: Sit, card: str) -> None:
    """What the rights cannot judge is not seen."""
    with writing():
        Revision.insert(
            card=card_of(card).id, version=5, field="contacts[0].hobbies", new_value="麻将",
            changed_at=LATER, changed_by=1,
        ).execute()  # fmt: skip
    assert "麻将" not in repr(history(sit("王秀兰"), card, LATER))


def test_what_changed_since_a_moment_is_told(sit: Sit, card: str) -> None:
    desk, first = sit("赵刚"), LATER + timedelta(minutes=5)
    edit_card(desk, card, card_of(card).version, {"hobbies": "下棋"}, first)
    assert fields(changed_since(desk, card, LATER, first)) == ["hobbies"]
    assert fields(changed_since(desk, card, first, first)) == []
    every = fields(changed_since(desk, card, None, first))
    assert "" not in every, "the opening line is no change"
    assert len(every) == len(history(desk, card, first)) - 1
    assert "hobbies" not in fields(changed_since(sit("王秀兰"), card, LATER, first))


def test_rows_are_seen_column_by_column(sit: Sit, card: str) -> None:
    texts = {"contacts#+1.name": "何文斌", "contacts#+1.hobbies": "钓鱼"}
    edit_card(sit("赵刚"), card, card_of(card).version, texts, LATER)
    assert {"contacts#1.name", "contacts#1.hobbies"} <= set(
        fields(history(sit("赵刚"), card, LATER))
    )
    seen = set(fields(history(sit("王秀兰"), card, LATER)))
    assert "contacts#1.name" in seen
    assert "contacts#1.hobbies" not in seen


def test_the_history_is_a_card_like_the_card(sit: Sit, card: str) -> None:
    for name in ("王芳", "钱进"):
        with pytest.raises(NotAllowedError):
            history(sit(name), card, LATER)
    with pytest.raises(CabinetClosedError):
        history(sit("张总"), card, NOW + timedelta(days=1))

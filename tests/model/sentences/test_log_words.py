"""Every line of the log is told in plain words, in both languages."""

from __future__ import annotations

from datetime import datetime

import pytest

from model.office.audit import Event
from model.office.log_query import GROUPS, LogLine
from model.sentences.log_labels import EVENTS, FACTS, KINDS, OCCASIONS, VALUES
from model.sentences.log_labels import GROUPS as GROUP_NAMES
from model.sentences.log_words import (
    FactRow,
    event_words,
    fact_rows,
    facts_text,
    group_words,
    kind_words,
    subject_words,
)
from model.words import LANGUAGES, Words, words_in

NAMES = {3: "李明", 2: "王秀兰"}


def line(
    event: str = "loan.issue", kind: str = "card", subject: str = "Q00001", **more: object
) -> LogLine:
    return LogLine(
        no=7, at=datetime(2026, 11, 20, 8, 30), staff_no=2, actor="王秀兰", role="clerk",
        workplace="柜台", event=event, kind=kind, subject=subject, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return words_in(request.param)


def test_every_event_has_its_words_and_no_more() -> None:
    assert set(EVENTS) == {event.value for event in Event}
    assert len(set(EVENTS.values())) == len(EVENTS), "two events look the same"


def test_every_kind_of_events_has_its_name(words: Words) -> None:
    assert set(GROUP_NAMES) == set(GROUPS)
    assert len({group_words(group, words) for group in GROUPS}) == len(GROUPS)


@pytest.mark.parametrize("event", Event)
def test_chinese_is_chinese(event: Event) -> None:
    told = event_words(event.value, words_in("zh"))
    assert any("\u4e00" <= sign <= "\u9fff" for sign in told)


def test_labels_are_translated() -> None:
    chinese = words_in("zh")
    for context, table in (("LogFact", FACTS), ("LogKind", KINDS), ("LogValue", VALUES)):
        assert [text for text in table.values() if chinese(context, text) == text] == []


def test_before_and_after_stand_side_by_side() -> None:
    told = line(
        "settings.change", "setting", "idle_minutes", before={"value": "10"}, after={"value": "5"}
    )
    assert fact_rows(told, words_in("en"), NAMES) == (FactRow("Value", "10", "5"),)
    assert facts_text(told, words_in("zh"), NAMES) == "值：10 → 5"
    assert subject_words(told, words_in("en"), NAMES) != "idle_minutes"


def test_fields_are_told_by_their_labels() -> None:
    told = line("card.change", after={"fields": ["phone", "contacts#7.mobile"]})
    assert facts_text(told, words_in("zh"), NAMES) == "项目：电话、主要人物 #7 · 手机"


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ({"borrower": 3}, "借卡人：李明"),
        ({"borrower": 99}, "借卡人：99"),
        ({"classes": ["DC1", "DC3"]}, "资料类别：身份资料、经营资料"),
        ({"purpose": "phone_query"}, "用途：电话查询"),
        ({"emergency": True, "missing": []}, "应急：是；未归：无"),
        ({"outcome": "absent"}, "结果：客户不在"),
        ({"secrecy": "confidential"}, "密级：机密"),
        ({"role": "rep"}, "角色：业务员"),
        ({"columns": {"客户": "full_name"}}, "栏目：客户 = 客户全称"),
        ({"never_heard_of": 1}, "never_heard_of：1"),
    ],
)
def test_facts_read_as_the_office_says_them(fact: dict[str, object], told: str) -> None:
    assert facts_text(line(after=fact), words_in("zh"), NAMES) == told


def test_a_person_is_told_by_name_also_one_who_has_left() -> None:
    told = line("auth.login", "person", "3")
    assert subject_words(told, words_in("zh"), NAMES) == "李明"
    assert kind_words("person", words_in("zh")) == "人员"
    assert kind_words("", words_in("zh")) == ""


def test_a_line_without_facts_tells_none(words: Words) -> None:
    assert facts_text(line("auth.lock", "person", "3"), words, NAMES) == ""


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("why", "idle", "无人操作"),
        ("right", "export", "批量导出"),
        ("facts", ["receiver", "digest"], "领用人、请示内容校验值"),
    ],
)
def test_codes_are_told_in_words(key: str, value: object, told: str) -> None:
    (row,) = fact_rows(line(after={key: value}), words_in("zh"), NAMES)
    assert row.after == told
    assert row.label != key


def test_every_occasion_of_a_lock_has_its_words() -> None:
    chinese = words_in("zh")
    assert {"key", "idle", "minimised", "quit", "sleep", "screen_locked", "user_switch"} <= set(
        OCCASIONS
    )
    assert [text for text in OCCASIONS.values() if chinese("LogOccasion", text) == text] == []

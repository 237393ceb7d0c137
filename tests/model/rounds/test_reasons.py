"""Every reason has its words in both languages, and is kept as it was."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from model.rounds.plans_shown import Reason
from model.rounds.policy import policy_from
from model.rounds.reasons import WHY, WHY_NOT, moved_to, pack, reason_text, unpack
from model.rounds.score import Facts, score
from model.words import LANGUAGES, words_in
from tests.model.rounds.strategies import BUCKETS, facts

MONDAY = date(2026, 3, 16)
FACTS = {
    "days": 11, "interval": 7, "bucket": "d61_90", "on": "2026-03-13", "abc_class": "A",
    "percent": 48, "by": "王芳", "most": 12, "weekdays": [0, 3], "at": "14:00", "holder": "王芳",
    "rep": "王芳", "plan_no": "RB20260316-02",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [*WHY, *WHY_NOT])
def test_every_reason_has_its_words(code: str, language: str) -> None:
    told = reason_text(Reason(code, None, FACTS), words_in(language))
    assert told
    assert not re.search(r"[{}\[\]_]", told), told
    is_chinese = re.search("[\u4e00-\u9fff]", told.replace("王芳", ""))
    assert bool(is_chinese) is (language == "zh"), told


@pytest.mark.parametrize("bucket", [one for one in BUCKETS if one not in {"", "not_due"}])
def test_every_bucket_has_its_words(bucket: str) -> None:
    (part,) = score(Facts("C", MONDAY, bucket), MONDAY, policy_from({})).parts
    assert "_" not in reason_text(part, words_in("zh"))


def test_words_are_those_of_the_office() -> None:
    zh = words_in("zh")
    for reason, told in (
        (Reason("visit_due", None, {"days": 11, "interval": 7}), "距上次拜访 11 天，间隔 7 天"),
        (Reason("care_day"), "关怀日"),
        (Reason("not_route_day", None, {"weekdays": [0, 3]}), "线路日：周一、周四"),
        (Reason("debt_bucket", None, {"bucket": "d61_90"}), "欠款逾期 61–90天"),
    ):
        assert reason_text(reason, zh) == told


@given(facts(MONDAY))
def test_what_a_line_keeps_is_read_back_as_it_was(known: Facts) -> None:
    parts = score(known, MONDAY, policy_from({})).parts
    assert unpack(pack(parts)) == parts
    assert all(reason_text(part, words_in("en")) for part in parts)


def test_the_day_to_which_a_line_was_moved() -> None:
    reasons = [Reason("class", Decimal("20.0"), {"abc_class": "A"})]
    assert moved_to(pack(reasons)) is None
    reasons.append(Reason("moved_to", None, {"on": "2026-03-18"}))
    assert moved_to(pack(reasons)) == date(2026, 3, 18)

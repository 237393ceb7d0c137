"""Open proposals as each desk may see them: what is proposed beside what stands there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from model.cards.definition import CardKind
from model.cards.paths import path_label
from model.cards.private import clear_private
from model.cards.proposals import Proposed, open_proposals, proposals_of
from model.cards.tables import Proposal, ProposedChange
from model.cards.waiting_proposals import count_waiting
from model.errors import CabinetClosedError, NotAllowedError, WrongStateError
from model.words import words_in
from tests.conftest import NOW, Sit, make_card
from tests.model.cards.conftest import PRIVATE
from tests.model.cards.proposed import hand_in, lend, save, say, told


def numbers(proposals: list[Proposed]) -> list[str]:
    return [one.proposal_no for one in proposals]


def test_a_proposal_tells_who_handed_in_what_and_why(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "full_name": "陈美丽"})
    (one,) = open_proposals(sit("赵刚"), NOW)
    assert (one.proposal_no, one.card_no, one.name, one.kind) == (
        number, card, "陈美玲", CardKind.INDIVIDUAL,
    )  # fmt: skip
    assert (one.proposer, one.made_at, one.source, one.reason) == (
        "李明", NOW, "visit", "拜访时得知",
    )  # fmt: skip
    assert (one.version, one.is_own, one.is_open) == (3, False, True)
    assert [(line.path, line.old, line.text, line.now_value) for line in one.changes] == [
        ("email", "", "a@b.cn", ""), ("full_name", "陈美玲", "陈美丽", "陈美玲"),
    ]  # fmt: skip
    assert [line.protected for line in one.changes] == [False, True]


def test_each_desk_finds_what_it_may_decide_or_has_made(sit: Sit, card: str) -> None:
    other = make_card(sit, "金牛客户厂", "周涛", "028-85551009", "金牛", "钱进")
    mine = hand_in(sit, card, {"email": "a@b.cn"})
    theirs = hand_in(sit, other, {"likes": "守时"}, rep="周涛")
    protected = save(sit("孙丽"), card, {"full_name": "陈美丽"}).proposal_no
    seen = {
        name: numbers(open_proposals(sit(name), NOW))
        for name in ("李明", "王芳", "周涛", "孙丽", "王秀兰", "赵刚", "钱进", "张总")
    }
    assert seen == {
        "李明": [mine], "王芳": [], "周涛": [theirs], "孙丽": [mine, theirs, protected],
        "王秀兰": [mine, theirs], "赵刚": [mine, protected], "钱进": [theirs],
        "张总": [mine, theirs, protected],
    }  # fmt: skip
    assert numbers(open_proposals(sit("张总"), NOW, card_no=other)) == [theirs]


def test_the_clerk_sees_a_private_text_as_on_the_paper_and_not_what_the_card_says(
    sit: Sit, card: str
) -> None:
    number = hand_in(sit, card, {"hobbies": "书法", "contacts#1.hobbies": "麻将王"})
    desk = sit("王秀兰")
    for line in told(desk, card, number).values():
        assert (line.masked, line.old, line.now_value) == (True, "", "")
    assert [line.text for line in told(desk, card, number).values()] == ["书法", "麻将王"]
    for value in (*PRIVATE.values(), "'麻将'"):
        assert value not in repr(open_proposals(desk, NOW))

    say(desk, number, "accept")
    settled = told(desk, card, number)["hobbies"]
    assert (settled.state, settled.text, settled.masked) == ("accepted", "", True)
    seen = told(sit("赵刚"), card, number)["hobbies"]
    assert (seen.old, seen.text, seen.now_value) == ("钓鱼下棋", "书法", "书法")


def test_a_rep_sees_his_own_text_and_the_cards_only_while_he_holds_it(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"hobbies": "书法"})
    line = told(sit("李明"), card, number)["hobbies"]
    assert (line.masked, line.old, line.text, line.may_decide) == (True, "", "书法", False)
    lend(card, "李明")
    line = told(sit("李明"), card, number)["hobbies"]
    assert (line.masked, line.old, line.now_value) == (False, "钓鱼下棋", "钓鱼下棋")


def test_proposals_of_a_card_are_read_by_who_may_read_the_card(sit: Sit, card: str) -> None:
    texts = {"relationship_status": "abandoned"}
    number = save(sit("赵刚"), card, texts, reason="停业").proposal_no
    assert told(sit("李明"), card, number)["relationship_status"].text == "abandoned"
    for name in ("王芳", "钱进"):
        with pytest.raises(NotAllowedError):
            proposals_of(sit(name), card, NOW)


def test_settled_proposals_stay_with_the_card_newest_first(sit: Sit, card: str) -> None:
    first, second = (hand_in(sit, card, {"email": text}) for text in ("a@b.cn", "c@d.cn"))
    say(sit("王秀兰"), first, "reject", remark="无此邮箱")
    assert numbers(proposals_of(sit("李明"), card, NOW)) == [second, first]
    assert numbers(open_proposals(sit("王秀兰"), NOW)) == [second]


def test_rows_are_called_by_their_names(sit: Sit, card: str) -> None:
    hand_in(sit, card, {
        "contacts#1.title": "老板", "contacts#+1.name": "吴小姐", "contacts#+1.title": "会计",
        "competitor_sales#1": "",
    })  # fmt: skip
    (one,) = open_proposals(sit("王秀兰"), NOW)
    words = words_in("zh")
    assert [path_label(one.kind, line.path, words, one.rows) for line in one.changes] == [
        "主要人物 周经理 · 职务/头衔", "主要人物 吴小姐 · 姓名", "主要人物 吴小姐 · 职务/头衔",
        "竞品销售 对手牌",
    ]  # fmt: skip


def test_a_row_that_is_gone_keeps_its_number(sit: Sit, card: str) -> None:
    hand_in(sit, card, {"contacts#1.title": "老板"})
    save(sit("赵刚"), card, {"contacts#1": ""})
    (one,) = open_proposals(sit("王秀兰"), NOW)
    assert path_label(one.kind, "contacts#1.title", words_in("zh"), one.rows).startswith(
        "主要人物 #1"
    )
    assert one.changes[0].now_value == ""


def test_nothing_is_shown_before_opening_and_after_closing(sit: Sit, card: str) -> None:
    tomorrow = NOW + timedelta(days=1)
    for name in ("李明", "王秀兰", "赵刚", "张总"):
        with pytest.raises(CabinetClosedError):
            open_proposals(sit(name), tomorrow)
        with pytest.raises(CabinetClosedError):
            proposals_of(sit(name), card, tomorrow)


def test_many_proposals_are_read_with_few_questions(sit: Sit, card: str) -> None:
    hand_in(sit, card, {"email": "a@b.cn"})
    desk = sit("王秀兰")
    with count_queries() as few:
        open_proposals(desk, NOW)
    for number in range(5):
        hand_in(sit, card, {"email": f"a{number}@b.cn", "hobbies": f"书法{number}"})
    desk = sit("王秀兰")
    with count_queries() as many:
        assert len(open_proposals(desk, NOW)) == 6
    assert many.count == few.count


def test_what_was_cleared_on_request_is_in_no_proposal_any_more(sit: Sit, card: str) -> None:
    """E17: with what was asked about it; the rest of the proposal is decided as before."""
    number = hand_in(sit, card, {
        "hobbies": "书法", "problems": "压货",
        "contacts#+1.name": "吴小姐", "contacts#+1.hobbies": "游泳",
    })  # fmt: skip
    settled = hand_in(sit, card, {"hobbies": "太极"})
    say(sit("王秀兰"), number, "ask_back", "hobbies", remark="真爱书法？")
    say(sit("王秀兰"), settled, "reject", remark="不打太极")
    clear_private(sit("赵刚"), card, NOW, reason="客户来函")

    kept = repr([list(table.select().tuples()) for table in (Proposal, ProposedChange)])
    for value in ("书法", "游泳", "太极", "钓鱼"):
        assert value not in kept
    lines = told(sit("赵刚"), card, number)
    assert {path: line.state.value for path, line in lines.items()} == {
        "hobbies": "cleared", "problems": "pending",
        "contacts#+1.name": "pending", "contacts#+1.hobbies": "cleared",
    }  # fmt: skip
    assert told(sit("赵刚"), card, settled)["hobbies"].state == "rejected"
    with pytest.raises(WrongStateError):
        say(sit("赵刚"), number, "accept", "hobbies")
    assert say(sit("王秀兰"), number, "accept", "problems", "contacts#+1.name").open == 0


def test_a_proposal_of_private_facts_alone_is_closed_when_they_are_cleared(
    sit: Sit, card: str
) -> None:
    hand_in(sit, card, {"hobbies": "书法"})
    clear_private(sit("赵刚"), card, NOW, reason="客户来函")
    assert open_proposals(sit("王秀兰"), NOW) == []
    assert count_waiting(sit("王秀兰")) == 0

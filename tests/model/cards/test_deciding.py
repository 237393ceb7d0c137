"""Deciding on what was handed in: checked as if it were typed now, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from model.cards.custody import card_of
from model.cards.deciding import Decision, decide
from model.cards.proposals import open_proposals
from model.cards.proposing import save_card
from model.cards.revisions import history
from model.cards.tables import Contact, CustomerCard, NeedRow, Proposal, Revision
from model.errors import (
    BadInputError,
    CabinetClosedError,
    DuplicateCardError,
    NotAllowedError,
    NotFoundError,
    OvertakenError,
    ReasonNeededError,
    SamePersonError,
    WrongStateError,
)
from model.office.rights import Role
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW, PASSWORD, Sit, make_card
from tests.model.at_once import at_once
from tests.model.cards.proposed import (
    bring_home,
    hand_in,
    ids_of,
    lend,
    save,
    say,
    states_of,
    told,
)

CODE = "91350100M000100Y43"


def values(ref: str) -> dict[str, object]:
    return dict(card_of(ref).__data__)


def test_what_is_accepted_stands_on_the_card_as_the_reps_change(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "hobbies": "书法"})

    decided = say(sit("王秀兰"), number, "accept", "email")

    assert (decided.ref, decided.version, decided.open) == (card, 4, 1)
    assert (values(card)["email"], values(card)["hobbies"]) == ("a@b.cn", "钓鱼下棋")
    line = Revision.get(Revision.field == "email")
    assert (line.changed_by.name, line.accepted_by.name) == ("李明", "王秀兰")
    assert (line.source, line.reason, line.version) == ("visit", "拜访时得知", 4)
    assert values(card)["revision_no"] == 2
    assert states_of(number) == {"email": "accepted", "hobbies": "pending"}


def test_a_proposal_is_closed_with_its_last_line(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "hobbies": "书法"})
    desk = sit("王秀兰")
    say(desk, number, "accept", "email")
    assert [one.proposal_no for one in open_proposals(desk, NOW)] == [number]
    assert say(desk, number, "reject", "hobbies", remark="没有此事").open == 0
    assert open_proposals(desk, NOW) == []
    assert not Proposal.get().is_open


def test_what_is_rejected_or_asked_back_changes_nothing_and_says_why(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "hobbies": "书法"})
    before = values(card)
    desk = sit("王秀兰")
    say(desk, number, "reject", "email", remark="写错了")
    say(desk, number, "ask_back", "hobbies", remark="什么书法？")

    assert values(card) == before
    seen = told(sit("李明"), card, number)
    assert [(line.state.value, line.remark, line.decided_by) for line in seen.values()] == [
        ("rejected", "写错了", "王秀兰"), ("asked_back", "什么书法？", "王秀兰"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["reject", "ask_back"])
def test_nothing_is_rejected_or_asked_back_without_a_word(sit: Sit, card: str, kind: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn"})
    with pytest.raises(ReasonNeededError):
        say(sit("王秀兰"), number, kind, remark="  ")


def test_every_decision_is_logged_without_what_was_said(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "hobbies": "书法", "problems": "库存多"})
    ids = ids_of(number)
    decide(sit("王秀兰"), number, {
        ids["email"]: Decision("accept"), ids["hobbies"]: Decision("reject", "不爱书法"),
        ids["problems"]: Decision("ask_back", "确定吗？"),
    }, NOW)  # fmt: skip
    lines = list(AuditLine.select().order_by(AuditLine.no.desc()).limit(4))
    assert {(line.event, line.after, line.document) for line in lines} == {
        ("revision.accept", '{"fields": ["email"]}', number),
        ("revision.reject", '{"fields": ["hobbies"]}', number),
        ("revision.ask_back", '{"fields": ["problems"]}', number),
        ("card.change", '{"fields": ["email"]}', ""),
    }
    assert "书法" not in repr([line.__data__ for line in AuditLine.select()])


def test_nobody_decides_on_his_own(sit: Sit, card: str) -> None:
    number = save(sit("王秀兰"), card, {"full_name": "陈美丽"}).proposal_no
    with pytest.raises(SamePersonError):
        say(sit("王秀兰"), number, "accept")
    with pytest.raises(NotAllowedError):
        say(sit("孙丽"), number, "accept")
    say(sit("赵刚"), number, "accept")
    assert values(card)["full_name"] == "陈美丽"


def test_a_clerk_decides_on_what_is_not_protected_only(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "full_name": "陈美丽"})
    with pytest.raises(NotAllowedError) as error:
        say(sit("王秀兰"), number, "accept")
    assert error.value.values["may"] == (Role.SUPERVISOR, Role.MANAGER)
    assert states_of(number) == {"email": "pending", "full_name": "pending"}
    with pytest.raises(NotAllowedError):
        say(sit("王秀兰"), number, "reject", "full_name", remark="不对")
    say(sit("王秀兰"), number, "accept", "email")
    assert [one.proposal_no for one in open_proposals(sit("王秀兰"), NOW)] == []
    assert [one.proposal_no for one in open_proposals(sit("赵刚"), NOW)] == [number]


def test_a_supervisor_decides_for_his_own_team(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn"})
    with pytest.raises(NotAllowedError):
        say(sit("钱进"), number, "accept")
    assert open_proposals(sit("钱进"), NOW) == []
    assert say(sit("赵刚"), number, "accept").open == 0


@pytest.mark.parametrize(
    ("by", "path", "text", "may"),
    [
        ("李明", "email", "a@b.cn", "clerk supervisor manager"),
        ("李明", "full_name", "客户甲总厂", "supervisor manager"),
        ("李明", "reg_capital", "100", "clerk manager"),  # DC5: the supervisor proposes himself
        ("李明", "bank_account", "6222021234567890123", "manager"),
        ("李明", "relationship_status", "current", "supervisor manager"),
        ("李明", "relationship_status", "abandoned", "manager"),
        ("王秀兰", "trade_terms", "月结", "supervisor manager"),
        ("王秀兰", "rep", "王芳", "supervisor manager"),
        ("赵刚", "payment_attitude", "prompt", "clerk manager"),
        ("赵刚", "rep", "周涛", "manager"),
    ],
)
def test_who_decides_follows_from_what_changes(
    sit: Sit, firm: str, by: str, path: str, text: str, may: str
) -> None:
    if by == "李明":
        lend(firm, by)
    texts = {path: text} | ({"district": "金牛"} if text == "周涛" else {})
    number = save(sit(by), firm, texts, reason="说明").proposal_no
    bring_home(firm)

    line = told(sit("张总"), firm, number)[path]
    assert " ".join(line.who_decides) == may
    for name, role in (("孙丽", "clerk"), ("赵刚", "supervisor"), ("张总", "manager")):
        decides = told(sit(name), firm, number)[path].may_decide
        assert decides is (role in may.split() and name != by)
    if "supervisor" not in may and by != "赵刚":
        with pytest.raises(NotAllowedError):
            say(sit("赵刚"), number, "accept", path, remark="已核实")
    say(sit("张总"), number, "accept", remark="已核实")
    assert states_of(number)[path] == "accepted"


def test_a_handover_to_another_team_moves_rep_and_district_together(sit: Sit, firm: str) -> None:
    number = save(sit("王秀兰"), firm, {"rep": "周涛", "district": "金牛"}).proposal_no
    with pytest.raises(NotAllowedError):
        say(sit("赵刚"), number, "accept")
    with pytest.raises(BadInputError):
        say(sit("张总"), number, "accept", "rep")
    say(sit("张总"), number, "accept")
    assert (card_of(firm).rep.name, card_of(firm).district.name) == ("周涛", "金牛")


def test_nobody_is_handed_over_while_his_card_is_out(sit: Sit, firm: str) -> None:
    number = save(sit("王秀兰"), firm, {"rep": "王芳"}).proposal_no
    lend(firm, "李明")
    with pytest.raises(WrongStateError):
        say(sit("赵刚"), number, "accept")
    assert states_of(number) == {"rep": "pending"}


def test_a_bank_account_is_accepted_with_who_was_reached_on_the_old_number(
    sit: Sit, firm: str
) -> None:
    number = hand_in(sit, firm, {"bank_account": "6222021234567890123", "bank_name": "工行"})
    with pytest.raises(BadInputError) as error:
        say(sit("张总"), number, "accept", "bank_account")
    assert [(one.field, one.reason) for one in error.value.problems] == [
        ("bank_account", "call_back_first")
    ]
    say(sit("张总"), number, "accept", "bank_account", remark="旧号找到何文斌本人")
    assert told(sit("张总"), firm, number)["bank_account"].remark == "旧号找到何文斌本人"
    assert say(sit("王秀兰"), number, "accept", "bank_name").open == 0


def test_a_change_of_status_takes_its_reason_from_the_proposal(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"relationship_status": "future"})
    say(sit("赵刚"), number, "accept")
    line = Revision.get(Revision.field == "relationship_status")
    assert (line.new_value, line.reason) == ("future", "拜访时得知")
    assert AuditLine.select().where(AuditLine.event == "status.change").count() == 1


def test_without_a_reason_of_the_proposer_the_deciders_remark_is_the_reason(
    sit: Sit, firm: str
) -> None:
    lend(firm, "李明")
    number = save(sit("李明"), firm, {"relationship_status": "interrupted"}).proposal_no
    bring_home(firm)
    with pytest.raises(ReasonNeededError):
        say(sit("赵刚"), number, "accept")
    say(sit("赵刚"), number, "accept", remark="停业")
    assert Revision.get(Revision.field == "relationship_status").reason == "停业"


# --- what stands there by now ----------------------------------------------------------------


def test_a_field_that_was_changed_meanwhile_is_taken_only_when_the_decider_says_so(
    sit: Sit, card: str
) -> None:
    number = hand_in(sit, card, {"problems": "库存多", "email": "a@b.cn"})
    save(sit("赵刚"), card, {"problems": "回款慢"})
    desk = sit("王秀兰")

    line = told(desk, card, number)["problems"]
    assert (line.old, line.now_value, line.text, line.is_overtaken) == (
        "",
        "回款慢",
        "库存多",
        True,
    )
    assert not told(desk, card, number)["email"].is_overtaken
    with pytest.raises(OvertakenError) as error:
        say(desk, number, "accept")
    assert error.value.values == {"ref": card, "fields": ("problems",)}
    assert (values(card)["problems"], values(card)["email"]) == ("回款慢", None)

    say(desk, number, "accept", anyway=True)
    assert (values(card)["problems"], values(card)["email"]) == ("库存多", "a@b.cn")
    line = Revision.select().where(Revision.field == "problems").order_by(Revision.id.desc()).get()
    assert (line.old_value, line.new_value) == ("回款慢", "库存多")


def test_what_changed_after_the_decider_looked_is_never_written_over(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多", "email": "a@b.cn"})
    ids = ids_of(number)
    seen = open_proposals(sit("王秀兰"), NOW)[0].version
    save(sit("赵刚"), card, {"problems": "回款慢"})
    desk = sit("王秀兰")
    with pytest.raises(OvertakenError):
        decide(desk, number, {ids["problems"]: Decision("accept", anyway=True)}, NOW, version=seen)
    decide(desk, number, {ids["email"]: Decision("accept")}, NOW, version=seen)
    assert values(card)["email"] == "a@b.cn", "other fields do not matter"


def test_a_private_field_that_was_changed_meanwhile_shows_as_such_and_no_more(
    sit: Sit, card: str
) -> None:
    number = hand_in(sit, card, {"hobbies": "书法"})
    save(sit("赵刚"), card, {"hobbies": "太极"})
    line = told(sit("王秀兰"), card, number)["hobbies"]
    assert (line.old, line.now_value, line.text) == ("", "", "书法")
    assert (line.masked, line.is_overtaken) == (True, True)


def test_of_two_proposals_for_one_field_the_later_must_be_looked_at_again(
    sit: Sit, card: str
) -> None:
    first, second = (hand_in(sit, card, {"problems": text}) for text in ("库存多", "回款慢"))
    desk = sit("王秀兰")
    say(desk, first, "accept")
    with pytest.raises(OvertakenError):
        say(desk, second, "accept")
    say(desk, second, "accept", anyway=True)
    assert values(card)["problems"] == "回款慢"


def test_what_stands_there_already_is_accepted_without_a_change(sit: Sit, card: str) -> None:
    first, second = (hand_in(sit, card, {"problems": "库存多"}) for _ in range(2))
    desk = sit("王秀兰")
    say(desk, first, "accept")
    version = card_of(card).version
    assert say(desk, second, "accept").version == version
    assert states_of(second) == {"problems": "accepted"}


def test_acceptance_checks_again_and_a_refusal_changes_nothing(sit: Sit, firm: str) -> None:
    number = hand_in(sit, firm, {"uscc": CODE, "problems": "库存多"})
    other = make_card(sit, "客户乙厂", "王芳", "028-85551002", "武侯", "赵刚")
    save(sit("张总"), other, {"uscc": CODE})
    before = values(firm)
    with pytest.raises(DuplicateCardError) as error:
        say(sit("张总"), number, "accept")
    assert error.value.values["field"] == "uscc"
    assert values(firm) == before
    assert states_of(number) == {"uscc": "pending", "problems": "pending"}


def test_a_text_that_can_no_longer_be_taken_names_its_field(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"contacts#1.title": "老板", "problems": "库存多"})
    save(sit("赵刚"), card, {"contacts#1": ""})
    with pytest.raises(BadInputError) as error:
        say(sit("王秀兰"), number, "accept", anyway=True)
    assert [problem.field for problem in error.value.problems] == ["contacts#1.title"]
    assert values(card)["problems"] is None


def test_a_warning_is_ticked_by_the_decider_too(sit: Sit, firm: str) -> None:
    odd = CODE[:-1] + "4"
    lend(firm, "李明")
    version = card_of(firm).version
    ticked = frozenset({"uscc_check"})
    with pytest.raises(BadInputError):
        save_card(sit("李明"), firm, version, {"uscc": odd}, NOW)
    number = save_card(sit("李明"), firm, version, {"uscc": odd}, NOW, ticked=ticked).proposal_no
    bring_home(firm)
    decisions = {ids_of(number)["uscc"]: Decision("accept")}
    with pytest.raises(BadInputError):
        decide(sit("赵刚"), number, decisions, NOW)
    decide(sit("赵刚"), number, decisions, NOW, ticked=ticked)
    assert values(firm)["uscc"] == odd


# --- rows ------------------------------------------------------------------------------------


def test_a_new_row_is_accepted_whole(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {
        "contacts#+2.name": "吴小姐", "contacts#+2.mobile": "13900004444",
        "contacts#+1.name": "郑师傅", "needs#+1.description": "快到货",
    })  # fmt: skip
    say(sit("王秀兰"), number, "accept", "contacts#+2.mobile")

    rows = Contact.select().order_by(Contact.row_no)
    assert [(row.name, row.mobile) for row in rows][1:] == [("吴小姐", "13900004444")]
    states = states_of(number)
    assert states["contacts#+2.name"] == "accepted"
    assert states["contacts#+1.name"] == "pending"

    say(sit("王秀兰"), number, "accept", "contacts#+1.name", "needs#+1.description")
    assert (Contact.select().count(), NeedRow.get().description) == (3, "快到货")


def test_two_decisions_on_one_new_row_are_refused(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"needs#+1.description": "快到货", "needs#+1.importance": "5"})
    ids = ids_of(number)
    with pytest.raises(BadInputError) as error:
        decide(sit("王秀兰"), number, {
            ids["needs#+1.description"]: Decision("accept"),
            ids["needs#+1.importance"]: Decision("reject", "说不准"),
        }, NOW)  # fmt: skip
    assert error.value.problems[0].reason == "decided_apart"


def test_changed_cells_of_a_row_are_decided_apart_and_a_row_is_taken_out(
    sit: Sit, card: str
) -> None:
    number = hand_in(sit, card, {"contacts#1.title": "老板", "contacts#1.mobile": "13900005555",
                                 "competitor_sales#1": ""})  # fmt: skip
    desk = sit("王秀兰")
    line = told(desk, card, number)["competitor_sales#1"]
    assert (line.old, line.text, line.now_value) == ("对手牌", "", "对手牌")
    say(desk, number, "accept", "contacts#1.title", "competitor_sales#1")
    row = Contact.get()
    assert (row.title, row.mobile) == ("老板", "13900002222")
    assert not card_of(card).competitor_sales.count()


# --- once ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["accept", "reject"])
@pytest.mark.parametrize("again", ["accept", "reject", "ask_back"])
def test_nothing_is_decided_twice(sit: Sit, card: str, kind: str, again: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多"})
    say(sit("王秀兰"), number, kind, remark="说明")
    with pytest.raises(WrongStateError) as error:
        say(sit("赵刚"), number, again, remark="说明")
    assert error.value.values["ref"] == number


def test_what_was_asked_back_may_be_settled_without_an_answer(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多", "email": "a@b.cn"})
    desk = sit("王秀兰")
    say(desk, number, "ask_back", remark="确定吗？")
    with pytest.raises(WrongStateError):
        say(desk, number, "ask_back", remark="确定吗？")
    say(desk, number, "accept", "problems")
    say(desk, number, "reject", "email", remark="没有回音")
    assert states_of(number) == {"problems": "accepted", "email": "rejected"}


def test_only_lines_of_the_proposal_are_decided(sit: Sit, card: str) -> None:
    first, second = (hand_in(sit, card, {"problems": text}) for text in ("库存多", "回款慢"))
    desk = sit("王秀兰")
    with pytest.raises(NotFoundError):
        decide(desk, first, {ids_of(second)["problems"]: Decision("accept")}, NOW)
    with pytest.raises(NotFoundError):
        decide(desk, "XD999999", {1: Decision("accept")}, NOW)


def test_a_void_card_and_a_closed_cabinet_are_not_decided_on(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多"})
    decisions = {ids_of(number)["problems"]: Decision("accept")}
    with pytest.raises(CabinetClosedError):
        decide(sit("王秀兰"), number, decisions, NOW + timedelta(days=1))
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == card).execute()
    with pytest.raises(WrongStateError):
        decide(sit("王秀兰"), number, decisions, NOW)


def test_the_history_names_both(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多"})
    say(sit("王秀兰"), number, "accept")
    row = history(sit("王秀兰"), card, NOW)[0]
    assert (row.field, row.new, row.changed_by, row.source) == (
        "problems",
        "库存多",
        "李明",
        "visit",
    )


def test_two_desks_at_once_decide_a_line_once(cabinet: Path, sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"problems": "库存多"})
    id_ = ids_of(number)["problems"]
    code = f"""
from model.cards.deciding import Decision, decide
try:
    decide(desk, {number!r}, {{{id_}: Decision("accept")}}, NOW)
    print("done")
except CabinetError as error:
    print(error.code)
"""
    said = at_once(cabinet, PASSWORD, ("王秀兰", code), ("孙丽", code), ("赵刚", code))
    assert sorted(lines[-1] for lines in said) == ["done", "wrong_state", "wrong_state"]
    assert Revision.select().where(Revision.field == "problems").count() == 1

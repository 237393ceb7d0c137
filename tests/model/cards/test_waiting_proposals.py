"""How much waits of proposals, without a card being opened."""

from __future__ import annotations

from datetime import timedelta

from model.cards.answering import answer, withdraw
from model.cards.tables import CustomerCard
from model.cards.waiting_proposals import AskedBack, asked_back, count_waiting
from model.loans.reminders import reminders
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.model.cards.proposed import hand_in, save, say


def waiting(sit: Sit) -> dict[str, int]:
    names = ("李明", "王秀兰", "孙丽", "赵刚", "钱进", "张总")
    return {name: count_waiting(sit(name)) for name in names}


def test_each_desk_is_told_of_what_it_decides(sit: Sit, card: str) -> None:
    hand_in(sit, card, {"email": "a@b.cn", "hobbies": "书法"})
    save(sit("孙丽"), card, {"full_name": "陈美丽"})
    save(sit("赵刚"), card, {"relationship_status": "abandoned"}, reason="停业")
    assert waiting(sit) == {
        "李明": 0, "王秀兰": 1, "孙丽": 1, "赵刚": 2, "钱进": 0, "张总": 3,
    }  # fmt: skip


def test_a_handover_to_another_team_waits_for_the_manager(sit: Sit, firm: str) -> None:
    save(sit("王秀兰"), firm, {"rep": "周涛", "district": "金牛"})
    assert waiting(sit) == {
        "李明": 0, "王秀兰": 0, "孙丽": 0, "赵刚": 0, "钱进": 0, "张总": 1,
    }  # fmt: skip


def test_what_was_asked_back_waits_for_its_proposer(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "problems": "库存多"})
    say(sit("王秀兰"), number, "ask_back", remark="确定吗？")
    assert waiting(sit)["王秀兰"] == 0
    assert asked_back(sit("李明")) == [AskedBack(number, card, "陈美玲")]
    assert asked_back(sit("王芳")) == []
    answer(sit("李明"), number, {}, NOW)
    assert asked_back(sit("李明")) == []
    assert waiting(sit)["王秀兰"] == 1
    withdraw(sit("李明"), number, NOW)
    assert waiting(sit)["王秀兰"] == 0


def test_who_lost_the_customer_reads_no_name(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn"})
    say(sit("王秀兰"), number, "ask_back", remark="确定吗？")
    with writing():
        CustomerCard.update(rep=Person.get(Person.name == "王芳")).where(
            CustomerCard.card_no == card
        ).execute()
    assert asked_back(sit("李明")) == [AskedBack(number, card, "")]


def test_void_cards_have_nothing_that_waits(sit: Sit, card: str) -> None:
    hand_in(sit, card, {"email": "a@b.cn"})
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == card).execute()
    assert waiting(sit)["王秀兰"] == 0


def test_the_reminders_tell_of_them_before_the_cabinet_is_open_too(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"email": "a@b.cn", "problems": "库存多"})
    say(sit("王秀兰"), number, "ask_back", "email", remark="确定吗？")
    tomorrow = NOW + timedelta(days=3)
    (back,) = reminders(sit("李明"), tomorrow)
    assert (back.code, back.card_no, back.name) == ("asked_back", card, "陈美玲")
    assert back.facts == {"proposal_no": number}
    for name in ("王秀兰", "赵刚"):
        (one,) = reminders(sit(name), tomorrow)
        assert (one.code, one.facts) == ("proposals_wait", {"count": 1})

"""The proposer answers what was asked back, or takes his proposal back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.answering import answer, withdraw
from model.cards.custody import card_of
from model.cards.proposals import open_proposals
from model.cards.tables import Contact, CustomerCard, Proposal
from model.errors import (
    BadInputError,
    CabinetClosedError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.model.cards.proposed import hand_in, save, say, states_of, told


@pytest.fixture
def asked(sit: Sit, card: str) -> str:
    """A proposal of which one of two lines was asked back; its card is home."""
    number = hand_in(sit, card, {"problems": "库存多", "email": "a@b.cn"})
    say(sit("王秀兰"), number, "ask_back", "problems", remark="多少？")
    return number


def test_what_is_answered_waits_again_as_corrected(sit: Sit, card: str, asked: str) -> None:
    save(sit("赵刚"), card, {"problems": "回款慢"})
    saved = answer(sit("李明"), asked, {"problems": "库存三个月"}, NOW)

    assert (saved.proposal_no, saved.proposed, saved.version) == (asked, ("problems",), 4)
    assert states_of(asked) == {"problems": "pending", "email": "pending"}
    line = told(sit("王秀兰"), card, asked)["problems"]
    assert (line.old, line.text, line.remark) == ("回款慢", "库存三个月", "多少？")
    assert not line.is_overtaken, "he answered with the card as it is now"
    assert say(sit("王秀兰"), asked, "accept").open == 0
    assert card_of(card).__data__["problems"] == "库存三个月"


def test_an_answer_may_leave_the_text_as_it_was(sit: Sit, card: str, asked: str) -> None:
    answer(sit("李明"), asked, {}, NOW)
    assert told(sit("王秀兰"), card, asked)["problems"].text == "库存多"


def test_an_answer_is_checked_like_typing(sit: Sit, asked: str) -> None:
    with pytest.raises(BadInputError):
        answer(sit("李明"), asked, {"problems": "库" * 400}, NOW)
    assert states_of(asked)["problems"] == "asked_back"


def test_only_what_was_asked_back_is_answered(sit: Sit, card: str, asked: str) -> None:
    with pytest.raises(NotFoundError):
        answer(sit("李明"), asked, {"email": "c@d.cn"}, NOW)
    answer(sit("李明"), asked, {}, NOW)
    with pytest.raises(WrongStateError):
        answer(sit("李明"), asked, {}, NOW)


def test_a_new_row_is_answered_with_more_of_its_columns(sit: Sit, card: str) -> None:
    number = hand_in(sit, card, {"contacts#+1.name": "吴小姐"})
    say(sit("王秀兰"), number, "ask_back", remark="电话？")
    answer(sit("李明"), number, {"contacts#+1.mobile": "13900004444"}, NOW)
    say(sit("王秀兰"), number, "accept", "contacts#+1.name")
    row = Contact.select().order_by(Contact.row_no.desc()).get()
    assert (row.name, row.mobile) == ("吴小姐", "13900004444")


def test_nobody_answers_or_takes_back_for_another(sit: Sit, asked: str) -> None:
    for name in ("王芳", "王秀兰", "赵刚"):
        with pytest.raises(NotAllowedError):
            answer(sit(name), asked, {}, NOW)
        with pytest.raises(NotAllowedError):
            withdraw(sit(name), asked, NOW)


def test_who_lost_the_customer_answers_no_more_but_may_take_back(
    sit: Sit, card: str, asked: str
) -> None:
    with writing():
        CustomerCard.update(rep=Person.get(Person.name == "王芳")).where(
            CustomerCard.card_no == card
        ).execute()
    with pytest.raises(NotAllowedError):
        answer(sit("李明"), asked, {}, NOW)
    withdraw(sit("李明"), asked, NOW)
    assert set(states_of(asked).values()) == {"withdrawn"}


def test_full_cards_are_answered_for_between_opening_and_closing_only(sit: Sit, asked: str) -> None:
    with pytest.raises(CabinetClosedError):
        answer(sit("李明"), asked, {}, NOW + timedelta(days=1))


def test_what_is_taken_back_is_closed_and_changes_nothing(sit: Sit, card: str, asked: str) -> None:
    before = card_of(card).__data__
    withdraw(sit("李明"), asked, NOW)

    assert set(states_of(asked).values()) == {"withdrawn"}
    assert (card_of(card).__data__, Proposal.get().is_open) == (before, False)
    assert open_proposals(sit("王秀兰"), NOW) == []
    line = AuditLine.select().where(AuditLine.event == "revision.withdraw").get()
    assert (line.subject, line.after) == (card, '{"fields": ["email", "problems"]}')
    with pytest.raises(WrongStateError):
        withdraw(sit("李明"), asked, NOW)
    with pytest.raises(WrongStateError):
        say(sit("王秀兰"), asked, "accept", "email")


def test_what_was_settled_before_stays_settled_when_the_rest_is_taken_back(
    sit: Sit, card: str, asked: str
) -> None:
    say(sit("王秀兰"), asked, "accept", "email")
    withdraw(sit("李明"), asked, NOW)
    assert states_of(asked) == {"problems": "withdrawn", "email": "accepted"}
    assert card_of(card).__data__["email"] == "a@b.cn"

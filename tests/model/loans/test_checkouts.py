"""Today's cards out: whole or not at all, to one borrower, by the approved plan."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from model.cards.tables import CustodyState, CustomerCard, Loan, Reservation
from model.errors import (
    BorrowerBlockedError,
    CabinetClosedError,
    CardOutError,
    NoPlanError,
    NotAllowedError,
    NotFoundError,
    NotOnPlanError,
    TooManyCardsError,
    WrongRepError,
)
from model.loans import checkouts
from model.loans.checkouts import check_out, check_out_all, tick_read
from model.loans.closing import close_cabinet
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.office import office_settings
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.planning import strike_line
from model.rounds.tables import PlanLine
from model.storage.database import writing
from tests.conftest import NOW, PASSWORD, TODAY, Sit
from tests.model.at_once import at_once
from tests.model.loans.conftest import KEEPER, approve_rows

DUE = NOW.replace(hour=18, minute=0)
EVENING = NOW.replace(hour=17)


def refusal(error: CardOutError) -> list[tuple[str, str, str]]:
    """Card, state and holder of each card that could not go out."""
    cards: Any = error.values["cards"]
    return [(card["card_no"], card["state"], card["holder"]) for card in cards]


def set_state(card_no: str, state: str) -> None:
    """Put a card where no act of this version puts it."""
    with writing():
        CustomerCard.update(custody_state=state).where(CustomerCard.card_no == card_no).execute()


def hand_over(card_no: str, to: str) -> None:
    """A customer gets another rep."""
    with writing():
        rep = Person.get(Person.name == to)
        CustomerCard.update(rep=rep).where(CustomerCard.card_no == card_no).execute()


def set_line(card_no: str, state: str) -> None:
    """Change the state of the lines of one card."""
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == card_no)
        PlanLine.update(state=state).where(PlanLine.card == card).execute()


def last_lines(count: int) -> list[AuditLine]:
    """The last lines of the log, in order."""
    return list(AuditLine.select().order_by(AuditLine.no.desc()).limit(count))[::-1]


def test_a_plan_goes_out_whole(desk: Desk, plan: str, cards: list[str]) -> None:
    out = check_out(desk, "李明", NOW)
    assert [(card.card_no, card.loan_no) for card in out] == list(
        zip(cards[:3], (1, 2, 3), strict=True)
    )
    assert {(card.borrower, card.plan_no, card.issued_at, card.due_at) for card in out} == {
        ("李明", plan, NOW, DUE)
    }
    rep = Person.get(Person.name == "李明")
    stored = {card.card_no: card for card in CustomerCard.select()}
    for card_no in cards[:3]:
        card = stored[card_no]
        assert (card.custody_state, card.holder_id, card.due_at) == ("out", rep.id, DUE)
    assert {stored[card_no].custody_state for card_no in cards[3:]} == {"in_cabinet"}
    assert Reservation.select().count() == 0


@pytest.mark.usefixtures("plan")
def test_cards_come_in_drawer_order(desk: Desk, cards: list[str]) -> None:
    with writing():
        CustomerCard.update(drawer_no=92).where(CustomerCard.card_no == cards[0]).execute()
        CustomerCard.update(drawer_no=2).where(CustomerCard.card_no == cards[1]).execute()
        CustomerCard.update(drawer_no=90).where(CustomerCard.card_no == cards[2]).execute()
    out = check_out(desk, "李明", NOW)
    assert [card.card_no for card in out] == [cards[1], cards[2], cards[0]]
    assert [card.loan_no for card in out] == [1, 2, 3]


def test_each_card_leaves_its_line_in_the_log(desk: Desk, plan: str, cards: list[str]) -> None:
    check_out(desk, "3", NOW)
    lines = last_lines(3)
    assert [(line.event, line.subject) for line in lines] == [
        ("loan.issue", card_no) for card_no in cards[:3]
    ]
    assert {line.document for line in lines} == {plan}
    assert lines[1].after == '{"borrower": 3, "due": "2026-11-20 18:00:00", "loan_no": 2}'


@pytest.mark.usefixtures("plan")
def test_only_named_lines_go_out_and_the_rest_later(desk: Desk, cards: list[str]) -> None:
    first = check_out(desk, "李明", NOW, card_nos=[f" {cards[1].lower()} ", cards[1]])
    assert [card.card_no for card in first] == [cards[1]]
    rest = check_out(desk, "李明", NOW)
    assert [card.card_no for card in rest] == [cards[0], cards[2]]


@pytest.mark.usefixtures("plan")
def test_a_card_that_came_home_goes_out_again_only_when_named(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW)
    take_back(desk, "李明", [Return(card, "no_record") for card in cards[:3]], EVENING)
    assert check_out(desk, "李明", EVENING) == []
    again = check_out(desk, "李明", EVENING, card_nos=cards[:1])
    assert [card.loan_no for card in again] == [4]


@pytest.mark.usefixtures("plan")
def test_a_second_checkout_says_who_has_them(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW)
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", NOW)
    assert refusal(refused.value) == [(card, "out", "李明") for card in cards[:3]]
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", NOW, card_nos=cards[:1])
    cards_told: Any = refused.value.values["cards"]
    assert cards_told[0]["since"] == NOW


@pytest.mark.parametrize("state", ["sealed", "lost", "void"])
@pytest.mark.usefixtures("plan")
def test_one_card_that_cannot_go_means_none_goes(desk: Desk, cards: list[str], state: str) -> None:
    set_state(cards[1], state)
    before = last_lines(1)[0].no
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", NOW)
    assert refusal(refused.value) == [(cards[1], state, "")]
    assert Loan.select().count() == 0
    assert Reservation.select().count() == 3
    assert last_lines(1)[0].no == before
    set_line(cards[1], "cancelled")
    assert [card.card_no for card in check_out(desk, "李明", NOW)] == [cards[0], cards[2]]


@pytest.mark.usefixtures("plan")
def test_every_card_that_cannot_go_is_named(desk: Desk, cards: list[str]) -> None:
    set_state(cards[0], "lost")
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == cards[2])
        wang = Person.get(Person.name == "王芳")
        Reservation.update(borrower=wang).where(Reservation.card == card).execute()
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", NOW)
    assert refusal(refused.value) == [(cards[0], "lost", ""), (cards[2], "reserved", "王芳")]


def test_a_card_that_another_has_kept_overnight_is_overdue_with_him(
    desk: Desk, cards: list[str]
) -> None:
    approve_rows(desk, "王芳", cards[3:4])
    check_out(desk, "王芳", NOW)
    hand_over(cards[3], "李明")
    tomorrow = NOW + timedelta(days=1)
    approve_rows(desk, "李明", cards[3:4], tomorrow.date())
    open_cabinet(desk, tomorrow)
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", tomorrow)
    assert refusal(refused.value) == [(cards[3], "overdue", "王芳")]


def test_a_card_reserved_for_another_day_goes_out_today(
    desk: Desk, plan: str, cards: list[str]
) -> None:
    del plan
    approve_rows(desk, "王芳", cards[:1], TODAY + timedelta(days=3))
    assert len(check_out(desk, "李明", NOW)) == 3
    assert Reservation.select().count() == 1


@pytest.mark.usefixtures("plan")
def test_a_customer_handed_over_since_the_approval_is_struck_first(
    desk: Desk, cards: list[str]
) -> None:
    hand_over(cards[0], "周涛")
    with pytest.raises(WrongRepError) as caught:
        check_out(desk, "李明", NOW)
    assert caught.value.values == {"ref": cards[0], "rep": "李明"}
    assert Loan.select().count() == 0
    strike_line(desk, "RB20261120-03", cards[0], "客户已移交", NOW)
    assert [card.card_no for card in check_out(desk, "李明", NOW)] == cards[1:3]


def test_no_approved_plan_of_today(desk: Desk, cards: list[str]) -> None:
    approve_rows(desk, "李明", cards[:1], state="draft")
    approve_rows(desk, "王芳", cards[3:4], TODAY + timedelta(days=1))
    for rep in ("李明", "王芳", "周涛"):
        with pytest.raises(NoPlanError) as refused:
            check_out(desk, rep, NOW)
        assert refused.value.values == {"rep": rep, "day": TODAY}
    with pytest.raises(NotFoundError):
        check_out(desk, "无名", NOW)


def test_cards_that_are_not_on_the_plan(desk: Desk, plan: str, cards: list[str]) -> None:
    set_line(cards[1], "rescheduled")
    with pytest.raises(NotOnPlanError) as refused:
        check_out(desk, "李明", NOW, card_nos=[*cards[:2], cards[4], "Q77777"])
    assert refused.value.values == {
        "plan_no": plan,
        "card_nos": [cards[1], cards[4], "Q77777"],
    }


@pytest.mark.usefixtures("plan")
def test_what_he_holds_counts_toward_the_limit(desk: Desk, cards: list[str], sit: Sit) -> None:
    office_settings.change_setting(sit("张总"), "most_cards", "2", NOW)
    desk = sit(KEEPER)
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    with pytest.raises(TooManyCardsError) as refused:
        check_out(desk, "李明", NOW)
    assert refused.value.values == {"borrower": "李明", "held": 1, "wanted": 2, "limit": 2}
    assert len(check_out(desk, "李明", NOW, card_nos=cards[1:2])) == 1


@pytest.mark.usefixtures("plan")
def test_a_rep_with_an_overdue_card_gets_none(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    late = DUE + timedelta(minutes=1)
    with pytest.raises(BorrowerBlockedError) as refused:
        check_out(desk, "李明", late)
    assert refused.value.values == {"borrower": "李明", "overdue": (cards[0],), "missing": ()}
    assert last_lines(1)[0].event == "loan.overdue"


@pytest.mark.usefixtures("plan")
def test_before_opening_and_after_closing_nothing_goes_out(desk: Desk, cards: list[str]) -> None:
    close_cabinet(desk, [], NOW)
    for act in (
        lambda: check_out(desk, "李明", NOW),
        lambda: check_out_all(desk, ["李明"], NOW),
    ):
        with pytest.raises(CabinetClosedError):
            act()
    assert cards


@pytest.mark.parametrize(
    ("issued", "due"),
    [
        (datetime(2026, 11, 20, 8, 30), datetime(2026, 11, 20, 18, 0)),
        (datetime(2026, 11, 20, 17, 59, 59), datetime(2026, 11, 20, 18, 0)),
        (datetime(2026, 11, 20, 18, 0), datetime(2026, 11, 20, 23, 59, 59)),
        (datetime(2026, 11, 20, 21, 0), datetime(2026, 11, 20, 23, 59, 59)),
    ],
)
@pytest.mark.usefixtures("plan")
def test_a_card_is_never_lent_for_tomorrow(desk: Desk, issued: datetime, due: datetime) -> None:
    assert {card.due_at for card in check_out(desk, "李明", issued)} == {due}


@pytest.mark.usefixtures("plan")
def test_the_due_time_is_the_offices_own(desk: Desk, sit: Sit) -> None:
    office_settings.change_setting(sit("张总"), "due_time", "17:30", NOW)
    out = check_out(sit(KEEPER), "李明", NOW)
    assert {card.due_at for card in out} == {NOW.replace(hour=17, minute=30)}


@pytest.mark.usefixtures("plan")
def test_reading_at_the_counter_ticks_every_card_of_the_set(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    check_out(desk, "李明", NOW, card_nos=cards[1:3], read=True)
    read = {loan.card.card_no: loan.read_before for loan in Loan.select()}
    assert read == {cards[0]: False, cards[1]: True, cards[2]: True}
    assert PlanLine.select().where(PlanLine.read_at == NOW).count() == 2


# --- 已阅 ------------------------------------------------------------------------------------


def test_a_card_read_before_is_ticked_on_the_loan(
    desk: Desk, plan: str, cards: list[str], sit: Sit
) -> None:
    del desk
    tick_read(sit("李明"), plan.lower(), cards[0], NOW)
    tick_read(sit("李明"), plan, cards[0], EVENING)
    assert [line.read_at for line in PlanLine.select().where(PlanLine.read_at != None)] == [NOW]  # noqa: E711
    told = [line.after for line in AuditLine.select().where(AuditLine.event == "plan.change")]
    assert told == ['{"card_no": "Q00001", "what": "read"}']
    check_out(sit(KEEPER), "李明", NOW)
    assert [loan.read_before for loan in Loan.select().order_by(Loan.id)] == [True, False, False]


def test_only_his_own_plan_is_ticked(plan: str, cards: list[str], sit: Sit) -> None:
    for name in ("王芳", "钱进"):
        with pytest.raises(NotAllowedError):
            tick_read(sit(name), plan, cards[0], NOW)
    with pytest.raises(NotOnPlanError):
        tick_read(sit("李明"), plan, cards[4], NOW)
    with pytest.raises(NotFoundError):
        tick_read(sit("李明"), "RB20261120-99", cards[0], NOW)


# --- everybody who waits ---------------------------------------------------------------------


def test_all_go_in_one_act_each_whole_or_not_at_all(
    desk: Desk, plan: str, cards: list[str]
) -> None:
    approve_rows(desk, "王芳", cards[3:4])
    approve_rows(desk, "周涛", cards[4:5])
    set_state(cards[3], "lost")
    told: list[tuple[int, int]] = []
    done = check_out_all(
        desk, ["李明", "王芳", "周涛", "无名"], NOW, progress=lambda *step: told.append(step)
    )
    assert [card.card_no for card in done.out] == [*cards[:3], cards[4]]
    assert [(rep, error.code) for rep, error in done.refused] == [
        ("王芳", "card_out"),
        ("无名", "not_found"),
    ]
    assert told[-1] == (4, 4)
    assert plan in {card.plan_no for card in done.out}


@pytest.mark.usefixtures("plan")
def test_a_stop_in_the_middle_undoes_everything(desk: Desk) -> None:
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StopError

    before = last_lines(1)[0].no
    with pytest.raises(StopError):
        check_out(desk, "李明", NOW, progress=stop)
    assert Loan.select().count() == 0
    assert CustomerCard.select().where(CustomerCard.custody_state == CustodyState.OUT).count() == 0
    assert last_lines(1)[0].no == before
    assert [card.loan_no for card in check_out(desk, "李明", NOW)] == [1, 2, 3]


# --- two desks at once -----------------------------------------------------------------------


@pytest.mark.usefixtures("plan")
def test_the_index_decides_where_the_engine_lets_two_through(
    desk: Desk, cards: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on an engine where the second desk does not wait: it has not seen the first one's loan."""
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    monkeypatch.setattr(checkouts, "open_loans", list)
    set_state(cards[0], "in_cabinet")
    with pytest.raises(CardOutError) as refused:
        check_out(desk, "李明", NOW, card_nos=cards[:2])
    assert [card[0] for card in refusal(refused.value)] == cards[:2]
    assert Loan.select().count() == 1


TRY = """
from model.loans.checkouts import check_out
try:
    print("out", len(check_out(desk, "李明", NOW)))
except CabinetError as error:
    print(error.code, *sorted({card["holder"] for card in error.values["cards"]}))
"""


@pytest.mark.usefixtures("plan")
def test_twenty_programs_at_once_hand_a_plan_out_once(desk: Desk) -> None:
    told = at_once(desk.cabinet, PASSWORD, *[(KEEPER, TRY)] * 20)
    assert sorted(line for (line,) in told) == ["card_out 李明"] * 19 + ["out 3"]
    assert Loan.select().count() == 3

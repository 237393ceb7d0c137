"""The day at a glance: each rep's plan, cards out and home, and what is in his way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from model.errors import NotAllowedError, NotFoundError
from model.loans import blocks, board, open_loans, register_rows
from model.loans.blocks import Block
from model.loans.board import RepDay, day_board, rep_day
from model.loans.checkouts import check_out
from model.loans.corrections import correct_loan
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.rounds.tables import PlanLine
from model.rounds.visits import VisitEntry, record_visit
from model.storage.database import database, writing
from model.storage.prepared import Prepared
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import approve_rows

EVENING = NOW.replace(hour=17)
LATE = NOW.replace(hour=19)
MONDAY = NOW + timedelta(days=3)
IDLE = RepDay("李明", 3, "一队", "", "", 0, 0, 0, 0, 0, 0, Block(), "")


def of(desk: Desk, rep: str, now: object = NOW) -> RepDay:
    """One rep's line of the board."""
    return next(one for one in day_board(desk, now).reps if one.rep == rep)  # type: ignore[arg-type]


def test_a_day_from_plan_to_home(desk: Desk, cards: list[str]) -> None:
    assert of(desk, "李明") == IDLE
    plan_no = approve_rows(desk, "李明", cards[:3])
    waiting = replace(
        IDLE, plan_no=plan_no, plan_state="approved", visits=3, to_go=3, leaves_at="09:00"
    )
    assert of(desk, "李明") == waiting
    assert waiting.waiting == 3
    assert replace(waiting, plan_state="draft").waiting == 0
    assert replace(waiting, block=Block(missing=("Q00001",))).waiting == 0
    assert replace(waiting, block=Block(missing=("Q00001",), lifted=True)).waiting == 3
    check_out(desk, "李明", NOW, card_nos=cards[:2])
    assert of(desk, "李明") == replace(waiting, to_go=1, out=2)
    assert of(desk, "李明", LATE).overdue == 2
    assert of(desk, "李明", LATE).block == Block(tuple(cards[:2]))
    take_back(desk, "李明", [Return(cards[0], "no_record")], EVENING)
    assert of(desk, "李明") == replace(waiting, to_go=1, out=1, home=1, missing_records=1)
    assert of(desk, "王芳") == replace(IDLE, rep="王芳", staff_no=4)


def test_corrected_lines_count_nowhere(desk: Desk, plan: str) -> None:
    del plan
    check_out(desk, "李明", NOW)
    correct_loan(desk, 1, "拿错了卡", NOW)
    assert (of(desk, "李明").out, of(desk, "李明").home, of(desk, "李明").to_go) == (2, 0, 1)


def test_struck_lines_are_no_visits(desk: Desk, plan: str) -> None:
    del plan
    with writing():
        PlanLine.update(state="cancelled").where(PlanLine.seq == 1).execute()
    assert (of(desk, "李明").visits, of(desk, "李明").to_go) == (2, 2)


def test_it_knows_when_the_first_visit_has_him_leave(desk: Desk, plan: str) -> None:
    del plan
    with writing():
        PlanLine.update(starts_at="10:10").where(PlanLine.seq == 1).execute()
    assert of(desk, "李明").leaves_at == "09:50"


def test_cards_of_yesterday_are_still_his(desk: Desk, plan: str, cards: list[str]) -> None:
    del plan
    check_out(desk, "李明", NOW)
    found = of(desk, "李明", MONDAY)
    assert (found.plan_no, found.out, found.overdue, found.home) == ("", 3, 3, 0)
    detail = rep_day(desk, "李明", MONDAY)
    assert [(card.card_no, card.overdue, card.day) for card in detail.away] == [
        (card_no, True, TODAY) for card_no in cards[:3]
    ]
    assert detail.plan is None


def test_one_reps_day_has_his_plan_and_his_cards(
    desk: Desk, plan: str, cards: list[str], sit: Sit
) -> None:
    check_out(desk, "李明", NOW)
    record_visit(sit("李明"), VisitEntry(cards[1], "李明", TODAY, {"visited": "好"}), EVENING)
    detail = rep_day(sit("李明"), "3", EVENING)
    assert detail.plan is not None
    assert detail.plan.plan_no == plan == detail.rep_day.plan_no
    assert [line.state for line in detail.plan.lines] == ["planned", "visited", "planned"]
    assert [(card.card_no, card.has_record, card.loan_no) for card in detail.away] == [
        (cards[0], False, 1), (cards[1], True, 2), (cards[2], False, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("李明", ["李明"]),
        ("赵刚", ["李明", "王芳"]),
        ("钱进", ["周涛"]),
        ("孙丽", ["李明", "王芳", "周涛"]),
        ("张总", ["李明", "王芳", "周涛"]),
    ],
)
def test_whose_day_each_desk_sees(sit: Sit, name: str, seen: list[str]) -> None:
    assert [rep.rep for rep in day_board(sit(name), NOW).reps] == seen
    for rep in ("李明", "王芳", "周涛"):
        if rep in seen:
            assert rep_day(sit(name), rep, NOW).rep_day.rep == rep
        else:
            with pytest.raises(NotAllowedError):
                rep_day(sit(name), rep, NOW)


def test_it_says_whether_the_cabinet_is_open(clerk: Desk, opened: Desk) -> None:
    del clerk
    assert day_board(opened, NOW).is_open
    assert not day_board(opened, MONDAY).is_open
    with pytest.raises(NotFoundError):
        rep_day(opened, "孙丽", NOW)


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize("module", [open_loans, blocks, board, register_rows])
def test_no_question_of_the_day_walks_through_past_loans(module: object) -> None:
    """The engine's own plan of each query: the loans of years are never read in a row."""
    looked_at = 0
    for query in vars(module).values():
        if not isinstance(query, Prepared):
            continue
        if not query._sql:
            query._write()
        holes = [None] * query._sql.count("?")
        plan = database.execute_sql(f"EXPLAIN QUERY PLAN {query._sql}", holes).fetchall()
        alias = "t1" if '"loan" AS "t1"' in query._sql else "loan"
        walked = [step[3] for step in plan if step[3].startswith(f"SCAN {alias}")]
        assert all("USING INDEX loan_" in step for step in walked), (query._sql, walked)
        assert not any("day<?" in step[3] for step in plan), plan
        assert not any(step[3].startswith("SCAN t2") for step in plan if alias == "t1"), plan
        looked_at += alias == "t1"
    assert looked_at

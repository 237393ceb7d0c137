"""What `verify` must notice on plans and reservations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from model.office.desk import Desk
from model.rounds import invariants
from model.rounds.approval import approve, approve_on_paper, confirm
from model.rounds.planning import add_line, make_plan, move_line, set_purpose, strike_line
from model.sentences.faults import fault_sentence
from model.storage.cabinet import database_path
from model.storage.database import open_connection, reading
from model.words import LANGUAGES, words_in
from tests.conftest import NOW, TODAY, Sit
from tests.model.rounds.conftest import PutCard

Sql = Callable[[str], None]
LI, WANG, ZHOU = "RB20261120-01", "RB20261120-02", "RB20261120-03"


@pytest.fixture
def desk(sit: Sit, put_card: PutCard) -> Desk:
    """李明's plan is approved and changed, 王芳's approved on paper, 周涛's a draft."""
    for number, rep in ((1, "李明"), (2, "李明"), (3, "王芳"), (4, "周涛"), (5, "李明")):
        put_card(number, rep=rep, district="金牛" if rep == "周涛" else "武侯")
    clerk = sit("王秀兰")
    for rep in ("李明", "王芳", "周涛"):
        make_plan(clerk, rep, TODAY, NOW)
    strike_line(clerk, LI, "Q00005", "客户改约", NOW, to=TODAY + timedelta(1))
    approve_on_paper(clerk, [WANG], "赵刚", NOW)
    supervisor = sit("赵刚")
    confirm(supervisor, WANG, NOW)
    approve(supervisor, [LI], NOW)
    add_line(supervisor, LI, "Q00005", NOW, appointment="15:00")
    move_line(supervisor, LI, "Q00005", 1, NOW)
    set_purpose(supervisor, LI, "Q00001", ["order", "survey"], "", NOW)
    strike_line(supervisor, LI, "Q00002", "客户出差", NOW)
    return sit("王秀兰")


@pytest.fixture
def sql(desk: Desk) -> Iterator[Sql]:
    with closing(open_connection(database_path(desk.cabinet), desk.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        yield lambda statement: opened.execute(statement) and None


def found() -> list[tuple[str, dict[str, object]]]:
    with reading():
        return list(invariants.faults())


@pytest.mark.usefixtures("desk")
def test_ordinary_planning_breaks_nothing() -> None:
    assert found() == []


PLAN = f"WHERE plan_no = '{LI}'"
DRAFT = f"WHERE plan_no = '{ZHOU}'"
LINE = "WHERE card_id = (SELECT id FROM customer_card WHERE card_no = 'Q00001')"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (f"UPDATE daily_plan SET plan_date = '2026-11-21' {DRAFT}", "plan_number"),
        (f"UPDATE daily_plan SET approved_by_id = NULL {PLAN}", "plan_approval"),
        (f"UPDATE daily_plan SET approved_at = NULL {PLAN}", "plan_approval"),
        (f"UPDATE daily_plan SET confirmed_at = approved_at {PLAN}", "plan_approval"),
        (f"UPDATE daily_plan SET recorded_by_id = 1 {DRAFT}", "plan_approval"),
        (f"UPDATE daily_plan SET state = 'approved', approved_by_id = 1,"
         f" approved_at = '2026-11-20 08:30:00' {DRAFT}", "plan_approval"),
        (f"UPDATE daily_plan SET confirmed_at = NULL WHERE plan_no = '{WANG}'", "plan_approval"),
        (f"UPDATE plan_line SET seq = 0 {LINE}", "plan_line"),
        (f"UPDATE plan_line SET state = 'done' {LINE}", "plan_line"),
        (f"UPDATE plan_line SET starts_at = '9:40' {LINE}", "plan_line"),
        (f"UPDATE plan_line SET appointment = 'noon' {LINE}", "plan_line"),
        (f"UPDATE plan_line SET purpose = 'order,golf' {LINE}", "plan_line"),
        (f"UPDATE plan_line SET struck_reason = 'x' {LINE}", "plan_line"),
        (f"""UPDATE plan_line SET reasons = '[{{"part": "whim"}}]' {LINE}""", "plan_line"),
        (f"DELETE FROM daily_plan {DRAFT}", "plan_gone"),
        (f"UPDATE daily_plan SET plan_no = 'RB20261120-09' {DRAFT}", "plan_not_in_log"),
        (f"UPDATE reservation SET day = '2026-11-21' {LINE}", "reservation"),
        (f"UPDATE reservation SET borrower_id = 1 {LINE}", "reservation"),
        (f"UPDATE reservation SET document = '{ZHOU}' {LINE}", "reservation"),
        (f"UPDATE reservation SET document = 'RB20261120-77' {LINE}", "reservation"),
        (f"UPDATE plan_line SET state = 'cancelled', struck_reason = 'x' {LINE}", "reservation"),
    ],
)  # fmt: skip
def test_every_contradiction_is_found(sql: Sql, statement: str, fault: str) -> None:
    sql(statement)
    assert fault in {code for code, _ in found()}
    for language in LANGUAGES:
        for code, facts in found():
            told = fault_sentence(code, facts, words_in(language))
            assert "—" not in told
            assert code not in told


def test_a_card_kept_by_a_slip_is_no_matter_of_plans(sql: Sql) -> None:
    sql(f"UPDATE reservation SET document = 'JD20261120-01' {LINE}")
    assert found() == []

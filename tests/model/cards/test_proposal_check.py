"""What `verify` must notice on proposals."""

from __future__ import annotations

import pytest

from model.cards import invariants
from model.cards.answering import answer, withdraw
from model.storage.database import database, reading, writing
from tests.conftest import NOW, Sit
from tests.model.cards.proposed import hand_in, save, say


def found() -> list[str]:
    with reading():
        return [code for code, _ in invariants.faults() if not code.startswith("card_")]


@pytest.fixture
def proposals(sit: Sit, card: str) -> list[str]:
    """One that waits, one of which all is settled, one that was taken back."""
    numbers = [hand_in(sit, card, {"email": f"a{n}@b.cn", "problems": "压货"}) for n in range(3)]
    say(sit("王秀兰"), numbers[1], "ask_back", "problems", remark="多少？")
    answer(sit("李明"), numbers[1], {}, NOW)
    say(sit("王秀兰"), numbers[1], "accept")
    withdraw(sit("李明"), numbers[2], NOW)
    save(sit("孙丽"), card, {"full_name": "陈美丽"})
    return numbers


@pytest.mark.usefixtures("proposals")
def test_ordinary_life_breaks_nothing() -> None:
    assert found() == []


@pytest.mark.usefixtures("proposals")
@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE proposal SET is_open = 0 WHERE id = 1", "proposal_state"),
        ("UPDATE proposal SET is_open = 1 WHERE id = 2", "proposal_state"),
        ("UPDATE proposed_change SET state = 'accepted' WHERE proposal_id = 1", "proposal_state"),
        ("UPDATE proposed_change SET decided_at = NULL WHERE proposal_id = 2", "proposal_state"),
        ("UPDATE proposal SET proposer_id = 2 WHERE id = 2", "proposal_state"),
        ("UPDATE proposal SET proposer_id = 2 WHERE id = 3", "proposal_state"),
        ("DELETE FROM proposed_change WHERE proposal_id = 3", "proposal_state"),
        ("UPDATE proposal SET proposal_no = 'XD000099' WHERE id = 1", "proposal_not_in_log"),
        ("UPDATE proposal SET proposal_no = 'XD000099' WHERE id = 1", "proposal_gone"),
        ("UPDATE proposal SET proposal_no = 'XD000099' WHERE id = 1", "counter_behind"),
        ("UPDATE counter SET value = 1 WHERE name = 'proposal'", "counter_behind"),
    ],
)
def test_each_contradiction_is_found(statement: str, fault: str) -> None:
    with writing():
        database.execute_sql(statement)
    assert fault in found()

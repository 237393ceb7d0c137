"""What the sample office's reps handed in on the last day can be decided on this morning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from model.cards.deciding import Decision, decide
from model.cards.proposals import OPEN, open_proposals
from model.cards.waiting_proposals import asked_back, count_waiting
from model.loans import opening
from model.office import log_in
from model.office.desk import Desk
from model.storage import cabinet
from model.upkeep.sample_office import make_sample_office
from model.upkeep.sample_staff import KEEPER
from model.upkeep.verify import verify

MANAGER = "郑国华"
NOW = datetime.fromisoformat("2026-03-16 08:30")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "sample.cabinet"
    make_sample_office(path, now=NOW, cards=104, months=1)
    yield path
    cabinet.disconnect()


def sit(folder: Path, name: str) -> Desk:
    return log_in.log_in(folder, name, log_in.SAMPLE_PASSWORD, NOW)


def test_proposals_wait_and_hold_what_the_card_may_say(folder: Path) -> None:
    keeper = sit(folder, KEEPER)
    opening.open_cabinet(keeper, NOW)
    assert verify(keeper, "", NOW).faults == ()
    manager = sit(folder, MANAGER)
    waiting = open_proposals(manager, NOW)
    assert [line.state for one in waiting for line in one.changes].count("asked_back") == 1
    assert len(waiting) - 1 == count_waiting(manager) >= 2
    back = next(one for one in waiting if one.changes[0].state == "asked_back")
    proposer = sit(folder, back.proposer)
    assert [one.proposal_no for one in asked_back(proposer)] == [back.proposal_no]

    manager = sit(folder, MANAGER)
    for one in waiting:
        told = {line.id: Decision("accept") for line in one.changes if line.state in OPEN}
        assert decide(manager, one.proposal_no, told, NOW).open == 0
    keeper = sit(folder, KEEPER)
    assert verify(keeper, "", NOW).faults == ()

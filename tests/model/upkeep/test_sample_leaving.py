"""What left the sample office in its last days, who read there, and what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from model.cards.asking import list_approvals
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.passes import open_pass
from model.loans.copies import copies, end_copy
from model.loans.copy_terms import CopyState
from model.loans.opening import open_cabinet
from model.loans.reading import open_card
from model.office import log_in
from model.office.audit import Event
from model.office.desk import Desk
from model.office.tables import ApprovalState, AuditLine
from model.storage import cabinet
from model.upkeep.sample_office import make_sample_office
from model.upkeep.sample_staff import KEEPER
from model.upkeep.verify import verify

MANAGER = "郑国华"
NOW = datetime.fromisoformat("2026-03-18 08:30")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("leaving") / "sample.cabinet"
    make_sample_office(path, now=NOW, cards=240, months=1)
    cabinet.disconnect()
    return path


@pytest.fixture
def folder(made: Path) -> Iterator[Path]:
    yield made
    cabinet.disconnect()


def sit(folder: Path, name: str) -> Desk:
    return log_in.log_in(folder, name, log_in.SAMPLE_PASSWORD, NOW)


def test_approvals_of_every_kind_are_there(folder: Path) -> None:
    views = list_approvals(sit(folder, MANAGER), NOW, all=True)
    states = Counter(view.state for view in views)
    assert states == {
        ApprovalState.ASKED: 2, ApprovalState.GRANTED: 1, ApprovalState.REFUSED: 1,
        ApprovalState.USED: 2,
    }  # fmt: skip
    waiting = [view for view in views if view.state is ApprovalState.ASKED]
    assert [view.waiting_days for view in waiting] == [3, 1]
    assert all(view.decided_by != view.asked_by for view in views)


def test_copies_and_an_export_are_out_and_settled(folder: Path) -> None:
    rows = copies(sit(folder, KEEPER), NOW)
    kept = {row.copy_no: row.state for row in rows}
    assert kept == {
        "FB000001": CopyState.RETURNED, "FB000002": CopyState.DESTROYED,
        "FB000003": CopyState.OUT, "FB000004": CopyState.OVERDUE, "FB000005": CopyState.OUT,
        "DC000001": CopyState.OUT,
    }  # fmt: skip
    by_number = {row.copy_no: row for row in rows}
    assert by_number["FB000003"].approval_no
    assert by_number["FB000003"].secrecy == "confidential"
    assert by_number["FB000005"].destroy_after_reading


def test_reading_stands_in_the_log_and_among_the_days_looks(folder: Path) -> None:
    sit(folder, KEEPER)
    passes = list(ReadingPass.select())
    assert 10 < len(passes) == CardLook.select().count()
    opened = AuditLine.select().where(AuditLine.event == Event.PASS_OPEN)
    assert opened.count() == len(passes)
    assert len([one for one in passes if one.approval_id]) == 1


def test_life_goes_on_from_there(folder: Path) -> None:
    """The one that was granted is used, a copy comes back, and nothing contradicts anything."""
    keeper = sit(folder, KEEPER)
    open_cabinet(keeper, NOW)
    assert verify(keeper, "", NOW).faults == ()
    assert end_copy(keeper, "FB000004", "returned", NOW).state is CopyState.RETURNED
    (granted,) = (
        view
        for view in list_approvals(sit(folder, MANAGER), NOW)
        if view.state is ApprovalState.GRANTED
    )
    rep = sit(folder, granted.asked_by)
    assert open_pass(rep, granted.refs[0], "phone_call", NOW).of_other
    assert open_card(rep, granted.refs[0], NOW).reading_pass is not None
    assert verify(sit(folder, KEEPER), "", NOW).faults == ()

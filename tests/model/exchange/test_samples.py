"""The sample files of the workplace, with their four reps on the staff (CARD_CABINET_SAMPLES)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from model.cards import listing
from model.exchange.importing import ImportOptions, import_cards, preview_import
from model.office import log_in, people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.rights import Role
from model.storage.cabinet import disconnect
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify
from tests.conftest import NOW, PASSWORD
from tests.model.exchange.conftest import content_hash

SAMPLES = Path(os.environ.get("CARD_CABINET_SAMPLES", "nowhere"))
pytestmark = pytest.mark.skipif(
    not (SAMPLES / "customers").is_dir(), reason="CARD_CABINET_SAMPLES names no folder"
)

LISTS = (
    ("华东客户名单.xlsx", ImportOptions(), 300),
    ("客户名单_gb18030.csv", ImportOptions(), 300),
    ("chinook_customer.csv", ImportOptions(rep="李强", district="海外"), 59),
)


@pytest.fixture
def manager(tmp_path: Path) -> Desk:
    """The manager of an office with the reps whom the lists name."""
    path = tmp_path / "sample.cabinet"
    create(path, Founders("华东办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    desk = log_in.log_in(path, "张总", PASSWORD, NOW)
    for team, names in (("一队", ("李强", "周涛")), ("二队", ("赵敏", "孙丽"))):
        teams.add_team(desk, team, "", NOW)
        for name in names:
            people.add_person(desk, name, Role.REP, team, PASSWORD, NOW)
    return desk


def test_every_list_comes_in_once(manager: Desk, tmp_path: Path) -> None:
    try:
        for name, options, count in LISTS:
            path = Path(shutil.copy(SAMPLES / "customers" / name, tmp_path))
            assert preview_import(manager, path, options, NOW).added == count
            first = import_cards(manager, path, options, NOW)
            assert (first.added, first.duplicate, first.rejected) == (count, 0, 0)
            before = content_hash()
            again = import_cards(manager, path, options, NOW)
            assert (again.added, again.duplicate, again.rejected) == (0, count, 0)
            assert content_hash() == before
        rows = listing.list_cards(manager, NOW)
        assert len(rows) == 659
        assert all(row.incomplete and row.legacy_no for row in rows)
        assert {row.abc_class for row in rows} == {"A", "B", "C", ""}
        assert sum(1 for row in rows if row.last_visit_on) >= 550
        assert verify(manager, "", NOW).faults == ()
    finally:
        disconnect()

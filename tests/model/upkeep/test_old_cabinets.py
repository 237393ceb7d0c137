"""A small cabinet of every released version opens in this one.

0.1.0 is the first version's. 0.2.0-dev is of the day before the lock's tables came (migrations up
to 0004): proposals and revisions, a plan that was worked through, a visit with its promise.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from model.cards.cards import edit_card, read_card
from model.cards.listing import list_cards
from model.loans.opening import open_cabinet
from model.office.desk import Desk
from model.office.log_in import SAMPLE_PASSWORD, lock_screen, log_in
from model.storage import backup_file
from model.storage.cabinet import applied_migrations, backups_path, known_migrations
from model.upkeep.restore import restore
from model.upkeep.verify import verify

OLD = sorted((Path(__file__).parent.parent / "old_cabinets").glob("*.ccb"))
MANAGER = "郑国华"
CARDS = 40


def test_there_is_one_of_each() -> None:
    assert [file.stem for file in OLD] == ["0.1.0", "0.2.0-dev"]


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_an_old_cabinet_s_folder_is_brought_up_to_date_at_the_log_in(
    file: Path, tmp_path: Path
) -> None:
    """As it stands on the office's disk when the program was updated: nobody restores anything."""
    folder = tmp_path / "old.cabinet"
    old = backup_file.unpack_backup(file, folder)
    later = datetime(2027, 3, 1, 8, 0)

    desk = log_in(folder, MANAGER, SAMPLE_PASSWORD, later)

    assert set(applied_migrations()) == set(known_migrations()) > set(old.migrations)
    (before,) = backups_path(folder).glob("before-upgrade-*.ccb")
    kept = backup_file.check_backup(before, desk.keys)
    assert (kept.migrations, kept.rows) == (old.migrations, old.rows)
    open_cabinet(desk, later)
    rows = list_cards(desk, later)
    assert len(rows) == CARDS
    _change_what_is_there(desk, rows[0].ref, later)
    assert verify(desk, "", later).faults == ()
    lock_screen(desk, later)
    again = log_in(folder, MANAGER, SAMPLE_PASSWORD, later)
    assert len(list(backups_path(folder).glob("before-upgrade-*.ccb"))) == 1
    lock_screen(again, later)


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_an_old_cabinet_opens(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old.cabinet"
    later = datetime(2027, 3, 1, 8, 0)
    restore(file, folder, MANAGER, SAMPLE_PASSWORD, later)
    desk = log_in(folder, MANAGER, SAMPLE_PASSWORD, later)
    open_cabinet(desk, later)
    rows = list_cards(desk, later)
    assert len(rows) == CARDS
    assert all(read_card(desk, row.ref, later).values["full_name"] for row in rows)
    assert verify(desk, "", later).faults == ()
    _change_what_is_there(desk, rows[0].ref, later)
    assert verify(desk, "", later).faults == ()
    lock_screen(desk, later)


def _change_what_is_there(desk: Desk, ref: str, now: datetime) -> None:
    """Cells, a row of before and a new one: from here on the history tells them."""
    view = read_card(desk, ref, now)
    number = view.children["contacts"][0]["row_no"]
    texts = {"likes": "守时", f"contacts#{number}.title": "老板", "contacts#+1.name": "新来的"}
    edit_card(desk, ref, view.version, texts, now)

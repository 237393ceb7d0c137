"""The save's benchmark at a small size; nothing here looks at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from model.cards.cards import edit_card, read_card
from model.cards.listing import list_cards
from model.cards.revisions import history
from model.office import audit, log_check
from model.storage.cabinet import database_path
from model.upkeep.bench import sample, saving
from model.upkeep.bench.figure import Sizes
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.statements import bare_connection, caught, write_again

SMALL = Sizes(cards=40, saves=3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small sample office."""
    sample.measure(tmp_path, SMALL)
    return tmp_path


def test_a_save_stands_beside_the_same_rows_written_bare(folder: Path) -> None:
    found = saving.measure(folder, SMALL)
    (figure,) = found.figures
    assert (figure.name, figure.bound, figure.bound_of) == ("save", 6.0, "ratio")
    assert figure.figure > 0
    assert figure.baseline > 0
    assert {name for name, _, _ in found.beside} == {
        "first_save", "save_p95", "bare_save_p95", "durable_write",
    }  # fmt: skip


def test_written_bare_the_card_its_history_and_the_log_are_the_same(folder: Path) -> None:
    ours, bare = folder / "office.cabinet", folder / "bare.cabinet"
    desk, now = seated(ours)
    ref = next(row.ref for row in list_cards(desk, now) if row.kind == "company")
    version = read_card(desk, ref, now).version
    audit.flush(desk)
    shutil.copytree(ours, bare)
    connection = bare_connection(database_path(bare), desk.keys.data_key)
    with caught() as statements:
        edit_card(desk, ref, version, {"main_business": "轴承", "employees": "4321"}, now)
    write_again(connection, statements)
    connection.close()
    expected = read_card(desk, ref, now)
    shut(desk, now)

    desk, now = seated(bare)
    found = read_card(desk, ref, now)
    assert found.values["main_business"] == "轴承"
    assert found == expected
    assert {"轴承", "4321"} <= {row.new for row in history(desk, ref, now)}
    assert list(log_check.faults(desk.keys.log_key)) == []
    shut(desk, now)


def test_what_is_only_read_is_not_caught(folder: Path) -> None:
    desk, now = seated(folder / "office.cabinet")
    with caught() as statements:
        list_cards(desk, now)
    assert statements == []
    shut(desk, now)

"""The suggestion's benchmark at a small size; nothing here looks at a time."""

from __future__ import annotations

from pathlib import Path

from model.office.calendar import next_working_day
from model.rounds.suggesting import suggest_day
from model.storage.cabinet import database_path
from model.upkeep.bench import suggesting
from model.upkeep.bench.figure import Sizes
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import day_folder
from model.upkeep.bench.statements import bare_connection, caught, read_again
from model.upkeep.bench.working_day import rep_names


def test_a_suggestion_stands_beside_the_same_rows_read_bare(
    day_office: Path, day_sizes: Sizes
) -> None:
    found = suggesting.measure(day_office, day_sizes)
    (figure,) = found.figures
    assert (figure.name, figure.bound, figure.bound_of) == ("suggest", 100.0, "figure")
    assert figure.figure > 0
    assert figure.baseline > 0
    beside = {name: value for name, value, _ in found.beside}
    # Each customer's card at least.
    assert beside["suggest_rows"] >= day_sizes.customers


def test_the_questions_of_a_suggestion_are_caught_and_asked_again(day_office: Path) -> None:
    cabinet = day_folder(day_office) / "office.cabinet"
    desk, now = seated(cabinet)
    with caught(reads=True) as statements:
        suggest_day(desk, rep_names()[0], next_working_day(now.date()), now)
    assert statements
    assert all(sql.startswith(("SELECT", "WITH")) for sql, _ in statements)
    connection = bare_connection(database_path(cabinet), desk.keys.data_key)
    assert read_again(connection, statements) > 0
    connection.close()
    shut(desk, now)

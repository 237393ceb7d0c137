"""Which database counts, whatever a kill or a helpful hand left lying about."""

from pathlib import Path

import pytest

from model.storage import generations
from model.storage.generations import clear_others, is_overtaken, path_of, standing


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(b"x")


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("generation", "name"), [(1, "cabinet.db"), (2, "cabinet-2.db"), (31, "cabinet-31.db")]
)
def test_a_generation_has_its_file(tmp_path: Path, generation: int, name: str) -> None:
    assert path_of(tmp_path, generation) == tmp_path / name
    lay(tmp_path, name)
    assert standing(tmp_path) == {generation: tmp_path / name}


@pytest.mark.parametrize(
    "name", ["cabinet-02.db", "cabinet-0.db", "cabinet-x.db", "cabinet.db-wal", "my cabinet.db"]
)
def test_other_files_are_none_of_ours(tmp_path: Path, name: str) -> None:
    lay(tmp_path, name)
    assert standing(tmp_path) == {}
    clear_others(tmp_path, 5)
    assert left(tmp_path) == {name}


def test_nothing_stands_where_there_is_no_folder(tmp_path: Path) -> None:
    assert standing(tmp_path / "none") == {}


def test_a_later_database_that_was_worked_in_overtakes(tmp_path: Path) -> None:
    lay(tmp_path, "cabinet.db", "cabinet-3.db")
    assert is_overtaken(tmp_path, 1)
    assert not is_overtaken(tmp_path, 3)


def test_half_a_re_key_overtakes_nothing(tmp_path: Path) -> None:
    generations.mark_begun(path_of(tmp_path, 2))
    lay(tmp_path, "cabinet.db", "cabinet-2.db")
    assert not is_overtaken(tmp_path, 1)


def test_half_a_re_key_is_cleared(tmp_path: Path) -> None:
    generations.mark_begun(path_of(tmp_path, 2))
    lay(tmp_path, "cabinet.db", "cabinet-2.db", "cabinet-2.db-wal", "cabinet-2.db-journal")
    clear_others(tmp_path, 1)
    assert left(tmp_path) == {"cabinet.db"}


def test_what_a_re_key_left_behind_is_cleared(tmp_path: Path) -> None:
    generations.mark_begun(path_of(tmp_path, 2))
    lay(tmp_path, "cabinet.db", "cabinet.db-wal", "cabinet.db-shm", "cabinet-2.db", "keys.json")
    clear_others(tmp_path, 2)
    assert left(tmp_path) == {"cabinet-2.db", "keys.json"}


def test_a_later_database_that_was_worked_in_is_never_cleared(tmp_path: Path) -> None:
    lay(tmp_path, "cabinet.db", "cabinet-2.db")
    clear_others(tmp_path, 1)
    assert left(tmp_path) == {"cabinet.db", "cabinet-2.db"}


def test_a_mark_without_its_file_is_cleared(tmp_path: Path) -> None:
    generations.mark_begun(path_of(tmp_path, 2))
    clear_others(tmp_path, 1)
    assert left(tmp_path) == set()

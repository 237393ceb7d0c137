"""Files that are there whole, or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.errors import AlreadyThereError, CannotWriteError
from model.storage import durable
from model.storage.durable import built_beside, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_another_left_half_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "a.new").write_bytes(b"half")
    write_whole(tmp_path / "a", b"whole")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_link_put_there_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "a.new").symlink_to(victim)
    write_whole(tmp_path / "a", b"mine")
    assert victim.read_bytes() == b"precious"


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(CannotWriteError) as caught:
        write_whole(tmp_path / "a", b"new")
    assert caught.value.values["reason"] == "No space left on device"
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_read_only_folder_is_told(tmp_path: Path, read_only: Callable[..., Any]) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with read_only(tmp_path) as copy, pytest.raises(CannotWriteError):
        write_whole(copy / "a", b"new")


def test_a_folder_appears_when_it_is_whole(tmp_path: Path) -> None:
    made = tmp_path / "deep" / "east.cabinet"
    with built_beside(made) as fresh:
        (fresh / "a").write_bytes(b"1")
        assert not made.exists()
    assert [file.name for file in made.iterdir()] == ["a"]
    assert list(made.parent.iterdir()) == [made]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with built_beside(tmp_path / "empty") as fresh:
        (fresh / "a").write_bytes(b"1")
    assert (tmp_path / "empty" / "a").exists()


def _write_and_stumble(fresh: Path) -> None:
    (fresh / "x").write_bytes(b"1")
    raise KeyError("x")


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), built_beside(tmp_path / "a") as fresh:
        _write_and_stumble(fresh)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x").write_bytes(b"1")
    for place in ("file", "folder"):
        with pytest.raises(AlreadyThereError), built_beside(tmp_path / place):
            pytest.fail("not reached")

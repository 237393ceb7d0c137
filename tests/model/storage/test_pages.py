"""SQLCipher's pages recognised without SQLCipher."""

from pathlib import Path
from typing import Any

import pytest

from model.storage.pages import PAGE, any_page_of
from model.storage.vault import Keys, new_keys


def test_the_key_of_a_file_is_recognised(folder: Path, keys: Keys) -> None:
    assert any_page_of(folder / "cabinet.db", keys.data_key)
    assert not any_page_of(folder / "cabinet.db", new_keys().data_key)


@pytest.mark.parametrize("sound", [1, 2, 5])
def test_one_sound_page_is_enough(folder: Path, keys: Keys, fill: Any, sound: int) -> None:
    fill(folder, 8)
    content = bytearray((folder / "cabinet.db").read_bytes())
    for number in range(1, len(content) // PAGE + 1):
        if number != sound:
            content[number * PAGE - 1] ^= 1
    (folder / "cabinet.db").write_bytes(content)
    assert any_page_of(folder / "cabinet.db", keys.data_key)
    content[sound * PAGE - 100] ^= 1
    (folder / "cabinet.db").write_bytes(content)
    assert not any_page_of(folder / "cabinet.db", keys.data_key)


def test_a_moved_page_is_not_sound(folder: Path, keys: Keys) -> None:
    content = (folder / "cabinet.db").read_bytes()
    (folder / "moved").write_bytes(b"\0" * PAGE + content[: 1 * PAGE])
    assert not any_page_of(folder / "moved", keys.data_key)


def test_an_empty_file_has_no_page(tmp_path: Path, keys: Keys) -> None:
    (tmp_path / "empty").touch()
    assert not any_page_of(tmp_path / "empty", keys.data_key)

"""A disk that fails, or is full, at each write of a re-key: the old pair, or the new one, whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.errors import CabinetError, CannotWriteError, DatabaseDamagedError
from model.office import log_in
from model.office.tables import Person, PersonState
from model.storage import key_file
from model.storage.cabinet import disconnect
from model.upkeep.backup import back_up
from model.upkeep.dismissal import dismiss
from model.upkeep.verify import verify
from tests.conftest import NOW, PASSWORD
from tests.faulty_disk import FULL, IO_ERROR_WRITE, FaultyDisk

MANAGER, LI_MING = "张总", 3
EVERY = 7 if os.environ.get("CARD_CABINET_SOAK") else 61
FAULTS = {"full": (FULL, True), "error": (IO_ERROR_WRITE, False), "broken": (IO_ERROR_WRITE, True)}


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    with FaultyDisk().in_use() as faulty:
        yield faulty


def is_gone(folder: Path) -> bool:
    """Whether he is dismissed, seen by somebody who comes later; all is whole either way."""
    manager = log_in.log_in(folder, MANAGER, PASSWORD, NOW)
    assert verify(manager, "", NOW).faults == ()
    gone = Person.get(Person.staff_no == LI_MING).state == PersonState.GONE
    log_in.lock_screen(manager, NOW)
    assert gone is ("李明" not in [person.name for person in log_in.staff_of(folder)])
    return gone


def one_try(disk: FaultyDisk, folder: Path, kind: str, write: int) -> bool:
    """A dismissal on a disk that fails at one write; whether it was acknowledged."""
    manager = log_in.log_in(folder, MANAGER, PASSWORD, NOW)
    code, for_good = FAULTS[kind]
    disk.fail(write, code, for_good=for_good)
    try:
        dismiss(manager, LI_MING, "离职", NOW)
    except (CannotWriteError, DatabaseDamagedError):
        return False
    finally:
        disk.quiet()
        disconnect(0)
    return True


@pytest.mark.parametrize("kind", FAULTS)
def test_a_re_key_on_a_failing_disk_is_whole_or_nothing(
    kind: str, disk: FaultyDisk, cabinet: Path, tmp_path: Path
) -> None:
    failed = 0
    for write in range(1, 2000, EVERY):
        folder = tmp_path / "try.cabinet"
        shutil.copytree(cabinet, folder)
        done = one_try(disk, folder, kind, write)
        assert is_gone(folder) or not done
        shutil.rmtree(folder)
        failed += not done
        if done:
            break
    assert failed >= 3, "the faults never met the re-key"


def test_a_full_disk_when_the_key_file_is_written_leaves_the_old_pair(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = log_in.log_in(cabinet, MANAGER, PASSWORD, NOW)
    back_up(manager, None, NOW)
    before = bytes(manager.keys.data_key)

    def full(path: Path, content: bytes) -> None:
        raise CannotWriteError(path=str(path), reason="No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(key_file, "write_whole", full)
        with pytest.raises(CannotWriteError):
            dismiss(manager, LI_MING, "离职", NOW)

    assert manager.keys.data_key == before
    assert Person.get(Person.staff_no == LI_MING).state == PersonState.ACTIVE
    assert not list(cabinet.glob("cabinet-2*"))
    log_in.lock_screen(manager, NOW)
    assert not is_gone(cabinet)


def test_a_read_only_folder_is_told(cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manager = log_in.log_in(cabinet, MANAGER, PASSWORD, NOW)

    def refused(path: Path) -> None:
        raise CannotWriteError(path=str(path), reason="Read-only file system")

    monkeypatch.setattr("model.storage.generations.mark_begun", refused)

    with pytest.raises(CabinetError):
        dismiss(manager, LI_MING, "离职", NOW)
    assert log_in.staff_of(cabinet)
    assert Person.get(Person.staff_no == LI_MING).state == PersonState.ACTIVE

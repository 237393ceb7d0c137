"""A re-key from the inside: what fails at each step, and who may write meanwhile."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.errors import (
    CannotWriteError,
    DatabaseDamagedError,
    InExclusiveUseError,
    KeyFileDamagedError,
    NotACabinetError,
    StoppedError,
)
from model.storage import cabinet, key_file, rekeying
from model.storage.database import database, reading, writing
from model.storage.exclusive import CabinetUse
from model.storage.key_file import KeyFile
from model.storage.rekeying import Holders, rekey
from model.storage.vault import Keys, open_slot

from .conftest import CLERK, CODE, MANAGER, NOW, PASSWORDS

Add = Callable[..., None]
Names = Callable[[], list[str]]


@pytest.fixture
def own(keys: Keys) -> Keys:
    """The keys of one desk; a re-key changes them."""
    return Keys(bytearray(keys.data_key), bytearray(keys.log_key))


@pytest.fixture
def holders(key_file: KeyFile) -> Holders:
    """The clerk has left."""
    return Holders({MANAGER: key_file.slot(MANAGER).public_key}, key_file.recovery.public_key)


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"backups", "use.lock", "keys.lock"}


def test_the_new_pair_has_everything(
    open_folder: Path, own: Keys, holders: Holders, add: Add, names: Names
) -> None:
    add("甲", "乙")

    after = rekey(open_folder, own, lambda: holders)

    assert after == KeyFile.read(open_folder / "keys.json")
    assert after.generation == 2
    assert [slot.staff_no for slot in after.slots] == [MANAGER, 0]
    assert names() == ["甲", "乙"]
    assert left(open_folder) - {"cabinet-2.db-wal", "cabinet-2.db-shm"} == {
        "cabinet-2.db",
        "keys.json",
    }
    add("丙")
    assert names() == ["甲", "乙", "丙"]


def test_both_slots_open_to_the_new_keys(open_folder: Path, own: Keys, holders: Holders) -> None:
    log_key = bytes(own.log_key)

    after = rekey(open_folder, own, lambda: holders)

    for slot, password in ((after.slot(MANAGER), PASSWORDS[MANAGER]), (after.recovery, CODE)):
        assert open_slot(slot, password) == own
    assert own.log_key == log_key


def test_what_fill_writes_is_in_the_new_database_only_if_it_counts(
    open_folder: Path, own: Keys, holders: Holders, add: Add, names: Names
) -> None:
    def fill() -> Holders:
        add("新")
        return holders

    def fill_and_fail() -> Holders:
        fill()
        raise StoppedError

    with pytest.raises(StoppedError):
        rekey(open_folder, own, fill_and_fail)
    assert names() == []
    rekey(open_folder, own, fill)
    assert names() == ["新"]


@pytest.mark.parametrize("step", ["begin", "copy", "check", "finish", "commit"])
@pytest.mark.parametrize("error", [CannotWriteError(path="", reason="full"), KeyboardInterrupt()])
def test_a_step_that_fails_leaves_the_old_pair(
    open_folder: Path,
    keys: Keys,
    own: Keys,
    holders: Holders,
    add: Add,
    names: Names,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
) -> None:
    before = (open_folder / "keys.json").read_bytes()

    def fails(*_: Any) -> None:
        raise error

    monkeypatch.setattr(rekeying, step, fails)

    with pytest.raises(type(error)):
        rekey(open_folder, own, lambda: holders)

    assert own == keys
    assert (open_folder / "keys.json").read_bytes() == before
    assert not [name for name in left(open_folder) if name.startswith("cabinet-2")]
    add("甲")
    assert names() == ["甲"]


def test_a_key_file_that_was_exchanged_before_something_failed_counts(
    open_folder: Path, own: Keys, holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder could not be synced any more: the name stands all the same."""
    write_whole = key_file.write_whole

    def then_fails(path: Path, content: bytes) -> None:
        write_whole(path, content)
        raise CannotWriteError(path=str(path), reason="error")

    monkeypatch.setattr(key_file, "write_whole", then_fails)

    assert rekey(open_folder, own, lambda: holders).generation == 2
    assert "cabinet-2.db" in left(open_folder)


def test_a_key_file_that_reads_back_otherwise_ends_the_work(
    open_folder: Path, own: Keys, holders: Holders, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole = key_file.write_whole

    def spoilt(path: Path, content: bytes) -> None:
        write_whole(path, content.replace(b"0", b"1", 1))

    monkeypatch.setattr(key_file, "write_whole", spoilt)

    with pytest.raises(KeyFileDamagedError):
        rekey(open_folder, own, lambda: holders)
    assert {"cabinet.db", "cabinet-2.db"} <= left(open_folder)  # nothing is thrown away


def test_a_copy_that_lacks_a_row_does_not_count(
    open_folder: Path, own: Keys, holders: Holders, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows_in = rekeying.rows_in
    monkeypatch.setattr(rekeying, "rows_in", lambda *args: {**rows_in(*args), "customer": 99})

    with pytest.raises(DatabaseDamagedError) as caught:
        rekey(open_folder, own, lambda: holders)
    assert caught.value.values["reason"] == "rows"
    assert "cabinet-2.db" not in left(open_folder)


def test_nobody_else_works_in_it_meanwhile(
    open_folder: Path, own: Keys, holders: Holders, add: Add
) -> None:
    """Another program is refused, and so is another thread that would write; reading goes on."""
    seen: list[object] = []

    def in_another_thread() -> None:
        with database.connection_context():
            with reading():
                seen.append(database.execute_sql("SELECT count(*) FROM customer").fetchone())
            try:
                with writing():
                    seen.append("written")
            except InExclusiveUseError:
                seen.append("refused")

    def fill() -> Holders:
        with pytest.raises(InExclusiveUseError):
            CabinetUse(open_folder).share(0)
        thread = threading.Thread(target=in_another_thread)
        thread.start()
        thread.join()
        return holders

    add("甲")
    rekey(open_folder, own, fill)

    assert seen == [(1,), "refused"]
    assert _can_be_shared(open_folder)


def test_others_may_write_again_after_a_failure(
    open_folder: Path, own: Keys, add: Add, names: Names
) -> None:
    with pytest.raises(StoppedError):
        rekey(open_folder, own, lambda: _stop())

    thread = threading.Thread(target=lambda: _add_and_close(add))
    thread.start()
    thread.join()
    assert names() == ["甲"]


def _can_be_shared(folder: Path) -> bool:
    use = CabinetUse(folder)
    use.share(0)
    use.release()
    return True


def _stop() -> Holders:
    raise StoppedError


def _add_and_close(add: Add) -> None:
    with database.connection_context():
        add("甲")


def test_locked_before_the_last_step_leaves_the_old_pair(
    open_folder: Path, keys: Keys, own: Keys, holders: Holders, names: Names, migrations: Path
) -> None:
    def fill() -> Holders:
        lock = threading.Thread(target=cabinet.disconnect, args=(0,))
        lock.start()
        lock.join()
        return holders

    with pytest.raises(StoppedError):
        rekey(open_folder, own, fill)

    assert database.obj is None
    assert KeyFile.read(open_folder / "keys.json").generation == 1
    assert _can_be_shared(open_folder)
    cabinet.connect(open_folder, keys, NOW, migrations=migrations)
    assert names() == []


def test_locked_after_the_last_step_leaves_the_new_pair_closed(
    open_folder: Path,
    own: Keys,
    holders: Holders,
    migrations: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_behind = cabinet.put_behind

    def locked_first(*args: Any) -> bool:
        cabinet.disconnect(0)
        own.forget()
        return put_behind(*args)

    monkeypatch.setattr(cabinet, "put_behind", locked_first)

    with pytest.raises(StoppedError):
        rekey(open_folder, own, lambda: holders)

    assert database.obj is None
    assert own.data_key == bytearray()
    after = KeyFile.read(open_folder / "keys.json")
    keys = open_slot(after.slot(MANAGER), PASSWORDS[MANAGER])
    cabinet.connect(open_folder, keys, NOW, migrations=migrations)
    assert left(open_folder) >= {"cabinet-2.db"}
    assert "cabinet.db" not in left(open_folder)


def test_who_is_not_known_gets_nothing(key_file: KeyFile, own: Keys) -> None:
    after = rekeying.resealed(key_file, own, Holders({CLERK: "ab" * 32}, "cd" * 32))

    assert [slot.staff_no for slot in after.slots] == [0]
    assert after.recovery == key_file.recovery


def test_nothing_is_connected(folder: Path, own: Keys, holders: Holders) -> None:
    with pytest.raises(NotACabinetError):
        rekey(folder, own, lambda: holders)


def test_an_upgrade_and_its_backup_follow_the_generation(
    open_folder: Path, own: Keys, holders: Holders, upgrade: Path
) -> None:
    rekey(open_folder, own, lambda: holders)
    cabinet.disconnect()

    assert cabinet.connect(open_folder, own, NOW, migrations=upgrade) == ["0002_phone"]
    assert len(list((open_folder / "backups").iterdir())) == 1

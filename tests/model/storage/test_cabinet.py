"""The cabinet's folder: made, connected, upgraded, and every way in which it is not."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from model.errors import (
    AlreadyThereError,
    CannotWriteError,
    DatabaseDamagedError,
    InExclusiveUseError,
    KeyFileDamagedError,
    NetworkShareError,
    NewerCabinetError,
    NotACabinetError,
)
from model.storage import cabinet, places
from model.storage.backup_file import check_backup
from model.storage.database import connected, database, open_connection, reading
from model.storage.key_file import KeyFile, open_with_password
from model.storage.vault import Keys, new_keys

NOW = datetime.fromisoformat("2026-03-02 07:50")


def connect(folder: Path, keys: Keys, migrations: Path) -> list[str]:
    return list(cabinet.connect(folder, keys, NOW, migrations=migrations))


# --- create ---------------------------------------------------------------------------------


def test_a_new_cabinet_has_its_parts_and_nothing_else(folder: Path) -> None:
    assert sorted(file.name for file in folder.iterdir()) == ["backups", "cabinet.db", "keys.json"]
    assert [file.name for file in folder.parent.iterdir() if ".new" in file.name] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_gets_at_it(open_folder: Path, add: Any) -> None:
    add("甲")
    assert stat.S_IMODE(open_folder.stat().st_mode) == 0o700
    for file in open_folder.glob("*.*"):
        if file.suffix != ".lock":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_the_first_rows_are_written_before_it_appears(
    tmp_path: Path, key_file: KeyFile, keys: Keys, migrations: Path, add: Any, names: Any
) -> None:
    made = tmp_path / "new.cabinet"

    def fill() -> None:
        assert not made.exists()
        add("甲", "乙")

    cabinet.create_folder(made, key_file, keys, fill, migrations=migrations)
    assert not connected()
    connect(made, keys, migrations)
    assert names() == ["甲", "乙"]
    cabinet.disconnect()


def test_a_failure_while_making_leaves_nothing(
    tmp_path: Path, key_file: KeyFile, keys: Keys, migrations: Path
) -> None:
    before = set(tmp_path.iterdir())

    def stumble() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        cabinet.create_folder(tmp_path / "a", key_file, keys, stumble, migrations=migrations)
    assert set(tmp_path.iterdir()) == before
    assert not connected()


def test_a_cabinet_is_not_made_over_another(
    folder: Path, key_file: KeyFile, keys: Keys, migrations: Path
) -> None:
    before = (folder / "cabinet.db").read_bytes()
    with pytest.raises(AlreadyThereError):
        cabinet.create_folder(folder, key_file, keys, migrations=migrations)
    assert (folder / "cabinet.db").read_bytes() == before


def test_a_killed_making_leaves_no_half_cabinet(
    tmp_path: Path, key_file: KeyFile, keys: Keys, migrations: Path, neighbour: Any
) -> None:
    template = tmp_path / "template.json"
    key_file.write(template)
    for _ in range(3):
        place = tmp_path / "made"
        place.mkdir()
        other = neighbour("create", place / "c", migrations, keys.data_key.hex(), template)
        for _ in range(3):
            other.said()
        other.kill()  # it has begun another one and not said that it ended
        whole = [made for made in place.iterdir() if not made.name.startswith(".")]
        assert len(whole) >= 2
        for made in whole:
            connect(made, keys, migrations)
            cabinet.disconnect()
        shutil.rmtree(place)


def test_no_place_to_write_is_told(
    key_file: KeyFile, keys: Keys, migrations: Path, folder: Path, read_only: Any
) -> None:
    with read_only(folder) as copy, pytest.raises(CannotWriteError):
        cabinet.create_folder(copy / "new.cabinet", key_file, keys, migrations=migrations)


# --- connect --------------------------------------------------------------------------------


def test_what_was_written_is_there_again(
    open_folder: Path, keys: Keys, migrations: Path, add: Any, names: Any
) -> None:
    add("华东机电", "张三")
    cabinet.disconnect()
    assert connect(open_folder, keys, migrations) == []
    assert names() == ["华东机电", "张三"]


def test_connecting_again_is_harmless(
    open_folder: Path, keys: Keys, migrations: Path, names: Any
) -> None:
    connect(open_folder, keys, migrations)
    assert names() == []


@pytest.mark.parametrize("what", ["nothing", "file", "empty folder", "folder"])
def test_what_is_no_cabinet(tmp_path: Path, keys: Keys, what: str) -> None:
    place = tmp_path / "place"
    if what == "file":
        place.write_text("customers")
    elif what != "nothing":
        place.mkdir()
    if what == "folder":
        (place / "letter.txt").write_text("customers")
    with pytest.raises(NotACabinetError) as caught:
        cabinet.connect(place, keys, NOW)
    assert caught.value.values == {"path": str(place)}
    assert not (place / "use.lock").exists()


def test_a_missing_key_file_is_not_a_missing_database(
    folder: Path, keys: Keys, migrations: Path
) -> None:
    (folder / "keys.json").rename(folder / "kept")
    with pytest.raises(KeyFileDamagedError):
        connect(folder, keys, migrations)
    (folder / "kept").rename(folder / "keys.json")
    (folder / "cabinet.db").unlink()
    with pytest.raises(DatabaseDamagedError):
        connect(folder, keys, migrations)
    assert not (folder / "cabinet.db").exists()  # none was made in its place


def test_keys_of_another_cabinet_are_told_from_damage(folder: Path, migrations: Path) -> None:
    with pytest.raises(KeyFileDamagedError):
        connect(folder, new_keys(), migrations)
    assert not connected()


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def invert(path: Path, at: int, length: int) -> None:
    """Change bytes for certain: a fixed one might be what an encrypted page holds there."""
    before = path.read_bytes()[at : at + length]
    overwrite(path, at, bytes(byte ^ 0xFF for byte in before))


@pytest.mark.parametrize(
    ("at", "length"), [(0, 16), (3, 1), (0, 4096), (20, 1), (100, 50), (4095, 1)]
)
def test_a_damaged_first_page_is_damage(
    folder: Path, keys: Keys, migrations: Path, at: int, length: int
) -> None:
    invert(folder / "cabinet.db", at, length)
    with pytest.raises(DatabaseDamagedError):
        connect(folder, keys, migrations)
    assert not connected()


@pytest.mark.parametrize("length", [0, 1, 15, 16, 1000, 4096])
def test_a_cut_database_is_damage(folder: Path, keys: Keys, migrations: Path, length: int) -> None:
    whole = (folder / "cabinet.db").read_bytes()
    (folder / "cabinet.db").write_bytes(whole[:length])
    with pytest.raises(DatabaseDamagedError):
        connect(folder, keys, migrations)
    assert (folder / "cabinet.db").stat().st_size == length


def test_a_damaged_later_page_is_told_where_it_is_met(
    folder: Path, keys: Keys, migrations: Path, fill: Any, names: Any
) -> None:
    fill(folder, 50)
    overwrite(folder / "cabinet.db", 4096 * 30 + 100, b"\x55" * 8)
    connect(folder, keys, migrations)
    with pytest.raises(DatabaseDamagedError), reading():
        names()


def test_a_database_in_clear_is_refused(folder: Path, keys: Keys, migrations: Path) -> None:
    (folder / "cabinet.db").unlink()
    with closing(sqlite3.connect(folder / "cabinet.db")) as clear:
        clear.execute("CREATE TABLE schema_migration (name TEXT)")
    with pytest.raises(KeyFileDamagedError):
        connect(folder, keys, migrations)


def test_another_encrypted_database_of_this_key_is_refused(
    folder: Path, keys: Keys, migrations: Path
) -> None:
    (folder / "cabinet.db").unlink()
    with closing(open_connection(folder / "cabinet.db", keys.data_key)) as other:
        other.execute("CREATE TABLE something (name TEXT)")
    with pytest.raises(DatabaseDamagedError):
        connect(folder, keys, migrations)


def test_a_network_share_is_refused(
    folder: Path, keys: Keys, migrations: Path, key_file: KeyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "on_network_share", lambda _path: True)
    with pytest.raises(NetworkShareError):
        connect(folder, keys, migrations)
    with pytest.raises(NetworkShareError):
        cabinet.create_folder(folder.parent / "b", key_file, keys, migrations=migrations)
    assert not (folder.parent / "b").exists()


@pytest.mark.parametrize("locked_before", [False, True])
def test_a_read_only_folder_is_told(
    folder: Path, keys: Keys, migrations: Path, read_only: Any, locked_before: bool
) -> None:
    if locked_before:
        (folder / "use.lock").touch()
    with read_only(folder) as copy, pytest.raises(CannotWriteError):
        connect(copy, keys, migrations)
    assert not connected()


def test_one_program_alone_keeps_the_others_out(
    folder: Path, keys: Keys, migrations: Path, neighbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cabinet.CabinetUse.share, "__defaults__", (0.1,))
    other = neighbour("hold", folder, "alone")
    other.said()
    with pytest.raises(InExclusiveUseError):
        connect(folder, keys, migrations)
    other.kill()
    connect(folder, keys, migrations)


def test_alone_needs_the_others_to_leave(open_folder: Path, neighbour: Any, names: Any) -> None:
    with cabinet.alone(wait=0):
        assert names() == []
    neighbour("hold", open_folder, "shared").said()
    with pytest.raises(InExclusiveUseError), cabinet.alone(wait=0.05):
        pytest.fail("not reached")
    assert names() == []  # and this program works on


def test_alone_without_a_cabinet_is_refused() -> None:
    with pytest.raises(NotACabinetError), cabinet.alone():
        pytest.fail("not reached")


def test_disconnecting_lets_go_of_the_folder(
    open_folder: Path, keys: Keys, migrations: Path
) -> None:
    cabinet.disconnect()
    cabinet.disconnect()
    use = cabinet.CabinetUse(open_folder)
    use.seize(wait=0)
    use.release()


# --- upgrades -------------------------------------------------------------------------------


def test_an_upgrade_keeps_a_checked_copy_and_the_rows(
    open_folder: Path, keys: Keys, upgrade: Path, add: Any, names: Any
) -> None:
    add("甲")
    cabinet.disconnect()
    assert connect(open_folder, keys, upgrade) == ["0002_phone"]
    assert names() == ["甲"]
    assert database.execute_sql("SELECT phone FROM customer").fetchone() == ("",)
    assert cabinet.applied_migrations() == ["0001_first_tables", "0002_phone"]
    (copy,) = (open_folder / "backups").iterdir()
    assert copy.name == "before-upgrade-20260302-075000.ccb"
    manifest = check_backup(copy, keys)
    assert manifest.migrations == ("0001_first_tables",)
    assert manifest.rows["customer"] == 1


def test_an_upgrade_leaves_no_unused_pages(
    folder: Path, keys: Keys, upgrade: Path, fill: Any
) -> None:
    fill(folder, 50)
    with closing(open_connection(folder / "cabinet.db", keys.data_key)) as older:
        older.execute("DELETE FROM customer")
        assert older.execute("PRAGMA freelist_count").fetchone() > (0,)
    connect(folder, keys, upgrade)
    assert database.execute_sql("PRAGMA freelist_count").fetchone() == (0,)


def test_an_upgraded_cabinet_is_not_upgraded_again(folder: Path, keys: Keys, upgrade: Path) -> None:
    connect(folder, keys, upgrade)
    assert connect(folder, keys, upgrade) == []
    assert len(list((folder / "backups").iterdir())) == 1


def test_no_upgrade_while_another_program_works_in_it(
    folder: Path, keys: Keys, upgrade: Path, neighbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cabinet.CabinetUse.seize, "__defaults__", (0.1,))
    monkeypatch.setattr(cabinet.CabinetUse.alone.__wrapped__, "__defaults__", (0.1,))
    other = neighbour("hold", folder, "shared")
    other.said()
    with pytest.raises(InExclusiveUseError):
        connect(folder, keys, upgrade)
    assert not connected()
    assert not list((folder / "backups").iterdir())
    other.kill()
    assert connect(folder, keys, upgrade) == ["0002_phone"]


def test_two_programs_upgrade_it_once(
    folder: Path, keys: Keys, upgrade: Path, neighbour: Any
) -> None:
    others = [neighbour("connect", folder, upgrade, keys.data_key.hex()) for _ in range(2)]
    assert sorted(other.said() for other in others) == ["['0002_phone']", "[]"]
    assert len(list((folder / "backups").iterdir())) == 1


def test_who_comes_second_works_with_what_the_first_has_upgraded(
    folder: Path, keys: Keys, upgrade: Path, neighbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cabinet.CabinetUse.alone.__wrapped__, "__defaults__", (0.1,))
    assert neighbour("connect", folder, upgrade, keys.data_key.hex()).said() == "['0002_phone']"
    looks: list[int] = []

    def looked_before_it_was_upgraded(opened: Any, migrations: Path) -> list[str]:
        looks.append(1)
        return pending(opened, migrations) if len(looks) > 1 else ["0002_phone"]

    pending = cabinet._pending
    monkeypatch.setattr(cabinet, "_pending", looked_before_it_was_upgraded)
    assert connect(folder, keys, upgrade) == []
    assert connected()


def test_a_failing_upgrade_changes_nothing(
    open_folder: Path, keys: Keys, migrations: Path, upgrade: Path, add: Any, names: Any
) -> None:
    add("甲")
    cabinet.disconnect()
    with (upgrade / "0002_phone.py").open("a", encoding="utf-8") as file:
        file.write("    raise KeyError('stumbled')\n")
    with pytest.raises(KeyError):
        connect(open_folder, keys, upgrade)
    assert not connected()
    assert connect(open_folder, keys, migrations) == []
    assert names() == ["甲"]
    columns = [column.name for column in database.get_columns("customer")]
    assert columns == ["id", "name"]


def test_no_upgrade_without_a_sound_copy(
    folder: Path, keys: Keys, migrations: Path, upgrade: Path, fill: Any
) -> None:
    fill(folder, 50)
    overwrite(folder / "cabinet.db", 4096 * 30 + 100, b"\x55" * 8)
    with pytest.raises(DatabaseDamagedError):
        connect(folder, keys, upgrade)
    assert not list((folder / "backups").iterdir())
    connect(folder, keys, migrations)
    assert cabinet.applied_migrations() == ["0001_first_tables"]


def test_a_newer_cabinet_is_refused_untouched(
    folder: Path, keys: Keys, migrations: Path, upgrade: Path
) -> None:
    connect(folder, keys, upgrade)
    cabinet.disconnect()
    before = (folder / "cabinet.db").read_bytes()
    with pytest.raises(NewerCabinetError) as caught:
        connect(folder, keys, migrations)
    assert caught.value.values == {"found": "0002_phone", "known": "0001_first_tables"}
    assert not connected()
    assert (folder / "cabinet.db").read_bytes() == before


# --- nothing in clear -----------------------------------------------------------------------

CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def found_in(content: bytes, texts: list[str]) -> set[str]:
    return {text for text in texts if any(text.encode(codec) in content for codec in CODECS)}


def test_no_file_holds_a_customer_in_clear(
    open_folder: Path, keys: Keys, upgrade: Path, add: Any, names: Any, tmp_path: Path
) -> None:
    customers = [f"华东第{number}机电设备公司 1380013{number:04}" for number in range(300)]
    add(*customers)
    # While it is open, with its WAL, after a sort, and again after an upgrade and its backup.
    database.execute_sql("SELECT * FROM customer ORDER BY name DESC").fetchall()
    during = [file.read_bytes() for file in open_folder.rglob("*") if file.is_file()]
    cabinet.disconnect()
    connect(open_folder, keys, upgrade)
    after = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert len(during) >= 4
    for content in during + after:
        assert found_in(content, customers) == set()
    with closing(open_connection(open_folder / "cabinet.db", keys.data_key)) as opened:
        clear = tmp_path / "clear.db"
        opened.execute("ATTACH DATABASE ? AS clear KEY ''", (str(clear),))
        opened.execute("SELECT sqlcipher_export('clear')")
    assert found_in(clear.read_bytes(), customers) == set(customers)


def test_log_in_reaches_the_rows_with_nothing_but_a_password(
    folder: Path, migrations: Path, names: Callable[[], list[str]]
) -> None:
    keys, _ = open_with_password(folder / "keys.json", 2, "clerk-password", NOW)
    connect(folder, keys, migrations)
    assert names() == []

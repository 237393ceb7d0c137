"""A backup counts only when it was opened, decrypted, checked and counted."""

import hashlib
import json
import os
import re
import stat
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.errors import (
    AlreadyThereError,
    BackupDamagedError,
    CabinetError,
    CannotWriteError,
    DatabaseDamagedError,
    InExclusiveUseError,
    NewerCabinetError,
    StoppedError,
    UnreadableFileError,
)
from model.storage import backup_file, cabinet, copying, durable
from model.storage.backup_file import (
    check_backup,
    read_backup,
    unpack_backup,
    write_backup,
)
from model.storage.backup_manifest import Manifest
from model.storage.database import open_connection
from model.storage.key_file import KeyFile, change_key_file, open_with_password
from model.storage.reasons import BACKUP_REASONS
from model.storage.vault import Keys, SlotKind, new_keys

NOW = datetime.fromisoformat("2026-03-02 07:50")


@pytest.fixture
def out(folder: Path) -> Path:
    return folder / "backups" / "day.ccb"


@pytest.fixture
def backup(open_folder: Path, out: Path, keys: Keys, add: Any) -> Path:
    """A backup of three customers."""
    add("甲", "乙", "丙")
    write_backup(open_folder, out, keys, NOW)
    return out


def repacked(backup: Path, **parts: bytes) -> Path:
    """A backup forged by someone who knows the format; `cabinet_db=...` replaces cabinet.db."""
    forged = backup.with_name("forged.ccb")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name.replace(".", "_"), old.read(name)))
    return forged


def reason(file: Path, keys: Keys) -> object:
    with pytest.raises(BackupDamagedError) as caught:
        check_backup(file, keys)
    assert caught.value.values["file"] == str(file)
    assert caught.value.values["reason"] in BACKUP_REASONS
    return caught.value.values["reason"]


# --- making ---------------------------------------------------------------------------------


def test_a_backup_says_what_it_holds(backup: Path, keys: Keys, key_file: KeyFile) -> None:
    manifest = check_backup(backup, keys)
    assert manifest.made_at == NOW
    assert manifest.cabinet_id == key_file.cabinet_id
    assert manifest.office == "华东办事处"
    assert manifest.migrations == ("0001_first_tables",)
    assert manifest.rows == {"customer": 3, "schema_migration": 1}


def test_nothing_but_the_backup_is_left(backup: Path) -> None:
    assert list(backup.parent.iterdir()) == [backup]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(backup: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_only_managers_and_the_code_open_it(backup: Path, keys: Keys, folder: Path) -> None:
    _, inside = read_backup(backup)
    kinds = [(slot.kind, slot.role) for slot in inside.slots]
    assert kinds == [(SlotKind.STAFF, "manager"), (SlotKind.RECOVERY, "")]


def test_those_named_by_the_people_s_rows_go_along(
    open_folder: Path, out: Path, keys: Keys, key_file: KeyFile
) -> None:
    holder = key_file.slots[1].public_key
    write_backup(open_folder, out, keys, NOW, holders={holder})
    _, inside = read_backup(out)
    assert [slot.public_key for slot in inside.slots] == [holder]


def test_tries_and_failures_stay_at_home(open_folder: Path, out: Path, keys: Keys) -> None:
    path = open_folder / "keys.json"
    tried = replace(KeyFile.read(path).slot(1), wrong_tries=9, last_wrong=NOW)
    change_key_file(path, lambda file: file.with_slot(tried).with_failure(1, NOW))
    write_backup(open_folder, out, keys, NOW)
    _, inside = read_backup(out)
    assert inside.slot(1).wrong_tries == 0
    assert inside.failures == ()


def test_others_work_on_while_it_is_made(
    open_folder: Path, migrations: Path, out: Path, keys: Keys, neighbour: Any, fill: Any
) -> None:
    fill(open_folder, 3000)
    other = neighbour("count", open_folder, migrations, keys.data_key.hex(), 300)
    assert other.said() == "connected"
    manifest = write_backup(open_folder, out, keys, NOW)
    assert other.said() == "done"
    assert 3000 <= manifest.rows["customer"] <= 3300
    assert check_backup(out, keys) == manifest


def test_changes_made_meanwhile_do_not_begin_it_anew(
    open_folder: Path, out: Path, keys: Keys, add: Any, fill: Any
) -> None:
    fill(open_folder, 3000)
    told: list[int] = []

    def meanwhile(done: int, _total: int) -> None:
        told.append(done)
        if len(told) <= 5:  # or a copy that begins anew would never end
            add("乙")

    assert write_backup(open_folder, out, keys, NOW, meanwhile).rows["customer"] == 3000
    assert told == sorted(told)


def test_it_holds_what_was_committed_and_not_more(
    open_folder: Path, out: Path, keys: Keys, add: Any, migrations: Path, neighbour: Any
) -> None:
    add("甲")
    assert neighbour("write_long", open_folder, migrations, keys.data_key.hex()).said() == "writing"
    assert write_backup(open_folder, out, keys, NOW).rows["customer"] == 1


def test_progress_runs_from_nothing_to_the_end(
    open_folder: Path, out: Path, keys: Keys, fill: Any
) -> None:
    fill(open_folder, 3000)
    told: list[tuple[int, int]] = []
    write_backup(open_folder, out, keys, NOW, lambda done, total: told.append((done, total)))
    done = [one for one, _ in told]
    assert done == sorted(done)
    assert len(done) > 10
    assert told[-1] == (3000, 3000)


@pytest.mark.parametrize("after", [0, 500, 1100, 1999, 2001, 3000])
def test_a_stopped_backup_leaves_nothing(
    open_folder: Path, out: Path, keys: Keys, fill: Any, names: Any, after: int
) -> None:
    fill(open_folder, 3000)

    def stop(done: int, _total: int) -> None:
        if done >= after:
            raise StoppedError

    with pytest.raises(StoppedError):
        write_backup(open_folder, out, keys, NOW, stop)
    assert list(out.parent.iterdir()) == []
    assert len(names()) == 3000


def test_a_stopped_backup_leaves_the_one_before(
    backup: Path, open_folder: Path, keys: Keys
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    before = backup.read_bytes()
    with pytest.raises(StoppedError):
        write_backup(open_folder, backup, keys, NOW, stop)
    assert backup.read_bytes() == before


def test_killed_backups_leave_whole_ones_and_are_cleared_away(
    open_folder: Path, out: Path, keys: Keys, neighbour: Any, fill: Any
) -> None:
    fill(open_folder, 2000)
    for reached in (100, 700, 1300, 2100):
        name = f"at{reached}"
        other = neighbour("back_up", open_folder, out.with_name(name), keys.data_key.hex())
        while int(other.said()) < reached:
            pass
        other.kill()
        assert (out.parent / f".{name}-half.ccb.new").exists()
        assert not (out.parent / f"{name}-half.ccb").exists()
        check_backup(out.parent / f"{name}-whole.ccb", keys)
    write_backup(open_folder, out, keys, NOW)
    assert not list(out.parent.glob(".*"))


def test_two_programs_do_not_make_the_same_file(
    open_folder: Path, out: Path, keys: Keys, folder: Path
) -> None:
    def meanwhile(_done: int, _total: int) -> None:
        with pytest.raises(InExclusiveUseError):
            write_backup(open_folder, out, keys, NOW)

    write_backup(open_folder, out, keys, NOW, meanwhile)
    check_backup(out, keys)


def test_a_damaged_database_makes_no_backup(folder: Path, out: Path, keys: Keys, fill: Any) -> None:
    fill(folder, 50)
    with (folder / "cabinet.db").open("r+b") as file:
        file.seek(4096 * 30 + 100)
        file.write(b"\x55" * 8)
    with pytest.raises(DatabaseDamagedError):
        write_backup(folder, out, keys, NOW)
    assert list(out.parent.iterdir()) == []


def test_a_copy_that_fails_its_check_does_not_count(
    open_folder: Path, out: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = backup_file.pack

    def spoilt(packed: Path, copy: Path, *rest: Any) -> None:
        content = bytearray(copy.read_bytes())
        content[5000] ^= 1
        copy.write_bytes(content)
        pack(packed, copy, *rest)

    monkeypatch.setattr(backup_file, "pack", spoilt)
    with pytest.raises(BackupDamagedError):
        write_backup(open_folder, out, keys, NOW)
    assert list(out.parent.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(
    open_folder: Path, out: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(CannotWriteError):
        write_backup(open_folder, out, keys, NOW)
    assert list(out.parent.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(folder: Path, keys: Keys, read_only: Any) -> None:
    with read_only(folder) as copy, pytest.raises(CannotWriteError):
        write_backup(folder, copy / "stick" / "day.ccb", keys, NOW)


# --- checking -------------------------------------------------------------------------------


def test_the_manager_s_password_opens_it_years_later(backup: Path, tmp_path: Path) -> None:
    _, inside = read_backup(backup)
    inside.write(tmp_path / "keys.json")
    keys, _ = open_with_password(tmp_path / "keys.json", 1, "manager-password", NOW)
    check_backup(backup, keys)


@pytest.fixture
def manifest(backup: Path) -> Manifest:
    return read_backup(backup)[0]


def part(backup: Path, name: str) -> bytes:
    with zipfile.ZipFile(backup) as archive:
        return archive.read(name)


def described(manifest: Manifest, content: bytes) -> bytes:
    """The manifest that a forger writes for another database."""
    sha256 = hashlib.sha256(content).hexdigest()
    return replace(manifest, sha256=sha256, size=len(content)).rendered()


def spoilt(content: bytes) -> bytes:
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1
    return bytes(changed)


def test_a_changed_database_is_told_by_its_checksum(backup: Path, keys: Keys) -> None:
    forged = repacked(backup, cabinet_db=spoilt(part(backup, "cabinet.db")))
    assert reason(forged, keys) == "checksum"


def test_with_the_checksum_forged_too_it_does_not_decrypt(
    backup: Path, keys: Keys, manifest: Manifest
) -> None:
    content = spoilt(part(backup, "cabinet.db"))
    forged = repacked(backup, cabinet_db=content, manifest_json=described(manifest, content))
    assert reason(forged, keys) == "encryption"


@pytest.mark.parametrize(("was", "becomes"), [("(name)", "(id)"), ("name", "id")])
def test_an_index_of_something_else_is_told(
    backup: Path, keys: Keys, manifest: Manifest, tmp_path: Path, was: str, becomes: str
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(part(backup, "cabinet.db"))
    with closing(open_connection(broken, keys.data_key)) as opened:
        opened.execute("CREATE INDEX by_name ON customer (name)")
        opened.execute("PRAGMA writable_schema = on")
        opened.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?)", (was, becomes))
    content = broken.read_bytes()
    forged = repacked(backup, cabinet_db=content, manifest_json=described(manifest, content))
    assert reason(forged, keys) == "structure"


@pytest.mark.parametrize("rows", [{"customer": 4, "schema_migration": 1}, {"customer": 3}, {}])
def test_rows_are_counted(backup: Path, keys: Keys, manifest: Manifest, rows: Any) -> None:
    forged = repacked(backup, manifest_json=replace(manifest, rows=rows).rendered())
    assert reason(forged, keys) == "rows"


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000])
def test_a_spoilt_manifest_is_told(backup: Path, keys: Keys, content: bytes) -> None:
    assert reason(repacked(backup, manifest_json=content), keys) == "manifest"


def test_a_spoilt_key_file_is_told(backup: Path, keys: Keys) -> None:
    content = part(backup, "keys.json")
    assert reason(repacked(backup, keys_json=content[:-1]), keys) == "keys"


def test_the_key_file_of_another_cabinet_is_told(
    backup: Path, keys: Keys, key_file: KeyFile
) -> None:
    other = replace(key_file, cabinet_id="11" * 16).rendered()
    assert reason(repacked(backup, keys_json=other), keys) == "manifest"


def test_keys_of_another_cabinet_are_told(backup: Path) -> None:
    assert reason(backup, new_keys()) == "other_key"


def test_a_backup_of_a_newer_program_is_told(backup: Path, keys: Keys) -> None:
    newer = json.dumps({"format": 2, "what": "ever"}).encode()
    with pytest.raises(NewerCabinetError):
        check_backup(repacked(backup, manifest_json=newer), keys)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"x" * 5000, "no_backup"),
        (b"%PDF-1.7", "no_backup"),
        (b"PK", "cut"),
        (b"PK\x03\x04" + bytes(5000), "cut"),
        (b"PK\x05\x06" + bytes(18), "parts"),
        (b"PK\x05\x06" + b"\xff" * 18, "unreadable"),
    ],
)
def test_what_is_no_backup_is_told(tmp_path: Path, keys: Keys, content: bytes, why: str) -> None:
    (tmp_path / "x.ccb").write_bytes(content)
    assert reason(tmp_path / "x.ccb", keys) == why


@pytest.mark.parametrize("share", [1, 10, 50, 90, 99])
def test_a_copy_that_was_broken_off_is_told(backup: Path, keys: Keys, share: int) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) * share // 100])
    assert reason(backup, keys) == "cut"


@pytest.mark.parametrize(
    ("part", "why"),
    [("manifest.json", "manifest"), ("keys.json", "keys"), ("cabinet.db", "checksum")],
)
def test_a_flipped_byte_names_the_part_that_it_hit(
    backup: Path, keys: Keys, part: str, why: str
) -> None:
    content = bytearray(backup.read_bytes())
    with zipfile.ZipFile(backup) as archive:
        found = archive.getinfo(part)
    beginning = found.header_offset + 30 + len(part) + len(found.extra)
    content[beginning + found.file_size // 2] ^= 1
    backup.write_bytes(content)
    assert reason(backup, keys) == why


@pytest.mark.parametrize(
    "where",
    [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"],
    ids=["header", "list of contents", "end"],
)
def test_a_flipped_byte_of_the_frame_is_told(backup: Path, keys: Keys, where: bytes) -> None:
    content = bytearray(backup.read_bytes())
    content[content.rindex(where) + 3] ^= 1
    backup.write_bytes(content)
    assert reason(backup, keys) in {"unreadable", "cut", "checksum"}


def test_a_compressed_zip_is_no_backup(backup: Path, keys: Keys) -> None:
    forged = backup.with_name("bomb.ccb")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert reason(forged, keys) == "parts"


def test_a_missing_file_is_told(tmp_path: Path, keys: Keys) -> None:
    with pytest.raises(UnreadableFileError):
        check_backup(tmp_path / "none.ccb", keys)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_no_changed_byte_gives_other_rows_or_another_error(
    backup: Path, keys: Keys, manifest: Manifest, data: st.DataObject
) -> None:
    content = bytearray(backup.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        # Half of the hits in the zip's own headers, which are a small part of the file.
        edge = data.draw(st.sampled_from([400, len(content)]))
        at = data.draw(st.integers(0, edge - 1))
        content[-1 - at if data.draw(st.booleans()) else at] ^= data.draw(st.integers(1, 255))
    changed = backup.with_name("changed.ccb")
    changed.write_bytes(content)
    try:
        assert check_backup(changed, keys) == manifest
    except CabinetError:
        return


# --- unpacking ------------------------------------------------------------------------------


def test_an_unpacked_backup_is_a_cabinet(
    backup: Path, tmp_path: Path, migrations: Path, names: Any
) -> None:
    unpack_backup(backup, tmp_path / "restored")
    restored = tmp_path / "restored"
    keys, _ = open_with_password(restored / "keys.json", 1, "manager-password", NOW)
    cabinet.connect(restored, keys, NOW, migrations=migrations)
    assert names() == ["甲", "乙", "丙"]
    assert (restored / "backups").is_dir()


def test_only_the_backup_s_own_slots_open_it(backup: Path, tmp_path: Path) -> None:
    unpack_backup(backup, tmp_path / "restored")
    staff = KeyFile.read(tmp_path / "restored" / "keys.json").slots
    assert [slot.staff_no for slot in staff] == [1, 0]


def test_it_is_unpacked_whole_or_not_at_all(backup: Path, tmp_path: Path) -> None:
    spoilt_file = repacked(backup, cabinet_db=spoilt(part(backup, "cabinet.db")))
    before = set(tmp_path.iterdir())
    with pytest.raises(BackupDamagedError):
        unpack_backup(spoilt_file, tmp_path / "restored")

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        unpack_backup(backup, tmp_path / "restored", stop)
    assert set(tmp_path.iterdir()) == before


def test_it_is_not_unpacked_over_something(backup: Path, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(AlreadyThereError):
        unpack_backup(backup, folder)


def test_a_full_disk_while_unpacking_is_not_told_as_damage(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(CannotWriteError):
        unpack_backup(backup, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_no_file_of_it_holds_a_customer_in_clear(
    open_folder: Path, out: Path, keys: Keys, add: Any
) -> None:
    customers = [f"华东第{number}机电设备公司 1380013{number:04}" for number in range(300)]
    add(*customers)
    texts = [text.encode(codec) for text in customers for codec in CODECS]
    looked_at: set[str] = set()

    def look(_done: int, _total: int) -> None:
        for file in out.parent.rglob("*"):
            if file.is_file():
                looked_at.add(file.name)
                content = file.read_bytes()
                assert not any(text in content for text in texts)

    write_backup(open_folder, out, keys, NOW, look)
    assert {"cabinet.db", "packed"} <= looked_at
    content = out.read_bytes()
    assert not any(text in content for text in texts)


CODECS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def test_every_reason_has_its_words() -> None:
    sources = (backup_file.__file__, copying.__file__)
    source = "".join(Path(file).read_text(encoding="utf-8") for file in sources)
    given = set(re.findall(r'reason="(\w+)"|return "(\w+)"|stage = "(\w+)"|else "(\w+)"', source))
    assert {code for found in given for code in found if code} == set(BACKUP_REASONS)

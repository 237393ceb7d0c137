"""A backup looked at before it is restored: what it holds, and what is wrong with it."""

import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from model.errors import (
    BackupDamagedError,
    BadInputError,
    CabinetError,
    NewerCabinetError,
    NotFoundError,
    StoppedError,
    UnreadableFileError,
    WrongPasswordError,
)
from model.sentences.errors import sentence
from model.storage import backup_file
from model.storage.backup_manifest import Manifest
from model.storage.database import connected
from model.upkeep import backup
from model.upkeep.backup_preview import Age, preview_backup
from model.upkeep.restore import restore
from model.words import words_in

from .conftest import PASSWORD, Office

OLD = Path(__file__).parents[1] / "old_cabinets"
SAMPLE_PASSWORD = "sample-office"


@pytest.fixture
def file(office: Office, now: datetime, tmp_path: Path) -> Path:
    """A backup of the office, as it lies on a stick."""
    made = backup.back_up(office.sit("王芳"), tmp_path / "usb.ccb", now)
    office.leave()
    return made.file


def test_without_a_key_it_tells_what_stands_in_clear(file: Path, now: datetime) -> None:
    seen = preview_backup(file)
    assert (seen.office, seen.made_at, seen.people, seen.cards) == ("东风办事处", now, 3, 0)
    assert (seen.holders, seen.has_code, seen.age) == (("王芳",), True, Age.SAME)
    assert seen.size == file.stat().st_size
    assert seen.log_lines > 3
    assert seen.content is None


def test_with_a_key_it_tells_what_was_found(file: Path, office: Office, now: datetime) -> None:
    for seen in (
        preview_backup(file, "王芳", PASSWORD),
        preview_backup(file, "1", PASSWORD),
        preview_backup(file, code=office.code),
    ):
        assert seen.content is not None
        assert (seen.content.people, seen.content.cards, seen.content.cards_out) == (3, 0, 0)
        assert (seen.content.last_loan, seen.content.last_visit) == (None, None)
        line = seen.content.last_line
        assert line is not None
        assert (line.event, line.actor, line.at) == ("auth.login", "王芳", now)
    assert not connected()


@pytest.mark.parametrize("name", ["0.1.0", "0.2.0-dev"])
def test_an_older_program_s_backup(name: str) -> None:
    seen = preview_backup(OLD / f"{name}.ccb", "郑国华", SAMPLE_PASSWORD)
    assert seen.age is Age.OLDER
    assert seen.content is not None
    assert (seen.content.cards, seen.content.drafts) == (40, 0)
    assert seen.content.last_line is not None


def test_what_was_done_last_is_told() -> None:
    seen = preview_backup(OLD / "0.2.0-dev.ccb", "郑国华", SAMPLE_PASSWORD)
    assert seen.content is not None
    assert seen.content.last_loan is not None
    assert seen.content.last_visit is not None
    assert (seen.loans, seen.content.cards_out) == (5, 0)


@pytest.mark.parametrize(
    ("manager", "password", "code", "error"),
    [
        ("王芳", "not-the-password", "", WrongPasswordError),
        ("王芳", "", "", WrongPasswordError),
        ("李娜", PASSWORD, "", NotFoundError),
        ("", "", "no code", BadInputError),
    ],
)
def test_a_key_that_does_not_fit_is_not_told_as_damage(
    file: Path, manager: str, password: str, code: str, error: type[CabinetError]
) -> None:
    with pytest.raises(error):
        preview_backup(file, manager, password, code=code)


def _with_part(file: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """The backup with one part forged, and the zip around it sound."""
    with zipfile.ZipFile(file) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    with zipfile.ZipFile(file, "w") as new:
        for part, content in parts.items():
            new.writestr(part, change(content) if part == name else content)


def _flip(at: float) -> Callable[[bytes], bytes]:
    def flipped(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[int(len(content) * at)] ^= 1
        return bytes(changed)

    return flipped


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda file: (file.write_bytes(change(file.read_bytes())), None)[1]


def _another_zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "dear customer")


def _newer_manifest(file: Path) -> None:
    _with_part(file, "manifest.json", lambda _: json.dumps({"format": 99}).encode())


def _newer_tables(file: Path) -> None:
    def newer(content: bytes) -> bytes:
        plain = json.loads(content)
        del plain["format"]
        plain["made_at"] = datetime.fromisoformat(plain["made_at"])
        plain["migrations"] = (*plain["migrations"], "0999_what_comes_later")
        return Manifest(**plain).rendered()

    _with_part(file, "manifest.json", newer)


DAMAGE = [
    pytest.param(_rewritten(lambda _: b""), "empty", id="empty"),
    pytest.param(_rewritten(lambda _: b"dear customer"), "no_backup", id="a letter"),
    pytest.param(_another_zip, "parts", id="another zip"),
    pytest.param(_rewritten(lambda one: one[: len(one) // 2]), "cut", id="half"),
    pytest.param(_rewritten(lambda one: one[:-1]), "unreadable", id="one byte short"),
    pytest.param(lambda file: _with_part(file, "manifest.json", _flip(0.0)), "manifest",
                 id="manifest"),
    pytest.param(lambda file: _with_part(file, "keys.json", _flip(0.5)), "keys", id="keys"),
    pytest.param(lambda file: _with_part(file, "cabinet.db", _flip(0.0)), "checksum", id="salt"),
    pytest.param(lambda file: _with_part(file, "cabinet.db", _flip(0.5)), "checksum", id="page"),
    pytest.param(lambda file: _with_part(file, "cabinet.db", lambda one: one[:-4096]), "checksum",
                 id="a page less"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "reason"), DAMAGE)
def test_damage_is_told_by_look_and_restore_alike(
    file: Path, tmp_path: Path, now: datetime, damage: Callable[[Path], None], reason: str
) -> None:
    damage(file)
    for attempt in (
        lambda: preview_backup(file, "王芳", PASSWORD),
        lambda: restore(file, tmp_path / "again", "王芳", PASSWORD, now),
    ):
        with pytest.raises(BackupDamagedError) as caught:
            attempt()
        assert caught.value.values["reason"] == reason
        for language in ("zh", "en"):
            assert str(file) in sentence(caught.value, words_in(language))
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("make", [_newer_manifest, _newer_tables])
def test_a_newer_program_s_backup_is_told_as_that(
    file: Path, tmp_path: Path, now: datetime, make: Callable[[Path], None]
) -> None:
    make(file)
    with pytest.raises(NewerCabinetError):
        preview_backup(file, "王芳", PASSWORD)
    with pytest.raises(NewerCabinetError):
        restore(file, tmp_path / "again", "王芳", PASSWORD, now)
    assert not (tmp_path / "again").exists()


def test_newer_tables_are_told_without_a_key(file: Path) -> None:
    _newer_tables(file)
    assert preview_backup(file).age is Age.NEWER


def test_no_such_file(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.ccb", tmp_path):
        with pytest.raises(UnreadableFileError):
            preview_backup(missing)


def test_a_stopped_look_leaves_nothing(file: Path, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises(StoppedError):
        preview_backup(file, "王芳", PASSWORD, progress=stop, scratch=scratch)
    assert list(scratch.iterdir()) == []


def test_what_lies_there_meanwhile_is_encrypted(file: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    seen = []

    def look(_done: int, _total: int) -> None:
        seen.extend(path.read_bytes() for path in scratch.rglob("*") if path.is_file())

    preview_backup(file, "王芳", PASSWORD, progress=look, scratch=scratch)
    assert seen
    assert not any(
        word.encode() in content for content in seen for word in ("王芳", "SQLite format")
    )
    assert list(scratch.iterdir()) == []


def test_a_look_asks_while_a_cabinet_is_open(file: Path, office: Office) -> None:
    desk = office.sit("王芳")
    preview_backup(file, "王芳", PASSWORD)
    assert connected()
    assert backup_file.check_backup(file, desk.keys)

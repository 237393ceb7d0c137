"""What must hold after every kill, whatever was being done: all acts told, none by halves."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from model.errors import WrongPasswordError
from model.office import log_in
from model.office.audit import Event
from model.office.office_settings import RECOVERY_KEY, stored
from model.office.tables import Person
from model.storage.backup_file import check_backup
from model.storage.key_file import KeyFile
from model.storage.passwords import read_recovery_code
from model.storage.vault import Keys, Slot, open_slot
from model.upkeep.restore import restore
from model.upkeep.verify import verify
from tests.end_to_end.killing import Kills
from tests.end_to_end.mixed.contradictions import CHECKS
from tests.end_to_end.mixed.found import FOUND, facts_of
from tests.end_to_end.mixed.office import CHANGING, MANAGER, PASSWORD

KEY_ACTS = {"change_password", "reset_password"}
LEFT_BESIDE = ("*.new", ".*.new", ".*.half")


def opens(slot: Slot, password: str) -> bool:
    """Whether a password opens a slot, without counting as a try."""
    try:
        open_slot(slot, password).forget()
    except WrongPasswordError:
        return False
    return True


def is_whole(file: Path) -> bool:
    """Whether a paper or a file of data can be read to its end."""
    if file.suffix == ".pdf":
        return all(page.get_contents() is not None for page in PdfReader(file, strict=True).pages)
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            return book.testzip() is None and "xl/worksheets/sheet1.xml" in book.namelist()
    return file.read_text(encoding="utf-8-sig").endswith("\n")


@dataclass
class Looked:
    """One cabinet under the kills, and what was found after each.

    Attributes:
        folder: the cabinet; papers and the second folder lie beside it.
        kills: what the workers told.
        password: of the person whose password changes, as the key file has it now.
        key_changes: how many times it was changed or reset.
        code: the recovery code that counts; empty: still the first one.
        codes: how many times it was renewed.
        read: how many told acts were looked at.
        unlogged: checksums of papers whose act was killed after the file and before the log.
        seen: backups that were checked, as they lay there.
        backups: how many backups were checked.
        restored: how many were restored as a cabinet.
    """

    folder: Path
    kills: Kills
    password: str = PASSWORD
    key_changes: int = 0
    code: str = ""
    codes: int = 0
    read: int = 0
    unlogged: set[str] = field(default_factory=set)
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    backups: int = 0
    restored: int = 0

    def look(self, now: datetime) -> None:
        """Everything."""
        told = self.kills.done[self.read :]
        self.read = len(self.kills.done)
        self._keys(told)
        desk = log_in.log_in(self.folder, MANAGER, PASSWORD, now)
        try:
            assert verify(desk, "", now).faults == ()
            self._rows_of_keys()
            for found in FOUND:
                self._whole_or_not(found)
            for check in CHECKS:
                check(self)
            self._papers(told)
            self._backups(desk.keys, now)
        finally:
            log_in.lock_screen(desk, now)

    def begun(self, *acts: str) -> dict[str, Any] | None:
        """The act that was killed midway, if it is one of these."""
        begun = self.kills.begun
        return begun if begun and begun["act"] in acts else None

    def told(self, *acts: str) -> list[dict[str, Any]]:
        """Everything that was told as done."""
        return [one for one in self.kills.done if one["act"] in acts]

    # --- keys --------------------------------------------------------------------------------

    def _keys(self, told: list[dict[str, Any]]) -> None:
        """The key file is whole, and opens with what was told, or with what was just begun."""
        for one in told:
            if one["act"] in KEY_ACTS:
                self.password, self.key_changes = one["password"], self.key_changes + 1
            if one["act"] == "renew_code":
                self.code, self.codes = one["code"], self.codes + 1
        key_file = KeyFile.read(self.folder / "keys.json")
        slot = next(slot for slot in key_file.slots if slot.name == CHANGING)
        begun = self.begun(*KEY_ACTS)
        if begun and opens(slot, begun["password"]):
            self.password, self.key_changes = begun["password"], self.key_changes + 1
        assert opens(slot, self.password), "the told password opens nothing"
        renewed = self.begun("renew_code")
        if renewed and opens(key_file.recovery, read_recovery_code(renewed["code"])):
            self.code, self.codes = renewed["code"], self.codes + 1
        if self.code:
            assert opens(key_file.recovery, read_recovery_code(self.code))

    def _rows_of_keys(self) -> None:
        """People's rows, the code's fact and the log say what the key file says."""
        key_file = KeyFile.read(self.folder / "keys.json")
        rows = {person.staff_no: person.public_key for person in Person.select()}
        slots = {slot.staff_no: slot.public_key for slot in key_file.slots if slot.staff_no}
        assert rows == slots, "a slot and its row differ"
        assert stored(RECOVERY_KEY) == key_file.recovery.public_key
        changed = len(facts_of(Event.PASSWORD)) + len(facts_of(Event.STAFF_RESET))
        assert changed == self.key_changes, "the log and the slots differ"
        codes = [facts for _, facts in facts_of(Event.RECOVERY_CODE)]
        assert sum(facts["what"] == "new_code" for facts in codes) == self.codes

    # --- what can be found by the number of its act ---------------------------------------------

    def _whole_or_not(self, found: tuple[str, Callable[[], set[int]]]) -> None:
        act, find = found
        numbers = find()
        acknowledged = self.kills.acknowledged[act]
        assert acknowledged <= numbers, (act, "lost", acknowledged - numbers)
        killed = {number for name, number in self.kills.interrupted if name == act}
        assert numbers <= acknowledged | killed, (act, numbers - acknowledged - killed)

    # --- files -------------------------------------------------------------------------------

    def _papers(self, told: list[dict[str, Any]]) -> None:
        """Every file under its own name is whole, and the newest of it that was logged."""
        papers = self.folder.parent / "papers"
        begun = self.kills.begun or {}
        for one in told:
            if "file" in one and one["act"] != "back_up" and one["file"] != begun.get("file"):
                for left in (f"{one['file']}.new", f".{one['file']}.new"):
                    assert not (papers / left).exists(), left
        logged = [facts["sha256"] for event in (Event.PRINT, Event.EXPORT)
                  for _, facts in facts_of(event) if "sha256" in facts]  # fmt: skip
        files = {}
        for file in papers.iterdir():
            if file.name.endswith(".new"):
                continue
            files[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
            if files[file.name] not in {*logged, *self.unlogged}:
                assert file.name == begun.get("file"), (file.name, "is in no log")
                self.unlogged.add(files[file.name])
            assert is_whole(file), file.name
        newest = {subject: facts["sha256"] for subject, facts in facts_of(Event.EXPORT)}
        for name, sha256 in newest.items():
            if name.startswith("log-"):
                assert files.get(name) in {sha256, *self.unlogged}, (name, "logged, not there")

    def _backups(self, keys: Keys, now: datetime) -> None:
        """Every backup of both folders opens; one that is new restores, too."""
        fresh = []
        for file in (*(self.folder / "backups").glob("*.ccb"),
                     *(self.folder.parent / "second").glob("*.ccb")):  # fmt: skip
            stat = file.stat()
            if self.seen.get(file) != (stat.st_ino, stat.st_mtime_ns):
                check_backup(file, keys)
                self.seen[file] = (stat.st_ino, stat.st_mtime_ns)
                self.backups += 1
                fresh.append(file)
        if fresh:
            self._restore(max(fresh, key=lambda file: file.stat().st_mtime_ns), now)

    def _restore(self, file: Path, now: datetime) -> None:
        again = self.folder.parent / "again"
        assert restore(file, again, MANAGER, PASSWORD, now).faults == ()
        shutil.rmtree(again)
        self.restored += 1


def left_beside(folder: Path) -> list[str]:
    """What killed programs left beside the files of a folder."""
    return sorted(path.name for pattern in LEFT_BESIDE for path in folder.glob(pattern))

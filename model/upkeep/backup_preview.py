"""What a backup would give back, before anything is made of it.

Without a key: what its manifest says in clear. With one: what was found in it after it was opened,
decrypted, checked and counted. Nothing is written but a scratch file, encrypted as in the backup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from model.progress import Progress, silent
from model.storage import backup_file, cabinet
from model.storage.backup_content import BackupContent, read_content
from model.storage.backup_manifest import Manifest
from model.storage.key_file import KeyFile
from model.storage.vault import SlotKind
from model.upkeep.restore import opened_keys, refuse_newer


class Age(StrEnum):
    """A backup's tables beside those of this program."""

    OLDER = "older"
    SAME = "same"
    NEWER = "newer"


@dataclass(frozen=True)
class BackupPreview:
    """What a backup says of itself, and what was found in it.

    Attributes:
        file: the backup.
        office: the office's name.
        made_at: office wall-clock time.
        size: bytes of the file.
        cards: drafts among them.
        people: those who have left among them.
        loans: ever written.
        visits: visit records.
        log_lines: lines of its log.
        generation: of its keys.
        age: older tables are brought up to date by a restore; newer ones need a newer program.
        holders: names of the managers whose passwords open it.
        has_code: the recovery code of that time opens it too.
        content: what was found with a key, or None.
    """

    file: Path
    office: str
    made_at: datetime
    size: int
    cards: int
    people: int
    loans: int
    visits: int
    log_lines: int
    generation: int
    age: Age
    holders: tuple[str, ...]
    has_code: bool
    content: BackupContent | None = None


def preview_backup(
    file: Path,
    manager: str = "",
    password: str = "",
    *,
    code: str = "",
    progress: Progress = silent,
    scratch: Path | None = None,
) -> BackupPreview:
    """Look at a backup; as at a log-in, there is no desk before it.

    Args:
        file: the backup.
        manager: name or staff number of a manager; with neither this nor a code, only what
            stands in clear is told.
        password: the manager's, as it was when the backup was made.
        code: the printed recovery code.
        progress: told (done, total); what it raises stops the look.
        scratch: folder for the encrypted database meanwhile; by default the system's.

    Raises:
        UnreadableFileError, BackupDamagedError, NewerCabinetError: the backup is not usable.
        WrongPasswordError, BadInputError, NotFoundError: the key does not fit.
    """
    manifest, key_file = backup_file.read_backup(file)
    content = None
    if manager or code:
        refuse_newer(manifest)
        keys = opened_keys(key_file, manager, password, code)
        try:
            content = read_content(file, keys, progress, scratch)
        finally:
            keys.forget()
    return _preview(file, manifest, key_file, content)


def _preview(
    file: Path, manifest: Manifest, key_file: KeyFile, content: BackupContent | None
) -> BackupPreview:
    rows = manifest.rows
    return BackupPreview(
        file=file,
        office=manifest.office,
        made_at=manifest.made_at,
        size=file.stat().st_size,
        cards=rows.get("customer_card", 0),
        people=rows.get("person", 0),
        loans=rows.get("loan", 0),
        visits=rows.get("visit_record", 0),
        log_lines=rows.get("audit_line", 0),
        generation=manifest.generation,
        age=_age(manifest),
        holders=tuple(slot.name for slot in key_file.slots if slot.kind is SlotKind.STAFF),
        has_code=any(slot.kind is SlotKind.RECOVERY for slot in key_file.slots),
        content=content,
    )


def _age(manifest: Manifest) -> Age:
    known, held = set(cabinet.known_migrations()), set(manifest.migrations)
    if held - known:
        return Age.NEWER
    return Age.OLDER if known - held else Age.SAME

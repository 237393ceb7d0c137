"""Words for backups: their kinds, and why the second folder has none."""

from __future__ import annotations

from model.words import Words, mark

KINDS: dict[str, str] = {
    "daily": mark("BackupKind", "daily"),
    "by_hand": mark("BackupKind", "by hand"),
    "before_upgrade": mark("BackupKind", "before an upgrade"),
    "before_restore": mark("BackupKind", "before a restore"),
}
"""By the value of `model.upkeep.backup_health.BackupKind`."""

SECOND_FAULTS: dict[str, str] = {
    "missing": mark(
        "SecondFolder", "It is not there. Is the stick plugged in, the disk or network reached?"
    ),
    "same": mark("SecondFolder", "It lies in the cabinet's own folder. Choose another one."),
    "taken": mark(
        "SecondFolder",
        "A backup of another cabinet lies there under the same name. Choose a folder for this "
        "cabinet alone.",
    ),
    "full": mark("SecondFolder", "It is full. Make room there, or choose another folder."),
    "refused": mark("SecondFolder", "It is write-protected, or you may not write there."),
    "damaged": mark(
        "SecondFolder",
        "What was written there could not be read back as it was. Use another stick or disk.",
    ),
    "unreachable": mark("SecondFolder", "It does not answer, or the connection broke off."),
}
"""Why a copy did not arrive, by the code that the log keeps."""


def kind_name(kind: str, words: Words) -> str:
    """What sort of backup it is."""
    return words("BackupKind", KINDS[kind])


def second_fault(code: str, words: Words) -> str:
    """Why the second folder has no copy, and what to do."""
    return words("SecondFolder", SECOND_FAULTS.get(code, SECOND_FAULTS["unreachable"]))

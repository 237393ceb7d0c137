"""Why a backup does not count, by the code that `BackupDamagedError` carries as its reason."""

from __future__ import annotations

from model.words import mark

BACKUP_REASONS: dict[str, str] = {
    "empty": mark("FileReason", "the file is empty."),
    "no_backup": mark("FileReason", "it is another kind of file, no backup of a card cabinet."),
    "cut": mark(
        "FileReason",
        "its end is missing, as after a copy that was broken off. Copy it once more from where it "
        "came.",
    ),
    "parts": mark("FileReason", "it is no backup of a card cabinet, or parts of it are missing."),
    "manifest": mark("FileReason", "its table of contents is damaged."),
    "keys": mark("FileReason", "its key slots are damaged."),
    "unreadable": mark("FileReason", "the file is damaged."),
    "checksum": mark("FileReason", "the file was changed, or is not whole."),
    "other_key": mark("FileReason", "its keys are not those of its database."),
    "encryption": mark("FileReason", "pages of it do not decrypt."),
    "structure": mark("FileReason", "its database contradicts itself."),
    "rows": mark("FileReason", "it does not hold all the rows that it names."),
}

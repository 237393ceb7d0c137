"""Why a backup does not count, by the code that `BackupDamagedError` carries as its reason."""

from __future__ import annotations

from model.words import mark

BACKUP_REASONS: dict[str, str] = {
    "unreadable": mark("FileReason", "it is not a backup file, or its frame is damaged"),
    "parts": mark("FileReason", "it is not a backup of this program"),
    "manifest": mark("FileReason", "its list of contents is damaged"),
    "keys": mark("FileReason", "its key file is damaged"),
    "checksum": mark("FileReason", "its database was changed after it was written"),
    "encryption": mark("FileReason", "its database does not decrypt"),
    "structure": mark("FileReason", "its database contradicts itself"),
    "rows": mark("FileReason", "rows are missing, or there are too many"),
    "other_key": mark("FileReason", "it is of another cabinet, or from before the keys changed"),
}

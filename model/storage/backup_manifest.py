"""What a backup says of itself, in clear: when, of which cabinet, how many rows. No customer."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from model.errors import NewerCabinetError

FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """The `manifest.json` of a backup.

    Attributes:
        made_at: office wall-clock time.
        cabinet_id: as in the key file.
        office: the office's name.
        generation: of the keys.
        migrations: that the database has been through, in order.
        rows: number of rows by table.
        size: bytes of the encrypted database.
        sha256: of the encrypted database, hexadecimal.
    """

    made_at: datetime
    cabinet_id: str
    office: str
    generation: int
    migrations: tuple[str, ...]
    rows: dict[str, int]
    size: int
    sha256: str

    def rendered(self) -> bytes:
        """As it is written into the backup."""
        plain = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return (json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    @staticmethod
    def parsed(content: bytes) -> Manifest:
        """Read one back.

        Raises:
            ValueError, TypeError, KeyError: it is damaged.
            NewerCabinetError: a newer program has made it.
        """
        plain: dict[str, Any] = json.loads(content.decode())
        made_by = plain.pop("format")
        if type(made_by) is int and made_by > FORMAT:
            raise NewerCabinetError(found=f"manifest {made_by}", known=f"manifest {FORMAT}")
        plain["made_at"] = datetime.fromisoformat(plain["made_at"])
        plain["migrations"] = tuple(plain["migrations"])
        manifest = Manifest(**plain)
        if manifest.rendered() != content:
            raise ValueError("not as we write it")
        return manifest

"""What the window remembers on this PC between two starts; nothing of any customer."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_LONGEST_LIST = 6


class Memory:
    """Language, place of the window, and the cabinets opened last."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
        )

    @property
    def language(self) -> str:
        """`zh`, `en`, or the empty string while nobody has chosen."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt keeps it; empty at the first start."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def cabinets(self) -> list[Path]:
        """The cabinets opened last, newest first, that are still there."""
        found = self._settings.value("cabinets", [])
        if isinstance(found, str):  # a list of one comes back as its one entry
            found = [found]
        names = found if isinstance(found, list) else []
        return [Path(name) for name in names if Path(name).is_dir()]

    def remember_cabinet(self, cabinet: Path) -> None:
        """Put a cabinet at the head of the list."""
        others = [path for path in self.cabinets if path != cabinet]
        kept = [cabinet, *others][:_LONGEST_LIST]
        self._settings.setValue("cabinets", [str(path) for path in kept])

    def name_at(self, cabinet: Path) -> str:
        """Who logged in last at this cabinet, to be offered first."""
        return str(self._settings.value(f"last_name/{cabinet.name}", ""))

    def remember_name(self, cabinet: Path, name: str) -> None:
        """Offer this name first the next time."""
        self._settings.setValue(f"last_name/{cabinet.name}", name)


def sample_folder() -> Path:
    """Where this user's sample office stands."""
    data = Path(platformdirs.user_data_dir("card-cabinet", appauthor=False))
    return data / "sample.cabinet"

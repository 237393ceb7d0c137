"""Words for what a dismissal leaves: backups that a former key still opens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from model.words import Words, mark

LEFT_BACKUPS: dict[str, str] = {
    "unreachable": mark(
        "Dismissal",
        "{file} cannot be reached now. It is encrypted anew at the next backup that finds it.",
    ),
    "cannot_write": mark(
        "Dismissal",
        "{file} cannot be written: the disk is full or write-protected, or another program is at "
        "it. The next backup tries once more.",
    ),
    "stopped": mark(
        "Dismissal", "{file} is still to be encrypted anew; the next backup goes on with it."
    ),
    "damaged": mark("Dismissal", "{file} is damaged and cannot be encrypted anew. Delete it."),
    "older_key": mark(
        "Dismissal",
        "{file} is of an older key, which is no longer there. Delete it, or keep it locked away.",
    ),
}
"""Why a backup was not encrypted anew, by the code of `model.upkeep.resealing.LeftBackup`."""


class Left(Protocol):
    """A backup that was left, and why."""

    @property
    def file(self) -> str: ...  # noqa: D102 - its name
    @property
    def why(self) -> str: ...  # noqa: D102 - a key of `LEFT_BACKUPS`


def left_sentences(left: Iterable[Left], words: Words) -> list[str]:
    """One sentence for each backup that a former key still opens."""
    return [words("Dismissal", LEFT_BACKUPS[one.why]).format(file=one.file) for one in left]

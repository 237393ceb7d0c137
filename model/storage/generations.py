"""Which database file counts: the one that the key file's generation names.

`cabinet.db` is of the first generation, `cabinet-2.db` stands after one re-key. Beside a file that
a re-key is still writing lies a mark: until the key file names its generation, it does not count.
Together they tell what a kill left from what somebody put back:

* a later generation with its mark is half of a re-key that never happened;
* a later generation without it was worked in: then the key file is an old one;
* an earlier generation is what a re-key left behind.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from model.storage.durable import sync_folder, told_as_cannot_write

_NAMED = re.compile(r"cabinet(?:-([1-9]\d{0,18}))?\.db")
_BESIDE = ("-wal", "-shm", "-journal")
_MARK = ".begun"


def path_of(folder: Path, generation: int) -> Path:
    """Where the database of one generation stands."""
    return folder / ("cabinet.db" if generation == 1 else f"cabinet-{generation}.db")


def standing(folder: Path) -> dict[int, Path]:
    """The database files that are there, by generation."""
    if not folder.is_dir():
        return {}
    named = ((_NAMED.fullmatch(path.name), path) for path in folder.iterdir())
    return {int(name[1] or 1): path for name, path in named if name and path.is_file()}


def is_overtaken(folder: Path, generation: int) -> bool:
    """Whether a later generation was worked in: this one must not come to life again."""
    return any(
        later > generation and not _mark_of(path).exists()
        for later, path in standing(folder).items()
    )


def mark_begun(path: Path) -> None:
    """Note, durably and before the file is there, that it does not count yet."""
    with told_as_cannot_write(path):
        _mark_of(path).touch(mode=0o600)
        sync_folder(path.parent)


def clear(path: Path) -> None:
    """Remove a database file that does not count, its mark last; what cannot go stays."""
    with suppress(OSError):
        for name in (path.name, *(path.name + end for end in _BESIDE)):
            path.with_name(name).unlink(missing_ok=True)
        _mark_of(path).unlink(missing_ok=True)
        sync_folder(path.parent)


def clear_others(folder: Path, generation: int) -> None:
    """Leave only the generation that counts.

    To be called once its database was opened, and by nobody but who shares the cabinet or has it
    alone: no re-key is under way then.
    """
    counts = path_of(folder, generation)
    with suppress(OSError):
        if _mark_of(counts).exists():
            _mark_of(counts).unlink()
            sync_folder(folder)
    for other, path in standing(folder).items():
        if other < generation or (other > generation and _mark_of(path).exists()):
            clear(path)
    # A mark whose file was never begun, or is gone.
    for mark in folder.glob(f"cabinet*.db{_MARK}"):
        if not mark.with_name(mark.name.removesuffix(_MARK)).exists():
            with suppress(OSError):
                mark.unlink()


def _mark_of(path: Path) -> Path:
    return path.with_name(path.name + _MARK)

"""What the operating system and SQLite say of a file, in a reader's own words.

They speak English, or whatever the system speaks, and never say what to do.
"""

from __future__ import annotations

import errno
import os

from model.words import Words, mark

_FULL = mark("System", "the disk is full; make room on it and try again")
_READ_ONLY = mark("System", "the disk or folder is read-only; choose another one")
_GONE = mark("System", "there is no such folder or file; is the disk or the stick in?")

_BY_NUMBER: dict[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: mark("System", "the disk takes no file as large as this; choose another one"),
    errno.EROFS: _READ_ONLY,
    errno.EACCES: mark("System", "this PC's user may not do it; choose another folder"),
    errno.EPERM: mark("System", "this PC's user may not do it; choose another folder"),
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EISDIR: mark("System", "that is a folder, not a file"),
    errno.EIO: mark("System", "the disk cannot be read or written there; it may be failing"),
    errno.ENAMETOOLONG: mark("System", "the name is too long"),
    errno.EBUSY: mark("System", "another program holds it; close that one and try again"),
}
_BY_TEXT = {os.strerror(number): told for number, told in _BY_NUMBER.items()} | {
    "database or disk is full": _FULL,
    "attempt to write a readonly database": _READ_ONLY,
    "unable to open database file": _GONE,
    "disk I/O error": _BY_NUMBER[errno.EIO],
}


def system_words(text: str, words: Words) -> str:
    """The same in words that say what to do, or the text itself where nothing is known of it."""
    for known, told in _BY_TEXT.items():
        if known in text:
            return words("System", told)
    return text

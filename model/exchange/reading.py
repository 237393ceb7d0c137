"""Reading a file of customers: an .xlsx workbook or a list in text, told by what is in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from model.errors import UnreadableFileError
from model.exchange.delimited import read_list
from model.exchange.sheets import MOST_BYTES, Sheet, SourceFile, limits
from model.exchange.workbook import read_workbook
from model.progress import Progress

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_WEB = (b"<html", b"<!doctype html", b"<table", b"<?xml")


def read_source(path: Path, progress: Progress, encoding: str = "") -> SourceFile:
    """Read a whole file.

    Args:
        path: the file; its name does not matter, only what is in it.
        progress: told (0, 0) between the sheets; whatever it raises stops the reading.
        encoding: how a list in text is written; empty: find out.

    Raises:
        UnreadableFileError: not there, too large, empty, of another format, or damaged.
    """
    data = _bytes_of(path)
    progress(0, 0)
    sheets: tuple[Sheet, ...]
    hidden: tuple[Sheet, ...] = ()
    if data.startswith(_ZIP):
        encoding, (sheets, hidden) = "xlsx", read_workbook(path, data, progress)
    else:
        _refuse_other_formats(path, data)
        encoding, sheet = read_list(path, data, encoding, progress)
        sheets = (sheet,)
    if not any(sheet.lines for sheet in (*sheets, *hidden)):
        raise UnreadableFileError(file=path.name, reason="empty")
    return SourceFile(path, encoding, hashlib.sha256(data).hexdigest(), sheets, hidden)


def _bytes_of(path: Path) -> bytes:
    """The file's bytes."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFileError(file=path.name, reason="too_large", **limits())
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(file=path.name, reason="not_there") from error
    except OSError as error:
        told = error.strerror or type(error).__name__
        raise UnreadableFileError(file=path.name, reason="not_readable", told=told) from error
    if not data.strip(b"\x00\r\n\t "):
        raise UnreadableFileError(file=path.name, reason="empty")
    return data


def _refuse_other_formats(path: Path, data: bytes) -> None:
    """Tell what a file is that is no list in text."""
    if data.startswith(_OLE):
        reason = "password" if _ENCRYPTED in data else "old_format"
    elif data.startswith(_PICTURES):
        reason = "other_format"
    elif data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB):
        reason = "web_page"
    else:
        return
    raise UnreadableFileError(file=path.name, reason=reason)

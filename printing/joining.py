"""Volumes joined to one document: PDFs that this program wrote itself, one after the other.

A long run is drawn in volumes, so that its pages never stand in memory all at once and two
processes can draw (`volumes.py`). Their objects are numbered on and their page trees hang under
a new root; nothing is drawn or compressed anew. Any other PDF is no matter of this file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

_REFERENCE = re.compile(rb"(\d+) 0 R")
_HEADER = re.compile(rb"%PDF-[\d.]+\n%[^\n]*\n")
_OBJECT = re.compile(rb"\d+ 0 obj\n")
_INFO, _ROOT = re.compile(rb"/Info (\d+) 0 R"), re.compile(rb"/Root (\d+) 0 R")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_COUNT = re.compile(rb"/Count (\d+)")
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
_STREAM, _END, _OPEN = b"stream\n", b"endobj\n", b"<<\n"
_ENTRY = 20  # bytes of a line of the cross-reference table


@dataclass(frozen=True, slots=True)
class _Volume:
    """One PDF taken apart: its objects, numbered from 1 on, and which of them lead to the rest."""

    objects: list[bytes]
    info: int
    catalogue: int
    pages: int


@dataclass(slots=True)
class _Writer:
    """Writes objects, remembers where each begins, and sums the bytes up."""

    out: BinaryIO
    at: int = 0
    begins: list[int] = field(default_factory=list)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def write(self, data: bytes) -> None:
        """Write bytes."""
        self.out.write(data)
        self.digest.update(data)
        self.at += len(data)

    def add(self, content: bytes) -> None:
        """Write one object; it gets the next number."""
        self.begins.append(self.at)
        self.write(b"%d 0 obj\n%s%s" % (len(self.begins), content, _END))


def join(volumes: Sequence[bytes], out: BinaryIO) -> str:
    """Write volumes as one document; a single one as it is.

    Args:
        volumes: PDFs as `PrintDoc` writes them, at least one.
        out: where the document goes.

    Returns:
        SHA-256 of its bytes, in hex.
    """
    writer = _Writer(out)
    if len(volumes) == 1:
        writer.write(volumes[0])
        return writer.digest.hexdigest()
    first = _taken_apart(volumes[0])
    root = sum(_size(volume) for volume in volumes) + 1
    writer.write(_found(_HEADER, volumes[0])[0])
    trees, pages = [], 0
    for data in volumes:
        volume = _taken_apart(data)
        before = len(writer.begins)
        trees.append(before + volume.pages)
        pages += int(_found(_COUNT, volume.objects[volume.pages - 1])[1])
        _add_volume(writer, volume, before, root)
    kids = b" ".join(b"%d 0 R" % tree for tree in trees)
    writer.add(b"<<\n/Count %d /Kids [ %s ] /Type /Pages\n>>\n" % (pages, kids))
    _finish(writer, first)
    return writer.digest.hexdigest()


def _add_volume(writer: _Writer, volume: _Volume, before: int, root: int) -> None:
    """Write the objects of one volume with the numbers that they have from now on.

    Title and catalogue are the first volume's; the catalogue leads to the new root of all pages.
    """
    for number, content in enumerate(volume.objects, 1):
        if number in {volume.info, volume.catalogue} and before:
            writer.add(b"null\n")
        elif number == volume.info:
            writer.add(content)
        elif number == volume.catalogue:
            writer.add(_PAGES.sub(b"/Pages %d 0 R" % root, content))
        else:
            moved = _moved(content, before)
            if number == volume.pages:
                moved = moved.replace(_OPEN, b"%s/Parent %d 0 R " % (_OPEN, root), 1)
            writer.add(moved)


def _moved(content: bytes, before: int) -> bytes:
    """An object whose references are counted on; a stream's own bytes are left alone."""
    words, mark, stream = content.partition(_STREAM)
    moved = _REFERENCE.sub(lambda found: b"%d 0 R" % (int(found[1]) + before), words)
    return moved + mark + stream


def _finish(writer: _Writer, first: _Volume) -> None:
    """Write the cross-reference table and the trailer; the document's number is its own digest."""
    name = writer.digest.hexdigest()[:32].encode()
    start, count = writer.at, len(writer.begins) + 1
    table = b"".join(b"%010d 00000 n \n" % begin for begin in writer.begins)
    writer.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table))
    writer.write(
        b"trailer\n<<\n/ID [<%s><%s>]\n/Info %d 0 R\n/Root %d 0 R\n/Size %d\n>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (name, name, first.info, first.catalogue, count, start)
    )


def _taken_apart(data: bytes) -> _Volume:
    """The objects of a PDF by its cross-reference table."""
    begins, trailer = _table(data)
    ends = [*begins[1:], _start(data)]
    objects = [
        data[_found(_OBJECT, data, begin).end() : end].removesuffix(_END)
        for begin, end in zip(begins, ends, strict=True)
    ]
    info, catalogue = (int(_found(which, trailer)[1]) for which in (_INFO, _ROOT))
    pages = int(_found(_PAGES, objects[catalogue - 1])[1])
    return _Volume(objects, info, catalogue, pages)


def _table(data: bytes) -> tuple[list[int], bytes]:
    """Where each object begins, and the trailer."""
    table, _, trailer = data[_start(data) :].partition(b"trailer\n")
    _, _, lines = table.partition(b"f \n")
    begins = [int(lines[at : at + 10]) for at in range(0, len(lines), _ENTRY)]
    return begins, trailer


def _size(data: bytes) -> int:
    """How many objects a PDF has."""
    return len(_table(data)[0])


def _start(data: bytes) -> int:
    """Where the cross-reference table begins."""
    found = _START.search(data, max(0, len(data) - 64))
    if found is None:
        raise ValueError("no PDF of this program")
    return int(found[1])


def _found(pattern: re.Pattern[bytes], data: bytes, at: int = 0) -> re.Match[bytes]:
    """What a PDF of this program always has."""
    found = pattern.search(data, at)
    if found is None:
        raise ValueError("no PDF of this program")
    return found

"""A run of many sheets drawn in volumes: by this process, or by two that get their values by pipes.

A volume always holds the same number of sheets, whoever draws it, so the document's bytes do not
depend on the machine. Values travel through pipes and bytes come back: no file holds a customer.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

from model.progress import Progress
from printing.fonts import MissingGlyph
from printing.joining import join
from printing.paper import Printed

T = TypeVar("T")

SHEETS = 60
"""Cards in a volume: 120 faces, about two seconds' work."""

WORTH_TWO = 300
"""From so many cards on a second process is worth its start, about a second."""

_PROCESSES = 2
_AHEAD = 2  # volumes that wait for each process, so that none stands idle


@dataclass(frozen=True, slots=True)
class Volume:
    """What a volume came to.

    Attributes:
        data: its PDF.
        pages: how many it has.
        missing: characters that no font has.
    """

    data: bytes
    pages: int
    missing: tuple[MissingGlyph, ...]


def write_in_volumes(
    sheets: Sequence[T],
    draw: Callable[[Sequence[T]], Volume],
    out: BinaryIO,
    progress: Progress,
    *,
    processes: int = 0,
) -> Printed:
    """Draw a run and write it as one document, or nothing.

    Args:
        sheets: what is drawn; it and `draw` must be fit to be sent to another process.
        draw: makes a volume of some of them.
        out: where the PDF goes, whole.
        progress: told (done, total) sheets after each volume; whatever it raises stops the work.
        processes: how many draw; 0 = two for a long run where the machine has two cores.
    """
    parts = [sheets[at : at + SHEETS] for at in range(0, len(sheets), SHEETS)] or [sheets]
    volumes: list[Volume] = []
    done = 0
    for part, volume in zip(parts, _drawn(parts, draw, processes or _usual(sheets)), strict=True):
        volumes.append(volume)
        done += len(part)
        progress(done, len(sheets))
    sha256 = join([volume.data for volume in volumes], out)
    missing = {glyph.char: glyph for volume in volumes for glyph in volume.missing}
    pages = sum(volume.pages for volume in volumes)
    return Printed(pages, sha256, tuple(missing[char] for char in sorted(missing)))


def _usual(sheets: Sequence[T]) -> int:
    """How many processes are worth it."""
    return _PROCESSES if len(sheets) >= WORTH_TWO and (os.cpu_count() or 1) > 1 else 1


def _drawn(
    parts: Sequence[Sequence[T]], draw: Callable[[Sequence[T]], Volume], processes: int
) -> Iterator[Volume]:
    """The volumes in order; where no second process can be had, this one draws them all."""
    number = 0
    if processes > 1:
        try:
            for volume in _drawn_apart(parts, draw, processes):
                yield volume
                number += 1
        except BrokenProcessPool:
            pass
    for part in parts[number:]:
        yield draw(part)


def _drawn_apart(
    parts: Sequence[Sequence[T]], draw: Callable[[Sequence[T]], Volume], processes: int
) -> Iterator[Volume]:
    """The volumes in order, drawn by other processes; a stop waits for those in hand only.

    A process is begun anew (spawn): a copy of this one would hold its database and its keys.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context)
    waiting: deque[Future[Volume]] = deque()
    try:
        for part in parts:
            waiting.append(pool.submit(draw, part))
            if len(waiting) >= processes * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)

"""The log read through from its first line: whether anybody changed it unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from model.office.audit import stored_head
from model.office.log_chain import NO_LINE, PAPER_DIGITS, Line, digest, paper_head
from model.office.tables import AuditLine
from model.storage.rows import bare_rows

_PAPER = re.compile(rf"(\d{{1,12}})-([0-9A-F]{{{PAPER_DIGITS}}})", re.ASCII)
_DASHES = "‐‑‒–—―−－ー一·_~"
_LOOK_ALIKE = str.maketrans({**dict.fromkeys(_DASHES, "-"), "O": "0", "I": "1", "L": "1"})


def line_of(row: tuple[object, ...]) -> Line:
    """A stored row, without number and hash, as a line."""
    texts = [str(value) for value in row[1:-1]]
    return Line(texts[0], int(texts[1]), *texts[2:])


def faults(secret: bytes | bytearray, paper: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Walk the whole log and tell what is wrong with it.

    Args:
        secret: the log's own secret.
        paper: a head copied from an older register, as `paper_head` printed it; read however it
            was typed.

    Yields:
        (code, facts): `log_gap`, `log_line_changed`, `log_tail_cut`, `log_seal_broken`, of paper
        `log_paper_differs`, `log_paper_line_gone`, `log_paper_unreadable`; only the first broken
        link is named, since all after it follow from it.
    """
    previous, last, broken = NO_LINE, 0, False
    anchor = read_paper(paper)
    there = anchor is not None and anchor == read_paper(paper_head(0, NO_LINE))
    differs = False
    # As the engine has them: a text that was turned into bytes reads the same through a field, and
    # no question about its event or subject finds that line any more.
    for row in bare_rows(AuditLine.select().order_by(AuditLine.no)):
        no, stored = int(row[0]), str(row[-1])
        if no != last + 1 and not broken:
            broken = True
            yield "log_gap", {"after": last, "found": no}
        if not broken and not _fits(secret, previous, row):
            broken = True
            yield "log_line_changed", {"no": no}
        previous, last = stored, no
        if anchor is not None and anchor[0] == no:
            there, differs = True, read_paper(paper_head(no, stored)) != anchor
    if not broken:
        yield from _head_faults(secret, last, previous)
    if paper.strip() and anchor is None:
        yield "log_paper_unreadable", {"paper": paper.strip()}
    elif anchor is not None and not there:
        yield "log_paper_line_gone", {"no": anchor[0], "last": last}
    elif anchor is not None and differs:
        yield "log_paper_differs", {"no": anchor[0], "paper": f"{anchor[0]}-{anchor[1]}"}


def _fits(secret: bytes | bytearray, previous: str, row: Sequence[object]) -> bool:
    """Whether a row is as it was written: values of the right types, under its own hash."""
    no, at, staff_no, *texts, stored = row
    if not isinstance(staff_no, int) or not all(isinstance(text, str) for text in (at, *texts)):
        return False
    return digest(secret, (previous, str(no), *map(str, row[1:-1]))) == stored


def read_paper(text: str) -> tuple[int, str] | None:
    """A head as somebody typed it from paper: line number and start of the hash; None for neither.

    Full-width signs, small letters, blanks and any dash are taken; so are the letters O and I for
    the digits that look like them, since no hash has them.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    plain = plain.translate(_LOOK_ALIKE)
    found = _PAPER.fullmatch(plain)
    return (int(found[1]), found[2]) if found else None


def _head_faults(
    secret: bytes | bytearray, last: int, previous: str
) -> Iterator[tuple[str, dict[str, object]]]:
    """Whether the sealed head agrees with the last line that is there."""
    head = stored_head(secret)
    if head is None:
        if last:
            yield "log_tail_cut", {"last": last, "sealed": 0}
    elif head.no != last or head.chained_hash != previous:
        yield "log_tail_cut", {"last": last, "sealed": head.no}
    elif not head.sealed:
        yield "log_seal_broken", {"last": last}

"""The log read through from its first line: whether anybody changed it unseen."""

from __future__ import annotations

from collections.abc import Iterator

from model.office.audit import NO_LINE, Line, digest, paper_head
from model.office.tables import AuditLine, LogHead


def line_of(row: tuple[object, ...]) -> Line:
    """A stored row, without number and hash, as a line."""
    texts = [str(value) for value in row[1:-1]]
    return Line(texts[0], int(texts[1]), *texts[2:])


def faults(secret: bytes | bytearray, paper: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Walk the whole log and tell what is wrong with it.

    Args:
        secret: the log's own secret.
        paper: a head copied from an older register, as `paper_head` printed it.

    Yields:
        (code, facts): `log_gap`, `log_line_changed`, `log_tail_cut`, `log_paper_differs`;
        only the first broken link is named, since all after it follow from it.
    """
    previous, last, broken = NO_LINE, 0, False
    on_paper: str | None = None
    wanted = paper.strip().upper()
    paper_no = wanted.partition("-")[0]
    for row in AuditLine.select().order_by(AuditLine.no).tuples().iterator():
        no, stored = int(row[0]), str(row[-1])
        if no != last + 1 and not broken:
            broken = True
            yield "log_gap", {"after": last, "found": no}
        previous = digest(secret, (previous, *line_of(row).fields(no)))
        if previous != stored and not broken:
            broken = True
            yield "log_line_changed", {"no": no}
        previous, last = stored, no
        if str(no) == paper_no:
            on_paper = paper_head(no, stored)
    if not broken:
        yield from _head_faults(secret, last, previous)
    if wanted and not (wanted == paper_head(0, NO_LINE) or on_paper == wanted):
        yield "log_paper_differs", {"paper": wanted}


def _head_faults(
    secret: bytes | bytearray, last: int, previous: str
) -> Iterator[tuple[str, dict[str, object]]]:
    """Whether the sealed head agrees with the last line that is there."""
    head = LogHead.get_or_none(LogHead.id == 1)
    if head is None:
        if last:
            yield "log_tail_cut", {"last": last, "sealed": 0}
        return
    sealed = head.seal == digest(secret, ("head", str(head.no), head.chained_hash))
    if not sealed or head.no != last or head.chained_hash != previous:
        yield "log_tail_cut", {"last": last, "sealed": head.no}

"""How lines of the log are chained, and what paper shows of the last one; nothing is read here."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import NamedTuple

NO_LINE = "0" * 64
"""What the first line is chained to."""
PAPER_DIGITS = 20
"""80 bits: enough to anchor the log on paper, and short enough to be typed from it."""


class Line(NamedTuple):
    """One line of the log before it is numbered: its columns between number and hash, in order."""

    at: str
    staff_no: int
    actor: str
    role: str
    workplace: str
    event: str
    subject_kind: str
    subject: str
    before: str
    after: str
    reason: str
    document: str

    def fields(self, no: int) -> tuple[str, ...]:
        """Everything the hash covers, in order."""
        return (str(no), *map(str, self))


def digest(secret: bytes | bytearray, parts: Iterable[str]) -> str:
    """HMAC-SHA256 over length-prefixed parts, in hex."""
    mac = hmac.new(secret, digestmod=hashlib.sha256)
    for part in parts:
        data = part.encode()
        mac.update(len(data).to_bytes(4, "big"))
        mac.update(data)
    return mac.hexdigest()


def paper_head(no: int, chained_hash: str) -> str:
    """A line's number and the start of its hash, as printed on the day's register."""
    return f"{no}-{chained_hash[:PAPER_DIGITS].upper()}"

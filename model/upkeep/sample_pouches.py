"""A few attachments of the sample office, drawn by code: licences, business cards, shop fronts.

The pictures show bars and blocks: no font and no library of pictures is needed for them. Its dice
are its own, so that it changes no other fact of the sample.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from model.cards.attachments import put_in_pouch
from model.cards.definition import CardKind
from model.cards.tables import CustomerCard
from model.office.desk import Desk

CARDS = 24
"""Most cards that have something in their pouch."""

_SHARE = 0.1
_GREEN, _PAPER, _INK, _SKY = (47, 93, 80), (255, 253, 246), (34, 48, 60), (168, 200, 220)
_KEPT = ("档案柜二层", "业务员保管", "财务室")
Colour = tuple[int, int, int]


def fill_pouches(keeper: Desk, seed: int, now: datetime) -> None:
    """Put a licence, a business card or a shop front into some pouches, inside a transaction.

    Args:
        keeper: whose desk they come in at.
        seed: the same seed gives the same pouches.
        now: when they come in.
    """
    random = Random(f"pouches {seed}")
    cards = list(CustomerCard.select().order_by(CustomerCard.id))
    wanted = min(CARDS, max(1, round(len(cards) * _SHARE)))
    for card in random.sample(cards, min(wanted, len(cards))):
        for file_name, content, columns in _papers(random, card, now):
            put_in_pouch(keeper, card, file_name, content, columns, now)


def _papers(
    random: Random, card: CustomerCard, now: datetime
) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """(file name, bytes, columns) of what hangs in one pouch."""
    if card.customer_kind == CardKind.COMPANY:
        code = str(card.__data__["uscc"] or "")
        until = now.date() + timedelta(days=random.randrange(-40, 3000))
        more = {"document_no": code, "valid_until": until, "is_original": random.random() < 0.3}
        lines = ("BUSINESS LICENCE - SAMPLE", code, f"valid until {until}")
        yield "营业执照.pdf", one_page_pdf(lines), _columns("licence", "application/pdf", **more)
    if random.random() < 0.6:
        yield "名片.png", business_card(random), _columns("business_card", "image/png")
    if random.random() < 0.4:
        yield "门头.png", shop_front(random), _columns("photo", "image/png")


def _columns(kind: str, media_type: str, **more: Any) -> dict[str, Any]:
    kept = _KEPT[len(kind) % len(_KEPT)]
    return {"kind": kind, "media_type": media_type, "kept_where": kept, **more}


# --- pictures --------------------------------------------------------------------------------


class _Picture:
    """A small picture of blocks.

    Args:
        width: pixels.
        height: pixels.
        ground: its colour before anything is drawn.
    """

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(bytes(ground) * width) for _ in range(height)]

    def block(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """Fill a rectangle."""
        for row in self._rows[top : top + height]:
            row[3 * left : 3 * (left + width)] = bytes(colour) * width

    def png(self) -> bytes:
        """The picture as a PNG of eight bits a colour."""
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        lines = b"".join(b"\0" + bytes(row) for row in self._rows)
        parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    """A part of a PNG with its length and check."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def business_card(random: Random) -> bytes:
    """A business card: a mark, a name and lines of small print."""
    picture = _Picture(360, 216, _PAPER)
    picture.block(0, 0, 360, 12, _GREEN)
    picture.block(24, 36, 48, 48, _GREEN)
    picture.block(96, 44, random.randrange(60, 110), 26, _INK)
    for line in range(4):
        picture.block(96, 100 + 24 * line, random.randrange(120, 230), 8, _INK)
    return picture.png()


def shop_front(random: Random) -> bytes:
    """A shop: sky, house, sign, door and a window."""
    picture = _Picture(480, 320, _SKY)
    wall = (190 + random.randrange(50), 180 + random.randrange(40), 165)
    picture.block(40, 80, 400, 240, wall)
    picture.block(40, 90, 400, 56, random.choice((_GREEN, (150, 40, 40), (40, 70, 130))))
    picture.block(80, 106, random.randrange(200, 320), 24, _PAPER)
    picture.block(200, 180, 80, 140, _INK)
    picture.block(70, 190, 100, 80, _SKY)
    return picture.png()


# --- paper -----------------------------------------------------------------------------------


def one_page_pdf(lines: tuple[str, ...]) -> bytes:
    """A page of A5 with lines of Latin text, and nothing that depends on the clock.

    Args:
        lines: without brackets and backslashes, which would have to be written otherwise.
    """
    text = "".join(f"({line}) Tj 0 -30 Td " for line in lines)
    page = f"BT /F1 18 Tf 40 360 Td {text}ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(written))
    )

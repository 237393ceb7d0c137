"""Looks at SQLCipher's pages without SQLCipher, to tell damage from a wrong key."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from model.storage.database import salt_of

PAGE = 4096
TAG = 64
LOOKED_AT = 64


def any_page_of(path: Path, data_key: bytes | bytearray) -> bool:
    """Whether one of the first pages was written under this key: then the key is right.

    SQLCipher 4 ends each page with an HMAC-SHA512 over its cipher text, its IV and its number
    (little-endian), under a key that two rounds of PBKDF2 make of the data key and the salt.
    """
    salt = bytes(byte ^ 0x3A for byte in salt_of(data_key))
    tag_key = hashlib.pbkdf2_hmac("sha512", data_key, salt, 2, 32)
    with path.open("rb") as file:
        for number in range(1, LOOKED_AT + 1):
            page = file.read(PAGE)
            if len(page) == PAGE and _sound(page, number, tag_key):
                return True
    return False


def _sound(page: bytes, number: int, tag_key: bytes) -> bool:
    start = 16 if number == 1 else 0  # the file's salt is not part of page 1
    signed = page[start:-TAG] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(tag_key, signed, "sha512"), page[-TAG:])

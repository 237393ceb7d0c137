"""Passwords and the recovery code as people type them."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from model.errors import BadInputError, Problem, WeakPasswordError

SHORTEST_PASSWORD = 8

# Crockford's letters: no I, L, O or U, so that handwriting on paper reads back one way only.
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_RANDOM = 26  # letters of 5 bits: 130 bits
CODE_CHECK = 2
CODE_GROUP = 4


def normal_password(password: str) -> bytes:
    """The bytes of a password however it was typed.

    NFKC, because an input method left in full-width mode types ａｂｃ１２３ for abc123, and a
    Mac types é in two parts.
    """
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def check_password(password: str) -> None:
    """Refuse a new password that is too short.

    Raises:
        WeakPasswordError: fewer than `SHORTEST_PASSWORD` characters, or only one repeated.
    """
    normal = unicodedata.normalize("NFKC", password)
    if len(normal) < SHORTEST_PASSWORD or len(set(normal)) == 1:
        raise WeakPasswordError(shortest=SHORTEST_PASSWORD)


def make_recovery_code() -> str:
    """130 random bits and a check, as seven groups of four letters for a sheet of paper."""
    body = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_RANDOM))
    return _grouped(body + _check_letters(body))


def read_recovery_code(text: str) -> str:
    """The code as it was made, from whatever way it was copied off the paper.

    Case, spaces, hyphens and full-width letters do not matter; O is 0, I and L are 1.

    Raises:
        BadInputError: the letters are not those of any recovery code: a slip of the pen.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(str.maketrans("OIL", "011"))
    code = "".join(letter for letter in plain if letter.isalnum())
    body, check = code[:CODE_RANDOM], code[CODE_RANDOM:]
    if set(code) - set(CODE_LETTERS) or len(body) < CODE_RANDOM or check != _check_letters(body):
        raise BadInputError([Problem("recovery_code", "recovery_code")])
    return _grouped(code)


def _grouped(code: str) -> str:
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))


def _check_letters(body: str) -> str:
    digest = hashlib.sha256(b"recovery code" + body.encode()).digest()
    return "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in digest[:CODE_CHECK])

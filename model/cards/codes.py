"""Codes and addresses that a machine reads: postcode, bank account, e-mail, website, WeChat."""

from __future__ import annotations

import re

from model.cards.characters import compact, half_width, seen, trimmed
from model.cards.checked import Checked, refused, warned

_POSTCODE = re.compile(r"\d{6}", re.ASCII)
_ACCOUNT = re.compile(r"\d{8,32}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;:<>()\[\]\"]+@[^@\s,;:<>()\[\]\"]+\.[^@\s,;:<>()\[\]\".]+")
_WEBSITE = re.compile(
    r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[^\W\d_][\w-]*(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
_WECHAT = re.compile(r"[A-Za-z][A-Za-z0-9_-]{5,19}", re.ASCII)
# People are found in WeChat by mobile or QQ number too, and write that down.
_WECHAT_BY_NUMBER = re.compile(r"[1-9]\d{4,10}", re.ASCII)


def postcode(text: str) -> Checked:
    """Read a postcode: six digits, which may begin with 0 (050000 is Shijiazhuang)."""
    code = compact(text).replace("-", "")
    if not code:
        return Checked(None)
    if not _POSTCODE.fullmatch(code) or code == "000000":
        return refused("postcode_format")
    return Checked(code)


def postcode_of_sheet(text: str) -> Checked:
    """Read a postcode of a spreadsheet; what is none is left out with a warning.

    Customers abroad have other postcodes, and a spreadsheet drops a leading 0: neither may stop
    a whole row, and 50000 cannot be told from a foreign code, so nothing is guessed.
    """
    checked = postcode(text)
    return warned(None, "postcode_left_out") if checked.problems else checked


def bank_account(text: str) -> Checked:
    """Read a bank account: 8 to 32 digits; blanks and hyphens between them are dropped."""
    digits = compact(text).replace("-", "")
    if not digits:
        return Checked(None)
    return Checked(digits) if _ACCOUNT.fullmatch(digits) else refused("bank_account_format")


def email(text: str) -> Checked:
    """Read an e-mail address: one @ and a dot after it; letters of any script."""
    address = re.sub("^mailto:", "", trimmed(half_width(seen(text))), flags=re.IGNORECASE)
    if not address:
        return Checked(None)
    if not _EMAIL.fullmatch(address) or ".." in address:
        return refused("email_format")
    return Checked(address)


def website(text: str) -> Checked:
    """Read a host or an address of the web."""
    address = trimmed(half_width(seen(text)))
    if not address:
        return Checked(None)
    return Checked(address) if _WEBSITE.fullmatch(address) else refused("website_format")


def wechat(text: str) -> Checked:
    """Read a WeChat name; a mobile or QQ number in its place is kept with a warning."""
    name = compact(text)
    if not name:
        return Checked(None)
    if _WECHAT.fullmatch(name):
        return Checked(name)
    if _WECHAT_BY_NUMBER.fullmatch(name):
        return warned(name, "wechat_is_number")
    return refused("wechat_format")

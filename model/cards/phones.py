"""Telephone numbers: landline with area code, 400 and 800 numbers, mobiles, numbers abroad.

Stored as `028-85551234-801`, `400-123-4567`, `13900000001`, `+551239235555` (domain.md §2.8).
"""

from __future__ import annotations

import re

from model.cards.characters import compact, half_width
from model.cards.checked import Checked, refused, warned

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_CHINA = re.compile(r"(\+|00)?86-?(.+)", re.ASCII)
_LANDLINE = re.compile(
    r"(?:(?P<city>010|02\d)-?(?P<eight>[2-9]\d{7})"
    r"|(?P<region>0[3-9]\d{2})-?(?P<number>[2-9]\d{6,7}))"
    r"(?:-(?P<extension>\d{1,6}))?",
    re.ASCII,
)
_LOCAL = re.compile(r"[2-9]\d{6,7}(?:-\d{1,6})?", re.ASCII)
_SERVICE = re.compile(r"([48]00)(\d{3})(\d{4})", re.ASCII)
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{6,14}", re.ASCII)
# 00 is written for + before the codes of Hong Kong, Macau and Taiwan; before others it is more
# often a slip of the hand.
_NEAR = re.compile(r"^00(?=85[23]|886)", re.ASCII)
_EXTENSION = re.compile(r"[-,;]?(?:转|轉|分机|内线|ext\.?|x|#)[:.]?(?=\d{1,6}$)", re.IGNORECASE)
# The number after the area code is often written in two halves: 028-8555-1234.
_HALVES = re.compile(r"^(\(?0\d{2,3}\)?-?)?([2-9]\d{2,3})-(\d{4})(?=-|$)", re.ASCII)
_LABEL = re.compile(r"^(?:电话|手机|传真|固话|tel|mobile|fax|phone)[.:]?", re.IGNORECASE)
_SEVERAL = re.compile(r"\d{7}.*[/、;,|或和].*\d{7}|\d{7}[^\d]*\s+[^\d]*\d{7}", re.DOTALL)


def mobile(text: str) -> Checked:
    """Read a mobile number: eleven digits, with or without +86, blanks and hyphens."""
    number = _bare(text)
    if not number:
        return Checked(None)
    plain = number.replace("-", "")
    if _MOBILE.fullmatch(plain):
        return Checked(plain)
    reason = "mobile_abroad" if _abroad(number) else "mobile_format"
    return _refused(text, reason)


def landline(text: str, area_code: str = "") -> Checked:
    """Read a landline, 400 or 800 number.

    Args:
        text: as typed; extensions as `-801`, `转801`, `ext. 801`.
        area_code: the office's own, for a number without one; may be empty.

    Returns:
        The normalised number. A mobile in this cell and a number abroad are kept with a warning:
        small shops have no other telephone.
    """
    number = _bare(text)
    if not number:
        return Checked(None)
    if _LOCAL.fullmatch(number) and not _SERVICE.fullmatch(number.replace("-", "")):
        if not area_code:
            return refused("phone_area_code")
        number = f"{area_code}-{number}"
    if found := _LANDLINE.fullmatch(number):
        return Checked(_written(found))
    return _other_than_landline(number) or _refused(text, "phone_format")


def with_lost_zero(text: str) -> Checked | None:
    """Read a landline whose leading 0 a spreadsheet has dropped; None if it is none."""
    digits = compact(text)
    found = _LANDLINE.fullmatch(f"0{digits}") if digits.isdigit() and len(digits) > 8 else None
    return warned(_written(found), "phone_zero_added") if found else None


def digits_of(phone: str) -> str:
    """A number's bare digits, by which it is found and compared."""
    return "".join(filter(str.isdigit, compact(phone)))


def _bare(text: str) -> str:
    """Half-width digits and hyphens, the extension behind a hyphen, without +86."""
    number = _EXTENSION.sub("-", _LABEL.sub("", compact(text).strip(".:")))
    if number.startswith("+"):
        number = number.replace("(0)", "")
    number = re.sub(r"[()]", "", re.sub(r"\)(?=\d)", "-", number)).strip("-")
    return _whole(_at_home(re.sub(r"-{2,}", "-", number)))


def _whole(number: str) -> str:
    """A landline written in two halves as one."""
    return _HALVES.sub(r"\1\2\3", number)


def _at_home(number: str) -> str:
    """A number without the country code of China; an area code gets its 0 back."""
    found = _CHINA.fullmatch(number)
    if not found:
        return number
    rest = found[2]
    plain = rest.replace("-", "")
    if not (rest.startswith("0") or _MOBILE.fullmatch(plain) or _SERVICE.fullmatch(plain)):
        rest = f"0{rest}"
    known = found[1] or _MOBILE.fullmatch(plain) or _LANDLINE.fullmatch(_whole(rest))
    return rest if known else number


def _written(found: re.Match[str]) -> str:
    """A landline in the form in which it is stored."""
    area, number = found["city"] or found["region"], found["eight"] or found["number"]
    return "-".join(filter(None, (area, number, found["extension"])))


def _other_than_landline(number: str) -> Checked | None:
    """A number that may stand in a telephone cell without being a landline."""
    plain = number.replace("-", "")
    if found := _SERVICE.fullmatch(plain):
        return Checked("-".join(found.groups()))
    if _MOBILE.fullmatch(plain):
        return warned(plain, "phone_is_mobile")
    return _abroad(number)


def _abroad(number: str) -> Checked | None:
    """A number with the code of another country."""
    plain = _NEAR.sub("+", number.replace("-", ""))
    return warned(plain, "phone_abroad") if _ABROAD.fullmatch(plain) else None


def _refused(text: str, reason: str) -> Checked:
    """Why a text is no number: two numbers in one cell have a reason of their own."""
    return refused("phone_several" if _SEVERAL.search(half_width(text)) else reason)

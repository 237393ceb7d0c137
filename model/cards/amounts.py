"""Numbers as people write them: money with separators and units, counts, shares, month days."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from model.cards.characters import compact, half_width, trimmed
from model.cards.checked import Checked, joined, refused
from model.errors import Problem

CENT = Decimal("0.01")
_PLACES = 2
_LARGEST = 12
"""Digits before the point: more is a slip, and does not fit the column."""

_PLAIN = re.compile(r"\d+(?:\.\d*)?|\.\d+", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d*)?", re.ASCII)
_SEPARATED = re.compile(r"[\d., ']+", re.ASCII)
_CURRENCY = re.compile(r"^(?:人民币|RMB|CNY|[¥￥])+|(?:人民币|RMB|CNY)$", re.IGNORECASE)
_SCALE = re.compile(r"(亿|千万|百万|十万|万|千)?(?:元整?|圆整?|块)?$")
_SCALES = {
    "亿": 100_000_000,
    "千万": 10_000_000,
    "百万": 1_000_000,
    "十万": 100_000,
    "万": 10_000,
    "千": 1_000,
}
_NEGATIVE = re.compile(r"^\((.+)\)$|^-(.+)$")
_MONTH_END = {"月末", "月底", "monthend", "endofmonth"}


def money(text: str, unit: int = 1, *, computed: bool = False) -> Checked:
    """Read an amount with two places.

    Args:
        text: "1,200.00", "¥1200", "120万元"; an amount that names no unit is in the field's own.
        unit: yuan in one unit of the field: 1, or 10,000 for 万元.
        computed: a spreadsheet's cell, where 0.30000000000000004 stands for 0.30.
    """
    written = _CURRENCY.sub("", trimmed(half_width(text)))
    if not written:
        return Checked(None)
    sign, written = _sign(trimmed(written))
    written = _CURRENCY.sub("", written)
    scale = _SCALE.search(written)
    bare = trimmed(written[: scale.start()] if scale else written)
    number = _number(bare)
    if number is None:
        return refused(_why_no_amount(bare))
    if scale and scale[0]:
        number = number * _SCALES.get(scale[1], 1) / unit
        return _two_places(sign * number, rounding=unit > 1)
    return _two_places(sign * number, rounding=computed and _nearly_whole(number))


def decimal(text: str, unit_words: tuple[str, ...] = (), *, computed: bool = False) -> Checked:
    """Read a number with at most two places, e.g. an area; a unit behind it is dropped."""
    written = _without_unit(trimmed(half_width(text)), unit_words)
    if not written:
        return Checked(None)
    sign, written = _sign(written)
    number = _number(written)
    if number is None:
        return refused("number_format")
    return _two_places(sign * number, rounding=computed and _nearly_whole(number))


def percent(text: str, *, computed: bool = False) -> Checked:
    """Read a share in per cent: "60", "60%"."""
    return decimal(text, ("%", "percent", "百分之"), computed=computed)


def whole_number(text: str, unit_words: tuple[str, ...] = ()) -> Checked:
    """Read a count: "35", "35人", "1,200"; 35.0 of a spreadsheet is 35."""
    written = _without_unit(trimmed(half_width(text)), unit_words)
    if not written:
        return Checked(None)
    sign, written = _sign(written)
    number = _number(written)
    if number is None:
        return refused("integer_format")
    if number.adjusted() >= _LARGEST:
        return refused("number_too_long", longest=_LARGEST)
    if number != number.to_integral_value():
        return refused("integer_format")
    return Checked(int(sign * number))


def day_of_month(text: str) -> Checked:
    """Read a settlement day: 1 to 31, or 月末, which is kept as 31."""
    if compact(text).lower() in _MONTH_END:
        return Checked(31)
    return within(whole_number(text.replace("每月", ""), ("日", "号")), 1, 31)


def within(checked: Checked, lowest: int | None, highest: int | None) -> Checked:
    """A number that keeps between its bounds; both are included."""
    value = checked.value
    if not isinstance(value, int | Decimal):
        return checked
    if lowest is not None and value < lowest:
        if lowest == 0:
            return refused("negative")
        return refused("too_low", lowest=lowest)
    if highest is not None and value > highest:
        return refused("too_high", highest=highest)
    return checked


def _sign(written: str) -> tuple[int, str]:
    """The sign and what follows it; book-keepers write negative amounts in brackets."""
    found = _NEGATIVE.match(written.replace("−", "-").replace("－", "-"))
    return (-1, found[1] or found[2]) if found else (1, written)


def _number(written: str) -> Decimal | None:
    """A number that is written plainly, or with thousands separators where they belong."""
    if _GROUPED.fullmatch(written):
        written = re.sub("[, ]", "", written)
    if not _PLAIN.fullmatch(written):
        return None
    return Decimal(written)


def _why_no_amount(written: str) -> str:
    """13,75 has a reason of its own: taken for 1375 it would be a hundred times too much."""
    return "money_separator" if _SEPARATED.fullmatch(written) else "money_format"


def _nearly_whole(number: Decimal) -> bool:
    """Whether a number is one of two places but for a binary fraction's dust."""
    return number.adjusted() < _LARGEST and abs(number - number.quantize(CENT)) < Decimal(
        "0.000001"
    )


def _two_places(number: Decimal, *, rounding: bool) -> Checked:
    """A number as it is stored; more places are refused, unless a conversion made them."""
    if number.adjusted() >= _LARGEST:
        return refused("number_too_long", longest=_LARGEST)
    exact = number.quantize(CENT, ROUND_HALF_UP) + 0  # no minus zero
    if exact == number:
        return Checked(exact)
    if not rounding:
        return refused("too_many_places", places=_PLACES)
    if _nearly_whole(number):
        return Checked(exact)
    return joined(exact, [Problem("", "rounded", values={"stored": f"{exact:,}"})])


def _without_unit(written: str, unit_words: tuple[str, ...]) -> str:
    """A number without the unit behind it."""
    folded = written.lower()
    for word in unit_words:
        if folded.endswith(word.lower()):
            return trimmed(written[: -len(word)])
    return written

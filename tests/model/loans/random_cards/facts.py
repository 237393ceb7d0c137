"""What people type on random cards: paths, good and bad texts, and which of them are private."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from hypothesis import strategies as st

from model.cards.definition import CardKind

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL

# `{n}` becomes a number that comes only once: what was cleared can be looked for everywhere.
_ON_BOTH: dict[str, Sequence[str]] = {
    "email": ("a@b.cn", "c@d.cn", "", "nobody"),
    "dislikes": ("private-{n}", "无", ""),
    "trade_terms": ("月结", "现款", ""),
    "is_focus": ("1", "0"),
    "is_key_account": ("1", "0"),
    "payment_method": ("monthly", "", "by magic"),
    "customer_goal": ("x" * 999, "扩大门店", ""),
}
FIELDS: dict[CardKind, dict[str, Sequence[str]]] = {
    COMPANY: {
        **_ON_BOTH,
        "likes": ("守时", "无", ""),
        "full_name": ("客户甲总厂{n}", ""),
        "short_name": ("甲厂", "乙厂", ""),
        "website": ("不适用", "www.example.com", ""),
        "employees": ("12", "30", "many", ""),
        "reg_capital": ("100", "200.5", ""),
        "bank_account": ("6222021234567890123", ""),
    },
    INDIVIDUAL: {
        **_ON_BOTH,
        "hobbies": ("private-{n}", ""),
        "home_address": ("private-{n}号",),
        "birth_date": ("1985-07-09", "农历1985-7-9", ""),
        "occupation": ("司机", ""),
    },
}
ROWS: dict[str, dict[str, Sequence[str]]] = {
    "contacts": {
        "name": ("何文斌", "孙兰", "周平", ""),
        "mobile": ("13800000001", "13900000002", "1", ""),
        "roles": ("user", "user,decider", ""),
        "birth_date": ("1985-07-09", "7月9日", ""),
        "hobbies": ("private-{n}", ""),
        "family": ("private-{n}", ""),
        "is_primary": ("1", "0"),
        "left_on": ("2026-01-05", ""),
    },
    "needs": {
        "description": ("送货快", "价格稳", ""),
        "importance": ("2", "5", "9", ""),
        "is_top": ("1", "0"),
    },
    "competitor_sales": {
        "brand": ("甲牌", "乙牌", ""),
        "price": ("12.50", ""),
        "observed_by": ("李明", "王芳", ""),
    },
    "sales_history": {"year": ("2024", "2025", ""), "net_sales": ("100", "250.50", "")},
    "investments": {
        "spent_on": ("2026-03-01", "2026-03-02", ""),
        "investment_kind": ("gift", "meal", ""),
        "amount": ("30", ""),
    },
}
_REQUIRED = {
    "contacts": ("name",),
    "needs": ("description",),
    "competitor_sales": ("brand",),
    "sales_history": ("year",),
    "investments": ("spent_on", "investment_kind"),
}
PRIVATE = re.compile(r"(contacts#\S+\.)?(dislikes|hobbies|home_address|birth_date|family)")
"""The private ones of these paths, told once more in plain words (domain.md §5.6 A, DC2)."""

HOBBIES = sorted(ROWS["contacts"]).index("hobbies")
"""The place of a private column."""

_numbers = count(1)


class Edit(NamedTuple):
    """One thing that somebody does on the form, before it is known what stands on the card.

    Attributes:
        table: of a row; empty for a field.
        column: its place among the columns, or among the fields; None takes a row out.
        row: which one of those that stand there; 0 is a new row.
        text: which of its texts.
    """

    table: str
    column: int | None
    row: int
    text: int


_TEXTS = st.sampled_from((0, 0, 1, 1, 2, 3))
_FIELD = st.builds(Edit, st.just(""), st.integers(0, 11), st.just(0), _TEXTS)
_CELL = st.builds(
    Edit, st.sampled_from(("contacts", "contacts", *ROWS)), st.integers(0, 7), st.integers(0, 3),
    _TEXTS,
)  # fmt: skip
_OUT = st.builds(Edit, st.sampled_from(sorted(ROWS)), st.none(), st.integers(1, 3), st.just(0))
edits = st.lists(st.one_of(_FIELD, _CELL, _CELL, _OUT), min_size=1, max_size=4)


def as_typed(
    kind: CardKind, found: Sequence[Edit], rows: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, str]:
    """The texts by their paths, for a card with these rows; a new row comes with what it needs."""
    texts: dict[str, str] = {}
    for edit in found:
        if not edit.table:
            path = sorted(FIELDS[kind])[(edit.column or 0) % len(FIELDS[kind])]
            texts[path] = _text(FIELDS[kind][path], edit.text)
            continue
        numbers = [row["row_no"] for row in rows.get(edit.table, ())]
        if edit.column is None:
            if numbers:
                texts[f"{edit.table}#{numbers[edit.row % len(numbers)]}"] = ""
            continue
        columns = ROWS[edit.table]
        column = sorted(columns)[edit.column % len(columns)]
        if edit.row and numbers:
            place = f"{edit.table}#{numbers[edit.row % len(numbers)]}"
        else:
            place = f"{edit.table}#+{1 + edit.text % 2}"
            for needed in _REQUIRED[edit.table]:
                texts.setdefault(f"{place}.{needed}", _text(columns[needed], edit.text % 2))
        texts[f"{place}.{column}"] = _text(columns[column], edit.text)
    return texts


def is_private(path: str) -> bool:
    """Whether a path names private facts."""
    return PRIVATE.fullmatch(path) is not None


def _text(texts: Sequence[str], number: int) -> str:
    return texts[number % len(texts)].format(n=f"{next(_numbers):05d}")

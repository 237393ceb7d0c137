"""Look-alike cards, with every cell of the face filled, shortly or far too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.cards.cards import CardView
from model.cards.completeness import Completeness
from model.cards.fields import CHILD_TABLES, CardKind, Field, Kind, fields_of
from model.cards.layout import more_columns
from model.cards.tables import CustodyState
from model.office.prints import PrintStamp

OFFICE = "恒达机电 成都办事处"
STAMP = PrintStamp("P000123", "王秀兰", datetime(2026, 3, 16, 8, 41), OFFICE)
LONG = (
    "武侯区簇锦街道铁佛村八组𠮷䶮㛃大厦三号库房二层东侧，（货运通道）旁边；周一至周五上午收货，"
    "逾期不候，谢谢配合！"
) * 8

_SHORT: dict[Kind, Any] = {
    Kind.TEXT: "稳步增长",
    Kind.OFFICE_LIST: "物流设备",
    Kind.RATING: 4,
    Kind.FLAG: True,
    Kind.NUMBER: 35,
    Kind.DECIMAL: Decimal("40.00"),
    Kind.MONEY: Decimal("1200.50"),
    Kind.PERCENT: Decimal("12.5"),
    Kind.DAY_OF_MONTH: 25,
    Kind.DATE: date(2019, 2, 3),
    Kind.MOMENT: datetime(2026, 3, 16, 8, 41),
    Kind.PARTIAL_DATE: "2009-06",
    Kind.MONTH_DAY: "10-01",
    Kind.PHONE: "028-85551234",
    Kind.MOBILE: "13812345678",
    Kind.EMAIL: "info@example.cn",
    Kind.WEBSITE: "hy.cn",
    Kind.POSTCODE: "610041",
    Kind.USCC: "91350100M000100Y43",
    Kind.BANK_ACCOUNT: "4402000012345678901",
    Kind.PERSON: "李明",
    Kind.DISTRICT: "武侯",
}
_LONG: dict[Kind, Any] = {
    Kind.NUMBER: 999_999,
    Kind.MONEY: Decimal("99999999.99"),
    Kind.PHONE: "028-85551234转80012",
    Kind.EMAIL: "purchasing.department@hengyun-forklift-parts.example.com",
    Kind.WEBSITE: "https://www.hengyun-forklift-parts.example.com/shop/index.html",
    Kind.PERSON: "欧阳修文",
    Kind.DISTRICT: "高新西区南延线",
}


def filled_card(kind: CardKind, number: int = 37, *, long: bool = False) -> CardView:
    """A card with a value in every field; different numbers are different customers.

    Args:
        kind: company or individual.
        number: of the card.
        long: whether every text is as long as its field takes.
    """
    ref = f"{'Q' if kind is CardKind.COMPANY else 'G'}{number:05d}"
    values = {
        known.identifier: _value(known, long=long)
        for known in fields_of(kind)
        if known.kind is not Kind.ROWS
    }
    values |= {
        "card_no": ref,
        "customer_kind": kind.value,
        "location": "1-03-012",
        "revision_no": 4,
        "print_no": 1,
    }
    if not long:
        del values["agent_kind"]  # a distributor has none
    return CardView(
        ref=ref,
        kind=kind,
        version=1,
        state=CustodyState.OUT,
        stage="",
        remark="",
        holder="李明",
        due_at=None,
        last_visit_on=None,
        incomplete=False,
        values=values,
        explicit={},
        hidden=frozenset(),
        editable=frozenset(),
        children={
            table: [
                {known.identifier: _value(known, long=long) for known in columns} for _ in range(4)
            ]
            for table, columns in CHILD_TABLES.items()
        },
        completeness=Completeness(1, 1, ()),
        missing=(),
    )


def two_pages(view: CardView) -> CardView:
    """The card with no more rows and columns than its two faces tell."""
    children = {
        table: tuple(
            {name: value for name, value in row.items() if name not in more_columns(table)}
            for row in rows[:3]
        )
        for table, rows in view.children.items()
    }
    return replace(view, children=children)


def with_values(view: CardView, **values: Any) -> CardView:
    """The card with some values changed; None takes one out."""
    changed = view.values | values
    return replace(view, values={name: value for name, value in changed.items() if value})


def _value(known: Field, *, long: bool) -> Any:
    """A value that the field's checks would let pass."""
    if known.kind in {Kind.CHOICE, Kind.CHOICES}:
        chosen = [choice.value for choice in known.choices if choice.value != "unset"]
        if known.kind is Kind.CHOICES:
            return tuple(chosen if long else chosen[:1])
        return max(chosen, key=len) if long else chosen[0]
    if long and known.kind in _LONG:
        return _LONG[known.kind]
    # A short text names its field, so that each is another.
    usual = known.identifier[:5] if known.kind is Kind.LINE else _SHORT[known.kind]
    if long and known.longest and known.kind in {Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST}:
        return LONG[: known.longest]
    return usual

"""What a column of a file may become.

That is a field of the card or of its first contact, or a fact that stands beside the card: the
last visit, the account snapshot, a promise.

A target is named by a path: `full_name`, `contacts[0].mobile`, `account_snapshot.balance`. The
same column may mean different fields on the two kinds of card (手机 is the contact's on a
company's card, the customer's own on an individual's), so a path is resolved for a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from model.cards.choices import Choice
from model.cards.definition import CardKind, Field, Kind, Need
from model.cards.fields import CHILD_TABLES, fields_of
from model.office.data_rights import DataClass
from model.words import mark

FULL_NAME, REP, DISTRICT, KIND = "full_name", "rep", "district", "customer_kind"
LAST_VISIT = "last_visit_on"
CONTACT = "contacts[0]."
SNAPSHOT = "account_snapshot."
PROMISE = "promise."
ADDRESS = "address"
PERSON = "person"
REMARK = "remark"
"""Parts of an address and of a person's name stand in columns of their own; a remark has no
field of this name: `resolve` says where each goes."""

STREET, COUNTY, CITY, STATE, COUNTRY = "street", "county", "city", "state", "country"
GIVEN, FAMILY = "given", "family"
PARTS = frozenset({STREET, COUNTY, CITY, STATE, COUNTRY, GIVEN, FAMILY})

LEFT_OUT = ""
"""The target of a column that is left out on purpose."""

_O, _DC1, _DC4 = Need.OPTIONAL, DataClass.DC1, DataClass.DC4

BUCKETS = (
    Choice("not_due", mark("CardChoice", "Not due")),
    Choice("d1_30", mark("CardChoice", "1–30 days")),
    Choice("d31_60", mark("CardChoice", "31–60 days")),
    Choice("d61_90", mark("CardChoice", "61–90 days")),
    Choice("d91_180", mark("CardChoice", "91–180 days")),
    Choice("d181_up", mark("CardChoice", "Over 180 days")),
)
"""Buckets of ageing (账龄段, domain.md §7.10)."""

_BESIDE = {
    LAST_VISIT: Field(LAST_VISIT, Kind.DATE, mark("CardField", "Last visit"), _O, 0, _DC1),
    f"{SNAPSHOT}balance": Field(
        "balance", Kind.MONEY, mark("CardField", "Balance owed"), _O, 0, _DC4
    ),
    f"{SNAPSHOT}overdue": Field(
        "overdue", Kind.MONEY, mark("CardField", "Of this overdue"), _O, 0, _DC4, lowest=0
    ),
    f"{SNAPSHOT}worst_bucket": Field(
        "worst_bucket", Kind.CHOICE, mark("CardField", "Oldest debt"), _O, 0, _DC4, choices=BUCKETS
    ),
    f"{SNAPSHOT}as_of": Field("as_of", Kind.DATE, mark("CardField", "Balance as of"), _O, 0, _DC4),
    f"{PROMISE}description": Field(
        "description", Kind.LINE, mark("CardField", "Promise"), _O, 0, DataClass.DC3, 200
    ),
    f"{PROMISE}due_on": Field(
        "due_on", Kind.DATE, mark("CardField", "Promise due"), _O, 0, DataClass.DC3
    ),
}
"""Facts beside the card, by path."""

_PERSON_LABEL = mark("CardField", "Person's name")
_LABELS = {
    PERSON: _PERSON_LABEL,
    ADDRESS: mark("CardField", "Address"),
    REMARK: mark("CardField", "Remark"),
}

# Old cards bring their class along (design "Cards"); everything else that the program fills
# stays the program's.
_IMPORTED_ALTHOUGH_SYSTEM = frozenset({"abc_class"})
_NOT_IMPORTED = frozenset({"is_primary", "left_on"})

_INSTEAD = {
    CardKind.COMPANY: {
        "occupation": f"{CONTACT}title",
        "home_address": "biz_address",
        ADDRESS: "biz_address",
        PERSON: f"{CONTACT}name",
        REMARK: "sales_status",
    },
    CardKind.INDIVIDUAL: {
        f"{CONTACT}title": "occupation",
        "biz_address": "home_address",
        ADDRESS: "home_address",
        PERSON: FULL_NAME,
        REMARK: "other_notes",
    },
}


@cache
def _fields(kind: CardKind) -> dict[str, Field]:
    """Every target of one kind of card by its path."""
    found = {
        field.identifier: field
        for field in fields_of(kind)
        if field.kind is not Kind.ROWS
        and (field.editable or field.identifier in _IMPORTED_ALTHOUGH_SYSTEM)
    }
    for field in CHILD_TABLES["contacts"]:
        if field.identifier not in _NOT_IMPORTED:
            found[f"{CONTACT}{field.identifier}"] = field
    return {**found, **_BESIDE}


def resolve(kind: CardKind, path: str) -> str | None:
    """The path of the field that a column fills on one kind of card, None if it has none."""
    fields = _fields(kind)
    if path in _INSTEAD[kind]:
        return _INSTEAD[kind][path]
    # What a company's contact has of his own, an individual has himself.
    own = path.removeprefix(CONTACT)
    if kind is CardKind.INDIVIDUAL and own in fields and own != path:
        return own
    return next((one for one in (path, CONTACT + path) if one in fields), None)


def field_of(kind: CardKind, path: str) -> Field:
    """The definition by which a resolved path is checked.

    Raises:
        KeyError: that kind of card has no such target.
    """
    return _fields(kind)[path]


def is_target(path: str) -> bool:
    """Whether a map file may name it; a piece of an address or name is named `address/city`."""
    whole, _, part = path.partition("/")
    return any(resolve(kind, whole) for kind in CardKind) and (not part or part in PARTS)


def all_targets() -> Iterator[tuple[str, Field]]:
    """(path, field) of everything that can be imported, the company's first; for headings."""
    for kind in CardKind:
        yield from _fields(kind).items()


def target_label(path: str, kind: CardKind = CardKind.COMPANY) -> str:
    """The marked English label (context `CardField`) of a target; empty for none."""
    if path in _LABELS:
        return _LABELS[path]
    for one in (kind, *CardKind):
        resolved = resolve(one, path)
        if resolved:
            return _fields(one)[resolved].label
    return ""

"""Other cards of what may be the same customer, looked for while somebody types (查重)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import SQL

from model.cards.checks import check
from model.cards.contents import names_of_people
from model.cards.custody import ref_of
from model.cards.definition import CardKind, Field
from model.cards.fields import field_at, has_field
from model.cards.finding import normalised_name
from model.cards.listing import reps_listed
from model.cards.paths import row_path
from model.cards.tables import Contact, CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import Right, Role, act
from model.storage.database import reading
from model.storage.prepared import Prepared

MOST = 5
"""Most cards that are told: more look like a slip of the hand, not like a customer."""

_NUMBERS = frozenset({"phone", "mobile"})
_CARD, _CONTACT = CustomerCard._meta.fields, Contact._meta.fields
_ENOUGH = SQL(str(MOST + 1))  # the card itself may be among them
# Written out, so that the index over live cards' codes answers (it is for these only).
_LIVE = SQL('"t1"."custody_state" != \'void\'')


def _cards_where(column: Any) -> Prepared:
    """The live cards with a value."""
    return Prepared(
        lambda hole: CustomerCard.select(
            CustomerCard.id, CustomerCard.card_no, CustomerCard.draft_no, _CARD["full_name"],
            CustomerCard.rep,
        ).where((column == hole) & _LIVE).limit(_ENOUGH)
    )  # fmt: skip


def _cards_of_contacts_where(column: Any) -> Prepared:
    """The live cards of the contacts with a value."""
    return Prepared(
        lambda hole: CustomerCard.select(
            CustomerCard.id, CustomerCard.card_no, CustomerCard.draft_no, _CARD["full_name"],
            CustomerCard.rep,
        )
        .where(CustomerCard.id.in_(Contact.select(Contact.card).where(column == hole)) & _LIVE)
        .limit(_ENOUGH)
    )  # fmt: skip


_BY_CODE = (_cards_where(_CARD["uscc"]),)
_BY_NAME = (_cards_where(CustomerCard.name_key),)
_BY_NUMBER = (
    _cards_where(_CARD["mobile"]),
    _cards_where(_CARD["phone"]),
    _cards_of_contacts_where(_CONTACT["mobile"]),
    _cards_of_contacts_where(_CONTACT["phone"]),
)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another card that agrees in something that tells customers apart.

    Attributes:
        field: identifier of the field, or column of a contact, that was typed and agrees.
        card_no: number of the other card (a draft's before filing).
        keeper: the rep who keeps the customer.
        name: his name; empty for a rep, and for another team's customer.
    """

    field: str
    card_no: str
    keeper: str
    name: str


@act(Right.SEARCH_CARDS)
def look_alikes(
    desk: Desk, kind: CardKind, texts: Mapping[str, str], ref: str, now: datetime
) -> tuple[LookAlike, ...]:
    """The cards that agree with what is typed: credit code, numbers, name; at most `MOST`.

    What cannot be read yet, because it is half typed, agrees with nothing. A number is looked for
    on cards and contacts alike, whichever kind it is. A rep learns only that there is a card, and
    who keeps it (domain.md §2.8).

    Args:
        desk: who types.
        kind: the kind of card.
        texts: path -> text as typed; other paths than those that matter are left aside.
        ref: the card that is typed on, which is not like itself; empty for a new one.
        now: office wall-clock time.

    Returns:
        The strongest agreement first, each card once.
    """
    seen: dict[int, tuple[str, CustomerCard]] = {}
    with reading():
        for path, value, questions in _asked(kind, texts, now):
            for question in questions:
                for card in question(value):
                    if ref_of(card) != ref and len(seen) < MOST:
                        seen.setdefault(card.id, (path, card))
        if not seen:
            return ()
        reps = [] if desk.person.role is Role.REP else reps_listed(desk)
        people = names_of_people()
    audit.note(desk, audit.Event.SEARCH, now, kind="search", subject="", found=len(seen))
    return tuple(_told(path, card, reps, people) for path, card in seen.values())


def _asked(
    kind: CardKind, texts: Mapping[str, str], now: datetime
) -> Iterator[tuple[str, str, Sequence[Prepared]]]:
    """(path, value to ask for, questions), the strongest first."""
    values = {path: _value(kind, path, text, now) for path, text in texts.items() if text}
    for path, value in values.items():
        if value and path == "uscc":
            yield path, value, _BY_CODE
    for path, value in values.items():
        if value and _last(path) in _NUMBERS:
            yield path, value, _BY_NUMBER
    name = values.get("full_name")
    if name:
        key = normalised_name(name, person=kind is CardKind.INDIVIDUAL)
        yield "full_name", key, _BY_NAME


def _value(kind: CardKind, path: str, text: str, now: datetime) -> str:
    """A text as it would be stored; empty for what matters not or cannot be taken."""
    known = _field(kind, path)
    if known is None:
        return ""
    value = check(known, text, now.date(), str(setting_value("area_code"))).value
    return value if isinstance(value, str) else ""


def _field(kind: CardKind, path: str) -> Field | None:
    """The field of a path that tells customers apart."""
    row = row_path(path)
    if row is not None:
        wanted = row.table == "contacts" and row.column in _NUMBERS
        return field_at(kind, f"{row.table}.{row.column}") if wanted else None
    if path in {"uscc", "full_name"} | _NUMBERS and has_field(kind, path):
        return field_at(kind, path)
    return None


def _last(path: str) -> str:
    """The field or column of a path."""
    return path.rpartition(".")[2]


def _told(
    path: str, card: CustomerCard, reps: Sequence[int] | None, people: Mapping[int, str]
) -> LookAlike:
    """A card as this desk may know of it."""
    name = str(card.__data__.get("full_name") or "") if reps is None or card.rep_id in reps else ""
    return LookAlike(_last(path), ref_of(card), people.get(card.rep_id or 0, ""), name)

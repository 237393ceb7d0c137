"""The values of many cards, read with few questions, as an exported list shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peewee import chunked

from model.cards.choices import EXPLICIT, Choice
from model.cards.contents import names_of_districts, names_of_people
from model.cards.definition import CardKind, Field, Kind
from model.cards.lunar import shown
from model.cards.rows import in_paper_order
from model.cards.showing import show, text_of
from model.cards.tables import Contact, CustomerCard
from model.exchange.export_columns import CONTACT_COLUMNS, Column, may_print
from model.exchange.targets import CONTACT, LAST_VISIT, SNAPSHOT
from model.money.tables import AccountSnapshot
from model.office.desk import Desk
from model.progress import Progress
from model.storage.rows import rows_of
from model.words import Words, words_in

Value = str | float | date
"""A text, a number, or a date."""

_BATCH = 500
_OWN = CustomerCard._meta.fields
_NUMBERS = frozenset({Kind.NUMBER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT, Kind.RATING})
_PLAIN = frozenset(
    {Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST, Kind.PHONE, Kind.MOBILE, Kind.EMAIL, Kind.WEBSITE}
)
_IN_ORDER = ("row_no", "is_primary", "is_key_person", "left_on")
_ANSWERS = {choice.value: choice for choice in EXPLICIT}
_BESIDE = ("balance", "overdue", "worst_bucket", "as_of")


@dataclass
class ReadCard:
    """One card as it was read.

    Attributes:
        card_no: its number.
        name: the customer.
        kind: company or individual.
        secrecy: 保密级别.
        own: identifier -> value of the card's own fields.
        explicit: identifier -> 无 or 不适用.
        contacts: rows of the contacts, as the paper has them.
        beside: path -> value of what stands beside the card.
    """

    card_no: str
    name: str
    kind: CardKind
    secrecy: str
    own: dict[str, Any]
    explicit: Mapping[str, str]
    contacts: Sequence[Mapping[str, Any]] = ()
    beside: dict[str, Any] = field(default_factory=dict)

    def value(self, path: str) -> Any:
        """What stands at a path."""
        if path in self.own:
            return self.own[path]
        if path.startswith(CONTACT):
            return self.contacts[0].get(path.removeprefix(CONTACT)) if self.contacts else None
        return self.beside.get(path)


def read_cards(
    card_ids: Sequence[int], columns: Sequence[Column], progress: Progress
) -> Iterator[ReadCard]:
    """Read cards in the order of their keys, a few hundred at a time.

    Args:
        card_ids: keys of the cards.
        columns: what is wanted of them.
        progress: told (done, total); whatever it raises stops the work.
    """
    paths = {path for column in columns for path in column.places.values()}
    own = sorted(paths & _OWN.keys())
    people, districts = names_of_people(), names_of_districts()
    with_contacts = any(path.startswith(CONTACT) for path in paths)
    with_accounts = any(path.startswith(SNAPSHOT) for path in paths)
    done = 0
    for batch in chunked(card_ids, _BATCH):
        progress(done, len(card_ids))
        contacts = _contacts(batch) if with_contacts else {}
        accounts = _accounts(batch) if with_accounts else {}
        found = {id_: card for id_, card in _own(batch, own, people, districts)}
        for id_ in batch:
            card = found[id_]
            card.contacts = contacts.get(id_, ())
            card.beside |= accounts.get(id_, {})
            yield card
        done += len(batch)
    progress(done, len(card_ids))


class CellWriter:
    """Turns cards into lines of a list: for one desk, in one language, with some columns.

    What is the same for every card is looked up once, and a choice is put into words once.
    """

    def __init__(self, columns: Sequence[Column], desk: Desk, words: Words) -> None:
        self._words = words
        self._said: dict[tuple[str, object], Value | None] = {}
        self._places = {kind: [_place(one, kind, desk) for one in columns] for kind in CardKind}

    def line(self, card: ReadCard) -> list[Value | None]:
        """One card; what this desk may not have on paper stays empty."""
        return [place and self._cell(card, *place) for place in self._places[card.kind]]

    def contact(self, row: Mapping[str, Any], columns: Sequence[Field]) -> list[Value | None]:
        """One contact, for the second sheet."""
        return [self._shown(column, row.get(column.identifier)) for column in columns]

    def _cell(self, card: ReadCard, known: Field, path: str) -> Value | None:
        value = card.value(path)
        if value is None and card.explicit:
            value = _ANSWERS.get(card.explicit.get(path, ""))
        return None if value is None else self._shown(known, value)

    def _shown(self, known: Field, value: Any) -> Value | None:
        if not known.choices:
            return _shown(known, value, self._words)
        key = (known.label, value)
        if key not in self._said:
            self._said[key] = _shown(known, value, self._words)
        return self._said[key]


def _place(column: Column, kind: CardKind, desk: Desk) -> tuple[Field, str] | None:
    """Field and path of a column on one kind of card, where this desk may have it on paper."""
    known = column.field(kind)
    return (known, column.places[kind]) if known and may_print(desk, known) else None


def contact_columns(desk: Desk) -> tuple[Field, ...]:
    """The columns of contacts that this desk may have on paper."""
    return tuple(column for column in CONTACT_COLUMNS if may_print(desk, column))


def _shown(known: Field, value: Any, words: Words) -> Value | None:
    """A value as a cell holds it: numbers and days as such, codes as text, choices in words."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and known.kind in _PLAIN:
        return value
    if isinstance(value, Choice):
        return show(known, value, words)
    if known.kind in _NUMBERS:
        return float(value)
    if known.kind is Kind.PARTIAL_DATE:  # lunar birthdays are read in Chinese only
        return shown(value, words_in("zh"))
    if known.kind is Kind.BANK_ACCOUNT:
        return text_of(known, value)
    return show(known, value, words, unit=False)


def _own(
    ids: Sequence[int], own: Sequence[str], people: Mapping[int, str], districts: Mapping[int, str]
) -> Iterator[tuple[int, ReadCard]]:
    """The cards' own rows."""
    fields = [_OWN[name] for name in own]
    query = CustomerCard.select(
        CustomerCard.id, CustomerCard.card_no, _OWN["full_name"], _OWN["customer_kind"],
        _OWN["secrecy"], CustomerCard.explicit, CustomerCard.last_visit_on, *fields,
    ).where(CustomerCard.id.in_(list(ids)))  # fmt: skip
    for id_, card_no, name, kind, secrecy, explicit, visited, *values in rows_of(query):
        held = dict(zip(own, values, strict=True))
        for person in ("rep", "filled_by", "reviewed_by"):
            if held.get(person) is not None:
                held[person] = people.get(held[person], "")
        if held.get("district") is not None:
            held["district"] = districts.get(held["district"], "")
        yield (
            id_,
            ReadCard(
                card_no, name or "", CardKind(kind), secrecy or "internal", held,
                json.loads(explicit), beside={LAST_VISIT: visited},
            ),
        )  # fmt: skip


def _contacts(ids: Sequence[int]) -> dict[int, Sequence[Mapping[str, Any]]]:
    """Key of the card -> its contacts as the paper has them; who has left stands at the end."""
    wanted = [column.identifier for column in CONTACT_COLUMNS]
    names = list(dict.fromkeys([*wanted, *_IN_ORDER]))
    fields = [Contact._meta.fields[name] for name in names]
    several = {column.identifier for column in CONTACT_COLUMNS if column.kind is Kind.CHOICES}
    found: dict[int, list[dict[str, Any]]] = {}
    for card, *values in rows_of(
        Contact.select(Contact.card, *fields).where(Contact.card.in_(list(ids)))
    ):
        row = {
            name: tuple(value.split(",")) if name in several and value else value
            for name, value in zip(names, values, strict=True)
            if value is not None and value is not False
        }
        found.setdefault(card, []).append(row)
    return {card: in_paper_order("contacts", rows) for card, rows in found.items()}


def _accounts(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Key of the card -> its account snapshot."""
    fields = [AccountSnapshot._meta.fields[name] for name in _BESIDE]
    query = AccountSnapshot.select(AccountSnapshot.card, *fields).where(
        AccountSnapshot.card.in_(list(ids))
    )
    return {
        card: {f"{SNAPSHOT}{name}": value or None if name == "worst_bucket" else value
               for name, value in zip(_BESIDE, values, strict=True)}
        for card, *values in rows_of(query)
    }  # fmt: skip

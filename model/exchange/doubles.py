"""Customers who have a card already, or stand in the file twice (design "Cards").

The same credit code is the same customer; so is the same name, without its ornaments, with the
same telephone or address. A row that brings nothing but a name is the same customer when rep and
district agree too: else a list of bare names would come in twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.cards.finding import folded
from model.cards.phones import digits_of
from model.cards.tables import Contact, CustodyState, CustomerCard
from model.errors import Problem
from model.exchange.examining import Row
from model.exchange.targets import CONTACT, FULL_NAME
from model.office.naming import name_key
from model.office.tables import District, Person
from model.storage.rows import rows_of

_AT_ONCE = 500
_PHONES = ("phone", "mobile")
_ADDRESSES = ("biz_address", "home_address", "reg_address", "delivery_address")

Sign = tuple[str, ...]
"""Something by which a customer is known, e.g. ("uscc", code) or ("phone", name, digits)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A customer who is there already.

    Attributes:
        card_no: number of the card; empty for a row of the file.
        holder: who keeps the card.
        row: number of the row in the file; 0 for a card.
    """

    card_no: str
    holder: str
    row: int = 0


class Doubles:
    """The customers known so far: those of the cabinet that may agree, and the rows added."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Read from the cabinet what may agree with the rows, in the caller's transaction."""
        self._by_sign: dict[Sign, _Known] = {}
        self._by_name: dict[str, _Known] = {}
        names = sorted({row.name_key for row in rows})
        codes = sorted({str(row.values["uscc"]) for row in rows if row.values.get("uscc")})
        for column, wanted in ((CustomerCard._meta.fields["uscc"], codes),
                               (CustomerCard.name_key, names)):  # fmt: skip
            for start in range(0, len(wanted), _AT_ONCE):
                self._learn(column.in_(wanted[start : start + _AT_ONCE]))

    def of(self, row: Row, rep_id: int, district: str) -> Problem | None:
        """Why a row is a duplicate, naming the field that agrees; None if it is new."""
        for path, sign in _signs(row, rep_id, district):
            known = self._by_sign.get(sign)
            if known is not None:
                return _told(row, path, known)
        return None

    def warnings(self, row: Row) -> list[Problem]:
        """A name that is there already, with another telephone and address."""
        known = self._by_name.get(row.name_key)
        if known is None:
            return []
        if known.row:
            facts: dict[str, object] = {"other": known.row}
            return [Problem(FULL_NAME, "name_repeated_in_file", row.number, facts)]
        return [Problem(FULL_NAME, "name_repeated", row.number, {"card_no": known.card_no})]

    def add(self, row: Row, rep_id: int, district: str) -> None:
        """Know a row from now on."""
        known = _Known("", "", row.number)
        for _, sign in _signs(row, rep_id, district):
            self._by_sign.setdefault(sign, known)
        key = row.name_key
        self._by_sign.setdefault(_bare(key, rep_id, district), known)
        self._by_name.setdefault(key, known)

    def _learn(self, condition: Any) -> None:
        """Know the cards that meet a condition."""
        fields = CustomerCard._meta.fields
        columns = [fields[name] for name in ("uscc", *_PHONES, *_ADDRESSES)]
        query = (
            CustomerCard.select(
                CustomerCard.id, CustomerCard.card_no, CustomerCard.draft_no, Person.name,
                CustomerCard.rep, District.name, CustomerCard.name_key, *columns,
            )
            .left_outer_join(Person, on=(CustomerCard.rep == Person.id))
            .switch(CustomerCard)
            .left_outer_join(District, on=(CustomerCard.district == District.id))
            .where(condition, CustomerCard.custody_state != CustodyState.VOID)
        )  # fmt: skip
        cards = list(rows_of(query))
        theirs = _numbers_of_contacts([card[0] for card in cards])
        for id_, card_no, draft_no, holder, rep_id, district, key, uscc, *more in cards:
            known = _Known(card_no or draft_no or "", holder or "")
            phones = (*more[: len(_PHONES)], *theirs.get(id_, ()))
            addresses = more[len(_PHONES) :]
            signs: list[Sign] = [("uscc", str(uscc))] if uscc else []
            signs += [sign for _, sign in _name_signs(key, _named(phones), _named(addresses))]
            signs.append(_bare(key, rep_id, district or ""))
            for sign in signs:
                self._by_sign.setdefault(sign, known)
            self._by_name.setdefault(key, known)


def _signs(row: Row, rep_id: int, district: str) -> list[tuple[str, Sign]]:
    """(field, sign) of everything by which a row is known, the surest first."""
    phones = {name: row.values.get(name) for name in _PHONES}
    phones |= {f"{CONTACT}{name}": row.contact.get(name) for name in ("mobile", "phone")}
    addresses = {name: row.values.get(name) for name in _ADDRESSES}
    uscc = row.values.get("uscc")
    found: list[tuple[str, Sign]] = [("uscc", ("uscc", str(uscc)))] if uscc else []
    found += _name_signs(row.name_key, phones, addresses)
    return found or [(FULL_NAME, _bare(row.name_key, rep_id, district))]


def _bare(key: str, rep_id: int, district: str) -> Sign:
    """The name with rep and district, for rows that bring nothing else."""
    return "bare", key, str(rep_id), name_key(district)


def _name_signs(
    key: str, phones: Mapping[str, Any], addresses: Mapping[str, Any]
) -> list[tuple[str, Sign]]:
    """The name with each telephone and each address."""
    found: list[tuple[str, Sign]] = [
        (name, ("phone", key, digits_of(str(number)))) for name, number in phones.items() if number
    ]
    found += [
        (name, ("address", key, folded(str(place)))) for name, place in addresses.items() if place
    ]
    return found


def _named(values: Iterable[Any]) -> dict[str, Any]:
    """Values under names that do not matter."""
    return {str(index): value for index, value in enumerate(values)}


def _numbers_of_contacts(ids: Sequence[int]) -> dict[int, list[str]]:
    """Card -> the numbers of its contacts."""
    fields = Contact._meta.fields
    found: dict[int, list[str]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = Contact.select(Contact.card, fields["mobile"], fields["phone"]).where(
            Contact.card.in_(ids[start : start + _AT_ONCE])
        )
        for card_id, mobile, phone in rows_of(query):
            found.setdefault(card_id, []).extend(number for number in (mobile, phone) if number)
    return found


def _told(row: Row, path: str, known: _Known) -> Problem:
    """A duplicate as a problem of its row."""
    if known.row:
        return Problem(path, "duplicate_in_file", row.number, {"other": known.row})
    facts: dict[str, object] = {"card_no": known.card_no, "holder": known.holder}
    return Problem(path, "duplicate_in_cabinet", row.number, facts)

"""Points of the company card that are counted from its contacts (domain.md §2.3, last table)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from model.cards.choices import UNANSWERED
from model.office.data_rights import DataClass
from model.words import mark

Contact = Mapping[str, object]
"""One contact: values by identifier of `CHILD_TABLES["contacts"]`."""

ROLES_TO_KNOW = 3
_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ContactRule:
    """One thing that the contacts of a company should tell.

    Attributes:
        identifier: its name in code and in lists of what is missing.
        label: marked label (context `CardField`).
        points: points toward completeness.
        data_class: class of the data it speaks of.
        holds: whether the contacts, left ones excluded and the primary first, tell it.
    """

    identifier: str
    label: str
    points: int
    data_class: DataClass
    holds: Callable[[Sequence[Contact]], bool]


def in_order(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts who are still there, the primary contact first, else as given."""
    here = [contact for contact in contacts if contact.get("left_on") is None]
    return tuple(sorted(here, key=lambda contact: not contact.get("is_primary")))


def has_mobile(contacts: Sequence[Contact]) -> bool:
    """Whether the primary contact, the first of `in_order`, has a valid mobile."""
    return bool(contacts) and _MOBILE.fullmatch(str(contacts[0].get("mobile") or "")) is not None


def key_person(contacts: Sequence[Contact]) -> Contact:
    """The first contact marked 关键人, else the primary contact, else nobody (empty)."""
    marked = [contact for contact in contacts if contact.get("is_key_person")]
    return (*marked, *contacts, {})[0]


def _roles(contacts: Sequence[Contact]) -> set[str]:
    """All buying roles that are named."""
    found: set[str] = set()
    for contact in contacts:
        roles = contact.get("roles")
        found.update(roles.split(",") if isinstance(roles, str) else _texts(roles))
    return found - {""}


def _texts(roles: object) -> tuple[str, ...]:
    """Roles as a tuple of values, whatever collection holds them."""
    return tuple(map(str, roles)) if isinstance(roles, (tuple, list, set, frozenset)) else ()


def _key_person_has(*columns: str) -> Callable[[Sequence[Contact]], bool]:
    """A rule: at least one of these is filled for the key person."""

    def holds(contacts: Sequence[Contact]) -> bool:
        person = key_person(contacts)
        answers = [str(person.get(column) or "").strip() for column in columns]
        return any(answer and answer not in UNANSWERED for answer in answers)

    return holds


CONTACT_RULES = (
    ContactRule("contacts[0].mobile", mark("CardField", "Primary contact's mobile"), 3,
                DataClass.DC1, has_mobile),
    ContactRule("has_decision_maker", mark("CardField", "Decider known"), 3, DataClass.DC1,
                lambda contacts: "decider" in _roles(contacts)),
    ContactRule("roles_known", mark("CardField", "Buying roles known"), 2, DataClass.DC1,
                lambda contacts: len(_roles(contacts)) >= ROLES_TO_KNOW),
    ContactRule("key_person.birth_date", mark("CardField", "Key person's birthday"), 1,
                DataClass.DC2, _key_person_has("birth_date")),
    ContactRule("key_person.personality", mark("CardField", "Key person's personality"), 1,
                DataClass.DC2, _key_person_has("personality")),
    ContactRule("key_person.hobbies", mark("CardField", "Key person's pastimes"), 1,
                DataClass.DC2, _key_person_has("hobbies")),
    ContactRule("key_person.family", mark("CardField", "Key person's family"), 1,
                DataClass.DC2, _key_person_has("family")),
    ContactRule("key_person.education", mark("CardField", "Key person's education or career"), 1,
                DataClass.DC2, _key_person_has("education", "experience")),
)  # fmt: skip

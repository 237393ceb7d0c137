"""Whether a customer has a card already (查重, domain.md §2.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from model.cards.custody import ref_of
from model.cards.tables import Contact, CustodyState, CustomerCard
from model.errors import DuplicateCardError


def refuse_duplicate(
    values: Mapping[str, Any], name_key: str, own_id: int | None, not_duplicate: bool
) -> None:
    """Refuse a card of a customer who has one; only its number and keeper are told.

    Args:
        values: the new values by path; a contact's mobile is as telling as the card's own.
        name_key: the name without its ornaments (`finding.normalised_name`).
        own_id: the card being saved, which is not its own duplicate.
        not_duplicate: the person has looked and says it is another customer; the same credit
            code is refused all the same.

    Raises:
        DuplicateCardError: with the card's number, its keeper and the field that agrees.
    """
    found = CustomerCard.select(
        CustomerCard.id, CustomerCard.card_no, CustomerCard.draft_no, CustomerCard.rep
    ).where(CustomerCard.custody_state != CustodyState.VOID, CustomerCard.id != (own_id or 0))
    for identifier, condition in _questions(values, name_key, not_duplicate):
        other = found.where(condition).first()
        if other is not None:
            raise DuplicateCardError(
                card_no=ref_of(other), holder=other.rep.name if other.rep else "", field=identifier
            )


def _questions(
    values: Mapping[str, Any], name_key: str, not_duplicate: bool
) -> Iterator[tuple[str, Any]]:
    """What to ask, strongest first."""
    fields = CustomerCard._meta.fields
    if values.get("uscc"):
        yield "uscc", fields["uscc"] == values["uscc"]
    if not_duplicate:
        return
    for mobile in dict.fromkeys(filter(None, map(values.get, filter(_is_mobile, values)))):
        yield "mobile", fields["mobile"] == mobile
        owner = Contact.select(Contact.card).where(Contact._meta.fields["mobile"] == mobile)
        yield "mobile", CustomerCard.id.in_(owner)
    if values.get("phone"):
        yield "phone", fields["phone"] == values["phone"]
    if name_key:
        yield "full_name", CustomerCard.name_key == name_key


def _is_mobile(path: str) -> bool:
    """Whether a path is the card's mobile, or a contact's."""
    return path.rpartition(".")[2] == "mobile"

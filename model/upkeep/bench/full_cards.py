"""The cards that are opened are full ones: 40 contacts, and 200 changes in the history of each."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from peewee import chunked

from model.cards.definition import CardKind
from model.cards.listing import IN_DRAWERS
from model.cards.tables import Contact, CustodyState, CustomerCard, Revision
from model.office.desk import Desk
from model.storage.database import writing
from model.upkeep.bench.figure import Measured, Sizes, timed
from model.upkeep.bench.office import seated, shut

CONTACTS, REVISIONS = 40, 200
_AT_ONCE = 200


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Fill so many of the first cards that each is opened once, and walked to once."""
    desk, now = seated(folder / "office.cabinet")
    took, _ = timed(lambda: fill_cards(desk, 2 * sizes.openings + 2, now))
    shut(desk, now)
    return Measured((), (("full_cards", took / 1000, "s"),))


def fill_cards(desk: Desk, count: int, now: datetime) -> None:
    """Give the first filed cards of the list their people and their past."""
    query = CustomerCard.select().where(CustomerCard.custody_state == CustodyState.IN_CABINET)
    with writing():
        for card in query.order_by(*IN_DRAWERS).limit(count):
            Revision.insert_many(_changes(card, desk, now)).execute()
            if card.customer_kind == CardKind.COMPANY.value:
                for rows in chunked(_people(card), _AT_ONCE):
                    Contact.insert_many(rows).execute()
                CustomerCard.update(next_row_no=card.next_row_no + CONTACTS).where(
                    CustomerCard.id == card.id
                ).execute()


def _people(card: CustomerCard) -> list[dict[str, Any]]:
    """As many contacts as are missing, every cell of the paper filled."""
    there = Contact.select().where(Contact.card == card).count()
    return [
        {
            "card": card,
            "row_no": card.next_row_no + number,
            "name": f"联系人{number}",
            "title": "设备部主管",
            "roles": "user,influencer",
            "mobile": f"139{number:08d}",
            "birth_date": "1978-09-02",
            "native_place": "四川资阳",
            "ethnicity": "han",
            "education": "college",
            "experience": "曾任车队长",
            "personality": "爽直",
            "hobbies": "钓鱼",
            "family": "已婚，一女",
        }
        for number in range(CONTACTS - there)
    ]


def _changes(card: CustomerCard, desk: Desk, now: datetime) -> list[dict[str, Any]]:
    """Changes of one field, one after the other."""
    return [
        {
            "card": card,
            "version": card.version,
            "field": "sales_status",
            "old_value": f"月均{number}条",
            "new_value": f"月均{number + 1}条",
            "changed_at": now - timedelta(days=REVISIONS - number),
            "changed_by": desk.person.id,
        }
        for number in range(REVISIONS)
    ]

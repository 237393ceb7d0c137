"""Card numbers and places: given out once, in order (domain.md §2.2, §5.1)."""

from __future__ import annotations

from peewee import fn

from model.cards.definition import CardKind
from model.cards.tables import CustomerCard
from model.errors import NotFoundError
from model.office.counters import next_number
from model.office.tables import Drawer, DrawerKind
from model.office.teams import FIXED_DRAWERS

_LETTER = {CardKind.COMPANY: "Q", CardKind.INDIVIDUAL: "G"}
SLOTS_IN_DRAWER = 999

PROSPECTS = frozenset({"prospect", "future"})
INTERRUPTED = frozenset({"interrupted", "abandoned"})


def take_numbers(kind: CardKind, count: int = 1) -> list[str]:
    """The next card numbers of one kind, inside the caller's writing transaction."""
    letter = _LETTER[kind]
    first = next_number(f"card_{letter}", count)
    return [f"{letter}{number:05d}" for number in range(first, first + count)]


def take_draft_number() -> str:
    """The next draft number: a draft has no card number yet."""
    return f"D{next_number('draft'):05d}"


def drawer_for(status: str, is_key_account: bool, district_id: int) -> int:
    """The drawer in which a filed card stands: the first that fits of 91, 90, 92, district.

    Args:
        status: relationship status.
        is_key_account: whether the customer is a key account.
        district_id: the customer's district, with its own drawer.
    """
    if status in INTERRUPTED:
        return FIXED_DRAWERS[DrawerKind.INTERRUPTED]
    if is_key_account:
        return FIXED_DRAWERS[DrawerKind.KEY_ACCOUNTS]
    if status in PROSPECTS:
        return FIXED_DRAWERS[DrawerKind.PROSPECTS]
    drawer = Drawer.get_or_none(Drawer.district == district_id)
    if drawer is None:
        raise NotFoundError(kind="drawer", ref=str(district_id))
    return int(drawer.number)


def take_slots(drawer_no: int, count: int = 1) -> list[str]:
    """The next free places at the end of a drawer, as `cabinet-drawer-slot`.

    A full drawer goes on under the same number in the next cabinet.
    """
    shelf = f"{drawer_no:02d}"
    last = (
        CustomerCard.select(CustomerCard.location)
        .where(CustomerCard.drawer_no == drawer_no, CustomerCard.location.is_null(False))
        # Cabinet numbers may have one digit or two: the longer text is the later cabinet.
        .order_by(fn.LENGTH(CustomerCard.location).desc(), CustomerCard.location.desc())
        .limit(1)
        .scalar()
    )
    used = 0
    if last:
        cabinet, _, slot = str(last).split("-")
        used = (int(cabinet) - 1) * SLOTS_IN_DRAWER + int(slot)
    places = (divmod(number, SLOTS_IN_DRAWER) for number in range(used, used + count))
    return [f"{cabinet + 1}-{shelf}-{slot + 1:03d}" for cabinet, slot in places]

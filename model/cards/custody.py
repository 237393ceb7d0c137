"""Where a card is and whose it is: what rights and lists ask of it, and what changes it.

Reservations live here, below plans and loans, so that both see them inside their own transactions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from model.cards.pass_tables import ReadingPass
from model.cards.tables import CustodyState, CustomerCard, Reservation
from model.errors import NotFoundError
from model.office import audit
from model.office.desk import Desk, Whose
from model.office.rights import Role
from model.office.tables import Person
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

_BY_CARD_NO = Prepared(lambda no: CustomerCard.select().where(CustomerCard.card_no == no))
_BY_DRAFT_NO = Prepared(lambda no: CustomerCard.select().where(CustomerCard.draft_no == no))
_PERSON = Prepared(lambda id_: Person.select(Person.id, Person.team).where(Person.id == id_))


_RESERVED_ON = Prepared(
    lambda day: Reservation.select(
        Reservation.card, Reservation.borrower, Reservation.document
    ).where(Reservation.day == day)
)
_RESERVATION = Prepared(
    lambda hole: Reservation.select().where((Reservation.card == hole) & (Reservation.day == hole))
)
_PASS = Prepared(
    lambda hole: (
        ReadingPass.select()
        .where(
            (ReadingPass.person == hole)
            & (ReadingPass.card == hole)
            & (ReadingPass.expires_at > hole)
            & (ReadingPass.opened_at <= hole)
        )
        .order_by(ReadingPass.id.desc())
    )
)
_LEND = Prepared(
    lambda hole: CustomerCard.update(
        {CustomerCard.custody_state: hole, CustomerCard.holder: hole, CustomerCard.due_at: hole}
    ).where(CustomerCard.id == hole)
)


class Kept(NamedTuple):
    """A reservation of one day: for whom, and by which plan or slip."""

    borrower_id: int
    document: str


def state_now(
    stored: str, due_at: datetime | None, now: datetime, *, reserved: bool = False
) -> CustodyState:
    """The state as shown: `overdue` follows from the due time, whether or not the PC was on.

    Args:
        stored: the stored state.
        due_at: when the card is due back.
        now: office wall-clock time.
        reserved: whether a reservation of today is there.
    """
    if stored == CustodyState.OUT and due_at is not None and due_at < now:
        return CustodyState.OVERDUE
    if stored == CustodyState.IN_CABINET and reserved:
        return CustodyState.RESERVED
    return CustodyState(stored)


def reserved_on(day: date) -> dict[int, Kept]:
    """Key of the card -> its reservation of that day."""
    return {
        card: Kept(borrower, document) for card, borrower, document in _RESERVED_ON(day).tuples()
    }


def reserved_for(card_id: int, day: date) -> Kept | None:
    """The reservation of one card on a day."""
    row = _RESERVATION.first(card_id, day)
    return None if row is None else Kept(row.borrower_id, row.document)


def lent_or_reserved(owner: Whose, card: CustomerCard, now: datetime) -> Whose:
    """Whose a card is for reading: a card kept for a rep today is his to read before he leaves.

    He is to have read it before it is handed to him (domain.md §5.5).
    """
    if owner.holder_id is not None or card.custody_state != CustodyState.IN_CABINET:
        return owner
    kept = reserved_for(card.id, now.date())
    return owner if kept is None else replace(owner, holder_id=kept.borrower_id)


def active_pass(desk: Desk, card_id: int, now: datetime) -> ReadingPass | None:
    """The pass by which this desk reads a card now (阅览); a clock set back lengthens none."""
    found: ReadingPass | None = _PASS.first(desk.person.id, card_id, now, now)
    return found


def in_reach(desk: Desk, owner: Whose, card: CustomerCard, now: datetime) -> Whose:
    """Whose a card is to who reads it now: lent, reserved today, or open by a pass (§5.2, §5.6).

    Args:
        desk: who reads it.
        owner: whose it is, by `whose`.
        card: the card.
        now: office wall-clock time.

    Returns:
        The desk as its holder while the card is his to read whole, or as its `reader_id` while a
        query slip opens another's customer; else as `lent_or_reserved` says.
    """
    owner, me = lent_or_reserved(owner, card, now), desk.person.id
    is_own = desk.person.role is Role.REP and owner.rep_id == me
    if (is_own and owner.holder_id == me) or not _reads_by_pass(desk, owner):
        return owner
    found = active_pass(desk, card.id, now)
    if found is None:
        return owner
    if is_own:
        return replace(owner, holder_id=me)
    return owner if found.approval_id is None else replace(owner, reader_id=me)


def _reads_by_pass(desk: Desk, owner: Whose) -> bool:
    """Whether a pass would show this desk more: a rep, or a supervisor of another team."""
    if desk.person.role is Role.SUPERVISOR:
        return owner.team_id != desk.person.team_id
    return desk.person.role is Role.REP


def reserve(
    desk: Desk, cards: Iterable[tuple[int, str]], day: date, kept: Kept, now: datetime
) -> None:
    """Keep cards for a borrower on a day, inside the caller's transaction.

    Args:
        desk: who does it.
        cards: (key, number) of each; none may be reserved for that day.
        day: the day.
        kept: for whom, and by which plan.
        now: office wall-clock time.
    """
    wanted = list(cards)
    rows = [(card_id, day, kept.borrower_id, kept.document) for card_id, _ in wanted]
    if not rows:
        return
    columns = [Reservation.card, Reservation.day, Reservation.borrower, Reservation.document]
    Reservation.insert_many(rows, fields=columns).execute()
    _log(desk, audit.Event.CARD_RESERVE, (ref for _, ref in wanted), day, kept.document, now)


def unreserve(
    desk: Desk, card_ids: Collection[int], day: date, now: datetime, reason: str = ""
) -> None:
    """Let reservations of a day go, inside the caller's transaction; each leaves its line."""
    mine = (Reservation.day == day) & Reservation.card.in_(list(card_ids))
    query = (
        Reservation.select(CustomerCard.card_no, Reservation.document)
        .join(CustomerCard)
        .where(mine)
        .order_by(CustomerCard.card_no)
    )
    found = list(rows_of(query))
    Reservation.delete().where(mine).execute()
    for ref, document in found:
        _log(desk, audit.Event.CARD_UNRESERVE, [ref], day, document, now, reason)


def fulfil(card_ids: Collection[int], day: date) -> None:
    """The cards go out: their reservations of the day are done with, without a line of their own.

    Inside the caller's transaction.
    """
    Reservation.delete().where(
        (Reservation.day == day) & Reservation.card.in_(list(card_ids))
    ).execute()


def lend(card_id: int, borrower_id: int, due_at: datetime) -> None:
    """The card goes out, inside the caller's transaction."""
    _LEND.run(CustodyState.OUT.value, borrower_id, due_at, card_id)


def bring_home(card_id: int) -> None:
    """The card is in the cabinet again, inside the caller's transaction."""
    _LEND.run(CustodyState.IN_CABINET.value, None, None, card_id)


def _log(
    desk: Desk,
    event: audit.Event,
    refs: Iterable[str],
    day: date,
    document: str,
    now: datetime,
    reason: str = "",
) -> None:
    """One line for each card."""
    audit.append(
        desk,
        [
            audit.make_line(
                desk, event, now, kind="card", subject=ref,
                after={"day": day}, document=document, reason=reason,
            )
            for ref in refs
        ],
    )  # fmt: skip


def whose(card: CustomerCard) -> Whose:
    """Rep, team and holder of a card, for the desk's rights."""
    rep = _PERSON.first(card.rep_id) if card.rep_id else None
    return Whose(card.rep_id, rep.team_id if rep else None, card.holder_id)


def card_of(ref: str) -> CustomerCard:
    """The card of a card number or draft number.

    Raises:
        NotFoundError: there is none.
    """
    wanted = ref.strip().upper()
    query = _BY_DRAFT_NO if wanted.startswith("D") else _BY_CARD_NO
    card: CustomerCard | None = query.first(wanted)
    if card is None:
        raise NotFoundError(kind="card", ref=wanted)
    return card


def ref_of(card: CustomerCard) -> str:
    """The number by which people name a card: the card number, or the draft number before it."""
    return str(card.card_no or card.draft_no)

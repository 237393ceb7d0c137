"""Reading passes (阅览) and query slips (查询单): who reads a card in the office, and how long.

Each reader of a card asks `reader_of` first. A rep sees identity and trade of his own customers at
any time; the rest while the card is lent to him or reserved for him today, or for the quarter of an
hour of a pass, opened for a purpose. Another's customer he reads by a granted approval, once
(domain.md §5.2, §5.6).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from model.cards.custody import (
    active_pass,
    card_of,
    in_reach,
    lent_or_reserved,
    ref_of,
    whose,
)
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.tables import CustodyState, CustomerCard
from model.errors import (
    NeedsApprovalError,
    PurposeNeededError,
    TooManyLooksError,
    TwoPersonsNeededError,
)
from model.office import audit
from model.office.approvals import Granted, use_approval
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.office_settings import setting_value
from model.office.rights import RIGHTS, Right, Role, act
from model.office.secrets import SECRET, require_secrets
from model.storage.database import writing
from model.storage.prepared import Prepared


class ReadingPurpose(StrEnum):
    """What a card is read for (glossary: 查阅用途)."""

    BEFORE_VISIT = "before_visit"
    PHONE_CALL = "phone_call"
    PHONE_QUERY = "phone_query"
    PAPERWORK = "paperwork"
    OTHER = "other"


_LOOKED = Prepared(
    lambda hole: CardLook.select(CardLook.id).where(
        (CardLook.person == hole) & (CardLook.day == hole) & (CardLook.card == hole)
    )
)
_LOOKS = Prepared(
    lambda hole: CardLook.select(CardLook.id).where(
        (CardLook.person == hole) & (CardLook.day == hole)
    )
)


class PassView(NamedTuple):
    """A pass as shown.

    Attributes:
        ref: the card's number.
        purpose: what it is read for.
        opened_at: since when.
        expires_at: until when; None: this desk needs no pass for the card.
        of_other: another's customer, by a query slip.
    """

    ref: str
    purpose: str
    opened_at: datetime
    expires_at: datetime | None
    of_other: bool


class Looks(NamedTuple):
    """How many cards a rep has looked at today, and how many he may."""

    seen: int
    most: int


@act(Right.READ_CARD)
def open_pass(desk: Desk, ref: str, purpose: str, now: datetime) -> PassView:
    """Begin to read a card for a purpose, for the minutes of the setting (15 at most).

    Of an own customer at any time, as often as wanted, each time logged. Of another's the granted
    approval is used up; while its pass lasts, it is told again.

    Args:
        desk: who reads. Who may read the card whole anyway, or has it in hand, gets no pass.
        ref: card or draft number.
        purpose: one of `ReadingPurpose`.
        now: office wall-clock time.

    Raises:
        PurposeNeededError: no such purpose.
        NotFoundError: no such card.
        NeedsApprovalError: another's customer, without a granted query slip.
        CabinetClosedError: before 开柜 and after 锁柜.
        TooManyLooksError: a rep who has looked at as many cards today as he may.
        TwoPersonsNeededError: a card of the managers' drawer.
    """
    if purpose not in set(ReadingPurpose):
        raise PurposeNeededError(ref=ref)
    card = card_of(ref)
    if card.custody_state == CustodyState.DRAFT or not needs_pass(desk, card, now):
        reader_of(desk, card, now)
        return PassView(ref_of(card), purpose, now, None, of_other=False)
    require_open(now)
    _require_drawer(desk, card, now)
    if desk.may(Right.READ_CARD, whose(card)):
        return _opened_own(desk, card, purpose, now)
    return _opened_by_slip(desk, card, purpose, now)


def _opened_own(desk: Desk, card: CustomerCard, purpose: str, now: datetime) -> PassView:
    """A new pass for an own customer."""
    _look(desk, card, now, always=False)
    with writing():
        found = _give(desk, card, purpose, None, now)
    return _shown(card, found)


def _opened_by_slip(desk: Desk, card: CustomerCard, purpose: str, now: datetime) -> PassView:
    """The pass of a query slip: the one that lasts, or a new one for a granted approval."""
    found = active_pass(desk, card.id, now)
    if found is None or found.approval_id is None:
        with writing():
            refs, owner = [ref_of(card)], whose(card)
            granted = use_approval(desk, Right.READ_OTHERS_CARD, refs, now, whose=[owner])
            found = _give(desk, card, purpose, granted, now)
        _look(desk, card, now, always=True)
    return _shown(card, found)


def _shown(card: CustomerCard, found: ReadingPass) -> PassView:
    of_other = found.approval_id is not None
    return PassView(ref_of(card), found.purpose, found.opened_at, found.expires_at, of_other)


def _give(
    desk: Desk, card: CustomerCard, purpose: str, granted: Granted | None, now: datetime
) -> ReadingPass:
    """Write a pass with its line in the log, in the caller's transaction."""
    until = now + timedelta(minutes=int(str(setting_value("reading_minutes"))))
    found = ReadingPass.create(
        person=desk.person.id, card=card.id, purpose=purpose, opened_at=now, expires_at=until,
        approval=granted.id if granted else None,
    )  # fmt: skip
    audit.log(
        desk, audit.Event.PASS_OPEN, now, kind="card", subject=ref_of(card),
        after={"purpose": purpose, "until": until},
        document=granted.approval_no if granted else "",
    )  # fmt: skip
    return found


def pass_now(desk: Desk, card: CustomerCard, now: datetime) -> PassView | None:
    """The pass by which this desk reads a card now; None where it needs none, or has none."""
    if card.custody_state == CustodyState.DRAFT or not needs_pass(desk, card, now):
        return None
    found = active_pass(desk, card.id, now)
    return _shown(card, found) if found else None


def wants_purpose(desk: Desk, card: CustomerCard, now: datetime) -> bool:
    """Whether this desk would see more of its own customer's card for a purpose."""
    if desk.person.role is not Role.REP or card.custody_state == CustodyState.DRAFT:
        return False
    return needs_pass(desk, card, now) and active_pass(desk, card.id, now) is None


def needs_pass(desk: Desk, card: CustomerCard, now: datetime) -> bool:
    """Whether a pass would show this desk more of a filed card than it sees without."""
    owner = lent_or_reserved(whose(card), card, now)
    if desk.person.role is not Role.REP:
        return not desk.may(Right.READ_CARD, owner)
    return not owner.rep_id == owner.holder_id == desk.person.id


def reader_of(desk: Desk, card: CustomerCard, now: datetime) -> Whose:
    """Whose a card is to who reads it now, once he may; a rep's look at it is counted.

    Not inside `reading()`: the first look of a day is written down.

    Raises:
        NotAllowedError: a draft of another rep or team.
        NeedsApprovalError: another's customer, which needs a query slip.
        CabinetClosedError: before 开柜 and after 锁柜; drafts are not in the cabinet yet.
        TwoPersonsNeededError: a card of the managers' drawer, which is shut at this desk.
        TooManyLooksError: a rep who has looked at as many cards today as he may.
    """
    owner = whose(card)
    if card.custody_state == CustodyState.DRAFT:
        desk.require(Right.READ_CARD, owner)
        return owner
    reader = in_reach(desk, owner, card, now)
    if reader.reader_id != desk.person.id:
        require_reading(desk, ref_of(card), reader)
    require_open(now)
    _require_drawer(desk, card, now)
    by_slip = reader.reader_id == desk.person.id
    _look(desk, card, now, always=by_slip or _is_in_hand(desk, card, now))
    return reader


def require_reading(desk: Desk, ref: str, owner: Whose) -> None:
    """Refuse another's customer, naming the approval by which it could be read.

    Raises:
        NeedsApprovalError: a query slip would show it.
        NotAllowedError: nothing would.
    """
    others = Right.READ_OTHERS_CARD
    if not desk.may(Right.READ_CARD, owner) and desk.may_ask(others):
        raise NeedsApprovalError(
            act=others.value, role=desk.person.role.value, may=RIGHTS[others].direct, refs=(ref,)
        )
    desk.require(Right.READ_CARD, owner)


def is_shut_away(desk: Desk, card: CustomerCard, now: datetime) -> bool:
    """Whether a card is in the managers' drawer, shut at this desk: lists tell nothing of it."""
    try:
        _require_drawer(desk, card, now)
    except TwoPersonsNeededError:
        return True
    return False


def _require_drawer(desk: Desk, card: CustomerCard, now: datetime) -> None:
    """Ask for the second person; the borrower's own loan needs none."""
    if card.__data__["secrecy"] == SECRET and not _is_in_hand(desk, card, now):
        require_secrets(desk, SECRET, now, ref_of(card))


def _is_in_hand(desk: Desk, card: CustomerCard, now: datetime) -> bool:
    """Whether a card is out to this desk's person, or reserved for him today."""
    return lent_or_reserved(whose(card), card, now).holder_id == desk.person.id


def _look(desk: Desk, card: CustomerCard, now: datetime, *, always: bool) -> None:
    """Count a rep's look at a card, once a day.

    Args:
        desk: who looks.
        card: at which card.
        now: office wall-clock time.
        always: it is in his hands, reserved for him today, or open by a query slip: he may look
            at it however many he has seen.

    Raises:
        TooManyLooksError: it would be one too many; each refusal is logged.
    """
    me, day = desk.person.id, now.date()
    if desk.person.role is not Role.REP or _LOOKED.first(me, day, card.id) is not None:
        return
    with writing():
        # Counted in here: at another window the same rep may be looking at another card.
        seen, most = _looks(me, day)
        if always or seen < most:
            CardLook.insert(person=me, card=card.id, day=day).on_conflict_ignore().execute()
            return
        audit.log(
            desk, audit.Event.LOOK_LIMIT, now, kind="card", subject=ref_of(card),
            after={"most": most},
        )  # fmt: skip
    raise TooManyLooksError(ref=ref_of(card), limit=most)


def _looks(person_id: int, day: date) -> Looks:
    return Looks(len(list(_LOOKS.bare(person_id, day))), int(str(setting_value("most_readings"))))


@act(Right.READ_CARD)
def looks_today(desk: Desk, now: datetime) -> Looks | None:
    """How many cards a rep has looked at today; None for whoever may look at any number."""
    if desk.person.role is not Role.REP:
        return None
    return _looks(desk.person.id, now.date())

"""The cabinet's state of the day; 开柜 and 锁柜 themselves count cards: `model.loans`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from model.errors import CabinetAlreadyOpenError, CabinetClosedError
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import CabinetDay
from model.storage.prepared import Prepared


@dataclass(frozen=True)
class DayState:
    """Whether the cabinet is open today, and by whom.

    Attributes:
        is_open: 开柜 done today and not yet 锁柜.
        opened_by: who opened it last today, or the empty string.
        opened_at: when, or None.
        closed_at: when it was closed again, or None.
    """

    is_open: bool
    opened_by: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = field(default=None)


_OPENINGS = Prepared(
    lambda day: CabinetDay.select().where(CabinetDay.day == day).order_by(CabinetDay.id.desc())
)


def _last_opening(day: date) -> CabinetDay | None:
    """The day's last opening, if any: yesterday's ends with its calendar day."""
    found: CabinetDay | None = _OPENINGS.first(day)
    return found


def state_on(day: date) -> DayState:
    """The cabinet's state on one day."""
    row = _last_opening(day)
    if row is None:
        return DayState(False)
    return DayState(row.closed_at is None, row.opened_by.name, row.opened_at, row.closed_at)


@act(Right.SEE_DAY)
def day_state(desk: Desk, now: datetime) -> DayState:
    """Whether the cabinet is open now."""
    del desk
    return state_on(now.date())


def require_open(now: datetime) -> None:
    """Refuse full cards before 开柜 and after 锁柜.

    Raises:
        CabinetClosedError: it is not open today.
    """
    _opening(now)


def _opening(now: datetime) -> CabinetDay:
    """The opening that holds now.

    Raises:
        CabinetClosedError: there is none.
    """
    row = _last_opening(now.date())
    if row is None or row.closed_at is not None:
        raise CabinetClosedError
    return row


def begin_day(desk: Desk, cards_out: Sequence[str], now: datetime) -> None:
    """Write the opening of the cabinet, inside the caller's transaction.

    Args:
        desk: who opens it.
        cards_out: numbers of the cards that are not home.
        now: office wall-clock time.

    Raises:
        CabinetAlreadyOpenError: it is open today.
    """
    state = state_on(now.date())
    if state.is_open:
        raise CabinetAlreadyOpenError(opened_by=state.opened_by, opened_at=state.opened_at)
    CabinetDay.create(day=now.date(), opened_by=desk.person.id, opened_at=now)
    audit.log(
        desk,
        audit.Event.CABINET_OPEN,
        now,
        kind="cabinet",
        subject=now.date(),
        after={"missing": list(cards_out), "emergency": not desk.keeps_cabinet()},
    )


def end_day(desk: Desk, cards_out: Sequence[str], now: datetime) -> None:
    """Write the closing of the cabinet, inside the caller's transaction.

    Raises:
        CabinetClosedError: it is not open.
    """
    row = _opening(now)
    # A clock put back since 开柜 must not make a day that ends before it begins.
    closing = CabinetDay.update(closed_by=desk.person.id, closed_at=max(now, row.opened_at))
    closing.where(CabinetDay.id == row.id).execute()
    audit.log(
        desk,
        audit.Event.CABINET_CLOSE,
        now,
        kind="cabinet",
        subject=now.date(),
        after={"missing": list(cards_out), "emergency": not desk.keeps_cabinet()},
    )

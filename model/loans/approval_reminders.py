"""今日提醒 of approvals: what waits too long, and what was decided for this desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from model.cards.asking import ApprovalView, list_approvals
from model.loans.reminder_words import Reminder
from model.office.desk import Desk
from model.office.tables import ApprovalState


def approval_reminders(desk: Desk, now: datetime) -> Iterator[Reminder]:
    """Reminders of one desk, inside the caller's reading transaction."""
    views = list_approvals(desk, now)
    late = [one.waiting_days for one in views if one.may_decide and one.is_late]
    if late:
        yield Reminder("approvals_wait", facts={"count": len(late), "days": max(late)})
    for one in views:
        if one.is_mine:
            yield from _of_asker(one, now)


def _of_asker(one: ApprovalView, now: datetime) -> Iterator[Reminder]:
    """What who asked should know: it may be used, was refused today, or still waits."""
    facts = {"approval_no": one.approval_no, "days": one.waiting_days, "remark": one.remark}
    card = one.cards[0].card_no if len(one.cards) == 1 else ""
    if one.state is ApprovalState.GRANTED and one.valid_until is not None:
        yield Reminder("approval_granted", card_no=card, on=one.valid_until.date(), facts=facts)
    elif one.state is ApprovalState.REFUSED:
        yield Reminder("approval_refused", card_no=card, facts=facts)
    elif one.is_late:
        yield Reminder("approval_slow", card_no=card, facts=facts)

"""Approvals of the sample office's last days: asked for, granted, refused, used, still waiting."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, time, timedelta

from model.office.audit import Event
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import Right, Role
from model.office.tables import Approval, ApprovalState
from model.upkeep.sample_book import Book, Row

_LAST_MINUTE = time(23, 59, 59)
_NO_FACTS: Mapping[str, str] = {}


class Approvals:
    """Writes them into the book, as `model.cards.asking` does.

    Args:
        book: rows and lines.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._days = timedelta(days=int(str(setting_value("approval_days"))))

    def ask(
        self,
        desk: Desk,
        right: Right,
        card_no: str,
        reason: str,
        at: datetime,
        decider: Desk,
        facts: Mapping[str, str] = _NO_FACTS,
    ) -> Row:
        """Somebody asks; it waits until it is decided on.

        Args:
            desk: who asks.
            right: for what.
            card_no: with which card.
            reason: why.
            at: when.
            decider: who is to decide.
            facts: what else is asked for.
        """
        row = self._book.add(
            Approval, approval_no=f"SP{self._book.next_in('approval'):06d}", right=right.value,
            asked_by=desk.person.id, asked_at=at, refs=json.dumps([card_no]), reason=reason,
            facts=json.dumps(dict(facts), ensure_ascii=False), **_decided_by(decider),
        )  # fmt: skip
        self._log(desk, Event.APPROVAL_ASK, row, at, reason)
        return row

    def grant(self, row: Row, decider: Desk, at: datetime, remark: str = "") -> None:
        """It may be used until the last minute of its last day."""
        until = datetime.combine(at.date() + self._days, _LAST_MINUTE)
        self._decide(row, decider, at, remark)
        row |= {"state": ApprovalState.GRANTED.value, "valid_until": until}
        self._log(decider, Event.APPROVAL_GRANT, row, at, remark)

    def refuse(self, row: Row, decider: Desk, at: datetime, remark: str) -> None:
        """It is not to be."""
        self._decide(row, decider, at, remark)
        row |= {"state": ApprovalState.REFUSED.value}
        self._log(decider, Event.APPROVAL_REFUSE, row, at, remark)

    def use(self, row: Row, desk: Desk, at: datetime) -> None:
        """The act that it was asked for."""
        row |= {"state": ApprovalState.USED.value, "used_at": at}
        self._book.log(
            desk, Event.APPROVAL_USE, at, kind="approval", subject=row["approval_no"],
            after={"right": row["right"], "refs": json.loads(row["refs"])},
        )  # fmt: skip

    def _decide(self, row: Row, decider: Desk, at: datetime, remark: str) -> None:
        row |= {"decided_by": decider.person.id, "decided_at": at, "remark": remark}
        row |= _decided_by(decider)

    def _log(self, desk: Desk, event: Event, row: Row, at: datetime, reason: str) -> None:
        self._book.log(
            desk, event, at, kind="approval", subject=row["approval_no"],
            after={
                "right": row["right"], "refs": json.loads(row["refs"]),
                "facts": sorted(json.loads(row["facts"])),
            },
            reason=reason,
        )  # fmt: skip


def _decided_by(desk: Desk) -> Row:
    """The columns that say who decides: a team's supervisor, or the manager."""
    is_supervisor = desk.person.role is Role.SUPERVISOR
    return {
        "decider": desk.person.role.value,
        "team": desk.person.team_id if is_supervisor else None,
    }

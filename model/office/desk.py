"""Who sits here, with which rights, and with which keys in hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from model.errors import MustProposeError, NeedsApprovalError, NotAllowedError, StoppedError
from model.office.rights import APPROVABLE, BY_APPROVAL, NOT_ALONE, RIGHTS, Reach, Right, Role
from model.storage.database import database
from model.storage.vault import Keys


@dataclass(frozen=True)
class PersonView:
    """A person as shown: never anything of his key."""

    id: int
    staff_no: int
    name: str
    role: Role
    team_id: int | None
    team: str


@dataclass(frozen=True)
class Whose:
    """Whose card it is: what a right's reach is measured against.

    Attributes:
        rep_id: the responsible rep.
        team_id: that rep's team.
        holder_id: who has the card out now, if anyone.
        reader_id: who reads another's customer by a granted query slip (查询单).
    """

    rep_id: int | None
    team_id: int | None
    holder_id: int | None = None
    reader_id: int | None = None


def refusal_of(reach: Reach) -> type[NotAllowedError]:
    """The error that tells why a right does not reach so far: proposals go another way."""
    return MustProposeError if reach in NOT_ALONE else NotAllowedError


@dataclass
class Desk:
    """One logged-in person at one workplace.

    Attributes:
        person: who it is.
        cabinet: folder of the cabinet.
        office: name of the office.
        workplace: name of this PC, for the log.
        keys: the two secrets; forgotten when the screen locks.
        must_change_password: the password was given by someone else.
        readings: reading events not yet in the log (at most a second old).
        secrets_since: when two persons opened the managers' drawer here, if they did.
        secrets_until: until when it stays open.
    """

    person: PersonView
    cabinet: Path
    office: str
    workplace: str
    keys: Keys
    must_change_password: bool = False
    readings: list[object] = field(default_factory=list)
    readings_lock: threading.Lock = field(default_factory=threading.Lock)
    secrets_since: datetime | None = None
    secrets_until: datetime | None = None

    def may(self, right: Right, whose: Whose | None = None) -> bool:
        """Whether this desk may do it now, without asking anyone."""
        return self.reaches(RIGHTS[right].of(self.person.role), whose)

    def may_ask(self, right: Right) -> bool:
        """Whether this desk may do it once somebody else has approved it (批)."""
        return right in APPROVABLE and RIGHTS[right].of(self.person.role) in BY_APPROVAL

    def require(
        self,
        right: Right,
        whose: Whose | None = None,
        *,
        or_ask: bool = False,
        approved: bool = False,
    ) -> None:
        """Refuse what this desk may not do.

        Args:
            right: what it does.
            whose: whose card it is, once that is known.
            or_ask: let through who may do it with an approval, which is asked for afterwards.
            approved: it is a part of something that was approved, such as a merge.

        Raises:
            StoppedError: the screen was locked meanwhile; somebody else may sit here now.
            NeedsApprovalError: it needs an approval.
            MustProposeError: it is handed in as a change, and decided on by somebody else.
            NotAllowedError: the role may not do it, or not with this card.
        """
        if not self.keys.data_key and right is not Right.LOG_IN:
            raise StoppedError
        row = RIGHTS[right]
        reach = row.of(self.person.role)
        if self.reaches(reach, whose) or (or_ask and self.may_ask(right)):
            return
        if approved and reach in BY_APPROVAL:
            return
        kind = NeedsApprovalError if self.may_ask(right) else refusal_of(reach)
        raise kind(act=right.value, role=self.person.role.value, may=row.direct)

    def reaches(self, reach: Reach, whose: Whose | None) -> bool:
        """Whether a reach covers this card; without a card: whether it may cover any."""
        if reach is Reach.ALL:
            return True
        if reach is Reach.NO or reach in NOT_ALONE:
            return False
        if reach is Reach.KEEPER:
            return self.keeps_cabinet()
        if whose is None:
            return True
        return self._reaches_card(reach, whose)

    def _reaches_card(self, reach: Reach, whose: Whose) -> bool:
        """Own, on loan or team, measured against one card."""
        if reach is Reach.TEAM:
            return self.person.team_id is not None and whose.team_id == self.person.team_id
        if reach is Reach.OWN:
            return whose.rep_id == self.person.id
        return whose.holder_id == self.person.id and whose.rep_id == self.person.id

    def keeps_cabinet(self) -> bool:
        """Whether this person is the named keeper or deputy (asked afresh: it can change).

        Once the screen is locked there is nothing to ask, and he keeps nothing here.
        """
        if not self.keys.data_key:
            return False
        from model.office.office_settings import keeper_numbers

        return self.person.staff_no in keeper_numbers()

    def secrets_open(self, now: datetime) -> bool:
        """Whether two persons have opened the managers' drawer here.

        A clock set back does not keep it open.
        """
        since, until = self.secrets_since, self.secrets_until
        return since is not None and until is not None and since <= now < until

    @contextmanager
    def own_connection(self) -> Iterator[None]:
        """A database connection of this thread's own, closed at the end of its job.

        Raises:
            StoppedError: the screen was locked meanwhile.
        """
        opened = database.obj
        if opened is None:
            raise StoppedError
        # Not through the proxy: a lock or a re-key puts another one behind it meanwhile, and this
        # one's connection must be closed all the same.
        with opened.connection_context():
            yield

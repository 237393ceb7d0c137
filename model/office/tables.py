"""People, teams, districts, drawers, settings, the day of the cabinet, and the log."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from peewee import (
    AutoField,
    BlobField,
    BooleanField,
    CharField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from model.storage.database import Table


class PersonState(StrEnum):
    """Whether a person still works here (glossary: 人员状态)."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    LEAVING = "leaving"
    GONE = "gone"


class DrawerKind(StrEnum):
    """What a drawer is for (domain.md §5.1)."""

    PENDING = "pending"
    DISTRICT = "district"
    KEY_ACCOUNTS = "key_accounts"
    INTERRUPTED = "interrupted"
    PROSPECTS = "prospects"
    DAMAGED = "damaged"
    VOID = "void"


class Team(Table):
    """One supervisor and his reps (小组)."""

    id = AutoField()
    name = CharField(unique=True)
    people: Any  # backref


class Person(Table):
    """Someone with a key to this cabinet; never deleted, so that old log lines keep their name."""

    id = AutoField()
    staff_no = IntegerField(unique=True)
    name = CharField(unique=True)
    role = CharField(constraints=[Check("role IN ('rep', 'clerk', 'supervisor', 'manager')")])
    team = ForeignKeyField(Team, null=True, backref="people", on_delete="RESTRICT")
    team_id: int | None
    state = CharField(default=PersonState.ACTIVE)
    is_kam = BooleanField(default=False)
    # The public half of the key slot. keys.json can be edited by anyone who reaches the folder;
    # secrets are therefore sealed only to the keys that stand here, inside the encryption.
    public_key = CharField()
    left_on = DateField(null=True)


class ApprovalState(StrEnum):
    """How far a request for an approval has come (批)."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    USED = "used"
    # Computed, never stored: a granted one whose time is over.
    EXPIRED = "expired"


_APPROVAL_STATES = tuple(
    state.value for state in ApprovalState if state is not ApprovalState.EXPIRED
)


class District(Table):
    """A sales district (片区); belongs to one team."""

    id = AutoField()
    name = CharField()
    team = ForeignKeyField(Team, backref="districts", on_delete="RESTRICT")

    class Meta:
        indexes = ((("name", "team"), True),)


class Drawer(Table):
    """A drawer of the cabinet (抽屉): one per district, and the fixed ones."""

    id = AutoField()
    number = IntegerField(unique=True, constraints=[Check("number BETWEEN 1 AND 999")])
    kind = CharField()
    district = ForeignKeyField(District, null=True, unique=True, on_delete="RESTRICT")


class Setting(Table):
    """An office setting that differs from its default, and the office's own facts."""

    name = CharField(primary_key=True)
    value = TextField()


class Counter(Table):
    """The last number given out of a series that never goes back (card, draft, staff)."""

    name = CharField(primary_key=True)
    value = IntegerField()


class CabinetDay(Table):
    """One opening of the cabinet (开柜); it holds for its calendar day."""

    id = AutoField()
    day = DateField(index=True)
    opened_by = ForeignKeyField(Person, on_delete="RESTRICT")
    opened_at = DateTimeField()
    closed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    closed_at = DateTimeField(null=True)


class AuditLine(Table):
    """One line of the log (日志); triggers refuse to change or delete it."""

    no = IntegerField(primary_key=True)
    at = CharField()
    staff_no = IntegerField()
    actor = CharField()
    role = CharField()
    workplace = CharField()
    event = CharField()
    subject_kind = CharField()
    subject = CharField(index=True)
    before = TextField()
    after = TextField()
    reason = TextField()
    document = CharField()
    chained_hash = CharField()

    class Meta:
        # A page of a million lines is found from the end of each: by day, by what, by whom.
        indexes = (
            (("at",), False),
            (("event", "at"), False),
            (("staff_no", "event", "at"), False),
        )


class LogHead(Table):
    """The last line of the log and a seal over it, so that a cut tail shows; one row."""

    id = IntegerField(primary_key=True)
    no = IntegerField()
    chained_hash = CharField()
    seal = CharField()


class WorkplaceSpeed(Table):
    """What one PC of the office can bear when a password is tried; its newest measurement."""

    name = CharField(primary_key=True)
    # MiB that one log-in may take, and MiB gone through in a second.
    mem = IntegerField(constraints=[Check("mem > 0")])
    pace = IntegerField(constraints=[Check("pace > 0")])
    measured_at = DateTimeField()
    # Only estimated, from somebody's first log-in there.
    at_log_in = BooleanField()


class FormerKey(Table):
    """A data key from before a re-key, while backups may still lie about that it encrypts."""

    generation = IntegerField(primary_key=True)
    data_key = BlobField()


class OfficeDay(Table):
    """A day on which the office departs from the calendar: works on it, or is closed."""

    day = DateField(primary_key=True)
    works = BooleanField()
    note = CharField(default="")


class Approval(Table):
    """One request of domain.md §5.6's 批(…): asked, granted or refused, used once."""

    id = AutoField()
    approval_no = CharField(unique=True)
    # The right of the table that it stands in for.
    right = CharField()
    asked_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
    asked_by_id: int
    asked_at = DateTimeField()
    # Numbers of the cards or attachments that it covers, as a JSON list.
    refs = TextField(default="[]")
    # What else was asked for (receiver, filter …), as a JSON object.
    facts = TextField(default="{}")
    reason = TextField()
    # Who decides: a supervisor of this team, or the manager.
    decider = CharField(constraints=[Check("decider IN ('supervisor', 'manager')")])
    team = ForeignKeyField(Team, null=True, backref="+", on_delete="RESTRICT")
    team_id: int | None
    state = CharField(
        default=ApprovalState.ASKED.value, constraints=[Check(f"state IN {_APPROVAL_STATES}")]
    )
    decided_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
    decided_by_id: int | None
    decided_at = DateTimeField(null=True)
    remark = TextField(default="")
    # Granted approvals end by themselves.
    valid_until = DateTimeField(null=True)
    used_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("state", "asked_at"), False), (("asked_by", "right", "state"), False))

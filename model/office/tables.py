"""People, teams, districts, drawers, settings, the day of the cabinet, and the log."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from peewee import (
    AutoField,
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
    event = CharField(index=True)
    subject_kind = CharField()
    subject = CharField(index=True)
    before = TextField()
    after = TextField()
    reason = TextField()
    document = CharField()
    chained_hash = CharField()


class LogHead(Table):
    """The last line of the log and a seal over it, so that a cut tail shows; one row."""

    id = IntegerField(primary_key=True)
    no = IntegerField()
    chained_hash = CharField()
    seal = CharField()


class OfficeDay(Table):
    """A day on which the office departs from the calendar: works on it, or is closed."""

    day = DateField(primary_key=True)
    works = BooleanField()
    note = CharField(default="")

"""Approvals, reading passes, copies that come back, exports; who left, and when.

A frozen copy: it never imports the live tables, which will have moved on when it runs.
"""

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    CharField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

_STATES = "state IN ('asked', 'granted', 'refused', 'withdrawn', 'used')"


def up(migrator, db):
    """Make the new tables and columns."""
    del migrator

    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Table):
        pass

    class Team(Table):
        pass

    class CustomerCard(Table):
        pass

    class Approval(Table):
        id = AutoField()
        approval_no = CharField(unique=True)
        right = CharField()
        asked_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
        asked_at = DateTimeField()
        refs = TextField(default="[]")
        facts = TextField(default="{}")
        reason = TextField()
        decider = CharField(constraints=[Check("decider IN ('supervisor', 'manager')")])
        team = ForeignKeyField(Team, null=True, backref="+", on_delete="RESTRICT")
        state = CharField(default="asked", constraints=[Check(_STATES)])
        decided_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
        decided_at = DateTimeField(null=True)
        remark = TextField(default="")
        valid_until = DateTimeField(null=True)
        used_at = DateTimeField(null=True)

        class Meta:
            indexes = ((("state", "asked_at"), False), (("asked_by", "right", "state"), False))

    class DataExport(Table):
        id = AutoField()
        export_no = CharField(unique=True)
        made_at = DateTimeField()
        made_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
        receiver = CharField()
        purpose = CharField()
        rows = IntegerField()
        fields = TextField()
        secrecy = CharField()
        sha256 = CharField()
        due_on = DateField(null=True)
        destroy_after_reading = BooleanField(default=False)
        approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")
        ended_at = DateTimeField(null=True)
        ended_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
        outcome = CharField(default="")

    class ReadingPass(Table):
        id = AutoField()
        person = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
        card = ForeignKeyField(CustomerCard, backref="+", on_delete="RESTRICT")
        purpose = CharField()
        opened_at = DateTimeField()
        expires_at = DateTimeField()
        approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")

        class Meta:
            indexes = ((("person", "card", "expires_at"), False),)

    class CardLook(Table):
        id = AutoField()
        person = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
        card = ForeignKeyField(CustomerCard, backref="+", on_delete="RESTRICT")
        day = DateField()

        class Meta:
            indexes = ((("person", "day", "card"), True),)

    class WorkplaceSpeed(Table):
        name = CharField(primary_key=True)
        mem = IntegerField(constraints=[Check("mem > 0")])
        pace = IntegerField(constraints=[Check("pace > 0")])
        measured_at = DateTimeField()
        at_log_in = BooleanField()

    class IssuedCopy(Table):
        id = AutoField()
        copy_no = CharField(unique=True)
        card = ForeignKeyField(CustomerCard, backref="+", on_delete="RESTRICT")
        receiver = CharField()
        purpose = CharField(default="")
        secrecy = CharField()
        issued_at = DateTimeField()
        issued_by = ForeignKeyField(Person, backref="+", on_delete="RESTRICT")
        due_on = DateField(null=True)
        destroy_after_reading = BooleanField(default=False, constraints=[SQL("DEFAULT 0")])
        approval = ForeignKeyField(Approval, null=True, backref="+", on_delete="RESTRICT")
        ended_at = DateTimeField(null=True)
        ended_by = ForeignKeyField(Person, null=True, backref="+", on_delete="RESTRICT")
        outcome = CharField(default="", constraints=[SQL("DEFAULT ''")])
        made_at = DateTimeField(null=True)

        class Meta:
            table_name = "issued_copy"

    class FormerKey(Table):
        generation = IntegerField(primary_key=True)
        data_key = BlobField()

    db.create_tables([Approval, DataExport, ReadingPass, CardLook, WorkplaceSpeed, FormerKey])
    db.execute_sql('ALTER TABLE "person" ADD COLUMN "left_on" DATE')
    _index_log(db)
    _make_anew(db, IssuedCopy)
    # Of those issued before, no print is known to have failed.
    db.execute_sql("UPDATE issued_copy SET made_at = issued_at")


def _index_log(db):
    """The log is read page by page: by day, by what happened, by whom."""
    db.execute_sql('DROP INDEX "audit_line_event"')
    for columns in (("at",), ("event", "at"), ("staff_no", "event", "at")):
        name = "_".join(("audit_line", *columns))
        named = ", ".join(f'"{column}"' for column in columns)
        db.execute_sql(f'CREATE INDEX "{name}" ON "audit_line" ({named})')


def _make_anew(db, table):
    """A table with new columns at its end: SQLite cannot add one that refers to another table."""
    name = table._meta.table_name
    had = ", ".join(f'"{column.name}"' for column in db.get_columns(name))
    db.execute_sql(f"CREATE TEMPORARY TABLE before AS SELECT {had} FROM {name}")
    db.execute_sql(f"DROP TABLE {name}")
    db.create_tables([table])
    db.execute_sql(f"INSERT INTO {name} ({had}) SELECT {had} FROM before")
    db.execute_sql("DROP TABLE before")

"""Reservations, plans, visits, loans, and the office's own calendar.

A frozen copy: it never imports the live tables, which will have moved on when it runs.
"""

from peewee import (
    AutoField,
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


def up(migrator, db):
    """Make the tables, the partial unique index of open loans, and a promise's new columns."""
    del migrator

    class Person(Model):
        class Meta:
            database = db
            table_name = "person"
            legacy_table_names = False

    class District(Model):
        class Meta:
            database = db
            table_name = "district"
            legacy_table_names = False

    class CustomerCard(Model):
        class Meta:
            database = db
            table_name = "customer_card"
            legacy_table_names = False

    class OfficeDay(Model):
        day = DateField(primary_key=True)
        works = BooleanField()
        note = CharField(default="")

        class Meta:
            database = db
            table_name = "office_day"
            legacy_table_names = False

    class Reservation(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        day = DateField()
        borrower = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        document = CharField()

        class Meta:
            database = db
            table_name = "reservation"
            legacy_table_names = False
            indexes = ((("card", "day"), True), (("day", "borrower"), False))

    class DailyPlan(Model):
        id = AutoField()
        plan_no = CharField(unique=True)
        plan_date = DateField()
        rep = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        state = CharField(default="draft", constraints=[Check("state IN ('draft', 'approved')")])
        made_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        made_at = DateTimeField()
        approved_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        approved_at = DateTimeField(null=True)
        recorded_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        confirmed_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "daily_plan"
            legacy_table_names = False
            indexes = ((("rep", "plan_date"), True), (("plan_date",), False))

    class PlanLine(Model):
        id = AutoField()
        plan = ForeignKeyField(DailyPlan, on_delete="RESTRICT", backref="+")
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        seq = IntegerField()
        state = CharField(default="planned")
        starts_at = CharField(max_length=5, null=True)
        appointment = CharField(max_length=5, null=True)
        stay_minutes = IntegerField()
        travel_minutes = IntegerField()
        purpose = CharField(default="")
        purpose_note = CharField(default="")
        must_visit = BooleanField(default=False)
        score = IntegerField(default=0)
        reasons = TextField(default="[]")
        by_hand = BooleanField(default=False)
        read_at = DateTimeField(null=True)
        struck_reason = CharField(default="")

        class Meta:
            database = db
            table_name = "plan_line"
            legacy_table_names = False
            indexes = ((("plan", "card"), True),)

    class RouteDay(Model):
        id = AutoField()
        rep = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
        district = ForeignKeyField(District, on_delete="CASCADE", backref="+")
        weekday = IntegerField(constraints=[Check("weekday BETWEEN 0 AND 6")])

        class Meta:
            database = db
            table_name = "route_day"
            legacy_table_names = False
            indexes = ((("rep", "district", "weekday"), True),)

    class VisitRecord(Model):
        id = AutoField()
        record_no = CharField(unique=True)
        card = ForeignKeyField(CustomerCard, null=True, on_delete="RESTRICT", backref="+")
        customer_name = CharField(default="")
        name_key = CharField(default="")
        rep = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        visited_on = DateField()
        not_visited = CharField(default="")
        plan_no = CharField(default="")
        no_card = BooleanField(default=False)
        read_before = BooleanField(default=False)
        entered_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        entered_at = DateTimeField()
        entered_later = BooleanField(default=False)
        method = TextField(null=True)
        companion = CharField(null=True, max_length=30)
        arrived_at = CharField(null=True, max_length=5)
        left_at = CharField(null=True, max_length=5)
        met = CharField(null=True, max_length=60)
        good_moment = BooleanField(null=True)
        mood = IntegerField(null=True)
        outcome = TextField(null=True)
        visited = CharField(null=True, max_length=2000)
        ordered = CharField(null=True, max_length=200)
        collected_money = CharField(null=True, max_length=200)
        stock = CharField(null=True, max_length=400)
        rivals = CharField(null=True, max_length=400)
        prices = CharField(null=True, max_length=400)
        promotions = CharField(null=True, max_length=400)
        wishes = CharField(null=True, max_length=400)
        plans = CharField(null=True, max_length=400)
        market = CharField(null=True, max_length=400)
        complaint = CharField(null=True, max_length=400)
        reply_wanted = CharField(null=True, max_length=200)
        reply_by = DateField(null=True)
        verified = CharField(null=True, max_length=200)
        corrections = CharField(null=True, max_length=400)
        next_visit_on = DateField(null=True)
        next_purpose = TextField(null=True)
        supervisor_note = CharField(null=True, max_length=400)
        discussed_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "visit_record"
            legacy_table_names = False
            indexes = ((("card", "visited_on", "rep"), False), (("rep", "visited_on"), False))

    class Loan(Model):
        id = AutoField()
        loan_no = IntegerField(unique=True)
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        borrower = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        document = CharField()
        day = DateField()
        issued_at = DateTimeField()
        due_at = DateTimeField()
        issued_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        read_before = BooleanField(default=False)
        returned_at = DateTimeField(null=True)
        taken_back_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        condition = CharField(
            default="", constraints=[Check("condition IN ('', 'intact', 'damaged')")]
        )
        cancelled = BooleanField(default=False)
        record_missing = BooleanField(default=False)
        return_reason = CharField(default="")
        overdue_logged_at = DateTimeField(null=True)
        entered_later = BooleanField(default=False)
        corrected_at = DateTimeField(null=True)
        corrected_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        correction_reason = CharField(default="")
        corrects = ForeignKeyField("self", null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "loan"
            legacy_table_names = False
            indexes = ((("day",), False),)

    class BlockLift(Model):
        id = AutoField()
        person = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        day = DateField()
        lifted_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        lifted_at = DateTimeField()
        reason = CharField()

        class Meta:
            database = db
            table_name = "block_lift"
            legacy_table_names = False
            indexes = ((("person", "day"), True),)

    class Promise(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        description = TextField()
        due_on = DateField(index=True)
        kept_on = DateField(null=True)
        source = CharField(default="import")
        promised_by = CharField(default="us")
        visit = ForeignKeyField(VisitRecord, null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "promise"
            legacy_table_names = False

    is_open = Loan.returned_at.is_null()
    Loan.add_index(Loan.index(Loan.card, name="loan_one_open", unique=True, where=is_open))
    missing = Loan.record_missing == True  # noqa: E712
    Loan.add_index(Loan.index(Loan.borrower, name="loan_record_missing", where=missing))
    Loan.add_index(Loan.index(Loan.card, Loan.day, name="loan_of_card"))
    was_late = Loan.overdue_logged_at.is_null(False)
    Loan.add_index(Loan.index(Loan.returned_at, name="loan_late", where=was_late))
    still_open = Promise.kept_on.is_null()
    Promise.add_index(Promise.index(Promise.due_on, name="promise_open", where=still_open))
    db.create_tables(
        [OfficeDay, Reservation, DailyPlan, PlanLine, RouteDay, VisitRecord, Loan, BlockLift]
    )
    _rebuild_promise(db, Promise)


def _rebuild_promise(db, promise):
    """Made anew with its two new columns: added later, SQLite would word its keys differently."""
    columns = ("id", "card_id", "description", "due_on", "kept_on", "source")
    rows = db.execute_sql(f"SELECT {', '.join(columns)} FROM promise").fetchall()
    db.execute_sql("DROP TABLE promise")
    db.create_tables([promise])
    holes = ", ".join("?" for _ in columns)
    for row in rows:
        db.execute_sql(
            f"INSERT INTO promise ({', '.join(columns)}, promised_by) VALUES ({holes}, 'us')", row
        )

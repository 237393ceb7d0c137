"""Rows with numbers of their own, proposals, verifications, attachments, copies, merges.

A frozen copy: it never imports the live tables, which will have moved on when it runs.
"""

from peewee import (
    AutoField,
    BigIntegerField,
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

_STATES = "state IN ('pending', 'asked_back', 'accepted', 'rejected', 'withdrawn', 'cleared')"


def up(migrator, db):
    """Number the rows of the child tables, and make the new tables and columns."""
    del migrator

    class Person(Model):
        class Meta:
            database = db
            table_name = "person"
            legacy_table_names = False

    class CustomerCard(Model):
        class Meta:
            database = db
            table_name = "customer_card"
            legacy_table_names = False

    class CompetitorSale(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        row_no = IntegerField()
        observed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        brand = CharField(null=True, max_length=40)
        maker = CharField(null=True, max_length=60)
        product = CharField(null=True, max_length=60)
        monthly_qty = BigIntegerField(null=True)
        unit = CharField(null=True, max_length=10)
        price = BigIntegerField(null=True)
        our_qty = BigIntegerField(null=True)
        opinion = CharField(null=True, max_length=120)
        promo = CharField(null=True, max_length=80)
        observed_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "competitor_sale"
            legacy_table_names = False
            indexes = ((("card", "row_no"), True),)

    class Contact(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        row_no = IntegerField()
        name = CharField(null=True, max_length=30)
        title = CharField(null=True, max_length=30)
        roles = TextField(null=True)
        position_kind = TextField(null=True)
        gender = TextField(null=True)
        mobile = CharField(null=True, max_length=11)
        phone = CharField(null=True, max_length=24)
        wechat = CharField(null=True, max_length=20)
        email = CharField(null=True, max_length=100)
        birth_date = TextField(null=True)
        native_place = CharField(null=True, max_length=30)
        ethnicity = TextField(null=True)
        birthplace = CharField(null=True, max_length=30)
        home_address = CharField(null=True, max_length=100)
        education = TextField(null=True)
        experience = CharField(null=True, max_length=160)
        personality = CharField(null=True, max_length=30)
        hobbies = CharField(null=True, max_length=60)
        family = CharField(null=True, max_length=60)
        influence = IntegerField(null=True)
        attitude = TextField(null=True)
        views = CharField(null=True, max_length=120)
        etiquette_note = CharField(null=True, max_length=120)
        is_primary = BooleanField(null=True)
        is_key_person = BooleanField(null=True)
        left_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "contact"
            legacy_table_names = False
            indexes = ((("mobile",), False), (("card", "row_no"), True))

    class Need(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        row_no = IntegerField()
        description = CharField(null=True, max_length=120)
        importance = IntegerField(null=True)
        is_top = BooleanField(null=True)
        our_rate = BigIntegerField(null=True)
        rival_rate = BigIntegerField(null=True)
        value_sought = CharField(null=True, max_length=120)
        action = CharField(null=True, max_length=120)
        asked_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "need"
            legacy_table_names = False
            indexes = ((("card", "row_no"), True),)

    class YearlyResult(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        row_no = IntegerField()
        year = IntegerField(null=True)
        net_sales = BigIntegerField(null=True)
        collected = BigIntegerField(null=True)
        category_demand = BigIntegerField(null=True)

        class Meta:
            database = db
            table_name = "yearly_result"
            legacy_table_names = False
            indexes = ((("card", "row_no"), True),)

    class Investment(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        row_no = IntegerField()
        spent_on = DateField(null=True)
        investment_kind = TextField(null=True)
        amount = BigIntegerField(null=True)
        spent_for = CharField(null=True, max_length=60)
        approved_by = CharField(null=True, max_length=20)
        effect = CharField(null=True, max_length=120)

        class Meta:
            database = db
            table_name = "investment"
            legacy_table_names = False
            indexes = ((("card", "row_no"), True),)

    class Proposal(Model):
        id = AutoField()
        proposal_no = CharField(unique=True)
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        proposer = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        made_at = DateTimeField()
        source = CharField(default="other")
        reason = TextField(default="")
        is_open = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "proposal"
            legacy_table_names = False
            indexes = ((("is_open", "card"), False),)

    class ProposedChange(Model):
        id = AutoField()
        proposal = ForeignKeyField(Proposal, on_delete="CASCADE", backref="+")
        path = CharField()
        old_value = TextField(null=True)
        text = TextField(null=True)
        state = CharField(default="pending", constraints=[Check(_STATES)])
        remark = TextField(default="")
        decided_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        decided_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "proposed_change"
            legacy_table_names = False
            indexes = ((("proposal", "path"), True),)

    class Verification(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        fact_group = CharField()
        verified_on = DateField()

        class Meta:
            database = db
            table_name = "verification"
            legacy_table_names = False
            indexes = ((("card", "fact_group"), True),)

    class Attachment(Model):
        id = AutoField()
        attachment_no = CharField(unique=True)
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        kind = CharField()
        file_name = CharField()
        media_type = CharField()
        size = IntegerField(constraints=[Check("size > 0")])
        sha256 = CharField()
        document_no = CharField(default="")
        valid_until = DateField(null=True)
        is_original = BooleanField(default=False)
        kept_where = CharField(default="")
        handled_by = CharField(default="")
        added_at = DateTimeField()
        added_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        removed_at = DateTimeField(null=True)
        removed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "attachment"
            legacy_table_names = False

    class AttachmentContent(Model):
        attachment = ForeignKeyField(
            Attachment, primary_key=True, on_delete="RESTRICT", backref="+"
        )
        content = BlobField()

        class Meta:
            database = db
            table_name = "attachment_content"
            legacy_table_names = False

    class IssuedCopy(Model):
        id = AutoField()
        copy_no = CharField(unique=True)
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        receiver = CharField()
        purpose = CharField(default="")
        secrecy = CharField()
        issued_at = DateTimeField()
        issued_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "issued_copy"
            legacy_table_names = False

    class CardMerge(Model):
        id = AutoField()
        merge_no = CharField(unique=True)
        kept = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        gone = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        merged_at = DateTimeField()
        merged_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        reason = TextField(default="")
        kept_version = IntegerField()
        gone_version = IntegerField()
        before = TextField()
        undone_at = DateTimeField(null=True)
        undone_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "card_merge"
            legacy_table_names = False

    numbered = (Contact, Need, CompetitorSale, YearlyResult)
    for table in numbered:
        _number_rows(db, table)
    db.create_tables(
        [
            *(Investment, Proposal, ProposedChange, Verification),
            *(Attachment, AttachmentContent, IssuedCopy, CardMerge),
        ]
    )
    _add_columns(db, [table._meta.table_name for table in numbered])


def _number_rows(db, table):
    """Make a child table anew: each row gets its number, from 1, in the order it had."""
    name = table._meta.table_name
    kept = [field.column_name for field in table._meta.sorted_fields if field.name != "row_no"]
    columns = ", ".join(f'"{column}"' for column in kept)
    db.execute_sql(
        f"CREATE TEMPORARY TABLE before AS SELECT {columns}, ROW_NUMBER() OVER"
        f" (PARTITION BY card_id ORDER BY position, id) AS row_no FROM {name}"
    )
    db.execute_sql(f"DROP TABLE {name}")
    db.create_tables([table])
    db.execute_sql(f"INSERT INTO {name} ({columns}, row_no) SELECT {columns}, row_no FROM before")
    db.execute_sql("DROP TABLE before")


def _add_columns(db, numbered):
    """The card's new columns; it goes on numbering after the highest number it has."""
    for column in (
        '"next_row_no" INTEGER NOT NULL DEFAULT 1',
        '"history_partial" INTEGER NOT NULL DEFAULT 0',
        '"printed_version" INTEGER',
        '"printed_revision_no" INTEGER',
    ):
        db.execute_sql(f"ALTER TABLE customer_card ADD COLUMN {column}")
    # Their opening lines do not name the rows, nor what the program filled in.
    db.execute_sql("UPDATE customer_card SET history_partial = 1")
    rows = " UNION ALL ".join(f"SELECT card_id, row_no FROM {name}" for name in numbered)
    db.execute_sql(
        "UPDATE customer_card SET next_row_no = 1 + COALESCE("
        f"(SELECT MAX(row_no) FROM ({rows}) AS had WHERE had.card_id = customer_card.id), 0)"
    )
    db.execute_sql(
        'CREATE INDEX "customer_card_reprint" ON "customer_card" ("card_no")'
        ' WHERE ("revision_no" > "printed_revision_no")'
    )

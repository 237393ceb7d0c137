"""Every table of the first version, and the triggers that keep the log append-only.

A frozen copy: it never imports the live tables, which will have moved on when it runs.
"""

from peewee import (
    AutoField,
    BigIntegerField,
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

LOG_IS_APPEND_ONLY = """
CREATE TRIGGER audit_line_no_{act} BEFORE {ACT} ON audit_line
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
"""


def up(migrator, db):
    """Make the tables, the partial unique indexes and the log's triggers."""
    del migrator

    class Team(Model):
        id = AutoField()
        name = CharField(unique=True)

        class Meta:
            database = db
            table_name = "team"
            legacy_table_names = False

    class Person(Model):
        id = AutoField()
        staff_no = IntegerField(unique=True)
        name = CharField(unique=True)
        role = CharField(constraints=[Check("role IN ('rep', 'clerk', 'supervisor', 'manager')")])
        team = ForeignKeyField(Team, null=True, on_delete="RESTRICT", backref="+")
        state = CharField(default="active")
        is_kam = BooleanField(default=False)
        public_key = CharField()

        class Meta:
            database = db
            table_name = "person"
            legacy_table_names = False

    class District(Model):
        id = AutoField()
        name = CharField()
        team = ForeignKeyField(Team, on_delete="RESTRICT", backref="+")

        class Meta:
            database = db
            table_name = "district"
            legacy_table_names = False
            indexes = ((("name", "team"), True),)

    class CustomerCard(Model):
        id = AutoField()
        card_no = CharField(unique=True, null=True, max_length=8)
        draft_no = CharField(unique=True, null=True, max_length=8)
        customer_kind = CharField(constraints=[Check("customer_kind IN ('company', 'individual')")])
        custody_state = CharField(
            index=True,
            constraints=[
                Check("custody_state IN ('draft', 'in_cabinet', 'out', 'lost', 'sealed', 'void')")
            ],
        )
        draft_stage = CharField(null=True)
        review_remark = TextField(null=True)
        holder = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        due_at = DateTimeField(null=True)
        last_visit_on = DateField(null=True)
        rep = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        filled_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        reviewed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        district = ForeignKeyField(District, null=True, on_delete="RESTRICT", backref="+")
        location = CharField(unique=True, null=True, max_length=10)
        drawer_no = IntegerField()
        incomplete = BooleanField(default=False)
        version = IntegerField(default=1)
        explicit = TextField(default="{}")
        completeness = IntegerField(default=0)
        search_key = TextField(default="")
        name_key = CharField(index=True, default="")
        imported_from = CharField(null=True)
        legacy_no = CharField(null=True, max_length=20)
        relationship_status = TextField(null=True)
        channel_type = TextField(null=True)
        agent_kind = TextField(null=True)
        abc_class = TextField(null=True)
        is_focus = BooleanField(null=True)
        is_key_account = BooleanField(null=True)
        secrecy = TextField(null=True)
        created_on = DateField(null=True)
        revision_no = IntegerField(null=True)
        print_no = IntegerField(null=True)
        revised_on = DateField(null=True)
        source_method = TextField(null=True)
        source_detail = CharField(null=True, max_length=60)
        referrer = CharField(null=True, max_length=60)
        full_name = CharField(null=True, max_length=60)
        short_name = CharField(null=True, max_length=12)
        mnemonic = CharField(null=True, max_length=12)
        uscc = CharField(null=True, max_length=18)
        org_form = TextField(null=True)
        industry = CharField(null=True, max_length=30)
        main_business = CharField(null=True, max_length=80)
        biz_address = CharField(null=True, max_length=100)
        reg_address = CharField(null=True, max_length=100)
        delivery_address = CharField(null=True, max_length=100)
        postcode = CharField(null=True, max_length=6)
        phone = CharField(null=True, max_length=24)
        fax = CharField(null=True, max_length=24)
        email = CharField(null=True, max_length=100)
        website = CharField(null=True, max_length=100)
        legal_rep = CharField(null=True, max_length=60)
        owner_name = CharField(null=True, max_length=60)
        operator_name = CharField(null=True, max_length=60)
        founded_on = TextField(null=True)
        first_trade_on = DateField(null=True)
        reg_capital = BigIntegerField(null=True)
        total_assets = BigIntegerField(null=True)
        total_assets_year = IntegerField(null=True)
        annual_turnover = BigIntegerField(null=True)
        annual_turnover_year = IntegerField(null=True)
        employees = IntegerField(null=True)
        premises = TextField(null=True)
        premises_area = IntegerField(null=True)
        bank_name = CharField(null=True, max_length=40)
        bank_account = CharField(null=True, max_length=32)
        tax_type = TextField(null=True)
        parent_org = CharField(null=True, max_length=60)
        org_structure = CharField(null=True, max_length=800)
        service_area = CharField(null=True, max_length=80)
        sales_capacity = IntegerField(null=True)
        sales_capacity_note = CharField(null=True, max_length=40)
        sales_force_size = IntegerField(null=True)
        outlets = IntegerField(null=True)
        other_products = CharField(null=True, max_length=100)
        growth_potential = IntegerField(null=True)
        biz_philosophy = CharField(null=True, max_length=80)
        biz_direction = CharField(null=True, max_length=80)
        biz_policy = CharField(null=True, max_length=80)
        biz_plan = CharField(null=True, max_length=120)
        biz_features = CharField(null=True, max_length=80)
        customer_goal = CharField(null=True, max_length=80)
        goal_plan = CharField(null=True, max_length=120)
        likes = CharField(null=True, max_length=80)
        dislikes = CharField(null=True, max_length=80)
        manager_quality = IntegerField(null=True)
        staff_quality = IntegerField(null=True)
        coop_attitude = IntegerField(null=True)
        our_relation = TextField(null=True)
        competitor_relation = CharField(null=True, max_length=80)
        market_plans = CharField(null=True, max_length=120)
        sales_status = CharField(null=True, max_length=120)
        problems = CharField(null=True, max_length=120)
        strengths = CharField(null=True, max_length=120)
        countermeasures = CharField(null=True, max_length=120)
        corporate_image = IntegerField(null=True)
        reputation = IntegerField(null=True)
        credit_grade = TextField(null=True)
        credit_score = BigIntegerField(null=True)
        credit_limit = BigIntegerField(null=True)
        credit_term_days = IntegerField(null=True)
        payment_method = TextField(null=True)
        payment_attitude = TextField(null=True)
        trade_terms = CharField(null=True, max_length=160)
        price_tier = CharField(null=True, max_length=30)
        settle_day = IntegerField(null=True)
        delivery_terms = TextField(null=True)
        delivery_terms_note = CharField(null=True, max_length=60)
        sales_cycle_days = IntegerField(null=True)
        safety_stock = BigIntegerField(null=True)
        gender = TextField(null=True)
        birth_date = TextField(null=True)
        ethnicity = TextField(null=True)
        native_place = CharField(null=True, max_length=30)
        birthplace = CharField(null=True, max_length=30)
        home_address = CharField(null=True, max_length=100)
        mobile = CharField(null=True, max_length=11)
        wechat = CharField(null=True, max_length=20)
        occupation = CharField(null=True, max_length=30)
        employer = CharField(null=True, max_length=60)
        education = TextField(null=True)
        school = CharField(null=True, max_length=40)
        marital_status = TextField(null=True)
        spouse = CharField(null=True, max_length=40)
        children = CharField(null=True, max_length=60)
        anniversary = TextField(null=True)
        anniversary_note = CharField(null=True, max_length=30)
        career = CharField(null=True, max_length=160)
        associations = CharField(null=True, max_length=60)
        attitude_to_us = TextField(null=True)
        attitude_to_us_note = CharField(null=True, max_length=40)
        hobbies = CharField(null=True, max_length=60)
        topics = CharField(null=True, max_length=60)
        personality = CharField(null=True, max_length=30)
        diet = CharField(null=True, max_length=40)
        lifestyle = CharField(null=True, max_length=60)
        purchase_habit = CharField(null=True, max_length=80)
        price_sensitivity = IntegerField(null=True)
        other_notes = CharField(null=True, max_length=400)

        class Meta:
            database = db
            table_name = "customer_card"
            legacy_table_names = False

    class AccountSnapshot(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, unique=True, on_delete="CASCADE", backref="+")
        balance = BigIntegerField()
        overdue = BigIntegerField(constraints=[Check("overdue >= 0")])
        worst_bucket = CharField(default="")
        as_of = DateField()

        class Meta:
            database = db
            table_name = "account_snapshot"
            legacy_table_names = False

    class AuditLine(Model):
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

        class Meta:
            database = db
            table_name = "audit_line"
            legacy_table_names = False

    class CabinetDay(Model):
        id = AutoField()
        day = DateField(index=True)
        opened_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        opened_at = DateTimeField()
        closed_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        closed_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "cabinet_day"
            legacy_table_names = False

    class CompetitorSale(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        position = IntegerField(default=0)
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

    class Contact(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        position = IntegerField(default=0)
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

    class Counter(Model):
        name = CharField(primary_key=True)
        value = IntegerField()

        class Meta:
            database = db
            table_name = "counter"
            legacy_table_names = False

    class Drawer(Model):
        id = AutoField()
        number = IntegerField(unique=True, constraints=[Check("number BETWEEN 1 AND 999")])
        kind = CharField()
        district = ForeignKeyField(
            District, unique=True, null=True, on_delete="RESTRICT", backref="+"
        )

        class Meta:
            database = db
            table_name = "drawer"
            legacy_table_names = False

    class LogHead(Model):
        id = IntegerField(primary_key=True)
        no = IntegerField()
        chained_hash = CharField()
        seal = CharField()

        class Meta:
            database = db
            table_name = "log_head"
            legacy_table_names = False

    class NeedRow(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        position = IntegerField(default=0)
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

    class Promise(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        description = TextField()
        due_on = DateField(index=True)
        kept_on = DateField(null=True)
        source = CharField(default="import")

        class Meta:
            database = db
            table_name = "promise"
            legacy_table_names = False

    class Revision(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="RESTRICT", backref="+")
        version = IntegerField()
        field = CharField()
        old_value = TextField(null=True)
        new_value = TextField(null=True)
        changed_at = DateTimeField()
        changed_by = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        accepted_by = ForeignKeyField(Person, null=True, on_delete="RESTRICT", backref="+")
        source = CharField(default="other")
        reason = TextField(default="")
        state = CharField(default="accepted")

        class Meta:
            database = db
            table_name = "revision"
            legacy_table_names = False

    class Setting(Model):
        name = CharField(primary_key=True)
        value = TextField()

        class Meta:
            database = db
            table_name = "setting"
            legacy_table_names = False

    class Typing(Model):
        id = AutoField()
        person = ForeignKeyField(Person, on_delete="RESTRICT", backref="+")
        ref = CharField()
        customer_kind = CharField()
        version = IntegerField()
        texts = TextField()
        kept_at = DateTimeField()

        class Meta:
            database = db
            table_name = "typing"
            legacy_table_names = False
            indexes = ((("person", "ref"), True),)

    class YearlyResult(Model):
        id = AutoField()
        card = ForeignKeyField(CustomerCard, on_delete="CASCADE", backref="+")
        position = IntegerField(default=0)
        year = IntegerField(null=True)
        net_sales = BigIntegerField(null=True)
        collected = BigIntegerField(null=True)
        category_demand = BigIntegerField(null=True)

        class Meta:
            database = db
            table_name = "yearly_result"
            legacy_table_names = False

    live = CustomerCard.custody_state != "void"
    for column in ("uscc", "short_name"):
        field = getattr(CustomerCard, column)
        name = f"customer_card_one_{column}"
        CustomerCard.add_index(CustomerCard.index(field, name=name, unique=True, where=live))
    listed = (
        *("drawer_no", "card_no", "draft_no", "full_name", "short_name", "customer_kind"),
        *("custody_state", "draft_stage", "holder", "due_at", "abc_class", "relationship_status"),
        *("rep", "district", "last_visit_on", "completeness", "incomplete", "legacy_no"),
        "search_key",
    )
    columns = [getattr(CustomerCard, name) for name in listed]
    CustomerCard.add_index(CustomerCard.index(*columns, name="customer_card_listed"))
    CustomerCard.add_index(CustomerCard.index(CustomerCard.drawer_no, CustomerCard.location))
    for field in (CustomerCard.phone, CustomerCard.mobile, Contact.mobile):
        field.model.add_index(field.model.index(field))
    db.create_tables(
        [
            Team,
            Person,
            District,
            CustomerCard,
            AccountSnapshot,
            AuditLine,
            CabinetDay,
            CompetitorSale,
            Contact,
            Counter,
            Drawer,
            LogHead,
            NeedRow,
            Promise,
            Revision,
            Setting,
            Typing,
            YearlyResult,
        ]
    )
    for act in ("update", "delete"):
        db.execute_sql(LOG_IS_APPEND_ONLY.format(act=act, ACT=act.upper()))

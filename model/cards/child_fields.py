"""Columns of the tables on a card.

Contacts, needs, rivals' sales and yearly results (domain.md §2.5, §2.6), and the two logs that
the paper shows (§3.3).
"""

from __future__ import annotations

from model.cards.choices import (
    ATTITUDES,
    BUYING_ROLES,
    EDUCATIONS,
    GENDERS,
    INVESTMENT_KINDS,
    POSITION_KINDS,
)
from model.cards.definition import Field, Kind, Need
from model.cards.ethnic_groups import ETHNIC_GROUPS
from model.office.data_rights import DataClass
from model.words import mark

R, O, S = Need.REQUIRED, Need.OPTIONAL, Need.SYSTEM  # noqa: E741
DC1, DC2, DC3, DC4 = DataClass.DC1, DataClass.DC2, DataClass.DC3, DataClass.DC4

PERCENT = mark("Unit", "%")
YUAN = mark("Unit", "yuan")

CONTACT = (
    Field("name", Kind.LINE, mark("CardField", "Contact"), R, 0, DC1, 30,
          short=mark("CardField", "Key people")),
    Field("title", Kind.LINE, mark("CardField", "Position or title"), O, 0, DC1, 30,
          short=mark("CardField", "Position")),
    Field("roles", Kind.CHOICES, mark("CardField", "Buying roles"), O, 0, DC1,
          choices=BUYING_ROLES),
    Field("position_kind", Kind.CHOICE, mark("CardField", "Standing"), O, 0, DC1,
          choices=POSITION_KINDS),
    Field("gender", Kind.CHOICE, mark("CardField", "Gender"), O, 0, DC1, choices=GENDERS),
    Field("mobile", Kind.MOBILE, mark("CardField", "Mobile"), O, 0, DC1, 11),
    Field("phone", Kind.PHONE, mark("CardField", "Phone"), O, 0, DC1, 24),
    Field("wechat", Kind.LINE, mark("CardField", "WeChat"), O, 0, DC1, 20,
          pattern=r"[A-Za-z][A-Za-z0-9_-]{5,19}"),
    Field("email", Kind.EMAIL, mark("CardField", "Mail"), O, 0, DC1, 100),
    Field("birth_date", Kind.PARTIAL_DATE, mark("CardField", "Date of birth"), O, 0, DC2,
          lowest=14, highest=110),
    Field("native_place", Kind.LINE, mark("CardField", "Native place"), O, 0, DC2, 30,
          begins_with_region=True),
    Field("ethnicity", Kind.CHOICE, mark("CardField", "Ethnicity"), O, 0, DC2,
          choices=ETHNIC_GROUPS),
    Field("birthplace", Kind.LINE, mark("CardField", "Birthplace"), O, 0, DC2, 30,
          begins_with_region=True),
    Field("home_address", Kind.LINE, mark("CardField", "Home address"), O, 0, DC2, 100,
          begins_with_region=True),
    Field("education", Kind.CHOICE, mark("CardField", "Education"), O, 0, DC2,
          choices=EDUCATIONS),
    Field("experience", Kind.TEXT, mark("CardField", "Experience"), O, 0, DC2, 160),
    Field("personality", Kind.LINE, mark("CardField", "Personality"), O, 0, DC2, 30),
    Field("hobbies", Kind.LINE, mark("CardField", "Pastimes"), O, 0, DC2, 60),
    Field("family", Kind.LINE, mark("CardField", "Family"), O, 0, DC2, 60),
    Field("influence", Kind.RATING, mark("CardField", "Influence"), O, 0, DC1),
    Field("attitude", Kind.CHOICE, mark("CardField", "Attitude to us"), O, 0, DC1,
          choices=ATTITUDES),
    Field("views", Kind.TEXT, mark("CardField", "Views"), O, 0, DC1, 120),
    Field("etiquette_note", Kind.TEXT, mark("CardField", "Etiquette"), O, 0, DC1, 120),
    # Exactly one per card.
    Field("is_primary", Kind.FLAG, mark("CardField", "Primary contact"), O, 0, DC1),
    Field("is_key_person", Kind.FLAG, mark("CardField", "Key person"), O, 0, DC1),
    # People who left stay in history.
    Field("left_on", Kind.DATE, mark("CardField", "Left on"), O, 0, DC1),
)  # fmt: skip

NEED = (
    Field("description", Kind.LINE, mark("CardField", "Need"), R, 0, DC3, 120),
    Field("importance", Kind.RATING, mark("CardField", "Importance"), O, 0, DC3),
    # At most one row of a card.
    Field("is_top", Kind.FLAG, mark("CardField", "Most important"), O, 0, DC3),
    Field("our_rate", Kind.PERCENT, mark("CardField", "Met by us"), O, 0, DC3,
          unit=PERCENT, lowest=0, highest=100),
    Field("rival_rate", Kind.PERCENT, mark("CardField", "Met by rivals"), O, 0, DC3,
          unit=PERCENT, lowest=0, highest=100),
    Field("value_sought", Kind.LINE, mark("CardField", "Value sought"), O, 0, DC3, 120),
    Field("action", Kind.LINE, mark("CardField", "What we do"), O, 0, DC3, 120),
    Field("asked_on", Kind.DATE, mark("CardField", "Asked on"), O, 0, DC3),
)  # fmt: skip

COMPETITOR_SALE = (
    Field("brand", Kind.LINE, mark("CardField", "Rival brand"), R, 0, DC3, 40),
    Field("maker", Kind.LINE, mark("CardField", "Maker"), O, 0, DC3, 60),
    Field("product", Kind.LINE, mark("CardField", "Product"), O, 0, DC3, 60),
    Field("monthly_qty", Kind.DECIMAL, mark("CardField", "Sold a month"), O, 0, DC3, lowest=0),
    Field("unit", Kind.LINE, mark("CardField", "Unit"), O, 0, DC3, 10),
    Field("price", Kind.MONEY, mark("CardField", "Price each"), O, 0, DC3, unit=YUAN, lowest=0),
    Field("our_qty", Kind.DECIMAL, mark("CardField", "Ours of the same kind a month"),
          O, 0, DC3, short=mark("CardField", "Ours a month"), lowest=0),
    Field("opinion", Kind.LINE, mark("CardField", "Customer's opinion"), O, 0, DC3, 120),
    Field("promo", Kind.LINE, mark("CardField", "Display and promotion"), O, 0, DC3, 80),
    Field("observed_on", Kind.DATE, mark("CardField", "Observed on"), O, 0, DC3),
    Field("observed_by", Kind.PERSON, mark("CardField", "Observed by"), O, 0, DC3),
)  # fmt: skip

YEARLY_RESULT = (
    Field("year", Kind.NUMBER, mark("CardField", "Year"), R, 0, DC4, lowest=1900, highest=2199),
    Field("net_sales", Kind.MONEY, mark("CardField", "Our net sales"), O, 0, DC4,
          short=mark("CardField", "Our sales (yuan)"), unit=YUAN),
    Field("collected", Kind.MONEY, mark("CardField", "Collected"), O, 0, DC4,
          short=mark("CardField", "Collected (yuan)"), unit=YUAN),
    Field("category_demand", Kind.MONEY, mark("CardField", "Customer's whole demand"),
          O, 0, DC4, short=mark("CardField", "Customer's sales (10,000 yuan)"),
          unit=mark("Unit", "10,000 yuan"), lowest=0),
    # Computed from the columns before, never typed.
    Field("share", Kind.PERCENT, mark("CardField", "Our share"), S, 0, DC4,
          unit=PERCENT, editable=False),
    Field("growth", Kind.PERCENT, mark("CardField", "Growth on the year"), S, 0, DC4,
          unit=PERCENT, editable=False),
)  # fmt: skip

INVESTMENT = (
    Field("spent_on", Kind.DATE, mark("CardField", "Spent on"), R, 0, DC4),
    Field("investment_kind", Kind.CHOICE, mark("CardField", "Kind of spending"), R, 0, DC4,
          choices=INVESTMENT_KINDS),
    Field("amount", Kind.MONEY, mark("CardField", "Amount"), O, 0, DC4, unit=YUAN, lowest=0),
    Field("spent_for", Kind.LINE, mark("CardField", "For whom or what"), O, 0, DC4, 60),
    Field("approved_by", Kind.LINE, mark("CardField", "Approved by"), O, 0, DC4, 20),
    Field("effect", Kind.LINE, mark("CardField", "Effect"), O, 0, DC4, 120),
)  # fmt: skip

USAGE_LINE = (
    Field("visited_on", Kind.DATE, mark("CardField", "Visited"), S, 0, DC3, editable=False),
    Field("out_at", Kind.MOMENT, mark("CardField", "Out"), S, 0, DC3, editable=False),
    Field("in_at", Kind.MOMENT, mark("CardField", "Back"), S, 0, DC3, editable=False),
    Field("rep", Kind.PERSON, mark("CardField", "Sales rep"), S, 0, DC3, editable=False),
    Field("summary", Kind.LINE, mark("CardField", "Visit in short"), S, 0, DC3, editable=False),
)  # fmt: skip

REVISION_LINE = (
    Field("changed_on", Kind.DATE, mark("CardField", "Changed on"), S, 0, DC1, editable=False),
    Field("field", Kind.LINE, mark("CardField", "Changed field"), S, 0, DC1, editable=False),
    Field("old_value", Kind.LINE, mark("CardField", "Old value"), S, 0, DC1, editable=False),
    Field("new_value", Kind.LINE, mark("CardField", "New value"), S, 0, DC1, editable=False),
    Field("changed_by", Kind.PERSON, mark("CardField", "Changed by"), S, 0, DC1,
          editable=False),
    Field("accepted_by", Kind.PERSON, mark("CardField", "Accepted by"), S, 0, DC1,
          editable=False),
)  # fmt: skip

CHILD_TABLES: dict[str, tuple[Field, ...]] = {
    "contacts": CONTACT,
    "needs": NEED,
    "competitor_sales": COMPETITOR_SALE,
    "sales_history": YEARLY_RESULT,
    "investments": INVESTMENT,
    "usage_log": USAGE_LINE,
    "revisions": REVISION_LINE,
}
"""The first part of a path such as `contacts[0].mobile` -> the columns of its rows.

`usage_log` (visits joined with loans) and `revisions` are read, never typed.
"""

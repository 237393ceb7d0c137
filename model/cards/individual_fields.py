"""The fields of the individual card, in the order of domain.md §2.4."""

from __future__ import annotations

from dataclasses import replace

from model.cards.choices import ATTITUDES, EDUCATIONS, GENDERS, MARITAL_STATUSES
from model.cards.definition import CardKind, Field, Fresh, Kind, Need, Section, in_section
from model.cards.ethnic_groups import ETHNIC_GROUPS
from model.cards.shared_fields import (
    COMPETITOR_SALES,
    COOP_ATTITUDE,
    COUNTERMEASURES,
    CREDIT_GRADE,
    CUSTOMER_GOAL,
    EMAIL,
    FIRST_TRADE_ON,
    NEEDS,
    OUR_RELATION,
    PAYMENT_METHOD,
    PHONE,
    POSTCODE,
    PROBLEMS,
    SALES_HISTORY,
    SALES_STATUS,
    TRADE_TERMS,
)
from model.office.data_rights import DataClass
from model.words import mark

R, E, O = Need.REQUIRED, Need.EXPECTED, Need.OPTIONAL  # noqa: E741
DC1, DC2, DC3 = DataClass.DC1, DataClass.DC2, DataClass.DC3
INDIVIDUAL = (CardKind.INDIVIDUAL,)

BASIC = in_section(
    Section.BASIC,
    INDIVIDUAL,
    Fresh.LEGAL,
    Field("full_name", Kind.LINE, mark("CardField", "Name"), R, 3, DC1, 20,
          shortest=2, protected=True),
    Field("gender", Kind.CHOICE, mark("CardField", "Gender"), E, 1, DC1, choices=GENDERS),
    Field("birth_date", Kind.PARTIAL_DATE, mark("CardField", "Date of birth"), E, 2, DC2,
          lowest=14, highest=110),
    Field("ethnicity", Kind.CHOICE, mark("CardField", "Ethnicity"), O, 0, DC2,
          choices=ETHNIC_GROUPS),
    Field("native_place", Kind.LINE, mark("CardField", "Native place"), E, 1, DC2, 30,
          begins_with_region=True),
    Field("birthplace", Kind.LINE, mark("CardField", "Birthplace"), O, 0, DC2, 30,
          begins_with_region=True),
    Field("home_address", Kind.LINE, mark("CardField", "Home address"), R, 3, DC2, 100,
          begins_with_region=True, fresh=Fresh.CONTACT),
    POSTCODE,
    Field("mobile", Kind.MOBILE, mark("CardField", "Mobile"), R, 3, DC1, 11,
          fresh=Fresh.CONTACT),
    PHONE,
    Field("wechat", Kind.LINE, mark("CardField", "WeChat"), O, 1, DC1, 20,
          pattern=r"[A-Za-z][A-Za-z0-9_-]{5,19}", fresh=Fresh.CONTACT),
    replace(EMAIL, short=mark("CardField", "Mail")),
    Field("occupation", Kind.LINE, mark("CardField", "Occupation or title"), E, 2, DC1, 30,
          short=mark("CardField", "Occupation"), fresh=Fresh.CONTACT),
    Field("employer", Kind.LINE, mark("CardField", "Employer"), E, 2, DC1, 60,
          fresh=Fresh.CONTACT),
    FIRST_TRADE_ON,
    Field("education", Kind.CHOICE, mark("CardField", "Education"), E, 2, DC2,
          choices=EDUCATIONS),
    Field("school", Kind.LINE, mark("CardField", "School"), O, 1, DC2, 40),
    Field("marital_status", Kind.CHOICE, mark("CardField", "Marital status"), O, 1, DC2,
          choices=MARITAL_STATUSES, fresh=Fresh.FEATURES),
    Field("spouse", Kind.LINE, mark("CardField", "Spouse"), O, 1, DC2, 40, fresh=Fresh.FEATURES),
    Field("children", Kind.LINE, mark("CardField", "Children"), O, 1, DC2, 60,
          fresh=Fresh.FEATURES),
    Field("anniversary", Kind.MONTH_DAY, mark("CardField", "Anniversary"), O, 0, DC2),
    Field("anniversary_note", Kind.LINE, mark("CardField", "Which anniversary"), O, 0, DC2, 30,
          companion_of="anniversary"),
)  # fmt: skip

FEATURES = in_section(
    Section.FEATURES,
    INDIVIDUAL,
    Fresh.FEATURES,
    Field("career", Kind.TEXT, mark("CardField", "Career"), E, 2, DC2, 160),
    Field("associations", Kind.LINE, mark("CardField", "Associations"), O, 1, DC2, 60),
    Field("attitude_to_us", Kind.CHOICE, mark("CardField", "Attitude to our firm"), E, 2, DC3,
          choices=ATTITUDES),
    Field("attitude_to_us_note", Kind.LINE, mark("CardField", "Note on the attitude"),
          O, 0, DC3, 40, companion_of="attitude_to_us"),
    replace(CUSTOMER_GOAL, label=mark("CardField", "Goal"), points=1),
    Field("hobbies", Kind.LINE, mark("CardField", "Hobbies"), E, 2, DC2, 60),
    Field("topics", Kind.LINE, mark("CardField", "Topics of interest"), O, 1, DC2, 60),
    Field("dislikes", Kind.LINE, mark("CardField", "Taboos"), O, 1, DC2, 60),
    Field("personality", Kind.LINE, mark("CardField", "Personality"), E, 2, DC2, 30),
    Field("diet", Kind.LINE, mark("CardField", "Eating habits"), O, 1, DC2, 40),
    Field("lifestyle", Kind.LINE, mark("CardField", "Way of life"), O, 0, DC2, 60),
    Field("purchase_habit", Kind.LINE, mark("CardField", "Buying habits"), E, 2, DC3, 80),
    # 5 = very sensitive.
    Field("price_sensitivity", Kind.RATING, mark("CardField", "Price sensitivity"), E, 1, DC3),
    NEEDS,
)  # fmt: skip

BUSINESS = in_section(
    Section.BUSINESS,
    INDIVIDUAL,
    Fresh.FEATURES,
    SALES_HISTORY,
    replace(OUR_RELATION, short=mark("CardField", "Relation with us")),
    replace(COMPETITOR_SALES, label=mark("CardField", "Rival products in use")),
    replace(COOP_ATTITUDE, points=1),
)

TRADING = in_section(
    Section.TRADING,
    INDIVIDUAL,
    Fresh.TRADING,
    replace(SALES_STATUS, label=mark("CardField", "Present trading")),
    replace(PROBLEMS, short=mark("CardField", "Problems now"), need=O, points=1),
    replace(COUNTERMEASURES, points=1),
    CREDIT_GRADE,
    PAYMENT_METHOD,
    replace(TRADE_TERMS, points=1),
    Field("other_notes", Kind.TEXT, mark("CardField", "Other useful facts"), O, 0, DC2, 400,
          short=mark("CardField", "Other facts"), fresh=Fresh.FEATURES),
)  # fmt: skip

INDIVIDUAL_FIELDS = BASIC + FEATURES + BUSINESS + TRADING

"""The fields of the company card, in the order of domain.md §2.3."""

from __future__ import annotations

from dataclasses import replace

from model.cards.choices import DELIVERY_TERMS, ORG_FORMS, PAYMENT_ATTITUDES, PREMISES, TAX_TYPES
from model.cards.definition import CardKind, Field, Fresh, Kind, Need, Section, When, in_section
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

R, E, O, S = Need.REQUIRED, Need.EXPECTED, Need.OPTIONAL, Need.SYSTEM  # noqa: E741
DC1, DC3, DC4, DC5 = DataClass.DC1, DataClass.DC3, DataClass.DC4, DataClass.DC5
COMPANY = (CardKind.COMPANY,)

YUAN = mark("Unit", "yuan")
TEN_THOUSAND_YUAN = mark("Unit", "10,000 yuan")
DAYS = mark("Unit", "days")
PEOPLE = mark("Unit", "people")

BASIC = in_section(
    Section.BASIC,
    COMPANY,
    Fresh.LEGAL,
    Field("full_name", Kind.LINE, mark("CardField", "Full name"), R, 3, DC1, 60,
          shortest=2, protected=True),
    Field("short_name", Kind.LINE, mark("CardField", "Short name"), E, 1, DC1, 12),
    Field("mnemonic", Kind.LINE, mark("CardField", "Initials"), S, 0, DC1, 12),
    Field("uscc", Kind.USCC, mark("CardField", "Unified social credit code"), O, 3, DC1, 18,
          required_when=When.CURRENT, protected=True, not_for_prospects=True),
    Field("org_form", Kind.CHOICE, mark("CardField", "Legal form"), R, 2, DC1,
          choices=ORG_FORMS, protected=True),
    Field("industry", Kind.OFFICE_LIST, mark("CardField", "Industry"), E, 2, DC1, 30),
    Field("main_business", Kind.LINE, mark("CardField", "Main business"), R, 2, DC1, 80),
    Field("biz_address", Kind.LINE, mark("CardField", "Business address"), R, 3, DC1, 100,
          shortest=6, begins_with_region=True, fresh=Fresh.CONTACT),
    Field("reg_address", Kind.LINE, mark("CardField", "Registered address"), E, 1, DC1, 100,
          same_as="biz_address", begins_with_region=True),
    Field("delivery_address", Kind.LINE, mark("CardField", "Delivery address"), E, 1, DC1, 100,
          same_as="biz_address", begins_with_region=True, fresh=Fresh.CONTACT),
    POSTCODE,
    replace(PHONE, need=E, points=3, required_when=When.NO_MOBILE),
    Field("fax", Kind.PHONE, mark("CardField", "Fax"), O, 0, DC1, 24, fresh=Fresh.CONTACT),
    replace(EMAIL, points=1),
    Field("website", Kind.WEBSITE, mark("CardField", "Website"), O, 0, DC1, 100,
          fresh=Fresh.CONTACT),
    Field("legal_rep", Kind.LINE, mark("CardField", "Legal representative"), E, 3, DC1, 60,
          required_when=When.CURRENT, protected=True, not_for_prospects=True),
    Field("owner_name", Kind.LINE, mark("CardField", "Owner"), E, 2, DC1, 60),
    Field("operator_name", Kind.LINE, mark("CardField", "Operating manager"), R, 2, DC1, 60,
          fresh=Fresh.CONTACT),
    Field("founded_on", Kind.PARTIAL_DATE, mark("CardField", "Founded"), E, 2, DC1),
    FIRST_TRADE_ON,
    Field("reg_capital", Kind.MONEY, mark("CardField", "Registered capital"), E, 2, DC5,
          unit=TEN_THOUSAND_YUAN, lowest=0),
    Field("total_assets", Kind.MONEY, mark("CardField", "Total assets"), E, 1, DC5,
          unit=TEN_THOUSAND_YUAN, lowest=0, fresh=Fresh.CREDIT),
    Field("total_assets_year", Kind.NUMBER, mark("CardField", "Total assets as of (year)"),
          O, 0, DC5, lowest=1900, highest=2199, companion_of="total_assets"),
    Field("annual_turnover", Kind.MONEY, mark("CardField", "Annual turnover"), E, 1, DC3,
          unit=TEN_THOUSAND_YUAN, lowest=0, fresh=Fresh.FEATURES),
    Field("annual_turnover_year", Kind.NUMBER, mark("CardField", "Annual turnover of (year)"),
          O, 0, DC3, lowest=1900, highest=2199, companion_of="annual_turnover"),
    Field("employees", Kind.NUMBER, mark("CardField", "Employees"), E, 1, DC3,
          unit=PEOPLE, lowest=0, highest=999_999, fresh=Fresh.FEATURES),
    Field("premises", Kind.CHOICE, mark("CardField", "Premises"), E, 1, DC3,
          choices=PREMISES, fresh=Fresh.FEATURES),
    Field("premises_area", Kind.NUMBER, mark("CardField", "Area of the premises"), O, 0, DC3,
          unit=mark("Unit", "m²"), lowest=0, highest=9_999_999, companion_of="premises"),
    Field("bank_name", Kind.LINE, mark("CardField", "Bank"), E, 1, DC5, 40),
    Field("bank_account", Kind.BANK_ACCOUNT, mark("CardField", "Bank account"), E, 1, DC5, 32,
          shortest=8, protected=True),
    Field("tax_type", Kind.CHOICE, mark("CardField", "VAT payer type"), E, 1, DC1,
          choices=TAX_TYPES, short=mark("CardField", "VAT payer")),
    Field("parent_org", Kind.LINE, mark("CardField", "Parent organisation"), O, 0, DC1, 60),
    # Departments and who reports to whom (domain.md §2.5).
    Field("org_structure", Kind.TEXT, mark("CardField", "Organisation"), O, 0, DC1, 800),
)  # fmt: skip

FEATURES = in_section(
    Section.FEATURES,
    COMPANY,
    Fresh.FEATURES,
    Field("service_area", Kind.LINE, mark("CardField", "Service area"), E, 2, DC3, 80,
          required_when=When.TRADE),
    Field("sales_capacity", Kind.RATING, mark("CardField", "Sales capacity"), E, 2, DC3),
    Field("sales_capacity_note", Kind.LINE, mark("CardField", "Note on sales capacity"),
          O, 0, DC3, 40, companion_of="sales_capacity"),
    Field("sales_force_size", Kind.NUMBER, mark("CardField", "Size of sales force"), E, 1, DC3,
          short=mark("CardField", "Sales force"), unit=PEOPLE, lowest=0, highest=999_999,
          trade_only=True),
    Field("outlets", Kind.NUMBER, mark("CardField", "Outlets"), E, 1, DC3,
          unit=mark("Unit", "outlets"), lowest=0, highest=999_999, trade_only=True),
    Field("other_products", Kind.LINE, mark("CardField", "Other products sold"), E, 1, DC3, 100,
          short=mark("CardField", "Other products"), trade_only=True),
    Field("growth_potential", Kind.RATING, mark("CardField", "Growth potential"), E, 2, DC3),
    Field("biz_philosophy", Kind.LINE, mark("CardField", "Philosophy"), E, 1, DC3, 80),
    Field("biz_direction", Kind.LINE, mark("CardField", "Direction"), E, 1, DC3, 80),
    Field("biz_policy", Kind.LINE, mark("CardField", "Policy"), E, 1, DC3, 80),
    Field("biz_plan", Kind.TEXT, mark("CardField", "Company plans"), E, 1, DC3, 120),
    Field("biz_features", Kind.LINE, mark("CardField", "Special features"), E, 1, DC3, 80),
    CUSTOMER_GOAL,
    Field("goal_plan", Kind.TEXT, mark("CardField", "Plan to reach the goal"), E, 1, DC3, 120),
    Field("likes", Kind.LINE, mark("CardField", "Likes"), O, 1, DC3, 80),
    Field("dislikes", Kind.LINE, mark("CardField", "Dislikes"), O, 1, DC3, 80),
    NEEDS,
)  # fmt: skip

BUSINESS = in_section(
    Section.BUSINESS,
    COMPANY,
    Fresh.FEATURES,
    SALES_HISTORY,
    Field("manager_quality", Kind.RATING, mark("CardField", "Quality of management"), E, 1, DC3),
    Field("staff_quality", Kind.RATING, mark("CardField", "Quality of sales staff"), E, 1, DC3),
    COOP_ATTITUDE,
    replace(OUR_RELATION, short=mark("CardField", "Business relation with us")),
    Field("competitor_relation", Kind.LINE, mark("CardField", "Relation with rivals"),
          E, 2, DC3, 80, fresh=Fresh.COMPETITORS),
    COMPETITOR_SALES,
    Field("market_plans", Kind.TEXT, mark("CardField", "Market plans"), O, 1, DC3, 120),
)  # fmt: skip

TRADING = in_section(
    Section.TRADING,
    COMPANY,
    Fresh.TRADING,
    SALES_STATUS,
    PROBLEMS,
    Field("strengths", Kind.TEXT, mark("CardField", "Strengths kept"), E, 1, DC3, 120),
    COUNTERMEASURES,
    Field("corporate_image", Kind.RATING, mark("CardField", "Company image"), E, 1, DC3,
          fresh=Fresh.CREDIT),
    Field("reputation", Kind.RATING, mark("CardField", "Reputation"), E, 1, DC3,
          fresh=Fresh.CREDIT),
    CREDIT_GRADE,
    Field("credit_score", Kind.DECIMAL, mark("CardField", "Credit score"), S, 0, DC5,
          lowest=0, highest=100, protected=True, editable=False),
    Field("credit_limit", Kind.MONEY, mark("CardField", "Credit limit"), S, 1, DC5,
          unit=YUAN, lowest=0, protected=True, not_for_prospects=True, editable=False),
    Field("credit_term_days", Kind.NUMBER, mark("CardField", "Credit term"), E, 2, DC5,
          unit=DAYS, lowest=0, highest=180, protected=True, not_for_prospects=True,
          fresh=Fresh.CREDIT),
    PAYMENT_METHOD,
    Field("payment_attitude", Kind.CHOICE, mark("CardField", "Payment attitude"), E, 1, DC5,
          choices=PAYMENT_ATTITUDES, not_for_prospects=True, fresh=Fresh.CREDIT),
    TRADE_TERMS,
    Field("price_tier", Kind.OFFICE_LIST, mark("CardField", "Price tier"), E, 1, DC4, 30,
          protected=True, not_for_prospects=True),
    Field("settle_day", Kind.DAY_OF_MONTH, mark("CardField", "Settlement day"), E, 1, DC4,
          lowest=1, highest=31, not_for_prospects=True),
    Field("delivery_terms", Kind.CHOICE, mark("CardField", "Delivery"), E, 1, DC4,
          choices=DELIVERY_TERMS, not_for_prospects=True),
    Field("delivery_terms_note", Kind.LINE, mark("CardField", "Note on delivery"), O, 0, DC4, 60,
          companion_of="delivery_terms"),
    Field("sales_cycle_days", Kind.NUMBER, mark("CardField", "Sales cycle"), E, 1, DC3,
          unit=DAYS, lowest=1, highest=90, trade_only=True, not_for_prospects=True),
    Field("safety_stock", Kind.DECIMAL, mark("CardField", "Safety stock"), S, 0, DC3,
          unit=mark("Unit", "pieces"), lowest=0, trade_only=True, editable=False),
)  # fmt: skip

COMPANY_FIELDS = BASIC + FEATURES + BUSINESS + TRADING

"""Fields that both kinds of card define alike, or nearly so (domain.md §2.3 and §2.4).

The tables of each kind take them from here, with `replace` where a length or the points differ.
"""

from __future__ import annotations

from model.cards.choices import CREDIT_GRADES, OUR_RELATIONS, PAYMENT_METHODS
from model.cards.definition import Field, Fresh, Kind, Need
from model.office.data_rights import DataClass
from model.words import mark

R, E, O, S = Need.REQUIRED, Need.EXPECTED, Need.OPTIONAL, Need.SYSTEM  # noqa: E741
DC1, DC3, DC4, DC5 = DataClass.DC1, DataClass.DC3, DataClass.DC4, DataClass.DC5

POSTCODE = Field(
    "postcode", Kind.POSTCODE, mark("CardField", "Postcode"), E, 1, DC1, 6, fresh=Fresh.CONTACT
)
PHONE = Field("phone", Kind.PHONE, mark("CardField", "Phone"), O, 0, DC1, 24, fresh=Fresh.CONTACT)
EMAIL = Field("email", Kind.EMAIL, mark("CardField", "E-mail"), O, 0, DC1, 100, fresh=Fresh.CONTACT)
# From the first order; typed for customers older than the ledgers.
FIRST_TRADE_ON = Field(
    "first_trade_on", Kind.DATE, mark("CardField", "Trading since"), E, 2, DC4,
    not_for_prospects=True,
)  # fmt: skip
CUSTOMER_GOAL = Field(
    "customer_goal", Kind.LINE, mark("CardField", "Customer's goal"), E, 2, DC3, 80
)
NEEDS = Field("needs", Kind.ROWS, mark("CardField", "Main needs"), E, 2, DC3, fresh=Fresh.NEEDS)
# From the ledgers; years before them are typed.
SALES_HISTORY = Field(
    "sales_history", Kind.ROWS, mark("CardField", "Sales results"), S, 2, DC4,
    not_for_prospects=True,
)  # fmt: skip
COOP_ATTITUDE = Field("coop_attitude", Kind.RATING, mark("CardField", "Cooperation"), E, 2, DC3)
OUR_RELATION = Field(
    "our_relation", Kind.CHOICE, mark("CardField", "Business relation with our firm"), E, 2, DC3,
    choices=OUR_RELATIONS,
)  # fmt: skip
COMPETITOR_SALES = Field(
    "competitor_sales", Kind.ROWS, mark("CardField", "Rivals' sales here"), E, 2, DC3,
    fresh=Fresh.COMPETITORS,
)  # fmt: skip
SALES_STATUS = Field(
    "sales_status", Kind.TEXT, mark("CardField", "Present sales"), E, 2, DC3, 120,
    not_for_prospects=True,
)  # fmt: skip
PROBLEMS = Field("problems", Kind.TEXT, mark("CardField", "Problems"), E, 2, DC3, 120)
COUNTERMEASURES = Field(
    "countermeasures", Kind.TEXT, mark("CardField", "Countermeasures"), E, 2, DC3, 120
)
CREDIT_GRADE = Field(
    "credit_grade", Kind.CHOICE, mark("CardField", "Credit grade"), S, 2, DC5,
    choices=CREDIT_GRADES, protected=True, not_for_prospects=True, editable=False,
)  # fmt: skip
PAYMENT_METHOD = Field(
    "payment_method", Kind.CHOICE, mark("CardField", "Payment method"), E, 2, DC4,
    choices=PAYMENT_METHODS, not_for_prospects=True,
)  # fmt: skip
TRADE_TERMS = Field(
    "trade_terms", Kind.TEXT, mark("CardField", "Terms of trade"), E, 2, DC4, 160,
    protected=True, not_for_prospects=True,
)  # fmt: skip

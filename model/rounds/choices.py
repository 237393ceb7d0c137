"""The value lists of plans and visits: what is stored, and the words for it (glossary: 选项值)."""

from __future__ import annotations

from model.cards.choices import Choice
from model.words import mark

PURPOSES = (
    Choice("collect", mark("VisitChoice", "Collect money"), "VisitChoice"),
    Choice("order", mark("VisitChoice", "Order"), "VisitChoice"),
    Choice("stock_count", mark("VisitChoice", "Stock count"), "VisitChoice"),
    Choice("promotion", mark("VisitChoice", "Promotion"), "VisitChoice"),
    Choice("complaint", mark("VisitChoice", "Complaint"), "VisitChoice"),
    Choice("new_product", mark("VisitChoice", "New product"), "VisitChoice"),
    Choice("relation", mark("VisitChoice", "Relations"), "VisitChoice"),
    Choice("survey", mark("VisitChoice", "Survey"), "VisitChoice"),
    Choice("signing", mark("VisitChoice", "Signing"), "VisitChoice"),
)
"""拜访目的."""

METHODS = (
    Choice("on_site", mark("VisitChoice", "On site"), "VisitChoice"),
    Choice("phone", mark("VisitChoice", "By phone"), "VisitChoice"),
    Choice("at_office", mark("VisitChoice", "At our office"), "VisitChoice"),
    Choice("online", mark("VisitChoice", "Online"), "VisitChoice"),
)
"""拜访方式."""

OUTCOMES = (
    Choice("yes", mark("VisitChoice", "Reached"), "VisitChoice"),
    Choice("partly", mark("VisitChoice", "Partly"), "VisitChoice"),
    Choice("no", mark("VisitChoice", "Not reached"), "VisitChoice"),
)
"""目的达成."""

NOT_VISITED = (
    Choice("absent", mark("VisitChoice", "Customer absent"), "VisitChoice"),
    Choice("postponed", mark("VisitChoice", "Postponed by agreement"), "VisitChoice"),
    Choice("traffic", mark("VisitChoice", "Traffic"), "VisitChoice"),
    Choice("other", mark("VisitChoice", "Other"), "VisitChoice"),
)
"""未访原因."""

PROMISED_BY = (
    Choice("us", mark("VisitChoice", "By us"), "VisitChoice"),
    Choice("customer", mark("VisitChoice", "By the customer"), "VisitChoice"),
    Choice("payment", mark("VisitChoice", "Payment by the customer"), "VisitChoice"),
)
"""Who promised; a promise to pay is the customer's too."""

"""What a visit record holds (domain.md §6.6): once, for table, form, paper and command line."""

from __future__ import annotations

from model.cards.definition import Field, Kind, Need
from model.office.data_rights import DataClass
from model.rounds.choices import METHODS, OUTCOMES, PURPOSES
from model.words import mark

_O, _DC3 = Need.OPTIONAL, DataClass.DC3

VISIT_FIELDS = (
    Field("method", Kind.CHOICE, mark("CardField", "Way of visiting"), _O, 0, _DC3,
          choices=METHODS),
    Field("companion", Kind.LINE, mark("CardField", "Accompanied by"), _O, 0, _DC3, 30),
    Field("arrived_at", Kind.LINE, mark("CardField", "Arrived"), _O, 0, _DC3, 5,
          pattern=r"([01]?\d|2[0-3]):[0-5]\d"),
    Field("left_at", Kind.LINE, mark("CardField", "Left"), _O, 0, _DC3, 5,
          pattern=r"([01]?\d|2[0-3]):[0-5]\d"),
    Field("met", Kind.LINE, mark("CardField", "Met"), _O, 0, _DC3, 60),
    Field("good_moment", Kind.FLAG, mark("CardField", "Good moment"), _O, 0, _DC3),
    Field("mood", Kind.RATING, mark("CardField", "Mood"), _O, 0, _DC3),
    Field("outcome", Kind.CHOICE, mark("CardField", "Purpose reached"), _O, 0, _DC3,
          choices=OUTCOMES),
    Field("visited", Kind.TEXT, mark("CardField", "What was learnt"), _O, 0, _DC3, 2000),
    Field("ordered", Kind.TEXT, mark("CardField", "Ordered"), _O, 0, DataClass.DC4, 200),
    Field("collected_money", Kind.TEXT, mark("CardField", "Money collected"), _O, 0,
          DataClass.DC4, 200),
    Field("stock", Kind.TEXT, mark("CardField", "Sales and stock"), _O, 0, _DC3, 400),
    Field("rivals", Kind.TEXT, mark("CardField", "What rivals do"), _O, 0, _DC3, 400),
    Field("prices", Kind.TEXT, mark("CardField", "Prices and cross-area selling"), _O, 0, _DC3,
          400),
    Field("promotions", Kind.TEXT, mark("CardField", "How promotions run"), _O, 0, _DC3, 400),
    Field("wishes", Kind.TEXT, mark("CardField", "Wishes and opinions"), _O, 0, _DC3, 400),
    Field("plans", Kind.TEXT, mark("CardField", "Customer's plans"), _O, 0, _DC3, 400),
    Field("market", Kind.TEXT, mark("CardField", "Market news"), _O, 0, _DC3, 400),
    Field("complaint", Kind.TEXT, mark("CardField", "Complaints, quality, returns"), _O, 0,
          _DC3, 400),
    Field("reply_wanted", Kind.TEXT, mark("CardField", "The company must answer"), _O, 0, _DC3,
          200),
    Field("reply_by", Kind.DATE, mark("CardField", "Answer by"), _O, 0, _DC3),
    Field("verified", Kind.LINE, mark("CardField", "Verified unchanged"), _O, 0, _DC3, 200),
    Field("corrections", Kind.TEXT, mark("CardField", "Changes for the card"), _O, 0, _DC3, 400),
    Field("next_visit_on", Kind.DATE, mark("CardField", "Next visit"), _O, 0, _DC3),
    Field("next_purpose", Kind.CHOICES, mark("CardField", "Purpose of the next visit"), _O, 0,
          _DC3, choices=PURPOSES),
    Field("supervisor_note", Kind.TEXT, mark("CardField", "Supervisor's remark"), _O, 0, _DC3,
          400),
    Field("discussed_on", Kind.DATE, mark("CardField", "Discussed on"), _O, 0, _DC3),
)  # fmt: skip
"""In the order of the form. `next_visit_on` of a visit that did not take place is its new date."""

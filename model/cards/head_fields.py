"""The card head, the same on both kinds of card (domain.md §2.2)."""

from __future__ import annotations

from model.cards.choices import (
    ABC_CLASSES,
    AGENT_KINDS,
    CARD_KINDS,
    CHANNEL_TYPES,
    SECRECIES,
    SOURCE_METHODS,
    STATUSES,
)
from model.cards.definition import CardKind, Field, Fresh, Kind, Need, Section, When, in_section
from model.office.data_rights import DataClass
from model.words import mark

R, E, O, S = Need.REQUIRED, Need.EXPECTED, Need.OPTIONAL, Need.SYSTEM  # noqa: E741
DC1 = DataClass.DC1

HEAD_FIELDS = in_section(
    Section.HEAD,
    (CardKind.COMPANY, CardKind.INDIVIDUAL),
    Fresh.LEGAL,
    # Q = company, G = individual; issued once, never reused, never changed.
    Field("card_no", Kind.LINE, mark("CardField", "Card no."), S, 0, DC1, 8,
          pattern=r"[QG]\d{5,7}", editable=False),
    Field("legacy_no", Kind.LINE, mark("CardField", "Old card no."), O, 0, DC1, 20),
    Field("customer_kind", Kind.CHOICE, mark("CardField", "Kind of customer"), R, 0, DC1,
          choices=CARD_KINDS, fixed_once_filed=True),
    Field("relationship_status", Kind.CHOICE, mark("CardField", "Status"), R, 0, DC1,
          choices=STATUSES, protected=True),
    Field("channel_type", Kind.CHOICE, mark("CardField", "Customer type"), R, 0, DC1,
          choices=CHANNEL_TYPES),
    Field("agent_kind", Kind.CHOICE, mark("CardField", "Kind of agent"), O, 0, DC1,
          choices=AGENT_KINDS, agent_only=True, companion_of="channel_type"),
    Field("abc_class", Kind.CHOICE, mark("CardField", "Class"), S, 0, DC1,
          choices=ABC_CLASSES, editable=False),
    Field("is_focus", Kind.FLAG, mark("CardField", "Focus customer"), O, 0, DC1),
    Field("is_key_account", Kind.FLAG, mark("CardField", "Key account"), O, 0, DC1),
    Field("secrecy", Kind.CHOICE, mark("CardField", "Secrecy"), S, 0, DC1,
          choices=SECRECIES, editable=False),
    Field("location", Kind.LINE, mark("CardField", "Place"), S, 0, DC1, 10,
          pattern=r"\d{1,2}-\d{2,3}-\d{3}", editable=False),
    Field("created_on", Kind.DATE, mark("CardField", "Opened on"), S, 0, DC1, editable=False),
    Field("filled_by", Kind.PERSON, mark("CardField", "Filled by"), S, 0, DC1, editable=False),
    Field("reviewed_by", Kind.PERSON, mark("CardField", "Reviewed by"), S, 0, DC1,
          editable=False),
    Field("rep", Kind.PERSON, mark("CardField", "Rep"), R, 0, DC1, protected=True),
    Field("district", Kind.DISTRICT, mark("CardField", "District"), R, 0, DC1, protected=True),
    Field("revision_no", Kind.NUMBER, mark("CardField", "Revision"), S, 0, DC1,
          lowest=1, editable=False),
    # In the barcode, not in a cell (domain.md §3.1).
    Field("print_no", Kind.NUMBER, mark("CardField", "Print no."), S, 0, DC1,
          lowest=1, editable=False),
    Field("revised_on", Kind.DATE, mark("CardField", "Revised on"), S, 0, DC1, editable=False),
    Field("source_method", Kind.CHOICE, mark("CardField", "Source"), R, 1, DC1,
          choices=SOURCE_METHODS),
    Field("source_detail", Kind.LINE, mark("CardField", "Source detail"), E, 1, DC1, 60,
          required_when=When.OTHER_SOURCE),
    Field("referrer", Kind.LINE, mark("CardField", "Introduced by"), O, 0, DC1, 60,
          required_when=When.INTRODUCED),
)  # fmt: skip

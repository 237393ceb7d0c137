"""What is written down beside an attachment (domain.md §2.6): its details, checked as typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from model.cards.checked import Checked
from model.cards.checks import check
from model.cards.choices import ATTACHMENT_KINDS
from model.cards.definition import Field, Kind, Need
from model.errors import BadInputError
from model.office.data_rights import DataClass
from model.words import mark

R, O = Need.REQUIRED, Need.OPTIONAL  # noqa: E741
DC1 = DataClass.DC1
LONGEST = 60
"""Most characters of each of the details."""

# `until` of a document may lie ahead, unlike a card's dates.
ATTACHMENT_FIELDS = (
    Field("attachment_kind", Kind.CHOICE, mark("CardField", "Kind of document"), R, 0, DC1,
          choices=ATTACHMENT_KINDS),
    Field("document_no", Kind.LINE, mark("CardField", "Number on it"), O, 0, DC1, LONGEST),
    Field("valid_until", Kind.DATE, mark("CardField", "Valid until"), O, 0, DC1),
    Field("kept_where", Kind.LINE, mark("CardField", "Where its original is"), O, 0, DC1, LONGEST),
    Field("handled_by", Kind.LINE, mark("CardField", "Brought by"), O, 0, DC1, LONGEST),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttachmentDetails:
    """What a person types beside an attachment.

    Attributes:
        kind: value of one of `choices.ATTACHMENT_KINDS`.
        document_no: the number on the document.
        valid_until: until when it holds, as typed; empty = for ever.
        is_original: whether the office keeps the original.
        kept_where: where the original is.
        handled_by: who brought it.
    """

    kind: str
    document_no: str = ""
    valid_until: str = ""
    is_original: bool = False
    kept_where: str = ""
    handled_by: str = ""


def columns_of(details: AttachmentDetails, today: date) -> dict[str, Any]:
    """The details as their columns keep them.

    Raises:
        BadInputError: everything that cannot be taken, field by field.
    """
    texts = (
        *(details.kind, details.document_no, details.valid_until),
        *(details.kept_where, details.handled_by),
    )
    checked: dict[str, Checked] = {
        known.identifier: check(known, text, today)
        for known, text in zip(ATTACHMENT_FIELDS, texts, strict=True)
    }
    problems = [problem for one in checked.values() for problem in one.errors]
    if problems:
        raise BadInputError(problems)
    return {
        "kind": checked["attachment_kind"].value,
        "document_no": checked["document_no"].value or "",
        "valid_until": checked["valid_until"].value,
        "is_original": details.is_original,
        "kept_where": checked["kept_where"].value or "",
        "handled_by": checked["handled_by"].value or "",
    }

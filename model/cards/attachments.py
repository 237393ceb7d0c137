"""Attachments (附件): pictures and documents of a customer, kept inside the encrypted cabinet.

Their bytes go into the database and come out of it by way of memory only: no file of ours ever
holds them in clear. What a file is, its first bytes say, never its name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from model.cards.attachment_fields import AttachmentDetails, columns_of
from model.cards.characters import is_unreadable, one_line
from model.cards.contents import names_of_people
from model.cards.custody import card_of, in_reach, ref_of, whose
from model.cards.entering import clean_reason
from model.cards.passes import reader_of
from model.cards.tables import Attachment, AttachmentContent, CustodyState, CustomerCard
from model.errors import BadInputError, NotFoundError, Problem, WrongStateError
from model.office import audit
from model.office.approvals import use_approval
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import reading, writing

__all__ = [
    "LARGEST",
    "AttachmentContentView",
    "AttachmentDetails",
    "AttachmentView",
    "attach",
    "attachments_of",
    "change_attachment",
    "media_type_of",
    "read_attachment",
    "remove_attachment",
    "shrink_pictures",
]

Small = TypeVar("Small")

LARGEST = 10 * 1024 * 1024
"""Most bytes of one attachment."""

LONGEST_FILE_NAME = 120

_MEDIA_TYPES = (
    ("image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("image/jpeg", re.compile(rb"\xff\xd8\xff")),
    ("image/gif", re.compile(rb"GIF8[79]a")),
    ("image/webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    # Two letters would fit any text: the size of the header behind them must be one of its kinds.
    ("image/bmp", re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)),
    # Some programs write a few bytes before it; readers look for it in the first kilobyte.
    ("application/pdf", re.compile(rb".{0,1019}?%PDF-\d", re.DOTALL)),
)


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attachment without its bytes.

    Attributes:
        attachment_no: its number.
        card_no: the card's number (a draft's before filing).
        kind: value of one of `choices.ATTACHMENT_KINDS`.
        file_name: as it was called when it came in.
        media_type: `image/png`, `application/pdf` and the like, by its first bytes.
        size: in bytes.
        sha256: of the bytes, in hexadecimal digits.
        document_no: the number on the document.
        valid_until: until when it holds; None = for ever.
        is_original: whether the office keeps the original.
        kept_where: where the original is.
        handled_by: who brought it.
        added_at: when it came in.
        added_by: who took it in.
    """

    attachment_no: str
    card_no: str
    kind: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    document_no: str
    valid_until: date | None
    is_original: bool
    kept_where: str
    handled_by: str
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class AttachmentContentView:
    """An attachment with its bytes, for showing it from memory."""

    view: AttachmentView
    content: bytes


def media_type_of(content: bytes) -> str:
    """What a file is by its first bytes; empty for what is not taken."""
    return next((name for name, begins in _MEDIA_TYPES if begins.match(content)), "")


@act(Right.ATTACH)
def attach(
    desk: Desk,
    ref: str,
    file_name: str,
    content: bytes,
    details: AttachmentDetails,
    now: datetime,
) -> AttachmentView:
    """Take a picture or document into the cabinet.

    Args:
        desk: who does it.
        ref: card or draft number.
        file_name: what the file is called; folders before it are left out.
        content: its bytes.
        details: what it is.
        now: office wall-clock time.

    Raises:
        BadInputError: empty, larger than `LARGEST`, neither picture nor PDF, or bad details.
        NotAllowedError: not this desk's customer, or a rep who does not hold the card.
        CabinetClosedError: before 开柜 and after 锁柜.
        WrongStateError: a void card.
    """
    media_type = _checked_content(content)
    columns = {**columns_of(details, now.date()), "media_type": media_type}
    with writing():
        card = _card_to_change(desk, ref, now)
        row = put_in_pouch(desk, card, _clean_name(file_name), content, columns, now)
    return _view(row, ref_of(card), desk.person.name)


def put_in_pouch(
    desk: Desk,
    card: CustomerCard,
    file_name: str,
    content: bytes,
    columns: Mapping[str, Any],
    now: datetime,
) -> Attachment:
    """Write an attachment with its line in the log, inside the caller's transaction.

    Args:
        desk: who does it.
        card: the card's row.
        file_name: cleaned.
        content: its bytes, checked.
        columns: media type and details as their columns keep them.
        now: office wall-clock time.
    """
    row = Attachment.create(
        attachment_no=f"FJ{next_number('attachment'):06d}",
        card=card,
        file_name=file_name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=now,
        added_by=desk.person.id,
        **columns,
    )
    AttachmentContent.insert(attachment=row, content=content).execute()
    _log(desk, audit.Event.ATTACHMENT_ADD, card, row, now)
    return row


@act(Right.SEE_ATTACHMENT)
def attachments_of(desk: Desk, ref: str, now: datetime) -> tuple[AttachmentView, ...]:
    """The attachments of a card, the newest first; their bytes are not read.

    Raises:
        NotAllowedError: not this desk's customer, or a rep who does not hold the card.
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    card = _card_to_see(desk, ref, now)
    with reading():
        rows = list(
            Attachment.select()
            .where(Attachment.card == card.id, Attachment.removed_at.is_null())
            .order_by(Attachment.id.desc())
        )
        people = names_of_people() if rows else {}
    return tuple(_view(row, ref_of(card), people[row.added_by_id]) for row in rows)


@act(Right.SEE_ATTACHMENT)
def read_attachment(desk: Desk, attachment_no: str, now: datetime) -> AttachmentContentView:
    """Open an attachment; that it was read is logged.

    Raises:
        NotFoundError: there is none, or it was removed.
        NotAllowedError: not this desk's customer, or a rep who does not hold the card.
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    card = _card_to_see(desk, ref_of(_attachment(attachment_no).card), now)
    with reading():
        row = _attachment(attachment_no)
        content = bytes(AttachmentContent.get_by_id(row.id).content)
        view = _view(row, ref_of(card), names_of_people()[row.added_by_id])
    audit.note(
        desk,
        audit.Event.ATTACHMENT_READ,
        now,
        kind="card",
        subject=view.card_no,
        attachment=view.attachment_no,
    )
    return AttachmentContentView(view, content)


@act(Right.SEE_ATTACHMENT)
def shrink_pictures(
    desk: Desk, ref: str, shrink: Callable[[bytes], Small], now: datetime
) -> dict[str, Small]:
    """Make a small picture of each picture of a card; they are read one after the other.

    Args:
        desk: who looks.
        ref: card or draft number.
        shrink: makes the small one out of the bytes; nothing larger is kept.
        now: office wall-clock time.

    Returns:
        Number of the attachment -> what `shrink` made of it; documents are left out.

    Raises:
        NotAllowedError, CabinetClosedError: as `attachments_of`.
    """
    card = _card_to_see(desk, ref, now)
    with reading():
        rows = Attachment.select(Attachment.id, Attachment.attachment_no).where(
            Attachment.card == card.id,
            Attachment.removed_at.is_null(),
            Attachment.media_type.startswith("image/"),
        )
        found = {
            str(row.attachment_no): shrink(bytes(AttachmentContent.get_by_id(row.id).content))
            for row in list(rows)
        }
    if found:
        audit.note(
            desk, audit.Event.ATTACHMENT_READ, now, kind="card", subject=ref_of(card),
            attachment=", ".join(found), small=True,
        )  # fmt: skip
    return found


@act(Right.ATTACH)
def change_attachment(
    desk: Desk, attachment_no: str, details: AttachmentDetails, now: datetime
) -> AttachmentView:
    """Write other details beside an attachment; its bytes never change.

    Raises:
        NotFoundError: there is none, or it was removed.
        BadInputError: bad details.
        NotAllowedError, CabinetClosedError, WrongStateError: as for `attach`.
    """
    columns = columns_of(details, now.date())
    with writing():
        row = _attachment(attachment_no)
        card = _card_to_change(desk, ref_of(row.card), now)
        changed = sorted(name for name, value in columns.items() if getattr(row, name) != value)
        if changed:
            Attachment.update(columns).where(Attachment.id == row.id).execute()
            row = Attachment.get_by_id(row.id)
            _log(desk, audit.Event.ATTACHMENT_CHANGE, card, row, now, fields=changed)
    return _view(row, ref_of(card), names_of_people()[row.added_by_id])


@act(Right.REMOVE_ATTACHMENT, or_ask=True)
def remove_attachment(desk: Desk, attachment_no: str, reason: str, now: datetime) -> None:
    """Take an attachment off the card; the office keeps it, but shows it no more.

    Raises:
        ReasonNeededError: no reason given.
        NotFoundError: there is none, or it was removed already.
        NotAllowedError: who may not.
        NeedsApprovalError: a clerk without the supervisor's approval, which is used up.
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    reason = clean_reason(reason, Right.REMOVE_ATTACHMENT.value)
    with writing():
        row = _attachment(attachment_no)
        card = row.card
        _require_open(card, now)
        granted = use_approval(
            desk, Right.REMOVE_ATTACHMENT, [row.attachment_no], now, whose=[whose(card)]
        )
        Attachment.update(removed_at=now, removed_by=desk.person.id).where(
            Attachment.id == row.id
        ).execute()
        _log(
            desk, audit.Event.ATTACHMENT_REMOVE, card, row, now, reason=reason,
            document=granted.approval_no if granted else "",
        )  # fmt: skip


def _checked_content(content: bytes) -> str:
    """The media type of what may be taken.

    Raises:
        BadInputError: it may not.
    """
    if not content:
        raise _bad("attachment_empty")
    if len(content) > LARGEST:
        raise _bad("attachment_too_large", megabytes=LARGEST // 1024 // 1024)
    media_type = media_type_of(content)
    if not media_type:
        raise _bad("attachment_type")
    return media_type


def _bad(reason: str, **values: object) -> BadInputError:
    return BadInputError([Problem("", reason, values=values)])


def _clean_name(file_name: str) -> str:
    """The file's own name, shortened before its ending."""
    name = one_line(re.split(r"[/\\]", file_name)[-1])
    if is_unreadable(name):
        name = "".join(filter(str.isprintable, name)).replace("\ufffd", "")
    stem, dot, ending = name.rpartition(".")
    if dot and len(name) > LONGEST_FILE_NAME:
        name = f"{stem[: LONGEST_FILE_NAME - len(ending[:10]) - 1]}.{ending[:10]}"
    return name[:LONGEST_FILE_NAME]


def _attachment(attachment_no: str) -> Attachment:
    """An attachment that is still there.

    Raises:
        NotFoundError: it is not.
    """
    wanted = attachment_no.strip().upper()
    row: Attachment | None = Attachment.get_or_none(
        Attachment.attachment_no == wanted, Attachment.removed_at.is_null()
    )
    if row is None:
        raise NotFoundError(kind="attachment", ref=wanted)
    return row


def _card_to_change(desk: Desk, ref: str, now: datetime) -> CustomerCard:
    """A card to which this desk may attach something."""
    card = card_of(ref)
    desk.require(Right.ATTACH, whose(card))
    _require_open(card, now)
    if card.custody_state == CustodyState.VOID:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return card


def _card_to_see(desk: Desk, ref: str, now: datetime) -> CustomerCard:
    """A card whose attachments this desk may see; a rep's, while he reads it whole (借)."""
    card = card_of(ref)
    desk.require(Right.SEE_ATTACHMENT, in_reach(desk, whose(card), card, now))
    reader_of(desk, card, now)
    return card


def _require_open(card: CustomerCard, now: datetime) -> None:
    """A filed card's pouch hangs in the cabinet."""
    if card.custody_state != CustodyState.DRAFT:
        require_open(now)


def _log(
    desk: Desk,
    event: audit.Event,
    card: CustomerCard,
    row: Attachment,
    now: datetime,
    *,
    reason: str = "",
    document: str = "",
    **more: object,
) -> None:
    """Number, kind and size; never the file's name, which may be the customer's."""
    facts = {"attachment": row.attachment_no, "kind": row.kind, "size": row.size, **more}
    audit.log(
        desk, event, now, kind="card", subject=ref_of(card),
        after={**facts, "sha256": row.sha256}, reason=reason, document=document,
    )  # fmt: skip


def _view(row: Attachment, card_no: str, added_by: str) -> AttachmentView:
    """A row as shown."""
    return AttachmentView(
        attachment_no=str(row.attachment_no),
        card_no=card_no,
        kind=str(row.kind),
        file_name=str(row.file_name),
        media_type=str(row.media_type),
        size=row.size,
        sha256=str(row.sha256),
        document_no=str(row.document_no),
        valid_until=row.valid_until,
        is_original=bool(row.is_original),
        kept_where=str(row.kept_where),
        handled_by=str(row.handled_by),
        added_at=row.added_at,
        added_by=added_by,
    )

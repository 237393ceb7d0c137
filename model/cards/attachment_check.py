"""What must always hold of attachments; `verify` walks it, byte by byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from model.cards.tables import Attachment, AttachmentContent
from model.office.audit import Event
from model.office.invariants import Fault, last_given
from model.office.tables import AuditLine
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

_CONTENT = Prepared(
    lambda hole: AttachmentContent.select(AttachmentContent.content).where(
        AttachmentContent.attachment == hole
    )
)


def attachment_faults() -> Iterator[Fault]:
    """Every attachment that is not the one that came in, by the log; removed ones too.

    Yields:
        (code, facts): the attachment's number, never the name of its file.
    """
    logged = _logged()
    columns = (Attachment.id, Attachment.attachment_no, Attachment.size, Attachment.sha256)
    rows = list(rows_of(Attachment.select(*columns).order_by(Attachment.id)))
    for id_, number, size, digest in rows:
        if number not in logged:
            yield "attachment_not_in_log", {"ref": number}
        elif not _is_what_came_in(id_, size, digest, logged[number]):
            yield "attachment_changed", {"ref": number}
    numbers = {number for _, number, *_ in rows}
    for number in sorted(logged.keys() - numbers):
        yield "attachment_gone", {"ref": number}
    given = max((int(number[2:]) for number in numbers if number[2:].isdigit()), default=0)
    if given > last_given("attachment"):
        yield "counter_behind", {"series": "attachment", "last": last_given("attachment")}


def _logged() -> dict[str, str]:
    """Number -> digest of every attachment that came in."""
    query = AuditLine.select(AuditLine.after).where(AuditLine.event == Event.ATTACHMENT_ADD)
    facts = [json.loads(after) for (after,) in rows_of(query)]
    return {str(one["attachment"]): str(one["sha256"]) for one in facts}


def _is_what_came_in(id_: int, size: int, digest: str, logged: str) -> bool:
    """The bytes are there, and are those that the log knows; read one attachment at a time."""
    content = next((bytes(found) for (found,) in _CONTENT.bare(id_)), b"")
    return len(content) == size and hashlib.sha256(content).hexdigest() == digest == logged

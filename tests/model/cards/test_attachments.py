"""Pictures and documents: inside the encrypted cabinet, and nowhere else."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from model.cards import asking, attachments
from model.cards.attachments import (
    LARGEST,
    AttachmentDetails,
    attach,
    attachments_of,
    change_attachment,
    media_type_of,
    read_attachment,
    remove_attachment,
    shrink_pictures,
)
from model.cards.custody import card_of
from model.cards.tables import Attachment, AttachmentContent, CustomerCard
from model.errors import (
    BadInputError,
    CabinetClosedError,
    NeedsApprovalError,
    NotAllowedError,
    NotFoundError,
    ReasonNeededError,
    WrongStateError,
)
from model.loans import closing
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right
from model.office.tables import AuditLine, Person
from model.storage.database import database, writing
from tests.conftest import NOW, Sit

PNG = b"\x89PNG\r\n\x1a\n" + b"rest of a picture" * 50
PDF = b"%PDF-1.7\n" + b"rest of a document" * 50
LICENCE = AttachmentDetails(
    "licence", "91350100M000100Y43", "2030-12-31", True, "档案柜 2 层", "周经理"
)


@pytest.fixture
def desk(sit: Sit, card: str) -> Desk:
    """The clerk's desk; the card is filed and the cabinet open."""
    del card
    return sit("王秀兰")


def test_what_was_taken_in_comes_out_again(desk: Desk, card: str) -> None:
    view = attach(desk, card, "营业执照.png", PNG, LICENCE, NOW)
    assert (view.attachment_no, view.card_no, view.kind) == ("FJ000001", card, "licence")
    assert (view.media_type, view.size) == ("image/png", len(PNG))
    assert view.sha256 == hashlib.sha256(PNG).hexdigest()
    assert (view.document_no, view.valid_until) == ("91350100M000100Y43", date(2030, 12, 31))
    assert (view.is_original, view.kept_where, view.handled_by) == (True, "档案柜 2 层", "周经理")
    assert (view.added_at, view.added_by) == (NOW, "王秀兰")
    assert attachments_of(desk, card, NOW) == (view,)
    found = read_attachment(desk, view.attachment_no.lower(), NOW)
    assert (found.view, found.content) == (view, PNG)


def test_the_newest_stands_first(desk: Desk, card: str) -> None:
    for name, content in (("a.png", PNG), ("b.pdf", PDF)):
        attach(desk, card, name, content, AttachmentDetails("other"), NOW)
    assert [view.file_name for view in attachments_of(desk, card, NOW)] == ["b.pdf", "a.png"]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PNG, "image/png"),
        (PDF, "application/pdf"),
        (b"\n\n\xef\xbb\xbf" + PDF, "application/pdf"),
        (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"GIF87a", "image/gif"),
        (b"RIFF\n\0\0\0WEBPVP8 ", "image/webp"),
        (b"BM" + bytes(12) + b"\x28\0\0\0", "image/bmp"),
        (b"BMW is a car, not a picture of one", ""),
        (b"RIFF....WAVE", ""),
        (b"\0\0\0\x18ftypheic", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"<html>%PDF", ""),
        (b"PK\x03\x04", ""),
        (b"MZ", ""),
        (bytes(2000) + PDF, ""),
        (b"", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "attachment_empty"),
        (b"MZ" * 100, "attachment_type"),
        (PNG + bytes(LARGEST), "attachment_too_large"),
    ],
)
def test_a_bad_file_is_named_and_leaves_nothing(
    desk: Desk, card: str, content: bytes, reason: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        attach(desk, card, "执照.png", content, LICENCE, NOW)
    assert [problem.reason for problem in refused.value.problems] == [reason]
    assert (Attachment.select().count(), AttachmentContent.select().count()) == (0, 0)


def test_ten_megabytes_are_just_taken(desk: Desk, card: str) -> None:
    content = PNG + bytes(LARGEST - len(PNG))
    view = attach(desk, card, "大.png", content, AttachmentDetails("photo"), NOW)
    assert view.size == LARGEST
    assert read_attachment(desk, view.attachment_no, NOW).content == content


@pytest.mark.parametrize(
    ("details", "field", "reason"),
    [
        (AttachmentDetails("passport"), "attachment_kind", "not_in_list"),
        (AttachmentDetails("licence", "9" * 61), "document_no", "too_long"),
        (AttachmentDetails("licence", valid_until="2030"), "valid_until", "date_not_full"),
        (AttachmentDetails("licence", kept_where="柜\x00"), "kept_where", "unreadable_character"),
    ],
)
def test_bad_details_are_named_by_their_field(
    desk: Desk, card: str, details: AttachmentDetails, field: str, reason: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        attach(desk, card, "a.png", PNG, details, NOW)
    assert [(one.field, one.reason) for one in refused.value.problems] == [(field, reason)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\照片\\门头.png", "门头.png"),
        ("/home/li/../门头.png", "门头.png"),
        ("门\n头\u202egpj.png", "门 头gpj.png"),
        ("a\x00b.png", "ab.png"),
        ("𠮷野家" * 60 + ".jpeg", ("𠮷野家" * 60)[:115] + ".jpeg"),
        ("", ""),
    ],
)
def test_a_file_keeps_its_own_name_only(desk: Desk, card: str, given: str, kept: str) -> None:
    view = attach(desk, card, given, PNG, AttachmentDetails("photo"), NOW)
    assert view.file_name == kept


def test_the_list_reads_no_bytes(desk: Desk, card: str, monkeypatch: pytest.MonkeyPatch) -> None:
    attach(desk, card, "a.png", PNG, LICENCE, NOW)
    asked: list[str] = []
    run = database.execute_sql

    def listen(sql: str, *args: object, **more: object) -> object:
        asked.append(sql)
        return run(sql, *args, **more)

    monkeypatch.setattr(database.obj, "execute_sql", listen)
    assert len(attachments_of(desk, card, NOW)) == 1
    assert asked
    assert not [sql for sql in asked if "attachment_content" in sql]


def test_other_details_can_be_written_beside_it(desk: Desk, card: str) -> None:
    view = attach(desk, card, "a.png", PNG, LICENCE, NOW)
    changed = change_attachment(
        desk, view.attachment_no, AttachmentDetails("contract", "HT-1", is_original=True), NOW
    )
    assert (changed.kind, changed.document_no, changed.valid_until) == ("contract", "HT-1", None)
    assert (changed.sha256, changed.file_name) == (view.sha256, view.file_name)
    assert attachments_of(desk, card, NOW) == (changed,)
    lines = AuditLine.select().where(AuditLine.event == audit.Event.ATTACHMENT_CHANGE)
    fields = [json.loads(line.after)["fields"] for line in lines]
    assert fields == [["document_no", "handled_by", "kept_where", "kind", "valid_until"]]
    change_attachment(
        desk, view.attachment_no, AttachmentDetails("contract", "HT-1", is_original=True), NOW
    )
    assert lines.count() == 1


def test_what_was_removed_is_kept_and_not_shown(sit: Sit, desk: Desk, card: str) -> None:
    view = attach(desk, card, "a.png", PNG, LICENCE, NOW)
    supervisor = sit("赵刚")
    with pytest.raises(ReasonNeededError):
        remove_attachment(supervisor, view.attachment_no, "  ", NOW)
    remove_attachment(supervisor, view.attachment_no, "过期", NOW)
    assert attachments_of(supervisor, card, NOW) == ()
    for again in (
        lambda: read_attachment(supervisor, view.attachment_no, NOW),
        lambda: remove_attachment(supervisor, view.attachment_no, "再删", NOW),
        lambda: change_attachment(supervisor, view.attachment_no, LICENCE, NOW),
    ):
        with pytest.raises(NotFoundError):
            again()
    assert bytes(AttachmentContent.get().content) == PNG


def test_a_clerk_asks_the_supervisor_to_remove(desk: Desk, card: str, sit: Sit) -> None:
    view = attach(desk, card, "a.png", PNG, LICENCE, NOW)
    other = attach(desk, card, "b.png", PNG, LICENCE, NOW).attachment_no
    with pytest.raises(NeedsApprovalError) as refused:
        remove_attachment(desk, view.attachment_no, "过期", NOW)
    assert refused.value.values["refs"] == (view.attachment_no,)
    right = Right.REMOVE_ATTACHMENT
    asked = asking.ask_approval(desk, right, [view.attachment_no], "执照已换", NOW)
    assert [one.card_no for one in asked.cards] == [card]
    asking.decide_approval(sit("赵刚"), asked.approval_no, True, "", NOW)
    desk = sit("王秀兰")
    with pytest.raises(NeedsApprovalError):
        remove_attachment(desk, other, "过期", NOW)
    remove_attachment(desk, view.attachment_no, "过期", NOW)
    assert [one.attachment_no for one in attachments_of(desk, card, NOW)] == [other]
    line = AuditLine.get(AuditLine.event == "attachment.remove")
    assert line.document == asked.approval_no
    with pytest.raises(NotFoundError):
        asking.ask_approval(desk, right, ["FJ999999"], "执照已换", NOW)


def test_a_rep_sees_and_attaches_while_he_holds_the_card(sit: Sit, desk: Desk, card: str) -> None:
    view = attach(desk, card, "a.png", PNG, LICENCE, NOW)
    rep = sit("李明")
    for refused in (
        lambda: attachments_of(rep, card, NOW),
        lambda: read_attachment(rep, view.attachment_no, NOW),
        lambda: attach(rep, card, "b.png", PNG, LICENCE, NOW),
        lambda: change_attachment(rep, view.attachment_no, LICENCE, NOW),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    with writing():
        holder = Person.get(Person.name == "李明")
        CustomerCard.update(custody_state="out", holder=holder, due_at=NOW).where(
            CustomerCard.card_no == card
        ).execute()
    assert read_attachment(rep, view.attachment_no, NOW).content == PNG
    attach(rep, card, "b.png", PNG, AttachmentDetails("photo"), NOW)
    assert len(attachments_of(rep, card, NOW)) == 2


def test_the_log_tells_kind_and_size_and_no_name(desk: Desk, card: str) -> None:
    view = attach(desk, card, "陈美玲的名片.png", PNG, LICENCE, NOW)
    read_attachment(desk, view.attachment_no, NOW)
    audit.flush(desk)
    lines = [line for line in AuditLine.select() if line.event.startswith("attachment.")]
    assert [line.event for line in lines] == ["attachment.add", "attachment.read"]
    added = json.loads(lines[0].after)
    assert (added["kind"], added["size"], added["attachment"]) == ("licence", len(PNG), "FJ000001")
    assert not [line for line in lines if "名片" in line.after or "周经理" in line.after]


def test_a_closed_cabinet_shows_and_takes_nothing(sit: Sit, desk: Desk, card: str) -> None:
    view = attach(desk, card, "a.png", PNG, LICENCE, NOW)
    closing.close_cabinet(sit("王秀兰"), [], NOW)
    for refused in (
        lambda: attachments_of(desk, card, NOW),
        lambda: read_attachment(desk, view.attachment_no, NOW),
        lambda: attach(desk, card, "b.png", PNG, LICENCE, NOW),
    ):
        with pytest.raises(CabinetClosedError):
            refused()


def test_a_void_card_takes_nothing_more(desk: Desk, card: str) -> None:
    with writing():
        CustomerCard.update(custody_state="void").where(
            CustomerCard.id == card_of(card).id
        ).execute()
    with pytest.raises(WrongStateError):
        attach(desk, card, "a.png", PNG, LICENCE, NOW)


def test_no_file_of_ours_holds_the_picture_in_clear(
    desk: Desk, card: str, cabinet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in the cabinet's folder nor where temporary files go."""
    secret = b"\x89PNG\r\n\x1a\n" + b"THE-LICENCE-IN-CLEAR" * 40_000
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    view = attach(desk, card, "a.png", secret, LICENCE, NOW)
    assert read_attachment(desk, view.attachment_no, NOW).content == secret
    assert list(temporary.iterdir()) == []
    for path in cabinet.rglob("*"):
        assert not path.is_file() or b"THE-LICENCE-IN-CLEAR" not in path.read_bytes()


def test_nothing_here_opens_a_file() -> None:
    source = Path(str(attachments.__file__)).read_text("utf-8")
    assert "open(" not in source.replace("require_open(", "")
    assert "tempfile" not in source


def test_small_pictures_are_made_of_pictures_only_and_told_in_one_line(
    desk: Desk, card: str
) -> None:
    picture = attach(desk, card, "门头.png", PNG, AttachmentDetails("photo"), NOW)
    gone = attach(desk, card, "旧.png", PNG, AttachmentDetails("photo"), NOW)
    attach(desk, card, "合同.pdf", PDF, AttachmentDetails("contract"), NOW)
    Attachment.update(removed_at=NOW).where(
        Attachment.attachment_no == gone.attachment_no
    ).execute()
    assert shrink_pictures(desk, card, len, NOW) == {picture.attachment_no: len(PNG)}
    audit.flush(desk)
    lines = AuditLine.select().where(AuditLine.event == audit.Event.ATTACHMENT_READ)
    assert [line.subject for line in lines] == [card]
    assert picture.attachment_no in lines[0].after

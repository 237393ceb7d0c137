"""What `verify` must notice on attachments."""

from __future__ import annotations

import pytest

from model.cards.attachment_check import attachment_faults
from model.cards.attachments import AttachmentDetails, attach, remove_attachment
from model.office.desk import Desk
from model.storage.database import database, reading
from tests.conftest import NOW, Sit
from tests.model.cards.test_attachments import PDF, PNG


@pytest.fixture
def pouch(sit: Sit, card: str) -> Desk:
    """Two attachments, one of them removed."""
    desk = sit("赵刚")
    attach(desk, card, "a.png", PNG, AttachmentDetails("photo"), NOW)
    gone = attach(desk, card, "b.pdf", PDF, AttachmentDetails("contract"), NOW)
    remove_attachment(desk, gone.attachment_no, "过期", NOW)
    return desk


def codes() -> list[tuple[str, object]]:
    with reading():
        return [(code, facts.get("ref")) for code, facts in attachment_faults()]


@pytest.mark.usefixtures("pouch")
def test_ordinary_life_breaks_nothing() -> None:
    assert codes() == []


@pytest.mark.usefixtures("pouch")
@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE attachment_content SET content = x'89504e47' WHERE attachment_id = 1",
         ("attachment_changed", "FJ000001")),
        ("DELETE FROM attachment_content WHERE attachment_id = 2",
         ("attachment_changed", "FJ000002")),
        ("UPDATE attachment SET sha256 = 'x' WHERE id = 1", ("attachment_changed", "FJ000001")),
        ("UPDATE attachment SET size = size + 1 WHERE id = 1",
         ("attachment_changed", "FJ000001")),
        ("UPDATE attachment SET attachment_no = 'FJ000002x' WHERE id = 2",
         ("attachment_not_in_log", "FJ000002x")),
        ("UPDATE counter SET value = 1 WHERE name = 'attachment'", ("counter_behind", None)),
    ],
)  # fmt: skip
def test_what_was_changed_behind_the_program_is_found(
    statement: str, fault: tuple[str, object]
) -> None:
    database.execute_sql(statement)
    assert fault in codes()


@pytest.mark.usefixtures("pouch")
def test_what_was_taken_away_is_missed() -> None:
    database.execute_sql("DELETE FROM attachment_content WHERE attachment_id = 1")
    database.execute_sql("DELETE FROM attachment WHERE id = 1")
    assert codes() == [("attachment_gone", "FJ000001")]

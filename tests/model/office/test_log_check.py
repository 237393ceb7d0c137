"""Whatever somebody does to the log behind the program's back is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from model.office import audit, log_chain, log_check
from model.office.audit import Event
from model.office.desk import Desk
from model.office.tables import AuditLine, LogHead
from model.storage.database import database, writing
from tests.conftest import NOW

TRIGGERS = ("audit_line_no_update", "audit_line_no_delete")


@pytest.fixture
def tamper(desk: Desk) -> None:
    """Somebody who has the key takes the triggers away."""
    for name in TRIGGERS:
        database.execute_sql(f"DROP TRIGGER {name}")


def codes(desk: Desk, paper: str = "") -> list[str]:
    return [code for code, _ in log_check.faults(desk.keys.log_key, paper)]


def test_an_untouched_log_has_no_fault(desk: Desk) -> None:
    assert codes(desk, audit.log_head()) == []


@pytest.mark.parametrize("column", [field.name for field in AuditLine._meta.sorted_fields][1:-1])
@pytest.mark.usefixtures("tamper")
def test_a_changed_field_is_found(desk: Desk, column: str) -> None:
    database.execute_sql(f'UPDATE audit_line SET "{column}" = "{column}" || \'1\' WHERE no = 5')
    assert codes(desk) == ["log_line_changed"]


@pytest.mark.usefixtures("tamper")
def test_text_moved_into_the_next_field_is_found(desk: Desk) -> None:
    """Without the lengths, 办|理 and 办理| would be one and the same."""
    database.execute_sql("UPDATE audit_line SET workplace = workplace || event, event = ''")
    assert codes(desk) == ["log_line_changed"]


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (["DELETE FROM audit_line WHERE no = 5"], "log_gap"),
        (
            [
                "UPDATE audit_line SET no = -1 WHERE no = 5",
                "UPDATE audit_line SET no = 5 WHERE no = 6",
                "UPDATE audit_line SET no = 6 WHERE no = -1",
            ],
            "log_line_changed",
        ),
        (
            ["INSERT INTO audit_line SELECT (SELECT MAX(no) + 1 FROM audit_line), at, staff_no,"
             " actor, role, workplace, event, subject_kind, subject, \"before\", \"after\","
             " reason, document, chained_hash FROM audit_line WHERE no = 5"],
            "log_line_changed",
        ),
        (["DELETE FROM audit_line WHERE no > 8"], "log_tail_cut"),
        (["DELETE FROM log_head"], "log_tail_cut"),
        (["UPDATE log_head SET no = no - 1"], "log_tail_cut"),
    ],
    ids=["deleted", "swapped", "inserted", "tail cut", "seal gone", "seal changed"],
)  # fmt: skip
@pytest.mark.usefixtures("tamper")
def test_tampering_is_found(desk: Desk, statements: list[str], fault: str) -> None:
    for statement in statements:
        database.execute_sql(statement)
    assert codes(desk) == [fault]


@pytest.mark.usefixtures("tamper")
def test_a_chain_recomputed_with_another_secret_is_found(desk: Desk) -> None:
    rows = list(AuditLine.select().order_by(AuditLine.no).tuples())
    assert _rechained(rows, desk.keys.log_key) == [row[-1] for row in rows], "the rule is ours"

    for no, chained in enumerate(_rechained(rows, bytes(desk.keys.data_key)), 1):
        AuditLine.update(chained_hash=chained).where(AuditLine.no == no).execute()

    assert codes(desk) == ["log_line_changed"]


def _rechained(rows: list[tuple[object, ...]], secret: bytes | bytearray) -> list[str]:
    made, previous = [], "0" * 64
    for no, row in enumerate(rows, 1):
        previous = log_chain.digest(secret, (previous, *log_check.line_of(row).fields(no)))
        made.append(previous)
    return made


@pytest.mark.usefixtures("tamper")
def test_a_tail_cut_with_its_old_seal_is_found_from_paper(desk: Desk) -> None:
    old = LogHead.get()
    with writing():
        audit.log(desk, Event.SETTINGS_CHANGE, NOW, kind="setting", subject="later")
    paper = audit.log_head()

    AuditLine.delete().where(AuditLine.no > old.no).execute()
    LogHead.update(old.__data__).execute()

    assert codes(desk) == []
    told = list(log_check.faults(desk.keys.log_key, paper))
    assert told == [("log_paper_line_gone", {"no": old.no + 1, "last": old.no})]


@pytest.mark.parametrize(
    "copied",
    [
        lambda head: f"  {head.lower()} ",
        lambda head: " ".join(head),
        lambda head: head.replace("-", " － "),
        lambda head: head.replace("-", "—"),
        lambda head: "".join(chr(ord(sign) + 0xFEE0) for sign in head),
        lambda head: head.replace("0", "o").replace("1", "l"),
    ],
    ids=["small", "spaced", "full-width dash", "long dash", "full-width", "look-alikes"],
)
def test_paper_is_read_however_it_was_copied(desk: Desk, copied: Callable[[str], str]) -> None:
    head = audit.log_head()
    assert codes(desk, copied(head)) == []
    wrong = f"{head[:-1]}{'0' if head[-1] != '0' else '1'}"
    assert codes(desk, copied(wrong)) == ["log_paper_differs"]


@pytest.mark.parametrize(
    "paper", ["ABCDEF", "12", "12-ABC", "RB20261120-01", "十二-ABCDEF0123456789ABCD"]
)
def test_what_is_no_head_is_said_to_be_none(desk: Desk, paper: str) -> None:
    assert codes(desk, paper) == ["log_paper_unreadable"]


def test_the_line_that_no_longer_agrees_is_named(desk: Desk) -> None:
    head = audit.log_head()
    number, _, start = head.partition("-")
    wrong = f"{number}-{start[::-1]}"
    assert list(log_check.faults(desk.keys.log_key, wrong)) == [
        ("log_paper_differs", {"no": int(number), "paper": wrong})
    ]

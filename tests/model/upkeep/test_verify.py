"""`verify` must find what somebody with the data key in hand did to the database."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import NotAllowedError
from model.office import audit, log_chain, log_check
from model.office.desk import Desk
from model.storage.cabinet import database_path
from model.storage.database import open_connection
from model.upkeep.verify import Report, verify

from .conftest import REP_PASSWORD, Office

Connection = sqlcipher.Connection
Sql = Callable[..., None]


@pytest.fixture
def clerk(office: Office) -> Desk:
    return office.sit("李娜")


@pytest.fixture
def sql(clerk: Desk) -> Iterator[Sql]:
    """Statements by somebody who has the key, and first takes away the log's triggers."""
    with closing(open_connection(database_path(clerk.cabinet), clerk.keys.data_key)) as opened:
        triggers = opened.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()

        def run(*statements: str) -> None:
            for name, _ in triggers:
                opened.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                opened.execute(statement)
            for _, made in triggers:
                opened.execute(made)

        yield run


def codes(report: Report) -> list[str]:
    return [code for code, _ in report.faults]


def test_sound_cabinet(clerk: Desk, now: datetime) -> None:
    report = verify(clerk, "", now)

    assert report.faults == ()
    assert report.counts["people"] == 3
    assert report.counts["log_lines"] > 3
    assert verify(clerk, report.log_head, now).faults == ()


def test_log_refuses_change_and_deletion(clerk: Desk) -> None:
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        for statement in ("UPDATE audit_line SET actor = 'x'", "DELETE FROM audit_line"):
            with pytest.raises(sqlcipher.Error, match="append-only"):
                opened.execute(statement)


SWAP = (
    "UPDATE audit_line SET no = -1 WHERE no = 2",
    "UPDATE audit_line SET no = 2 WHERE no = 3",
    "UPDATE audit_line SET no = 3 WHERE no = -1",
)
INSERT = (
    "UPDATE audit_line SET no = no + 1000 WHERE no > 2",
    "INSERT INTO audit_line SELECT 3, at, staff_no, actor, role, workplace, event, subject_kind,"
    ' \'X\', "before", "after", reason, document, chained_hash FROM audit_line WHERE no = 2',
    "UPDATE audit_line SET no = no - 999 WHERE no > 1000",
)

RENUMBER = (
    "DELETE FROM audit_line WHERE no = 3",
    "UPDATE audit_line SET no = no - 1 WHERE no > 3",
)


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("UPDATE audit_line SET actor = '别人' WHERE no = 2",), "log_line_changed"),
        (("UPDATE audit_line SET at = '2026-03-16 09:00:00' WHERE no = 3",), "log_line_changed"),
        (("UPDATE audit_line SET role = workplace, workplace = role",), "log_line_changed"),
        (("DELETE FROM audit_line WHERE no = 3",), "log_gap"),
        (("DELETE FROM audit_line WHERE no = 1",), "log_gap"),
        (RENUMBER, "log_line_changed"),
        (INSERT, "log_line_changed"),
        (SWAP, "log_line_changed"),
        (
            ("DELETE FROM audit_line WHERE no = (SELECT max(no) FROM audit_line)",),
            "log_tail_cut",
        ),
        (("DELETE FROM log_head",), "log_tail_cut"),
        (("DELETE FROM audit_line",), "log_tail_cut"),
    ],
    ids=[
        "changed", "time", "fields moved", "deleted", "first deleted", "deleted and renumbered",
        "inserted", "swapped", "tail cut", "head taken away", "all deleted",
    ],
)  # fmt: skip
def test_tampering_is_found(
    office: Office, clerk: Desk, now: datetime, sql: Sql, statements: tuple[str, ...], fault: str
) -> None:
    assert verify(clerk, "", now).faults == ()

    sql(*statements)

    assert fault in codes(verify(clerk, "", now))
    # Nobody is kept out by it, and no later line covers it up.
    again = office.sit("王芳", now=now)
    assert set(codes(verify(again, "", now))) & {"log_gap", "log_line_changed", "log_tail_cut"}


def _rechained(opened: Connection, secret: bytes) -> None:
    """The whole chain computed anew, by the program's own rule, with a secret of one's own."""
    previous = "0" * 64
    rows = opened.execute("SELECT * FROM audit_line ORDER BY no").fetchall()
    for row in rows:
        fields = log_check.line_of(tuple(row)).fields(row[0])
        previous = log_chain.digest(secret, (previous, *fields))
        opened.execute("UPDATE audit_line SET chained_hash = ? WHERE no = ?", (previous, row[0]))
    last = str(rows[-1][0])
    seal = log_chain.digest(secret, ("head", last, previous))
    opened.execute("UPDATE log_head SET no = ?, chained_hash = ?, seal = ?", (last, previous, seal))


@pytest.mark.parametrize("guess", [b"", b"guess", "data key", "sha256"])
def test_chain_recomputed_without_the_secret_is_found(
    clerk: Desk, now: datetime, guess: bytes | str
) -> None:
    secret = {
        "data key": bytes(clerk.keys.data_key),
        "sha256": hashlib.sha256(clerk.keys.data_key).digest(),
    }.get(str(guess), guess if isinstance(guess, bytes) else b"")
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        triggers = opened.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        opened.execute("DROP TRIGGER audit_line_no_update")
        opened.execute("DROP TRIGGER audit_line_no_delete")
        opened.execute("UPDATE audit_line SET actor = '别人' WHERE no = 2")
        _rechained(opened, secret)
        for (made,) in triggers:
            opened.execute(made)

    assert codes(verify(clerk, "", now))[:1] == ["log_line_changed"]


def test_rule_of_the_test_is_the_programs(clerk: Desk, now: datetime) -> None:
    """With the secret in hand the same recomputing goes through: the test above can fail."""
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        triggers = opened.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        opened.execute("DROP TRIGGER audit_line_no_update")
        opened.execute("DROP TRIGGER audit_line_no_delete")
        opened.execute("UPDATE audit_line SET actor = '别人' WHERE no = 2")
        _rechained(opened, bytes(clerk.keys.log_key))
        for (made,) in triggers:
            opened.execute(made)

    assert verify(clerk, "", now).faults == ()


@pytest.mark.parametrize("lines", [1, 3])
def test_tail_cut_with_its_seal_is_found_from_paper(
    clerk: Desk, now: datetime, sql: Sql, lines: int
) -> None:
    """Somebody puts back an old tail and the old seal over it: only paper knows better."""
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        old = opened.execute("SELECT no, chained_hash, seal FROM log_head").fetchone()
    for minute in range(lines):
        head = verify(clerk, "", now + timedelta(minutes=minute)).log_head

    sql(
        f"DELETE FROM audit_line WHERE no > {old[0]}",
        f"UPDATE log_head SET no = {old[0]}, chained_hash = '{old[1]}', seal = '{old[2]}'",
    )

    later = now + timedelta(hours=1)
    assert verify(clerk, "", later).faults == ()
    found = "log_paper_differs" if lines == 1 else "log_paper_line_gone"
    assert codes(verify(clerk, head, later)) == [found]


def test_head_of_another_log_is_found(clerk: Desk, now: datetime) -> None:
    head = verify(clerk, "", now).log_head
    number, _, start = head.partition("-")
    wrong = f"{number}-{'0' * len(start)}"

    assert codes(verify(clerk, wrong, now)) == ["log_paper_differs"]
    assert codes(verify(clerk, f"99999-{start}", now)) == ["log_paper_line_gone"]
    assert codes(verify(clerk, "99999-ABCDEF", now)) == ["log_paper_unreadable"]
    assert verify(clerk, f" {head.lower()} ", now).faults == ()


def test_trigger_taken_away_is_found(clerk: Desk, now: datetime) -> None:
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        opened.execute("DROP TRIGGER audit_line_no_update")
        opened.execute("CREATE INDEX extra ON person (role)")

    assert verify(clerk, "", now).faults == (
        ("schema", {"name": "index extra"}),
        ("schema", {"name": "trigger audit_line_no_update"}),
    )


def test_damaged_page_is_found_and_nothing_is_written(
    office: Office, clerk: Desk, now: datetime
) -> None:
    path = database_path(office.folder)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        (page,) = opened.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'customer_card_one_uscc'"
        ).fetchone()
    office.leave()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)
    desk = office.sit("李娜")

    report = verify(desk, "", now)

    assert report.faults == (("cipher", {"page": str(page)}),)
    assert report.log_head == audit.log_head()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("PRAGMA foreign_keys=0; UPDATE person SET team_id = 77 WHERE staff_no = 3", "foreign_key"),
        ("INSERT INTO person (staff_no, name, role, state, is_kam, public_key)"
         " VALUES (9, '张三', 'manager', 'active', 0, 'ab')", "person_not_in_log"),
        ("DELETE FROM person WHERE staff_no = 3", "person_gone"),
        ("UPDATE counter SET value = 1 WHERE name = 'staff'", "counter_behind"),
        ("UPDATE setting SET value = '8' WHERE name = 'keeper'", "keeper_unknown"),
        ("DELETE FROM drawer WHERE district_id IS NOT NULL", "district_without_drawer"),
        ("DELETE FROM drawer WHERE number = 91", "drawer_missing"),
        ("UPDATE cabinet_day SET day = '2026-03-15'", "day_contradicts"),
        ("UPDATE setting SET value = 'nobody' WHERE name = 'keeper'", "unreadable"),
        ("UPDATE cabinet_day SET closed_at = '2026-03-16 07:00:00'", "day_contradicts"),
    ],
)  # fmt: skip
def test_broken_rule_of_the_office_is_found(
    clerk: Desk, now: datetime, statement: str, fault: str
) -> None:
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        for part in statement.split(";"):
            opened.execute(part)

    assert fault in codes(verify(clerk, "", now))


def test_an_index_that_contradicts_its_table_is_found(clerk: Desk, now: datetime) -> None:
    """Pages that decrypt, and yet do not belong together."""
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as opened:
        opened.execute("PRAGMA writable_schema = on")
        opened.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(\"name\")', '(\"public_key\")')"
            " WHERE name = 'person_name'"
        )
        opened.execute("PRAGMA schema_version = 9999")  # others read the schema again

    assert "integrity" in codes(verify(clerk, "", now))


def test_rep_may_not_verify(office: Office, now: datetime) -> None:
    desk = office.sit("李明", REP_PASSWORD)
    with pytest.raises(NotAllowedError):
        verify(desk, "", now)


def test_stopped_check_writes_nothing(
    clerk: Desk, now: datetime, stop_at: Callable[[int], Callable[[int, int], None]]
) -> None:
    from model.errors import StoppedError

    head = audit.log_head()
    with pytest.raises(StoppedError):
        verify(clerk, "", now, stop_at(3))
    assert audit.log_head() == head

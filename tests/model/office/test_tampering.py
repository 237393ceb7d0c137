"""Acceptance 4: whoever has the database's key and rewrites the log by SQL is found out.

Done on the real encrypted file, with its key, the triggers taken away first and put back
afterwards. What the key opens does not hold the log's own secret; whoever has that one too is
found out from paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from model.office import audit, log_chain, log_check
from model.office.audit import Event
from model.office.desk import Desk
from model.storage.cabinet import database_path
from model.storage.database import database, open_connection, writing
from model.upkeep.verify import verify
from tests.conftest import NOW, Sit

LATER = NOW + timedelta(hours=1)
COLUMNS = ("at", "staff_no", "actor", "role", "workplace", "event", "subject_kind", "subject",
           "before", "after", "reason", "document")  # fmt: skip
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
Fault = tuple[str, dict[str, object]]


@pytest.fixture
def clerk(sit: Sit) -> Desk:
    """The keeper, over a log of more than a dozen lines with facts in them."""
    desk = sit("王秀兰")
    with writing():
        for number in range(12):
            audit.log(
                desk, Event.LOAN_ISSUE, NOW + timedelta(minutes=number), kind="card",
                subject=f"Q{number:05d}", before={"n": number}, after={"loan_no": number},
                reason=f"第{number}次", document="RB20261120-01",
            )  # fmt: skip
    return desk


@pytest.fixture
def opened(clerk: Desk) -> Iterator[sqlcipher.Connection]:
    """The file opened by somebody who has its key, with the triggers gone until the end."""
    path = database_path(clerk.cabinet)
    with closing(open_connection(path, clerk.keys.data_key)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def log_faults(desk: Desk, paper: str = "") -> list[Fault]:
    """What `verify` says of the log."""
    found = verify(desk, paper, LATER).faults
    return [(code, facts) for code, facts in found if code.startswith("log_")]


DAMAGE = {
    "update": (
        ["UPDATE audit_line SET actor = '别人' WHERE no = 7"],
        ("log_line_changed", {"no": 7}),
    ),
    "update of every line from the middle on": (
        ["UPDATE audit_line SET reason = reason || '。' WHERE no >= 7"],
        ("log_line_changed", {"no": 7}),
    ),
    "text turned into bytes": (
        ["UPDATE audit_line SET event = CAST(event AS BLOB) WHERE no = 7"],
        ("log_line_changed", {"no": 7}),
    ),
    "text moved over to the next column": (
        ["UPDATE audit_line SET workplace = workplace || event, event = '' WHERE no = 14"],
        ("log_line_changed", {"no": 14}),
    ),
    "delete": (["DELETE FROM audit_line WHERE no = 7"], ("log_gap", {"after": 6, "found": 8})),
    "delete of the first": (
        ["DELETE FROM audit_line WHERE no = 1"], ("log_gap", {"after": 0, "found": 2}),
    ),
    "delete and renumber": (
        ["DELETE FROM audit_line WHERE no = 7", "UPDATE audit_line SET no = no - 1 WHERE no > 7"],
        ("log_line_changed", {"no": 7}),
    ),
    "insert in the middle": (
        [
            "UPDATE audit_line SET no = no + 10000 WHERE no > 7",
            f"INSERT INTO audit_line (no, {NAMES}, chained_hash)"
            f" SELECT 8, {NAMES}, chained_hash FROM audit_line WHERE no = 7",
            "UPDATE audit_line SET no = no - 9999 WHERE no > 10000",
        ],
        ("log_line_changed", {"no": 8}),
    ),
    "swap of two lines": (
        [
            "UPDATE audit_line SET no = 0 WHERE no = 7",
            "UPDATE audit_line SET no = 7 WHERE no = 9",
            "UPDATE audit_line SET no = 9 WHERE no = 0",
        ],
        ("log_line_changed", {"no": 7}),
    ),
    "swap of two lines' hashes too": (
        [
            f"CREATE TEMP TABLE two AS SELECT no, {NAMES} FROM audit_line WHERE no IN (7, 8)",
            *(
                f"UPDATE audit_line SET {name} = (SELECT {name} FROM two"
                " WHERE no = 15 - audit_line.no) WHERE no IN (7, 8)"
                for name in (f'"{name}"' for name in COLUMNS)
            ),
        ],
        ("log_line_changed", {"no": 7}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "fault"), DAMAGE.values(), ids=DAMAGE.keys())
def test_it_is_found_and_the_first_broken_link_is_named(
    clerk: Desk, opened: sqlcipher.Connection, statements: list[str], fault: Fault
) -> None:
    assert log_faults(clerk) == []
    for statement in statements:
        opened.execute(statement)
    assert log_faults(clerk) == [fault]


@pytest.mark.parametrize("cut", [1, 3, 10])
def test_a_truncated_tail_is_found(clerk: Desk, opened: sqlcipher.Connection, cut: int) -> None:
    (last,) = opened.execute("SELECT MAX(no) FROM audit_line").fetchone()
    opened.execute("DELETE FROM audit_line WHERE no > ?", (last - cut,))
    assert log_faults(clerk) == [("log_tail_cut", {"last": last - cut, "sealed": last})]
    # The lines written since, `verify`'s own among them, do not cover it up.
    assert log_faults(clerk)[0][0] == "log_gap"


HEADS = {
    "taken away": ("DELETE FROM log_head", "log_tail_cut"),
    "one less": ("UPDATE log_head SET no = no - 1", "log_tail_cut"),
    "one more": ("UPDATE log_head SET no = no + 1", "log_tail_cut"),
    "no number": ("UPDATE log_head SET no = 'x'", "log_tail_cut"),
    "another hash": ("UPDATE log_head SET chained_hash = upper(chained_hash)", "log_tail_cut"),
    "bytes": ("UPDATE log_head SET chained_hash = x'00'", "log_tail_cut"),
    "another seal": ("UPDATE log_head SET seal = chained_hash", "log_seal_broken"),
    "all lines gone": ("DELETE FROM audit_line", "log_tail_cut"),
}


@pytest.mark.parametrize(("statement", "fault"), HEADS.values(), ids=HEADS.keys())
def test_a_head_taken_away_or_edited_is_found(
    sit: Sit, clerk: Desk, opened: sqlcipher.Connection, statement: str, fault: str
) -> None:
    opened.execute(statement)
    assert [code for code, _ in log_faults(clerk)] == [fault]
    # Nobody is kept out by it, and no line written since covers it up.
    again = sit("张总")
    assert log_faults(again) != []
    assert log_faults(again) != []


def test_a_tail_cut_with_a_head_made_to_fit_is_not_covered_by_the_next_line(
    sit: Sit, clerk: Desk, opened: sqlcipher.Connection
) -> None:
    """He knows the last hash that he leaves, and cannot make the seal over it."""
    opened.execute("DELETE FROM audit_line WHERE no > 15")
    opened.execute(
        "UPDATE log_head SET no = 15,"
        " chained_hash = (SELECT chained_hash FROM audit_line WHERE no = 15)"
    )
    desk = sit("张总")  # which writes a line before anybody looks
    assert [code for code, _ in log_faults(desk)] == ["log_seal_broken"]
    assert [code for code, _ in log_faults(sit("王秀兰"))] == ["log_seal_broken"]
    assert clerk.person.name == "王秀兰"


def test_an_emptied_log_with_its_head_is_found(clerk: Desk, opened: sqlcipher.Connection) -> None:
    """An empty log seals nothing; the people who came in without it are told."""
    opened.execute("DELETE FROM audit_line")
    opened.execute("DELETE FROM log_head")
    told = {code for code, _ in verify(clerk, "", LATER).faults}
    assert "person_not_in_log" in told


def test_triggers_that_stay_away_are_found(clerk: Desk, opened: sqlcipher.Connection) -> None:
    told = [facts["name"] for code, facts in verify(clerk, "", LATER).faults if code == "schema"]
    assert {"trigger audit_line_no_update", "trigger audit_line_no_delete"} <= set(told)


# --- the whole chain made anew --------------------------------------------------------------------


def rehash(opened: sqlcipher.Connection, secret: bytes) -> None:
    """Every hash and the seal, by the program's own rule."""
    previous = "0" * 64
    rows = opened.execute("SELECT * FROM audit_line ORDER BY no").fetchall()
    for row in rows:
        previous = log_chain.digest(
            secret, (previous, *log_check.line_of(tuple(row)).fields(row[0]))
        )
        opened.execute("UPDATE audit_line SET chained_hash = ? WHERE no = ?", (previous, row[0]))
    seal = log_chain.digest(secret, ("head", str(rows[-1][0]), previous))
    opened.execute(
        "UPDATE log_head SET no = ?, chained_hash = ?, seal = ?", (rows[-1][0], previous, seal)
    )


@pytest.mark.parametrize("guess", ["none", "data key", "hash of the data key", "a line's hash"])
def test_rehashed_without_the_logs_secret_it_is_found(
    clerk: Desk, opened: sqlcipher.Connection, guess: str
) -> None:
    (hashed,) = opened.execute("SELECT chained_hash FROM log_head").fetchone()
    secrets = {
        "none": b"",
        "data key": bytes(clerk.keys.data_key),
        "hash of the data key": hashlib.sha256(clerk.keys.data_key).digest(),
        "a line's hash": bytes.fromhex(hashed),
    }
    opened.execute("UPDATE audit_line SET actor = '别人' WHERE no = 7")
    rehash(opened, secrets[guess])
    assert log_faults(clerk) == [("log_line_changed", {"no": 1})]


def test_the_logs_secret_is_not_in_the_database(clerk: Desk, opened: sqlcipher.Connection) -> None:
    tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = [opened.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables]
    dump = repr(rows).lower()
    secret = bytes(clerk.keys.log_key)
    assert secret.hex() not in dump
    assert repr(secret).lower() not in dump


def test_rehashed_with_the_logs_secret_it_is_found_from_paper(
    clerk: Desk, opened: sqlcipher.Connection
) -> None:
    paper = verify(clerk, "", NOW).log_head
    no = int(paper.partition("-")[0])
    opened.execute("UPDATE audit_line SET actor = '别人' WHERE no = 7")
    rehash(opened, bytes(clerk.keys.log_key))

    assert log_faults(clerk) == [], "without paper nobody could know"
    assert log_faults(clerk, paper) == [("log_paper_differs", {"no": no, "paper": paper})]


def test_rehashed_and_shortened_it_is_found_from_paper(
    clerk: Desk, opened: sqlcipher.Connection
) -> None:
    paper = verify(clerk, "", NOW).log_head
    no = int(paper.partition("-")[0])
    opened.execute("DELETE FROM audit_line WHERE no > 9")
    rehash(opened, bytes(clerk.keys.log_key))

    assert log_faults(clerk, paper) == [("log_paper_line_gone", {"no": no, "last": 9})]


# --- anything, at random --------------------------------------------------------------------------

numbers = st.integers(1, 24)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
damages = st.one_of(
    st.tuples(st.just("update"), numbers, st.sampled_from((*COLUMNS, "chained_hash")), texts),
    st.tuples(st.just("bytes"), numbers, st.sampled_from(COLUMNS)),
    st.tuples(st.just("delete"), numbers),
    st.tuples(st.just("swap"), numbers, numbers),
    st.tuples(st.just("copy"), numbers, st.integers(1, 60)),
    st.tuples(st.just("cut"), numbers),
    st.tuples(st.just("head"), st.sampled_from(["no", "chained_hash", "seal"]), texts),
    st.tuples(st.just("move"), numbers, st.sampled_from(COLUMNS[:-1])),
)


def spoil(damage: tuple[Any, ...]) -> None:
    """Do one thing to the log by SQL."""
    run = database.execute_sql
    match damage:
        case ("update", no, column, text):
            run(f'UPDATE audit_line SET "{column}" = ? WHERE no = ?', (text, no))
        case ("bytes", no, column):
            run(f'UPDATE audit_line SET "{column}" = CAST("{column}" AS BLOB) WHERE no = ?', (no,))
        case ("delete", no):
            run("DELETE FROM audit_line WHERE no = ?", (no,))
        case ("swap", one, other):
            run("UPDATE audit_line SET no = -1 WHERE no = ?", (one,))
            run("UPDATE audit_line SET no = ? WHERE no = ?", (one, other))
            run("UPDATE audit_line SET no = ? WHERE no = -1", (other,))
        case ("copy", no, place):
            run(
                f"INSERT OR REPLACE INTO audit_line (no, {NAMES}, chained_hash) "
                f"SELECT ?, {NAMES}, chained_hash FROM audit_line WHERE no = ?", (place, no),
            )  # fmt: skip
        case ("cut", no):
            run("DELETE FROM audit_line WHERE no > ?", (no,))
        case ("head", column, text):
            run(f"UPDATE log_head SET {column} = ?", (text,))
        case ("move", no, column):
            following = COLUMNS[COLUMNS.index(column) + 1]
            run(
                f'UPDATE audit_line SET "{column}" = "{column}" || "{following}",'
                f' "{following}" = \'\' WHERE no = ?', (no,),
            )  # fmt: skip


def whole_log() -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Every value of the log as the engine has it."""
    return (
        database.execute_sql("SELECT * FROM audit_line ORDER BY no").fetchall(),
        database.execute_sql("SELECT * FROM log_head").fetchall(),
    )


class _UndoneError(Exception):
    """Puts the log back."""


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(damages, min_size=1, max_size=4))
def test_random_tampering_is_always_found(clerk: Desk, damage: list[tuple[Any, ...]]) -> None:
    before = whole_log()
    assert len(before[0]) >= 24
    try:
        with database.atomic():
            for name in ("audit_line_no_update", "audit_line_no_delete"):
                database.execute_sql(f"DROP TRIGGER {name}")
            for one in damage:
                spoil(one)
            changed = whole_log() != before
            found = list(log_check.faults(clerk.keys.log_key))
            raise _UndoneError
    except _UndoneError:
        assert bool(found) is changed, (damage, found)

"""The engine: exact money, whole transactions, a key that is forgotten."""

import threading
import time
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import peewee
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import (
    CannotWriteError,
    DatabaseDamagedError,
    InExclusiveUseError,
    StoppedError,
)
from model.storage import cabinet
from model.storage import database as module
from model.storage.database import (
    CabinetDatabase,
    MoneyField,
    Table,
    as_cabinet_error,
    connected,
    database,
    open_connection,
    reading,
    salt_of,
    writing,
)
from model.storage.vault import Keys, new_keys


class Amount(Table):
    id = peewee.AutoField()
    balance = MoneyField(null=True)


class Moment(Table):
    id = peewee.AutoField()
    day = peewee.DateField(null=True)
    at = peewee.DateTimeField(null=True)


@pytest.fixture
def tables(open_folder: Path) -> None:
    database.create_tables([Amount, Moment])


# --- what every connection is set to --------------------------------------------------------


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("cipher_page_size", "4096"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ],
)
def test_every_thread_connects_with_the_same_settings(
    open_folder: Path, pragma: str, value: object
) -> None:
    seen = [database.pragma(pragma)]

    def look() -> None:
        with database.connection_context():
            seen.append(database.pragma(pragma))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [value, value]


def test_the_file_begins_with_the_salt_of_its_key(folder: Path, keys: Keys) -> None:
    assert (folder / "cabinet.db").read_bytes()[:16] == salt_of(keys.data_key)
    assert salt_of(keys.data_key) != salt_of(new_keys().data_key)


def test_nothing_opens_without_a_key(tmp_path: Path) -> None:
    for key in (b"", bytearray(), b"short", bytearray(33)):
        with pytest.raises(peewee.OperationalError):
            open_connection(tmp_path / "clear.db", key)
    assert not (tmp_path / "clear.db").exists()


def test_the_key_reaches_sqlcipher_by_no_statement(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_keys: list[Any] = []

    class Watched(module._Connection):
        def set_key(self, key: bytearray) -> None:
            given_keys.extend([bytes(key), key])
            super().set_key(key)

    monkeypatch.setattr(module, "_Connection", Watched)
    connection = open_connection(tmp_path / "x.db", keys.data_key)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    spelled = keys.data_key.hex() + salt_of(keys.data_key).hex()
    assert given_keys[0] == f"x'{spelled}'".encode()
    assert not any(given_keys[1])  # our copy is zeroed afterwards


# --- money, days and moments ----------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(fen=st.integers(-(10**15), 10**15))
def test_money_is_exact_to_the_fen(tables: None, fen: int) -> None:
    amount = Decimal(fen).scaleb(-2)
    row = Amount.create(balance=amount)
    read = Amount.get_by_id(row.id).balance
    assert read == amount
    assert str(read) == f"{amount:.2f}"
    assert Amount.get(Amount.balance == amount)


def test_sums_of_money_do_not_drift(tables: None) -> None:
    for _ in range(10):
        Amount.create(balance=Decimal("0.10"))
    total = Amount.select(Amount.balance.total()).scalar()
    assert str(total) == "1.00"
    assert database.execute_sql("SELECT typeof(balance) FROM amount").fetchone() == ("integer",)
    Amount.update(balance=Amount.balance + Decimal("0.01")).execute()
    assert Amount.get_by_id(1).balance == Decimal("0.11")


def test_no_money_is_not_zero(tables: None) -> None:
    assert Amount.get_by_id(Amount.create(balance=None).id).balance is None
    assert Amount.get_by_id(Amount.create(balance=Decimal(0)).id).balance == 0


@pytest.mark.parametrize("wrong", [0.1, Decimal("0.001"), "1.005"])
def test_what_is_no_whole_fen_is_a_mistake(tables: None, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Amount.create(balance=wrong)


def test_large_money_keeps_every_digit(tables: None) -> None:
    large = Decimal("90071992547409.93")  # 2**53 + 1 fen: a float would lose the last one
    assert Amount.get_by_id(Amount.create(balance=large).id).balance == large


def test_days_and_moments_are_iso_text(tables: None) -> None:
    row = Moment.create(day=date(2026, 3, 2), at=datetime.fromisoformat("2026-03-02 07:50:01"))
    assert database.execute_sql("SELECT day, at FROM moment").fetchone() == (
        "2026-03-02",
        "2026-03-02 07:50:01",
    )
    assert Moment.get_by_id(row.id).at == datetime.fromisoformat("2026-03-02 07:50:01")


# --- transactions ---------------------------------------------------------------------------


def stumble_after(add: Any, name: str) -> None:
    add(name)
    raise KeyError(name)


def test_writing_is_all_or_nothing(open_folder: Path, add: Any, names: Any) -> None:
    with pytest.raises(KeyError), writing():
        stumble_after(add, "甲")
    assert names() == []


def test_writing_inside_writing_is_a_part_of_it(open_folder: Path, add: Any, names: Any) -> None:
    with writing():
        add("甲")
        with pytest.raises(KeyError), writing():
            stumble_after(add, "乙")
        add("丙")
    assert names() == ["甲", "丙"]


def test_reading_sees_one_state(
    open_folder: Path, add: Any, names: Any, migrations: Path, keys: Keys, neighbour: Any
) -> None:
    add("甲")
    with reading():
        assert names() == ["甲"]
        other = neighbour("count", open_folder, migrations, keys.data_key.hex(), 5)
        assert (other.said(), other.said()) == ("connected", "done")
        assert names() == ["甲"]
    assert len(names()) == 6


def test_two_programs_write_side_by_side(
    open_folder: Path, migrations: Path, keys: Keys, neighbour: Any
) -> None:
    """Each reads the highest number and writes the next: IMMEDIATE, or one would be refused."""
    others = [
        neighbour("count", open_folder, migrations, keys.data_key.hex(), 150) for _ in range(2)
    ]
    assert [other.said() for other in others] == ["connected"] * 2
    for _ in range(150):
        with writing():
            (last,) = database.execute_sql("SELECT max(id) FROM customer").fetchone()
            database.execute_sql("INSERT INTO customer VALUES (?, 'm')", ((last or 0) + 1,))
    assert [other.said() for other in others] == ["done"] * 2
    assert database.execute_sql("SELECT count(*), max(id) FROM customer").fetchone() == (450, 450)


def test_a_program_that_writes_too_long_is_told(
    open_folder: Path, migrations: Path, keys: Keys, neighbour: Any, add: Any, names: Any
) -> None:
    other = neighbour("write_long", open_folder, migrations, keys.data_key.hex())
    assert other.said() == "writing"
    database.pragma("busy_timeout", 100)
    with pytest.raises(InExclusiveUseError):
        add("甲")
    assert names() == []  # reading is never kept waiting
    other.kill()
    add("甲")
    assert names() == ["甲"]


def test_a_broken_rule_of_a_table_stays_what_it_is(open_folder: Path) -> None:
    with pytest.raises(peewee.IntegrityError), writing():
        database.execute_sql("INSERT INTO customer (name) VALUES (NULL)")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database is locked", InExclusiveUseError),
        ("database or disk is full", CannotWriteError),
        ("attempt to write a readonly database", CannotWriteError),
        ("unable to open database file", CannotWriteError),
        ("database disk image is malformed", DatabaseDamagedError),
        ("file is not a database", DatabaseDamagedError),
        ("interrupted", StoppedError),
    ],
)
def test_the_engines_sayings_are_understood(said: str, kind: type[Exception]) -> None:
    assert type(as_cabinet_error(peewee.OperationalError(said))) is kind


def test_other_errors_are_not_the_engines(open_folder: Path) -> None:
    assert as_cabinet_error(ValueError("database is locked")) is None
    assert as_cabinet_error(peewee.OperationalError("no such table: x")) is None


def test_a_full_disk_is_told_and_changes_nothing(open_folder: Path, add: Any, names: Any) -> None:
    pages = database.pragma("page_count")
    database.pragma("max_page_count", pages)
    with pytest.raises(CannotWriteError):
        add(*("x" * 3000 for _ in range(50)))
    assert names() == []


def test_the_reason_is_told_outside_of_writing_too(open_folder: Path) -> None:
    database.pragma("max_page_count", database.pragma("page_count"))
    with pytest.raises(peewee.OperationalError, match="full"), database.atomic():
        database.execute_sql("INSERT INTO customer (name) VALUES (?)", ("x" * 30_000,))


# --- disconnecting --------------------------------------------------------------------------


def test_disconnected_means_no_key_and_no_database(open_folder: Path, add: Any) -> None:
    opened = database.obj
    assert connected()
    assert cabinet.disconnect() == 0
    assert not connected()
    assert not opened._data_key
    with pytest.raises(AttributeError):
        add("甲")
    with pytest.raises(peewee.OperationalError):
        opened.connect()


def test_disconnecting_rolls_back_what_is_not_committed(
    open_folder: Path, keys: Keys, migrations: Path, names: Any
) -> None:
    opened = database.obj
    opened.begin()
    database.execute_sql("INSERT INTO customer (name) VALUES ('甲')")
    cabinet.disconnect()
    cabinet.connect(open_folder, keys, datetime.fromisoformat("2026-03-02"), migrations=migrations)
    assert names() == []


SLOW = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000)
SELECT max(i) FROM n
"""


def test_the_log_is_merged_by_the_disconnecting_only(open_folder: Path, add: Any) -> None:
    log = open_folder / "cabinet.db-wal"
    add("张三")
    written = log.stat().st_size
    database.close()
    assert log.stat().st_size == written > 0
    cabinet.disconnect()
    assert not log.exists()


def test_a_query_in_another_thread_is_interrupted(open_folder: Path) -> None:
    ended: list[object] = []
    begun = threading.Event()

    def job() -> None:
        try:
            with database.connection_context():
                database.connection()
                begun.set()
                database.execute_sql(SLOW).fetchall()
        except peewee.OperationalError as error:
            ended.append(as_cabinet_error(error))

    thread = threading.Thread(target=job)
    thread.start()
    begun.wait()
    time.sleep(0.05)
    start = time.monotonic()
    assert cabinet.disconnect(patience=5) == 0
    assert time.monotonic() - start < 1
    thread.join()
    assert [type(error) for error in ended] == [StoppedError]


def test_a_job_that_does_not_end_is_counted(open_folder: Path) -> None:
    release, begun = threading.Event(), threading.Event()

    def job() -> None:
        opened = database.obj
        with opened.connection_context():
            begun.set()
            release.wait()

    thread = threading.Thread(target=job)
    thread.start()
    begun.wait()
    assert cabinet.disconnect(patience=0.05) == 1
    release.set()
    thread.join()


def test_a_thread_that_ended_without_closing_is_not_waited_for(open_folder: Path) -> None:
    thread = threading.Thread(target=lambda: database.execute_sql("SELECT 1"))
    thread.start()
    thread.join()
    start = time.monotonic()
    assert cabinet.disconnect(patience=5) == 0
    assert time.monotonic() - start < 1


def test_threads_come_and_go_while_disconnecting(open_folder: Path, keys: Keys) -> None:
    """No crash and no strange error, however it falls out."""
    strange: list[Exception] = []
    for _ in range(20):
        opened = CabinetDatabase(open_folder / "cabinet.db", keys.data_key)

        def job(opened: CabinetDatabase = opened) -> None:
            try:
                with opened.connection_context():
                    opened.execute_sql("SELECT count(*) FROM customer").fetchall()
            except (peewee.OperationalError, sqlcipher.OperationalError):
                pass
            except Exception as error:  # noqa: BLE001 - any at all would be a finding
                strange.append(error)

        threads = [threading.Thread(target=job) for _ in range(4)]
        for thread in threads:
            thread.start()
        opened.disconnect(patience=2)
        for thread in threads:
            thread.join()
    assert strange == []

"""A small cabinet with one table, and a neighbour: another program on the same PC."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from model.storage import cabinet, vault
from model.storage.database import database, open_connection, writing
from model.storage.key_file import KeyFile
from model.storage.vault import FLOOR_KDF, Keys, Slot

NOW = datetime.fromisoformat("2026-03-02 07:50")
CODE = "recovery-code-of-the-tests"
MANAGER, CLERK = 1, 2
PASSWORDS = {MANAGER: "manager-password", CLERK: "clerk-password"}
FIRST = """
from peewee import *
def up(migrator, db):
    class Customer(Model):
        name = CharField()
        class Meta:
            database = db
    db.create_tables([Customer])
"""
SECOND = """
from peewee import *
def up(migrator, db):
    migrator.migrate(migrator.add_column("customer", "phone", CharField(default="")))
"""


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def keys() -> Keys:
    return vault.new_keys()


@pytest.fixture(scope="session")
def slots(keys: Keys) -> tuple[Slot, ...]:
    return (
        vault.make_slot(MANAGER, "王芳", "manager", PASSWORDS[MANAGER], keys, kdf=FLOOR_KDF),
        vault.make_slot(CLERK, "李娜", "clerk", PASSWORDS[CLERK], keys, kdf=FLOOR_KDF),
        vault.make_recovery_slot(keys, CODE, FLOOR_KDF),
    )


@pytest.fixture
def key_file(slots: tuple[Slot, ...]) -> KeyFile:
    return KeyFile("0f" * 16, "华东办事处", slots, kdf=FLOOR_KDF)


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first_tables.py").write_text(FIRST, encoding="utf-8")
    return folder


@pytest.fixture
def upgrade(migrations: Path) -> Path:
    """The migrations of the next version of the program."""
    folder = migrations.with_name("next")
    folder.mkdir()
    for file in migrations.glob("*.py"):  # and not the compiled copies beside them
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "0002_phone.py").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, key_file: KeyFile, keys: Keys, migrations: Path) -> Iterator[Path]:
    """A cabinet that nobody has connected."""
    made = tmp_path / "东区.cabinet"
    cabinet.create_folder(made, key_file, keys, migrations=migrations)
    yield made
    cabinet.disconnect()


@pytest.fixture
def open_folder(folder: Path, keys: Keys, migrations: Path) -> Path:
    """A cabinet that is connected."""
    cabinet.connect(folder, keys, NOW, migrations=migrations)
    return folder


@pytest.fixture
def add() -> Callable[..., None]:
    def add_customers(*names: str) -> None:
        with writing():
            for name in names:
                database.execute_sql("INSERT INTO customer (name) VALUES (?)", (name,))

    return add_customers


@pytest.fixture
def names() -> Callable[[], list[str]]:
    def read_names() -> list[str]:
        rows = database.execute_sql("SELECT name FROM customer ORDER BY id").fetchall()
        return [name for (name,) in rows]

    return read_names


@pytest.fixture
def fill(keys: Keys) -> Callable[[Path, int], None]:
    def fill_pages(folder: Path, pages: int) -> None:
        """Make the database at least that many pages long, all of it out of the WAL."""
        with closing(open_connection(folder / "cabinet.db", keys.data_key)) as opened:
            rows = ((os.urandom(1500).hex(),) for _ in range(pages))
            opened.execute("BEGIN")
            opened.executemany("INSERT INTO customer (name) VALUES (?)", rows)
            opened.execute("COMMIT")

    return fill_pages


@dataclass
class Neighbour:
    """Another process; `said` is the next line it prints."""

    process: subprocess.Popen[str]

    def said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def neighbour() -> Iterator[Callable[..., Neighbour]]:
    started: list[subprocess.Popen[str]] = []

    def start(*words: object) -> Neighbour:
        program = Path(__file__).with_name("neighbour.py")
        process = subprocess.Popen(
            [sys.executable, str(program), *map(str, words)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        started.append(process)
        return Neighbour(process)

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@contextmanager
def _as_ordinary_user() -> Iterator[None]:
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], object]]:
    """Makes a copy of a folder that the user (for root: another one) may only read."""
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        copies: list[Path] = []

        @contextmanager
        def copied(folder: Path) -> Iterator[Path]:
            copy = Path(outer) / folder.name
            copy.mkdir()
            copies.append(copy)
            for file in folder.iterdir():
                if file.is_file():
                    (copy / file.name).write_bytes(file.read_bytes())
                    (copy / file.name).chmod(0o444)
            copy.chmod(0o555)
            with _as_ordinary_user():
                yield copy

        yield copied
        for copy in copies:
            copy.chmod(0o755)

"""Key files and databases that something has written into: no crash, and no wrong acceptance."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import DatabaseError

from model.cards.listing import list_cards
from model.errors import CabinetError
from model.loans.opening import open_cabinet
from model.office import people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.log_in import lock_screen, log_in, staff_of
from model.office.rights import Role
from model.sentences.errors import sentence
from model.storage import cabinet
from model.storage import key_file as keys_on_disk
from model.storage.database import as_cabinet_error
from model.storage.pages import PAGE
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify
from model.words import words_in
from tests.conftest import NOW, make_card
from tests.model.loans.canonical import canonical_dump, history

LATER = datetime(2026, 11, 20, 9, 0)
PASSWORDS = {"张总": "manager-of-all", "王秀兰": "keeper-of-keys", "李明": "rep-on-the-road",
             "赵刚": "supervisor-one"}  # fmt: skip
KEY_FILES = 10_000 if os.environ.get("CARD_CABINET_SOAK") else 150
DATABASES = 1_000 if os.environ.get("CARD_CABINET_SOAK") else 30


def so_many(examples: int) -> settings:
    """The same examples at every run, as many as asked for."""
    return settings(
        suppress_health_check=list(HealthCheck),
        deadline=None,
        derandomize=True,
        database=None,
        max_examples=examples,
    )


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed cabinet with some cards, in which everybody has another password."""
    path = tmp_path_factory.mktemp("sound") / "office.cabinet"
    create(path, Founders("华东办事处", "张总", "王秀兰", "manager-of-all"), NOW, FLOOR_KDF)
    manager = log_in(path, "张总", "manager-of-all", NOW)
    people.reset_password(manager, 2, NOW, "keeper-of-keys")
    teams.add_team(manager, "一队", "", NOW)
    teams.add_district(manager, "武侯", "一队", NOW)
    for name, role in (("李明", Role.REP), ("赵刚", Role.SUPERVISOR)):
        people.add_person(manager, name, role, "一队", PASSWORDS[name], NOW)
    lock_screen(manager, NOW)

    def sit(name: str) -> Desk:
        return log_in(path, name, PASSWORDS[name], NOW, workplace="柜台")

    for number in range(4):
        make_card(sit, f"恒运配件{number}", "李明", f"028-8555123{number}", "武侯", "赵刚")
    lock_screen(sit("王秀兰"), NOW)
    return path


@pytest.fixture
def hurt(sound: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy that may be written into."""
    path = tmp_path / "office.cabinet"
    shutil.copytree(sound, path)
    yield path
    cabinet.disconnect()


# --- ways of writing into a file --------------------------------------------------------------

Change = Callable[[bytes], bytes]


@st.composite
def careless(draw: st.DrawFn) -> Change:
    """What a bad disk, a cut transfer or an editor does: bytes changed, lost, added, doubled."""
    kind = draw(st.sampled_from(["set", "cut", "drop", "add", "double"]))
    place, length = draw(st.floats(0, 1)), draw(st.integers(1, 64))
    content = draw(st.binary(min_size=1, max_size=64))

    def change(whole: bytes) -> bytes:
        at = int(place * max(len(whole) - 1, 0))
        parts = {
            "set": whole[:at] + content + whole[at + len(content) :],
            "cut": whole[:at],
            "drop": whole[:at] + whole[at + length :],
            "add": whole[:at] + content + whole[at:],
            "double": whole[:at] + whole[at : at + length] + whole[at:],
        }
        return parts[kind]

    return change


ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 2**70), st.floats(allow_nan=False),
    st.text(max_size=70), st.just("0" * 64), st.just([]), st.just({}),
    st.just("2026-02-30T08:00:00"), st.just("9999-12-31T23:59:59"),
    st.just("2026-11-20T09:00:00+08:00"),
)  # fmt: skip


@st.composite
def careful(draw: st.DrawFn) -> Change:
    """What somebody writes who knows how the file is made, checksum and all."""
    steps = draw(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), ODD,
                                    st.sampled_from(["put", "swap", "drop", "double", "add"])),
                          min_size=1, max_size=3))  # fmt: skip

    def change(whole: bytes) -> bytes:
        plain = json.loads(whole)
        plain.pop("checksum")
        for one, other, value, kind in steps:
            _edit(plain, _places(plain), one, other, value, kind)
        return keys_on_disk._rendered(plain)

    return change


def _places(plain: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a JSON value."""
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain)
    found = []
    for key, value in inner:
        found.append((plain, key))
        if isinstance(value, dict | list):
            found += _places(value)
    return found


def _edit(
    plain: Any, places: list[tuple[Any, Any]], one: int, other: int, value: Any, kind: str
) -> None:
    """One edit of a JSON value, in place."""
    here, key = places[one % len(places)]
    there, its = places[other % len(places)]
    if kind == "put":
        here[key] = value
    elif kind == "swap" and here is not there:
        here[key], there[its] = deepcopy(there[its]), deepcopy(here[key])
    elif kind == "swap":
        here[key] = deepcopy(there[its])
    elif kind == "drop":
        del here[key]
    elif kind == "double" and isinstance(here, list):
        here.append(here[key])
    else:
        plain[f"new{one}"] = value


@st.composite
def of_pages(draw: st.DrawFn) -> Change:
    """What happens to a database: pages zeroed, exchanged, doubled, cut off; a bit turned."""
    kind = draw(st.sampled_from(["zero", "swap", "copy", "cut", "flip", "flip", "careless"]))
    one, other = draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6))
    bit, anyhow = draw(st.integers(0, 7)), draw(careless())

    def change(whole: bytes) -> bytes:
        content, pages = bytearray(whole), len(whole) // PAGE
        here, there = one % pages * PAGE, other % pages * PAGE
        if kind == "zero":
            content[here : here + PAGE] = bytes(PAGE)
        elif kind in {"swap", "copy"}:
            first, second = content[here : here + PAGE], content[there : there + PAGE]
            content[there : there + PAGE] = first
            if kind == "swap":
                content[here : here + PAGE] = second
        elif kind == "cut":
            del content[here + other % PAGE :]
        elif kind == "flip":
            content[(one * PAGE + other) % len(content)] ^= 1 << bit
        else:
            return anyhow(whole)
        return bytes(content)

    return change


# --- what must hold ---------------------------------------------------------------------------


def told(error: CabinetError) -> None:
    """Every refusal is a sentence in both languages, without anything of the machine's own."""
    for language in ("zh", "en"):
        text = sentence(error, words_in(language))
        assert text
        assert "Traceback" not in text
        assert "Error" not in text


def seated(folder: Path, name: str, password: str) -> Desk | None:
    """Somebody's desk, or None for a refusal in plain words."""
    try:
        return log_in(folder, name, password, LATER, workplace="柜台")
    except CabinetError as error:
        told(error)
        return None


@so_many(KEY_FILES)
@given(change=st.one_of(careless(), careful()), who=st.sampled_from(sorted(PASSWORDS)))
def mutated_key_file(sound: Path, hurt: Path, change: Change, who: str) -> None:
    """One example; the test below gives the folders."""
    written = change((sound / "keys.json").read_bytes())
    (hurt / "keys.json").write_bytes(written)
    try:
        staff_of(hurt)
    except CabinetError as error:
        told(error)
    # Whose password it is decides who sits down, whatever name the file gives him.
    for name in (who, "1"):
        desk = seated(hurt, name, PASSWORDS[who])
        if desk is not None:
            assert desk.person.name == who
            lock_screen(desk, LATER)
    (hurt / "keys.json").write_bytes(written)
    assert seated(hurt, who, "not-his-password") is None


def test_a_mutated_key_file_lets_nobody_in_who_may_not(sound: Path, hurt: Path) -> None:
    mutated_key_file(sound, hurt)


@so_many(DATABASES)
@given(change=of_pages(), wal=st.booleans())
def mutated_database(sound: Path, hurt: Path, expected: object, change: Change, wal: bool) -> None:
    """One example; the test below gives the folders."""
    for name in ("cabinet.db-wal", "cabinet.db-shm"):
        (hurt / name).unlink(missing_ok=True)
    whole = (sound / "cabinet.db").read_bytes()
    # A log left by a kill is read before the file; one of noise must be as if it were not there.
    (hurt / "cabinet.db").write_bytes(whole if wal else change(whole))
    if wal:
        (hurt / "cabinet.db-wal").write_bytes(change(whole)[: 9 * PAGE])
    shutil.copyfile(sound / "keys.json", hurt / "keys.json")
    desk = seated(hurt, "张总", PASSWORDS["张总"])
    if desk is None:
        return
    try:
        open_cabinet(desk, LATER)
        list_cards(desk, LATER)
        faults = verify(desk, "", LATER).faults
        assert faults or canonical_of_cards() == expected
    except (CabinetError, DatabaseError, MemoryError) as error:
        told_at_the_door(error)
    finally:
        lock_quietly(desk)


def lock_quietly(desk: Desk) -> None:
    """Lock, whatever state the database is in."""
    try:
        lock_screen(desk, LATER)
    except (CabinetError, DatabaseError, MemoryError) as error:
        told_at_the_door(error)
    assert not desk.keys.data_key


def told_at_the_door(error: CabinetError | DatabaseError | MemoryError) -> None:
    """As window and command line tell what a query outside of a transaction meets."""
    ours = error if isinstance(error, CabinetError) else as_cabinet_error(error)
    assert ours is not None, error
    told(ours)


def canonical_of_cards() -> object:
    """What must be unchanged where nothing was found: everything but the log and the day."""
    return {**canonical_dump(), "cabinet_day": []}, history()


def test_a_mutated_database_is_found_out(sound: Path, hurt: Path) -> None:
    desk = log_in(hurt, "张总", PASSWORDS["张总"], LATER)
    expected = canonical_of_cards()
    lock_screen(desk, LATER)
    mutated_database(sound, hurt, expected)

"""Nothing of any customer lies readable on the disk after a full day, a crash and an error.

The day is done by commands, by the acts behind the window (`busy_desks`) and in the real window
(`window_day`). Every file that came into being, even one that was soon gone again, is of a kind
that has a name in `file_kinds`; what is known of the customers is found only in the files that
somebody asked for, and all of it in a decrypted copy.
"""

import json
import re
import resource
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from model.cards.tables import Attachment, Contact, CustomerCard
from model.office import log_in
from model.rounds.tables import Promise, VisitRecord
from model.storage import cabinet as storage
from model.storage.database import open_connection
from model.upkeep.sample_staff import STAFF

from . import busy_desks
from .brought_files import BROKEN, BROUGHT, SEARCHED, TYPED, write_brought
from .busy_desks import GONE, KEEPER, KEPT
from .conftest import ROOT, Program
from .created_files import Created, watched
from .file_kinds import CUT_OFF, LEFT, PASSING, kind_of
from .plain_search import ENCODINGS, found_in, shown_by

LATER = datetime.fromisoformat("2050-01-03 09:00")
SPY = Path(__file__).with_name("spied")
DAY = Path(__file__).with_name("window_day.py")
_CARD = ("full_name", "biz_address", "home_address", "phone", "mobile", "bank_account", "uscc")
# Shorter ones come up by chance in megabytes of random bytes, or are nobody's in particular.
_FEWEST_HAN, _FEWEST, _FEWEST_SAID = 3, 8, 10
_OF_THE_GONE = 20
"""Every so many-th text is looked for in what is gone again: mostly copies of the database."""


def known_strings(folder: Path, most: int) -> list[str]:
    """Names, phones, addresses, files and visits of the customers, as the program reads them."""
    desk = log_in.log_in(folder, KEEPER, log_in.SAMPLE_PASSWORD, LATER)
    try:
        groups = [
            _texts(CustomerCard.select(), _CARD, _FEWEST_HAN),
            _texts(Contact.select(), ("name", "mobile"), _FEWEST_HAN),
            _texts(Attachment.select(), ("file_name",), _FEWEST_HAN),
            _texts(VisitRecord.select(), (), _FEWEST_SAID),
            _texts(Promise.select(), ("description",), _FEWEST_SAID),
        ]
    finally:
        log_in.lock_screen(desk, LATER)
    each = most // len(groups)
    return [text for group in groups for text in group[:: max(1, len(group) // each)][:each]]


def _texts(rows: Iterable[Any], names: tuple[str, ...], fewest: int) -> list[str]:
    """What stands in some columns, or in all, and can be mistaken for nothing else."""
    staff = {person.name for person in STAFF}
    found: dict[str, None] = {}
    for row in rows:
        values = [row.__data__.get(name) for name in names or row.__data__]
        found.update(dict.fromkeys(value for value in values if isinstance(value, str)))
    return [text for text in found if text not in staff and _telling(text, fewest)]


def _telling(text: str, fewest: int) -> bool:
    han = len(re.findall(r"[\u3400-\u9fff]", text))
    return han >= fewest or (not han and len(text) >= _FEWEST and fewest < _FEWEST_SAID)


def decrypted(folder: Path, to: Path) -> bytes:
    """The whole database in clear: the search must find everything there."""
    desk = log_in.log_in(folder, KEEPER, log_in.SAMPLE_PASSWORD, LATER)
    with closing(open_connection(storage.database_path(folder), desk.keys.data_key)) as opened:
        opened.execute("ATTACH DATABASE ? AS clear KEY ''", (str(to),))
        opened.execute("SELECT sqlcipher_export('clear')")
        opened.execute("DETACH DATABASE clear")
    log_in.lock_screen(desk, LATER)
    content = to.read_bytes()
    to.unlink()
    return content


@dataclass
class Workplace:
    """A PC on which all that is done leaves only what it should.

    Attributes:
        program: with a home and a temporary folder of its own.
        cabinet: its folder.
        place: where everything lies.
        created: every file that came into being, as the system told.
    """

    program: Program
    cabinet: Path
    place: Path
    created: list[Created] = field(default_factory=list)

    @property
    def roots(self) -> dict[str, Path]:
        """Every folder in which anything may be written, by the name that `file_kinds` uses."""
        names = ("cwd", "out", "given", "printed")
        fixed = {
            "cabinet": self.cabinet,
            "home": self.program.home,
            "temporary": self.program.temporary,
        }
        return fixed | {name: self.place / name for name in names}

    def make_folders(self) -> None:
        """Also those that a person has made beforehand."""
        for root in (*self.roots.values(), self.place / "out/stick", self.place / "out/second"):
            root.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Note what comes into being in the block."""
        with watched(*self.roots.values()) as created:
            yield
        self.created.append(created)

    def environment(self) -> dict[str, str]:
        """Of a process that tells what it writes."""
        own = {"CARD_CABINET_SPY": str(self.place / "spied"), "QT_QPA_PLATFORM": "offscreen",
               "PYTHONPATH": f"{SPY}:{ROOT}"}  # fmt: skip
        return self.program.environment(own)

    def do(self, *typed: str) -> None:
        """A command of the keeper."""
        self.program.result(
            *typed, **self.environment(), CARD_CABINET=str(self.cabinet),
            CARD_CABINET_STAFF=KEEPER, CARD_CABINET_PASSWORD=log_in.SAMPLE_PASSWORD,
        )  # fmt: skip

    def start(self, script: Path, *arguments: str | Path) -> subprocess.Popen[str]:
        """Begin one of the scripts beside this file; it may dump its core as far as we mind."""
        return subprocess.Popen(
            [sys.executable, str(script), *map(str, arguments)],
            env=self.environment(), cwd=self.place / "cwd", stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
            preexec_fn=_allow_core_files if sys.platform != "win32" else None,
        )  # fmt: skip

    def window(self, session: str) -> subprocess.Popen[str]:
        """Somebody works in the window."""
        return self.start(DAY, session, self.cabinet, self.place / "out", self.place / "given")

    def told(self) -> list[tuple[int, str, Any]]:
        """What the processes did, as they told it."""
        lines = (self.place / "spied").read_text(encoding="utf-8").splitlines()
        return [tuple(json.loads(line)) for line in lines]

    def written(self) -> set[Path]:
        """Every file that came into being, as the system and as Python told."""
        named = {Path(told) for _, what, told in self.told() if what == "writes"}
        return named.union(*(created.paths for created in self.created))

    def left(self) -> list[Path]:
        """Every file that is there now."""
        return [one for root in self.roots.values() for one in root.rglob("*") if one.is_file()]

    def name_of(self, path: Path) -> str:
        """The path told from its root; one outside of them all as it is."""
        for name, root in self.roots.items():
            if path.is_relative_to(root):
                return f"{name}/{path.relative_to(root).as_posix()}"
        return str(path)


class Found(NamedTuple):
    """In figures: files by kind, files that came and went, texts, and who reads how many where."""

    kinds: Counter[str]
    passing: int
    gone: int
    known: int
    kept: int
    readable: dict[str, int]


def _allow_core_files() -> None:
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def worked_by_commands(work: Workplace, cards: int) -> None:
    """Make a sample office and do with it what touches customers: read, search, change, back up."""
    work.program.result("demo", str(work.cabinet), "--cards", str(cards))
    work.make_folders()
    with work.watched():
        work.do("cabinet", "open")
        work.do("search", "成都")
        work.do("card", "show", "Q00001", "--history")
        work.do("card", "edit", "Q00001", "--set", "likes=先发资料再见面,下午三点后联系")
        finished(work.start(Path(busy_desks.__file__), work.cabinet, work.place / "printed"))
        work.do("verify")
        work.do("backup", str(work.program.home / "usb.ccb"))


def worked_in_the_window(work: Workplace) -> str:
    """A day, a session that is killed and one that breaks; what they said on the terminal."""
    write_brought(work.place / "given")
    with work.watched():
        said = finished(work.window("day"))
        typing = work.window("killed")
        assert typing.stdout is not None
        assert typing.stdout.readline() == "kill me\n", typing.communicate()
        typing.kill()
        said += "".join(typing.communicate())
        broken = work.window("broken")
        said += "".join(broken.communicate())
        assert broken.returncode not in {0, 1}, said
    return said


def finished(process: subprocess.Popen[str]) -> str:
    """What it said, once it has done its work."""
    out, trouble = process.communicate(timeout=300)
    assert process.returncode == 0, (out, trouble)
    return out + trouble


def look_at_processes(work: Workplace, texts: list[str]) -> None:
    """Who was begun by one of ours got no password and no customer, by no way."""
    begun = [told for _, what, told in work.told() if what == "begins"]
    drawing = [told for told in begun if any("multiprocessing" in part for part in told[0])]
    assert len(drawing) >= 2, "two that draw"
    for command, environment in drawing:
        assert log_in.SAMPLE_PASSWORD not in environment.values()
        told = "\n".join([*command, *environment.values()]).encode()
        assert found_in(told, texts) == set()
    assert [told for _, what, told in work.told() if what == "begins another"] == []


def look_at_names(work: Workplace) -> None:
    """The keys and the window remember names of staff, and no others."""
    staff = {person.name for person in STAFF}
    keys = json.loads((work.cabinet / "keys.json").read_text(encoding="utf-8"))
    assert {slot["name"] for slot in keys["slots"] if slot.get("name")} <= staff
    window = work.program.home / ".config" / "card-cabinet" / "window.ini"
    lines = window.read_text(encoding="utf-8").splitlines()
    names = re.findall(r"[\u3400-\u9fff]+", "\n".join(lines))
    assert set(names) <= staff
    assert {line for line in lines if line.startswith("[")} <= {
        "[General]", "[cabinet]", "[last_name]", "[printers]", "[today]",
    }  # fmt: skip


def look_everywhere(program: Program, tmp_path: Path, cards: int, most: int) -> Found:
    """Look through every file for what is known; what was found, in figures."""
    work = Workplace(program, tmp_path / "sample.cabinet", tmp_path)
    worked_by_commands(work, cards)
    said = worked_in_the_window(work)
    contents = {work.name_of(path): path.read_bytes() for path in work.left()}
    passing = {work.name_of(path) for path in work.written()} - contents.keys()
    cut_off = {name for name in contents if kind_of(name, CUT_OFF)}
    kinds = Counter(kind_of(name, LEFT) for name in contents.keys() - cut_off)
    assert [name for name in contents.keys() - cut_off if not kind_of(name, LEFT)] == []
    assert [name for name in passing if not kind_of(name, PASSING)] == []
    assert kinds.keys() == LEFT.keys()

    known = known_strings(work.cabinet, most)
    kept = [*KEPT.values(), *TYPED.values(), *BROUGHT, *BROUGHT.values()]
    nowhere = [*GONE.values(), SEARCHED, BROKEN]
    texts = [*known, *kept, *nowhere]
    assert found_in(said.encode(), texts) == set()
    look_at_processes(work, texts)
    look_at_names(work)
    readable: dict[str, int] = {}
    for name, content in contents.items():
        if kind_of(name, LEFT) in {"asked for", "brought"}:
            readable[name] = len(shown_by(content, texts))
        else:
            assert found_in(content, texts) == set(), name
    gone = [one for created in work.created for one in created.gone]
    some = [*known[::_OF_THE_GONE], *kept, *nowhere]
    for path, content in gone:
        assert found_in(content, some) == set(), path
    clear = decrypted(work.cabinet, tmp_path / "clear.db")
    assert found_in(clear, [*known, *kept]) == {*known, *kept}
    assert found_in(clear, nowhere) == set()
    return Found(kinds, len(passing), len(gone), len(known), len(kept), readable)


SHOWS_CUSTOMERS = ("out/card.pdf", "out/copy.pdf", "out/export.xlsx", "out/export.csv",
                   "printed/cards.pdf", "printed/copy.pdf")  # fmt: skip


def test_no_customer_is_readable_on_the_disk(program: Program, tmp_path: Path) -> None:
    found = look_everywhere(program, tmp_path, cards=80, most=200)
    assert found.known >= 100, found
    assert all(found.readable[name] for name in SHOWS_CUSTOMERS), found


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_finds_what_is_there(encoding: str) -> None:
    content = b"\x00\x01" + ENCODINGS[encoding]("成都恒岳叉车配件有限公司") + b"\xff"
    assert found_in(content, ["恒岳叉车", "028-51234567"]) == {"恒岳叉车"}


def test_the_search_looks_into_what_is_packed() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("sheet.xml", "<t>成都恒岳叉车配件有限公司</t>")
        page = zlib.compress("(028-51234567)".encode("utf-16-be"))
        whole.writestr("paper.pdf", b"%PDF-1.7\nstream\n" + page + b"\nendstream")
    texts = ["恒岳叉车", "028-51234567", "028-51234568"]
    assert found_in(packed.getvalue(), texts) == set(texts[:2])


@pytest.mark.soak
def test_no_customer_of_a_whole_office_is_readable(program: Program, tmp_path: Path) -> None:
    found = look_everywhere(program, tmp_path, cards=2000, most=800)
    assert found.known >= 400, found
    # One card of two thousand need not be among those whose texts are looked for.
    lists = ("out/export.xlsx", "out/export.csv", "printed/cards.pdf")
    assert all(found.readable[name] for name in lists), found

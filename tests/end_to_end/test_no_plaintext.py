"""Nothing of any customer lies readable on the disk after the program has worked."""

import re
import subprocess
import sys
from collections.abc import Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from model.cards.tables import Contact, CustomerCard
from model.office import log_in
from model.storage import cabinet as storage
from model.storage.database import open_connection

from . import busy_desks
from .busy_desks import GONE, KEEPER, KEPT
from .conftest import Program

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
LATER = datetime.fromisoformat("2050-01-03 09:00")
_FIELDS = ("full_name", "biz_address", "home_address", "phone", "mobile", "bank_account", "uscc")
SPY = Path(__file__).with_name("spied")
# Shorter ones come up by chance in megabytes of random bytes.
_FEWEST_HAN, _FEWEST = 3, 8


def known_strings(folder: Path, most: int) -> list[str]:
    """Names, phones and addresses of the customers, as the program itself reads them."""
    desk = log_in.log_in(folder, KEEPER, log_in.SAMPLE_PASSWORD, LATER)
    found: dict[str, None] = {}
    try:
        for card in CustomerCard.select():
            found.update(dict.fromkeys(str(card.__data__.get(name) or "") for name in _FIELDS))
        for contact in Contact.select():
            found.update(dict.fromkeys(str(contact.__data__.get(name) or "")
                                       for name in ("name", "mobile")))  # fmt: skip
    finally:
        log_in.lock_screen(desk, LATER)
    telling = [text for text in found if _telling(text)]
    return telling[:: len(telling) // most][:most]


def _telling(text: str) -> bool:
    han = len(re.findall(r"[\u3400-\u9fff]", text))
    return han >= _FEWEST_HAN or (not han and len(text) >= _FEWEST)


def found_in(content: bytes, texts: Collection[str], encodings: tuple[str, ...]) -> set[str]:
    """The texts that stand in the content in one of the encodings."""
    return {text for text in texts for encoding in encodings if text.encode(encoding) in content}


def files_under(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


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


def worked(program: Program, folder: Path, cards: int) -> None:
    """Make a sample office and do with it what touches customers: read, search, change, back up."""
    program.result("demo", str(folder), "--cards", str(cards))

    def do(*typed: str) -> None:
        program.result(*typed, CARD_CABINET=str(folder), CARD_CABINET_STAFF=KEEPER,
                       CARD_CABINET_PASSWORD=log_in.SAMPLE_PASSWORD)  # fmt: skip

    do("cabinet", "open")
    do("search", "成都")
    do("card", "show", "Q00001", "--history")
    do("card", "edit", "Q00001", "--set", "likes=先发资料再见面,下午三点后联系")
    at_the_new_doors(program, folder)
    do("verify")
    do("backup", str(program.home / "usb.ccb"))


def at_the_new_doors(program: Program, folder: Path) -> None:
    """What `busy_desks` does, by no file but those that it should write."""
    out, spied = folder.with_name("printed"), folder.with_name("spied.txt")
    out.mkdir()
    environment = program.environment({"CARD_CABINET_SPY": str(spied)})
    environment["PYTHONPATH"] = f"{SPY}:{environment['PYTHONPATH']}"
    subprocess.run(
        [sys.executable, busy_desks.__file__, str(folder), str(out)], env=environment, check=True
    )
    told = [line.split("\t") for line in spied.read_text(encoding="utf-8").splitlines()]
    assert len({pid for pid, _ in told}) >= 3, "the desks, and two that draw"
    fonts = str(program.home / ".cache" / "card-cabinet" / "print-")  # whole ones, without a text
    assert {file for _, file in told if not file.startswith(fonts)} == {
        "begins", str(folder / "use.lock"), str(out / "cards.pdf.new"), str(out / "copy.pdf.new"),
    }  # fmt: skip


def look_everywhere(program: Program, tmp_path: Path, cards: int, most: int) -> int:
    """Look through every file for the known strings; how many there were."""
    folder = tmp_path / "sample.cabinet"
    worked(program, folder, cards)
    texts = [*known_strings(folder, most), *KEPT.values()]
    files = files_under(folder, program.home, program.temporary)
    assert {path.name for path in files} >= {"cabinet.db", "keys.json", "usb.ccb"}
    for path in files:
        assert found_in(path.read_bytes(), {*texts, *GONE.values()}, ENCODINGS) == set(), path
    clear = decrypted(folder, tmp_path / "clear.db")
    assert found_in(clear, texts, ("utf-8",)) == set(texts)
    assert found_in(clear, GONE.values(), ENCODINGS) == set()
    return len(texts) - len(KEPT)


def test_no_customer_is_readable_on_the_disk(program: Program, tmp_path: Path) -> None:
    assert look_everywhere(program, tmp_path, cards=80, most=300) == 300


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_finds_what_is_there(encoding: str) -> None:
    content = b"\x00\x01" + "成都恒岳叉车配件有限公司".encode(encoding) + b"\xff"
    texts = ["恒岳叉车", "028-51234567"]
    assert found_in(content, texts, ENCODINGS) == {"恒岳叉车"}


@pytest.mark.soak
def test_no_customer_of_a_whole_office_is_readable(program: Program, tmp_path: Path) -> None:
    assert look_everywhere(program, tmp_path, cards=2000, most=1000) == 1000

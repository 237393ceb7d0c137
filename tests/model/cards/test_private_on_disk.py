"""What was cleared is gone from the file, also from pages that nothing uses any more (E17).

The cabinet here is not encrypted, so that every byte of its pages can be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.private import clear_private
from model.cards.proposing import save_card
from model.cards.typing import discard_typing, keep_typing
from model.loans import opening
from model.office import log_in, people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.rights import Role
from model.storage import cabinet, database
from model.storage.vault import FLOOR_KDF
from tests.conftest import NOW, PASSWORD, make_card

TEXTS = [f"private-{number:02}" for number in range(30)]


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """The desks of a small office whose database lies in clear."""
    monkeypatch.setattr(database, "_hand_over", lambda connection, key: None)
    monkeypatch.setattr(cabinet, "salt_of", lambda key: b"SQLite format 3\0")
    folder = tmp_path / "office.cabinet"
    create(folder, Founders("华东办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    manager = log_in.log_in(folder, "张总", PASSWORD, NOW)
    teams.add_team(manager, "一队", "", NOW)
    teams.add_district(manager, "武侯", "一队", NOW)
    people.add_person(manager, "李明", Role.REP, "一队", PASSWORD, NOW)
    yield lambda name: log_in.log_in(folder, name, PASSWORD, NOW)
    cabinet.disconnect()


def lying_in(folder: Path) -> set[str]:
    """Those of the texts that stand anywhere in the closed cabinet."""
    cabinet.disconnect()
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return {text for text in TEXTS if text.encode() in content}


def test_not_even_unused_pages_hold_what_was_cleared(
    sit: Callable[[str], Desk], tmp_path: Path
) -> None:
    ref = make_card(sit, "第一家客户有限公司", "李明", "028-85551000", "武侯", "张总")
    manager = sit("张总")
    opening.open_cabinet(manager, NOW)
    save_card(manager, ref, card_of(ref).version, {"contacts#+1.name": "何文斌"}, NOW)
    for text in TEXTS:
        version = card_of(ref).version
        # So long that it fills pages of its own, which are free when it is typed anew.
        long = {"contacts#1.family": text * 1000}
        keep_typing(manager, ref, CardKind.COMPANY, version, long, NOW)
        save_card(manager, ref, version, {"contacts#1.hobbies": text}, NOW)
    discard_typing(manager, ref)
    assert lying_in(tmp_path) == set(TEXTS)

    clear_private(sit("张总"), ref, NOW, reason="客户来函")
    assert lying_in(tmp_path) == set()

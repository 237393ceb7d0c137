from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import InExclusiveUseError
from model.office import log_in
from model.storage.cabinet import database_path
from model.storage.database import connected, open_connection
from tests.conftest import NOW, Sit


def test_another_programs_writing_does_not_hold_up_the_lock(cabinet: Path, sit: Sit) -> None:
    desk = sit("李明")
    other = open_connection(database_path(cabinet), desk.keys.data_key)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(InExclusiveUseError):
        log_in.lock_screen(desk, NOW)
    other.close()
    assert not desk.keys.data_key
    assert not connected()

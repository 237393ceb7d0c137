"""A disk that fails, or is full, at each write of a checkout: it goes out whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cards.tables import CustomerCard
from model.errors import CabinetError, CannotWriteError, DatabaseDamagedError
from model.loans.checkouts import check_out
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in
from model.storage.cabinet import disconnect
from model.upkeep.verify import verify
from tests.conftest import NOW, PASSWORD
from tests.faulty_disk import FULL, IO_ERROR_WRITE, FaultyDisk
from tests.model.loans.conftest import KEEPER, cards, desk, plan  # noqa: F401

EVERY = 1 if os.environ.get("CARD_CABINET_SOAK") else 5
FAULTS = {"full": (FULL, True), "error": (IO_ERROR_WRITE, False), "broken": (IO_ERROR_WRITE, True)}
SAYS = {"full": CannotWriteError, "error": DatabaseDamagedError, "broken": DatabaseDamagedError}


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    with FaultyDisk().in_use() as faulty:
        yield faulty


@pytest.fixture
def morning(plan: str, cabinet: Path, desk: Desk, tmp_path: Path) -> Path:  # noqa: F811
    """A closed cabinet in which three cards may go out."""
    lock_screen(desk, NOW)
    kept = tmp_path / "morning"
    shutil.copytree(cabinet, kept)
    return kept


def cards_out(folder: Path) -> tuple[int, tuple[object, ...]]:
    """How many cards are out, and what `verify` says, seen by somebody who comes later."""
    keeper = log_in(folder, KEEPER, PASSWORD, NOW)
    out = CustomerCard.select().where(CustomerCard.custody_state == "out").count()
    faults = verify(keeper, "", NOW).faults
    lock_screen(keeper, NOW)
    return out, faults


def one_try(disk: FaultyDisk, folder: Path, kind: str, write: int) -> bool:
    """A checkout on a disk that fails at one write; whether it was acknowledged."""
    keeper = log_in(folder, KEEPER, PASSWORD, NOW)
    code, for_good = FAULTS[kind]
    disk.fail(write, code, for_good=for_good)
    try:
        check_out(keeper, "李明", NOW)
    except SAYS[kind]:
        return False
    finally:
        lock_on(disk, keeper)
    return True


def lock_on(disk: FaultyDisk, keeper: Desk) -> None:
    """Lock on a disk that still fails: the key goes all the same."""
    try:
        lock_screen(keeper, NOW)
    except CabinetError:
        pass
    finally:
        disk.quiet()
        disconnect()
    assert not keeper.keys.data_key


@pytest.mark.parametrize("kind", FAULTS)
def test_a_checkout_on_a_failing_disk_is_whole_or_nothing(
    kind: str, disk: FaultyDisk, morning: Path, tmp_path: Path
) -> None:
    tries = acknowledged = 0
    for write in range(1, 1000, EVERY):
        folder = tmp_path / f"try-{write}.cabinet"
        shutil.copytree(morning, folder)
        done = one_try(disk, folder, kind, write)
        out, faults = cards_out(folder)
        assert faults == ()
        assert out == 3 if done else out in {0, 3}
        shutil.rmtree(folder)
        tries, acknowledged = tries + 1, acknowledged + done
        if done:
            break
    assert tries - acknowledged >= 10 / EVERY, "the faults never met the checkout"

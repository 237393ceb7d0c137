"""Who shares a cabinet and who has it alone."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model.errors import CannotWriteError, InExclusiveUseError
from model.storage.exclusive import CabinetUse


@pytest.fixture
def use(tmp_path: Path) -> Iterator[CabinetUse]:
    made = CabinetUse(tmp_path)
    yield made
    made.release()


def can(act: str, folder: Path) -> bool:
    """Whether a newcomer could share the folder, or seize it, right now."""
    newcomer = CabinetUse(folder)
    try:
        getattr(newcomer, act)(wait=0)
    except InExclusiveUseError:
        return False
    newcomer.release()
    return True


def test_programs_share(tmp_path: Path, use: CabinetUse, neighbour: Callable[..., Any]) -> None:
    assert neighbour("hold", tmp_path, "shared").said() == "holding"
    use.share(wait=0)


def test_nobody_shares_what_one_has_alone(
    tmp_path: Path, use: CabinetUse, neighbour: Callable[..., Any]
) -> None:
    assert neighbour("hold", tmp_path, "alone").said() == "holding"
    start = time.monotonic()
    with pytest.raises(InExclusiveUseError) as caught:
        use.share(wait=0)
    assert time.monotonic() - start < 0.5
    assert caught.value.values == {"path": str(tmp_path)}


def test_nobody_gets_alone_what_others_share(
    tmp_path: Path, use: CabinetUse, neighbour: Callable[..., Any]
) -> None:
    other = neighbour("hold", tmp_path, "shared")
    other.said()
    use.share()
    with pytest.raises(InExclusiveUseError):
        use.seize(wait=0.05)
    other.kill()
    assert not can("seize", tmp_path)  # and the refused one still shares it


@pytest.mark.parametrize("how", ["shared", "alone"])
def test_a_killed_program_lets_go(
    tmp_path: Path, use: CabinetUse, neighbour: Callable[..., Any], how: str
) -> None:
    other = neighbour("hold", tmp_path, how)
    other.said()
    other.kill()
    use.seize(wait=0)


def test_a_short_wait_is_enough_for_a_short_use(
    tmp_path: Path, use: CabinetUse, neighbour: Callable[..., Any]
) -> None:
    other = neighbour("hold", tmp_path, "alone")
    other.said()
    other.process.kill()
    use.share(wait=2)


def test_alone_for_a_while_then_shared_again(tmp_path: Path, use: CabinetUse) -> None:
    use.share()
    with use.alone():
        assert not can("share", tmp_path)
    assert can("share", tmp_path)
    assert not can("seize", tmp_path)


def test_released_is_free(tmp_path: Path, use: CabinetUse) -> None:
    use.seize()
    use.release()
    use.release()
    assert can("seize", tmp_path)


def test_a_read_only_folder_is_told(folder: Path, read_only: Callable[..., Any]) -> None:
    with read_only(folder) as copy, pytest.raises(CannotWriteError):
        CabinetUse(copy).share()

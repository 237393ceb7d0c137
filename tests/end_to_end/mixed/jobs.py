"""An act of the workers, ready to be told and done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.end_to_end.mixed.worker import Worker


@dataclass(frozen=True)
class Job:
    """What is told before an act; and what does it, and tells what must be found afterwards."""

    facts: dict[str, Any]
    do: Callable[[], dict[str, Any] | None]


def filed(worker: Worker) -> str:
    """Some card of the first nine."""
    return f"Q{worker.random.randrange(1, 10):05d}"

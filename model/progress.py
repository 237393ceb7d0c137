"""Progress: how long work tells whoever waits for it, and how it can be stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told (done, total); whatever it raises stops the work."""


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""

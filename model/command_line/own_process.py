"""What the program's own process keeps to itself: its memory, and the passwords it was given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

PASSWORD, NEW_PASSWORD = "CARD_CABINET_PASSWORD", "CARD_CABINET_NEW_PASSWORD"
RECOVERY_CODE = "CARD_CABINET_RECOVERY_CODE"
SECRETS = (PASSWORD, NEW_PASSWORD, RECOVERY_CODE)
"""Variables of the environment that hold secrets."""


def forbid_core_dumps() -> None:
    """Let a crash leave no core file: the cards in view and the keys would stand in it.

    Windows has no such limit; what its error reporting keeps is the administrator's to decide.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def secrets_aside() -> Iterator[Mapping[str, str]]:
    """Take the secrets out of the environment: processes begun in the block get none of them.

    Two processes draw a long print; any user of this PC's account could read their environment.
    """
    secrets = {name: os.environ.pop(name) for name in SECRETS if name in os.environ}
    try:
        yield secrets
    finally:
        os.environ.update(secrets)

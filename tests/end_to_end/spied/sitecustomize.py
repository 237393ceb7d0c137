"""Python imports this by itself: every file that a process opens to write is written down.

So does every process that it begins. The name of the list stands in `CARD_CABINET_SPY`.
"""

import os
import sys
import tempfile
from typing import Any

_LIST = os.environ["CARD_CABINET_SPY"]
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

# Otherwise Python tries folder after folder with a file that says "blat".
tempfile.tempdir = os.environ["TMPDIR"]


def _tell(what: str) -> None:
    with open(_LIST, "a", encoding="utf-8") as told:  # noqa: PTH123
        told.write(f"{os.getpid()}\t{what}\n")


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open":
        return
    path, _, flags = arguments
    if not isinstance(path, int) and flags & _WRITES and os.fsdecode(path) != _LIST:
        _tell(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100


_tell("begins")
sys.addaudithook(_note)

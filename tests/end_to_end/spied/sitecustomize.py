"""Python imports this by itself: every file that a process opens to write is written down.

So does every process that it begins, with its command line and its environment. The name of the
list stands in `CARD_CABINET_SPY`.
"""

import json
import os
import sys
import tempfile
from typing import Any

_LIST = os.environ["CARD_CABINET_SPY"]
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

# Otherwise Python tries folder after folder with a file that says "blat".
tempfile.tempdir = os.environ["TMPDIR"]


def _tell(what: str, told: Any) -> None:
    with open(_LIST, "a", encoding="utf-8") as out:  # noqa: PTH123
        out.write(json.dumps([os.getpid(), what, told], ensure_ascii=False) + "\n")


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        if not isinstance(path, int) and flags & _WRITES and os.fsdecode(path) != _LIST:
            _tell("writes", os.path.abspath(os.fsdecode(path)))  # noqa: PTH100
    elif event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"}:
        _tell("begins another", [repr(argument) for argument in arguments])


_tell("begins", [sys.orig_argv, dict(os.environ)])
sys.addaudithook(_note)

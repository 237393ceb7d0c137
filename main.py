"""The door: no command opens the window, a command does one job without one.

A table of commands, each a few lines that call `model` or `printing`: those of one room stand in
`model/command_line/`, those that draw in `printing/print_commands.py`. Results go to standard
output, messages for people to standard error; what a module costs to load is paid by the command
that needs it.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.approval_commands import APPROVALS
from model.command_line.call import Call, UsageError
from model.command_line.card_commands import CARDS
from model.command_line.change_commands import CHANGES
from model.command_line.copy_commands import COPIES
from model.command_line.export_commands import EXPORTS
from model.command_line.key_commands import KEYS
from model.command_line.loan_commands import LOANS
from model.command_line.log_commands import LOG
from model.command_line.office_commands import OFFICE
from model.command_line.own_process import forbid_core_dumps, secrets_aside
from model.command_line.parser import (
    Command,
    as_one_word,
    first_word,
    language_of,
    parser_of,
    window_parser,
)
from model.command_line.plan_commands import PLANS
from model.command_line.result import make_printable, print_result, refuse, tell
from model.command_line.staff_commands import STAFF
from model.command_line.upkeep_commands import UPKEEP
from model.errors import CabinetError, StoppedError
from model.words import Words, mark, words_in
from printing.print_commands import PAPERS

if TYPE_CHECKING:
    pass

_NO_FIGURE = mark("Command", "There is no figure “{name}”; there are: {known}.")
_UNREADABLE = mark("Command", "This was not typed in readable characters: {typed}")
_NO_SUCH_COMMAND = mark("Command", "There is no command and no folder “{name}”; see --help.")


def _bench(call: Call) -> object:
    from gui.bench.running import BENCHMARKS, run_benchmarks

    unknown = [name for name in call.args.names if name not in BENCHMARKS]
    if unknown:
        known = ", ".join(BENCHMARKS)
        raise UsageError(call.words("Command", _NO_FIGURE).format(name=unknown[0], known=known))
    return run_benchmarks(call.args.names, call.words, call.report)


COMMANDS: dict[str, Command] = {
    **OFFICE,
    **STAFF,
    **CARDS,
    **CHANGES,
    **APPROVALS,
    **PLANS,
    **LOANS,
    **COPIES,
    **EXPORTS,
    **PAPERS,
    **LOG,
    **KEYS,
    **UPKEEP,
    "bench": Command(
        mark("Command", "measure the figures of the README, each beside a bare baseline"),
        _bench, ("names",), at_desk=False,
    ),
}  # fmt: skip
"""Every command by its words."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        argv: the arguments; None: the process's own.

    Returns:
        The exit status: 0 done, 1 refused, 2 wrong usage or no display, 3 bad input, 4 the
        cabinet cannot be opened or trusted.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    words = words_in(language_of(typed))
    make_printable("--json" in typed)
    forbid_core_dumps()
    try:
        _refuse_unreadable(typed, words)
        with secrets_aside() as secrets:
            if first_word(typed) in {name.partition(" ")[0] for name in COMMANDS}:
                return _command(typed, words, secrets)
            return _window(typed, words)
    except UsageError as error:
        return refuse("usage", {}, str(error), 2, typed)
    except CabinetError as error:
        return tell(error, words, typed)
    except KeyboardInterrupt:
        return tell(StoppedError(), words, typed)


def _refuse_unreadable(typed: Sequence[str], words: Words) -> None:
    """Refuse what a terminal or file system of another encoding has handed over as pieces.

    Raises:
        UsageError: no text that anything could be called by, or written down.
    """
    for text in typed:
        readable = text.encode(errors="replace").decode()
        if readable != text:
            raise UsageError(words("Command", _UNREADABLE).format(typed=readable))


def _command(typed: list[str], words: Words, secrets: Mapping[str, str]) -> int:
    """Do one command and print its result."""
    args = parser_of(COMMANDS, words).parse_args(as_one_word(typed, COMMANDS))
    call = Call(args, words, language_of(typed), _now(), secrets)
    if args.command.at_desk:
        from model.storage.database import told_as_ours

        with call.at_desk(), call.stoppable(), told_as_ours():
            result = args.command.run(call)
    else:
        with call.stoppable():
            result = args.command.run(call)
    print_result(result, "json" in args, words)
    return 0


def _window(typed: list[str], words: Words) -> int:
    """Open the window, or say in one line why it cannot open."""
    from gui.display import lacking

    if "--help" in typed or "-h" in typed:
        parser_of(COMMANDS, words).print_help()
        return 0
    args = window_parser(words).parse_args(typed)
    folder = args.folder or getattr(args, "cabinet", "") or os.environ.get("CARD_CABINET", "")
    if args.folder and not Path(folder).exists():
        raise UsageError(words("Command", _NO_SUCH_COMMAND).format(name=folder))
    missing = lacking(words)
    if missing:
        raise UsageError(missing)
    from gui.application import run

    return run(Path(folder) if folder else None, getattr(args, "lang", None))


def _now() -> datetime:
    """The office's wall clock: local time, without a zone."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005


if __name__ == "__main__":
    # A packaged program begins here again for each process that draws a volume.
    multiprocessing.freeze_support()
    sys.exit(main())

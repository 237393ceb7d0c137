"""The commands of the register of copies (副本登记): what is out, and what became of it.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.days import day_of
from model.command_line.parser import Command
from model.words import mark

if TYPE_CHECKING:
    from model.loans.copy_terms import Terms


def terms_of(call: Call) -> Terms:
    """The terms of a copy or an export as they were typed."""
    from model.loans.copy_terms import Terms

    args = call.args
    due_on = day_of(args.due, call.now) if args.due else None
    return Terms(args.receiver, args.why, due_on, args.destroy)


def _list(call: Call) -> object:
    from model.loans.copies import copies

    return copies(call.desk, call.now, open_only=not call.args.all)


def _return(call: Call) -> object:
    return _end(call, "returned")


def _destroy(call: Call) -> object:
    return _end(call, "destroyed")


def _lost(call: Call) -> object:
    return _end(call, "lost")


def _not_made(call: Call) -> object:
    return _end(call, "not_made")


def _end(call: Call, outcome: str) -> object:
    """Enter what became of each of some copies, one after the other."""
    from model.loans.copies import end_copy

    args = call.args
    return [end_copy(call.desk, number, outcome, call.now, args.reason) for number in args.copy_nos]


COPIES: dict[str, Command] = {
    "copy list": Command(
        mark("Command", "copies and exports that are out; --all: every one (副本登记)"),
        _list, ("all",),
    ),
    "copy return": Command(
        mark("Command", "copies came back (收回)"), _return, ("copy_nos", "why?")
    ),
    "copy destroy": Command(
        mark("Command", "copies were destroyed (销毁)"), _destroy, ("copy_nos", "why?")
    ),
    "copy lost": Command(
        mark("Command", "copies are lost (遗失)"), _lost, ("copy_nos", "why")
    ),
    "copy not-made": Command(
        mark("Command", "begun, but no paper of it left (未发出)"), _not_made, ("copy_nos", "why")
    ),
}  # fmt: skip
"""Command by its words."""

"""The reader of the command line, built from a table of commands, in the reader's language."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from model.command_line.arguments import ARGUMENTS
from model.command_line.call import Call, UsageError
from model.words import LANGUAGES, Words, mark

PROGRAM = "card-cabinet"

_DOES = mark("Command", "An office's customer cards in a locked cabinet.")
_EPILOG = mark(
    "Command",
    "Without a command the window opens, on request with a cabinet's folder. Passwords come from "
    "a prompt or from CARD_CABINET_PASSWORD and CARD_CABINET_NEW_PASSWORD, never from the command "
    "line. Exit status: 0 done, 1 refused, 2 wrong usage or no display, 3 bad input, 4 the cabinet "
    "cannot be opened or trusted.",
)
# What argparse says by itself, so that the catalogue has it.
_ARGPARSE = (
    mark("argparse", "usage: "),
    mark("argparse", "positional arguments"),
    mark("argparse", "options"),
    mark("argparse", "show this help message and exit"),
    mark("argparse", "the following arguments are required: %s"),
    mark("argparse", "unrecognized arguments: %s"),
    mark("argparse", "argument %(argument_name)s: %(message)s"),
    mark("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    mark("argparse", "invalid %(type)s value: %(value)r"),
    mark("argparse", "expected one argument"),
    mark("argparse", "expected at least one argument"),
)
_EVERYWHERE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("--cabinet", mark("Command", "the cabinet's folder (or CARD_CABINET)"), {"metavar": "DIR"}),
    (
        "--as",
        mark("Command", "your name or staff number (or CARD_CABINET_STAFF)"),
        {"metavar": "STAFF", "dest": "staff"},
    ),
    ("--json", mark("Command", "one JSON document as the result"), {"action": "store_true"}),
    ("--lang", mark("Command", "language of messages"), {"choices": LANGUAGES}),
)
_WITH_VALUE = frozenset({"--cabinet", "--as", "--lang"})


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        does: marked English help.
        run: what does it; its result is printed.
        arguments: names in `ARGUMENTS`.
        at_desk: whether somebody must log in for it.
    """

    does: str
    run: Callable[[Call], object]
    arguments: tuple[str, ...] = ()
    at_desk: bool = True


class _Parser(argparse.ArgumentParser):
    """A parser whose errors come to us instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.format_usage()}{self.prog}: {message}")


def parser_of(commands: Mapping[str, Command], words: Words) -> argparse.ArgumentParser:
    """The parser of every command.

    Args:
        commands: by their words, e.g. `staff add`.
        words: the reader's language.
    """
    # argparse looks its own words up by this name (gettext); it knows no catalogue of ours.
    vars(argparse)["_"] = lambda text: words("argparse", text)
    shared = [_options(words)]
    parser = _Parser(
        PROGRAM,
        description=words("Command", _DOES),
        epilog=words("Command", _EPILOG),
        parents=shared,
    )
    groups = {"": parser.add_subparsers(metavar="COMMAND", required=True)}
    for name, command in commands.items():
        group, _, last = name.rpartition(" ")
        if group in commands:  # `backup list` beside `backup`: see `as_one_word`
            group, last = "", name
        if group not in groups:
            parts = [words("Command", one.does) for key, one in commands.items()
                     if key.startswith(f"{group} ")]  # fmt: skip
            opened = groups[""].add_parser(group, help="; ".join(parts), parents=shared)
            groups[group] = opened.add_subparsers(metavar="COMMAND", required=True)
        _add(groups[group], last, command, shared, words)
    return parser


def _add(group: Any, name: str, command: Command, shared: list[_Parser], words: Words) -> None:
    """One command with its arguments."""
    does = words("Command", command.does)
    leaf = group.add_parser(name, help=does, description=does, parents=shared)
    leaf.set_defaults(command=command)
    for key in command.arguments:
        one = ARGUMENTS[key]
        leaf.add_argument(*one.names, help=words("Command", one.does), **one.options)


def window_parser(words: Words) -> argparse.ArgumentParser:
    """The parser of the command line that opens the window."""
    vars(argparse)["_"] = lambda text: words("argparse", text)
    parser = _Parser(PROGRAM, parents=[_options(words)])
    does = mark("Command", "a cabinet's folder")
    parser.add_argument("folder", nargs="?", default="", help=words("Command", does))
    return parser


def _options(words: Words) -> _Parser:
    """The options that every command takes, before its name or after it."""
    parser = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    for name, does, options in _EVERYWHERE:
        parser.add_argument(name, help=words("Command", does), **options)
    return parser


def first_word(typed: Sequence[str]) -> str:
    """The first word that is neither an option nor an option's value; empty for none."""
    return next((typed[place] for place in _places_of_words(typed)), "")


def as_one_word(typed: Sequence[str], commands: Mapping[str, Command]) -> list[str]:
    """A command of two words made one where its first word is a command too.

    argparse knows a word either as a command or as a group of them: `backup FILE` and
    `backup list` are told apart here.
    """
    places = _places_of_words(typed)[:2]
    words = [typed[place] for place in places]
    if len(words) < 2 or words[0] not in commands or " ".join(words) not in commands:
        return list(typed)
    first, second = places
    return [*typed[:first], " ".join(words), *typed[first + 1 : second], *typed[second + 1 :]]


def _places_of_words(typed: Sequence[str]) -> list[int]:
    """Where neither an option nor the value of one that is taken everywhere stands."""
    return [
        place
        for place, text in enumerate(typed)
        if not text.startswith("-") and (not place or typed[place - 1] not in _WITH_VALUE)
    ]


def language_of(typed: Sequence[str]) -> str:
    """The language asked for, or the system's; known before anything else can go wrong."""
    for before, text in zip(["", *typed], typed, strict=False):
        named = text.removeprefix("--lang=") if text.startswith("--lang=") else text
        if (before == "--lang" or named != text) and named in LANGUAGES:
            return named
    return system_language()


def system_language() -> str:
    """`zh` where the system speaks any Chinese, `en` elsewhere."""
    if sys.platform == "win32":
        import ctypes

        # The low ten bits are the language; 4 is Chinese.
        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 4 else "en"
    named = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, named), "").lower().startswith("zh") else "en"

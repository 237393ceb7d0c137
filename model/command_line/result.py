"""What a command leaves behind: its result, or why there is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from model.command_line.approval_commands import how_to_ask
from model.command_line.telling import Shown, plain, told
from model.errors import CabinetError, NeedsApprovalError
from model.sentences.errors import sentence
from model.words import Words


def print_result(result: object, as_json: bool, words: Words) -> None:
    """Print a command's result on standard output.

    Args:
        result: anything `plain` understands, or a `Shown`.
        as_json: for a program; otherwise for a person.
        words: the reader's language.
    """
    facts = plain(result.facts if isinstance(result, Shown) else result)
    if as_json:
        text = json.dumps(facts, ensure_ascii=False, indent=1)
    else:
        text = result.text if isinstance(result, Shown) else told(facts, words)
    sys.stdout.write(f"{text}\n" if text else "")


def tell(error: CabinetError, words: Words, typed: Sequence[str]) -> int:
    """Tell an error of ours: its sentence for a person, its facts for a program."""
    text = sentence(error, words)
    if isinstance(error, NeedsApprovalError):
        text = "\n".join(filter(None, (text, how_to_ask(error, words))))
    return refuse(error.code, plain(error.values), text, error.exit_status, typed)


def refuse(code: str, values: object, text: str, status: int, typed: Sequence[str]) -> int:
    """Tell why nothing was done, and give back the exit status."""
    if "--json" in typed:
        document = {"error": code, "values": values}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    sys.stderr.write(f"{text}\n")
    return status


def make_printable(as_json: bool) -> None:
    """JSON is UTF-8 everywhere; a console that lacks a character shows `?` and goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if as_json and stream is sys.stdout:
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="replace")

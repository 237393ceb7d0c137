"""The command that dismisses a person.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.parser import Command
from model.command_line.telling import Shown, plain, told
from model.words import mark

if TYPE_CHECKING:
    from model.upkeep.dismissal import Dismissed


def _dismiss(call: Call) -> object:
    from model.sentences.dismissal import left_sentences
    from model.upkeep.dismissal import dismiss

    done = dismiss(call.desk, _staff_no(call), call.args.reason, call.now, call.report)
    facts = _facts(done)
    people = facts | {"left": left_sentences(done.left, call.words)}
    return Shown(facts, told(plain(people), call.words))


def _staff_no(call: Call) -> int:
    """Whose name or number was typed."""
    from model.errors import NotFoundError
    from model.office.people import list_people

    wanted = call.args.name.strip()
    for row in list_people(call.desk):
        if wanted in {row.name, str(row.staff_no)}:
            return row.staff_no
    raise NotFoundError(kind="person", ref=wanted)


def _facts(done: Dismissed) -> dict[str, object]:
    return {
        **asdict(done.leaving),
        "generation": done.generation,
        "without_key": done.without_key,
        "recovery_works": done.recovery_works,
        "resealed": done.resealed,
        "left": done.left,
    }


STAFF: dict[str, Command] = {
    "staff dismiss": Command(
        mark("Command", "take somebody's key away; cabinet and backups are encrypted anew"),
        _dismiss, ("name", "why"),
    ),
}  # fmt: skip
"""Command by its words."""

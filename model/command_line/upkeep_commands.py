"""The commands of upkeep: backup, restore, verify.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from model.command_line.call import Call
from model.command_line.parser import Command
from model.errors import VerifyError
from model.words import mark


def _backup(call: Call) -> object:
    from model.upkeep.backup import back_up

    out = Path(call.args.file) if call.args.file else None
    return back_up(call.desk, out, call.now, call.report)


def _restore(call: Call) -> object:
    from model.sentences.errors import sentence
    from model.upkeep.restore import restore

    args, name = call.args, call.staff()
    code = call.recovery_code() if args.recovery_code else ""
    password = call.new_password() if code else call.password_of(name)
    back = restore(
        Path(args.file), Path(args.folder), name, password, call.now, call.report, code=code
    )
    if back.faults:
        call.say(sentence(VerifyError(faults=back.faults), call.words))
    return {"cabinet": args.folder, **asdict(back)}


def _verify(call: Call) -> object:
    from model.upkeep.verify import verify

    report = verify(call.desk, call.args.paper, call.now, call.report)
    if report.faults:
        raise VerifyError(**asdict(report))
    return report


UPKEEP: dict[str, Command] = {
    "backup": Command(
        mark("Command", "back the cabinet up into one checked file"), _backup, ("backup?",)
    ),
    "restore": Command(
        mark("Command", "make a cabinet out of a backup; --as names a manager"),
        _restore, ("backup", "folder", "recovery_code"), at_desk=False,
    ),
    "verify": Command(
        mark("Command", "check encryption, structure, log and every rule"), _verify, ("paper",)
    ),
}  # fmt: skip
"""Command by its words."""

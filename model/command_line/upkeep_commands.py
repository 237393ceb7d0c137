"""The commands of upkeep: backup, restore, verify.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from model.command_line.call import Call, UsageError
from model.command_line.parser import Command
from model.errors import VerifyError
from model.words import mark

_LATE = mark("Command", "The last good backup is older than a working day, or there is none.")
_SECOND_FAILS = mark("Command", "The second folder {folder} gets no backups: {reason}")
_NO_FOLDER = mark("Command", "Which folder shall the cabinet be made in? Name it after the backup.")


def _backup(call: Call) -> object:
    from model.upkeep.backup import back_up

    out = Path(call.args.file) if call.args.file else None
    return back_up(call.desk, out, call.now, call.report)


def _backup_list(call: Call) -> object:
    from model.sentences.backups import second_fault
    from model.upkeep.backup_health import backup_state

    state = backup_state(call.desk, call.now)
    if state.late:
        call.say(call.words("Command", _LATE))
    if state.second is not None and state.second.fault:
        told = call.words("Command", _SECOND_FAILS)
        reason = second_fault(state.second.fault, call.words)
        call.say(told.format(folder=state.second.folder, reason=reason))
    return [
        {
            "file": str(one.file),
            "kind": one.kind.value,
            "made_at": one.made_at,
            "cards": one.cards,
            "size": one.size,
            "checked_at": one.checked_at,
            "fault": one.fault,
        }
        for one in state.files
    ]


def _backup_check(call: Call) -> object:
    from model.upkeep.backup_health import check_one_backup

    return check_one_backup(call.desk, Path(call.args.file), call.now, call.report)


def _restore(call: Call) -> object:
    from model.sentences.errors import sentence
    from model.upkeep.restore import restore

    args = call.args
    if args.preview:
        return _preview(call)
    if not args.folder:
        raise UsageError(call.words("Command", _NO_FOLDER))
    name = call.staff()
    code = call.recovery_code() if args.recovery_code else ""
    password = call.new_password() if code else call.password_of(name)
    back = restore(
        Path(args.file), Path(args.folder), name, password, call.now, call.report, code=code
    )
    if back.faults:
        call.say(sentence(VerifyError(faults=back.faults), call.words))
    return {"cabinet": args.folder, **asdict(back)}


def _preview(call: Call) -> object:
    """What a backup holds: in clear, or, for somebody who opens it, what was found in it."""
    from model.office.log_chain import paper_head
    from model.upkeep.backup_preview import preview_backup

    args = call.args
    code = call.recovery_code() if args.recovery_code else ""
    name = "" if code else call.staff_if_named()
    password = call.password_of(name) if name else ""
    seen = preview_backup(Path(args.file), name, password, code=code, progress=call.report)
    plain = asdict(seen)
    found = plain.pop("content") or {}
    last = found.pop("last_line", None)
    if seen.content is not None and last is not None:
        found["last_change"], found["log_head"] = (
            last["at"],
            paper_head(last["no"], last["chained_hash"]),
        )
    return {**plain, **found, "checked": seen.content is not None}


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
    "backup list": Command(
        mark("Command", "all backups of this cabinet, the newest first"), _backup_list
    ),
    "backup check": Command(
        mark("Command", "open a backup, decrypt it, check it and count its rows"),
        _backup_check, ("backup",),
    ),
    "restore": Command(
        mark("Command", "make a cabinet out of a backup; --as names a manager"),
        _restore, ("backup", "folder?", "preview", "recovery_code"), at_desk=False,
    ),
    "verify": Command(
        mark("Command", "check encryption, structure, log and every rule"), _verify, ("paper",)
    ),
}  # fmt: skip
"""Command by its words."""

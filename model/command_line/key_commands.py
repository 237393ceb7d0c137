"""The commands about keys: the recovery code, and what a password costs.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from model.command_line.call import Call
from model.command_line.parser import Command
from model.words import mark

_NEW_CODE = mark(
    "Command",
    "The new recovery code: {code}\nWrite it down, then type it from the paper. Until then the "
    "earlier code goes on counting.",
)


def _recovery_new(call: Call) -> object:
    from model.office.recovery import confirm_recovery_code, new_recovery_code

    pending = new_recovery_code(call.desk, call.now)
    call.say(call.words("Command", _NEW_CODE).format(code=pending.code))
    return confirm_recovery_code(call.desk, pending, call.code_typed_back(), call.now)


def _recovery_confirm(call: Call) -> object:
    from model.office.recovery import try_recovery_code

    return try_recovery_code(call.desk, call.recovery_code(), call.now)


def _recovery_state(call: Call) -> object:
    from model.office.recovery import recovery_state

    return recovery_state(call.desk)


def _kdf_state(call: Call) -> object:
    from model.office.kdf import key_state

    return key_state(call.desk)


def _kdf_measure(call: Call) -> object:
    from model.office.kdf import measure_kdf

    return measure_kdf(call.desk, call.now)


KEYS: dict[str, Command] = {
    "recovery new": Command(
        mark("Command", "make a new recovery code; it counts when it was typed from its paper"),
        _recovery_new,
    ),
    "recovery confirm": Command(
        mark("Command", "try the recovery code that counts, typed from its paper"),
        _recovery_confirm,
    ),
    "recovery state": Command(
        mark("Command", "when the recovery code was made, and when it was last tried"),
        _recovery_state,
    ),
    "kdf measure": Command(
        mark("Command", "measure this PC; a password costs what the weakest PC can bear"),
        _kdf_measure,
    ),
    "kdf state": Command(
        mark("Command", "what a password costs, on which PCs, and how many keys there are"),
        _kdf_state,
    ),
}
"""Command by its words."""

"""The commands of approvals (审批): ask for one, look, grant, refuse, take back.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from model.command_line.call import Call, UsageError
from model.command_line.parser import PROGRAM, Command
from model.command_line.telling import Shown, table
from model.office.rights import Right
from model.words import Words, mark

if TYPE_CHECKING:
    from model.cards.asking import ApprovalView
    from model.errors import NeedsApprovalError

_NO_VALUE = mark("Command", "A fact is typed as NAME=VALUE: {typed}")
_ASK = mark("Command", "Ask for it: {command}")


def _ask(call: Call) -> object:
    from model.cards.asking import ask_approval

    args = call.args
    return ask_approval(
        call.desk, Right(args.right), args.refs, args.reason, call.now, facts=_facts(call)
    )


def _facts(call: Call) -> dict[str, str]:
    """NAME=VALUE as typed.

    Raises:
        UsageError: one without a sign of equality.
    """
    found = {}
    for typed in call.args.fact:
        name, sign, value = typed.partition("=")
        if not sign:
            raise UsageError(call.words("Command", _NO_VALUE).format(typed=typed))
        found[name.strip()] = value
    return found


def _list(call: Call) -> object:
    from model.cards.asking import list_approvals

    views = list_approvals(call.desk, call.now, all=call.args.all)
    return Shown(views, table([_row(view, call.words) for view in views], call.words))


def _row(view: ApprovalView, words: Words) -> dict[str, Any]:
    """One line of the table for people."""
    from model.sentences.approvals import right_words, state_words

    return {
        "approval_no": view.approval_no,
        "right": right_words(view, words),
        "refs": list(view.refs),
        "asked_by": view.asked_by,
        "reason": view.reason,
        "waiting_days": view.waiting_days,
        "role": view.decider.value,
        "approval_state": state_words(view, words),
        "remark": view.remark,
    }


def _grant(call: Call) -> object:
    return _decide(call, granted=True)


def _refuse(call: Call) -> object:
    return _decide(call, granted=False)


def _decide(call: Call, *, granted: bool) -> object:
    from model.cards.asking import decide_approval

    return decide_approval(call.desk, call.args.approval_no, granted, call.args.remark, call.now)


def _withdraw(call: Call) -> object:
    from model.cards.asking import withdraw_approval

    return withdraw_approval(call.desk, call.args.approval_no, call.now)


def how_to_ask(error: NeedsApprovalError, words: Words) -> str:
    """The command that asks for what was just refused; empty where the act named nothing."""
    values = error.values
    refs, facts = values.get("refs"), values.get("facts")
    if not isinstance(refs, Sequence) or not isinstance(facts, Mapping):
        return ""
    named = [f"--fact={name}={value}" for name, value in facts.items()]
    parts = [PROGRAM, "approval", "ask", str(values["act"]), *map(str, refs), *named]
    command = f"{shlex.join(parts)} --reason …"
    return words("Command", _ASK).format(command=command)


APPROVALS: dict[str, Command] = {
    "approval ask": Command(
        mark("Command", "ask for an approval of what one may not do alone (请示)"),
        _ask, ("right", "refs*", "why", "fact"),
    ),
    "approval list": Command(
        mark("Command", "approvals that wait or may be used; --all: settled ones too (审批)"),
        _list, ("all",),
    ),
    "approval grant": Command(
        mark("Command", "grant what somebody asked for (批准)"), _grant, ("approval_no", "remark?")
    ),
    "approval refuse": Command(
        mark("Command", "refuse what somebody asked for"), _refuse, ("approval_no", "refusal")
    ),
    "approval withdraw": Command(
        mark("Command", "take back what one asked for"), _withdraw, ("approval_no",)
    ),
}  # fmt: skip
"""Command by its words."""

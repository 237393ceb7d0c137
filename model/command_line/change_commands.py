"""The commands about what happens to a card in the cabinet.

Changes handed in and decided, values put back, facts verified, cards merged, documents attached.
What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.command_line.call import Call
from model.command_line.card_commands import cells
from model.command_line.parser import Command
from model.words import mark

if TYPE_CHECKING:
    from model.cards.deciding import Verdict
    from model.cards.proposals import Proposed


def _version(call: Call) -> int:
    """The version that was named, or what stands there now."""
    from model.cards.cards import read_card

    return call.args.version or read_card(call.desk, call.args.ref, call.now, "paperwork").version


def _card_propose(call: Call) -> object:
    from model.cards.proposing import save_card
    from model.sentences.problems import problem_sentence

    args = call.args
    saved = save_card(
        call.desk, args.ref, _version(call), cells(args.set), call.now,
        reason=args.reason, source=args.source, ticked=frozenset(args.tick),
        not_duplicate=args.not_duplicate,
    )  # fmt: skip
    for problem in saved.warnings:
        call.say(problem_sentence(problem, call.words))
    return {
        "card_no": saved.ref,
        "version": saved.version,
        "proposal_no": saved.proposal_no,
        "proposed": list(saved.proposed),
    }


def _proposal_list(call: Call) -> object:
    from model.cards.proposals import open_proposals

    found = open_proposals(call.desk, call.now, card_no=call.args.card_no)
    return [line for one in found for line in _lines(one)]


def _lines(one: Proposed) -> list[dict[str, Any]]:
    """A proposal line by line, as it is decided."""
    return [
        {
            "proposal_no": one.proposal_no,
            "line": line.id,
            "card_no": one.card_no,
            "proposer": one.proposer,
            "made_at": one.made_at,
            "path": line.path,
            "old": line.now_value,
            "new": line.text,
            "state": line.state.value,
            "remark": line.remark,
            "may_decide": line.may_decide,
        }
        for line in one.changes
    ]


def _decide(call: Call, verdict: Verdict) -> object:
    """One verdict on the lines that were named, or on all that this desk may decide."""
    from model.cards.deciding import Decision, decide
    from model.cards.proposals import open_proposals
    from model.errors import NotFoundError

    args = call.args
    number = args.proposal_no.strip().upper()
    found = [one for one in open_proposals(call.desk, call.now) if one.proposal_no == number]
    if not found:
        raise NotFoundError(kind="proposal", ref=number)
    mine = [line.id for line in found[0].changes if line.may_decide]
    decision = Decision(verdict, args.remark, anyway=args.anyway)
    lines = args.line or mine or [line.id for line in found[0].changes]
    done = decide(
        call.desk, number, dict.fromkeys(lines, decision), call.now, version=found[0].version,
        ticked=frozenset(args.tick), not_duplicate=args.not_duplicate,
    )  # fmt: skip
    return {"proposal_no": done.proposal_no, "card_no": done.ref, "version": done.version,
            "waiting": done.open}  # fmt: skip


def _accept(call: Call) -> object:
    from model.cards.deciding import Verdict

    return _decide(call, Verdict.ACCEPT)


def _reject(call: Call) -> object:
    from model.cards.deciding import Verdict

    return _decide(call, Verdict.REJECT)


def _ask_back(call: Call) -> object:
    from model.cards.deciding import Verdict

    return _decide(call, Verdict.ASK_BACK)


def _answer(call: Call) -> object:
    from model.cards.answering import answer

    number = call.args.proposal_no.strip().upper()
    answer(call.desk, number, cells(call.args.set), call.now, ticked=frozenset(call.args.tick))
    return {"proposal_no": number}


def _withdraw(call: Call) -> object:
    from model.cards.answering import withdraw

    number = call.args.proposal_no.strip().upper()
    withdraw(call.desk, number, call.now)
    return {"proposal_no": number}


def _restore(call: Call) -> object:
    from model.cards.restoring import restore_value

    args = call.args
    saved = restore_value(
        call.desk, args.ref, args.revision, call.now,
        reason=args.reason, version=args.version or None, ticked=frozenset(args.tick),
    )  # fmt: skip
    return {"card_no": saved.ref, "version": saved.version}


def _verified(call: Call) -> object:
    from model.cards.definition import Fresh
    from model.cards.verifying import verify_unchanged

    groups = [Fresh(name) for name in call.args.group] or list(Fresh)
    done = verify_unchanged(call.desk, call.args.ref, groups, call.now)
    return {"card_no": done.ref, "groups": [group.value for group in done.groups], "day": done.on}


def _merge(call: Call) -> object:
    from model.loans.merging import merge_cards

    args = call.args
    done = merge_cards(
        call.desk, args.ref, args.other, tuple(args.take), call.now, reason=args.reason
    )
    return {"merge_no": done.merge_no, "card_no": done.kept_no, "void": done.gone_no}


def _unmerge(call: Call) -> object:
    from model.loans.merging import undo_merge

    done = undo_merge(call.desk, call.args.merge_no, call.now)
    return {"merge_no": done.merge_no, "card_nos": [done.kept_no, done.gone_no]}


def _attach(call: Call) -> object:
    from model.cards.attachments import LARGEST, AttachmentDetails, attach
    from model.errors import UnreadableFileError

    args = call.args
    try:
        with Path(args.file).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(file=args.file, reason="cannot_open") from error
    details = AttachmentDetails(args.document_kind, args.number, args.valid_until)
    done = attach(call.desk, args.ref, Path(args.file).name, content, details, call.now)
    return _attached(done)


def _attached(one: Any) -> dict[str, Any]:
    """One attachment in the list."""
    return {
        "attachment_no": one.attachment_no,
        "card_no": one.card_no,
        "kind": one.kind,
        "file": one.file_name,
        "size": one.size,
        "document_no": one.document_no,
        "valid_until": one.valid_until,
        "added_at": one.added_at,
        "added_by": one.added_by,
    }


def _attachments(call: Call) -> object:
    from model.cards.attachments import attachments_of

    return [_attached(one) for one in attachments_of(call.desk, call.args.ref, call.now)]


def _glance(call: Call) -> object:
    from model.command_line.card_text import glanced
    from model.loans.at_a_glance import glance

    return glanced(glance(call.desk, call.args.ref, call.now), call.words)


def _clear_private(call: Call) -> object:
    from model.cards.private import clear_private

    done = clear_private(call.desk, call.args.ref, call.now, reason=call.args.reason)
    return {"card_no": done.ref, "fields": list(done.fields)}


_LINES = ("proposal_no", "line", "anyway", "tick", "not_duplicate")

CHANGES: dict[str, Command] = {
    "card propose": Command(
        mark("Command", "change cells; what you may not change yourself is handed in"),
        _card_propose, ("ref", "set", "tick", "not_duplicate", "why?", "source", "version"),
    ),
    "card restore": Command(
        mark("Command", "put an old value back, as a new revision"),
        _restore, ("ref", "revision", "tick", "why", "version"),
    ),
    "card verified": Command(
        mark("Command", "facts were asked for and are as they stand (核实无误)"),
        _verified, ("ref", "group"),
    ),
    "card merge": Command(
        mark("Command", "two cards of one customer become one (并卡); the older number stays"),
        _merge, ("ref", "other", "take", "why"),
    ),
    "card unmerge": Command(
        mark("Command", "both cards as they were before a merge"), _unmerge, ("merge_no",)
    ),
    "card attach": Command(
        mark("Command", "put a picture or document into a customer's pouch (附件)"),
        _attach, ("ref", "document", "document_kind", "document_no", "valid_until"),
    ),
    "card glance": Command(
        mark("Command", "one customer on one page (客户全貌)"), _glance, ("ref",)
    ),
    "card attachments": Command(
        mark("Command", "what lies in a customer's pouch"), _attachments, ("ref",)
    ),
    "card clear-private": Command(
        mark("Command", "clear private facts at the customer's request"),
        _clear_private, ("ref", "why"),
    ),
    "proposal list": Command(
        mark("Command", "changes that wait to be decided (修订建议)"), _proposal_list, ("card_no?",)
    ),
    "proposal accept": Command(
        mark("Command", "accept lines of a proposal"), _accept, (*_LINES, "remark?")
    ),
    "proposal reject": Command(
        mark("Command", "reject lines of a proposal"), _reject, (*_LINES, "remark")
    ),
    "proposal ask-back": Command(
        mark("Command", "ask back about lines of a proposal"), _ask_back, (*_LINES, "remark")
    ),
    "proposal answer": Command(
        mark("Command", "hand in again what was asked back"),
        _answer, ("proposal_no", "set", "tick"),
    ),
    "proposal withdraw": Command(
        mark("Command", "take a proposal back"), _withdraw, ("proposal_no",)
    ),
}  # fmt: skip
"""Command by its words."""

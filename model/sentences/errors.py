"""The sentence that a person reads for each error, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.errors import AlreadyThereError, BackupDamagedError, CabinetError, WrongStateError
from model.exchange.reasons import FILE_REASONS
from model.sentences.facts import Given, fact_words
from model.sentences.faults import fault_sentence
from model.sentences.problems import problem_sentence
from model.sentences.system import system_words
from model.storage.reasons import BACKUP_REASONS
from model.words import Words, mark

_SENTENCES: dict[str, str] = {
    "not_allowed": mark("Errors", "{role} may not do this ({act}). It may be done by: {may}."),
    "needs_approval": mark(
        "Errors",
        "For {role} this ({act}) needs an approval: ask for it first. It may be done directly by: "
        "{may}.",
    ),
    "must_propose": mark(
        "Errors",
        "For {role} this ({act}) is a change to be handed in: save it on the card, and it waits "
        "until it is decided on. It may be done directly by: {may}.",
    ),
    "no_approval_needed": mark(
        "Errors", "You may do this ({act}) without asking anybody; no approval is needed."
    ),
    "self_approval": mark("Errors", "{ref} was asked for by you: somebody else must decide on it."),
    "purpose_needed": mark("Errors", "{ref} is read for a purpose: name it to open the card."),
    "too_many_looks": mark(
        "Errors",
        "You have looked at {limit} cards today, as many as a rep may. {ref} can be read tomorrow, "
        "or with a query slip from the supervisor.",
    ),
    "two_persons_needed": mark(
        "Errors",
        "{ref} is a secret card. Two persons open the managers' drawer together, one of them "
        "a manager: somebody beside you enters his password.",
    ),
    "holds_cards": mark(
        "Errors",
        "{person} has cards out: {card_nos}. Take them back first.",
    ),
    "last_manager": mark(
        "Errors",
        "{person} cannot be dismissed: nobody dismisses himself, and one manager must stay.",
    ),
    "code_not_tried": mark(
        "Errors",
        "This is not the code that was made. Type it once more from the paper.",
    ),
    "cabinet_closed": mark(
        "Errors",
        "The cabinet is not open. Until the keeper opens it, no full card can be read or changed.",
    ),
    "cabinet_already_open": mark(
        "Errors",
        "The cabinet is open already: {opened_by} opened it at {opened_at}.",
    ),
    "not_found": mark("Errors", "There is no {kind} “{ref}”."),
    "already_there": mark("Errors", "There is a {kind} “{ref}” already. Choose another name."),
    "wrong_state": mark("Errors", "{ref} is in the state “{state}”, in which this cannot be done."),
    "same_person": mark("Errors", "{ref} was filled in by you: somebody else must pass it."),
    "incomplete_card": mark("Errors", "{ref} cannot be filed yet. Still empty: {fields}."),
    "duplicate_card": mark(
        "Errors",
        "There is a card of this customer already: {card_no}, kept by {holder} (same {field}).",
    ),
    "lost_race": mark(
        "Errors",
        "{saved_by} saved {ref} at {saved_at}, after you opened it. Your typing is "
        "kept: open the card again, compare, and save.",
    ),
    "overtaken": mark(
        "Errors",
        "{ref} says something else by now than when this was proposed: {fields}. Look at what "
        "stands there, and decide again.",
    ),
    "cleared_value": mark(
        "Errors",
        "This value of {ref} was cleared at the customer's request. It is kept nowhere and cannot "
        "be put back.",
    ),
    "changed_since": mark(
        "Errors", "{ref} was changed since, so this can no longer be undone in one step."
    ),
    "missing_cards": mark(
        "Errors",
        "These cards are not home: {card_nos}. Name each of them as missing to close the cabinet.",
    ),
    "plan_approved": mark(
        "Errors",
        "{plan_no} is approved. Lines may still be struck from it; anything else is changed by "
        "who may approve it: {may}.",
    ),
    "wrong_rep": mark("Errors", "{ref} is not a customer of {rep}."),
    "not_on_plan": mark(
        "Errors", "These cards are not on {plan_no}, or were struck from it: {card_nos}."
    ),
    "no_plan": mark(
        "Errors", "{rep} has no approved plan of {day}. It is made and approved first."
    ),
    "card_out": mark(
        "Errors",
        "These cards cannot go out; nothing was handed out. Strike their lines first:\n{cards}",
    ),
    "card_not_out": mark(
        "Errors", "{ref} is not out with {rep}. It is in the state “{state}”, with: {holder}."
    ),
    "borrower_blocked": mark(
        "Errors",
        "{borrower} gets no cards until this is settled. Overdue: {overdue}. Without a visit "
        "record: {missing}. The supervisor may lift the block for today.",
    ),
    "too_many_cards": mark(
        "Errors",
        "{borrower} holds {held} cards; {wanted} more would be over the limit of {limit}.",
    ),
    "past_day": mark("Errors", "{day} has passed: no card is reserved for it any more."),
    "reason_needed": mark("Errors", "Please give a reason."),
    "stopped": mark("Errors", "Stopped. Nothing was changed."),
    "bad_input": mark("Errors", "Some entries cannot be taken:\n{problems}"),
    "unreadable_file": mark("Errors", "The file {file} cannot be read: {reason}"),
    "log_too_long": mark(
        "Errors",
        "A workbook takes {most} lines of the log. Choose fewer days, or a file ending in .csv.",
    ),
    "weak_password": mark(
        "Errors",
        "The password is too short: at least {shortest} characters are needed.",
    ),
    "wrong_password": mark("Errors", "Wrong name or password."),
    "too_many_tries": mark(
        "Errors",
        "Too many wrong passwords. Try again in {wait_seconds} seconds.",
    ),
    "not_a_cabinet": mark("Errors", "There is no card cabinet at {path}."),
    "key_file_damaged": mark(
        "Errors",
        "The key file keys.json in {path} is missing or damaged, or it is an old one from before "
        "the keys were changed. Put back the newest keys.json from a copy of the cabinet, or "
        "restore a backup. The cards themselves are not affected.",
    ),
    "database_damaged": mark(
        "Errors",
        "The cabinet's database in {path} is damaged. Restore the latest backup; do "
        "not go on working in it.",
    ),
    "in_exclusive_use": mark(
        "Errors",
        "The cabinet is in use by another window or program at the moment. Try again "
        "when it has finished: {path}",
    ),
    "network_share": mark(
        "Errors",
        "{path} is on a network share. A cabinet must stand on a disk of this "
        "computer, where it cannot be damaged by a broken connection.",
    ),
    "newer_cabinet": mark(
        "Errors",
        "This cabinet was made by a newer version of the program. Please update the "
        "program; nothing was changed.",
    ),
    "cannot_write": mark("Errors", "{path} cannot be written: {reason}"),
    "printer": mark(
        "Errors",
        "The printer “{printer}” does not take the job. Nothing was logged as printed: look at "
        "the printer and try again, or save the paper as a file.",
    ),
    "backup_damaged": mark("Errors", "The backup {file} is not usable: {reason}"),
    "verify": mark("Errors", "The check found faults:\n{faults}"),
}

_OF_STATES: dict[str, str] = {
    "earlier_day": mark(
        "Errors", "{ref} is of an earlier day; only what was entered today can be corrected."
    ),
}
_THERE_ALREADY: dict[str, str] = {
    "plan": mark("Errors", "There is a plan of that day already: {ref}."),
    "plan_line": mark("Errors", "{ref} is on the plan already."),
    "approval": mark(
        "Errors",
        "You have asked for this already: {ref}. It waits for its decision, or may be used now.",
    ),
    "cabinet": mark(
        "Errors",
        "In {ref} there is something already, and it is left as it is. Choose a new folder beside "
        "it; when everything is there, go on working in the new one.",
    ),
}
"""What is there already without having a name of which another could be chosen."""

_ROWS_KEPT_APART = mark(
    "Errors", "Nothing was taken over. These rows stand with their reasons in {rejected_file}."
)


def sentence(error: CabinetError, words: Words) -> str:
    """What happened and what to do, in one reader's language.

    Args:
        error: any error raised on purpose.
        words: that language's lookup.
    """
    template = _SENTENCES.get(error.code, _SENTENCES["wrong_state"])
    if isinstance(error, AlreadyThereError):
        template = _THERE_ALREADY.get(str(error.values.get("kind")), template)
    if isinstance(error, WrongStateError):
        template = _OF_STATES.get(str(error.values.get("state")), template)
    values = {name: _value(name, value, words) for name, value in error.values.items()}
    for name in ("reason", "told"):
        if name in values:
            values[name] = system_words(values[name], words)
    if isinstance(error, BackupDamagedError):
        reason = BACKUP_REASONS.get(values["reason"], values["reason"])
        values["reason"] = words("FileReason", reason)
    elif values.get("reason") in FILE_REASONS:
        values["reason"] = file_reason(values["reason"], values, words)
    told = words("Errors", template).format_map(Given(values))
    if error.values.get("rejected_file"):
        told += "\n" + words("Errors", _ROWS_KEPT_APART).format_map(Given(values))
    return told


def file_reason(reason: str, values: Mapping[str, str], words: Words) -> str:
    """Why a file cannot be read, with the facts about it."""
    return words("FileReason", FILE_REASONS[reason]).format_map(Given(values))


def _value(name: str, value: object, words: Words) -> str:
    """One fact as words; what was found at a save or a check is told line by line."""
    if name == "problems" and isinstance(value, Sequence):
        return "\n".join(problem_sentence(problem, words) for problem in value)
    if name == "faults" and isinstance(value, Sequence):
        return "\n".join(fault_sentence(code, facts, words) for code, facts in value)
    return fact_words(name, value, words)

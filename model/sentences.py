"""The sentence that a person reads for each error, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from model.cards.attachment_fields import ATTACHMENT_FIELDS
from model.cards.fields import CardKind, field_at
from model.cards.paths import COLUMNS, path_label, row_path
from model.cards.reasons import REASONS
from model.errors import AlreadyThereError, BackupDamagedError, CabinetError, Problem
from model.exchange.reasons import FILE_REASONS
from model.exchange.reasons import REASONS as IMPORT_REASONS
from model.exchange.targets import target_label
from model.rounds.visit_fields import VISIT_FIELDS
from model.settings import SETTINGS
from model.words import Words, mark

_SENTENCES: dict[str, str] = {
    "not_allowed": mark("Errors", "{role} may not do this ({act}). It may be done by: {may}."),
    "needs_approval": mark(
        "Errors",
        "For {role} this ({act}) needs an approval, which this version cannot ask "
        "for yet. It may be done directly by: {may}.",
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
        "The key file keys.json in {path} is missing or damaged. Put back keys.json "
        "from a copy of the cabinet, or restore a backup. The cards themselves are "
        "not affected.",
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

_THERE_ALREADY: dict[str, str] = {
    "plan": mark("Errors", "There is a plan of that day already: {ref}."),
    "plan_line": mark("Errors", "{ref} is on the plan already."),
}
"""What is there already without having a name of which another could be chosen."""

ROLES: dict[str, str] = {
    "rep": mark("Role", "Sales rep"),
    "clerk": mark("Role", "Clerk"),
    "supervisor": mark("Role", "Supervisor"),
    "manager": mark("Role", "Manager"),
}
"""The names of the four roles."""

ACTS: dict[str, str] = {
    "log_in": mark("Act", "log in"),
    "own_password": mark("Act", "own password"),
    "see_office": mark("Act", "see the office"),
    "see_day": mark("Act", "see the day"),
    "keep_typing": mark("Act", "keep typing"),
    "open_cabinet": mark("Act", "open the cabinet"),
    "close_cabinet": mark("Act", "close the cabinet"),
    "create_card": mark("Act", "create a card"),
    "import_cards": mark("Act", "import cards"),
    "list_cards": mark("Act", "list cards"),
    "search_cards": mark("Act", "search"),
    "read_card": mark("Act", "read the card"),
    "pass_card": mark("Act", "review a new card"),
    "file_card": mark("Act", "file a card"),
    "edit_card": mark("Act", "edit the card"),
    "edit_protected": mark("Act", "change a protected field"),
    "propose_change": mark("Act", "propose a change"),
    "decide_revision": mark("Act", "decide on a proposed change"),
    "verify_facts": mark("Act", "verify facts"),
    "attach": mark("Act", "attach a document"),
    "see_attachment": mark("Act", "see attachments"),
    "remove_attachment": mark("Act", "remove an attachment"),
    "print_card": mark("Act", "print cards"),
    "issue_internal": mark("Act", "issue a copy of an internal card"),
    "issue_confidential": mark("Act", "issue a copy of a confidential card"),
    "issue_secret": mark("Act", "issue a copy of a secret card"),
    "confirm_status": mark("Act", "confirm a change of status"),
    "confirm_class": mark("Act", "confirm the class"),
    "abandon": mark("Act", "abandon the customer"),
    "fix_credit": mark("Act", "fix credit grade and limit"),
    "hand_over": mark("Act", "hand over or move district"),
    "manage_office": mark("Act", "manage people and settings"),
    "restore": mark("Act", "restore"),
    "districts_drawers": mark("Act", "districts and drawers"),
    "back_up": mark("Act", "back up"),
    "verify": mark("Act", "verify"),
    "make_plan": mark("Act", "make or change a plan"),
    "approve_plan": mark("Act", "approve a plan"),
    "check_out": mark("Act", "hand cards out"),
    "take_back": mark("Act", "take cards back"),
    "see_loans": mark("Act", "see loans"),
    "recall": mark("Act", "recall a card"),
    "unblock": mark("Act", "lift a block"),
    "correct_event": mark("Act", "correct a mistake"),
    "record_visit": mark("Act", "enter a visit record"),
    "print_day": mark("Act", "print the day's papers"),
    "approve_on_paper": mark("Act", "record an approval on paper"),
    "set_route": mark("Act", "set a route"),
    "void_card": mark("Act", "merge two cards"),
    "clear_private": mark("Act", "clear private facts"),
}
"""What each right allows, in a few words."""

STATES: dict[str, str] = {
    "draft": mark("CustodyState", "to review"),
    "waiting": mark("CustodyState", "to review"),
    "returned": mark("CustodyState", "sent back"),
    "passed": mark("CustodyState", "passed"),
    "in_cabinet": mark("CustodyState", "in cabinet"),
    "reserved": mark("CustodyState", "reserved"),
    "out": mark("CustodyState", "out"),
    "overdue": mark("CustodyState", "overdue"),
    "lost": mark("CustodyState", "lost"),
    "sealed": mark("CustodyState", "sealed"),
    "void": mark("CustodyState", "void"),
    "approved": mark("CustodyState", "approved"),
    "visited": mark("CustodyState", "visited"),
    "not_visited": mark("CustodyState", "not visited"),
    "corrected": mark("CustodyState", "corrected already"),
    "pending": mark("CustodyState", "to be decided"),
    "asked_back": mark("CustodyState", "asked back"),
    "accepted": mark("CustodyState", "accepted"),
    "rejected": mark("CustodyState", "rejected"),
    "withdrawn": mark("CustodyState", "withdrawn"),
    "cleared": mark("CustodyState", "cleared on request"),
    "earlier_day": mark("CustodyState", "of an earlier day"),
    "lent_since": mark("CustodyState", "lent once more since"),
}
"""The states of a card, and of a plan, its lines and a loan where an act does not fit them."""

_KINDS: dict[str, str] = {
    "person": mark("Kind", "person"),
    "supervisor": mark("Kind", "supervisor"),
    "team": mark("Kind", "team"),
    "district": mark("Kind", "district"),
    "drawer": mark("Kind", "drawer"),
    "card": mark("Kind", "card"),
    "draft": mark("Kind", "draft"),
    "rep": mark("Kind", "rep"),
    "keeper": mark("Kind", "clerk or manager"),
    "field": mark("Kind", "field"),
    "file": mark("Kind", "file"),
    "cabinet": mark("Kind", "cabinet"),
    "manager": mark("Kind", "manager"),
    "short_name": mark("Kind", "short name"),
    "recovery_slot": mark("Kind", "recovery code"),
    "plan": mark("Kind", "plan"),
    "loan": mark("Kind", "loan"),
    "visit": mark("Kind", "visit record"),
    "proposal": mark("Kind", "proposal"),
    "change": mark("Kind", "change in the history"),
    "attachment": mark("Kind", "attachment"),
    "merge": mark("Kind", "merge to undo"),
}
"""What may be missing or taken."""

_OFFICE_FIELDS: dict[str, str] = {
    "office": mark("OfficeField", "Office"),
    "manager": mark("OfficeField", "Manager"),
    "keeper": mark("OfficeField", "Keeper"),
    "person": mark("OfficeField", "Name"),
    "team": mark("OfficeField", "Team"),
    "recovery_code": mark("OfficeField", "Recovery code"),
    "reason": mark("OfficeField", "Reason"),
    "visited_on": mark("OfficeField", "Day of the visit"),
    "not_visited": mark("OfficeField", "Why not visited"),
    "customer_name": mark("OfficeField", "Customer met"),
    "promises": mark("OfficeField", "Promises"),
    "kept_promises": mark("OfficeField", "Kept promises"),
    "condition": mark("OfficeField", "Condition of the card"),
    "kind": mark("OfficeField", "Way of return"),
    "appointment": mark("OfficeField", "Appointment"),
    "purpose": mark("OfficeField", "Purpose"),
    "purpose_note": mark("OfficeField", "Purpose in words"),
    "to": mark("OfficeField", "New day"),
    "weekdays": mark("OfficeField", "Weekdays"),
    "merge": mark("OfficeField", "Merge"),
}
"""Fields of the office that stand on no card."""

_REASONS: dict[str, str] = {
    **REASONS,
    **IMPORT_REASONS,
    "no_such_field": mark("Problems", "There is no such field on this card."),
    "rep_unknown": mark("Problems", "“{name}” is not a sales rep here. Add the person first."),
    "district_unknown": mark("Problems", "The rep's team has no such district. Add it first."),
    "decided_apart": mark("Problems", "The cells of a new row are decided together."),
    "call_back_first": mark(
        "Problems", "Call back on the customer's old number first, and note who was reached."
    ),
    "clock_format": mark("Problems", "Write a time of day such as 9:40 or 14:00."),
    "day_not_later": mark("Problems", "Choose a day after the day of the plan."),
    "before_visit": mark("Problems", "This day lies before the visit."),
    "new_date_needed": mark("Problems", "A visit that did not take place needs a new date."),
    "card_needed": mark("Problems", "A promise is kept with a card: file the customer first."),
    "no_such_promise": mark("Problems", "This customer has no such open promise."),
    "unknown_setting": mark("Problems", "There is no such setting."),
    "one_kind_of_return": mark(
        "Problems", "Say one thing of the visit: visited, not visited, cancelled or no record."
    ),
    "promise_without_day": mark("Problems", "A promise is written TEXT@DATE."),
    "same_card": mark("Problems", "These are not two cards. Choose another one."),
    "other_kind": mark(
        "Problems", "A company card and an individual card cannot become one. Compare their kinds."
    ),
    "newer_number": mark(
        "Problems", "The card with the older number stays. Name the two cards the other way round."
    ),
    "bad_setting": mark("Problems", "This setting cannot take that value."),
    "attachment_empty": mark("Problems", "The file is empty."),
    "attachment_too_large": mark(
        "Problems", "The file is larger than {megabytes} MB. Make the picture smaller first."
    ),
    "attachment_type": mark(
        "Problems",
        "Only pictures (PNG, JPEG, WebP, BMP, GIF) and PDF are taken. Save the file as one of "
        "these first; phones can be set to take JPEG instead of HEIC.",
    ),
    "recovery_code": mark(
        "Problems", "This is not a recovery code. Compare it letter by letter with the paper."
    ),
}
"""Every reason of a problem, those of the office among them."""

_FAULTS: dict[str, str] = {
    "log_gap": mark(
        "Fault",
        "log: line {found} follows line {after}; lines in between are missing",
    ),
    "log_line_changed": mark("Fault", "log: line {no} was changed, put in, or moved"),
    "log_tail_cut": mark("Fault", "log: it ends at line {last}, its seal says {sealed}"),
    "log_paper_differs": mark("Fault", "log: the head {paper} copied from paper is not in it"),
    "cipher": mark("Fault", "database: page {page} does not decrypt"),
    "integrity": mark("Fault", "database: {text}"),
    "foreign_key": mark("Fault", "database: {table} row {row} points to nothing"),
    "schema": mark("Fault", "database: {name} is not as this program made it"),
    "unreadable": mark("Fault", "{part}: values stand there that this program never writes"),
    "person_not_in_log": mark("Fault", "people: number {staff_no} was added without the log"),
    "person_gone": mark("Fault", "people: number {staff_no} stands in the log and is not there"),
    "keeper_unknown": mark("Fault", "people: the keeper, number {staff_no}, is not there"),
    "counter_behind": mark(
        "Fault", "numbers: {series} stands at {last}, but higher numbers were given"
    ),
    "district_without_drawer": mark("Fault", "drawers: the district {district} has none"),
    "drawer_missing": mark("Fault", "drawers: number {drawer} is missing or not the right one"),
    "day_contradicts": mark("Fault", "opening of {day}: its times contradict one another"),
    "card_number": mark("Fault", "card {ref}: its number does not fit its state or kind"),
    "card_place": mark("Fault", "card {ref}: its place does not fit its drawer"),
    "card_without_rep": mark("Fault", "card {ref}: it has no rep or no district"),
    "card_holder": mark("Fault", "card {ref}: its holder does not fit its state"),
    "card_version": mark("Fault", "card {ref}: its version does not fit its changes"),
    "card_history": mark("Fault", "card {ref}: its history does not tell what stands in {fields}"),
    "card_not_in_log": mark("Fault", "card {ref}: it came into the cabinet without the log"),
    "card_gone": mark("Fault", "card {ref}: it stands in the log and is not there"),
    "proposal_state": mark("Fault", "proposal {ref}: how far it has come contradicts itself"),
    "proposal_not_in_log": mark("Fault", "proposal {ref}: it was handed in without the log"),
    "proposal_gone": mark("Fault", "proposal {ref}: it stands in the log and is not there"),
    "attachment_not_in_log": mark(
        "Fault", "attachment {ref}: it came into the cabinet without the log"
    ),
    "attachment_gone": mark("Fault", "attachment {ref}: it stands in the log and is not there"),
    "attachment_changed": mark("Fault", "attachment {ref}: it is not the file that came in"),
    "plan_number": mark("Fault", "plan {ref}: its number does not fit its day"),
    "plan_approval": mark("Fault", "plan {ref}: its approval contradicts itself or the log"),
    "plan_line": mark("Fault", "plan {ref}: line {seq} contradicts itself"),
    "plan_not_in_log": mark("Fault", "plan {ref}: it was made without the log"),
    "plan_gone": mark("Fault", "plan {ref}: it stands in the log and is not there"),
    "reservation": mark("Fault", "card {ref}: it is kept for {document}, which does not have it"),
    "card_state_unexplained": mark(
        "Fault", "card {ref}: its state is “{state}”, by the log it is “{logged}”"
    ),
    "loan_unexplained": mark(
        "Fault", "loan {loan_no}: borrower or due time of card {ref} are not those of the log"
    ),
    "loan_contradicts_card": mark("Fault", "card {ref}: its open loan does not fit its state"),
    "loan_not_in_log": mark("Fault", "loan {loan_no}: it was written without the log"),
    "loan_gone": mark("Fault", "loan {loan_no}: it stands in the log and is not there"),
    "record_missing_wrong": mark(
        "Fault", "loan {loan_no}: whether its visit record is missing does not fit the records"
    ),
    "void_card_reserved": mark("Fault", "card {ref}: it is void, and reserved for {day}"),
    "merge_state": mark("Fault", "merge {ref}: it contradicts the state of card {card_no}"),
    "merge_not_in_log": mark("Fault", "merge {ref}: it was made or undone without the log"),
    "merge_gone": mark("Fault", "merge {ref}: it stands in the log and is not there"),
    "merged_card_not_empty": mark(
        "Fault", "card {ref}: it went into another, and something still hangs on it: {table}"
    ),
    "visit_not_in_log": mark("Fault", "visit record {ref}: it was written without the log"),
    "visit_gone": mark("Fault", "visit record {ref}: it stands in the log and is not there"),
}
"""What `verify` finds."""


_BACKUP_REASONS: dict[str, str] = {
    "parts": mark("FileReason", "it is no backup of a card cabinet, or parts of it are missing."),
    "manifest": mark("FileReason", "its table of contents is damaged."),
    "keys": mark("FileReason", "its key slots are damaged."),
    "unreadable": mark("FileReason", "the file is damaged."),
    "checksum": mark("FileReason", "the file was changed, or is not whole."),
    "other_key": mark("FileReason", "its keys are not those of its database."),
    "encryption": mark("FileReason", "pages of it do not decrypt."),
    "structure": mark("FileReason", "its database contradicts itself."),
    "rows": mark("FileReason", "it does not hold all the rows that it names."),
}
"""Reasons of `BackupDamagedError`."""

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
    values = {name: _value(name, value, words) for name, value in error.values.items()}
    if isinstance(error, BackupDamagedError):
        reason = _BACKUP_REASONS.get(values["reason"], values["reason"])
        values["reason"] = words("FileReason", reason)
    elif values.get("reason") in FILE_REASONS:
        values["reason"] = file_reason(values["reason"], values, words)
    told = words("Errors", template).format_map(_Given(values))
    if error.values.get("rejected_file"):
        told += "\n" + words("Errors", _ROWS_KEPT_APART).format_map(_Given(values))
    return told


def file_reason(reason: str, values: Mapping[str, str], words: Words) -> str:
    """Why a file cannot be read, with the facts about it."""
    return words("FileReason", FILE_REASONS[reason]).format_map(_Given(values))


class _Given(dict[str, str]):
    """Values of a sentence; one that was not given shows as a dash, never as a traceback."""

    def __missing__(self, key: str) -> str:
        return "—"


def role_name(role: str, words: Words) -> str:
    """A role as the office calls it."""
    return words("Role", ROLES[role])


def state_name(state: str, words: Words) -> str:
    """A card's state as the office calls it."""
    return words("CustodyState", STATES.get(state, state))


def field_label(identifier: str, words: Words) -> str:
    """A field's label, a row's with its number, or the identifier itself for what is no field."""
    row = row_path(identifier)
    if row is not None and (not row.column or row.column in COLUMNS[row.table]):
        return path_label(CardKind.COMPANY, identifier, words, {})
    if identifier in _OFFICE_FIELDS:
        return words("OfficeField", _OFFICE_FIELDS[identifier])
    if identifier in SETTINGS:
        return words("Settings", SETTINGS[identifier].label)
    for kind in CardKind:
        try:
            return words("CardField", field_at(kind, identifier).label)
        except KeyError:
            continue
    for other in (*VISIT_FIELDS, *ATTACHMENT_FIELDS):
        if other.identifier == identifier:
            return words("CardField", other.label)
    return words("CardField", target_label(identifier)) or identifier


def _value(name: str, value: object, words: Words) -> str:
    """One fact as words; `name` tells what kind of fact it is."""
    if name == "problems" and isinstance(value, Sequence):
        return "\n".join(problem_sentence(problem, words) for problem in value)
    if name == "faults" and isinstance(value, Sequence):
        return "\n".join(fault_sentence(code, facts, words) for code, facts in value)
    if name == "may" and isinstance(value, Sequence):
        joint = words("Errors", mark("Errors", ", "))
        roles = joint.join(role_name(role, words) for role in value)
        return roles or words("Errors", mark("Errors", "nobody"))
    if name in {"fields", "card_nos"} and isinstance(value, Sequence):
        joint = words("Errors", ", ")
        return joint.join(field_label(str(part), words) for part in value)
    if name in {"overdue", "missing"} and isinstance(value, Sequence):
        joint = words("Errors", ", ")
        return joint.join(map(str, value)) or words("Errors", mark("Errors", "none"))
    if name == "cards" and isinstance(value, Sequence):
        return "\n".join(_card_away(card, words) for card in value)
    return _single(name, value, words)


def _card_away(card: Mapping[str, object], words: Words) -> str:
    """One card that cannot go out: its state, and who has it since when."""
    if card.get("since"):
        pattern = mark("Errors", "{card_no}: {state}, {holder} since {since}")
    elif card.get("holder"):
        pattern = mark("Errors", "{card_no}: {state}, for {holder}")
    else:
        pattern = mark("Errors", "{card_no}: {state}")
    told = {name: _value(name, value, words) for name, value in card.items()}
    return words("Errors", pattern).format_map(_Given(told))


def _single(name: str, value: object, words: Words) -> str:
    """A fact that is one thing."""
    text = str(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if name == "holder" and not text:
        return words("Errors", "nobody")
    tables = {
        "role": ("Role", ROLES),
        "act": ("Act", ACTS),
        "state": ("CustodyState", STATES),
        "kind": ("Kind", _KINDS),
    }
    if name in tables:
        context, names = tables[name]
        return words(context, names.get(text, text))
    return field_label(text, words) if name == "field" else text


def reason_sentence(problem: Problem, words: Words) -> str:
    """The reason of one problem, without row and field."""
    reason = words("Problems", _REASONS.get(problem.reason, problem.reason))
    values = {name: _value(name, value, words) for name, value in problem.values.items()}
    return reason.format_map(_Given(values))


def problem_sentence(problem: Problem, words: Words) -> str:
    """Row, field and reason of one problem."""
    told = reason_sentence(problem, words)
    label = field_label(problem.field, words) if problem.field else ""
    if problem.row is None:
        pattern = mark("Errors", "{field}: {reason}") if label else "{reason}"
    elif label:
        pattern = mark("Errors", "Row {row}, {field}: {reason}")
    else:
        pattern = mark("Errors", "Row {row}: {reason}")
    return words("Errors", pattern).format(row=problem.row, field=label, reason=told)


def fault_sentence(code: str, facts: dict[str, object], words: Words) -> str:
    """One fault that `verify` found."""
    texts = {
        name: state_name(str(value), words) if name in {"state", "logged"} else str(value)
        for name, value in facts.items()
    }
    return words("Fault", _FAULTS.get(code, code)).format_map(_Given(texts))


def exit_status(error: CabinetError) -> int:
    """The command line's exit status for an error."""
    return error.exit_status

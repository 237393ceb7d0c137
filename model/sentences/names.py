"""What the office calls roles, acts, states, kinds of things, and fields."""

from __future__ import annotations

from model.cards.attachment_fields import ATTACHMENT_FIELDS
from model.cards.fields import CardKind, field_at
from model.cards.paths import COLUMNS, path_label, row_path
from model.exchange.targets import target_label
from model.rounds.visit_fields import VISIT_FIELDS
from model.settings import SETTINGS
from model.words import Words, mark

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
    "print_private": mark("Act", "print private facts on the office's card"),
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
    "read_others_card": mark("Act", "read another's customer"),
    "export": mark("Act", "export cards"),
    "see_approvals": mark("Act", "see approvals"),
    "ask_approval": mark("Act", "ask for an approval"),
    "decide_approval": mark("Act", "decide on an approval"),
    "see_log": mark("Act", "read the log"),
    "export_log": mark("Act", "export the log"),
    "see_copies": mark("Act", "see the register of copies"),
    "end_copy": mark("Act", "record what became of a copy"),
    "open_secrets": mark("Act", "open the managers' drawer"),
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
    "asked": mark("CustodyState", "not decided yet"),
    "granted": mark("CustodyState", "granted"),
    "refused": mark("CustodyState", "refused"),
    "used": mark("CustodyState", "used already"),
    "expired": mark("CustodyState", "expired"),
    "cleared": mark("CustodyState", "cleared on request"),
    "earlier_day": mark("CustodyState", "of an earlier day"),
    "lent_since": mark("CustodyState", "lent once more since"),
    "copy_returned": mark("CustodyState", "come back already"),
    "copy_destroyed": mark("CustodyState", "destroyed already"),
    "copy_lost": mark("CustodyState", "lost already"),
    "copy_not_made": mark("CustodyState", "never made"),
    "copy_with_receiver": mark("CustodyState", "with its receiver"),
}
"""The states of a card, and of a plan, its lines and a loan where an act does not fit them."""

KINDS: dict[str, str] = {
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
    "approval": mark("Kind", "approval"),
    "copy": mark("Kind", "copy"),
    "export": mark("Kind", "export"),
}
"""What may be missing or taken."""

_OFFICE_FIELDS: dict[str, str] = {
    "office": mark("OfficeField", "Office"),
    "manager": mark("OfficeField", "Manager"),
    "keeper": mark("OfficeField", "Keeper"),
    "person": mark("OfficeField", "Name"),
    "team": mark("OfficeField", "Team"),
    "recovery_code": mark("OfficeField", "Recovery code"),
    "new_password": mark("OfficeField", "New password"),
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
    "receiver": mark("OfficeField", "Receiver"),
    "refs": mark("OfficeField", "Numbers"),
    "copy_due": mark("OfficeField", "Due back"),
    "outcome": mark("OfficeField", "What became of it"),
    "filter": mark("OfficeField", "Filter"),
    "fields": mark("OfficeField", "Fields"),
}
"""Fields of the office that stand on no card."""


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

"""What `verify` finds."""

from __future__ import annotations

from model.sentences.facts import Given
from model.sentences.names import state_name
from model.words import Words, mark

_FAULTS: dict[str, str] = {
    "log_gap": mark(
        "Fault",
        "log: line {found} follows line {after}; lines in between are missing",
    ),
    "log_line_changed": mark("Fault", "log: line {no} was changed, put in, or moved"),
    "log_tail_cut": mark("Fault", "log: it ends at line {last}, its seal says {sealed}"),
    "log_seal_broken": mark(
        "Fault",
        "log: the seal over its end is not this program's own; lines may be missing before line "
        "{last}",
    ),
    "log_paper_differs": mark(
        "Fault",
        "log: line {no} no longer agrees with paper ({paper}); it or a line before it was changed",
    ),
    "log_paper_line_gone": mark(
        "Fault", "log: paper knows line {no}, and the log ends at line {last}"
    ),
    "log_paper_unreadable": mark(
        "Fault", "log: “{paper}” is no head of a log; it reads like 1234-0A1B2C3D4E5F60718293"
    ),
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
    "card_rows": mark("Fault", "card {ref}: rows of {fields} contradict each other"),
    "card_row_number": mark("Fault", "card {ref}: a number of a row of {fields} was not given out"),
    "card_history": mark("Fault", "card {ref}: its history does not tell what stands in {fields}"),
    "card_not_in_log": mark("Fault", "card {ref}: it came into the cabinet without the log"),
    "card_gone": mark("Fault", "card {ref}: it stands in the log and is not there"),
    "proposal_state": mark("Fault", "proposal {ref}: how far it has come contradicts itself"),
    "proposal_not_in_log": mark("Fault", "proposal {ref}: it was handed in without the log"),
    "proposal_gone": mark("Fault", "proposal {ref}: it stands in the log and is not there"),
    "approval_state": mark("Fault", "approval {ref}: how far it has come contradicts itself"),
    "approval_not_in_log": mark("Fault", "approval {ref}: the log does not tell its steps"),
    "approval_gone": mark("Fault", "approval {ref}: it stands in the log and is not there"),
    "approval_not_used": mark(
        "Fault", "approval {ref}: something was done with it, and it is not used up"
    ),
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
    "copy_not_in_log": mark("Fault", "copy {ref}: it was issued without the log"),
    "copy_gone": mark("Fault", "copy {ref}: it stands in the log and is not there"),
    "copy_state": mark("Fault", "copy {ref}: what became of it contradicts the log"),
    "visit_not_in_log": mark("Fault", "visit record {ref}: it was written without the log"),
    "visit_gone": mark("Fault", "visit record {ref}: it stands in the log and is not there"),
}
"""Code -> what is wrong."""


def fault_sentence(code: str, facts: dict[str, object], words: Words) -> str:
    """One fault that `verify` found."""
    texts = {
        name: state_name(str(value), words) if name in {"state", "logged"} else str(value)
        for name, value in facts.items()
    }
    return words("Fault", _FAULTS.get(code, code)).format_map(Given(texts))

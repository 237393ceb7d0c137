"""Results as the command line tells them: plain values for a program, a table for a person.

The keys are the glossary's identifiers. Values are exact: amounts and shares as text, days and
times as ISO 8601 without a zone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from model.sentences.names import field_label, role_name, state_name
from model.words import Words, mark

LABELS: dict[str, str] = {
    "abc_class": mark("Result", "Class"),
    "accepted_by": mark("Result", "Accepted by"),
    "added": mark("Result", "Added"),
    "added_at": mark("Result", "Added on"),
    "added_by": mark("Result", "Added by"),
    "age": mark("Result", "Tables"),
    "approval_no": mark("Result", "Approval"),
    "approval_state": mark("Result", "State"),
    "approved": mark("Result", "Approved"),
    "approved_at": mark("Result", "Approved"),
    "approved_by": mark("Result", "Approved by"),
    "as_of": mark("Result", "As of"),
    "asked_at": mark("Result", "Asked on"),
    "asked_by": mark("Result", "Asked by"),
    "at": mark("Result", "Time"),
    "at_log_in": mark("Result", "Estimated at a log-in"),
    "attachment_no": mark("Result", "Attachment"),
    "attachments": mark("Result", "Attachments"),
    "backup": mark("Result", "Backup"),
    "balance": mark("Result", "Balance"),
    "baseline": mark("Result", "Bare baseline"),
    "beside": mark("Result", "Beside them"),
    "borrower": mark("Result", "Borrower"),
    "bound": mark("Result", "Bound"),
    "bound_is": mark("Result", "Promised"),
    "bound_of": mark("Result", "Of"),
    "cabinet": mark("Result", "Cabinet"),
    "card_no": mark("Result", "Card no."),
    "card_nos": mark("Result", "Cards"),
    "cards": mark("Result", "Cards"),
    "cards_out": mark("Result", "Cards out at that time"),
    "changed_at": mark("Result", "Changed"),
    "changed_by": mark("Result", "By"),
    "checked": mark("Result", "Opened and checked"),
    "checked_at": mark("Result", "Last checked"),
    "closed_at": mark("Result", "Closed"),
    "closed_by": mark("Result", "Closed by"),
    "completeness": mark("Result", "Complete (%)"),
    "condition": mark("Result", "Condition"),
    "copies": mark("Result", "Copies"),
    "copy_no": mark("Result", "Copy"),
    "counts": mark("Result", "Counted"),
    "custody_state": mark("Result", "State"),
    "customers": mark("Result", "Customers to be handed over"),
    "day": mark("Result", "Day"),
    "decided_at": mark("Result", "Decided on"),
    "decided_by": mark("Result", "Decided by"),
    "decider": mark("Result", "Decides"),
    "deputy_keeper": mark("Result", "Deputy keeper"),
    "description": mark("Result", "What"),
    "destroy_after_reading": mark("Result", "To be destroyed"),
    "district": mark("Result", "District"),
    "document": mark("Result", "Document"),
    "document_no": mark("Result", "Number on it"),
    "draft_no": mark("Result", "Draft no."),
    "draft_stage": mark("Result", "Stage"),
    "drafts": mark("Result", "Drafts"),
    "drawer": mark("Result", "Drawer"),
    "due_at": mark("Result", "Due"),
    "due_on": mark("Result", "For which day"),
    "duplicate": mark("Result", "Duplicates"),
    "ended_at": mark("Result", "Settled"),
    "ended_by": mark("Result", "Settled by"),
    "error": mark("Result", "Why refused"),
    "event": mark("Result", "Event"),
    "export_no": mark("Result", "Export no."),
    "facts": mark("Result", "Facts"),
    "fault": mark("Result", "Fault"),
    "faults": mark("Result", "Faults"),
    "field": mark("Result", "Field"),
    "fields": mark("Result", "Fields"),
    "figure": mark("Result", "Figure"),
    "figures": mark("Result", "Figures"),
    "file": mark("Result", "File"),
    "first_password": mark("Result", "First password"),
    "first_passwords": mark("Result", "First passwords, to be handed over once"),
    "following": mark("Result", "Follow at their next log-in"),
    "full_name": mark("Result", "Name"),
    "generation": mark("Result", "Generation of the keys"),
    "groups": mark("Result", "Groups of facts"),
    "has_code": mark("Result", "Its recovery code opens it"),
    "has_record": mark("Result", "Record there"),
    "holder": mark("Result", "Held by"),
    "holders": mark("Result", "Managers who open it"),
    "home": mark("Result", "Home"),
    "import_run": mark("Result", "Import no."),
    "in_cabinet": mark("Result", "In the cabinet"),
    "is_mine": mark("Result", "Asked by me"),
    "is_open": mark("Result", "Open"),
    "issued": mark("Result", "Handed out, in all"),
    "issued_at": mark("Result", "Handed out"),
    "issued_by": mark("Result", "Issued by"),
    "keeper": mark("Result", "Keeper"),
    "keeps": mark("Result", "Keeps the cabinet"),
    "keys": mark("Result", "Keys"),
    "kind": mark("Result", "Kind"),
    "label": mark("Result", "Meaning"),
    "last_change": mark("Result", "Last change"),
    "last_loan": mark("Result", "Last handed out"),
    "last_visit": mark("Result", "Last visit"),
    "last_visit_on": mark("Result", "Last visit"),
    "late_hours": mark("Result", "Hours late"),
    "left": mark("Result", "Backups not encrypted anew"),
    "left_out": mark("Result", "Left out"),
    "line": mark("Result", "Line"),
    "line_state": mark("Result", "Line"),
    "lines": mark("Result", "Lines"),
    "load": mark("Result", "Jobs wanting a processor"),
    "loan_no": mark("Result", "Loan no."),
    "loans": mark("Result", "Loans"),
    "location": mark("Result", "Place"),
    "log_head": mark("Result", "Head of the log"),
    "log_lines": mark("Result", "Lines of the log"),
    "lost": mark("Result", "Lost"),
    "machine": mark("Result", "Machine"),
    "made_at": mark("Result", "Made"),
    "masked": mark("Result", "Somebody else's"),
    "may_decide": mark("Result", "Yours to decide"),
    "measured_at": mark("Result", "Measured"),
    "mem": mark("Result", "Memory (MiB)"),
    "merge_no": mark("Result", "Merge"),
    "met": mark("Result", "Kept"),
    "missing": mark("Result", "Still empty"),
    "missing_cards": mark("Result", "Cards not home"),
    "must_change_password": mark("Result", "Password to be changed"),
    "must_visit": mark("Result", "Must"),
    "name": mark("Result", "Name"),
    "new": mark("Result", "New value"),
    "new_districts": mark("Result", "New districts"),
    "next_visit": mark("Result", "Next visit"),
    "not_visited": mark("Result", "Not visited"),
    "note": mark("Result", "Note"),
    "number": mark("Result", "Number"),
    "office": mark("Result", "Office"),
    "old": mark("Result", "Old value"),
    "opened_at": mark("Result", "Opened"),
    "opened_by": mark("Result", "Opened by"),
    "ops": mark("Result", "Passes"),
    "out": mark("Result", "Out"),
    "outcome": mark("Result", "Outcome"),
    "overdue": mark("Result", "Overdue"),
    "pages": mark("Result", "Pages"),
    "password": mark("Result", "Password"),
    "path": mark("Result", "Field"),
    "people": mark("Result", "People"),
    "plan_date": mark("Result", "Plan date"),
    "plan_no": mark("Result", "Plan no."),
    "plan_state": mark("Result", "Plan"),
    "planned": mark("Result", "Planned"),
    "plans": mark("Result", "Plans"),
    "print_no": mark("Result", "Print no."),
    "processors": mark("Result", "Processors"),
    "promised_by": mark("Result", "Promised by"),
    "promises": mark("Result", "Promises"),
    "proposal_no": mark("Result", "Proposal"),
    "proposals": mark("Result", "Proposals"),
    "proposed": mark("Result", "Handed in"),
    "proposer": mark("Result", "Handed in by"),
    "purpose": mark("Result", "Purpose"),
    "python": mark("Result", "Python"),
    "ratio": mark("Result", "Ratio"),
    "reason": mark("Result", "Reason"),
    "receiver": mark("Result", "Receiver"),
    "record_missing": mark("Result", "Record missing"),
    "record_no": mark("Result", "Record no."),
    "recovery_code": mark("Result", "Recovery code, shown only now: copy it on paper"),
    "recovery_works": mark("Result", "The recovery code opens it"),
    "ref": mark("Result", "Number"),
    "refs": mark("Result", "Numbers"),
    "refused": mark("Result", "Refused"),
    "rejected": mark("Result", "Rejected"),
    "rejected_file": mark("Result", "Rejected rows are in"),
    "remark": mark("Result", "Remark"),
    "rep": mark("Result", "Rep"),
    "reps": mark("Result", "Reps"),
    "resealed": mark("Result", "Backups encrypted anew"),
    "returned": mark("Result", "Returned, in all"),
    "returned_at": mark("Result", "Returned"),
    "revisions": mark("Result", "Revisions"),
    "right": mark("Result", "To be approved"),
    "role": mark("Result", "Role"),
    "rows": mark("Result", "Rows"),
    "score": mark("Result", "Score"),
    "sealed": mark("Result", "Sealed"),
    "seconds": mark("Result", "Seconds"),
    "secrecy": mark("Result", "Secrecy"),
    "seq": mark("Result", "Seq."),
    "sha256": mark("Result", "Checksum (SHA-256)"),
    "size": mark("Result", "Bytes"),
    "source": mark("Result", "Source"),
    "staff_no": mark("Result", "Staff no."),
    "starts_at": mark("Result", "Time"),
    "state": mark("Result", "State"),
    "still_out": mark("Result", "Not returned"),
    "subject": mark("Result", "About"),
    "supervisor": mark("Result", "Supervisor"),
    "system": mark("Result", "System"),
    "team": mark("Result", "Team"),
    "to_go": mark("Result", "To go"),
    "tried_at": mark("Result", "Last tried"),
    "unit": mark("Result", "Unit"),
    "updated": mark("Result", "Updated"),
    "used_at": mark("Result", "Used on"),
    "valid_until": mark("Result", "Valid until"),
    "value": mark("Result", "Value"),
    "version": mark("Result", "Version"),
    "visit_records": mark("Result", "Visit records"),
    "visited": mark("Result", "What was learnt"),
    "visited_on": mark("Result", "Visited on"),
    "visits": mark("Result", "Visits"),
    "void": mark("Result", "Void now"),
    "waiting": mark("Result", "Still open"),
    "waiting_days": mark("Result", "Working days waited"),
    "warnings": mark("Result", "Please look at"),
    "weekdays": mark("Result", "Weekdays"),
    "why": mark("Result", "Why"),
    "without_key": mark("Result", "Need a new first password"),
    "workplaces": mark("Result", "PCs"),
    "works": mark("Result", "Works"),
    "worst_bucket": mark("Result", "Worst bucket"),
}
"""What a person reads for each key; keys of card fields have their own labels."""


class Shown(NamedTuple):
    """A result whose text for people is more than its facts in a row."""

    facts: Any
    text: str


_VALUES: dict[str, dict[str, str]] = {
    "bound_is": {
        "most": mark("Result", "at most"),
        "least": mark("Result", "at least"),
    },
    "state": {
        "active": mark("Result", "at work"),
        "on_leave": mark("Result", "on leave"),
        "leaving": mark("Result", "leaving"),
        "gone": mark("Result", "has left"),
        "unfinished": mark("Result", "not finished"),
        "with_receiver": mark("Result", "with receiver"),
        "overdue": mark("Result", "overdue"),
        "returned": mark("Result", "came back"),
        "destroyed": mark("Result", "destroyed"),
        "lost": mark("Result", "lost"),
        "not_made": mark("Result", "never left"),
    },
    "plan_state": {
        "draft": mark("Result", "draft"),
        "approved": mark("Result", "approved"),
    },
    "line_state": {
        "planned": mark("Result", "planned"),
        "visited": mark("Result", "visited"),
        "not_visited": mark("Result", "not visited"),
        "cancelled": mark("Result", "cancelled"),
        "rescheduled": mark("Result", "rescheduled"),
    },
    "keeps": {
        "keeper": mark("Result", "keeper"),
        "deputy_keeper": mark("Result", "deputy"),
    },
    "kind": {
        "pending": mark("Result", "new cards"),
        "district": mark("Result", "district"),
        "key_accounts": mark("Result", "key accounts"),
        "interrupted": mark("Result", "interrupted customers"),
        "prospects": mark("Result", "prospects"),
        "damaged": mark("Result", "damaged cards"),
        "void": mark("Result", "void cards"),
        "daily": mark("Result", "daily"),
        "by_hand": mark("Result", "by hand"),
        "before_upgrade": mark("Result", "before an upgrade"),
        "before_restore": mark("Result", "before a restore"),
    },
    "age": {
        "older": mark("Result", "of an older version, brought up to date by a restore"),
        "same": mark("Result", "of this version"),
        "newer": mark("Result", "of a newer version: update the program first"),
    },
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_YES, _NO = mark("Result", "yes"), mark("Result", "no")
# Primary keys mean nothing outside the database.
_LEFT_OUT = frozenset({"id", "search_key"})


def plain(value: Any) -> Any:
    """A result as JSON can write it down.

    Args:
        value: dataclasses, named tuples, mappings, sequences and plain values, in any depth.
    """
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return plain({name: part for name, part in named.items() if name not in _LEFT_OUT})
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(plain(part) for part in value)
    if hasattr(value, "_asdict"):
        return plain({k: part for k, part in value._asdict().items() if k not in _LEFT_OUT})
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return _plain_single(value)


def _plain_single(value: Any) -> Any:
    """One value that is not made of others."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, Path) else value


def told(result: Any, words: Words) -> str:
    """A plain result as lines for a person.

    Args:
        result: as `plain` gave it.
        words: the reader's language.
    """
    if isinstance(result, Mapping):
        return "\n".join(
            _fact(key, value, words) for key, value in result.items() if value not in ([], {})
        )
    if isinstance(result, list):
        return table(result, words)
    return _cell("", result, words)


def _fact(key: str, value: Any, words: Words) -> str:
    """One fact with its label; a list of records stands below it."""
    label = label_of(key, words)
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return f"{label}:\n{table(value, words)}"
    if isinstance(value, Mapping):
        return f"{label}:\n{told(value, words)}"
    return f"{label}: {_cell(key, value, words)}"


def table(rows: Sequence[Any], words: Words) -> str:
    """Records of the same keys in columns, or one value a line."""
    if not rows:
        return ""
    if not isinstance(rows[0], Mapping):
        return "\n".join(_cell("", row, words) for row in rows)
    lines = [[label_of(key, words) for key in rows[0]]]
    lines += [[_cell(key, value, words) for key, value in row.items()] for row in rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def width(text: str) -> int:
    """Columns that a text takes on a terminal, where a hanzi takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def label_of(key: str, words: Words) -> str:
    """A key as a person reads it."""
    return words("Result", LABELS[key]) if key in LABELS else field_label(key, words)


def _cell(key: str, value: Any, words: Words) -> str:
    """One value as a person reads it; the key tells what it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return words("Result", _YES if value else _NO)
    if isinstance(value, list):
        return ", ".join(_cell("", part, words) for part in value)
    if value in _VALUES.get(key, {}):
        return words("Result", _VALUES[key][value])
    if key == "role":
        return role_name(str(value), words)
    if key in {"custody_state", "draft_stage"}:
        return state_name(str(value), words)
    text = str(value).replace("\n", " ")
    return f"{text[:10]} {text[11:16]}" if _MOMENT.fullmatch(text) else text

"""What asks for attention today, as a value and in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from model.words import Words, mark

_TEXTS: dict[str, str] = {
    "overdue": mark("Reminder", "{card_no} {name}: overdue with {rep} for {hours} h, due {due}."),
    "report_lost": mark(
        "Reminder",
        "{card_no} {name}: overdue with {rep} for {days} working days. Report it lost if it cannot "
        "be found.",
    ),
    "backup_none": mark("Reminder", "There is no backup yet. Make one in the settings, Backups."),
    "backup_late": mark(
        "Reminder", "The last good backup is of {made_at}, older than a working day. Make one now."
    ),
    "second_backup": mark(
        "Reminder", "The second folder has had no backup since {on}: {folder}. Look there."
    ),
    "corrected": mark(
        "Reminder",
        "Corrected: {card_no} {name} with {rep}, line {loan_no}, by {by} at {at}: {reason}.",
    ),
    "record_missing": mark("Reminder", "{card_no} {name}: {rep} has no visit record of {on} yet."),
    "promise_due": mark("Reminder", "{card_no} {name}: promise due today ({rep})."),
    "promise_late": mark("Reminder", "{card_no} {name}: promise of {on} is late ({rep})."),
    "blocked": mark(
        "Reminder", "{rep} gets no cards: {overdue} overdue, {missing} without record."
    ),
    "block_lifted": mark(
        "Reminder", "{rep}: block lifted for today ({overdue} overdue, {missing} without record)."
    ),
    "approve_plan": mark("Reminder", "{plan_no} of {rep}: today's plan is not approved yet."),
    "confirm_plan": mark(
        "Reminder", "{plan_no} of {rep}: approved on paper, {approver} has yet to confirm it."
    ),
    "asked_back": mark(
        "Reminder", "{card_no} {name}: your proposal {proposal_no} was asked back. Answer it."
    ),
    "proposals_wait": mark("Reminder", "Proposed changes that wait for your decision: {count}."),
    "approvals_wait": mark(
        "Reminder",
        "Approvals that wait for your decision: {count}, for up to {days} working days.",
    ),
    "approval_granted": mark(
        "Reminder", "{approval_no} is granted: it may be used once, until {on}."
    ),
    "approval_refused": mark("Reminder", "{approval_no} is refused ({remark})."),
    "approval_slow": mark(
        "Reminder", "{approval_no}: you asked {days} working days ago and have no decision yet."
    ),
    "copy_overdue": mark(
        "Reminder", "Copy {copy_no} of {card_no} {name} is not back from {receiver}: due {on}."
    ),
    "export_overdue": mark(
        "Reminder", "Export {copy_no} ({count} cards) is not back from {receiver}: due {on}."
    ),
    "copy_unfinished": mark(
        "Reminder",
        "{copy_no} for {receiver} was begun and never finished. Say in the register of copies "
        "whether it left.",
    ),
    "no_card_visits": mark(
        "Reminder", "{rep}: {count} visits without card this week. Plan them better."
    ),
    "card_wanted": mark(
        "Reminder", "{name}: met by {rep} on {on}, and there is no card of this customer yet."
    ),
    "calendar_ends": mark(
        "Reminder",
        "The calendar of public holidays ends on {on}: until it is brought up to date, weekdays "
        "count as working days.",
    ),
}
"""By code; the facts of a reminder fill them in."""


@dataclass(frozen=True)
class Reminder:
    """One thing that somebody should see to.

    Attributes:
        code: what it is; `reminder_text` has the words.
        rep: the rep concerned, or empty.
        card_no: the card, or empty.
        name: the customer, or empty.
        on: the day it is about, or None.
        facts: more for the sentence.
    """

    code: str
    rep: str = ""
    card_no: str = ""
    name: str = ""
    on: date | None = None
    facts: dict[str, Any] = field(default_factory=dict)


CODES = tuple(_TEXTS)
"""Every kind of reminder, the most pressing first."""


def reminder_text(reminder: Reminder, words: Words) -> str:
    """A reminder in the reader's language."""
    given = {
        "rep": reminder.rep,
        "card_no": reminder.card_no,
        "name": reminder.name,
        "on": reminder.on,
        **reminder.facts,
    }
    texts = {name: _plain(value) for name, value in given.items()}
    return words("Reminder", _TEXTS[reminder.code]).format_map(texts)


def _plain(value: object) -> str:
    """A fact as it stands in a sentence."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)

"""Every argument of the commands once: its names on the command line, what it means, its rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from model.words import mark


@dataclass(frozen=True)
class Argument:
    """One argument.

    Attributes:
        names: as typed; one without dashes is known by its place.
        does: marked English help (context `Command`).
        options: what argparse needs besides.
    """

    names: tuple[str, ...]
    does: str
    options: dict[str, Any]


def _arg(*names: str, does: str, **options: Any) -> Argument:
    return Argument(names, does, options)


def _text(name: str, does: str, metavar: str = "NAME") -> Argument:
    """An option with a text that may be left out."""
    return _arg(name, default="", metavar=metavar, does=does)


def _many(name: str, metavar: str, does: str) -> Argument:
    """An option that may be given several times."""
    return _arg(name, action="append", default=[], metavar=metavar, does=does)


def _number(text: str) -> int:
    """How many of something: at least one, and no more than anybody could look at."""
    number = int(text)
    if not 0 < number <= _MOST:
        raise ValueError(text)
    return number


def _flag(name: str, does: str) -> Argument:
    return _arg(name, action="store_true", does=does)


_MOST = 1_000_000
_ROLES = ("rep", "clerk", "supervisor", "manager")
_KINDS = ("company", "individual")
_APPROVABLE = (
    "read_others_card", "issue_confidential", "issue_secret", "export", "remove_attachment",
    "void_card", "print_private",
)  # fmt: skip
_SOURCES = ("visit", "phone", "letter", "website", "other")
_GROUPS = ("contact", "legal", "features", "competitors", "needs", "trading", "credit")
_DOCUMENTS = (
    "licence", "bank_permit", "authorisation", "contract", "business_card", "photo", "other",
)  # fmt: skip
_PURPOSES = ("before_visit", "phone_call", "phone_query", "paperwork", "other")

ARGUMENTS: dict[str, Argument] = {
    "folder": _arg("folder", metavar="DIR", does=mark("Command", "the folder to be made")),
    "office": _arg(
        "--office", required=True, metavar="NAME", does=mark("Command", "name of the office")
    ),
    "manager": _arg(
        "--manager", required=True, metavar="NAME", does=mark("Command", "name of the manager")
    ),
    "keeper": _arg(
        "--keeper", required=True, metavar="NAME", does=mark("Command", "name of the card keeper")
    ),
    "cards": _arg(
        "--cards", type=int, default=2000, metavar="N",
        does=mark("Command", "how many cards (2000)"),
    ),
    "seed": _arg(
        "--seed", type=int, default=1, metavar="S",
        does=mark("Command", "the same seed makes the same office (1)"),
    ),
    "name": _arg("name", metavar="NAME", does=mark("Command", "the name, or a staff number")),
    "name?": _arg(
        "name", nargs="?", default="", metavar="NAME",
        does=mark("Command", "a clerk or manager; without it, who it is now"),
    ),
    "role": _arg(
        "--role", required=True, choices=_ROLES, does=mark("Command", "role of the person")
    ),
    "team?": _text("--team", mark("Command", "name of the team")),
    "team": _arg(
        "--team", required=True, metavar="NAME", does=mark("Command", "name of the team")
    ),
    "supervisor": _text("--supervisor", mark("Command", "who leads it")),
    "deputy": _text("--deputy", mark("Command", "who stands in")),
    "value": _arg("value", metavar="VALUE", does=mark("Command", "its new value")),
    "missing": _arg(
        "--missing", nargs="+", default=[], metavar="CARD_NO",
        does=mark("Command", "cards that are known to be out"),
    ),
    "ref": _arg("ref", metavar="NUMBER", does=mark("Command", "card number or draft number")),
    "kind": _arg(
        "--kind", choices=_KINDS, default="company", does=mark("Command", "kind of customer")
    ),
    "kind?": _arg(
        "--kind", choices=_KINDS, default="", does=mark("Command", "kind of all rows")
    ),
    "set": _many(
        "--set", "FIELD=VALUE",
        mark("Command", "a cell of the card by its identifier; 无 and 不适用 are answers too"),
    ),
    "tick": _many(
        "--tick", "REASON",
        mark("Command", "a warning that you have compared with the paper, e.g. uscc_check"),
    ),
    "not_duplicate": _flag(
        "--not-duplicate", mark("Command", "you have looked: it is another customer")
    ),
    "why?": _text("--reason", mark("Command", "why"), "TEXT"),
    "why": _arg("--reason", required=True, metavar="TEXT", does=mark("Command", "why")),
    "remark": _arg(
        "--remark", required=True, metavar="TEXT", does=mark("Command", "what is wanted")
    ),
    "remark?": _text("--remark", mark("Command", "a word for who handed it in"), "TEXT"),
    "right": _arg(
        "right", choices=_APPROVABLE, metavar="RIGHT",
        does=mark(
            "Command",
            "what is to be approved: read_others_card, issue_confidential, issue_secret, export, "
            "remove_attachment, void_card, print_private",
        ),
    ),
    "refs*": _arg(
        "refs", nargs="*", metavar="NUMBER",
        does=mark("Command", "the cards, attachment or merge that it is about; none for an export"),
    ),
    "fact": _many(
        "--fact", "NAME=VALUE", mark("Command", "what else is asked for, as the refusal named it")
    ),
    "refusal": _arg("--remark", required=True, metavar="TEXT", does=mark("Command", "why")),
    "approval_no": _arg(
        "approval_no", metavar="APPROVAL_NO", does=mark("Command", "number of the approval")
    ),
    "proposal_no": _arg(
        "proposal_no", metavar="PROPOSAL_NO", does=mark("Command", "number of the proposal")
    ),
    "line": _arg(
        "--line", type=int, nargs="+", default=[], metavar="N",
        does=mark("Command", "only these lines of it"),
    ),
    "anyway": _flag(
        "--anyway", mark("Command", "you have seen that something else stands there by now")
    ),
    "revision": _arg(
        "revision", type=int, metavar="N", does=mark("Command", "number of a line of the history")
    ),
    "group": _arg(
        "--group", nargs="+", default=[], metavar="GROUP", choices=_GROUPS,
        does=mark("Command", "only these groups of facts"),
    ),
    "other": _arg(
        "other", metavar="OTHER", does=mark("Command", "the card that goes into it")
    ),
    "take": _arg(
        "--take", nargs="+", default=[], metavar="FIELD",
        does=mark("Command", "fields whose value is taken from the other card"),
    ),
    "merge_no": _arg("merge_no", metavar="MERGE_NO", does=mark("Command", "number of the merge")),
    "document": _arg(
        "file", metavar="FILE", does=mark("Command", "picture or PDF, at most 10 MB")
    ),
    "document_kind": _arg(
        "--kind", dest="document_kind", default="other", choices=_DOCUMENTS,
        does=mark("Command", "what it is"),
    ),
    "document_no": _text("--number", mark("Command", "the number on it"), "TEXT"),
    "valid_until": _text("--valid-until", mark("Command", "until when it holds"), "DATE"),
    "source": _arg(
        "--source", default="other", choices=_SOURCES,
        does=mark("Command", "where the news came from"),
    ),
    "version": _arg(
        "--version", type=int, default=0, metavar="N",
        does=mark("Command", "the version before you; a newer one is not overwritten"),
    ),
    "history": _flag("--history", mark("Command", "with all its changes")),
    "purpose": _arg(
        "--purpose", default="", choices=_PURPOSES,
        does=mark("Command", "what for, for the log"),
    ),
    "text": _arg("text", metavar="TEXT", does=mark("Command", "what to find")),
    "limit": _arg(
        "--limit", type=_number, default=50, metavar="N",
        does=mark("Command", "how many at most (50)"),
    ),
    "sheet": _arg("file", metavar="FILE", does=mark("Command", "spreadsheet: .xlsx or .csv")),
    "map": _text("--map", mark("Command", "which column is which field"), "MAP.toml"),
    "rep": _text("--rep", mark("Command", "the rep of all rows")),
    "district": _text("--district", mark("Command", "the district of all rows")),
    "skip_rejected": _flag(
        "--skip-rejected", mark("Command", "take the good rows although others are rejected")
    ),
    "dry_run": _flag("--dry-run", mark("Command", "only say what would happen")),
    "backup?": _arg(
        "file", nargs="?", default="", metavar="FILE",
        does=mark("Command", "file or folder; otherwise the cabinet's own backups"),
    ),
    "backup": _arg("file", metavar="FILE", does=mark("Command", "the backup")),
    "folder?": _arg(
        "folder", nargs="?", default="", metavar="DIR",
        does=mark("Command", "the folder to be made; without --preview it is needed"),
    ),
    "preview": _flag(
        "--preview",
        mark("Command", "only say what the backup holds; with --as, after opening it"),
    ),
    "recovery_code": _flag(
        "--recovery-code", mark("Command", "open it with the printed recovery code")
    ),
    "paper": _text("--paper", mark("Command", "head of the log copied from paper"), "HEAD"),
    "rep!": _arg("--rep", required=True, metavar="NAME", does=mark("Command", "the rep")),
    "district!": _arg(
        "--district", required=True, metavar="NAME", does=mark("Command", "name of the district")
    ),
    "date": _text(
        "--date", mark("Command", "the day: 2026-11-25, today, tomorrow, +3 (today)"), "DATE"
    ),
    "suggest": _flag("--suggest", mark("Command", "only show what would be planned")),
    "again": _flag("--again", mark("Command", "suggest anew; what was added by hand stays")),
    "plan_no": _arg("plan_no", metavar="PLAN_NO", does=mark("Command", "number of the plan")),
    "plan_nos": _arg(
        "plan_nos", nargs="*", metavar="PLAN_NO", does=mark("Command", "numbers of the plans")
    ),
    "card_no": _arg("card_no", metavar="CARD_NO", does=mark("Command", "number of the card")),
    "card_no?": _arg(
        "card_no", nargs="?", default="", metavar="CARD_NO",
        does=mark("Command", "number of the card"),
    ),
    "card_nos": _arg(
        "card_nos", nargs="+", metavar="CARD_NO", does=mark("Command", "numbers of the cards")
    ),
    "at": _text("--at", mark("Command", "a time agreed with the customer"), "HH:MM"),
    "aim": _many("--purpose", "CODE", mark("Command", "purpose of the visit")),
    "note": _text("--note", mark("Command", "a remark"), "TEXT"),
    "to": _arg(
        "--to", type=int, required=True, metavar="N", does=mark("Command", "its new place, from 1")
    ),
    "until": _arg(
        "--to", dest="until", default="", metavar="DATE",
        does=mark("Command", "the day that was agreed instead"),
    ),
    "all": _flag("--all", mark("Command", "all of them")),
    "on_paper": _text(
        "--on-paper", mark("Command", "who approved them on paper"), "NAME"
    ),
    "weekday": _arg(
        "--weekday", nargs="*", default=[], metavar="1-7", choices=tuple("1234567"),
        does=mark("Command", "weekdays, 1 is Monday; none takes the route away"),
    ),
    "card_nos?": _arg(
        "card_nos", nargs="*", metavar="CARD_NO", does=mark("Command", "numbers of the cards")
    ),
    "outdated": _flag(
        "--outdated", mark("Command", "all cards whose paper is older than the card (需重打)")
    ),
    "private": _flag(
        "--private", mark("Command", "with private facts; a supervisor's needs an approval")
    ),
    "changed": _flag(
        "--changed", mark("Command", "mark what changed since the last print")
    ),
    "sides": _arg(
        "--sides", choices=("both", "front", "back"), default="both",
        does=mark("Command", "without a duplex unit: first the fronts, then the backs"),
    ),
    "receiver": _arg(
        "--receiver", required=True, metavar="NAME", does=mark("Command", "who gets them")
    ),
    "for": _arg(
        "--reason", dest="why", required=True, metavar="TEXT", does=mark("Command", "what for")
    ),
    "copy_nos": _arg(
        "copy_nos", nargs="+", metavar="COPY_NO", does=mark("Command", "numbers of the copies")
    ),
    "export_file": _arg(
        "file", metavar="FILE", does=mark("Command", "the file to be made: .xlsx or .csv")
    ),
    "filter": _many(
        "--filter", "KEY=VALUE",
        mark("Command", "only cards with this: kind status class rep district drawer text"),
    ),
    "export_fields": _text(
        "--fields", mark("Command", "which columns, or a set: list (usual), import, contacts"),
        "FIELD,…",
    ),
    "all_fields": _flag("--all-fields", mark("Command", "all that you may have on paper")),
    "export_to": _arg(
        "--to", dest="receiver", required=True, metavar="NAME",
        does=mark("Command", "who gets the file"),
    ),
    "export_for": _arg(
        "--purpose", dest="why", required=True, metavar="TEXT", does=mark("Command", "what for")
    ),
    "ask": _flag("--ask", mark("Command", "only ask for the approval (请示)")),
    "due": _text("--due", mark("Command", "the day by which it comes back"), "DATE"),
    "destroy": _flag("--destroy", mark("Command", "destroyed after reading (阅后销毁)")),
    "count": _arg(
        "--count", type=int, default=1, metavar="N", does=mark("Command", "how many (1)")
    ),
    "day": _arg("day", metavar="DATE", does=mark("Command", "the day")),
    "works": _flag("--works", mark("Command", "the office works on it")),
    "card": _many("--card", "CARD_NO", mark("Command", "only this card of the plan")),
    "read": _flag("--read", mark("Command", "the rep has read every card (已阅)")),
    "visited": _text("--visited", mark("Command", "what was learnt"), "TEXT"),
    "outcome": _arg(
        "--outcome", default="", choices=("yes", "partly", "no"),
        does=mark("Command", "whether the purpose was reached"),
    ),
    "promise": _many(
        "--promise", "TEXT@DATE",
        mark("Command", "a promise and its day; @customer or @payment behind it: theirs"),
    ),
    "kept": _flag("--kept", mark("Command", "the promises that were due have been kept")),
    "next": _text("--next", mark("Command", "day of the next visit"), "DATE"),
    "not_visited": _arg(
        "--not-visited", default="", choices=("absent", "postponed", "traffic", "other"),
        does=mark("Command", "why there was no visit; --next names the new day"),
    ),
    "cancelled": _flag("--cancelled", mark("Command", "handed back before leaving")),
    "no_record": _flag("--no-record", mark("Command", "home without its visit record")),
    "damaged": _flag("--damaged", mark("Command", "the card is damaged")),
    "no_card": _flag("--no-card", mark("Command", "the card was not at hand (无卡拜访)")),
    "new": _text("--new", mark("Command", "a customer met who has no card yet")),
    "loan_no": _arg(
        "loan_no", type=int, metavar="LOAN_NO", does=mark("Command", "number in the register")
    ),
    "out": _arg(
        "--out", required=True, metavar="FILE.pdf", does=mark("Command", "the file to be made")
    ),
    "out?": _text("--out", mark("Command", "as a numbered paper in this file"), "FILE.pdf"),
    "rows": _arg(
        "--rows", type=int, default=20, metavar="N", does=mark("Command", "empty lines (20)")
    ),
    "record": _text(
        "--record", mark("Command", "one record, as it was entered"), "RECORD_NO"
    ),
    "people": _arg(
        "people", nargs="*", metavar="NAME", does=mark("Command", "whose; nobody named: everybody")
    ),
    "names": _arg("names", nargs="*", metavar="NAME", does=mark("Command", "which of them")),
    "day_from": _arg(
        "--from", dest="day_from", default="", metavar="DATE",
        does=mark("Command", "from this day on"),
    ),
    "day_to": _arg(
        "--to", dest="day_to", default="", metavar="DATE",
        does=mark("Command", "until this day"),
    ),
    "who": _text("--who", mark("Command", "only what this person did"), "NAME"),
    "event": _many(
        "--event", "EVENT",
        mark("Command", "only this event, as loan.issue, or this kind of events, as loans"),
    ),
    "log_subject": _arg(
        "--card", dest="log_subject", default="", metavar="NO",
        does=mark("Command", "only lines about this number: a card, plan, #LINE …"),
    ),
    "log_text": _arg(
        "--text", dest="log_text", default="", metavar="TEXT",
        does=mark("Command", "only lines in which these words stand"),
    ),
    "log_file": _arg("file", metavar="FILE", does=mark("Command", "ends in .xlsx or .csv")),
}  # fmt: skip
"""Argument by the name that the table of commands uses; `?` marks one that may be left out."""

"""Every act leaves its line in the log: what changes something, in its own transaction.

Generated from the table of acts: an act that is new must write a line, note a reading, or be
named below with the reason why it does neither.
"""

from __future__ import annotations

import importlib
import itertools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from model.cards import attachments
from model.cards.tables import Loan
from model.errors import CabinetError
from model.loans import checkouts, corrections, merging, opening, reminders, returns
from model.office.desk import Desk
from model.office.rights import ACTS
from model.office.tables import AuditLine, CabinetDay
from model.rounds import visits
from model.sentences.log_labels import FACTS
from model.storage.database import database
from tests.conftest import NOW, Sit
from tests.model.office import test_rights as rights

RELATIONS = ("own", "lent", "team")


@dataclass
class Left:
    """What an act left behind.

    Attributes:
        lines: lines of the log.
        notes: reading events that wait to be written.
        changes: rows written in other tables than those of the log.
        facts: names of the facts that its lines tell.
    """

    lines: int = 0
    notes: int = 0
    changes: int = 0
    facts: frozenset[str] = frozenset()


class _UndoError(Exception):
    """Takes an act back."""


def measured(act: Callable[..., object], left: Left) -> Callable[..., object]:
    """The same act, with what it leaves counted."""

    def counted(desk: Desk, /, *args: Any, **kwargs: Any) -> object:
        lines, notes, changes = _lines(), len(desk.readings), _changes()
        done = act(desk, *args, **kwargs)
        left.lines += _lines() - lines
        left.notes += len(desk.readings) - notes
        left.changes += _changes() - changes - (_lines() - lines)
        left.facts |= _facts(lines, desk.readings[notes:])
        return done

    return counted


def _lines() -> int:
    return int(AuditLine.select().count())


def _facts(after: int, notes: Sequence[Any]) -> frozenset[str]:
    """Names of facts in the newest lines, and in those that wait to be written."""
    written = AuditLine.select().order_by(AuditLine.no.desc()).limit(_lines() - after)
    texts = [text for line in (*written, *notes) for text in (line.before, line.after) if text]
    return frozenset(name for text in texts for name in json.loads(text))


def _changes() -> int:
    return int(database.execute_sql("SELECT total_changes()").fetchone()[0])


# --- what need not write a line -------------------------------------------------------------------

NOTED = frozenset(
    {
        "model.cards.attachments.read_attachment",
        "model.cards.attachments.shrink_pictures",
        "model.cards.cards.read_card",
        "model.cards.looking.note_closed",
        "model.cards.revisions.history",
        "model.cards.search.note_search",
        "model.loans.at_a_glance.glance",
        "model.loans.card_prints.look_at_papers",
        "model.loans.card_prints.print_papers",
        "model.loans.merging.compare_cards",
        "model.loans.papers.card_papers",
        "model.loans.reading.open_card",
        "model.office.prints.note_preview",
        "model.rounds.visits.visits_of",
    }
)
"""They read what stands on cards: their line waits at most a second, and is there before a lock."""

_OFFICE = "names, times and numbers of the office itself"
_LIST = "a list of cards by number and name; opening one is logged, and so is a search of it"
_PART = "part of a card that is open: its reading is logged"
_DAY = "the day's plans, loans and reminders, which hang at the counter"
_SHEET = "values of a sheet: its preview, or its print, is logged before it is made"
_MANAGED = "about approvals, copies and keys; deciding, ending and making them is logged"
SILENT: dict[str, str] = {
    **dict.fromkeys(
        (
            "model.office.calendar.list_office_days",
            "model.office.calendar.working_day_after",
            "model.office.day.day_state",
            "model.office.office_settings.read_settings",
            "model.office.people.keepers",
            "model.office.people.list_people",
            "model.office.secrets.second_persons",
            "model.office.teams.list_districts",
            "model.office.teams.list_drawers",
            "model.office.teams.list_teams",
            "model.rounds.rep_list.list_reps",
            "model.rounds.routes.list_routes",
            "model.upkeep.backup.last_backup",
            "model.upkeep.backup.backup_is_late",
            "model.upkeep.backup.second_folder_state",
            "model.upkeep.backup_health.backup_state",
        ),
        _OFFICE,
    ),
    **dict.fromkeys(
        (
            "model.cards.closing.counts",
            "model.cards.likeness.look_alikes",
            "model.cards.listing.list_cards",
            "model.cards.passes.looks_today",
            "model.cards.proposals.open_proposals",
            "model.cards.search.search",
            "model.loans.merging.merges",
        ),
        _LIST,
    ),
    **dict.fromkeys(
        (
            "model.cards.attachments.attachments_of",
            "model.cards.changes_behind.changes_behind",
            "model.cards.proposals.proposals_of",
            "model.cards.revisions.changed_since",
            "model.rounds.visits.open_promises",
        ),
        _PART,
    ),
    **dict.fromkeys(
        (
            "model.loans.board.day_board",
            "model.loans.board.rep_day",
            "model.loans.registers.day_report",
            "model.loans.registers.loan_register",
            "model.loans.reminders.reminders",
            "model.loans.scanning.read_scan",
            "model.rounds.planning.plan_of",
            "model.rounds.planning.plans_on",
            "model.rounds.planning.read_plan",
            "model.rounds.suggesting.suggest_day",
            "model.rounds.visits.visits_on",
        ),
        _DAY,
    ),
    **dict.fromkeys(
        (
            "model.loans.papers.badges",
            "model.loans.papers.packets",
            "model.loans.papers.visit_paper",
        ),
        _SHEET,
    ),
    **dict.fromkeys(
        (
            "model.cards.asking.list_approvals",
            "model.cards.asking.read_approval",
            "model.exchange.exporting.export_columns",
            "model.exchange.exporting.export_facts",
            "model.exchange.exporting.plan_export",
            "model.loans.copies.copies",
            "model.office.kdf.key_state",
            "model.office.recovery.new_recovery_code",
            "model.office.recovery.recovery_state",
            "model.upkeep.dismissal.look_before_dismissing",
        ),
        _MANAGED,
    ),
    **dict.fromkeys(
        (
            "model.loans.log_reading.head_of_log",
            "model.loans.log_reading.log_people",
            "model.loans.log_reading.read_log",
        ),
        "the log itself, which holds no card's content; its export is logged",
    ),
    "model.cards.drafts.empty_card": "an empty form",
    "model.cards.typing.keep_typing": "unsaved typing, which nobody else sees; saving it is logged",
    "model.cards.typing.kept_typing": "the same, read by who typed it",
    "model.cards.typing.discard_typing": "the same, thrown away by who typed it",
    "model.exchange.importing.preview_import": "nothing is taken; the import is logged",
    "model.loans.card_prints.papers_not_made": "without an approval there is nothing to give back",
    "model.loans.copy_issuing.copies_not_made": "without copies there is nothing to take back",
    "model.rounds.approval.approve_all": "without plans there is nothing to approve",
    "model.upkeep.resealing.reseal_backups": "without backups there is nothing to seal anew",
}
"""Act -> why it leaves no line."""

COUNTED = {
    "model.cards.attachments.attachments_of",
    "model.cards.changes_behind.changes_behind",
    "model.cards.proposals.proposals_of",
    "model.cards.revisions.changed_since",
    "model.cards.typing.keep_typing",
}
"""They write a row that is no act: the cards looked at today are counted, typing is kept."""

OUTSIDE = rights.OUTSIDE | {
    "model.office.log_in.lock_screen",
    "model.upkeep.dismissal.dismiss",
}
"""They open transactions of their own, which here would be inside another; their own tests look
for their lines: test_log_in.py, test_backup.py, test_verify.py, test_dismissal.py."""

# --- how to do what the table of rights only tries ------------------------------------------------


def _lent(desk: Desk) -> str:
    """A card that 李明 took out this morning."""
    rights._plan_no(desk, on_paper=True)
    return checkouts.check_out(desk, "李明", NOW)[0].card_no


def _take_back(desk: Desk, world: rights.World, ref: str) -> object:
    return returns.take_back(desk, "李明", [returns.Return(_lent(desk), "no_record")], NOW)


def _recall(desk: Desk, world: rights.World, ref: str) -> object:
    return reminders.recall(desk, [_lent(desk)], NOW)


def _correct(desk: Desk, world: rights.World, ref: str) -> object:
    _lent(desk)
    loan_no = Loan.select(Loan.loan_no).order_by(Loan.id.desc()).scalar()
    return corrections.correct_loan(desk, loan_no, "发错卡", NOW)


def _undo_merge(desk: Desk, world: rights.World, ref: str) -> object:
    merge_no = merging.merge_cards(desk, world.own, world.team, (), NOW, reason="同一客户")
    return merging.undo_merge(desk, merge_no.merge_no, NOW)


def _open(desk: Desk, world: rights.World, ref: str) -> object:
    CabinetDay.delete().execute()
    return opening.open_cabinet(desk, NOW)


def _check_out_all(desk: Desk, world: rights.World, ref: str) -> object:
    rights._plan_no(desk, on_paper=True)
    return checkouts.check_out_all(desk, ["李明"], NOW)


def _visits_of(desk: Desk, world: rights.World, ref: str) -> object:
    rights._record_visit(desk, world, world.own)
    return visits.visits_of(desk, world.own, NOW)


def _shrink(desk: Desk, world: rights.World, ref: str) -> object:
    rights._attachment_no(world.lent)
    return attachments.shrink_pictures(desk, world.lent, len, NOW)


DONE: dict[str, rights.Recipe] = {
    "model.loans.checkouts.check_out_all": _check_out_all,
    "model.cards.attachments.shrink_pictures": _shrink,
    "model.rounds.visits.visits_of": _visits_of,
    "model.loans.returns.take_back": _take_back,
    "model.loans.reminders.recall": _recall,
    "model.loans.corrections.correct_loan": _correct,
    "model.loans.merging.undo_merge": _undo_merge,
    "model.loans.opening.open_cabinet": _open,
}
"""Act -> a recipe that goes through where the one of the table of rights stops at a rule."""


def tried(
    name: str, cabinet: Path, sit: Sit, world: rights.World, patch: pytest.MonkeyPatch
) -> Left | None:
    """What an act leaves behind at the first desk that can do it; None where none can."""
    room, _, short = name.rpartition(".")
    module = importlib.import_module(room)
    recipe, keys = DONE.get(name) or rights.RECIPES[name], (cabinet / "keys.json").read_bytes()
    relations = RELATIONS if name in rights.ON_CARDS | rights.ON_DRAFTS else ("",)
    for person, relation in itertools.product(rights.PEOPLE, relations):
        desk, left = sit(person), Left()
        if name == "model.cards.reviewing.file_card":
            rights._stage(world, relation, "passed")
        act: Callable[..., object] = getattr(module, short)
        with patch.context() as patched:
            for place in (module, rights):
                if vars(place).get(short) is act:
                    patched.setattr(place, short, measured(act, left))
            try:
                with database.atomic():
                    recipe(desk, world, rights._ref(world, name, relation))
                    raise _UndoError
            except _UndoError:
                return left
            except CabinetError:
                continue
            finally:
                (cabinet / "keys.json").write_bytes(keys)
    return None


def wrong(name: str, left: Left | None) -> str:
    """What is wrong with what an act left behind; empty where all is well."""
    if left is None:
        return "nobody could do it: give it a recipe in DONE"
    if left.facts - set(FACTS):
        return f"facts without a label in log_labels.py: {sorted(left.facts - set(FACTS))}"
    if left.lines:
        return "it writes a line, and is listed as one that need not" if name in SILENT else ""
    if left.notes:
        return "" if name in NOTED else "it notes a reading: list it under NOTED"
    if name not in SILENT:
        return "it writes no line and notes nothing: let it, or say under SILENT why not"
    if left.changes and name not in COUNTED:
        return "it changes something and leaves no line"
    return ""


def test_every_act_leaves_its_line(
    cabinet: Path, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    world = rights._make_world(sit, folder)
    opening.open_cabinet(sit(rights.KEEPER), NOW)
    dict(rights.walk_model())
    found = {
        name: wrong(name, tried(name, cabinet, sit, world, monkeypatch))
        for name in sorted(set(ACTS) - OUTSIDE)
    }
    assert {name: told for name, told in found.items() if told} == {}


def test_what_is_listed_is_there() -> None:
    dict(rights.walk_model())
    assert set(NOTED) | set(SILENT) | set(DONE) | OUTSIDE <= set(ACTS)
    assert set(COUNTED) <= set(SILENT)
    assert not set(NOTED) & set(SILENT)


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (Left(lines=1, changes=2), ""),
        (Left(lines=1, facts=frozenset({"fields", "colour_of_his_hat"})), "colour_of_his_hat"),
        (Left(notes=1), "NOTED"),
        (Left(changes=1), "SILENT"),
        (Left(), "SILENT"),
        (None, "DONE"),
    ],
)
def test_an_act_that_nobody_knows_is_judged_by_what_it_leaves(left: Left | None, told: str) -> None:
    assert told in wrong("model.somewhere.something", left)
    assert bool(told) is bool(wrong("model.somewhere.something", left))


def test_a_silent_act_that_begins_to_change_something_is_found() -> None:
    assert wrong("model.cards.search.search", Left(changes=1))
    assert wrong("model.cards.search.search", Left(lines=1))
    assert not wrong("model.cards.search.search", Left())

"""Every role through every act: allowed exactly where domain.md §5.6 says so."""

from __future__ import annotations

import importlib
import inspect
import itertools
import json
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

import model
from model.cards import (
    answering,
    asking,
    attachments,
    cards,
    deciding,
    drafts,
    likeness,
    listing,
    looking,
    passes,
    proposals,
    proposing,
    reviewing,
    revisions,
    search,
    verifying,
)
from model.cards import typing as kept
from model.cards.attachment_fields import AttachmentDetails
from model.cards.changes_behind import changes_behind
from model.cards.closing import counts
from model.cards.definition import CardKind, Fresh
from model.cards.private import clear_private
from model.cards.restoring import restore_value
from model.cards.tables import (
    Attachment,
    AttachmentContent,
    CustomerCard,
    Proposal,
    ProposedChange,
    Revision,
)
from model.errors import BadInputError, CabinetError, NotAllowedError
from model.exchange import exporting
from model.exchange.export_orders import Order, Wanted
from model.loans import (
    at_a_glance,
    blocks,
    board,
    card_prints,
    checkouts,
    closing,
    copies,
    copy_issuing,
    corrections,
    log_reading,
    merging,
    opening,
    papers,
    reading,
    registers,
    reminders,
    returns,
    scanning,
)
from model.loans.copy_terms import Terms
from model.loans.sheets import CardPaper
from model.office import (
    calendar,
    day,
    idle,
    kdf,
    log_in,
    office_settings,
    people,
    prints,
    recovery,
    secrets,
    teams,
)
from model.office.desk import Desk
from model.office.log_query import LogQuery
from model.office.rights import ACTS, BY_APPROVAL, RIGHTS, Reach, Right, Role
from model.office.tables import Approval, Person
from model.rounds import approval, planning, rep_list, routes, suggesting, visits
from model.storage.database import database, writing
from model.storage.passwords import make_recovery_code
from model.upkeep import dismissal, resealing
from tests.conftest import NOW, PASSWORD, Sit, make_card, make_draft

# The table of domain.md §5.6 B once more, as it stands there, so that a slip in
# `model/office/rights.py` shows: act | rep | clerk | supervisor | manager.
TABLE = """
log_in              | ● | ● | ● | ●
own_password        | ● | ● | ● | ●
open_cabinet        | – | keeper | – | ●
close_cabinet       | – | keeper | – | ●
create_card         | ● | ● | – | –
import_cards        | – | ● | – | ●
attach              | 借 | ● | 队 | ●
see_attachment      | 借 | ● | 队 | ●
remove_attachment   | – | 批(SV) | 队 | ●
correct_event       | – | ● | – | ●
pass_card           | – | – | 队 | ●
edit_card           | proposal | ● | 队 | ●
edit_protected      | proposal | 批(SV) | 队 | ●
decide_revision     | – | ● | 队 | ●
reserve             | – | ● | – | –
unreserve           | 自 | ● | 队 | –
check_out           | – | ● | – | keeper
take_back           | – | ● | – | keeper
see_loans           | 自 | ● | 队 | ●
recall              | – | ● | 队 | ●
make_plan           | 自 | ● | 队 | ●
approve_plan        | – | – | 队 | ●
approve_on_paper    | – | ● | – | –
set_route           | – | – | 队 | ●
print_day           | – | ● | 队 | ●
record_visit        | 自 | ● | 队 | ●
ask_approval        | ● | ● | ● | –
decide_approval     | – | – | 队 | ●
read_others_card    | 批(SV) | ● | 批(MG) | ●
print_card          | – | ● | 队 | ●
print_private       | – | ● | 批(MG) | ●
issue_internal      | – | ● | 队 | ●
issue_confidential  | – | 批(SV) | 队 | ●
issue_secret        | – | 批(MG) | 批(MG) | ●
export              | – | 批(MG) | 批(MG) | ●
unblock             | – | – | 队 | ●
clear_private       | – | – | 队 | ●
abandon             | proposal | – | proposal | ●
confirm_class       | – | – | 队 | ●
confirm_status      | proposal | – | 队 | ●
manage_office       | – | – | – | ●
restore             | – | – | – | ●
districts_drawers   | – | ● | – | ●
back_up             | – | ● | – | ●
verify              | – | ● | – | ●
list_cards          | 自 | ● | 队 | ●
read_card           | 自 | ● | 队 | ●
file_card           | – | ● | – | –
"""


def _table() -> Iterator[tuple[str, Role, str]]:
    for line in TABLE.strip().splitlines():
        name, *signs = (part.strip() for part in line.split("|"))
        yield from ((name, role, sign) for role, sign in zip(Role, signs, strict=True))


@pytest.mark.parametrize(("name", "role", "sign"), list(_table()))
def test_table_says_what_the_domain_says(name: str, role: Role, sign: str) -> None:
    assert RIGHTS[Right(name)].of(role).value == sign


# --- every public act ------------------------------------------------------------------------


def walk_model() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of `model`, by its dotted name."""
    for info in pkgutil.walk_packages(model.__path__, "model."):
        if ".migrations" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == info.name
            if own and not name.startswith("_"):
                yield f"{info.name}.{name}", function


def takes_desk(function: Callable[..., object]) -> bool:
    """Whether its first parameter is a desk."""
    parameters = list(inspect.signature(function).parameters.values())
    return bool(parameters) and parameters[0].annotation in {"Desk", Desk}


# Functions below the acts: they work inside an act's transaction, are called by acts only, and
# nothing above `model` may use them (tests/test_doors.py).
INNER = {
    "model.upkeep.daily_files.cabinet_id",
    "model.upkeep.second_folder.copy_to_second_folder",
    "model.upkeep.second_folder.note_dropped",
    "model.office.approvals.give_back",
    "model.office.approvals.standing",
    "model.office.approvals.use_approval",
    "model.office.audit.append",
    "model.office.audit.flush",
    "model.office.audit.log",
    "model.office.audit.make_line",
    "model.office.audit.note",
    "model.office.day.begin_day",
    "model.office.day.end_day",
    "model.office.log_in.log_failures",
    "model.office.kdf.settle_cost",
    "model.office.key_changes.change_keys",
    "model.office.secrets.require_secrets",
    "model.loans.office_papers.filed_cards",
    "model.loans.office_papers.kept_off_paper",
    "model.loans.office_papers.note_paper_read",
    "model.loans.office_papers.paper_of",
    "model.exchange.export_columns.allowed_columns",
    "model.exchange.export_columns.may_print",
    "model.exchange.export_orders.chosen_rows",
    "model.exchange.export_reading.contact_columns",
    "model.loans.copies.open_copies",
    "model.cards.approvals_shown.decides",
    "model.cards.approvals_shown.shown",
    "model.cards.attachments.put_in_pouch",
    "model.cards.cards.fills_draft",
    "model.cards.listing.listed",
    "model.cards.listing.reps_listed",
    "model.cards.cards.view_of",
    "model.cards.changing.card_to_change",
    "model.cards.changing.change_card",
    "model.cards.changing.require_changes",
    "model.cards.changing.require_path",
    "model.cards.custody.reserve",
    "model.cards.custody.unreserve",
    "model.cards.custody.active_pass",
    "model.cards.custody.in_reach",
    "model.cards.passes.is_shut_away",
    "model.cards.passes.needs_pass",
    "model.cards.passes.pass_now",
    "model.cards.passes.wants_purpose",
    "model.cards.passes.reader_of",
    "model.cards.passes.require_reading",
    "model.loans.reading.opened",
    "model.cards.permitted.editable_columns",
    "model.cards.permitted.editable_fields",
    "model.cards.permitted.hidden_columns",
    "model.cards.permitted.hidden_fields",
    "model.cards.permitted.may_change",
    "model.cards.permitted.may_change_column",
    "model.cards.permitted.require_change",
    "model.cards.permitted.sees",
    "model.cards.proposal_keeping.log_proposal",
    "model.cards.proposal_rights.is_direct",
    "model.cards.proposal_rights.may_decide",
    "model.cards.proposal_rights.may_hand_in",
    "model.cards.proposal_rights.proposable",
    "model.cards.proposal_rights.refused",
    "model.cards.revisions.opening_line",
    "model.cards.revisions.seen_paths",
    "model.cards.waiting_proposals.asked_back",
    "model.cards.waiting_proposals.count_waiting",
    "model.cards.saving.save_changes",
    "model.exchange.filing.file_rows",
    "model.loans.approval_reminders.approval_reminders",
    "model.loans.backup_reminders.backup_reminders",
    "model.loans.board.reps_seen",
    "model.loans.correction_reminders.correction_reminders",
    "model.loans.joining.join",
    "model.loans.log_reading.seen_lines",
    "model.loans.open_loans.log_overdue",
    "model.loans.parting.part",
    "model.rounds.visit_reading.visits_seen",
    "model.rounds.visits.write_visit",
    "model.rounds.plan_keeping.log_change",
    "model.rounds.plan_keeping.require_changeable",
    "model.rounds.plan_keeping.require_plan",
    "model.rounds.plan_keeping.reserve_lines",
    "model.rounds.plan_making.log_made",
    "model.rounds.plan_making.new_plan",
    "model.upkeep.bench.full_cards.fill_cards",
    "model.upkeep.bench.office.shut",
    "model.upkeep.bench.rekeying.bare_backup",
    "model.upkeep.resealing.resume",
    "model.upkeep.sample_filing.file_sample",
    "model.upkeep.sample_pouches.fill_pouches",
}


def test_every_function_with_a_desk_is_an_act() -> None:
    found = {name for name, function in walk_model() if takes_desk(function)}
    assert found - set(ACTS) - INNER == set()


def test_every_act_has_a_row_and_a_recipe() -> None:
    dict(walk_model())
    assert set(ACTS.values()) <= set(RIGHTS)
    assert set(ACTS) == set(RECIPES), "an act without a recipe here is not tested"


# --- every act by every person on every card -------------------------------------------------


@dataclass(frozen=True)
class World:
    """Cards and drafts by whose they are."""

    own: str
    lent: str
    team: str
    other: str
    drafts: dict[str, str]
    folder: Path


Recipe = Callable[[Desk, World, str], object]
OLD_BACKUP = Path(__file__).parents[1] / "old_cabinets" / "0.1.0.ccb"


def _csv(world: World) -> Path:
    path = world.folder / "list.csv"
    path.write_text("客户名称,业务员,片区\n新客户,李明,武侯\n", encoding="utf-8")
    return path


def _import(desk: Desk, world: World, ref: str) -> object:
    from model.exchange import importing

    return importing.import_cards(desk, _csv(world), importing.ImportOptions(), NOW)


def _preview(desk: Desk, world: World, ref: str) -> object:
    from model.exchange import importing

    return importing.preview_import(desk, _csv(world), importing.ImportOptions(), NOW)


def _back_up(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup

    return backup.back_up(desk, world.folder / "one.ccb", NOW)


def _back_up_daily(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup

    return backup.back_up_daily(desk, NOW)


def _export_log(desk: Desk, world: World, ref: str) -> object:
    from model.exchange import log_file
    from model.words import words_in

    return log_file.export_log(desk, LogQuery(), world.folder / "log.csv", words_in("zh"), NOW)


def _last_backup(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup

    return backup.last_backup(desk)


def _backup_is_late(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup

    return backup.backup_is_late(desk, NOW)


def _second_folder_state(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup

    return backup.second_folder_state(desk)


def _backup_state(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup_health

    return backup_health.backup_state(desk, NOW)


def _check_one_backup(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import backup_health

    return backup_health.check_one_backup(desk, OLD_BACKUP, NOW)


def _verify(desk: Desk, world: World, ref: str) -> object:
    from model.upkeep import verify

    return verify.verify(desk, "", NOW)


def _plan_no(by: Desk, *, on_paper: bool = False) -> str:
    """A plan of 李明 of today with his own customer's card, in place of a refused act's."""
    from model.rounds.tables import DailyPlan, PlanLine

    PlanLine.delete().execute()
    DailyPlan.delete().execute()
    rep = Person.get(Person.name == "李明")
    signed = {"state": "approved", "approved_by": by.person.id, "approved_at": NOW,
              "recorded_by": rep}  # fmt: skip
    plan = DailyPlan.create(
        plan_no="RB20261120-01", plan_date=NOW.date(), rep=rep, made_by=rep, made_at=NOW,
        **(signed if on_paper else {}),
    )  # fmt: skip
    card = CustomerCard.get(CustomerCard.rep == rep, CustomerCard.custody_state == "in_cabinet")
    PlanLine.create(plan=plan, card=card, seq=1, stay_minutes=30, travel_minutes=40)
    return str(plan.plan_no)


PNG = b"\x89PNG\r\n\x1a\n"


def _attachment_no(ref: str) -> str:
    """A picture in a card's pouch, in place of a refused act's."""
    AttachmentContent.delete().execute()
    Attachment.delete().execute()
    row = Attachment.create(
        attachment_no="FJ000009", card=CustomerCard.get(CustomerCard.card_no == ref), kind="photo",
        file_name="a.png", media_type="image/png", size=len(PNG), sha256="0" * 64, added_at=NOW,
        added_by=Person.get(Person.name == "王秀兰"),
    )  # fmt: skip
    AttachmentContent.create(attachment=row, content=PNG)
    return str(row.attachment_no)


def _today(act: Callable[..., object]) -> Recipe:
    """An act that asks for a desk and the time only."""
    return lambda desk, _, __: act(desk, NOW)


def _check_out(desk: Desk, world: World, ref: str) -> object:
    _plan_no(desk, on_paper=True)
    return checkouts.check_out(desk, "李明", NOW)


def _packets(desk: Desk, world: World, ref: str) -> object:
    _plan_no(desk, on_paper=True)
    return papers.packets(desk, NOW.date(), NOW, cards=False)


def _visit_paper(desk: Desk, world: World, ref: str) -> object:
    _plan_no(desk, on_paper=True)
    return papers.visit_paper(desk, NOW.date(), NOW)


def _record_visit(desk: Desk, world: World, ref: str) -> object:
    rep = CustomerCard.get(CustomerCard.card_no == ref).rep.name
    return visits.record_visit(
        desk, visits.VisitEntry(ref, rep, NOW.date(), {"visited": "好"}), NOW
    )


def _proposal(by: int, ref: str, state: str = "pending") -> tuple[str, int]:
    """Number and line of a proposal for one card, in place of a refused act's."""
    ProposedChange.delete().execute()
    Proposal.delete().execute()
    card = CustomerCard.get(CustomerCard.card_no == ref)
    proposal = Proposal.create(proposal_no="XD900001", card=card, proposer=by, made_at=NOW)
    line = ProposedChange.create(
        proposal=proposal, path="likes", old_value="", text="守时", state=state
    )
    return proposal.proposal_no, line.id


def _decide(desk: Desk, world: World, ref: str) -> object:
    number, line = _proposal(Person.get(Person.name == "孙丽").id, ref)
    return deciding.decide(desk, number, {line: deciding.Decision("accept")}, NOW)


def _answer(desk: Desk, world: World, ref: str) -> object:
    number, _ = _proposal(desk.person.id, world.own, "asked_back")
    return answering.answer(desk, number, {"likes": "安静"}, NOW)


def _withdraw(desk: Desk, world: World, ref: str) -> object:
    number, _ = _proposal(desk.person.id, world.own)
    return answering.withdraw(desk, number, NOW)


def _pair(world: World, ref: str) -> tuple[str, str]:
    """A card with another one of the supervisor's team, the older number first."""
    other = world.team if ref == world.own else world.own
    first, second = sorted((ref, other))
    return first, second


def _merge(desk: Desk, world: World, ref: str) -> object:
    return merging.merge_cards(desk, *_pair(world, ref), (), NOW, reason="同一客户")


def _undo_merge(desk: Desk, world: World, ref: str) -> object:
    from model.cards.tables import CardMerge

    kept, gone = (CustomerCard.get(CustomerCard.card_no == no) for no in _pair(world, ref))
    CardMerge.insert(
        merge_no="BK900000", kept=kept, gone=gone, merged_at=NOW, merged_by=desk.person.id,
        kept_version=0, gone_version=0, before="{}",
    ).execute()  # fmt: skip
    return merging.undo_merge(desk, "BK900000", NOW)


EXPORT_ORDER = Order(Wanted(), ("list",), Terms("总部", "年报", destroy_after_reading=True))


def _export(desk: Desk, world: World, ref: str) -> object:
    out = world.folder / "cards.csv"
    return exporting.export_cards(desk, EXPORT_ORDER, out, NOW, lambda *_: None)


COPY_TERMS = Terms("总部", "年检", destroy_after_reading=True)


def _end_copy(desk: Desk, world: World, ref: str) -> object:
    from model.cards.copy_tables import IssuedCopy

    card = CustomerCard.get(CustomerCard.card_no == ref)
    IssuedCopy.insert(
        copy_no="FB900000", card=card, receiver="总部", secrecy="internal", issued_at=NOW,
        issued_by=1, made_at=NOW,
    ).execute()  # fmt: skip
    return copies.end_copy(desk, "FB900000", "returned", NOW)


def _mark_printed(desk: Desk, world: World, ref: str) -> object:
    blank = CardPaper.blank(CardKind.COMPANY)
    paper = replace(blank, view=replace(blank.view, ref=ref, version=_version(ref)))
    stamp = prints.PrintStamp("P000001", desk.person.name, NOW, desk.office)
    return card_prints.mark_printed(desk, [paper], stamp, NOW)


_CODE = make_recovery_code()


def _try_recovery_code(desk: Desk, world: World, ref: str) -> object:
    if desk.may(Right.MANAGE_OFFICE):
        recovery.confirm_recovery_code(desk, recovery.PendingCode(_CODE, NOW), _CODE, NOW)
    return recovery.try_recovery_code(desk, _CODE, NOW)


def _second(desk: Desk) -> str:
    """A manager to stand beside this desk; a clerk beside the manager's own."""
    return "王秀兰" if desk.person.role is Role.MANAGER else "张总"


def _ask(desk: Desk, world: World, ref: str) -> object:
    """What each role may ask for: a rep and a supervisor to read another team's card."""
    clerk = desk.person.role is Role.CLERK
    right = Right.ISSUE_CONFIDENTIAL if clerk else Right.READ_OTHERS_CARD
    return asking.ask_approval(desk, right, [world.other], "客户来电", NOW)


def _approval(by: str, ref: str) -> str:
    """A clerk's request for one card, in place of a refused act's."""
    Approval.delete().execute()
    row = Approval.create(
        approval_no="SP900001", right=Right.ISSUE_CONFIDENTIAL.value, asked_at=NOW,
        asked_by=Person.get(Person.name == by), refs=json.dumps([ref]), reason="年检",
        decider="supervisor",
    )  # fmt: skip
    return str(row.approval_no)


def _decide_approval(desk: Desk, world: World, ref: str) -> object:
    return asking.decide_approval(desk, _approval("孙丽", ref), True, "", NOW)


def _withdraw_approval(desk: Desk, world: World, ref: str) -> object:
    return asking.withdraw_approval(desk, _approval(desk.person.name, world.own), NOW)


def _read_approval(desk: Desk, world: World, ref: str) -> object:
    return asking.read_approval(desk, _approval(desk.person.name, world.own), NOW)


# How to do each act; the third argument is a card (or draft, for acts on drafts).
RECIPES: dict[str, Recipe] = {
    "model.office.log_in.lock_screen": lambda desk, _, __: log_in.lock_screen(desk, NOW),
    "model.office.idle.put_off_lock": lambda desk, _, __: idle.put_off_lock(desk, 15, NOW),
    "model.office.people.change_own_password": lambda desk, _, __: people.change_own_password(
        desk, PASSWORD, "another-horse", NOW
    ),
    "model.office.people.add_person": lambda desk, _, __: people.add_person(
        desk, "新人", Role.REP, "一队", PASSWORD, NOW
    ),
    "model.office.people.reset_password": lambda desk, _, __: people.reset_password(desk, 3, NOW),
    "model.office.people.list_people": lambda desk, _, __: people.list_people(desk),
    "model.office.people.keepers": lambda desk, _, __: people.keepers(desk),
    "model.office.people.name_keeper": lambda desk, _, __: people.name_keeper(
        desk, "孙丽", "", NOW
    ),
    "model.office.kdf.key_state": lambda desk, _, __: kdf.key_state(desk),
    "model.office.kdf.measure_kdf": lambda desk, _, __: kdf.measure_kdf(desk, NOW),
    "model.office.recovery.recovery_state": lambda desk, _, __: recovery.recovery_state(desk),
    "model.office.recovery.new_recovery_code": lambda desk, _, __: recovery.new_recovery_code(
        desk, NOW
    ),
    "model.office.recovery.confirm_recovery_code": lambda desk, _, __: (
        recovery.confirm_recovery_code(desk, recovery.PendingCode(_CODE, NOW), _CODE, NOW)
    ),
    "model.office.recovery.try_recovery_code": _try_recovery_code,
    "model.office.secrets.second_persons": lambda desk, _, __: secrets.second_persons(desk),
    "model.office.secrets.open_secrets": lambda desk, _, __: secrets.open_secrets(
        desk, _second(desk), PASSWORD, NOW
    ),
    "model.office.teams.list_teams": lambda desk, _, __: teams.list_teams(desk),
    "model.office.teams.list_districts": lambda desk, _, __: teams.list_districts(desk),
    "model.office.teams.list_drawers": lambda desk, _, __: teams.list_drawers(desk),
    "model.office.teams.add_team": lambda desk, _, __: teams.add_team(desk, "三队", "", NOW),
    "model.office.teams.add_district": lambda desk, _, __: teams.add_district(
        desk, "锦江", "一队", NOW
    ),
    "model.office.office_settings.read_settings": lambda desk, _, __: office_settings.read_settings(
        desk
    ),
    "model.office.office_settings.change_setting": lambda desk, _, __: (
        office_settings.change_setting(desk, "idle_minutes", "5", NOW)
    ),
    "model.office.day.day_state": lambda desk, _, __: day.day_state(desk, NOW),
    "model.office.calendar.working_day_after": lambda desk, _, __: calendar.working_day_after(
        desk, NOW.date()
    ),
    "model.office.calendar.set_office_day": lambda desk, _, __: calendar.set_office_day(
        desk, NOW.date(), False, "盘点", NOW
    ),
    "model.office.calendar.list_office_days": lambda desk, _, __: calendar.list_office_days(desk),
    "model.office.prints.begin_print": lambda desk, _, __: prints.begin_print(
        desk, "register", "", NOW
    ),
    "model.office.prints.note_preview": lambda desk, _, __: prints.note_preview(
        desk, "register", "", NOW
    ),
    "model.office.prints.finish_print": lambda desk, _, __: prints.finish_print(
        desk, prints.PrintStamp("P000001", "王秀兰", NOW, "华东办事处"), 1, "0" * 64, NOW
    ),
    "model.cards.closing.counts": lambda desk, _, __: counts(desk, NOW),
    "model.loans.opening.open_cabinet": lambda desk, _, __: opening.open_cabinet(desk, NOW),
    "model.loans.closing.close_cabinet": lambda desk, _, __: closing.close_cabinet(desk, [], NOW),
    "model.loans.board.day_board": _today(board.day_board),
    "model.loans.board.rep_day": lambda desk, _, __: board.rep_day(desk, "李明", NOW),
    "model.loans.blocks.lift_block": lambda desk, _, __: blocks.lift_block(
        desk, "李明", "客户催货", NOW
    ),
    "model.loans.checkouts.check_out": _check_out,
    "model.loans.checkouts.check_out_all": lambda desk, _, __: checkouts.check_out_all(
        desk, ["李明"], NOW
    ),
    "model.loans.checkouts.tick_read": lambda desk, _, __: checkouts.tick_read(
        desk, _plan_no(desk), "Q00001", NOW
    ),
    "model.loans.returns.take_back": lambda desk, _, __: returns.take_back(desk, "李明", [], NOW),
    "model.loans.corrections.correct_loan": lambda desk, _, __: corrections.correct_loan(
        desk, 1, "点错了", NOW
    ),
    "model.loans.scanning.read_scan": lambda desk, _, __: scanning.read_scan(desk, "Q00001", NOW),
    "model.loans.registers.loan_register": lambda desk, _, __: registers.loan_register(
        desk, NOW.date(), NOW
    ),
    "model.loans.registers.day_report": lambda desk, _, __: registers.day_report(
        desk, NOW.date(), NOW
    ),
    "model.loans.reminders.reminders": _today(reminders.reminders),
    "model.loans.reminders.recall": lambda desk, _, __: reminders.recall(desk, [], NOW),
    "model.loans.papers.packets": _packets,
    "model.loans.papers.visit_paper": _visit_paper,
    "model.loans.papers.card_papers": lambda desk, world, __: papers.card_papers(
        desk, [world.lent], NOW.date(), NOW
    ),
    "model.loans.papers.badges": lambda desk, _, __: papers.badges(desk, [], NOW),
    "model.rounds.visits.record_visit": _record_visit,
    "model.rounds.visits.open_promises": lambda desk, _, ref: visits.open_promises(desk, ref, NOW),
    "model.rounds.visits.visits_of": lambda desk, _, ref: visits.visits_of(desk, ref, NOW),
    "model.rounds.visits.visits_on": lambda desk, _, __: visits.visits_on(desk, NOW.date(), NOW),
    "model.cards.listing.list_cards": lambda desk, _, __: listing.list_cards(desk, NOW),
    "model.cards.cards.read_card": lambda desk, _, ref: cards.read_card(desk, ref, NOW),
    "model.cards.passes.open_pass": lambda desk, _, ref: passes.open_pass(
        desk, ref, "phone_call", NOW
    ),
    "model.cards.passes.looks_today": lambda desk, _, ref: passes.looks_today(desk, NOW),
    "model.loans.at_a_glance.glance": lambda desk, _, ref: at_a_glance.glance(desk, ref, NOW),
    "model.loans.merging.compare_cards": lambda desk, world, ref: merging.compare_cards(
        desk, *_pair(world, ref), NOW
    ),
    "model.loans.merging.merge_cards": _merge,
    "model.loans.merging.undo_merge": _undo_merge,
    "model.loans.merging.merges": _today(merging.merges),
    "model.loans.reading.open_card": lambda desk, _, ref: reading.open_card(desk, ref, NOW),
    "model.cards.cards.edit_card": lambda desk, _, ref: cards.edit_card(
        desk, ref, _version(ref), {"likes": "守时"}, NOW
    ),
    "model.cards.revisions.changed_since": lambda desk, _, ref: revisions.changed_since(
        desk, ref, None, NOW
    ),
    "model.cards.changes_behind.changes_behind": lambda desk, _, ref: changes_behind(
        desk, ref, 1, {"likes": "守时"}, NOW
    ),
    "model.cards.restoring.restore_value": lambda desk, _, ref: restore_value(
        desk, ref, _changed_line(ref), NOW
    ),
    "model.cards.private.clear_private": lambda desk, _, ref: clear_private(
        desk, ref, NOW, reason="本人要求"
    ),
    "model.cards.revisions.history": lambda desk, _, ref: revisions.history(desk, ref, NOW),
    "model.cards.attachments.attach": lambda desk, _, ref: attachments.attach(
        desk, ref, "a.png", PNG, AttachmentDetails("photo"), NOW
    ),
    "model.cards.attachments.attachments_of": lambda desk, _, ref: attachments.attachments_of(
        desk, ref, NOW
    ),
    "model.cards.attachments.read_attachment": lambda desk, _, ref: attachments.read_attachment(
        desk, _attachment_no(ref), NOW
    ),
    "model.cards.attachments.shrink_pictures": lambda desk, _, ref: attachments.shrink_pictures(
        desk, ref, len, NOW
    ),
    "model.cards.attachments.change_attachment": lambda desk, _, ref: attachments.change_attachment(
        desk, _attachment_no(ref), AttachmentDetails("contract"), NOW
    ),
    "model.cards.attachments.remove_attachment": lambda desk, _, ref: attachments.remove_attachment(
        desk, _attachment_no(ref), "过期", NOW
    ),
    "model.loans.card_prints.print_papers": lambda desk, _, ref: card_prints.print_papers(
        desk, [ref], NOW
    ),
    "model.loans.card_prints.look_at_papers": lambda desk, _, ref: card_prints.look_at_papers(
        desk, [ref], NOW
    ),
    "model.loans.card_prints.mark_printed": _mark_printed,
    "model.loans.card_prints.papers_not_made": lambda desk, _, __: card_prints.papers_not_made(
        desk, [], NOW
    ),
    "model.loans.copy_issuing.issue_copies": lambda desk, _, ref: copy_issuing.issue_copies(
        desk, [ref], COPY_TERMS, NOW
    ),
    "model.loans.copy_issuing.copies_made": lambda desk, _, __: copy_issuing.copies_made(
        desk, [], prints.PrintStamp("P900000", "", NOW, ""), NOW
    ),
    "model.loans.copy_issuing.copies_not_made": lambda desk, _, __: copy_issuing.copies_not_made(
        desk, [], NOW
    ),
    "model.loans.copies.copies": lambda desk, _, __: copies.copies(desk, NOW),
    "model.loans.copies.end_copy": _end_copy,
    "model.cards.verifying.verify_unchanged": lambda desk, _, ref: verifying.verify_unchanged(
        desk, ref, [Fresh.CONTACT], NOW
    ),
    "model.cards.proposing.save_card": lambda desk, _, ref: proposing.save_card(
        desk, ref, _version(ref), {"likes": "守时"}, NOW
    ),
    "model.cards.asking.ask_approval": _ask,
    "model.cards.asking.withdraw_approval": _withdraw_approval,
    "model.cards.asking.decide_approval": _decide_approval,
    "model.cards.asking.list_approvals": _today(asking.list_approvals),
    "model.cards.asking.read_approval": _read_approval,
    "model.cards.answering.answer": _answer,
    "model.cards.answering.withdraw": _withdraw,
    "model.cards.deciding.decide": _decide,
    "model.cards.proposals.open_proposals": _today(proposals.open_proposals),
    "model.cards.proposals.proposals_of": lambda desk, _, ref: proposals.proposals_of(
        desk, ref, NOW
    ),
    "model.cards.likeness.look_alikes": lambda desk, _, __: likeness.look_alikes(
        desk, CardKind.COMPANY, {"full_name": "客户"}, "", NOW
    ),
    "model.cards.looking.note_closed": lambda desk, _, ref: looking.note_closed(desk, ref, 5, NOW),
    "model.cards.search.note_search": lambda desk, _, __: search.note_search(desk, 1, 1, "", NOW),
    "model.cards.search.search": lambda desk, _, __: search.search(desk, "客户", NOW),
    "model.cards.drafts.empty_card": lambda desk, _, __: drafts.empty_card(
        desk, CardKind.COMPANY, NOW
    ),
    "model.cards.drafts.create_card": lambda desk, _, __: drafts.create_card(
        desk, CardKind.COMPANY, {"full_name": "全新的客户"}, NOW
    ),
    "model.cards.drafts.change_draft": lambda desk, _, ref: drafts.change_draft(
        desk, ref, _version(ref), {"likes": "守时"}, NOW
    ),
    "model.cards.reviewing.pass_card": lambda desk, _, ref: reviewing.pass_card(desk, ref, NOW),
    "model.cards.reviewing.return_to_rep": lambda desk, _, ref: reviewing.return_to_rep(
        desk, ref, "补填", NOW
    ),
    "model.cards.reviewing.reject": lambda desk, _, ref: reviewing.reject(desk, ref, "重复", NOW),
    "model.cards.reviewing.file_card": lambda desk, _, ref: reviewing.file_card(desk, ref, NOW),
    "model.cards.typing.keep_typing": lambda desk, _, __: kept.keep_typing(
        desk, "", CardKind.COMPANY, 0, {"full_name": "半个"}, NOW
    ),
    "model.cards.typing.kept_typing": lambda desk, _, __: kept.kept_typing(desk),
    "model.cards.typing.discard_typing": lambda desk, _, __: kept.discard_typing(desk, ""),
    "model.rounds.rep_list.list_reps": lambda desk, _, __: rep_list.list_reps(desk),
    "model.rounds.suggesting.suggest_day": lambda desk, _, __: suggesting.suggest_day(
        desk, "李明", NOW.date(), NOW
    ),
    "model.rounds.planning.make_plan": lambda desk, _, __: planning.make_plan(
        desk, "李明", NOW.date(), NOW
    ),
    "model.rounds.planning.read_plan": lambda desk, _, __: planning.read_plan(
        desk, _plan_no(desk), NOW
    ),
    "model.rounds.planning.plan_of": lambda desk, _, __: planning.plan_of(
        desk, "李明", NOW.date(), NOW
    ),
    "model.rounds.planning.plans_on": lambda desk, _, __: planning.plans_on(desk, NOW.date(), NOW),
    "model.rounds.planning.add_line": lambda desk, world, __: planning.add_line(
        desk, _plan_no(desk), world.lent, NOW
    ),
    "model.rounds.planning.move_line": lambda desk, world, __: planning.move_line(
        desk, _plan_no(desk), world.own, 2, NOW
    ),
    "model.rounds.planning.add_lines": lambda desk, world, __: planning.add_lines(
        desk, _plan_no(desk), [world.lent], NOW
    ),
    "model.rounds.planning.strike_lines": lambda desk, world, __: planning.strike_lines(
        desk, _plan_no(desk), [world.own], "客户出差", NOW
    ),
    "model.rounds.planning.strike_line": lambda desk, world, __: planning.strike_line(
        desk, _plan_no(desk), world.own, "客户出差", NOW
    ),
    "model.rounds.planning.set_purpose": lambda desk, world, __: planning.set_purpose(
        desk, _plan_no(desk), world.own, ["order"], "", NOW
    ),
    "model.rounds.approval.approve": lambda desk, _, __: approval.approve(
        desk, [_plan_no(desk)], NOW
    ),
    "model.rounds.approval.approve_all": lambda desk, _, __: approval.approve_all(
        desk, NOW.date(), NOW
    ),
    "model.rounds.approval.approve_on_paper": lambda desk, _, __: approval.approve_on_paper(
        desk, [_plan_no(desk)], "赵刚", NOW
    ),
    "model.rounds.approval.confirm": lambda desk, _, __: approval.confirm(
        desk, _plan_no(desk, on_paper=True), NOW
    ),
    "model.rounds.routes.set_route": lambda desk, _, __: routes.set_route(
        desk, "李明", "武侯", [0, 3], NOW
    ),
    "model.rounds.routes.list_routes": lambda desk, _, __: routes.list_routes(desk),
    "model.exchange.exporting.export_cards": _export,
    "model.exchange.exporting.export_columns": lambda desk, _, __: exporting.export_columns(
        desk, "zh"
    ),
    "model.exchange.exporting.export_facts": lambda desk, _, __: exporting.export_facts(
        desk, EXPORT_ORDER, NOW
    ),
    "model.exchange.exporting.plan_export": lambda desk, _, __: exporting.plan_export(
        desk, EXPORT_ORDER, NOW
    ),
    "model.exchange.importing.preview_import": _preview,
    "model.exchange.importing.import_cards": _import,
    "model.upkeep.backup.back_up": _back_up,
    "model.upkeep.backup.back_up_daily": _back_up_daily,
    # Without a reason it is refused after the right was asked: a re-key would end this world.
    "model.upkeep.dismissal.dismiss": lambda desk, _, __: dismissal.dismiss(desk, 6, "", NOW),
    "model.upkeep.dismissal.look_before_dismissing": (
        lambda desk, _, __: dismissal.look_before_dismissing(desk, 6, NOW)
    ),
    "model.upkeep.resealing.reseal_backups": (
        lambda desk, _, __: resealing.reseal_backups(desk, NOW)
    ),
    "model.upkeep.backup.last_backup": _last_backup,
    "model.upkeep.backup.backup_is_late": _backup_is_late,
    "model.upkeep.backup.second_folder_state": _second_folder_state,
    "model.upkeep.backup_health.backup_state": _backup_state,
    "model.upkeep.backup_health.check_one_backup": _check_one_backup,
    "model.upkeep.verify.verify": _verify,
    "model.loans.log_reading.read_log": lambda desk, _, __: log_reading.read_log(desk, LogQuery()),
    "model.loans.log_reading.log_people": lambda desk, _, __: log_reading.log_people(desk),
    "model.loans.log_reading.head_of_log": lambda desk, _, __: log_reading.head_of_log(desk),
    "model.exchange.log_file.export_log": _export_log,
}

ATTACHING = {
    f"model.cards.attachments.{name}"
    for name in ("attach", "attachments_of", "read_attachment", "change_attachment",
                 "remove_attachment")
}  # fmt: skip
ON_CARDS = ATTACHING | {
    "model.cards.changes_behind.changes_behind",
    "model.cards.passes.open_pass",
    "model.cards.private.clear_private",
    "model.cards.restoring.restore_value",
    "model.cards.revisions.changed_since",
    "model.loans.at_a_glance.glance",
    "model.loans.merging.compare_cards",
    "model.loans.merging.merge_cards",
    "model.loans.merging.undo_merge",
    "model.loans.card_prints.print_papers",
    "model.loans.card_prints.look_at_papers",
    "model.loans.card_prints.mark_printed",
    "model.loans.copies.end_copy",
    "model.loans.copy_issuing.issue_copies",
    "model.cards.asking.decide_approval",
    "model.cards.proposing.save_card",
    "model.cards.deciding.decide",
    "model.cards.proposals.proposals_of",
    "model.cards.verifying.verify_unchanged",
    "model.cards.cards.read_card",
    "model.loans.reading.open_card",
    "model.cards.cards.edit_card",
    "model.cards.revisions.history",
    "model.rounds.visits.record_visit",
    "model.rounds.visits.open_promises",
    "model.rounds.visits.visits_of",
}
ON_DRAFTS = {
    "model.cards.drafts.change_draft",
    "model.cards.reviewing.pass_card",
    "model.cards.reviewing.return_to_rep",
    "model.cards.reviewing.reject",
    "model.cards.reviewing.file_card",
}
NEEDS_OPEN = ATTACHING | {
    "model.exchange.exporting.export_cards",
    "model.exchange.exporting.export_facts",
    "model.exchange.exporting.plan_export",
    "model.cards.changes_behind.changes_behind",
    "model.cards.passes.open_pass",
    "model.cards.private.clear_private",
    "model.cards.restoring.restore_value",
    "model.cards.revisions.changed_since",
    "model.loans.at_a_glance.glance",
    "model.loans.merging.compare_cards",
    "model.loans.merging.merge_cards",
    "model.loans.merging.undo_merge",
    "model.loans.card_prints.print_papers",
    "model.loans.card_prints.look_at_papers",
    "model.loans.copy_issuing.issue_copies",
    "model.cards.proposing.save_card",
    "model.cards.answering.answer",
    "model.cards.deciding.decide",
    "model.cards.proposals.open_proposals",
    "model.cards.proposals.proposals_of",
    "model.cards.verifying.verify_unchanged",
    "model.cards.cards.read_card",
    "model.loans.reading.open_card",
    "model.cards.cards.edit_card",
    "model.cards.revisions.history",
    "model.rounds.visits.visits_of",
    "model.rounds.visits.visits_on",
    "model.loans.checkouts.check_out",
    "model.loans.checkouts.check_out_all",
    "model.loans.papers.card_papers",
}
# What only looks at that for which an approval is asked: 批 needs none for it.
PREPARING = {
    "model.exchange.exporting.export_columns",
    "model.exchange.exporting.export_facts",
    "model.loans.merging.compare_cards",
    "model.loans.merging.merges",
}
# Nobody merges a card that is out: that is told before an approval is asked for in vain.
HOPELESS = {("model.loans.merging.merge_cards", "lent")}
PEOPLE = {
    "李明": Role.REP,
    "王秀兰": Role.CLERK,
    "孙丽": Role.CLERK,
    "赵刚": Role.SUPERVISOR,
    "张总": Role.MANAGER,
}
KEEPER = "王秀兰"
RELATIONS = ("own", "lent", "team", "other")
OWNERS = {"own": "李明", "lent": "李明", "team": "王芳", "other": "周涛"}


def _version(ref: str) -> int:
    column = CustomerCard.draft_no if ref.startswith("D") else CustomerCard.card_no
    return int(CustomerCard.get(column == ref).version)


def _changed_line(ref: str) -> int:
    """The number of a line in the card's history."""
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == ref)
        line = Revision.create(
            card=card, version=card.version, field="likes", old_value="茶", changed_at=NOW,
            changed_by=1,
        )  # fmt: skip
    return int(line.id)


def expected(act: str, person: str, relation: str, is_open: bool) -> bool:
    """What the table says, told once more in plain conditions."""
    reach = RIGHTS[ACTS[act]].of(PEOPLE[person])
    if reach in BY_APPROVAL and (act in PREPARING or (act, relation) in HOPELESS):
        reach = Reach.ALL
    if act in NEEDS_OPEN and not is_open and act not in ON_DRAFTS:
        return False
    if act == "model.cards.drafts.change_draft" and PEOPLE[person] is Role.REP:
        return relation in {"own", "lent"}
    verdicts = {
        Reach.ALL: True,
        Reach.KEEPER: person == KEEPER,
        Reach.OWN: relation in {"own", "lent", ""},
        Reach.LENT: relation in {"lent", ""},
        # The supervisor of the first team: its reps' customers are his team's.
        Reach.TEAM: relation != "other",
    }
    return verdicts.get(reach, False)


def cases() -> list[tuple[str, str, str, bool]]:
    """Act, person, whose card, whether the cabinet is open."""
    found = []
    for act, person, is_open in itertools.product(sorted(RECIPES), PEOPLE, (True, False)):
        relations = RELATIONS if act in ON_CARDS | ON_DRAFTS else ("",)
        found += [(act, person, relation, is_open) for relation in relations]
    return found


def _make_world(sit: Sit, folder: Path) -> World:
    made = {}
    for number, relation in enumerate(RELATIONS):
        owner = OWNERS[relation]
        district, passer = ("金牛", "钱进") if owner == "周涛" else ("武侯", "赵刚")
        name, phone = f"{relation}客户有限公司", f"028-8555100{number}"
        made[relation] = make_card(sit, name, owner, phone, district, passer)
    waiting = {}
    for number, relation in enumerate(RELATIONS):
        owner = OWNERS[relation]
        district = "金牛" if owner == "周涛" else "武侯"
        waiting[relation] = make_draft(
            sit, f"{relation}新客户厂", owner, f"028-8666100{number}", district
        )
    with writing():
        holder = Person.get(Person.name == "李明")
        CustomerCard.update(
            custody_state="out", holder=holder, due_at=NOW + timedelta(hours=9)
        ).where(CustomerCard.card_no == made["lent"]).execute()
    return World(**made, drafts=waiting, folder=folder)


class _UndoError(Exception):
    """Takes an act back, so that every case sees the same world."""


def _attempt(act: str, desk: Desk, world: World, ref: str) -> CabinetError | None:
    """Do an act and undo it; the refusal, if any."""
    if act == "model.office.log_in.lock_screen":
        try:
            log_in.lock_screen(desk, NOW)
        except CabinetError as error:
            return error
        return None
    refusal: CabinetError | None = None
    try:
        with database.atomic():
            try:
                RECIPES[act](desk, world, ref)
            except CabinetError as error:
                refusal = error
            # A refused act has changed nothing, but what its recipe wrote before must go too.
            raise _UndoError
    except _UndoError:
        return refusal


# Backups and checks read the file itself, which a transaction still open would hide from them.
OUTSIDE = {
    "model.upkeep.backup.back_up",
    "model.upkeep.backup_health.check_one_backup",
    "model.upkeep.backup.back_up_daily",
    "model.upkeep.verify.verify",
}


def test_every_role_through_every_act(
    cabinet: Path, sit: Sit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One world, every case; a list of what differs from the table."""
    folder = tmp_path / "files"
    folder.mkdir()
    world = _make_world(sit, folder)
    keys = (cabinet / "keys.json").read_bytes()
    wrong, counted = [], 0
    for person, is_open in itertools.product(PEOPLE, (False, True)):
        if is_open and not day.state_on(NOW.date()).is_open:
            opening.open_cabinet(sit(KEEPER), NOW)
        if not is_open and day.state_on(NOW.date()).is_open:
            closing.close_cabinet(sit(KEEPER), [], NOW)
        desk = sit(person)
        for act, _, relation, _ in (
            case for case in cases() if case[1] == person and case[3] == is_open
        ):
            if act == "model.cards.reviewing.file_card":
                _stage(world, relation, "passed")
            ref = _ref(world, act, relation)
            refusal = (
                _outside(act, desk, world) if act in OUTSIDE else _attempt(act, desk, world, ref)
            )
            (cabinet / "keys.json").write_bytes(keys)
            if act == "model.cards.reviewing.file_card":
                _stage(world, relation, "waiting")
            if act == "model.office.log_in.lock_screen":
                desk = sit(person)
            counted += 1
            allowed = refusal is None or not _is_refusal(act, refusal)
            if allowed != expected(act, person, relation, is_open):
                wrong.append((act, person, relation, is_open, repr(refusal)))
    with capsys.disabled():
        print(f"\n{counted} cases of role, act, card and day", end=" ")  # noqa: T201
    assert wrong == []


def _outside(act: str, desk: Desk, world: World) -> CabinetError | None:
    try:
        RECIPES[act](desk, world, "")
    except CabinetError as error:
        return error
    finally:
        (world.folder / "one.ccb").unlink(missing_ok=True)
    return None


def _ref(world: World, act: str, relation: str) -> str:
    if act in ON_DRAFTS:
        return world.drafts[relation]
    return str(getattr(world, relation)) if relation else ""


def _stage(world: World, relation: str, stage: str) -> None:
    with writing():
        CustomerCard.update(draft_stage=stage).where(
            CustomerCard.draft_no == world.drafts[relation]
        ).execute()


def _is_refusal(act: str, error: CabinetError) -> bool:
    """A right or the closed cabinet said no; any other error means that the act was allowed."""
    if isinstance(error, BadInputError):
        raise error
    closed = error.code == "cabinet_closed" and act in NEEDS_OPEN
    return closed or isinstance(error, NotAllowedError)

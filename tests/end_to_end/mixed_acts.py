"""What the workers do: each act is prepared, told, and done; its number can be found afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from model.cards import attachments, cards, deciding, drafts, passes, proposing, reviewing
from model.cards.asking import ask_approval, decide_approval, list_approvals
from model.cards.attachment_fields import AttachmentDetails
from model.cards.copy_tables import IssuedCopy
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.tables import (
    Attachment,
    CustodyState,
    CustomerCard,
    DraftStage,
    Proposal,
    ProposedChange,
)
from model.errors import WrongPasswordError
from model.exchange import exporting, log_file
from model.exchange.export_orders import Order, Wanted
from model.exchange.importing import ImportOptions, import_cards
from model.loans import board, checkouts, copies, copy_issuing, papers, registers, returns
from model.loans.copy_terms import Terms
from model.office import log_in, office_settings, people, recovery
from model.office.calendar import working_day_after
from model.office.log_query import LogQuery
from model.office.rights import Right, Role
from model.office.tables import ApprovalState, Person
from model.rounds import approval, planning
from model.rounds.tables import DailyPlan
from model.rounds.visits import VisitEntry
from model.storage.key_file import KeyFile
from model.storage.vault import FREE_TRIES
from model.upkeep import backup
from model.words import words_in
from printing.card_run import write_card_papers
from printing.making import print_to_file
from printing.packet import write_packet, write_register
from tests.conftest import COMPLETE
from tests.end_to_end.mixed_office import (
    CHANGING,
    FORGETFUL,
    KEEPER,
    MANAGER,
    PASSWORD,
    PICTURE,
    REPS,
    SUPERVISOR,
)

if TYPE_CHECKING:
    from model.office.desk import Desk
    from tests.end_to_end.mixed_worker import Worker

WORDS = words_in("zh")
NAMES = 3
"""How many names the papers take in turn: what a killed one left is cleared by the next."""
ROWS = 4
MOST_HIRED = 4
FURTHEST_PLAN = 6


@dataclass(frozen=True)
class Job:
    """An act that is ready: what is told before it, and what does it and tells what it found."""

    facts: dict[str, Any]
    do: Callable[[], dict[str, Any] | None]


# --- keys ------------------------------------------------------------------------------------


def enter(worker: Worker) -> Job:
    """Somebody sits down; the name of the computer tells which act it was."""
    name = worker.random.choice((MANAGER, KEEPER, SUPERVISOR, *REPS))

    def do() -> None:
        desk = log_in.log_in(
            worker.cabinet, name, PASSWORD, worker.now, workplace=f"act-{worker.number}"
        )
        worker.desks[name] = desk

    return Job({"name": name}, do)


def leave(worker: Worker) -> Job:
    """Somebody locks the screen; nobody has the database then."""
    desk = worker.sit(worker.random.choice((MANAGER, KEEPER)))

    def do() -> None:
        log_in.lock_screen(desk, worker.now, "sleep")
        worker.desks.clear()

    return Job({}, do)


def mistype(worker: Worker) -> Job:
    """A wrong password; after some of them the right one, once the wait is over."""
    slots = KeyFile.read(worker.cabinet / "keys.json").slots
    tries = next(slot.wrong_tries for slot in slots if slot.name == FORGETFUL)

    def wrong() -> None:
        with suppress(WrongPasswordError):
            log_in.log_in(worker.cabinet, FORGETFUL, "wrong-password", worker.now)

    def right() -> None:
        worker.now += timedelta(minutes=1)
        worker.desks[FORGETFUL] = log_in.log_in(
            worker.cabinet, FORGETFUL, PASSWORD, worker.now, workplace=f"act-{worker.number}"
        )

    return Job({"wrong": True}, wrong) if tries < FREE_TRIES else Job({"wrong": False}, right)


def change_password(worker: Worker) -> Job:
    """One's own."""
    desk, new = worker.sit(CHANGING), f"password-{worker.number}"

    def do() -> None:
        people.change_own_password(desk, worker.password, new, worker.now)
        worker.password = new

    return Job({"password": new}, do)


def reset_password(worker: Worker) -> Job:
    """By the manager."""
    desk, new = worker.sit(MANAGER), f"first-password-{worker.number}"
    staff_no = Person.get(Person.name == CHANGING).staff_no

    def do() -> None:
        people.reset_password(desk, staff_no, worker.now, password=new)
        worker.password = new
        worker.desks.pop(CHANGING, None)

    return Job({"password": new}, do)


def hire(worker: Worker) -> Job | None:
    """Somebody new."""
    desk, name = worker.sit(MANAGER), f"新人{worker.number}"
    if Person.select().where(Person.name.startswith("新人")).count() >= MOST_HIRED:
        return None
    return Job(
        {"name": name},
        lambda: people.add_person(desk, name, Role.CLERK, "", PASSWORD, worker.now) and None,
    )


def renew_code(worker: Worker) -> Job:
    """A new recovery code, typed once from its paper."""
    desk = worker.sit(MANAGER)
    pending = recovery.new_recovery_code(desk, worker.now)

    def do() -> None:
        recovery.confirm_recovery_code(desk, pending, pending.code, worker.now)

    return Job({"code": pending.code}, do)


def set_something(worker: Worker) -> Job:
    """A setting whose value is the act's number."""
    desk, value = worker.sit(MANAGER), str(worker.number)
    return Job(
        {}, lambda: office_settings.change_setting(desk, "recontact_days", value, worker.now)
    )


# --- cards -----------------------------------------------------------------------------------


def filed(worker: Worker) -> str:
    """Some card of the first nine."""
    return f"Q{worker.random.randrange(1, 10):05d}"


def create(worker: Worker) -> Job:
    """A rep fills in a new card."""
    desk = worker.sit(worker.random.choice(REPS))
    texts = {**COMPLETE, "full_name": f"新客户{worker.number}有限公司", "district": "武侯",
             "phone": f"028-{86000000 + worker.number}"}  # fmt: skip

    def do() -> dict[str, Any]:
        return {"ref": drafts.create_card(desk, CardKind.COMPANY, texts, worker.now).ref}

    return Job({}, do)


def _draft(stage: DraftStage) -> str | None:
    card = CustomerCard.get_or_none(
        CustomerCard.custody_state == CustodyState.DRAFT, CustomerCard.draft_stage == stage.value
    )
    return card.draft_no if card else None


def pass_on(worker: Worker) -> Job | None:
    """The supervisor passes a draft."""
    desk = worker.sit(SUPERVISOR)
    ref = _draft(DraftStage.WAITING)
    return ref and Job({"ref": ref}, lambda: reviewing.pass_card(desk, ref, worker.now) and None)


def file_one(worker: Worker) -> Job | None:
    """The keeper files a passed draft."""
    desk = worker.sit(KEEPER)
    ref = _draft(DraftStage.PASSED)
    return ref and Job(
        {"ref": ref}, lambda: {"card_no": reviewing.file_card(desk, ref, worker.now)}
    )


def edit(worker: Worker) -> Job:
    """A field that the clerk changes directly."""
    desk, ref = worker.sit(KEEPER), filed(worker)
    texts = {"likes": f"mark-{worker.number}"}
    version = card_of(ref).version
    return Job(
        {"ref": ref}, lambda: cards.edit_card(desk, ref, version, texts, worker.now) and None
    )


def propose(worker: Worker) -> Job:
    """A field that the supervisor decides on."""
    desk, ref = worker.sit(KEEPER), filed(worker)
    texts = {"legal_rep": f"法人第{worker.number}人"}
    version = card_of(ref).version

    def do() -> dict[str, Any]:
        saved = proposing.save_card(desk, ref, version, texts, worker.now)
        return {"proposal_no": saved.proposal_no}

    return Job({"ref": ref, "text": texts["legal_rep"]}, do)


def decide(worker: Worker) -> Job | None:
    """Accept or reject a proposal."""
    desk = worker.sit(SUPERVISOR)
    proposal = Proposal.get_or_none(Proposal.is_open)
    if proposal is None:
        return None
    kind = worker.random.choice(("accept", "reject"))
    lines = ProposedChange.select().where(ProposedChange.proposal == proposal)
    told = {line.id: deciding.Decision(kind, "核对过", anyway=True) for line in lines}
    return Job(
        {"proposal_no": proposal.proposal_no, "kind": kind},
        lambda: deciding.decide(desk, proposal.proposal_no, told, worker.now) and None,
    )


def attach(worker: Worker) -> Job:
    """A picture into a pouch."""
    desk, ref = worker.sit(KEEPER), filed(worker)
    content = PICTURE + str(worker.number).encode()

    def do() -> dict[str, Any]:
        details = AttachmentDetails("photo")
        name = f"照片{worker.number}.png"
        view = attachments.attach(desk, ref, name, content, details, worker.now)
        return {"attachment_no": view.attachment_no}

    return Job({}, do)


def ask(worker: Worker) -> Job | None:
    """The clerk asks to remove a picture."""
    desk = worker.sit(KEEPER)
    asked = {ref for view in list_approvals(desk, worker.now) if view.is_mine for ref in view.refs}
    rows = Attachment.select().where(
        Attachment.removed_at.is_null(), Attachment.attachment_no.not_in(asked)
    )
    row = rows.first()
    if row is None:
        return None

    def do() -> dict[str, Any]:
        right, refs = Right.REMOVE_ATTACHMENT, [row.attachment_no]
        view = ask_approval(desk, right, refs, f"act-{worker.number}", worker.now)
        return {"approval_no": view.approval_no}

    return Job({}, do)


def grant(worker: Worker) -> Job | None:
    """The supervisor grants or refuses."""
    desk = worker.sit(SUPERVISOR)
    waiting = [
        view for view in list_approvals(desk, worker.now)
        if view.state is ApprovalState.ASKED and view.may_decide
    ]  # fmt: skip
    if not waiting:
        return None
    number, yes = waiting[0].approval_no, worker.random.random() < 0.8
    return Job(
        {"approval_no": number, "granted": yes},
        lambda: decide_approval(desk, number, yes, "看过", worker.now) and None,
    )


def remove_by_approval(worker: Worker) -> Job | None:
    """The clerk uses what was granted."""
    desk = worker.sit(KEEPER)
    granted = [
        view for view in list_approvals(desk, worker.now)
        if view.state is ApprovalState.GRANTED and view.is_mine
    ]  # fmt: skip
    if not granted:
        return None
    (ref,) = granted[0].refs
    return Job(
        {"approval_no": granted[0].approval_no, "attachment_no": ref},
        lambda: attachments.remove_attachment(desk, ref, "过期", worker.now),
    )


def read_by_pass(worker: Worker) -> Job:
    """A rep reads a card of his own for a purpose."""
    place = worker.random.randrange(9)
    desk, ref = worker.sit(REPS[place // 3]), f"Q{place + 1:05d}"

    def do() -> dict[str, Any]:
        view = passes.open_pass(desk, ref, "phone_call", worker.now)
        return {"needed": view.expires_at is not None}

    return Job({"ref": ref}, do)


# --- the day ---------------------------------------------------------------------------------


def lend_or_take(worker: Worker) -> Job | None:
    """Take back everything that a rep holds, or hand him some cards of his plan."""
    desk, rep = worker.sit(KEEPER), worker.random.choice(REPS)
    day = board.rep_day(desk, rep, worker.now)
    away = [card.card_no for card in day.away]
    if away:
        record = VisitEntry("", "", worker.now.date(), {"visited": f"mark-{worker.number}"})
        brought = [returns.Return(card, "visited", record) for card in away]
        return Job(
            {"cards": away, "back": True},
            lambda: _loans(returns.take_back(desk, rep, brought, worker.now)),
        )
    lines = [line.card_no for line in day.plan.open_lines] if day.plan else []
    if not lines:
        return None
    some = sorted(worker.random.sample(lines, worker.random.randint(1, len(lines))))
    return Job(
        {"cards": some, "back": False},
        lambda: _loans(checkouts.check_out(desk, rep, worker.now, card_nos=some, read=True)),
    )


def _loans(found: Any) -> dict[str, Any]:
    return {"loans": [one.loan_no for one in found]}


def plan(worker: Worker) -> Job | None:
    """Make a rep's next plan, or approve the one that is made."""
    desk, rep = worker.sit(SUPERVISOR), worker.random.choice(REPS)
    drafted = DailyPlan.get_or_none(DailyPlan.state == "draft")
    if drafted is not None:
        return Job(
            {"step": "approved", "plan_no": drafted.plan_no},
            lambda: approval.approve(desk, [drafted.plan_no], worker.now) and None,
        )
    day = worker.now.date()
    for _ in range(FURTHEST_PLAN):
        day = working_day_after(desk, day)
        if planning.plan_of(desk, rep, day, worker.now) is None:
            return Job({"step": "made"}, partial(_planned, desk, rep, day, worker.now))
    return None


def _planned(desk: Desk, rep: str, day: date, now: datetime) -> dict[str, Any]:
    return {"plan_no": planning.make_plan(desk, rep, day, now).plan_no}


def bring_in(worker: Worker) -> Job:
    """A list of customers."""
    desk = worker.sit(KEEPER)
    sheet = worker.cabinet.parent / "list.csv"
    rows = "".join(f"批次{worker.number}公司{row},{REPS[0]},武侯\n" for row in range(ROWS))
    sheet.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    return Job({}, lambda: import_cards(desk, sheet, ImportOptions(), worker.now) and None)


# --- papers and files ------------------------------------------------------------------------


def print_one(worker: Worker) -> Job:
    """The register of the day, or a rep's packet."""
    desk, rep = worker.sit(KEEPER), worker.random.choice(REPS)
    file = worker.cabinet.parent / "papers" / f"print-{worker.number % NAMES}.pdf"
    day = worker.now.date()

    def register() -> dict[str, Any]:
        rows = registers.loan_register(desk, day, worker.now)
        made = print_to_file(
            desk, file, "register", str(day),
            lambda stamp, out: write_register(rows, stamp, out, WORDS), worker.now,
        )  # fmt: skip
        return {"print_no": made.print_no}

    def packet() -> dict[str, Any]:
        sheets = papers.packets(desk, day, worker.now, reps=[rep])
        made = print_to_file(
            desk, file, "packet", sheets[0].sheet.plan.plan_no,
            lambda stamp, out: write_packet(sheets, stamp, out, WORDS), worker.now,
        )  # fmt: skip
        return {"print_no": made.print_no}

    return Job({"file": file.name}, worker.random.choice((register, packet)))


def issue(worker: Worker) -> Job:
    """A numbered copy on paper."""
    desk, ref = worker.sit(MANAGER), filed(worker)
    file = worker.cabinet.parent / "papers" / f"copy-{worker.number % NAMES}.pdf"
    terms = Terms(f"收件人{worker.number}", "年检", destroy_after_reading=True)

    def do() -> dict[str, Any]:
        issued = copy_issuing.issue_copies(desk, [ref], terms, worker.now)
        made: list[Any] = []

        def draw(stamp: Any, out: Any) -> Any:
            made.append(stamp)
            return write_card_papers(issued, stamp, out, WORDS)

        print_to_file(desk, file, "copy", ref, draw, worker.now)
        copy_issuing.copies_made(desk, issued, made[0], worker.now)
        return {"copy_no": issued[0].copy.copy_no}

    return Job({"file": file.name}, do)


def end(worker: Worker) -> Job | None:
    """A copy is destroyed, as its receiver says."""
    desk = worker.sit(MANAGER)
    row = IssuedCopy.get_or_none(IssuedCopy.outcome == "", IssuedCopy.made_at.is_null(False))
    if row is None:
        return None
    return Job(
        {"copy_no": row.copy_no},
        lambda: copies.end_copy(desk, row.copy_no, "destroyed", worker.now) and None,
    )


def export(worker: Worker) -> Job:
    """Every card into a workbook or a text."""
    desk, number = worker.sit(MANAGER), worker.number
    kind = worker.random.choice((".csv", ".xlsx"))
    file = worker.cabinet.parent / "papers" / f"export-{number % NAMES}{kind}"
    order = Order(Wanted(), ("list",), Terms(f"总部{number}", "年报", destroy_after_reading=True))

    def do() -> dict[str, Any]:
        made = exporting.export_cards(desk, order, file, worker.now, lambda *_: None)
        return {"export_no": made.export_no, "sha256": made.sha256}

    return Job({"file": file.name}, do)


def export_log(worker: Worker) -> Job:
    """The log into a workbook or a text."""
    desk, number = worker.sit(MANAGER), worker.number
    kind = worker.random.choice((".csv", ".xlsx"))
    file = worker.cabinet.parent / "papers" / f"log-{number % NAMES}{kind}"

    def do() -> dict[str, Any]:
        query = LogQuery(day_from=worker.now.date(), text="act")
        made = log_file.export_log(desk, query, file, WORDS, worker.now)
        return {"sha256": made.sha256}

    return Job({"file": file.name}, do)


def back_up(worker: Worker) -> Job:
    """A backup of its own."""
    desk = worker.sit(KEEPER)
    return Job({}, lambda: {"file": str(backup.back_up(desk, None, worker.now).file.name)})


def back_up_daily(worker: Worker) -> Job:
    """The day's backup anew; the day before it was one that the rule drops."""
    desk = worker.sit(KEEPER)
    folder = worker.cabinet / "backups"
    day = worker.now.date() - timedelta(days=worker.random.randrange(9, 400))
    newest = max(folder.glob("daily-*.ccb"))
    with suppress(FileExistsError):
        os.link(newest, folder / f"daily-{day}.ccb")
    return Job({}, lambda: backup.back_up_daily(desk, worker.now, anew=True) and None)


ACTS: tuple[Callable[[Worker], Job | None], ...] = (
    enter, leave, mistype, change_password, reset_password, hire, renew_code, set_something,
    create, pass_on, file_one, edit, propose, decide, attach, ask, grant, remove_by_approval,
    read_by_pass, lend_or_take, lend_or_take, plan, bring_in, print_one, issue, end, export,
    export_log, back_up, back_up_daily,
)  # fmt: skip

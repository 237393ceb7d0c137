"""New cards, changes, pictures, approvals, and a look at a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.cards import attachments, cards, deciding, drafts, passes, proposing, reviewing
from model.cards.asking import ask_approval, decide_approval, list_approvals
from model.cards.attachment_fields import AttachmentDetails
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
from model.office.rights import Right
from model.office.tables import ApprovalState
from tests.conftest import COMPLETE
from tests.end_to_end.mixed.jobs import Job, filed
from tests.end_to_end.mixed.office import (
    KEEPER,
    PICTURE,
    REPS,
    SUPERVISOR,
)

if TYPE_CHECKING:
    from tests.end_to_end.mixed.worker import Worker


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

"""What would contradict itself if an act were done by halves, and what was told besides."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.pass_tables import ReadingPass
from model.cards.tables import (
    Attachment,
    AttachmentContent,
    ChangeState,
    CustodyState,
    CustomerCard,
    Loan,
    ProposedChange,
    Revision,
)
from model.office.audit import Event
from model.office.tables import Approval, ApprovalState, AuditLine
from model.rounds.tables import DailyPlan, VisitRecord
from model.storage.key_file import KeyFile
from tests.end_to_end.mixed.found import facts_of
from tests.end_to_end.mixed.office import PICTURE

if TYPE_CHECKING:
    from tests.end_to_end.mixed.checks import Looked


def _counted(looked: Looked, acts: tuple[str, ...], count: int, **having: object) -> None:
    """As many as were told, and one more at most where the last one was killed midway."""
    told = [
        one for one in looked.told(*acts)
        if all(one.get(name) == value for name, value in having.items())
    ]  # fmt: skip
    killed = sum(name in acts for name, _ in looked.kills.interrupted)
    assert len(told) <= count <= len(told) + killed, (acts, len(told), count, killed)


def _doors(looked: Looked) -> None:
    desks = {line.workplace for line in AuditLine.select().where(AuditLine.event == Event.LOGIN)}
    came = [*looked.told("enter"), *(one for one in looked.told("mistype") if not one["wrong"])]
    assert {f"act-{one['number']}" for one in came} <= desks
    left = [facts for _, facts in facts_of(Event.LOCK) if facts.get("why") == "sleep"]
    _counted(looked, ("leave",), len(left))
    waiting = KeyFile.read(looked.folder / "keys.json").failures
    assert waiting == ()  # whoever came to look has brought them into the log
    _counted(looked, ("mistype",), len(facts_of(Event.FAIL)), wrong=True)


def _drafts(looked: Looked) -> None:
    cards = {card.draft_no: card for card in CustomerCard.select() if card.draft_no}
    for one in looked.told("create"):
        assert one["ref"] in cards
    for one in looked.told("pass_on"):
        card = cards[one["ref"]]
        assert card.custody_state != CustodyState.DRAFT or card.draft_stage == "passed"
    for one in looked.told("file_one"):
        assert cards[one["ref"]].card_no == one["card_no"]


def _decided(looked: Looked) -> None:
    """A change is accepted exactly when it stands in the history."""
    history = {row.new_value for row in Revision.select().where(Revision.field == "legal_rep")}
    states = {}
    for row in ProposedChange.select().where(ProposedChange.path == "legal_rep"):
        states[row.proposal.proposal_no] = row.state
        assert (row.state == ChangeState.ACCEPTED) is (row.text in history)
        assert row.proposal.is_open is (row.state == ChangeState.PENDING)
    for one in looked.told("decide"):
        expected = {"accept": ChangeState.ACCEPTED, "reject": ChangeState.REJECTED}[one["kind"]]
        assert states[one["proposal_no"]] == expected


def _pictures(looked: Looked) -> None:
    for one in looked.told("attach"):
        row = Attachment.get(Attachment.attachment_no == one["attachment_no"])
        content = bytes(AttachmentContent.get(AttachmentContent.attachment == row).content)
        assert content == PICTURE + str(one["number"]).encode()


def _approvals(looked: Looked) -> None:
    """An approval is used exactly when what it was for is done."""
    rows = {row.approval_no: row for row in Approval.select()}
    gone = {row.attachment_no for row in Attachment.select() if row.removed_at is not None}
    used = set()
    for row in rows.values():
        if row.state == ApprovalState.USED:
            used |= set(json.loads(row.refs))
    assert used == gone
    lines = {subject for subject, _ in facts_of(Event.APPROVAL_USE)}
    assert lines == {no for no, row in rows.items() if row.state == ApprovalState.USED}
    for one in looked.told("grant"):
        state = rows[one["approval_no"]].state
        assert (state != ApprovalState.REFUSED) is one["granted"]
    assert {one["attachment_no"] for one in looked.told("remove_by_approval")} <= gone


def _passes(looked: Looked) -> None:
    count = ReadingPass.select().count()
    assert count == len(facts_of(Event.PASS_OPEN))
    _counted(looked, ("read_by_pass",), count, needed=True)


def _lent(looked: Looked) -> None:
    """Loans and records belong together; what `verify` looks at is not looked at again."""
    loans = {loan.loan_no: loan for loan in Loan.select()}
    records: dict[str, int] = defaultdict(int)
    for record in VisitRecord.select():
        records[str(record.__data__["visited"])] += 1
    for one in looked.told("lend_or_take"):
        assert set(one["loans"]) <= loans.keys()
        if one["back"]:
            assert all(loans[number].returned_at for number in one["loans"])
            assert records[f"mark-{one['number']}"] == len(one["cards"])
    begun = looked.begun("lend_or_take")
    if begun and begun["back"]:
        assert records.get(f"mark-{begun['number']}", 0) in {0, len(begun["cards"])}


def _planned(looked: Looked) -> None:
    plans = {row.plan_no: row.state for row in DailyPlan.select()}
    for one in looked.told("plan"):
        assert one["plan_no"] in plans
        if one["step"] == "approved":
            assert plans[one["plan_no"]] == "approved"


def _copies(looked: Looked) -> None:
    rows = {row.copy_no: row for row in IssuedCopy.select()}
    assert all(rows[one["copy_no"]].made_at for one in looked.told("issue"))
    assert all(rows[one["copy_no"]].outcome == "destroyed" for one in looked.told("end"))
    for one in looked.told("export"):
        row = DataExport.get(DataExport.export_no == one["export_no"])
        assert row.sha256 == one["sha256"]
    printed = {subject for subject, _ in facts_of(Event.PRINT)}
    assert {one["print_no"] for one in looked.told("print_one")} <= printed
    logs = {facts["sha256"] for _, facts in facts_of(Event.EXPORT)}
    assert {one["sha256"] for one in looked.told("export_log")} <= logs


def _kept(looked: Looked) -> None:
    """Each told backup lies there, and is in the log."""
    _counted(looked, ("back_up", "back_up_daily"), len(facts_of(Event.BACKUP)) - 3)
    names = {path.name for path in (looked.folder / "backups").iterdir()}
    assert {one["file"] for one in looked.told("back_up")} <= names


CHECKS: tuple[Callable[[Looked], None], ...] = (
    _doors, _drafts, _decided, _pictures, _approvals, _passes, _lent, _planned, _copies, _kept,
)  # fmt: skip

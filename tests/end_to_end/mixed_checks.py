"""What must hold after every kill, whatever was being done: all acts told, none by halves."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader

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
from model.errors import WrongPasswordError
from model.office import log_in
from model.office.audit import Event
from model.office.office_settings import RECOVERY_KEY, stored
from model.office.tables import Approval, ApprovalState, AuditLine, Person
from model.rounds.tables import DailyPlan, VisitRecord
from model.storage.backup_file import check_backup
from model.storage.key_file import KeyFile
from model.storage.passwords import read_recovery_code
from model.storage.vault import Keys, Slot, open_slot
from model.upkeep.restore import restore
from model.upkeep.verify import verify
from tests.end_to_end.killing import Kills
from tests.end_to_end.mixed_acts import ROWS
from tests.end_to_end.mixed_office import CHANGING, MANAGER, PASSWORD, PICTURE

KEY_ACTS = {"change_password", "reset_password"}
LEFT_BESIDE = ("*.new", ".*.new", ".*.half")


def opens(slot: Slot, password: str) -> bool:
    """Whether a password opens a slot, without counting as a try."""
    try:
        open_slot(slot, password).forget()
    except WrongPasswordError:
        return False
    return True


def facts_of(event: Event) -> list[tuple[str, dict[str, Any]]]:
    """Subject and facts of the lines of an event, oldest first."""
    lines = AuditLine.select().where(AuditLine.event == event).order_by(AuditLine.no)
    return [(line.subject, json.loads(line.after or "{}")) for line in lines]


def is_whole(file: Path) -> bool:
    """Whether a paper or a file of data can be read to its end."""
    if file.suffix == ".pdf":
        return all(page.get_contents() is not None for page in PdfReader(file, strict=True).pages)
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            return book.testzip() is None and "xl/worksheets/sheet1.xml" in book.namelist()
    return file.read_text(encoding="utf-8-sig").endswith("\n")


@dataclass
class Looked:
    """One cabinet under the kills, and what was found after each.

    Attributes:
        folder: the cabinet; papers and the second folder lie beside it.
        kills: what the workers told.
        password: of the person whose password changes, as the key file has it now.
        key_changes: how many times it was changed or reset.
        code: the recovery code that counts; empty: still the first one.
        codes: how many times it was renewed.
        read: how many told acts were looked at.
        unlogged: checksums of papers whose act was killed after the file and before the log.
        seen: backups that were checked, as they lay there.
        backups: how many backups were checked.
        restored: how many were restored as a cabinet.
    """

    folder: Path
    kills: Kills
    password: str = PASSWORD
    key_changes: int = 0
    code: str = ""
    codes: int = 0
    read: int = 0
    unlogged: set[str] = field(default_factory=set)
    seen: dict[Path, tuple[int, int]] = field(default_factory=dict)
    backups: int = 0
    restored: int = 0

    def look(self, now: datetime) -> None:
        """Everything."""
        told = self.kills.done[self.read :]
        self.read = len(self.kills.done)
        self._keys(told)
        desk = log_in.log_in(self.folder, MANAGER, PASSWORD, now)
        try:
            assert verify(desk, "", now).faults == ()
            self._rows_of_keys()
            for found in FOUND:
                self._whole_or_not(found)
            for check in CHECKS:
                check(self)
            self._papers(told)
            self._backups(desk.keys, now)
        finally:
            log_in.lock_screen(desk, now)

    def begun(self, *acts: str) -> dict[str, Any] | None:
        """The act that was killed midway, if it is one of these."""
        begun = self.kills.begun
        return begun if begun and begun["act"] in acts else None

    def told(self, *acts: str) -> list[dict[str, Any]]:
        """Everything that was told as done."""
        return [one for one in self.kills.done if one["act"] in acts]

    # --- keys --------------------------------------------------------------------------------

    def _keys(self, told: list[dict[str, Any]]) -> None:
        """The key file is whole, and opens with what was told, or with what was just begun."""
        for one in told:
            if one["act"] in KEY_ACTS:
                self.password, self.key_changes = one["password"], self.key_changes + 1
            if one["act"] == "renew_code":
                self.code, self.codes = one["code"], self.codes + 1
        key_file = KeyFile.read(self.folder / "keys.json")
        slot = next(slot for slot in key_file.slots if slot.name == CHANGING)
        begun = self.begun(*KEY_ACTS)
        if begun and opens(slot, begun["password"]):
            self.password, self.key_changes = begun["password"], self.key_changes + 1
        assert opens(slot, self.password), "the told password opens nothing"
        renewed = self.begun("renew_code")
        if renewed and opens(key_file.recovery, read_recovery_code(renewed["code"])):
            self.code, self.codes = renewed["code"], self.codes + 1
        if self.code:
            assert opens(key_file.recovery, read_recovery_code(self.code))

    def _rows_of_keys(self) -> None:
        """People's rows, the code's fact and the log say what the key file says."""
        key_file = KeyFile.read(self.folder / "keys.json")
        rows = {person.staff_no: person.public_key for person in Person.select()}
        slots = {slot.staff_no: slot.public_key for slot in key_file.slots if slot.staff_no}
        assert rows == slots, "a slot and its row differ"
        assert stored(RECOVERY_KEY) == key_file.recovery.public_key
        changed = len(facts_of(Event.PASSWORD)) + len(facts_of(Event.STAFF_RESET))
        assert changed == self.key_changes, "the log and the slots differ"
        codes = [facts for _, facts in facts_of(Event.RECOVERY_CODE)]
        assert sum(facts["what"] == "new_code" for facts in codes) == self.codes

    # --- what can be found by the number of its act ---------------------------------------------

    def _whole_or_not(self, found: tuple[str, Callable[[], set[int]]]) -> None:
        act, find = found
        numbers = find()
        acknowledged = self.kills.acknowledged[act]
        assert acknowledged <= numbers, (act, "lost", acknowledged - numbers)
        killed = {number for name, number in self.kills.interrupted if name == act}
        assert numbers <= acknowledged | killed, (act, numbers - acknowledged - killed)

    # --- files -------------------------------------------------------------------------------

    def _papers(self, told: list[dict[str, Any]]) -> None:
        """Every file under its own name is whole, and the newest of it that was logged."""
        papers = self.folder.parent / "papers"
        begun = self.kills.begun or {}
        for one in told:
            if "file" in one and one["act"] != "back_up" and one["file"] != begun.get("file"):
                for left in (f"{one['file']}.new", f".{one['file']}.new"):
                    assert not (papers / left).exists(), left
        logged = [facts["sha256"] for event in (Event.PRINT, Event.EXPORT)
                  for _, facts in facts_of(event) if "sha256" in facts]  # fmt: skip
        files = {}
        for file in papers.iterdir():
            if file.name.endswith(".new"):
                continue
            files[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
            if files[file.name] not in {*logged, *self.unlogged}:
                assert file.name == begun.get("file"), (file.name, "is in no log")
                self.unlogged.add(files[file.name])
            assert is_whole(file), file.name
        newest = {subject: facts["sha256"] for subject, facts in facts_of(Event.EXPORT)}
        for name, sha256 in newest.items():
            if name.startswith("log-"):
                assert files.get(name) in {sha256, *self.unlogged}, (name, "logged, not there")

    def _backups(self, keys: Keys, now: datetime) -> None:
        """Every backup of both folders opens; one that is new restores, too."""
        fresh = []
        for file in (*(self.folder / "backups").glob("*.ccb"),
                     *(self.folder.parent / "second").glob("*.ccb")):  # fmt: skip
            stat = file.stat()
            if self.seen.get(file) != (stat.st_ino, stat.st_mtime_ns):
                check_backup(file, keys)
                self.seen[file] = (stat.st_ino, stat.st_mtime_ns)
                self.backups += 1
                fresh.append(file)
        if fresh:
            self._restore(max(fresh, key=lambda file: file.stat().st_mtime_ns), now)

    def _restore(self, file: Path, now: datetime) -> None:
        again = self.folder.parent / "again"
        assert restore(file, again, MANAGER, PASSWORD, now).faults == ()
        shutil.rmtree(again)
        self.restored += 1


def left_beside(folder: Path) -> list[str]:
    """What killed programs left beside the files of a folder."""
    return sorted(path.name for pattern in LEFT_BESIDE for path in folder.glob(pattern))


# --- found by its number -------------------------------------------------------------------------


def _numbers(texts: Iterator[str], before: str, after: str = "") -> set[int]:
    return {
        int(text.removeprefix(before).removesuffix(after))
        for text in texts
        if text.startswith(before)
    }


def _edits() -> set[int]:
    rows = Revision.select().where(Revision.field == "likes")
    return _numbers((row.new_value for row in rows), "mark-")


def _hired() -> set[int]:
    return _numbers((person.name for person in Person.select()), "新人")


def _set() -> set[int]:
    return {
        int(facts["value"])
        for subject, facts in facts_of(Event.SETTINGS_CHANGE)
        if subject == "recontact_days"
    }


def _names() -> Iterator[str]:
    for card in CustomerCard.select():
        yield str(card.__data__["full_name"])


def _created() -> set[int]:
    return _numbers(_names(), "新客户", "有限公司")


def _proposed() -> set[int]:
    rows = ProposedChange.select().where(ProposedChange.path == "legal_rep")
    return _numbers((row.text for row in rows), "法人第", "人")


def _attached() -> set[int]:
    return _numbers((row.file_name for row in Attachment.select()), "照片", ".png")


def _asked() -> set[int]:
    return _numbers((row.reason for row in Approval.select()), "act-")


def _issued() -> set[int]:
    return _numbers((row.receiver for row in IssuedCopy.select()), "收件人")


def _exported() -> set[int]:
    return _numbers((row.receiver for row in DataExport.select()), "总部")


def _imported() -> set[int]:
    counts: dict[int, int] = defaultdict(int)
    for name in _names():
        if name.startswith("批次"):
            counts[int(name.removeprefix("批次").partition("公司")[0])] += 1
    assert set(counts.values()) <= {ROWS}, counts
    return set(counts)


FOUND: tuple[tuple[str, Callable[[], set[int]]], ...] = (
    ("edit", _edits), ("hire", _hired), ("set_something", _set), ("create", _created),
    ("propose", _proposed), ("attach", _attached), ("ask", _asked), ("issue", _issued),
    ("export", _exported), ("bring_in", _imported),
)  # fmt: skip


# --- and what else contradicts itself ------------------------------------------------------------


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

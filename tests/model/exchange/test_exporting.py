"""Exports: whose right they are, what they hold, what they leave in the log, and on the disk."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from model.cards.asking import ask_approval, decide_approval
from model.cards.copy_tables import DataExport
from model.cards.tables import Contact, CustomerCard
from model.errors import (
    BadInputError,
    CabinetClosedError,
    CannotWriteError,
    NeedsApprovalError,
    NotAllowedError,
    StoppedError,
    TwoPersonsNeededError,
    WrongStateError,
)
from model.exchange.export_filters import filter_of
from model.exchange.export_orders import Order, Wanted
from model.exchange.exporting import (
    Exported,
    export_cards,
    export_columns,
    export_facts,
    plan_export,
)
from model.loans import opening
from model.loans.copies import CopyState, copies
from model.loans.copy_terms import Terms
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.office.rights import Right
from model.office.tables import Approval, AuditLine
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit, make_card

TERMS = Terms("总部", "年报", TODAY)
ORDER = Order(Wanted(), ("list",), TERMS)
Grant = Callable[[str, Order], str]


@pytest.fixture
def cards(sit: Sit) -> list[str]:
    """Three cards of the first team and one of the second, in an open cabinet."""
    made = [
        make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚"),
        make_card(sit, "成都德隆叉车配件有限公司", "李明", "028-85551235", "武侯", "赵刚"),
        make_card(sit, "成都信达叉车配件有限公司", "王芳", "028-85551236", "武侯", "赵刚"),
        make_card(sit, "成都盛泰叉车配件有限公司", "周涛", "028-85551237", "金牛", "钱进"),
    ]
    opening.open_cabinet(sit("王秀兰"), NOW)
    with writing():
        card = CustomerCard.get(CustomerCard.card_no == made[0])
        Contact.create(card=card, row_no=1, name="陈静", mobile="13900000001", hobbies="钓鱼")
        Contact.create(card=card, row_no=2, name="何文斌", is_primary=True, title="经理")
    return made


@pytest.fixture
def grant(sit: Sit) -> Grant:
    """Ask for an export and have the manager grant it; the approval's number."""

    def granted(asker: str, order: Order) -> str:
        desk = sit(asker)
        facts = export_facts(desk, order, NOW)
        asked = ask_approval(desk, Right.EXPORT, (), "总部年报要用", NOW, facts=facts)
        decide_approval(sit("张总"), asked.approval_no, True, "", NOW)
        return asked.approval_no

    return granted


def exported(desk: Desk, order: Order, out: Path, language: str = "zh") -> Exported:
    return export_cards(desk, order, out, NOW, lambda *_: None, language)


def lines(event: audit.Event) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event.value).order_by(AuditLine.no))


def sheet(path: Path, title: str = "客户") -> list[dict[str, object]]:
    book = CalamineWorkbook.from_path(str(path))
    head, *rows = book.get_sheet_by_name(title).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


@pytest.mark.parametrize("person", ["王秀兰", "赵刚"])
def test_a_file_is_the_manager_s_to_grant(
    cards: list[str], sit: Sit, tmp_path: Path, person: str
) -> None:
    with pytest.raises(NeedsApprovalError) as refused:
        exported(sit(person), ORDER, tmp_path / "a.xlsx")
    assert refused.value.values["act"] == "export"
    assert not list(tmp_path.glob("*.xlsx*"))
    assert DataExport.select().count() == 0


def test_a_rep_exports_nothing(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError) as refused:
        exported(sit("李明"), ORDER, tmp_path / "a.xlsx")
    assert type(refused.value) is NotAllowedError


def test_what_was_searched_for_is_in_no_log(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    """As of every search: it is a name or a telephone number of somebody's."""
    order = replace(ORDER, wanted=Wanted(filter=filter_of(["text=恒运", "rep=李明"])))
    assert exported(sit("张总"), order, tmp_path / "a.csv").rows == 1
    (begun,) = lines(audit.Event.EXPORT_BEGIN)
    assert json.loads(begun.after)["filter"] == "rep=李明 text=…"
    assert not [line.no for line in AuditLine.select() if "恒运" in line.after]


def test_the_log_says_what_was_in_it(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    order = replace(ORDER, wanted=Wanted(filter=filter_of(["rep=李明"])))
    made = exported(sit("张总"), order, tmp_path / "a.xlsx")
    assert (made.export_no, made.rows) == ("DC000001", 2)
    assert made.sha256 == hashlib.sha256(made.file.read_bytes()).hexdigest()
    (begun,), (done,) = lines(audit.Event.EXPORT_BEGIN), lines(audit.Event.EXPORT)
    told = json.loads(begun.after)
    assert told["cards"] == 2
    assert told["filter"] == "rep=李明"
    assert told["card_nos"] == cards[:2]
    assert told["secrecy"] == "internal"
    assert told["classes"] == ["DC1"]
    assert "contacts[0].mobile" in told["fields"]
    assert (begun.reason, begun.subject) == ("年报", "DC000001")
    assert json.loads(done.after) == {"sha256": made.sha256}
    row = DataExport.get()
    assert (row.rows, row.receiver, row.purpose, row.due_on) == (2, "总部", "年报", TODAY)
    assert (row.sha256, row.approval) == (made.sha256, None)
    (registered,) = copies(sit("张总"), NOW)
    assert (registered.copy_no, registered.state) == ("DC000001", CopyState.OUT)


def test_the_cards_stand_in_the_file_with_all_their_contacts(
    cards: list[str], sit: Sit, tmp_path: Path
) -> None:
    made = exported(sit("张总"), replace(ORDER, fields=("all",)), tmp_path / "a.xlsx")
    rows = sheet(made.file)
    assert [row["卡号"] for row in rows] == cards
    assert (rows[0]["客户全称"], rows[0]["联系人"], rows[0]["手机"]) == (
        "成都恒运叉车配件有限公司", "何文斌", "",
    )  # fmt: skip
    people = sheet(made.file, "联系人")
    assert [(row["卡号"], row["姓名"], row["手机"], row["爱好"]) for row in people] == [
        (cards[0], "何文斌", "", ""), (cards[0], "陈静", "13900000001", "钓鱼"),
    ]  # fmt: skip


def test_a_list_in_text_begins_with_its_mark(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    made = exported(sit("张总"), ORDER, tmp_path / "a.csv")
    data = made.file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert (
        data.decode("utf-8-sig")
        .splitlines()[1]
        .startswith(f"{cards[0]},成都恒运叉车配件有限公司,企业")
    )


def test_a_granted_approval_is_good_for_this_export_once(
    cards: list[str], sit: Sit, tmp_path: Path, grant: Grant
) -> None:
    number = grant("王秀兰", ORDER)
    clerk = sit("王秀兰")
    assert plan_export(clerk, ORDER, NOW).approval_no == number
    for other in (
        replace(ORDER, fields=("all",)),
        replace(ORDER, wanted=Wanted(cards[:1])),  # type: ignore[arg-type]
        replace(ORDER, wanted=Wanted(filter=(("rep", "李明"),))),
        replace(ORDER, terms=replace(TERMS, receiver="审计所")),
    ):
        with pytest.raises(NeedsApprovalError):
            exported(clerk, other, tmp_path / "b.xlsx")
    exported(clerk, ORDER, tmp_path / "a.xlsx")
    assert DataExport.get().approval.approval_no == number
    assert lines(audit.Event.EXPORT_BEGIN)[0].document == number
    with pytest.raises(NeedsApprovalError):
        exported(clerk, ORDER, tmp_path / "c.xlsx")
    assert not (tmp_path / "c.xlsx").exists()


def test_nobody_uses_the_approval_of_another(
    cards: list[str], sit: Sit, tmp_path: Path, grant: Grant
) -> None:
    grant("王秀兰", ORDER)
    with pytest.raises(NeedsApprovalError):
        exported(sit("孙丽"), ORDER, tmp_path / "a.xlsx")


def test_a_supervisor_has_his_team_without_private_facts(
    cards: list[str], sit: Sit, tmp_path: Path, grant: Grant
) -> None:
    order = replace(ORDER, fields=("all",))
    grant("赵刚", order)
    boss = sit("赵刚")
    made = exported(boss, order, tmp_path / "a.xlsx")
    assert made.rows == 3
    assert "爱好" not in sheet(made.file)[0]
    assert "爱好" not in sheet(made.file, "联系人")[0]
    assert "DC2" not in json.loads(lines(audit.Event.EXPORT_BEGIN)[0].after)["classes"]
    assert not {"contacts[0].hobbies"} & {name for name, *_ in export_columns(boss, "zh")}
    with pytest.raises(BadInputError):
        plan_export(boss, replace(ORDER, fields=("contacts[0].hobbies",)), NOW)
    with pytest.raises(NotAllowedError):
        plan_export(boss, replace(ORDER, wanted=Wanted((cards[3],))), NOW)


@pytest.mark.parametrize("field", ["credit_score", "kein", ""])
def test_a_column_that_is_none_is_refused(cards: list[str], sit: Sit, field: str) -> None:
    with pytest.raises(BadInputError):
        plan_export(sit("张总"), replace(ORDER, fields=(field,)), NOW)


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["rep=李明"], (0, 1)),
        (["rep=李明", "text=hengyun"], (0,)),
        (["district=金牛"], (3,)),
        (["status=prospect", "kind=company"], (0, 1, 2, 3)),
        (["text=德隆"], (1,)),
    ],
)
def test_a_filter_leaves_what_has_all_of_it(
    cards: list[str], sit: Sit, tmp_path: Path, texts: list[str], numbers: tuple[int, ...]
) -> None:
    order = replace(ORDER, wanted=Wanted(filter=filter_of(texts)))
    made = exported(sit("张总"), order, tmp_path / "a.xlsx")
    assert [row["卡号"] for row in sheet(made.file)] == [cards[number] for number in numbers]


@pytest.mark.parametrize("text", ["colour=red", "rep", "rep=", "=李明"])
def test_a_filter_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        filter_of([text])


def test_a_filter_that_leaves_nothing_writes_nothing(
    cards: list[str], sit: Sit, tmp_path: Path
) -> None:
    order = replace(ORDER, wanted=Wanted(filter=(("rep", "无此人"),)))
    with pytest.raises(BadInputError):
        exported(sit("张总"), order, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_void_cards_and_drafts_are_no_customers(cards: list[str], sit: Sit) -> None:
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == cards[0]).execute()
    manager = sit("张总")
    assert plan_export(manager, ORDER, NOW).cards == 3
    with pytest.raises(WrongStateError):
        plan_export(manager, replace(ORDER, wanted=Wanted((cards[0],))), NOW)


def test_before_the_cabinet_opens_nothing_is_exported(sit: Sit, tmp_path: Path) -> None:
    make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    with pytest.raises(CabinetClosedError):
        exported(sit("张总"), ORDER, tmp_path / "a.xlsx")


def test_secret_cards_wait_for_the_second_person(
    cards: list[str], sit: Sit, tmp_path: Path
) -> None:
    with writing():
        CustomerCard.update(secrecy="secret").where(CustomerCard.card_no == cards[1]).execute()
    manager = sit("张总")
    change_setting(manager, "two_persons", "1", NOW)
    with pytest.raises(TwoPersonsNeededError) as refused:
        exported(manager, ORDER, tmp_path / "a.xlsx")
    assert refused.value.values["ref"] == cards[1]
    assert exported(manager, replace(ORDER, wanted=Wanted((cards[0],))), tmp_path / "b.xlsx")


def test_another_kind_of_file_is_refused(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        exported(sit("张总"), ORDER, tmp_path / "a.pdf")


@pytest.mark.parametrize("terms", [Terms("总部", "年报"), Terms("", "年报", TODAY)])
def test_an_export_has_terms_as_a_copy(
    cards: list[str], sit: Sit, tmp_path: Path, terms: Terms
) -> None:
    with pytest.raises(BadInputError):
        exported(sit("张总"), replace(ORDER, terms=terms), tmp_path / "a.xlsx")


def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes the first half of a file."""
    whole = os.fsync

    def full(descriptor: int) -> None:
        if "a.xlsx" in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", full)


def test_a_full_disk_leaves_no_file_and_gives_the_approval_back(
    cards: list[str], sit: Sit, tmp_path: Path, grant: Grant, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = grant("王秀兰", ORDER)
    clerk = sit("王秀兰")
    (tmp_path / "a.xlsx").write_bytes(b"before")
    with monkeypatch.context() as patched:
        full_disk(patched)
        with pytest.raises(CannotWriteError):
            exported(clerk, ORDER, tmp_path / "a.xlsx")
    assert [path.name for path in tmp_path.glob("a.*")] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_bytes() == b"before"
    assert DataExport.get().outcome == "not_made"
    assert [line.subject for line in lines(audit.Event.EXPORT_NOT_MADE)] == ["DC000001"]
    assert Approval.get(Approval.approval_no == number).state == "granted"
    assert exported(clerk, ORDER, tmp_path / "a.xlsx").export_no == "DC000002"


def test_a_file_that_is_not_logged_as_whole_does_not_stay(
    cards: list[str], sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StoppedError

    monkeypatch.setattr("model.exchange.exporting._finish", locked)
    with pytest.raises(StoppedError):
        exported(sit("张总"), ORDER, tmp_path / "a.xlsx")
    assert not list(tmp_path.glob("a.*"))


def test_a_stop_writes_nothing_and_logs_nothing(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        export_cards(sit("张总"), ORDER, tmp_path / "a.xlsx", NOW, stop)
    assert not list(tmp_path.glob("a.*"))
    assert lines(audit.Event.EXPORT_BEGIN) == []


def test_the_same_cards_make_the_same_bytes(cards: list[str], sit: Sit, tmp_path: Path) -> None:
    manager = sit("张总")
    first, second = (exported(manager, ORDER, tmp_path / f"{name}.xlsx") for name in "ab")
    assert first.sha256 == second.sha256

"""Imports into a real cabinet: what comes in, what is refused, and that nothing else changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.cards import cards, drafts, listing, reviewing
from model.cards.contents import contents_of
from model.cards.definition import CardKind
from model.cards.derived import derived_columns
from model.cards.search import search
from model.cards.tables import Contact, CustomerCard, Revision
from model.errors import (
    BadInputError,
    NotAllowedError,
    NotFoundError,
    Problem,
    StoppedError,
    UnreadableFileError,
)
from model.exchange.importing import ImportOptions, ImportResult, import_cards, preview_import
from model.exchange.reasons import DUPLICATES
from model.loans import opening
from model.money.tables import AccountSnapshot
from model.office import audit, day, log_check, people, teams
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine, District
from model.rounds.tables import Promise
from model.sentences.problems import problem_sentence
from model.storage.database import database, writing
from model.upkeep.verify import verify
from model.words import words_in
from tests.conftest import NOW, PASSWORD, Sit, make_card
from tests.model.exchange.conftest import HEADINGS, MakeList, content_hash, good_row

PLAIN = ImportOptions()
SKIP = ImportOptions(skip_rejected=True)


def take(desk: Desk, path: Path, options: ImportOptions = PLAIN) -> ImportResult:
    return import_cards(desk, path, options, NOW)


def refused(desk: Desk, path: Path, options: ImportOptions = PLAIN) -> BadInputError:
    """The refusal of an import, which changed nothing."""
    before = content_hash()
    with pytest.raises(BadInputError) as caught:
        take(desk, path, options)
    assert content_hash() == before
    return caught.value


def card_named(name: str) -> CustomerCard:
    found: CustomerCard = CustomerCard.get(CustomerCard._meta.fields["full_name"] == name)
    return found


# --- what comes in ---------------------------------------------------------------------------


def test_a_row_becomes_a_filed_card(clerk: Desk, make_list: MakeList) -> None:
    row = good_row(1, 承诺事项="送样品", 承诺日期="2026-12-01", 账龄="31-60天", 传真="无")
    path = make_list([row], headings=(*HEADINGS, "承诺事项", "承诺日期", "账龄", "传真"))
    result = take(clerk, path)
    assert (result.added, result.updated, result.duplicate, result.rejected) == (1, 0, 0, 0)
    assert (result.import_run, result.problems, result.warnings) == ("I00001", (), ())
    card = card_named("成都运恒恒恒恒叉车配件有限公司")
    data = card.__data__
    assert (data["card_no"], data["location"], data["drawer_no"]) == ("Q00001", "1-02-001", 2)
    assert (data["custody_state"], data["incomplete"], data["version"]) == ("in_cabinet", True, 1)
    assert (data["relationship_status"], data["abc_class"], data["secrecy"]) == (
        "current", "B", "internal",
    )  # fmt: skip
    assert (card.rep.name, card.district.name, card.filled_by.name) == ("李明", "武侯", "王秀兰")
    assert (data["created_on"], data["last_visit_on"]) == (NOW.date(), date(2026, 11, 3))
    assert (data["revision_no"], data["print_no"]) == (1, 1)
    assert (data["short_name"], data["mnemonic"]) == ("运恒恒恒恒叉配", "YHHHHCP")
    assert data["imported_from"] == "I00001/2"
    assert json.loads(data["explicit"]) == {"fax": "none"}
    contact = Contact.get(Contact.card == card.id).__data__
    assert (contact["name"], contact["mobile"], contact["is_primary"]) == (
        "何文斌", "13900000001", True,
    )  # fmt: skip
    snapshot = AccountSnapshot.get(AccountSnapshot.card == card.id)
    assert (snapshot.balance, snapshot.overdue) == (Decimal("1200.50"), Decimal("0.00"))
    assert (snapshot.worst_bucket, snapshot.as_of) == ("d31_60", NOW.date())
    promise = Promise.get(Promise.card == card.id)
    assert (promise.description, promise.due_on, promise.kept_on) == (
        "送样品", date(2026, 12, 1), None,
    )  # fmt: skip


def test_history_and_log_of_an_import(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1), good_row(2)]))
    card = card_named("成都运恒恒恒恒叉车配件有限公司")
    (line,) = Revision.select().where(Revision.card == card.id)
    assert (line.version, line.field, line.reason) == (1, "", "I00001/2")
    first = json.loads(line.new_value)
    assert (first["full_name"], first["rep"], first["district"]) == (
        "成都运恒恒恒恒叉车配件有限公司", "李明", "武侯",
    )  # fmt: skip
    assert (first["contacts#1.name"], first["contacts#1.is_primary"]) == ("何文斌", "True")
    assert (first["mnemonic"], first["secrecy"]) == ("YHHHHCP", "internal")
    lines = [row.__data__ for row in AuditLine.select().order_by(AuditLine.no.desc()).limit(3)]
    assert [row["event"] for row in lines] == ["import", "card.import", "card.import"]
    assert [row["subject"] for row in lines] == ["I00001", "Q00002", "Q00001"]
    facts = json.loads(lines[0]["after"])
    assert (facts["file"], facts["sheet"], facts["added"]) == ("客户.xlsx", "客户", 2)
    assert len(facts["sha256"]) == 64
    assert "叉车" not in json.dumps(lines, default=str, ensure_ascii=False)


def test_an_imported_cabinet_is_sound(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(n, 业务员="李明" if n % 2 else "周涛", 片区=f"片{n % 5}") for n in range(300)]
    assert take(clerk, make_list(rows)).added == 300
    assert verify(clerk, "", NOW).faults == ()


def test_keys_made_before_the_number_are_those_made_with_it(
    clerk: Desk, make_list: MakeList
) -> None:
    take(clerk, make_list([good_row(1), good_row(2, 客户名称="Café Ürümqi & Co", 简称="Café")]))
    for card in CustomerCard.select():
        derived = derived_columns(contents_of(card))
        stored = {name: card.__data__[name] for name in derived}
        assert stored == derived


def test_imported_cards_are_listed_found_and_read(sit: Sit, make_list: MakeList) -> None:
    clerk = sit("王秀兰")
    take(clerk, make_list([good_row(7)]))
    (row,) = listing.list_cards(clerk, NOW)
    assert (row.ref, row.state, row.incomplete, row.legacy_no) == (
        "Q00001", "in_cabinet", True, "旧0007",
    )  # fmt: skip
    for text in ("旧0007", "13900000007", "thhhhcc", "何文斌"):
        assert [hit.ref for hit in search(clerk, text, NOW)] == ["Q00001"], text
    opening.open_cabinet(clerk, NOW)
    view = cards.read_card(clerk, "Q00001", NOW)
    assert view.values["full_name"] == row.name
    assert view.children["contacts"][0]["name"] == "何文斌"
    assert "uscc" in view.missing
    assert cards.edit_card(clerk, "Q00001", 1, {"likes": "守时"}, NOW).version == 2


def test_an_individuals_card(clerk: Desk, make_list: MakeList) -> None:
    row = good_row(1, 客户名称="林秀英", 简称="", 联系人="", 职务="个体司机", 备注="可介绍同行")
    take(clerk, make_list([row]), replace(PLAIN, kind="individual"))
    card = card_named("林秀英").__data__
    assert (card["card_no"], card["mobile"], card["occupation"]) == (
        "G00001", "13900000001", "个体司机",
    )  # fmt: skip
    assert (card["home_address"], card["other_notes"]) == (
        "成都市武侯区簇锦街道1号", "可介绍同行",
    )  # fmt: skip
    assert Contact.select().count() == 0


@pytest.mark.parametrize(
    ("cells", "klass", "secrecy", "drawer"),
    [
        ({"客户状态": "潜在客户", "等级": "A"}, "P", "internal", 92),
        ({"客户状态": "未来客户", "等级": ""}, "P", "internal", 92),
        ({"客户状态": "中断客户", "等级": "C"}, "C", "internal", 91),
        ({"客户状态": "现有客户", "等级": "A"}, "A", "confidential", 2),
        ({"等级": "B", "大客户": "是"}, "B", "secret", 90),
        ({"等级": ""}, None, "internal", 2),
        ({"等级": "", "起始交易时间": "2026-10-01"}, "N", "internal", 2),
        ({"等级": "", "起始交易时间": "2020-10-01"}, None, "internal", 2),
    ],
)
def test_class_secrecy_and_drawer(
    clerk: Desk,
    make_list: MakeList,
    cells: dict[str, object],
    klass: str | None,
    secrecy: str,
    drawer: int,
) -> None:
    more = ("客户状态", "大客户", "起始交易时间")
    take(clerk, make_list([good_row(1, **cells)], headings=(*HEADINGS, *more)))
    card = CustomerCard.get().__data__
    assert (card["abc_class"], card["secrecy"], card["drawer_no"]) == (klass, secrecy, drawer)


def test_numbers_and_slots_go_on_where_they_ended(sit: Sit, make_list: MakeList) -> None:
    assert make_card(sit, "先来的客户", "李明", "028-85559999", "武侯", "赵刚") == "Q00001"
    clerk = sit("王秀兰")
    take(clerk, make_list([good_row(1), good_row(2)]))
    take(clerk, make_list([good_row(3), good_row(4, 客户状态="潜在客户")],
                          headings=(*HEADINGS, "客户状态")))  # fmt: skip
    columns = (CustomerCard.card_no, CustomerCard.location, CustomerCard.imported_from)
    assert list(CustomerCard.select(*columns).order_by(CustomerCard.id).tuples()) == [
        ("Q00001", "1-92-001", None),
        ("Q00002", "1-02-001", "I00001/2"),
        ("Q00003", "1-02-002", "I00001/3"),
        ("Q00004", "1-02-003", "I00002/2"),
        ("Q00005", "1-92-002", "I00002/3"),
    ]


def test_a_bare_list_of_names(clerk: Desk, make_list: MakeList) -> None:
    headings = ("客户名称", "业务员", "片区")
    rows = [good_row(1), good_row(2)]
    assert take(clerk, make_list(rows, "名单.csv", headings)).added == 2
    again = take(clerk, make_list(rows, "名单.csv", headings))
    assert (again.added, again.duplicate) == (0, 2)


def test_before_the_cabinet_is_opened_too(clerk: Desk, make_list: MakeList) -> None:
    assert not day.day_state(clerk, NOW).is_open
    assert take(clerk, make_list([good_row(1)])).added == 1


# --- reps and districts ----------------------------------------------------------------------


def test_a_district_not_known_is_made_for_the_reps_team(clerk: Desk, make_list: MakeList) -> None:
    rows = [
        good_row(1, 片区="锦江"),
        good_row(2, 片区="锦江", 业务员="周涛"),
        good_row(3, 片区="锦江", 业务员="王芳"),
        good_row(4),
    ]
    result = take(clerk, make_list(rows))
    assert [(new.name, new.team) for new in result.new_districts] == [
        ("锦江", "一队"),
        ("锦江", "二队"),
    ]
    listed = {(row.name, row.team): row.drawer for row in teams.list_districts(clerk)}
    for new in result.new_districts:
        assert listed[new.name, new.team] == new.drawer
    drawers = [row.drawer_no for row in CustomerCard.select().order_by(CustomerCard.id)]
    first, second = (new.drawer for new in result.new_districts)
    assert drawers == [first, second, first, 2]
    assert AuditLine.select().where(AuditLine.event == "district.add").count() == 2 + 2


def test_the_same_district_of_another_team_is_not_taken(clerk: Desk, make_list: MakeList) -> None:
    result = take(clerk, make_list([good_row(1, 业务员="周涛", 片区="武侯")]))
    assert [(new.name, new.team) for new in result.new_districts] == [("武侯", "二队")]


def test_a_district_typed_in_two_ways_is_one(clerk: Desk, make_list: MakeList) -> None:
    rows = [
        good_row(1, 片区="武　侯"),
        good_row(2, 片区="East Side"),
        good_row(3, 片区="east-side"),
    ]
    assert [new.name for new in take(clerk, make_list(rows)).new_districts] == ["East Side"]
    names = [card.district.name for card in CustomerCard.select().order_by(CustomerCard.id)]
    assert names == ["武侯", "East Side", "East Side"]


def test_no_district_is_made_for_a_row_that_is_left_out(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(1), good_row(2, 片区="锦江", 电话="坏")]
    assert take(clerk, make_list(rows), SKIP).new_districts == ()
    assert District.select().count() == 2


def test_a_rep_without_a_team(sit: Sit, make_list: MakeList) -> None:
    people.add_person(sit("张总"), "吴单", Role.REP, "", PASSWORD, NOW)
    clerk = sit("王秀兰")
    assert take(clerk, make_list([good_row(1, 业务员="吴单")])).added == 1
    error = refused(clerk, make_list([good_row(2, 业务员="吴单", 片区="锦江")]))
    (problem,) = error.problems
    assert (problem.row, problem.field, problem.reason) == (2, "district", "rep_without_team")


@pytest.mark.parametrize("name", ["孙丽", "赵刚", "张总", "没有这人"])
def test_only_a_rep_keeps_customers(clerk: Desk, make_list: MakeList, name: str) -> None:
    (problem,) = refused(clerk, make_list([good_row(1, 业务员=name)])).problems
    assert (problem.field, problem.reason) == ("rep", "rep_not_on_staff")
    assert name in problem_sentence(problem, words_in("en"))


def test_a_rep_by_staff_number_or_with_blanks_in_his_name(clerk: Desk, make_list: MakeList) -> None:
    assert take(clerk, make_list([good_row(1, 业务员="李　明"), good_row(2, 业务员=3)])).added == 2
    assert {row.rep.name for row in CustomerCard.select()} == {"李明"}


def test_one_rep_and_district_for_all(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(1, 业务员="没有这人", 片区=""), good_row(2, 业务员="")]
    result = take(clerk, make_list(rows), replace(PLAIN, rep="王芳", district="武侯"))
    assert result.added == 2
    assert {(row.rep.name, row.district.name) for row in CustomerCard.select()} == {
        ("王芳", "武侯")
    }


def test_a_rep_for_all_who_is_nobody(clerk: Desk, make_list: MakeList) -> None:
    with pytest.raises(NotFoundError):
        take(clerk, make_list([good_row(1)]), replace(PLAIN, rep="没有这人"))


def test_a_column_that_must_be_there_is_missed_once(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(n) for n in range(50)]
    problems = refused(clerk, make_list(rows, headings=("编号", "电话"))).problems
    assert [(problem.field, problem.reason) for problem in problems] == [
        ("full_name", "column_missing"),
        ("rep", "column_missing"),
        ("district", "column_missing"),
    ]
    preview = preview_import(clerk, make_list(rows, headings=("编号", "电话")), PLAIN, NOW)
    assert preview.column_problems == problems
    assert (preview.added, len(preview.rows), len(preview.columns)) == (0, 50, 2)


def test_two_columns_for_one_field(clerk: Desk, make_list: MakeList) -> None:
    path = make_list([good_row(1, 公司名称="别的")], headings=(*HEADINGS, "公司名称"))
    (problem,) = refused(clerk, path).problems
    assert problem.reason == "two_columns"
    assert preview_import(clerk, path, PLAIN, NOW).column_problems == (problem,)


# --- short names and repeated names ----------------------------------------------------------


def test_a_short_name_that_is_taken_is_left_empty(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1, 简称="恒运")]))
    result = take(clerk, make_list([good_row(2, 简称="恒运"), good_row(3, 简称="德隆"),
                                    good_row(4, 简称="德隆")]))  # fmt: skip
    assert [(p.row, p.field, p.reason) for p in result.warnings] == [
        (2, "short_name", "short_name_taken"),
        (4, "short_name", "short_name_taken"),
    ]
    names = [row.__data__["short_name"] for row in CustomerCard.select().order_by(CustomerCard.id)]
    assert names == ["恒运", None, "德隆", None]


def test_the_same_name_elsewhere_is_told_and_comes_in(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1, 客户名称="成都恒运食品有限公司")]))
    rows = [
        good_row(2, 客户名称="恒运食品有限责任公司", 简称=""),
        good_row(3, 客户名称="德隆食品厂", 简称=""),
        good_row(4, 客户名称="德隆食品店", 简称=""),
    ]
    result = take(clerk, make_list(rows))
    assert [(p.row, p.field, p.reason, p.values) for p in result.warnings] == [
        (2, "full_name", "name_repeated", {"card_no": "Q00001"}),
        (4, "full_name", "name_repeated_in_file", {"other": 3}),
    ]


def test_a_code_with_a_wrong_check_character_is_told(clerk: Desk, make_list: MakeList) -> None:
    result = take(clerk, make_list([good_row(1, 统一社会信用代码="91350100M000100Y44")]))
    assert [(p.field, p.reason) for p in result.warnings] == [("uscc", "uscc_check")]
    assert CustomerCard.get().__data__["uscc"] == "91350100M000100Y44"
    assert CustomerCard.get().explicit == "{}"


# --- acceptance: every bad row, alone and among 200 good ones --------------------------------

CODE = "91350100M000100Y43"
BAD: dict[str, tuple[dict[str, object], str, str]] = {
    "no name": ({"客户名称": ""}, "full_name", "required"),
    "no rep": ({"业务员": ""}, "rep", "required"),
    "rep not on the staff": ({"业务员": "没有这人"}, "rep", "rep_not_on_staff"),
    "no district": ({"片区": ""}, "district", "required"),
    "code format": ({"统一社会信用代码": "9135O100M000100Y43"}, "uscc", "uscc_format"),
    "identity number": ({"统一社会信用代码": "999999199001010016"}, "uscc", "identity_number"),
    "phone": ({"电话": "0288-5551234"}, "phone", "phone_format"),
    "mobile": ({"手机": "1390000"}, "contacts[0].mobile", "mobile_format"),
    "unreadable date": ({"上次拜访": "上个月"}, "last_visit_on", "date_format"),
    "visit in the future": ({"上次拜访": date(2026, 11, 21)}, "last_visit_on", "date_future"),
    "bad amount": ({"欠款余额": "很多"}, "account_snapshot.balance", "money_format"),
    "value too long": ({"简称": "一二三四五六七八九十一二三"}, "short_name", "too_long"),
    "duplicate in the file": ({}, "phone", "duplicate_in_file"),
    "duplicate in the cabinet": ({}, "phone", "duplicate_in_cabinet"),
}


@pytest.mark.parametrize("good", [0, 200])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_named_and_nothing_is_written(
    clerk: Desk, make_list: MakeList, name: str, good: int
) -> None:
    cells, field, reason = BAD[name]
    rows = [good_row(n) for n in range(good)]
    bad = good_row(5000, **cells)
    if reason == "duplicate_in_file":
        rows.insert(0, good_row(5000, 编号="别的", 联系人="别人"))
    if reason == "duplicate_in_cabinet":
        take(clerk, make_list([good_row(5000)], "早先.xlsx"))
    place = len(rows) // 2 if good else len(rows)
    rows.insert(place, bad)
    path = make_list(rows)
    if reason == "duplicate_in_cabinet" and not good:
        before = content_hash()
        result = take(clerk, path)
        assert content_hash() == before
        problems, counts = result.problems, (result.duplicate, result.rejected)
    else:
        error = refused(clerk, path)
        problems = error.problems
        counts = (error.values["duplicate"], error.values["rejected"])
        assert Path(str(error.values["rejected_file"])).exists()
    (problem,) = problems
    assert (problem.row, problem.field, problem.reason) == (place + 2, field, reason)
    assert counts == ((1, 0) if reason in DUPLICATES else (0, 1))
    told = problem_sentence(problem, words_in("en"))
    assert told.startswith(f"Row {place + 2}, ")
    assert "{" not in told
    assert "—" not in told
    if good:
        added = take(clerk, path, SKIP)
        assert added.added == len(rows) - 1


def test_all_bad_rows_at_once_are_all_named(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(900)], "早先.xlsx"))
    rows = [good_row(n) for n in range(20)]
    rows += [good_row(100 + n, **cells) for n, (cells, _, _) in enumerate(BAD.values())][:-2]
    rows += [good_row(3, 编号="又一次"), good_row(900)]
    error = refused(clerk, make_list(rows))
    expected = [(field, reason) for _, field, reason in BAD.values()]
    assert [(p.field, p.reason) for p in error.problems] == expected
    assert [p.row for p in error.problems] == list(range(22, 22 + len(BAD)))
    counts = {name: error.values[name] for name in ("added", "updated", "duplicate", "rejected")}
    assert counts == {"added": 0, "updated": 0, "duplicate": 2, "rejected": 12}
    assert take(clerk, make_list(rows), SKIP).added == 20


# --- duplicates ------------------------------------------------------------------------------


def test_the_same_file_again_adds_none_and_is_no_mistake(clerk: Desk, make_list: MakeList) -> None:
    path = make_list([good_row(n) for n in range(30)])
    take(clerk, path)
    before = content_hash()
    again = take(clerk, path)
    assert content_hash() == before
    assert (again.added, again.duplicate, again.rejected) == (0, 30, 0)
    assert (again.import_run, again.rejected_file) == ("", None)
    assert [(p.row, p.field, p.reason) for p in again.problems] == [
        (n, "phone", "duplicate_in_cabinet") for n in range(2, 32)
    ]
    assert again.problems[0].values == {"card_no": "Q00001", "holder": "李明"}


def test_new_rows_among_old_ones_must_be_asked_for(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1)]))
    path = make_list([good_row(1), good_row(2)])
    assert {p.reason for p in refused(clerk, path).problems} == {"duplicate_in_cabinet"}
    result = take(clerk, path, SKIP)
    assert (result.added, result.duplicate) == (1, 1)


PAIR_HEADINGS = (
    "客户名称", "统一社会信用代码", "电话", "手机", "联系人", "地址", "传真", "业务员", "片区",
)  # fmt: skip
FIRST: dict[str, object] = {
    "客户名称": "成都恒运叉车配件有限公司", "统一社会信用代码": CODE, "电话": "028-85551234",
    "手机": "13900000001", "联系人": "何文斌", "地址": "成都市武侯区簇锦街道88号",
    "业务员": "李明", "片区": "武侯",
}  # fmt: skip
NAME = "恒运叉车配件"
PAIRS: list[tuple[dict[str, object], str]] = [
    ({"统一社会信用代码": CODE, "客户名称": "完全不同的公司"}, "uscc"),
    ({"客户名称": f"{NAME}有限责任公司", "电话": "028-85551234"}, "phone"),
    ({"客户名称": f"四川省成都市{NAME}公司", "手机": "139 0000 0001", "联系人": "甲"},
     "contacts[0].mobile"),
    ({"客户名称": NAME, "电话": "13900000001"}, "phone"),
    ({"客户名称": NAME, "地址": "成都市武侯区簇锦街道 88 号"}, "biz_address"),
    ({"客户名称": NAME}, "full_name"),
    ({"客户名称": NAME, "传真": "028-85551234"}, "full_name"),
    ({"客户名称": NAME, "电话": "028-85551235", "地址": "成都市金牛区抚琴路9号"}, ""),
    ({"客户名称": "别的叉车配件", "电话": "028-85551234"}, ""),
    ({"客户名称": NAME, "业务员": "王芳"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "field"), PAIRS)
def test_who_has_a_card_already(
    clerk: Desk, make_list: MakeList, cells: dict[str, object], field: str
) -> None:
    """By code; by name with telephone or address; by a bare name with rep and district."""
    take(clerk, make_list([FIRST], headings=PAIR_HEADINGS))
    second = {"业务员": "李明", "片区": "武侯", **cells}
    result = take(clerk, make_list([second], headings=PAIR_HEADINGS))
    assert [p.field for p in result.problems] == ([field] if field else [])
    assert result.added == (0 if field else 1)


@pytest.mark.parametrize(("cells", "field"), PAIRS)
def test_who_stands_in_the_file_twice(
    clerk: Desk, make_list: MakeList, cells: dict[str, object], field: str
) -> None:
    second = {"业务员": "李明", "片区": "武侯", **cells}
    path = make_list([FIRST, second], headings=PAIR_HEADINGS)
    problems = preview_import(clerk, path, PLAIN, NOW).problems
    assert [(p.row, p.field, p.values) for p in problems] == (
        [(3, field, {"other": 2})] if field else []
    )


def test_drafts_count_as_cards_and_refused_drafts_do_not(sit: Sit, make_list: MakeList) -> None:
    texts = {"full_name": "成都恒运食品有限公司", "phone": "028-85551234", "district": "武侯"}
    draft = drafts.create_card(sit("李明"), CardKind.COMPANY, texts, NOW).ref
    path = make_list([good_row(1, 客户名称="恒运食品厂", 电话="028-85551234")])
    (problem,) = take(sit("王秀兰"), path).problems
    assert problem.values["card_no"] == draft
    reviewing.reject(sit("赵刚"), draft, "重复", NOW)
    assert take(sit("王秀兰"), path).added == 1


def test_a_rejected_row_makes_no_later_row_a_duplicate(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(1, 上次拜访="坏"), good_row(1)]
    result = take(clerk, make_list(rows), SKIP)
    assert (result.added, result.rejected, result.duplicate) == (1, 1, 0)


# --- nothing written, stopped, dry, previewed --------------------------------------------------


def test_a_dry_run_tells_the_same_and_writes_nothing(
    clerk: Desk, make_list: MakeList, tmp_path: Path
) -> None:
    rows = [good_row(1, 片区="锦江"), good_row(2, 简称="甲"), good_row(3, 简称="甲")]
    path = make_list(rows)
    before, files = content_hash(), sorted(tmp_path.iterdir())
    dry = take(clerk, path, replace(PLAIN, dry_run=True))
    assert content_hash() == before
    real = take(clerk, path)
    assert dry.import_run == ""
    drawers = [new.drawer for new in real.new_districts]
    undone = replace(real, import_run="", new_districts=tuple(
        replace(new, drawer=0) for new in real.new_districts
    ))  # fmt: skip
    assert dry == undone
    assert drawers == [4]
    assert sorted(tmp_path.iterdir()) == files


def test_a_dry_run_is_refused_as_the_real_run_is(
    clerk: Desk, make_list: MakeList, tmp_path: Path
) -> None:
    path = make_list([good_row(1), good_row(2, 电话="坏")])
    files = sorted(tmp_path.iterdir())
    dry = refused(clerk, path, replace(PLAIN, dry_run=True))
    assert sorted(tmp_path.iterdir()) == files
    real = refused(clerk, path)
    assert dry.problems == real.problems
    assert {**dry.values, "rejected_file": None} == {**real.values, "rejected_file": None}


def test_a_preview_shows_what_will_happen(clerk: Desk, make_list: MakeList) -> None:
    rows = [good_row(1), good_row(2, 电话="坏"), good_row(1), good_row(4, 片区="锦江")]
    path = make_list(rows)
    before = content_hash()
    preview = preview_import(clerk, path, PLAIN, NOW)
    assert content_hash() == before
    assert (preview.encoding, preview.sheet, preview.sheets) == ("xlsx", "客户", ("客户",))
    assert preview.header_row == 1
    assert preview.rows[0][:1] == (2,)
    assert preview.rows[0][1][1] == rows[0]["客户名称"]
    assert (preview.added, preview.duplicate, preview.rejected) == (2, 1, 1)
    assert preview.needs_skip
    result = take(clerk, path, SKIP)
    assert (result.added, result.duplicate, result.rejected) == (2, 1, 1)
    assert (result.problems, result.warnings) == (preview.problems, preview.warnings)
    assert [new.name for new in preview.new_districts] == ["锦江"]


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_stopped_at_any_moment_nothing_is_written(
    clerk: Desk, make_list: MakeList, part: float, tmp_path: Path
) -> None:
    path = make_list([good_row(n, 片区="锦江") for n in range(450)])
    told: list[tuple[int, int]] = []
    with database.atomic() as undone:
        import_cards(clerk, path, PLAIN, NOW, lambda done, total: told.append((done, total)))
        undone.rollback()
    assert told[-1][0] <= told[-1][1] == 3 * 450
    writing_told = [done for done, total in told if total and done > 2 * 450]
    assert len(writing_told) >= 2, "the writing can be stopped too"
    assert [done for done, total in told if total] == sorted(done for done, total in told if total)
    left = int(len(told) * part)

    def stop(done: int, total: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise StoppedError

    before, files = content_hash(), sorted(tmp_path.iterdir())
    with pytest.raises(StoppedError):
        import_cards(clerk, path, PLAIN, NOW, stop)
    assert content_hash() == before
    assert sorted(tmp_path.iterdir()) == files
    assert not database.in_transaction()


def test_someone_files_the_customer_while_the_file_is_checked(
    sit: Sit, make_list: MakeList, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Judged again when nobody else can write: the code is not taken twice."""
    clerk = sit("王秀兰")
    path = make_list([good_row(1, 统一社会信用代码=CODE), good_row(2, 简称="恒运")])
    other = make_list([good_row(8, 统一社会信用代码=CODE, 简称="恒运")], "别的.xlsx")
    reports = 0

    def meanwhile(done: int, total: int) -> None:
        nonlocal reports
        reports += 1
        if done >= 2 and reports < 100:
            reports = 100
            take(clerk, other)

    with pytest.raises(BadInputError) as caught:
        import_cards(clerk, path, PLAIN, NOW, meanwhile)
    assert [p.reason for p in caught.value.problems] == ["duplicate_in_cabinet"]
    reports = 0
    result = import_cards(clerk, path, SKIP, NOW, meanwhile)
    assert (result.added, result.duplicate) == (1, 1)
    assert CustomerCard.select().count() == 2


def test_only_clerk_and_manager_import(sit: Sit, make_list: MakeList) -> None:
    path = make_list([good_row(1)])
    for name in ("李明", "赵刚"):
        with pytest.raises(NotAllowedError):
            take(sit(name), path)
        with pytest.raises(NotAllowedError):
            preview_import(sit(name), path, PLAIN, NOW)
    assert take(sit("张总"), path).added == 1


# --- the file of rejected rows ---------------------------------------------------------------


def test_the_rejected_rows_can_be_corrected_and_come_in(clerk: Desk, make_list: MakeList) -> None:
    from python_calamine import CalamineWorkbook

    rows = [good_row(1), good_row(2, 电话="坏", 上次拜访="上个月"), good_row(3, 客户名称=""),
            good_row(1, 编号=8.0)]  # fmt: skip
    result = take(clerk, make_list(rows), SKIP)
    assert result.rejected_file is not None
    assert result.rejected_file.name == "客户.rejected.xlsx"
    book = CalamineWorkbook.from_path(str(result.rejected_file))
    assert book.sheet_names == ["退回", "重复"]
    head, first, second = book.get_sheet_by_name("退回").to_python()
    assert head == [*HEADINGS, "原文件行号", "栏目", "原因"]
    assert first[1] == rows[1]["客户名称"]
    assert first[13:15] == ["上个月", "1200.5"]
    assert first[-3] == "3"
    assert first[-2] == "电话\n上次拜访"
    assert all(isinstance(cell, str) for cell in [*first, *second])
    (_, double) = book.get_sheet_by_name("重复").to_python()
    assert (double[0], double[-3]) == ("8", "5")
    assert "第2行" in str(double[-1])
    assert refused(clerk, result.rejected_file).values["rejected"] == 2
    corrected = [dict(zip(HEADINGS, row[: len(HEADINGS)], strict=True)) for row in (first, second)]
    corrected[0] |= {"电话": "028-85550002", "上次拜访": "2026-11-01"}
    corrected[1] |= {"客户名称": "补上名字的公司"}
    assert take(clerk, make_list(corrected)).added == 2


def test_a_file_with_somebodys_corrections_is_never_replaced(
    clerk: Desk, make_list: MakeList
) -> None:
    path = make_list([good_row(1, 电话="坏")])
    first = Path(str(refused(clerk, path).values["rejected_file"]))
    assert Path(str(refused(clerk, path).values["rejected_file"])) == first, "the same rows"
    first.write_bytes(b"corrected by hand")
    second = Path(str(refused(clerk, path).values["rejected_file"]))
    assert second.name == "客户.rejected-2.xlsx"
    assert first.read_bytes() == b"corrected by hand"


def test_identity_numbers_are_not_copied(clerk: Desk, make_list: MakeList) -> None:
    row = good_row(1, 统一社会信用代码="999999199001010016", 身份证号="999999199001010729")
    path = make_list([row], headings=(*HEADINGS, "身份证号"))
    error = refused(clerk, path)
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(error.values["rejected_file"]))
    cells = book.get_sheet_by_index(0).to_python()[1]
    assert not {"999999199001010016", "999999199001010729"} & {str(cell) for cell in cells}
    assert "999999" not in repr(error.values["problems"])


def test_a_folder_that_cannot_be_written_is_said_plainly(
    clerk: Desk, make_list: MakeList, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_list([good_row(1), good_row(2, 电话="坏")])
    monkeypatch.setattr(Path, "open", _read_only(Path.open))
    error = refused(clerk, path)
    assert error.values["rejected_file"] is None
    assert [p.reason for p in error.problems] == ["phone_format", "rejected_file_not_written"]
    assert str(path.parent) in problem_sentence(error.problems[1], words_in("en"))
    result = take(clerk, path, SKIP)
    assert (result.added, result.rejected_file) == (1, None)
    assert result.warnings[-1].reason == "rejected_file_not_written"


def _read_only(real: Callable[..., object]) -> Callable[..., object]:
    def opened(path: Path, mode: str = "r", *args: object, **more: object) -> object:
        if "x" in mode or "w" in mode:
            raise PermissionError(13, "Permission denied")
        return real(path, mode, *args, **more)

    return opened


def test_no_file_is_written_when_all_is_well(
    clerk: Desk, make_list: MakeList, tmp_path: Path
) -> None:
    path = make_list([good_row(1)])
    files = sorted(tmp_path.iterdir())
    take(clerk, path)
    take(clerk, path)
    assert sorted(tmp_path.iterdir()) == files


# --- files that cannot be taken --------------------------------------------------------------


def test_headings_without_any_row(clerk: Desk, make_list: MakeList) -> None:
    result = take(clerk, make_list([]))
    assert (result.added, result.duplicate, result.rejected) == (0, 0, 0)


def test_an_unreadable_file(clerk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(UnreadableFileError):
        take(clerk, path)


def test_a_map_file_is_followed(clerk: Desk, make_list: MakeList, tmp_path: Path) -> None:
    told = tmp_path / "map.toml"
    told.write_text(
        'header_row = 1\n[columns]\n"户头" = "full_name"\n"经手" = "rep"\n"备注" = ""\n'
        '[defaults]\ndistrict = "锦江"\nrelationship_status = "潜在客户"\n',
        encoding="utf-8",
    )
    rows = [{"户头": "成都恒运食品有限公司", "经手": "李明", "备注": "不要"}]
    path = make_list(rows, headings=("户头", "经手", "备注"))
    assert take(clerk, path, replace(PLAIN, map_file=told)).added == 1
    card = CustomerCard.get().__data__
    assert (card["relationship_status"], card["sales_status"]) == ("prospect", None)


# --- any mixture -----------------------------------------------------------------------------

_CELLS = st.sampled_from([{}, {}, {}, *(cells for cells, _, _ in BAD.values())])
_ROWS = st.lists(st.tuples(st.integers(0, 12), _CELLS), max_size=14)


@contextmanager
def taken_back() -> Iterator[None]:
    """Whatever happens inside is undone."""
    with database.atomic() as transaction:
        yield
        transaction.rollback()


@given(rows=_ROWS, before=st.sets(st.integers(0, 12), max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_mixture_adds_up(
    clerk: Desk,
    make_list: MakeList,
    rows: list[tuple[int, dict[str, object]]],
    before: set[int],
) -> None:
    """Counts add up; without `skip_rejected` it is all or nothing; preview and import agree."""
    path = make_list([good_row(number, **cells) for number, cells in rows])
    with taken_back():
        take(clerk, make_list([good_row(number) for number in before], "早先.xlsx"))
        there = CustomerCard.select().count()
        preview = preview_import(clerk, path, PLAIN, NOW)
        assert preview.added + preview.duplicate + preview.rejected == len(rows)
        assert len({p.row for p in preview.problems}) == preview.duplicate + preview.rejected
        unchanged = content_hash()
        if preview.needs_skip:
            assert preview.rejected or (preview.added and preview.duplicate)
            with pytest.raises(BadInputError) as caught:
                take(clerk, path)
            assert caught.value.problems == preview.problems
            assert content_hash() == unchanged
        result = take(clerk, path, SKIP if preview.needs_skip else PLAIN)
        assert (result.added, result.duplicate, result.rejected) == (
            preview.added, preview.duplicate, preview.rejected,
        )  # fmt: skip
        assert CustomerCard.select().count() == there + result.added
        again = preview_import(clerk, path, PLAIN, NOW)
        assert again.added == 0
        assert again.rejected == result.rejected


@given(order=st.permutations(range(8)))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_order_of_the_rows_does_not_matter(
    clerk: Desk, make_list: MakeList, order: list[int]
) -> None:
    rows = [good_row(n % 5, 片区=f"片{n % 3}", 编号=str(n)) for n in range(8)]
    with taken_back():
        result = take(clerk, make_list([rows[n] for n in order]), SKIP)
        assert (result.added, result.duplicate) == (5, 3)
        assert len(result.new_districts) <= 3


def test_the_log_stays_whole(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(n) for n in range(20)]))
    assert list(log_check.faults(clerk.keys.log_key)) == []


def test_reading_events_that_wait_are_not_lost(opened: Desk, make_list: MakeList) -> None:
    take(opened, make_list([good_row(1)]))
    cards.read_card(opened, "Q00001", NOW)
    take(opened, make_list([good_row(2)]))
    audit.flush(opened)
    assert AuditLine.select().where(AuditLine.event == "card.read").count() == 1


def test_money_is_exact(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1, 欠款余额=0.1 + 0.2, 其中逾期=118036.89)]))
    snapshot = AccountSnapshot.get()
    assert (snapshot.balance, snapshot.overdue) == (Decimal("0.30"), Decimal("118036.89"))


def test_only_what_is_overdue_is_owed_at_least(clerk: Desk, make_list: MakeList) -> None:
    take(clerk, make_list([good_row(1, 欠款余额="", 其中逾期=50), good_row(2, 欠款余额="",
                                                                        其中逾期="")]))  # fmt: skip
    (snapshot,) = AccountSnapshot.select()
    assert (snapshot.balance, snapshot.overdue) == (Decimal("50.00"), Decimal("50.00"))


def test_problems_are_told_in_chinese_too() -> None:
    words = words_in("zh")
    problem = Problem("contacts[0].mobile", "duplicate_in_file", 7, {"other": 3})
    told = problem_sentence(problem, words)
    assert told.startswith("第7行，手机：")
    assert "3" in told


def test_now_decides_what_is_the_future(clerk: Desk, make_list: MakeList) -> None:
    path = make_list([good_row(1, 上次拜访=date(2026, 11, 21))])
    assert import_cards(clerk, path, PLAIN, datetime(2026, 11, 21, 9)).added == 1


def test_a_savepoint_around_it_takes_it_back(clerk: Desk, make_list: MakeList) -> None:
    before = content_hash()
    with taken_back(), writing():
        take(clerk, make_list([good_row(1)]))
    assert content_hash() == before

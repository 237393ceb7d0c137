"""Rows checked cell by cell; nothing of a cabinet is needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from model.cards.definition import CardKind
from model.errors import Problem, StoppedError
from model.exchange.examining import Row, Sheet, bucket_of, examine
from model.exchange.map_file import ColumnMap
from model.exchange.matching import match
from model.exchange.sheets import Cell, Line, SourceFile
from model.exchange.sheets import Sheet as Lines
from tests.conftest import TODAY

NEEDED: dict[str, Cell] = {"客户名称": "成都恒运叉车配件有限公司", "业务员": "李明", "片区": "武侯"}


def examined(
    *rows: Mapping[str, Cell],
    kind: CardKind = CardKind.COMPANY,
    defaults: Mapping[str, str] | None = None,
    everywhere: Mapping[str, str] | None = None,
    area_code: str = "",
) -> tuple[list[Row], list[Problem]]:
    """Rows under the headings of the first one."""
    headings = tuple(rows[0])
    lines = [Line(1, headings)]
    lines += [Line(n, tuple(row.get(h) for h in headings)) for n, row in enumerate(rows, 2)]
    source = SourceFile(Path("a.xlsx"), "xlsx", "", (Lines("客户", tuple(lines)),))
    matched = match(source, ColumnMap(), [kind])
    sheet = Sheet(matched, defaults or {}, kind, everywhere or {}, TODAY, area_code)
    return examine(sheet, lambda done, total: None)


def one(kind: CardKind = CardKind.COMPANY, **cells: Cell) -> Row:
    """One row with what is needed and these cells."""
    (row,), left_out = examined({**NEEDED, **cells}, kind=kind)
    assert left_out == []
    return row


def found(row: Row) -> set[tuple[str, str]]:
    """(field, reason) of a row's problems and warnings."""
    assert all(problem.row == row.number for problem in [*row.problems, *row.warnings])
    return {(problem.field, problem.reason) for problem in [*row.problems, *row.warnings]}


def test_a_row_of_every_kind_of_cell() -> None:
    row = one(
        简称="恒运配件", 编号=118.0, 联系人="何文斌", 手机=13900000001.0, 职务="经理",
        等级="A类", 上次拜访=date(2026, 11, 3), 欠款余额="1,200.50", 其中逾期=0.0, 账龄="31-60天",
        承诺事项="送样品", 承诺日期="2026-12-01", 重点客户="是", 行业="物流", 备注="月底对账",
        注册资金="200万元",
    )  # fmt: skip
    assert found(row) == set()
    assert row.values == {
        "full_name": "成都恒运叉车配件有限公司",
        "rep": "李明",
        "district": "武侯",
        "short_name": "恒运配件",
        "legacy_no": "118",
        "abc_class": "A",
        "is_focus": True,
        "industry": "物流",
        "sales_status": "月底对账",
        "reg_capital": Decimal("200.00"),
    }
    assert row.contact == {"name": "何文斌", "mobile": "13900000001", "title": "经理"}
    assert row.beside == {
        "last_visit_on": date(2026, 11, 3),
        "account_snapshot.balance": Decimal("1200.50"),
        "account_snapshot.overdue": Decimal("0.00"),
        "account_snapshot.worst_bucket": "d31_60",
        "promise.description": "送样品",
        "promise.due_on": date(2026, 12, 1),
    }


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"客户名称": None}, ("full_name", "required")),
        ({"客户名称": "—"}, ("full_name", "required")),
        ({"业务员": None}, ("rep", "required")),
        ({"业务员": "无"}, ("rep", "required")),
        ({"片区": "  "}, ("district", "required")),
        ({"片区": "无"}, ("district", "required")),
        ({"税号": "9135O100M000100Y43"}, ("uscc", "uscc_format")),
        ({"税号": "999999199001010729"}, ("uscc", "identity_number")),
        ({"税号": 9.1350100123456e17}, ("uscc", "number_damaged")),
        ({"电话": "028-8555123"}, ("phone", "phone_format")),
        ({"电话": "85551234"}, ("phone", "phone_area_code")),
        ({"手机": "1390000001"}, ("contacts[0].mobile", "mobile_format")),
        ({"手机": "1.39E+10"}, ("contacts[0].mobile", "number_damaged")),
        ({"上次拜访": "上个月"}, ("last_visit_on", "date_format")),
        ({"上次拜访": 46000.0}, ("last_visit_on", "date_serial")),
        ({"上次拜访": date(2026, 11, 21)}, ("last_visit_on", "date_future")),
        ({"欠款余额": "很多"}, ("account_snapshot.balance", "money_format")),
        ({"欠款余额": "13,75"}, ("account_snapshot.balance", "money_separator")),
        ({"其中逾期": -5.0}, ("account_snapshot.overdue", "negative")),
        ({"欠款余额": "#VALUE!"}, ("account_snapshot.balance", "sheet_error")),
        ({"简称": "一二三四五六七八九十一二三"}, ("short_name", "too_long")),
        ({"客户名称": "长" * 61}, ("full_name", "too_long")),
        ({"等级": "特级"}, ("abc_class", "not_in_list")),
        ({"账龄": "很久", "欠款余额": 1.0}, ("account_snapshot.worst_bucket", "not_in_list")),
        ({"承诺事项": "送样品"}, ("promise.due_on", "promise_without_day")),
        ({"承诺日期": date(2026, 12, 1)}, ("promise.description", "promise_without_text")),
        ({"客户种类": "外星人"}, ("customer_kind", "kind_unknown")),
    ],
)
def test_a_bad_cell_names_field_and_reason(
    cells: dict[str, Cell], problem: tuple[str, str]
) -> None:
    (row,), _ = examined({**NEEDED, **cells})
    assert found(row) == {problem}
    assert [p.reason for p in row.problems] == [problem[1]]


@pytest.mark.parametrize(
    ("cells", "warning"),
    [
        ({"税号": "91350100M000100Y44"}, ("uscc", "uscc_check")),
        ({"邮编": 50000.0}, ("postcode", "postcode_left_out")),
        ({"账龄": "90天"}, ("account_snapshot.worst_bucket", "bucket_without_amount")),
        ({"欠款余额": 5.0, "其中逾期": 8.0}, ("account_snapshot.overdue", "overdue_above_balance")),
        ({"职务": "经理"}, ("contacts[0].name", "contact_without_name")),
        ({"手机": "13900000001"}, ("phone", "mobile_without_name")),
    ],
)
def test_an_odd_cell_is_told_and_stops_nothing(
    cells: dict[str, Cell], warning: tuple[str, str]
) -> None:
    (row,), _ = examined({**NEEDED, **cells})
    assert found(row) == {warning}
    assert row.problems == []


def test_a_mobile_under_telephone_goes_to_the_contact() -> None:
    row = one(联系人="何文斌", 联系电话="13900000001")
    assert row.contact == {"name": "何文斌", "mobile": "13900000001"}
    assert "phone" not in row.values
    assert found(row) == {("phone", "mobile_in_phone")}


def test_a_mobile_under_telephone_stays_where_nobody_is_named() -> None:
    row = one(联系电话="13900000001")
    assert row.values["phone"] == "13900000001"
    assert found(row) == {("phone", "phone_is_mobile")}


def test_a_mobile_without_a_name_is_not_lost_beside_a_telephone() -> None:
    row = one(电话="028-85551234", 手机="13900000001")
    assert row.contact == {"mobile": "13900000001"}
    assert found(row) == {("contacts[0].name", "contact_without_name")}


def test_an_individual_has_himself_what_a_firm_has_of_its_contact() -> None:
    row = one(CardKind.INDIVIDUAL, 客户名称="林秀英", 手机="13900000002", 地址="成都市抚琴西路12号",
              职务="个体司机", 备注="有同行可介绍", 联系人="林秀英")  # fmt: skip
    assert found(row) == set()
    assert row.values == {
        "full_name": "林秀英", "rep": "李明", "district": "武侯", "mobile": "13900000002",
        "home_address": "成都市抚琴西路12号", "occupation": "个体司机",
        "other_notes": "有同行可介绍",
    }  # fmt: skip
    assert row.contact == {}


def test_kinds_row_by_row() -> None:
    rows, _ = examined(
        {**NEEDED, "客户种类": "企业客户", "手机": "13900000001", "联系人": "何文斌"},
        {**NEEDED, "客户种类": "个人", "客户名称": "林秀英", "手机": "13900000002", "联系人": None},
        {**NEEDED, "客户种类": "个体工商户", "手机": None, "联系人": None},
        {**NEEDED, "客户种类": None, "手机": None, "联系人": None},
    )
    assert [row.kind.value for row in rows] == ["company", "individual", "company", "company"]
    assert rows[0].contact["mobile"] == "13900000001"
    assert rows[1].values["mobile"] == "13900000002"


def test_first_and_last_name_where_the_firm_is_missing() -> None:
    base = {"业务员": "李明", "片区": "海外"}
    rows, _ = examined(
        {"FirstName": "Ada", "LastName": "Lovelace", "Company": "Engines Ltd", **base},
        {"FirstName": "Leonie", "LastName": "Köhler", "Company": None, **base},
    )
    assert [row.values["full_name"] for row in rows] == ["Engines Ltd", "Leonie Köhler"]
    assert [row.contact["name"] for row in rows] == ["Ada Lovelace", "Leonie Köhler"]


def test_a_contact_is_no_firm() -> None:
    """客户名称 empty beside a contact is a row without a name."""
    (row,), _ = examined({**NEEDED, "客户名称": None, "联系人": "何文斌"})
    assert found(row) == {("full_name", "required")}


def test_a_list_of_persons_only_is_a_list_of_names() -> None:
    rows, _ = examined({"姓名": "林秀英", "业务员": "李明", "片区": "武侯"})
    assert rows[0].values["full_name"] == "林秀英"


def test_one_for_all_goes_over_the_cells_a_default_only_into_empty_ones() -> None:
    rows, _ = examined(
        {**NEEDED, "片区": "金牛"},
        {**NEEDED, "片区": None},
        everywhere={"rep": "王芳"},
        defaults={"district": "锦江", "source_method": "list_search"},
    )
    assert [row.values["rep"] for row in rows] == ["王芳", "王芳"]
    assert [row.values["district"] for row in rows] == ["金牛", "锦江"]
    assert rows[0].values["source_method"] == "list_search"


def test_an_amount_is_in_the_unit_its_heading_names() -> None:
    row = one(**{"欠款余额（万元）": 12.5, "注册资本（元）": "2000000", "其中逾期": "3000"})
    assert row.beside["account_snapshot.balance"] == Decimal("125000.00")
    assert row.values["reg_capital"] == Decimal("200.00")
    assert row.beside["account_snapshot.overdue"] == Decimal("3000.00")


def test_an_amount_that_names_its_own_unit_keeps_it() -> None:
    assert one(**{"欠款余额（万元）": "3000元"}).beside["account_snapshot.balance"] == 3000


def test_totals_and_headings_once_more_are_left_out_and_told() -> None:
    rows, left_out = examined(
        NEEDED,
        dict(zip(NEEDED, NEEDED, strict=True)),
        {"客户名称": "合　计：", "业务员": None, "片区": None},
        {**NEEDED, "客户名称": "合计食品有限公司"},
    )
    assert [row.values["full_name"] for row in rows] == [
        NEEDED["客户名称"],
        "合计食品有限公司",
    ]
    assert [(p.row, p.reason) for p in left_out] == [(3, "header_again"), (4, "total_line")]


def test_a_total_is_no_customer_although_one_rep_was_named_for_all() -> None:
    rows, left_out = examined(
        {"客户名称": "甲公司"}, {"客户名称": "总计"}, everywhere={"rep": "李明", "district": "武侯"}
    )
    assert (len(rows), len(left_out)) == (1, 1)


def test_explicit_answers_are_kept_apart() -> None:
    row = one(传真="无", 邮箱="不适用", 联系人="无", 地址="无", 大客户="无")
    assert row.explicit == {"fax": "none", "email": "not_applicable"}
    assert "fax" not in row.values
    assert row.contact == {}
    assert "biz_address" not in row.values
    assert row.values["is_key_account"] is False


def test_the_offices_area_code_completes_a_number() -> None:
    (row,), _ = examined({**NEEDED, "电话": "85551234"}, area_code="028")
    assert row.values["phone"] == "028-85551234"


@pytest.mark.parametrize(
    ("cell", "bucket"),
    [
        ("31-60天", "d31_60"), ("31–60", "d31_60"), ("1~30 天", "d1_30"), (45.0, "d31_60"),
        (0.0, "not_due"), ("200", "d181_up"), ("180天以上", "d181_up"), ("未到期", "未到期"),
        ("正常", "not_due"), (None, None), ("逾期95天", "d91_180"), ("91-180", "d91_180"),
    ],
)  # fmt: skip
def test_ages_of_debt(cell: Cell, bucket: Cell) -> None:
    assert bucket_of(cell) == bucket


def test_examining_stops_when_it_is_told_to() -> None:
    def stop(done: int, total: int) -> None:
        raise StoppedError

    lines = (Line(1, tuple(NEEDED)), Line(2, tuple(NEEDED.values())))
    source = SourceFile(Path("a.xlsx"), "xlsx", "", (Lines("客户", lines),))
    matched = match(source, ColumnMap(), [CardKind.COMPANY])
    with pytest.raises(StoppedError):
        examine(Sheet(matched, {}, CardKind.COMPANY, {}, TODAY, ""), stop)

"""Which sheet, which row of headings, which column is which field."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.cards.definition import CardKind, Kind
from model.cards.fields import fields_of
from model.errors import UnreadableFileError
from model.exchange.headings import heading_key, meanings, money_unit
from model.exchange.map_file import ColumnMap
from model.exchange.matching import Matched, Taken, match
from model.exchange.sheets import Line, Sheet, SourceFile
from model.exchange.targets import is_target, resolve, target_label
from model.words import words_in

BOTH = list(CardKind)
COMPANY = [CardKind.COMPANY]


def source(*sheets: Sheet) -> SourceFile:
    return SourceFile(Path("客户.xlsx"), "xlsx", "", tuple(sheets))


def sheet(*rows: tuple[object, ...], name: str = "客户") -> Sheet:
    lines = [Line(number, cells) for number, cells in enumerate(rows, 1) if cells]  # type: ignore[arg-type]
    return Sheet(name, tuple(lines))


def headed(
    *headings: str, told: ColumnMap | None = None, kinds: list[CardKind] = COMPANY
) -> Matched:
    return match(source(sheet(headings, ("x",) * len(headings))), told or ColumnMap(), kinds)


def targets(matched: Matched) -> dict[str, str]:
    return {
        column.heading: f"{column.path}/{column.part}".rstrip("/") for column in matched.taken()
    }


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("客户名称", "full_name"), ("公司名称", "full_name"), ("单位名称", "full_name"),
        ("Customer Name", "full_name"), ("company_name", "full_name"), ("*客户名称", "full_name"),
        ("客户全称（必填）", "full_name"), (" 客 户 名 称 ：", "full_name"),
        ("简称", "short_name"), ("编号", "legacy_no"), ("旧卡号", "legacy_no"),
        ("CustomerId", "legacy_no"), ("统一社会信用代码", "uscc"), ("税号", "uscc"),
        ("地址", "address/street"), ("经营地址", "biz_address"), ("City", "address/city"),
        ("省份", "address/state"), ("邮编", "postcode"), ("电话", "phone"), ("Tel.", "phone"),
        ("手机", "contacts[0].mobile"), ("手机号码", "mobile"),
        ("联系人手机", "contacts[0].mobile"),
        ("联系人", "person"), ("First Name", "person/given"), ("姓", "person/family"),
        ("职务", "contacts[0].title"), ("业务员", "rep"), ("销售代表", "rep"), ("Sales Rep", "rep"),
        ("片区", "district"), ("区域", "district"), ("Territory", "district"),
        ("等级", "abc_class"), ("客户等级", "abc_class"), ("上次拜访", "last_visit_on"),
        ("最近拜访日期", "last_visit_on"), ("欠款余额（元）", "account_snapshot.balance"),
        ("其中逾期", "account_snapshot.overdue"), ("账龄", "account_snapshot.worst_bucket"),
        ("承诺事项", "promise.description"), ("承诺日期", "promise.due_on"), ("备注", "remark"),
        ("客户种类", "customer_kind"), ("客户状态", "relationship_status"),
    ],
)  # fmt: skip
def test_usual_headings(heading: str, path: str) -> None:
    assert list(targets(headed(heading, "无关")).values()) == [path]


def test_every_label_of_every_field_is_a_heading_of_it_in_both_languages() -> None:
    chinese = words_in("zh")
    for kind in CardKind:
        for field in fields_of(kind):
            if not field.editable or field.kind is Kind.ROWS:
                continue
            for label in (field.label, chinese("CardField", field.label)):
                some = [one for one in meanings()[heading_key(label)] if one is not None]
                resolved = {resolve(kind, path) for path, _ in some}
                assert field.identifier in resolved, (kind, field.identifier, label)


def test_every_meaning_is_a_target() -> None:
    for key, some in meanings().items():
        for one in some:
            assert one is None or is_target("/".join(filter(None, one))), key
            assert one is None or target_label(one[0]), key


def test_headings_below_a_title_row_and_on_the_right_sheet() -> None:
    remarks = sheet(("电话请带区号",), ("说明",), name="说明")
    customers = sheet(
        ("华东区客户名单（2026年11月）",), (), ("客户名称", "业务员", "片区"), ("甲",)
    )
    matched = match(source(remarks, customers), ColumnMap(), COMPANY)
    assert (matched.sheet.name, matched.header.number) == ("客户", 3)
    assert [line.number for line in matched.rows] == [4]


def test_no_headings_at_all() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        match(source(sheet(("甲公司", "武侯"), ("乙公司", "金牛"))), ColumnMap(), COMPANY)
    assert caught.value.values["reason"] == "no_header"


def test_unknown_columns_are_listed_and_not_lost() -> None:
    matched = headed("客户名称", "保荐机构", "信用额度", "序号")
    assert [column.taken for column in matched.columns] == [
        Taken.YES, Taken.UNKNOWN, Taken.BY_PROGRAM, Taken.LEFT_OUT,
    ]  # fmt: skip


def test_two_columns_for_one_field_are_refused() -> None:
    (problem,) = headed("客户名称", "公司名称", "业务员").problems
    assert (problem.field, problem.reason, problem.row) == ("full_name", "two_columns", 1)
    assert problem.values == {"first": "客户名称", "second": "公司名称"}


def test_a_weak_heading_gives_way_to_a_sure_one() -> None:
    assert targets(headed("客户", "客户名称", "编号", "客户编号")) == {
        "客户名称": "full_name",
        "客户编号": "legacy_no",
    }
    assert targets(headed("客户", "编号")) == {"客户": "full_name", "编号": "legacy_no"}


def test_a_second_telephone_is_the_contacts() -> None:
    assert targets(headed("客户名称", "电话", "联系电话")) == {
        "客户名称": "full_name",
        "电话": "phone",
        "联系电话": "contacts[0].phone",
    }


def test_name_beside_company_is_the_persons() -> None:
    assert targets(headed("Company", "Name"))["Name"] == "person"
    assert targets(headed("Name", "Phone"))["Name"] == "full_name"


def test_two_columns_of_one_field_on_the_other_kind_of_card_only() -> None:
    """手机 and 联系人手机 are one on a company's card; 经营地址 and 住址 on an individual's."""
    assert headed("客户名称", "手机", "联系人手机").problems
    assert headed("客户名称", "经营地址", "住址", kinds=BOTH).problems
    assert headed("客户名称", "经营地址", "住址", "客户种类").problems
    assert not headed("客户名称", "经营地址", "住址").problems


def test_the_map_file_has_the_last_word() -> None:
    told = ColumnMap(columns={"单位": "full_name", "经手": "rep", "客户名称": ""})
    assert targets(headed("单位", "经手", "客户名称", "电话", told=told)) == {
        "单位": "full_name",
        "经手": "rep",
        "电话": "phone",
    }


def test_the_map_file_names_sheet_and_row() -> None:
    first = sheet(("客户名称", "业务员"), ("甲",), name="一")
    second = sheet(("说明",), ("a", "b"), ("乙",), name="二")
    told = ColumnMap(sheet="二", header_row=2, columns={"a": "full_name"})
    matched = match(source(first, second), told, COMPANY)
    assert (matched.sheet.name, matched.header.number) == ("二", 2)
    assert targets(matched) == {"a": "full_name"}


def test_a_sheet_that_is_not_there() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        match(source(sheet(("客户名称",))), ColumnMap(sheet="三"), COMPANY)
    assert caught.value.values["sheet"] == "三"


def test_a_map_file_of_another_list_is_refused() -> None:
    (problem,) = headed("客户名称", told=ColumnMap(columns={"经手": "rep"})).problems
    assert (problem.reason, problem.values) == ("map_unknown_column", {"name": "经手"})


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("欠款余额（万元）", "万元"), ("欠款余额(元)", "元"), ("注册资本 万元", "万元"),
        ("欠款余额", ""), ("单元", ""), ("注册资本/万", ""), ("金额，元", "元"),
    ],
)  # fmt: skip
def test_the_unit_that_a_heading_names(heading: str, unit: str) -> None:
    assert money_unit(heading) == unit

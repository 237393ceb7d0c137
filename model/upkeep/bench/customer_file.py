"""A spreadsheet as offices keep them: every row another customer, twenty columns, invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from model.cards.credit_code import check_character

_SIGNS = "恒运天成宏达瑞丰永信华泰金鑫顺通安邦百川东盛海联"
_TRADES = ("机电设备", "汽车配件", "食品", "建材", "五金", "物流", "包装")
_FORMS = ("有限公司", "有限责任公司", "商行", "经营部")
_PEOPLE = "王李张刘陈杨赵黄周吴"
_GIVEN = ("建国", "秀英", "伟", "敏", "志强", "丽娟", "磊", "静")
_FIRST_VISIT = date(2025, 1, 2)
HEADINGS = (
    "旧卡号", "客户名称", "业务员", "片区", "统一社会信用代码", "主营", "经营地址", "邮编", "电话",
    "传真", "邮箱", "网址", "法定代表人", "联系人", "职务", "手机", "职工人数", "上次拜访日期",
    "欠款余额", "付款方式",
)  # fmt: skip


def write_customers(path: Path, rows: int, reps: Sequence[str], districts: Sequence[str]) -> None:
    """Write the file.

    Args:
        path: an .xlsx that is made.
        rows: how many customers; at most 10,000.
        reps: names of reps on the staff.
        districts: names of districts.
    """
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("客户名单")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS)
        for number in range(rows):
            cells = _customer(number, reps, districts)
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(number + 1, column, cell, day)
                else:
                    sheet.write(number + 1, column, cell)


def _customer(number: int, reps: Sequence[str], districts: Sequence[str]) -> tuple[object, ...]:
    """One customer; its name, numbers and codes are no other's."""
    name = _name(number)
    return (
        f"K{number:05d}",
        name,
        reps[number % len(reps)],
        districts[number % len(districts)],
        _credit_code(number),
        f"{_TRADES[number % len(_TRADES)]}批发零售",
        f"成都市武侯区簇锦街道{number // 20 + 1}号{number % 20 + 1}栋",
        f"6100{number % 90 + 10}",
        f"028-8{number:07d}",
        f"028-6{number:07d}",
        f"kefu{number}@example.com",
        f"www.kehu{number}.example.com",
        _person(number),
        _person(number + 3),
        "采购经理",
        f"138{number:08d}",
        number % 200 + 1,
        _FIRST_VISIT + timedelta(days=number % 300),
        number * 7 % 90_000 + 0.5,
        ("银行转账", "现金")[number % 2],
    )


def _name(number: int) -> str:
    """A firm's name that no other number gives."""
    base = len(_SIGNS)
    signs = _SIGNS[number // base**2 % base] + _SIGNS[number // base % base] + _SIGNS[number % base]
    return f"成都{signs}{_TRADES[number % len(_TRADES)]}{_FORMS[number % len(_FORMS)]}"


def _person(number: int) -> str:
    """A person's name."""
    return _PEOPLE[number % len(_PEOPLE)] + _GIVEN[number // 3 % len(_GIVEN)]


def _credit_code(number: int) -> str:
    """A unified social credit code with its right check character."""
    bare = f"91510107MA6{number:06d}"
    return bare + check_character(bare)

"""Files of customers as offices have them, and a look at everything a cabinet holds."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from model.storage.database import database

HEADINGS = (
    "编号", "客户名称", "简称", "统一社会信用代码", "地址", "邮编", "电话", "联系人", "职务",
    "手机", "业务员", "片区", "等级", "上次拜访", "欠款余额", "其中逾期", "备注",
)  # fmt: skip

MakeList = Callable[..., Path]


def good_row(number: int, **cells: object) -> dict[str, object]:
    """A row without a fault, other than every other row's."""
    row: dict[str, object] = {
        "编号": f"旧{number:04d}",
        "客户名称": f"成都{_word(number)}叉车配件有限公司",
        "简称": f"{_word(number)}叉配",
        "统一社会信用代码": "",
        "地址": f"成都市武侯区簇锦街道{number}号",
        "邮编": "610041",
        "电话": f"028-8{5000000 + number}",
        "联系人": "何文斌",
        "职务": "经理",
        "手机": f"139{number:08d}",
        "业务员": "李明",
        "片区": "武侯",
        "等级": "B",
        "上次拜访": date(2026, 11, 3),
        "欠款余额": 1200.5,
        "其中逾期": 0,
        "备注": "月底对账",
    }
    row.update(cells)
    return row


def _word(number: int) -> str:
    """A name that no other number has, of hanzi so that readings are made."""
    signs = "恒运德隆信达盛泰"
    word = ""
    for _ in range(5):
        word += signs[number % 8]
        number //= 8
    return word


def write_xlsx(path: Path, sheets: dict[str, Sequence[Sequence[object]]], **options: Any) -> Path:
    """A workbook with these rows; dates in a date's format, texts as texts."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, **options}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return path


def write_csv(path: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> Path:
    """A list in text."""
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def make_list(tmp_path: Path) -> MakeList:
    """Write rows under the usual headings; `.xlsx` or `.csv` by the name."""

    def make(
        rows: Sequence[dict[str, object]],
        name: str = "客户.xlsx",
        headings: Sequence[str] = HEADINGS,
    ) -> Path:
        table = [list(headings), *([row.get(h, "") for h in headings] for row in rows)]
        path = tmp_path / name
        if path.suffix == ".csv":
            return write_csv(path, table)
        return write_xlsx(path, {"客户": table})

    return make


def content_hash() -> str:
    """A hash of every row of every table of the connected cabinet."""
    digest = hashlib.sha256()
    tables = database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    assert len(tables) > 15
    for (name,) in tables:
        digest.update(name.encode())
        for row in database.execute_sql(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall():
            digest.update(repr(row).encode())
    return digest.hexdigest()

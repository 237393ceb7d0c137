"""The import's benchmark at a small size: the file it makes is one that comes in whole."""

from __future__ import annotations

from pathlib import Path

from model.upkeep.bench import importing
from model.upkeep.bench.customer_file import HEADINGS, _customer
from model.upkeep.bench.figure import Sizes


def test_every_row_comes_in_and_a_cancelled_import_leaves_none(tmp_path: Path) -> None:
    found = importing.measure(tmp_path, Sizes(rows=400, imports=1))
    (figure,) = found.figures
    assert (figure.name, figure.bound, figure.unit) == ("import", 20.0, "s")
    assert figure.baseline > 0
    assert {name for name, _, _ in found.beside} == {"longest_silence", "cancel"}


def test_ten_thousand_customers_are_all_different() -> None:
    customers = [_customer(number, ["李明"], ["武侯"]) for number in range(10_000)]
    assert {len(one) for one in customers} == {len(HEADINGS)} == {20}
    for column in ("旧卡号", "客户名称", "统一社会信用代码", "电话", "手机"):
        place = HEADINGS.index(column)
        assert len({one[place] for one in customers}) == 10_000, column

"""What is exported is imported with the same values: every field, both kinds, both file forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from model.cards.checks import check
from model.cards.damage import is_error, is_nothing
from model.cards.definition import CardKind, Field, Kind
from model.exchange.beginning import begin
from model.exchange.examining import Row
from model.exchange.export_columns import Column, all_columns, heading
from model.exchange.export_files import Sheet, list_in_text, workbook
from model.exchange.export_reading import CellWriter, ReadCard
from model.exchange.outcomes import ImportOptions
from model.exchange.targets import CONTACT, PROMISE, SNAPSHOT
from model.office.desk import Desk
from model.words import words_in
from tests.conftest import NOW, TODAY, Sit

IMPORTED = tuple(column for column in all_columns() if column.imported)
MOST_FILLED = 16
GIVEN = {"customer_kind", "rep", "district", "full_name"}
SIGNS = "恒运德龙𠮷䶮㛃Ab9·（）/=+-@'\",;.%\n "
CODES: Mapping[Kind, tuple[str, ...]] = {
    Kind.PHONE: ("028-85551234", "0512-7045387-801", "400-123-4567", "+852 21234567"),
    Kind.MOBILE: ("13900000001", "18612345678"),
    Kind.EMAIL: ("info@example.cn", "a.b-c@mail.example.com"),
    Kind.WEBSITE: ("www.example.cn", "https://example.com/a"),
    Kind.POSTCODE: ("610041", "050000"),
    Kind.USCC: ("91350100M000100Y43",),
    Kind.BANK_ACCOUNT: ("4402000012345678901", "00123456789", "6222020000012345"),
    Kind.MONTH_DAY: ("10-01", "02-29"),
    Kind.PARTIAL_DATE: ("1985", "1985-09", "1985-09-02"),
    Kind.DAY_OF_MONTH: ("1", "25", "31"),
}


def raw(field: Field) -> st.SearchStrategy[Any]:
    """Texts as somebody types them into a cell."""
    if field.identifier == "wechat":
        return st.sampled_from(("hewenbin_1978", "Abc-def9"))
    if field.choices and field.kind is Kind.CHOICES:
        several = st.lists(st.sampled_from(field.choices), min_size=1, max_size=3, unique=True)
        return several.map(lambda some: "、".join(choice.value for choice in some))
    if field.choices:
        return st.sampled_from([choice.value for choice in field.choices])
    if field.kind in CODES:
        lunar = ("农历1985-07-09", "农历08-09") if field.lowest is not None else ()
        return st.sampled_from((*CODES[field.kind], *lunar))
    numbers = {
        Kind.FLAG: st.sampled_from(("是", "否")),
        Kind.RATING: st.integers(1, 5).map(str),
        Kind.NUMBER: st.integers(field.lowest or 0, field.highest or 99_999).map(str),
        Kind.DATE: st.integers(0, 9000).map(lambda ago: str(TODAY - timedelta(days=ago))),
    }
    if field.kind in numbers:
        return numbers[field.kind]
    if field.kind in {Kind.DECIMAL, Kind.MONEY, Kind.PERCENT}:
        most = min(field.highest or 99_999, 99_999)
        amounts = st.decimals(field.lowest or 0, most, places=2)
        return amounts.map(lambda amount: f"{amount:f}")
    return st.text(alphabet=SIGNS, min_size=1, max_size=min(field.longest or 60, 60))


@st.composite
def filled(draw: st.DrawFn, kind: CardKind) -> ReadCard:
    """A card of which some cells are filled with what the checks take."""
    card = ReadCard("", "", kind, "internal", {}, {})
    contact: dict[str, Any] = {}
    explicit: dict[str, str] = {}
    wanted = draw(
        st.lists(st.sampled_from(IMPORTED), max_size=MOST_FILLED, unique_by=lambda c: c.name)
    )
    for column in wanted:
        field = column.field(kind)
        if field is None or column.name in GIVEN:
            continue
        path = column.places[kind]
        if (
            field.takes_explicit
            and not path.startswith((CONTACT, SNAPSHOT))
            and draw(st.integers(0, 9)) == 0
        ):
            explicit[path] = draw(st.sampled_from(("none", "not_applicable")))
            continue
        text = draw(raw(field))
        value = check(field, text, TODAY, "028").value
        if value is None or hasattr(value, "label") or not sound(field, text, value):
            continue
        if path.startswith(CONTACT):
            contact[path.removeprefix(CONTACT)] = value
        elif path in {"last_visit_on"} or path.startswith(SNAPSHOT):
            card.beside[path] = value
        else:
            card.own[path] = value
    name = draw(st.sampled_from(("成都恒运叉车配件有限公司", "=恒运(成都)有限公司", "周志远")))
    card.own |= {"customer_kind": kind.value, "rep": "李明", "district": "武侯", "full_name": name}
    if contact:
        contact.setdefault("name", "何文斌")
    card.contacts = [contact] if contact else []
    if not {f"{SNAPSHOT}balance", f"{SNAPSHOT}overdue"} & card.beside.keys():
        card.beside.pop(f"{SNAPSHOT}worst_bucket", None)  # the import takes no age of nothing
    card.explicit = explicit
    return card


def sound(field: Field, text: str, value: object) -> bool:
    """Whether a value is one that people keep: no stroke for nothing, no error of a sheet."""
    again = check(field, text, TODAY, "028", spreadsheet=True)
    shown = str(value)
    return not (is_nothing(shown) or is_error(shown) or again.problems or again.value != value)


def write(path: Path, cards: list[ReadCard], desk: Desk, language: str) -> None:
    words = words_in(language)
    sheet = Sheet(
        "客户",
        [heading(column, words) for column in IMPORTED],
        [CellWriter(IMPORTED, desk, words).line(card) for card in cards],
    )
    path.write_bytes(workbook([sheet]) if path.suffix == ".xlsx" else list_in_text(sheet))


def read(path: Path) -> list[Row]:
    begun = begin(path, ImportOptions(), NOW, lambda *_: None, parts=1)
    assert begun.column_problems == ()
    return list(begun.rows)


def without_ticks(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values; an empty tick box and one that says no are the same."""
    return {
        name: Decimal(str(value)) if isinstance(value, float) else value
        for name, value in values.items()
        if value is not False and value is not None
    }


@pytest.fixture
def manager(sit: Sit) -> Desk:
    """Who may export everything."""
    return sit("张总")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(data=st.data())
def test_what_is_exported_is_imported_with_the_same_values(
    manager: Desk, tmp_path: Path, suffix: str, language: str, data: st.DataObject
) -> None:
    kinds = data.draw(st.lists(st.sampled_from(tuple(CardKind)), min_size=1, max_size=3))
    cards = [data.draw(filled(kind)) for kind in kinds]
    path = tmp_path / f"list{suffix}"
    write(path, cards, manager, language)
    rows = read(path)
    assert len(rows) == len(cards)
    for row, card in zip(rows, cards, strict=True):
        assert [problem.reason for problem in row.problems] == []
        assert row.kind is card.kind
        given_kind = {**row.values, "customer_kind": row.kind.value}
        assert without_ticks(given_kind) == without_ticks(card.own)
        assert row.explicit == card.explicit
        assert without_ticks(row.contact) == without_ticks(
            card.contacts[0] if card.contacts else {}
        )
        assert row.beside == card.beside


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_heading_is_understood_and_none_twice(
    manager: Desk, tmp_path: Path, language: str
) -> None:
    write(tmp_path / "list.xlsx", [], manager, language)
    words = words_in(language)
    headings = [heading(column, words) for column in all_columns()]
    assert len(set(headings)) == len(headings)


def test_nearly_every_field_that_is_typed_comes_back() -> None:
    """What does not is named here, and in the manual."""
    left = {column.name for column in all_columns() if not column.imported and _is_typed(column)}
    assert left == {"contacts[0].phone", "contacts[0].email", "contacts[0].home_address"}


def _is_typed(column: Column) -> bool:
    return column.known.editable and not column.known.system


def test_a_promise_is_not_a_column() -> None:
    assert not any(column.name.startswith(PROMISE) for column in all_columns())


def test_days_and_amounts_stand_as_such(manager: Desk, tmp_path: Path) -> None:
    own = {
        "first_trade_on": date(2017, 3, 20), "reg_capital": Decimal("200.50"), "rep": "李明",
        "bank_account": "4402000012345678901", "postcode": "050000", "full_name": "=cmd()",
        "district": "武侯", "customer_kind": "company",
    }  # fmt: skip
    path = tmp_path / "list.xlsx"
    write(path, [ReadCard("", "", CardKind.COMPANY, "internal", own, {})], manager, "zh")
    head, row = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    cell = dict(zip(map(str, head), row, strict=True))
    assert cell["注册资本(万元)"] == 200.5
    assert cell["起始交易时间"] == date(2017, 3, 20)
    for name, text in (
        ("银行账号", "4402000012345678901"), ("邮政编码", "050000"), ("客户全称", "=cmd()"),
    ):  # fmt: skip
        assert cell[name] == text

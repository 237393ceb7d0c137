"""From a row of a file to the values of a card: every cell checked, nothing looked up yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from model.cards.answers import explicit
from model.cards.characters import trimmed
from model.cards.checked import Explicit, is_warning
from model.cards.checks import check, check_card
from model.cards.definition import CardKind, Field, Kind
from model.cards.finding import normalised_name
from model.errors import Problem
from model.exchange import joining
from model.exchange.headings import heading_key, money_unit
from model.exchange.matching import Column, Matched, paths
from model.exchange.sheets import Cell, Line, text_of
from model.exchange.targets import (
    CONTACT,
    DISTRICT,
    FULL_NAME,
    KIND,
    PERSON,
    PROMISE,
    REP,
    SNAPSHOT,
    field_of,
    resolve,
)
from model.progress import Progress

_NEEDED = (FULL_NAME, REP, DISTRICT)
_LONGEST_NONE = 16
_EVERY = 50
"""Rows between two reports of progress."""

_TOTAL = re.compile(
    r"(?:本页|本表|以上|累计)?(?:合计|总计|小计|共计|总数|total|subtotal|grandtotal)"
)
_COMPANY_WORDS = frozenset(("公司", "单位", "法人", "企业", "个体工商户", "个体户", "organisation"))
_INDIVIDUAL_WORDS = frozenset(("个人", "自然人", "个体", "私人", "person"))
_BARE_NUMBER = re.compile(r"[-+(（]?[¥￥]?\s*[\d.,，\s]+[)）]?")
_BUCKET_DAYS = ((0, "not_due"), (30, "d1_30"), (60, "d31_60"), (90, "d61_90"), (180, "d91_180"))
_DAYS = re.compile(r"(?:逾期)?(\d{1,5})(?:天|日|days?)?")
_RANGE = re.compile(r"\d{1,3}[-~至到](\d{2,3})(?:天|日|days?)?")
_OVER = re.compile(
    r"(?:>|超过|大于)?180(?:天|日)?(?:以上|\+)?|(?:over|>)180(?:days)?|(?:半年|一年)以上"
)


@dataclass
class Row:
    """One row of the file on its way to a card.

    Attributes:
        number: the row's number in the file.
        kind: the kind of card.
        values: identifier -> value; rep and district still by name.
        explicit: identifier -> `none` or `not_applicable`.
        contact: what is known of the first contact.
        beside: path -> value of the facts beside the card.
        problems: why it cannot be taken.
        warnings: what a person should look at.
    """

    number: int
    kind: CardKind
    values: dict[str, Any] = field(default_factory=dict)
    explicit: dict[str, str] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    beside: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    @cached_property
    def name_key(self) -> str:
        """The name without its ornaments, by which duplicates are known; after all checks."""
        person = self.kind is CardKind.INDIVIDUAL
        return normalised_name(str(self.values.get(FULL_NAME, "")), person=person)

    def refuse(self, path: str, reason: str, **values: object) -> None:
        """Note why the row cannot be taken."""
        self.problems.append(Problem(path, reason, self.number, values))

    def warn(self, path: str, reason: str, **values: object) -> None:
        """Note what a person should look at."""
        self.warnings.append(Problem(path, reason, self.number, values))


@dataclass(frozen=True)
class Sheet:
    """What the rows have in common.

    Attributes:
        matched: the sheet with its columns.
        defaults: path -> text for empty cells.
        kind: of rows that do not name theirs.
        everywhere: path -> text that goes for all rows, whatever their cells say.
        today: the office's calendar day.
        area_code: the office's telephone area code.
    """

    matched: Matched
    defaults: Mapping[str, str]
    kind: CardKind
    everywhere: Mapping[str, str]
    today: date
    area_code: str


def examine(sheet: Sheet, progress: Progress) -> tuple[list[Row], list[Problem]]:
    """Check every row.

    Args:
        sheet: the sheet and what its rows have in common.
        progress: told how many rows are done.

    Returns:
        The rows in order, and warnings about rows that are no customers.
    """
    plans = {kind: _plan(sheet, kind) for kind in CardKind}
    kinds = [column for column in sheet.matched.taken() if column.path == KIND]
    headings = _headings(sheet.matched)
    rows: list[Row] = []
    left_out: list[Problem] = []
    for done, line in enumerate(sheet.matched.rows):
        if done % _EVERY == 0:
            progress(done, len(sheet.matched.rows))
        reason = _no_customer(line, headings, plans[sheet.kind])
        if reason:
            left_out.append(Problem("", reason, line.number))
        else:
            rows.append(_row(sheet, line, kinds, plans))
    return rows, left_out


Plan = Sequence[tuple[str, Sequence[Column]]]
"""(path, the columns that fill it), in the order in which a person reads the file."""


def _plan(sheet: Sheet, kind: CardKind) -> Plan:
    """Which columns fill which path, those included that only have a default."""
    found = paths(sheet.matched.columns, kind)
    for path in (*sheet.everywhere, *sheet.defaults, *_NEEDED):
        resolved = resolve(kind, path)
        if resolved and path != KIND:
            found.setdefault(resolved, [])
    found.pop(KIND, None)
    return tuple(found.items())


def _headings(matched: Matched) -> frozenset[str]:
    """The keys of the headings, to know them when they stand there again."""
    return frozenset(heading_key(column.heading) for column in matched.columns)


def _no_customer(line: Line, headings: frozenset[str], plan: Plan) -> str:
    """Why a line is no customer: a total, or the headings of the next page; empty if it is one."""
    texts = [heading_key(text_of(cell)) for cell in line.cells if cell is not None]
    if len(texts) > 1 and headings.issuperset(texts):
        return "header_again"
    named = dict(plan).get(FULL_NAME, ())
    name = next((text for c in named if (text := text_of(_cell(line, c)))), texts[0])
    return "total_line" if _TOTAL.fullmatch(heading_key(name)) else ""


def _cell(line: Line, column: Column) -> Cell:
    """The cell of a column."""
    return line.cells[column.index] if column.index < len(line.cells) else None


def _row(sheet: Sheet, line: Line, kinds: Sequence[Column], plans: Mapping[CardKind, Plan]) -> Row:
    """One line, checked."""
    row = Row(line.number, sheet.kind)
    _read_kind(row, sheet, [_cell(line, column) for column in kinds])
    for path, columns in plans[row.kind]:
        _read(row, sheet, path, _whole_cell(sheet, row.kind, line, path, columns))
    _name_of_person(row, line, plans[row.kind])
    for path in _NEEDED:
        if not row.values.get(path) and not any(p.field == path for p in row.problems):
            row.refuse(path, "required")
    _settle_contact(row)
    _settle_beside(row)
    _check_together(row, sheet.today)
    return row


def _read_kind(row: Row, sheet: Sheet, cells: Sequence[Cell]) -> None:
    """The kind of card, where a column or a default names it."""
    text = next((text_of(cell) for cell in cells if cell is not None), "")
    text = text or sheet.defaults.get(KIND, "")
    if not text:
        return
    key = heading_key(text)
    checked = check(field_of(row.kind, KIND), text, sheet.today, spreadsheet=True)
    if key in _COMPANY_WORDS or checked.value == CardKind.COMPANY:
        row.kind = CardKind.COMPANY
    elif key in _INDIVIDUAL_WORDS or checked.value == CardKind.INDIVIDUAL:
        row.kind = CardKind.INDIVIDUAL
    else:
        row.refuse(KIND, "kind_unknown")


def _whole_cell(
    sheet: Sheet, kind: CardKind, line: Line, path: str, columns: Sequence[Column]
) -> Cell:
    """What goes to a path: what goes for all rows, the cell, the pieces joined, or the default."""
    if path in sheet.everywhere:
        return sheet.everywhere[path]
    whole: Cell = None
    if len(columns) == 1:
        whole = _cell(line, columns[0])
        if field_of(kind, path).kind is Kind.MONEY:
            whole = _with_unit(whole, columns[0].heading)
    elif columns:
        pieces = {column.part: text_of(_cell(line, column)) for column in columns}
        whole = joining.joined(pieces)
    if whole is None or (isinstance(whole, str) and not trimmed(whole)):
        return sheet.defaults.get(path)
    return whole


def _with_unit(cell: Cell, heading: str) -> Cell:
    """An amount with the unit that its column's heading names: 12.5 under 欠款（万元）."""
    unit = money_unit(heading)
    if not unit or cell is None or isinstance(cell, date | bool):
        return cell
    text = text_of(cell)
    return text + unit if _BARE_NUMBER.fullmatch(text) else cell


def _read(row: Row, sheet: Sheet, path: str, cell: Cell) -> None:
    """Check one cell and put its value in its place."""
    definition = field_of(row.kind, path)
    if path == f"{SNAPSHOT}worst_bucket":
        cell = bucket_of(cell)
    elif isinstance(cell, str) and _is_none(definition, cell):
        cell = None
    checked = check(definition, cell, sheet.today, sheet.area_code, spreadsheet=True)
    for problem in checked.problems:
        told = replace(problem, field=path, row=row.number)
        (row.warnings if is_warning(problem) else row.problems).append(told)
    value = checked.value
    if isinstance(value, Explicit):
        if not path.startswith((CONTACT, SNAPSHOT, PROMISE)):
            row.explicit[path] = value.value
    elif value is not None:
        _put(row, path, value)


def _is_none(definition: Field, text: str) -> bool:
    """Whether 无 stands where no such answer is kept: no rep, no address, no contact."""
    if len(text) > _LONGEST_NONE or not explicit(text):
        return False
    listed = definition.choices or definition.kind is Kind.FLAG
    return not listed and not definition.takes_explicit


def _put(row: Row, path: str, value: object) -> None:
    """A value in its place."""
    if path.startswith(CONTACT):
        row.contact[path.removeprefix(CONTACT)] = value
    elif path.startswith((SNAPSHOT, PROMISE)) or path == "last_visit_on":
        row.beside[path] = value
    else:
        row.values[path] = value


def _name_of_person(row: Row, line: Line, plan: Plan) -> None:
    """A customer without a firm's name is the person whose first and last name stand there."""
    if row.values.get(FULL_NAME) or not row.contact.get("name"):
        return
    columns = dict(plan)
    parts = [column.part for column in columns.get(f"{CONTACT}name", ()) if column.path == PERSON]
    if any(parts) or (parts and not columns.get(FULL_NAME)):
        row.values[FULL_NAME] = row.contact["name"]


def _settle_contact(row: Row) -> None:
    """Put mobiles where they belong, and keep no contact who is nobody."""
    if row.contact.get("name") == row.values.get(FULL_NAME) and row.kind is CardKind.INDIVIDUAL:
        row.contact.pop("name", None)
    _move_mobile(row)
    bare = row.contact.keys() <= {"mobile"} and "mobile" in row.contact
    if bare and not row.values.get("phone"):
        row.values["phone"] = row.contact.pop("mobile")
        row.warn("phone", "mobile_without_name")
    elif row.contact and not row.contact.get("name"):
        row.warn(f"{CONTACT}name", "contact_without_name")


def _move_mobile(row: Row) -> None:
    """A mobile under 联系电话 goes to the contact, or to the individual himself."""
    found = next((p for p in row.warnings if p.reason == "phone_is_mobile"), None)
    if found is None or found.field != "phone":
        return
    person = row.values if row.kind is CardKind.INDIVIDUAL else row.contact
    named = row.kind is CardKind.INDIVIDUAL or row.contact.get("name")
    if named and not person.get("mobile"):
        person["mobile"] = row.values.pop("phone")
        row.warnings[row.warnings.index(found)] = replace(found, reason="mobile_in_phone")


def _settle_beside(row: Row) -> None:
    """What stands beside the card must be whole."""
    promised, due = (row.beside.get(f"{PROMISE}{name}") for name in ("description", "due_on"))
    bad = {problem.field for problem in row.problems}
    if promised and not due and f"{PROMISE}due_on" not in bad:
        row.refuse(f"{PROMISE}due_on", "promise_without_day")
    if due and not promised and f"{PROMISE}description" not in bad:
        row.refuse(f"{PROMISE}description", "promise_without_text")
    amounts = {f"{SNAPSHOT}balance", f"{SNAPSHOT}overdue"}
    bucket = f"{SNAPSHOT}worst_bucket"
    if bucket in row.beside and not amounts & (row.beside.keys() | bad):
        del row.beside[bucket]
        row.warn(bucket, "bucket_without_amount")


def _check_together(row: Row, today: date) -> None:
    """What contradicts itself on one card."""
    names = ("balance", "overdue")
    beside = {name: row.beside.get(f"{SNAPSHOT}{name}") for name in names}
    for problem in check_card(row.kind, {**row.values, **beside}, today):
        path = f"{SNAPSHOT}{problem.field}" if problem.field in names else problem.field
        row.warnings.append(replace(problem, field=path, row=row.number))


def bucket_of(cell: Cell) -> Cell:
    """An age of debt as the name of its bucket: 45, 31-60天, 半年以上; other text as it is."""
    if cell is None or isinstance(cell, date):
        return cell
    text = "".join(text_of(cell).casefold().split()).replace("–", "-").replace("—", "-")
    if _OVER.fullmatch(text):
        return "d181_up"
    if text in {"正常", "未逾期", "无逾期", "current"}:
        return "not_due"
    found = _RANGE.fullmatch(text) or _DAYS.fullmatch(text)
    if not found:
        return cell
    days = int(found[1])
    return next((name for most, name in _BUCKET_DAYS if days <= most), "d181_up")

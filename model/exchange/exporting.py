"""Cards' data written to a file that leaves the cabinet readable (批量导出, domain.md §5.2, §5.6).

Any such file is the manager's to make; a clerk or supervisor needs an approval that names the same
cards, columns and receiver. Its number, the approval and its first line in the log are durable
before anything is written; its second line and the file's SHA-256 when it stands whole. A file
that fails leaves nothing, and what was granted for it is unused again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from model.cards.copy_tables import DataExport
from model.cards.definition import CardKind, Field
from model.cards.tables import CustomerCard
from model.errors import BadInputError, CabinetError, Problem
from model.exchange.export_columns import (
    Column,
    allowed_columns,
    classes_of,
    columns_named,
    heading,
)
from model.exchange.export_files import SUFFIXES, Sheet, list_in_text, nothing_left, workbook
from model.exchange.export_orders import Order, chosen_rows, facts_of, filter_logged
from model.exchange.export_reading import (
    CellWriter,
    ReadCard,
    Value,
    contact_columns,
    read_cards,
)
from model.loans.copy_terms import CopyState, clean_terms, highest_secrecy
from model.office import audit
from model.office.approvals import give_back, standing, use_approval
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.secrets import require_secrets
from model.progress import Progress
from model.storage.database import reading, writing
from model.storage.durable import write_whole
from model.storage.rows import rows_of
from model.words import Words, mark, words_in

_MOST_NAMED = 20
"""Cards that the log names one by one; of more it holds the count."""

_CARDS, _CONTACTS = mark("Export", "Customers"), mark("Export", "Contacts")
_NUMBER, _CUSTOMER = mark("CardField", "Card no."), mark("CardField", "Full name")
_WRITING = 3
"""How many times as long as reading a card it takes to read and write it."""


@dataclass(frozen=True)
class ExportPlan:
    """What an export would hold.

    Attributes:
        cards: how many.
        fields: names of its columns, in order.
        columns: their headings.
        classes: classes of data that it holds.
        secrecy: the highest of its cards.
        approval_no: of the approval that stands for it; empty where none is needed.
        facts: what an approval for it must name.
    """

    cards: int
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    classes: tuple[str, ...]
    secrecy: str
    approval_no: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Exported:
    """An export that stands whole.

    Attributes:
        export_no: `DC000001`.
        file: where it stands.
        rows: how many cards are in it.
        sha256: of its bytes, in hex.
    """

    export_no: str
    file: Path
    rows: int
    sha256: str


@act(Right.EXPORT, or_ask=True)
def export_columns(desk: Desk, language: str) -> tuple[tuple[str, str, bool], ...]:
    """Every column that this desk may export: name, heading, and whether the import reads it.

    Args:
        desk: who exports.
        language: `zh` or `en`.
    """
    words = words_in(language)
    return tuple(
        (column.name, heading(column, words), column.imported) for column in allowed_columns(desk)
    )


@act(Right.EXPORT, or_ask=True)
def export_facts(desk: Desk, order: Order, now: datetime) -> dict[str, str]:
    """What an approval must name so that it is good for this export and no other.

    Args:
        desk: who exports.
        order: what is wanted.
        now: office wall-clock time.

    Raises:
        As `plan_export`, without asking whether an approval stands.
    """
    require_open(now)
    terms = clean_terms(order.terms, now.date(), "export")
    with reading():
        chosen_rows(desk, order.wanted, now)
        columns = columns_named(order.fields, desk)
    return facts_of(replace(order, terms=terms), [column.name for column in columns])


@act(Right.EXPORT, or_ask=True)
def plan_export(desk: Desk, order: Order, now: datetime, language: str = "zh") -> ExportPlan:
    """Look what an export would hold, and which approval stands for it; nothing is written.

    Args:
        desk: who exports.
        order: what is wanted.
        now: office wall-clock time.
        language: `zh` or `en`, of the headings.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NeedsApprovalError: it needs one, and none stands; `values["facts"]` says what it names.
        BadInputError: the terms, a field or a filter cannot be taken, or no card is left.
        NotAllowedError, WrongStateError, NotFoundError: of cards that were named one by one.
    """
    require_open(now)
    words = words_in(language)
    order = replace(order, terms=clean_terms(order.terms, now.date(), "export"))
    with reading():
        columns = columns_named(order.fields, desk)
        rows = chosen_rows(desk, order.wanted, now)
        secrecy = _secrecy({row.id for row in rows})
        facts = facts_of(order, [column.name for column in columns])
        granted = standing(desk, Right.EXPORT, (), now, facts=facts)
    return ExportPlan(
        len(rows),
        tuple(column.name for column in columns),
        tuple(heading(column, words) for column in columns),
        tuple(one.value for one in classes_of(columns, {CardKind(row.kind) for row in rows}, desk)),
        secrecy,
        granted.approval_no if granted else "",
        facts,
    )


@act(Right.EXPORT, or_ask=True)
def export_cards(
    desk: Desk,
    order: Order,
    out: Path,
    now: datetime,
    progress: Progress,
    language: str = "zh",
) -> Exported:
    """Export cards as a workbook (.xlsx) or a list in text (.csv), which the import reads back.

    A workbook has a second sheet with every contact where a column of contacts is wanted.

    Args:
        desk: the manager, or who has an approval for exactly this.
        order: what is wanted.
        out: the file; one that stands there is replaced, whole by whole.
        now: office wall-clock time.
        progress: told (done, total); whatever it raises stops the work, and nothing is written.
        language: `zh` or `en`, of headings and choices.

    Raises:
        As `plan_export`, and
        CannotWriteError: the folder does not let us, or the disk is full.
        TwoPersonsNeededError: a card of the managers' drawer, which is shut here.
    """
    if out.suffix.lower() not in SUFFIXES:
        raise BadInputError([Problem("file", "export_suffix")])
    plan = plan_export(desk, order, now, language)
    order = replace(order, terms=clean_terms(order.terms, now.date(), "export"))
    with reading():
        columns = columns_named(order.fields, desk)
        rows = chosen_rows(desk, order.wanted, now)
        _require_drawer(desk, {row.id: row.ref for row in rows}, now)
        content = _content(
            desk, [row.id for row in rows], columns, out, words_in(language), progress
        )
    refs = [row.ref for row in rows]
    number = _begin(desk, order, plan, refs, now)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with nothing_left(out):
            write_whole(out, content)
            _finish(desk, number, sha256, now)
    except BaseException:
        with suppress(CabinetError):
            _not_made(desk, number, now)
        raise
    return Exported(number, out, len(rows), sha256)


def _content(
    desk: Desk,
    card_ids: Sequence[int],
    columns: Sequence[Column],
    out: Path,
    words: Words,
    progress: Progress,
) -> bytes:
    """The file's bytes."""
    contacts: list[Sequence[Value | None]] = []
    known, writer = contact_columns(desk), CellWriter(columns, desk, words)
    in_text = out.suffix.lower() == ".csv"
    with_contacts = not in_text and any(column.of_contact for column in columns)
    total = len(card_ids) * _WRITING

    def lines() -> Iterator[Sequence[Value | None]]:
        cards = read_cards(card_ids, columns, lambda done, _: progress(done * _WRITING, total))
        for card in cards:
            if with_contacts:
                contacts.extend(_contact_lines(card, known, writer))
            yield writer.line(card)

    main = Sheet(words("Export", _CARDS), [heading(one, words) for one in columns], lines())
    if in_text:
        return list_in_text(main)
    sheets = [main]
    if with_contacts:
        titles = [words("CardField", label) for label in (_NUMBER, _CUSTOMER)]
        titles += [words("CardField", column.label) for column in known]
        sheets.append(Sheet(words("Export", _CONTACTS), titles, contacts))
    return workbook(sheets)


def _contact_lines(
    card: ReadCard, known: Sequence[Field], writer: CellWriter
) -> Iterator[Sequence[Value | None]]:
    for row in card.contacts:
        yield [card.card_no, card.name, *writer.contact(row, known)]


def _levels() -> Iterable[tuple[int, str]]:
    """Key and secrecy of every card, in the order of their numbers."""
    secrecy = CustomerCard._meta.fields["secrecy"]
    rows = rows_of(CustomerCard.select(CustomerCard.id, secrecy).order_by(CustomerCard.card_no))
    return ((id_, level or "internal") for id_, level in rows)


def _secrecy(card_ids: Collection[int]) -> str:
    """The highest secrecy of some cards; all are asked for at once."""
    return highest_secrecy({level for id_, level in _levels() if id_ in card_ids})


def _require_drawer(desk: Desk, refs: Mapping[int, str], now: datetime) -> None:
    """Where a card of the managers' drawer is among them, it must be open here."""
    for id_, level in _levels():
        if id_ in refs:
            require_secrets(desk, level, now, refs[id_])


def _begin(desk: Desk, order: Order, plan: ExportPlan, refs: Sequence[str], now: datetime) -> str:
    """Number, approval and first line, before the file is begun."""
    terms = order.terms
    with writing():
        granted = use_approval(desk, Right.EXPORT, (), now, facts=plan.facts)
        number = f"DC{next_number('export'):06d}"
        DataExport.create(
            export_no=number, made_at=now, made_by=desk.person.id, receiver=terms.receiver,
            purpose=terms.purpose, rows=len(refs), fields=json.dumps(plan.fields),
            secrecy=plan.secrecy, sha256="", due_on=terms.due_on,
            destroy_after_reading=terms.destroy_after_reading,
            approval=granted.id if granted else None,
        )  # fmt: skip
        named = {"card_nos": list(refs)} if len(refs) <= _MOST_NAMED else {}
        audit.log(
            desk, audit.Event.EXPORT_BEGIN, now, kind="export", subject=number,
            after={
                "receiver": terms.receiver, "cards": len(refs),
                "filter": filter_logged(order.wanted), "fields": plan.fields,
                "classes": list(plan.classes), "secrecy": plan.secrecy, **named,
            },
            reason=terms.purpose, document=granted.approval_no if granted else "",
        )  # fmt: skip
    return number


def _finish(desk: Desk, number: str, sha256: str, now: datetime) -> None:
    """Second line: the file stands whole."""
    with writing():
        DataExport.update(sha256=sha256).where(DataExport.export_no == number).execute()
        audit.log(
            desk, audit.Event.EXPORT, now, kind="export", subject=number, after={"sha256": sha256}
        )


def _not_made(desk: Desk, number: str, now: datetime) -> None:
    """The file could not be written: nothing left the cabinet."""
    with writing():
        row = DataExport.get(DataExport.export_no == number)
        DataExport.update(
            ended_at=now, ended_by=desk.person.id, outcome=CopyState.NOT_MADE.value
        ).where(DataExport.id == row.id).execute()
        give_back(desk, row.__data__["approval"], now)
        audit.log(desk, audit.Event.EXPORT_NOT_MADE, now, kind="export", subject=number)

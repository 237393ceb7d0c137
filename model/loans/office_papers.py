"""Cards as a desk may have them on paper: the office's own, and copies of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from model.cards.cards import CardView, printed_view
from model.cards.custody import card_of, ref_of, whose
from model.cards.fields import CHILD_TABLES, CardKind, fields_of
from model.cards.paths import row_path
from model.cards.permitted import seen_classes
from model.cards.tables import CustodyState, CustomerCard
from model.errors import WrongStateError
from model.loans.sheets import CardPaper
from model.loans.usage import with_back
from model.office import audit
from model.office.data_rights import DataClass, prints
from model.office.desk import Desk, Whose
from model.office.rights import Right
from model.office.secrets import require_secrets


def filed_cards(desk: Desk, card_nos: Iterable[str], now: datetime) -> list[CustomerCard]:
    """Filed cards that this desk may have on paper, each once, in their order.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another team's customer.
        WrongStateError: a draft or void card.
        TwoPersonsNeededError: a card of the managers' drawer, which is shut here.
    """
    cards = [card_of(card_no) for card_no in dict.fromkeys(card_nos)]
    for card in cards:
        desk.require(Right.PRINT_CARD, whose(card))
        if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
            raise WrongStateError(ref=ref_of(card), state=card.custody_state)
        require_secrets(desk, secrecy_of(card), now, ref_of(card))
    return cards


def secrecy_of(card: CustomerCard) -> str:
    """A card's 保密级别; 秘密 where nothing is said."""
    return card.__data__["secrecy"] or "internal"


def paper_of(
    desk: Desk,
    card: CustomerCard,
    changed: Collection[str],
    now: datetime,
    approved: Collection[DataClass] = (),
) -> CardPaper:
    """One card as this desk may have it on paper; `approved` classes stand on it too."""
    classes = kept_off_paper(desk, whose(card)).difference(approved)
    view = printed_view(card, now)
    fields, columns = _named(view.kind, classes)
    view = with_back(_without(view, fields, columns), card.id, columns)
    return CardPaper(view, frozenset(changed) - fields - _private(changed, columns))


def kept_off_paper(desk: Desk, owner: Whose) -> frozenset[DataClass]:
    """The classes of data that this desk may not have on paper of a card (table A)."""
    role = desk.person.role
    return frozenset(one for one in DataClass if not desk.reaches(prints(role, one), owner))


def note_paper_read(desk: Desk, papers: Iterable[CardPaper], now: datetime) -> None:
    """Whoever prints a card has read what is on it."""
    for paper in papers:
        view = paper.view
        audit.note(
            desk, audit.Event.CARD_READ, now, kind="card", subject=view.ref, purpose="paperwork",
            classes=seen_classes(view.kind, view.hidden),
            document=paper.copy.copy_no if paper.copy else "",
        )  # fmt: skip


def _named(kind: CardKind, classes: Collection[DataClass]) -> tuple[frozenset[str], frozenset[str]]:
    """Fields, and columns such as `contacts.hobbies`, of some classes of data."""
    fields = (one.identifier for one in fields_of(kind) if one.data_class in classes)
    columns = (
        f"{table}.{one.identifier}"
        for table, known in CHILD_TABLES.items()
        for one in known
        if one.data_class in classes
    )
    return frozenset(fields), frozenset(columns)


def _private(paths: Iterable[str], columns: Collection[str]) -> frozenset[str]:
    """Those of the paths that lead to one of the columns: where was a wave, there was a change."""
    rows = {path: row_path(path) for path in paths}
    return frozenset(
        path for path, row in rows.items() if row and f"{row.table}.{row.column}" in columns
    )


def _without(view: CardView, fields: frozenset[str], columns: frozenset[str]) -> CardView:
    """A card without some of its fields and columns."""
    if not columns:
        return view
    return replace(
        view,
        values={name: value for name, value in view.values.items() if name not in fields},
        explicit={name: kept for name, kept in view.explicit.items() if name not in fields},
        hidden=view.hidden | fields,
        stale=view.stale - fields,
        children={
            table: tuple(
                {name: value for name, value in row.items() if f"{table}.{name}" not in columns}
                for row in rows
            )
            for table, rows in view.children.items()
        },
    )

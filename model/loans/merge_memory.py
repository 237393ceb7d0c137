"""What a merge remembers so that it can be undone: both cards as they were, and what was moved."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from model.cards.definition import Kind
from model.cards.paths import COLUMNS, column_path
from model.cards.rows import STORED_COLUMNS
from model.cards.tables import CHILDREN, CustomerCard, Verification
from model.loans.merge_tables import Raw, as_columns, raw_rows
from model.office.tables import Person


@dataclass
class Memory:
    """What was before a merge; it stands in the cabinet as JSON.

    Attributes:
        kept: columns of the card that was kept.
        gone: columns of the card that went.
        rows: rows of both by child table.
        verifications: when groups of facts of both had been verified.
        accounts: the account snapshots of both.
        taken: paths on the card that was kept whose value was taken from the other.
        followed: paths on it that were put right with them: ticks, and tables that said 无.
        numbers: table, number on the card that went, number on the one that was kept.
        added: table and number of the rows that were added.
        moved: keys of the rows that were moved, by table.
        proposed: key of each line of a proposal whose path was changed -> its path.
        lines: lines of plans that were struck or exchanged, as they were.
        reservations: reservations that were let go, as they were.
        stands: digest of what hung on both cards afterwards.
    """

    kept: Raw
    gone: Raw
    rows: dict[str, list[Raw]]
    verifications: list[Raw]
    accounts: list[Raw] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    followed: list[str] = field(default_factory=list)
    numbers: list[tuple[str, int, int]] = field(default_factory=list)
    added: list[tuple[str, int]] = field(default_factory=list)
    moved: dict[str, list[int]] = field(default_factory=dict)
    proposed: dict[str, str] = field(default_factory=dict)
    lines: list[Raw] = field(default_factory=list)
    reservations: list[Raw] = field(default_factory=list)
    stands: str = ""

    @classmethod
    def of(cls, kept: CustomerCard, gone: CustomerCard) -> Memory:
        """Both cards as they are."""
        both = [kept.id, gone.id]
        return cls(
            kept=raw_rows(CustomerCard, CustomerCard.id == kept.id)[0],
            gone=raw_rows(CustomerCard, CustomerCard.id == gone.id)[0],
            rows={name: raw_rows(table, table.card.in_(both)) for name, table in CHILDREN.items()},
            verifications=raw_rows(Verification, Verification.card.in_(both)),
        )

    @classmethod
    def read(cls, text: str) -> Memory:
        """What was written down."""
        return cls(**json.loads(text))

    def written(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)

    def cells(self, card_id: int) -> dict[str, Any]:
        """Every filled cell of one card's rows by its path, boxes that are empty among them."""
        found = {}
        for table, rows in self.rows.items():
            for raw in rows:
                if raw["card"] == card_id:
                    for column, value in _columns(table, raw):
                        found[column_path(table, raw["row_no"], column)] = value
        return found


def _columns(table: str, raw: Raw) -> Iterable[tuple[str, Any]]:
    """The filled columns of a row as `Entered.rows` has them."""
    values = as_columns(CHILDREN[table], raw)
    for column in STORED_COLUMNS[table]:
        value = values[column]
        if value is None:
            continue
        kind = COLUMNS[table][column].kind
        if kind is Kind.CHOICES:
            value = tuple(str(value).split(","))
        elif kind is Kind.PERSON:
            value = Person.get_by_id(value)
        yield column, value

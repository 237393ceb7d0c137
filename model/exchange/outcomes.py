"""What an import is asked for, what it shows beforehand, and what it tells afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.cards.definition import CardKind
from model.errors import Problem
from model.exchange.filing import NewDistrict
from model.exchange.judging import Judged
from model.exchange.matching import Column


@dataclass(frozen=True)
class ImportOptions:
    """How a file is to be taken.

    Attributes:
        map_file: which column is which field, where the headings do not tell.
        kind: of rows without a kind column.
        rep: one rep for all rows, whatever their cells say.
        district: one district for all rows, likewise.
        skip_rejected: take the other rows although some are rejected.
        dry_run: do everything but write.
        sheet: name of the sheet; empty: find it.
        header_row: row of the headings; 0: find it.
        encoding: of a list in text; empty: find it out.
        language: `zh` or `en`, of the file of rejected rows.
    """

    map_file: Path | None = None
    kind: CardKind | str = CardKind.COMPANY
    rep: str = ""
    district: str = ""
    skip_rejected: bool = False
    dry_run: bool = False
    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    language: str = "zh"


@dataclass(frozen=True)
class Preview:
    """What an import would do.

    Attributes:
        encoding: `xlsx`, or how the list's characters were read.
        sheet: name of the sheet; empty for a list in text.
        sheets: names of all visible sheets.
        header_row: number of the row of the headings.
        columns: what each column becomes.
        column_problems: why no row can be taken as the columns stand; the counts are then 0.
        rows: (row number, its cells as text) of the first rows.
        added: rows that would become cards.
        updated: always 0: an import changes no card that is there.
        duplicate: rows of customers who are there already.
        rejected: rows that cannot be taken.
        new_districts: districts that would be made; their drawers are not known yet.
        problems: why rows are rejected or duplicates, in the file's order.
        warnings: what a person should look at; stops nothing.
        needs_skip: whether nothing is written unless `skip_rejected` is chosen.
    """

    encoding: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[Column, ...]
    column_problems: tuple[Problem, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    added: int
    updated: int
    duplicate: int
    rejected: int
    new_districts: tuple[NewDistrict, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    needs_skip: bool


@dataclass(frozen=True)
class ImportResult:
    """What an import did.

    Attributes:
        import_run: number of the import; empty for a dry run, and when nothing was added.
        added: cards taken over.
        updated: always 0: an import changes no card that is there.
        duplicate: rows of customers who are there already.
        rejected: rows that were left out.
        new_districts: districts that were made.
        problems: why rows were rejected or are duplicates, in the file's order.
        warnings: what a person should look at.
        rejected_file: where the rows that were not taken stand; None without any.
    """

    import_run: str
    added: int
    updated: int
    duplicate: int
    rejected: int
    new_districts: tuple[NewDistrict, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    rejected_file: Path | None = None


@dataclass
class Outcome:
    """All rows judged."""

    judged: Sequence[Judged]
    left_out: Sequence[Problem]
    new: list[Judged] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.new = [one for one in self.judged if one.is_new]

    @property
    def rejected(self) -> int:
        """How many rows cannot be taken."""
        return sum(1 for one in self.judged if one.problems)

    @property
    def duplicate(self) -> int:
        """How many rows are of customers who are there already."""
        return len(self.judged) - len(self.new) - self.rejected

    @property
    def needs_skip(self) -> bool:
        """Whether somebody must say that the other rows are wanted.

        A file of nothing but duplicates asks for nothing: there is no other row, and the same
        file once more is no mistake.
        """
        return bool(self.rejected or (self.duplicate and self.new))

    def problems(self) -> tuple[Problem, ...]:
        """Why rows are not taken."""
        return tuple(problem for one in self.judged for problem in one.refusals)

    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at in the rows that are taken."""
        found = [*self.left_out, *(problem for one in self.new for problem in one.warnings)]
        return tuple(sorted(found, key=lambda problem: problem.row or 0))

    def counts(self) -> dict[str, int]:
        """How many rows are what, by the glossary's identifiers."""
        return {
            "added": len(self.new),
            "updated": 0,
            "duplicate": self.duplicate,
            "rejected": self.rejected,
        }

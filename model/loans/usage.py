"""使用记录 and 修订 on the back of a card: its last visits with their loans, its last changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, NamedTuple

from model.cards.cards import CardView
from model.cards.characters import one_line
from model.cards.choices import Choice
from model.cards.contents import names_of_people
from model.cards.definition import Kind
from model.cards.fields import has_field
from model.cards.paths import row_path
from model.cards.tables import Loan, Revision
from model.rounds.choices import NOT_VISITED
from model.rounds.tables import VisitRecord
from model.rounds.visit_fields import VISIT_FIELDS
from model.storage.prepared import Prepared
from model.storage.rows import as_python

USAGE_LINES = 8
REVISION_LINES = 4
"""How many lines the company card has for them (domain.md §3.3); the individual card shows six."""

_REASONS = {choice.value: choice for choice in NOT_VISITED}
_SUMMARY = "summary"

Lines = tuple[dict[str, Any], ...]

# The first that is filled tells of the visit; what the supervisor noted later does not.
_TOLD = tuple(
    VisitRecord._meta.fields[field.identifier]
    for field in VISIT_FIELDS
    if field.kind is Kind.TEXT and field.identifier != "supervisor_note"
)
_LONGEST_SUMMARY = 42
"""Characters: two lines of 8 pt in the cell; the record itself holds the rest."""

_VISITS = Prepared(
    lambda hole: (
        VisitRecord.select(VisitRecord.visited_on, VisitRecord.rep, VisitRecord.not_visited, *_TOLD)
        .where(VisitRecord.card == hole)
        .order_by(VisitRecord.visited_on.desc(), VisitRecord.id.desc())
        .limit(hole)
    )
)
_LOANS = Prepared(
    lambda hole: (
        Loan.select(Loan.day, Loan.borrower, Loan.issued_at, Loan.returned_at)
        .where((Loan.card == hole) & Loan.corrected_at.is_null())
        .order_by(Loan.day.desc(), Loan.id.desc())
        .limit(hole)
    )
)
_CHANGES = Prepared(
    lambda hole: (
        Revision.select(
            Revision.field, Revision.old_value, Revision.new_value, Revision.changed_at,
            Revision.changed_by, Revision.accepted_by, Revision.state,
        )
        .where(Revision.card == hole)
        .order_by(Revision.id.desc())
    )
)  # fmt: skip


class _Change(NamedTuple):
    """One line of the history, as the engine gives it; people by key."""

    field: str
    old_value: str | None
    new_value: str | None
    changed_at: Any
    changed_by: int
    accepted_by: int | None
    state: str


def with_back(view: CardView, card_id: int, hidden: Collection[str] = ()) -> CardView:
    """A card with what its back tells of its use, and with what changed since the last visit.

    Args:
        view: the card as somebody may see it.
        card_id: its key.
        hidden: columns that he may not see, such as `contacts.birth_date`.
    """

    def seen(path: str) -> bool:
        row = row_path(path)
        if row is not None:
            return f"{row.table}.{row.column}" not in hidden
        return has_field(view.kind, path) and path not in view.hidden

    usage = () if f"usage_log.{_SUMMARY}" in hidden else usage_lines(card_id)
    lines, changed = _changes(card_id, view.last_visit_on, seen)
    children = {**view.children, "usage_log": usage, "revisions": lines}
    return replace(view, children=children, changed=changed)


def usage_lines(card_id: int, limit: int = USAGE_LINES) -> Lines:
    """The last visits of a card joined with its loans, in the order of days.

    A loan without a record has a line too, and so has a visit without the card. A card that was
    called off before the rep left has been out all the same; a loan that was corrected never was.

    Args:
        card_id: key of the card.
        limit: at most so many.

    Returns:
        Columns of `CHILD_TABLES["usage_log"]`; `summary` is a text, or the `Choice` of why the
        visit did not take place.
    """
    people = names_of_people()
    out: dict[tuple[date, int], list[tuple[datetime, datetime | None]]] = {}
    for day, borrower, issued_at, returned_at in _LOANS(card_id, limit).tuples():
        out.setdefault((day, borrower), []).insert(0, (issued_at, returned_at))
    lines: list[tuple[datetime, dict[str, Any]]] = []
    for day, rep, not_visited, *texts in reversed(list(_VISITS(card_id, limit).tuples())):
        loans = out.get((day, rep))
        loan = loans.pop(0) if loans else (None, None)
        lines.append(_line(day, rep, loan, people, _summary(not_visited, texts)))
    for (_, borrower), loans in out.items():
        lines += [_line(None, borrower, loan, people, None) for loan in loans]
    lines.sort(key=lambda line: line[0])
    return tuple(row for _, row in lines[-limit:])


def _line(
    day: date | None,
    rep: int,
    loan: tuple[datetime | None, datetime | None],
    people: dict[int, str],
    summary: str | Choice | None,
) -> tuple[datetime, dict[str, Any]]:
    """One line, without its empty cells, behind the moment that it is sorted by."""
    out_at, in_at = loan
    row = {
        "visited_on": day, "out_at": out_at, "in_at": in_at, "rep": people[rep], _SUMMARY: summary
    }  # fmt: skip
    began = out_at or datetime.combine(day or date.min, time.max)
    return began, {name: value for name, value in row.items() if value is not None}


def _summary(not_visited: str, texts: Sequence[str | None]) -> str | Choice | None:
    """What a visit came to, in one line."""
    if not_visited:
        return _REASONS.get(not_visited, not_visited)
    text = one_line(next(filter(None, texts), ""))
    if len(text) > _LONGEST_SUMMARY:
        text = f"{text[: _LONGEST_SUMMARY - 1]}…"
    return text or None


def _changes(
    card_id: int, since: date | None, seen: Callable[[str], bool]
) -> tuple[Lines, frozenset[str]]:
    """The last accepted changes in order, and the paths changed since a day (that day included).

    Read from the newest, and no further than both need it.
    """
    people = names_of_people()
    lines: list[dict[str, Any]] = []
    changed: set[str] = set()
    for change in map(_Change._make, _CHANGES.bare(card_id)):
        at: datetime = as_python(Revision.changed_at, change.changed_at)
        is_new = since is not None and at.date() >= since
        if len(lines) == REVISION_LINES and not is_new:
            break
        if not seen(change.field) or change.state != "accepted":
            continue
        if is_new:
            changed.add(change.field)
        if len(lines) < REVISION_LINES:
            lines.append(_revision(change, at, people))
    return tuple(reversed(lines)), frozenset(changed)


def _revision(change: _Change, at: datetime, people: dict[int, str]) -> dict[str, Any]:
    """One change as a row of the card's table, without its empty cells; values as kept."""
    row = {
        "changed_on": at.date(),
        "field": change.field,
        "old_value": change.old_value,
        "new_value": change.new_value,
        "changed_by": people.get(change.changed_by),
        "accepted_by": people.get(change.accepted_by or 0),
    }
    return {name: value for name, value in row.items() if value is not None}

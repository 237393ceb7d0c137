"""Two cards become one, inside the caller's transaction: the steps of 并卡 (domain.md §5.8 E14)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from model.cards.changing import change_card, changed_paths, require_changes, require_path
from model.cards.contents import Contents, contents_of
from model.cards.custody import ref_of, whose
from model.cards.definition import CardKind, Fresh
from model.cards.entering import Entered
from model.cards.freshness import groups_of
from model.cards.numbering import take_slots
from model.cards.paths import column_path, parts_of, row_path
from model.cards.permitted import required_fields
from model.cards.row_rules import put_right
from model.cards.rows import rows_after
from model.cards.saving import refuse_lost_race, save_changes
from model.cards.tables import CardMerge, CustodyState, CustomerCard, Verification
from model.cards.verifying import renew_groups, verified_of
from model.errors import BadInputError, MustProposeError, Problem
from model.loans.merge_memory import Memory
from model.loans.merge_plans import join_plans
from model.loans.merge_rules import RowPlan, compare, plan_rows, row_of, rows_to_enter
from model.loans.merge_tables import join_accounts, move_along, renumber, stands
from model.office import audit
from model.office.approvals import use_approval
from model.office.counters import next_number
from model.office.desk import Desk, Whose
from model.office.rights import Right
from model.office.tables import District, DrawerKind, Person
from model.office.teams import FIXED_DRAWERS

_VOID_DRAWER = FIXED_DRAWERS[DrawerKind.VOID]


def join(
    desk: Desk,
    kept: CustomerCard,
    gone: CustomerCard,
    take: Collection[str],
    now: datetime,
    reason: str,
) -> str:
    """Join two cards that may be joined.

    Args:
        desk: who does it.
        kept: the card that stays.
        gone: the one that becomes void.
        take: paths whose value is taken from it.
        now: office wall-clock time.
        reason: why.

    Returns:
        The number of the merge.

    Raises:
        BadInputError: a path that cannot be taken.
        NeedsApprovalError: a clerk without an approval that covers both cards, and every fact
            that he could only hand in.
        NotAllowedError: a fact that this desk may not change.
    """
    memory = Memory.of(kept, gone)
    mine, theirs = contents_of(kept), contents_of(gone)
    rows = plan_rows(mine, theirs)
    cells = memory.cells(gone.id)
    memory.taken = _wanted(take, mine, theirs, rows, (kept, gone))
    memory.numbers = [(table, old, new) for (table, old), new in rows.numbers.items()]
    memory.added = [(table, new) for (table, _), new in rows.moved.items()]
    taken = _taken(memory.taken, theirs, gone, rows, cells)
    _refuse_emptied(mine, taken)
    _approve(desk, kept, gone, mine, taken, now)
    added = rows_to_enter(mine, rows, cells)
    memory.followed = _follow(mine, taken, added)
    _void(desk, gone, theirs, now, reason)
    _fill(desk, kept, gone, mine, taken, added, rows, now, reason)
    _move(kept, gone, memory, now.date())
    return _write_down(desk, kept, gone, memory, now, reason)


def _approve(
    desk: Desk,
    kept: CustomerCard,
    gone: CustomerCard,
    mine: Contents,
    taken: Entered,
    now: datetime,
) -> None:
    """Use up the approval of who needs one; it also covers the facts that it names.

    Raises:
        NeedsApprovalError, NotAllowedError: as `join`.
    """
    owner = whose(kept)
    handed_in = sorted(_handed_in(desk, owner, mine, taken))
    granted = use_approval(
        desk,
        Right.VOID_CARD,
        [ref_of(kept), ref_of(gone)],
        now,
        whose=[owner, whose(gone)],
        facts={"take": ", ".join(handed_in)} if handed_in else {},
    )
    require_changes(desk, owner, mine, taken, approved=granted is not None)


def _handed_in(desk: Desk, owner: Whose, mine: Contents, taken: Entered) -> Iterator[str]:
    """What is taken that this desk could not simply type on the card that stays.

    Raises:
        NotAllowedError: what it may not even hand in.
    """
    for path in changed_paths(mine, taken):
        try:
            require_path(desk, owner, mine, taken, path)
        except MustProposeError:
            yield path


def _wanted(
    take: Collection[str],
    mine: Contents,
    theirs: Contents,
    rows: RowPlan,
    cards: tuple[CustomerCard, CustomerCard],
) -> list[str]:
    """The paths to take, without those that say the same on both cards.

    A rep comes with his district, and a district with its rep, where the teams differ: a district
    belongs to a team.

    Raises:
        BadInputError: a path that stands on neither card, or that people do not type.
    """
    known = {one.path: one for one in compare(mine, theirs, rows)}
    unknown = [path for path in take if path not in known]
    if unknown:
        raise BadInputError([Problem(path, "no_such_field") for path in sorted(unknown)])
    wanted = set(take)
    teams = {card.rep.team_id if card.rep else None for card in cards}
    if len(teams) > 1 and wanted & {"rep", "district"}:
        wanted |= {"rep", "district"}
    return [path for path, one in known.items() if path in wanted and one.differs]


def _taken(
    paths: Collection[str],
    theirs: Contents,
    gone: CustomerCard,
    rows: RowPlan,
    cells: Mapping[str, Any],
) -> Entered:
    """The values that are taken, as if they had been typed."""
    values: dict[str, Any] = {}
    explicit: dict[str, str | None] = {}
    in_rows: dict[str, Any] = {}
    numbers = {(table, new): old for (table, old), new in rows.same.items()}
    for path in paths:
        place = row_path(path)
        if place is not None:
            old = numbers[place.table, place.number]
            in_rows[path] = cells.get(column_path(place.table, old, place.column))
        else:
            values[path] = stored(gone, path)
            explicit[path] = theirs.explicit.get(path)
    return Entered(values, explicit, (), in_rows, next_row_no=rows.next_row_no)


def stored(card: CustomerCard, identifier: str) -> Any:
    """What stands in a cell of a card, as `Entered.values` has it."""
    value = card.__data__[identifier]
    if value is None:
        return None
    if identifier == "rep":
        return Person.get_by_id(value)
    return District.get_by_id(value) if identifier == "district" else value


def _refuse_emptied(mine: Contents, taken: Entered) -> None:
    """Refuse to take an empty cell for one that may not be empty any more.

    Raises:
        BadInputError: the fields.
    """
    never_empty = required_fields(mine.kind)
    emptied = [
        name
        for name, value in taken.values.items()
        if name in never_empty and value is None and not taken.explicit.get(name)
    ]
    if emptied:
        raise BadInputError([Problem(name, "required") for name in emptied])


def _follow(mine: Contents, taken: Entered, added: dict[str, Any]) -> list[str]:
    """Put right what follows from the rows, in `taken` and `added`, as after any change of rows.

    One of the contacts who are still there is the primary one; a table that has rows now does not
    say 无 any more.

    Returns:
        The paths on the card that is kept that were put right.
    """
    changed = {**added, **taken.rows}
    after = rows_after(mine.children, changed)
    followed = []
    for table in {parts_of(path).table for path in changed}:
        if mine.explicit.get(table):
            taken.explicit[table] = None
            followed.append(table)
        for path, value in put_right(table, after[table], ()).items():
            if row_of(mine, table, parts_of(path).number):
                taken.rows[path] = value
                followed.append(path)
            else:
                added[path] = value
    return sorted(followed)


def _void(desk: Desk, gone: CustomerCard, theirs: Contents, now: datetime, reason: str) -> None:
    """The card that goes stands in drawer 99 and has no rows any more; its face stays."""
    done = (
        CustomerCard.update(
            custody_state=CustodyState.VOID.value,
            drawer_no=_VOID_DRAWER,
            location=take_slots(_VOID_DRAWER)[0],
            version=gone.version + 1,
        )
        .where(CustomerCard.id == gone.id, CustomerCard.version == gone.version)
        .execute()
    )
    if not done:
        refuse_lost_race(gone, gone.version + 1)
    gone.version += 1
    removed = tuple(
        (table, row["row_no"]) for table, rows in theirs.children.items() for row in rows
    )
    entered = Entered({}, {}, (), removed=removed, next_row_no=theirs.next_row_no)
    gone.version = save_changes(desk, gone, theirs, entered, now, reason=reason)[0].version


def _fill(
    desk: Desk,
    kept: CustomerCard,
    gone: CustomerCard,
    mine: Contents,
    taken: Entered,
    added: Mapping[str, Any],
    rows: RowPlan,
    now: datetime,
    reason: str,
) -> None:
    """The card that stays gets what was taken and the rows that it lacks."""
    both = verified_of(kept), verified_of(gone)
    entered = Entered(
        taken.values, taken.explicit, (), {**added, **taken.rows}, next_row_no=rows.next_row_no
    )
    saved = change_card(desk, kept, mine, entered, now, reason=reason)
    kept.version = saved.version
    days = [day for card in (kept, gone) if (day := card.last_visit_on)]
    CustomerCard.update(last_visit_on=max(days, default=None)).where(
        CustomerCard.id == kept.id
    ).execute()
    groups = groups_of(CardKind(kept.customer_kind), (*entered.values, *entered.rows))
    for group in groups:
        _keep_age(kept.id, group, both)
    Verification.delete().where(Verification.card == gone.id).execute()


def _keep_age(card_id: int, group: Fresh, verified: Collection[Mapping[Fresh, date]]) -> None:
    """Facts are as old as they were on their cards: to merge is to ask nobody."""
    days = [dates[group] for dates in verified if group in dates]
    if days:
        renew_groups({card_id: [group]}, min(days))


def _move(kept: CustomerCard, gone: CustomerCard, memory: Memory, today: date) -> None:
    """Everything that hangs on the card that goes hangs on the other."""
    plans = join_plans(kept, gone, today)
    memory.moved = move_along(kept, gone)
    memory.moved |= {"plan_line": plans.lines, "reservation": plans.reservations}
    memory.lines, memory.reservations = plans.lines_before, plans.reservations_before
    memory.accounts = join_accounts(kept.id, gone.id)
    numbers = {f"{table}#{old}": f"{table}#{new}" for table, old, new in memory.numbers}
    memory.proposed = renumber(memory.moved["proposal"], numbers)


def _write_down(
    desk: Desk,
    kept: CustomerCard,
    gone: CustomerCard,
    memory: Memory,
    now: datetime,
    reason: str,
) -> str:
    """The merge with all that its undoing needs, and a line of the log for each card."""
    memory.stands = stands((kept.id, gone.id))
    merge_no = f"BK{next_number('merge'):06d}"
    CardMerge.insert(
        merge_no=merge_no,
        kept=kept.id,
        gone=gone.id,
        merged_at=now,
        merged_by=desk.person.id,
        reason=reason,
        kept_version=kept.version,
        gone_version=gone.version,
        before=memory.written(),
    ).execute()
    for subject, after in (
        (gone, {"into": ref_of(kept)}),
        (kept, {"from": ref_of(gone), "fields": sorted(memory.taken)}),
    ):
        audit.log(
            desk, audit.Event.CARD_MERGE, now, kind="card", subject=ref_of(subject), after=after,
            reason=reason, document=merge_no,
        )  # fmt: skip
    return merge_no

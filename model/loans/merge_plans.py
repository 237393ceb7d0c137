"""Plans when two cards become one: each has a customer once, and a day keeps a card once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from model.cards.custody import ref_of
from model.cards.tables import CustomerCard, Reservation
from model.loans.merge_tables import Raw, as_columns, raw_rows
from model.rounds.plan_reading import STRUCK
from model.rounds.tables import DailyPlan, LineState, PlanLine


@dataclass
class PlansJoined:
    """What was done to plans and reservations.

    Attributes:
        lines: keys of the lines that were moved.
        reservations: keys of the reservations that were moved.
        lines_before: lines that were changed in another way, as they were.
        reservations_before: reservations that were let go, as they were.
    """

    lines: list[int] = field(default_factory=list)
    reservations: list[int] = field(default_factory=list)
    lines_before: list[Raw] = field(default_factory=list)
    reservations_before: list[Raw] = field(default_factory=list)


def join_plans(kept: CustomerCard, gone: CustomerCard, today: date) -> PlansJoined:
    """Put the lines and reservations of one card on the other, inside the caller's transaction.

    Where a plan has both, the line of the card that goes stays as the plan's history, struck if
    its day is still to come. Where both are kept on one day, for two plans, the customer is
    visited by the one of the card that is kept (domain.md §5.8 E2); the other is 改期.
    """
    done = PlansJoined()
    mine = {line.plan_id: line for line in _lines(kept)}
    for line in _lines(gone):
        if line.plan_id in mine:
            _join_lines(mine[line.plan_id], line, kept, today, done)
        else:
            PlanLine.update(card=kept.id).where(PlanLine.id == line.id).execute()
            done.lines.append(line.id)
    _join_reservations(kept, gone, done)
    return done


def _lines(card: CustomerCard) -> list[PlanLine]:
    query = PlanLine.select(PlanLine, DailyPlan).join(DailyPlan).where(PlanLine.card == card.id)
    return list(query.order_by(PlanLine.id))


def _join_lines(
    mine: PlanLine, other: PlanLine, kept: CustomerCard, today: date, done: PlansJoined
) -> None:
    """Two lines of one plan: of a day to come, only one of them is still to be visited."""
    if mine.plan.plan_date < today or other.state != LineState.PLANNED:
        return
    before = raw_rows(PlanLine, PlanLine.id.in_([mine.id, other.id]))
    done.lines_before += before
    if mine.state in STRUCK:
        # The visit that is to be made goes on under the card that is kept.
        rows = {raw["id"]: as_columns(PlanLine, raw, ("id", "plan", "card")) for raw in before}
        PlanLine.update(rows[other.id]).where(PlanLine.id == mine.id).execute()
        PlanLine.update(rows[mine.id]).where(PlanLine.id == other.id).execute()
    else:
        _strike(other, LineState.CANCELLED, kept)


def _strike(line: PlanLine, state: LineState, kept: CustomerCard) -> None:
    """Strike a line; its reason is the card that it went to."""
    PlanLine.update(state=state.value, struck_reason=f"→ {ref_of(kept)}").where(
        PlanLine.id == line.id
    ).execute()


def _join_reservations(kept: CustomerCard, gone: CustomerCard, done: PlansJoined) -> None:
    """One card is kept for one borrower on one day."""
    mine = {row.day: row for row in Reservation.select().where(Reservation.card == kept.id)}
    theirs = list(Reservation.select().where(Reservation.card == gone.id))
    for row in theirs:
        if row.day not in mine and not _is_history(row, kept, gone):
            Reservation.update(card=kept.id).where(Reservation.id == row.id).execute()
            done.reservations.append(row.id)
            continue
        done.reservations_before += raw_rows(Reservation, Reservation.id == row.id)
        Reservation.delete().where(Reservation.id == row.id).execute()
        if row.day in mine and row.document != mine[row.day].document:
            _put_off(row, kept, done)


def _is_history(row: Reservation, kept: CustomerCard, gone: CustomerCard) -> bool:
    """Whether the line for which a card was kept stays with the card that goes, and for good."""
    states = {
        line.card_id: line.state
        for line in PlanLine.select()
        .join(DailyPlan)
        .where(DailyPlan.plan_no == row.document)
        .where(PlanLine.card.in_([kept.id, gone.id]))
    }
    return gone.id in states and states.get(kept.id) in STRUCK


def _put_off(row: Reservation, kept: CustomerCard, done: PlansJoined) -> None:
    """The visit by another plan on the same day is 改期; its line has been moved by now."""
    line = (
        PlanLine.select(PlanLine, DailyPlan)
        .join(DailyPlan)
        .where((DailyPlan.plan_no == row.document) & (PlanLine.card == kept.id))
        .first()
    )
    if line is None or line.id not in done.lines or line.state in STRUCK:
        return
    (before,) = raw_rows(PlanLine, PlanLine.id == line.id)
    done.lines.remove(line.id)
    done.lines_before.append({**before, "card": row.card_id})
    _strike(line, LineState.RESCHEDULED, kept)


def part_plans(lines: Sequence[Raw], reservations: Sequence[Raw]) -> None:
    """Give lines and reservations back what they were; those that were moved go back before."""
    for raw in lines:
        PlanLine.update(as_columns(PlanLine, raw, ("id",))).where(
            PlanLine.id == raw["id"]
        ).execute()
    for raw in reservations:
        # Under its old key, by which an earlier merge knows it, unless that was given away since.
        taken = Reservation.select().where(Reservation.id == raw["id"]).exists()
        Reservation.insert(as_columns(Reservation, raw, ("id",) if taken else ())).execute()

"""借还登记簿 and 卡片借还日报 of a day, as values for window, paper and command line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from model.cards.closing import counts
from model.cards.contents import names_of_people
from model.cards.tables import CustodyState
from model.loans.board import Rep, reps_seen
from model.loans.lateness import late_hours
from model.loans.register_rows import LoanRow, last_moment, loans_of_day, totals
from model.loans.sheets import DayReport, LoanRegister, RegisterLine, RepCount
from model.office import audit
from model.office.desk import Desk
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import AuditLine, CabinetDay
from model.rounds.plan_reading import STRUCK
from model.rounds.tables import DailyPlan, PlanLine
from model.storage.database import reading
from model.storage.rows import rows_of


@act(Right.SEE_LOANS)
def loan_register(desk: Desk, day: date, now: datetime) -> LoanRegister:
    """The register of a day: a rep's own lines, a supervisor's team's, or all.

    Args:
        desk: who reads it.
        day: the day.
        now: office wall-clock time; a card that is out today is so until now.
    """
    audit.flush(desk)
    with reading():
        rows = _seen(desk, loans_of_day(day))
        count = totals(rows, day, now)
        return LoanRegister(
            office=desk.office,
            day=day,
            lines=_lines(rows, day, now),
            issued=count.issued,
            returned=count.returned,
            still_out=count.still_out,
            log_head=audit.log_head(),
        )


@act(Right.SEE_LOANS)
def day_report(desk: Desk, day: date, now: datetime) -> DayReport:
    """What a day came to: cards by state as they stand now, each rep's day, and what is missing.

    Args:
        desk: who reads it; it counts what the desk may see.
        day: the day.
        now: office wall-clock time.
    """
    audit.flush(desk)
    with reading():
        rows = _seen(desk, loans_of_day(day))
        lines = _lines([row for row in rows if row.counts], day, now)
        states = counts(desk, now)
        openings = list(CabinetDay.select().where(CabinetDay.day == day).order_by(CabinetDay.id))
        first, last = (openings[0], openings[-1]) if openings else (None, None)
        moment = last_moment(day, now)
        return DayReport(
            office=desk.office,
            day=day,
            opened_by=first.opened_by.name if first else "",
            opened_at=first.opened_at if first else None,
            closed_by=last.closed_by.name if last and last.closed_by else "",
            closed_at=last.closed_at if last else None,
            in_cabinet=states[CustodyState.IN_CABINET],
            out=states[CustodyState.OUT],
            overdue=states[CustodyState.OVERDUE],
            lost=states[CustodyState.LOST],
            sealed=states[CustodyState.SEALED],
            reps=_rep_counts(desk, rows, day, now),
            missing=tuple(
                sorted(
                    (line for line in lines if _is_out(line, moment)),
                    key=lambda line: line.card_no,
                )
            ),
            no_record=tuple(line for line in lines if line.record_missing),
            acknowledged=_acknowledged(day),
            log_head=audit.log_head(),
        )


def _seen(desk: Desk, rows: Sequence[LoanRow]) -> list[LoanRow]:
    """The lines of borrowers whom this desk may see."""
    if RIGHTS[Right.SEE_LOANS].of(desk.person.role) is Reach.ALL:
        return list(rows)
    seen = {rep.id for rep in reps_seen(desk)}
    return [row for row in rows if row.borrower_id in seen]


def _lines(rows: Sequence[LoanRow], day: date, now: datetime) -> tuple[RegisterLine, ...]:
    """Rows as people read them."""
    people = names_of_people()
    moment = last_moment(day, now)
    return tuple(
        RegisterLine(
            loan_no=row.loan_no,
            day=row.day,
            card_no=row.card_no,
            name=row.name,
            secrecy=row.secrecy or "",
            borrower=people[row.borrower_id],
            document=row.document,
            issued_at=row.issued_at,
            due_at=row.due_at,
            returned_at=row.returned_at,
            condition=row.condition,
            record_missing=row.record_missing,
            cancelled=row.cancelled,
            issued_by=people[row.issued_by],
            taken_back_by=people.get(row.taken_back_by or 0, ""),
            late_hours=late_hours(row.due_at, row.returned_at or moment) if row.counts else 0,
            entered_later=row.entered_later,
            corrected=not row.counts,
            remark=row.correction_reason or row.return_reason,
        )
        for row in rows
    )


def _is_out(line: RegisterLine, moment: datetime) -> bool:
    return line.returned_at is None or line.returned_at > moment


def _rep_counts(
    desk: Desk, rows: Sequence[LoanRow], day: date, now: datetime
) -> tuple[RepCount, ...]:
    """Each rep's line: those who had a plan or a card."""
    planned = _planned(day)
    found = []
    for rep in reps_seen(desk):
        mine = [row for row in rows if row.borrower_id == rep.id]
        if mine or planned[rep.id]:
            found.append(_rep_count(rep, mine, planned[rep.id], day, now))
    return tuple(found)


def _rep_count(
    rep: Rep, rows: Sequence[LoanRow], planned: int, day: date, now: datetime
) -> RepCount:
    """One rep's numbers, by the same rules as the foot of the register."""
    moment = last_moment(day, now)
    count = totals(rows, day, now)
    counted = [row for row in rows if row.counts]
    return RepCount(
        rep=rep.name,
        planned=planned,
        issued=count.issued,
        returned=count.returned,
        still_out=count.still_out,
        overdue=sum(row.is_out_at(moment) and row.due_at < moment for row in counted),
        record_missing=sum(row.record_missing for row in counted),
    )


def _planned(day: date) -> Counter[int]:
    """Key of the rep -> lines of his plan of the day that were not struck."""
    query = (
        PlanLine.select(DailyPlan.rep)
        .join(DailyPlan)
        .where((DailyPlan.plan_date == day) & PlanLine.state.not_in(sorted(STRUCK)))
    )
    return Counter(rep for (rep,) in rows_of(query))


def _acknowledged(day: date) -> tuple[str, ...]:
    """The cards that were named one by one at the day's last 锁柜, as the log has them."""
    line = (
        AuditLine.select()
        .where((AuditLine.subject == str(day)) & (AuditLine.event == audit.Event.CABINET_CLOSE))
        .order_by(AuditLine.no.desc())
        .first()
    )
    return tuple(json.loads(line.after).get("missing", ())) if line and line.after else ()

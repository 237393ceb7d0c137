"""The papers of one day: what each is called, how it is read, what draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import BinaryIO, TypeVar

from gui.papers.paper import Draw, Paper
from gui.tasks import Report
from gui.translators import words
from model.loans.papers import badges, card_papers, packets
from model.loans.registers import day_report, loan_register
from model.loans.sheets import VisitPaper
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.rounds.plans_shown import PlanView
from model.rounds.visits import visits_on
from model.words import Words, mark
from printing.packet import (
    write_badges,
    write_blank_register,
    write_cards,
    write_day_plan,
    write_day_report,
    write_packet,
    write_register,
    write_visit_records,
)
from printing.paper import Printed

Values = TypeVar("Values")
_Write = Callable[[Values, PrintStamp, BinaryIO, Words, Report], Printed]

BLANK_ROWS = 30
"""Empty rows of the register for a day without power: two pages."""
BLANK_RECORDS = 12
"""Visit records to be written on: a rep's day."""

_PLAN = mark("DayPapers", "Day plan {rep} {day}")
_PLANS = mark("DayPapers", "Day plans {day}")
_PACKET = mark("DayPapers", "Plan and cards {rep} {day}")
_PACKETS = mark("DayPapers", "Plans and cards {day}")
_REGISTER = mark("DayPapers", "Loan register {day}")
_BLANK_REGISTER = mark("DayPapers", "Loan register, to be written by hand")
_BLANK_RECORDS = mark("DayPapers", "Visit records, to be written by hand")
_RECORDS = mark("DayPapers", "Visit records {day}")
_REPORT = mark("DayPapers", "Report of cards {day}")
_BADGES = mark("DayPapers", "Badges")
_CARD = mark("DayPapers", "Card {number}")
_CARDS = mark("DayPapers", "Cards {day}")


def day_plan_paper(plan: PlanView) -> Paper:
    """当日拜访计划 of one rep."""
    return Paper(
        "day-plan",
        plan.plan_no,
        _title(_PLAN, plan.plan_date, plan.rep),
        _paper(
            lambda desk, now: (
                packets(desk, plan.plan_date, now, reps=(plan.rep,), cards=False)[0].sheet
            ),
            write_day_plan,
        ),
    )


def day_plans_paper(day: date) -> Paper:
    """当日拜访计划 of everyone who has a plan."""
    return Paper(
        "day-plan",
        _day(day),
        _title(_PLANS, day),
        _paper(lambda desk, now: packets(desk, day, now, cards=False), write_packet),
        both_sides=True,
    )


def packet_paper(day: date, reps: Sequence[str] = (), document: str = "") -> Paper:
    """Plans with the cards of the day, in visiting order.

    Args:
        day: the day.
        reps: names; none: everyone with an approved plan.
        document: number of the plan, where it is one rep's.
    """
    title = _title(_PACKET, day, reps[0]) if len(reps) == 1 else _title(_PACKETS, day)
    return Paper(
        "packet",
        document or _day(day),
        title,
        _paper(lambda desk, now: packets(desk, day, now, reps=tuple(reps)), write_packet),
        both_sides=True,
    )


def plan_packet_paper(plan: PlanView) -> Paper:
    """One rep's plan with its cards."""
    return packet_paper(plan.plan_date, (plan.rep,), plan.plan_no)


def register_paper(day: date) -> Paper:
    """借还登记簿 of a day."""
    return Paper(
        "register",
        _day(day),
        _title(_REGISTER, day),
        _paper(lambda desk, now: loan_register(desk, day, now), write_register),
    )


def blank_register_paper() -> Paper:
    """手工登记: the same grid, empty."""
    return Paper(
        "register",
        "",
        words("DayPapers", _BLANK_REGISTER),
        _paper(lambda desk, now: BLANK_ROWS, write_blank_register),
    )


def blank_records_paper() -> Paper:
    """拜访记录 to be written on."""
    return Paper(
        "visit-record",
        "",
        words("DayPapers", _BLANK_RECORDS),
        _paper(
            lambda desk, now: (VisitPaper(office=desk.office),) * BLANK_RECORDS,
            write_visit_records,
        ),
        both_sides=True,
    )


def records_paper(day: date) -> Paper:
    """拜访记录 of a day, as they were entered."""
    return Paper(
        "visit-record",
        _day(day),
        _title(_RECORDS, day),
        _paper(
            lambda desk, now: tuple(
                VisitPaper.of_visit(desk.office, visit) for visit in visits_on(desk, day, now)
            ),
            write_visit_records,
        ),
        both_sides=True,
    )


def day_report_paper(day: date) -> Paper:
    """卡片借还日报."""
    return Paper(
        "day-report",
        _day(day),
        _title(_REPORT, day),
        _paper(lambda desk, now: day_report(desk, day, now), write_day_report),
    )


def badges_paper(names: Sequence[str]) -> Paper:
    """Badges for the counter's scanner."""
    return Paper(
        "badge",
        "",
        words("DayPapers", _BADGES),
        _paper(lambda desk, now: badges(desk, tuple(names), now), write_badges),
    )


def cards_paper(card_nos: Sequence[str], day: date, borrower: str) -> Paper:
    """Single cards, as their borrower of that day may read them."""
    title = _title(_CARDS, day)
    if len(card_nos) == 1:
        title = words("DayPapers", _CARD).format(number=card_nos[0])
    return Paper(
        "card",
        ", ".join(card_nos),
        title,
        _paper(
            lambda desk, now: card_papers(desk, tuple(card_nos), day, now),
            partial(write_cards, borrower=borrower),
        ),
        both_sides=True,
    )


def _paper(
    read: Callable[[Desk, datetime], Values], write: _Write[Values]
) -> Callable[[Desk, datetime], Draw]:
    """Values read by an act, and what draws them in the window's language."""

    def prepare(desk: Desk, now: datetime) -> Draw:
        values = read(desk, now)

        def paint(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
            return write(values, stamp, out, words, report)

        return paint

    return prepare


def _title(text: str, day: date, rep: str = "") -> str:
    return words("DayPapers", text).format(day=_day(day), rep=rep)


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"

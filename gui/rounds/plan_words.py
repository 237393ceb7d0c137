"""A plan, its lines and its candidates in the window's words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui import theme
from gui.rounds.plan_day import Candidate, RepPlan
from gui.translators import words
from gui.widgets.rep_rows import RepLook
from model.cards.choices import ABC_CLASSES
from model.rounds.choices import PURPOSES
from model.rounds.plans_shown import LineView, PlanView, Reason
from model.rounds.reasons import reason_text
from model.sentences.names import state_name
from model.words import mark

STAR = "★"
"""必访, on the screen as on paper."""
STRUCK = frozenset({"cancelled", "rescheduled"})

_CLASSES = {choice.value: choice for choice in ABC_CLASSES}
_PURPOSES = {choice.value: choice for choice in PURPOSES}
_NO_PLAN = mark("PlanWords", "No plan")
_WAITS = mark("PlanWords", "To be approved")
_APPROVED = mark("PlanWords", "Approved ✓")
_ON_PAPER = mark("PlanWords", "On paper, to be confirmed")
_VISITS = mark("PlanWords", "{visits} · {start}–{end}")
_EMPTY = mark("PlanWords", "no visits")
_SEMICOLON = mark("PlanWords", "; ")
_COMMA = mark("PlanWords", ", ")
_POINTS = mark("PlanWords", "{reason}: {points} points")
_OWED = mark("PlanWords", "{balance} ({overdue})")
_WITH_HOLDER = mark("PlanWords", "{state} · {holder}")
_STRUCK = mark("PlanWords", "struck: {reason}")
_MOVED = mark("PlanWords", "moved: {reason}")
_AGREED = mark("PlanWords", "{time} agreed")
_AGREED_FOR = mark("PlanWords", "{time}, agreed for {appointment}")
_NOT_ASKED = mark("PlanWords", "not due; may be added by hand")
_HAS_PLACE = mark("PlanWords", "fits into the day")
_TOTALS = mark(
    "PlanWords",
    "{visits} · stay {stay} min + travel {travel} min = {total} of {capacity} min · "
    "leaves {leaves}, back {back}",
)
_OVER = mark("PlanWords", "{totals} · {minutes} min too much")
_MADE = mark("PlanWords", "made by {name}, {at}")
_BY = mark("PlanWords", "approved by {name}, {at}")
_BY_PAPER = mark("PlanWords", "approved on paper by {name}, recorded by {clerk}, {at}")
_UNCONFIRMED = mark("PlanWords", "to be confirmed")
_TIME = "%m-%d %H:%M"


def class_text(abc_class: str) -> str:
    """A customer's class."""
    choice = _CLASSES.get(abc_class)
    return words(choice.context, choice.label) if choice else ""


def plan_look(one: RepPlan) -> RepLook:
    """How a rep's plan stands in the list of reps."""
    plan, colours = one.plan, theme.colours()
    if plan is None:
        return RepLook(words("PlanWords", _NO_PLAN), colours.faint, one.team)
    lines = plan.open_lines
    detail = words("PlanWords", _EMPTY)
    if lines:
        detail = words("PlanWords", _VISITS).format(
            visits=_visits(len(lines)), start=plan.leaves_at, end=plan.back_at
        )
    state, colour = _WAITS, colours.out
    if plan.state == "approved":
        unconfirmed = plan.on_paper and not plan.confirmed
        state, colour = (_ON_PAPER, colours.hand) if unconfirmed else (_APPROVED, colours.home)
    return RepLook(words("PlanWords", state), colour, detail)


def _visits(count: int) -> str:
    return QCoreApplication.translate("PlanWords", "%n visit(s)", "", count)


def totals_text(plan: PlanView) -> str:
    """What the plan adds up to."""
    total = plan.stay_minutes + plan.travel_minutes
    text = words("PlanWords", _TOTALS).format(
        visits=_visits(len(plan.open_lines)),
        stay=plan.stay_minutes,
        travel=plan.travel_minutes,
        total=total,
        capacity=plan.capacity,
        leaves=plan.leaves_at,
        back=plan.back_at or "—",
    )
    if not is_overfull(plan):
        return text
    return words("PlanWords", _OVER).format(totals=text, minutes=total - plan.capacity)


def is_overfull(plan: PlanView) -> bool:
    """Whether the visits take more than a day has; people may plan so, with open eyes."""
    return plan.stay_minutes + plan.travel_minutes > plan.capacity


def signatures_text(plan: PlanView) -> str:
    """Who made it and who approved it."""
    told = []
    if plan.made_by and plan.made_at:
        told.append(
            words("PlanWords", _MADE).format(name=plan.made_by, at=f"{plan.made_at:{_TIME}}")
        )
    if plan.approved_by and plan.approved_at:
        text = words("PlanWords", _BY_PAPER if plan.on_paper else _BY)
        told.append(
            text.format(
                name=plan.approved_by, clerk=plan.recorded_by, at=f"{plan.approved_at:{_TIME}}"
            )
        )
        if plan.on_paper and not plan.confirmed:
            told.append(words("PlanWords", _UNCONFIRMED))
    return " · ".join(told)


def time_text(line: LineView) -> str:
    """From when to when, and whether that was agreed with the customer."""
    span = _span(line)
    if not span or not line.appointment:
        return span
    return words("PlanWords", _AGREED).format(time=span)


def time_tip(line: LineView) -> str:
    """The same with the time that was agreed."""
    if not line.appointment:
        return _span(line)
    return words("PlanWords", _AGREED_FOR).format(time=_span(line), appointment=line.appointment)


def _span(line: LineView) -> str:
    if line.state in STRUCK or not line.starts_at:
        return ""
    hours, minutes = (int(part) for part in line.starts_at.split(":"))
    end = hours * 60 + minutes + line.stay_minutes
    return f"{line.starts_at}–{end // 60:02}:{end % 60:02}"


def name_text(name: str, must_visit: bool) -> str:
    """The customer, with a star where he must be visited."""
    return f"{STAR} {name}" if must_visit else name


def purpose_text(line: LineView) -> str:
    """What the visit is for."""
    names = [
        words(choice.context, choice.label)
        for choice in (_PURPOSES.get(code) for code in line.purposes)
        if choice is not None
    ]
    return words("PlanWords", _COMMA).join([*names, *filter(None, [line.purpose_note])])


def why_text(line: LineView) -> str:
    """Why the line is there, or why no longer."""
    if line.state in STRUCK:
        text = _MOVED if line.state == "rescheduled" else _STRUCK
        return words("PlanWords", text).format(reason=line.struck_reason)
    return reasons_text(line.reasons)


def line_text(line: LineView) -> str:
    """A visit in one line: whom, and why with the points."""
    why = why_text(line)
    if line.state not in STRUCK:
        parts = (
            f"{reason_text(one, words)} {'' if one.points is None else one.points}".strip()
            for one in line.reasons
        )
        why = words("PlanWords", _SEMICOLON).join(parts)
    return f"{line.card_no} · {line.name} · {why}"


def reasons_text(reasons: Iterable[Reason]) -> str:
    """Reasons in one line."""
    return words("PlanWords", _SEMICOLON).join(reason_text(one, words) for one in reasons)


def points_text(reasons: Iterable[Reason]) -> str:
    """Reasons line by line, each with its points."""
    return "\n".join(
        words("PlanWords", _POINTS).format(reason=reason_text(one, words), points=one.points)
        if one.points is not None
        else reason_text(one, words)
        for one in reasons
    )


def not_planned_text(one: Candidate) -> str:
    """Why a candidate has no place."""
    if one.why_not is not None:
        return reason_text(one.why_not, words)
    return words("PlanWords", _NOT_ASKED if one.score is None else _HAS_PLACE)


def owed_text(line: LineView) -> str:
    """What the customer owes, what is overdue of it in brackets; nothing where nobody knows."""
    if line.balance is None:
        return ""
    if not line.overdue:
        return yuan(line.balance)
    return words("PlanWords", _OWED).format(balance=yuan(line.balance), overdue=yuan(line.overdue))


def yuan(amount: Decimal) -> str:
    """Yuan without their cents."""
    return f"{amount:,.0f}"


def card_text(line: LineView) -> str:
    """Where the card is, and with whom."""
    name = state_name(line.custody, words)
    if not line.holder:
        return name
    return words("PlanWords", _WITH_HOLDER).format(state=name, holder=line.holder)

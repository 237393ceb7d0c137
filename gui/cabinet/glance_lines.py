"""客户全貌 in words: the lines of each part, and where each belongs. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gui.cabinet.path_words import one_line, path_name, path_text, waiting_fields
from gui.registers.register_columns import outcome_text
from gui.registers.visit_text import promise_text
from gui.rounds.plan_words import class_text, yuan
from gui.translators import words
from model.cards.cards import CardView
from model.cards.fields import field
from model.cards.showing import show
from model.exchange.targets import BUCKETS
from model.loans.at_a_glance import Balance, Glance, LoanLine
from model.rounds.visits_shown import VisitView
from model.words import mark

HISTORY, PROPOSALS, VISITS, LOANS, PLAN = "history", "proposals", "visits", "loans", "plan"
ATTACHMENTS = "attachments"
_TOLD_OF_A_VISIT = ("visited", "ordered", "wishes", "complaint")
_BUCKETS = {choice.value: choice for choice in BUCKETS}
_OUTCOMES = {
    "yes": mark("Glance", "Reached"),
    "partly": mark("Glance", "Partly reached"),
    "no": mark("Glance", "Not reached"),
}
_OUT = mark("Glance", "out, due {due}")
_BACK = mark("Glance", "back {back}")
_LATE = mark("Glance", "late")
_NO_RECORD = mark("Glance", "no record")
_CHANGE = mark("Glance", "{old} → {new}")
_AS_OF = mark("Glance", "on {day}")
_DRAFT_PLAN = mark("Glance", "not approved yet")
_STALE = mark("Glance", "fresh {percent} %")
_NOTHING = "—"


@dataclass(frozen=True)
class Goal:
    """Where a line belongs.

    Attributes:
        place: `history`, `proposals`, `visits`, `loans`, `plan` or `attachments`.
        day: the day of the register or plan.
        key: number of the record or loan; of a plan its rep.
    """

    place: str
    day: date | None = None
    key: str = ""


_BAND_INKS = {"excellent": "home", "good": "home", "fair": "out", "poor": "overdue"}
"""Band of completeness -> its colour, as on the form."""


@dataclass(frozen=True)
class GlanceLine:
    """One line of a part.

    Attributes:
        day: when; empty where it has no day.
        text: what.
        more: who, or what else.
        ink: name of a colour of `theme.Colours`.
        goal: where it belongs.
    """

    day: str
    text: str
    more: str = ""
    ink: str = "ink"
    goal: Goal = Goal("")


@dataclass(frozen=True)
class Figure:
    """One figure over the lines: what it is, its value, a remark, its colour, where it leads."""

    name: str
    value: str
    more: str = ""
    ink: str = "ink"
    goal: Goal = Goal("")


def figures(seen: Glance, today: date) -> list[Figure]:
    """The figures of a customer, the account first."""
    view, following = seen.view, seen.next_visit
    last = view.last_visit_on
    found = [*_account(seen.balance)]
    found.append(
        Figure(
            words("Glance", mark("Glance", "Last visit")),
            _day(last),
            _days_ago(last, today),
            goal=Goal(VISITS, last) if last else Goal(""),
        )
    )
    found.append(
        Figure(
            words("Glance", mark("Glance", "Next visit")),
            _day(following.day) if following else _NOTHING,
            _about_plan(seen),
            goal=Goal(PLAN, following.day, following.rep) if following else Goal(""),
        )
    )
    full = view.completeness.percent
    found.append(
        Figure(
            words("Glance", mark("Glance", "Filled")),
            f"{full:.0f} %",
            words("Glance", _STALE).format(percent=f"{view.freshness.percent:.0f}"),
            _BAND_INKS[view.completeness.band],
        )
    )
    if seen.attachments is not None:
        name = words("Glance", mark("Glance", "Attachments"))
        found.append(Figure(name, str(seen.attachments), goal=Goal(ATTACHMENTS)))
    return found


def who_lines(view: CardView) -> list[str]:
    """Two lines under the name: whom to talk to and where; what kind of customer."""
    contacts = view.children.get("contacts", ())
    first = contacts[0] if contacts else {}
    told = (
        *(first.get("name"), first.get("title"), first.get("mobile") or first.get("phone")),
        *(view.values.get("phone"), _address(view)),
    )
    kind = (
        class_text(str(view.values.get("abc_class") or "")),
        *(_shown(view, name) for name in ("relationship_status", "channel_type", "industry")),
        *(_shown(view, name) for name in ("rep", "district")),
    )
    return [" · ".join(str(part) for part in parts if part) for parts in (told, kind)]


def visit_lines(visits: Sequence[VisitView]) -> list[GlanceLine]:
    """The last visits."""
    return [
        GlanceLine(
            _day(visit.visited_on),
            " · ".join(part for part in (_outcome(visit), _told(visit)) if part) or _NOTHING,
            visit.rep,
            "faint" if visit.not_visited else "ink",
            Goal(VISITS, visit.visited_on, visit.record_no),
        )
        for visit in visits
    ]


def promise_lines(seen: Glance, today: date) -> list[GlanceLine]:
    """What is promised and not kept; what is due already in red."""
    return [
        GlanceLine(
            _day(promise.due_on),
            promise_text(promise),
            ink="overdue"
            if promise.due_on < today
            else "out"
            if promise.due_on == today
            else "ink",
        )
        for promise in seen.promises
    ]


def loan_lines(loans: Sequence[LoanLine]) -> list[GlanceLine]:
    """The last stays of the card outside the cabinet."""
    return [_loan_line(loan) for loan in loans]


def change_lines(seen: Glance) -> list[GlanceLine]:
    """The last changes, one line each."""
    view = seen.view
    return [
        GlanceLine(
            f"{row.changed_at:%Y-%m-%d}",
            f"{path_name(view.kind, row.field, view.children)}  "
            + words("Glance", _CHANGE).format(
                old=_one(view, row.field, row.old), new=_one(view, row.field, row.new)
            ),
            row.changed_by,
            "out" if row.field in view.changed else "ink",
            Goal(HISTORY),
        )
        for row in seen.revisions
    ]


def proposal_lines(seen: Glance) -> list[GlanceLine]:
    """Changes that wait to be decided."""
    return [
        GlanceLine(
            f"{one.made_at:%Y-%m-%d}",
            waiting_fields(one),
            one.proposer,
            "out",
            Goal(PROPOSALS, None, one.proposal_no),
        )
        for one in seen.proposals
    ]


def _account(balance: Balance | None) -> list[Figure]:
    """Balance and what of it is overdue; nothing where it may not be seen."""
    if balance is None:
        return []
    as_of = words("Glance", _AS_OF).format(day=_day(balance.as_of))
    bucket = _BUCKETS.get(balance.worst_bucket)
    worst = words(bucket.context, bucket.label) if bucket else ""
    return [
        Figure(words("Glance", mark("Glance", "Balance")), yuan(balance.balance), as_of),
        Figure(
            words("Glance", mark("Glance", "Of it overdue")),
            yuan(balance.overdue),
            worst,
            "overdue" if balance.overdue else "home",
        ),
    ]


def _about_plan(seen: Glance) -> str:
    following = seen.next_visit
    if following is None:
        return ""
    parts = [following.starts_at, following.rep]
    if not following.approved:
        parts.append(words("Glance", _DRAFT_PLAN))
    return " · ".join(part for part in parts if part)


def _loan_line(loan: LoanLine) -> GlanceLine:
    if loan.returned_at is None:
        text = words("Glance", _OUT).format(due=_moment(loan.due_at))
    else:
        text = words("Glance", _BACK).format(back=_moment(loan.returned_at))
    marks = ((loan.is_late, _LATE), (loan.record_missing, _NO_RECORD))
    parts = [text, *(words("Glance", name) for holds, name in marks if holds)]
    bad = loan.is_late or loan.record_missing
    ink = "overdue" if bad else "out" if loan.returned_at is None else "ink"
    return GlanceLine(
        _day(loan.day), " · ".join(parts), loan.borrower, ink,
        Goal(LOANS, loan.day, str(loan.loan_no)),
    )  # fmt: skip


def _outcome(visit: VisitView) -> str:
    """Whether its purpose was reached, in words that need no heading."""
    outcome = _OUTCOMES.get(str(visit.values.get("outcome") or ""))
    return words("Glance", outcome) if outcome and not visit.not_visited else outcome_text(visit)


def _told(visit: VisitView) -> str:
    """The first words that were written down of a visit."""
    texts = (str(visit.values.get(name) or "") for name in _TOLD_OF_A_VISIT)
    return one_line(next((text for text in texts if text), ""))


def _one(view: CardView, path: str, text: str) -> str:
    return one_line(path_text(view.kind, path, text)) or _NOTHING


def _shown(view: CardView, identifier: str) -> str:
    value = view.values.get(identifier)
    return show(field(view.kind, identifier), value, words) if value is not None else ""


def _address(view: CardView) -> str:
    return str(view.values.get("biz_address") or view.values.get("home_address") or "")


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else _NOTHING


def _moment(moment: datetime) -> str:
    return f"{moment:%m-%d %H:%M}"


def _days_ago(day: date | None, today: date) -> str:
    if day is None:
        return ""
    days = (today - day).days
    near = (mark("Glance", "today"), mark("Glance", "yesterday"))
    text = near[days] if 0 <= days < len(near) else mark("Glance", "{days} days ago")
    return words("Glance", text).format(days=days)

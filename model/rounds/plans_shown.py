"""A plan and its lines as people read them: plain values, for window, paper and command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of why a customer is on the plan, or is not.

    Attributes:
        code: what it is; `model.rounds.reasons` has the words, e.g. `visit_due`, `promise_due`,
            `no_room`.
        points: points of the score it brings, with one decimal; None for a reason without points.
        facts: facts for the sentence, e.g. {"days": 11, "interval": 7}.
    """

    code: str
    points: Decimal | None = None
    facts: dict[str, object] | None = None


@dataclass(frozen=True)
class LineView:
    """One visit of a plan; everything in it is DC1 or DC4.

    Attributes:
        seq: visiting order from 1.
        card_no: the card's number.
        location: its place in the cabinet, `1-03-012`.
        name: full name of the customer.
        short_name: short name, or the full one where there is none.
        kind: `company` or `individual`.
        abc_class: A, B, C, N or P, or empty.
        district: name of the district.
        state: `planned`, `visited`, `not_visited`, `cancelled` or `rescheduled`.
        custody: state of the card now: `in_cabinet`, `reserved`, `out`, `overdue`, `sealed` …
        holder: who has the card out, or for whom it is reserved today; may be empty.
        out_since: since when it is out.
        starts_at: "09:40", or empty while the line is not timed.
        appointment: "14:00" agreed with the customer, or empty.
        stay_minutes: minutes of the visit.
        travel_minutes: minutes of the way to it.
        purposes: codes of `model.rounds.choices.PURPOSES`.
        purpose_note: free words.
        must_visit: 必访.
        score: points, one decimal.
        reasons: why it is there.
        by_hand: added by a person.
        read: 已阅.
        struck_reason: why it was struck, of a cancelled or rescheduled line.
        balance: what the customer owes in yuan, or None.
        overdue: what of it is overdue, or None.
        promises: open promises due on or before the day: (description, due date).
        has_record: a visit record of that day is there.
    """

    seq: int
    card_no: str
    location: str
    name: str
    short_name: str
    kind: str
    abc_class: str
    district: str
    state: str
    custody: str
    holder: str
    out_since: datetime | None
    starts_at: str
    appointment: str
    stay_minutes: int
    travel_minutes: int
    purposes: tuple[str, ...]
    purpose_note: str
    must_visit: bool
    score: Decimal
    reasons: tuple[Reason, ...]
    by_hand: bool
    read: bool
    struck_reason: str
    balance: Decimal | None
    overdue: Decimal | None
    promises: tuple[tuple[str, date], ...]
    has_record: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate who is not on the plan, and why not."""

    card_no: str
    name: str
    abc_class: str
    district: str
    must_visit: bool
    score: Decimal
    reasons: tuple[Reason, ...]
    why_not: Reason


@dataclass(frozen=True)
class PlanView:
    """One rep's plan of one day.

    Attributes:
        plan_no: `RB20260316-03`; empty for a suggestion that nobody has made a plan of.
        plan_date: its day.
        rep: the rep's name.
        state: `draft` or `approved`; empty for a suggestion.
        lines: by visiting order, struck ones last.
        left_out: candidates without a place, 必访 first, then by score.
        made_by: who made it, and when.
        approved_by: who approved it, and when; empty while nobody has.
        on_paper: 书面批准, recorded by `recorded_by`.
        confirmed: the approval on paper was confirmed by `approved_by`.
        leaves_at: "09:00".
        back_at: "17:10".
        stay_minutes: of all open lines.
        travel_minutes: of all ways, the way home among them.
        capacity: minutes of a day for both.
    """

    plan_no: str
    plan_date: date
    rep: str
    state: str
    lines: tuple[LineView, ...]
    left_out: tuple[LeftOut, ...]
    made_by: str
    made_at: datetime | None
    approved_by: str
    approved_at: datetime | None
    on_paper: bool
    recorded_by: str
    confirmed: bool
    leaves_at: str
    back_at: str
    stay_minutes: int
    travel_minutes: int
    capacity: int

    @property
    def open_lines(self) -> tuple[LineView, ...]:
        """The lines that were not struck."""
        return tuple(one for one in self.lines if one.state not in {"cancelled", "rescheduled"})

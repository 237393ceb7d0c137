"""The words for why a customer is on a plan, or is not; and reasons as a plan's line keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from model.rounds.plans_shown import Reason
from model.words import Words, mark

WHY: dict[str, str] = {
    "visit_due": mark("PlanReason", "last visit {days} d ago, interval {interval} d"),
    "never_visited": mark("PlanReason", "never visited yet"),
    "debt": mark("PlanReason", "overdue debt"),
    "debt_bucket": mark("PlanReason", "debt overdue {bucket}"),
    "promise_due": mark("PlanReason", "promise due today"),
    "promise_late": mark("PlanReason", "promise of {on}, {days} d late"),
    "class": mark("PlanReason", "class {abc_class}"),
    "prospect": mark("PlanReason", "prospect"),
    "key_account": mark("PlanReason", "key account"),
    "stock_low": mark("PlanReason", "dealer stock below need"),
    "contract_ends": mark("PlanReason", "contract ends on {on}"),
    "care_day": mark("PlanReason", "day of care"),
    "incomplete": mark("PlanReason", "card only {percent}% complete"),
    "claim_open": mark("PlanReason", "claim open for {days} d"),
    "agreed_visit": mark("PlanReason", "visit agreed for {on}"),
    "settle_day": mark("PlanReason", "settlement day"),
    "by_hand": mark("PlanReason", "added by {by}"),
}
"""Why a line is there."""

WHY_NOT: dict[str, str] = {
    "no_room": mark("PlanReason", "no room left in the day"),
    "too_many_visits": mark("PlanReason", "{most} visits are planned already"),
    "agreed_later": mark("PlanReason", "next visit agreed for {on}"),
    "not_route_day": mark("PlanReason", "route day: {weekdays}"),
    "planned_already": mark("PlanReason", "on the plan of {on}"),
    "off_route": mark("PlanReason", "district is not on the route"),
    "appointment_missed": mark("PlanReason", "not to be reached by {at}"),
    "card_out": mark("PlanReason", "card is out with {holder}"),
    "overdue": mark("PlanReason", "card is overdue with {holder}"),
    "lost": mark("PlanReason", "card is lost"),
    "sealed": mark("PlanReason", "card is sealed"),
    "moved_to": mark("PlanReason", "moved to {on}"),
    "kept_for": mark("PlanReason", "card is kept for {rep} ({plan_no})"),
    "handed_over": mark("PlanReason", "customer of {rep} now"),
}
"""Why a candidate is not on the plan, or is no longer."""

_TEXTS = WHY | WHY_NOT

_BUCKETS = {
    "d1_30": mark("CardChoice", "1–30 days"),
    "d31_60": mark("CardChoice", "31–60 days"),
    "d61_90": mark("CardChoice", "61–90 days"),
    "d91_180": mark("CardChoice", "91–180 days"),
    "d181_up": mark("CardChoice", "Over 180 days"),
}
_WEEKDAYS = (
    mark("PlanReason", "Mon"),
    mark("PlanReason", "Tue"),
    mark("PlanReason", "Wed"),
    mark("PlanReason", "Thu"),
    mark("PlanReason", "Fri"),
    mark("PlanReason", "Sat"),
    mark("PlanReason", "Sun"),
)
_JOINT = mark("PlanReason", ", ")


def reason_text(reason: Reason, words: Words) -> str:
    """A reason in the reader's language, without its points.

    Args:
        reason: of a line or of a candidate left out.
        words: the reader's language.
    """
    facts = {name: _fact(name, value, words) for name, value in (reason.facts or {}).items()}
    return words("PlanReason", _TEXTS[reason.code]).format_map(facts)


def weekday_name(weekday: int, words: Words) -> str:
    """The short name of a weekday; 0 is Monday."""
    return words("PlanReason", _WEEKDAYS[weekday])


def _fact(name: str, value: object, words: Words) -> str:
    """One fact as words."""
    if name == "weekdays" and isinstance(value, list):
        return words("PlanReason", _JOINT).join(weekday_name(one, words) for one in value)
    if name == "bucket":
        return words("CardChoice", _BUCKETS[str(value)])
    return str(value)


def pack(reasons: Iterable[Reason]) -> str:
    """Reasons as the text that a plan's line keeps."""
    parts = [
        {
            "part": one.code,
            "points": None if one.points is None else str(one.points),
            **(one.facts or {}),
        }
        for one in reasons
    ]
    return json.dumps(parts, ensure_ascii=False)


def unpack(text: str) -> tuple[Reason, ...]:
    """Reasons out of the text that a plan's line keeps."""
    return tuple(_unpacked(part) for part in json.loads(text))


def moved_to(text: str) -> date | None:
    """The day to which a line was moved, out of the reasons that it keeps."""
    for part in json.loads(text):
        if part["part"] == "moved_to":
            return date.fromisoformat(part["on"])
    return None


def _unpacked(part: dict[str, object]) -> Reason:
    code, points = part.pop("part"), part.pop("points")
    return Reason(str(code), None if points is None else Decimal(str(points)), part or None)

"""The score of a customer for a day (domain.md §6.2): a pure function of plain facts.

Points are counted in whole tenths, so that no part is rounded twice.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from model.cards.lunar import is_lunar, next_birthday
from model.rounds.plans_shown import Reason
from model.rounds.policy import Policy

_FACTORS = {"A": 10, "B": 8, "P": 6, "C": 5}  # tenths
_CLASS_POINTS = {"A": 20, "B": 10, "C": 0, "P": 5}
UNKNOWN = "unknown"
CARE_DAYS = 3
_BUCKET_POINTS = {UNKNOWN: 10, "d1_30": 10, "d31_60": 20, "d61_90": 30, "d91_180": 40,
                  "d181_up": 50}  # fmt: skip
_OLD_DEBT = frozenset({"d61_90", "d91_180", "d181_up"})
_VISIT_POINTS, _MOST_RATIO = 40, 2
_PROMISE_POINTS, _POINTS_A_DAY_LATE, _MOST_FOR_PROMISE = 30, 5, 50
_UNSEEN_DAYS = _OLD_CLAIM_DAYS = 7
_CONTRACT_DAYS = 30
_FULL_ENOUGH = 600  # tenths of a percent


class Facts(NamedTuple):
    """What is known of a customer on a day; what is not known stays as it is here.

    Attributes:
        plan_class: A, B, C or P: as which class he is planned (`policy.plans_as`).
        last_visit_on: day of the last visit.
        bucket: worst ageing bucket of his overdue debt, `unknown`, or empty without one.
        promises: days on which open promises are due.
        agreed_on: the next visit as it was last agreed.
        settle_day: day of the month on which he pays, while he owes something; 31 = month end.
        key_account: 大客户.
        care_day: a birthday or anniversary is within three days.
        completeness: of the card, in tenths of a percent.
        stock_low: dealer stock below need.
        contract_ends_on: end of the running contract.
        claim_since: day of the oldest open claim.
    """

    plan_class: str
    last_visit_on: date | None = None
    bucket: str = ""
    promises: tuple[date, ...] = ()
    agreed_on: date | None = None
    settle_day: int | None = None
    key_account: bool = False
    care_day: bool = False
    completeness: int = 1000
    stock_low: bool = False
    contract_ends_on: date | None = None
    claim_since: date | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How much a visit is worth on a day.

    Attributes:
        points: the sum, with one decimal.
        parts: where they come from, and what fixes the day, as reasons.
        must_visit: 必访, whatever the points.
        days: since the last visit; two intervals for who was never visited.
        interval: of his class.
    """

    points: Decimal
    parts: tuple[Reason, ...]
    must_visit: bool
    days: int
    interval: int

    @property
    def ratio(self) -> Fraction:
        """Days since the last visit ÷ interval: r of domain.md §6.2."""
        return Fraction(self.days, self.interval)


def score(facts: Facts, day: date, policy: Policy) -> Score:
    """Count a customer's points for a day, each part a reason.

    Args:
        facts: what is known of him.
        day: the day of the visit.
        policy: intervals by class.
    """
    parts = tuple(_parts(facts, day, policy))
    points = sum((part.points for part in parts if part.points is not None), Decimal("0.0"))
    interval = policy.intervals[facts.plan_class]
    return Score(
        points,
        parts,
        must_visit(facts, day, policy),
        _days_since(facts.last_visit_on, day, interval),
        interval,
    )


def must_visit(facts: Facts, day: date, policy: Policy) -> bool:
    """Whether he is 必访 on a day, whatever his points (domain.md §6.2)."""
    if any(due <= day for due in facts.promises):
        return True
    interval = policy.intervals[facts.plan_class]
    if facts.plan_class == "A" and _days_since(facts.last_visit_on, day, interval) >= interval:
        return True
    unseen = facts.last_visit_on is None or (day - facts.last_visit_on).days >= _UNSEEN_DAYS
    return (facts.bucket in _OLD_DEBT and unseen) or _old_claim(facts, day) is not None


def is_due(facts: Facts, day: date, policy: Policy) -> bool:
    """Whether r ≥ 0.6: from then on a visit brings points."""
    interval = policy.intervals[facts.plan_class]
    return 10 * _days_since(facts.last_visit_on, day, interval) >= 6 * interval


def is_fixed(facts: Facts, day: date) -> bool:
    """Whether something fixes the visit for the day, on route or not (domain.md §6.3, rule 2)."""
    return _agreed(facts, day) or _settles(facts, day)


def agreed_later(facts: Facts, day: date) -> bool:
    """Whether the customer agreed to a visit after the day."""
    return facts.agreed_on is not None and facts.agreed_on > day


def _days_since(last_visit_on: date | None, day: date, interval: int) -> int:
    """Days since the last visit, as if two intervals ago for who was never visited."""
    if last_visit_on is None:
        return _MOST_RATIO * interval
    return max((day - last_visit_on).days, 0)


def _parts(facts: Facts, day: date, policy: Policy) -> Iterator[Reason]:
    """Every part, in the order of domain.md §6.2; then what fixes the day."""
    yield from _visit(facts, day, policy)
    if facts.bucket == UNKNOWN:
        yield _reason("debt", 10 * _BUCKET_POINTS[UNKNOWN])
    elif facts.bucket in _BUCKET_POINTS:
        yield _reason("debt_bucket", 10 * _BUCKET_POINTS[facts.bucket], bucket=facts.bucket)
    yield from _promise(facts, day)
    if worth := _CLASS_POINTS[facts.plan_class]:
        if facts.plan_class == "P":
            yield _reason("prospect", 10 * worth)
        else:
            yield _reason("class", 10 * worth, abc_class=facts.plan_class)
    yield from _extras(facts, day)
    if _agreed(facts, day):
        yield Reason("agreed_visit", None, {"on": str(facts.agreed_on)})
    if _settles(facts, day):
        yield Reason("settle_day")


def _visit(facts: Facts, day: date, policy: Policy) -> Iterator[Reason]:
    """Visit points: 40 × min(r, 2) × the factor of the class, half a tenth rounded up."""
    if not is_due(facts, day, policy):
        return
    interval = policy.intervals[facts.plan_class]
    days = _days_since(facts.last_visit_on, day, interval)
    counted = min(days, _MOST_RATIO * interval)
    tenths = 2 * _VISIT_POINTS * counted * _FACTORS[facts.plan_class]
    points = (tenths + interval) // (2 * interval)
    if facts.last_visit_on is None:
        yield _reason("never_visited", points)
    else:
        yield _reason("visit_due", points, days=days, interval=interval)


def _promise(facts: Facts, day: date) -> Iterator[Reason]:
    """The highest of the promises due: the one that is late the longest."""
    due = min((due for due in facts.promises if due <= day), default=None)
    if due is None:
        return
    late = (day - due).days
    points = min(_PROMISE_POINTS + _POINTS_A_DAY_LATE * late, _MOST_FOR_PROMISE)
    if late:
        yield _reason("promise_late", 10 * points, on=str(due), days=late)
    else:
        yield _reason("promise_due", 10 * points)


def _extras(facts: Facts, day: date) -> Iterator[Reason]:
    """Extra points."""
    if facts.key_account:
        yield _reason("key_account", 100)
    if facts.stock_low:
        yield _reason("stock_low", 150)
    ends = facts.contract_ends_on
    if ends is not None and 0 <= (ends - day).days <= _CONTRACT_DAYS:
        yield _reason("contract_ends", 100, on=str(ends))
    if facts.care_day:
        yield _reason("care_day", 50)
    if facts.completeness < _FULL_ENOUGH:
        yield _reason("incomplete", 50, percent=facts.completeness // 10)
    if (days := _old_claim(facts, day)) is not None:
        yield _reason("claim_open", 100, days=days)


def _old_claim(facts: Facts, day: date) -> int | None:
    """Days that the oldest claim has been open, if they are too many."""
    if facts.claim_since is None:
        return None
    days = (day - facts.claim_since).days
    return days if days > _OLD_CLAIM_DAYS else None


def _agreed(facts: Facts, day: date) -> bool:
    """A visit was agreed for the day or earlier, and has not taken place."""
    agreed, seen = facts.agreed_on, facts.last_visit_on
    return agreed is not None and agreed <= day and (seen is None or seen < agreed)


def _settles(facts: Facts, day: date) -> bool:
    """It is the customer's settlement day; in a shorter month its last day stands for it."""
    if facts.settle_day is None:
        return False
    return day.day == min(facts.settle_day, calendar.monthrange(day.year, day.month)[1])


def is_near(born: str, near: Collection[str], day: date) -> bool:
    """Whether a birthday, by either calendar, is within three days of a day.

    Args:
        born: the birth date as it is kept.
        near: what `near_days` says of that day.
        day: the day.
    """
    if not is_lunar(born):
        return born[5:] in near
    care = timedelta(days=CARE_DAYS)
    kept_on = next_birthday(born, day - care)
    return kept_on is not None and kept_on <= day + care


def near_days(day: date) -> tuple[str, ...]:
    """The days of the year, as `03-16`, that are within three days of a day: 关怀日.

    In other years than leap years the 28th of February stands for the 29th too.
    """
    around = range(-CARE_DAYS, CARE_DAYS + 1)
    near = {f"{day + timedelta(days=ahead):%m-%d}" for ahead in around}
    if "02-28" in near:
        near.add("02-29")
    return tuple(sorted(near))


def _reason(code: str, tenths: int, **facts: object) -> Reason:
    return Reason(code, Decimal(tenths).scaleb(-1), facts or None)

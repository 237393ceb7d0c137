"""How a customer of the sample office stands: status, class, last visit, promises, money.

A rep has the round that domain.md §6.3 calls nearly full: 10 A, 25 B and 40 C customers. The rest
of his cards are prospects, dormant customers, and a few small ones who only order by phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

ROUND = {"A": 10, "B": 25, "C": 40}
ROUND_SIZE = sum(ROUND.values())
_ROUND_SHARE = 0.3  # of a rep's cards, when he has so few that a full round would be all of them
_PHONE_SHARE = 0.05

# Days since the last visit: usual interval and how far it is stretched (domain.md §6.1).
_INTERVAL = {"A": 7, "B": 14, "N": 14, "C": 30}
_YEARLY_SALES = {"A": (120, 420), "B": (25, 110), "C": (3, 24), "N": (2, 20)}  # thousand yuan


@dataclass(frozen=True)
class Standing:
    """How one customer stands.

    Attributes:
        status: `current`, `prospect`, `future` or `interrupted`.
        abc_class: A, B, C, N or P.
        care: how well the card is kept, from 0 to 1.
        last_visit_on: day of the last visit, if there was one.
        first_trade_on: since when there is trade, if there is.
        yearly: net sales by year in yuan, oldest year first.
        by_phone: a small customer whom nobody visits.
    """

    status: str
    abc_class: str
    care: float
    last_visit_on: date | None
    first_trade_on: date | None
    yearly: dict[int, Decimal]
    by_phone: bool = False


@dataclass(frozen=True)
class Told:
    """How a customer stands, and what is promised him now: what, and for which day."""

    standing: Standing
    promise: tuple[str, date] | None


def standings(random: Random, count: int, today: date) -> Iterator[Standing]:
    """How the customers of one rep stand.

    Args:
        random: the sample's dice.
        count: how many cards he has.
        today: the office's calendar day.
    """
    on_round = min(ROUND_SIZE, round(count * _ROUND_SHARE))
    for klass, share in ROUND.items():
        for number in range(round(on_round * share / ROUND_SIZE)):
            # One in eight of the middling customers is new and has no class of his own yet.
            yield _current(random, "N" if klass == "B" and number % 8 == 3 else klass, today)
    left = count - sum(round(on_round * share / ROUND_SIZE) for share in ROUND.values())
    by_phone = round(on_round * _PHONE_SHARE)
    for number in range(left):
        if number < by_phone:
            yield _by_phone(random, today)
        elif random.random() < 0.65:
            yield _prospect(random, today)
        else:
            yield _dormant(random, today)


def _current(random: Random, klass: str, today: date) -> Standing:
    """A customer on the round."""
    interval = _INTERVAL[klass]
    # Most are in time, some are late, as at the end of any week.
    days = round(interval * random.choice((0.2, 0.4, 0.6, 0.8, 0.9, 1.0, 1.1, 1.4, 1.8)))
    years = 0 if klass == "N" else random.randrange(1, 12)
    since = today - timedelta(days=random.randrange(15, 85) if not years else 365 * years + 40)
    care = {"A": 0.93, "B": 0.8, "C": 0.6, "N": 0.62}[klass] + random.uniform(-0.1, 0.06)
    sales = _sales(random, _YEARLY_SALES[klass], since, today)
    return Standing("current", klass, care, working_day(today, days + 1), since, sales)


def _by_phone(random: Random, today: date) -> Standing:
    """One of the last of class C."""
    since = today - timedelta(days=365 * random.randrange(2, 9))
    seen = working_day(today, random.randrange(95, 220))
    sales = _sales(random, (0, 2), since, today)
    return Standing("current", "C", random.uniform(0.4, 0.6), seen, since, sales, by_phone=True)


def _prospect(random: Random, today: date) -> Standing:
    """A prospect, or one whose need comes later."""
    status = "future" if random.random() < 0.15 else "prospect"
    seen = working_day(today, random.randrange(8, 300)) if random.random() < 0.6 else None
    return Standing(status, "P", random.uniform(0.2, 0.62), seen, None, {})


def _dormant(random: Random, today: date) -> Standing:
    """A customer who has stopped buying at least half a year ago; his card is kept for ever."""
    silent = random.randrange(200, 1500)
    seen = working_day(today, silent)
    since = seen - timedelta(days=365 * random.randrange(1, 7))
    sales = _sales(random, (4, 60), since, seen)
    klass = random.choice("BCCC")
    return Standing("interrupted", klass, random.uniform(0.35, 0.75), seen, since, sales)


def working_day(today: date, days: int) -> date:
    """The day so many days ago, or the Friday before it."""
    day = today - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _sales(random: Random, bounds: tuple[int, int], since: date, until: date) -> dict[int, Decimal]:
    """Net sales of up to four years; the first and the last are cut by the calendar."""
    usual = random.uniform(*bounds) * 1000
    found = {}
    for year in range(max(since.year, until.year - 3), until.year + 1):
        first = max(since, date(year, 1, 1))
        last = min(until, date(year, 12, 31))
        share = ((last - first).days + 1) / 366
        found[year] = Decimal(round(usual * share * random.uniform(0.8, 1.2)))
    return found


@dataclass(frozen=True)
class Balance:
    """What a customer owes, as a snapshot says."""

    balance: Decimal
    overdue: Decimal
    worst_bucket: str


# Old debts are visited every week (domain.md §6.2): an office that works has few of them.
_BUCKETS = ("d1_30",) * 13 + ("d31_60",) * 4 + ("d61_90", "d61_90", "d91_180")


def balance_of(random: Random, standing: Standing) -> Balance | None:
    """What this customer owes, if anything is known of it."""
    chance = {"current": 0.6, "interrupted": 0.015}.get(standing.status, 0.0)
    if random.random() >= chance or not standing.yearly:
        return None
    month = max(standing.yearly.values()) / 12
    owed = _to_fen(month * Decimal(random.randrange(30, 260)) / 100)
    if standing.status == "current" and random.random() < 0.7:
        return Balance(owed, Decimal(0), "not_due")
    late = _to_fen(owed * Decimal(random.randrange(15, 100)) / 100)
    bucket = "d181_up" if standing.status == "interrupted" else random.choice(_BUCKETS)
    return Balance(owed, late, bucket)


def _to_fen(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


_PROMISES = (
    "回复报价单", "送两条样胎试用", "带技术员上门看磨损", "补开上月发票", "换回错发的轮毂",
    "送新产品目录", "答复账期申请", "约车队长见面", "月底前付清欠款", "核对对账单",
    "安排年检前的保养", "把旧胎的退货单送到",
)  # fmt: skip


def promise_of(random: Random, standing: Standing, today: date) -> tuple[str, date] | None:
    """An open promise and its day, or none."""
    chance = {"A": 0.22, "B": 0.14, "N": 0.2, "C": 0.06}.get(standing.abc_class, 0.03)
    if standing.status == "interrupted" or random.random() >= chance:
        return None
    due = today + timedelta(days=random.randrange(-4, 14))
    # Nobody promises anything for a Sunday.
    return random.choice(_PROMISES), due + timedelta(days=max(0, due.weekday() - 5))

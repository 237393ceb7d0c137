"""One card of the sample office: who the customer is and what the rep has written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from model.cards.choices import INTRODUCING_METHODS, TRADE_TYPES
from model.cards.definition import CardKind, Need
from model.cards.fields import fields_of
from model.cards.lunar import LUNAR
from model.upkeep import sample_names as names
from model.upkeep import sample_texts as texts
from model.upkeep.sample_staff import Place
from model.upkeep.sample_trade import Standing

Row = dict[str, Any]


@dataclass
class SampleCard:
    """A card before it is filed.

    Attributes:
        kind: company or individual.
        values: what stands in its cells.
        explicit: identifier -> `none` or `not_applicable`.
        children: rows of its child tables; the first contact is the primary one.
    """

    kind: CardKind
    values: Row
    explicit: dict[str, str] = field(default_factory=dict)
    children: dict[str, list[Row]] = field(default_factory=dict)


@dataclass
class Setting:
    """What a card's makers have to know.

    Attributes:
        random: the sample's dice.
        today: the office's calendar day.
        place: the customer's district.
        standing: how the customer stands.
        taken: names and numbers that other cards have.
    """

    random: Random
    today: date
    place: Place
    standing: Standing
    taken: set[str]

    def unique(self, make: Callable[[], str]) -> str:
        """Something that no other card has."""
        while (made := make()) in self.taken:
            pass
        self.taken.add(made)
        return made

    def one_of(self, several: tuple[str, ...]) -> str:
        """One of several texts."""
        return self.random.choice(several)

    def rating(self, usual: int = 3) -> int:
        """A rating around the usual one."""
        return min(5, max(1, usual + self.random.choice((-1, 0, 0, 1))))

    def mobile(self) -> str:
        """A mobile number that nobody has."""
        return self.unique(lambda: names.mobile(self.random))

    def landline(self) -> str:
        """A landline number that nobody has."""
        return self.unique(lambda: names.landline(self.random, self.place.area_code))

    def address(self) -> str:
        """An address in the customer's district."""
        return self.unique(lambda: self.place.address + names.street(self.random))

    def days_ago(self, most: int) -> date:
        """A day not longer ago than that."""
        return self.today - timedelta(days=self.random.randrange(1, most))


def head(about: Setting, channel: str) -> Row:
    """The card head, apart from rep and district."""
    random, standing = about.random, about.standing
    methods = tuple(texts.SOURCE_DETAILS)
    method = random.choice(methods)
    values: Row = {
        "relationship_status": standing.status,
        "channel_type": channel,
        "abc_class": standing.abc_class,
        "source_method": method,
        "source_detail": about.one_of(texts.SOURCE_DETAILS[method]),
        "is_focus": standing.abc_class == "A" or random.random() < 0.03,
        "is_key_account": standing.abc_class == "A" and random.random() < 0.1,
    }
    if channel == "agent":
        values["agent_kind"] = random.choice(("manufacturer_agent", "selling_agent"))
    if method in INTRODUCING_METHODS:
        values["referrer"] = names.person_name(random, random.choice(("male", "female")))
    if random.random() < 0.22:
        # A large office needs more numbers than three cabinets of nine hundred had.
        numbers = max(900, len(about.taken) // 20)
        values["legacy_no"] = about.unique(
            lambda: f"{random.choice('蓝黄绿')}-{random.randrange(1, numbers):03d}"
        )
    return values


def contact(about: Setting, number: int) -> Row:
    """One person at a company; the first is the primary contact."""
    random = about.random
    gender = random.choice(("male", "male", "female"))
    title, roles = random.choice(texts.ROLE_TITLES)
    row: Row = {
        "name": names.person_name(random, gender),
        "title": title,
        "roles": roles,
        "gender": gender,
        "mobile": about.mobile(),
        "influence": about.rating(4),
        "attitude": random.choice(("supportive", "neutral", "neutral", "opposed")),
        "is_primary": number == 0,
        "is_key_person": number == 0 and about.standing.care > 0.7,
    }
    if random.random() < about.standing.care - 0.2:
        row |= _private(about)
    return row


def _private(about: Setting) -> Row:
    """What is known of somebody's life."""
    random = about.random
    return {
        "birth_date": as_told(_partial_date(random, about.today.year - random.randrange(26, 62))),
        "native_place": about.one_of(texts.NATIVE_PLACES),
        "education": random.choice(("junior", "secondary", "college", "bachelor")),
        "experience": about.one_of(texts.EXPERIENCES),
        "personality": about.one_of(texts.PERSONALITIES),
        "hobbies": about.one_of(texts.HOBBIES),
        "family": about.one_of(texts.FAMILIES),
        "views": about.one_of(texts.VIEWS),
    }


def _partial_date(random: Random, year: int) -> str:
    """A date known to the day, the month or the year."""
    day = f"{year}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
    return day[: random.choice((4, 7, 10, 10))]


def partial_date(about: Setting, years_ago: tuple[int, int]) -> str:
    """A date between so many years ago, often known to the month or year only."""
    return _partial_date(about.random, about.today.year - about.random.randrange(*years_ago))


def as_told(born: str) -> str:
    """A birthday by the calendar in which it was told: one in eight by the lunar one."""
    if len(born) < len("1985-07-09") or Random(born).random() > _BY_LUNAR_CALENDAR:
        return born
    return f"{LUNAR}{born}"


def investments(about: Setting, whom: str) -> list[Row]:
    """What was spent on the customer: more on those who buy, and whose cards are kept well.

    Its dice are the customer's own, so that it changes no other fact of the sample.
    """
    random, standing = Random(f"spent on {whom}"), about.standing
    if not standing.yearly or random.random() > standing.care - 0.3:
        return []
    chosen = random.sample(texts.SPENDINGS, random.choice((1, 1, 2, 3)))
    return [
        {
            "spent_on": about.today - timedelta(days=random.randrange(5, 500)),
            "investment_kind": kind,
            "amount": Decimal(random.randrange(4, 120) * 25),
            "spent_for": purpose,
            "approved_by": random.choice(texts.APPROVERS),
            "effect": effect,
        }
        for kind, purpose, effect in chosen
    ]


def needs(about: Setting) -> list[Row]:
    """The lines of the needs table; the first is the most important."""
    random = about.random
    chosen = random.sample(texts.NEEDS, random.choice((1, 1, 2, 3)))
    return [
        {
            "description": need,
            "importance": 5 if not number else about.rating(3),
            "is_top": number == 0,
            "our_rate": Decimal(random.randrange(4, 20) * 5),
            "rival_rate": Decimal(random.randrange(4, 20) * 5),
            "value_sought": value,
            "action": action,
            "asked_on": about.days_ago(400),
        }
        for number, (need, value, action) in enumerate(chosen)
    ]


def competitor_sales(about: Setting, observer: int) -> list[Row]:
    """What rivals sell at this customer."""
    random = about.random
    chosen = random.sample(texts.RIVALS, random.choice((1, 1, 2, 3)))
    return [
        {
            "brand": brand,
            "maker": maker,
            "product": about.one_of(texts.RIVAL_PRODUCTS),
            "monthly_qty": Decimal(random.randrange(1, 120)),
            "unit": "条",
            "price": Decimal(random.randrange(180, 2600)),
            "our_qty": Decimal(random.randrange(0, 60)),
            "opinion": about.one_of(texts.OPINIONS),
            "promo": about.one_of(texts.PROMOS),
            "observed_on": about.days_ago(300),
            "observed_by": observer,
        }
        for brand, maker in chosen
    ]


def sales_history(about: Setting) -> list[Row]:
    """The yearly results, newest year first as on the paper."""
    random = about.random
    return [
        {
            "year": year,
            "net_sales": sales,
            "collected": sales * Decimal(random.randrange(70, 101)) / 100,
            "category_demand": (sales * random.randrange(2, 9) / 10000).quantize(Decimal("0.01")),
        }
        for year, sales in sorted(about.standing.yearly.items(), reverse=True)
    ]


_BY_LUNAR_CALENDAR = 1 / 8
_WRITTEN_ANSWERS = ("fax", "parent_org", "market_plans", "website", "other_products")


def thinned(about: Setting, card: SampleCard) -> SampleCard:
    """The card as full as this customer's cards usually are.

    What is expected or optional is left out at random; on the worst kept cards a required cell
    is empty too, as on cards that were taken over from paper.
    """
    random, care = about.random, about.standing.care
    for one in fields_of(card.kind):
        name = one.identifier
        if one.need is Need.REQUIRED or name in _ALWAYS:
            continue
        if one.companion_of and one.companion_of not in card.values:
            card.values.pop(name, None)
        elif name in card.values and random.random() > _chance(care, one.need):
            del card.values[name]
            if care > 0.75 and name in _WRITTEN_ANSWERS:
                card.explicit[name] = "none"
    if care < 0.6 and random.random() < 0.45:
        card.values.pop(random.choice(_FORGOTTEN[card.kind]), None)
    return card


# What trading itself leaves behind is there, however badly a card is kept.
_ALWAYS = frozenset(
    """
    relationship_status abc_class legacy_no first_trade_on phone mobile short_name is_focus
    is_key_account referrer source_detail uscc legal_rep service_area agent_kind
    """.split()  # noqa: SIM905 - fourteen quoted names read worse
)
_FORGOTTEN: Mapping[CardKind, tuple[str, ...]] = {
    CardKind.COMPANY: ("main_business", "operator_name", "org_form", "uscc", "legal_rep"),
    CardKind.INDIVIDUAL: ("home_address", "channel_type"),
}


def _chance(care: float, need: Need) -> float:
    """How likely a cell is filled."""
    return min(0.98, care * (0.85 if need is Need.OPTIONAL else 1.05))


def is_trade(channel: str) -> bool:
    """Whether a customer of that type sells our goods on."""
    return channel in TRADE_TYPES

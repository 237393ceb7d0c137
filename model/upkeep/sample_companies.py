"""A company card of the sample office."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from model.cards.definition import CardKind
from model.cards.finding import normalised_name
from model.upkeep import sample_names as names
from model.upkeep import sample_texts as texts
from model.upkeep.sample_cards import (
    Row,
    SampleCard,
    Setting,
    competitor_sales,
    contact,
    head,
    investments,
    is_trade,
    needs,
    partial_date,
    sales_history,
    thinned,
)
from model.upkeep.sample_names import FirmName
from model.upkeep.sample_texts import Trade

_ENDINGS = {
    "limited": "有限公司",
    "joint_stock": "股份有限公司",
    "foreign_invested": "有限公司",
    "partnership": "商行(普通合伙)",
    "cooperative": "专业合作社",
    "sole_trader": "",
}
_LONGEST_SHORT_NAME = 12
_SHORT_NAMES_TRIED = 50


def company_card(about: Setting, observer: int) -> SampleCard:
    """A company as full as its standing lets expect.

    Args:
        about: place, standing and dice.
        observer: key of the rep, who has seen what rivals sell.
    """
    random, standing = about.random, about.standing
    trade = random.choice(texts.TRADES)
    org_form = random.choice(trade.org_forms)
    prospect = standing.status in {"prospect", "future"}
    contacts = [contact(about, number) for number in range(random.choice((1, 1, 2, 3)))]
    values = {
        **head(about, trade.channel),
        **_identity(about, trade, org_form, contacts),
        **_features(about, trade),
        **_business(about),
        **({} if prospect else _trading(about, trade, org_form)),
    }
    children = {"contacts": contacts, "needs": needs(about)}
    if standing.yearly:
        children["sales_history"] = sales_history(about)
        children["investments"] = investments(about, str(values["full_name"]))
    card = SampleCard(CardKind.COMPANY, values, {}, children)
    if random.random() < standing.care:
        children["competitor_sales"] = competitor_sales(about, observer)
    elif random.random() < 0.5:
        card.explicit["competitor_sales"] = "none"
    if random.random() > standing.care + 0.1:
        children["needs"] = []
    return thinned(about, card)


def _identity(about: Setting, trade: Trade, org_form: str, contacts: list[Row]) -> Row:
    """Names, numbers and addresses."""
    random, place = about.random, about.place
    word, full = _firm(about, trade, org_form)
    address = about.address()
    boss = names.person_name(random, random.choice(("male", "male", "female")))
    founded = partial_date(about, (13, 30))
    values: Row = {
        "full_name": full,
        "short_name": _short_name(about, word, trade),
        "org_form": org_form,
        "industry": trade.industry,
        "main_business": trade.business,
        "biz_address": address,
        "reg_address": address if random.random() < 0.7 else about.address(),
        "delivery_address": address if random.random() < 0.8 else about.address(),
        "postcode": place.postcode,
        "phone": about.landline(),
        "fax": about.landline(),
        "email": f"info@{word.letters}{random.randrange(10, 99)}.example",
        "website": f"www.{word.letters}{random.randrange(10, 99)}.example",
        "legal_rep": boss,
        "owner_name": boss,
        "operator_name": boss if random.random() < 0.5 else str(contacts[0]["name"]),
        "founded_on": founded,
        "parent_org": f"{place.city}{word.hanzi}集团",
        "uscc": about.unique(lambda: names.credit_code(random, org_form == "sole_trader")),
        "tax_type": "small_scale" if org_form == "sole_trader" else "general",
        "org_structure": "总经理—采购、仓库、车队;仓库主任报总经理",
    }
    return values | _means(about, org_form)


def _firm(about: Setting, trade: Trade, org_form: str) -> tuple[FirmName, str]:
    """The firm's word and full name; no other firm is called nearly the same."""
    for tries in count():
        word = names.firm_word(about.random)
        if tries >= _SHORT_NAMES_TRIED:
            # Of a hundred thousand firms not all can have a name of two or three hanzi.
            more = names.firm_word(about.random)
            word = FirmName(word.hanzi + more.hanzi, word.letters + more.letters)
        full = f"{about.place.city}{word.hanzi}{trade.name}{_ENDINGS[org_form]}"
        if org_form == "sole_trader":
            full = f"{about.place.district}{word.hanzi}{trade.name}"
        key = normalised_name(full)
        if key not in about.taken:
            about.taken.add(key)
            break
    return word, full


def _short_name(about: Setting, word: FirmName, trade: Trade) -> str:
    """A short name that no other card has."""
    for short in (f"{word.hanzi}{trade.name[:2]}", f"{about.place.district}{word.hanzi}"):
        if short not in about.taken:
            about.taken.add(short)
            return short[:_LONGEST_SHORT_NAME]
    return about.unique(lambda: f"{word.hanzi}{trade.name[:2]}{about.random.randrange(2, 99)}")


def _means(about: Setting, org_form: str) -> Row:
    """Money, people and premises."""
    random, year = about.random, about.today.year - 1
    size = 0.2 if org_form == "sole_trader" else random.choice((0.5, 1.0, 1.0, 2.0, 5.0))
    return {
        "reg_capital": Decimal(round(200 * size)),
        "total_assets": Decimal(round(600 * size * random.uniform(0.5, 1.8))),
        "total_assets_year": year,
        "annual_turnover": Decimal(round(900 * size * random.uniform(0.4, 2.2))),
        "annual_turnover_year": year,
        "employees": max(2, round(30 * size * random.uniform(0.4, 1.8))),
        "premises": random.choice(("owned", "leased", "leased")),
        "premises_area": max(40, round(800 * size * random.uniform(0.3, 1.6))),
        "bank_name": f"川西商业银行{about.place.district}支行",
        "bank_account": about.unique(lambda: names.bank_account(random)),
    }


def _features(about: Setting, trade: Trade) -> Row:
    """Section two of the card."""
    random = about.random
    values: dict[str, Any] = {
        "service_area": about.one_of(texts.AREAS),
        "sales_capacity": about.rating(),
        "growth_potential": about.rating(),
        "biz_philosophy": about.one_of(texts.PHILOSOPHIES),
        "biz_direction": about.one_of(texts.DIRECTIONS),
        "biz_policy": about.one_of(texts.POLICIES),
        "biz_plan": about.one_of(texts.PLANS),
        "biz_features": about.one_of(texts.SPECIAL),
        "customer_goal": about.one_of(texts.GOALS),
        "goal_plan": about.one_of(texts.GOAL_PLANS),
        "likes": about.one_of(texts.LIKES),
        "dislikes": about.one_of(texts.DISLIKES),
    }
    if is_trade(trade.channel):
        sellers = random.randrange(1, 15)
        values |= {
            "sales_capacity_note": f"自有{sellers}名业务员",
            "sales_force_size": sellers,
            "outlets": random.randrange(2, 90),
            "other_products": about.one_of(texts.OTHER_PRODUCTS),
        }
    return values


def _business(about: Setting) -> Row:
    """Section three, apart from its tables."""
    prospect = not about.standing.yearly
    relation = "none" if prospect else about.random.choice(("exclusive", "main", "regular"))
    return {
        "manager_quality": about.rating(),
        "staff_quality": about.rating(),
        "coop_attitude": about.rating(4),
        "our_relation": relation,
        "competitor_relation": about.one_of(texts.RIVAL_RELATIONS),
        "market_plans": about.one_of(texts.MARKET_PLANS),
        "problems": about.one_of(texts.PROBLEMS),
        "strengths": about.one_of(texts.STRENGTHS),
        "countermeasures": about.one_of(texts.MEASURES),
        "corporate_image": about.rating(4),
        "reputation": about.rating(4),
    }


_GRADES = {"A": ("AAA", "AA", "A"), "B": ("A", "A", "B"), "C": ("B", "B", "C")}
_LIMITS = {"AAA": 80000, "AA": 50000, "A": 30000, "B": 10000, "C": 0, "unrated": 0}
_TERM_DAYS = {"AAA": 60, "AA": 45, "A": 30, "B": 15, "C": 0, "unrated": 0}
# Tenths of the score that go with a grade (domain.md §7.8.3).
_SCORES = {"AAA": (901, 960), "AA": (801, 900), "A": (701, 800), "B": (601, 700), "C": (420, 600)}


def _trading(about: Setting, trade: Trade, org_form: str) -> Row:
    """Section four: what prospects do not have yet."""
    random, standing = about.random, about.standing
    grade = random.choice(_GRADES.get(standing.abc_class, ("unrated",)))
    values: Row = {
        "first_trade_on": standing.first_trade_on,
        "sales_status": about.one_of(texts.SALES_STATUS),
        "credit_grade": grade,
        "credit_limit": Decimal(_LIMITS[grade]),
        "credit_term_days": _TERM_DAYS[grade],
        "payment_method": random.choice(("bank_transfer", "bank_transfer", "cash", "wechat_pay")),
        "payment_attitude": random.choice(("prompt", "average", "average", "slow", "difficult")),
        "trade_terms": "电话订货,款到发货" if standing.by_phone else about.one_of(texts.TERMS),
        "price_tier": about.one_of(texts.PRICE_TIERS),
        "settle_day": random.choice((5, 10, 15, 20, 25, 31)),
        "delivery_terms": random.choice(("delivered", "delivered", "pickup", "freight")),
    }
    if grade != "unrated":
        values["credit_score"] = Decimal(random.randint(*_SCORES[grade])) / 10
    if is_trade(trade.channel):
        values |= {
            "sales_cycle_days": random.choice((15, 20, 30, 45)),
            "safety_stock": Decimal(random.randrange(4, 80)),
        }
    return values

"""A card of a private customer of the sample office."""

from __future__ import annotations

from model.cards.definition import CardKind
from model.upkeep import sample_names as names
from model.upkeep import sample_texts as texts
from model.upkeep.sample_cards import (
    Row,
    SampleCard,
    Setting,
    as_told,
    competitor_sales,
    head,
    investments,
    needs,
    partial_date,
    sales_history,
    thinned,
)

_GRADES = {"A": ("A",), "B": ("A", "B"), "C": ("B", "C")}


def individual_card(about: Setting, observer: int) -> SampleCard:
    """A private customer as full as his standing lets expect.

    Args:
        about: place, standing and dice.
        observer: key of the rep, who has seen what rivals sell.
    """
    random, standing = about.random, about.standing
    values = {
        **head(about, "end_user"),
        **_identity(about),
        **_life(about),
        **_business(about),
    }
    values["is_key_account"] = False
    children: dict[str, list[Row]] = {"needs": needs(about)[:1]}
    if standing.yearly:
        values |= _trading(about)
        children["sales_history"] = sales_history(about)
        children["investments"] = investments(about, str(values["full_name"]))[:1]
    card = SampleCard(CardKind.INDIVIDUAL, values, {}, children)
    if random.random() < standing.care:
        children["competitor_sales"] = competitor_sales(about, observer)[:1]
    else:
        card.explicit["competitor_sales"] = "none"
    return thinned(about, card)


def _identity(about: Setting) -> Row:
    """Who he is and where he lives."""
    random = about.random
    gender = random.choice(("male", "male", "male", "female"))
    occupation, remark = random.choice(texts.OCCUPATIONS)
    return {
        "full_name": names.person_name(random, gender),
        "gender": gender,
        "birth_date": as_told(partial_date(about, (22, 66))),
        "native_place": about.one_of(texts.NATIVE_PLACES),
        "home_address": about.address(),
        "postcode": about.place.postcode,
        "mobile": about.mobile(),
        "wechat": about.unique(lambda: f"fork_{random.randrange(10**6):06d}"),
        "occupation": occupation,
        "employer": about.one_of(texts.EMPLOYERS),
        "other_notes": f"{remark}。{about.one_of(texts.NOTES)}",
    }


def _life(about: Setting) -> Row:
    """Education, family, interests."""
    random = about.random
    values = {
        "education": random.choice(("junior", "secondary", "secondary", "college")),
        "school": about.one_of(texts.SCHOOLS),
        "marital_status": random.choice(("married", "married", "single")),
        "career": about.one_of(texts.CAREERS),
        "hobbies": about.one_of(texts.HOBBIES),
        "topics": about.one_of(texts.TOPICS),
        "dislikes": about.one_of(texts.TABOOS),
        "personality": about.one_of(texts.PERSONALITIES),
        "diet": about.one_of(texts.DIETS),
        "lifestyle": about.one_of(texts.LIFESTYLES),
    }
    if values["marital_status"] == "married":
        values |= {"spouse": "从事物流", "children": random.choice(("一子", "一女", "一子一女"))}
    return values


def _business(about: Setting) -> Row:
    """What he buys, how, and how he thinks of us."""
    random, prospect = about.random, not about.standing.yearly
    return {
        "attitude_to_us": random.choice(("supportive", "neutral", "neutral", "opposed")),
        "customer_goal": about.one_of(texts.PERSON_GOALS),
        "purchase_habit": about.one_of(texts.HABITS),
        "price_sensitivity": about.rating(4),
        "our_relation": "none" if prospect else random.choice(("main", "regular", "occasional")),
        "coop_attitude": about.rating(),
        "problems": about.one_of(texts.PERSON_PROBLEMS),
        "countermeasures": about.one_of(texts.PERSON_MEASURES),
    }


def _trading(about: Setting) -> Row:
    """What prospects do not have yet."""
    random, standing = about.random, about.standing
    grade = random.choice(_GRADES.get(standing.abc_class, ("unrated",)))
    return {
        "first_trade_on": standing.first_trade_on,
        "sales_status": about.one_of(texts.PERSON_STATUS),
        "credit_grade": grade,
        "payment_method": random.choice(("wechat_pay", "cash", "alipay")),
        "trade_terms": (
            "电话订货,款到发货" if standing.by_phone else about.one_of(texts.PERSON_TERMS)
        ),
    }

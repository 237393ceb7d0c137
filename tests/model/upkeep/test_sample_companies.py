"""Firms of a sample office so large that short names and old numbers run out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest

from model.cards.finding import normalised_name
from model.upkeep import sample_names as names
from model.upkeep.sample_cards import Setting, head
from model.upkeep.sample_companies import _firm
from model.upkeep.sample_staff import REPS
from model.upkeep.sample_texts import TRADES
from model.upkeep.sample_trade import standings

TODAY = date(2026, 11, 20)
PLACE, TRADE = REPS[0].places[0], TRADES[0]


@pytest.fixture
def about() -> Setting:
    """A card to be made up, with nothing taken yet."""
    random = Random(1)
    return Setting(random, TODAY, PLACE, next(standings(random, 10, TODAY)), set())


def short_names() -> set[str]:
    """Every name that a firm of one place and trade can have with one word."""
    words = ("".join(part[0] for part in parts) for parts in product(
        names._FIRST, names._SECOND, names._THIRD
    ))  # fmt: skip
    return {normalised_name(f"{PLACE.city}{word}{TRADE.name}有限公司") for word in words}


def test_a_firm_has_a_short_name_while_there_is_one(about: Setting) -> None:
    word, full = _firm(about, TRADE, "limited")
    assert len(word.hanzi) in {2, 3}
    assert normalised_name(full) in short_names()


def test_when_all_short_names_are_taken_a_firm_has_a_longer_one(about: Setting) -> None:
    about.taken.update(short_names())
    word, full = _firm(about, TRADE, "limited")
    assert len(word.hanzi) >= 4
    assert word.hanzi in full
    assert normalised_name(full) in about.taken


def test_when_all_old_numbers_are_taken_there_are_higher_ones(about: Setting) -> None:
    three_cabinets = {f"{colour}-{no:03d}" for colour in "蓝黄绿" for no in range(1, 900)}
    taken = three_cabinets | {f"other {number}" for number in range(40_000)}
    about = replace(about, taken=set(taken))
    numbers = {head(about, "end_user").get("legacy_no") for _ in range(40)} - {None}
    assert numbers
    assert not numbers & three_cabinets

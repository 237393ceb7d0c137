"""Anything that can be done to cards, in any order: their histories tell it all."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from model.cards import drafts, reviewing
from model.cards.definition import CardKind
from model.loans import opening
from tests.conftest import NOW, Sit

from .counter_rules import CounterRules
from .merge_rules import MergeRules
from .office import KEEPER, PEOPLE
from .typing_rules import PERSON

SEEN = frozenset({
    "save", "save: bad_input", "save: not_allowed", "handed in", "keep", "put back", "verify",
    "draft", "pass", "file", "accept", "compare", "merge", "undo",
    "undo: changed_since", "clear", "attach", "check out", "take back",
})  # fmt: skip
"""What random work must have come through to be worth its name."""

SEEN_BY_MANY = SEEN | {
    "reject", "ask_back",
    "save: already_there", "save: wrong_state", "put back: bad_input", "put back: cleared_value",
    "discard", "verify: not_allowed", "merge: not_allowed", "clear: not_allowed", "take out",
    "change draft", "draft: bad_input", "back", "refuse", "answer", "withdraw",
    "accept: not_allowed", "accept: wrong_state", "accept: same_person",
    "merge: wrong_state", "undo: not_allowed", "describe", "record",
    "check out: borrower_blocked", "attach: not_allowed", "attach: wrong_state",
}  # fmt: skip
"""What thousands of examples must have come through besides."""


class RandomCards(MergeRules, CounterRules):
    """Everything together."""


@pytest.fixture
def people(cards: list[str], sit: Sit) -> list[str]:
    """The cards of two teams, and two private customers of 李明."""
    made = []
    for number in range(2):
        texts = {**PERSON, "full_name": f"陈美{number}", "mobile": f"1390000000{number}",
                 "district": "武侯"}  # fmt: skip
        draft_no = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, texts, NOW).ref
        reviewing.pass_card(sit("赵刚"), draft_no, NOW)
        made.append(reviewing.file_card(sit(KEEPER), draft_no, NOW))
    return [*cards, *made]


@pytest.mark.parametrize("examples", [60, pytest.param(1000, marks=pytest.mark.soak)])
def test_random_cards(sit: Sit, people: list[str], examples: int) -> None:
    desks = {name: sit(name) for name in PEOPLE}
    opening.open_cabinet(desks[KEEPER], NOW)
    done: Counter[str] = Counter()
    own = {"desks": desks, "first": tuple(people), "done": done}
    machine = type("Machine", (RandomCards,), own)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=35, deadline=None, database=None,
            derandomize=True, phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    wanted = SEEN if examples < 1000 else SEEN_BY_MANY
    assert done.keys() >= wanted, sorted(wanted - done.keys())

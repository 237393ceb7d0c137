"""Random days of the office against the reference: 500 in `make test`, 10,000 in `make soak`."""

import sys
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from .office import Template, make_template
from .random_days import RandomDays
from .two_offices import Account

DAYS = settings(
    max_examples=12, stateful_step_count=50, deadline=None, database=None,
    phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck),
)  # fmt: skip
SEEN = frozenset({
    "check_out", "check_out: borrower_blocked", "check_out: cabinet_closed",
    "check_out: card_out", "check_out: no_plan", "check_out: too_many_cards",
    "check_out_all", "both check_out: card_out and done",
    "take_back", "take_back: bad_input", "take_back: card_not_out",
    "both take_back: card_not_out and done", "record_visit", "correct", "correct: wrong_state",
    "lift_block", "open", "close", "close: missing_cards", "approve", "approve_on_paper",
    "confirm", "add_line", "strike_line", "strike_line: wrong_state", "move_line",
})  # fmt: skip
"""What random days must have come through to be worth their name."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return make_template(tmp_path_factory.mktemp("lending") / "office.cabinet")


def days_passed(template: Template, folder: Path, wanted: int, first_seed: int) -> Account:
    """Go on, seed after seed, until so many days have passed."""
    account, number = Account(), first_seed
    while account.days < wanted:
        own = {"template": template, "account": account, "folder": folder / "office.cabinet"}
        machine = type("RandomDays", (RandomDays,), own)
        run_state_machine_as_test(seed(number)(machine), settings=DAYS)
        number += 1
    return account


def test_five_hundred_random_days(template: Template, tmp_path: Path) -> None:
    account = days_passed(template, tmp_path, 500, first_seed=1)

    assert account.days >= 500
    assert account.done.keys() >= SEEN


@pytest.mark.soak
def test_ten_thousand_random_days(
    template: Template, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = perf_counter()
    account = days_passed(template, tmp_path, 10_000, first_seed=1000)

    assert account.days >= 10_000
    assert account.done.keys() >= SEEN
    refused = sum(count for act, count in account.done.items() if ":" in act)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{account.days} days in {perf_counter() - began:.0f} s:"
            f" {account.done.total()} acts, {refused} of them refused to one desk or the other\n"
        )

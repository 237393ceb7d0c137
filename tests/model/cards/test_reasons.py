import re
from pathlib import Path

import pytest

from model.cards.checked import Checked, is_warning, joined, refused, warned
from model.cards.reasons import ERRORS, REASONS, TICKS, WARNINGS
from model.errors import Problem

SOURCES = sorted((Path(__file__).parents[3] / "model" / "cards").glob("*.py"))
CODED = re.compile(
    r"(?:refused|warned|joined)\([^()]*?\"([a-z_]+)\"|Problem\(\"[a-z_]*\", \"([a-z_]+)\""
)


def test_no_reason_is_both_error_and_warning() -> None:
    assert not ERRORS.keys() & WARNINGS.keys()
    assert REASONS.keys() == ERRORS.keys() | WARNINGS.keys()


def test_only_warnings_are_ticked() -> None:
    assert TICKS.keys() <= WARNINGS.keys()


def test_every_reason_that_the_cards_give_has_its_sentence() -> None:
    given = {
        code
        for source in SOURCES
        for found in CODED.finditer(source.read_text(encoding="utf-8"))
        for code in found.groups()
        if code
    }
    assert {"uscc_check", "too_many_places", "identity_number"} <= given
    assert given <= REASONS.keys()


@pytest.mark.parametrize("reason", REASONS)
def test_a_sentence_ends_and_can_be_filled(reason: str) -> None:
    sentence = REASONS[reason]
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    facts = {"longest", "shortest", "lowest", "highest", "earliest", "latest", "places", "stored"}
    sentence.format(**dict.fromkeys(facts, "9"))


def test_an_error_takes_the_value_away_and_a_warning_does_not() -> None:
    assert refused("too_long", longest=9).value is None
    assert warned("x", "uscc_check").value == "x"
    error, warning = Problem("", "too_long"), Problem("", "uscc_check")
    assert not is_warning(error)
    assert is_warning(warning)
    assert joined("x", [warning]) == Checked("x", (warning,))
    assert joined("x", [warning, error]) == Checked(None, (warning, error))
    assert joined("x", [warning, error]).errors == (error,)
    assert joined("x", [warning, error]).warnings == (warning,)

"""Every reason of a problem is a sentence in both languages, with every fact in its place."""

from __future__ import annotations

import re

import pytest

from model.cards.checks import check
from model.cards.definition import CardKind
from model.cards.fields import CHILD_TABLES, fields_of
from model.errors import Problem
from model.sentences.problems import _REASONS, problem_sentence
from model.settings import SETTINGS
from model.words import LANGUAGES, words_in
from tests.conftest import TODAY


@pytest.mark.parametrize("field", ["visited_on", "mood", "promises", "kind"])
def test_what_is_typed_on_a_visit_record_is_named(field: str) -> None:
    told = problem_sentence(Problem(field, "required"), words_in("zh"))
    assert field not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", _REASONS)
def test_every_reason_has_its_words(reason: str, language: str) -> None:
    known = dict.fromkeys(re.findall(r"{(\w+)}", _REASONS[reason]), "九")
    words = words_in(language)
    told = problem_sentence(Problem("phone", reason, row=12, values=known), words)
    assert "12" in told
    assert not re.search(r"[{}]|—", told), told
    assert (words("Problems", _REASONS[reason]) == _REASONS[reason]) is (language == "en")


BAD_TEXTS = ("x", "12345678901234567890", "-5", "2099-01-01", "1.234", "a" * 900, "99999", "\0")


def test_what_the_checks_give_fills_every_place_of_its_sentence() -> None:
    """Each bad text in each field: no sentence is left with a dash where a fact should be."""
    tried = 0
    for one in (field for part in (*map(fields_of, CardKind), *CHILD_TABLES.values())
                for field in part if field.editable):  # fmt: skip
        for text in BAD_TEXTS if one.kind.value != "rows" else ():
            for problem in check(one, text, TODAY).problems:
                told = problem_sentence(problem, words_in("zh"))
                assert "—" not in told, (one.identifier, problem)
                tried += 1
    assert tried > 300


def test_a_problem_names_row_field_and_reason() -> None:
    zh = words_in("zh")
    assert problem_sentence(Problem("phone", "required"), zh).startswith("电话：")
    assert problem_sentence(Problem("phone", "required", row=7), zh).startswith("第7行，电话：")
    assert problem_sentence(Problem("", "required", row=7), zh).startswith("第7行：")
    for name, setting in SETTINGS.items():
        told = problem_sentence(Problem(name, "bad_setting"), zh)
        assert told.startswith(zh("Settings", setting.label))

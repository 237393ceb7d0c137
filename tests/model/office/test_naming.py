"""A name is one name, however it is typed; what nobody can read is none."""

from __future__ import annotations

import pytest

from model.errors import AlreadyThereError, BadInputError
from model.office.naming import LONGEST_NAME, clean_name, name_key, person_name, refuse_taken


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  张总 ", "张总"),
        ("张\u3000总", "张 总"),
        ("Li   Ming", "Li Ming"),
        ("Ｌi Ming１", "Li Ming1"),
        ("张\u200b总\ufeff", "张总"),
        ("张\u202e总", "张总"),
        ("第一队\n", "第一队"),
        ("华东（上海）办事处", "华东（上海）办事处"),
        ("e\u0301milie", "\u00e9milie"),
        ("🐼队", "🐼队"),
    ],
)
def test_names_are_written_one_way(typed: str, kept: str) -> None:
    assert clean_name(typed, "team") == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "required"),
        (" \u200b\u3000", "required"),
        ("张\0总", "unreadable_character"),
        ("张\x1b[0m总", "unreadable_character"),
        ("张\ud83d", "unreadable_character"),
        ("\ufffd总", "unreadable_character"),
        ("张" * (LONGEST_NAME + 1), "too_long"),
    ],
)
def test_what_nobody_can_read_is_no_name(typed: str, reason: str) -> None:
    with pytest.raises(BadInputError) as refused:
        clean_name(typed, "team")
    assert [(problem.field, problem.reason) for problem in refused.value.problems] == [
        ("team", reason)
    ]


@pytest.mark.parametrize("typed", ["3", "003", "①", "--", "🐼"])
def test_nobody_is_called_like_a_number_or_a_picture(typed: str) -> None:
    with pytest.raises(BadInputError):
        person_name(typed, "person")


@pytest.mark.parametrize("other", ["LI MING", "li ming", "LiMing", "Li-Ming", "Ｌｉ Ming"])
def test_two_ways_to_write_one_name_are_one_name(other: str) -> None:
    assert name_key(other) == name_key("Li Ming")
    with pytest.raises(AlreadyThereError) as refused:
        refuse_taken(other, ["王芳", "Li Ming"], "person")
    assert refused.value.values == {"kind": "person", "ref": "Li Ming"}


def test_other_names_are_free() -> None:
    refuse_taken("李明", ["李鸣", "李明明", "黎明"], "person")

"""Map files: what they may say, and what they are told when it means nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import BadInputError, UnreadableFileError
from model.exchange.map_file import ColumnMap, read_map

WHOLE = """
sheet = "名单"
header_row = 3

[columns]
"单位" = "full_name"
"市" = "address/city"
"内部码" = ""

[defaults]
district = "武侯"
is_focus = true
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_whole_map(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(WHOLE.replace("\n", "\r\n").encode(encoding))
    assert read_map(path) == ColumnMap(
        "名单",
        3,
        "",
        {"单位": "full_name", "市": "address/city", "内部码": ""},
        {"district": "武侯", "is_focus": "1"},
    )


@pytest.mark.parametrize(
    ("text", "reason", "name"),
    [
        ('[columns]\n"a" = "credit_limit"', "map_unknown_field", "credit_limit"),
        ('[columns]\n"a" = "nonsense"', "map_unknown_field", "nonsense"),
        ('[columns]\n"a" = 3', "map_unknown_field", "3"),
        ('[columns]\n"a" = "address/moon"', "map_unknown_field", "address/moon"),
        ('[defaults]\n"card_no" = "Q00001"', "map_unknown_field", "card_no"),
        ('[colums]\n"a" = "full_name"', "map_unknown_entry", "colums"),
        ('header_row = "2"', "map_unknown_entry", "header_row"),
        ('encoding = "latin-1"', "map_unknown_entry", "encoding = latin-1"),
    ],
)
def test_what_means_nothing_is_named(tmp_path: Path, text: str, reason: str, name: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read_map(path)
    (problem,) = caught.value.problems
    assert (problem.reason, problem.values) == (reason, {"name": name})


@pytest.mark.parametrize(
    ("data", "reason"), [(b"[columns\n", "map"), ("单位".encode("gbk"), "encoding")]
)
def test_what_is_no_map_file(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError) as caught:
        read_map(path)
    assert caught.value.values["reason"] == reason


def test_a_map_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_map(tmp_path / "map.toml")
    assert caught.value.values["reason"] == "not_there"

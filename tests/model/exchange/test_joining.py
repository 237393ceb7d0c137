"""Pieces of names and addresses."""

from __future__ import annotations

import pytest

from model.exchange.joining import joined


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ({"given": "Ada", "family": "Lovelace"}, "Ada Lovelace"),
        ({"given": "Ada", "family": ""}, "Ada"),
        ({"family": "诸葛", "given": "亮"}, "诸葛亮"),
        ({"state": "江苏省", "city": "苏州市", "street": "工业路84号"}, "江苏省苏州市工业路84号"),
        ({"city": "苏州市", "street": "苏州市相城区工业路84号"}, "苏州市相城区工业路84号"),
        ({"state": "上海市", "city": "上海市", "county": "浦东新区", "street": "张江路1号"},
         "上海市浦东新区张江路1号"),
        ({"country": "中国", "city": "成都市", "street": "簇锦街道88号"}, "成都市簇锦街道88号"),
        ({"street": "Av. Lima, 2170", "city": "São Paulo", "state": "SP", "country": "Brazil"},
         "Av. Lima, 2170, São Paulo, SP, Brazil"),
        ({"street": "1 Rue B", "city": "Paris", "state": "", "country": "France"},
         "1 Rue B, Paris, France"),
        ({"street": "", "city": "  "}, ""),
    ],
)  # fmt: skip
def test_pieces_as_one_text(pieces: dict[str, str], whole: str) -> None:
    assert joined(pieces) == whole

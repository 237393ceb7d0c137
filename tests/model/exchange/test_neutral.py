"""Cells of a list in text: harmless in a spreadsheet, and back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exchange.neutral import guarded, unguarded


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+86 28", "'+86 28"),
        ("-1+2", "'-1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'=1", "''=1"),
        ("\t=1", "'\t=1"),
        ("028", '="028"'),
        ("4402000012345678901", '="4402000012345678901"'),
        ("成都=1", "成都=1"),
        ("'引号'", "'引号'"),
        ("0", "0"),
        ("13900000001", "13900000001"),
        ("", ""),
    ],
)
def test_what_looks_like_a_formula_is_text(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t0123456789\"甲a "), max_size=20))
def test_every_text_comes_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text or text.startswith('="')  # nobody's value is our own guard
    assert cell[:1] not in {"+", "-", "@", "\t"}
    assert not cell.startswith("=") or cell == f'="{text}"'

"""The words of a page's actions."""

from __future__ import annotations

import pytest

from gui.widgets.page_actions import without_key


@pytest.mark.parametrize(
    ("text", "plain"),
    [("&Save", "Save"), ("保存(&S)", "保存"), ("打印(&P)…", "打印…"), ("Re&vert", "Revert")],
)
def test_a_tool_tip_has_the_words_without_the_letter_of_the_button(text: str, plain: str) -> None:
    assert without_key(text) == plain

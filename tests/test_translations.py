"""Every text that people read has its Chinese, with the same facts in it; none is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.words import catalogue

ROOT = Path(__file__).parent.parent
_FACT = re.compile(r"\{(\w*)[^}]*\}")
Text = tuple[str, str]


def sources() -> list[Path]:
    """Every file with texts."""
    rooms = [path for room in ("gui", "model", "printing") for path in (ROOT / room).rglob("*.py")]
    return [ROOT / "main.py", *rooms]


def texts_in(path: Path) -> Iterator[tuple[ast.Call, str, ast.expr]]:
    """(call, context, text) of every marked text and every `tr` of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef):
            for node in ast.walk(owner):
                if _called(node, "tr"):
                    yield node, owner.name, node.args[0]
    for node in ast.walk(tree):
        if _called(node, "mark") or _called(node, "translate"):
            context = node.args[0]
            if isinstance(context, ast.Constant) and len(node.args) > 1:
                yield node, str(context.value), node.args[1]


def _called(node: ast.AST, name: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else None
    called = node.func.id if isinstance(node.func, ast.Name) else called
    return called == name and bool(node.args)


def collected() -> set[Text]:
    """Every text in the source, with its context."""
    return {
        (context, text.value)
        for path in sources()
        for _, context, text in texts_in(path)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_made_up_at_run_time(path: Path) -> None:
    """An f-string inside `tr` or `mark` would never be found in the catalogue."""
    made_up = [
        node.lineno
        for node, _, text in texts_in(path)
        if isinstance(text, ast.JoinedStr | ast.BinOp)
    ]
    assert made_up == []


def test_every_text_has_its_chinese() -> None:
    chinese = catalogue("zh")
    assert sorted(collected() - chinese.keys()) == []


def test_no_chinese_is_left_over() -> None:
    assert sorted(catalogue("zh").keys() - collected()) == []


def test_the_facts_of_a_text_stand_in_its_chinese_too() -> None:
    differing = [
        (context, text)
        for (context, text), forms in catalogue("zh").items()
        if any(set(_FACT.findall(text)) != set(_FACT.findall(form)) for form in forms)
        or any(("%n" in text) != ("%n" in form) for form in forms)
    ]
    assert differing == []


def test_every_plural_has_its_english_forms() -> None:
    plurals = {entry for entry in collected() if "%n" in entry[1]}
    english = catalogue("en")
    assert sorted(plurals - english.keys()) == []
    assert all(len(forms) == 2 for forms in english.values())

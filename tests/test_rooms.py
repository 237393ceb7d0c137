"""Who may import whom, and that every source file has a room.

`make lint` checks the same with import contracts, through chains of imports too; this finds the
plain mistake in a second, imports inside functions included.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"gui", "model", "printing", "resources"}
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

QUERIES = {"peewee", "playhouse", "sqlcipher3", "sqlite3", "psycopg"}
FORBIDDEN = {
    "model": {"PySide6", "reportlab", "fontTools", "gui", "printing", "main"},
    "printing": {"PySide6", "gui", "main"} | QUERIES,
    "gui": {"main"} | QUERIES,
    "resources": {"PySide6", "reportlab", "gui", "printing", "model", "main"} | QUERIES,
}

# Beside the rooms: the door, the tests, what sets up and describes the project.
TOP_LEVEL = ROOMS | {
    "main.py",
    "tests",
    "tools",
    "docs",
    "pyproject.toml",
    "requirements.txt",
    "requirements-dev.txt",
    "Makefile",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
}
# What tools and people leave there; all of it is in .gitignore.
LEFT_BEHIND = {"build", "dist", "demo", "__pycache__"}


def imported(path: Path) -> Iterator[str]:
    """The top-level names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0] if not node.level else ""


@pytest.mark.parametrize("room", sorted(FORBIDDEN))
def test_no_file_imports_what_its_room_may_not(room: str) -> None:
    wrong = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in SOURCES
        for name in imported(path)
        if path.relative_to(ROOT).parts[0] == room and name in FORBIDDEN[room]
    }
    assert not wrong


def test_the_check_sees_imports_inside_functions(tmp_path: Path) -> None:
    source = tmp_path / "late.py"
    source.write_text("def f():\n    from PySide6.QtCore import Qt\n    import peewee as p\n")
    assert set(imported(source)) == {"PySide6", "peewee"}


def test_every_room_is_there_and_says_what_it_is_for() -> None:
    for room in ROOMS:
        tree = ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), room


def test_nothing_lies_outside_the_rooms() -> None:
    strays = {
        path.name
        for path in ROOT.iterdir()
        if path.name not in TOP_LEVEL | LEFT_BEHIND
        and not path.name.startswith(".")
        and path.suffix not in {".egg-info", ".cabinet", ".log"}
    }
    assert not strays

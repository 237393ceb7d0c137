"""Nothing above `model` reaches the database around the acts: every door asks the rights."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from model.office.rights import ACTS

ROOT = Path(__file__).parent.parent
DATABASE = {"peewee", "playhouse", "sqlcipher3"}

# What is done before anybody is logged in; it opens no card (docs/decisions/0004).
EXCEPTIONS = {
    "model.office.founding.create",
    "model.office.log_in.log_in",
    "model.office.log_in.recover",
    "model.office.log_in.staff_of",
    "model.office.log_in.office_of",
    "model.office.log_in.is_sample",
    "model.office.recovery.opened_by_code",
    "model.office.recovery.prove_recovery_code",
    "model.upkeep.backup_preview.preview_backup",
    "model.upkeep.restore.restore",
    "model.upkeep.sample_office.make_sample_office",
    # Writes what an act has put into the log's buffer; a second later at the most.
    "model.office.audit.flush",
    # The benchmarks sit down in a sample office of their own: log in and 开柜, both acts.
    "model.upkeep.bench.office.seated",
    "model.upkeep.bench.office.shut",
    # Tell a failure of the engine as an error of ours; read nothing.
    "model.storage.database.as_cabinet_error",
    "model.storage.database.told_as_ours",
}
# What the commands of `main.py` share is a part of that door, and is looked at like one.
SHARED = "model.command_line."


def doors() -> list[Path]:
    """Every file above `model`, and what the command line shares."""
    rooms = (ROOT / "gui", ROOT / "printing", ROOT / "model" / "command_line")
    found = [ROOT / "main.py", *(path for room in rooms for path in room.rglob("*.py"))]
    return [path for path in found if path.exists()]


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """(module, name) of everything imported, wherever in the file, except for types only."""
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.module, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, ""


@cache
def touches_database(module: str) -> bool:
    """Whether a module of `model` imports the database, itself or through others."""
    return bool(reached(module) & DATABASE)


@cache
def reached(module: str) -> frozenset[str]:
    """The top names of all that a module imports, through `model` and beyond."""
    found: set[str] = set()
    waiting, seen = [module], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        found.add(name.split(".")[0])
        path = ROOT / (name.replace(".", "/") + ".py")
        if name.startswith("model") and path.exists():
            for source, part in imported(ast.parse(path.read_text(encoding="utf-8"))):
                waiting += [source, f"{source}.{part}"]
    return frozenset(found)


def used_functions(path: Path) -> Iterator[str]:
    """Dotted names of the functions of `model` that a file uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: dict[str, str] = {}
    for source, name in imported(tree):
        if not source.startswith("model"):
            continue
        whole = f"{source}.{name}"
        if (ROOT / (whole.replace(".", "/") + ".py")).exists():
            modules[name] = whole
        elif inspect.isfunction(getattr(importlib.import_module(source), name, None)):
            yield whole
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = modules.get(node.value.id)
            if module and inspect.isfunction(
                getattr(importlib.import_module(module), node.attr, None)
            ):
                yield f"{module}.{node.attr}"


@pytest.mark.parametrize("path", doors(), ids=lambda path: str(path.relative_to(ROOT)))
def test_what_touches_the_database_is_an_act(path: Path) -> None:
    around = {
        name
        for name in used_functions(path)
        if name not in ACTS
        and name not in EXCEPTIONS
        and not name.startswith(SHARED)
        and touches_database(name.rpartition(".")[0])
    }
    assert around == set()


def test_a_way_around_is_found(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text("from model.office.office_settings import stored\nstored('x')\n")
    assert list(used_functions(file)) == ["model.office.office_settings.stored"]
    assert touches_database("model.office.office_settings")
    assert not touches_database("model.cards.fields")

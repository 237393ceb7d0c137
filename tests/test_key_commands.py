"""`recovery …` and `kdf …`: a code is typed back before it counts, a PC is measured."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import main
from model.storage import kdf_measure
from model.storage.kdf_measure import Speed
from tests.conftest import NOW, PASSWORD

Run = Callable[..., tuple[int, Any]]
CODE = re.compile(r"(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}")


class TypedBack(io.StringIO):
    """The input of a program that reads the code from what was said, and types it back."""

    def __init__(self, capsys: pytest.CaptureFixture[str], change: str = "") -> None:
        super().__init__()
        self._capsys, self._change = capsys, change
        self.code = ""

    def readline(self, *_: object) -> str:
        found = CODE.search(self._capsys.readouterr().err)
        assert found is not None
        self.code = found[0]
        return (self._change or self.code) + "\n"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.delenv("CARD_CABINET_RECOVERY_CODE", raising=False)
    monkeypatch.setattr(main, "_now", lambda: NOW)


@pytest.fixture
def run(cabinet: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command at the test's cabinet; its status and its JSON document."""

    def command(*typed: str, staff: str = "张总") -> tuple[int, Any]:
        status = main.main([*typed, "--cabinet", str(cabinet), "--as", staff, "--json"])
        printed = capsys.readouterr().out
        return status, json.loads(printed) if printed else None

    return command


def test_a_new_code_counts_when_it_was_typed_back(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("recovery", "state") == (0, {"made_at": NOW.isoformat(), "tried_at": None})
    typed = TypedBack(capsys)
    monkeypatch.setattr("sys.stdin", typed)
    stamp = NOW.isoformat()
    assert run("recovery", "new") == (0, {"made_at": stamp, "tried_at": stamp})
    monkeypatch.setenv("CARD_CABINET_RECOVERY_CODE", typed.code)
    assert run("recovery", "confirm")[0] == 0
    assert run("recovery", "state")[1]["tried_at"] == stamp


def test_another_code_is_refused_and_changes_nothing(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cabinet: Path
) -> None:
    before = (cabinet / "keys.json").read_bytes()
    monkeypatch.setattr("sys.stdin", TypedBack(capsys, "0000-0000"))
    status, refused = run("recovery", "new")
    assert (status, refused["error"]) == (1, "code_not_tried")
    assert (cabinet / "keys.json").read_bytes() == before


def test_without_any_input_it_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run("recovery", "new")[0] == 2


@pytest.mark.parametrize("typed", ["recovery new", "recovery state", "kdf measure", "kdf state"])
@pytest.mark.parametrize("staff", ["王秀兰", "赵刚", "李明"])
def test_only_a_manager(run: Run, typed: str, staff: str) -> None:
    assert run(*typed.split(), staff=staff)[0] == 1


def test_a_pc_is_measured(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf_measure, "measure", lambda: Speed(64, 2400))
    status, state = run("kdf", "measure")
    assert (status, state["generation"], state["keys"]) == (0, 1, 8)
    assert {"name", "mem", "seconds", "measured_at", "at_log_in"} == set(state["workplaces"][0])
    assert state["following"] == 8
    # Whoever asks has logged in, and his own password has followed.
    assert run("kdf", "state") == (0, state | {"following": 7})

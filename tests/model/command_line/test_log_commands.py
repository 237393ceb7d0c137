"""`log show`, `log export` and `log head` ask the same questions as the window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from main import main
from tests.conftest import PASSWORD

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(cabinet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """One command by 张总, or whom `--as` names; exit status and standard output."""
    monkeypatch.setenv("CARD_CABINET", str(cabinet))
    monkeypatch.setenv("CARD_CABINET_STAFF", "张总")
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)

    def once(*typed: str) -> tuple[int, str]:
        status = main([*typed, "--lang", "zh"])
        return status, capsys.readouterr().out

    return once


def lines(run: Run, *typed: str) -> list[dict[str, object]]:
    status, out = run("log", "show", "--json", *typed)
    assert status == 0
    found: list[dict[str, object]] = json.loads(out)["lines"]
    return found


def test_the_newest_lines_are_shown_in_words(run: Run) -> None:
    status, out = run("log", "show", "--limit", "3")
    assert status == 0
    assert "登录" in out.splitlines()[1]
    assert len(out.splitlines()) == 4


def test_lines_are_narrowed_by_person_event_and_number(run: Run) -> None:
    assert {line["actor"] for line in lines(run, "--who", "张总")} == {"张总"}
    assert {line["event"] for line in lines(run, "--event", "staff.add")} == {"staff.add"}
    kinds = {line["event"] for line in lines(run, "--event", "office", "--event", "auth.login")}
    assert {"staff.add", "team.add", "auth.login"} <= kinds
    assert [line["no"] for line in lines(run, "--card", "#2")] == [2]
    assert {line["subject"] for line in lines(run, "--text", "武侯")} == {"武侯"}
    assert lines(run, "--from", "2026-11-20", "--to", "2026-11-20", "--event", "team.add")
    assert lines(run, "--to", "2026-11-19") == []


def test_nobody_of_that_name_is_told(run: Run) -> None:
    assert run("log", "show", "--who", "没有人")[0] == 1


def test_the_head_is_that_of_the_last_line(run: Run) -> None:
    status, out = run("log", "head", "--json")
    assert status == 0
    head = json.loads(out)["log_head"]
    assert run("verify", "--paper", head.lower())[0] == 0
    number, _, start = head.partition("-")
    assert run("verify", "--paper", f"{number}-{start[::-1]}")[0] == 4


def test_the_log_is_exported_by_the_manager_only(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "log.csv"
    status, told = run("log", "export", str(out), "--json", "--event", "staff.add")
    made = json.loads(told)
    assert (status, made["lines"]) == (0, len(out.read_text(encoding="utf-8-sig").splitlines()) - 1)
    assert run("log", "export", str(tmp_path / "b.csv"), "--as", "王秀兰")[0] == 1
    assert run("log", "show", "--as", "王秀兰")[0] == 0
    assert run("log", "show", "--as", "李明")[0] == 1

"""The commands of approvals, in the same process: from the refusal to the act."""

from __future__ import annotations

import shlex

import pytest

import main
from model.command_line.arguments import ARGUMENTS
from model.office.rights import APPROVABLE
from tests.test_main_day import KEEPER, MANAGER, REP, SUPERVISOR, Run, run, times

__all__ = ["run", "times"]  # fixtures

MERGE = ("card", "merge", "Q00001", "Q00002", "--reason", "同一客户")


def test_every_right_that_can_be_asked_for_can_be_named() -> None:
    assert set(ARGUMENTS["right"].options["choices"]) == {right.value for right in APPROVABLE}
    assert all(right.value in ARGUMENTS["right"].does for right in APPROVABLE)


def test_from_the_refusal_to_the_act(run: Run) -> None:
    refused = run(*MERGE, status=1)
    assert refused["error"] == "needs_approval"
    assert refused["values"]["refs"] == ["Q00001", "Q00002"]

    asked = run("approval", "ask", "void_card", "Q00001", "Q00002", "--reason", "同一客户")
    number = asked["approval_no"]
    assert (asked["state"], asked["decider"], asked["waiting_days"]) == ("asked", "supervisor", 0)
    (seen,) = run("approval", "list", staff=SUPERVISOR)
    assert (seen["approval_no"], seen["may_decide"]) == (number, True)
    assert run("approval", "grant", number, status=1)["error"] == "not_allowed"
    assert run("approval", "refuse", number, "--remark", " ", staff=SUPERVISOR, status=1)
    granted = run("approval", "grant", number, "--remark", "先核对", staff=SUPERVISOR)
    assert (granted["state"], granted["remark"]) == ("granted", "先核对")

    assert run(*MERGE)["void"] == "Q00002"
    assert run("approval", "list") == []
    (used,) = run("approval", "list", "--all")
    assert used["state"] == "used"


def test_what_was_asked_for_is_refused_or_taken_back(run: Run) -> None:
    typed = ("approval", "ask", "issue_confidential", "Q00001", "--reason", "年检")
    number = run(*typed, "--fact", "receiver=总部")["approval_no"]
    assert run(*typed, "--fact", "receiver=总部", status=1)["error"] == "already_there"
    done = run("approval", "refuse", number, "--remark", "不对外", staff=MANAGER)
    assert (done["state"], done["facts"]) == ("refused", {"receiver": "总部"})
    number = run(*typed)["approval_no"]
    assert run("approval", "withdraw", number)["state"] == "withdrawn"
    assert run("approval", "withdraw", number, status=1)["error"] == "wrong_state"
    assert run(*typed, staff=REP, status=1)["error"] == "not_allowed"


def test_a_person_reads_a_table_and_the_command_that_asks(
    run: Run, capsys: pytest.CaptureFixture[str], cabinet: object
) -> None:
    def said(*typed: str, staff: str = KEEPER) -> tuple[str, str]:
        main.main([*typed, "--cabinet", str(cabinet), "--as", staff, "--lang", "zh"])
        told = capsys.readouterr()
        return told.out, told.err

    _, refusal = said(*MERGE)
    command = refusal.splitlines()[-1].partition("：")[2]
    assert command == "card-cabinet approval ask void_card Q00001 Q00002 --reason …"
    said(*shlex.split(command)[1:-1], "同一客户")
    table, _ = said("approval", "list", staff=SUPERVISOR)
    assert "SP000001" in table
    assert "待批" in table
    assert "并卡" in table


def test_a_fact_without_a_value_is_wrong_usage(run: Run) -> None:
    typed = ("approval", "ask", "export", "--reason", "年检", "--fact", "总部")
    assert run(*typed, status=2)["error"] == "usage"

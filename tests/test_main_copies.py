"""The commands of copies and exports, in the same process: what they do and refuse."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from tests.test_main_day import KEEPER, MANAGER, REP, Run, run, times

__all__ = ["run", "times"]  # fixtures

FOR = ("--receiver", "总部", "--reason", "年检")
EXPORT = ("--to", "总部", "--purpose", "年报", "--destroy")


def issue(run: Run, out: Path, *terms: str) -> str:
    done = run("print", "copy", "Q00001", *FOR, *terms, "--out", str(out), staff=MANAGER)
    (number,) = done["copies"]
    return str(number)


def test_a_copy_is_issued_listed_and_ended(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"
    number = issue(run, out, "--due", "+7")
    text = PdfReader(out).pages[0].extract_text().replace(" ", "").replace("\n", "")
    assert number in text
    (line,) = run("copy", "list")
    assert (line["copy_no"], line["card_no"], line["receiver"], line["state"]) == (
        number, "Q00001", "总部", "with_receiver",
    )  # fmt: skip
    (ended,) = run("copy", "return", number)
    assert (ended["state"], ended["ended_by"]) == ("returned", KEEPER)
    assert run("copy", "list") == []
    assert [line["copy_no"] for line in run("copy", "list", "--all")] == [number]
    assert run("copy", "destroy", number, status=1)["error"] == "wrong_state"


def test_lost_and_destroyed_copies(run: Run, tmp_path: Path) -> None:
    first = issue(run, tmp_path / "a.pdf", "--destroy")
    second = issue(run, tmp_path / "b.pdf", "--destroy")
    assert run("copy", "destroy", first)[0]["state"] == "destroyed"
    assert run("copy", "lost", second, "--reason", "搬家时丢失")[0]["state"] == "lost"
    third = issue(run, tmp_path / "c.pdf", "--destroy")
    assert run("copy", "not-made", third, "--reason", "卡纸", status=1)["error"] == "wrong_state"
    assert run("copy", "list", staff=REP, status=1)["error"] == "not_allowed"


def test_a_copy_says_how_it_ends(run: Run, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "copy.pdf"))
    refused = run("print", "copy", "Q00001", *FOR, *out, staff=MANAGER, status=3)
    assert refused["error"] == "bad_input"
    assert run("copy", "list", "--all") == []


def test_a_file_that_cannot_be_written_ends_the_copy(run: Run, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "none" / "copy.pdf"))
    run("print", "copy", "Q00001", *FOR, "--destroy", *out, staff=MANAGER, status=4)
    (line,) = run("copy", "list", "--all")
    assert line["state"] == "not_made"


def test_the_manager_exports_and_the_clerk_asks_first(run: Run, tmp_path: Path) -> None:
    first, second = (str(tmp_path / f"{name}.csv") for name in "ab")
    done = run("export", first, *EXPORT, staff=MANAGER)
    assert (done["export_no"], done["file"]) == ("DC000001", first)
    assert len(Path(first).read_text(encoding="utf-8-sig").splitlines()) == done["rows"] + 1
    typed = (second, "--filter", "kind=company", "--fields", "full_name,phone", *EXPORT)
    assert run("export", *typed, status=1)["error"] == "needs_approval"
    number = run("export", *typed, "--ask")["approval_no"]
    run("approval", "grant", number, staff=MANAGER)
    assert run("export", *typed, "--lang", "zh")["rows"] == done["rows"]
    assert Path(second).read_text(encoding="utf-8-sig").splitlines()[0] == "客户全称,电话"
    states = {line["copy_no"]: line["approval_no"] for line in run("copy", "list")}
    assert states == {"DC000001": "", "DC000002": number}


def test_a_filter_that_is_none_is_wrong_input(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "a.csv")
    refused = run("export", out, "--filter", "colour=red", *EXPORT, staff=MANAGER, status=3)
    assert refused["error"] == "bad_input"
    assert not Path(out).exists()

"""The commands of the working day, in the same process: what they do, print and refuse."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import main
from tests.conftest import NOW, PASSWORD

KEEPER, REP, SUPERVISOR, MANAGER = "王秀兰", "李明", "赵刚", "张总"
LIST = (
    "客户名称,业务员,片区,电话,客户等级,上次拜访\n"
    + "".join(f"客户{n}号有限公司,李明,武侯,028-5123456{n},B,2026-10-01\n" for n in range(1, 5))
    + "远方商贸公司,周涛,金牛,028-52345678,A,2026-10-01\n"
)
Run = Callable[..., Any]


class Times:
    """The office's clock, to be set by a test."""

    now = NOW


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> Times:
    made = Times()
    for name in ("CARD_CABINET", "CARD_CABINET_STAFF", "CARD_CABINET_NEW_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.setattr(main, "_now", lambda: made.now)
    return made


@pytest.fixture
def run(times: Times, cabinet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; its JSON document. Customers are in, and the cabinet is open."""

    def command(*typed: str, staff: str = KEEPER, status: int = 0) -> Any:
        done = main.main([*typed, "--cabinet", str(cabinet), "--as", staff, "--json"])
        printed = capsys.readouterr().out
        assert done == status, printed
        return json.loads(printed)

    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    command("import", str(file))
    command("cabinet", "open")
    return command


@pytest.fixture
def plan_no(run: Run) -> str:
    """An approved plan of the rep's four customers."""
    made: str = run("plan", "day", staff=REP)["plan_no"]
    run("plan", "approve", made, staff=SUPERVISOR)
    return made


def _numbers(plan: Any) -> list[str]:
    return [line["card_no"] for line in plan["lines"] if line["state"] == "planned"]


def test_a_suggestion_writes_nothing(run: Run) -> None:
    shown = run("plan", "day", "--suggest", staff=REP)

    assert shown["plan_no"] == ""
    assert len(shown["lines"]) == 4
    assert run("plan", "list") == []


def test_lines_are_moved_struck_and_put_back(run: Run) -> None:
    plan = run("plan", "day", "--rep", REP)
    first, second, *_ = _numbers(plan)

    moved = run("plan", "move", plan["plan_no"], first, "--to", "2")
    assert _numbers(moved)[:2] == [second, first]
    struck = run("plan", "strike", plan["plan_no"], first, "--reason", "客户休假", "--to", "+3")
    assert first not in _numbers(struck)
    assert {line["state"] for line in struck["lines"]} == {"planned", "rescheduled"}
    again = run("plan", "add", plan["plan_no"], first, "--at", "15:00", "--purpose", "collect")
    line = next(one for one in again["lines"] if one["card_no"] == first)
    assert (line["appointment"], line["purposes"], line["by_hand"]) == ("15:00", ["collect"], True)


def test_several_lines_are_struck_and_added_all_or_none(run: Run) -> None:
    plan = run("plan", "day", "--rep", REP)
    plan_no, numbers = plan["plan_no"], _numbers(plan)

    why = ("--reason", "客户休假")
    run("plan", "strike", plan_no, numbers[0], "Q00005", *why, status=1)
    assert _numbers(run("plan", "show", plan_no)) == numbers
    assert _numbers(run("plan", "strike", plan_no, *numbers[:2], *why)) == numbers[2:]
    run("plan", "add", plan_no, numbers[0], "Q00005", status=1)
    assert _numbers(run("plan", "show", plan_no)) == numbers[2:]


@pytest.mark.parametrize("typed", [(), ("--on-paper", SUPERVISOR), ("--date", "tomorrow")])
def test_an_approval_says_which_plans(run: Run, typed: tuple[str, ...]) -> None:
    assert run("plan", "approve", *typed, staff=MANAGER, status=2)["error"] == "usage"


def test_another_reps_customer_is_refused(run: Run, plan_no: str) -> None:
    refused = run("plan", "add", plan_no, "Q00005", staff=SUPERVISOR, status=1)
    assert refused["error"] in {"wrong_rep", "not_allowed"}


def test_a_plan_approved_on_paper_waits_for_its_confirmation(run: Run) -> None:
    run("plan", "day", "--rep", REP)
    (plan,) = run("plan", "approve", "--all", "--on-paper", SUPERVISOR)

    assert (plan["state"], plan["on_paper"], plan["confirmed"]) == ("approved", True, False)
    run("plan", "confirm", plan["plan_no"], staff=MANAGER, status=1)
    assert run("plan", "confirm", plan["plan_no"], staff=SUPERVISOR)["confirmed"]


def test_only_named_lines_go_out(run: Run, plan_no: str) -> None:
    first, second, *_ = _numbers(run("plan", "show", plan_no))
    (out,) = run("checkout", "--rep", REP, "--card", first)

    assert (out["card_no"], out["plan_no"]) == (first, plan_no)
    assert run("checkout", "--rep", REP, "--card", "Q00005", status=1)["error"] == "not_on_plan"
    assert run("checkout", "--rep", REP, "--card", first, status=1)["error"] == "card_out"
    assert second in {one["card_no"] for one in run("checkout", "--rep", REP)}


def test_everybody_who_waits_is_served_in_one_act(run: Run, plan_no: str) -> None:
    other = run("plan", "day", "--rep", "周涛")["plan_no"]
    run("plan", "approve", other, staff=MANAGER)
    done = run("checkout", "--all", "--read")

    assert {one["borrower"] for one in done["cards"]} == {REP, "周涛"}
    assert done["refused"] == []
    assert run("today")["reps"]


def test_a_return_says_one_thing_of_the_visit(run: Run, plan_no: str) -> None:
    card_no = run("checkout", "--rep", REP)[0]["card_no"]
    refused = run("return", card_no, "--rep", REP, status=3)
    assert refused["values"]["problems"][0]["reason"] == "one_kind_of_return"
    both = ("--visited", "见面", "--no-record")
    assert run("return", card_no, "--rep", REP, *both, status=3)["error"] == "bad_input"
    dayless = ("--visited", "见面", "--promise", "送样胎")
    refused = run("return", card_no, "--rep", REP, *dayless, status=3)
    assert refused["values"]["problems"][0]["reason"] == "promise_without_day"
    (home,) = run("return", card_no, "--rep", REP, "--cancelled")
    assert not home["record_missing"]


def test_a_wrong_scan_is_corrected_and_kept(run: Run, plan_no: str) -> None:
    out = run("checkout", "--rep", REP)[0]
    corrected = run("correct", str(out["loan_no"]), "--reason", "发错")

    assert corrected["custody_state"] in {"in_cabinet", "reserved"}
    lines = run("report", "register")["lines"]
    assert [one["corrected"] for one in lines if one["card_no"] == out["card_no"]] == [True]


def test_the_block_is_lifted_for_a_day(run: Run, plan_no: str, times: Times) -> None:
    cards = [one["card_no"] for one in run("checkout", "--rep", REP)]
    run("return", *cards, "--rep", REP, "--no-record")
    run("cabinet", "close")
    times.now = NOW + timedelta(days=3)
    run("cabinet", "open")
    again = run("plan", "day", "--rep", REP)["plan_no"]
    run("plan", "approve", again, staff=SUPERVISOR)

    assert run("checkout", "--rep", REP, status=1)["error"] == "borrower_blocked"
    assert "record_missing" in {one["code"] for one in run("remind", staff=SUPERVISOR)}
    run("unblock", REP, "--reason", "今天补", staff=KEEPER, status=1)
    run("unblock", REP, "--reason", "今天补", staff=SUPERVISOR)
    assert run("checkout", "--rep", REP)


def test_who_keeps_a_card_overnight_is_named_and_reminded(
    run: Run, plan_no: str, times: Times
) -> None:
    out = [one["card_no"] for one in run("checkout", "--rep", REP)]
    home, missing = out[:-1], out[-1]
    run("return", *home, "--rep", REP, "--visited", "见面")
    times.now = datetime(2026, 11, 20, 18, 5)
    refused = run("cabinet", "close", status=1)
    assert refused["values"]["card_nos"] == [missing]
    run("cabinet", "close", "--missing", missing)
    assert run("report", "day")["acknowledged"] == [missing]

    times.now = NOW + timedelta(days=3)
    opened = run("cabinet", "open")
    assert [one["card_no"] for one in opened["missing_cards"]] == [missing]
    run("recall", missing)
    (late,) = run("return", missing, "--rep", REP, "--visited", "见面", "--reason", "回来晚了")
    assert late["late_hours"] > 60


def test_visits_without_a_card_and_new_customers(run: Run) -> None:
    run("visit", "Q00001", "--rep", REP, "--date", "yesterday", "--visited", "路过", "--no-card")
    run("visit", "--rep", REP, "--new", "新开的轮胎店", "--visited", "想看样品")

    (today,) = run("report", "visits")
    assert (today["card_no"], today["name"]) == ("", "新开的轮胎店")
    (before,) = run("report", "visits", "--date", "yesterday")
    assert before["no_card"]
    assert before["entered_later"]


def test_routes_and_the_offices_own_days(run: Run) -> None:
    run("route", "set", "--rep", REP, "--district", "武侯", "--weekday", "1", "4", staff=SUPERVISOR)
    (route,) = run("route", "list")
    assert route["weekdays"] == [0, 3]
    run("holiday", "set", "2027-02-15", "--note", "店庆")
    assert run("holiday", "list") == [{"day": "2027-02-15", "works": False, "note": "店庆"}]
    assert run("holiday", "set", "15.02", status=3)["error"] == "bad_input"


PAPERS = {
    "packet": (),
    "day-plan": (),
    "register": (),
    "blank-register": (),
    "day-report": (),
    "visit-record": (),
    "badge": (REP,),
}


@pytest.mark.parametrize("what", PAPERS)
def test_every_paper_is_numbered_and_stands_whole(
    run: Run, plan_no: str, tmp_path: Path, what: str
) -> None:
    run("checkout", "--rep", REP)
    file = tmp_path / "paper.pdf"
    made = run("print", what, *PAPERS[what], "--out", str(file))

    assert made["print_no"] == "P000001"
    assert len(PdfReader(file).pages) == made["pages"]


@pytest.mark.parametrize("what", ["register", "day", "visits"])
def test_a_report_is_told_or_made_as_a_paper(
    run: Run, plan_no: str, tmp_path: Path, what: str
) -> None:
    out = run("checkout", "--rep", REP)[0]["card_no"]
    run("return", out, "--rep", REP, "--visited", "要新价目表")
    file = tmp_path / "report.pdf"
    made = run("report", what, "--out", str(file))

    assert made["print_no"] == "P000001"
    assert REP in PdfReader(file).pages[0].extract_text()
    assert "print_no" not in run("report", what)
    assert run("report", what, "--out", str(file), staff=REP, status=1)["error"] == "not_allowed"


def test_a_card_is_printed_for_who_carries_it(run: Run, plan_no: str, tmp_path: Path) -> None:
    out = run("checkout", "--rep", REP)[0]["card_no"]
    file = str(tmp_path / "card.pdf")

    assert run("print", "day-card", out, "--out", file)["pages"] == 2
    assert run("print", "day-card", "Q00005", "--out", file, status=1)["error"] == "wrong_state"
    assert run("print", "packet", "--out", file, staff=REP, status=1)["error"] == "not_allowed"


def test_a_person_reads_plan_and_register(
    run: Run, plan_no: str, cabinet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("checkout", "--rep", REP)
    for typed in (("plan", "show", plan_no), ("report", "register"), ("today",), ("remind",),
                  ("report", "day"), ("plan", "list")):  # fmt: skip
        assert main.main([*typed, "--cabinet", str(cabinet), "--as", KEEPER, "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    for word in ("计划单号", "必访", "借卡人", "距上次拜访", "未还"):
        assert word in told


def test_a_person_reads_what_came_of_visits(
    run: Run, plan_no: str, cabinet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, *_ = [card["card_no"] for card in run("checkout", "--rep", REP)]
    run("return", first, "--rep", REP, "--visited", "要新价目表", "--outcome", "partly")
    run("return", second, "--rep", REP, "--not-visited", "absent", "--next", "+3")
    typed = ("report", "visits", "--cabinet", str(cabinet), "--as", KEEPER, "--lang", "zh")
    assert main.main(typed) == 0
    told = capsys.readouterr().out
    for word in ("部分", "客户不在", "要新价目表"):
        assert word in told

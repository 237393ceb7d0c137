"""The commands about a card in the cabinet, in the same process: what they do and refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import main
from tests.test_main_day import KEEPER, MANAGER, REP, SUPERVISOR, Run, run, times

__all__ = ["run", "times"]  # fixtures

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def rows(run: Run, card_no: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("card", "show", card_no, staff=MANAGER)["contacts"]
    return found


def propose(run: Run, *typed: str, staff: str = KEEPER, **more: Any) -> Any:
    return run("card", "propose", "Q00001", *typed, staff=staff, **more)


def test_rows_are_typed_by_their_paths(run: Run) -> None:
    propose(run, "--set", "contacts#+1.name=何文斌", "--set", "contacts#+1.roles=决策者、批准者")
    (contact,) = rows(run, "Q00001")
    assert (contact["name"], contact["is_primary"]) == ("何文斌", True)

    number = contact["row_no"]
    propose(run, "--set", f"contacts#{number}.mobile=13900000001", "--set", "contacts#+1.name=刘红")
    assert [one.get("mobile") for one in rows(run, "Q00001")] == ["13900000001", None]
    propose(run, "--set", f"contacts#{number}=")
    (left,) = rows(run, "Q00001")
    assert (left["name"], left["is_primary"]) == ("刘红", True)


def test_a_clerks_change_of_a_protected_field_waits_for_the_supervisor(run: Run) -> None:
    done = propose(run, "--set", "legal_rep=周志远", "--set", "main_business=叉车配件")
    assert done["proposed"] == ["legal_rep"]
    number = done["proposal_no"]

    refused = run("proposal", "accept", number, status=1)
    assert refused["error"] in {"same_person", "not_allowed"}
    (line,) = run("proposal", "list", staff=SUPERVISOR)
    assert (line["path"], line["new"]) == ("legal_rep", "周志远")
    assert run("proposal", "accept", number, staff=SUPERVISOR)["waiting"] == 0
    shown = run("card", "show", "Q00001", "--history", staff=MANAGER)
    assert (shown["legal_rep"], shown["main_business"]) == ("周志远", "叉车配件")
    newest = shown["revisions"][0]
    assert (newest["changed_by"], newest["accepted_by"]) == (KEEPER, SUPERVISOR)


def test_a_rep_hands_in_while_he_has_the_card(run: Run) -> None:
    typed = ("--set", "likes=当面谈")
    assert propose(run, *typed, staff=REP, status=1)["error"] in {"not_allowed", "card_not_lent"}
    plan = run("plan", "day", staff=REP)["plan_no"]
    run("plan", "approve", plan, staff=SUPERVISOR)
    run("checkout", "--rep", REP)
    number = propose(run, *typed, staff=REP)["proposal_no"]

    run("proposal", "ask-back", number, "--remark", "问谁说的")
    (line,) = run("proposal", "list", staff=REP)
    assert (line["state"], line["remark"]) == ("asked_back", "问谁说的")
    run("proposal", "answer", number, "--set", "likes=何总说当面谈", staff=REP)
    run("proposal", "reject", number, "--remark", "不用记")
    assert "likes" not in run("card", "show", "Q00001", staff=MANAGER)
    assert run("proposal", "list") == []


def test_an_old_value_comes_back_as_a_new_revision(run: Run) -> None:
    propose(run, "--set", "main_business=叉车配件")
    propose(run, "--set", "main_business=轮胎")
    shown = run("card", "show", "Q00001", "--history")
    run("card", "restore", "Q00001", str(shown["revisions"][0]["line"]), "--reason", "看错了")
    after = run("card", "show", "Q00001", "--history")
    assert after["main_business"] == "叉车配件"
    assert len(after["revisions"]) == len(shown["revisions"]) + 1


def test_private_facts_are_cleared_on_request(run: Run) -> None:
    propose(run, "--set", "contacts#+1.name=何文斌", "--set", "contacts#+1.hobbies=钓鱼")
    refused = run("card", "clear-private", "Q00001", "--reason", "客户来函", status=1)
    assert refused["error"] == "not_allowed"
    done = run("card", "clear-private", "Q00001", "--reason", "客户来函", staff=SUPERVISOR)
    assert done["fields"]
    assert "钓鱼" not in str(run("card", "show", "Q00001", "--history", staff=MANAGER))


def test_two_cards_become_one_and_two_again(run: Run) -> None:
    why = ("--reason", "同一客户")
    assert run("card", "merge", "Q00001", "Q00002", *why, status=1)["error"] == "needs_approval"
    done = run("card", "merge", "Q00001", "Q00002", "--take", "phone", *why, staff=SUPERVISOR)
    assert (done["card_no"], done["void"]) == ("Q00001", "Q00002")
    assert run("card", "show", "Q00001")["phone"] == "028-51234562"
    run("card", "unmerge", done["merge_no"], staff=SUPERVISOR)
    assert run("card", "show", "Q00001")["phone"] == "028-51234561"


def test_a_document_is_put_into_the_pouch(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "执照.png"
    file.write_bytes(PNG)
    done = run("card", "attach", "Q00001", str(file), "--kind", "licence", "--number", "9135")
    assert (done["kind"], done["file"], done["size"]) == ("licence", "执照.png", len(PNG))
    assert run("card", "attachments", "Q00001") == [done]
    file.write_bytes(b"MZ no picture")
    assert run("card", "attach", "Q00001", str(file), status=3)["error"] == "bad_input"
    assert run("card", "attach", "Q00001", str(tmp_path / "none"), status=3)


def test_facts_are_verified(run: Run) -> None:
    done = run("card", "verified", "Q00001", "--group", "contact", "legal")
    assert done["groups"] == ["contact", "legal"]
    assert run("card", "verified", "Q00001", staff=REP, status=1)["error"] == "not_allowed"


def test_the_offices_paper_is_printed_and_known(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    out = ("--out", str(file))
    assert run("print", "card", *out, status=2)["error"] == "usage"
    assert run("print", "card", "Q00001", "Q00002", *out)["pages"] == 4
    propose(run, "--set", "main_business=轮胎")
    assert run("print", "card", "Q00001", "--sides", "back", *out)["pages"] == 1
    assert run("print", "card", "--outdated", "--changed", *out)["pages"] == 2
    assert run("print", "card", "--outdated", *out, status=2)["error"] == "usage"
    assert run("print", "blank-card", "--kind", "individual", "--count", "3", *out)["pages"] == 6
    assert run("print", "card", "Q00001", *out, staff=REP, status=1)["error"] == "not_allowed"


def test_a_copy_has_a_number_and_a_receiver(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    typed = ("print", "copy", "Q00001", "--receiver", "周涛", "--reason", "联合拜访", "--destroy")
    done = run(*typed, "--out", str(file), staff=MANAGER)
    assert done["copies"] == ["FB000001"]
    text = PdfReader(file).pages[0].extract_text()
    assert "FB000001" in text
    assert "周涛" in text
    refused = run(*typed, "--out", str(file), staff=REP, status=1)
    assert refused["error"] == "not_allowed"


@pytest.mark.parametrize("number", ["XD000099", "nothing"])
def test_a_proposal_that_is_not_there(run: Run, number: str) -> None:
    assert run("proposal", "accept", number, status=1)["error"] == "not_found"


def test_a_customer_is_told_on_one_page(
    run: Run, cabinet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = run("plan", "day", staff=REP)["plan_no"]
    run("plan", "approve", plan, staff=SUPERVISOR)
    run("checkout", "--rep", REP)
    run("return", "Q00001", "--rep", REP, "--visited", "要新价目表", "--promise", "报价@+2")
    found = run("card", "glance", "Q00001")
    assert [one["values"]["visited"] for one in found["visits"]] == ["要新价目表"]
    assert [one["description"] for one in found["promises"]] == ["报价"]
    assert len(found["loans"]) == 1

    typed = ("card", "glance", "Q00001", "--cabinet", str(cabinet), "--as", KEEPER, "--lang", "zh")
    assert main.main(typed) == 0
    told = capsys.readouterr().out
    for word in ("客户1号有限公司", "要新价目表", "报价", "了解到"):
        assert word in told

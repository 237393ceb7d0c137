"""The command line, in the same process: what it does, prints, refuses, and its exit status."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import main
from model.command_line.parser import as_one_word, first_word, language_of
from model.storage import cabinet as storage
from model.storage.key_file import KeyFile
from tests.conftest import NOW, PASSWORD

Run = Callable[..., tuple[int, Any]]
MANAGER, KEEPER, REP, SUPERVISOR = "张总", "王秀兰", "李明", "赵刚"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CARD_CABINET", "CARD_CABINET_STAFF", "CARD_CABINET_NEW_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.setattr(main, "_now", lambda: NOW)


@pytest.fixture
def run(cabinet: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command at the test's cabinet; its status and its JSON document."""

    def command(*typed: str, staff: str = KEEPER) -> tuple[int, Any]:
        status = main.main([*typed, "--cabinet", str(cabinet), "--as", staff, "--json"])
        printed = capsys.readouterr().out
        return status, json.loads(printed) if printed else None

    return command


@pytest.fixture
def opened(run: Run) -> Run:
    run("cabinet", "open")
    return run


CARD = ("relationship_status=prospect", "channel_type=end_user", "source_method=cold_visit",
        "org_form=limited", "main_business=叉车配件", "biz_address=成都市武侯区簇锦街道88号",
        "operator_name=何文斌", "phone=028-51234567", "district=武侯")  # fmt: skip


def cells(*more: str) -> list[str]:
    return [part for cell in (*CARD, *more) for part in ("--set", cell)]


# --- from an empty cabinet to a filed card ---------------------------------------------------


def test_create_prints_the_recovery_code_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [
        "create",
        str(tmp_path / "new"),
        "--office",
        "办",
        "--manager",
        "王芳",
        "--keeper",
        "李娜",
    ]
    assert main.main([*typed, "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert len(document["recovery_code"].replace("-", "")) == 28
    assert [slot.name for slot in KeyFile.read(tmp_path / "new" / "keys.json").slots] == [
        "王芳", "李娜", "",
    ]  # fmt: skip


def test_people_teams_districts_settings(run: Run) -> None:
    def manager(*typed: str) -> Any:
        status, document = run(*typed, staff=MANAGER)
        assert status == 0
        return document

    added = manager("staff", "add", "吴强", "--role", "rep", "--team", "一队")
    assert added["name"] == "吴强"
    assert len(added["first_password"]) >= 12
    assert "吴强" in [row["name"] for row in manager("staff", "list")]
    assert manager("staff", "reset", "吴强")["first_password"] != added["first_password"]
    assert manager("team", "add", "三队")["name"] == "三队"
    assert [row["name"] for row in manager("team", "list")] == ["一队", "三队", "二队"]
    assert manager("district", "add", "锦江", "--team", "三队")["drawer"] == 4
    assert "锦江" in [row["name"] for row in manager("district", "list")]
    assert {row["number"] for row in manager("drawer", "list")} >= {1, 2, 3, 4, 90, 91, 92, 98, 99}
    assert manager("keeper", "孙丽", "--deputy", KEEPER) == {
        "keeper": "孙丽", "deputy_keeper": KEEPER,
    }  # fmt: skip
    assert manager("keeper")["keeper"] == "孙丽"
    assert manager("setting", "set", "idle_minutes", "5")["value"] == "5"
    assert {"name": "idle_minutes", "value": "5"}.items() <= next(
        row for row in manager("setting", "list") if row["name"] == "idle_minutes"
    ).items()


def test_given_first_password_is_not_told_again(
    run: Run, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARD_CABINET_NEW_PASSWORD", "given-password")
    _, added = run("staff", "add", "吴强", "--role", "clerk", staff=MANAGER)
    assert "first_password" not in added

    monkeypatch.setenv("CARD_CABINET_PASSWORD", "given-password")
    assert run("search", "x", staff="吴强") == (0, [])


def test_passwd(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARD_CABINET_NEW_PASSWORD", "another-password")
    assert run("passwd", staff=REP)[0] == 0

    assert run("card", "list", staff=REP)[1]["error"] == "wrong_password"
    monkeypatch.setenv("CARD_CABINET_PASSWORD", "another-password")
    assert run("card", "list", staff=REP) == (0, [])


def test_recover(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path / "new")
    main.main(
        ["create", folder, "--office", "办", "--manager", "王芳", "--keeper", "李娜", "--json"]
    )
    code = json.loads(capsys.readouterr().out)["recovery_code"]
    monkeypatch.setenv("CARD_CABINET_RECOVERY_CODE", code.lower().replace("-", " "))
    monkeypatch.setenv("CARD_CABINET_NEW_PASSWORD", "another-password")

    assert main.main(["recover", "--manager", "王芳", "--cabinet", folder, "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["recovery_code"] != code
    monkeypatch.setenv("CARD_CABINET_PASSWORD", "another-password")
    assert main.main(["staff", "list", "--cabinet", folder, "--as", "1"]) == 0


def test_a_card_from_first_typing_to_its_drawer(opened: Run) -> None:
    status, new = opened("card", "new", *cells("full_name=成都恒岳叉车配件有限公司"), staff=REP)
    assert (status, new["draft_no"], new["version"]) == (0, "D00001", 1)
    _, back = opened("card", "send-back", "D00001", "--remark", "补简称", staff=SUPERVISOR)
    assert back["version"] == 2
    _, shown = opened("card", "show", "d00001", staff=REP)
    assert (shown["draft_stage"], shown["review_remark"]) == ("returned", "补简称")
    assert opened("card", "edit", "D00001", "--set", "short_name=恒岳配件", staff=REP)[0] == 0
    assert opened("card", "pass", "D00001", staff=SUPERVISOR)[0] == 0
    _, filed = opened("card", "file", "D00001")
    assert filed == {"draft_no": "D00001", "card_no": "Q00001"}

    _, edited = opened("card", "edit", "Q00001", "--set", "likes=喝茶", "--reason", "来电",
                       "--source", "phone")  # fmt: skip
    _, shown = opened("card", "show", "Q00001", "--history", "--purpose", "phone_call")
    assert (shown["likes"], shown["version"]) == ("喝茶", edited["version"])
    assert shown["revisions"][0]["new"] == "喝茶"
    assert shown["revisions"][0]["reason"] == "来电"
    _, rows = opened("card", "list")
    assert [(row["card_no"], row["custody_state"]) for row in rows] == [("Q00001", "in_cabinet")]
    _, hits = opened("search", "hypj")
    assert [hit["card_no"] for hit in hits] == ["Q00001"]


def test_reject(opened: Run) -> None:
    opened("card", "new", *cells("full_name=成都恒岳叉车配件有限公司"), staff=REP)
    assert opened("card", "reject", "D00001", "--reason", "重复", staff=SUPERVISOR)[0] == 0
    status, refused = opened("card", "file", "D00001")
    assert (status, refused["error"]) == (1, "wrong_state")


def test_version_before_you_is_compared(opened: Run) -> None:
    opened("card", "new", *cells("full_name=成都恒岳叉车配件有限公司"), staff=REP)
    opened("card", "edit", "D00001", "--set", "likes=喝茶", staff=REP)

    status, refused = opened(
        "card", "edit", "D00001", "--set", "likes=咖啡", "--version", "1", staff=REP
    )
    assert (status, refused["error"]) == (1, "lost_race")
    assert refused["values"]["saved_by"] == REP


def test_warnings_are_told_and_ticked(opened: Run) -> None:
    wrong_check = "uscc=91350203M0001QKT19"
    _, new = opened("card", "new", *cells("full_name=恒岳公司", wrong_check), staff=REP)
    assert {"field": "uscc", "reason": "uscc_check"} in new["warnings"]
    _, edited = opened("card", "edit", "D00001", "--set", wrong_check, "--tick", "uscc_check",
                       staff=REP)  # fmt: skip
    assert edited["warnings"] == []


def test_cabinet_opens_and_closes_with_a_backup(run: Run, cabinet: Path) -> None:
    status, day = run("cabinet", "open")
    assert (status, day["is_open"], day["opened_by"]) == (0, True, KEEPER)
    assert Path(day["backup"]).is_file()
    assert Path(day["backup"]).parent == storage.backups_path(cabinet)

    morning = Path(day["backup"]).read_bytes()
    status, day = run("cabinet", "close", "--missing", "Q00001", "Q00002")
    assert (status, day["is_open"]) == (0, False)
    assert Path(day["backup"]).read_bytes() != morning


def test_failing_backup_does_not_keep_the_cabinet_closed(
    run: Run, cabinet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = storage.backups_path(cabinet)
    folder.rmdir()
    folder.write_text("a file where the folder should be")

    status, day = run("cabinet", "open")

    assert (status, day["is_open"], day["backup"]) == (0, True, None)


def test_import_tells_what_it_did(opened: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "客户名称,业务员,片区,电话\n甲一公司,李明,武侯,028-51234567\n乙二公司,李明,锦里,028-52345678\n",
        encoding="utf-8",
    )
    _, dry = opened("import", str(file), "--dry-run")
    assert (dry["added"], dry["import_run"]) == (2, "")
    status, done = opened("import", str(file))
    assert (status, done["added"], done["updated"], done["duplicate"], done["rejected"]) == (
        0, 2, 0, 0, 0,
    )  # fmt: skip
    assert [district["name"] for district in done["new_districts"]] == ["锦里"]
    status, again = opened("import", str(file))
    assert (status, again["added"], again["duplicate"]) == (0, 0, 2)


def test_rejected_row_refuses_the_file_unless_skipped(opened: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "客户名称,业务员,片区\n甲一公司,李明,武侯\n乙二公司,生人,武侯\n", encoding="utf-8"
    )

    status, refused = opened("import", str(file))
    assert (status, refused["error"]) == (3, "bad_input")
    problem = refused["values"]["problems"][0]
    assert (problem["field"], problem["reason"], problem["row"]) == ("rep", "rep_not_on_staff", 3)
    assert Path(refused["values"]["rejected_file"]).is_file()
    assert opened("card", "list")[1] == []

    status, done = opened("import", str(file), "--skip-rejected")
    assert (status, done["added"], done["rejected"]) == (0, 1, 1)


def test_import_for_one_rep_and_district(opened: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("客户名称\n甲一公司\n", encoding="utf-8")
    opened("import", str(file), "--rep", REP, "--district", "武侯", "--kind", "company")
    _, rows = opened("card", "list")
    assert [(row["rep"], row["district"]) for row in rows] == [(REP, "武侯")]


def test_backup_verify_restore(run: Run, cabinet: Path, tmp_path: Path, capsys: Any) -> None:
    file, folder = tmp_path / "usb.ccb", tmp_path / "again"
    status, made = run("backup", str(file))
    assert (status, made["file"]) == (0, str(file))
    status, report = run("verify")
    assert (status, report["faults"]) == (0, [])
    assert run("verify", "--paper", report["log_head"])[0] == 0
    other = f"1-{'0' * 20}"
    status, refused = run("verify", "--paper", other)
    assert (status, refused["error"]) == (4, "verify")
    assert refused["values"]["faults"] == [["log_paper_differs", {"no": 1, "paper": other}]]

    assert main.main(["restore", str(file), str(folder), "--as", MANAGER, "--json"]) == 0
    back = json.loads(capsys.readouterr().out)
    assert back["faults"] == []
    assert {person["name"] for person in back["first_passwords"]} >= {KEEPER, REP}
    assert main.main(["staff", "list", "--cabinet", str(folder), "--as", MANAGER]) == 0


def test_backups_are_listed_and_checked(run: Run, cabinet: Path, tmp_path: Path) -> None:
    assert run("backup", "list") == (0, [])
    _, made = run("backup")
    status, (one,) = run("backup", "list")
    assert (status, one["file"], one["kind"], one["fault"]) == (0, made["file"], "by_hand", "")
    status, checked = run("backup", "check", made["file"])
    assert (status, checked["rows"]) == (0, made["rows"])
    Path(made["file"]).write_bytes(b"torn")
    status, refused = run("backup", "check", made["file"])
    assert (status, refused["error"], refused["values"]["reason"]) == (
        4,
        "backup_damaged",
        "no_backup",
    )


def test_what_fails_in_the_second_folder_is_told(
    run: Run, cabinet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manager = ["--cabinet", str(cabinet), "--as", MANAGER]
    main.main(["setting", "set", "second_backup_folder", str(tmp_path / "stick"), *manager])
    capsys.readouterr()
    assert run("cabinet", "open")[0] == 0
    main.main(["backup", "list", "--cabinet", str(cabinet), "--as", KEEPER, "--lang", "zh"])
    assert "U 盘" in capsys.readouterr().err


def test_preview_of_a_backup(
    run: Run, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "usb.ccb")
    run("backup", file)

    assert main.main(["restore", file, "--preview", "--as", MANAGER, "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert (seen["checked"], seen["holders"]) == (True, [MANAGER])
    assert seen["log_head"].startswith(f"{seen['log_lines']}-")

    monkeypatch.delenv("CARD_CABINET_STAFF", raising=False)
    assert main.main(["restore", file, "--preview", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["checked"] is False
    assert main.main(["restore", file, "--json"]) == 2


def test_two_words_are_one_command_only_where_the_first_is_one_too() -> None:
    for typed, read in (
        (["backup", "list"], ["backup list"]),
        (
            ["--as", "x", "backup", "--json", "check", "f"],
            ["--as", "x", "backup check", "--json", "f"],
        ),
        (["backup", "usb.ccb"], ["backup", "usb.ccb"]),
        (["card", "list"], ["card", "list"]),
        (["backup"], ["backup"]),
    ):
        assert as_one_word(typed, main.COMMANDS) == read


def test_restore_is_for_managers(run: Run, tmp_path: Path, capsys: Any) -> None:
    run("backup", str(tmp_path / "usb.ccb"))
    typed = ["restore", str(tmp_path / "usb.ccb"), str(tmp_path / "again"), "--as", KEEPER]
    assert main.main([*typed, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "not_found"


def test_demo_prints_its_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["demo", str(tmp_path / "x"), "--cards", "16", "--seed", "3", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["cards"] == 16
    assert min(made["plans"], made["loans"], made["visit_records"]) > 0
    assert len(made["people"]) == 13
    assert {"staff_no", "name", "role", "team", "password"} == made["people"][0].keys()


# --- refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "staff", "status", "error"),
    [
        (("staff", "add", "吴强", "--role", "rep"), KEEPER, 1, "not_allowed"),
        (("staff", "reset", "没有人"), MANAGER, 1, "not_found"),
        (("cabinet", "open"), REP, 1, "not_allowed"),
        (("cabinet", "close"), KEEPER, 1, "cabinet_closed"),
        (("card", "show", "Q00009"), KEEPER, 1, "not_found"),
        (("card", "new", "--set", "full_name"), REP, 3, "bad_input"),
        (("card", "new", "--set", "no_field=1", "--set", "full_name=甲"), REP, 3, "bad_input"),
        (("setting", "set", "idle_minutes", "x"), MANAGER, 3, "bad_input"),
        (("import", "nowhere.csv"), KEEPER, 3, "unreadable_file"),
        (("backup",), REP, 1, "not_allowed"),
        (("verify",), SUPERVISOR, 1, "not_allowed"),
        (("search", "x"), "没有人", 1, "not_found"),
    ],
)
def test_refusals(run: Run, typed: tuple[str, ...], staff: str, status: int, error: str) -> None:
    found, document = run(*typed, staff=staff)
    assert (found, document["error"]) == (status, error)
    assert document["values"].keys() >= set()


def test_wrong_password_and_waiting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARD_CABINET_PASSWORD", "not-the-password")
    for _ in range(3):
        status, refused = run("search", "x")
    assert (status, refused["error"]) == (4, "wrong_password")
    status, refused = run("search", "x")
    assert (status, refused["error"]) == (4, "too_many_tries")
    assert refused["values"]["wait_seconds"] == 5
    monkeypatch.setenv("CARD_CABINET_PASSWORD", PASSWORD)
    monkeypatch.setattr(main, "_now", lambda: NOW + timedelta(seconds=6))
    assert run("search", "x") == (0, [])


def test_damage_is_told_apart(run: Run, cabinet: Path) -> None:
    keys = (cabinet / "keys.json").read_bytes()
    (cabinet / "keys.json").write_bytes(keys[:-9])
    assert run("search", "x")[1]["error"] == "key_file_damaged"
    (cabinet / "keys.json").write_bytes(keys)
    content = bytearray((cabinet / "cabinet.db").read_bytes())
    content[100] ^= 1
    (cabinet / "cabinet.db").write_bytes(content)
    status, refused = run("search", "x")
    assert (status, refused["error"]) == (4, "database_damaged")


def test_no_cabinet_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ["search", "x", "--cabinet", str(tmp_path), "--as", "x"]
    assert main.main(typed) == 4
    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(tmp_path) in printed.err


def test_sentence_for_people_facts_for_programs(
    cabinet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["verify", "--cabinet", str(cabinet), "--as", REP]
    assert main.main([*typed, "--lang", "zh"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "业务员" in printed.err
    assert main.main([*typed, "--lang", "en", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "error": "not_allowed",
        "values": {"act": "verify", "role": "rep", "may": ["clerk", "manager"]},
    }


@pytest.mark.parametrize(
    "typed",
    [
        ["staff", "add"],
        ["card"],
        ["staff", "add", "x", "--role", "boss"],
        ["search"],
        ["demo", "x", "--cards", "many"],
        ["no-such-command"],
        ["search", "x", "--no-such-option"],
        ["bench", "no-such-figure"],
    ],
)
def test_wrong_usage(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([*typed, "--lang", "zh"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


def test_wrong_usage_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["staff", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "usage"


@pytest.mark.parametrize("missing", ["--cabinet", "--as"])
def test_who_and_where_must_be_named(
    cabinet: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named = {"--cabinet": str(cabinet), "--as": KEEPER}
    del named[missing]
    assert main.main(["search", "x", *(part for pair in named.items() for part in pair)]) == 2


def test_who_and_where_from_the_environment(cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARD_CABINET", str(cabinet))
    monkeypatch.setenv("CARD_CABINET_STAFF", "2")
    assert main.main(["staff", "list"]) == 0


def test_no_terminal_to_ask_at(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CARD_CABINET_PASSWORD")
    assert main.main(["staff", "list", "--cabinet", str(cabinet), "--as", KEEPER]) == 2
    assert "CARD_CABINET_PASSWORD" in capsys.readouterr().err


def test_password_from_a_prompt(cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.delenv("CARD_CABINET_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: asked.append(prompt) or PASSWORD)
    assert main.main(["staff", "list", "--cabinet", str(cabinet), "--as", KEEPER]) == 0
    assert len(asked) == 1
    assert KEEPER in asked[0]


def test_two_entries_of_a_new_password_must_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(("first-password", "frist-password"))
    monkeypatch.delenv("CARD_CABINET_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    folder = tmp_path / "new"
    create = ["create", str(folder), "--office", "办", "--manager", "王芳", "--keeper", "李娜"]
    assert main.main(create) == 2
    assert not folder.exists()


def test_global_options_stand_before_or_after(cabinet: Path, capsys: Any) -> None:
    before = ["--cabinet", str(cabinet), "--as", KEEPER, "--json", "staff", "list"]
    after = ["staff", "--cabinet", str(cabinet), "list", "--as", KEEPER, "--json"]
    assert main.main(before) == main.main(after) == 0
    documents = capsys.readouterr().out
    assert documents[: len(documents) // 2] == documents[len(documents) // 2 :]


# --- language, help, stopping ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "environment", "language"),
    [
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang=zh"], {"LANG": "en_GB.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LANGUAGE": "zh_TW:en", "LANG": "en_US"}, "zh"),
        ([], {}, "en"),
        (["search", "--lang"], {}, "en"),
    ],
)
def test_language(
    typed: list[str],
    environment: dict[str, str],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(typed) == language


def test_first_word() -> None:
    assert first_word(["--cabinet", "search", "--as", "x", "--json", "verify", "y"]) == "verify"
    assert first_word(["--lang", "zh"]) == ""
    assert first_word(["some/folder"]) == "some/folder"


@pytest.mark.parametrize("name", list(main.COMMANDS))
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main([*name.split(), "--help", "--lang", "en"])
    assert ended.value.code == 0
    assert "--cabinet" in capsys.readouterr().out


def test_ctrl_c_in_long_work_changes_nothing(
    opened: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import signal

    from model.exchange import importing

    file = tmp_path / "list.csv"
    rows = "".join(f"第{number}公司,李明,武侯\n" for number in range(400))
    file.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    real = importing.file_rows

    def interrupted(*arguments: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return real(*arguments)

    monkeypatch.setattr(importing, "file_rows", interrupted)

    status, refused = opened("import", str(file))

    assert (status, refused["error"]) == (1, "stopped")
    assert opened("card", "list")[1] == []


def test_ctrl_c_at_the_prompt(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.delenv("CARD_CABINET_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", interrupt)
    assert main.main(["verify", "--cabinet", str(cabinet), "--as", KEEPER]) == 1


def test_every_desk_is_left_locked(run: Run, cabinet: Path) -> None:
    from model.storage.database import connected

    run("card", "show", "Q00009")
    assert not connected()
    _, report = run("verify")
    assert report["counts"]["log_lines"] > 0


def test_progress_is_shown_on_a_terminal_only(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["verify", "--cabinet", str(cabinet), "--as", KEEPER]
    main.main(typed)
    assert "%" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("model.command_line.call._REPORT_EVERY_S", 0.0)
    main.main(typed)
    assert " 11 %" in capsys.readouterr().err


# --- the window ------------------------------------------------------------------------------


def test_without_a_display_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gui.display.lacking", lambda words: words("Display", "no display"))
    assert main.main(["--lang", "en"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_window_takes_folder_and_language(cabinet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import types

    asked: list[object] = []
    window = types.ModuleType("gui.application")
    window.run = lambda *arguments: asked.append(arguments) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gui.application", window)
    monkeypatch.setattr("gui.display.lacking", lambda words: "")

    assert main.main([]) == 0
    assert main.main([str(cabinet), "--lang", "en"]) == 0
    monkeypatch.setenv("CARD_CABINET", str(cabinet))
    assert main.main([]) == 0
    assert asked == [(None, None), (cabinet, "en"), (cabinet, None)]


def test_no_command_loads_qt(cabinet: Path) -> None:
    """Starting a command costs no window: run apart, because other tests load Qt."""
    program = (
        "import sys, main\n"
        f"done = main.main(['search', '恒', '--cabinet', {str(cabinet)!r}, '--as', '2'])\n"
        "assert done == 0, done\n"
        "heavy = {'PySide6', 'reportlab', 'pypinyin', 'python_calamine', 'fontTools', 'pyvrp'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"CARD_CABINET_PASSWORD": PASSWORD, "PYTHONPATH": str(Path(main.__file__).parent)},
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_now_has_no_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert isinstance(main._now(), datetime)
    assert main._now() != NOW
    assert main._now().tzinfo is None


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (("log", "show", "--to", "9999-12-31"), 0),
        (("report", "register", "--date", "9999-12-31"), 0),
        (("report", "register", "--date", "+99999999999"), 3),
        (("log", "show", "--card", "\udcc0"), 2),
        (("search", "\udcc0"), 2),
    ],
)
def test_nothing_typed_ends_in_a_traceback(run: Run, typed: tuple[str, ...], status: int) -> None:
    assert run(*typed)[0] == status


@pytest.mark.parametrize("limit", ["0", "-1", "many", "99999999999999999999"])
def test_a_number_that_is_none_is_wrong_usage(run: Run, limit: str) -> None:
    assert run("log", "show", "--limit", limit)[0] == 2


def test_a_name_that_no_disk_takes_is_told(run: Run) -> None:
    assert run("backup", "很" * 300)[1]["error"] == "cannot_write"

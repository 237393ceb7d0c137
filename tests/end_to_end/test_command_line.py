"""An office's first days by command line alone, each command a process of its own."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT, Program

PASSWORD = "office-password"
CARD = ("relationship_status=prospect", "channel_type=end_user", "source_method=cold_visit",
        "org_form=limited", "main_business=叉车配件", "biz_address=成都市武侯区簇锦街道88号",
        "operator_name=何文斌", "phone=028-51234567", "district=武侯",
        "full_name=成都恒岳叉车配件有限公司")  # fmt: skip
LIST = "客户名称,业务员,片区,电话\n甲一商贸公司,李明,武侯,028-52345678\n乙二物流公司,李明,锦里,\n"


@pytest.fixture
def cabinet(tmp_path: Path) -> Path:
    return tmp_path / "office.cabinet"


def test_from_nothing_to_a_restored_cabinet(
    program: Program, cabinet: Path, tmp_path: Path
) -> None:
    def do(staff: str, *typed: str, status: int = 0, **more: str) -> Any:
        secrets = {"CARD_CABINET_PASSWORD": PASSWORD, "CARD_CABINET_NEW_PASSWORD": PASSWORD}
        named = {"CARD_CABINET": str(cabinet), "CARD_CABINET_STAFF": staff}
        return program.result(*typed, status=status, **{**secrets, **named, **more})

    do(
        "",
        "create",
        str(cabinet),
        "--office",
        "东风办事处",
        "--manager",
        "王芳",
        "--keeper",
        "李娜",
    )
    do("王芳", "team", "add", "一队")
    do("王芳", "staff", "add", "赵刚", "--role", "supervisor", "--team", "一队")
    do("王芳", "staff", "add", "李明", "--role", "rep", "--team", "一队")
    do("李娜", "district", "add", "武侯", "--team", "一队")

    file = tmp_path / "名单.csv"
    file.write_bytes(LIST.encode("gb18030"))
    assert do("李娜", "import", str(file))["added"] == 2
    closed = do("李娜", "card", "show", "Q00001", status=1)
    assert closed["error"] == "cabinet_closed"
    assert do("李娜", "cabinet", "open")["is_open"]

    typed = [part for cell in CARD for part in ("--set", cell)]
    assert do("李明", "card", "new", *typed)["draft_no"] == "D00001"
    assert do("李明", "card", "pass", "D00001", status=1)["error"] == "not_allowed"
    do("赵刚", "card", "pass", "D00001")
    assert do("李娜", "card", "file", "D00001")["card_no"] == "Q00003"
    assert [hit["card_no"] for hit in do("李明", "search", "hengyue")] == ["Q00003"]
    shown = do("李明", "card", "show", "Q00003")
    assert shown["full_name"] == "成都恒岳叉车配件有限公司"
    assert "main_business" in shown["hidden"] or shown["main_business"] == "叉车配件"

    do("李娜", "backup", str(tmp_path / "usb.ccb"))
    head = do("李娜", "verify")["log_head"]
    do("李娜", "cabinet", "close")
    again = tmp_path / "again.cabinet"
    back = do("王芳", "restore", str(tmp_path / "usb.ccb"), str(again))
    assert [person["name"] for person in back["first_passwords"]] == ["李娜", "赵刚", "李明"]
    first = {person["name"]: person["first_password"] for person in back["first_passwords"]}

    def later(*words: str, status: int = 0) -> Any:
        named = {"CARD_CABINET": str(again), "CARD_CABINET_PASSWORD": first["李娜"]}
        return do("李娜", *words, status=status, **named)

    assert later("verify")["faults"] == []
    assert len(later("card", "list")) == 3
    # The backup was made before that head was printed: its log has not come so far.
    assert later("verify", "--paper", head, status=4)["error"] == "verify"
    assert do("李娜", "verify", "--paper", head)["faults"] == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX signals")
def test_ctrl_c_leaves_nothing_behind(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "sample" / "sample.cabinet"
    command = [sys.executable, str(ROOT / "main.py"), "demo", str(folder), "--cards", "4000"]
    with subprocess.Popen(command, env=program.environment(), stderr=subprocess.PIPE) as making:
        while making.poll() is None and not list(tmp_path.glob("sample/.*/cabinet.db")):
            time.sleep(0.01)
        making.send_signal(signal.SIGINT)
        _, told = making.communicate(timeout=60)

    assert making.returncode == 1
    assert told.decode().strip() == "Stopped. Nothing was changed."
    assert list((tmp_path / "sample").iterdir()) == []


def test_without_a_display_the_window_says_so_and_ends(program: Program) -> None:
    done = program.start(status=2, QT_QPA_PLATFORM="xcb")

    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_help_and_wrong_usage(program: Program) -> None:
    assert "search" in program.start("--help").stdout
    assert "--role" in program.start("staff", "add", "x", status=2).stderr


def test_chinese_system_speaks_chinese(program: Program, cabinet: Path) -> None:
    done = program.start("search", "x", "--cabinet", str(cabinet), "--as", "x", status=4,
                         LANG="zh_CN.UTF-8", CARD_CABINET_PASSWORD="x")  # fmt: skip
    assert "卡柜" in done.stderr


def test_console_that_lacks_a_character_is_no_reason_to_stop(
    program: Program, cabinet: Path
) -> None:
    done = program.start("search", "x", "--cabinet", str(cabinet), "--as", "x", "--lang", "zh",
                         status=4, CARD_CABINET_PASSWORD="x", PYTHONIOENCODING="ascii")  # fmt: skip
    assert "?" in done.stderr

"""The log as a file: whole or not at all, harmless to a spreadsheet, itself a line of the log."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from model.errors import (
    BadInputError,
    CannotWriteError,
    LogTooLongError,
    NotAllowedError,
    StoppedError,
)
from model.exchange import log_file
from model.exchange.log_file import export_log
from model.office import audit
from model.office.audit import Event
from model.office.desk import Desk
from model.office.log_query import LogQuery
from model.office.tables import AuditLine
from model.storage import durable
from model.storage.database import writing
from model.upkeep.verify import verify
from model.words import words_in
from tests.conftest import NOW, Sit

ZH = words_in("zh")
FORMULA = '=HYPERLINK("http://evil","x")'


@pytest.fixture
def manager(sit: Sit) -> Desk:
    """The manager's desk, over a log with a formula in a reason."""
    desk = sit("张总")
    with writing():
        audit.log(
            desk, Event.LOAN_CORRECT, NOW, kind="card", subject="Q00001", reason=FORMULA,
            after={"undone": "issue"}, document="-1+1",
        )  # fmt: skip
    return desk


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_every_line_of_the_log_stands_in_the_text(manager: Desk, tmp_path: Path) -> None:
    made = export_log(manager, LogQuery(), tmp_path / "log.csv", ZH, NOW)
    rows = read_csv(made.file)
    numbers = [int(row[0]) for row in rows[1:]]

    assert rows[0][:4] == ["序号", "时间", "人员", "工号"]
    assert numbers == list(range(len(numbers), 0, -1))
    assert made.lines == len(numbers)
    assert len(numbers) == AuditLine.select().count() - 1, "all but its own end"
    assert made.file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_formulas_are_texts_in_both_kinds_of_file(manager: Desk, tmp_path: Path) -> None:
    wanted = LogQuery(events=("loan.correct",))
    text = export_log(manager, wanted, tmp_path / "log.csv", ZH, NOW).file
    book = export_log(manager, wanted, tmp_path / "log.xlsx", ZH, NOW).file

    assert read_csv(text)[1][11:13] == [f"'{FORMULA}", "'-1+1"]
    sheet = CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()
    assert sheet[1][11:13] == [FORMULA, "-1+1"], "written as a text cell, it is none"


def test_the_export_is_logged_with_count_and_checksum(manager: Desk, tmp_path: Path) -> None:
    out = tmp_path / "log.csv"
    made = export_log(manager, LogQuery(staff_no=1), out, ZH, NOW)
    begun, done = AuditLine.select().order_by(AuditLine.no.desc()).limit(2)[::-1]

    assert (begun.event, begun.subject_kind, begun.subject) == ("export.begin", "log", "log.csv")
    assert (done.event, done.subject) == ("export", "log.csv")
    facts = json.loads(done.after)
    assert facts["count"] == made.lines
    assert facts["sha256"] == made.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert facts["staff_no"] == 1
    assert verify(manager, "", NOW).faults == (), "it is no copy that the register lacks"


@pytest.mark.parametrize("name", ["李明", "王秀兰", "赵刚"])
def test_only_the_manager_exports_it(sit: Sit, tmp_path: Path, name: str) -> None:
    with pytest.raises(NotAllowedError):
        export_log(sit(name), LogQuery(), tmp_path / "log.csv", ZH, NOW)
    assert list(tmp_path.glob("log*")) == []


@pytest.mark.parametrize("name", ["log.txt", "log", "log.xls"])
def test_other_kinds_of_file_are_refused_and_nothing_is_logged(
    manager: Desk, tmp_path: Path, name: str
) -> None:
    before = AuditLine.select().count()
    with pytest.raises(BadInputError):
        export_log(manager, LogQuery(), tmp_path / name, ZH, NOW)
    assert AuditLine.select().count() == before


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_stopped_export_leaves_no_file_and_keeps_the_old_one(
    manager: Desk, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"log{suffix}"
    out.write_text("alt", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        export_log(manager, LogQuery(), out, ZH, NOW, stop)
    assert out.read_text(encoding="utf-8") == "alt"
    assert [path.name for path in tmp_path.glob("*log*")] == [out.name]
    newest = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert newest.event == "export.begin", "that it was begun stays in the log"


def test_an_export_without_its_name_is_not_logged_as_done(
    manager: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(durable, "put_in_place", refuse)
    with pytest.raises(CannotWriteError):
        export_log(manager, LogQuery(), tmp_path / "log.csv", ZH, NOW)
    newest = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert newest.event == "export.begin"
    assert list(tmp_path.glob("*log*")) == []


def test_an_export_whose_line_finds_no_room_leaves_no_file(
    manager: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = audit.log

    def refuse(desk: Desk, event: audit.Event, *given: Any, **facts: Any) -> None:
        if event is audit.Event.EXPORT:
            raise CannotWriteError(path="cabinet.db", reason="disk full")
        real(desk, event, *given, **facts)

    monkeypatch.setattr(audit, "log", refuse)
    with pytest.raises(CannotWriteError):
        export_log(manager, LogQuery(), tmp_path / "log.csv", ZH, NOW)
    assert list(tmp_path.glob("*log*")) == []


def test_a_folder_that_is_not_there_is_told(manager: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        export_log(manager, LogQuery(), tmp_path / "nowhere" / "log.csv", ZH, NOW)


def test_a_workbook_takes_so_many_lines_and_no_more(
    manager: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "MOST_IN_WORKBOOK", 5)
    with pytest.raises(LogTooLongError):
        export_log(manager, LogQuery(), tmp_path / "log.xlsx", ZH, NOW)
    assert list(tmp_path.glob("*log*")) == []
    assert export_log(manager, LogQuery(), tmp_path / "log.csv", ZH, NOW).lines > 5

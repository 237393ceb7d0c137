"""Files told apart by what is in them, whatever they are called."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import StoppedError, UnreadableFileError
from model.exchange import reading
from model.exchange.reading import read_source
from model.exchange.sheets import text_of
from tests.model.exchange.conftest import write_csv, write_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def quiet(done: int, total: int) -> None:
    """No progress."""


def reason_of(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_source(path, quiet)
    assert caught.value.values["file"] == path.name
    return str(caught.value.values["reason"])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\r\n \r\n", "empty"),
        (OLE, "old_format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7 ...", "other_format"),
        (b"\xef\xbb\xbf<html><table>", "web_page"),
        (b"  <TABLE border=1>", "web_page"),
        (b"PK\x03\x04 no zip at all", "damaged"),
    ],
)
def test_a_file_that_is_no_list_says_what_it_is(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "客户.xlsx"
    path.write_bytes(data)
    assert reason_of(path) == reason


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "nowhere.xlsx") == "not_there"
    assert reason_of(tmp_path) == "not_readable"


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["客户名称"]])
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert reason_of(path) == "not_readable"


def test_a_file_too_large_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "a.csv", [["客户名称"], ["甲"]])
    monkeypatch.setattr(reading, "MOST_BYTES", 5)
    assert reason_of(path) == "too_large"


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "客户.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<document/>")
    assert reason_of(path) == "other_format"


def test_a_workbook_cut_in_the_middle_is_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"客户": [["客户名称"], ["甲"]]})
    path.write_bytes(path.read_bytes()[:-200])
    assert reason_of(path) == "damaged"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_broken_part_is_damaged(tmp_path: Path, part: str) -> None:
    whole = write_xlsx(tmp_path / "a.xlsx", {"客户": [["客户名称"], ["甲"]]}).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if name == part else data)
    path = tmp_path / "b.xlsx"
    path.write_bytes(out.getvalue())
    assert reason_of(path) == "damaged"


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert reason_of(write_xlsx(tmp_path / "a.xlsx", {"客户": []})) == "empty"


def test_a_cell_at_the_end_of_the_sheet_is_refused_before_it_eats_the_memory(
    tmp_path: Path,
) -> None:
    """Calamine would ask for half a terabyte here, and take the program down with it."""
    path = tmp_path / "far.xlsx"
    rows: list[list[object]] = [["客户名称"]]
    write_xlsx(path, {"客户": rows})
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "客户名称")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(UnreadableFileError) as caught:
        read_source(path, quiet)
    assert caught.value.values["reason"] == "far_cell"
    assert caught.value.values["cell"] == "XFD1048576"


def test_a_coloured_cell_far_away_does_no_harm(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "客户名称")
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bg_color": "yellow"}))
    assert len(read_source(path, quiet).sheets[0].lines) == 1


def test_cells_keep_their_row_and_type(tmp_path: Path) -> None:
    rows = [[], ["", "标题"], [], [None, "甲", date(2026, 3, 1), 12.0, True, "00123"]]
    source = read_source(write_xlsx(tmp_path / "a.xlsx", {"客户": rows}), quiet)
    assert [line.number for line in source.sheets[0].lines] == [2, 4]
    assert source.sheets[0].lines[1].cells == (None, "甲", date(2026, 3, 1), 12.0, True, "00123")
    assert source.encoding == "xlsx"
    assert len(source.sha256) == 64


@pytest.mark.parametrize("options", [{}, {"date_1904": True}])
def test_both_calendars_of_workbooks(tmp_path: Path, options: dict[str, bool]) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"客户": [[date(2026, 3, 1)]]}, **options)
    assert read_source(path, quiet).sheets[0].lines[0].cells == (date(2026, 3, 1),)


def test_an_error_of_a_formula_is_seen(tmp_path: Path) -> None:
    """Calamine gives an empty cell for it: an amount would be lost without a word."""
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "甲")
        sheet.write_formula(0, 2, "=A9*1", None, "#VALUE!")
        sheet.write_formula(2, 1, "=VLOOKUP(1,A1,1)", None, "#N/A")
    lines = read_source(path, quiet).sheets[0].lines
    assert lines[0].cells == ("甲", None, "#VALUE!")
    assert lines[1].number == 3
    assert lines[1].cells == (None, "#N/A")


def test_hidden_sheets_are_kept_apart(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("看得见").write(0, 0, "a")
        hidden = book.add_worksheet("藏起来")
        hidden.write(0, 0, "b")
        hidden.hide()
    source = read_source(path, quiet)
    assert [sheet.name for sheet in source.sheets] == ["看得见"]
    assert [sheet.name for sheet in source.hidden] == ["藏起来"]


def test_reading_stops_when_it_is_told_to(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"客户": [["a"]]})

    def stop(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read_source(path, stop)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), ("甲", "甲"), (12.0, "12"), (0.1, "0.1"), (True, "TRUE"),
        (date(2026, 3, 1), "2026-03-01"), (datetime(2026, 3, 1, 8, 5), "2026-03-01 08:05"),
        (datetime(2026, 3, 1), "2026-03-01"), (13800138000.0, "13800138000"),
    ],
)  # fmt: skip
def test_a_cell_as_a_person_reads_it(cell: object, text: str) -> None:
    assert text_of(cell) == text  # type: ignore[arg-type]


@given(st.binary(max_size=400))
def test_no_bytes_are_more_than_unreadable(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    try:
        source = read_source(path, quiet)
    except UnreadableFileError:
        return
    assert any(sheet.lines for sheet in source.sheets)

"""Lists in text: encodings, separators, rows as a spreadsheet program counts them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import UnreadableFileError
from model.exchange.delimited import decoded, delimiter_of, read_list
from model.exchange.sheets import Sheet

TEXT = "客户名称,地址\n苏州大正食品有限公司,苏州市长江路1号\n"


def read(data: bytes, encoding: str = "") -> tuple[str, Sheet]:
    return read_list(Path("a.csv"), data, encoding, lambda done, total: None)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gbk"), "gb18030"),
        ((TEXT + "𠮷野,\n").encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        ("Name,City\nAda,London\n".encode("utf-16-le"), "utf-16-le"),
        ("Name,City\nAda,London\n".encode("utf-16-be"), "utf-16-be"),
        (b"Name,City\nAda,London\n", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    found, sheet = read(data)
    assert found == encoding
    assert sheet.lines[0].cells[0] in {"客户名称", "Name"}


def test_a_person_may_name_the_encoding() -> None:
    data = "客戶名稱,地址\n臺北茶行,臺北市\n".encode("big5")
    assert read(data, "big5")[1].lines[1].cells == ("臺北茶行", "臺北市")


def test_a_field_cut_within_a_character_spoils_only_its_cell() -> None:
    """Old programs cut names at a number of bytes."""
    data = TEXT.encode("gbk") + "合肥大永建材有限责任公".encode("gbk")[:-1] + b",x\n"
    encoding, sheet = read(data)
    assert encoding == "gb18030"
    assert sheet.lines[1].cells[0] == "苏州大正食品有限公司"
    assert "\ufffd" in str(sheet.lines[2].cells[0])


def test_a_file_cut_off_within_its_last_character_is_utf_8_all_the_same() -> None:
    encoding, sheet = read(TEXT.encode()[:-2])
    assert encoding == "utf-8"
    assert sheet.lines[1].cells[0] == "苏州大正食品有限公司"


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(bytes(range(128, 256)) * 4)
    assert caught.value.values["reason"] == "encoding"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_what_is_written_in_utf_8_or_gb18030_is_read_back(text: str) -> None:
    text = "客户" + text.replace("\ufeff", "").replace("\ufffd", "")
    assert decoded(text.encode()) == ("utf-8", text)
    for data in (text.encode("gb18030"),):
        encoding, back = decoded(data)
        assert back == text or encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\tc\n1,5\t2\t3\n", "\t"),
        ("a;b;c\n1,5;2;3\n", ";"),
        ('a,b\n"x;y;z",2\n"x;y;z",3\n', ","),
        ("a\n1\n", ","),
    ],
)
def test_what_parts_the_columns(text: str, sign: str) -> None:
    assert delimiter_of(text) == sign


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    """A cell of two lines is one row, an empty line is a row too."""
    _, sheet = read('标题\n\n名称,备注\n"甲\n乙",x\n,,\n丙,y\n'.encode())
    assert [(line.number, line.cells[0]) for line in sheet.lines] == [
        (1, "标题"), (3, "名称"), (4, "甲\n乙"), (6, "丙"),
    ]  # fmt: skip


def test_the_line_that_names_the_separator_is_no_row() -> None:
    _, sheet = read("sep=;\n名称;备注\n甲;x,y\n".encode())
    assert [(line.number, line.cells) for line in sheet.lines] == [
        (1, ("名称", "备注")),
        (2, ("甲", "x,y")),
    ]


def test_a_quote_that_never_ends_is_told_and_not_swallowed() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(('名称,备注\n"甲,x\n' + "乙,y\n" * 60_000).encode())
    assert caught.value.values["reason"] == "damaged"

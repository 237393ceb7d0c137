from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from model.cards.readings import covering, every, likely, of_character

POLYPHONES = "行长重乐单曾解仇区查朴盖都车大成会"
hanzi = st.text(st.sampled_from("恒运配件叉武侯金牛" + POLYPHONES), min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重庆", "chong qing"),
        ("中国人", "zhong guo ren"),
        ("中心", "zhong xin"),
        ("银行", "yin hang"),
        ("长城", "chang cheng"),
        ("绿地", "lv di"),
        ("ABC轮胎3", "A B C lun tai 3"),
    ],
)
def test_words_are_read_as_words(text: str, read: str) -> None:
    assert likely(text) == tuple(read.split())


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("曾艳", "zeng yan"),
        ("单军超", "shan jun chao"),
        ("解放", "xie fang"),
        ("仇英", "qiu ying"),
        ("区平", "ou ping"),
        ("查娜", "zha na"),
        ("万俟春", "mo qi chun"),
        ("令狐冲", "ling hu chong"),
        ("单于明", "chan yu ming"),
        ("尉迟恭", "yu chi gong"),
        ("长孙无忌", "zhang sun wu ji"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, read: str) -> None:
    assert likely(name, person=True) == tuple(read.split())


def test_a_firm_has_no_surname() -> None:
    assert likely("解放轮胎")[0] == "jie"
    assert likely("解放", person=True)[0] == "xie"


def test_every_reading_is_there_and_the_likely_one_first() -> None:
    assert set(of_character("行")) == {"xing", "hang", "heng"}
    assert every("银行") == [("yin",), ("hang", "xing", "heng")]
    assert every("黑土", person=True)[0] == ("he", "hei", "mo")[:1] + every("黑")[0]


def test_a_legal_form_has_one_reading() -> None:
    assert all(len(some) == 1 for some in every("有限责任公司"))
    assert len(every("恒行有限公司")[1]) > 1


@given(hanzi)
def test_words_are_read_as_the_library_reads_them(text: str) -> None:
    assert list(likely(text)) == lazy_pinyin(text, errors=list)


def test_a_name_of_few_polyphones_has_all_its_combinations() -> None:
    assert covering([("a",), ("b", "c"), ("d", "e")], 8, 3) == ["abd", "abe", "acd", "ace"]


@settings(deadline=None)
@given(hanzi, st.integers(1, 16), st.integers(1, 4))
def test_no_reading_of_a_stretch_is_missing(name: str, most: int, stretch: int) -> None:
    readings = every(name)
    lines = "\n".join(covering(readings, most, stretch))
    for start in range(len(name)):
        for text in map("".join, product(*readings[start : start + stretch])):
            assert text in lines


@settings(deadline=None)
@given(st.text(st.sampled_from(POLYPHONES), min_size=20, max_size=60))
def test_a_long_name_stays_bounded(name: str) -> None:
    assert len(covering(every(name), 8, 4)) < 100 * len(name)
    assert covering(every(name), 8, 4)[0] == "".join(likely(name))

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cards.finding import (
    LONGEST_KEY,
    SEPARATOR,
    folded,
    initials,
    matches,
    matching,
    normalised_name,
    query_key,
    search_key,
)

CARD = search_key(
    card_no="Q00037",
    legacy_no="蓝-118",
    name="成都恒运叉车配件有限公司",
    short_name="恒运配件",
    mnemonic="HYPJ",
    phones=["028-85551234-801", "13900000001", "+551239235555"],
    people=["曾国强", "单雄信", "Luís Gonçalves"],
)


def found(key: str, typed: str) -> bool:
    return matches(key, query_key(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "恒运", "运叉", "成都恒运叉车配件有限公司", "恒 件", "恒运配件",
        "Q00037", "q00037", "Ｑ０００３７", "00037", "蓝-118", "蓝118",
        "hypj", "HYPJ", "cdhy", "hengyun", "heng yun", "HengYunPeiJian", "gongsi", "peimou",
        "85551234", "028-8555", "0288555", "(028) 8555", "1234801", "139 0000 0001",
        "+86 139 0000 0001", "+8613900000001", "8613900000001", "0001", "+86 28 8555 1234", "3923",
        "曾国", "zengguo", "cengguo", "zgq", "shanxiong", "danxiong", "sxx",
        "Gonçalves", "goncalves", "luis g",
        "恒运 zgq 139", "",
    ],
)  # fmt: skip
def test_the_card_is_found_by(typed: str) -> None:
    assert found(CARD, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "重庆",
        "chongqing",
        "恒运 重庆",
        "85551235",
        "hypj zzz",
        "q00037蓝",
        "配件hypj",
        "xiongxinsxx",
    ],
)
def test_the_card_is_not_found_by(typed: str) -> None:
    assert not found(CARD, typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("重庆长安汽车", "chongqing"),
        ("重庆长安汽车", "zhongqing"),
        ("重庆长安汽车", "cqca"),
        ("重庆长安汽车", "zhangan"),
        ("中国银行", "yinhang"),
        ("中国银行", "zgyx"),
        ("长城", "changcheng"),
        ("长城", "zhangcheng"),
        ("绿地", "lvdi"),
        ("ABC轮胎", "abclt"),
    ],
)
def test_firms_are_found_by_every_reading(name: str, typed: str) -> None:
    assert found(search_key(name=name), typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("曾艳", "zengyan"), ("单军", "shanjun"), ("解放", "xiefang"), ("仇英", "qy"),
     ("黑土", "hetu"), ("万俟春", "moqichun"), ("吕布", "lvbu")],
)  # fmt: skip
def test_a_person_is_found_by_the_reading_of_the_surname(name: str, typed: str) -> None:
    assert found(search_key(name=name, person=True), typed)
    assert found(search_key(people=[name]), typed)


def test_blanks_and_signs_alone_find_everything() -> None:
    assert query_key("  - +86 ， ") == ()
    assert found(CARD, " - ")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("恒运配件", "HYPJ"),
        ("重庆长安汽车", "CQCAQC"),
        ("中国银行", "ZGYH"),
        ("ABC轮胎3号店", "ABCLT3HD"),
        ("成都恒运叉车配件有限公司武侯分公司", "CDHYCCPJYXGS"),
        ("Google Inc.", "GI"),
        ("Élan Ñandú", "EN"),
        ("恒运（成都）配件", "HYCDPJ"),
        ("", ""),
        ("？", ""),
    ],
)
def test_initials(name: str, code: str) -> None:
    assert initials(name) == code


def test_initials_of_people_begin_with_the_surname() -> None:
    assert initials("曾艳", person=True) == "ZY"
    assert initials("曾艳") == "CY"


@pytest.mark.parametrize(
    "same",
    [
        "成都恒运叉车配件有限公司",
        "成都市恒运叉车配件有限责任公司",
        "四川省成都市武侯区恒运叉车配件股份有限公司",
        "恒运叉车配件厂",
        "恒运叉车配件店",
        " 恒运 叉车配件 公司 ",
        "(恒运)叉车配件",
        "（恒运）叉车配件",
    ],
)
def test_duplicates_have_one_name(same: str) -> None:
    assert normalised_name(same) == "恒运叉车配件"


@pytest.mark.parametrize(
    "same",
    [
        "恒运叉车配件（成都）有限公司", "恒运叉车配件(成都市)有限公司", "恒运（四川）叉车配件厂",
        "恒运叉车配件【武侯区】店", "恒运叉车配件〔中国〕有限公司", "（成都）恒运叉车配件",
        "恒运叉车配件店（个体工商户）", "恒运叉车配件(普通合伙)", "成都恒运叉车配件（有限合伙）",
        "恒运叉车配件股份公司", "恒运叉车配件厂（个人独资）", "恒运叉车（配件）有限公司",
    ],
)  # fmt: skip
def test_brackets_places_in_them_and_legal_forms_make_no_other_name(same: str) -> None:
    assert normalised_name(same) == "恒运叉车配件"


def test_case_and_width_do_not_make_two_names() -> None:
    assert normalised_name("ＡＢＣ轮胎") == normalised_name("abc轮胎有限公司") == "abc轮胎"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("成都", "成都"),
        ("公司", "公司"),
        ("有限公司", "有限"),
        ("店", "店"),
        ("？？", "？？"),
        ("（成都）", "成都"),
        ("个体工商户", "个体工商户"),
        ("()", "()"),
    ],
)
def test_a_name_is_never_taken_down_to_nothing(name: str, key: str) -> None:
    assert normalised_name(name) == key


def test_other_firms_keep_other_names() -> None:
    assert normalised_name("恒运叉车配件") != normalised_name("恒通叉车配件")
    assert normalised_name("恒运武侯分公司") != normalised_name("恒运公司")


def test_nothing_is_taken_off_a_persons_name() -> None:
    assert normalised_name("安康生店", person=True) == "安康生店"
    assert normalised_name("买买提·阿不都", person=True) == "买买提阿不都"


def test_a_long_key_keeps_the_likely_readings() -> None:
    people = [f"{surname}行长重{given}" for surname in "曾单解仇区" for given in "乐朴盖都车大成会"]
    key = search_key(card_no="Q00001", name="重庆" * 30, people=people)
    assert len(key) <= LONGEST_KEY
    assert found(key, "q00001")
    assert found(key, "chongqing")


def test_fast_matching_is_a_plain_scan() -> None:
    keys = [CARD, search_key(name="重庆长安"), search_key(name="恒通")]
    for typed in ("恒", "heng", "恒 tong", "zz", "", "cq"):
        terms = query_key(typed)
        assert matching(keys, terms) == [n for n, key in enumerate(keys) if matches(key, terms)]


names = st.text(
    st.sampled_from("成都市武侯区恒运重行长曾单有限公司厂店（）() ·-ABCabc１２é\u3000😀"),
    max_size=20,
)


@given(names)
def test_normalising_twice_is_normalising_once(name: str) -> None:
    key = normalised_name(name)
    assert normalised_name(key) == key
    assert bool(key) is bool(name.strip())


@settings(deadline=None)
@given(names, names, st.lists(st.from_regex(r"0[0-9]{9,11}", fullmatch=True), max_size=3))
def test_every_part_is_found_and_nothing_crosses_parts(name: str, other: str, phones) -> None:
    key = search_key(card_no="Q00001", name=name, short_name=other, phones=phones)
    for typed in ("Q00001", name, other, *phones):
        assert found(key, typed)
    assert all(SEPARATOR not in term for term in query_key(name + "\n" + other))


@given(names, st.integers(0, 20), st.integers(1, 20))
def test_any_stretch_of_the_name_finds_the_card(name: str, start: int, length: int) -> None:
    assert found(search_key(name=name), name[start : start + length])


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_showing_a_list_loads_no_pinyin() -> None:
    program = (
        "import sys; from model.cards.finding import matching, query_key, normalised_name;"
        "assert matching(['恒运\\nhy'], query_key('HY')) == [0]; normalised_name('恒运有限公司');"
        "import model.cards.checks; sys.exit('pypinyin' in sys.modules or 'stdnum' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

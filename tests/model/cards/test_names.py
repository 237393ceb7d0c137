import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checked import Checked
from model.cards.names import firm_name, person_name


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("王芳", "王芳"),
        ("王\u3000芳", "王芳"),
        ("王 芳", "王芳"),
        ("欧阳 建国", "欧阳建国"),
        ("\u200b王芳\ufeff", "王芳"),
        ("买买提•阿不都", "买买提·阿不都"),
        ("买买提.阿不都", "买买提·阿不都"),
        ("买买提 · 阿不都", "买买提·阿不都"),
        ("李〇", "李〇"),
        ("𠮷野家", "𠮷野家"),
        ("O'Reilly", "O'Reilly"),
        ("Hugh O’Reilly", "Hugh O’Reilly"),
        ("Jean-Luc Müller", "Jean-Luc Müller"),
        ("Johannes  Van der Berg", "Johannes Van der Berg"),
        ("J. Smith", "J. Smith"),
        ("Ｗａｎｇ", "Wang"),
    ],
)
def test_names_of_people_are_written_one_way(typed: str, stored: str) -> None:
    assert person_name(typed) == Checked(stored)


@pytest.mark.parametrize(
    "typed", ["王总(采购)", "王芳13800138000", "张三/李四", "-", "12", "王芳!"]
)
def test_other_characters_are_kept_with_a_warning(typed: str) -> None:
    checked = person_name(typed)
    assert (checked.value, reasons(checked)) == (typed, ["name_characters"])
    assert not checked.errors


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("成都恒运（武侯）叉车", "成都恒运(武侯)叉车"),
        ("ＡＢＣ轮胎３号店", "ABC轮胎3号店"),
        ("  恒运\n配件 ", "恒运 配件"),
        ("JetBrains s.r.o.", "JetBrains s.r.o."),
        ("=cmd()", "=cmd()"),
    ],
)
def test_names_of_firms_are_written_one_way(typed: str, stored: str) -> None:
    assert firm_name(typed) == Checked(stored)


def test_a_firm_without_a_letter_in_its_name_is_warned_of() -> None:
    assert reasons(firm_name("12345")) == ["name_without_letters"]
    assert not firm_name("12345").errors


@given(st.text(max_size=30))
def test_no_name_is_refused_and_reading_it_again_changes_nothing(text: str) -> None:
    for read in (person_name, firm_name):
        checked = read(text)
        assert not checked.errors
        if checked.value is not None:
            assert read(checked.value) == checked

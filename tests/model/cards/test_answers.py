import pytest

from model.cards.answers import choice, choices, explicit, flag, rating
from model.cards.checked import Checked, Explicit

STATUSES = (
    ("prospect", ("Prospect", "潜在客户")),
    ("current", ("Current customer", "现有客户")),
    ("other", ("Other", "其他")),
)
CLASSES = (("A", ("A", "A")), ("B", ("B", "B")), ("N", ("New", "新")))
PEOPLES = (("han", ("Han", "汉族")), ("hui", ("Hui", "回族")))
ROLES = (
    ("user", ("User", "使用者")),
    ("buyer", ("Buyer", "采购者")),
    ("decider", ("Decider", "决策者")),
)
WORDS = (("1", ("Very poor", "很差")), ("4", ("Good", "好")), ("5", ("Very good", "很好")))


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize("typed", ["current", "Current customer", "现有客户", "现有", " CURRENT "])
def test_a_choice_by_value_or_word_of_either_language(typed: str) -> None:
    assert choice(typed, STATUSES) == Checked("current")


def test_endings_may_be_left_out_or_added() -> None:
    assert choice("汉", PEOPLES) == Checked("han")
    assert choice("A类", CLASSES) == choice("ａ级", CLASSES) == Checked("A")
    assert choice("新客户", CLASSES) == Checked("N")


def test_a_word_that_two_entries_begin_with_is_neither() -> None:
    forms = (("state", ("State", "国有企业")), ("national", ("National", "国有类")))
    assert choice("国有类", forms) == Checked("national")
    assert reasons(choice("国有", forms)) == ["not_in_list"]


@pytest.mark.parametrize("typed", ["老客户", "客户", "x", "现"])
def test_what_is_not_in_the_list(typed: str) -> None:
    checked = choice(typed, STATUSES)
    assert reasons(checked) == ["not_in_list"]
    assert checked.errors


@pytest.mark.parametrize(
    "typed", ["使用者/决策者", "决策者、使用者", "user,decider", "使用者 决策者"]
)
def test_several_choices_come_in_the_lists_order(typed: str) -> None:
    assert choices(typed, ROLES) == Checked(("user", "decider"))


def test_one_wrong_entry_refuses_them_all() -> None:
    assert reasons(choices("使用者、老板", ROLES)) == ["not_in_list"]


@pytest.mark.parametrize(
    ("typed", "stored"), [("4", 4), ("４", 4), ("4分", 4), ("4.0", 4), ("好", 4), ("Very good", 5)]
)
def test_ratings(typed: str, stored: int) -> None:
    assert rating(typed, WORDS) == Checked(stored)


@pytest.mark.parametrize("typed", ["0", "6", "4.5", "不错", "44"])
def test_what_is_no_rating(typed: str) -> None:
    assert reasons(rating(typed, WORDS)) == ["rating_format"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("是", True), ("√", True), ("Y", True), ("1", True), ("有", True), ("否", False), ("×", False),
     ("n", False), ("0", False), ("无", False)],
)  # fmt: skip
def test_yes_and_no(typed: str, stored: bool) -> None:
    assert flag(typed).value is stored


def test_maybe_is_neither() -> None:
    assert reasons(flag("也许")) == ["flag_format"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("无", Explicit.NONE), (" None ", Explicit.NONE), ("不适用", Explicit.NOT_APPLICABLE),
     ("Not applicable", Explicit.NOT_APPLICABLE), ("无锡", None), ("", None)],
)  # fmt: skip
def test_explicit_answers(typed: str, answer: Explicit | None) -> None:
    assert explicit(typed) is answer


def test_an_empty_cell_is_no_problem() -> None:
    assert choice(" ", STATUSES) == choices("", ROLES) == Checked(None)
    assert rating("", WORDS) == flag("\u3000") == Checked(None)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checked import Checked
from model.cards.codes import bank_account, email, postcode, postcode_of_sheet, website, wechat


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize("typed", ["610041", "050000", "010000", " 050 000 ", "０５００００"])
def test_postcodes_are_text_and_may_begin_with_zero(typed: str) -> None:
    assert postcode(typed).value in {"610041", "050000", "010000"}
    assert not postcode(typed).problems


@pytest.mark.parametrize("typed", ["000000", "50000", "6100411", "H2G 1A7", "61004l"])
def test_other_postcodes_are_refused_in_the_form_and_left_out_of_a_sheet(typed: str) -> None:
    assert reasons(postcode(typed)) == ["postcode_format"]
    assert postcode(typed).errors
    of_sheet = postcode_of_sheet(typed)
    assert (of_sheet.value, reasons(of_sheet)) == (None, ["postcode_left_out"])
    assert not of_sheet.errors


def test_a_bank_account_is_its_digits() -> None:
    assert bank_account("4402 0000 1234 5678 901") == Checked("4402000012345678901")
    assert bank_account("4402-0000-1234") == Checked("440200001234")


@pytest.mark.parametrize("typed", ["1234567", "9" * 33, "4402A000", "4402.0000"])
def test_what_is_no_bank_account(typed: str) -> None:
    assert reasons(bank_account(typed)) == ["bank_account_format"]


@pytest.mark.parametrize(
    "typed",
    ["info@example.cn", "stanisław.wójcik@wp.pl", "a+b@mail.example.co.uk", "张三@例子.中国"],
)
def test_email_addresses_of_any_script(typed: str) -> None:
    assert email(f" {typed} ") == Checked(typed)


def test_an_email_address_is_half_width() -> None:
    assert email("ｘ＠ｙ．cn") == email("mailto:x@y.cn") == Checked("x@y.cn")


@pytest.mark.parametrize(
    "typed",
    ["a@b", "a@@b.cn", "a b@c.cn", "a.cn", "@b.cn", "a@b.cn;c@d.cn", "a@b..cn", "a@b.", "无@"],
)
def test_what_is_no_email_address(typed: str) -> None:
    assert reasons(email(typed)) == ["email_format"]


@pytest.mark.parametrize(
    "typed",
    ["www.example.cn", "example.cn", "https://example.cn/a?b=1", "例子.中国", "a.cn:8080/x"],
)
def test_websites(typed: str) -> None:
    assert website(typed) == Checked(typed)


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "file:///etc/passwd", "example", "a b.cn", "http://", "无网站"]
)
def test_what_is_no_website(typed: str) -> None:
    assert reasons(website(typed)) == ["website_format"]


def test_wechat_names() -> None:
    assert wechat("lin_xy85") == Checked("lin_xy85")
    assert reasons(wechat("lin")) == ["wechat_format"]
    assert reasons(wechat("同手机")) == ["wechat_format"]
    assert reasons(wechat("a" * 21)) == ["wechat_format"]


@pytest.mark.parametrize("typed", ["13900000001", "10001", "139 0000 0001"])
def test_a_number_for_a_wechat_name_is_kept_with_a_warning(typed: str) -> None:
    checked = wechat(typed)
    assert (checked.value, reasons(checked)) == (typed.replace(" ", ""), ["wechat_is_number"])
    assert not checked.errors


def test_an_empty_cell_is_no_problem() -> None:
    for read in (postcode, postcode_of_sheet, bank_account, email, website, wechat):
        assert read(" \u3000") == Checked(None)


@given(st.text(max_size=40))
def test_reading_what_was_stored_changes_nothing(text: str) -> None:
    for read in (postcode, bank_account, email, website, wechat):
        stored = read(text).value
        if stored is not None:
            assert read(stored).value == stored

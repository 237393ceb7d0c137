"""Every rule of domain.md §2.8, with what it takes and what it does not.

The rules are tried through the one door (`checks.check`), and where they end (a card) by the acts.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from model.cards.cards import edit_card, read_card
from model.cards.checks import check, check_card
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.drafts import change_draft, create_card
from model.cards.fields import field_at
from model.cards.finding import normalised_name
from model.cards.typing import keep_typing, kept_typing
from model.errors import BadInputError, DuplicateCardError
from model.office import audit
from model.office.desk import Desk
from model.storage.database import database
from tests.conftest import NOW, TODAY, Sit, make_card, make_draft

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
IDENTITY = "999999199001010016"  # its own check is right, the code's is wrong
EITHER = "999999199001010729"  # both are right
OLD_CODE = "91350203M0001QKT19"  # issued in Xiamen before 2016, its check is wrong
AREA = "028"

# kind, path, as typed, as stored, reasons of warnings
TAKEN = [
    # 统一社会信用代码: upper case, blanks stripped
    (COMPANY, "uscc", "91350100M000100Y43", "91350100M000100Y43", []),
    (COMPANY, "uscc", " 9135 0100 m000100y43 ", "91350100M000100Y43", []),
    (COMPANY, "uscc", "91350100M000100Y44", "91350100M000100Y44", ["uscc_check"]),
    (COMPANY, "uscc", OLD_CODE, OLD_CODE, ["uscc_check"]),
    (COMPANY, "uscc", EITHER, EITHER, ["uscc_identity"]),
    # an identity number needs form, real date and its own check: without them it is a code
    (COMPANY, "uscc", "999999199002300016", "999999199002300016", ["uscc_check"]),
    (COMPANY, "uscc", "999999219001010016", "999999219001010016", ["uscc_check"]),
    (COMPANY, "uscc", "999999199001010017", "999999199001010017", ["uscc_check"]),
    # 手机
    (INDIVIDUAL, "mobile", "13900000001", "13900000001", []),
    (INDIVIDUAL, "mobile", "+86 139-0000-0001", "13900000001", []),
    (INDIVIDUAL, "mobile", "8613900000001", "13900000001", []),
    (INDIVIDUAL, "mobile", "19900000001", "19900000001", []),
    (COMPANY, "contacts.mobile", "139 0000 0001", "13900000001", []),
    # 电话: area codes of three digits take eight, those of four seven or eight
    (COMPANY, "phone", "028-85551234", "028-85551234", []),
    (COMPANY, "phone", "02885551234", "028-85551234", []),
    (COMPANY, "phone", "010-85551234", "010-85551234", []),
    (COMPANY, "phone", "0512-7045387", "0512-7045387", []),
    (COMPANY, "phone", "0512-70453870", "0512-70453870", []),
    (COMPANY, "phone", "028-85551234-801", "028-85551234-801", []),
    (COMPANY, "phone", "028 8555 1234 转 801", "028-85551234-801", []),
    (COMPANY, "phone", "85551234", "028-85551234", []),
    (COMPANY, "phone", "400-123-4567", "400-123-4567", []),
    (COMPANY, "phone", "8001234567", "800-123-4567", []),
    (COMPANY, "fax", "028-85551235", "028-85551235", []),
    # 邮政编码 is a text
    (COMPANY, "postcode", "610041", "610041", []),
    (COMPANY, "postcode", "050000", "050000", []),
    (COMPANY, "postcode", "030000", "030000", []),
    (INDIVIDUAL, "postcode", "010000", "010000", []),
    # 银行账号: 8 to 32 digits, blanks removed
    (COMPANY, "bank_account", "4402 0000 1234 5678 901", "4402000012345678901", []),
    (COMPANY, "bank_account", "12345678", "12345678", []),
    (COMPANY, "bank_account", "1" * 32, "1" * 32, []),
    # 日期, not in the future
    (COMPANY, "first_trade_on", "20230308", date(2023, 3, 8), []),
    (COMPANY, "first_trade_on", "2023-3-8", date(2023, 3, 8), []),
    (COMPANY, "first_trade_on", "2023年3月8日", date(2023, 3, 8), []),
    (COMPANY, "first_trade_on", f"{TODAY}", TODAY, []),
    (COMPANY, "founded_on", "2009", "2009", []),
    (COMPANY, "founded_on", "2009-6", "2009-06", []),
    (INDIVIDUAL, "birth_date", "1985-7-9", "1985-07-09", []),
    (INDIVIDUAL, "birth_date", "农历1985-7-9", "农历1985-07-09", []),
    (INDIVIDUAL, "anniversary", "10月1日", "10-01", []),
    # 金额
    (COMPANY, "reg_capital", "200", Decimal("200.00"), []),
    (COMPANY, "reg_capital", "0", Decimal("0.00"), []),
    (COMPANY, "annual_turnover", "1,200.00", Decimal("1200.00"), []),
    # 姓名
    (COMPANY, "contacts.name", "买买提·阿不都", "买买提·阿不都", []),
    (COMPANY, "legal_rep", "周志远", "周志远", []),
    (INDIVIDUAL, "full_name", "John Smith", "John Smith", []),
    (COMPANY, "operator_name", "何文斌(经理)", "何文斌(经理)", ["name_characters"]),
    # 邮箱, 微信
    (COMPANY, "email", "info@example.cn", "info@example.cn", []),
    (INDIVIDUAL, "wechat", "lin_xy85", "lin_xy85", []),
]  # fmt: skip

# kind, path, as typed, reason
REFUSED = [
    (COMPANY, "uscc", "9135O100M000100Y43", "uscc_format"),  # the letter O
    (COMPANY, "uscc", "91350100M000100I43", "uscc_format"),
    (COMPANY, "uscc", "91350100M000100Y4", "uscc_format"),
    (COMPANY, "uscc", "91350100M000100Y433", "uscc_format"),
    (COMPANY, "uscc", "91A50100M000100Y43", "uscc_format"),
    (COMPANY, "uscc", IDENTITY, "identity_number"),
    (COMPANY, "uscc", "99999919900101 0016", "identity_number"),
    (COMPANY, "uscc", "11010519491231002x", "identity_number"),
    (INDIVIDUAL, "mobile", "12900000001", "mobile_format"),
    (INDIVIDUAL, "mobile", "1390000000", "mobile_format"),
    (INDIVIDUAL, "mobile", "139000000011", "mobile_format"),
    (COMPANY, "phone", "028-8555123", "phone_format"),
    (COMPANY, "phone", "0288-5551234", "phone_format"),
    (COMPANY, "phone", "028-15551234", "phone_format"),
    (COMPANY, "phone", "0512-704538", "phone_format"),
    (COMPANY, "phone", "400-123-456", "phone_format"),
    (COMPANY, "postcode", "61004", "postcode_format"),
    (COMPANY, "postcode", "000000", "postcode_format"),
    (COMPANY, "postcode", "61004A", "postcode_format"),
    (COMPANY, "bank_account", "1234567", "bank_account_format"),
    (COMPANY, "bank_account", "1" * 33, "bank_account_format"),
    (COMPANY, "bank_account", "4402A0000", "bank_account_format"),
    (COMPANY, "first_trade_on", "2026-11-21", "date_future"),
    (COMPANY, "first_trade_on", "2023-2-30", "date_impossible"),
    (COMPANY, "first_trade_on", "2023-3", "date_not_full"),
    (COMPANY, "founded_on", "2027", "date_future"),
    (INDIVIDUAL, "birth_date", "2020-1-1", "age_out_of_range"),
    (INDIVIDUAL, "birth_date", "农历1985-13-1", "date_impossible"),
    (COMPANY, "reg_capital", "-1", "negative"),
    (COMPANY, "reg_capital", "很多", "money_format"),
    (COMPANY, "email", "info@@example.cn", "email_format"),
    (COMPANY, "email", "info@example", "email_format"),
    (INDIVIDUAL, "wechat", "1lin_xy85", "wechat_format"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "path", "typed", "stored", "warnings"), TAKEN)
def test_what_a_rule_takes(
    kind: CardKind, path: str, typed: str, stored: object, warnings: list[str]
) -> None:
    checked = check(field_at(kind, path), typed, TODAY, AREA)
    assert (checked.value, [one.reason for one in checked.problems]) == (stored, warnings)
    assert checked.errors == ()


@pytest.mark.parametrize(("kind", "path", "typed", "reason"), REFUSED)
def test_what_a_rule_does_not_take(kind: CardKind, path: str, typed: str, reason: str) -> None:
    checked = check(field_at(kind, path), typed, TODAY, AREA)
    assert (checked.value, [one.reason for one in checked.errors]) == (None, [reason])
    assert typed not in repr(checked.problems)


@pytest.mark.parametrize(
    ("code", "org_form", "warns"),
    [
        ("92510107MA6CXXXX1A", "sole_trader", False),
        ("92510107MA6CXXXX1A", "limited", True),
        ("91510107MA6CXXXX1A", "limited", False),
        ("91510107MA6CXXXX1A", "sole_trader", True),
    ],
)
def test_the_code_s_first_places_against_the_legal_form(
    code: str, org_form: str, warns: bool
) -> None:
    found = check_card(COMPANY, {"uscc": code, "org_form": org_form}, TODAY)
    assert [one.reason for one in found] == (["uscc_org_form"] if warns else [])


def test_the_code_s_region_is_not_compared_with_the_address() -> None:
    values = {"uscc": "91350100M000100Y43", "biz_address": "成都市武侯区簇锦街道88号"}
    assert check_card(COMPANY, values, TODAY) == ()


# --- on a card ------------------------------------------------------------------------------


@pytest.fixture
def filed(sit: Sit, opened: Desk) -> str:
    """A filed company."""
    del opened
    return make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551001", "武侯", "赵刚")


def everything(desk: Desk, cabinet: Path) -> str:
    """All that the database holds, the log among it, as text; and what lies beside it."""
    audit.flush(desk)
    beside = "".join(path.name for path in cabinet.rglob("*"))
    rows = [
        row
        for table in database.get_tables()
        for row in database.execute_sql(f'SELECT * FROM "{table}"').fetchall()
    ]
    return repr(rows) + beside


def reasons_of(refused: pytest.ExceptionInfo[BadInputError]) -> list[str]:
    return [problem.reason for problem in refused.value.problems]


def test_an_identity_number_is_neither_stored_nor_logged(
    sit: Sit, filed: str, cabinet: Path
) -> None:
    desk = sit("王秀兰")
    version = card_of(filed).version
    draft = make_draft(sit, "客户乙厂", "李明", "028-85551002", "武侯")
    desk = sit("王秀兰")
    texts = {"uscc": f" {IDENTITY} "}
    for act in (
        lambda: edit_card(desk, filed, version, texts, NOW, ticked=frozenset({"uscc_identity"})),
        lambda: create_card(desk, COMPANY, {"full_name": "客户丙厂", **texts}, NOW),
        lambda: change_draft(desk, draft, card_of(draft).version, texts, NOW),
    ):
        with pytest.raises(BadInputError) as refused:
            act()
        assert reasons_of(refused) == ["identity_number"]
        assert IDENTITY not in repr(refused.value.values)
    keep_typing(desk, filed, COMPANY, version, {**texts, "likes": "守时"}, NOW)
    assert [kept.texts for kept in kept_typing(desk)] == [{"likes": "守时"}]
    assert IDENTITY not in everything(desk, cabinet)


def test_what_may_be_either_is_stored_with_its_tick_only(
    sit: Sit, filed: str, cabinet: Path
) -> None:
    desk = sit("王秀兰")
    version = card_of(filed).version
    texts = {"uscc": EITHER}
    for ticked in (frozenset[str](), frozenset({"uscc_check"})):
        with pytest.raises(BadInputError) as refused:
            edit_card(desk, filed, version, texts, NOW, ticked=ticked)
        assert reasons_of(refused) == ["uscc_identity"]
        with pytest.raises(BadInputError):
            create_card(desk, COMPANY, {"full_name": "客户丙厂", **texts}, NOW, ticked=ticked)
    keep_typing(desk, filed, COMPANY, version, texts, NOW)
    assert EITHER not in everything(desk, cabinet)
    edit_card(sit("赵刚"), filed, version, texts, NOW, ticked=frozenset({"uscc_identity"}))
    view = read_card(desk, filed, NOW)
    assert (view.values["uscc"], view.explicit["uscc"]) == (EITHER, "checked")
    # It is the code now: other cells are saved without a new tick.
    edit_card(desk, filed, view.version, {"likes": "守时", "uscc": EITHER}, NOW)


def test_an_old_code_with_a_wrong_check_is_stored_with_its_tick(sit: Sit, filed: str) -> None:
    desk = sit("赵刚")
    version = card_of(filed).version
    with pytest.raises(BadInputError) as refused:
        edit_card(desk, filed, version, {"uscc": OLD_CODE}, NOW)
    assert reasons_of(refused) == ["uscc_check"]
    edit_card(desk, filed, version, {"uscc": OLD_CODE}, NOW, ticked=frozenset({"uscc_check"}))
    view = read_card(desk, filed, NOW)
    assert (view.values["uscc"], view.explicit["uscc"]) == (OLD_CODE, "checked")


@pytest.mark.parametrize(
    "typed",
    [
        {"full_name": "恒运叉车配件（成都）厂", "phone": "028-85559999"},
        {"full_name": "别的客户厂", "phone": "028-85551001"},
        {"full_name": "别的客户厂", "phone": "028 8555 1001"},
    ],
)
def test_a_customer_who_has_a_card_gets_no_second_one(
    sit: Sit, filed: str, typed: dict[str, str]
) -> None:
    """查重: number and keeper are told, nothing more."""
    desk = sit("周涛")
    with pytest.raises(DuplicateCardError) as refused:
        create_card(desk, COMPANY, {**typed, "district": "金牛"}, NOW)
    assert (refused.value.values["card_no"], refused.value.values["holder"]) == (filed, "李明")
    assert set(refused.value.values) == {"card_no", "holder", "field"}


@pytest.mark.parametrize(
    "name",
    [
        "恒运叉车配件", "成都恒运叉车配件有限责任公司", "四川省成都市武侯区恒运叉车配件厂",
        "恒运 叉车 配件 店", "恒运（叉车）配件公司", "恒运叉车配件（成都）有限公司",
        "恒运叉车配件股份有限公司",
    ],
)  # fmt: skip
def test_names_are_compared_without_place_legal_form_and_blanks(name: str) -> None:
    assert normalised_name(name) == "恒运叉车配件"

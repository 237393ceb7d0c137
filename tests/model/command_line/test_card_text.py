import pytest

from model.cards.cards import edit_card, read_card
from model.cards.listing import list_cards
from model.cards.revisions import history
from model.cards.search import search
from model.command_line.card_text import card_shown, found, listed, numbered
from model.office.desk import Desk
from model.words import words_in
from tests.conftest import NOW, Sit, make_card

WORDS = words_in("zh")


@pytest.fixture
def card_no(sit: Sit, opened: Desk) -> str:
    return make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")


def test_every_filled_cell_with_its_label(sit: Sit, card_no: str) -> None:
    shown = card_shown(read_card(sit("王秀兰"), card_no, NOW), None, WORDS)

    lines = shown.text.splitlines()
    assert lines[0].startswith("Q00001  ")
    assert "客户全称: 成都恒岳叉车配件有限公司" in lines
    assert "企业组织形式: 有限责任公司" in lines
    assert not [line for line in lines if line.endswith(": ")]
    assert shown.facts["card_no"] == "Q00001"
    assert shown.facts["org_form"] == "limited"


def test_hidden_cells_are_named_without_their_value(sit: Sit, card_no: str) -> None:
    clerk = sit("王秀兰")
    version = read_card(clerk, card_no, NOW).version
    edit_card(clerk, card_no, version, {"likes": "当面谈"}, NOW)

    shown = card_shown(read_card(sit("李明"), card_no, NOW), None, WORDS)

    assert "likes" in shown.facts["hidden"]
    assert "likes" not in shown.facts
    assert "当面谈" not in shown.text
    assert "喜好: ***" in shown.text.splitlines()


def test_explicit_answers_are_told_in_words(sit: Sit, card_no: str) -> None:
    clerk = sit("王秀兰")
    version = read_card(clerk, card_no, NOW).version
    edit_card(clerk, card_no, version, {"fax": "无"}, NOW)

    shown = card_shown(read_card(clerk, card_no, NOW), None, WORDS)

    assert "传真: 无" in shown.text.splitlines()
    assert shown.facts["explicit"]["fax"] == "none"


def test_history_stands_below(sit: Sit, card_no: str) -> None:
    clerk = sit("王秀兰")
    version = read_card(clerk, card_no, NOW).version
    edit_card(clerk, card_no, version, {"likes": "喝茶"}, NOW, reason="来电")

    shown = card_shown(read_card(clerk, card_no, NOW), history(clerk, card_no, NOW), WORDS)

    assert shown.facts["revisions"][0]["new"] == "喝茶"
    assert "来电" in shown.text


def test_numbers_under_their_names(sit: Sit, card_no: str) -> None:
    clerk = sit("王秀兰")
    assert numbered("D00001") == {"draft_no": "D00001"}
    assert numbered("G00001") == {"card_no": "G00001"}
    row = listed(list_cards(clerk, NOW)[0])
    assert (row["card_no"], row["draft_no"], row["custody_state"]) == (card_no, "", "in_cabinet")
    hit = found(search(sit("周涛"), "恒岳", NOW)[0])
    assert (hit["card_no"], hit["masked"]) == (card_no, True)
    assert hit["full_name"].endswith("***")
